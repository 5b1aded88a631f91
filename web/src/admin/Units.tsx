import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import type { OrgUnit as Unit } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { words } from "../words/words.ts";
import { HistoryBox } from "./History.tsx";
import { isOver, readAgain, RowActs, Term, useForm } from "./kit.tsx";

type Open = { what: "form" | "history"; unit?: Unit };

export function Units() {
    const units = useGet("/api/units", {}).data?.items;
    const today = useToday();
    const [open, setOpen] = useState<Open>();
    if (!units) return <Loading />;
    return (
        <>
            <div className="part-head">
                <p className="soft">{words.office.units.hint}</p>
                <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: "form" })}>
                    {words.office.units.add}
                </Button>
            </div>
            {units.length === 0 ? (
                <Empty title={words.office.units.empty} />
            ) : (
                <table className="list">
                    <thead>
                        <tr>
                            <th scope="col">{words.office.fields["name"]}</th>
                            <th scope="col">{words.office.fields["abbreviation"]}</th>
                            <th scope="col">{words.office.fields["valid_to"]}</th>
                            <th scope="col">
                                <span className="hidden">{words.verbs.edit}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {asTree(units).map(([unit, depth]) => (
                            <tr key={unit.id} className={isOver(unit, today) ? "over" : ""} style={{ cursor: "default" }}>
                                <td className="whole" style={{ paddingLeft: 8 + depth * 20 }}>
                                    {depth > 0 && <span aria-hidden>└ </span>}
                                    <strong>{unit.name}</strong>
                                </td>
                                <td className="fixed">{unit.abbreviation}</td>
                                <td className="fixed">
                                    <Term {...unit} quiet />
                                </td>
                                <td className="fixed">
                                    <RowActs name={unit.name} onEdit={() => setOpen({ what: "form", unit })} onHistory={() => setOpen({ what: "history", unit })} />
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
            {open?.what === "form" && <UnitBox key={open.unit?.id} unit={open.unit} units={units} onClose={() => setOpen(undefined)} />}
            {open?.what === "history" && open.unit && <HistoryBox id={open.unit.id} title={open.unit.name} onClose={() => setOpen(undefined)} />}
        </>
    );
}

// Each unit below the one it belongs to, in the office's order.
export function asTree(units: Unit[]): [Unit, number][] {
    const below = (parent: string | null, depth: number): [Unit, number][] =>
        units.filter((unit) => (unit.parent ?? null) === parent).flatMap((unit): [Unit, number][] => [[unit, depth], ...below(unit.id, depth + 1)]);
    return below(null, 0);
}

function UnitBox({ unit, units, onClose }: { unit: Unit | undefined; units: Unit[]; onClose: () => void }) {
    const save = useAct("/api/admin/units", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            name: unit?.name ?? "",
            abbreviation: unit?.abbreviation ?? "",
            parent: unit?.parent ?? null,
            position: unit?.position ?? units.length,
            valid_from: unit?.valid_from ?? null,
            valid_to: unit?.valid_to ?? null,
        },
        save.error,
    );
    return (
        <ActBox
            title={unit ? words.office.units.edit : words.office.units.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!form.values.name.trim()}
            onAct={() => save.mutate({ ...form.values, ...(unit && { id: unit.id, version: unit.version }) })}
            onClose={onClose}
        >
            <TextInput data-autofocus {...form.text("name")} />
            <TextInput {...form.text("abbreviation")} />
            <Select
                {...form.pick("parent")}
                searchable
                clearable
                filter={findFolded}
                placeholder={words.office.units.top}
                data={units.filter(({ id }) => id !== unit?.id).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NumberInput label={words.office.fields["position"]} min={0} max={10000} value={form.values.position} onChange={(value) => form.set("position", Number(value) || 0)} />
            <div className="two">
                <DateField {...form.day("valid_from")} />
                <DateField {...form.day("valid_to")} />
            </div>
        </ActBox>
    );
}
