import { NumberInput, Select, TextInput } from "@mantine/core";
import { useAct, useGet } from "../api/queries.ts";
import type { OrgUnit as Unit } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { words } from "../words/words.ts";
import { readAgain, Term, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";

export function Units() {
    const units = useGet("/api/units", {}).data?.items;
    if (!units) return <Loading />;
    return (
        <Part
            hint={words.office.units.hint}
            adds={[words.office.units.add]}
            heads={[words.office.fields["name"], words.office.fields["abbreviation"], words.office.fields["valid_to"]]}
            rows={asTree(units).map(([unit, depth]) => ({ ...unit, depth }))}
            empty={<Empty title={words.office.units.empty} />}
            name={(unit) => unit.name}
            cells={(unit) => (
                <>
                    <td className="whole" style={{ paddingLeft: 8 + unit.depth * 20 }}>
                        {unit.depth > 0 && <span aria-hidden>└ </span>}
                        <strong>{unit.name}</strong>
                    </td>
                    <td className="fixed">{unit.abbreviation}</td>
                    <td className="fixed">
                        <Term {...unit} quiet />
                    </td>
                </>
            )}
            form={(unit, close) => <UnitBox unit={unit} units={units} onClose={close} />}
        />
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
