import { useCallback, useSyncExternalStore } from "react";

// Small choices of this browser (density, folded column, …) and kept words of forms. Storage may be full or forbidden:
// then the page works on, only without memory.
const listeners = new Set<() => void>();
const prefix = "congso:";

export function recall(name: string): string | null {
    try {
        return localStorage.getItem(prefix + name);
    } catch {
        return null;
    }
}

export function remember(name: string, value: string | null) {
    try {
        if (value === null) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, value);
    } catch {
        // no memory
    }
    for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
};

export function useMemory(name: string, initial: string): [string, (value: string) => void] {
    const value = useSyncExternalStore(subscribe, () => recall(name) ?? initial);
    return [value, useCallback((next: string) => remember(name, next), [name])];
}
