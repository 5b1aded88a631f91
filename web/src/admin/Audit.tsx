import { Button, Select } from "@mantine/core";
import { useMemo } from "react";
import { useGet, useList } from "../api/queries.ts";
import type { TrailQuery } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { useFilters } from "../ui/filters.tsx";
import { Table } from "../ui/list.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import "./admin.css";

const names = ["person", "kind", "from", "to"] as const;
const kinds = Object.entries(words.audit.kinds).map(([value, label]) => ({ value, label }));

// Who did what when. Nothing of content is told here.
export function Audit() {
    const { values, set, any, clear } = useFilters(names);
    const input = useMemo<TrailQuery>(
        () => ({
            ...(values.person && { person: values.person }),
            ...(values.kind && { kind: values.kind }),
            ...(values.from && { from: values.from }),
            ...(values.to && { to: values.to }),
            limit: 100,
        }),
        [values.person, values.kind, values.from, values.to],
    );
    const list = useList("/api/audit", input);
    const today = useToday();
    const items = list.data?.pages.flatMap((page) => page.items);
    return (
        <>
            <PageHead title={words.audit.title}>
                <ExportLink path="/api/exports/audit" input={input} />
            </PageHead>
            <p className="soft">{words.audit.hint}</p>
            <search className="filters open">
                <PersonPicker w={220} aria-label={words.fields.person} placeholder={words.incoming.anyone} value={values.person} onChange={(person) => set("person", person)} clearable />
                <Select w={170} aria-label={words.audit.columns.kind} placeholder={words.audit.all_kinds} data={kinds} value={values.kind || null} onChange={(kind) => set("kind", kind)} clearable />
                <DateField w={130} aria-label={words.fields.from} placeholder={words.fields.from} value={values.from} onChange={(day) => set("from", day)} />
                <DateField w={130} aria-label={words.fields.to} placeholder={words.fields.to} value={values.to} onChange={(day) => set("to", day)} />
                {any && (
                    <Button variant="subtle" color="gray" onClick={clear}>
                        {words.verbs.clear_filters}
                    </Button>
                )}
            </search>
            {list.error && !items && <Failed problem={list.error} retry={() => void list.refetch()} />}
            {!items && !list.error && <Loading />}
            {items && items.length === 0 && !list.hasNextPage && <Empty title={words.audit.empty} />}
            {items && items.length > 0 && (
                <Table heads={[words.audit.columns.number, words.audit.columns.at, words.audit.columns.who, words.audit.columns.what, words.audit.columns.kind]}>
                    {items.map((row) => (
                        <tr key={row.sequence}>
                            <td className="fixed numbers soft">{row.sequence}</td>
                            <td className="fixed numbers">{moment(row.at, today)}</td>
                            <td>{row.person_name || words.audit.program}</td>
                            <td className="whole">{words.actions[row.action] ?? row.action}</td>
                            <td className="fixed">{words.audit.kinds[row.record_kind] ?? row.record_kind}</td>
                        </tr>
                    ))}
                </Table>
            )}
            {list.hasNextPage && (
                <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {items?.length ? words.verbs.more : words.audit.more}
                </Button>
            )}
            <Checkpoints />
        </>
    );
}

function Checkpoints() {
    const today = useToday();
    const checkpoints = useGet("/api/audit/checkpoints", {}).data?.items ?? [];
    if (checkpoints.length === 0) return null;
    return (
        <section style={{ marginTop: 24 }}>
            <h2 className="part-title">{words.audit.checkpoints}</h2>
            <p className="soft">{words.audit.checkpoints_hint}</p>
            <Table heads={[words.audit.checkpoint_columns.at, words.audit.checkpoint_columns.sequence, words.audit.checkpoint_columns.code]}>
                {checkpoints.slice(0, 10).map((checkpoint) => (
                    <tr key={checkpoint.sequence}>
                        <td className="fixed numbers">{moment(checkpoint.at, today)}</td>
                        <td className="fixed numbers">{checkpoint.sequence}</td>
                        <td className="whole">
                            <code>{checkpoint.code}</code>
                        </td>
                    </tr>
                ))}
            </Table>
        </section>
    );
}
