import { words } from "./words.ts";

// Times are milliseconds in UTC; the office lives at +07:00 all year, whatever the zone of this machine.
const officeShift = 7 * 3_600_000;
const two = (value: number) => String(value).padStart(2, "0");
const inOffice = (time: number) => new Date(time + officeShift);

// "2022-05-04" of the office at a moment.
export const dayOf = (time: number): string => inOffice(time).toISOString().slice(0, 10);

// 04/05/2022, from "2022-05-04"; empty for an unset date.
export function date(day: string | null | undefined): string {
    const [year, month, ofMonth] = (day ?? "").split("-");
    return year && month && ofMonth ? `${ofMonth}/${month}/${year}` : "";
}

// 04/05, the year only when it is not this one.
export const shortDate = (day: string | null | undefined, today: string): string =>
    day?.slice(0, 4) === today.slice(0, 4) ? date(day).slice(0, 5) : date(day);

export function clock(time: number): string {
    const at = inOffice(time);
    return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

// 07:15 today, «04/05 07:15» otherwise, with the year when it is another.
export function moment(time: number, today: string): string {
    if (!time) return "";
    const day = dayOf(time);
    return day === today ? clock(time) : `${shortDate(day, today)} ${clock(time)}`;
}

export const weekday = (day: string): string => words.date.days[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";

export function size(bytes: number): string {
    if (bytes < 1024) return `${bytes} B`;
    if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
    return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}

// What a hand types for a date: 28/4/2022, 28/4/22, 28/4, 28-4-2022, 28042022, 280422, 2804. Empty text gives null, nonsense undefined.
export function readDate(text: string, today: string): string | null | undefined {
    const trimmed = text.trim();
    if (!trimmed) return null;
    const parts = /^(\d{8}|\d{6}|\d{4})$/.test(trimmed)
        ? [trimmed.slice(0, 2), trimmed.slice(2, 4), trimmed.slice(4)].filter(Boolean)
        : /^\d{4}-\d{1,2}-\d{1,2}$/.test(trimmed)
          ? trimmed.split("-").reverse()
          : trimmed.split(/[/.\- ]+/);
    const [dayText, monthText, yearText] = parts;
    if (!dayText || !monthText || parts.length > 3) return undefined;
    const ofMonth = Number(dayText);
    const month = Number(monthText);
    let year = yearText ? Number(yearText) : Number(today.slice(0, 4));
    if (yearText && yearText.length <= 2) year += 2000;
    const read = new Date(Date.UTC(year, month - 1, ofMonth));
    const right = read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === ofMonth;
    return right && year >= 1900 && year <= 2200 ? read.toISOString().slice(0, 10) : undefined;
}

// Without case and marks, for pickers: "duc pho" finds «Đức Phổ».
export const fold = (text: string): string =>
    text
        .toLowerCase()
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/đ/g, "d");
