import { Button, Code, PasswordInput, TextInput, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { api, type Problem } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import { chooseLanguage } from "../frame/preferences.ts";
import type { DemoAccount } from "../api/types.ts";
import { FormProblem } from "../ui/page.tsx";
import { clock, date, dayOf, weekday } from "../words/format.ts";
import { faultOf, language, languages, words } from "../words/words.ts";
import "./sign-in.css";

export default function SignIn() {
    const { data: welcome } = useGet("/api/welcome", {});
    const [username, setUsername] = useState("");
    const [password, setPassword] = useState("");
    useEffect(() => {
        document.title = `${words.sign_in.title} · ${words.product}`;
    }, []);
    const enter = useMutation<unknown, Problem, { username: string; password: string }>({
        mutationFn: (input) => api.post("/api/session", input),
        onSuccess: () => queries.resetQueries(),
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        enter.mutate({ username: username.trim(), password });
    };
    if (welcome?.empty)
        return (
            <main className="sign-in">
                <div className="sign-in-box stack wide">
                    <Brand />
                    <h1 className="page-title">{words.sign_in.empty_title}</h1>
                    <p>{words.sign_in.empty_text}</p>
                    <Code block>congso init</Code>
                    <Button variant="default" onClick={() => location.reload()}>
                        {words.frame.reload}
                    </Button>
                </div>
            </main>
        );
    return (
        <main className={`sign-in ${welcome?.accounts.length ? "with-demo" : ""}`}>
            <form className="sign-in-box stack wide" onSubmit={onSubmit}>
                <Brand />
                <div>
                    <h1 className="page-title">{words.sign_in.title}</h1>
                    <p className="soft">{welcome?.agency_name || words.sign_in.tagline}</p>
                </div>
                <FormProblem problem={enter.error} />
                <TextInput
                    label={words.sign_in.username}
                    autoComplete="username"
                    autoCapitalize="none"
                    autoFocus
                    required
                    withAsterisk={false}
                    value={username}
                    error={faultOf(enter.error, "username")}
                    onChange={(event) => setUsername(event.currentTarget.value)}
                />
                <PasswordInput
                    label={words.sign_in.password}
                    autoComplete="current-password"
                    required
                    withAsterisk={false}
                    value={password}
                    error={faultOf(enter.error, "password")}
                    onChange={(event) => setPassword(event.currentTarget.value)}
                />
                <Button type="submit" loading={enter.isPending} fullWidth>
                    {words.sign_in.act}
                </Button>
                <Languages />
            </form>
            {welcome && welcome.accounts.length > 0 && (
                <section className="sign-in-demo" aria-labelledby="demo-title">
                    <h2 id="demo-title">{words.sign_in.demo_title}</h2>
                    <p className="soft">
                        {words.sign_in.demo_hint} {words.sign_in.clock}: {weekday(dayOf(welcome.now))} {date(dayOf(welcome.now))} {clock(welcome.now)}.
                    </p>
                    {byAgency(welcome.accounts).map(([agency, accounts]) => (
                        <div key={agency}>
                            <h3>{agency}</h3>
                            <div className="sign-in-accounts">
                                {accounts.map((account) => (
                                    <UnstyledButton
                                        key={account.username}
                                        className="sign-in-account"
                                        disabled={enter.isPending}
                                        onClick={() => enter.mutate({ username: account.username, password: welcome.password })}
                                    >
                                        <strong>{account.full_name}</strong>
                                        <span className="soft">{account.role_name}</span>
                                    </UnstyledButton>
                                ))}
                            </div>
                        </div>
                    ))}
                </section>
            )}
        </main>
    );
}

// Each language under its own name; the choice goes with the person who signs in next.
function Languages() {
    return (
        <div className="row sign-in-languages" role="group" aria-label={words.sign_in.language}>
            {languages.map(({ value, label }) => (
                <UnstyledButton key={value} lang={value} aria-pressed={value === language} onClick={() => value !== language && chooseLanguage(value)}>
                    {label}
                </UnstyledButton>
            ))}
        </div>
    );
}

function Brand() {
    return (
        <div className="sign-in-brand">
            <img src="/icon.svg" alt="" width={28} height={28} />
            {words.product}
        </div>
    );
}

function byAgency(accounts: DemoAccount[]): [string, DemoAccount[]][] {
    const groups = new Map<string, DemoAccount[]>();
    for (const account of accounts) groups.set(account.agency_name, [...(groups.get(account.agency_name) ?? []), account]);
    return [...groups];
}
