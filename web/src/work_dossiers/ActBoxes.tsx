import { ActionIcon, Button, Radio, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useAct, usePeople } from "../api/queries.ts";
import type { DossierReader, ReaderPart, StoredFile, WorkDossierView } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { useUploads } from "../ui/upload.ts";
import { faultOf, words } from "../words/words.ts";
import { RetentionPicker } from "./RetentionPicker.tsx";

interface Props {
    dossier: WorkDossierView;
    onClose: () => void;
}

// What happens after an act: it is told, and the box goes.
const after = (message: string, onClose: () => void) => () => {
    tell(message);
    onClose();
};

export function FileBox({ dossier, onClose }: Props) {
    const w = words.dossiers.file_box;
    const uploads = useUploads();
    const [file, setFile] = useState<StoredFile>();
    const [values, setValues] = useState({ subject: "", type_name: "", number: "", issued_on: null as string | null, author: "", note: "" });
    const put = useAct("/api/work-dossiers/{id}/files", after(words.dossiers.done.put(dossier.symbol), onClose));
    const set = (change: Partial<typeof values>) => setValues((old) => ({ ...old, ...change }));
    const text = (name: "type_name" | "number" | "author" | "note", hint?: string) => (
        <TextInput label={w[name]} description={hint} value={values[name]} onChange={(event) => set({ [name]: event.currentTarget.value })} error={faultOf(put.error, name)} />
    );
    return (
        <ActBox
            wide
            title={w.title}
            act={w.title}
            problem={put.error}
            busy={put.isPending}
            off={!file || !values.subject.trim()}
            files={uploads}
            onAct={() => file && put.mutate({ id: dossier.id, file: file.id, ...values, subject: values.subject.trim() })}
            onClose={onClose}
        >
            <div className="row">
                <FileButton
                    many={false}
                    onFiles={(files) => {
                        // named before it has come: a required field that is still empty would refuse the form that waits for the file
                        setValues((old) => (old.subject ? old : { ...old, subject: (files[0]?.name ?? "").replace(/\.\w+$/, "") }));
                        void uploads.send(files).then(([stored]) => stored && setFile(stored));
                    }}
                >
                    {w.file}
                </FileButton>
                <span className={file ? undefined : "soft"}>{file?.name ?? w.missing}</span>
            </div>
            <UploadProgress uploads={uploads.uploads} />
            <TextInput required label={w.subject} value={values.subject} onChange={(event) => set({ subject: event.currentTarget.value })} error={faultOf(put.error, "subject")} />
            {text("type_name", w.type_hint)}
            {text("number")}
            <DateField label={w.issued_on} value={values.issued_on} onChange={(issued_on) => set({ issued_on })} error={faultOf(put.error, "issued_on")} />
            {text("author")}
            {text("note")}
        </ActBox>
    );
}

export function ChangeBox({ dossier, onClose }: Props) {
    const w = words.dossiers;
    const [values, setValues] = useState({
        title: dossier.title,
        retention: dossier.retention,
        starts_on: dossier.starts_on,
        rights: dossier.rights,
        language: dossier.language,
        note: dossier.note,
        creator: dossier.creator,
    });
    const change = useAct("/api/work-dossiers/{id}", after(w.done.changed, onClose));
    const set = (part: Partial<typeof values>) => setValues((old) => ({ ...old, ...part }));
    return (
        <ActBox
            wide
            title={w.act.change}
            act={words.verbs.save}
            problem={change.error}
            busy={change.isPending}
            off={!values.title.trim()}
            onAct={() => change.mutate({ id: dossier.id, version: dossier.version, ...values, title: values.title.trim() })}
            onClose={onClose}
        >
            <Textarea data-autofocus required autosize label={w.open_box.name} value={values.title} onChange={(event) => set({ title: event.currentTarget.value })} error={faultOf(change.error, "title")} />
            <RetentionPicker label={w.facts.retention} value={values.retention} onChange={(retention) => set({ retention })} error={faultOf(change.error, "retention")} />
            <DateField label={w.open_box.starts_on} value={values.starts_on} onChange={(day) => day && set({ starts_on: day })} error={faultOf(change.error, "starts_on")} />
            <TextInput label={w.facts.rights} value={values.rights} onChange={(event) => set({ rights: event.currentTarget.value })} error={faultOf(change.error, "rights")} />
            <TextInput label={w.facts.language} value={values.language} onChange={(event) => set({ language: event.currentTarget.value })} error={faultOf(change.error, "language")} />
            <TextInput label={w.facts.note} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} error={faultOf(change.error, "note")} />
            <PersonPicker label={w.change_box.hand_over} value={values.creator} onChange={(creator) => creator && set({ creator })} error={faultOf(change.error, "creator")} />
        </ActBox>
    );
}

const parts = (Object.keys(words.dossiers.reader) as ReaderPart[]).map((value) => ({ value, label: words.dossiers.reader[value] }));

