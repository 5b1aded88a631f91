import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { queries, useAct, useGet } from "../api/queries.ts";
import type { UseRow } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded, PersonPicker } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";

const readAgain = () => void queries.invalidateQueries({ queryKey: ["/api/kept-copies"] });

interface TakeProps {
    of?: { id: string; symbol: string; subject: string }; // its copy; to be chosen when absent
    onClose: () => void;
}

// Somebody takes the kept copy of an issued document.
export function TakeBox({ of, onClose }: TakeProps) {
    const today = useToday();
    const [search, setSearch] = useState("");
    const [document, setDocument] = useState<string | null>(of?.id ?? null);
    const [taken_on, setTaken] = useState<string | null>(today);
    const [person, setPerson] = useState("");
    const [user_name, setUser] = useState("");
    const [allowed_by, setAllowed] = useState("");
    const [dossier, setDossier] = useState("");
    const [note, setNote] = useState("");
    const issued = useGet("/api/outgoing", { query: search || null, state: "issued", limit: 20 }, { keep: true, enabled: !of });
    const take = useAct("/api/kept-copies", () => {
        tell(words.kept_copies.added);
        readAgain();
        onClose();
    });
    return (
        <ActBox
            title={words.kept_copies.add}
            act={words.verbs.save}
            problem={take.error}
            busy={take.isPending}
            off={!document}
            onAct={() =>
                document &&
                take.mutate({ document, taken_on, person: person || null, user_name: user_name.trim() || null, allowed_by, dossier: dossier.trim() || null, note: note.trim() || null })
            }
            onClose={onClose}
        >
            {of ? (
                <div>
                    <p>
                        <strong>{of.symbol}</strong> {of.subject}
                    </p>
                    {faultOf(take.error, "document") && <p className="meaning-overdue">{faultOf(take.error, "document")}</p>}
                </div>
            ) : (
                <Select
                    data-autofocus
                    required
                    label={words.kept_copies.document}
                    placeholder={words.kept_copies.document_hint}
                    searchable
                    filter={findFolded}
                    onSearchChange={setSearch}
                    data={issued.data?.items.map((row) => ({ value: row.id, label: `${row.symbol} · ${row.subject}` })) ?? []}
                    value={document}
                    onChange={setDocument}
                    error={faultOf(take.error, "document")}
                />
            )}
            <PersonPicker label={words.kept_copies.person} placeholder={words.shares.pick} value={person} onChange={(id) => setPerson(id ?? "")} clearable error={faultOf(take.error, "person")} />
            <TextInput label={words.kept_copies.user_name} value={user_name} onChange={(event) => setUser(event.currentTarget.value)} error={faultOf(take.error, "user_name")} />
            <PersonPicker required label={words.kept_copies.columns.allowed_by} placeholder={words.shares.pick} value={allowed_by} onChange={(id) => setAllowed(id ?? "")} error={faultOf(take.error, "allowed_by")} />
            <DateField label={words.kept_copies.taken_on} value={taken_on} onChange={setTaken} error={faultOf(take.error, "taken_on")} />
            <TextInput label={words.kept_copies.columns.dossier} description={words.kept_copies.dossier_hint} value={dossier} onChange={(event) => setDossier(event.currentTarget.value)} error={faultOf(take.error, "dossier")} />
            <TextInput label={words.fields.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={faultOf(take.error, "note")} />
        </ActBox>
    );
}

export function BackBox({ row, onClose }: { row: UseRow; onClose: () => void }) {
    const today = useToday();
    const [returned_on, setReturned] = useState<string | null>(today);
    const give = useAct("/api/kept-copies/{id}/give-back", () => {
        tell(words.kept_copies.given_back);
        readAgain();
        onClose();
    });
    return (
        <ActBox title={words.kept_copies.give_back_of(row.symbol)} act={words.kept_copies.give_back} problem={give.error} busy={give.isPending} onAct={() => give.mutate({ id: row.id, returned_on })} onClose={onClose}>
            <p>{words.kept_copies.with(row.user_name)}</p>
            <DateField data-autofocus label={words.kept_copies.columns.returned} value={returned_on} onChange={setReturned} error={faultOf(give.error, "returned_on")} />
        </ActBox>
    );
}
