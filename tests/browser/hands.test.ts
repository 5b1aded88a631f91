// What hands do wrong, and what happens behind their back: faults stand on their fields and nothing typed is lost; two tabs on one
// draft; a notice from another machine; a file dropped on the page; the small acts of an officer and of the clerk.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import type { Client } from "../functional/client.ts";
import { draftEntry, incomingEntry } from "../functional/samples.ts";
import { until } from "../functional/server.ts";
import { inBrowser } from "./browser.ts";

// A file let go over the page, as the desktop of the system does it.
async function drop(page: Page, name: string, type: string, bytes: Uint8Array): Promise<void> {
    const transfer = await page.evaluateHandle(
        ({ name: file, type: media, text }) => {
            const given = new DataTransfer();
            given.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], file, { type: media }));
            return given;
        },
        { name, type, text: Buffer.from(bytes).toString("base64") },
    );
    for (const event of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("main", event, { dataTransfer: transfer });
}

const field = (page: Page, name: string) => page.locator(`form [data-field="${name}"] :is(input, textarea)`).first();

inBrowser("hands", (server, open) => {
    let clerk: Client, officer: Client, head: Client;

    before(async () => {
        [clerk, officer, head] = await Promise.all([server().as("vanthu"), server().as("vanphong"), server().as("chutich")]);
    });

    // A registered document that the head gives to the officer.
    async function assigned(): Promise<string> {
        const me = await officer.get("/api/me", {});
        const { id } = await clerk.post("/api/incoming", incomingEntry());
        const view = await clerk.get("/api/incoming/{id}", { id });
        await clerk.post("/api/incoming/{id}/submit", { id, version: view.version, to: null, proposal: { text: "", shares: [{ person: me.person, part: "lead" }], due_on: null } });
        const { version } = await head.get("/api/incoming/{id}", { id });
        await head.post("/api/incoming/{id}/assign", { id, version, accept_proposal: true });
        return id;
    }

    test("a form with empty fields names each of them and keeps what was typed, also over a reload", async () => {
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming/register/blank");
        await field(page, "origin_number").fill("12/KH-UBND");
        await field(page, "subject").fill("Kế hoạch gõ dở");
        await desk.key("Control+Enter");
        await page.locator('[data-field="issuer"]').getByText("Chưa điền ô này.").waitFor();
        await page.getByText("Có chỗ chưa đúng.").first().waitFor();
        assert.equal(await field(page, "issuer").evaluate((input) => input === document.activeElement), true, "the hand is put where something is missing");
        await desk.picture("hands-faults");
        await desk.checkAccess();
        await page.getByRole("button", { name: /Thêm: người ký/ }).click();
        await field(page, "page_count").fill("hai");
        await page.locator('[data-field="page_count"]').getByText("Phải là số nguyên.").waitFor();
        await until(() => page.evaluate(() => Object.values(localStorage).some((kept) => kept.includes('"page_count":"hai"'))), "the words to be kept");
        await page.reload();
        await page.getByText("Đã giữ chữ gõ dở từ lần trước.").waitFor();
        assert.equal(await field(page, "origin_number").inputValue(), "12/KH-UBND");
        assert.equal(await field(page, "subject").inputValue(), "Kế hoạch gõ dở");
        await desk.close();
    });

    test("a document with a secrecy level is told to stay outside, and cannot be sent", async () => {
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming/register/blank");
        await desk.press(page.getByRole("combobox", { name: "Độ mật" }));
        await desk.press(page.getByRole("option", { name: "Tối mật" }));
        await page.getByRole("alert").getByText("Văn bản Tối mật không được đưa vào hệ thống").waitFor();
        assert.equal(await page.getByRole("button", { name: "Vào sổ và trình" }).isDisabled(), true);
        await desk.picture("hands-secret");
        await desk.close();
    });

    test("a file of a wrong type is refused by name, with the way out", async () => {
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming/register/blank");
        await field(page, "subject").fill("Vẫn còn đây");
        await drop(page, "chuong-trinh.exe", "application/octet-stream", Buffer.from("MZ\0\x03\0\0\0\x04\0\0\xff\xff\0\0", "latin1"));
        await page.getByRole("status").getByText(/chuong-trinh\.exe: Loại tệp này không được nhận\. Dùng PDF, DOCX/).waitFor();
        assert.equal(await field(page, "subject").inputValue(), "Vẫn còn đây");
        await desk.close();
    });

    test("a dropped PDF fills the form; its twin in the book is shown and can be insisted upon", async () => {
        const rows = (await clerk.get("/api/incoming", { state: "done", limit: 50 })).items;
        let bytes: Uint8Array | undefined, symbol = "";
        for (const row of rows) {
            const view = await clerk.get("/api/incoming/{id}", { id: row.id });
            const file = view.files.find(({ media_type }) => media_type === "application/pdf");
            if (!file || !row.origin_number) continue;
            bytes = await clerk.bytes(`/api/files/${file.id}`);
            symbol = row.origin_number;
            break;
        }
        assert.ok(bytes, "a registered document has a PDF");
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming/register");
        await drop(page, "quet-0031.pdf", "application/pdf", bytes);
        await page.waitForURL(/register\/file-/);
        await until(async () => (await field(page, "origin_number").inputValue()) === symbol, "the form to fill itself");
        assert.notEqual(await field(page, "subject").inputValue(), "");
        const twin = page.getByRole("alert").filter({ hasText: "Giống văn bản đã vào sổ" });
        await twin.waitFor();
        await page.locator("canvas").first().waitFor();
        await desk.picture("hands-dropped");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await page.getByText("Văn bản này đã vào sổ.").first().waitFor();
        await desk.press(twin.getByRole("checkbox"));
        await desk.key("Control+Enter");
        await page.getByText(/Đã vào sổ số \d+ và trình lãnh đạo/).waitFor();
        await desk.close();
    });

    test("two tabs on one draft show both texts side by side, and nothing is lost", async () => {
        const made = await officer.post("/api/outgoing", await draftEntry(officer));
        const first = await open({ as: officer });
        const second = await open({ as: officer });
        for (const desk of [first, second]) {
            await desk.page.goto(`/outgoing/${made.id}/edit`);
            await desk.page.getByLabel("Trích yếu").waitFor();
        }
        await first.page.getByLabel("Trích yếu").fill("Trích yếu của thẻ thứ nhất");
        await second.page.getByLabel("Trích yếu").fill("Trích yếu của thẻ thứ hai");
        await first.key("Control+Enter");
        await first.page.getByText("Đã lưu dự thảo.").waitFor();
        await second.key("Control+Enter");
        const notice = second.page.getByRole("alert").filter({ hasText: "Người khác vừa sửa dự thảo này" });
        await notice.waitFor();
        await notice.getByRole("cell", { name: "Trích yếu của thẻ thứ hai" }).waitFor();
        await notice.getByRole("cell", { name: /Trích yếu của thẻ thứ nhất/ }).waitFor();
        await second.picture("hands-side-by-side");
        await second.checkAccess();
        assert.equal((await officer.get("/api/outgoing/{id}", { id: made.id })).subject, "Trích yếu của thẻ thứ nhất");
        await second.press(notice.getByRole("button", { name: "Đã chọn xong, sửa tiếp" }));
        await second.key("Control+Enter");
        await second.page.getByText("Đã lưu dự thảo.").waitFor();
        assert.equal((await officer.get("/api/outgoing/{id}", { id: made.id })).subject, "Trích yếu của thẻ thứ hai");
        await first.close();
        await second.close();
    });

    test("work given on another machine appears without a reload; the officer takes it, forwards it and finishes it by letter keys", async () => {
        const desk = await open({ as: officer });
        const { page } = desk;
        await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        const id = await assigned();
        await page.locator(`a.cover[data-row="${id}lead"]`).waitFor();
        await desk.press(page.locator(`a.cover[data-row="${id}lead"]`));
        await page.getByRole("button", { name: "Nhận việc" }).first().waitFor();

        await desk.key("?");
        await page.getByRole("dialog").getByText("Kết thúc xử lý").waitFor();
        await desk.key("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
        await desk.key("a");
        await page.getByText("Đã nhận việc.").waitFor();

        const other = await (await server().as("tuphap")).get("/api/me", {});
        await desk.key("f");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await desk.press(dialog.getByRole("combobox", { name: "Người" }).first());
        await desk.press(page.getByRole("option", { name: other.full_name }));
        await dialog.getByLabel("Lời nhắn khi chuyển").fill("Phối hợp số liệu hộ tịch.");
        await desk.press(dialog.getByRole("button", { name: "Chuyển xử lý" }).last());
        await page.getByText("Đã chuyển xử lý.").waitFor();
        await dialog.waitFor({ state: "hidden" });
        await page.getByText("Phối hợp số liệu hộ tịch.").first().waitFor();

        await desk.key("k");
        await dialog.waitFor();
        await dialog.getByLabel("Ghi thêm (nếu cần)").fill("Đã lưu vào hồ sơ.");
        await desk.key("Control+Enter");
        await page.getByText("Đã kết thúc xử lý.").waitFor();
        await desk.picture("hands-finished");
        await desk.close();
        const view = await officer.get("/api/incoming/{id}", { id });
        assert.deepEqual([view.state, view.result], ["done", "filed"]);
        assert.ok(view.assignments.some(({ person, part }) => person === other.person && part === "cooperate"));
    });

    test("the clerk returns a document to its sender with the reason", async () => {
        const waiting = (await clerk.get("/api/incoming", { state: "arrived", limit: 1 })).items[0];
        assert.ok(waiting);
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto(`/incoming/register/${waiting.id}`);
        await desk.press(page.getByRole("button", { name: "Trả lại" }));
        const dialog = page.getByRole("dialog");
        assert.equal(await dialog.getByRole("button", { name: "Trả lại" }).isDisabled(), true, "not without a reason");
        await dialog.getByLabel("Lý do trả lại").fill("Gửi nhầm địa chỉ.");
        await desk.press(dialog.getByRole("button", { name: "Trả lại" }));
        await page.getByText("Đã trả lại.").waitFor();
        await page.locator(`a[href="/incoming/register/${waiting.id}"]`).waitFor({ state: "detached" });
        await desk.close();
        assert.equal((await clerk.get("/api/incoming/{id}", { id: waiting.id })).state, "returned");
    });

    test("a session that ends asks for the password without leaving the page, and what was typed is sent", async () => {
        const own = server().client();
        await own.signIn("diachinh", (await server().welcome()).password);
        const made = await own.post("/api/outgoing", await draftEntry(own));
        const desk = await open({ as: own });
        const { page } = desk;
        await page.goto(`/outgoing/${made.id}/edit`);
        await page.getByLabel("Trích yếu").fill("Gõ trước khi hết phiên");
        await own.delete("/api/session", {});
        await desk.key("Control+Enter");
        const dialog = page.getByRole("dialog", { name: "Phiên làm việc đã hết" });
        await dialog.waitFor();
        await desk.picture("hands-session-ended");
        await dialog.getByLabel("Mật khẩu").first().fill((await server().welcome()).password);
        await desk.key("Enter");
        await dialog.waitFor({ state: "hidden" });
        assert.equal(await page.getByLabel("Trích yếu").inputValue(), "Gõ trước khi hết phiên");
        await desk.key("Control+Enter");
        await page.getByText("Đã lưu dự thảo.").waitFor();
        await desk.close();
    });
});
