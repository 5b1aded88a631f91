import { Button } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { Item } from "../api/types.ts";
import { actFor } from "../frame/acting.ts";
import { useToday } from "../frame/session.ts";
import { DueMark, UrgencyMark } from "../ui/marks.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { useRows } from "../ui/rows.ts";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import { placeOf } from "./place.ts";
import "./work.css";

const everything = () => true;

// «Việc của tôi»: what waits for me, by urgency and deadline, each with its one main act.
export function MyWork() {
    return <WorkList title={words.work.title} empty={[words.work.empty, words.work.empty_hint]} fits={everything} />;
}

interface Props {
    title: string;
    empty: [string, string];
    fits: (item: Item) => boolean;
}

export function WorkList({ title, empty, fits }: Props) {
    const { data, error, refetch } = useGet("/api/work", {});
    const rows = useRows(title);
    const items = useMemo(() => data?.items.filter(fits), [data, fits]);
    useEffect(() => {
        if (items?.length) rows.settle(true);
    }, [items, rows]);

    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!items) return <Loading />;
    return (
        <>
            <PageHead title={title} />
            {items.length === 0 ? (
                <Empty title={empty[0]} hint={empty[1]} />
            ) : (
                <table className="list work">
                    <thead>
                        <tr>
                            <th scope="col">{words.work.columns.what}</th>
                            <th scope="col">{words.work.columns.from}</th>
                            <th scope="col">{words.work.columns.since}</th>
                            <th scope="col">{words.work.columns.due}</th>
                            <th scope="col">
                                <span className="hidden">{words.work.columns.act}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody ref={rows.box} onKeyDown={rows.onKeyDown} onFocus={rows.onFocus}>
                        {grouped(items).map(([group, members]) => [
                            <tr key={group} className="work-group">
                                <th scope="colgroup" colSpan={5}>
                                    {words.work[group]} <span className="soft">{members.length}</span>
                                </th>
                            </tr>,
                            ...members.map((item) => <Row key={item.record + item.action + (item.absent ?? "")} item={item} />),
                        ])}
                    </tbody>
                </table>
            )}
        </>
    );
}

function Row({ item }: { item: Item }) {
    const today = useToday();
    const to = placeOf(item);
    // what waits for somebody who is away is opened as his stand-in, one's own as oneself
    const take = () => actFor(item.absent ? { id: item.absent, name: item.absent_name } : null);
    return (
        <tr>
            <td className="whole">
                <Link to={to} className="cover" data-row={item.record + item.action} onClick={take}>
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
                <Button component={Link} to={to} size="compact-sm" variant="light" tabIndex={-1} onClick={take}>
                    {words.work.act[item.action]}
                </Button>
            </td>
        </tr>
    );
}

type Group = "overdue" | "today" | "later";

// The server's order stays inside a group.
function grouped(items: Item[]): [Group, Item[]][] {
    const groups: Record<Group, Item[]> = { overdue: [], today: [], later: [] };
    for (const item of items) {
        const days = item.days_left;
        groups[typeof days !== "number" ? "later" : days < 0 ? "overdue" : days === 0 ? "today" : "later"].push(item);
    }
    return (Object.entries(groups) as [Group, Item[]][]).filter(([, members]) => members.length > 0);
}
