import { Button, Checkbox, PasswordInput, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useAct, queries, useGet } from "../api/queries.ts";
import type { PersonRow, PersonView } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FilterText } from "../ui/filters.tsx";
import { tell } from "../ui/notice.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { fold } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

type Box = { what: "person" | "roles" | "account"; person?: PersonRow };

const readAgain = () => {
    tell(words.admin.saved);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/(admin|people)/.test(String(queryKey[0])) });
};

export function People() {
    const { data, error, refetch } = useGet("/api/people", {});
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
                            <th scope="col">
                                <span className="hidden">{words.verbs.edit}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {shown.map((person) => (
                            <Row key={person.id} person={person} open={setBox} />
                        ))}
                    </tbody>
                </table>
            )}
            {box?.what === "person" && <PersonBox person={box.person} onClose={close} />}
            {box?.what === "roles" && box.person && <RolesBox person={box.person} onClose={close} />}
            {box?.what === "account" && box.person && <AccountBox person={box.person} onClose={close} />}
        </>
    );
}

function Row({ person, open }: { person: PersonRow; open: (box: Box) => void }) {
    return (
        <tr style={{ cursor: "default" }}>
            <td className="whole">
                <strong>{person.full_name}</strong> {!person.active && <span className="soft">({words.admin.inactive})</span>}
            </td>
            <td>{[person.post_name, !person.post_name.includes(person.unit_name) && person.unit_name].filter(Boolean).join(", ")}</td>
            <td className="fixed">{person.username || <span className="soft">{words.admin.no_account}</span>}</td>
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

// A person that exists is read first, with the version that the change will name.
function PersonBox({ person, onClose }: { person: PersonRow | undefined; onClose: () => void }) {
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
            <Checkbox label={words.admin.active} checked={values.active} onChange={(event) => setValues({ ...values, active: event.currentTarget.checked })} />
        </ActBox>
    );
}

function RolesBox({ person, onClose }: { person: PersonRow; onClose: () => void }) {
    const roles = useGet("/api/admin/roles", {}).data?.items ?? [];
    const held = useGet("/api/admin/people/{id}/roles", { id: person.id }, { staleTime: 0 }).data;
    const [chosen, setChosen] = useState<string[]>();
    const save = useAct("/api/admin/people/{id}/roles", () => {
        readAgain();
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

function AccountBox({ person, onClose }: { person: PersonRow; onClose: () => void }) {
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
            <div className="row">
                {[true, false].map((disabled) => (
                    <Button key={String(disabled)} variant="default" loading={save.isPending} onClick={() => save.mutate({ person: person.id, username, disabled })}>
                        {disabled ? words.admin.lock : words.admin.unlock}
                    </Button>
                ))}
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
