import { ActionIcon, NumberInput, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useAct, useGroups, useGet, usePeople, useUnits } from "../api/queries.ts";
import type { MemberEntry, GroupView, MemberKind } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";
import { readAgain, Term, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";

// «Nhóm nơi nhận»: lines of «Nơi nhận» that stand for several people of the agency.
export function Groups() {
    const groups = useGroups();
    if (!groups) return <Loading />;
    return (
        <Part
            hint={words.delivery.groups.hint}
            adds={[words.delivery.groups.add]}
            heads={[words.delivery.groups.name, words.delivery.groups.members]}
            rows={groups}
            empty={<Empty title={words.delivery.groups.empty} hint={words.delivery.groups.empty_hint} />}
            name={(group) => group.name}
            edits={(group) => `${words.verbs.edit}: ${group.name}`}
            cells={(group) => (
                <>
                    <td className="whole">
                        <strong>{group.name}</strong> <Term {...group} quiet />
                    </td>
                    <td className="whole">
                        {group.members.map((member, index) => (
                            <div key={index}>
                                {member.name} <span className="soft">({words.delivery.groups.kinds[member.kind]})</span> <Term {...member} quiet />
                            </div>
                        ))}
                    </td>
                </>
            )}
            form={(group, close) => <GroupBox group={group} count={groups.length} onClose={close} />}
        />
    );
}

interface Known {
    value: string; // «post:…»
    label: string;
    kind: MemberKind;
    target: string;
}

// Everything of the agency that a group may hold: posts first, then units and people.
function useKnown(): Known[] {
    const posts = useGet("/api/posts", {}).data?.items;
    const units = useUnits();
    const people = usePeople();
    return useMemo(() => {
        const known = (kind: MemberKind, id: string, name: string): Known => ({ value: `${kind}:${id}`, label: `${name} · ${words.delivery.groups.kinds[kind]}`, kind, target: id });
        return [
            ...(posts ?? []).map(({ id, name }) => known("post", id, name)),
            ...units.map(({ id, name }) => known("unit", id, name)),
            ...people.filter(({ active }) => active).map(({ id, full_name }) => known("person", id, full_name)),
        ];
    }, [posts, units, people]);
}

type Line = MemberEntry & { label: string };

function GroupBox({ group, count, onClose }: { group: GroupView | undefined; count: number; onClose: () => void }) {
    const known = useKnown();
    const save = useAct("/api/admin/recipient-groups", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            name: group?.name ?? "",
            position: group?.position ?? count,
            valid_from: group?.valid_from ?? null,
            valid_to: group?.valid_to ?? null,
            members: (group?.members ?? []).map(({ kind, target, valid_from, valid_to, name }): Line => ({ kind, target, valid_from, valid_to, label: `${name} · ${words.delivery.groups.kinds[kind]}` })),
        },
        save.error,
    );
    const { members } = form.values;
    const change = (index: number, part: Partial<Line>) =>
        form.set(
            "members",
            members.map((each, at) => (at === index ? { ...each, ...part } : each)),
        );
    const add = (value: string | null) => {
        const found = known.find((each) => each.value === value);
        if (found) form.set("members", [...members, { kind: found.kind, target: found.target, valid_from: null, valid_to: null, label: found.label }]);
    };
    return (
        <ActBox
            wide
            title={group ? words.delivery.groups.edit : words.delivery.groups.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!form.values.name.trim() || members.length === 0}
            onAct={() =>
                save.mutate({
                    ...form.values,
                    members: members.map(({ kind, target, valid_from, valid_to }) => ({ kind, target, valid_from, valid_to })),
                    ...(group && { id: group.id, version: group.version }),
                })
            }
            onClose={onClose}
        >
            <TextInput data-autofocus {...form.text("name")} label={words.delivery.groups.name} />
            <fieldset className="members">
                <legend>{words.delivery.groups.members}</legend>
                {members.map((member, index) => (
                    <div key={`${member.kind}:${member.target}:${index}`} className="member">
                        <span className="member-name">{member.label}</span>
                        <DateField size="xs" aria-label={words.delivery.groups.member_from(member.label)} placeholder={words.office.fields["valid_from"]} value={member.valid_from ?? null} onChange={(day) => change(index, { valid_from: day })} />
                        <DateField
                            size="xs"
                            aria-label={words.delivery.groups.member_to(member.label)}
                            placeholder={words.office.fields["valid_to"]}
                            value={member.valid_to ?? null}
                            onChange={(day) => change(index, { valid_to: day })}
                            error={faultOf(save.error, `members/${index}`)}
                        />
                        <ActionIcon
                            variant="subtle"
                            color="gray"
                            aria-label={words.shares.remove(member.label)}
                            onClick={() =>
                                form.set(
                                    "members",
                                    members.filter((_, at) => at !== index),
                                )
                            }
                        >
                            <IconX size={16} />
                        </ActionIcon>
                    </div>
                ))}
                <Select
                    aria-label={words.delivery.groups.member_add}
                    placeholder={words.delivery.groups.member_add}
                    searchable
                    filter={findFolded}
                    limit={60}
                    selectFirstOptionOnChange
                    data={known.filter(({ kind, target }) => !members.some((each) => each.kind === kind && each.target === target && !each.valid_to))}
                    value={null}
                    onChange={add}
                />
            </fieldset>
            <NumberInput label={words.office.fields["position"]} min={0} max={10000} value={form.values.position} onChange={(value) => form.set("position", Number(value) || 0)} />
            <div className="two">
                <DateField {...form.day("valid_from")} />
                <DateField {...form.day("valid_to")} />
            </div>
        </ActBox>
    );
}
