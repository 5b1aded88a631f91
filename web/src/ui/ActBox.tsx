import { Button, Modal } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import type { Problem } from "../api/client.ts";
import { words } from "../words/words.ts";
import { FormProblem } from "./page.tsx";

interface Props {
    title: string;
    act: string;
    problem: Problem | null;
    busy: boolean;
    off?: boolean;
    wide?: boolean;
    danger?: boolean;
    other?: { act: string; off: boolean; onAct: () => void }; // the opposite answer, beside the main one
    onAct: () => void;
    onClose: () => void;
    children?: ReactNode;
}

// The small form of one act; Ctrl+Enter sends it.
export function ActBox({ title, act, problem, busy, off, wide, danger, other, onAct, onClose, children }: Props) {
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        if (!off && !busy) onAct();
    };
    return (
        <Modal opened onClose={onClose} title={title} size={wide ? 560 : 440}>
            <form
                className="stack wide"
                onSubmit={onSubmit}
                onKeyDown={(event) => {
                    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                    event.preventDefault();
                    event.stopPropagation();
                    (event.target as HTMLElement).blur();
                    const form = event.currentTarget;
                    setTimeout(() => form.requestSubmit());
                }}
            >
                <FormProblem problem={problem} />
                {children}
                <div className="row">
                    <Button type="submit" loading={busy} disabled={off} color={danger ? "red" : undefined}>
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
            </form>
        </Modal>
    );
}
