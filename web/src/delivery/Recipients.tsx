import { ActionIcon, Checkbox, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useAgencies, useGroups, usePeople, usePosts, useUnits } from "../api/queries.ts";
import type { Recipient, RecipientKind } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { NameAdder } from "../ui/NameAdder.tsx";
import { words } from "../words/words.ts";
import "./recipients.css";

interface Known {
    name: string;
    kind: RecipientKind;
    target: string;
}

interface Props {
    value: Recipient[];
    onChange: (recipients: Recipient[]) => void;
    addressees: boolean; // the kind has «Kính gửi» or its like
    unit: string; // abbreviation of the drafting unit, for the archive line
    error?: string | undefined;
}

// «Nơi nhận» line by line as it will print; a name that is not known here goes out on paper only.
export function Recipients({ value, onChange, addressees, unit, error }: Props) {
    const agencies = useAgencies();
    const units = useUnits();
    const people = usePeople();
    const posts = usePosts();
    const groups = useGroups();
    const today = useToday();
    const known = useMemo(() => {
        const there = ({ valid_from, valid_to }: { valid_from: string | null; valid_to: string | null }) => (!valid_from || valid_from <= today) && (!valid_to || valid_to >= today);
        // of two of the same name the later one here is meant: a group before a post, a post before a unit
        const all: Known[] = [
            ...people.filter(({ active }) => active).map(({ id, full_name }): Known => ({ name: full_name, kind: "person", target: id })),
            ...units.filter(there).map(({ id, name }): Known => ({ name, kind: "unit", target: id })),
            ...posts.filter(there).map(({ id, name }): Known => ({ name, kind: "post", target: id })),
            ...agencies.map(({ id, short_name, name }): Known => ({ name: short_name || name, kind: "agency", target: id })),
            ...(groups ?? []).filter(there).map(({ id, name }): Known => ({ name, kind: "group", target: id })),
        ];
        return new Map(all.map((each) => [each.name, each]));
    }, [agencies, units, people, posts, groups, today]);
    const names = useMemo(() => [...known.keys()], [known]);

    const add = (name: string) => {
        const found = known.get(name);
        onChange([
            ...value,
            { kind: found?.kind ?? "outside", target: found?.target ?? null, name, mark: "", addressee: false, delivered_at: 0, read_at: 0 },
        ]);
    };
    const change = (index: number, part: Partial<Recipient>) => onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)));
    return (
        <fieldset className="recipients">
            <legend>{words.outgoing.recipients}</legend>
            {value.map((recipient, index) => (
                <div key={recipient.name} className="recipient">
                    <span className="recipient-name">
                        - {recipient.name} <span className="soft">{["outside", "group", "post"].includes(recipient.kind) && `(${words.recipient_kind[recipient.kind].toLowerCase()})`}</span>
                    </span>
                    <TextInput
                        size="xs"
                        w={120}
                        aria-label={`${words.outgoing.mark}: ${recipient.name}`}
                        placeholder={words.outgoing.mark_placeholder}
                        value={recipient.mark}
                        onChange={(event) => change(index, { mark: event.currentTarget.value })}
                    />
                    {addressees && (
                        <Checkbox
                            size="xs"
                            label={words.outgoing.also_addressee}
                            aria-label={`${words.outgoing.also_addressee}: ${recipient.name}`}
                            checked={recipient.addressee}
                            onChange={(event) => change(index, { addressee: event.currentTarget.checked })}
                        />
                    )}
                    <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={words.shares.remove(recipient.name)}
                        onClick={() => onChange(value.filter((_, at) => at !== index))}
                    >
                        <IconX size={16} />
                    </ActionIcon>
                </div>
            ))}
            <NameAdder known={names} taken={value} onAdd={add} error={error} />
            <p className="soft">- {words.outgoing.archive_line(unit)}</p>
        </fieldset>
    );
}
