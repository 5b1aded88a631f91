import type { FigureValue, FiguresUnit } from "../api/types.ts";
import { words } from "../words/words.ts";

const iso = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

// The periods that an office asks for; what has not ended ends today.
export function periods(today: string): { value: string; label: string; from: string; to: string }[] {
    const year = Number(today.slice(0, 4));
    const month = Number(today.slice(5, 7)) - 1;
    const quarter = Math.floor(month / 3) * 3;
    const at = (value: keyof typeof words.figures.periods, from: string, to: string) => ({ value, label: words.figures.periods[value], from, to });
    return [
        at("month", iso(year, month, 1), today),
        at("last_month", iso(year, month - 1, 1), iso(year, month, 0)),
        at("quarter", iso(year, quarter, 1), today),
        at("last_quarter", iso(year, quarter - 3, 1), iso(year, quarter, 0)),
        at("year", iso(year, 0, 1), today),
        at("last_year", iso(year - 1, 0, 1), iso(year - 1, 11, 31)),
    ];
}

export const periodOf = (from: string, to: string): string => words.figures.from_to(from, to);

// 1.234, or 95,9% of a value in hundredths.
export function shownValue(value: number, unit: FiguresUnit): string {
    return unit === "percent" ? `${(value / 100).toFixed(1).replace(".", ",")}%` : value.toLocaleString("de-DE");
}

export const titleOf = ({ name, title }: Pick<FigureValue, "name" | "title">): string => (words.figures.titles as Record<string, string>)[name] ?? title;
