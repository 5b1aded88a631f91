import type { CatalogueRow } from "../api/types.ts";

const romans: [number, string][] = [
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
];

export function roman(number: number): string {
    let text = "";
    for (const [value, sign] of romans)
        for (; number >= value; number -= value) text += sign;
    return text;
}

// Large headings in Roman numbers, small ones in Arabic ones; dossiers have their symbols.
export function numbered<Row extends Pick<CatalogueRow, "kind">>(rows: readonly Row[]): { row: Row; number: string }[] {
    let major = 0;
    let minor = 0;
    return rows.map((row) => {
        if (row.kind === "line") return { row, number: "" };
        if (row.kind === "minor") return { row, number: String(++minor) };
        minor = 0;
        return { row, number: roman(++major) };
    });
}
