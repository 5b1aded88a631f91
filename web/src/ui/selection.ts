import { useCallback, useMemo, useState } from "react";
import { queries } from "../api/queries.ts";
import type { Problem } from "../api/client.ts";
import { Problem as Refusal } from "../api/client.ts";
import { sentenceOf, words } from "../words/words.ts";

// What became of one row of many: done, or why not.
export type RowResult = { done: true } | { done: false; why: string };

// The row that has the focus, by the link that covers it.
export const focusedRow = (): string | undefined => document.activeElement?.closest("tr")?.querySelector<HTMLAnchorElement>("a.cover")?.dataset["row"];

// Rows of a list chosen for one act. Without any, the act is for the row that has the focus.
export function useSelection() {
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
    const toggle = useCallback(
        (id: string | undefined) =>
            id &&
            setChosen((old) => {
                const next = new Set(old);
                if (!next.delete(id)) next.add(id);
                return next;
            }),
        [],
    );
    const clear = useCallback(() => setChosen(new Set()), []);
    const keep = useCallback((ids: string[]) => setChosen(new Set(ids)), []);
    return useMemo(() => ({ chosen, toggle, clear, keep }), [chosen, toggle, clear, keep]);
}

// One act on many records: one request each, one after the other, each on its own; what failed stays chosen.
export function useEach(keep: (ids: string[]) => void) {
    const [results, setResults] = useState<ReadonlyMap<string, RowResult>>(new Map());
    const [running, setRunning] = useState<{ done: number; all: number }>();
    const run = useCallback(
        async (ids: string[], act: (id: string) => Promise<unknown>): Promise<number> => {
            const told = new Map<string, RowResult>();
            setRunning({ done: 0, all: ids.length });
            for (const [index, id] of ids.entries()) {
                try {
                    await act(id);
                    told.set(id, { done: true });
                } catch (problem) {
                    told.set(id, { done: false, why: problem instanceof Refusal ? reasonOf(problem) : String(problem) });
                }
                setResults(new Map(told));
                setRunning({ done: index + 1, all: ids.length });
            }
            setRunning(undefined);
            const failed = ids.filter((id) => !told.get(id)?.done);
            keep(failed);
            void queries.invalidateQueries();
            return failed.length;
        },
        [keep],
    );
    const forget = useCallback(() => setResults(new Map()), []);
    return { results, running, run, forget };
}

// The sentence of a refusal; for a wrong field its own.
function reasonOf(problem: Problem): string {
    const fault = problem.faults[0];
    const known = fault && (words.faults as Record<string, unknown>)[fault.code.split(".").pop() ?? ""];
    return typeof known === "string" ? known : sentenceOf(problem);
}
