// A draft by hand: recipients that nobody here knows, the lines of its kind, opinions, the ways back, and issuing without a scan.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Client } from "../functional/client.ts";
import { draftEntry, personCalled } from "../functional/samples.ts";
import { startServer, until, type Server } from "../functional/server.ts";
import { Browser } from "./browser.ts";

describe("drafting", () => {
    let server: Server;
    let browser: Browser;
    let clerk: Client, officer: Client, head: Client;

    before(async () => {
        server = await startServer();
        browser = await Browser.launch();
        [clerk, officer, head] = await Promise.all([server.as("vanthu"), server.as("vanphong"), server.as("chutich")]);
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    async function numbered(): Promise<string> {
        const { id } = await officer.post("/api/outgoing", await draftEntry(officer, { kind: "TB" }));
        await officer.post("/api/outgoing/{id}/submit", { id, commenters: [] });
        await head.post("/api/outgoing/{id}/approve", { id, authority: "tm" });
        await clerk.post("/api/outgoing/{id}/number", { id });
        return id;
    }

    test("an invitation is written with its lines and sent to hamlets that have no account", async () => {
        const desk = await browser.open(server.url, { as: officer });
        const { page } = desk;
        await page.goto("/outgoing/new");
        await page.getByLabel("Trích yếu").fill("Họp giao ban tháng 5");
        await desk.press(page.getByRole("combobox", { name: "Loại văn bản" }));
        await page.keyboard.type("giay moi");
        await desk.press(page.getByRole("option", { name: /Giấy mời/ }));
        await page.getByLabel("Thời gian").fill("7 giờ 30, ngày 06 tháng 5 năm 2022");
        await page.getByLabel("Địa điểm").fill("Hội trường xã");
        const recipient = page.getByRole("combobox", { name: "Thêm nơi nhận" });
        await recipient.fill("Các cụm dân cư");
        await desk.key("Enter");
        await page.getByText("- Các cụm dân cư").waitFor();
        await desk.press(page.getByRole("checkbox", { name: "Kính gửi: Các cụm dân cư" }));
        await desk.picture("drafting-invitation");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await page.getByText("Đã lưu dự thảo.").waitFor();
        await page.waitForURL(/outgoing\/[0-9a-f-]{36}$/);
        const id = page.url().split("/").at(-1) ?? "";
        const view = await officer.get("/api/outgoing/{id}", { id });
        assert.deepEqual(view.details.map(({ name, text }) => [name, text]), [["time", "7 giờ 30, ngày 06 tháng 5 năm 2022"], ["place", "Hội trường xã"]]);
        assert.deepEqual(view.recipients.map(({ name, target, addressee }) => [name, target, addressee]), [["Các cụm dân cư", null, true]]);
        await desk.close();
    });

    test("a kind without «Kính gửi» does not offer it", async () => {
        const made = await officer.post("/api/outgoing", await draftEntry(officer, { kind: "KH", recipients: [{ kind: "outside", target: null, name: "Các thôn", mark: "", addressee: false, delivered_at: 0, read_at: 0 }] }));
        const desk = await browser.open(server.url, { as: officer, screen: "phone" });
        await desk.page.goto(`/outgoing/${made.id}/edit`);
        await desk.page.getByText("- Các thôn").waitFor();
        assert.equal(await desk.page.getByRole("checkbox", { name: "Kính gửi: Các thôn" }).count(), 0);
        await desk.picture("drafting-plan");
        await desk.checkAccess();
        await desk.checkWidth();
        await desk.close();
    });

    test("who is asked says that he has nothing to say; the drafter takes his draft back and gives it up", async () => {
        const { id, subject } = await officer.post("/api/outgoing", await draftEntry(officer));
        await officer.post("/api/outgoing/{id}/submit", { id, commenters: [await personCalled(officer, "tuphap")] });
        const asked = await browser.open(server.url, { as: await server.as("tuphap") });
        await asked.press(asked.page.locator(`a.cover[data-row="${id}comment"]`));
        await asked.page.getByRole("button", { name: "Góp ý" }).first().waitFor();
        await asked.key("g");
        await asked.press(asked.page.getByRole("dialog").getByRole("button", { name: "Không có ý kiến" }));
        await asked.page.getByText("Đã ghi không có ý kiến.").waitFor();
        await asked.page.getByText(/không có ý kiến,/).first().waitFor();
        await asked.close();

        const desk = await browser.open(server.url, { as: officer });
        await desk.page.goto(`/outgoing/${id}`);
        await desk.press(desk.page.getByRole("button", { name: "Rút lại" }).first());
        await desk.page.getByRole("dialog").waitFor();
        await desk.key("Control+Enter");
        await desk.page.getByText("Đã rút dự thảo về.").waitFor();
        await desk.press(desk.page.getByRole("button", { name: "Bỏ dự thảo" }).first());
        await desk.page.getByRole("dialog").waitFor();
        await desk.picture("drafting-discard");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await desk.page.getByText("Đã bỏ dự thảo.").waitFor();
        await desk.close();
        assert.equal((await officer.get("/api/outgoing", { query: subject, state: "discarded" })).items.length, 1);
    });

    test("the clerk voids a number, takes one that was kept, and issues inside without a scan", async () => {
        const id = await numbered();
        const { book } = await clerk.get("/api/outgoing/{id}", { id });
        const kept = await clerk.post("/api/books/{book}/reserve", { book, reason: "giữ cho thông báo" });
        const desk = await browser.open(server.url, { as: clerk });
        const { page } = desk;
        await page.goto(`/outgoing/${id}`);
        await desk.press(page.getByRole("button", { name: "Hủy số" }).first());
        const dialog = page.getByRole("dialog");
        assert.equal(await dialog.getByRole("button", { name: "Hủy số" }).isDisabled(), true, "not without a reason");
        await dialog.getByLabel("Lý do").fill("Nhầm loại văn bản");
        await desk.picture("drafting-void");
        await desk.press(dialog.getByRole("button", { name: "Hủy số" }));
        await page.getByText("Đã hủy số.").waitFor();
        await dialog.waitFor({ state: "hidden" });

        await page.getByRole("button", { name: "Cấp số" }).first().waitFor();
        await desk.key("c");
        await desk.press(dialog.getByRole("combobox", { name: "Số" }));
        await desk.press(page.getByRole("option", { name: new RegExp(`^Số ${kept.number} `) }));
        await desk.picture("drafting-reserved");
        await desk.press(dialog.getByRole("button", { name: "Cấp số" }).last());
        await page.getByText(/Đã cấp số \d+\/TB-UBND/).waitFor();
        await dialog.waitFor({ state: "hidden" });
        assert.equal((await clerk.get("/api/outgoing/{id}", { id })).number, kept.number);

        await page.getByRole("button", { name: "Phát hành" }).first().waitFor();
        await desk.key("h");
        assert.equal(await dialog.getByRole("button", { name: "Phát hành" }).last().isDisabled(), true, "not without the signed paper");
        await desk.press(dialog.getByRole("checkbox", { name: /Bản giấy lưu văn thư/ }));
        await desk.picture("drafting-issue");
        await desk.checkAccess();
        await desk.press(dialog.getByRole("button", { name: "Phát hành" }).last());
        await page.getByText("Đã phát hành.").first().waitFor();
        await page.getByText("bản xem ở đây không có chữ ký").waitFor();
        await until(async () => (await clerk.get("/api/outgoing/{id}", { id })).issued_file?.name.endsWith(".pdf") ?? false, "the page that says it is not signed");
        await desk.close();
    });
});
