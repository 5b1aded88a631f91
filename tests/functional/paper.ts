// A PDF as a person with a ruler sees it: lines of text with their type, and ruled lines, in millimetres from the top left corner.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
}
export interface Word extends Box {
    page: number;
    text: string;
}
export interface Line extends Word {
    size: number; // points
    bold: boolean;
    italic: boolean;
    face: string; // «Tinos-Bold»
    colour: string; // «#ff0000»
}
export interface Stroke extends Box {
    page: number;
    colour: string;
}
export interface Sheet {
    width: number;
    height: number;
}
export interface Paper {
    sheets: Sheet[];
    words: Word[];
    lines: Line[];
    strokes: Stroke[];
}

const run = promisify(execFile);
const point = 25.4 / 72;
const plain = (text: string) =>
    text
        .replace(/<[^>]+>/g, "")
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&")
        .replaceAll("\u00a0", " ");
const hex = (part: string) =>
    Math.round(Number(part) * 2.55)
        .toString(16)
        .padStart(2, "0");

export const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;

// What a PDF says, word after word.
export const textOf = (pdf: Uint8Array): string => execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 64 << 20 }).replace(/\s+/g, " ");

// `ruled` says on which pages the ruled lines are wanted: they take the most time.
export async function paperOf(pdf: Uint8Array, ruled: (page: number, of: number) => boolean = () => true): Promise<Paper> {
    const folder = await mkdtemp(join(tmpdir(), "congso-paper-"));
    try {
        const file = join(folder, "page.pdf");
        await writeFile(file, pdf);
        const ask = async (program: string, words: string[]) => (await run(program, words, { maxBuffer: 256 << 20 })).stdout;
        const words = wordsOf(await ask("pdftotext", ["-bbox", file, "-"]));
        const lines = linesOf(await ask("pdftohtml", ["-xml", "-i", "-hidden", "-zoom", "3", "-fontfullname", "-stdout", file]));
        const strokes: Stroke[] = [];
        for (let page = 1; page <= words.sheets.length; ++page) {
            if (!ruled(page, words.sheets.length)) continue;
            const number = String(page);
            strokes.push(...strokesOf(await ask("pdftocairo", ["-svg", "-f", number, "-l", number, file, "-"]), page));
        }
        return { ...words, lines, strokes };
    } finally {
        await rm(folder, { recursive: true });
    }
}

function wordsOf(html: string): { sheets: Sheet[]; words: Word[] } {
    const sheets: Sheet[] = [];
    const words: Word[] = [];
    for (const line of html.split("\n")) {
        const sheet = line.match(/<page width="([\d.]+)" height="([\d.]+)"/);
        if (sheet) sheets.push({ width: Number(sheet[1]) * point, height: Number(sheet[2]) * point });
        const word = line.match(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/);
        if (!word) continue;
        const [left = 0, top = 0, right = 0, bottom = 0] = word.slice(1, 5).map((value) => Number(value) * point);
        words.push({ page: sheets.length, left, top, right, bottom, text: plain(word[5] ?? "") });
    }
    return { sheets, words };
}

// pdftohtml tells the type of a line, in thirds of a point at this size of its page.
function linesOf(xml: string): Line[] {
    const third = point / 3;
    const types = new Map<string, { size: number; face: string; colour: string }>();
    const lines: Line[] = [];
    let page = 0;
    for (const line of xml.split("\n")) {
        if (line.startsWith("<page ")) ++page;
        const type = line.match(/<fontspec id="(\d+)" size="(-?\d+)" family="(?:[A-Z]+\+)?([^"]*)" color="([^"]*)"/);
        if (type) types.set(type[1] ?? "", { size: Number(type[2]) / 3, face: type[3] ?? "", colour: type[4] ?? "" });
        const text = line.match(/<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*)<\/text>/);
        const known = text && types.get(text[5] ?? "");
        if (!text || !known || !plain(text[6] ?? "").trim()) continue;
        const [top = 0, left = 0, width = 0, height = 0] = text.slice(1, 5).map((value) => Number(value) * third);
        lines.push({ page, left, top, right: left + width, bottom: top + height, text: plain(text[6] ?? ""), ...known, bold: /Bold/.test(known.face), italic: /Italic/.test(known.face) });
    }
    return joined(lines);
}

