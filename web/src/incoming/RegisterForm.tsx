import { ActionIcon, Autocomplete, Button, Kbd, Select, Textarea, TextInput, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useAct, useAgencies, useBooks, useGet, useKinds } from "../api/queries.ts";
import type { Attached, IncomingDocument, ReadField, ReceivedAs, Secrecy, StoredFile, Urgency } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { useKeys } from "../frame/keys.tsx";
import { useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { FieldLine } from "../ui/FieldLine.tsx";
import { Helpers } from "../ui/Helpers.tsx";
import { tell, warnOf } from "../ui/notice.tsx";
import { FormProblem } from "../ui/page.tsx";
import { Phrases } from "../ui/Phrases.tsx";
import { findFolded, KindPicker, PersonPicker } from "../ui/pickers.tsx";
import { useUploads, useWhenThere } from "../ui/upload.ts";
import { WorkingDays } from "../ui/WorkingDays.tsx";
import { faultOf, words } from "../words/words.ts";
import { dateFields, dateInText, emptyFilling, entryOf, kindOfSymbol, marksOf, receivedAs, takeArrival, takeRead, textFields, type Filling } from "./filling.ts";
import { Leads } from "./Leads.tsx";
import { SendBackBox } from "./SendBackBox.tsx";
import { TwinNotice, useTwins } from "./TwinNotice.tsx";

export type TextTaker = (text: string, add: boolean) => void;

interface Props {
    name: string;
    arrival: IncomingDocument | undefined;
    attached: Attached[];
    file: StoredFile | undefined;
    read: ReadField[];
    reading: boolean;
    onTaker: (taker: { take: TextTaker }) => void;
    onMainFile: (file: StoredFile | undefined) => void;
    onDone: () => void;
}

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const receivedForms = choices(words.received_as);
const urgencies = choices(words.urgency);
const secrecies = choices(words.secrecy);
const counts = ["page_count", "copy_count"] as const;
const folded: readonly string[] = ["signer_name", "signer_position", ...counts, "note"];
const isCounted = (field: string) => (counts as readonly string[]).includes(field);
const isCount = (text: string) => /^\d*$/.test(text.trim());

export function RegisterForm({ name, arrival, attached, file, read, reading, onTaker, onMainFile, onDone }: Props) {
    const today = useToday();
    const kinds = useKinds();
    const agencies = useAgencies();
    const books = useBooks().filter(({ direction, closed }) => direction === "incoming" && !closed);
    const newest = useGet("/api/incoming", { limit: 1 }).data?.items[0];
    const initial = useCallback(() => emptyFilling(file ? [file] : []), [file]);
    const draft = useDraft<Filling>(`register:${name}`, initial);
    const { values, set, fill } = draft;
    const form = useRef<HTMLFormElement>(null);
    const focused = useRef("origin_number");
    const [more, setMore] = useState(false);
    const [sendingBack, setSendingBack] = useState(false);
    const uploads = useUploads();

    // What the message and the file say fills what is empty; once per source.
    useEffect(() => {
        if (arrival) fill((filling) => takeArrival(filling, arrival));
    }, [arrival, fill]);
    const source = attached[0]?.id ?? values.files[0]?.id;
    useEffect(() => {
        if (read.length > 0 && source) fill((filling) => takeRead(filling, source, read));
    }, [read, source, fill]);
    useEffect(() => {
        if (values.kind || !values.origin_number) return;
        const kind = kindOfSymbol(values.origin_number, kinds);
        if (kind) fill({ kind });
    }, [values.origin_number, values.kind, kinds, fill]);
    useEffect(() => onMainFile(values.files[0]), [values.files, onMainFile]);

    const marks = useMemo(() => marksOf(values, read, arrival), [values, read, arrival]);
    const twins = useTwins(values, arrival?.id);
    const twin = twins[0];
    const secret = values.secrecy !== "none";

    // The hand starts where something is missing, else where something should be looked at, else at the act.
    const placed = useRef(false);
    useEffect(() => {
        if (placed.current || reading) return;
        placed.current = true;
        const order = ["issuer", "origin_number", "issued_on", "kind", "subject"] as const;
        const start = order.find((field) => !values[field]) ?? order.find((field) => marks[field] === "check");
        const element = start ? form.current?.querySelector<HTMLElement>(`[data-field="${start}"] :is(input, textarea)`) : form.current?.querySelector<HTMLElement>("[data-main]");
        element?.focus({ preventScroll: true });
    }, [reading, values, marks]);

    // A word clicked on the paper goes into the field that had the focus.
    const take = useCallback<TextTaker>(
        (text, add) => {
            const field = focused.current;
            if ((textFields as readonly string[]).includes(field))
                set((filling) => {
                    const standing = String(filling[field as (typeof textFields)[number]]);
                    return { [field]: add && standing ? `${standing} ${text}` : text };
                });
            else if ((dateFields as readonly string[]).includes(field)) {
                const day = dateInText(text, today);
                if (day) set({ [field]: day });
            } else if ((field === "page_count" || field === "copy_count") && /^\d+$/.test(text)) set({ [field]: text });
            form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)?.focus({ preventScroll: true });
        },
        [set, today],
    );
    useEffect(() => onTaker({ take }), [onTaker, take]);

    const [submitting, setSubmitting] = useState(true);
    // What came in an envelope to someone by name: its words begin the form, and it is told what became of it.
    const [parameters] = useSearchParams();
    const envelope = parameters.get("envelope");
    useEffect(() => {
        if (!envelope) return;
        fill((filling) =>
            filling.filled_from.includes(envelope)
                ? {}
                : {
                      filled_from: [...filling.filled_from, envelope],
                      issuer: filling.issuer || (parameters.get("issuer") ?? ""),
                      origin_number: filling.origin_number || (parameters.get("origin_number") ?? ""),
                  },
        );
    }, [envelope, parameters, fill]);
    const link = useAct("/api/envelopes/{id}/register", () => tell(words.envelopes.linked));
    const register = useAct("/api/incoming", (document) => {
        if (envelope) link.mutate({ id: envelope, document: document.id }, { onError: (problem) => warnOf(problem, words.envelopes.title) });
        tell(submitting ? words.incoming.registered_submitted(document.arrival_number) : words.incoming.registered(document.arrival_number));
        draft.clear();
        onDone();
    });
    const problem = register.error;
    // The field where something is wrong, also where it is folded away.
    const show = (field: string) => {
        if (folded.includes(field)) setMore(true);
        setTimeout(() => form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea, button)`)?.focus(), 50);
    };
    const [act, waiting] = useWhenThere(uploads, (submit: boolean) => {
        if (register.isPending || secret) return;
        setSubmitting(submit);
        const uncounted = counts.find((field) => !isCount(values[field]));
        if (uncounted) return show(uncounted);
        register.mutate(entryOf(values, arrival?.id ?? null, submit), {
            onError: (failed) => {
                const first = failed.faults[0]?.path.split("/")[1];
                if (first) show(first === "submit" ? "lead" : first);
            },
        });
    });
    const latest = useRef(act);
    latest.current = act;
    useKeys([
        {
            key: "mod+enter",
            words: words.incoming.register_and_submit,
            run: () => {
                (document.activeElement as HTMLElement | null)?.blur(); // a date being typed is taken first
                setTimeout(() => latest.current(true));
            },
        },
    ]);

    const text = (field: (typeof textFields)[number] | "page_count" | "copy_count") => ({
        value: values[field],
        error: isCounted(field) && !isCount(values[field]) ? words.faults.number : faultOf(problem, field),
        onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    });
    const typed = values.issuer.trim();
    const known = useGet("/api/incoming/issuers", { query: typed }, { enabled: typed.length > 1, keep: true, staleTime: 60_000 }).data?.items;
    const issuerNames = useMemo(
        () => [...new Set([...agencies.map(({ short_name, name: whole }) => short_name || whole), ...(known ?? []).map(({ name: sender }) => sender)])],
        [agencies, known],
    );
    const setIssuer = (issuer: string) =>
        set({ issuer, issuer_agency: agencies.find(({ short_name, name: whole }) => short_name === issuer || whole === issuer)?.id ?? "" });

    return (
        <form
            ref={form}
            onSubmit={(event) => {
                event.preventDefault();
                act(true);
            }}
            onFocusCapture={(event) => {
                const field = (event.target as HTMLElement).closest<HTMLElement>("[data-field]")?.dataset["field"];
                if (field) focused.current = field;
            }}
            onKeyDown={(event) => {
                // Enter moves on as on paper; only Ctrl+Enter and the buttons send.
                if (event.key === "Enter" && !event.ctrlKey && (event.target as HTMLElement).tagName === "INPUT") event.preventDefault();
            }}
        >
            <div className="register-fields scrolls">
                {draft.kept && <p className="soft register-kept">{words.incoming.kept_draft}</p>}
                {secret && (
                    <div className="notice overdue" role="alert">
                        <strong>{words.incoming.secret_title(words.secrecy[values.secrecy])}</strong>
                        <br />
                        {words.incoming.secret_text}
                    </div>
                )}
                {!((problem?.code === "incoming.already_registered" || problem?.code === "incoming.also_waiting") && values.duplicate_of) && <FormProblem problem={problem} />}
                {twin && <TwinNotice twin={twin} insisted={values.duplicate_of === twin.id} onInsist={(insist) => set({ duplicate_of: insist ? twin.id : "" })} loud={problem?.code === "incoming.already_registered" || problem?.code === "incoming.also_waiting"} />}
                {books.length > 1 && (
                    <FieldLine field="book">
                        <Select size="xs" data={books.map(({ id, name: label }) => ({ value: id, label }))} value={values.book || books.find(({ kinds: listed }) => values.kind && listed.split(" ").includes(values.kind))?.id || books.find(({ kinds: listed }) => !listed)?.id || null} onChange={(book) => set({ book: book ?? "" })} />
                    </FieldLine>
                )}
                <FieldLine field="arrived_on" label={words.fields.arrived_on}>
                    <DateField size="xs" value={values.arrived_on ?? today} onChange={(arrived_on) => set({ arrived_on })} error={faultOf(problem, "arrived_on")} />
                    <span className="register-automatic" title={newest && newest.arrival_number > 0 ? words.incoming.last_number(newest.arrival_number) : undefined}>
                        <span className="soft">{words.fields.arrival_number}</span> {words.incoming.automatic}
                    </span>
                </FieldLine>
                <FieldLine field="issuer" label={words.incoming.issuer_filter} mark={marks["issuer"]} required>
                    <Autocomplete size="xs" openOnFocus={false} data={issuerNames} filter={findFolded} limit={12} value={values.issuer} onChange={setIssuer} error={faultOf(problem, "issuer")} />
                </FieldLine>
                <FieldLine field="origin_number" mark={marks["origin_number"]}>
                    <TextInput size="xs" autoComplete="off" {...text("origin_number")} />
                </FieldLine>
                <FieldLine field="issued_on" mark={marks["issued_on"]}>
                    <DateField size="xs" value={values.issued_on} onChange={(issued_on) => set({ issued_on })} error={faultOf(problem, "issued_on")} />
                </FieldLine>
                <FieldLine field="kind" mark={marks["kind"]} required>
                    <KindPicker size="xs" value={values.kind} onChange={(kind) => set({ kind: kind ?? "" })} error={faultOf(problem, "kind")} />
                </FieldLine>
                <FieldLine field="subject" mark={marks["subject"]} required>
                    <Textarea size="xs" autosize minRows={2} maxRows={6} {...text("subject")} />
                </FieldLine>
                <FieldLine field="urgency" mark={values.urgency === "normal" ? undefined : marks["urgency"]}>
                    <Select size="xs" allowDeselect={false} data={urgencies} value={values.urgency} onChange={(urgency) => set({ urgency: (urgency ?? "normal") as Urgency })} />
                    <Select
                        size="xs"
                        allowDeselect={false}
                        aria-label={words.fields.secrecy}
                        leftSection={<span className="soft">{words.incoming.secrecy_short}</span>}
                        leftSectionWidth={44}
                        data={secrecies}
                        value={values.secrecy}
                        onChange={(secrecy) => set({ secrecy: (secrecy ?? "none") as Secrecy })}
                        error={faultOf(problem, "secrecy")}
                    />
                </FieldLine>
                <FieldLine field="due_on" mark={marks["due_on"]}>
                    <DateField size="xs" placeholder={words.date.short} value={values.due_on} onChange={(due_on) => set({ due_on, due_days: null })} error={faultOf(problem, "due_on")} />
                    <WorkingDays from={values.arrived_on ?? today} value={values} onChange={set} />
                </FieldLine>
                <UnstyledButton className="register-more" aria-expanded={more} onClick={() => setMore(!more)}>
                    {more ? words.incoming.fewer_fields : words.incoming.more_fields}
                </UnstyledButton>
                {(more || receivedAs(values) !== "original") && (
                    <FieldLine field="received_as">
                        <Select size="xs" allowDeselect={false} data={receivedForms} value={receivedAs(values)} onChange={(received_as) => set({ received_as: (received_as ?? "") as ReceivedAs | "" })} error={faultOf(problem, "received_as")} />
                    </FieldLine>
                )}
                {more && (
                    <>
                        <FieldLine field="signer_name" mark={marks["signer_name"]}>
                            <TextInput size="xs" {...text("signer_name")} />
                        </FieldLine>
                        <FieldLine field="signer_position" mark={marks["signer_position"]}>
                            <TextInput size="xs" {...text("signer_position")} />
                        </FieldLine>
                        <FieldLine field="page_count" mark={marks["page_count"]}>
                            <TextInput size="xs" inputMode="numeric" {...text("page_count")} />
                        </FieldLine>
                        <FieldLine field="copy_count">
                            <TextInput size="xs" inputMode="numeric" {...text("copy_count")} />
                        </FieldLine>
                        <FieldLine field="note">
                            <TextInput size="xs" {...text("note")} />
                        </FieldLine>
                    </>
                )}
                <h2 className="register-proposal">{words.incoming.proposal}</h2>
                <FieldLine field="submit_to" label={words.incoming.submit_to}>
                    <PersonPicker size="xs" able="directs" placeholder={words.incoming.head} value={values.submit_to} onChange={(submit_to) => set({ submit_to: submit_to ?? "" })} clearable error={faultOf(problem, "submit_to")} />
                </FieldLine>
                <FieldLine field="lead">
                    <PersonPicker
                        size="xs"
                        able="handles"
                        only={(id) => !values.with.includes(id) && !values.inform.includes(id)}
                        placeholder={words.shares.pick}
                        value={values.lead}
                        onChange={(lead) => set({ lead: lead ?? "" })}
                        clearable
                        error={faultOf(problem, "submit")}
                    />
                    <Leads
                        issuer={values.issuer}
                        subject={values.subject}
                        kind={values.kind}
                        taken={[...values.with, ...values.inform]}
                        value={values.lead}
                        onChange={(lead) => set({ lead })}
                    />
                </FieldLine>
                <Helpers size="xs" value={values} onChange={set} />
                <FieldLine field="proposal" label={words.incoming.proposal_text}>
                    <Textarea size="xs" autosize minRows={1} maxRows={4} value={values.proposal} onChange={(event) => set({ proposal: event.currentTarget.value })} />
                    <Phrases place="proposal" value={values.proposal} onChange={(proposal) => set({ proposal })} />
                </FieldLine>
                <FieldLine field="files" plain>
                    <div
                        className="register-files"
                        onDragOver={(event) => event.preventDefault()}
                        onDrop={(event) => {
                            event.preventDefault();
                            void uploads.send(Array.from(event.dataTransfer.files)).then((stored) => set((filling) => ({ files: [...filling.files, ...stored] })));
                        }}
                    >
                        {faultOf(problem, "files") && <p className="meaning-overdue">{faultOf(problem, "files")}</p>}
                        {attached.map(({ id, name: label }) => (
                            <span key={id}>{label}</span>
                        ))}
                        {values.files.map(({ id, name: label }) => (
                            <span key={id} className="row tight nowrap">
                                {label}
                                <ActionIcon size={24} variant="subtle" color="gray" aria-label={words.incoming.remove_file(label)} onClick={() => set((filling) => ({ files: filling.files.filter((each) => each.id !== id) }))}>
                                    <IconX size={12} />
                                </ActionIcon>
                            </span>
                        ))}
                        <UploadProgress uploads={uploads.uploads} />
                        <FileButton size="compact-xs" variant="subtle" onFiles={(files) => void uploads.send(files).then((stored) => set((filling) => ({ files: [...filling.files, ...stored] })))}>
                            {words.incoming.attach_more}
                        </FileButton>
                    </div>
                </FieldLine>
            </div>
            <div className="register-acts">
                {Object.keys(marks).length > 0 && (
                    <p className="soft register-legend">
                        <span className="mark-sure">●</span> {words.incoming.sure} <span className="mark-check">◐</span> {words.incoming.check_again}
                    </p>
                )}
                <Button type="submit" data-main loading={waiting || (register.isPending && submitting)} disabled={secret} rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}>
                    {words.incoming.register_and_submit}
                </Button>
                <Button variant="default" loading={register.isPending && !submitting} disabled={secret} onClick={() => act(false)}>
                    {words.incoming.only_register}
                </Button>
                {arrival && (
                    <Button variant="subtle" color="gray" onClick={() => setSendingBack(true)}>
                        {words.incoming.send_back}
                    </Button>
                )}
            </div>
            {sendingBack && arrival && (
                <SendBackBox
                    id={arrival.id}
                    onClose={() => setSendingBack(false)}
                    onDone={() => {
                        draft.clear();
                        onDone();
                    }}
                />
            )}
        </form>
    );
}
