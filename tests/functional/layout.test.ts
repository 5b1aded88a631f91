// The pages of the decree's 29 kinds, measured: what a draft becomes in Word is made a PDF by the converter, and where its words
// stand is compared with Appendix I in millimetres.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import type { Draft, Kind } from "../../web/src/api/types.ts";
import type { Client } from "./client.ts";
import { draftEntry } from "./samples.ts";
import { startServer, until, type Server } from "./server.ts";

interface Word {
    page: number;
    left: number;
    top: number;
    right: number;
    bottom: number;
    text: string;
}
interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
}

const tolerance = 1; // mm
const point = 25.4 / 72;
// Appendix I I.2 and the columns that our frame chooses within it
const page = { width: 210, height: 297, top: 20, bottom: 277, left: 30, right: 195 };
const wideHead = { middle: 30 + 66 / 2, right: 96 + 99 / 2 }; // of names up to 66 mm
const bodyRight = 105 + 90 / 2; // the signer's column
const letterHeight = 1.107; // of a line of Times metrics, as Poppler boxes it, for each point of its size

const near = (found: number, wanted: number, what: string, allowed = tolerance) => assert.ok(Math.abs(found - wanted) <= allowed, `${what}: ${found.toFixed(2)} mm and not ${wanted.toFixed(2)}`);

async function wordsOf(client: Client, id: string): Promise<Word[]> {
    const folder = await mkdtemp(join(tmpdir(), "layout-"));
    try {
        await until(async () => {
            const answer = await client.raw("GET", `/api/files/${id}/preview`, {});
            if (answer.status !== 200) return assert.equal(answer.status, 202), false;
            await writeFile(join(folder, "page.pdf"), Buffer.from(await answer.arrayBuffer()));
            return true;
        }, "the page");
        const { stdout } = await promisify(execFile)("pdftotext", ["-bbox", join(folder, "page.pdf"), "-"], { maxBuffer: 32 << 20 });
        let number = 0;
        const words: Word[] = [];
        for (const line of stdout.split("\n")) {
            const sheet = line.match(/<page width="([\d.]+)" height="([\d.]+)"/);
            if (sheet) {
                ++number;
                near(Number(sheet[1]) * point, page.width, "the page's width", 0.2);
                near(Number(sheet[2]) * point, page.height, "the page's height", 0.2);
            }
            const word = line.match(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/);
            if (!word) continue;
            const [left = 0, top = 0, right = 0, bottom = 0] = word.slice(1, 5).map((value) => Number(value) * point);
            words.push({ page: number, left, top, right, bottom, text: (word[5] ?? "").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">") });
        }
        return words;
    } finally {
        await rm(folder, { recursive: true });
    }
}

// Where these words stand one behind the other, on one line.
function place(words: Word[], text: string): Box | undefined {
    const wanted = text.split(" ");
    for (let at = 0; at + wanted.length <= words.length; ++at) {
        const found = words.slice(at, at + wanted.length);
        if (!found.every((word, index) => word.text === wanted[index] || (index === wanted.length - 1 && word.text.replace(/[;:.,]+$/, "") === wanted[index]))) continue;
        if (Math.max(...found.map(({ top }) => top)) - Math.min(...found.map(({ top }) => top)) > 2) continue;
        return { left: found[0]!.left, top: Math.min(...found.map(({ top }) => top)), right: found.at(-1)!.right, bottom: Math.max(...found.map(({ bottom }) => bottom)) };
    }
    return undefined;
}

const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;

