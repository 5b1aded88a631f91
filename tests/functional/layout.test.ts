// Pages measured: what a draft becomes in Word is made a PDF by the program's converter, and the place and the type of its words and rules
// are compared with Decree 30/2020 Appendix I (sizes, places of the boxes) and III (the models of the kinds). Registers are compared with
// Appendix IV.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Body, Draft, Kind, Urgency } from "../../web/src/api/types.ts";
import type { Client } from "./client.ts";
import { registers } from "./columns.ts";
import { columnsOf, isLevel, isUpright, middle, paperOf, rulesOf, type Box, type Line, type Paper, type Stroke } from "./paper.ts";
import { draftEntry, today } from "./samples.ts";
import { startServer, until, type Server } from "./server.ts";

const tolerance = 1; // mm
const point = 25.4 / 72;
// Appendix I I.2 and the columns that the program chooses within it
const page = { width: 210, height: 297, top: 20, bottom: 277, left: 30, right: 195 };
const centre = (page.left + page.right) / 2;
const half = page.width / 2;
const heads = { left: 30 + 66 / 2, right: 96 + 99 / 2 }; // the middles of boxes 2, 3 and of boxes 1, 4, for names up to 66 mm
const single = 1.15; // a single line of Times New Roman, in its size

// Appendix I: the type of each box, in points.
interface Type {
    sizes: [least: number, most: number];
    bold?: boolean;
    italic?: boolean;
    capitals?: boolean;
    red?: boolean;
}
const types = {
    nation: { sizes: [12, 13], bold: true, capitals: true }, // II.1
    motto: { sizes: [13, 14], bold: true },
    parent: { sizes: [12, 13], capitals: true }, // II.2
    agency: { sizes: [12, 13], bold: true, capitals: true },
    number: { sizes: [13, 13] }, // II.3
    place: { sizes: [13, 14], italic: true }, // II.4
    kind: { sizes: [13, 14], bold: true, capitals: true }, // II.5a
    subject: { sizes: [13, 14], bold: true },
    letter_subject: { sizes: [12, 13] }, // II.5b
    body: { sizes: [13, 14] }, // II.6
    grounds: { sizes: [13, 14], italic: true },
    heading: { sizes: [13, 14], bold: true },
    authority: { sizes: [13, 14], bold: true, capitals: true }, // II.7
    name: { sizes: [13, 14], bold: true },
    addressees: { sizes: [13, 14] }, // II.9a
    label: { sizes: [12, 12], bold: true, italic: true }, // II.9b
    list: { sizes: [11, 11] },
    urgency: { sizes: [13, 14], bold: true, capitals: true, red: true }, // II.10b
    circulation: { sizes: [13, 14], bold: true, capitals: true }, // II.11
    address: { sizes: [11, 12] }, // II.13
    page_number: { sizes: [13, 14] }, // I.6
} satisfies Record<string, Type>;

// What the models of Appendix III leave out or add. «Kính gửi» of 9a, or the words that stand for it.
const untitled = ["CV", "TCg"];
const two_signers: Record<string, [left: string, right: string]> = {
    BB: ["THƯ KÝ", "CHỦ TỌA"], // 1.9
    HĐ: ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"],
    BGN: ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"],
    BTT: ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"],
};
const addressed: Record<string, RegExp> = { CV: /^Kính gửi: /, TTr: /^Kính gửi: /, BC: /^Kính gửi: /, TCg: /^Kính gửi: /, CĐ: /điện: / };
const deciding: Record<string, string> = { NQ: "QUYẾT NGHỊ:", QĐ: "QUYẾT ĐỊNH:" };

const long = "Các bộ phận chuyên môn phối hợp với các thôn tổ chức thực hiện, theo dõi, đôn đốc và báo cáo kết quả về Ủy ban nhân dân xã theo đúng thời hạn quy định.";
const grounds = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật ấy ngày 22 tháng 11 năm 2019",
    "Theo đề nghị của công chức Tư pháp - Hộ tịch",
];
const text: Draft["text"] = [
    ...grounds.map((one) => ({ style: "basis" as const, text: one })),
    { style: "paragraph", text: long },
    { style: "article", text: "Điều 1. Tên của điều" },
    { style: "bullet", text: "Gạch đầu dòng" },
    { style: "paragraph", text: long },
];

const near = (found: number, wanted: number, what: string, allowed = tolerance) => assert.ok(Math.abs(found - wanted) <= allowed, `${what}: ${found.toFixed(2)} mm and not ${wanted.toFixed(2)}`);

