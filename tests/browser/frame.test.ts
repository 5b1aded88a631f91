// What stands around every page: news as they come and the bell, undo, the figures, the way a person likes the page, the bar of a phone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import type { Client } from "../functional/client.ts";
import { draftEntry, incomingEntry } from "../functional/samples.ts";
import { until } from "../functional/server.ts";
import { vi } from "../../web/src/words/vi.ts";
import { inBrowser } from "./browser.ts";

// The sentences of the first language that no English page may show: those with letters of Vietnamese alone.
function sentences(group: object): string[] {
    const own = Object.values(group).flatMap((one: unknown) => (typeof one === "string" ? [one] : typeof one === "object" && one !== null ? sentences(one) : []));
    return own.filter((one) => /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(one));
}

// What a page says: its texts, and the names that only a screen reader or a hovering mouse meets.
async function said(page: Page): Promise<string[]> {
    return page.evaluate(() => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement?.closest("script, style")) found.push(node.textContent?.trim() ?? "");
        for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
            for (const name of ["aria-label", "placeholder", "title"]) found.push(element.getAttribute(name)?.trim() ?? "");
        return [...new Set(found.filter((one) => one))];
    });
}

// The text of a printed page, and how many sheets it takes.
async function printed(page: Page): Promise<{ text: string; sheets: number }> {
    const bytes = await page.pdf({ preferCSSPageSize: true });
    return {
        text: execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" }),
        sheets: Number(execFileSync("pdfinfo", ["-"], { input: bytes, encoding: "utf8" }).match(/Pages: +(\d+)/)?.[1]),
    };
}

