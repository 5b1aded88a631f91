import { Button, TextInput, type TextInputProps } from "@mantine/core";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import { words } from "../words/words.ts";

// The filters of a list live in the address: it can be kept, sent and gone back to.
export function useFilters<Name extends string>(names: readonly Name[]) {
    const [parameters, setParameters] = useSearchParams();
    const values = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ""])) as Record<Name, string>;
    const set = useCallback(
        (name: Name, value: string | null) =>
            setParameters(
                (old) => {
                    const next = new URLSearchParams(old);
                    if (value) next.set(name, value);
                    else next.delete(name);
                    return next;
                },
                { replace: true, preventScrollReset: true },
            ),
        [setParameters],
    );
    const setAll = useCallback((next: Partial<Record<Name, string>>) => setParameters(new URLSearchParams(next as Record<string, string>), { replace: true, preventScrollReset: true }), [setParameters]);
    const clear = useCallback(() => setParameters(new URLSearchParams(), { replace: true }), [setParameters]);
    return { values, set, setAll, clear, any: names.some((name) => values[name] !== "") };
}

// Text goes to the address when the hand rests.
export function FilterText({ value, onChange, ...rest }: Omit<TextInputProps, "onChange" | "value"> & { value: string; onChange: (value: string) => void }) {
    const [typed, setTyped] = useState(value);
    useEffect(() => setTyped(value), [value]);
    useEffect(() => {
        if (typed === value) return;
        const timer = setTimeout(() => onChange(typed.trim() === "" ? "" : typed), 200);
        return () => clearTimeout(timer);
    }, [typed, value, onChange]);
    return <TextInput {...rest} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />;
}

// The words on the left, the rest beside them; on a phone behind a button.
export function FilterBar({ query, onQuery, any, clear, children }: { query: string; onQuery: (query: string) => void; any: boolean; clear: () => void; children: ReactNode }) {
    const [open, setOpen] = useState(any);
    return (
        <search className={`filters ${open ? "open" : ""}`}>
            <FilterText
                className="filter-query"
                aria-label={words.fields.query}
                placeholder={words.verbs.search}
                leftSection={<IconSearch size={16} />}
                value={query}
                onChange={onQuery}
            />
            <Button className="filter-toggle" variant="default" aria-expanded={open} aria-label={words.verbs.search} onClick={() => setOpen(!open)}>
                <IconFilter size={16} />
            </Button>
            {children}
            {any && (
                <Button variant="subtle" color="gray" onClick={clear}>
                    {words.verbs.clear_filters}
                </Button>
            )}
        </search>
    );
}
