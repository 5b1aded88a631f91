// The clerk's page of kept copies: a copy is taken, is seen as out, and comes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowser } from "./browser.ts";

inBrowser("kept copies", (server, open) => {
    test("a use is entered from the books, and its return beside it (Phụ lục IV)", async () => {
        const clerk = await server().as("vanthu");
        const taken = new Set((await clerk.get("/api/kept-copies", { out: true })).items.map(({ document }) => document));
        const document = (await clerk.get("/api/outgoing", { state: "issued", limit: 20 })).items.find(({ id }) => !taken.has(id));
        assert.ok(document);
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto("/books");
        await desk.press(page.getByRole("link", { name: "Sử dụng bản lưu" }));
        await page.getByRole("heading", { name: "Sử dụng bản lưu" }).waitFor();
        await page.getByRole("button", { name: /^Ghi trả / }).first().waitFor();
        await desk.checkAccess();
        await desk.picture("kept-copies");
        await desk.key("n");
        const box = page.getByRole("dialog", { name: "Ghi sử dụng" });
        await desk.press(box.getByRole("combobox", { name: "Văn bản đã phát hành" }));
        await desk.type(document.symbol);
        // the same number comes again each year
        await desk.press(page.getByRole("option", { name: `${document.symbol} · ${document.subject}` }).first());
        await desk.press(box.getByRole("combobox", { name: "Cán bộ của cơ quan" }));
        await desk.type("Huỳnh Ngọc Sơn");
        await desk.key("Enter");
        await desk.press(box.getByRole("combobox", { name: "Người cho phép" }));
        await desk.type("Phạm Quốc Huy");
        await desk.key("Enter");
        await desk.picture("kept-copies-box");
        await desk.checkAccess();
        await desk.press(box.getByRole("button", { name: "Lưu" }));
        await page.getByRole("status").getByText("Đã ghi vào sổ.").waitFor();
        const back = page.getByRole("button", { name: `Ghi trả ${document.symbol}` });
        await back.waitFor();
        await desk.press(back);
        const returned = page.getByRole("dialog", { name: `Ghi trả ${document.symbol}` });
        await returned.getByText("Bản lưu đang ở Huỳnh Ngọc Sơn.").waitFor();
        await desk.press(returned.getByRole("button", { name: "Ghi trả" }));
        await back.waitFor({ state: "detached" });
        // the same from the page of the document
        await page.goto(`/outgoing/${document.id}`);
        await page.getByRole("heading", { name: "Sử dụng bản lưu" }).waitFor();
        await page.getByText("Huỳnh Ngọc Sơn").first().waitFor();
        await desk.press(page.getByRole("button", { name: "Ghi sử dụng bản lưu" }));
        await box.getByText(document.symbol).waitFor();
        assert.equal(await box.getByRole("combobox", { name: "Văn bản đã phát hành" }).count(), 0, "which document is known");
        await desk.press(box.getByLabel("Hoặc tên người ngoài cơ quan"));
        await desk.type("Đoàn kiểm tra thị xã");
        await desk.press(box.getByRole("combobox", { name: "Người cho phép" }));
        await desk.type("Phạm Quốc Huy");
        await desk.key("Enter");
        await desk.picture("kept-copies-of-document");
        await desk.checkAccess();
        await desk.press(box.getByRole("button", { name: "Lưu" }));
        await page.getByText("Đoàn kiểm tra thị xã").waitFor();
        await desk.picture("kept-copies-side");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: `Ghi trả ${document.symbol}` }));
        await desk.press(returned.getByRole("button", { name: "Ghi trả" }));
        await page.getByRole("button", { name: "Ghi sử dụng bản lưu" }).waitFor();
        await desk.close();

        const phone = await open({ as: clerk, screen: "phone" });
        await phone.page.goto("/books/kept-copies");
        await phone.page.getByRole("heading", { name: "Sử dụng bản lưu" }).waitFor();
        await phone.page.getByRole("button", { name: /^Ghi trả / }).first().waitFor();
        await phone.checkAccess();
        await phone.checkWidth();
        await phone.picture("kept-copies");
        await phone.close();
    });
});
