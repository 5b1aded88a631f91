import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useAct, useGet } from "../api/queries.ts";
import type { Problem } from "../api/client.ts";
import type { IncomingView, Instruction, Result, Share } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Helpers, sharesOf, type Proposed } from "../ui/Helpers.tsx";
import { tell } from "../ui/notice.tsx";
import { Phrases } from "../ui/Phrases.tsx";
import { findFolded, PersonPicker } from "../ui/pickers.tsx";
import { filled, Shares } from "../ui/Shares.tsx";
import { WorkingDays, type Due } from "../ui/WorkingDays.tsx";
import { faultOf, words } from "../words/words.ts";

interface Props {
    view: IncomingView;
    onClose: () => void;
}

export function SubmitBox({ view: document, onClose }: Props) {
    const draft = useDraft<Submission>(`submit:${document.id}`, () => ({ to: "", text: "", lead: "", with: [], inform: [], due_on: document.due_on, due_days: null }));
    const { values, set } = draft;
    const submit = useAct("/api/incoming/{id}/submit", () => {
        tell(words.incoming.done_act.submit);
        draft.clear();
        onClose();
    });
    const onAct = () =>
        submit.mutate({
            id: document.id,
            version: document.version,
            to: values.to || null,
            proposal: proposalOf(values, document.due_on),
        });
    return (
        <ActBox wide title={words.incoming.submit} act={words.incoming.submit} problem={submit.error} busy={submit.isPending} onAct={onAct} onClose={onClose}>
            <SubmissionFields values={values} set={set} problem={submit.error} />
        </ActBox>
    );
}

// What a submission says: to whom, and who the clerk thinks should do what by when.
export interface Submission extends Proposed, Due {
    to: string;
    text: string;
}

export const proposalOf = (values: Submission, due_before: string | null): Instruction => ({
    text: values.text.trim(),
    shares: sharesOf(values),
    ...(values.due_days ? { due_days: values.due_days } : values.due_on !== due_before ? { due_on: values.due_on } : {}),
});

export function SubmissionFields({ values, set, problem }: { values: Submission; set: (change: Partial<Submission>) => void; problem: Problem | null }) {
    const today = useToday();
    return (
        <>
            <PersonPicker able="directs" label={words.incoming.submit_to} placeholder={words.incoming.head} value={values.to} onChange={(to) => set({ to: to ?? "" })} clearable error={faultOf(problem, "to")} />
            <PersonPicker
                data-autofocus
                able="handles"
                only={(id) => !values.with.includes(id) && !values.inform.includes(id)}
                label={words.fields.lead}
                placeholder={words.shares.pick}
                value={values.lead}
                onChange={(lead) => set({ lead: lead ?? "" })}
                clearable
                error={faultOf(problem, "proposal/shares")}
            />
            <Helpers value={values} onChange={set} />
            <div>
                <DateField label={words.fields.due_on} value={values.due_on} onChange={(due_on) => set({ due_on, due_days: null })} error={faultOf(problem, "proposal/due_on")} />
                <WorkingDays from={today} value={values} onChange={set} />
            </div>
            <Textarea label={words.incoming.proposal_text} autosize minRows={2} value={values.text} onChange={(event) => set({ text: event.currentTarget.value })} />
            <Phrases place="proposal" value={values.text} onChange={(text) => set({ text })} />
        </>
    );
}

export function ProgressBox({ view: document, onClose }: Props) {
    const { acts } = document;
    const draft = useDraft(`progress:${document.id}`, () => ({ text: "", done: false }));
    const progress = useAct("/api/incoming/{id}/progress", () => {
        tell(words.incoming.done_act.progress);
        draft.clear();
        onClose();
    });
    const { text, done } = draft.values;
    return (
        <ActBox
            title={words.incoming.progress}
            act={words.incoming.progress}
            problem={progress.error}
            busy={progress.isPending}
            off={!text.trim() && !done}
            onAct={() => progress.mutate({ id: document.id, text: text.trim(), done })}
            onClose={onClose}
        >
            <Textarea
                data-autofocus
                label={words.incoming.progress_text}
                autosize
                minRows={3}
                value={text}
                onChange={(event) => draft.set({ text: event.currentTarget.value })}
                error={faultOf(progress.error, "text")}
            />
            <Phrases place="progress" value={text} onChange={(next) => draft.set({ text: next })} />
            {!acts.includes("finish") && (
                <Checkbox label={words.incoming.part_done} checked={done} onChange={(event) => draft.set({ done: event.currentTarget.checked })} />
            )}
        </ActBox>
    );
}

export function ForwardBox({ view: document, onClose }: Props) {
    const draft = useDraft<{ text: string; shares: Share[] }>(`forward:${document.id}`, () => ({ text: "", shares: [{ person: "", part: "cooperate" }] }));
    const { values, set } = draft;
    const forward = useAct("/api/incoming/{id}/forward", () => {
        tell(words.incoming.done_act.forward);
        draft.clear();
        onClose();
    });
    const shares = filled(values.shares);
    return (
        <ActBox
            wide
            title={words.incoming.forward}
            act={words.incoming.forward}
            problem={forward.error}
            busy={forward.isPending}
            off={shares.length === 0}
            onAct={() => forward.mutate({ id: document.id, text: values.text.trim(), shares })}
            onClose={onClose}
        >
            <Shares value={values.shares} onChange={(next) => set({ shares: next })} error={faultOf(forward.error, "shares")} />
            <Textarea label={words.incoming.forward_text} autosize minRows={2} value={values.text} onChange={(event) => set({ text: event.currentTarget.value })} />
        </ActBox>
    );
}

export function FinishBox({ view: document, onClose }: Props) {
    const [result, setResult] = useState<Result>("filed");
    const [reply, setReply] = useState("");
    const [text, setText] = useState("");
    const [search, setSearch] = useState("");
    const issued = useGet("/api/outgoing", { query: search || null, state: "issued", limit: 20 }, { enabled: result === "replied", keep: true });
    const replies = useMemo(() => issued.data?.items.map((row) => ({ value: row.id, label: `${row.symbol} · ${row.subject}` })) ?? [], [issued.data]);
    const finish = useAct("/api/incoming/{id}/finish", () => {
        tell(words.incoming.done_act.finish);
        onClose();
    });
    const results = (["filed", "noted", "replied"] as Result[]).map((value) => ({ value, label: words.result[value] }));
    return (
        <ActBox
            title={words.incoming.finish}
            act={words.incoming.finish}
            problem={finish.error}
            busy={finish.isPending}
            off={result === "replied" && !reply}
            onAct={() => finish.mutate({ id: document.id, version: document.version, result, reply: result === "replied" ? reply : null, text: text.trim() || null })}
            onClose={onClose}
        >
            <Select
                data-autofocus
                label={words.incoming.finish_result}
                data={results}
                allowDeselect={false}
                value={result}
                onChange={(value) => setResult((value ?? "filed") as Result)}
                error={faultOf(finish.error, "result")}
            />
            {result === "replied" && (
                <Select
                    label={words.incoming.finish_reply}
                    searchable
                    filter={findFolded}
                    onSearchChange={setSearch}
                    data={replies}
                    value={reply || null}
                    onChange={(value) => setReply(value ?? "")}
                    error={faultOf(finish.error, "reply")}
                />
            )}
            <TextInput label={words.incoming.finish_text} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </ActBox>
    );
}
