import { Button, Modal } from "@mantine/core";
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import type { Problem } from "../api/client.ts";
import { words } from "../words/words.ts";
import { useKeptText } from "./kept.ts";
import { FormProblem } from "./page.tsx";
import { noFiles, useWhenThere, type Uploads } from "./upload.ts";

interface Props {
    title: string;
    act: string;
    problem: Problem | null;
    busy: boolean;
    off?: boolean;
    files?: Uploads; // what is sent while one is on its way goes when it has come, and stays when it never does
    wide?: boolean;
    danger?: boolean;
    other?: { act: string; off: boolean; onAct: () => void }; // the opposite answer, beside the main one
    onAct: () => void;
    onClose: () => void;
    children?: ReactNode;
}

// The small form of one act; Ctrl+Enter sends it, and what was typed stays until it was sent.
export function ActBox({ title, act, problem, busy, off, files = noFiles, wide, danger, other, onAct, onClose, children }: Props) {
    const [actThen, waits] = useWhenThere(files, () => {
        if (!off && !busy) onAct();
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        event.stopPropagation(); // a box may stand in another form
        actThen();
    };
    return (
        <Modal opened onClose={onClose} title={title} size={wide ? 560 : 440}>
            <Form title={title} sent={busy && !problem} onSubmit={onSubmit}>
                <FormProblem problem={problem} />
                {children}
                <div className="row">
                    <Button type="submit" loading={busy || waits} disabled={off && !files.waiting} color={danger ? "red" : undefined}>
                        {act}
                    </Button>
                    {other && (
                        <Button variant="default" disabled={other.off || busy} onClick={other.onAct}>
                            {other.act}
                        </Button>
                    )}
                    <Button variant="subtle" color="gray" onClick={onClose}>
                        {words.verbs.cancel}
                    </Button>
                </div>
            </Form>
        </Modal>
    );
}

// Inside the dialog, so that its fields are there when it is.
function Form({ title, sent, onSubmit, children }: { title: string; sent: boolean; onSubmit: (event: FormEvent) => void; children: ReactNode }) {
    const form = useRef<HTMLFormElement>(null);
    useKeptText(form, title, sent);
    // Ctrl+Enter is heard in the whole box: the focus may still be on its cross
    useEffect(() => {
        const element = form.current;
        const box = element?.closest<HTMLElement>('[role="dialog"]');
        if (!element || !box) return;
        const listen = (event: KeyboardEvent) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.stopPropagation();
            if (element.contains(event.target as Node)) (event.target as HTMLElement).blur(); // a date being typed is taken first
            setTimeout(() => element.requestSubmit());
        };
        box.addEventListener("keydown", listen);
        return () => box.removeEventListener("keydown", listen);
    }, []);
    return (
        <form ref={form} className="stack wide" onSubmit={onSubmit}>
            {children}
        </form>
    );
}
