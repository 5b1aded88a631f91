import { Button, Loader } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import type { Problem } from "../api/client.ts";
import { sentenceOf, words } from "../words/words.ts";

// The head of a page: its name for the browser's tab and for whoever listens, and its acts.
export function PageHead({ title, children, before }: { title: string; children?: ReactNode; before?: ReactNode }) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        document.title = `${title} · ${words.product}`;
    }, [title]);
    return (
        <div className="row page-head">
            {before}
            <h1 className="page-title" ref={heading} tabIndex={-1}>
                {title}
            </h1>
            <span className="spread" />
            {children}
        </div>
    );
}

export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
    return (
        <div className="empty">
            <strong>{title}</strong>
            {hint}
            {children && <div style={{ marginTop: 16 }}>{children}</div>}
        </div>
    );
}

export function Loading() {
    return (
        <div className="empty" role="status">
            <Loader size="sm" type="dots" />
            <span className="hidden">{words.frame.loading}</span>
        </div>
    );
}

export function Failed({ problem, retry }: { problem: Problem; retry?: () => void }) {
    return (
        <div className="empty" role="alert">
            <strong>{sentenceOf(problem)}</strong>
            {retry && (
                <Button variant="default" mt="md" onClick={retry}>
                    {words.verbs.retry}
                </Button>
            )}
        </div>
    );
}

// What stopped the whole form; faults of fields stand at their fields.
export function FormProblem({ problem }: { problem: Problem | null | undefined }) {
    return problem ? (
        <div className="notice overdue" role="alert">
            {sentenceOf(problem)}
        </div>
    ) : null;
}
