import { useCallback, useMemo } from "react";
import { useGet } from "../api/queries.ts";
import type { IncomingRow, StoredFile } from "../api/types.ts";
import { useMemory } from "../frame/memory.ts";
import { useMe } from "../frame/session.ts";

// What waits to be registered: documents that arrived by exchange, and files that this clerk dropped here.
export type Waiting = { key: string; row: IncomingRow } | { key: string; file: StoredFile };

export function useWaiting() {
    const { person } = useMe();
    const arrivals = useGet("/api/incoming", { state: "arrived", limit: 100 });
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
            ...(arrivals.data?.items ?? []).map((row) => ({ key: row.id, row })),
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
