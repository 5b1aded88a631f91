import { Select } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import type { CopiesState, CopyForm, CopyQuery, CopyRow } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ExportLink } from "../ui/ExportLink.tsx";
import { FilterBar, useFilters } from "../ui/filters.tsx";
import { None, Pages, Table, useWalked } from "../ui/list.tsx";
import { PageHead } from "../ui/page.tsx";
import { shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { CopyStateMark } from "./CopyStateMark.tsx";
import "../incoming/incoming.css";
import { useColumns, type Column } from "../ui/columns.tsx";

const forms = Object.entries(words.copies.form).map(([value, label]) => ({ value, label }));
const states = Object.entries(words.copies.state).map(([value, label]) => ({ value, label }));

const columns: Record<string, Column<CopyRow>> = {
    symbol: { label: words.copies.columns.symbol, value: (row) => row.symbol },
    day: { label: words.copies.columns.day, value: (row) => row.copied_on },
    form: { label: words.copies.form_label, value: (row) => words.copies.form[row.form] },
    source: { label: words.copies.columns.source, value: (row) => row.source_name, always: true },
    signer: { label: words.fields.signer, value: (row) => row.signer_name },
    state: { label: words.fields.state, value: (row) => words.copies.state[row.state] },
};

// Every copy that was made here, newest first.
export function Copies() {
    const filters = useFilters(["query", "form", "state"] as const);
    const { values, set } = filters;
    const input = useMemo<CopyQuery>(
        () => ({
            ...(values.query && { query: values.query }),
            ...(values.form && { form: values.form as CopyForm }),
            ...(values.state && { state: values.state as CopiesState }),
            limit: 50,
        }),
        [values.query, values.form, values.state],
    );
    const { list, rows, items, first } = useWalked("/api/copies", input, "copies", filters.any);
    const shown = useColumns("copies", columns, list, first, items);
    return (
        <>
            <PageHead title={words.copies.title}>
                {first && <span className="soft numbers">{words.copies.count(first.total, first.more_than_total)}</span>}
                {shown.chooser}
                <ExportLink path="/api/exports/copies" input={input} />
            </PageHead>
            <FilterBar query={values.query} onQuery={(query) => set("query", query)} any={filters.any} clear={filters.clear}>
                <Select w={150} aria-label={words.copies.form_label} placeholder={words.copies.all_forms} data={forms} value={values.form || null} onChange={(form) => set("form", form)} clearable />
                <Select w={170} aria-label={words.fields.state} placeholder={words.incoming.all_states} data={states} value={values.state || null} onChange={(state) => set("state", state)} clearable />
            </FilterBar>
            {shown.note}
            <Pages list={list} items={items} empty={<None filters={filters} title={words.copies.empty} hint={words.copies.empty_hint} />}>
                <Table heads={shown.heads} sorted={shown.sorted} rows={rows} className={shown.className} busy={list.isPlaceholderData}>
                    {shown.rows?.map((row) => (
                        <Row key={row.id} row={row} />
                    ))}
                </Table>
            </Pages>
        </>
    );
}

function Row({ row }: { row: CopyRow }) {
    const today = useToday();
    return (
        <tr>
            <td className="fixed">
                <strong>{row.symbol}</strong>
            </td>
            <td className="fixed soft">{shortDate(row.copied_on, today)}</td>
            <td className="off-phone">{words.copies.form[row.form]}</td>
            <td className="whole list-subject">
                <Link to={`/copies/${row.id}`} className="cover" data-row={row.id}>
                    <span className="clamp">
                        {row.source_name}
                        {row.subject && `: ${row.subject}`}
                    </span>
                </Link>
            </td>
            <td className="list-person off-phone">{row.signer_name}</td>
            <td className="fixed">
                <CopyStateMark state={row.state} />
            </td>
        </tr>
    );
}
