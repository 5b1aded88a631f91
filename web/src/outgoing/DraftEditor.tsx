import { ActionIcon, Button, Kbd, SegmentedControl, Select, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { Problem } from "../api/client.ts";
import { useAct, useBodies, useDraftTemplates, useGet, useKinds, useSigningPowers, useUnits } from "../api/queries.ts";
import type { OutgoingView, Urgency } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMe, useOfficeNow } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { Failed, FormProblem, Loading, PageHead } from "../ui/page.tsx";
import { KindPicker, PersonPicker } from "../ui/pickers.tsx";
import { usePageDrop, useUploads, useWhenThere } from "../ui/upload.ts";
import { clock } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";
import { DraftDetails, DraftMarks } from "./DraftDetails.tsx";
import { draftOf, draftingOf, emptyDrafting, replyTo, withTemplate, type Drafting } from "./drafting.ts";
import { Paragraphs } from "./Paragraphs.tsx";
import { Recipients } from "../delivery/Recipients.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import "./draft.css";

// A new draft; «Soạn văn bản trả lời» comes here with the incoming document.
export function NewDraft() {
    const asked = useSearchParams()[0].get("reply_to") ?? "";
    const incoming = useGet("/api/incoming/{id}", { id: asked }, { enabled: asked !== "" });
    const kinds = useKinds();
    const templates = useDraftTemplates();
    if (asked && incoming.error) return <Failed problem={incoming.error} />;
    if ((asked && !incoming.data) || kinds.length === 0 || !templates) return <Loading />;
    const start = () => {
        const begun = { ...emptyDrafting(), ...(incoming.data && replyTo(incoming.data, kinds)) };
        return { ...begun, ...withTemplate({ ...begun, kind: "" }, templates, begun.kind) };
    };
    return <Editor key={asked} id={null} form={`outgoing:new:${asked}`} start={start} replySymbol={incoming.data?.origin_number ?? ""} instructor={incoming.data?.assignments.find(({ part }) => part === "lead")?.assigned_by} />;
}

export function ChangeDraft() {
    const id = useParams()["id"] ?? "";
    const view = useGet("/api/outgoing/{id}", { id }, { staleTime: 0 });
    if (view.error && !view.data) return <Failed problem={view.error} retry={() => void view.refetch()} />;
    if (!view.data) return <Loading />;
    const loaded = view.data;
    return (
        <Editor
            key={id}
            id={id}
            form={`outgoing:${id}`}
            start={() => draftingOf(loaded)}
            replySymbol={loaded.reply_to_symbol}
            current={loaded}
            reload={() => void view.refetch()}
        />
    );
}

interface Props {
    id: string | null;
    form: string;
    start: () => Drafting;
    replySymbol: string;
    instructor?: string | undefined; // who told what it answers to be handled
    current?: OutgoingView;
    reload?: () => void;
}

const urgencies = Object.entries(words.urgency).map(([value, label]) => ({ value, label }));

