import { NumberInput, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAct, useBodies, useSigningPowers } from "../api/queries.ts";
import type { Authority, CopyForm, Recipient, SourceKind } from "../api/types.ts";
import { Recipients } from "../delivery/Recipients.tsx";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";

const text = words.copies;

interface Props {
    kind: SourceKind;
    record: string;
    body?: string;
    forms: CopyForm[]; // that fit what the agency has
    onClose: () => void;
}

// The form of a copy, who signs it, who gets it; of an extract also what was taken. Its number is the next of the year's copies.
export function MakeCopyBox({ kind, record, body: own, forms, onClose }: Props) {
    const today = useToday();
    const navigate = useNavigate();
    const bodies = useBodies().filter(({ party }) => !party);
    const powers = useSigningPowers();
    const [form, setForm] = useState<CopyForm>(forms[0] ?? "full");
    const [chosenBody, setBody] = useState<string | null>(own ?? null);
    const body = bodies.find(({ id }) => id === chosenBody)?.id ?? bodies[0]?.id ?? "";
    const [chosenSigner, setSigner] = useState<string | null>(null);
    const [copiedOn, setCopiedOn] = useState<string | null>(today);
    const [recipients, setRecipients] = useState<Recipient[]>([]);
    const [copies, setCopies] = useState("");
    const [part, setPart] = useState("");
    const [way, setWay] = useState<"text" | "pages">("text");
    const [typed, setTyped] = useState("");
    const [place, setPlace] = useState("");
    const [first, setFirst] = useState<number | string>("");
    const [last, setLast] = useState<number | string>("");
    const signers = powers
        .filter((power) => power.body === body)
        .map((power) => ({ value: `${power.person}/${power.authority}`, label: `${power.person_name} · ${power.signing_lines.split("\n").join(" / ")}` }));
    const signer = signers.find(({ value }) => value === chosenSigner)?.value ?? null;
    const make = useAct("/api/copies", (view) => {
        tell(text.made(view.symbol));
        onClose();
        void navigate(`/copies/${view.id}`);
    });
    const fault = (field: string) => faultOf(make.error, field);
    const extract = form === "extract";
    const send = () => {
        const [person, authority] = (signer ?? "/").split("/");
        make.mutate({
            source_kind: kind,
            source: record,
            form,
            body,
            signer: person ?? "",
            authority: (authority || null) as Authority | null,
            copied_on: copiedOn === today ? null : copiedOn,
            recipients,
            copy_count: /^\d+$/.test(copies) ? Number(copies) : null,
            ...(extract && { part: part.trim() }),
            ...(extract && way === "text" && { text: typed.trim(), ...(place.trim() && { source_place: place.trim() }) }),
            ...(extract && way === "pages" && { first_page: Number(first) || 0, last_page: Number(last) || 0 }),
        });
    };
    return (
        <ActBox wide title={text.make} act={text.make_act} problem={make.error} busy={make.isPending} off={!signer || !body} onAct={send} onClose={onClose}>
            <div>
                <SegmentedControl fullWidth={forms.length > 1} aria-label={text.form_label} value={form} onChange={(value) => setForm(value as CopyForm)} data={forms.map((value) => ({ value, label: text.form[value] }))} />
                <p className="soft">{text.form_hint[form]}</p>
                {fault("form") && <p className="meaning-overdue">{fault("form")}</p>}
            </div>
            {extract && (
                <>
                    <TextInput required label={text.part} placeholder={text.part_placeholder} value={part} onChange={(event) => setPart(event.currentTarget.value)} error={fault("part")} />
                    <SegmentedControl
                        aria-label={text.way}
                        value={way}
                        onChange={(value) => setWay(value as "text" | "pages")}
                        data={[
                            { value: "text", label: text.by_text },
                            { value: "pages", label: text.by_pages },
                        ]}
                    />
                    {way === "text" ? (
                        <>
                            <Textarea required label={text.text} description={text.text_hint} autosize minRows={4} maxRows={12} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={fault("text")} />
                            {kind === "incoming" && <TextInput label={text.source_place} description={text.source_place_hint} value={place} onChange={(event) => setPlace(event.currentTarget.value)} error={fault("source_place")} />}
                        </>
                    ) : (
                        <div className="row">
                            <NumberInput w={120} min={1} label={text.first_page} value={first} onChange={setFirst} error={fault("first_page")} />
                            <NumberInput w={120} min={1} label={text.last_page} value={last} onChange={setLast} error={fault("last_page")} />
                        </div>
                    )}
                </>
            )}
            {bodies.length > 1 && <Select label={text.body} allowDeselect={false} data={bodies.map(({ id, name }) => ({ value: id, label: name }))} value={body} onChange={setBody} error={fault("body")} />}
            <Select required searchable filter={findFolded} label={words.fields.signer} placeholder={words.shares.pick} data={signers} value={signer} onChange={setSigner} error={fault("signer") ?? fault("authority")} />
            <DateField label={text.day} description={words.outgoing.number_hint} value={copiedOn} onChange={setCopiedOn} error={fault("copied_on")} />
            <Recipients value={recipients} onChange={setRecipients} addressees={false} unit="" />
            <TextInput label={text.count_label} inputMode="numeric" w={160} value={copies} onChange={(event) => setCopies(event.currentTarget.value)} error={fault("copy_count")} />
        </ActBox>
    );
}
