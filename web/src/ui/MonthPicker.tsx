import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { words } from "../words/words.ts";

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayMilliseconds = 86_400_000;

// A month from Monday to Sunday; arrows move by day and week, Enter takes.
export default function MonthPicker({ value, today, onChange }: { value: string | null; today: string; onChange: (day: string) => void }) {
    const [at, setAt] = useState(value || today);
    const first = Date.parse(`${at.slice(0, 7)}-01T00:00:00Z`);
    const start = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMilliseconds;
    const month = at.slice(5, 7);
    const move = (days: number) => setAt(iso(Date.parse(`${at}T00:00:00Z`) + days * dayMilliseconds));
    const moveMonth = (months: number) => {
        const date = new Date(first);
        date.setUTCMonth(date.getUTCMonth() + months);
        setAt(iso(date.getTime()));
    };
    const keys: Record<string, () => void> = {
        ArrowLeft: () => move(-1),
        ArrowRight: () => move(1),
        ArrowUp: () => move(-7),
        ArrowDown: () => move(7),
        PageUp: () => moveMonth(-1),
        PageDown: () => moveMonth(1),
    };
    return (
        <div
            className="month"
            onKeyDown={(event) => {
                const act = keys[event.key];
                if (!act) return;
                event.preventDefault();
                act();
            }}
        >
            <div className="row nowrap">
                <ActionIcon variant="subtle" color="gray" aria-label={words.date.previous_month} onClick={() => moveMonth(-1)}>
                    <IconChevronLeft size={16} />
                </ActionIcon>
                <span className="spread" style={{ textAlign: "center", fontWeight: 500 }} aria-live="polite">
                    {month}/{at.slice(0, 4)}
                </span>
                <ActionIcon variant="subtle" color="gray" aria-label={words.date.next_month} onClick={() => moveMonth(1)}>
                    <IconChevronRight size={16} />
                </ActionIcon>
            </div>
            <div className="month-days">
                {[1, 2, 3, 4, 5, 6, 0].map((day) => (
                    <span key={day} className="soft" title={words.date.days[day]}>
                        {day === 0 ? "CN" : `T${day + 1}`}
                    </span>
                ))}
                {Array.from({ length: 42 }, (_, index) => iso(start + index * dayMilliseconds)).map((day) => (
                    <button
                        key={day}
                        type="button"
                        tabIndex={day === at ? 0 : -1}
                        data-autofocus={day === at || undefined}
                        ref={(button) => {
                            if (day === at) button?.focus();
                        }}
                        aria-label={words.date.day_label(Number(day.slice(8)), Number(day.slice(5, 7)), Number(day.slice(0, 4)))}
                        aria-current={day === today ? "date" : undefined}
                        aria-pressed={day === value}
                        className={day.slice(5, 7) === month ? undefined : "soft"}
                        onClick={() => onChange(day)}
                    >
                        {Number(day.slice(8))}
                    </button>
                ))}
            </div>
        </div>
    );
}
