import { Button, PasswordInput, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { api, type Problem } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import { FormProblem } from "../ui/page.tsx";
import { faultOf, words } from "../words/words.ts";
import { Brand } from "./Brand.tsx";
import "./sign-in.css";

const levels = ["xã", "phường", "thị trấn", "đặc khu"];
interface Person {
    full_name: string;
    post: string;
    username: string;
    password: string;
}

// The first run: an agency, its administrator and its first people, by whoever reads the code on the server's screen.
export default function Setup() {
    const setup = useGet("/api/setup", {}).data;
    const [values, setValues] = useState({
        code: "",
        level: "xã",
        place: "",
        agency: "",
        agency_code: "",
        administrator: "",
        username: "quantri",
        password: "",
        repeat: "",
    });
    const [people, setPeople] = useState<Person[]>([
        { full_name: "", post: "chairman", username: "chutich", password: "" },
        { full_name: "", post: "clerk", username: "vanthu", password: "" },
    ]);
    const named = people.filter(({ full_name }) => full_name.trim());
    const make = useMutation<unknown, Problem>({
        mutationFn: () => {
            const { code, level, place, agency, agency_code, administrator, username, password } = values;
            return api.post("/api/setup", {
                code,
                agency: agency.trim() || `Ủy ban nhân dân ${level} ${place.trim()}`,
                short_name: agency.trim() || `UBND ${level} ${place.trim()}`,
                place: place.trim(),
                agency_code: agency_code.trim(),
                administrator: administrator.trim(),
                username: username.trim(),
                password,
                people: named.map((person) => ({ ...person, full_name: person.full_name.trim(), username: person.username.trim() })),
            });
        },
    });
    const enter = useMutation<unknown, Problem, { username: string; password: string }>({
        mutationFn: (input) => api.post("/api/session", input),
        onSuccess: () => queries.resetQueries(),
    });
    useEffect(() => {
        document.title = `${words.setup.title} · ${words.product}`;
    }, []);
    const differs = values.repeat !== "" && values.repeat !== values.password;
    const bind = (field: keyof typeof values) => ({
        value: values[field],
        onChange: (event: { currentTarget: { value: string } }) => setValues({ ...values, [field]: event.currentTarget.value }),
        error: faultOf(make.error, field),
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        if (!differs) make.mutate();
    };
    const change = (index: number, person: Partial<Person>) => setPeople(people.map((one, at) => (at === index ? { ...one, ...person } : one)));
    // faults are told by the place among those who have a name
    const fault = (person: Person, field: keyof Person) => faultOf(make.error, `people/${named.indexOf(person)}/${field}`);
    const ready = values.code && values.place.trim() && values.administrator.trim() && values.username && values.password && values.repeat === values.password;

    if (make.isSuccess)
        return (
            <main className="sign-in setup-page">
                <div className="sign-in-box stack wide">
                    <Brand />
                    <h1 className="page-title">{words.setup.done_title}</h1>
                    <p>{words.setup.done_text}</p>
                    <FormProblem problem={enter.error} />
                    {[...named, { full_name: values.administrator, username: values.username, password: values.password }].map((person) => (
                        <Button key={person.username} variant="default" loading={enter.isPending} onClick={() => enter.mutate({ username: person.username.trim(), password: person.password })}>
                            {person.full_name} · {words.setup.go(person.username)}
                        </Button>
                    ))}
                </div>
            </main>
        );
    return (
        <main className="sign-in setup-page">
            <form className="sign-in-box stack wide setup" onSubmit={onSubmit}>
                <Brand />
                <div>
                    <h1 className="page-title">{words.setup.title}</h1>
                    <p className="soft">{words.setup.hint}</p>
                </div>
                <FormProblem problem={make.error} />
                <TextInput label={words.setup.code} description={words.setup.code_hint} autoFocus autoComplete="off" {...bind("code")} />
                <h2>{words.setup.steps.agency}</h2>
                <div className="setup-two">
                    <Select
                        label={words.setup.level}
                        allowDeselect={false}
                        data={levels}
                        value={values.level}
                        onChange={(level) => setValues({ ...values, level: level ?? "xã" })}
                    />
                    <TextInput label={words.setup.place} placeholder={words.setup.place_hint} {...bind("place")} />
                    <TextInput label={words.setup.agency} placeholder={`Ủy ban nhân dân ${values.level} ${values.place || "…"}`} {...bind("agency")} />
                    <TextInput label={words.setup.agency_code} {...bind("agency_code")} />
                </div>
                <h2>{words.setup.administrator}</h2>
                <div className="setup-two">
                    <TextInput label={words.fields.full_name} {...bind("administrator")} />
                    <TextInput label={words.fields.username} autoCapitalize="none" autoComplete="off" {...bind("username")} />
                    <PasswordInput label={words.sign_in.password} description={words.me.new_password_hint} autoComplete="new-password" {...bind("password")} />
                    <PasswordInput label={words.setup.repeat} description=" " autoComplete="new-password" {...bind("repeat")} error={differs ? words.setup.differs : undefined} />
                </div>
                <h2>{words.setup.people}</h2>
                <p className="soft">{words.setup.people_hint}</p>
                {people.map((person, index) => (
                    <fieldset key={index} className="setup-person">
                        <TextInput
                            label={words.fields.full_name}
                            value={person.full_name}
                            onChange={(event) => change(index, { full_name: event.currentTarget.value })}
                            error={fault(person, "full_name")}
                        />
                        <Select
                            label={words.fields.post}
                            allowDeselect={false}
                            data={setup?.posts.map(({ code, name }) => ({ value: code, label: name })) ?? []}
                            value={person.post}
                            onChange={(post) => change(index, { post: post ?? person.post })}
                            error={fault(person, "post")}
                        />
                        <TextInput
                            label={words.fields.username}
                            autoCapitalize="none"
                            autoComplete="off"
                            value={person.username}
                            onChange={(event) => change(index, { username: event.currentTarget.value })}
                            error={fault(person, "username")}
                        />
                        <PasswordInput
                            label={words.sign_in.password}
                            autoComplete="new-password"
                            value={person.password}
                            onChange={(event) => change(index, { password: event.currentTarget.value })}
                            error={fault(person, "password")}
                        />
                    </fieldset>
                ))}
                <div>
                    <Button variant="default" onClick={() => setPeople([...people, { full_name: "", post: "tphh", username: "", password: "" }])}>
                        {words.setup.add_person}
                    </Button>
                </div>
                <Button type="submit" loading={make.isPending} disabled={!ready} fullWidth>
                    {words.setup.act}
                </Button>
                <p className="soft">{words.setup.demo_hint}</p>
            </form>
        </main>
    );
}
