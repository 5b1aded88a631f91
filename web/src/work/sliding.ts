import { useLayoutEffect, useRef, useState } from "react";

const slide = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140);

// A list whose rows slide out when they are done: what is gone stays at its place, marked, for a moment.
export function useSliding<T>(items: T[] | undefined, keyOf: (item: T) => string): { item: T; leaving: boolean }[] {
    const [shown, setShown] = useState<{ item: T; leaving: boolean }[]>([]);
    const latest = useRef(shown);
    latest.current = shown;
    useLayoutEffect(() => {
        if (!items) return;
        const staying = items.map((item) => ({ item, leaving: false }));
        const known = new Set(items.map(keyOf));
        const gone = latest.current.flatMap((row, index) => (known.has(keyOf(row.item)) ? [] : [{ item: row.item, index }]));
        if (gone.length === 0 || slide() === 0) return setShown(staying);
        const merged = [...staying];
        for (const { item, index } of gone) merged.splice(Math.min(index, merged.length), 0, { item, leaving: true });
        setShown(merged);
        const timer = setTimeout(() => setShown(staying), slide());
        return () => clearTimeout(timer);
    }, [items, keyOf]);
    return shown;
}
