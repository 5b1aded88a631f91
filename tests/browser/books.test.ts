// The clerk at the books: the day sheet is opened from the list and read; a number is reserved and voided; an office that joins on
// 10 May brings 214 past entries and goes on at 215; a wrong registration is put right.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import type { Client } from "../functional/client.ts";
import { incomingEntry } from "../functional/samples.ts";
import { startServer, type Server } from "../functional/server.ts";
import { Browser } from "./browser.ts";

async function textOf(client: Client, path: string): Promise<string> {
    const answer = await client.raw("GET", path, {});
    assert.equal(answer.status, 200);
    const folder = await mkdtemp(join(tmpdir(), "congso-sheet-"));
    try {
        await writeFile(join(folder, "a.pdf"), Buffer.from(await answer.arrayBuffer()));
        const { stdout } = await promisify(execFile)("pdftotext", ["-layout", join(folder, "a.pdf"), "-"]);
        return stdout.replace(/\s+/g, " ");
    } finally {
        await rm(folder, { recursive: true });
    }
}

describe("books", () => {
    let server: Server;
    let browser: Browser;
    let clerk: Client;
    before(async () => {
        server = await startServer();
        browser = await Browser.launch();
        clerk = await server.as("vanthu");
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    test("«In phiếu ngày» leads to the day's sheet with the code of a checkpoint (Điều 22)", async () => {
        const document = await clerk.post("/api/incoming", incomingEntry());
        const desk = await browser.open(server.url, { as: clerk });
        const { page } = desk;
        await page.goto("/incoming");
        await desk.press(page.getByRole("button", { name: "In phiếu ngày" }));
        const link = page.getByRole("link", { name: "Mở phiếu" });
        await desk.picture("books-day-sheet");
        const address = await link.getAttribute("href");
        assert.ok(address);
        const text = await textOf(clerk, address);
        assert.ok(text.includes(document.origin_number.split("/")[0] ?? ""), text);
        assert.match(text, /Mã điểm kiểm nhật ký: \w{4}-\w{4}-\w{4}/);
        await desk.close();
    });

    test("every list leaves as XLSX from its page (Phụ lục VI)", async () => {
        const from = async (client: Client, pages: [path: string, file: RegExp][]) => {
            const desk = await browser.open(server.url, { as: client });
            for (const [path, file] of pages) {
                await desk.page.goto(path);
                const taken = desk.page.waitForEvent("download");
                await desk.press(desk.page.getByRole("link", { name: "Xuất XLSX" }));
                assert.match((await taken).suggestedFilename(), file, path);
            }
            await desk.close();
        };
        await from(clerk, [
            ["/", /^Việc của tôi\.xlsx$/],
            ["/incoming/envelopes", /^Bì gửi đích danh\.xlsx$/],
            ["/work-dossiers", /^Hồ sơ công việc\.xlsx$/],
            ["/books/kept-copies", /^Sổ sử dụng bản lưu 2022\.xlsx$/],
        ]);
        await from(await server.as("quantri"), [
            ["/admin/people", /^Cán bộ\.xlsx$/],
            ["/admin/office/units", /^Đơn vị\.xlsx$/],
            ["/admin/office/bodies", /^Cơ quan ban hành\.xlsx$/],
            ["/admin/office/posts", /^Chức vụ\.xlsx$/],
            ["/admin/office/agencies", /^Cơ quan\.xlsx$/],
        ]);
    });

    test("a number is reserved with a reason, and voided: its line stays, struck through", async () => {
        const desk = await browser.open(server.url, { as: clerk });
        const { page } = desk;
        await page.goto("/books");
        await desk.press(page.getByRole("button", { name: "Giữ số" }));
        await page.getByLabel("Lý do").fill("chờ bản gốc");
        await desk.press(page.getByRole("dialog").getByRole("button", { name: "Giữ số" }));
        await page.getByText(/Đã giữ số \d+/).waitFor();
        await desk.press(page.getByRole("button", { name: /^Hủy số \d+/ }).first());
        await page.getByRole("dialog").getByLabel("Lý do").fill("không có bản gốc");
        await desk.press(page.getByRole("dialog").getByRole("button", { name: "Hủy số" }));
        const line = page.locator("tr.books-void").first();
        await line.getByText("không có bản gốc").waitFor();
        assert.equal(await line.locator("strong").evaluate((element) => getComputedStyle(element).textDecorationLine), "line-through");
        await desk.checkAccess();
        await desk.picture("books-void");
        await desk.close();
    });

    test("an office that joins on 10 May brings its past entries and continues at 215", async () => {
        const neighbour = await server.as("thixa.vanthu");
        const desk = await browser.open(server.url, { as: neighbour });
        const { page } = desk;
        const book = (await neighbour.get("/api/books", {})).items.find((one) => one.direction === "incoming");
        assert.ok(book);
        const opened = (await neighbour.get("/api/books/{book}/periods", { book: book.id })).items[0];
        const first = (opened?.period === 2022 ? opened.last_number : 0) + 1;
        const rows = Array.from({ length: 214 - first + 1 }, (_, at) => `${first + at};3/5/2022;Sở Nội vụ;${first + at}/SNV;2/5/2022;Công văn;V/v việc số ${first + at}`);
        assert.ok(rows.length > 0, `the neighbour's book stands at ${first}`);
        const table = (lines: string[]) => ({ name: "so-giay.csv", mimeType: "text/csv", buffer: Buffer.from(`Số đến;Ngày đến;Tác giả;Số, ký hiệu;Ngày tháng văn bản;Tên loại;Trích yếu\n${lines.join("\n")}`) });
        await page.goto(`/books?book=${book.id}`);
        await desk.press(page.getByRole("button", { name: "Quản lý sổ" }));
        await desk.press(page.getByRole("menuitem", { name: "Nhập sổ cũ" }));
        const input = page.locator('input[type="file"]');
        await input.setInputFiles(table([...rows.slice(0, 2), `${first + 5};3/5/2022;;x;2/5/2022;Công văn;V/v thiếu số`]));
        await page.getByText(/chỗ sai\. Chưa ghi gì/).waitFor();
        await page.getByText(/Dòng 4, cột «Tác giả»/).waitFor();
        await desk.picture("books-import-faults");
        await input.setInputFiles(table(rows));
        await page.getByText(`${rows.length} văn bản, từ số ${first} đến số 214.`).waitFor();
        await desk.checkAccess();
        await desk.picture("books-import");
        await desk.press(page.getByRole("button", { name: "Nhập tất cả" }));
        await page.getByText("Văn bản tiếp theo lấy số 215.").waitFor();
        const next = await neighbour.post("/api/incoming", incomingEntry());
        assert.equal(next.arrival_number, 215);
        await desk.close();
    });

    test("a wrong registration is put right on the page; before and after stand beside the document", async () => {
        const document = await clerk.post("/api/incoming", incomingEntry());
        const desk = await browser.open(server.url, { as: clerk });
        const { page } = desk;
        await page.goto(`/incoming/${document.id}`);
        await desk.press(page.getByRole("button", { name: "Sửa thông tin vào sổ" }).first());
        await page.getByRole("dialog").getByLabel("Số, ký hiệu").fill("99/KH-UBND");
        await page.getByRole("dialog").getByLabel("Lý do").fill("gõ nhầm");
        await desk.key("Control+Enter");
        await page.getByText("Đã sửa thông tin vào sổ").waitFor();
        await page.locator("s", { hasText: document.origin_number }).waitFor();
        await desk.picture("books-corrected");
        await desk.close();
    });
});
