import { NativeSelect, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import type { IncomingView, ReceivedAs, StoredFile, Urgency } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Side } from "../ui/DocumentFrame.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { KindPicker } from "../ui/pickers.tsx";
import { useUploads } from "../ui/upload.ts";
import { date, moment } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

const receivedForms = Object.entries(words.received_as).map(([value, label]) => ({ value, label }));
const urgencies = Object.entries(words.urgency).map(([value, label]) => ({ value, label }));

// A wrong registration is put right; what stood there before stays with it. Number and day of arrival are not asked.
export function CorrectBox({ view, onClose }: { view: IncomingView; onClose: () => void }) {
    const [value, setValue] = useState({
        issuer: view.issuer,
        origin_number: view.origin_number,
        issued_on: view.issued_on,
        kind: view.kind,
        subject: view.subject,
        urgency: view.urgency,
        signer_name: view.signer_name,
        note: view.note,
        received_as: view.received_as,
    });
    const [reason, setReason] = useState("");
    const [added, setAdded] = useState<StoredFile[]>([]);
    const uploads = useUploads();
    const act = useAct("/api/incoming/{id}", () => {
        tell(words.correction.done);
        onClose();
    });
    const set = (more: Partial<typeof value>) => setValue({ ...value, ...more });
    const text = (field: "issuer" | "origin_number" | "signer_name" | "note", focus = false) => (
        <TextInput data-autofocus={focus || undefined} label={words.fields[field]} value={value[field]} onChange={(event) => set({ [field]: event.currentTarget.value })} error={faultOf(act.error, field)} />
    );
    return (
        <ActBox
            title={words.correction.title}
            act={words.correction.act}
            wide
            problem={act.error}
            busy={act.isPending}
            off={!reason.trim()}
            files={uploads}
            onAct={() => act.mutate({ id: view.id, version: view.version, reason: reason.trim(), ...value, files: added.map(({ id }) => id) })}
            onClose={onClose}
        >
            <p className="soft">{words.correction.hint}</p>
            {text("issuer", true)}
            {text("origin_number")}
            <DateField label={words.fields.issued_on} value={value.issued_on} onChange={(day) => set({ issued_on: day ?? "" })} error={faultOf(act.error, "issued_on")} />
            <KindPicker label={words.fields.kind} value={value.kind} onChange={(kind) => set({ kind: kind ?? view.kind })} error={faultOf(act.error, "kind")} />
            <Textarea autosize minRows={2} label={words.fields.subject} value={value.subject} onChange={(event) => set({ subject: event.currentTarget.value })} error={faultOf(act.error, "subject")} />
            <NativeSelect label={words.fields.urgency} data={urgencies} value={value.urgency} onChange={(event) => set({ urgency: event.currentTarget.value as Urgency })} />
            {text("signer_name")}
            <NativeSelect label={words.fields.received_as} data={receivedForms} value={value.received_as} onChange={(event) => set({ received_as: event.currentTarget.value as ReceivedAs })} />
            {text("note")}
            <div className="row">
                <FileButton onFiles={(files) => void uploads.send(files).then((stored) => setAdded((old) => [...old, ...stored]))}>{words.correction.add_file}</FileButton>
                {added.map(({ id, name }) => (
                    <span key={id}>{name}</span>
                ))}
            </div>
            <UploadProgress uploads={uploads.uploads} />
            <TextInput label={words.fields.reason} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}

// What was corrected: before and after.
export function Corrections({ view }: { view: IncomingView }) {
    const today = useToday();
    const has = view.story.some(({ action }) => action === "incoming.corrected");
    const { data } = useGet("/api/incoming/{id}/corrections", { id: view.id }, { enabled: has });
    if (!has || !data?.items.length) return null;
    const name = (field: string) => (words.fields as Record<string, string>)[field] ?? field;
    const shown = (field: string, text: string) => (field === "issued_on" ? date(text) : field === "urgency" ? (words.urgency[text as Urgency] ?? text) : field === "received_as" ? (words.received_as[text as ReceivedAs] ?? text) : text) || words.correction.nothing;
    return (
        <Side title={words.correction.history}>
            <ul className="facts-list">
                {data.items.map((each) => (
                    <li key={`${each.version} ${each.field}`}>
                        {name(each.field)}: <s>{shown(each.field, each.before)}</s> → {shown(each.field, each.after)}
                        <br />
                        <span className="soft">
                            {each.person_name} · {moment(each.at, today)} · {each.reason}
                        </span>
                    </li>
                ))}
            </ul>
        </Side>
    );
}
