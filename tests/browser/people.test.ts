// An administrator's journeys: from an empty directory to the first registered document, timed; an office that joins within the year; a
// unit, a mandate, a change of rights, a hand-over and a second factor by hand; a stand-in's day.
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { before, test } from "node:test";
import { codeOf } from "../functional/totp.ts";
import { incomingEntry, personCalled } from "../functional/samples.ts";
import type { Server } from "../functional/server.ts";
import { inBrowser, type Desk } from "./browser.ts";

// The wizard of the first run, filled in by the administrator; then the clerk whom it names signs in.
async function foundOffice(desk: Desk, server: Server): Promise<void> {
    const { page } = desk;
    const code = [...server.output.matchAll(/Mã thiết lập: ([0-9A-Z-]{14})/g)].at(-1)?.[1] ?? ""; // of its last start
    await page.getByLabel("Mã thiết lập").fill(code);
    await page.getByLabel("Địa danh").fill("Tân Mẫu");
    await page.getByLabel("Họ và tên").nth(0).fill("Lý Văn Quản");
    await page.getByLabel("Mật khẩu").nth(0).fill("một mật khẩu dài");
    await page.getByLabel("Nhập lại mật khẩu").fill("một mật khẩu dài");
    await page.getByLabel("Họ và tên").nth(1).fill("Hồ Thị Trưởng");
    await page.locator("fieldset").nth(0).getByLabel("Mật khẩu").fill("một mật khẩu dài");
    await page.getByLabel("Họ và tên").nth(2).fill("Vũ Thị Văn");
    await page.locator("fieldset").nth(1).getByLabel("Mật khẩu").fill("một mật khẩu dài");
    await desk.picture("setup-filled");
    await desk.checkAccess();
    await desk.press(page.getByRole("button", { name: "Lập cơ quan" }));
    await desk.press(page.getByRole("button", { name: /Vũ Thị Văn/ }));
    await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
}

// The clerk registers what lies before her, typing every field.
async function registerByHand(desk: Desk): Promise<void> {
    const { page } = desk;
    await page.goto("/incoming/register/blank");
    const field = (name: string) => page.locator(`form [data-field="${name}"] :is(input, textarea)`).first();
    await field("issuer").fill("UBND thị xã Đức Mẫu");
    await field("origin_number").fill("817/KH-UBND");
    await field("kind").click();
    await page.getByRole("option", { name: /Kế hoạch/ }).first().click();
    await field("subject").fill("Kế hoạch sơ kết phong trào thi đua");
    await desk.press(page.getByRole("button", { name: "Vào sổ", exact: true }));
}

inBrowser(
    "the first run",
    (server, open) => {
        test("from the wizard to the first registered document in under two minutes", async () => {
            const begun = Date.now();
            const desk = await open();
            await foundOffice(desk, server());
            await registerByHand(desk);
            await desk.page.getByText("Đã vào sổ, số đến 1.").waitFor();
            await desk.picture("setup-first-document");
            const seconds = (Date.now() - begun) / 1000;
            assert.ok(seconds < 120, `${seconds} s`);
            await desk.close();
        });
    },
    { content: "empty" },
);

inBrowser(
    "an office that joins within the year",
    (server, open) => {
        before(async () => {
            // its clock stands at the morning of 10 May 2022
            await server().stop();
            const rows = new DatabaseSync(join(server().directory, "congso.db"));
            rows.prepare("INSERT INTO setting (name, value) VALUES ('clock.offset_ms', ?)").run(String(Date.parse("2022-05-10T08:00:00+07:00") - Date.now()));
            rows.close();
            await server().start();
        });

        test("on 10 May it brings the 214 entries of its paper book and continues at 215 (Điều 22)", async () => {
            const desk = await open();
            const { page } = desk;
            await foundOffice(desk, server());
            const days = (at: number) => `${1 + Math.floor(at / 54)}/5/2022`; // 1 to 4 May
            const rows = Array.from({ length: 214 }, (_, at) => `${1 + at};${days(at)};Sở Nội vụ;${1 + at}/SNV;29/4/2022;Công văn;V/v việc số ${1 + at}`);
            const table = (lines: string[]) => ({ name: "so-giay.csv", mimeType: "text/csv", buffer: Buffer.from(`Số đến;Ngày đến;Tác giả;Số, ký hiệu;Ngày tháng văn bản;Tên loại;Trích yếu\n${lines.join("\n")}`) });
            await page.goto("/books");
            await desk.press(page.locator(".books-list").getByRole("button", { name: /đến/ }).first());
            await desk.press(page.getByRole("button", { name: "Quản lý sổ" }));
            await desk.press(page.getByRole("menuitem", { name: "Nhập sổ cũ" }));
            const input = page.locator('input[type="file"]');
            await input.setInputFiles(table([...rows.slice(0, 2), "6;3/5/2022;;x;2/5/2022;Công văn;V/v thiếu số"]));
            await page.getByText(/chỗ sai\. Chưa ghi gì/).waitFor();
            await page.getByText(/Dòng 4, cột «Tác giả»/).waitFor();
            await desk.picture("books-import-faults");
            await input.setInputFiles(table(rows));
            await page.getByText("214 văn bản, từ số 1 đến số 214.").waitFor();
            await desk.checkAccess();
            await desk.picture("books-import");
            await desk.press(page.getByRole("button", { name: "Nhập tất cả" }));
            await page.getByText("Văn bản tiếp theo lấy số 215.").waitFor();
            await registerByHand(desk);
            await page.getByText("Đã vào sổ, số đến 215.").waitFor();
            await page.goto("/books");
            await page.getByText("10/05", { exact: false }).first().waitFor();
            await desk.picture("books-joined");
            const clerk = server().client();
            await clerk.signIn("vanthu", "một mật khẩu dài");
            const book = (await clerk.get("/api/books", {})).items.find(({ direction }) => direction === "incoming");
            const { items } = await clerk.get("/api/books/{book}/entries", { book: book?.id ?? "", period: 2022, limit: 2 });
            assert.deepEqual(items.map(({ number, state, dated_on }) => [number, state, dated_on]), [[215, "issued", "2022-05-10"], [214, "imported", "2022-05-04"]]);
            await desk.close();
        });
    },
    { content: "empty" },
);

