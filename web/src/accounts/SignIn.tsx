import { Button, PasswordInput, TextInput, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState, type FormEvent } from "react";
import { api, type Problem } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import { chooseLanguage } from "../frame/preferences.ts";
import type { DemoAccount } from "../api/types.ts";
import { FormProblem } from "../ui/page.tsx";
import { clock, date, dayOf, weekday } from "../words/format.ts";
import { faultOf, language, languages, words } from "../words/words.ts";
import { Brand } from "./Brand.tsx";
import "./sign-in.css";

const Setup = lazy(() => import("./Setup.tsx"));

export default function SignIn() {
    const { data: welcome } = useGet("/api/welcome", {});
    const [username, setUsername] = useState("");
    const [password, setPassword] = useState("");
    const [code, setCode] = useState("");
    useEffect(() => {
        document.title = `${words.sign_in.title} · ${words.product}`;
    }, []);
    const enter = useMutation<unknown, Problem, { username: string; password: string; code?: string }>({
        mutationFn: (input) => api.post("/api/session", input),
        onSuccess: () => queries.resetQueries(),
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        enter.mutate({ username: username.trim(), password, ...(code.trim() && { code: code.trim() }) });
    };
    const asksCode = enter.error?.code === "session.code_needed" || enter.error?.code === "session.code_wrong" || code !== "";
    if (welcome?.empty)
        return (
            <Suspense fallback={null}>
                <Setup />
            </Suspense>
        );
    return (
        <main className={`sign-in ${welcome?.accounts.length ? "with-demo" : ""}`}>
            <form className="sign-in-box stack wide" onSubmit={onSubmit}>
                <Brand />
                <div>
                    <h1 className="page-title">{words.sign_in.title}</h1>
                    <p className="soft">{welcome?.agency_name || words.sign_in.tagline}</p>
                </div>
                {welcome?.insecure && <div className="notice today">{words.sign_in.insecure}</div>}
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
                {asksCode && (
                    <TextInput
                        label={words.second_factor.asked}
                        autoComplete="one-time-code"
                        autoCapitalize="none"
                        autoFocus
                        value={code}
                        onChange={(event) => setCode(event.currentTarget.value)}
                    />
                )}
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
                                        <span className="soft">
                                            {account.role_name} · {account.username}
                                        </span>
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

function byAgency(accounts: DemoAccount[]): [string, DemoAccount[]][] {
    const groups = new Map<string, DemoAccount[]>();
    for (const account of accounts) groups.set(account.agency_name, [...(groups.get(account.agency_name) ?? []), account]);
    return [...groups];
}
