import { Select } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import { useList } from "../api/queries.ts";
import type { AccessQuery } from "../api/types.ts";
import { useMay, useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { useFilters } from "../ui/filters.tsx";
import { Pages, Table } from "../ui/list.tsx";
import { Empty, PageHead } from "../ui/page.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";

const filterNames = ["person", "action", "from", "to", "record"] as const;
const actions = Object.entries(words.access.actions).map(([value, label]) => ({ value, label }));

// Who looked at, printed or took out what (Decree 30/2020 Appendix VI part I).
export function Access() {
    const today = useToday();
    const may = useMay();
    const { values, set } = useFilters(filterNames);
    const input = useMemo<AccessQuery>(
        () => ({
            ...(values.person && { person: values.person }),
            ...(values.action && { action: values.action }),
            ...(values.from && { from: values.from }),
            ...(values.to && { to: values.to }),
            ...(values.record && { record: values.record }),
            limit: 100,
        }),
        [values.person, values.action, values.from, values.to, values.record],
    );
    const list = useList("/api/access", input);
    const rows = list.data?.pages.flatMap((page) => page.items);
    const placeOf = (action: string, record: string) => (action.startsWith("incoming.") || action.startsWith("outgoing.") ? `/${action.split(".")[0]}/${record}` : undefined);
    return (
        <>
            <PageHead title={words.access.title}>
                <ExportLink path="/api/exports/access" input={input} />
            </PageHead>
            <p className="soft">{words.access.hint}</p>
            <search className="filters open">
                <PersonPicker w={180} aria-label={words.fields.person} placeholder={words.incoming.anyone} value={values.person} onChange={(person) => set("person", person)} clearable />
                <Select w={200} aria-label={words.access.columns.action} placeholder={words.access.all_actions} data={actions} value={values.action || null} onChange={(action) => set("action", action)} clearable />
                <DateField w={130} aria-label={words.fields.from} placeholder={words.fields.from} value={values.from} onChange={(day) => set("from", day)} />
                <DateField w={130} aria-label={words.fields.to} placeholder={words.fields.to} value={values.to} onChange={(day) => set("to", day)} />
            </search>
            <Pages list={list} items={rows} empty={<Empty title={words.access.empty} />}>
                <Table heads={[words.access.columns.when, words.access.columns.person, words.access.columns.action, words.access.columns.record, words.access.columns.detail]}>
                    {rows?.map((row) => {
                        const place = placeOf(row.action, row.record);
                        return (
                            <tr key={row.id}>
                                <td className="fixed numbers">{moment(row.at, today)}</td>
                                <td className="list-person">{row.person_name}</td>
                                <td>{words.access.actions[row.action] ?? row.action}</td>
                                <td className="fixed soft">{place && row.record && may("read_documents") ? <Link to={place}>{words.access.open}</Link> : row.record.slice(-8)}</td>
                                <td className="soft">{row.detail}</td>
                            </tr>
                        );
                    })}
                </Table>
            </Pages>
        </>
    );
}
