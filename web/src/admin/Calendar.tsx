import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { queries, useAct, useGet } from "../api/queries.ts";
import type { DayKind } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { ExportLink } from "../ui/ExportLink.tsx";
import { tell } from "../ui/notice.tsx";
import { Failed, PageHead } from "../ui/page.tsx";
import { date, fold, weekday } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";
import { HoursList } from "./Hours.tsx";
import "./calendar.css";

const two = (value: number) => String(value).padStart(2, "0");
const kinds = [...Object.entries(words.day_kind).map(([value, label]) => ({ value, label })), { value: "", label: words.admin.day_ordinary }];

// The working calendar of a year at a glance; days off are the office's own data.
export function Calendar() {
    const today = useToday();
    const [year, setYear] = useState(Number(today.slice(0, 4)));
    const { data, error, refetch } = useGet("/api/calendar", { year }, { keep: true });
    const [adding, setAdding] = useState<string | null>();
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    const special = new Map(data?.days.map((day) => [day.day, day]) ?? []);
    return (
        <>
            <PageHead title={words.admin.calendar}>
                <ActionIcon variant="default" size="lg" aria-label={words.admin.previous_year} onClick={() => setYear(year - 1)}>
                    <IconChevronLeft size={16} />
                </ActionIcon>
                <strong className="numbers" aria-live="polite">
                    {year}
                </strong>
                <ActionIcon variant="default" size="lg" aria-label={words.admin.next_year} onClick={() => setYear(year + 1)}>
                    <IconChevronRight size={16} />
                </ActionIcon>
                <ExportLink path="/api/exports/calendar" input={{ year }} />
                <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(null)}>
                    {words.admin.add_day}
                </Button>
            </PageHead>
            <p className="soft">{words.admin.calendar_hint}</p>
            <div className="year">
                <div className="year-months">
                    {Array.from({ length: 12 }, (_, month) => (
                        <Month key={month} year={year} month={month + 1} today={today} special={special} onDay={setAdding} />
                    ))}
                </div>
                <section>
                    {data && <HoursList hours={data.hours} year={year} />}
                    <h2>{words.admin.days_title}</h2>
                    {data?.days.length === 0 && <p className="soft">{words.admin.no_days}</p>}
                    <ul className="year-days numbers">
                        {data?.days.map((day) => (
                            <li key={day.day}>
                                <button type="button" onClick={() => setAdding(day.day)}>
                                    <span className={`day-mark day-${day.kind}`} aria-hidden>
                                        {words.admin.day_sign[day.kind]}
                                    </span>
                                    {date(day.day)} <span className="soft">{weekday(day.day ?? "")}</span> · {titleOf(day)}
                                </button>
                            </li>
                        ))}
                    </ul>
                </section>
            </div>
            {adding !== undefined && <DayBox key={adding} day={adding} known={special.get(adding)} onClose={() => setAdding(undefined)} />}
        </>
    );
}

// The name says it all where it begins with its kind: «Nghỉ bù Tết Nguyên đán».
const titleOf = ({ kind, name }: { kind: DayKind; name: string }): string => {
    const label = words.day_kind[kind] ?? kind;
    return !name ? label : fold(name).startsWith(fold(label)) ? name : `${label}: ${name}`;
};

interface MonthProps {
    year: number;
    month: number;
    today: string;
    special: Map<string | null, { kind: DayKind; name: string }>;
    onDay: (day: string) => void;
}

function Month({ year, month, today, special, onDay }: MonthProps) {
    const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return (
        <div className="year-month">
            <h2>
                {words.admin.month(month)}
            </h2>
            <div className="month-days">
                {[1, 2, 3, 4, 5, 6, 0].map((day) => (
                    <span key={`head-${day}`} className="soft month-head" title={words.date.days[day]}>
                        {day === 0 ? "CN" : `T${day + 1}`}
                    </span>
                ))}
                {Array.from({ length: before }, (_, index) => (
                    <span key={-index} />
                ))}
                {Array.from({ length }, (_, index) => {
                    const day = `${year}-${two(month)}-${two(index + 1)}`;
                    const known = special.get(day);
                    const weekend = (before + index) % 7 >= 5;
                    const state = known ? words.day_kind[known.kind] : weekend ? words.admin.weekend : "";
                    return (
                        <button
                            key={day}
                            type="button"
                            className={known ? `day-${known.kind}` : weekend ? "day-weekend" : undefined}
                            aria-current={day === today ? "date" : undefined}
                            data-sign={known && words.admin.day_sign[known.kind]}
                            aria-label={[words.date.day_label(index + 1, month, year), state, known?.name].filter(Boolean).join(", ")}
                            title={known?.name}
                            onClick={() => onDay(day)}
                        >
                            {index + 1}
                        </button>
                    );
                })}
            </div>
        </div>
    );
}

function DayBox({ day: initial, known, onClose }: { day: string | null; known: { kind: DayKind; name: string } | undefined; onClose: () => void }) {
    const [day, setDay] = useState(initial);
    const [kind, setKind] = useState<DayKind | "">(known?.kind ?? "holiday");
    const [name, setName] = useState(known?.name ?? "");
    const save = useAct("/api/calendar/days", () => {
        tell(words.admin.saved);
        void queries.invalidateQueries(); // deadlines everywhere follow
        onClose();
    });
    return (
        <ActBox title={known ? words.admin.edit_day : words.admin.add_day} act={words.verbs.save} problem={save.error} busy={save.isPending} off={!day} onAct={() => save.mutate({ day, kind: kind || null, name: name.trim() })} onClose={onClose}>
            <DateField label={words.admin.day} value={day} onChange={setDay} error={faultOf(save.error, "day")} />
            <NativeSelect label={words.admin.day_kind} data={kinds} value={kind} onChange={(event) => setKind(event.currentTarget.value as DayKind | "")} />
            <TextInput data-autofocus label={words.admin.day_name} value={name} onChange={(event) => setName(event.currentTarget.value)} error={faultOf(save.error, "name")} />
        </ActBox>
    );
}
