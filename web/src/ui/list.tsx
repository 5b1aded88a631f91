import { Button } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import type { Input, Output, Problem } from "../api/client.ts";
import { useList, type ListPath } from "../api/queries.ts";
import { words } from "../words/words.ts";
import { MoreRows } from "./MoreRows.tsx";
import { Empty, Failed, Loading } from "./page.tsx";
import { useRows } from "./rows.ts";

interface TableProps {
    heads: ReactNode[]; // the names of the columns
    acts?: string | undefined; // of a last column for what may be done with a row; who sees the page needs no name for it
    rows?: Pick<ReturnType<typeof useRows>, "box" | "onKeyDown" | "onFocus">; // where the list moves with keys
    className?: string;
    sorted?: { column: number; direction: "ascending" | "descending" } | undefined; // counted from the first
    busy?: boolean; // what is shown is what was there before
    children: ReactNode;
}

// The table of a list.
export function Table({ heads, acts, rows, className, sorted, busy, children }: TableProps) {
    return (
        <table className={`list ${className ?? ""}`} aria-busy={busy}>
            <thead>
                <tr>
                    {heads.map((head, index) => (
                        <th key={index} scope="col" aria-sort={sorted?.column === index ? sorted.direction : undefined}>
                            {head}
                        </th>
                    ))}
                    {acts && (
                        <th scope="col">
                            <span className="hidden">{acts}</span>
                        </th>
                    )}
                </tr>
            </thead>
            <tbody ref={rows?.box} onKeyDown={rows?.onKeyDown} onFocus={rows?.onFocus}>
                {children}
            </tbody>
        </table>
    );
}

interface Paged {
    error: Problem | null;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
}

interface PagesProps {
    list: Paged;
    items: unknown[] | undefined;
    empty: ReactNode;
    children: ReactNode; // the table
}

// A list that comes page by page: what stands in its place while it comes, when it cannot come and when there is nothing, and the next pages.
export function Pages({ list, items, empty, children }: PagesProps) {
    return (
        <>
            {list.error && !items && <Failed problem={list.error} retry={() => void list.refetch()} />}
            {!items && !list.error && <Loading />}
            {items?.length === 0 && empty}
            {items && items.length > 0 && children}
            <MoreRows has={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
        </>
    );
}

// A list that is walked with keys: one comes back to the row that one left; what is filtered does not take the focus away.
export function useWalked<P extends ListPath>(path: P, input: Input<`GET ${P}`>, name: string, filtered: boolean) {
    const list = useList(path, input);
    const rows = useRows(name);
    const items = list.data?.pages.flatMap((page) => page.items as unknown[]) as Output<`GET ${P}`>["items"] | undefined;
    useEffect(() => {
        if (items?.length) rows.settle(!filtered);
    }, [items?.length, rows, filtered]);
    return { list, rows, items, first: list.data?.pages[0] };
}

interface NoneProps {
    filters: { any: boolean; clear: () => void };
    title: string;
    hint: string;
    filtered?: string;
    children?: ReactNode;
}

// Nothing is there that fits the filters, and the way out; or nothing at all.
export function None({ filters, title, hint, filtered = words.incoming.empty_filtered, children }: NoneProps) {
    if (!filters.any)
        return (
            <Empty title={title} hint={hint}>
                {children}
            </Empty>
        );
    return (
        <Empty title={filtered}>
            <Button variant="default" onClick={filters.clear}>
                {words.verbs.clear_filters}
            </Button>
        </Empty>
    );
}