describe("the layout of the decree, in millimetres (Phụ lục I)", () => {
    let server: Server;
    let author: Client;
    let kinds: Kind[];
    before(async () => {
        server = await startServer();
        author = await server.as("tuphap");
        kinds = (await author.get("/api/kinds", {})).items.filter((kind) => kind.outgoing);
    });
    after(() => server?.close());

    async function measured(kind: Kind, values: Partial<Draft> = {}): Promise<Word[]> {
        const addressee = { kind: "outside" as const, target: null, name: "UBND thị xã Đức Mẫu", mark: "bc", addressee: true, delivered_at: 0, read_at: 0 };
        const entry = await draftEntry(author, {
            kind: kind.code,
            subject: "Kết quả thực hiện phong trào thi đua",
            recipients: [addressee],
            details: (kind.fields ?? []).map(({ name, label }) => ({ name, text: `Nội dung ${label}` })),
            ...(kind.validity && { valid_until: "2022-12-31" }),
            ...values,
        });
        const view = await author.post("/api/outgoing", entry);
        return wordsOf(author, view.versions[0]!.file.id);
    }
    const find = (words: Word[], text: string, code: string): Box => {
        const found = place(words, text);
        assert.ok(found, `${code}: «${text}» is not on the page`);
        return found;
    };

    test("every one of the 29 kinds keeps the margins and the places of its boxes (Phụ lục I, Phụ lục III)", async () => {
        assert.equal(kinds.length, 29);
        for (const kind of kinds) {
            const { code } = kind;
            const words = await measured(kind);
            for (const word of words) {
                assert.ok(word.left >= page.left - tolerance && word.right <= page.right + tolerance, `${code}: «${word.text}» leaves the column`);
                assert.ok(word.bottom <= page.bottom + tolerance, `${code}: «${word.text}» stands in the bottom margin`);
            }
            const nation = find(words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", code); // box 1
            near(nation.top, page.top, `${code}: the first line`, 1.5);
            near(middle(nation), wideHead.right, `${code}: Quốc hiệu`);
            near(nation.bottom - nation.top, 13 * letterHeight * point, `${code}: the size of Quốc hiệu`, 0.35);
            const motto = find(words, "Độc lập - Tự do - Hạnh phúc", code);
            near(middle(motto), wideHead.right, `${code}: Tiêu ngữ`);
            near(motto.bottom - motto.top, 14 * letterHeight * point, `${code}: the size of Tiêu ngữ`, 0.35);
            near(middle(find(words, "ỦY BAN NHÂN DÂN", code)), wideHead.middle, `${code}: the agency`); // box 2
            const place = words.filter(({ text, page: on }) => on === 1 && text === "Số:")[0];
            if (code === "TCg") assert.equal(place, undefined, "thư công has no number");
            if (place) {
                const symbol = words.find((word) => word.page === 1 && Math.abs(word.top - place.top) < 1 && word.left > place.left && word.right < 96 + tolerance);
                assert.ok(symbol, `${code}: the symbol`);
                near((place.left + symbol.right) / 2, wideHead.middle, `${code}: the number`, 1.5); // box 3; the room for the number is white
                const date = words.find(({ text, left, page: on }) => on === 1 && text === "ngày" && left > 96);
                if (code === "BB") assert.ok(!date || date.top > place.bottom, "minutes have no line for the date");
                else if (date) near(date.bottom, place.bottom, `${code}: number and date stand on one row`, 1); // box 4
            }
            const list = find(words, "Nơi nhận:", code); // box 9b
            near(list.left, page.left, `${code}: Nơi nhận`);
            near(list.bottom - list.top, 12 * letterHeight * point, `${code}: the size of Nơi nhận`, 0.35);
            const signer = place_of_signer(words, code);
            if (signer.single) {
                near(middle(signer.box), bodyRight, `${code}: the signer's position`); // box 7a
                near(list.top, signer.box.top, `${code}: Nơi nhận is level with the signer`, 1.2);
            }
            if (kind.name.toUpperCase() && !["CV", "TCg"].includes(code)) near(middle(find(words, kind.name.toUpperCase(), code)), 112.5, `${code}: the title`); // box 5a
        }
    });

    function place_of_signer(words: Word[], code: string): { box: Box; single: boolean } {
        const two = ["BB", "HĐ", "BTT", "BGN"].includes(code);
        if (two) return { box: find(words, code === "BB" ? "CHỦ TỌA" : "ĐẠI DIỆN BÊN A", code), single: false };
        return { box: find(words, "TM. ỦY BAN NHÂN DÂN", code), single: true };
    }

    test("pages after the first bear their number in the middle of the top margin (Phụ lục I.I.6)", async () => {
        const kind = kinds.find(({ code }) => code === "KH");
        assert.ok(kind);
        const long = Array.from({ length: 60 }, (_, index) => ({ style: "paragraph" as const, text: `Đoạn ${index + 1}: các bộ phận chuyên môn phối hợp với các thôn tổ chức thực hiện và báo cáo kết quả về Ủy ban nhân dân xã theo quy định.` }));
        const words = await measured(kind, { text: long });
        assert.ok(words.some((word) => word.page === 2), "the plan has a second page");
        assert.ok(!words.some((word) => word.page === 1 && word.bottom < page.top - 2), "the first page has no number");
        const number = words.find((word) => word.page === 2 && word.text === "2" && word.bottom <= page.top + tolerance);
        assert.ok(number, "the second page has its number");
        near(middle(number), 112.5, "the page's number");
        for (const word of words.filter((one) => one.page === 2 && one !== number)) assert.ok(word.top >= page.top - tolerance, `«${word.text}» stands in the top margin`);
    });

    test("urgency stands under the number in its red frame, and the circulation mark over all (Phụ lục I ô số 10b, 11)", async () => {
        const kind = kinds.find(({ code }) => code === "CV");
        assert.ok(kind);
        const words = await measured(kind, { urgency: "express", circulation: "return_after" });
        const mark = find(words, "HỎA TỐC", "CV");
        near(middle(mark), wideHead.middle, "HỎA TỐC");
        const over = find(words, "XEM XONG TRẢ LẠI", "CV");
        near(middle(over), 112.5, "XEM XONG TRẢ LẠI");
        assert.ok(over.bottom < find(words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CV").top, "it stands over box 1");
    });
});
