import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { api } from "../api/client.ts";
import { useGet } from "../api/queries.ts";
import type { Step } from "../api/types.ts";
import { date, weekday } from "../words/format.ts";
import { words } from "../words/words.ts";
import { warnOf } from "./notice.tsx";

// A deadline as a day, and as the term of working days by which it was given: the term moves with the calendar, the day stays.
export interface Due {
    due_on: string | null;
    due_days: number | null;
}

interface Props {
    from: string;
    value: Due;
    onChange: (due: Due) => void;
}

// «3 5 7 10 15 ngày làm việc»: a deadline in working days of the office's calendar, in one press; and what becomes of a day of rest.
export function WorkingDays({ from, value, onChange }: Props) {
    return (
        <span className="working-days">
            {[3, 5, 7, 10, 15].map((days) => (
                <UnstyledButton
                    key={days}
                    aria-label={words.date.working_days(days)}
                    title={words.date.working_days(days)}
                    aria-pressed={value.due_days === days}
                    onClick={() =>
                        void api
                            .get("/api/deadline", { from, working_days: days })
                            .then(({ due_on }) => onChange({ due_on, due_days: days }))
                            .catch(warnOf)
                    }
                >
                    {words.date.plus(days)}
                </UnstyledButton>
            ))}
            <span className="soft" aria-hidden>
                {words.date.working_days_unit}
            </span>
            <DueNote from={from} value={value} />
        </span>
    );
}

// Why a deadline is met on another day than was written, and how it was counted.
function DueNote({ from, value: { due_on, due_days } }: { from: string; value: Due }) {
    const { data } = useGet("/api/deadline", { from, due_on }, { enabled: Boolean(due_on), keep: true });
    if (!due_on || !data) return null;
    const { rest } = data;
    return (
        <span className="due-note" role="status">
            {rest && rest.day === due_on && <span className="meaning-today">{restSentence(rest, data.due_on)}</span>}
            {due_days ? <span className="soft">{words.date.term(due_days, date(from))}</span> : null}{" "}
            {data.working_days !== 0 && <WhyDeadline from={from} due={due_on} />}
        </span>
    );
}

const reasonOf = (step: Step): string => [weekday(step.day ?? ""), step.name || words.day_reason[step.reason]].filter(Boolean).join(", ");
export const restSentence = (rest: Step, moved: string | null): string => words.date.rest(date(rest.day), reasonOf(rest), `${weekday(moved ?? "")} ${date(moved)}`);

// A deadline that shows its arithmetic: each day from one day on, counted or not, and why.
export function WhyDeadline({ from, due }: { from: string; due: string }) {
    const [open, setOpen] = useState(false);
    const { data } = useGet("/api/deadline", { from, due_on: due }, { enabled: open });
    return (
        <Popover opened={open} onChange={setOpen} width={320} position="bottom-end" trapFocus returnFocus>
            <Popover.Target>
                <UnstyledButton className="why" onClick={() => setOpen(!open)}>
                    {words.date.why}
                </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown p="xs" mah={360} style={{ overflow: "auto" }} tabIndex={0}>
                {data && <strong>{words.date.why_title(data.working_days)}</strong>}
                {data?.rest && <p className="soft">{restSentence(data.rest, data.due_on)}</p>}
                <table className="why-table numbers">
                    <tbody>
                        {data?.steps.map((step) => (
                            <tr key={step.day} className={step.counted ? undefined : "soft"}>
                                <td>{date(step.day)}</td>
                                <td>{reasonOf(step)}</td>
                                <td>{step.counted ? step.number : words.date.not_counted}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Popover.Dropdown>
        </Popover>
    );
}
