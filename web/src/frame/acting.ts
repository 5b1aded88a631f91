import { useSyncExternalStore } from "react";

// Whose work this tab does: one's own, or that of somebody who is away. It ends with the tab.
export interface Absent {
    id: string;
    name: string;
}

const place = "congso:acting";
const listeners = new Set<() => void>();
let current = read();

function read(): Absent | null {
    try {
        return JSON.parse(sessionStorage.getItem(place) ?? "null") as Absent | null;
    } catch {
        return null;
    }
}

export const actingFor = () => current;

export function actFor(absent: Absent | null) {
    if (current?.id === absent?.id) return;
    current = absent;
    try {
        if (absent) sessionStorage.setItem(place, JSON.stringify(absent));
        else sessionStorage.removeItem(place);
    } catch {
        // no memory: it ends with the page
    }
    for (const listener of listeners) listener();
}

export const useActing = () =>
    useSyncExternalStore((listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
    }, actingFor);
