import { Button, Checkbox, Kbd, Select } from "@mantine/core";
import { IconListDetails, IconPlus, IconPrinter } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import type { Archiving, Keeping, WorkDossierQuery, WorkDossierRow, WorkDossiersState } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay, useToday } from "../frame/session.ts";
import { useColumns, type Column } from "../ui/columns.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { FilterBar, useFilters } from "../ui/filters.tsx";
import { None, Pages, Table, useWalked } from "../ui/list.tsx";
import { PageHead } from "../ui/page.tsx";
import { SavedFilters } from "../ui/SavedFilters.tsx";
import { words } from "../words/words.ts";
import { DossierMark } from "./DossierMark.tsx";
import { OpenBox } from "./OpenBox.tsx";
import "./dossiers.css";

const filterNames = ["query", "year", "state", "mine", "keeping", "archiving"] as const;
const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const states = choices(words.dossiers.state);
const keepings = choices(words.dossiers.keeping);
const archivings = choices(words.dossiers.archiving);

// Work dossiers as far as they reach: one's own, those one may use, all of them for who sees everything.
const named = words.dossiers.columns;
const columns: Record<string, Column<WorkDossierRow>> = {
    symbol: { label: named.symbol, value: (row) => `${row.year} ${row.symbol}` },
    title: { label: named.title, value: (row) => row.title, always: true },
    creator: { label: named.creator, value: (row) => row.creator_name },
    documents: { label: named.documents, value: (row) => row.document_count },
    retention: { label: named.retention, value: (row) => row.retention || 1000 }, // for ever is longest
    state: { label: named.state, value: (row) => `${row.state} ${row.archive_due_on ?? ""}` },
};

export function DossierList() {
    const may = useMay();
    const today = useToday();
    const thisYear = Number(today.slice(0, 4));
    const filters = useFilters(filterNames);
    const { values, set } = filters;
    const [opening, setOpening] = useState(false);
    const input = useMemo<WorkDossierQuery>(
        () => ({
            ...(values.query && { query: values.query }),
            ...(values.year && { year: Number(values.year) }),
            ...(values.state && { state: values.state as WorkDossiersState }),
            ...(values.mine && { mine: true }),
            ...(values.keeping && { keeping: values.keeping as Keeping }),
            ...(values.archiving && { archiving: values.archiving as Archiving }),
            limit: 50,
        }),
        [values.query, values.year, values.state, values.mine, values.keeping, values.archiving],
    );
    const { list, rows, items, first } = useWalked("/api/work-dossiers", input, "work-dossiers", filters.any);
    const keeps = may("handle_documents");
    useKeys([{ key: "n", words: words.dossiers.open_new, run: () => setOpening(true), off: !keeps }]);
    const shown = useColumns("work_dossiers", columns, list, first, items);
    return (
        <>
            <PageHead title={words.dossiers.title}>
                {first && <span className="soft numbers">{words.dossiers.count(first.total, first.more_than_total)}</span>}
                <Button
                    component="a"
                    className="off-phone"
                    variant="default"
                    href={`/api/work-dossiers/index?year=${values.year || thisYear}`}
                    target="_blank"
                    rel="noopener"
                    leftSection={<IconPrinter size={16} aria-hidden />}
                >
                    {words.dossiers.index_print}
                </Button>
                {shown.chooser}
                <ExportLink path="/api/exports/work-dossiers" input={input} />
                <Button component={Link} to="/work-dossiers/catalogue" variant="default" leftSection={<IconListDetails size={16} aria-hidden />}>
                    {words.dossiers.catalogue}
                </Button>
                {keeps && (
                    <Button onClick={() => setOpening(true)} leftSection={<IconPlus size={16} />} rightSection={<Kbd size="xs" className="off-phone">n</Kbd>}>
                        {words.dossiers.open_new}
                    </Button>
                )}
            </PageHead>
            <FilterBar query={values.query} onQuery={(query) => set("query", query)} any={filters.any} clear={filters.clear}>
                <Select
                    w={110}
                    aria-label={words.dossiers.facts.year}
                    placeholder={words.dossiers.all_years}
                    data={Array.from({ length: 5 }, (_, back) => String(thisYear - back))}
                    value={values.year || null}
                    onChange={(year) => set("year", year)}
                    clearable
                />
                <Select
                    w={140}
                    aria-label={words.fields.state}
                    placeholder={words.dossiers.all_states}
                    data={states}
                    value={values.state || null}
                    onChange={(state) => set("state", state)}
                    clearable
                />
                <Select
                    w={170}
                    aria-label={words.dossiers.facts.retention}
                    placeholder={words.dossiers.any_keeping}
                    data={keepings}
                    value={values.keeping || null}
                    onChange={(keeping) => set("keeping", keeping)}
                    clearable
                />
                <Select
                    w={190}
                    aria-label={words.dossiers.facts.archive}
                    placeholder={words.dossiers.any_archiving}
                    data={archivings}
                    value={values.archiving || null}
                    onChange={(archiving) => set("archiving", archiving)}
                    clearable
                />
                <Checkbox
                    label={words.dossiers.only_mine}
                    checked={values.mine === "true"}
                    onChange={(event) => set("mine", event.currentTarget.checked ? "true" : null)}
                    className="filter-check"
                />
                <SavedFilters list="work_dossiers" />
            </FilterBar>
            {shown.note}
            <Pages list={list} items={items} empty={
                    <None filters={filters} filtered={words.dossiers.empty_filtered} title={words.dossiers.empty} hint={words.dossiers.empty_hint}>
                        {keeps && <Button onClick={() => setOpening(true)}>{words.dossiers.open_new}</Button>}
                    </None>
                }>
                <Table heads={shown.heads} sorted={shown.sorted} rows={rows} className={`dossier-list ${shown.className}`} busy={list.isPlaceholderData}>
                    {shown.rows?.map((row) => (
                        <Row key={row.id} row={row} today={today} />
                    ))}
                </Table>
            </Pages>
            {opening && <OpenBox documents={[]} onClose={() => setOpening(false)} />}
        </>
    );
}

function Row({ row, today }: { row: WorkDossierRow; today: string }) {
    return (
        <tr>
            <td className="fixed">
                <strong>{row.symbol}</strong> <span className="soft">/{row.year}</span>
            </td>
            <td className="whole dossier-title">
                <Link to={`/work-dossiers/${row.id}`} className="cover" data-row={row.id}>
                    <span className="clamp">{row.title}</span>
                </Link>
            </td>
            <td className="list-person">{row.creator_name}</td>
            <td className="fixed soft">{words.dossiers.documents(row.document_count)}</td>
            <td className="fixed">{words.dossiers.retention(row.retention)}</td>
            <td className="fixed">
                <DossierMark dossier={row} today={today} />
            </td>
        </tr>
    );
}
