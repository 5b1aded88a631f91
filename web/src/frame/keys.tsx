import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { recall } from "./memory.ts";

// One letter acts. A page names its keys once; the frame listens, and «?» shows them.
export interface Key {
    key: string; // as in KeyboardEvent.key, lower case; "mod+enter" for Ctrl or ⌘ with Enter, "alt+l" for Alt with the key of L
    words: string;
    run: () => void;
    off?: boolean;
}

interface Registry {
    add(keys: { current: Key[] }): () => void;
    all(): Key[];
}

const KeysContext = createContext<Registry | null>(null);

const typing = (target: EventTarget | null) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type ?? "");

export function KeysProvider({ children }: { children: ReactNode }) {
    const sets = useRef<{ current: Key[] }[]>([]);
    const registry = useMemo<Registry>(
        () => ({
            add: (keys) => {
                sets.current.push(keys);
                return () => {
                    sets.current = sets.current.filter((set) => set !== keys);
                };
            },
            all: () => sets.current.flatMap((set) => set.current).filter(({ off }) => !off),
        }),
        [],
    );
    useEffect(() => {
        const listen = (event: KeyboardEvent) => {
            const mod = event.ctrlKey || event.metaKey;
            if (event.defaultPrevented || (event.altKey && mod) || event.isComposing) return; // both together is AltGr
            const name = event.altKey ? `alt+${event.code.replace(/^Key/, "").toLowerCase()}` : (mod ? "mod+" : "") + event.key.toLowerCase();
            const single = !mod && !event.altKey && event.key.length === 1;
            if (single && (typing(event.target) || recall("single-letters") === "off")) return;
            if (!mod && !event.altKey && document.querySelector('[role="dialog"]')) return;
            const found = registry.all().reverse().find(({ key }) => key === name);
            if (!found) return;
            event.preventDefault();
            found.run();
        };
        document.addEventListener("keydown", listen);
        return () => document.removeEventListener("keydown", listen);
    }, [registry]);
    return <KeysContext.Provider value={registry}>{children}</KeysContext.Provider>;
}

export function useKeys(keys: Key[]) {
    const registry = useContext(KeysContext);
    const latest = useRef(keys);
    latest.current = keys;
    useEffect(() => registry?.add(latest), [registry]);
}

// What the page answers to right now.
export function useKeyList(): Key[] {
    const registry = useContext(KeysContext);
    const [list] = useState(() => registry?.all() ?? []);
    return list;
}
