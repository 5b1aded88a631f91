import { Button, PasswordInput, SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, type Problem } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import type { Density, Language, Theme } from "../api/types.ts";
import { useLook } from "../frame/preferences.ts";
import { signOut } from "../frame/sign-out.ts";
import { useMe, useToday } from "../frame/session.ts";
import { tell, warnOf } from "../ui/notice.tsx";
import { FormProblem, PageHead } from "../ui/page.tsx";
import { moment } from "../words/format.ts";
import { browserOf } from "../words/browser.ts";
import { faultOf, language, languages, words } from "../words/words.ts";
import { SecondFactor } from "./SecondFactor.tsx";
import { StandIns } from "./StandIns.tsx";
import "./account.css";

export function MyAccount() {
    const me = useMe();
    return (
        <>
            <PageHead title={words.me.title} />
            <p>
                <strong>{me.full_name}</strong> <span className="soft">{[me.username, me.post_name, me.agency_name].filter(Boolean).join(" · ")}</span>
            </p>
            <div className="account">
                <Look />
                <Password />
                <Sessions />
                <SecondFactor />
                <StandIns />
            </div>
            <Button variant="default" onClick={() => void signOut()}>
                {words.frame.sign_out}
            </Button>
        </>
    );
}

function Look() {
    const { theme, density, setTheme, setDensity, setLanguage } = useLook();
    return (
        <section>
            <h2>{words.me.look}</h2>
            <div className="stack">
                <span id="look-theme">{words.me.theme}</span>
                <SegmentedControl
                    aria-labelledby="look-theme"
                    value={theme}
                    onChange={(value) => setTheme(value as Theme)}
                    data={[
                        { value: "automatic", label: words.me.theme_auto },
                        { value: "light", label: words.me.theme_light },
                        { value: "dark", label: words.me.theme_dark },
                    ]}
                />
                <span id="look-language">{words.me.language}</span>
                <SegmentedControl
                    aria-labelledby="look-language"
                    value={language}
                    onChange={(value) => void setLanguage(value as Language).catch(warnOf)}
                    data={languages}
                />
                <span id="look-density">{words.me.density}</span>
                <SegmentedControl
                    aria-labelledby="look-density"
                    value={density}
                    onChange={(value) => setDensity(value as Density)}
                    data={[
                        { value: "dense", label: words.me.density_dense },
                        { value: "normal", label: words.me.density_normal },
                        { value: "roomy", label: words.me.density_roomy },
                    ]}
                />
            </div>
        </section>
    );
}

export function Password({ onDone }: { onDone?: () => void } = {}) {
    const me = useMe();
    const empty = { old_password: "", new_password: "", repeat: "" };
    const [values, setValues] = useState(empty);
    const change = useMutation<unknown, Problem>({
        mutationFn: () => api.post("/api/password", { old_password: values.old_password, new_password: values.new_password }),
        onSuccess: () => {
            setValues(empty);
            tell(words.me.password_changed);
            void queries.invalidateQueries({ queryKey: ["/api/sessions"] });
            onDone?.();
        },
    });
    const differs = values.repeat !== "" && values.repeat !== values.new_password;
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        if (!differs) change.mutate();
    };
    const bind = (field: keyof typeof empty) => ({
        value: values[field],
        onChange: (event: { currentTarget: { value: string } }) => setValues({ ...values, [field]: event.currentTarget.value }),
    });
    return (
        <section>
            <h2>{words.me.password}</h2>
            <form className="stack" onSubmit={onSubmit}>
                <FormProblem problem={change.error} />
                <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
                <PasswordInput label={words.me.old_password} autoComplete="current-password" {...bind("old_password")} error={faultOf(change.error, "old_password")} />
                <PasswordInput
                    label={words.me.new_password}
                    description={words.me.new_password_hint}
                    autoComplete="new-password"
                    {...bind("new_password")}
                    error={faultOf(change.error, "new_password")}
                />
                <PasswordInput label={words.me.repeat_password} autoComplete="new-password" {...bind("repeat")} error={differs ? words.me.repeat_differs : undefined} />
                <div>
                    <Button type="submit" loading={change.isPending} disabled={!values.old_password || !values.new_password || values.repeat !== values.new_password}>
                        {words.me.change_password}
                    </Button>
                </div>
            </form>
        </section>
    );
}

function browserName(agent: string): string {
    const known = browserOf(agent);
    return known ? words.me.browser(known.browser, known.system) : agent.slice(0, 40);
}

function Sessions() {
    const today = useToday();
    const { data } = useGet("/api/sessions", {});
    const revoke = useMutation<unknown, Problem, string>({
        mutationFn: (id) => api.delete("/api/sessions/{id}", { id }),
        onSuccess: () => queries.invalidateQueries({ queryKey: ["/api/sessions"] }),
        onError: warnOf,
    });
    return (
        <section>
            <h2>{words.me.sessions}</h2>
            <p className="soft">{words.me.sessions_hint}</p>
            <ul className="sessions">
                {data?.items.map((session) => (
                    <li key={session.id} className="row">
                        <span>
                            <strong title={session.browser}>{browserName(session.browser)}</strong> <span className="soft numbers">{session.address}</span>
                            <br />
                            <span className="soft numbers">
                                {words.me.since(moment(session.created_at, today))} · {words.me.seen(moment(session.seen_at, today))}
                            </span>
                        </span>
                        <span className="spread" />
                        {session.current ? (
                            <span className="meaning-done">{words.me.current}</span>
                        ) : (
                            <Button size="compact-sm" variant="default" loading={revoke.isPending && revoke.variables === session.id} onClick={() => revoke.mutate(session.id)}>
                                {words.me.revoke}
                            </Button>
                        )}
                    </li>
                ))}
            </ul>
        </section>
    );
}
