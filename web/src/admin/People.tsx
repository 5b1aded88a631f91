import { Badge, Button, Checkbox, PasswordInput, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useAct, queries, useGet } from "../api/queries.ts";
import type { Output } from "../api/client.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FilterText } from "../ui/filters.tsx";
import { tell } from "../ui/notice.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { fold } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

type Person = Output<"GET /api/admin/people">["items"][number];
type Role = Output<"GET /api/admin/roles">["items"][number];
type Box = { what: "person" | "roles" | "account"; person?: Person };

const readAgain = () => {
    tell(words.admin.saved);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/(admin|people)/.test(String(queryKey[0])) });
};

export function People() {
    const { data, error, refetch } = useGet("/api/admin/people", {});
    const roles = useGet("/api/admin/roles", {}).data?.items ?? [];
    const [query, setQuery] = useState("");
    const [box, setBox] = useState<Box>();
    const shown = useMemo(() => data?.items.filter((person) => fold(`${person.full_name} ${person.post_name} ${person.username}`).includes(fold(query))), [data, query]);
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!shown) return <Loading />;
    const close = () => setBox(undefined);
    return (
        <>
            <PageHead title={words.admin.people}>
                <FilterText w={240} aria-label={words.admin.find} placeholder={words.admin.find} value={query} onChange={setQuery} />
                <Button leftSection={<IconPlus size={16} />} onClick={() => setBox({ what: "person" })}>
                    {words.admin.add_person}
                </Button>
            </PageHead>
            {shown.length === 0 ? (
                <Empty title={words.admin.people_empty} />
            ) : (
                <table className="list" style={{ marginTop: 8 }}>
                    <thead>
                        <tr>
                            <th scope="col">{words.fields.full_name}</th>
                            <th scope="col">{words.fields.post}</th>
                            <th scope="col">{words.fields.username}</th>
                            <th scope="col">{words.fields.roles}</th>
                            <th />
                        </tr>
                    </thead>
                    <tbody>
                        {shown.map((person) => (
                            <Row key={person.id} person={person} roles={roles} open={setBox} />
                        ))}
                    </tbody>
                </table>
            )}
            {box?.what === "person" && <PersonBox person={box.person} onClose={close} />}
            {box?.what === "roles" && box.person && <RolesBox person={box.person} roles={roles} onClose={close} />}
            {box?.what === "account" && box.person && <AccountBox person={box.person} onClose={close} />}
        </>
    );
}

function Row({ person, roles, open }: { person: Person; roles: Role[]; open: (box: Box) => void }) {
    return (
        <tr style={{ cursor: "default" }}>
            <td className="whole">
                <strong>{person.full_name}</strong> {!person.active && <span className="soft">({words.admin.inactive})</span>}
            </td>
            <td>{[person.post_name, person.unit_name].filter(Boolean).join(", ")}</td>
            <td className="fixed">
                {person.username || <span className="soft">{words.admin.no_account}</span>}{" "}
                {person.username && !person.account_active && <span className="meaning-today">({words.admin.locked})</span>}
            </td>
            <td className="whole">
                <span className="row tight">
                    {roles
                        .filter(({ id, code }) => person.roles.includes(id) || person.roles.includes(code))
                        .map(({ id, name }) => (
                            <Badge key={id} variant="default" size="sm" tt="none" fw={400}>
                                {name}
                            </Badge>
                        ))}
                </span>
            </td>
            <td className="fixed">
                <span className="row tight">
                    <Button size="compact-xs" variant="default" onClick={() => open({ what: "person", person })}>
                        {words.verbs.edit}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => open({ what: "roles", person })}>
                        {words.fields.roles}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => open({ what: "account", person })}>
                        {words.admin.account}
                    </Button>
                </span>
            </td>
        </tr>
    );
}

