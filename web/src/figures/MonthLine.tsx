import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { FigureMonth, FiguresUnit } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { words } from "../words/words.ts";
import { shownValue } from "./period.ts";

const wide = 600;
const high = 96;
const column = wide / 12;
const room = 10; // for the dots

// The twelve months of a year as a line, each value below it a link to what was counted; a month without data breaks the line.
export function MonthLine({ name, unit, year }: { name: string; unit: FiguresUnit; year: number }) {
    const today = useToday();
    const { data } = useGet("/api/figures/{name}/months", { name, year }, { keep: true });
    if (!data) return <div className="figure-months" />;
    const most = unit === "percent" ? 10_000 : Math.max(1, ...data.months.map(({ value }) => value ?? 0));
    const at = ({ month, value }: FigureMonth) => ({ x: (month - 0.5) * column, y: high - room - ((value ?? 0) / most) * (high - 2 * room) });
    const running = today.startsWith(String(year)) ? Number(today.slice(5, 7)) : 0; // not over yet: its way there is dashed
    const known = data.months.filter(({ value }) => typeof value === "number");
    return (
        <div className="figure-months">
            <p className="soft">{words.figures.months_of(data.year)}</p>
            <svg viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" aria-hidden>
                <line x1="0" x2={wide} y1={high - room} y2={high - room} className="figure-ground" />
                {pieces(known).map(([from, to]) => (
                    <polyline key={from.month} className={to.month === running ? "figure-running" : undefined} points={`${at(from).x},${at(from).y} ${at(to).x},${at(to).y}`} />
                ))}
                {known.map((month) => (
                    <path key={month.month} className="figure-dot" d={`M${at(month).x} ${at(month).y}h0`} />
                ))}
            </svg>
            <ol className="numbers">
                {data.months.map((month) => (
                    <li key={month.month}>
                        <span className="soft">{month.month === running ? words.figures.running(month.month) : words.figures.month(month.month)}</span>
                        {typeof month.value === "number" ? (
                            <Link to={month.list} aria-label={words.figures.month_value(month.month, shownValue(month.value, unit))}>
                                {shownValue(month.value, unit)}
                            </Link>
                        ) : (
                            <span className="soft" title={words.figures.no_data}>
                                –
                            </span>
                        )}
                    </li>
                ))}
            </ol>
        </div>
    );
}

// Each month with the next one, where both have data.
function pieces(known: FigureMonth[]): [FigureMonth, FigureMonth][] {
    return known.flatMap((month, index): [FigureMonth, FigureMonth][] => {
        const next = known[index + 1];
        return next?.month === month.month + 1 ? [[month, next]] : [];
    });
}
