import { useMemo, useSyncExternalStore } from "react";
import { queries } from "../api/queries.ts";
import { tell, undoLasts, warnOf } from "../ui/notice.tsx";
import { words } from "../words/words.ts";

// Rows that leave a list at once but are told to the server only when the time for «Hoàn tác» is over, or when the page is left.
interface Leaving {
    send: (last: boolean) => Promise<unknown>; // `last`: the page goes away, the request must outlive it
    timer: ReturnType<typeof setTimeout>;
}

const leaving = new Map<string, Leaving>();
let keys: readonly string[] = [];
const listeners = new Set<() => void>();

function changed() {
    keys = [...leaving.keys()];
    for (const listener of listeners) listener();
}

function sendAll() {
    for (const { send, timer } of leaving.values()) {
        clearTimeout(timer);
        void send(true).catch(() => {});
    }
}
addEventListener("pagehide", sendAll);

export function leave(key: string, message: string, send: Leaving["send"]) {
    const timer = setTimeout(() => {
        send(false)
            .catch(warnOf)
            .then(() => queries.invalidateQueries({ queryKey: ["/api/work"] }))
            .finally(() => {
                leaving.delete(key);
                changed();
            });
    }, undoLasts);
    leaving.set(key, { send, timer });
    changed();
    tell(message, { words: words.verbs.undo, run: () => takeBack(key) });
}

export function takeBack(key: string | undefined = keys.at(-1)) {
    const row = key === undefined ? undefined : leaving.get(key);
    if (!row) return;
    clearTimeout(row.timer);
    leaving.delete(key!);
    changed();
}

// The keys of the rows that are leaving, newest last.
export function useLeaving(): ReadonlySet<string> {
    const now = useSyncExternalStore(
        (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        () => keys,
    );
    return useMemo(() => new Set(now), [now]);
}
