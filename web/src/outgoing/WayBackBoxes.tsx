import { Button, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import { useDraft } from "../frame/draft.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { Phrases } from "../ui/Phrases.tsx";
import { faultOf, words } from "../words/words.ts";
import type { Props } from "./ActBoxes.tsx";

export function CommentBox({ view: document, revise, onClose }: Props & { revise: boolean }) {
    const draft = useDraft(`comment:${document.id}`, () => ({ text: "" }));
    const { text } = draft.values;
    const comment = useAct("/api/outgoing/{id}/comments", () => {
        tell(revise ? words.outgoing.done_act.revision : words.outgoing.done_act.comment);
        draft.clear();
        onClose();
    });
    const nothing = useAct("/api/outgoing/{id}/comments", () => {
        tell(words.outgoing.done_act.no_opinion);
        onClose();
    });
    return (
        <ActBox
            title={revise ? words.outgoing.request_revision : words.outgoing.comment}
            act={revise ? words.outgoing.request_revision : words.outgoing.send_comment}
            problem={comment.error ?? nothing.error}
            busy={comment.isPending || nothing.isPending}
            off={!text.trim()}
            onAct={() => comment.mutate({ id: document.id, text: text.trim(), request_revision: revise, no_opinion: false })}
            onClose={onClose}
        >
            <Textarea
                data-autofocus
                label={words.outgoing.comment_text}
                autosize
                minRows={3}
                value={text}
                onChange={(event) => draft.set({ text: event.currentTarget.value })}
                error={faultOf(comment.error, "text")}
            />
            <Phrases place="comment" value={text} onChange={(next) => draft.set({ text: next })} />
            {!revise && document.acts.includes("no_opinion") && (
                <div>
                    <Button variant="default" size="compact-sm" onClick={() => nothing.mutate({ id: document.id, text: "", request_revision: false, no_opinion: true })}>
                        {words.outgoing.no_opinion}
                    </Button>
                </div>
            )}
        </ActBox>
    );
}

type Way = "withdraw" | "discard" | "void";

// The draft comes back, is given up, or gives its number back.
export function TakeBackBox({ view: document, way, onClose }: Props & { way: Way }) {
    const [reason, setReason] = useState("");
    const done = () => {
        tell(words.outgoing.done_act[way]);
        onClose();
    };
    const withdraw = useAct("/api/outgoing/{id}/withdraw", done);
    const discard = useAct("/api/outgoing/{id}/discard", done);
    const empty = useAct("/api/outgoing/{id}/void", done);
    const act = { withdraw, discard, void: empty }[way];
    const hint = { withdraw: words.outgoing.withdraw_hint, discard: words.outgoing.discard_hint, void: words.outgoing.void_hint }[way];
    return (
        <ActBox
            danger={way !== "withdraw"}
            title={way === "void" ? `${words.outgoing.void} ${document.symbol}` : words.outgoing[way]}
            act={words.outgoing[way]}
            problem={act.error}
            busy={act.isPending}
            off={way === "void" && !reason.trim()}
            onAct={() => act.mutate({ id: document.id, version: document.version, reason: reason.trim() })}
            onClose={onClose}
        >
            <p className="soft">{hint}</p>
            <Textarea data-autofocus label={words.fields.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}

export function RecallBox({ view: document, onClose }: Props) {
    const [reason, setReason] = useState("");
    const recall = useAct("/api/outgoing/{id}/recall", () => {
        tell(words.outgoing.done_act.recall);
        onClose();
    });
    return (
        <ActBox
            danger
            title={`${words.outgoing.recall} ${document.symbol}`}
            act={words.outgoing.recall}
            problem={recall.error}
            busy={recall.isPending}
            off={!reason.trim()}
            onAct={() => recall.mutate({ id: document.id, reason: reason.trim() })}
            onClose={onClose}
        >
            <Textarea data-autofocus label={words.fields.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(recall.error, "reason")} />
        </ActBox>
    );
}

// Replaced or corrected by a document that is already issued.
export function SupersedeBox({ view: document, how, onClose }: Props & { how: "replace" | "correct" }) {
    const [by, setBy] = useState<string | null>(null);
    const [reason, setReason] = useState("");
    const [search, setSearch] = useState("");
    const issued = useGet("/api/outgoing", { query: search || null, state: "issued", limit: 20 }, { keep: true });
    const done = () => {
        tell(words.outgoing.done_act[how]);
        onClose();
    };
    const replace = useAct("/api/outgoing/{id}/replace", done);
    const correct = useAct("/api/outgoing/{id}/correct", done);
    const act = how === "replace" ? replace : correct;
    return (
        <ActBox
            title={`${words.outgoing[how]} ${document.symbol}`}
            act={words.outgoing[how]}
            problem={act.error}
            busy={act.isPending}
            off={!by}
            onAct={() => by && act.mutate({ id: document.id, by, reason: reason.trim() })}
            onClose={onClose}
        >
            <Select
                data-autofocus
                label={words.outgoing.supersede_by}
                searchable
                filter={findFolded}
                onSearchChange={setSearch}
                data={issued.data?.items.filter(({ id }) => id !== document.id).map((row) => ({ value: row.id, label: `${row.symbol} · ${row.subject}` })) ?? []}
                value={by}
                onChange={setBy}
                error={faultOf(act.error, "by")}
            />
            <Textarea label={words.fields.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}
