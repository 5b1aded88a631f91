import { Checkbox, Select, TextInput } from "@mantine/core";
import type { Problem } from "../api/client.ts";
import type { Circulation, Kind } from "../api/types.ts";
import { DateField } from "../ui/DateField.tsx";
import { faultOf, words } from "../words/words.ts";
import type { Drafting } from "./drafting.ts";

interface Props {
    values: Drafting;
    set: (part: Partial<Drafting>) => void;
    problem: Problem | null;
}

// The lines that a kind has of its own, as they will print.
export function DraftDetails({ kind, values, set, problem }: Props & { kind: Kind | undefined }) {
    const fields = kind?.fields ?? [];
    if (fields.length === 0 && !kind?.validity) return null;
    return (
        <fieldset className="draft-details">
            <legend>{kind?.name}</legend>
            {fields.map(({ name, label }) => (
                <TextInput
                    key={name}
                    size="xs"
                    label={label}
                    value={values.details[name] ?? ""}
                    onChange={(event) => set({ details: { ...values.details, [name]: event.currentTarget.value } })}
                />
            ))}
            {kind?.validity && (
                <DateField size="xs" label={words.outgoing.valid_until} value={values.valid_until} onChange={(valid_until) => set({ valid_until })} error={faultOf(problem, "valid_until")} />
            )}
        </fieldset>
    );
}

const circulations = Object.entries(words.circulation).map(([value, label]) => ({ value, label }));

// Boxes 11 to 13 of the page, and whether it stays inside.
export function DraftMarks({ values, set, problem }: Props) {
    return (
        <>
            <div className="row nowrap draft-pair">
                <Select
                    size="xs"
                    label={words.outgoing.circulation}
                    data={circulations}
                    allowDeselect={false}
                    value={values.circulation}
                    onChange={(circulation) => set({ circulation: (circulation ?? "none") as Circulation })}
                />
                <TextInput size="xs" label={words.outgoing.enclosed_to} value={values.enclosed_to} onChange={(event) => set({ enclosed_to: event.currentTarget.value })} error={faultOf(problem, "enclosed_to")} />
            </div>
            <div className="row nowrap draft-pair">
                <TextInput size="xs" label={words.outgoing.initials} value={values.initials} onChange={(event) => set({ initials: event.currentTarget.value })} error={faultOf(problem, "initials")} />
                <TextInput size="xs" label={words.outgoing.issue_copies} inputMode="numeric" value={values.copies} onChange={(event) => set({ copies: event.currentTarget.value })} error={faultOf(problem, "copy_count")} />
            </div>
            <Checkbox size="xs" label={words.outgoing.with_address} checked={values.with_address} onChange={(event) => set({ with_address: event.currentTarget.checked })} />
            <Checkbox size="xs" label={words.outgoing.internal} checked={values.internal} onChange={(event) => set({ internal: event.currentTarget.checked })} />
        </>
    );
}
