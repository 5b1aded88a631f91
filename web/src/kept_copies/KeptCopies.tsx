import { Button, Checkbox, Kbd, NativeSelect } from "@mantine/core";
import { IconPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useList } from "../api/queries.ts";
import type { UseRow } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay, useToday } from "../frame/session.ts";
import { ExportLink } from "../ui/ExportLink.tsx";
import { useFilters } from "../ui/filters.tsx";
import { Pages, Table } from "../ui/list.tsx";
import { Empty, PageHead } from "../ui/page.tsx";
import { date, shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { BackBox, TakeBox } from "./KeptCopyBoxes.tsx";

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
