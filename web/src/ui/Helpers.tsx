import { MultiSelect, UnstyledButton } from "@mantine/core";
import { useMemo, useState } from "react";
import { usePeople } from "../api/queries.ts";
import type { Share } from "../api/types.ts";
import { words } from "../words/words.ts";
import { findFolded, type Able } from "./pickers.tsx";

// Who leads, who works with him, who only reads: as a clerk proposes it.
export interface Proposed {
    lead: string;
    with: string[];
    inform: string[];
}

export const sharesOf = ({ lead, with: helpers, inform }: Proposed): Share[] => [
    ...(lead ? [{ person: lead, part: "lead" as const }] : []),
    ...helpers.map((person) => ({ person, part: "cooperate" as const })),
    ...inform.map((person) => ({ person, part: "inform" as const })),
];

function PeoplePicker({ label, able, value, taken, onChange, size }: { label: string; able: Able; value: string[]; taken: string[]; onChange: (people: string[]) => void; size?: string }) {
    const people = usePeople();
    const data = useMemo(
        () => people.filter((one) => one.active && one[able] && !taken.includes(one.id)).map(({ id, full_name, post_name }) => ({ value: id, label: post_name ? `${full_name} · ${post_name}` : full_name })),
        [people, able, taken],
    );
    return <MultiSelect {...(size && { size })} label={label} placeholder={value.length ? "" : words.shares.pick} data={data} value={value} onChange={onChange} searchable filter={findFolded} limit={60} hidePickedOptions clearable />;
}

// Co-workers and readers beside the lead: folded away until they are needed.
export function Helpers({ value, onChange, size }: { value: Proposed; onChange: (change: Partial<Proposed>) => void; size?: string }) {
    const [open, setOpen] = useState(false);
    const shown = open || value.with.length > 0 || value.inform.length > 0;
    if (!shown)
        return (
            <UnstyledButton className="register-more" aria-expanded={false} onClick={() => setOpen(true)}>
                {words.hands.more_people}
            </UnstyledButton>
        );
    return (
        <div className="helpers">
            <PeoplePicker label={words.hands.cooperate} able="handles" value={value.with} taken={[value.lead, ...value.inform]} onChange={(helpers) => onChange({ with: helpers })} {...(size && { size })} />
            <PeoplePicker label={words.hands.inform} able="reads" value={value.inform} taken={[value.lead, ...value.with]} onChange={(inform) => onChange({ inform })} {...(size && { size })} />
        </div>
    );
}
