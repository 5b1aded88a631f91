import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct } from "../api/queries.ts";
import type { IncomingView } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { WorkingDays, type Due } from "../ui/WorkingDays.tsx";
import { date } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

interface Props {
    view: IncomingView;
    onClose: () => void;
}

export function TakeBackBox({ view: { id, version }, onClose }: Props) {
    const [reason, setReason] = useState("");
    const take = useAct("/api/incoming/{id}/take-back", () => {
        tell(words.hands.done.take_back);
        onClose();
    });
    return (
        <ActBox title={words.hands.take_back} act={words.hands.take_back} problem={take.error} busy={take.isPending} onAct={() => take.mutate({ id, version, reason: reason.trim() || null })} onClose={onClose}>
            <p className="soft">{words.hands.take_back_hint}</p>
            <Textarea data-autofocus label={words.hands.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(take.error, "reason")} />
        </ActBox>
    );
}

export function ReopenBox({ view: { id, version }, onClose }: Props) {
    const [reason, setReason] = useState("");
    const reopen = useAct("/api/incoming/{id}/reopen", () => {
        tell(words.hands.done.reopen);
        onClose();
    });
    return (
        <ActBox title={words.hands.reopen} act={words.hands.reopen} problem={reopen.error} busy={reopen.isPending} off={!reason.trim()} onAct={() => reopen.mutate({ id, version, reason: reason.trim() })} onClose={onClose}>
            <p className="soft">{words.hands.reopen_hint}</p>
            <Textarea data-autofocus required label={words.hands.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(reopen.error, "reason")} />
        </ActBox>
    );
}

export function UrgeBox({ view: { id }, onClose }: Props) {
    const [text, setText] = useState("");
    const urge = useAct("/api/incoming/{id}/urge", () => {
        tell(words.hands.done.urge);
        onClose();
    });
    return (
        <ActBox title={words.hands.urge} act={words.hands.urge} problem={urge.error} busy={urge.isPending} onAct={() => urge.mutate({ id, text: text.trim() || null })} onClose={onClose}>
            <Textarea data-autofocus label={words.hands.urge_text} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} error={faultOf(urge.error, "text")} />
        </ActBox>
    );
}

export function ExtendBox({ view: { id, due_on }, onClose }: Props) {
    const today = useToday();
    const draft = useDraft<Due & { reason: string }>(`extend:${id}`, () => ({ due_on: null, due_days: null, reason: "" }));
    const { values, set } = draft;
    const ask = useAct("/api/incoming/{id}/ask-extension", () => {
        tell(words.hands.done.extend);
        draft.clear();
        onClose();
    });
    return (
        <ActBox
            title={words.hands.extend}
            act={words.hands.extend}
            problem={ask.error}
            busy={ask.isPending}
            off={!values.due_on || !values.reason.trim()}
            onAct={() => ask.mutate({ id, due_on: values.due_on, due_days: values.due_days, reason: values.reason.trim() })}
            onClose={onClose}
        >
            <p className="soft numbers">
                {words.fields.due_on}: {date(due_on)}
            </p>
            <div>
                <DateField data-autofocus label={words.hands.extend_to} value={values.due_on} onChange={(day) => set({ due_on: day, due_days: null })} error={faultOf(ask.error, "due_on")} />
                <WorkingDays from={today} value={values} onChange={set} />
            </div>
            <Textarea required label={words.hands.reason} autosize minRows={2} value={values.reason} onChange={(event) => set({ reason: event.currentTarget.value })} error={faultOf(ask.error, "reason")} />
        </ActBox>
    );
}

export function AnswerExtensionBox({ view: { id, extension }, onClose }: Props) {
    const [until, setUntil] = useState(extension?.wanted_on ?? null);
    const [reason, setReason] = useState("");
    const answer = useAct("/api/incoming/{id}/answer-extension", () => {
        tell(words.hands.done.answer);
        onClose();
    });
    const send = (give: boolean) => answer.mutate({ id, give, due_on: give ? until : null, reason: reason.trim() || null });
    if (!extension) return null;
    return (
        <ActBox
            title={words.hands.answer}
            act={words.hands.give}
            problem={answer.error}
            busy={answer.isPending}
            off={!until}
            onAct={() => send(true)}
            other={{ act: words.hands.refuse, off: !reason.trim(), onAct: () => send(false) }}
            onClose={onClose}
        >
            <p>
                {words.hands.extension_asks(extension.asked_by_name, date(extension.wanted_on))}: <q>{extension.reason}</q>
            </p>
            <DateField label={words.hands.give_until} value={until} onChange={setUntil} error={faultOf(answer.error, "due_on")} />
            <Textarea data-autofocus label={words.hands.answer_reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(answer.error, "reason")} />
        </ActBox>
    );
}
