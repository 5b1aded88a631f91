// Incoming documents by hand: rows chosen for one act, the head's changes of mind, more time, a pen-written instruction, consent on
// the phone, the calendar's hours, closed envelopes.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Client } from "../functional/client.ts";
import { incomingEntry, pdf, personCalled } from "../functional/samples.ts";
import { until } from "../functional/server.ts";
import { inBrowser } from "./browser.ts";

inBrowser("hands on incoming documents", (server, open) => {
    let clerk: Client, officer: Client, head: Client;

    before(async () => {
        [clerk, officer, head] = await Promise.all([server().as("vanthu"), server().as("tuphap"), server().as("chutich")]);
    });

    async function submitted(due_on = "2022-05-20"): Promise<string> {
        const submit = { text: "", shares: [{ person: await personCalled(clerk, "tuphap"), part: "lead" as const }], due_on };
        return (await clerk.post("/api/incoming", incomingEntry({ submit }))).id;
    }
    async function assigned(): Promise<string> {
        const id = await submitted();
        await head.post("/api/incoming/{id}/assign", { id, accept_proposal: true });
        return id;
    }

    test("the clerk chooses rows by key and submits them in one act; each row tells its result", async () => {
        const mark = randomUUID().slice(0, 8);
        const ids: string[] = [];
        for (const part of ["một", "hai"]) ids.push((await clerk.post("/api/incoming", incomingEntry({ subject: `Trình gộp ${mark} ${part}` }))).id);
        const done = await clerk.post("/api/incoming", incomingEntry({ subject: `Trình gộp ${mark} ba`, submit: { text: "", shares: [] } }));
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto(`/incoming?query=${mark}`);
        await page.locator(`a.cover[data-row="${ids[0]}"]`).waitFor();
        await page.locator(`a.cover[data-row="${ids[0]}"]`).focus();
        await desk.key("x");
        await page.locator(`a.cover[data-row="${ids[1]}"]`).focus();
        await desk.key("Space");
        await desk.press(page.locator("tr", { hasText: `${mark} ba` }).getByRole("checkbox"));
        await page.getByText("Đã chọn 3").waitFor();
        await desk.picture("incoming-chosen");
        await desk.checkAccess();
        await desk.key("s");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await desk.press(dialog.getByRole("button", { name: "Trình lãnh đạo" }));
        await page.getByText(/1 văn bản chưa làm được/).first().waitFor();
        await page.locator("tr", { hasText: `${mark} ba` }).getByText("Văn bản đã sang bước khác").waitFor();
        await page.locator("tr", { hasText: `${mark} hai` }).getByText("xong").waitFor();
        await desk.picture("incoming-chosen-done");
        for (const id of [...ids, done.id]) assert.equal((await clerk.get("/api/incoming/{id}", { id })).state, "submitted");
        await desk.close();
    });

    test("on the phone the head sees what he consents to beside the button", async () => {
        const id = await submitted();
        const { full_name } = await officer.get("/api/me", {});
        const phone = await open({ as: head, screen: "phone" });
        await phone.page.goto(`/incoming/${id}`);
        const bar = phone.page.locator(".document-bar");
        await bar.getByText(`Chủ trì ${full_name} · hạn 20/05/2022`).waitFor();
        await phone.picture("incoming-consent");
        await phone.checkWidth();
        await phone.checkAccess();
        await phone.press(bar.getByRole("button", { name: "Đồng ý như đề xuất" }));
        await until(async () => (await head.get("/api/incoming/{id}", { id })).state === "assigned", "the assignment");
        await phone.close();
    });

    test("an instruction only for information needs no lead", async () => {
        const id = await submitted();
        const desk = await open({ as: head });
        const { page } = desk;
        await page.goto(`/incoming/${id}`);
        await page.getByRole("button", { name: "Ghi ý kiến khác" }).first().waitFor();
        await desk.key("i");
        const form = page.getByRole("form", { name: "Ý kiến chỉ đạo" });
        await form.getByText("Để biết", { exact: true }).first().click();
        await form.getByRole("textbox", { name: "Ý kiến chỉ đạo" }).fill("Để biết, theo dõi.");
        await desk.key("Control+Enter");
        await page.getByText("Đã giao xử lý.").waitFor();
        assert.equal((await head.get("/api/incoming/{id}", { id })).state, "done");
        await desk.close();
    });

    test("the head gives it to someone else with a reason, takes it back, and opens again what was finished", async () => {
        const id = await assigned();
        const other = await (await server().as("diachinh")).get("/api/me", {});
        const desk = await open({ as: head });
        const { page } = desk;
        await page.goto(`/incoming/${id}`);
        await desk.press(page.getByRole("button", { name: "Việc khác" }).first());
        await desk.press(page.getByRole("menuitem", { name: /Giao lại/ }));
        const form = page.getByRole("form", { name: "Giao lại, đổi hạn" });
        await form.getByRole("combobox", { name: "Người" }).first().fill(other.full_name);
        await desk.press(page.getByRole("option", { name: other.full_name }));
        await form.getByLabel("Lý do giao lại").fill("Đúng lĩnh vực hơn");
        await desk.picture("incoming-reassign");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await page.getByText("Đã giao lại.").waitFor();
        assert.equal((await head.get("/api/incoming/{id}", { id })).lead, other.person);
        await desk.key("t");
        await desk.press(page.getByRole("dialog").getByRole("button", { name: "Thu lại" }));
        await page.getByText("Đã thu lại.").waitFor();
        await head.post("/api/incoming/{id}/assign", { id, accept_proposal: true });
        await (await server().as("diachinh")).post("/api/incoming/{id}/finish", { id, result: "filed" });
        await page.getByText("Đã xử lý xong").first().waitFor();
        await desk.key("o");
        const dialog = page.getByRole("dialog");
        assert.equal(await dialog.getByRole("button", { name: "Mở lại" }).isDisabled(), true, "not without a reason");
        await dialog.getByLabel("Lý do").fill("Chưa trả lời công dân");
        await desk.press(dialog.getByRole("button", { name: "Mở lại" }));
        await page.getByText("Đã mở lại.").waitFor();
        await desk.close();
        assert.equal((await head.get("/api/incoming/{id}", { id })).state, "in_progress");
    });

    test("the lead asks for more time by key, the head gives it", async () => {
        const id = await assigned();
        const desk = await open({ as: officer });
        await desk.page.goto(`/incoming/${id}`);
        await desk.page.getByRole("button", { name: "Nhận việc" }).first().waitFor();
        await desk.key("h");
        const dialog = desk.page.getByRole("dialog");
        await dialog.getByLabel("Xin lùi đến").fill("2805"); // a Saturday
        await dialog.getByLabel("Lý do").fill("Chờ số liệu");
        await dialog.getByText(/28\/05\/2022 là thứ Bảy.*hạn tính đến hết thứ Hai 30\/05\/2022/).waitFor();
        await desk.picture("incoming-extension");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await desk.page.getByText("Đã gửi xin gia hạn.").waitFor();
        await desk.close();
        const leader = await open({ as: head });
        await leader.page.goto(`/incoming/${id}`);
        await leader.press(leader.page.getByRole("button", { name: "Trả lời gia hạn" }).first());
        await leader.press(leader.page.getByRole("dialog").getByRole("button", { name: "Cho gia hạn" }));
        await leader.page.getByText("Đã trả lời.").waitFor();
        await leader.close();
        assert.equal((await head.get("/api/incoming/{id}", { id })).due_on, "2022-05-28");
    });

    test("the clerk types what the head wrote with a pen, with its scan", async () => {
        const id = await submitted();
        const scan = join(tmpdir(), `but-phe-${randomUUID()}.pdf`);
        await writeFile(scan, pdf(randomUUID()));
        const leader = await head.get("/api/me", {});
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto(`/incoming/${id}`);
        await desk.press(page.getByRole("button", { name: "Việc khác" }).first());
        await desk.press(page.getByRole("menuitem", { name: /Nhập thay/ }));
        const form = page.getByRole("form", { name: "Nhập thay ý kiến viết tay" });
        await desk.press(form.getByRole("combobox", { name: "Ý kiến của" }));
        await desk.press(page.getByRole("option", { name: leader.full_name }));
        await form.getByRole("textbox", { name: "Ý kiến chỉ đạo" }).fill("Đ/c Tư pháp xử lý.");
        assert.equal(await form.getByRole("button", { name: /^Giao xử lý( Ctrl.*)?$/ }).isDisabled(), true, "not without the scan");
        await form.locator('input[type="file"]').setInputFiles(scan);
        await form.getByText(/but-phe-/).waitFor();
        await desk.picture("incoming-enter");
        await desk.checkAccess();
        await desk.press(form.getByRole("button", { name: /^Giao xử lý( Ctrl.*)?$/ }));
        await page.getByText("Đã nhập ý kiến và giao xử lý.").waitFor();
        await page.getByRole("tab", { name: "Bút phê" }).waitFor();
        await page.getByText(/nhập thay/).first().waitFor();
        await desk.close();
        assert.equal((await clerk.get("/api/incoming/{id}", { id })).state, "assigned");
    });

    test("a registering clerk is shown what a day of rest becomes, and terms are reached by Tab", async () => {
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming/register/blank");
        const due = page.locator('form [data-field="due_on"]');
        await due.locator("input").fill("070522");
        await page.keyboard.press("Tab");
        await due.getByText(/07\/05\/2022 là thứ Bảy/).waitFor();
        const five = due.getByRole("button", { name: "5 ngày làm việc", exact: true });
        await five.focus();
        await desk.key("Enter");
        await until(async () => (await due.locator("input").inputValue()) === "11/05/2022", "the term to be counted");
        const box = await five.boundingBox();
        assert.ok(box && box.width >= 24 && box.height >= 24);
        await desk.picture("incoming-due");
        await desk.checkAccess();
        await desk.close();
    });

    test("the keeper of the calendar changes the hours of a season, and a known day opens with its values", async () => {
        const keeper = await server().as("quantri");
        const desk = await open({ as: keeper });
        const { page } = desk;
        await page.goto("/admin/calendar");
        await page.getByRole("button", { name: "Đổi giờ làm việc" }).waitFor();
        await desk.press(page.getByRole("button", { name: /^2 tháng 9 năm 2022/ }));
        const dialog = page.getByRole("dialog");
        assert.match(await dialog.getByLabel("Tên, căn cứ").inputValue(), /Quốc khánh/);
        await desk.key("Escape");
        await dialog.waitFor({ state: "hidden" });
        await desk.press(page.getByRole("button", { name: "Đổi giờ làm việc" }));
        await dialog.getByLabel("Áp dụng từ ngày").fill("01/10/2022");
        await dialog.getByLabel("thứ Bảy").fill("7:00-11");
        await dialog.getByText("Gõ như 7:00-11:30, 13:30-17:00.").waitFor();
        await dialog.getByLabel("thứ Bảy").fill("7:00-11:30");
        await desk.picture("calendar-hours");
        await desk.checkAccess();
        await desk.press(dialog.getByRole("button", { name: "Lưu" }));
        await page.getByText("Từ 01/10/2022").waitFor();
        await page.getByText("thứ Bảy: 7:00-11:30").waitFor();
        await desk.picture("calendar-seasons");
        await desk.close();
    });

    test("an envelope to a union is entered, handed over closed, and its content registered (Điều 21)", async () => {
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/incoming/envelopes");
        await page.getByRole("heading", { name: "Bì gửi đích danh" }).waitFor();
        await desk.key("n");
        const dialog = page.getByRole("dialog");
        const sender = `Thị đoàn ${randomUUID().slice(0, 6)}`;
        await dialog.getByLabel("Nơi gửi").fill(sender);
        await dialog.getByLabel("Số, ký hiệu ngoài bì").fill("7-CV/ĐTN");
        await dialog.getByLabel(/Hoặc tên ghi trên bì/).fill("Đoàn Thanh niên xã");
        await desk.key("Control+Enter");
        const row = page.locator("tr", { hasText: sender });
        await row.waitFor();
        await desk.press(row.getByRole("button", { name: "Giao bì" }));
        await desk.press(dialog.getByRole("button", { name: "Giao bì" }));
        await row.getByText("Đã giao").waitFor();
        await desk.press(row.getByRole("link", { name: "Vào sổ nội dung" }));
        const field = (name: string) => page.locator(`form [data-field="${name}"] :is(input, textarea)`).first();
        await until(async () => (await field("issuer").inputValue()) === sender, "the form to begin with the envelope's words");
        await desk.press(page.getByRole("combobox", { name: /Loại văn bản/ }));
        await desk.press(page.getByRole("option", { name: /Công văn/ }).first());
        await field("subject").fill("V/v phối hợp tổ chức hoạt động hè");
        await desk.key("Control+Enter");
        await page.getByText("Đã vào sổ nội dung của bì.").waitFor();
        await page.goto("/incoming/envelopes");
        await row.getByRole("link", { name: "Văn bản đến" }).waitFor();
        await desk.picture("envelopes");
        await desk.close();
    });
});
