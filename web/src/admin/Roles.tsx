import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import type { Permission, Role } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { Loading } from "../ui/page.tsx";
import { faultOf, words } from "../words/words.ts";
import { HistoryBox } from "./History.tsx";
import { readAgain, RowActs, useForm } from "./kit.tsx";
import { RightsChanges } from "./RightsChanges.tsx";

type Open = { what: "form" | "history"; role?: Role };
const permissions = Object.keys(words.permission) as Permission[];

// Sets of rights. What a role that is held may do changes when that was confirmed.
export function Roles() {
    const roles = useGet("/api/admin/roles", {}).data?.items;
    const [open, setOpen] = useState<Open>();
    if (!roles) return <Loading />;
    return (
        <>
            <RightsChanges />
            <div className="part-head">
                <p className="soft">{words.office.roles.hint}</p>
                <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: "form" })}>
                    {words.office.roles.add}
                </Button>
            </div>
            <table className="list">
                <thead>
                    <tr>
                        <th scope="col">{words.office.roles.name}</th>
                        <th scope="col">{words.office.fields["permissions"]}</th>
                        <th scope="col">
                            <span className="hidden">{words.verbs.edit}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {roles.map((role) => (
                        <tr key={role.id} style={{ cursor: "default" }}>
                            <td className="whole">
                                <strong>{role.name}</strong>
                                {role.second_factor && <div className="soft">{words.office.roles.second_factor_short}</div>}
                            </td>
                            <td>{role.permissions.map((permission) => words.permission[permission]).join(" · ")}</td>
                            <td className="fixed">
                                <RowActs name={role.name} onEdit={() => setOpen({ what: "form", role })} onHistory={() => setOpen({ what: "history", role })} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {open?.what === "form" && <RoleBox key={open.role?.id} role={open.role} onClose={() => setOpen(undefined)} />}
            {open?.what === "history" && open.role && <HistoryBox id={open.role.id} title={open.role.name} onClose={() => setOpen(undefined)} />}
        </>
    );
}

function RoleBox({ role, onClose }: { role: Role | undefined; onClose: () => void }) {
    const save = useAct("/api/admin/roles", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        { name: role?.name ?? "", permissions: role?.permissions ?? (["signed_in"] as Permission[]), second_factor: role?.second_factor ?? false },
        save.error,
    );
    return (
        <ActBox
            wide
            title={role ? words.office.roles.edit : words.office.roles.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!form.values.name.trim()}
            onAct={() => save.mutate({ ...form.values, ...(role && { id: role.id, version: role.version }) })}
            onClose={onClose}
        >
            <TextInput data-autofocus {...form.text("name")} label={words.office.roles.name} />
            <Checkbox.Group
                label={words.office.fields["permissions"]}
                value={form.values.permissions}
                onChange={(value) => form.set("permissions", value as Permission[])}
                error={faultOf(save.error, "permissions")}
            >
                <div className="stack">
                    {permissions.map((permission) => (
                        <Checkbox key={permission} value={permission} label={words.permission[permission]} />
                    ))}
                </div>
            </Checkbox.Group>
            <Checkbox {...form.check("second_factor")} label={words.office.roles.second_factor} />
        </ActBox>
    );
}