inBrowser("the frame", (server, open) => {
    let clerk: Client, officer: Client, head: Client;

    before(async () => {
        [clerk, officer, head] = await Promise.all([server().as("vanthu"), server().as("vanphong"), server().as("chutich")]);
    });

    // A document that the head gives to the officer; its symbol.
    async function given(part: "lead" | "inform"): Promise<{ id: string; symbol: string }> {
        const entry = incomingEntry();
        const other = await (await server().as("tuphap")).get("/api/me", {});
        const me = await officer.get("/api/me", {});
        const lead = part === "lead" ? me.person : other.person;
        const { id } = await clerk.post("/api/incoming", entry);
        const { version } = await clerk.get("/api/incoming/{id}", { id });
        const shares = [{ person: lead, part: "lead" as const }, ...(part === "inform" ? [{ person: me.person, part: "inform" as const }] : [])];
        await clerk.post("/api/incoming/{id}/submit", { id, version, to: null, proposal: { text: "", shares, due_on: null } });
        const submitted = await head.get("/api/incoming/{id}", { id });
        await head.post("/api/incoming/{id}/assign", { id, version: submitted.version, accept_proposal: true });
        return { id, symbol: entry.origin_number ?? "" };
    }

    test("what comes in is told at once, stands unread at the bell and in the list, and is read once the bell was opened", async () => {
        await officer.post("/api/me/preferences", { notices_seen: true });
        const desk = await open({ as: officer });
        const { page } = desk;
        await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        await page.locator("a.cover").first().waitFor();
        const { id, symbol } = await given("lead");
        await page.getByRole("status").getByText(`Văn bản mới: ${symbol}`).waitFor();
        await page.locator(`a.cover[data-row="${id}lead"] .unread`).waitFor();
        await desk.picture("frame-news");
        await desk.press(page.getByRole("button", { name: "1 việc mới đến" }));
        const bell = page.getByRole("dialog", { name: "Nhắc việc" });
        await bell.getByRole("link", { name: `Văn bản mới: ${symbol}` }).waitFor();
        await desk.picture("frame-bell");
        await desk.checkAccess();
        await desk.key("Escape");
        await page.getByRole("button", { name: /^Nhắc việc: \d+$/ }).waitFor();
        await page.locator(`a.cover[data-row="${id}lead"] .unread`).waitFor({ state: "detached" });
        await desk.press(page.getByRole("status").getByRole("button", { name: "Mở" }));
        await page.waitForURL(`**/incoming/${id}`);
        await desk.close();
    });

    test("«Đã xem» takes a row away at once and can be undone; left alone, the server knows when the page is left", async () => {
        const { id } = await given("inform");
        const desk = await open({ as: officer });
        const { page } = desk;
        const row = page.locator("tr").filter({ has: page.locator(`a.cover[data-row="${id}read"]`) });
        await row.waitFor();
        await desk.press(row.getByRole("button", { name: "Đã xem" }));
        await row.waitFor({ state: "detached" });
        await desk.picture("frame-undo");
        await desk.press(page.getByRole("status").getByRole("button", { name: "Hoàn tác" }));
        await row.waitFor();
        const still = (await officer.get("/api/work", {})).items.some(({ record, action }) => record === id && action === "read");
        assert.equal(still, true, "an undone act was never sent");

        await desk.press(row.getByRole("button", { name: "Đã xem" }));
        await row.waitFor({ state: "detached" });
        await page.keyboard.press("z");
        await row.waitFor();
        await desk.press(row.getByRole("button", { name: "Đã xem" }));
        await row.waitFor({ state: "detached" });
        await page.reload();
        await until(async () => !(await officer.get("/api/work", {})).items.some(({ record }) => record === id), "the server to know");
        await desk.close();
    });

    test("a figure stands in large type with its period, and its number opens the list that it counted", async () => {
        const desk = await open({ as: head });
        const { page } = desk;
        await desk.press(page.getByRole("link", { name: "Thống kê", exact: true }));
        const section = page.getByRole("region", { name: "Văn bản đi đã phát hành" });
        const { items } = await head.get("/api/figures", { from: "2022-01-01", to: "2022-05-04" });
        const issued = items.find(({ name }) => name === "out")?.value ?? 0;
        await section.locator(".figure-number").getByText(issued.toLocaleString("de-DE"), { exact: true }).waitFor();
        await section.getByText("Từ 01/01/2022 đến 04/05/2022").waitFor();
        await desk.press(page.getByRole("combobox", { name: "Kỳ" }));
        await desk.press(page.getByRole("option", { name: "Năm trước" }));
        await section.getByText("Từ 01/01/2021 đến 31/12/2021").waitFor();
        await page.waitForURL(/from=2021-01-01&to=2021-12-31/);
        await section.getByText("Theo tháng, năm 2021").waitFor();
        const march = await section.getByRole("link", { name: /^Tháng 3: \d+$/ }).getAttribute("href");
        assert.match(march ?? "", /^\/outgoing\?counted=issued&from=2021-03-01&to=2021-03-31$/);
        await desk.checkAccess();
        await desk.close();

        const other = await open({ as: await server().as("tuphap") });
        await other.page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        assert.equal(await other.page.getByRole("link", { name: "Thống kê", exact: true }).count(), 0, "who does not see all documents has no figures");
        await other.close();
    });

    test("density, ground and letter keys follow the person to another machine", async () => {
        const first = await open({ as: head });
        await first.page.goto("/me");
        await first.press(first.page.getByText("Thưa", { exact: true }));
        await first.press(first.page.getByText("Tối", { exact: true }));
        await until(async () => {
            const { density, theme } = await head.get("/api/me/preferences", {});
            return density === "roomy" && theme === "dark";
        }, "the server to keep the choices");
        await first.picture("frame-dark-roomy");
        await first.close();
        const second = await open({ as: head });
        await second.page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        await until(() => second.page.evaluate(() => document.documentElement.dataset["density"] === "roomy" && document.documentElement.dataset["mantineColorScheme"] === "dark"), "the look to be the same");
        await head.post("/api/me/preferences", { density: "normal", theme: "automatic" });
        await second.close();
    });

    test("on a phone a document keeps its screen: two acts stand under the thumb, the others behind «Việc khác»", async () => {
        const made = await officer.post("/api/outgoing", await draftEntry(officer));
        const me = await head.get("/api/me", {});
        await officer.post("/api/outgoing/{id}/submit", { id: made.id, version: made.version, signer: me.person, commenters: [], content_checker: null, format_checker: null });
        const phone = await open({ as: head, screen: "phone" });
        const { page } = phone;
        await page.goto(`/outgoing/${made.id}`);
        const bar = page.locator(".document-bar");
        await bar.getByRole("button", { name: "Duyệt, ký" }).waitFor();
        await bar.getByRole("button", { name: "Yêu cầu chỉnh sửa" }).waitFor();
        const box = await bar.boundingBox();
        assert.ok(box && box.height < 70, `${box?.height} px`);
        await phone.press(bar.getByRole("button", { name: "Việc khác" }));
        const more = page.getByRole("dialog", { name: "Việc khác" });
        await more.getByRole("button", { name: "Góp ý" }).waitFor();
        await phone.picture("frame-acts");
        await phone.checkAccess();
        await phone.checkWidth();
        await phone.press(more.getByRole("button", { name: "Góp ý" }));
        await page.getByRole("dialog").getByLabel("Ý kiến của bạn").waitFor();
        await phone.close();
    });

    test("English is chosen on the sign-in page, goes with the person, and goes back to Vietnamese on his own page", async () => {
        const desk = await open();
        const { page } = desk;
        await desk.press(page.getByRole("button", { name: "English" }));
        await page.getByRole("heading", { name: "Sign in" }).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
        await desk.picture("frame-english-sign-in");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: "Huỳnh Ngọc Sơn" }));
        await page.getByRole("heading", { name: "My work" }).waitFor();
        await page.getByRole("link", { name: /^Incoming/ }).waitFor();
        await desk.picture("frame-english");
        const land = await server().as("diachinh");
        await until(async () => (await land.get("/api/me/preferences", {})).language === "en", "the server to know the language");
        await desk.close();

        const other = await open({ as: land });
        await other.page.getByRole("heading", { name: "My work" }).waitFor();
        await other.page.goto("/me");
        await other.press(other.page.getByText("Tiếng Việt", { exact: true }));
        await other.page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
        assert.equal(await other.page.evaluate(() => document.documentElement.lang), "vi");
        await other.close();
    });

    test("in English no page keeps a Vietnamese sentence: lists, a document, the books, dossiers, administration", async () => {
        const { id } = await given("lead");
        const vietnamese = new Set(sentences(vi));
        // what is written into documents, and what the office has named itself
        const [books, listed] = await Promise.all([clerk.get("/api/books", {}), clerk.get("/api/kinds", {})]);
        const names = new Set([...Object.values(vi.phrases.own).flat(), ...books.items.map(({ name }) => name), ...listed.items.map(({ name }) => name)]);
        const of = async (client: Client, pages: [path: string, heading: string | RegExp, picture?: string][]) => {
            await client.post("/api/me/preferences", { language: "en" });
            const desk = await open({ as: client });
            for (const [path, heading, picture] of pages) {
                await desk.page.goto(path);
                await desk.page.getByRole("heading", { name: heading }).first().waitFor();
                await desk.page.getByText("Loading…").waitFor({ state: "detached" });
                assert.deepEqual((await said(desk.page)).filter((one) => vietnamese.has(one) && !names.has(one)), [], path);
                if (picture) {
                    await desk.picture(picture);
                    await desk.checkAccess();
                }
            }
            await desk.close();
            await client.post("/api/me/preferences", { language: "vi" });
        };
        await of(clerk, [
            ["/incoming", "Incoming documents", "frame-english-incoming"],
            [`/incoming/${id}`, /./],
            ["/outgoing", "Outgoing documents"],
            ["/books", "Books", "frame-english-books"],
            ["/work-dossiers", "Work dossiers"],
            ["/incoming/envelopes", "Personal envelopes"],
            ["/figures", "Figures"],
            ["/admin/access", "Access log"],
        ]);
        await of(await server().as("quantri"), [
            ["/admin/people", "People, accounts"],
            ["/admin/people/import", "Import people"],
            ["/admin/office", "Organisation, rights", "frame-english-office"],
            ["/admin/audit", "Audit trail"],
            ["/admin/calendar", "Working calendar"],
            ["/me", "My account"],
        ]);
    });

    test("F1 opens the guide of one's role over the page, and each role's guide prints on one sheet", async () => {
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.getByRole("heading", { name: "Việc của tôi" }).waitFor();
        await desk.key("F1");
        const guide = page.getByRole("dialog", { name: "Hướng dẫn: Văn thư" });
        await guide.getByText("Một ngày làm việc").waitFor();
        await desk.picture("frame-guide");
        await desk.checkAccess();
        await desk.key("Escape");
        await guide.waitFor({ state: "hidden" });
        for (const role of ["clerk", "head", "officer", "one_stop_officer", "standing_officer", "inspector", "archivist", "administrator"]) {
            await page.goto(`/guide/${role}`);
            await page.getByText("Khi có việc khác thường").waitFor();
            const { text, sheets } = await printed(page);
            assert.equal(sheets, 1, role);
            assert.match(text, /Mất mạng/, role);
        }
        await desk.close();
    });

    test("a list prints black on white over sheets, without the frame, with who printed it and when", async () => {
        const desk = await open({ as: clerk, dark: true });
        const { page } = desk;
        await page.goto("/incoming");
        await page.locator("a.cover").nth(40).waitFor();
        const last = (await page.locator("a.cover").nth(40).innerText()).trim().split(/\s+/).slice(-3).join(" ");
        const { text, sheets } = await printed(page);
        assert.ok(sheets > 1);
        assert.ok(text.replace(/\s+/g, " ").includes(last.split(" ").at(-1) ?? last), last);
        assert.match(text, /In từ congso bởi Trần Thị Mỹ Duyên lúc \d\d:\d\d 04\/05\/2022/);
        assert.doesNotMatch(text, /Tìm mọi thứ|Thu gọn trình đơn/);
        await page.emulateMedia({ media: "print" });
        const [ink, ground] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]);
        assert.deepEqual([ink, ground], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
        await desk.picture("frame-print");
        await desk.close();
    });
});
