// A copy by hand: made on a document's page, printed, its signed paper given out and read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { incomingEntry, pdf } from "../functional/samples.ts";
import { inBrowser } from "./browser.ts";

inBrowser("copies by hand", (server, open) => {
    test("the clerk copies a document, has it signed and gives it out; the reader finds it on his phone", async () => {
        const clerk = await server().as("vanthu");
        const file = await clerk.upload("Ke hoach.pdf", pdf("Noi dung ke hoach so 99"));
        const source = await clerk.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto(`/incoming/${source.id}`);
        await desk.press(page.getByRole("button", { name: "Sao văn bản" }));
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        await dialog.getByRole("combobox", { name: "Người ký" }).or(dialog.getByLabel(/^Người ký/)).first().click();
        await desk.press(page.getByRole("option", { name: /KT\. CHỦ TỊCH/ }).first());
        const recipient = dialog.getByLabel("Thêm nơi nhận");
        for (const name of ["Tài chính - Kế toán", "Trường THCS Phổ Mẫu"]) {
            await recipient.fill(name);
            await recipient.press("Enter");
        }
        await dialog.getByText("- Trường THCS Phổ Mẫu").waitFor();
        await recipient.blur();
        await desk.picture("copy-make");
        await desk.checkAccess();
        await desk.press(dialog.getByText("Trích sao"));
        await dialog.getByLabel(/^Nội dung trích/).waitFor();
        await desk.picture("copy-make-extract");
        await desk.checkAccess();
        await desk.press(dialog.getByText("Sao y"));
        await desk.press(dialog.getByRole("button", { name: "Lập bản sao, lấy số" }));
        await page.getByText(/Đã lập bản sao \d+\/SY-UBND\./).waitFor();
        await page.getByRole("heading", { name: new RegExp(source.origin_number.replaceAll("/", "\\/")) }).waitFor();
        await page.locator(".textLayer").getByText("SAO Y").waitFor({ timeout: 30_000 });
        await page.locator(".document-acts").getByRole("button", { name: "Phát bản sao" }).waitFor();
        await desk.picture("copy-made");
        await desk.checkAccess();
        await desk.press(page.locator(".document-acts").getByRole("button", { name: "Phát bản sao" }));
        await dialog.waitFor();
        await dialog.locator('input[type="file"]').setInputFiles({ name: "Ban sao da ky.pdf", mimeType: "application/pdf", buffer: pdf("Ban sao da ky, dong dau") });
        await dialog.getByText("Ban sao da ky.pdf").first().waitFor();
        await desk.press(dialog.getByRole("button", { name: "Phát bản sao" }));
        await page.getByText("Đã phát bản sao.").waitFor();
        await page.locator(".document-state").getByText("Đã phát").waitFor();
        await desk.picture("copy-issued");
        await page.goto("/copies");
        await page.getByRole("link", { name: new RegExp(source.origin_number.replaceAll("/", "\\/")) }).first().waitFor();
        await desk.picture("copies");
        await desk.checkAccess();
        await page.goto("/books");
        await desk.press(page.getByRole("button", { name: /^Bản sao/ }));
        await page.getByRole("cell", { name: /\/SY-UBND/ }).first().waitFor();
        await desk.picture("copies-book");
        await desk.checkAccess();
        await desk.close();

        const reader = await server().as("taichinh");
        const given = (await reader.get("/api/work", {})).items.find((item) => item.kind === "copy" && item.title.includes(source.origin_number));
        assert.ok(given);
        const phone = await open({ as: reader, screen: "phone" });
        await phone.page.goto(`/copies/${given.record}`);
        await phone.page.locator(".textLayer").getByText("dong dau").waitFor({ timeout: 30_000 });
        await phone.picture("copy-read");
        await phone.checkWidth();
        await phone.checkAccess();
        await phone.close();
    });
});