inBrowser("an administrator's hands", (server, open) => {
    test("a unit is added and its history tells who did it", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/office/units");
        await desk.press(page.getByRole("button", { name: "Thêm đơn vị" }));
        await page.getByRole("dialog").getByLabel("Tên", { exact: true }).fill("Tổ công nghệ số");
        await desk.key("Control+Enter");
        await page.getByText("Tổ công nghệ số").waitFor();
        await desk.press(page.getByRole("button", { name: "Lịch sử thay đổi: Tổ công nghệ số" }));
        await page.getByRole("dialog").getByText("thêm đơn vị").waitFor();
        await desk.checkAccess();
        await desk.close();
    });

    test("a mandate to sign names every field that is missing, and stands in force", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/office/mandates");
        await desk.press(page.getByRole("button", { name: "Thêm ủy quyền ký (TUQ.)" }));
        const box = page.getByRole("dialog");
        const pick = async (label: string, typed: string) => {
            await box.getByRole("combobox", { name: label }).fill(typed);
            await page.getByRole("option", { name: new RegExp(typed) }).first().click();
        };
        await pick("Người ủy quyền", "Nguyễn Tấn Lâm");
        await pick("Người được ủy quyền", "Lê Thị Thanh Hằng");
        await box.getByLabel("Đến hết ngày").fill("31/5/2022");
        await desk.key("Control+Enter");
        await box.getByText("Chưa điền ô này.").first().waitFor();
        await box.getByLabel("Số, ngày của giấy ủy quyền").fill("20/GUQ-UBND ngày 04/5/2022");
        await box.getByLabel("Nội dung ủy quyền").fill("Ký giấy xác nhận");
        await box.getByLabel("Các dòng ký").fill("TUQ. CHỦ TỊCH\nCÔNG CHỨC TƯ PHÁP - HỘ TỊCH");
        await desk.picture("mandate-box");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await page.getByText("20/GUQ-UBND").waitFor();
        await desk.close();
    });

    test("a change of roles waits on the page until «Xác nhận thay đổi quyền» (Phụ lục VI)", async () => {
        const client = await server().as("quantri");
        const desk = await open({ as: client });
        const { page } = desk;
        await page.goto(`/admin/people/${await personCalled(client, "congdoan")}`);
        await desk.press(page.getByRole("button", { name: "Vai trò và quyền" }));
        await page.getByRole("dialog").getByRole("checkbox", { name: "Lưu trữ", exact: true }).check();
        await desk.press(page.getByRole("dialog").getByRole("button", { name: "Lưu" }));
        await page.getByText("1 thay đổi quyền chờ xác nhận").waitFor();
        await desk.picture("rights-waiting");
        await desk.press(page.getByRole("button", { name: "Xác nhận thay đổi quyền" }));
        await page.getByText("xác nhận thay đổi vai trò").waitFor();
        assert.ok((await (await server().as("congdoan")).get("/api/me", {})).permissions.includes("see_all_documents"));
        await desk.close();
    });

    test("an account shows whether it is open, and offers only the other", async () => {
        const client = await server().as("quantri");
        const desk = await open({ as: client });
        const { page } = desk;
        await page.goto(`/admin/people/${await personCalled(client, "kiemtra")}`);
        await desk.press(page.getByRole("button", { name: "Tài khoản", exact: true }));
        assert.equal(await page.getByRole("button", { name: "Mở khóa tài khoản" }).count(), 0);
        await desk.press(page.getByRole("button", { name: "Khóa tài khoản" }));
        await page.getByText("(đã khóa)").waitFor();
        await desk.press(page.getByRole("button", { name: "Tài khoản", exact: true }));
        await desk.press(page.getByRole("button", { name: "Mở khóa tài khoản" }));
        await page.getByText("(đã khóa)").waitFor({ state: "hidden" });
        await desk.close();
    });

    test("who stands in sees whose work it is, does it, and the story says «thay»", async () => {
        const clerk = await server().as("vanthu"), head = await server().as("chutich"), absent = await server().as("tuphap"), other = await server().as("motcua");
        const me = await absent.get("/api/me", {});
        const { id } = await clerk.post("/api/incoming", incomingEntry({ subject: "Kế hoạch việc của người vắng" }));
        const { version } = await clerk.get("/api/incoming/{id}", { id });
        await clerk.post("/api/incoming/{id}/submit", { id, version, to: null, proposal: { text: "", shares: [{ person: me.person, part: "lead" }], due_on: null } });
        await head.post("/api/incoming/{id}/assign", { id, version: (await head.get("/api/incoming/{id}", { id })).version, accept_proposal: true });
        await absent.post("/api/stand-ins", { to_person: (await other.get("/api/me", {})).person, scope: "nghỉ phép", valid_from: "2022-05-04", valid_to: "2022-05-04" });
        const desk = await open({ as: other });
        const { page } = desk;
        const row = page.getByRole("row", { name: /việc của người vắng/ });
        await row.getByText("thay Lê Thị Thanh Hằng").waitFor();
        await desk.picture("stand-in-work");
        await desk.press(row.getByRole("link").first());
        await page.getByText("Bạn đang xử lý thay Lê Thị Thanh Hằng.").waitFor();
        await desk.press(page.getByRole("button", { name: /Báo tiến độ|Tiến độ/ }).first());
        await page.getByRole("dialog").getByRole("textbox").first().fill("Đang làm thay");
        await desk.key("Control+Enter");
        await page.getByText("(thay Lê Thị Thanh Hằng)").first().waitFor();
        await desk.picture("stand-in-document");
        await desk.press(page.getByRole("button", { name: "Thôi xử lý thay" }));
        await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        await page.getByText("Bạn đang xử lý thay").waitFor({ state: "hidden" });
        await desk.close();
    });

    test("a second factor is set up by scanning, its codes are shown once, and it is asked at sign-in", async () => {
        const client = server().client();
        const password = (await server().welcome()).password;
        await client.signIn("luutru", password);
        const desk = await open({ as: client });
        const { page } = desk;
        await page.goto("/me");
        const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "Đăng nhập hai lớp" }) });
        await section.getByLabel("Mật khẩu hiện tại").fill(password);
        await desk.press(section.getByRole("button", { name: "Bật đăng nhập hai lớp" }));
        await section.getByAltText("Hình vuông để quét bằng ứng dụng xác thực").waitFor();
        const secret = (await section.locator("code").first().innerText()).replaceAll(" ", "");
        await desk.picture("second-factor");
        await desk.checkAccess();
        await section.getByLabel("Mã xác thực 6 số").fill(codeOf(secret, (await client.get("/api/me", {})).now));
        await desk.press(section.getByRole("button", { name: "Xác nhận mã" }));
        const recovery = await section.locator("ol code").first().innerText();
        await desk.press(section.getByRole("button", { name: "Tôi đã cất mã dự phòng" }));
        await section.getByText("Đang bật. Còn 10 mã dự phòng.").waitFor();
        await desk.close();
        const door = await open();
        await door.page.getByLabel("Tên đăng nhập").fill("luutru");
        await door.page.getByLabel("Mật khẩu").fill(password);
        await door.press(door.page.getByRole("button", { name: "Đăng nhập", exact: true }));
        await door.page.getByLabel(/Mã xác thực trên điện thoại/).fill(recovery);
        await door.press(door.page.getByRole("button", { name: "Đăng nhập", exact: true }));
        await door.page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        await door.close();
    });

    test("what is open with somebody is handed over on one page", async () => {
        const client = await server().as("quantri");
        const desk = await open({ as: client });
        const { page } = desk;
        const id = await personCalled(client, "diachinh");
        const count = (await client.get("/api/admin/handover", { person: id })).items.length;
        assert.ok(count > 0);
        await page.goto(`/admin/people/${id}/handover`);
        await page.getByRole("combobox", { name: "Giao mọi việc cho" }).fill("Phạm Quốc Huy");
        await page.getByRole("option", { name: /Phạm Quốc Huy/ }).click();
        await desk.picture("handover");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: "Bàn giao", exact: true }));
        await page.getByText(`Đã bàn giao ${count} việc.`).waitFor();
        assert.equal((await client.get("/api/admin/handover", { person: id })).items.length, 0);
        await desk.close();
    });
});
