import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { queries, useAct } from "../api/queries.ts";
import type { Hours, Period } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { date } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
const nameOf = (weekday: number) => words.date.days[weekday % 7] ?? "";
const textOf = (periods: Period[], weekday: number) =>
    periods
        .filter((period) => period.weekday === weekday)
        .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
        .join(", ");

// «7:00-11:30, 13:30-17:00»; undefined where it cannot be read.
export function readPeriods(text: string, weekday: number): Period[] | undefined {
    if (!text.trim()) return [];
    const periods: Period[] = [];
    for (const part of text.split(/[,;]/)) {
        const read = /^\s*(\d{1,2})[:h.](\d{2})?\s*[-–]\s*(\d{1,2})[:h.](\d{2})?\s*$/.exec(part);
        if (!read) return undefined;
        const [from, to] = [Number(read[1]) * 60 + Number(read[2] ?? 0), Number(read[3]) * 60 + Number(read[4] ?? 0)];
        if (from >= to || to > 1440) return undefined;
        periods.push({ weekday, from, to });
    }
    return periods;
}

// Days of the week with the same hours stand together: «thứ Hai – thứ Sáu: 7:00-11:30, 13:30-17:00».
function lines(periods: Period[]): string[] {
    const found: { first: number; last: number; text: string }[] = [];
    for (const weekday of weekdays) {
        const text = textOf(periods, weekday);
        const before = found.at(-1);
        if (before && before.text === text) before.last = weekday;
        else found.push({ first: weekday, last: weekday, text });
    }
    return found.map(({ first, last, text }) => `${nameOf(first)}${last > first ? ` – ${nameOf(last)}` : ""}: ${text || words.admin.hours_rest}`);
}

// The week's hours, season by season.
export function HoursList({ hours, year }: { hours: Hours[]; year: number }) {
    const [editing, setEditing] = useState<Hours>();
    const standard = (from: string | null) => !from || from < "1901";
    return (
        <section className="hours">
            <h2>{words.admin.hours_title}</h2>
            <ul>
                {hours.map((week) => (
                    <li key={week.valid_from}>
                        <strong className="numbers">{standard(week.valid_from) ? words.admin.hours_always : words.admin.hours_from(date(week.valid_from))}</strong>
                        {lines(week.periods).map((line) => (
                            <div key={line} className="numbers">
                                {line}
                            </div>
                        ))}
                        {!standard(week.valid_from) && (
                            <Button size="compact-xs" variant="subtle" onClick={() => setEditing(week)}>
                                {words.verbs.edit}
                            </Button>
                        )}
                    </li>
                ))}
            </ul>
            <Button size="compact-sm" variant="default" onClick={() => setEditing({ valid_from: null, periods: hours.at(-1)?.periods ?? [] })}>
                {words.admin.hours_add}
            </Button>
            {editing && <HoursBox key={editing.valid_from ?? year} week={editing} onClose={() => setEditing(undefined)} />}
        </section>
    );
}

function HoursBox({ week, onClose }: { week: Hours; onClose: () => void }) {
    const [from, setFrom] = useState(week.valid_from);
    const [texts, setTexts] = useState(() => Object.fromEntries(weekdays.map((weekday) => [weekday, textOf(week.periods, weekday)])));
    const save = useAct("/api/calendar/hours", () => {
        tell(words.admin.saved);
        void queries.invalidateQueries();
        onClose();
    });
    const read = weekdays.map((weekday) => readPeriods(texts[weekday] ?? "", weekday));
    const periods = read.flatMap((part) => part ?? []);
    const wrong = read.some((part) => part === undefined);
    return (
        <ActBox
            title={words.admin.hours_add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!from || wrong || periods.length === 0}
            onAct={() => save.mutate({ valid_from: from, periods })}
            {...(week.valid_from && { other: { act: words.admin.hours_remove, off: false, onAct: () => save.mutate({ valid_from: week.valid_from, periods: [] }) } })}
            onClose={onClose}
        >
            <p className="soft">{words.admin.hours_hint}</p>
            <DateField data-autofocus label={words.admin.hours_valid_from} value={from} onChange={setFrom} disabled={Boolean(week.valid_from)} error={faultOf(save.error, "valid_from")} />
            {weekdays.map((weekday, index) => (
                <TextInput
                    key={weekday}
                    label={nameOf(weekday)}
                    placeholder={words.admin.hours_rest}
                    value={texts[weekday] ?? ""}
                    onChange={(event) => {
                        const text = event.currentTarget.value;
                        setTexts((old) => ({ ...old, [weekday]: text }));
                    }}
                    error={read[index] === undefined ? words.admin.hours_wrong : undefined}
                />
            ))}
        </ActBox>
    );
}