export function AccessBox({ dossier, onClose }: Props) {
    const w = words.dossiers;
    const people = usePeople();
    const [readers, setReaders] = useState<DossierReader[]>(dossier.readers);
    const give = useAct("/api/work-dossiers/{id}/access", after(w.done.access, onClose));
    const change = (index: number, part: Partial<DossierReader>) => setReaders(readers.map((old, at) => (at === index ? { ...old, ...part } : old)));
    const nameOf = (id: string) => people.find((person) => person.id === id)?.full_name ?? "";
    return (
        <ActBox
            wide
            title={w.act.access}
            act={words.verbs.save}
            problem={give.error}
            busy={give.isPending}
            onAct={() => give.mutate({ id: dossier.id, readers: readers.filter(({ person }) => person) })}
            onClose={onClose}
        >
            <p className="soft">{w.readers_hint}</p>
            {readers.map((reader, index) => (
                <div key={index} className="row nowrap">
                    <PersonPicker
                        style={{ flex: 1 }}
                        aria-label={words.shares.person}
                        placeholder={words.shares.pick}
                        value={reader.person}
                        only={(id) => id !== dossier.creator && (id === reader.person || !readers.some(({ person }) => person === id))}
                        onChange={(person) => change(index, { person: person ?? "" })}
                        error={give.error?.fault(`readers/${index}/person`) && words.faults.unknown}
                    />
                    <SegmentedControl size="xs" aria-label={w.reader_part} data={parts} value={reader.part} onChange={(part) => change(index, { part: part as ReaderPart })} />
                    <ActionIcon variant="subtle" color="gray" aria-label={words.shares.remove(nameOf(reader.person))} onClick={() => setReaders(readers.filter((_, at) => at !== index))}>
                        <IconX size={16} />
                    </ActionIcon>
                </div>
            ))}
            <div>
                <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setReaders([...readers, { person: "", part: "read", person_name: "" }])}>
                    {w.reader_add}
                </Button>
            </div>
        </ActBox>
    );
}

export function CloseBox({ dossier, onClose }: Props) {
    const w = words.dossiers;
    const [day, setDay] = useState<string | null>(null);
    const act = useAct("/api/work-dossiers/{id}/close", after(w.done.closed, onClose));
    const blocked = dossier.findings.filter((finding) => finding.blocks);
    return (
        <ActBox
            title={w.act.close}
            act={w.act.close}
            problem={act.error}
            busy={act.isPending}
            off={blocked.length > 0}
            onAct={() => act.mutate({ id: dossier.id, version: dossier.version, ends_on: day })}
            onClose={onClose}
        >
            <p>{w.close_box.hint}</p>
            {blocked.length > 0 && (
                <ul className="meaning-overdue">
                    {blocked.map((finding) => (
                        <li key={finding.code + finding.ordinal}>{w.finding_of(finding.ordinal, w.finding[finding.code] ?? finding.code)}</li>
                    ))}
                </ul>
            )}
            <DateField data-autofocus label={w.close_box.ends_on} description={w.close_box.ends_hint} value={day} onChange={setDay} error={faultOf(act.error, "ends_on")} />
        </ActBox>
    );
}

export function ReopenBox({ dossier, onClose }: Props) {
    const w = words.dossiers;
    const [reason, setReason] = useState("");
    const act = useAct("/api/work-dossiers/{id}/reopen", after(w.done.reopened, onClose));
    return (
        <ActBox title={w.act.reopen} act={w.act.reopen} problem={act.error} busy={act.isPending} off={!reason.trim()} onAct={() => act.mutate({ id: dossier.id, reason: reason.trim() })} onClose={onClose}>
            <Textarea data-autofocus required autosize minRows={2} label={w.reopen_box.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}

export function ReviewBox({ dossier, onClose }: Props) {
    const w = words.dossiers;
    const [complete, setComplete] = useState(!dossier.reviewed_at);
    const [reason, setReason] = useState("");
    const act = useAct("/api/work-dossiers/{id}/review", after(complete ? w.done.reviewed : w.done.sent_back, onClose));
    return (
        <ActBox
            title={w.act.review}
            act={complete ? w.review_box.complete : w.review_box.lacking}
            problem={act.error}
            busy={act.isPending}
            off={!complete && !reason.trim()}
            onAct={() => act.mutate({ id: dossier.id, complete, reason: complete ? null : reason.trim() })}
            onClose={onClose}
        >
            <Radio.Group aria-label={w.act.review} value={complete ? "complete" : "lacking"} onChange={(value) => setComplete(value === "complete")}>
                <div className="stack">
                    <Radio value="complete" label={w.review_box.complete} />
                    <Radio value="lacking" label={w.review_box.lacking} />
                </div>
            </Radio.Group>
            {!complete && <Textarea required autosize minRows={2} label={w.review_box.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />}
        </ActBox>
    );
}
