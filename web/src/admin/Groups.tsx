import { ActionIcon, Button, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useAct, useGroups, useGet, usePeople, useUnits } from "../api/queries.ts";
import type { MemberEntry, GroupView, MemberKind } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";
import { HistoryBox } from "./History.tsx";
import { isOver, readAgain, RowActs, Term, useForm } from "./kit.tsx";

type Open = { what: "form" | "history"; group?: GroupView };

// «Nhóm nơi nhận»: lines of «Nơi nhận» that stand for several people of the agency.
export function Groups() {
    const groups = useGroups();
    const today = useToday();
    const [open, setOpen] = useState<Open>();
    if (!groups) return <Loading />;
    return (
        <>
            <div className="part-head">
                <p className="soft">{words.delivery.groups.hint}</p>
                <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: "form" })}>
                    {words.delivery.groups.add}
                </Button>
            </div>
            {groups.length === 0 ? (
                <Empty title={words.delivery.groups.empty} hint={words.delivery.groups.empty_hint} />
            ) : (
                <table className="list">
                    <thead>
                        <tr>
                            <th scope="col">{words.delivery.groups.name}</th>
                            <th scope="col">{words.delivery.groups.members}</th>
                            <th scope="col">
                                <span className="hidden">{words.verbs.edit}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {groups.map((group) => (
                            <tr key={group.id} className={isOver(group, today) ? "over" : ""} style={{ cursor: "default" }}>
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
                                <td className="fixed">
                                    <RowActs name={group.name} edits={`${words.verbs.edit}: ${group.name}`} onEdit={() => setOpen({ what: "form", group })} onHistory={() => setOpen({ what: "history", group })} />
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
            {open?.what === "form" && <GroupBox key={open.group?.id} group={open.group} count={groups.length} onClose={() => setOpen(undefined)} />}
            {open?.what === "history" && open.group && <HistoryBox id={open.group.id} title={open.group.name} onClose={() => setOpen(undefined)} />}
        </>
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
