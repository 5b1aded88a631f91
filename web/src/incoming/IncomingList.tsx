import { Button, Checkbox, Kbd, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, type KeyboardEvent, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { IncomingCounted, IncomingQuery, IncomingRow, IncomingState } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay, useToday } from "../frame/session.ts";
import { useColumns, type Column } from "../ui/columns.tsx";
import { DateField } from "../ui/DateField.tsx";
import { DaySheet } from "../ui/DaySheet.tsx";
import { FilterBar, useFilters } from "../ui/filters.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { None, Pages, Table, useWalked } from "../ui/list.tsx";
import { DueMark, IncomingStateMark, UrgencyMark } from "../ui/marks.tsx";
import { PageHead } from "../ui/page.tsx";
import { KindPicker, PersonPicker } from "../ui/pickers.tsx";
import { SavedFilters } from "../ui/SavedFilters.tsx";
import { shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { RowTold, useBulk } from "./Bulk.tsx";
import { IssuerPicker } from "./IssuerPicker.tsx";
import "./incoming.css";

const filterNames = ["query", "state", "kind", "issuer", "from", "to", "person", "overdue", "counted"] as const;
const states = Object.entries(words.incoming_state).map(([value, label]) => ({ value, label }));

const named = words.incoming.columns;
const columns: Record<string, Column<IncomingRow>> = {
    number: { label: named.number, value: (row) => (row.arrival_number > 0 ? row.year * 1_000_000 + row.arrival_number : null) },
    arrived: { label: named.arrived, value: (row) => row.arrived_on },
    symbol: { label: named.symbol, value: (row) => row.origin_number },
    subject: { label: named.subject, value: (row) => row.subject, always: true },
    issuer: { label: named.issuer, value: (row) => row.issuer },
    lead: { label: named.lead, value: (row) => row.lead_name },
    state: { label: named.state, value: (row) => words.incoming_state[row.state] },
    due: { label: named.due, value: (row) => row.due_on },
};
const select = <span className="hidden">{words.hands.select_key}</span>; // a row is chosen before its columns

export function IncomingList() {
    const navigate = useNavigate();
    const may = useMay();
    const filters = useFilters(filterNames);
    const { values, set } = filters;
    const input = useMemo<IncomingQuery>(
        () => ({
            ...(values.query && { query: values.query }),
            ...(values.state && { state: values.state as IncomingState }),
            ...(values.kind && { kind: values.kind }),
            ...(values.issuer && { issuer: values.issuer }),
            ...(values.from && { from: values.from }),
            ...(values.to && { to: values.to }),
            ...(values.person && { person: values.person }),
            ...(values.overdue && { overdue: true }),
            ...(isCounted(values.counted) && { counted: values.counted }),
            limit: 50,
        }),
        [values.query, values.state, values.kind, values.issuer, values.from, values.to, values.person, values.overdue, values.counted],
    );
    const { list, rows, items, first } = useWalked("/api/incoming", input, "incoming", filters.any);
    const registers = may("register_incoming");
    const bulk = useBulk(items ?? []);
    useKeys([{ key: "n", words: words.incoming.register, run: () => void navigate("/incoming/register"), off: !registers }]);
    const shown = useColumns("incoming", columns, list, first, items, 1);
    const onKeyDown = (event: KeyboardEvent) => {
        const row = (event.target as HTMLElement).closest<HTMLAnchorElement>("a.cover")?.dataset["row"];
        if (event.key === " " && row) {
            event.preventDefault();
            bulk.toggle(row);
        } else rows.onKeyDown(event);
    };

    return (
        <>
            <PageHead title={words.incoming.title}>
                {first && <span className="soft numbers">{words.incoming.count(first.total, first.more_than_total)}</span>}
                <DaySheet direction="incoming" />
                {shown.chooser}
                <ExportLink path="/api/exports/incoming" input={input} />
                {registers && (
                    <Button component={Link} to="/incoming/envelopes" variant="default" className="off-phone">
                        {words.envelopes.title}
                    </Button>
                )}
                {registers && (
                    <Button component={Link} to="/incoming/register" leftSection={<IconPlus size={16} />} rightSection={<Kbd size="xs">n</Kbd>}>
                        {words.incoming.register_new}
                    </Button>
                )}
            </PageHead>
            <FilterBar query={values.query} onQuery={(query) => set("query", query)} any={filters.any} clear={filters.clear}>
                <Select
                    w={140}
                    aria-label={words.fields.state}
                    placeholder={words.incoming.all_states}
                    data={states}
                    value={values.state || null}
                    onChange={(state) => set("state", state)}
                    clearable
                />
                <KindPicker
                    w={118}
                    aria-label={words.fields.kind}
                    placeholder={words.incoming.all_kinds}
                    value={values.kind}
                    onChange={(kind) => set("kind", kind)}
                    clearable
                />
                <IssuerPicker
                    w={116}
                    placeholder={words.incoming.issuer_filter}
                    value={values.issuer}
                    onChange={(issuer) => set("issuer", issuer)}
                />
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
                <Checkbox
                    label={words.incoming.only_overdue}
                    checked={values.overdue === "true"}
                    onChange={(event) => set("overdue", event.currentTarget.checked ? "true" : null)}
                    className="filter-check"
                />
                <SavedFilters list="incoming" />
            </FilterBar>
            {isCounted(values.counted) && (
                <div className="notice row" role="status">
                    <span>{words.hands.counted[values.counted]}</span>
                    <Button size="compact-sm" variant="subtle" onClick={() => set("counted", null)}>
                        {words.hands.counted_off}
                    </Button>
                </div>
            )}
            {bulk.bar}
            {bulk.box}
            {shown.note}
            <Pages
                list={list}
                items={items}
                empty={
                    <None filters={filters} title={words.incoming.empty} hint={words.incoming.empty_hint}>
                        {registers && (
                            <Button component={Link} to="/incoming/register">
                                {words.incoming.register}
                            </Button>
                        )}
                    </None>
                }
            >
                <Table heads={[select, ...shown.heads]} sorted={shown.sorted} rows={{ ...rows, onKeyDown }} className={`incoming-list ${shown.className}`} busy={list.isPlaceholderData}>
                    {shown.rows?.map((row) => (
                        <Row key={row.id} row={row} chosen={bulk.chosen.has(row.id)} toggle={bulk.toggle} told={<RowTold result={bulk.results.get(row.id)} />} />
                    ))}
                </Table>
            </Pages>
        </>
    );
}

const isCounted = (text: string): text is IncomingCounted => text in words.hands.counted;

function Row({ row, chosen, toggle, told }: { row: IncomingRow; chosen: boolean; toggle: (id: string) => void; told: ReactNode }) {
    const today = useToday();
    const may = useMay();
    const waits = row.state === "arrived" && may("register_incoming");
    return (
        <tr data-chosen={chosen || undefined}>
            <td className="fixed above list-select">
                <Checkbox size="xs" tabIndex={-1} aria-label={words.hands.select(row.origin_number || row.subject)} checked={chosen} onChange={() => toggle(row.id)} />
            </td>
            <td className="fixed list-number">
                {row.arrival_number > 0 ? <strong>{row.arrival_number}</strong> : <span className="soft">{words.incoming.no_number}</span>}
                {row.arrival_number > 0 && row.year !== Number(today.slice(0, 4)) && <span className="soft">/{row.year}</span>}
            </td>
            <td className="fixed soft">{shortDate(row.arrived_on, today)}</td>
            <td className="fixed">{row.origin_number}</td>
            <td className="whole list-subject">
                <Link to={waits ? `/incoming/register/${row.id}` : `/incoming/${row.id}`} className="cover" data-row={row.id}>
                    <span className="clamp">
                        <UrgencyMark urgency={row.urgency} /> {row.subject}
                    </span>
                </Link>
                {told}
            </td>
            <td className="list-issuer">{row.issuer}</td>
            <td className="list-person">{row.lead_name}</td>
            <td className="fixed">
                <IncomingStateMark state={row.state} />
            </td>
            <td className="fixed">
                <DueMark due={row.due_on} days={row.days_left} done={row.state === "done"} today={today} />
            </td>
        </tr>
    );
}