// Some programs write one line in pieces, each with the letters of one part of a font.
function joined(pieces: Line[]): Line[] {
    const lines: Line[] = [];
    for (const piece of pieces) {
        const last = lines.at(-1);
        const gap = last ? piece.left - last.right : 0;
        if (last && last.page === piece.page && Math.abs(last.top - piece.top) < 1 && Math.abs(gap) < 0.4 * piece.size * point && last.face === piece.face && last.size === piece.size && last.colour === piece.colour) {
            const apart = gap > 0.12 * piece.size * point && !/ $/.test(last.text) && !/^ /.test(piece.text);
            Object.assign(last, { right: piece.right, bottom: Math.max(last.bottom, piece.bottom), text: last.text + (apart ? " " : "") + piece.text });
        } else {
            lines.push({ ...piece });
        }
    }
    return lines.map((line) => ({ ...line, text: line.text.trim() }));
}

// Straight lines that are drawn, each once, however often the program that made the page drew it.
function strokesOf(svg: string, page: number): Stroke[] {
    const found = new Map<string, Stroke>();
    for (const [path] of svg.matchAll(/<path [^>]*>/g)) {
        const colour = path.match(/stroke:rgb\(([\d.]+)%,\s*([\d.]+)%,\s*([\d.]+)%\)|stroke="rgb\(([\d.]+)%,\s*([\d.]+)%,\s*([\d.]+)%\)"/);
        const shape = path.match(/ d="([^"]*)"/)?.[1] ?? "";
        if (!colour || /[CQA]/.test(shape)) continue;
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (path.match(/matrix\(([^)]*)\)/)?.[1] ?? "1,0,0,1,0,0").split(/[ ,]+/).map(Number);
        const place = (x: number, y: number) => ({ x: (a * x + c * y + e) * point, y: (b * x + d * y + f) * point });
        let begin: ReturnType<typeof place> | undefined;
        let from: typeof begin;
        for (const [, act, x, y] of shape.matchAll(/([MLZ])(?: (-?[\d.]+) (-?[\d.]+))?/g)) {
            const to = act === "Z" ? begin : place(Number(x), Number(y));
            if (act === "M") begin = to;
            const start = from;
            from = to;
            if (act === "M" || !start || !to) continue;
            const box = { left: Math.min(start.x, to.x), top: Math.min(start.y, to.y), right: Math.max(start.x, to.x), bottom: Math.max(start.y, to.y) };
            const [red = "", green = "", blue = ""] = colour.slice(1).filter((part) => part !== undefined);
            found.set(JSON.stringify(Object.values(box).map((value) => value.toFixed(1))), { page, ...box, colour: `#${hex(red)}${hex(green)}${hex(blue)}` });
        }
    }
    return [...found.values()];
}

export const isLevel = (stroke: Stroke) => stroke.bottom - stroke.top < 0.1;
export const isUpright = (stroke: Stroke) => stroke.right - stroke.left < 0.1;

// The places of a page's upright rules, from left to right.
export const rulesOf = (paper: Paper, page: number): number[] =>
    paper.strokes
        .filter((one) => one.page === page && isUpright(one))
        .map(({ left }) => left)
        .sort((a, b) => a - b)
        .filter((left, at, all) => at === 0 || left - all[at - 1]! > 0.5);

export interface Column {
    head: string; // over the column's number, «(3)»
    body: string; // under it
    words: Word[];
}

// A page's table between its upright rules, column by column.
export function columnsOf(paper: Paper, page: number): Column[] {
    const rules = rulesOf(paper, page);
    const uprights = paper.strokes.filter((one) => one.page === page && isUpright(one));
    const [top, foot] = [Math.min(...uprights.map((one) => one.top)), Math.max(...uprights.map(({ bottom }) => bottom))];
    const own = paper.words.filter((word) => word.page === page && word.top > top - 0.5 && word.bottom < foot + 0.5);
    return rules.slice(1).map((right, column) => {
        const words = own.filter((word) => middle(word) > rules[column]! && middle(word) < right).sort((a, b) => a.top - b.top || a.left - b.left);
        const number = words.find((word) => word.text === `(${column + 1})`);
        if (!number) throw new Error(`the column ${column + 1} has no number on page ${page}`);
        const text = (part: Word[]) => part.map((word) => word.text).join(" ");
        return { head: text(words.filter((word) => word.bottom <= number.top + 0.5)), body: text(words.filter((word) => word.top >= number.bottom - 0.5)), words };
    });
}
