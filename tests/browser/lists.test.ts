// Lists as each person likes them: which columns they show, and by which they are sorted.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { inBrowser } from "./browser.ts";

inBrowser("lists", (server, open) => {
    const head = (page: Page, name: string) => page.getByRole("columnheader", { name, exact: true });
    const subjects = (page: Page) => page.locator("tbody a.cover").allInnerTexts();

    test("the columns of a list are chosen by each person, and follow him to another machine (Phụ lục VI)", async () => {
        const clerk = await server().as("vanthu");
        const desk = await open({ as: clerk, at: "/incoming" });
        const { page } = desk;
        await head(page, "Cơ quan ban hành").waitFor();
        await desk.press(page.getByRole("button", { name: "Cột", exact: true }));
        const box = page.getByRole("dialog", { name: "Cột" });
        assert.ok(await box.getByRole("checkbox", { name: "Trích yếu" }).isDisabled(), "the column that opens a document stays");
        for (const name of ["Cơ quan ban hành", "Chủ trì"]) {
            await box.getByRole("checkbox", { name }).uncheck();
            await head(page, name).waitFor({ state: "hidden" });
        }
        await desk.picture("lists-columns");
        await desk.checkAccess();
        await desk.key("Escape");
        const other = await open({ as: clerk, at: "/incoming" });
        await head(other.page, "Hạn").waitFor();
        await head(other.page, "Cơ quan ban hành").waitFor({ state: "hidden" });
        assert.equal(await other.page.locator("td.list-issuer").first().isVisible(), false);
        await other.picture("lists-fewer-columns");
        await other.close();
        const phone = await open({ as: clerk, at: "/incoming", screen: "phone" });
        await phone.page.locator("a.cover").first().waitFor();
        await phone.checkWidth();
        await phone.close();
        await page.goto("/outgoing");
        await head(page, "Người soạn").waitFor();
        await desk.close();
        await clerk.post("/api/me/preferences", { hidden: { list: "incoming", columns: "" } });
    });

    test("a list is sorted by any column, all of it and either way; a saved filter keeps the order (Phụ lục VI)", async () => {
        const clerk = await server().as("vanthu");
        const { total } = await clerk.get("/api/incoming", { from: "2022-03-15", to: "2022-04-30" });
        assert.ok(total > 60, `${total} rows are more than a page`);
        const desk = await open({ as: clerk, at: "/incoming?from=2022-03-15&to=2022-04-30" });
        const { page } = desk;
        await desk.press(head(page, "Trích yếu").getByRole("button"));
        await page.locator("tbody a.cover").nth(total - 1).waitFor();
        const order = new Intl.Collator("vi", { numeric: true }).compare;
        const { items } = await clerk.get("/api/incoming", { from: "2022-03-15", to: "2022-04-30", limit: 200 });
        const shown = await page.locator("tbody tr td.list-number").allInnerTexts();
        assert.equal(shown.length, total);
        assert.equal(await head(page, "Trích yếu").getAttribute("aria-sort"), "ascending");
        const first = (await subjects(page)).map((text) => text.replace(/^(KHẨN|THƯỢNG KHẨN|HỎA TỐC)\s+/, "").trim());
        assert.deepEqual(first, [...first].sort(order));
        await desk.picture("lists-sorted");
        await desk.checkAccess();
        await desk.press(head(page, "Hạn").getByRole("button"));
        await page.locator('th[aria-sort="ascending"]', { hasText: "Hạn" }).waitFor();
        await desk.press(head(page, "Hạn").getByRole("button"));
        await page.locator('th[aria-sort="descending"]', { hasText: "Hạn" }).waitFor();
        const latest = items.map(({ due_on }) => due_on ?? "").sort().at(-1);
        const top = items.filter(({ due_on }) => due_on === latest).map(({ subject }) => subject);
        const topmost = (await subjects(page))[0] ?? "";
        assert.ok(total > 200 || top.some((subject) => topmost.includes(subject)), `${topmost} is due on ${latest}`);

        await desk.press(page.getByRole("button", { name: "Bộ lọc đã lưu" }));
        await desk.press(page.getByRole("menuitem", { name: "Lưu bộ lọc đang dùng" }));
        await page.getByRole("dialog").getByLabel("Tên bộ lọc").fill("Hạn xa nhất trước");
        await desk.key("Control+Enter");
        await page.getByText("Đã lưu bộ lọc «Hạn xa nhất trước».").waitFor();
        await page.goto("/incoming");
        await desk.press(page.getByRole("button", { name: "Bộ lọc đã lưu" }));
        await desk.press(page.getByRole("menuitem", { name: "Hạn xa nhất trước" }));
        await page.locator('th[aria-sort="descending"]').waitFor();

        await page.goto("/incoming?sort=issuer"); // of all years
        await page.getByText("Danh sách dài quá 1.000 dòng nên chưa sắp xếp được.").waitFor();
        await desk.close();
    });
});
