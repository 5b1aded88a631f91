// The administrator's pages of phrases and of kinds, and what they change where people write.
import assert from "node:assert/strict";
import { test } from "node:test";
import { draftEntry } from "../functional/samples.ts";
import { inBrowser } from "./browser.ts";

inBrowser("phrases and kinds", (server, open) => {
    test("a phrase that the agency added is pressed into a comment", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/office/phrases");
        const field = page.getByRole("textbox", { name: "Góp ý, yêu cầu chỉnh sửa dự thảo" });
        await field.fill("Nhất trí với dự thảo.\nĐề nghị Tư pháp rà soát.");
        await desk.picture("phrases");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: "Lưu: Góp ý, yêu cầu chỉnh sửa dự thảo" }));
        await page.getByText("Đã lưu mẫu câu: Góp ý, yêu cầu chỉnh sửa dự thảo.").waitFor();
        await page.locator("form", { has: page.getByRole("button", { name: "Lưu: Góp ý, yêu cầu chỉnh sửa dự thảo" }) }).getByText("bản 1", { exact: true }).waitFor();
        await page.getByRole("textbox", { name: "Góp ý, yêu cầu chỉnh sửa dự thảo" }).fill("Nhất trí.\nNhất trí.");
        await desk.press(page.getByRole("button", { name: "Lưu: Góp ý, yêu cầu chỉnh sửa dự thảo" }));
        await page.getByText(/«Nhất trí\.»: /).waitFor();
        await desk.close();

        const author = await server().as("tuphap");
        const draft = await author.post("/api/outgoing", await draftEntry(author));
        const writing = await open({ as: author });
        await writing.page.goto(`/outgoing/${draft.id}`);
        await writing.page.locator(".document-acts").waitFor();
        await writing.press(writing.page.locator(".document-acts").getByRole("button", { name: "Góp ý" }));
        const box = writing.page.getByRole("dialog");
        await writing.press(box.getByRole("button", { name: "Đề nghị Tư pháp rà soát." }));
        assert.equal(await box.locator("textarea").first().inputValue(), "Đề nghị Tư pháp rà soát.");
        await writing.picture("phrase-pressed");
        await writing.checkAccess();
        await writing.close();
    });

    test("a kind that is switched off is not offered, and a check that is always made is asked for", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/office/kinds");
        const used = page.getByLabel("Sử dụng: Bản ghi nhớ");
        await used.waitFor();
        await desk.picture("kinds");
        await desk.checkAccess();
        await used.uncheck();
        await page.getByText("Đã lưu: Bản ghi nhớ.").waitFor();
        await page.getByLabel("Kiểm tra nội dung: Đề án").waitFor();
        assert.equal(await page.getByLabel("Kiểm tra nội dung: Đề án").inputValue(), "required", "the sample's");
        await page.getByLabel("Kiểm tra thể thức: Đề án").selectOption("none");
        await page.getByText("Đã lưu: Đề án.").waitFor();

        const author = await server().as("tuphap");
        const writing = await open({ as: author });
        await writing.page.goto("/outgoing/new");
        await writing.page.getByRole("combobox", { name: "Loại văn bản" }).fill("Bản");
        await writing.page.getByRole("option", { name: /^Bản thỏa thuận/ }).waitFor();
        assert.equal(await writing.page.getByRole("option", { name: /^Bản ghi nhớ/ }).count(), 0);
        const draft = await author.post("/api/outgoing", await draftEntry(author, { kind: "ĐA" }));
        await writing.page.goto(`/outgoing/${draft.id}`);
        await writing.press(writing.page.locator(".document-acts").getByRole("button", { name: "Trình ký" }));
        const box = writing.page.getByRole("dialog");
        await box.getByRole("combobox", { name: /Kiểm tra nội dung/ }).or(box.getByLabel(/kiểm tra nội dung/i)).first().waitFor();
        assert.equal(await box.getByLabel(/thể thức/i).count(), 0, "nobody checks the form of this kind");
        await writing.press(box.getByRole("button", { name: "Trình ký" }));
        await box.getByText("Chưa điền ô này.").waitFor();
        await writing.picture("submit-with-check");
        await writing.checkAccess();
        await writing.close();
        await desk.close();
    });

    test("both pages fit a phone", async () => {
        const hand = await open({ as: await server().as("quantri"), screen: "phone" });
        await hand.page.goto("/admin/office/phrases");
        await hand.page.getByRole("textbox", { name: "Báo cáo tiến độ" }).waitFor();
        await hand.picture("phrases");
        await hand.checkAccess();
        await hand.checkWidth();
        await hand.page.goto("/admin/office/kinds");
        await hand.page.getByLabel("Sử dụng: Công văn").waitFor();
        await hand.picture("kinds");
        await hand.checkAccess();
        await hand.checkWidth();
        await hand.close();
    });
});