function PersonBox({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
    const [values, setValues] = useState({
        full_name: person?.full_name ?? "",
        email: person?.email ?? "",
        phone: person?.phone ?? "",
        born_on: person?.born_on ?? null,
        active: person?.active ?? true,
    });
    const done = () => {
        readAgain();
        onClose();
    };
    const create = useAct("/api/admin/people", done);
    const change = useAct("/api/admin/people/{id}", done);
    const act = person ? change : create;
    const bind = (field: "full_name" | "email" | "phone") => ({
        label: words.fields[field],
        value: values[field],
        onChange: (event: { currentTarget: { value: string } }) => setValues({ ...values, [field]: event.currentTarget.value }),
        error: faultOf(act.error, field),
    });
    return (
        <ActBox
            title={person ? words.admin.edit_person : words.admin.add_person}
            act={words.verbs.save}
            problem={act.error}
            busy={act.isPending}
            off={!values.full_name.trim()}
            onAct={() => (person ? change.mutate({ ...values, id: person.id, version: person.version }) : create.mutate(values))}
            onClose={onClose}
        >
            <TextInput data-autofocus {...bind("full_name")} />
            <TextInput {...bind("email")} type="email" />
            <TextInput {...bind("phone")} inputMode="tel" />
            <DateField label={words.fields.born_on} value={values.born_on} onChange={(born_on) => setValues({ ...values, born_on })} error={faultOf(act.error, "born_on")} />
            <Checkbox label={words.admin.active} checked={values.active} onChange={(event) => setValues({ ...values, active: event.currentTarget.checked })} />
        </ActBox>
    );
}

function RolesBox({ person, roles, onClose }: { person: Person; roles: Role[]; onClose: () => void }) {
    const [chosen, setChosen] = useState(roles.filter(({ id, code }) => person.roles.includes(id) || person.roles.includes(code)).map(({ id }) => id));
    const save = useAct("/api/admin/people/{id}/roles", () => {
        readAgain();
        onClose();
    });
    return (
        <ActBox wide title={words.admin.roles_of(person.full_name)} act={words.verbs.save} problem={save.error} busy={save.isPending} onAct={() => save.mutate({ id: person.id, roles: chosen })} onClose={onClose}>
            <Checkbox.Group value={chosen} onChange={setChosen}>
                <div className="stack">
                    {roles.map((role) => (
                        <Checkbox key={role.id} value={role.id} label={role.name} description={role.permissions.map((permission) => words.permission[permission]).join(" · ")} />
                    ))}
                </div>
            </Checkbox.Group>
        </ActBox>
    );
}

function AccountBox({ person, onClose }: { person: Person; onClose: () => void }) {
    const [username, setUsername] = useState(person.username);
    const [password, setPassword] = useState("");
    const save = useAct("/api/admin/accounts", () => {
        readAgain();
        onClose();
    });
    const has = person.username !== "";
    return has ? (
        <ActBox
            title={`${words.admin.account}: ${person.username}`}
            act={words.admin.reset_password}
            problem={save.error}
            busy={save.isPending}
            off={!password}
            onAct={() => save.mutate({ person: person.id, username, password, disabled: false })}
            onClose={onClose}
        >
            <PasswordInput
                data-autofocus
                label={words.admin.first_password}
                description={words.admin.first_password_hint}
                autoComplete="new-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                error={faultOf(save.error, "password")}
            />
            <div>
                <Button
                    variant="default"
                    loading={save.isPending}
                    onClick={() => save.mutate({ person: person.id, username, disabled: person.account_active })}
                >
                    {person.account_active ? words.admin.lock : words.admin.unlock}
                </Button>
            </div>
        </ActBox>
    ) : (
        <ActBox
            title={words.admin.create_account}
            act={words.admin.create_account}
            problem={save.error}
            busy={save.isPending}
            off={!username.trim() || !password}
            onAct={() => save.mutate({ person: person.id, username: username.trim(), password, disabled: false })}
            onClose={onClose}
        >
            <TextInput
                data-autofocus
                label={words.fields.username}
                autoCapitalize="none"
                autoComplete="off"
                value={username}
                onChange={(event) => setUsername(event.currentTarget.value)}
                error={faultOf(save.error, "username")}
            />
            <PasswordInput
                label={words.admin.first_password}
                description={words.admin.first_password_hint}
                autoComplete="new-password"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                error={faultOf(save.error, "password")}
            />
        </ActBox>
    );
}
