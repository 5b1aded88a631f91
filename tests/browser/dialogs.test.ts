// Every dialog that a document, a person, the calendar and the frame open: no serious finding of axe, light and dark, nothing wider
// than the screen; and what was typed into one is still there when it is opened again.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Client } from "../functional/client.ts";
import { draftEntry, incomingEntry, pdf } from "../functional/samples.ts";
import { inBrowser, type Desk } from "./browser.ts";

inBrowser("every dialog", (server, open) => {
    let clerk: Client, officer: Client, head: Client;

    before(async () => {
        [clerk, officer, head] = await Promise.all([server().as("vanthu"), server().as("vanphong"), server().as("chutich")]);
    });

    const opened = (page: Page) => page.locator('[role="dialog"], [role="menu"], form.instruct').locator("visible=true").first();

    // Opens what a button opens and looks at it in both grounds; false when the button acted or went to another page instead.
    async function look(desk: Desk, button: Locator, name: string): Promise<boolean> {
        const { page } = desk;
        const at = page.url();
        await button.click();
        const box = opened(page);
        await Promise.race([box.waitFor(), page.waitForURL((url) => url.href !== at), page.getByRole("status").locator(".notice").first().waitFor()]);
        if (!(await box.isVisible())) return false;
        for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await desk.checkAccess();
        }
        await desk.checkWidth();
        await desk.picture(`dialog-${name}`);
        await page.emulateMedia({ colorScheme: "light" });
        await page.keyboard.press("Escape");
        await box.waitFor({ state: "hidden" });
        return true;
    }

    // Each button beside a document opened by somebody; how many of them open a dialog.
    async function lookAtActs(person: Client, path: string, name: string): Promise<number> {
        const desk = await open({ as: person });
        const { page } = desk;
        const acts = page.locator(".document-acts button");
        let count = 0;
        await page.goto(path);
        await acts.first().waitFor();
        const words = (await acts.allInnerTexts()).map((text) => text.split("\n")[0]?.trim() ?? "");
        for (const [index, text] of words.entries()) {
            const button = page.locator(".document-acts").getByRole("button", { name: text }).first();
            if ((await button.count()) === 0) continue; // an act before it has changed what may be done
            if (await look(desk, button, `${name}-${index}`)) count++;
            if (!page.url().endsWith(path)) await page.goto(path);
            await page.locator(".document-acts").first().waitFor();
        }
        await desk.close();
        return count;
    }

    const idOf = async (person: Client) => (await person.get("/api/me", {})).person;

    test("of an incoming document: to submit and return it, to instruct, to handle it", async () => {
        const { id } = await clerk.post("/api/incoming", incomingEntry());
        assert.ok((await lookAtActs(clerk, `/incoming/${id}`, "registered")) >= 1);
        const { version } = await clerk.get("/api/incoming/{id}", { id });
        await clerk.post("/api/incoming/{id}/submit", { id, version, to: null, proposal: { text: "", shares: [{ person: await idOf(officer), part: "lead" }], due_on: null } });
        const other = await clerk.post("/api/incoming", incomingEntry());
        await clerk.post("/api/incoming/{id}/submit", { id: other.id, version: other.version, to: null, proposal: { text: "", shares: [], due_on: null } });
        assert.ok((await lookAtActs(head, `/incoming/${other.id}`, "submitted")) >= 1);
        await head.post("/api/incoming/{id}/assign", { id, version: (await head.get("/api/incoming/{id}", { id })).version, accept_proposal: true });
        assert.ok((await lookAtActs(officer, `/incoming/${id}`, "assigned")) >= 3);
    });

    test("of an outgoing document: from the draft to the issued one", async () => {
        const made = await officer.post("/api/outgoing", await draftEntry(officer));
        const { id } = made;
        assert.ok((await lookAtActs(officer, `/outgoing/${id}`, "draft")) >= 2);
        const version = async () => (await clerk.get("/api/outgoing/{id}", { id })).version;
        await officer.post("/api/outgoing/{id}/submit", { id, version: await version(), signer: await idOf(head), commenters: [], content_checker: null, format_checker: null });
        assert.ok((await lookAtActs(head, `/outgoing/${id}`, "for-signature")) >= 3);
        await head.post("/api/outgoing/{id}/approve", { id, version: await version(), authority: "tm" });
        assert.ok((await lookAtActs(clerk, `/outgoing/${id}`, "approved")) >= 1);
        await clerk.post("/api/outgoing/{id}/number", { id, version: await version() });
        assert.ok((await lookAtActs(clerk, `/outgoing/${id}`, "numbered")) >= 1);
        const scan = await clerk.upload("ban-quet.pdf", pdf("signed and sealed"));
        await clerk.post("/api/outgoing/{id}/issue", { id, version: await version(), scan: scan.id });
        assert.ok((await lookAtActs(clerk, `/outgoing/${id}`, "issued")) >= 2);
    });

    test("of the administrator's pages and of the frame", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/people");
        const row = page.locator("tbody tr").first();
        await row.waitFor();
        for (const name of ["Sửa", "Vai trò", "Tài khoản"]) {
            const button = row.getByRole("button", { name, exact: true });
            if ((await button.count()) > 0) assert.ok(await look(desk, button, `person-${name}`), name);
        }
        await page.goto("/admin/calendar");
        assert.ok(await look(desk, page.getByRole("button", { name: /Thêm ngày nghỉ/ }), "day"));
        assert.ok(await look(desk, page.locator(".bell"), "bell"));
        assert.ok(await look(desk, page.locator(".user"), "user"));
        assert.ok(await look(desk, page.getByRole("button", { name: /Tìm mọi thứ/ }), "find"));
        assert.ok(await look(desk, page.locator(".column").getByRole("button", { name: /Phím tắt/ }), "keys"));
        await desk.close();
    });

    test("what was typed into a box is there again after a reload, and gone once it was sent", async () => {
        const { id } = await clerk.post("/api/incoming", incomingEntry());
        const desk = await open({ as: clerk });
        const { page } = desk;
        await page.goto(`/incoming/${id}`);
        const begin = async () => {
            await page.locator(".document-acts").getByRole("button", { name: "Trả lại" }).click();
            return page.getByRole("dialog").getByLabel("Lý do trả lại");
        };
        await (await begin()).fill("Gửi nhầm, viết dở");
        await page.reload();
        const reason = await begin();
        await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea')?.value === "Gửi nhầm, viết dở");
        await reason.press("Control+Enter");
        await page.getByText("Đã trả lại.").waitFor();
        await page.getByRole("dialog").waitFor({ state: "hidden" });
        assert.equal(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("congso:kept:"))), false);
        await desk.close();
        assert.equal((await clerk.get("/api/incoming/{id}", { id })).state, "returned");
    });
});
