import { Button, Kbd, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { useBodies } from "../api/queries.ts";
import type { OutgoingQuery, OutgoingRow, OutgoingState } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay, useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { DaySheet } from "../ui/DaySheet.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { FilterBar, useFilters } from "../ui/filters.tsx";
import { None, Pages, Table, useWalked } from "../ui/list.tsx";
import { OutgoingStateMark, UrgencyMark } from "../ui/marks.tsx";
import { PageHead } from "../ui/page.tsx";
import { KindPicker, PersonPicker, useKindNames } from "../ui/pickers.tsx";
import { SavedFilters } from "../ui/SavedFilters.tsx";
import { shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import "../incoming/incoming.css";
import { useColumns, type Column } from "../ui/columns.tsx";

const filterNames = ["query", "state", "kind", "from", "to", "person", "body"] as const;
const states = Object.entries(words.outgoing_state).map(([value, label]) => ({ value, label }));

const named = words.outgoing.columns;
const columns = (kinds: Map<string, string>): Record<string, Column<OutgoingRow>> => ({
    symbol: { label: named.symbol, value: (row) => (row.number > 0 ? row.symbol : null) },
    date: { label: named.date, value: (row) => row.issued_on },
    kind: { label: named.kind, value: (row) => kinds.get(row.kind) ?? row.kind },
    subject: { label: named.subject, value: (row) => row.subject, always: true },
    drafter: { label: named.drafter, value: (row) => row.drafter_name },
    signer: { label: named.signer, value: (row) => row.signer_name },
    state: { label: named.state, value: (row) => words.outgoing_state[row.state] },
});

export function OutgoingList() {
    const navigate = useNavigate();
    const may = useMay();
    const bodies = useBodies();
    const filters = useFilters(filterNames);
    const { values, set } = filters;
    const input = useMemo<OutgoingQuery>(
        () => ({
            ...(values.query && { query: values.query }),
            ...(values.state && { state: values.state as OutgoingState }),
            ...(values.kind && { kind: values.kind }),
            ...(values.from && { from: values.from }),
            ...(values.to && { to: values.to }),
            ...(values.person && { person: values.person }),
            ...(values.body && { body: values.body }),
            limit: 50,
        }),
        [values.query, values.state, values.kind, values.from, values.to, values.person, values.body],
    );
    const { list, rows, items, first } = useWalked("/api/outgoing", input, "outgoing", filters.any);
    const drafts = may("draft_outgoing");
    useKeys([{ key: "n", words: words.outgoing.draft_new, run: () => void navigate("/outgoing/new"), off: !drafts }]);
    const draftButton = drafts && (
        <Button component={Link} to="/outgoing/new" leftSection={<IconPlus size={16} />} rightSection={<Kbd size="xs">n</Kbd>}>
            {words.outgoing.draft_new}
        </Button>
    );
    const kinds = useKindNames();
    const known = useMemo(() => columns(kinds), [kinds]);
    const shown = useColumns("outgoing", known, list, first, items);
    return (
        <>
            <PageHead title={words.outgoing.title}>
                {first && <span className="soft numbers">{words.incoming.count(first.total, first.more_than_total)}</span>}
                <DaySheet direction="outgoing" body={values.body} />
                {shown.chooser}
                <ExportLink path="/api/exports/outgoing" input={input} />
                {draftButton}
            </PageHead>
            <FilterBar query={values.query} onQuery={(query) => set("query", query)} any={filters.any} clear={filters.clear}>
                <Select
                    w={170}
                    aria-label={words.fields.state}
                    placeholder={words.incoming.all_states}
                    data={states}
                    value={values.state || null}
                    onChange={(state) => set("state", state)}
                    clearable
                />
                <KindPicker
                    w={150}
                    outgoing
                    aria-label={words.fields.kind}
                    placeholder={words.incoming.all_kinds}
                    value={values.kind}
                    onChange={(kind) => set("kind", kind)}
                    clearable
                />
                {bodies.length > 1 && (
                    <Select
                        w={190}
                        aria-label={words.fields.body}
                        placeholder={words.outgoing.all_bodies}
                        data={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                        value={values.body || null}
                        onChange={(body) => set("body", body)}
                        clearable
                    />
                )}
                <DateField w={122} aria-label={words.fields.from} placeholder={words.fields.from} value={values.from} onChange={(day) => set("from", day)} />
                <DateField w={122} aria-label={words.fields.to} placeholder={words.fields.to} value={values.to} onChange={(day) => set("to", day)} />
                <PersonPicker
                    w={134}
                    aria-label={words.fields.person}
                    placeholder={words.incoming.anyone}
                    value={values.person}
                    onChange={(person) => set("person", person)}
                    clearable
                />
                <SavedFilters list="outgoing" />
            </FilterBar>
            {shown.note}
            <Pages list={list} items={items} empty={
                    <None filters={filters} title={words.outgoing.empty} hint={words.outgoing.empty_hint}>
                        {draftButton}
                    </None>
                }>
                <Table heads={shown.heads} sorted={shown.sorted} rows={rows} className={shown.className} busy={list.isPlaceholderData}>
                    {shown.rows?.map((row) => (
                        <Row key={row.id} row={row} />
                    ))}
                </Table>
            </Pages>
        </>
    );
}

function Row({ row }: { row: OutgoingRow }) {
    const today = useToday();
    const kinds = useKindNames();
    return (
        <tr>
            <td className="fixed">{row.number > 0 ? <strong>{row.symbol}</strong> : <span className="soft">{words.outgoing.number_missing}</span>}</td>
            <td className="fixed soft">{shortDate(row.issued_on, today)}</td>
            <td className="off-phone">{kinds.get(row.kind) ?? row.kind}</td>
            <td className="whole list-subject">
                <Link to={`/outgoing/${row.id}`} className="cover" data-row={row.id}>
                    <span className="clamp">
                        <UrgencyMark urgency={row.urgency} /> {row.subject}
                    </span>
                </Link>
            </td>
            <td className="list-person">{row.drafter_name}</td>
            <td className="list-person off-phone">{row.signer_name}</td>
            <td className="fixed">
                <OutgoingStateMark state={row.state} />
            </td>
        </tr>
    );
}
