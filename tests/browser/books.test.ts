// The clerk at the books: the day sheet is opened from the list and read; lists leave as spreadsheets; a number is reserved and voided; a
// wrong registration is put right.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Client } from "../functional/client.ts";
import { textOf } from "../functional/paper.ts";
import { incomingEntry } from "../functional/samples.ts";
import { inBrowser } from "./browser.ts";

inBrowser("books", (server, open) => {
    let clerk: Client;
    before(async () => {
        clerk = await server().as("vanthu");
    });

    test("«In phiếu ngày» leads to the day's sheet with the code of a checkpoint (Điều 22)", async () => {
        const document = await clerk.post("/api/incoming", incomingEntry());
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming");
        await desk.press(page.getByRole("button", { name: "In phiếu ngày" }));
        const link = page.getByRole("link", { name: "Mở phiếu" });
        await desk.picture("books-day-sheet");
        const address = await link.getAttribute("href");
        assert.ok(address);
        const text = textOf(await clerk.bytes(address));
        assert.ok(text.includes(document.origin_number.split("/")[0] ?? ""), text);
        assert.match(text, /Mã điểm kiểm nhật ký: \w{4}-\w{4}-\w{4}/);
        await desk.close();
    });

    test("every list leaves as XLSX from its page (Phụ lục VI)", async () => {
        const from = async (client: Client, pages: [path: string, file: RegExp][]) => {
            const desk = await open({ as: client });
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
            ["/copies", /^Bản sao\.xlsx$/],
            ["/books/kept-copies", /^Sổ sử dụng bản lưu 2022\.xlsx$/],
        ]);
        await from(await server().as("quantri"), [
            ["/admin/people", /^Cán bộ\.xlsx$/],
            ["/admin/office/units", /^Đơn vị\.xlsx$/],
            ["/admin/office/bodies", /^Cơ quan ban hành\.xlsx$/],
            ["/admin/office/posts", /^Chức vụ\.xlsx$/],
            ["/admin/office/agencies", /^Cơ quan\.xlsx$/],
            ["/admin/office/groups", /^Nhóm nơi nhận\.xlsx$/],
            ["/admin/office/mandates", /^Ủy quyền\.xlsx$/],
            ["/admin/office/roles", /^Vai trò\.xlsx$/],
            ["/admin/calendar", /^Lịch làm việc 2022\.xlsx$/],
            ["/admin/access", /^Nhật ký truy cập\.xlsx$/],
            ["/admin/audit", /^Nhật ký hệ thống\.xlsx$/],
        ]);
    });

    test("a number is reserved with a reason, and voided: its line stays, struck through", async () => {
        const desk = await open({ as: clerk });
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

    test("a wrong registration is put right on the page; before and after stand beside the document", async () => {
        const document = await clerk.post("/api/incoming", incomingEntry());
        const desk = await open({ as: clerk });
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