function Editor({ id, form, start, replySymbol, instructor, current, reload }: Props) {
    const me = useMe();
    const now = useOfficeNow();
    const navigate = useNavigate();
    const bodies = useBodies();
    const units = useUnits();
    const kinds = useKinds();
    const powers = useSigningPowers();
    const templates = useDraftTemplates() ?? [];
    const draft = useDraft<Drafting>(form, start);
    const { values, set, fill } = draft;
    const kind = kinds.find(({ code }) => code === values.kind);
    const uploads = useUploads();
    const takeFiles = (files: File[]) =>
        void uploads.send(files).then((stored) => stored.length > 0 && set((old) => ({ mode: "file", files: [...old.files, ...stored] })));
    const over = usePageDrop(takeFiles);
    const element = useRef<HTMLFormElement>(null);
    const [keptAt, setKeptAt] = useState("");

    // What can be guessed is guessed: the first issuing body, the own unit, the only signer or who gave the instruction that is answered.
    const signers = useMemo(() => new Set(powers.filter(({ body }) => body === values.body).map(({ person }) => person)), [powers, values.body]);
    useEffect(() => {
        const body = values.body || bodies[0]?.id || "";
        const unit = values.unit || me.units[0] || "";
        const guess = instructor && signers.has(instructor) ? instructor : signers.size === 1 ? [...signers][0] : undefined;
        const signer = values.signer || (id ? "" : (guess ?? ""));
        if (body !== values.body || unit !== values.unit || signer !== values.signer) fill({ body, unit, signer });
    }, [bodies, me.units, values.body, values.unit, values.signer, signers, instructor, id, fill]);
    const canSign = useMemo(() => (signers.size > 0 ? (person: string) => signers.has(person) : undefined), [signers]);
    const told = useRef(values);
    useEffect(() => {
        if (draft.typed && told.current !== values) setKeptAt(clock(now));
        told.current = values;
        // eslint-disable-next-line react-hooks/exhaustive-deps -- the clock alone keeps nothing
    }, [values]);

    const saved = (view: OutgoingView) => {
        tell(words.outgoing.saved);
        draft.clear();
        void navigate(`/outgoing/${view.id}`, { replace: true });
    };
    const create = useAct("/api/outgoing", saved);
    const change = useAct("/api/outgoing/{id}", saved);
    const act = id ? change : create;
    const problem: Problem | null = act.error;
    const stale = (current && values.version !== null && current.version > values.version) || problem?.code.split(".").pop() === "stale";
    useEffect(() => {
        if (problem?.code.split(".").pop() === "stale") reload?.();
        // eslint-disable-next-line react-hooks/exhaustive-deps -- once per refusal
    }, [problem]);

    const [save, waiting] = useWhenThere(uploads, () => {
        if (act.isPending) return;
        if (id) change.mutate({ ...draftOf(values, id, kind), id });
        else create.mutate(draftOf(values, null, kind));
    });
    const latest = useRef(save);
    latest.current = save;
    const saveSoon = () => {
        (document.activeElement as HTMLElement | null)?.blur();
        setTimeout(() => latest.current());
    };
    useKeys([
        { key: "mod+enter", words: words.outgoing.save_draft, run: saveSoon },
        { key: "mod+s", words: words.outgoing.save_draft, run: saveSoon },
    ]);
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        save();
    };
    const unit = units.find((each) => each.id === values.unit);
    return (
        <form ref={element} className="draft" onSubmit={onSubmit}>
            <PageHead title={id ? words.outgoing.edit_title : words.outgoing.new_title}>
                {keptAt && <span className="soft numbers draft-kept">{words.outgoing.autosaved(keptAt)}</span>}
                <Button variant="subtle" color="gray" onClick={() => void navigate(-1)}>
                    {words.verbs.back}
                </Button>
                <Button type="submit" loading={waiting || act.isPending} rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}>
                    {words.outgoing.save_draft}
                </Button>
            </PageHead>
            {draft.kept && <p className="soft">{words.incoming.kept_draft}</p>}
            {stale && current && <StaleNotice mine={values} theirs={draftingOf(current)} onTake={set} onKeep={() => set({ version: current.version })} />}
            {problem && !stale && <FormProblem problem={problem} />}
            <div className="draft-columns">
                <div className="draft-text">
                    <Textarea
                        label={words.fields.subject}
                        required
                        withAsterisk
                        autosize
                        minRows={2}
                        autoFocus={!values.subject}
                        value={values.subject}
                        onChange={(event) => set({ subject: event.currentTarget.value })}
                        error={faultOf(problem, "subject")}
                    />
                    <DraftDetails kind={kind} values={values} set={set} problem={problem} />
                    <div className="row draft-mode">
                        <SegmentedControl
                            size="xs"
                            aria-label={words.outgoing.text}
                            data={[
                                { value: "text", label: words.outgoing.text_mode },
                                { value: "file", label: words.outgoing.file_mode },
                            ]}
                            value={values.mode}
                            onChange={(mode) => set({ mode: mode as Drafting["mode"] })}
                        />
                        <span className="soft draft-hint">{values.mode === "text" ? words.outgoing.text_hint : words.outgoing.file_hint}</span>
                    </div>
                    <UploadProgress uploads={uploads.uploads} />
                    {values.mode === "text" ? (
                        <Paragraphs value={values.text} onChange={(text) => set({ text })} />
                    ) : (
                        <div className="stack">
                            {values.files.map(({ id: file, name }, index) => (
                                <div key={file} className="row nowrap">
                                    <span className="soft">{index === 0 ? words.incoming.tabs.document : words.incoming.tabs.appendices}</span> {name}
                                    <ActionIcon
                                        variant="subtle"
                                        color="gray"
                                        aria-label={words.incoming.remove_file(name)}
                                        onClick={() => set({ files: values.files.filter((each) => each.id !== file) })}
                                    >
                                        <IconX size={16} />
                                    </ActionIcon>
                                </div>
                            ))}
                            <div>
                                <FileButton onFiles={takeFiles} />
                            </div>
                        </div>
                    )}
                </div>
                <div className="draft-facts stack">
                    {values.reply_to && (
                        <p className="notice">
                            <Link to={`/incoming/${values.reply_to}`}>{words.outgoing.replying(replySymbol)}</Link>
                        </p>
                    )}
                    <Select
                        size="xs"
                        label={words.fields.body}
                        data={bodies.map(({ id: body, name }) => ({ value: body, label: name }))}
                        allowDeselect={false}
                        value={values.body || null}
                        onChange={(body) => set({ body: body ?? "", signer: "" })}
                        error={faultOf(problem, "body")}
                    />
                    <KindPicker size="xs" outgoing used withAsterisk label={words.fields.kind} value={values.kind} onChange={(kind) => set(id ? { kind: kind ?? "" } : withTemplate(values, templates, kind ?? ""))} error={faultOf(problem, "kind")} />
                    <PersonPicker
                        size="xs"
                        label={words.fields.signer}
                        only={canSign}
                        value={values.signer}
                        onChange={(signer) => set({ signer: signer ?? "" })}
                        clearable
                        error={faultOf(problem, "signer")}
                    />
                    <Recipients value={values.recipients} onChange={(recipients) => set({ recipients })} unit={unit?.abbreviation ?? ""} addressees={kind?.addressees !== false} error={faultOf(problem, "recipients")} />
                    <div className="row nowrap draft-pair">
                        <Select
                            size="xs"
                            label={words.fields.urgency}
                            data={urgencies}
                            allowDeselect={false}
                            value={values.urgency}
                            onChange={(urgency) => set({ urgency: (urgency ?? "normal") as Urgency })}
                        />
                        <DateField size="xs" label={words.outgoing.due_on} value={values.due_on} onChange={(due_on) => set({ due_on })} error={faultOf(problem, "due_on")} />
                    </div>
                    <DraftMarks values={values} set={set} problem={problem} />
                    {units.length > 0 && (
                        <Select
                            size="xs"
                            label={words.fields.unit}
                            data={units.map(({ id: each, name }) => ({ value: each, label: name }))}
                            clearable
                            value={values.unit || null}
                            onChange={(next) => set({ unit: next ?? "" })}
                            error={faultOf(problem, "unit")}
                        />
                    )}
                </div>
            </div>
            {over && <div className="drop-over">{words.files.drop_draft}</div>}
        </form>
    );
}
