import { useCallback, useEffect, useRef, useState } from "react";
import { recall, remember } from "./memory.ts";
import { useMe } from "./session.ts";

interface State<T> {
    place: string;
    values: T;
    kept: boolean; // found here from another time
    typed: boolean; // changed by the hand since
}

// The words of one form, kept in this browser until they are sent: nothing typed is ever lost, neither by a closed tab nor by a
// session that ended. Each person has their own.
export function useDraft<T extends object>(form: string, initial: () => T) {
    const { person } = useMe();
    const place = `draft:${person}:${form}`;
    const [state, setState] = useState<State<T>>(() => load(place, initial));
    const current = state.place === place ? state : load(place, initial);
    if (current !== state) setState(current);

    const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
    const waiting = useRef<(() => void) | undefined>(undefined);
    const flush = useCallback(() => {
        clearTimeout(timer.current);
        waiting.current?.();
        waiting.current = undefined;
    }, []);
    useEffect(() => {
        addEventListener("pagehide", flush);
        return () => {
            removeEventListener("pagehide", flush);
            flush();
        };
    }, [flush]);

    const set = useCallback(
        (change: Partial<T> | ((values: T) => Partial<T>)) =>
            setState((old) => {
                const values = { ...old.values, ...(typeof change === "function" ? change(old.values) : change) };
                clearTimeout(timer.current);
                waiting.current = () => remember(old.place, JSON.stringify(values));
                timer.current = setTimeout(flush, 300);
                return { ...old, values, typed: true };
            }),
        [flush],
    );
    // What the page fills in by itself is no word of the hand: it is kept only along with what is typed.
    const fill = useCallback(
        (change: Partial<T> | ((values: T) => Partial<T>)) =>
            setState((old) => ({ ...old, values: { ...old.values, ...(typeof change === "function" ? change(old.values) : change) } })),
        [],
    );
    // The form was sent, or thrown away: the next one starts from `initial`.
    const clear = useCallback(() => {
        clearTimeout(timer.current);
        waiting.current = undefined;
        remember(place, null);
    }, [place]);
    const restart = useCallback(() => {
        clear();
        setState({ place, values: initial(), kept: false, typed: false });
    }, [clear, initial, place]);

    return { values: current.values, kept: current.kept, typed: current.typed, set, fill, clear, restart };
}

function load<T extends object>(place: string, initial: () => T): State<T> {
    const kept = recall(place);
    if (kept)
        try {
            return { place, values: { ...initial(), ...(JSON.parse(kept) as T) }, kept: true, typed: false };
        } catch {
            // words of an older shape
        }
    return { place, values: initial(), kept: false, typed: false };
}
