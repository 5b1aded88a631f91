// The administrator sets what decisions begin with; whoever drafts one finds it in the editor, and it goes when another kind is chosen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowser } from "./browser.ts";

inBrowser("templates of drafts", (server, open) => {
    test("a template is changed on the page «Mẫu soạn thảo», stands in the next draft, and its earlier version comes back", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/office/templates");
        await page.getByText("Giấy nghỉ phép").waitFor();
        await desk.picture("templates");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: "Sửa mẫu: Quyết định", exact: true }));
        await page.getByRole("heading", { name: "Mẫu soạn thảo: Quyết định" }).waitFor();
        const closing = page.locator(".paragraphs").nth(1).locator("textarea.paragraph-text").first();
        await closing.fill("Chánh Văn phòng, các bộ phận và cá nhân liên quan chịu trách nhiệm thi hành Quyết định này");
        await page.getByLabel("Cách dòng").selectOption("120");
        await page.getByLabel("Lề trái").selectOption("35");
        await page.getByLabel("Lý do sửa").fill("Thống nhất điều khoản thi hành");
        await desk.picture("template-form");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: "Lưu", exact: true }));
        await page.getByText("Đã lưu mẫu soạn thảo.").waitFor();
        await page.getByText("Thống nhất điều khoản thi hành").waitFor();

        const writing = await open({ as: await server().as("tuphap") });
        await writing.page.goto("/outgoing/new");
        const choose = async (kind: string) => {
            await writing.page.getByRole("combobox", { name: "Loại văn bản" }).fill(kind);
            await writing.page.getByRole("option", { name: new RegExp(`^${kind}`) }).first().click();
        };
        const texts = () => writing.page.locator("textarea.paragraph-text").evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
        await choose("Quyết định");
        await writing.page.locator(".recipient-name", { hasText: "Như Điều 3" }).waitFor();
        const begun = await texts();
        assert.match(begun[0] ?? "", /^Căn cứ Luật Tổ chức chính quyền địa phương/);
        assert.match(begun.at(-1) ?? "", /^Chánh Văn phòng/);
        await writing.page.locator("textarea.paragraph-text").nth(2).fill("Điều 1. Của riêng tôi.");
        await writing.picture("draft-from-template");
        await choose("Thông báo");
        await writing.page.locator(".recipient-name", { hasText: "Trưởng các thôn" }).waitFor();
        assert.deepEqual((await texts()).map((text) => text.slice(0, 22)), ["Điều 1. Của riêng tôi.", "Ủy ban nhân dân xã thô"], "what the hand wrote stays");
        assert.equal(await writing.page.locator(".recipient-name", { hasText: "Như Điều 3" }).count(), 0);
        await writing.close();

        await desk.press(page.getByRole("button", { name: "Lấy nội dung bản này" }).first());
        await page.getByText("Đã lấy nội dung bản 1.").waitFor();
        assert.equal(await page.locator(".paragraphs").nth(1).locator("textarea.paragraph-text").first().inputValue(), "");
        await desk.close();
    });

    test("the form fits a phone", async () => {
        const hand = await open({ as: await server().as("quantri"), screen: "phone" });
        await hand.page.goto("/admin/office/templates?kind=TB");
        await hand.page.getByRole("heading", { name: "Mẫu soạn thảo: Thông báo" }).waitFor();
        await hand.picture("template-form");
        await hand.checkAccess();
        await hand.close();
    });
});
