import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, type Problem } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import type { Enrolment, RecoveryCodes } from "../api/types.ts";
import { tell } from "../ui/notice.tsx";
import { FormProblem } from "../ui/page.tsx";
import { faultOf, words } from "../words/words.ts";
import "../admin/admin.css";

const readAgain = () => queries.invalidateQueries({ queryKey: ["/api/second-factor"] });

// The second factor of one's own account: off, being set up, its recovery codes once, on.
export function SecondFactor({ onDone }: { onDone?: () => void }) {
    const factor = useGet("/api/second-factor", {}).data;
    const [password, setPassword] = useState("");
    const [enrolment, setEnrolment] = useState<Enrolment>();
    const [recovery, setRecovery] = useState<RecoveryCodes>();
    const begin = useMutation<Enrolment, Problem>({
        mutationFn: () => api.post("/api/second-factor", { password }),
        onSuccess: (made) => {
            setPassword("");
            setEnrolment(made);
        },
    });
    const end = useMutation<unknown, Problem>({
        mutationFn: () => api.post("/api/second-factor/off", { password }),
        onSuccess: () => {
            setPassword("");
            tell(words.second_factor.turned_off);
            void readAgain();
        },
    });
    if (!factor) return null;
    const act = factor.on ? end : begin;
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        act.mutate();
    };
    return (
        <section>
            <h2>{words.second_factor.title}</h2>
            <p className="soft">{words.second_factor.hint}</p>
            {recovery ? (
                <Recovery
                    codes={recovery.codes}
                    onDone={() => {
                        setRecovery(undefined);
                        setEnrolment(undefined);
                        tell(words.second_factor.turned_on);
                        void readAgain();
                        onDone?.();
                    }}
                />
            ) : enrolment ? (
                <Confirm enrolment={enrolment} onConfirmed={setRecovery} />
            ) : (
                <form className="stack" onSubmit={onSubmit}>
                    <p>{factor.on ? words.second_factor.on(factor.recovery_codes) : words.second_factor.off}</p>
                    {factor.required && <p className="soft">{words.second_factor.required}</p>}
                    <FormProblem problem={act.error} />
                    {!(factor.on && factor.required) && (
                        <>
                            <PasswordInput
                                label={words.second_factor.password}
                                autoComplete="current-password"
                                value={password}
                                onChange={(event) => setPassword(event.currentTarget.value)}
                                error={faultOf(act.error, "password")}
                            />
                            <div>
                                <Button type="submit" variant={factor.on ? "default" : "filled"} disabled={!password} loading={act.isPending}>
                                    {factor.on ? words.second_factor.end : words.second_factor.begin}
                                </Button>
                            </div>
                        </>
                    )}
                </form>
            )}
        </section>
    );
}

function Confirm({ enrolment, onConfirmed }: { enrolment: Enrolment; onConfirmed: (codes: RecoveryCodes) => void }) {
    const [code, setCode] = useState("");
    const confirm = useMutation<RecoveryCodes, Problem>({ mutationFn: () => api.post("/api/second-factor/confirm", { code }), onSuccess: onConfirmed });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        confirm.mutate();
    };
    return (
        <form className="stack" onSubmit={onSubmit}>
            <p>{words.second_factor.scan}</p>
            <img className="qr" alt={words.second_factor.picture} src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.picture)}`} />
            <p>
                {words.second_factor.secret} <code>{enrolment.secret.replace(/(.{4})/g, "$1 ").trim()}</code>
            </p>
            <TextInput
                autoFocus
                label={words.second_factor.code}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                error={faultOf(confirm.error, "code")}
            />
            <div>
                <Button type="submit" disabled={code.trim().length < 6} loading={confirm.isPending}>
                    {words.second_factor.confirm}
                </Button>
            </div>
        </form>
    );
}

function Recovery({ codes, onDone }: { codes: string[]; onDone: () => void }) {
    return (
        <div className="stack" role="status">
            <strong>{words.second_factor.recovery_title}</strong>
            <p>{words.second_factor.recovery_text}</p>
            <ol className="recovery">
                {codes.map((code) => (
                    <li key={code}>
                        <code>{code}</code>
                    </li>
                ))}
            </ol>
            <div>
                <Button onClick={onDone}>{words.second_factor.recovery_done}</Button>
            </div>
        </div>
    );
}
