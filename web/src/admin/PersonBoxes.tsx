import { Button, Checkbox, PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useAct, useGet } from "../api/queries.ts";
import type { PersonRow, PersonView } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FormProblem } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";
import { readAgain } from "./kit.tsx";

// A person that exists is read first, with the version that the change will name.
export function PersonBox({ person, onClose }: { person: PersonRow | undefined; onClose: () => void }) {
    const view = useGet("/api/admin/people/{id}", { id: person?.id ?? "" }, { enabled: person !== undefined, staleTime: 0 });
    if (person && !view.data) return null;
    return <PersonForm key={view.data?.person.version} view={view.data} onClose={onClose} />;
}

function PersonForm({ view, onClose }: { view: PersonView | undefined; onClose: () => void }) {
    const posts = useGet("/api/posts", {}).data?.items ?? [];
    const person = view?.person;
    const held = view?.holdings.find(({ main, valid_to }) => main && !valid_to)?.post ?? "";
    const [values, setValues] = useState({
        full_name: person?.full_name ?? "",
        email: person?.email ?? "",
        phone: person?.phone ?? "",
        born_on: person?.born_on ?? null,
        active: person?.active ?? true,
        main_post: held,
    });
    const done = () => {
        readAgain();
        onClose();
    };
    const create = useAct("/api/admin/people", done);
    const change = useAct("/api/admin/people/{id}", done);
    const act = person ? change : create;
    const onAct = () => {
        const entry = { ...values, main_post: values.main_post && values.main_post !== held ? values.main_post : null };
        if (person) change.mutate({ ...entry, id: person.id, version: person.version });
        else create.mutate(entry);
    };
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
            onAct={onAct}
            onClose={onClose}
        >
            <TextInput data-autofocus {...bind("full_name")} />
            <Select
                label={words.fields.post}
                searchable
                filter={findFolded}
                data={posts.map(({ id, name }) => ({ value: id, label: name }))}
                value={values.main_post || null}
                onChange={(post) => setValues({ ...values, main_post: post ?? "" })}
                error={faultOf(act.error, "main_post")}
            />
            <TextInput {...bind("email")} type="email" />
            <TextInput {...bind("phone")} inputMode="tel" />
            <DateField label={words.fields.born_on} value={values.born_on} onChange={(born_on) => setValues({ ...values, born_on })} error={faultOf(act.error, "born_on")} />
            {act.error?.code === "person.has_open_work" && person && (
                <Button component={Link} to={`/admin/people/${person.id}/handover`} variant="light">
                    {words.office.person.handover}
                </Button>
            )}
            <Checkbox label={words.admin.active} checked={values.active} onChange={(event) => setValues({ ...values, active: event.currentTarget.checked })} />
        </ActBox>
    );
}

export function RolesBox({ person, onClose }: { person: PersonRow; onClose: () => void }) {
    const roles = useGet("/api/admin/roles", {}).data?.items ?? [];
    const held = useGet("/api/admin/people/{id}/roles", { id: person.id }, { staleTime: 0 }).data;
    const [chosen, setChosen] = useState<string[]>();
    const save = useAct("/api/admin/people/{id}/roles", () => {
        readAgain(words.office.rights.asked_told);
        onClose();
    });
    const value = chosen ?? held?.roles ?? [];
    return (
        <ActBox
            wide
            title={words.admin.roles_of(person.full_name)}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!held}
            onAct={() => save.mutate({ id: person.id, roles: value })}
            onClose={onClose}
        >
            <Checkbox.Group value={value} onChange={setChosen}>
                <div className="stack">
                    {roles.map((role) => (
                        <Checkbox key={role.id} value={role.id} label={role.name} description={role.permissions.map((permission) => words.permission[permission]).join(" · ")} />
                    ))}
                </div>
            </Checkbox.Group>
        </ActBox>
    );
}

export function AccountBox({ person, onClose }: { person: PersonRow; onClose: () => void }) {
    const [username, setUsername] = useState(person.username);
    const [password, setPassword] = useState("");
    const done = () => {
        readAgain();
        onClose();
    };
    const save = useAct("/api/admin/accounts", done);
    const reset = useAct("/api/admin/second-factor/reset", done);
    const has = person.username !== "";
    return has ? (
        <ActBox
            title={`${words.admin.account}: ${person.username}`}
            act={words.admin.reset_password}
            problem={save.error}
            busy={save.isPending}
            off={!password}
            onAct={() => save.mutate({ person: person.id, username, password })}
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
            <div className="row">
                <Button variant="default" loading={save.isPending} onClick={() => save.mutate({ person: person.id, username, disabled: !person.disabled })}>
                    {person.disabled ? words.admin.unlock : words.admin.lock}
                </Button>
                <Button variant="default" title={words.second_factor.reset_hint} loading={reset.isPending} onClick={() => reset.mutate({ person: person.id })}>
                    {words.second_factor.reset}
                </Button>
            </div>
            {reset.error && <FormProblem problem={reset.error} />}
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
