// What is printed of the books, over HTTP: PDFs whose text is read back by poppler.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, refused } from "./client.ts";
import { paperOf, textOf } from "./paper.ts";
import { incomingEntry, onEngines, pdf, today } from "./samples.ts";

async function printed(client: Client, path: string): Promise<{ text: string; name: string; bytes: Buffer }> {
    const answer = await client.raw("GET", path, {});
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), "application/pdf");
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { text: textOf(bytes), name: answer.headers.get("content-disposition") ?? "", bytes };
}

// What of a number and symbol stands on one line of a narrow column.
const mark = (document: { origin_number: string }) => document.origin_number.split("/")[0] ?? "";

onEngines("registers", (server) => {
    const clerk = () => server().as("vanthu");

    async function refusal(client: Client, path: string): Promise<[number, string]> {
        const answer = await client.raw("GET", path, {});
        const problem = (await answer.json()) as { code: string; faults?: { path: string; code: string }[] };
        return [answer.status, problem.faults?.[0] ? `${problem.faults[0].path} ${problem.faults[0].code}` : problem.code];
    }

    test("the day sheet has the day's documents, who printed it and the code of a checkpoint (Điều 16, 22)", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry());
        const sheet = await printed(desk, `/api/books/${document.book}/day-sheet?day=${today}`);
        assert.ok(sheet.text.includes(mark(document)), sheet.text);
        assert.match(sheet.text, /PHIẾU NGÀY 04\/05\/2022/);
        assert.match(sheet.text, /Mã điểm kiểm nhật ký: \w{4}-\w{4}-\w{4}/);
        const me = await desk.get("/api/me", {});
        assert.ok(sheet.text.includes(`In từ congso bởi ${me.full_name} lúc`), sheet.text);
        assert.match(sheet.name, /^inline; filename=/);
    });

    test("a wrong day or book is told by its field, and readers of single documents are refused", async () => {
        const desk = await clerk();
        const [book] = (await desk.get("/api/books", {})).items.filter((one) => one.direction === "incoming");
        assert.ok(book);
        assert.deepEqual(await refusal(desk, `/api/books/${book.id}/day-sheet?day=2022-05-05`), [400, "/day future"]);
        assert.deepEqual(await refusal(desk, `/api/books/${book.id}/day-sheet?day=4-5-2022`), [400, "/day date"]);
        assert.deepEqual(await refusal(desk, `/api/books/${book.id}/print?period=1950`), [400, "/period unknown"]);
        assert.deepEqual(await refusal(desk, `/api/books/${book.id}/print?period=2022&form=post`), [400, "/form other_book"]);
        assert.deepEqual(await refusal(desk, "/api/books/01890000-0000-7000-8000-000000000000/day-sheet"), [404, "not_found"]);
        assert.deepEqual(await refusal(await server().as("tuphap"), `/api/books/${book.id}/day-sheet`), [403, "forbidden"]);
        assert.deepEqual(await refusal(await server().as("thixa.vanthu"), `/api/books/${book.id}/print?period=2022`), [404, "not_found"]);
    });

    test("a year of the book prints with its cover and every number (Phụ lục IV)", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry());
        const book = await printed(desk, `/api/books/${document.book}/print?period=2022`);
        assert.match(book.text, /SỔ ĐĂNG KÝ VĂN BẢN ĐẾN/);
        assert.match(book.text, new RegExp(`Từ số 01 đến số ${document.arrival_number}`));
        assert.ok(book.text.includes(mark(document)));
        const month = await printed(desk, `/api/books/${document.book}/print?period=2022&from=2022-01-01&to=2022-01-31&form=handling`);
        assert.match(month.text, /SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN/);
        assert.ok(!month.text.includes(mark(document)));
    });

    test("the stamp covers no word of the sample's documents, and stands in the upper half of the page (Phụ lục IV)", async () => {
        const desk = await clerk();
        const rows = (await desk.get("/api/incoming", { state: "done", limit: 40 })).items;
        let looked = 0;
        for (const { id } of rows) {
            if (looked === 15) break;
            const view = await desk.get("/api/incoming/{id}", { id });
            if (!view.files.some(({ main }) => main)) continue;
            const { words } = await paperOf(await desk.bytes(`/api/incoming/${id}/print-copy`), () => false);
            const first = words.filter(({ page }) => page === 1);
            const mark = first.find(({ text }) => text === "ĐẾN");
            assert.ok(mark, view.origin_number);
            // «ĐẾN» stands in the middle of the first 15 mm, between 8 and 21 mm below the upper edge
            const left = (mark.left + mark.right) / 2 - 7.5;
            const top = (mark.top + mark.bottom) / 2 - 14.5;
            const own = `UBND XÃ PHỔ MẪU ĐẾN Số: ${String(view.arrival_number).padStart(2, "0")} Ngày: ${(view.arrived_on ?? "").split("-").reverse().join("/")} Chuyển: ${view.lead_name || "…………………"} Số và ký hiệu HS: ……………`.split(" ");
            const inside = first.filter((word) => word.left < left + 50 && word.right > left && word.top < top + 35 && word.bottom > top).map(({ text }) => text);
            assert.deepEqual(inside.filter((text) => !own.includes(text)), [], view.origin_number);
            assert.ok(top > 4 && top + 35 < 149, `${view.origin_number}: ${top} mm from the upper edge`);
            ++looked;
        }
        assert.ok(looked >= 10, String(looked));
    });

    test("a document prints with the stamp, and its slip; its file stays as it came (Phụ lục IV)", async () => {
        const desk = await clerk();
        const bytes = pdf("Ke hoach kiem tra");
        const file = await desk.upload("ke hoach.pdf", bytes);
        const document = await desk.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const copy = await printed(desk, `/api/incoming/${document.id}/print-copy`);
        assert.match(copy.text, /ĐẾN/);
        assert.match(copy.text, new RegExp(`Số: ${document.arrival_number}`));
        assert.match(copy.text, /Ke hoach kiem tra/);
        assert.match(copy.text, /In từ congso bởi/);
        const kept = await desk.raw("GET", `/api/files/${file.id}`, {});
        assert.deepEqual(Buffer.from(await kept.arrayBuffer()), bytes);
        const slip = await printed(desk, `/api/incoming/${document.id}/slip`);
        assert.match(slip.text, /PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN/);
        assert.ok(slip.text.includes(mark(document)));
        assert.deepEqual(await refusal(await server().as("diachinh"), `/api/incoming/${document.id}/slip`), [404, "not_found"]);
    });

    test("an issued document prints with the mark of the print (Phụ lục VI)", async () => {
        const desk = await clerk();
        const issued = (await desk.get("/api/outgoing", { state: "issued", limit: 50 })).items;
        for (const row of issued) {
            const view = await desk.get("/api/outgoing/{id}", { id: row.id });
            if (view.issued_file?.media_type !== "application/pdf") continue;
            const copy = await printed(desk, `/api/outgoing/${row.id}/print-copy`);
            assert.match(copy.text, /In từ congso bởi/);
            return;
        }
        assert.fail("the demo has an issued PDF");
    });

    test("a term of a book opens, closes and numbers no more (Điều 15)", async () => {
        const desk = await clerk();
        const body = (await desk.get("/api/bodies", {})).items[0];
        assert.ok(body);
        const name = "Hợp đồng";
        const book = await desk.post("/api/books", { direction: "outgoing", body: body.id, name, kinds: ["HĐ"], period_kind: "term" });
        const opened = await desk.post("/api/books/{book}/periods", { book: book.id, period: 2020, starts_on: "2020-06-01", ends_on: "2022-05-04", first_number: 12 });
        assert.deepEqual([opened.first_number, opened.last_number], [12, 11]);
        const line = await desk.post("/api/books/{book}/reserve", { book: book.id, reason: "chờ ký" });
        assert.equal(line.number, 12);
        const early = await refused(desk.post("/api/books/{book}/close", { book: book.id, period: 2020 }));
        assert.deepEqual([early.status, early.code], [409, "period.reserved"]);
        await desk.post("/api/books/{book}/void", { book: book.id, period: 2020, number: 12, reason: "không dùng" });
        const closed = await desk.post("/api/books/{book}/close", { book: book.id, period: 2020 });
        assert.ok(closed.closed && closed.closed_by_name);
        const late = await refused(desk.post("/api/books/{book}/reserve", { book: book.id, reason: "chờ ký" }));
        assert.deepEqual([late.status, late.code], [409, "book.closed"]);
        const print = await printed(desk, `/api/books/${book.id}/print?period=2020`);
        assert.match(print.text, /Nhiệm kỳ: 2020 - 2022/);
        assert.match(print.text, /Hủy số: không dùng/);
        assert.match(print.text, /Đã khóa sổ ngày 04\/05\/2022 với 1 số/);
    });
});
