import { Button, Checkbox, Kbd, NativeSelect, Select, TextInput } from "@mantine/core";
import { IconPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { queries, useAct, useGet, useList } from "../api/queries.ts";
import type { UseRow } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay, useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { useFilters } from "../ui/filters.tsx";
import { Pages, Table } from "../ui/list.tsx";
import { tell } from "../ui/notice.tsx";
import { Empty, PageHead } from "../ui/page.tsx";
import { findFolded, PersonPicker } from "../ui/pickers.tsx";
import { date, shortDate } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

const readAgain = () => void queries.invalidateQueries({ queryKey: ["/api/kept-copies"] });

// The register of the use of kept copies (Decree 30/2020 Appendix IV): who took one, who allowed it, when it came back.
export function KeptCopies() {
    const today = useToday();
    const { values, set } = useFilters(["out"] as const);
    const out = values.out === "true";
    const list = useList("/api/kept-copies", { ...(out && { out }), limit: 50 });
    const keeps = useMay()("number_outgoing");
    const thisYear = Number(today.slice(0, 4));
    const [year, setYear] = useState(thisYear);
    const [adding, setAdding] = useState(false);
    const [back, setBack] = useState<UseRow>();
    useKeys([{ key: "n", words: words.kept_copies.add, run: () => setAdding(true), off: !keeps }]);
    const items = list.data?.pages.flatMap((page) => page.items);
    return (
        <>
            <PageHead title={words.kept_copies.title}>
                <Checkbox label={words.kept_copies.only_out} checked={out} onChange={(event) => set("out", event.currentTarget.checked ? "true" : null)} />
                <NativeSelect aria-label={words.kept_copies.year} data={Array.from({ length: 5 }, (_, back) => String(thisYear - back))} value={String(year)} onChange={(event) => setYear(Number(event.currentTarget.value))} />
                <Button component="a" href={`/api/kept-copies/print?year=${year}`} target="_blank" rel="noopener" variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
                    {words.books.print}
                </Button>
                <ExportLink path="/api/kept-copies/export" input={{ year }} />
                {keeps && (
                    <Button leftSection={<IconPlus size={16} />} rightSection={<Kbd size="xs">n</Kbd>} onClick={() => setAdding(true)}>
                        {words.kept_copies.add}
                    </Button>
                )}
            </PageHead>
            <p className="soft">{words.kept_copies.hint}</p>
            <Pages list={list} items={items} empty={<Empty title={out ? words.kept_copies.empty_out : words.kept_copies.empty} hint={words.kept_copies.empty_hint} />}>
                <Table heads={[words.kept_copies.columns.taken, words.kept_copies.columns.user, words.kept_copies.columns.document, words.kept_copies.columns.dossier, words.kept_copies.columns.allowed_by, words.kept_copies.columns.returned]}>
                    {items?.map((row) => (
                        <Row key={row.id} row={row} today={today} onBack={keeps ? () => setBack(row) : undefined} />
                    ))}
                </Table>
            </Pages>
            {adding && <TakeBox onClose={() => setAdding(false)} />}
            {back && <BackBox row={back} onClose={() => setBack(undefined)} />}
        </>
    );
}

function Row({ row, today, onBack }: { row: UseRow; today: string; onBack: (() => void) | undefined }) {
    return (
        <tr>
            <td className="fixed soft">{shortDate(row.taken_on, today)}</td>
            <td>
                {row.user_name}
                {row.note && <div className="soft">{row.note}</div>}
            </td>
            <td className="whole">
                <Link to={`/outgoing/${row.document}`}>{row.symbol}</Link> <span className="soft numbers">{date(row.issued_on)}</span>
                <div>{row.subject}</div>
            </td>
            <td>{row.dossier}</td>
            <td>{row.allowed_name}</td>
            <td className="fixed">
                {row.returned_on ? (
                    <span className="soft">{shortDate(row.returned_on, today)}</span>
                ) : onBack ? (
                    <Button size="compact-sm" variant="light" onClick={onBack} aria-label={words.kept_copies.give_back_of(row.symbol)}>
                        {words.kept_copies.give_back}
                    </Button>
                ) : (
                    words.kept_copies.out
                )}
            </td>
        </tr>
    );
}

function TakeBox({ onClose }: { onClose: () => void }) {
    const today = useToday();
    const [search, setSearch] = useState("");
    const [document, setDocument] = useState<string | null>(null);
    const [taken_on, setTaken] = useState<string | null>(today);
    const [person, setPerson] = useState("");
    const [user_name, setUser] = useState("");
    const [allowed_by, setAllowed] = useState("");
    const [dossier, setDossier] = useState("");
    const [note, setNote] = useState("");
    const issued = useGet("/api/outgoing", { query: search || null, state: "issued", limit: 20 }, { keep: true });
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
            <PersonPicker label={words.kept_copies.person} placeholder={words.shares.pick} value={person} onChange={(id) => setPerson(id ?? "")} clearable error={faultOf(take.error, "person")} />
            <TextInput label={words.kept_copies.user_name} value={user_name} onChange={(event) => setUser(event.currentTarget.value)} error={faultOf(take.error, "user_name")} />
            <PersonPicker required label={words.kept_copies.columns.allowed_by} placeholder={words.shares.pick} value={allowed_by} onChange={(id) => setAllowed(id ?? "")} error={faultOf(take.error, "allowed_by")} />
            <DateField label={words.kept_copies.taken_on} value={taken_on} onChange={setTaken} error={faultOf(take.error, "taken_on")} />
            <TextInput label={words.kept_copies.columns.dossier} description={words.kept_copies.dossier_hint} value={dossier} onChange={(event) => setDossier(event.currentTarget.value)} error={faultOf(take.error, "dossier")} />
            <TextInput label={words.fields.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={faultOf(take.error, "note")} />
        </ActBox>
    );
}

function BackBox({ row, onClose }: { row: UseRow; onClose: () => void }) {
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
