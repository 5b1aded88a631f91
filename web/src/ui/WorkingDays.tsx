import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { api } from "../api/client.ts";
import { useGet } from "../api/queries.ts";
import { date, weekday } from "../words/format.ts";
import { words } from "../words/words.ts";
import { warnOf } from "./notice.tsx";

// «3 ngày · 5 ngày · 10 ngày»: a deadline in working days of the office's calendar, in one press.
export function WorkingDays({ from, onChange }: { from: string; onChange: (day: string | null) => void }) {
    return (
        <span className="working-days">
            {[3, 5, 7, 10, 15].map((days) => (
                <UnstyledButton
                    key={days}
                    tabIndex={-1}
                    title={`${days} ${words.date.working_days}`}
                    onClick={() =>
                        void api
                            .get("/api/deadline", { from, working_days: days })
                            .then(({ due_on }) => onChange(due_on))
                            .catch(warnOf)
                    }
                >
                    {words.date.plus(days)}
                </UnstyledButton>
            ))}
        </span>
    );
}

// A deadline that shows its arithmetic: each day from today on, counted or not, and why.
export function WhyDeadline({ from, days }: { from: string; days: number }) {
    const [open, setOpen] = useState(false);
    const { data } = useGet("/api/deadline", { from, working_days: days }, { enabled: open });
    return (
        <Popover opened={open} onChange={setOpen} width={300} position="bottom-end" trapFocus returnFocus>
            <Popover.Target>
                <UnstyledButton className="why" onClick={() => setOpen(!open)}>
                    {words.date.why}
                </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown p="xs">
                <strong>{words.date.why_title(days)}</strong>
                <table className="why-table numbers">
                    <tbody>
                        {data?.steps.map((step) => (
                            <tr key={step.day} className={step.counted ? undefined : "soft"}>
                                <td>{date(step.day)}</td>
                                <td>{[weekday(step.day ?? ""), step.name || words.day_reason[step.reason]].filter(Boolean).join(", ")}</td>
                                <td>{step.counted ? step.number : words.date.not_counted}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </Popover.Dropdown>
        </Popover>
    );
}
