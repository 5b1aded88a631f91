import { Button } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { Link } from "react-router";
import { touch } from "../api/client.ts";
import { useGet } from "../api/queries.ts";
import type { Item } from "../api/types.ts";
import { actFor } from "../frame/acting.ts";
import { useKeys } from "../frame/keys.tsx";
import { usePreferences } from "../frame/preferences.ts";
import { useToday } from "../frame/session.ts";
import { ExportLink } from "../ui/ExportLink.tsx";
import { Table } from "../ui/list.tsx";
import { DueMark, UrgencyMark } from "../ui/marks.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { useRows } from "../ui/rows.ts";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import { leave, takeBack, useLeaving } from "./leaving.ts";
import { keyOf, pathOf, placeOf } from "./place.ts";
import { useSliding } from "./sliding.ts";
import "./work.css";

const everything = () => true;

// «Việc của tôi»: what waits for me, by urgency and deadline, each with its one main act.
export function MyWork() {
    return <WorkList title={words.work.title} empty={[words.work.empty, words.work.empty_hint]} fits={everything} exported />;
}

interface Props {
    title: string;
    empty: [string, string];
    fits: (item: Item) => boolean;
    exported?: boolean; // the whole list leaves as a spreadsheet
}

export function WorkList({ title, empty, fits, exported = false }: Props) {
    const { data, error, refetch } = useGet("/api/work", {});
    const rows = useRows(title);
    const left = useLeaving();
    const items = useMemo(() => data?.items.filter((item) => fits(item) && !left.has(keyOf(item))), [data, fits, left]);
    const shown = useSliding(items, keyOf);
    const seen = usePreferences()?.notices_seen_at ?? 0;
    useKeys([{ key: "z", words: words.verbs.undo, run: () => takeBack(), off: left.size === 0 }]);
    useEffect(() => {
        if (shown.length > 0) rows.settle(true);
    }, [shown, rows]);

    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!items) return <Loading />;
    return (
        <>
            <PageHead title={title}>{exported && <ExportLink path="/api/exports/work" />}</PageHead>
            {items.length === 0 && !shown.some(({ leaving }) => leaving) ? (
                <Empty title={empty[0]} hint={empty[1]} />
            ) : (
                <Table heads={[words.work.columns.what, words.work.columns.from, words.work.columns.since, words.work.columns.due]} acts={words.work.columns.act} rows={rows} className="work">
                    {grouped(shown).map(([group, members]) => [
                        <tr key={group} className="work-group">
                            <th scope="colgroup" colSpan={5}>
                                {words.work[group]} <span className="soft">{members.filter(({ leaving }) => !leaving).length}</span>
                            </th>
                        </tr>,
                        ...members.map(({ item, leaving }) => <Row key={keyOf(item)} item={item} leaving={leaving} unread={seen > 0 && item.since > seen} />),
                    ])}
                </Table>
            )}
        </>
    );
}

// «Đã xem» without opening: the server marks it when it is asked for the document.
function readIt(item: Item, row: HTMLElement | null) {
    const next = row?.nextElementSibling?.querySelector<HTMLElement>("a.cover") ?? row?.previousElementSibling?.querySelector<HTMLElement>("a.cover");
    next?.focus({ preventScroll: true });
    leave(keyOf(item), words.work.was_read(item.symbol || item.title), (last) => touch(`/api${pathOf(item)}`, last));
}

function Row({ item, leaving, unread }: { item: Item; leaving: boolean; unread: boolean }) {
    const today = useToday();
    const to = placeOf(item);
    // what waits for somebody who is away is opened as his stand-in, one's own as oneself
    const take = () => actFor(item.absent ? { id: item.absent, name: item.absent_name } : null);
    return (
        <tr className={leaving ? "leaving" : undefined}>
            <td className="whole">
                <Link to={to} className="cover" data-row={keyOf(item)} onClick={take}>
                    {unread && (
                        <span className="unread" title={words.work.unread}>
                            <span className="hidden">{words.work.unread}</span>
                        </span>
                    )}
                    <UrgencyMark urgency={item.urgency} /> {item.symbol && <strong>{item.symbol}</strong>} <span className="work-title">{item.title}</span>
                </Link>
                <div className="soft">
                    {words.work.what[item.action]} {item.absent && <strong className="meaning-today">· {words.stand_in.for(item.absent_name)}</strong>}
                </div>
            </td>
            <td className="work-from">{item.from_whom}</td>
            <td className="fixed soft off-phone">{moment(item.since, today)}</td>
            <td className="fixed">
                <DueMark due={item.due_on} days={item.days_left} today={today} />
            </td>
            <td className="fixed above work-act">
                {item.action === "read" && !item.absent && (
                    <Button size="compact-sm" variant="default" mr={6} onClick={(event) => readIt(item, event.currentTarget.closest("tr"))}>
                        {words.work.mark_read}
                    </Button>
                )}
                <Button component={Link} to={to} size="compact-sm" variant="light" tabIndex={-1} onClick={take}>
                    {words.work.act[item.action]}
                </Button>
            </td>
        </tr>
    );
}

type Group = "overdue" | "today" | "later";

interface Shown {
    item: Item;
    leaving: boolean;
}

// The server's order stays inside a group.
function grouped(rows: Shown[]): [Group, Shown[]][] {
    const groups: Record<Group, Shown[]> = { overdue: [], today: [], later: [] };
    for (const row of rows) {
        const days = row.item.days_left;
        groups[typeof days !== "number" ? "later" : days < 0 ? "overdue" : days === 0 ? "today" : "later"].push(row);
    }
    return (Object.entries(groups) as [Group, Shown[]][]).filter(([, members]) => members.length > 0);
}