function looksLike(line: Line, type: Type, what: string): void {
    const [least, most] = type.sizes;
    assert.ok(line.size >= least - 0.17 && line.size <= most + 0.17, `${what}: «${line.text}» is of ${line.size} pt and not of ${least} to ${most}`);
    assert.equal(line.bold, type.bold ?? false, `${what}: «${line.text}» bold`);
    assert.equal(line.italic, type.italic ?? false, `${what}: «${line.text}» italic`);
    if (type.capitals) assert.equal(line.text, line.text.toUpperCase(), what);
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(line.colour.slice(at, at + 2), 16));
    assert.deepEqual([red, green, blue], [type.red ? 255 : 0, 0, 0], `${what}: the colour of «${line.text}»`);
}

// The rule that stands right under a line: how long, and that it is in the middle.
function ruleUnder(paper: Paper, line: Box & { page: number }, what: string): Stroke {
    const below = paper.strokes.filter((one) => one.page === line.page && isLevel(one) && one.top > line.bottom - 2 && one.top < line.bottom + 4 && one.left > line.left - 20 && one.right < line.right + 20);
    assert.equal(below.length, 1, `${what}: ${below.length} rules`);
    const [rule] = below as [Stroke];
    near(middle(rule), middle(line), `${what}: the middle of the rule`);
    return rule;
}
const length = ({ left, right }: Box) => right - left;

// Appendix I II.2, II.5a: from a third to a half of the line above.
function isShort(rule: Stroke, line: Box, what: string): void {
    const share = length(rule) / length(line);
    assert.ok(length(rule) >= length(line) / 3 - tolerance && length(rule) <= length(line) / 2 + tolerance, `${what}: ${(share * 100).toFixed(0)} % of the line`);
}

