// The life of a dossier by hand: a list drawn up and approved, a dossier opened from it, filled, closed, reviewed by the archivist.
import assert from "node:assert/strict";
import { test } from "node:test";
import { incomingEntry, pdf } from "../functional/samples.ts";
import { inBrowser } from "./browser.ts";

inBrowser("work dossiers by hand", (server, open) => {
    test("the office begins next year's catalogue with this year's and submits it; the head approves it on a phone (Điều 28)", async () => {
        const office = await server().as("vanphong");
        const desk = await open({ as: office });
        const { page } = desk;
        await page.goto("/work-dossiers/catalogue");
        await page.getByRole("heading", { name: "Danh mục hồ sơ năm 2022" }).waitFor();
        await desk.press(page.getByRole("button", { name: "Năm sau" }));
        await page.getByText("Chưa có danh mục hồ sơ năm 2023.").waitFor();
        await desk.press(page.getByRole("button", { name: "Lấy danh mục năm 2022 làm nền" }));
        await page.getByRole("cell", { name: /Cải cách hành chính.*năm 2023/ }).waitFor();
        await desk.press(page.getByRole("button", { name: "Sửa danh mục" }));
        await desk.press(page.getByRole("button", { name: "Thêm hồ sơ", exact: true }));
        await page.getByRole("textbox", { name: /^Hồ sơ, Dòng/ }).last().fill("Diễn tập phòng thủ dân sự năm 2023");
        await desk.picture("catalogue-edit");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await page.getByText("Đã lưu danh mục.").waitFor();
        await page.getByRole("cell", { name: "Diễn tập phòng thủ dân sự năm 2023" }).waitFor();
        await desk.press(page.getByRole("button", { name: "Trình duyệt" }));
        await page.getByText("Đã trình người đứng đầu.").waitFor();
        await desk.close();

        const phone = await open({ as: await server().as("chutich"), screen: "phone" });
        await phone.press(phone.page.getByText("Danh mục hồ sơ năm 2023").first());
        await phone.press(phone.page.getByRole("button", { name: "Duyệt danh mục" }));
        await phone.page.getByText("Đã duyệt danh mục.").waitFor();
        await phone.picture("catalogue-approved");
        await phone.checkWidth();
        await phone.close();
        assert.equal((await office.get("/api/dossier-catalogue", { year: 2023 })).state, "approved");
    });

    test("an officer opens a dossier outside the list, puts a photo in, gives access, closes it", async () => {
        const officer = await server().as("tuphap");
        const desk = await open({ as: officer });
        const { page } = desk;
        await page.goto("/work-dossiers");
        await page.getByRole("heading", { name: "Hồ sơ công việc" }).waitFor();
        await desk.key("n");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await desk.press(dialog.getByText("Ngoài danh mục"));
        await dialog.getByLabel("Số, ký hiệu").fill("90.TP");
        await dialog.getByLabel("Tiêu đề hồ sơ").fill("Hội nghị trợ giúp pháp lý lưu động");
        await desk.key("Control+Enter");
        await page.getByText("Đã mở hồ sơ 90.TP.").waitFor();
        await page.getByRole("heading", { name: "Hội nghị trợ giúp pháp lý lưu động" }).waitFor();
        await page.getByText("Hồ sơ chưa có văn bản nào.").waitFor(); // the check says why it cannot be closed
        await desk.key("t");
        await dialog.waitFor();
        await dialog.locator('input[type="file"]').setInputFiles({ name: "Biên bản.pdf", mimeType: "application/pdf", buffer: pdf("bien ban") });
        await dialog.getByText("Biên bản.pdf").waitFor();
        await desk.key("Control+Enter");
        await page.getByText("Đã thêm vào hồ sơ 90.TP.").waitFor();
        await dialog.waitFor({ state: "hidden" });
        await desk.key("q");
        await dialog.waitFor();
        await desk.press(dialog.getByRole("button", { name: "Thêm người" }));
        await desk.press(dialog.getByRole("combobox", { name: "Người" }));
        await desk.press(page.getByRole("option", { name: /Huỳnh Ngọc Sơn/ }));
        await desk.press(dialog.getByRole("button", { name: "Lưu" }));
        await page.getByText("Đã cấp quyền.").waitFor();
        await dialog.waitFor({ state: "hidden" });
        await page.getByText("Đủ điều kiện kết thúc.").waitFor();
        await desk.picture("dossier-open");
        await desk.key("x");
        await dialog.waitFor();
        await desk.press(dialog.getByRole("button", { name: "Kết thúc hồ sơ" }));
        await page.getByText("Đã kết thúc hồ sơ.").waitFor();
        await dialog.waitFor({ state: "hidden" });
        await page.getByRole("button", { name: /^Bỏ .* khỏi hồ sơ$/ }).first().waitFor({ state: "detached" }); // nothing is taken out any more
        await desk.picture("dossier-closed");
        await desk.checkAccess();
        await desk.close();
        const seen = (await (await server().as("diachinh")).get("/api/work-dossiers", { query: "trợ giúp pháp lý" })).items;
        assert.deepEqual(seen.map(({ symbol, state }) => [symbol, state]), [["90.TP", "closed"]]);
    });

    test("from a document's page a new dossier is opened with it inside", async () => {
        const desk = await open({ as: await server().as("vanthu") });
        const clerk = await server().as("vanthu");
        const { id } = await clerk.post("/api/incoming", incomingEntry());
        const { page } = desk;
        await page.goto(`/incoming/${id}`);
        await page.getByText("Chưa nằm trong hồ sơ nào.").waitFor();
        await desk.press(page.getByRole("button", { name: "Thêm vào hồ sơ" }));
        const dialog = page.getByRole("dialog");
        await desk.press(dialog.getByRole("button", { name: "Mở hồ sơ mới cho việc này" }));
        await dialog.getByLabel("Số, ký hiệu").fill("91.VT");
        await dialog.getByLabel("Tiêu đề hồ sơ").fill("Việc của văn thư");
        await desk.key("Control+Enter");
        await page.getByText("Đã mở hồ sơ 91.VT.").waitFor();
        await page.getByRole("link", { name: "91.VT" }).waitFor();
        await desk.close();
    });

    test("the archivist finds the dossier that is due in «Việc của tôi» and gives it back with what is missing", async () => {
        const archivist = await server().as("luutru");
        const item = (await archivist.get("/api/work", {})).items.find(({ action, title }) => action === "review_dossier" && title.startsWith("Bầu cử"));
        assert.ok(item);
        const desk = await open({ as: archivist });
        const { page } = desk;
        await desk.press(page.locator(`a.cover[data-row="${item.record}review_dossier"]`));
        await page.getByRole("heading", { name: /Bầu cử/ }).waitFor();
        await desk.picture("dossier-review");
        await desk.key("k");
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await desk.press(dialog.getByText("Còn thiếu, trả lại người lập"));
        await dialog.getByLabel("Còn thiếu gì").fill("Thiếu biên bản kiểm phiếu.");
        await desk.key("Control+Enter");
        await page.getByText("Đã trả lại người lập.").waitFor();
        await desk.close();
        const keeper = await server().as("vanphong");
        assert.ok((await keeper.get("/api/work", {})).items.some(({ action, record }) => action === "close_dossier" && record === item.record));
    });
});
