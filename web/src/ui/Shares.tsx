import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Part, Share } from "../api/types.ts";
import { usePeople } from "../api/queries.ts";
import { words } from "../words/words.ts";
import { DateField } from "./DateField.tsx";
import { PersonPicker } from "./pickers.tsx";

const parts = (Object.keys(words.part) as Part[]).map((value) => ({ value, label: words.part[value] }));

// Who shall do what: a line per person with the part and, if it differs, an own deadline.
export function Shares({ value, onChange, error }: { value: Share[]; onChange: (shares: Share[]) => void; error?: string | undefined }) {
    const people = usePeople();
    const nameOf = (id: string) => people.find((person) => person.id === id)?.full_name ?? "";
    const change = (index: number, share: Partial<Share>) => onChange(value.map((old, at) => (at === index ? { ...old, ...share } : old)));
    const taken = new Set(value.map(({ person }) => person));
    const nextPart: Part = value.some(({ part }) => part === "lead") ? "cooperate" : "lead";
    return (
        <div className="shares">
            {value.map((share, index) => (
                <div key={index} className="share">
                    <PersonPicker
                        className="share-person"
                        size="xs"
                        aria-label={words.shares.person}
                        placeholder={words.shares.pick}
                        able={share.part === "inform" ? "reads" : "handles"}
                        value={share.person}
                        only={(id) => id === share.person || !taken.has(id)}
                        onChange={(person) => change(index, { person: person ?? "" })}
                        error={index === 0 ? error : undefined}
                    />
                    <SegmentedControl
                        size="xs"
                        data={parts}
                        value={share.part}
                        aria-label={words.shares.part}
                        onChange={(part) => change(index, { part: part as Part })}
                    />
                    <DateField
                        className="share-due"
                        size="xs"
                        aria-label={words.shares.due}
                        placeholder={words.shares.due}
                        value={share.due_on}
                        onChange={(due_on) => change(index, { due_on })}
                    />
                    <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={words.shares.remove(nameOf(share.person))}
                        onClick={() => onChange(value.filter((_, at) => at !== index))}
                    >
                        <IconX size={16} />
                    </ActionIcon>
                </div>
            ))}
            <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} />}
                onClick={() => onChange([...value, { person: "", part: nextPart }])}
            >
                {words.shares.add}
            </Button>
        </div>
    );
}

// A decision leaves nobody without a lead: exactly one, or everyone only reads.
export function isDecided(shares: Share[]): boolean {
    const leads = shares.filter(({ part }) => part === "lead").length;
    return leads === 1 || (leads === 0 && shares.length > 0 && shares.every(({ part }) => part === "inform"));
}

export const filled = (shares: Share[]): Share[] => shares.filter(({ person }) => person !== "");