describe("the layout of the decree, in millimetres (Phụ lục I)", () => {
    let server: Server;
    let author: Client;
    let kinds: Kind[];
    let bodies: Body[];
    before(async () => {
        server = await startServer();
        author = await server.as("tuphap");
        kinds = (await author.get("/api/kinds", {})).items.filter((kind) => kind.outgoing);
        bodies = (await author.get("/api/bodies", {})).items;
    });
    after(() => server?.close());

    async function pdfOf(file: string): Promise<Uint8Array> {
        let pdf: Uint8Array | undefined;
        await until(async () => {
            const answer = await author.raw("GET", `/api/files/${file}/preview`, {});
            if (answer.status !== 200) return assert.equal(answer.status, 202), false;
            pdf = new Uint8Array(await answer.arrayBuffer());
            return true;
        }, "the page", 120);
        return pdf!;
    }
    async function drafted(kind: Kind, values: Partial<Draft> = {}) {
        const one = (name: string, mark: string, addressee: boolean) => ({ kind: "outside" as const, target: null, name, mark, addressee, delivered_at: 0, read_at: 0 });
        const entry = await draftEntry(author, {
            kind: kind.code,
            subject: "Kết quả thực hiện phong trào thi đua",
            recipients: [one("UBND thị xã Đức Mẫu", "bc", true), one("Các thôn", "", false)],
            details: (kind.fields ?? []).map(({ name, label }) => ({ name, text: `Nội dung ${label}` })),
            text,
            initials: "PL",
            copy_count: 30,
            ...(kind.validity && { valid_until: "2022-12-31" }),
            ...values,
        });
        return author.post("/api/outgoing", entry);
    }
    const measured = async (kind: Kind, values: Partial<Draft> = {}) => paperOf(await pdfOf((await drafted(kind, values)).versions[0]!.file.id));
    const kindOf = (code: string): Kind => kinds.find((one) => one.code === code) ?? assert.fail(`the kind ${code}`);
    const find = (paper: Paper, wanted: string | RegExp, what: string, from = 0): Line => {
        const found = paper.lines.find((line, at) => at >= from && (typeof wanted === "string" ? line.text === wanted : wanted.test(line.text)));
        return found ?? assert.fail(`${what}: ${wanted} is not on the page: ${paper.lines.map((line) => line.text).join(" / ")}`);
    };

    // I.2, I.1: the sheet, its margins, one family of letters
    function keepsItsMargins(paper: Paper, code: string): void {
        for (const sheet of paper.sheets) {
            near(sheet.width, page.width, `${code}: the sheet's width`, 0.2);
            near(sheet.height, page.height, `${code}: the sheet's height`, 0.2);
        }
        for (const word of paper.words) {
            assert.ok(word.left >= page.left - tolerance && word.right <= page.right + tolerance, `${code}: «${word.text}» leaves the column: ${word.left.toFixed(1)}–${word.right.toFixed(1)}`);
            assert.ok(word.top >= page.top - tolerance && word.bottom <= page.bottom + tolerance, `${code}: «${word.text}» stands in the margin: ${word.top.toFixed(1)}–${word.bottom.toFixed(1)}`);
        }
        for (const stroke of paper.strokes) assert.ok(stroke.left >= page.left - tolerance && stroke.right <= page.right + tolerance, `${code}: a rule leaves the column`);
        for (const { face } of paper.lines) assert.match(face, /^(Tinos|LiberationSerif|TimesNewRoman)/, `${code}: letters of the widths of Times New Roman`);
    }

    // Boxes 1 to 4
    function hasItsHead(paper: Paper, code: string, agency: string[], parent: string[] = [], at = heads): void {
        const nation = find(paper, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", code);
        looksLike(nation, types.nation, `${code}, ô số 1`);
        near(nation.top, page.top, `${code}: the first line`);
        near(middle(nation), at.right, `${code}: Quốc hiệu`);
        assert.ok(nation.left > page.left + 66, `${code}: Quốc hiệu stands on the right`);
        const motto = find(paper, "Độc lập - Tự do - Hạnh phúc", code);
        looksLike(motto, types.motto, `${code}, ô số 1`);
        near(middle(motto), middle(nation), `${code}: Tiêu ngữ`);
        assert.equal(Math.round(motto.size), Math.round(nation.size) + 1, `${code}: Tiêu ngữ is one point larger`);
        near(length(ruleUnder(paper, motto, `${code}: Tiêu ngữ`)), length(motto), `${code}: the rule is as long as Tiêu ngữ`);

        const names = [...parent, ...agency].map((name) => find(paper, name, code));
        names.forEach((name, index) => {
            looksLike(name, index < parent.length ? types.parent : types.agency, `${code}, ô số 2`);
            near(middle(name), at.left, `${code}: ô số 2`);
            assert.ok(name.right < nation.left, `${code}: ô số 2 stands left of ô số 1`);
            if (index > 0) assert.ok(name.top > names[index - 1]!.top, `${code}: the order of ô số 2`);
        });
        assert.equal(Math.round(names[0]!.size), Math.round(nation.size), `${code}: ô số 2 is as large as Quốc hiệu`);
        near(names[0]!.top, nation.top, `${code}: ô số 1 and 2 begin at one height`);
        const last = names.at(-1)!;
        isShort(ruleUnder(paper, last, `${code}: ô số 2`), last, `${code}: the rule under ô số 2`);

        if (code === "TCg") {
            assert.ok(!paper.lines.some((line) => line.text.startsWith("Số:")), "thư công has no number");
        } else {
            const number = find(paper, /^Số: /, code);
            looksLike(number, types.number, `${code}, ô số 3`);
            near(middle(number), at.left, `${code}: ô số 3 in the middle of ô số 2`);
            assert.ok(number.top > last.bottom - 1, `${code}: ô số 3 under ô số 2`);
            if (code !== "BB") near(find(paper, /, ngày +(\d\d)? +tháng/, code).top, number.top, `${code}: ô số 3 and 4 stand on one line`);
        }
        if (code === "BB") {
            assert.ok(!paper.lines.some((line) => / ngày .*tháng.*năm 20\d\d$/.test(line.text) && line.top < 60), "minutes have no line for the day (1.9)");
        } else {
            const place = find(paper, /, ngày +(\d\d)? +tháng/, code);
            looksLike(place, types.place, `${code}, ô số 4`);
            near(middle(place), middle(nation), `${code}: ô số 4 in the middle of ô số 1`);
            assert.ok(place.top > motto.bottom - 1, `${code}: ô số 4 under ô số 1`);
        }
    }

    // Box 5a or 5b, and 9a; what stands first in the body begins under what is returned.
    function hasItsTitle(paper: Paper, kind: Kind): Line {
        const { code } = kind;
        let last = find(paper, code === "TCg" ? "Độc lập - Tự do - Hạnh phúc" : /^Số: /, code);
        if (code === "CV") {
            const subject = find(paper, /^V\/v /, code);
            looksLike(subject, types.letter_subject, `${code}, ô số 5b`);
            near(middle(subject), heads.left, `${code}: ô số 5b under ô số 3`);
            const gap = (subject.top - last.top) / point - single * last.size;
            assert.ok(gap > 4.5 && gap < 8, `${code}: ${gap.toFixed(1)} pt between ô số 3 and 5b, and not 6`);
            last = subject;
        } else {
            if (code !== "TCg") {
                const title = find(paper, kind.name.toUpperCase(), code);
                looksLike(title, types.kind, `${code}, ô số 5a`);
                near(middle(title), centre, `${code}: the name of the kind`);
                assert.ok(title.top > last.bottom, `${code}: ô số 5a under ô số 3`);
                last = title;
            }
            const subject = find(paper, "Kết quả thực hiện phong trào thi đua", code);
            looksLike(subject, types.subject, `${code}, ô số 5a`);
            near(middle(subject), centre, `${code}: the subject`);
            assert.ok(subject.top > last.top, `${code}: the subject under the name of the kind`);
            last = subject;
            if (!untitled.includes(code)) isShort(ruleUnder(paper, subject, `${code}: ô số 5a`), subject, `${code}: the rule under the subject`);
        }
        const to = addressed[code];
        assert.equal(paper.lines.some((line) => /^Kính gửi:/.test(line.text)), Boolean(to) && code !== "CĐ", `${code}: «Kính gửi»`);
        if (to) {
            const line = find(paper, to, code);
            looksLike(line, types.addressees, `${code}, ô số 9a`);
            near(middle(line), centre, `${code}: ô số 9a`);
            assert.ok(line.text.endsWith("UBND thị xã Đức Mẫu"), "one addressee stands on the same line, without a full stop");
            assert.ok(line.top > last.top, `${code}: ô số 9a under ô số 5`);
            last = line;
        }
        return last;
    }

    // Box 6: grounds, paragraphs, the end mark
    function hasItsBody(paper: Paper, code: string, under: Line, over: Line): void {
        const own = paper.lines.filter((line) => line.top > under.top + 1 && line.top < over.top - 1 && line.page === 1);
        const [first, second] = [find(paper, /^Căn cứ Luật/, code), find(paper, /^Theo đề nghị/, code)];
        for (const line of [first, second]) looksLike(line, types.grounds, `${code}, căn cứ`);
        assert.ok(second.text.endsWith("."), `${code}: the last ground ends with a full stop`);
        assert.ok(own[own.indexOf(second) - 1]?.text.endsWith(";"), `${code}: the others with a semicolon`);
        if (deciding[code]) {
            const word = find(paper, deciding[code], code);
            looksLike(word, types.heading, code);
            near(middle(word), centre, `${code}: «${word.text}»`);
            assert.ok(word.top > second.top, `${code}: «${word.text}» after the grounds`);
        }
        looksLike(find(paper, "Điều 1. Tên của điều", code), types.heading, `${code}, điều`);
        const indent = page.left + 12.7; // II.6a: 1 or 1.27 cm
        const starts = [first, second, ...own.filter((line) => line.text.startsWith("Các bộ phận")), find(paper, "- Gạch đầu dòng", code), find(paper, "Điều 1. Tên của điều", code)];
        assert.equal(starts.length, 6, `${code}: two grounds, two paragraphs, an article, a dash`);
        for (const start of starts) near(start.left, indent, `${code}: the first line of «${start.text.slice(0, 20)}»`);
        const paragraphs = own.filter((line) => line.text.startsWith("Các bộ phận"));
        for (const start of paragraphs) {
            looksLike(start, types.body, `${code}, ô số 6`);
            near(start.right, page.right, `${code}: a paragraph fills the column`);
            const at = own.indexOf(start);
            const next = own[at + 1];
            assert.ok(next, `${code}: a paragraph of two lines`);
            near(next.left, page.left, `${code}: the second line of a paragraph`);
            const pitch = (next.top - start.top) / point / start.size;
            assert.ok(pitch > single - 0.02 && pitch < single * 1.5 + 0.02, `${code}: lines ${pitch.toFixed(2)} times as high as their letters: not from single to 1.5`);
            const before = own[at - 1];
            assert.ok(before);
            if (!deciding[code] || before !== find(paper, deciding[code], code)) {
                const gap = (start.top - before.top) / point - pitch * start.size;
                assert.ok(gap > 5.5, `${code}: ${gap.toFixed(1)} pt between paragraphs, and not 6`);
            }
        }
        assert.equal(own.filter((line) => line.text.endsWith("./.")).length, 1, `${code}: one end mark`);
        assert.ok(own.at(-1)?.text.endsWith("./."), `${code}: «${own.at(-1)?.text}» ends the body`);
    }

    // Boxes 7, 9b, 12
    function hasItsFoot(paper: Paper, kind: Kind): Line {
        const { code } = kind;
        const label = find(paper, "Nơi nhận:", code);
        looksLike(label, types.label, `${code}, ô số 9b`);
        near(label.left, page.left, `${code}: ô số 9b`);
        const list = paper.lines.filter((line) => line.page === label.page && line.left < page.left + 1 && line.top > label.top + 1 && line.text.startsWith("- "));
        const as_above = addressed[code] ? ["- Như trên (bc);"] : code === "GM" ? [] : ["- UBND thị xã Đức Mẫu (bc);"];
        const told = list.map((line) => line.text);
        assert.deepEqual(told.filter((line) => !(code === "GM" && line.includes("Đức Mẫu"))), [...as_above, "- Các thôn;", "- Lưu: VT, TP, PL.(30)."], `${code}: ô số 9b, 12`);
        for (const line of list) {
            looksLike(line, types.list, `${code}, ô số 9b`);
            near(line.left, page.left, `${code}: «${line.text}»`);
        }
        const pair = two_signers[code];
        if (pair) {
            const [left, right] = pair.map((words) => find(paper, words, code)) as [Line, Line];
            for (const line of [left, right]) looksLike(line, types.authority, `${code}, ô số 7a`);
            near(left.top, right.top, `${code}: two who sign stand side by side`);
            assert.ok(middle(left) < half && middle(right) > half, `${code}: left and right`);
            assert.ok(label.top > left.top, `${code}: ô số 9b under them`);
            const names = paper.lines.filter((line) => line.top > left.bottom + 20 && line.top < label.top - 1);
            assert.equal(names.length, 2, `${code}: two names`);
            names.forEach((name) => looksLike(name, types.name, `${code}, ô số 7b`));
            near(names[0]!.top, names[1]!.top, `${code}: the names stand on one line`);
            near(middle(names.find((one) => middle(one) < half) ?? names[0]!), middle(left), `${code}: ô số 7b in the middle of 7a`);
            near(middle(names.find((one) => middle(one) > half) ?? names[0]!), middle(right), `${code}: ô số 7b in the middle of 7a`);
            return left;
        }
        const authority = find(paper, "TM. ỦY BAN NHÂN DÂN", code);
        const position = find(paper, "CHỦ TỊCH", code);
        const name = find(paper, "Nguyễn Tấn Lâm", code);
        for (const line of [authority, position]) looksLike(line, types.authority, `${code}, ô số 7a`);
        looksLike(name, types.name, `${code}, ô số 7b`);
        near(middle(position), middle(authority), `${code}: ô số 7a`);
        near(middle(name), middle(authority), `${code}: ô số 7b in the middle of 7a`);
        assert.ok(authority.left > half, `${code}: ô số 7 stands on the right`);
        assert.ok(name.top - position.bottom > 25, `${code}: ${(name.top - position.bottom).toFixed(0)} mm for the signature and the seal`);
        near(label.top, authority.top, `${code}: ô số 9b level with 7a`);
        return authority;
    }

    test("there are the 29 kinds of Điều 7", () => {
        assert.equal(kinds.length, 29);
        for (const code of [...untitled, ...Object.keys(two_signers), ...Object.keys(addressed), ...Object.keys(deciding)]) kindOf(code);
    });

    test("each of the 29 kinds keeps paper, margins, the place and the type of its boxes (Phụ lục I, III)", async (each) => {
        const made = await Promise.all(kinds.map((kind) => drafted(kind)));
        for (const [at, kind] of kinds.entries())
            await each.test(`${kind.code} ${kind.name}`, async () => {
                const paper = await paperOf(await pdfOf(made[at]!.versions[0]!.file.id));
                const { code } = kind;
                assert.equal(paper.sheets.length, 1, `${code} has one page`);
                keepsItsMargins(paper, code);
                hasItsHead(paper, code, ["ỦY BAN NHÂN DÂN", "XÃ PHỔ MẪU"]);
                const under = hasItsTitle(paper, kind);
                const over = hasItsFoot(paper, kind);
                hasItsBody(paper, code, under, over);
            });
    });

    test("two addressees and more stand each on a line of their own (Phụ lục I ô số 9a)", async () => {
        const to = (name: string) => ({ kind: "outside" as const, target: null, name, mark: "", addressee: true, delivered_at: 0, read_at: 0 });
        const paper = await measured(kindOf("TTr"), { recipients: [to("UBND thị xã Đức Mẫu"), to("Phòng Nội vụ thị xã Đức Mẫu")] });
        const label = find(paper, "Kính gửi:", "TTr");
        const lines = [find(paper, "- UBND thị xã Đức Mẫu;", "TTr"), find(paper, "- Phòng Nội vụ thị xã Đức Mẫu.", "TTr")] as const;
        for (const line of [label, ...lines]) looksLike(line, types.addressees, "TTr, ô số 9a");
        near(lines[0].left, lines[1].left, "the dashes stand one under the other", 0.3);
        assert.ok(label.bottom < lines[0].bottom && lines[0].top < lines[1].top && label.right <= lines[0].left + tolerance, "under «Kính gửi:», to its right");
        find(paper, "- Như trên;", "TTr");
    });

    test("a long subject of a letter keeps to the column of the number, a long one of a plan to lines of about one length", async () => {
        const subject = "Tổ chức sơ kết ba năm thực hiện phong trào thi đua «Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở» giai đoạn 2019 - 2022 trên địa bàn xã";
        const letter = await measured(kindOf("CV"), { subject });
        keepsItsMargins(letter, "CV");
        const first = find(letter, /^V\/v /, "CV");
        const lines = letter.lines.filter((line) => line.top >= first.top - 0.5 && line.top < find(letter, /^Kính gửi/, "CV").top - 1 && line.left < 96);
        assert.ok(lines.length > 2);
        for (const line of lines) {
            looksLike(line, types.letter_subject, "CV, ô số 5b");
            near(middle(line), heads.left, "CV: ô số 5b");
            assert.ok(line.right < find(letter, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CV").left + tolerance, "left of ô số 1");
        }
        const plan = await measured(kindOf("KH"), { subject });
        const [from, to] = [find(plan, "KẾ HOẠCH", "KH"), find(plan, /^Căn cứ/, "KH")];
        const titles = plan.lines.filter((line) => line.top > from.top + 1 && line.top < to.top - 1);
        for (const line of titles) {
            looksLike(line, types.subject, "KH, ô số 5a");
            near(middle(line), centre, "KH: the subject");
        }
        const lengths = titles.map(length);
        assert.ok(titles.length > 1 && Math.min(...lengths) > Math.max(...lengths) / 2, `no word is left alone: ${lengths.map(Math.round).join(", ")} mm`);
        isShort(ruleUnder(plan, titles.at(-1)!, "KH"), titles.at(-1)!, "KH: the rule under the last line of the subject");
    });

    test("an issuing body of any name has its head on the page, a superior in upright letters above it (Phụ lục I ô số 2)", async () => {
        assert.ok(bodies.some(({ parent_line }) => parent_line) || bodies.length > 1);
        for (const body of bodies.filter(({ party }) => !party)) {
            const paper = await measured(kindOf("KH"), { body: body.id, signer: null });
            // a name too long for its column stands on two lines
            const onThePage = (name: string) => (paper.lines.some((line) => line.text === name) ? [name] : paper.lines.map((line) => line.text).filter((line, at, all) => name === `${line} ${all[at + 1]}` || name === `${all[at - 1]} ${line}`));
            const lines = body.heading_lines.split("\n").flatMap(onThePage);
            const parents = body.parent_line ? body.parent_line.split("\n").flatMap(onThePage) : [];
            for (const line of [...parents, ...lines]) assert.ok(!line.startsWith("-"), `«${line}» begins with a dash`);
            assert.equal([...parents, ...lines].join(" "), [body.parent_line, body.heading_lines].filter(Boolean).join(" ").replaceAll("\n", " "), "all of the name stands there");
            const small = Math.round(find(paper, lines[0]!, body.name).size) === 12;
            keepsItsMargins(paper, body.name);
            hasItsHead(paper, `KH ${body.name}`, lines, parents, small ? { left: 30 + 74 / 2, right: 104 + 91 / 2 } : heads);
        }
    });

    test("an issued document has its number and its day in the places that the draft left for them (Phụ lục I II.3, II.4)", async () => {
        const { id } = await drafted(kindOf("KH"));
        await author.post("/api/outgoing/{id}/submit", { id, commenters: [] });
        await (await server.as("chutich")).post("/api/outgoing/{id}/approve", { id, authority: "tm" });
        const clerk = await server.as("vanthu");
        const numbered = await clerk.post("/api/outgoing/{id}/number", { id });
        const before = numbered.versions[0]!.file.id;
        let stamped = numbered;
        await until(async () => (stamped = await author.get("/api/outgoing/{id}", { id })).versions[0]!.file.id !== before || stamped.versions.length > numbered.versions.length, "number and day in the file", 60);
        const paper = await paperOf(await pdfOf(stamped.versions[0]!.file.id));
        keepsItsMargins(paper, "KH");
        hasItsHead(paper, "KH", ["ỦY BAN NHÂN DÂN", "XÃ PHỔ MẪU"]);
        find(paper, `Số: ${String(numbered.number).padStart(2, "0")}/KH-UBND`, "KH");
        find(paper, "Phổ Mẫu, ngày 04 tháng 5 năm 2022", "KH");
        assert.equal(numbered.issued_on, today);
    });

    test("pages after the first bear their number in the middle of the top margin (Phụ lục I I.6)", async () => {
        const many = Array.from({ length: 120 }, (_, index) => ({ style: "paragraph" as const, text: `Đoạn ${index + 1} của kế hoạch.` }));
        const paper = await measured(kindOf("KH"), { text: many, with_address: true });
        assert.ok(paper.sheets.length > 2, "the plan has three pages");
        for (let sheet = 1; sheet <= paper.sheets.length; ++sheet) {
            const above = paper.lines.filter((line) => line.page === sheet && line.top < page.top - tolerance);
            assert.deepEqual(above.map((line) => line.text), sheet === 1 ? [] : [String(sheet)], `page ${sheet}`);
            for (const number of above) {
                looksLike(number, types.page_number, "the page's number");
                near(middle(number), centre, "the page's number");
            }
            for (const word of paper.words.filter((one) => one.page === sheet && one.text !== String(sheet)))
                assert.ok(word.top >= page.top - tolerance && word.bottom <= page.bottom + tolerance, `page ${sheet}: «${word.text}» stands in a margin`);
            const last = Math.max(...paper.words.filter((one) => one.page === sheet).map(({ bottom }) => bottom));
            if (sheet > 1 && sheet < paper.sheets.length) assert.ok(last > page.bottom - 9, `page ${sheet} is filled down to ${last.toFixed(0)} mm`);
        }
    });

    test("the agency's address stands at the foot of the first page, under a rule across it (Phụ lục I ô số 13)", async () => {
        const paper = await measured(kindOf("CV"), { with_address: true });
        assert.equal(paper.sheets.length, 1);
        keepsItsMargins(paper, "CV");
        const lines = paper.lines.filter((line) => /^(Địa chỉ|Điện thoại|Email): /.test(line.text));
        assert.ok(lines.length > 0);
        for (const line of lines) looksLike(line, types.address, "ô số 13");
        near(Math.max(...lines.map(({ bottom }) => bottom)), page.bottom, "its last line stands on the bottom margin", 2);
        const rule = paper.strokes.find((one) => isLevel(one) && one.top > 230 && one.top < lines[0]!.top + tolerance);
        assert.ok(rule, "a rule above it");
        near(rule.left, page.left, "the rule");
        near(rule.right, page.right, "the rule");
    });

    // The four sides of a frame around a line, as wide and as high as they are.
    function frameOf(paper: Paper, around: Line): Stroke & { width: number; height: number } {
        const sides = paper.strokes.filter((one) => one.page === around.page && one.top < around.bottom + 6 && one.bottom > around.top - 6);
        const upright = sides.filter((one) => isUpright(one) && one.top < middleHeight(around) && one.bottom > middleHeight(around)).sort((a, b) => a.left - b.left);
        const left = upright.filter((one) => one.left < around.left).at(-1) ?? assert.fail(`«${around.text}» has no left side: ${JSON.stringify(sides)}`);
        const right = upright.find((one) => one.left > around.right) ?? assert.fail(`«${around.text}» has no right side`);
        const level = sides.filter((one) => isLevel(one) && one.left < around.left && one.right > around.right).sort((a, b) => a.top - b.top);
        assert.equal(level.length, 2, `«${around.text}» has one line above and one below: a single frame`);
        const box = { left: left.left, right: right.right, top: level[0]!.top, bottom: level[1]!.bottom };
        return { ...box, page: around.page, colour: left.colour, width: length(box), height: box.bottom - box.top };
    }
    const middleHeight = ({ top, bottom }: Box) => (top + bottom) / 2;

    const marks: [Urgency, string, number][] = [
        ["urgent", "KHẨN", 20],
        ["very_urgent", "THƯỢNG KHẨN", 40],
        ["express", "HỎA TỐC", 30],
    ];
    for (const [urgency, words, width] of marks)
        test(`${words} stands under the number in a red frame of ${width} × 8 mm (Phụ lục I ô số 10b)`, async () => {
            for (const code of ["CV", "KH"]) {
                const paper = await measured(kindOf(code), { urgency });
                const mark = find(paper, words, code);
                looksLike(mark, types.urgency, `${code}, ô số 10b`);
                near(middle(mark), heads.left, words);
                assert.ok(mark.top > find(paper, code === "CV" ? /^V\/v / : /^Số: /, code).bottom - 1, "under ô số 3, 5b");
                const frame = frameOf(paper, mark);
                assert.equal(frame.colour, "#ff0000", "its frame is red");
                near(frame.width, width, `${words}: its width`, 0.5);
                near(frame.height, 8, `${words}: its height`, 0.5);
                near(middle(frame), middle(mark), `${words}: in the middle of its frame`);
                near(middleHeight(frame), middleHeight(mark), `${words}: in the middle of its frame`);
                keepsItsMargins(paper, code);
            }
        });

    test("circulation stands in a frame over all, in the middle of the page (Phụ lục I ô số 11)", async () => {
        for (const [circulation, words] of [["return_after", "XEM XONG TRẢ LẠI"], ["inside_only", "LƯU HÀNH NỘI BỘ"]] as const) {
            const paper = await measured(kindOf("TB"), { circulation });
            const mark = find(paper, words, "TB");
            looksLike(mark, types.circulation, "ô số 11");
            near(middle(mark), centre, words);
            const frame = frameOf(paper, mark);
            near(middle(frame), centre, `${words}: its frame`);
            assert.ok(frame.bottom < find(paper, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TB").top, "it stands over ô số 1");
            keepsItsMargins(paper, "TB");
        }
    });
});

describe("the registers of the decree, in millimetres (Phụ lục IV)", () => {
    const sheet = { width: 297, height: 210, left: 30, right: 282, top: 20, bottom: 190 };
    let server: Server;
    let clerk: Client;
    before(async () => {
        server = await startServer();
        clerk = await server.as("vanthu");
    });
    after(() => server?.close());

    // A cover in a frame, then the table: its columns between upright rules, the same on every page.
    function isRegister(paper: Paper, title: string, columns: string[], period: string, numbered = true): void {
        assert.ok(paper.sheets.length >= 2, `${title}: a cover and a page`);
        for (const { width, height } of paper.sheets) {
            near(width, sheet.width, `${title}: A4 across`, 0.2);
            near(height, sheet.height, `${title}: A4 across`, 0.2);
        }
        const cover = paper.lines.filter((line) => line.page === 1);
        const at = (wanted: RegExp) => cover.find((line) => wanted.test(line.text)) ?? assert.fail(`${title}: ${wanted} is not on the cover: ${cover.map((line) => line.text).join(" / ")}`);
        const name = at(new RegExp(`^${title}$`));
        assert.ok(name.bold && name.size > 20, `${title}: in large bold letters`);
        const year = at(new RegExp(`^${period}$`));
        for (const line of [name, year, at(/^Từ ngày \d\d\/\d\d\/\d{4} đến ngày \d\d\/\d\d\/\d{4}$/), ...(numbered ? [at(/^Từ số \d+ đến số \d+$|^Chưa có số nào$/)] : []), at(/^Quyển số: …/)]) near(middle(line), (sheet.left + sheet.right) / 2, `${title}: «${line.text}»`);
        assert.ok(cover.some((line) => line.bold && line.top < name.top && line.text === line.text.toUpperCase()), `${title}: the agency over it`);
        const frame = paper.strokes.filter((one) => one.page === 1 && (isLevel(one) ? length(one) > 200 : one.bottom - one.top > 150));
        assert.equal(frame.length, 4, `${title}: the cover's frame`);

        for (let page = 2; page <= paper.sheets.length; ++page) {
            const own = paper.words.filter((one) => one.page === page);
            assert.ok(own.some((_, index) => own[index]?.text === "Trang" && own[index + 1]?.text === String(page - 1)), `${title}: page ${page - 1} says so`);
            assert.ok(own.some((one) => one.text === "congso"), `${title}: page ${page - 1} is marked as printed from the system`);
            for (const word of own) assert.ok(word.left >= sheet.left - tolerance && word.right <= sheet.right + tolerance && word.top > 10 && word.bottom < 205, `${title}: «${word.text}» leaves the page's column`);
            const rules = rulesOf(paper, page);
            if (rules.length === 0) continue; // of the pages between, or only what closes the book
            assert.equal(rules.length, columns.length + 1, `${title}: the rules of page ${page - 1}`);
            near(rules[0]!, sheet.left, `${title}: the table begins`);
            near(rules.at(-1)!, sheet.right, `${title}: the table ends`);
            const table = columnsOf(paper, page);
            for (const [column, { words }] of table.entries())
                for (const word of words) {
                    assert.ok(word.left >= rules[column]! - 0.1 && word.right <= rules[column + 1]! + 0.1, `${title}: «${word.text}» leaves its column`);
                    assert.ok(word.bottom < sheet.bottom + tolerance, `${title}: the table keeps the bottom margin`);
                }
            assert.deepEqual(table.map(({ head }) => head), columns, `${title}, page ${page - 1}`);
        }
    }

    test("the register of kept copies has its nine columns (Phụ lục IV, sổ sử dụng bản lưu)", async () => {
        const columns = ["Ngày tháng", "Họ tên người sử dụng", "Số, ký hiệu, ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Số và ký hiệu HS", "Ký nhận", "Ngày trả", "Người cho phép", "Ghi chú"];
        const { items } = await clerk.get("/api/kept-copies", { limit: 1 });
        assert.equal(items.length, 1, "the demo has some");
        const paper = await paperOf(await clerk.bytes("/api/kept-copies/print?year=2022"));
        isRegister(paper, "SỔ SỬ DỤNG BẢN LƯU", columns, "Năm: 2022", false);
        const symbol = items[0]!.symbol.slice(0, items[0]!.symbol.indexOf("-"));
        assert.ok(paper.words.some((word) => word.page === 2 && word.text.startsWith(symbol)), `${symbol} stands in it`);
    });

    test("every book prints every register it has, from its cover to its last page (Phụ lục IV)", async (each) => {
        const { items } = await clerk.get("/api/books", {});
        assert.ok(items.some(({ direction }) => direction === "incoming") && items.some(({ direction }) => direction === "outgoing"));
        for (const book of items) {
            const periods = (await clerk.get("/api/books/{book}/periods", { book: book.id })).items;
            for (const [form, { title, columns }] of Object.entries(registers[book.direction]))
                for (const { period, starts_on, ends_on } of periods.slice(0, 2))
                    await each.test(`${book.name} ${period}: ${title}`, async () => {
                        const pdf = await clerk.bytes(`/api/books/${book.id}/print?period=${period}&form=${form}`);
                        const first_and_last = (page: number, of: number) => page <= 3 || page >= of - 1;
                        isRegister(await paperOf(pdf, first_and_last), title, columns, book.period_kind === "year" ? `Năm: ${period}` : `Nhiệm kỳ: ${starts_on?.slice(0, 4)} - ${ends_on?.slice(0, 4)}`);
                    });
        }
    });
});
