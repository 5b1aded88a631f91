// Pages measured: what a draft becomes in Word is made a PDF by the converter, and where its words stand is compared with Appendix I in
// millimetres.
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
const headMiddle = 30 + 66 / 2; // of the left column, of names up to 66 mm

const near = (found: number, wanted: number, what: string, allowed = tolerance) => assert.ok(Math.abs(found - wanted) <= allowed, `${what}: ${found.toFixed(2)} mm and not ${wanted.toFixed(2)}`);

async function wordsOf(client: Client, id: string): Promise<Word[]> {
    const folder = await mkdtemp(join(tmpdir(), "layout-"));
    try {
        await until(async () => {
            const answer = await client.raw("GET", `/api/files/${id}/preview`, {});
            if (answer.status !== 200) return assert.equal(answer.status, 202), false;
            await writeFile(join(folder, "page.pdf"), Buffer.from(await answer.arrayBuffer()));
            return true;
        }, "the page", 120);
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
        near(middle(mark), headMiddle, "HỎA TỐC");
        const over = find(words, "XEM XONG TRẢ LẠI", "CV");
        near(middle(over), 112.5, "XEM XONG TRẢ LẠI");
        assert.ok(over.bottom < find(words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CV").top, "it stands over box 1");
    });
});
