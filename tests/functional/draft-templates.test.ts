import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Recipient } from "../../web/src/api/types.ts";
import type { Client } from "./client.ts";
import { refused } from "./client.ts";
import { paperOf } from "./paper.ts";
import { draftEntry, onEngines } from "./samples.ts";
import { until } from "./server.ts";

// What a new draft of each kind begins with in an agency.
onEngines("draft templates", (server) => {
    const outside = (name: string): Recipient => ({ kind: "outside", target: null, name, mark: "", addressee: false, delivered_at: 0, read_at: 0 });
    async function current(client: Client, kind: string): Promise<number> {
        return (await client.get("/api/draft-templates", {})).items.find((one) => one.kind === kind)?.version ?? 0;
    }
    async function printed(client: Client, file: string): Promise<string> {
        const folder = await mkdtemp(join(tmpdir(), "congso-template-"));
        try {
            await writeFile(join(folder, "draft.docx"), await client.bytes(`/api/files/${file}`));
            const { stdout } = await promisify(execFile)("unzip", ["-p", join(folder, "draft.docx"), "word/document.xml"], { maxBuffer: 1 << 24 });
            return stdout;
        } finally {
            await rm(folder, { recursive: true });
        }
    }

    test("what the administrator sets stands in the next draft of the kind, and every version stays (Phụ lục I)", async () => {
        const desk = await server().as("quantri");
        const version = await current(desk, "HD");
        const entry = {
            kind: "HD",
            version,
            opening: [{ style: "basis" as const, text: "Căn cứ Quy chế làm việc của Ủy ban nhân dân xã" }],
            closing: [{ style: "paragraph" as const, text: "Trong quá trình thực hiện, nếu có vướng mắc, phản ánh về Văn phòng - Thống kê" }],
            recipients: [outside("Các thôn")],
            text_style: { half_points: 26, line_percent: 150, indent_tenths_mm: 100, gap_pt: 8 },
            note: "theo Quy chế mới",
        };
        const saved = await desk.post("/api/admin/draft-templates", entry);
        assert.deepEqual([saved.version, saved.saved_by_name, saved.note], [version + 1, "Lý Minh Đức", "theo Quy chế mới"]);
        assert.equal((await refused(desk.post("/api/admin/draft-templates", entry))).code, "stale");

        const author = await server().as("tuphap");
        const view = await author.post("/api/outgoing", await draftEntry(author, { kind: "HD", text: [{ style: "paragraph", text: "Nội dung của riêng văn bản." }], from_template: true }));
        assert.deepEqual(view.text.map((one) => one.text), [entry.opening[0]!.text, "Nội dung của riêng văn bản.", entry.closing[0]!.text]);
        assert.deepEqual(view.recipients.map((one) => one.name), ["Các thôn"]);
        const xml = await printed(author, view.versions[0]!.file.id);
        for (const set of ['w:line="360"', 'w:firstLine="567"', 'w:after="160"', "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "phản ánh về Văn phòng"]) assert.ok(xml.includes(set), set);

        const again = await desk.post("/api/admin/draft-templates", { kind: "HD", version: saved.version });
        assert.deepEqual([again.version, again.opening.length, again.text_style.half_points], [saved.version + 1, 0, 28]);
        const versions = (await desk.get("/api/admin/draft-templates", { kind: "HD" })).items;
        assert.deepEqual(versions.slice(0, 2).map((one) => [one.version, one.opening.length]), [[saved.version + 1, 0], [saved.version, 1]]);
        const trail = (await desk.get("/api/audit", {})).items.filter((one) => one.action === "draft_template.changed");
        assert.ok(trail.length >= 2, "the trail tells it");
    });

    test("the margins that the agency chose within the decree's are those of the printed page (Phụ lục I)", async () => {
        const desk = await server().as("quantri");
        const author = await server().as("tuphap");
        const long = "Ủy ban nhân dân xã yêu cầu các bộ phận chuyên môn, các thôn triển khai thực hiện nghiêm túc nội dung nêu trên. ".repeat(40);
        for (const margins of [{ top_mm: 25, bottom_mm: 25, left_mm: 35, right_mm: 20 }, { top_mm: 20, bottom_mm: 20, left_mm: 30, right_mm: 15 }]) {
            const saved = await desk.post("/api/admin/draft-templates", { kind: "CTr", version: await current(desk, "CTr"), margins });
            assert.deepEqual(saved.margins, margins);
            const view = await author.post("/api/outgoing", await draftEntry(author, { kind: "CTr", subject: "Chương trình công tác", text: [{ style: "paragraph", text: long }, { style: "paragraph", text: long }], from_template: true }));
            const file = view.versions[0]!.file.id;
            let page: Buffer | undefined;
            await until(async () => {
                const answer = await author.raw("GET", `/api/files/${file}/preview`, {});
                if (answer.status === 200) page = Buffer.from(await answer.arrayBuffer());
                return page !== undefined;
            }, "the printed page", 120);
            const { words, strokes, sheets } = await paperOf(page!);
            assert.ok(sheets.length >= 2);
            const body = words.filter(({ top, page: number }) => number === 1 || top > margins.top_mm - 1); // without the number of the page, in the margin
            const left = Math.min(...body.map((word) => word.left));
            const right = Math.max(...body.map((word) => word.right));
            const close = (value: number, wanted: number, what: string) => assert.ok(Math.abs(value - wanted) < 0.7, `${what}: ${value} mm, not ${wanted}`);
            close(left, margins.left_mm, "left");
            close(210 - right, margins.right_mm, "right");
            const above = Math.min(...body.map((word) => word.top));
            assert.ok(above >= margins.top_mm - 0.5 && above < margins.top_mm + 4, `top: ${above}`);
            const below = 297 - Math.max(...body.map((word) => word.bottom));
            assert.ok(below >= margins.bottom_mm - 0.5 && below < margins.bottom_mm + 10, `bottom: ${below}`);
            // the head keeps to the margins, the nation's name on one line with its rule below the motto (Appendix I II.1)
            const nation = words.filter(({ page: number, text }) => number === 1 && ["CỘNG", "NAM"].includes(text));
            assert.equal(new Set(nation.map(({ top }) => Math.round(top))).size, 1, "on one line");
            assert.ok(strokes.every((stroke) => stroke.left >= margins.left_mm - 0.7 && stroke.right <= 210 - margins.right_mm + 0.7));
        }
    });

    test("what the decree does not leave open is refused, field by field; other roles and agencies stay out", async () => {
        const desk = await server().as("quantri");
        const version = await current(desk, "KH");
        const problem = await refused(desk.post("/api/admin/draft-templates", { kind: "KH", version, text_style: { half_points: 40, line_percent: 200, indent_tenths_mm: 5, gap_pt: 0 }, margins: { top_mm: 26, bottom_mm: 19, left_mm: 29, right_mm: 21 } }));
        assert.deepEqual(problem.faults.map((one) => `${one.path} ${one.code}`), [
            "/text_style/half_points range",
            "/text_style/line_percent range",
            "/text_style/gap_pt range",
            "/text_style/indent_tenths_mm range",
            "/margins/top_mm range",
            "/margins/bottom_mm range",
            "/margins/left_mm range",
            "/margins/right_mm range",
        ]);
        const unknown = await refused(desk.post("/api/admin/draft-templates", { kind: "NĐ", version: 0 }));
        assert.deepEqual(unknown.faults, [{ path: "/kind", code: "unknown" }]);
        const clerk = await server().as("vanthu");
        assert.equal((await refused(clerk.post("/api/admin/draft-templates", { kind: "KH", version }))).status, 403);
        assert.equal((await refused(clerk.get("/api/admin/draft-templates", { kind: "KH" }))).status, 403);
        assert.ok((await clerk.get("/api/draft-templates", {})).items.some((one) => one.kind === "QĐ"), "who drafts sees what is in force");
        assert.deepEqual((await (await server().as("thixa.vanthu")).get("/api/draft-templates", {})).items, []);
    });
});
