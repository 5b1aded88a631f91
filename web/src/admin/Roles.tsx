import { Checkbox, TextInput } from "@mantine/core";
import { useAct, useGet } from "../api/queries.ts";
import type { Permission, Role } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { Loading } from "../ui/page.tsx";
import { faultOf, words } from "../words/words.ts";
import { readAgain, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";
import { RightsChanges } from "./RightsChanges.tsx";

const permissions = Object.keys(words.permission) as Permission[];

// Sets of rights. What a role that is held may do changes when that was confirmed.
export function Roles() {
    const roles = useGet("/api/admin/roles", {}).data?.items;
    if (!roles) return <Loading />;
    return (
        <>
            <RightsChanges />
            <Part
                hint={words.office.roles.hint}
                adds={[words.office.roles.add]}
                heads={[words.office.roles.name, words.office.fields["permissions"]]}
                rows={roles}
                empty={null}
                name={(role) => role.name}
                cells={(role) => (
                    <>
                        <td className="whole">
                            <strong>{role.name}</strong>
                            {role.second_factor && <div className="soft">{words.office.roles.second_factor_short}</div>}
                        </td>
                        <td>{role.permissions.map((permission) => words.permission[permission]).join(" · ")}</td>
                    </>
                )}
                form={(role, close) => <RoleBox role={role} onClose={close} />}
            />
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
