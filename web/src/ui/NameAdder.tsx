import { Autocomplete } from "@mantine/core";
import { useMemo, useState } from "react";
import { words } from "../words/words.ts";
import { findFolded } from "./pickers.tsx";

interface Props {
    known: Iterable<string>; // offered
    taken: readonly { name: string }[]; // not offered, and not added twice
    onAdd: (name: string) => void; // one of the known, or what was typed
    error?: string | undefined;
}

const has = (taken: Props["taken"], name: string) => taken.some((each) => each.name === name);

// One more line of «Nơi nhận»: a known name, or any other that was typed.
export function NameAdder({ known, taken, onAdd, error }: Props) {
    const [typed, setTyped] = useState("");
    const names = useMemo(() => [...known].filter((name) => !has(taken, name)), [known, taken]);
    const add = (name: string) => {
        const trimmed = name.trim();
        if (!trimmed || has(taken, trimmed)) return;
        onAdd(trimmed);
        setTimeout(() => setTyped(""));
    };
    return (
        <Autocomplete
            size="xs"
            aria-label={words.outgoing.recipient_add}
            placeholder={words.outgoing.recipient_placeholder}
            data={names}
            filter={findFolded}
            limit={12}
            value={typed}
            onChange={setTyped}
            onOptionSubmit={add}
            onBlur={() => add(typed)}
            onKeyDown={(event) => {
                if (event.key !== "Enter" || event.ctrlKey) return;
                event.preventDefault();
                if (!event.currentTarget.getAttribute("aria-activedescendant")) add(typed);
            }}
            error={error}
        />
    );
}
