import { Button, Modal, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, type Problem } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useMe } from "../frame/session.ts";
import { FormProblem } from "../ui/page.tsx";
import { words } from "../words/words.ts";

// The session ended while one worked: the page stays, the words stay, only the password is asked.
export default function SignInAgain({ onDone }: { onDone: () => void }) {
    const me = useMe();
    const [password, setPassword] = useState("");
    const [code, setCode] = useState("");
    const enter = useMutation<unknown, Problem>({
        mutationFn: () => api.post("/api/session", { username: me.username, password, ...(code.trim() && { code: code.trim() }) }),
        onSuccess: async () => {
            onDone();
            await queries.invalidateQueries();
        },
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        enter.mutate();
    };
    return (
        <Modal opened onClose={() => {}} withCloseButton={false} title={words.sign_in.expired_title} centered>
            <form className="stack wide" onSubmit={onSubmit}>
                <p>{words.sign_in.expired_text}</p>
                <FormProblem problem={enter.error} />
                <p>
                    <strong>{me.full_name}</strong> <span className="soft">({me.username})</span>
                </p>
                <PasswordInput
                    label={words.sign_in.password}
                    autoComplete="current-password"
                    data-autofocus
                    value={password}
                    onChange={(event) => setPassword(event.currentTarget.value)}
                />
                {(enter.error?.code === "session.code_needed" || code !== "") && (
                    <TextInput label={words.second_factor.asked} autoComplete="one-time-code" autoFocus value={code} onChange={(event) => setCode(event.currentTarget.value)} />
                )}
                <div className="row">
                    <Button type="submit" loading={enter.isPending}>
                        {words.sign_in.go_on}
                    </Button>
                    <Button variant="subtle" color="gray" onClick={() => location.assign("/")}>
                        {words.sign_in.other_person}
                    </Button>
                </div>
            </form>
        </Modal>
    );
}
