import { useCallback, useEffect, useMemo } from "react";
import { useList } from "../api/queries.ts";
import type { IncomingRow, StoredFile, Urgency } from "../api/types.ts";
import { useMemory } from "../frame/memory.ts";
import { useMe } from "../frame/session.ts";

// What waits to be registered: documents that arrived by exchange, and files that this clerk dropped here.
export type Waiting = { key: string; row: IncomingRow } | { key: string; file: StoredFile };

const urgencies: Urgency[] = ["timed_express", "express", "very_urgent", "urgent", "normal"];

// The urgent ones first, then what has waited longest (Decree 30/2020 art. 21, 22: urgent documents at once, the others the same day).
export function inOrder(newestFirst: IncomingRow[]): IncomingRow[] {
    return newestFirst
        .map((row, age) => ({ row, age }))
        .sort((left, right) => urgencies.indexOf(left.row.urgency) - urgencies.indexOf(right.row.urgency) || right.age - left.age)
        .map(({ row }) => row);
}

export function useWaiting() {
    const { person } = useMe();
    const arrivals = useList("/api/incoming", { state: "arrived", limit: 200 });
    const { hasNextPage, isFetchingNextPage, fetchNextPage } = arrivals;
    useEffect(() => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); // nothing that waits is hidden
    }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
    const [kept, setKept] = useMemory(`register-files:${person}`, "[]");
    const files = useMemo(() => {
        try {
            return JSON.parse(kept) as StoredFile[];
        } catch {
            return [];
        }
    }, [kept]);
    const list = useMemo<Waiting[]>(
        () => [
            ...inOrder(arrivals.data?.pages.flatMap((page) => page.items) ?? []).map((row) => ({ key: row.id, row })),
            ...files.map((file) => ({ key: `file-${file.id}`, file })),
        ],
        [arrivals.data, files],
    );
    const addFiles = useCallback(
        (added: StoredFile[]) => setKept(JSON.stringify([...files.filter(({ id }) => !added.some((file) => file.id === id)), ...added])),
        [files, setKept],
    );
    const removeFile = useCallback((id: string) => setKept(JSON.stringify(files.filter((file) => file.id !== id))), [files, setKept]);
    return { list, loading: arrivals.isPending, addFiles, removeFile };
}
