import { IconAlertTriangle, IconCheck, IconCircleDot, IconClock } from "@tabler/icons-react";
import type { IncomingState, OutgoingState, Urgency } from "../api/types.ts";
import { date, shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";

// The decree's small framed red capitals; nothing for an ordinary document.
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
    return urgency === "normal" ? null : <span className="urgency">{words.urgency[urgency]}</span>;
}

// A deadline with its word; a sign stands beside the colour.
export function DueMark({ due, days, done, today, whole }: { due: string | null; days?: number | null; done?: boolean; today: string; whole?: boolean }) {
    if (!due) return null;
    const day = whole ? date(due) : shortDate(due, today);
    if (done || days === undefined || days === null) return <span className="numbers soft">{day}</span>;
    const meaning = days < 0 ? "overdue" : days === 0 ? "today" : "";
    const Icon = days < 0 ? IconAlertTriangle : IconClock;
    return (
        <span className={`sign numbers ${meaning && `meaning-${meaning}`}`} title={date(due)}>
            {meaning && <Icon size={14} aria-hidden />}
            {whole && `${day}, `}
            {words.days_left(days)}
        </span>
    );
}

export function IncomingStateMark({ state }: { state: IncomingState }) {
    const done = state === "done";
    return (
        <span className={`sign ${done ? "meaning-done" : "meaning-information"}`}>
            {done ? <IconCheck size={14} aria-hidden /> : <IconCircleDot size={14} aria-hidden />}
            {words.incoming_state[state]}
        </span>
    );
}

export function OutgoingStateMark({ state }: { state: OutgoingState }) {
    const meaning = state === "issued" ? "done" : state === "returned" || state === "recalled" ? "today" : "information";
    return (
        <span className={`sign meaning-${meaning}`}>
            {state === "issued" ? <IconCheck size={14} aria-hidden /> : <IconCircleDot size={14} aria-hidden />}
            {words.outgoing_state[state]}
        </span>
    );
}
