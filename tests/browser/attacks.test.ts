// Words and files that are programs elsewhere, shown on every page that shows them: nothing of them runs (stored XSS).
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, test } from "node:test";
import type { Client } from "../functional/client.ts";
import { refused } from "../functional/client.ts";
import { docx, draftEntry, incomingEntry, pdf, personCalled } from "../functional/samples.ts";
import { inBrowser, type Desk } from "./browser.ts";

const programs = [
    `<img src=x onerror="window.hit=1">`,
    `<script>window.hit=1</script>`,
    `"><svg onload=window.hit=1>`,
    `javascript:window.hit=1`,
    `</textarea><iframe srcdoc="<script>parent.hit=1</script>">`,
    `{{constructor.constructor('window.hit=1')()}}`,
];

inBrowser("what people type and send runs nowhere", (server, open) => {
    let clerk: Client;

    before(async () => {
        clerk = await server().as("vanthu");
    });

    // Looks at a page long enough to see the words on it, and that they stayed words.
    async function stays(desk: Desk, path: string, seen: string): Promise<void> {
        await desk.page.goto(path);
        await desk.page.getByText(seen).first().waitFor();
        assert.equal(await desk.page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined, path);
        assert.equal(await desk.page.evaluate(() => document.querySelectorAll("iframe[srcdoc], img[src='x'], svg[onload], a[href^='javascript:']").length), 0, path);
    }

    test("fields of a document, in lists, on its page and in what waits", async () => {
        const all = programs.join(" ");
        const mark = `dấu ${randomUUID().slice(0, 8)}`;
        const file = await clerk.upload(`${mark} <img src=x onerror=window.hit=1>.pdf`, pdf(mark)).catch(() => clerk.upload(`${mark}.pdf`, pdf(mark)));
        const head = await personCalled(clerk, "chutich");
        const document = await clerk.post(
            "/api/incoming",
            incomingEntry({ subject: `${mark} ${all}`.slice(0, 450), issuer: `${mark} ${programs[0]}`, note: all, files: [file.id], submit: { text: all, shares: [] }, submit_to: head }),
        );
        const desk = await open({ as: clerk });
        await stays(desk, "/incoming", mark);
        await stays(desk, `/incoming/${document.id}`, mark);
        await stays(desk, `/incoming?query=${encodeURIComponent(mark)}`, mark);
        await desk.close();
        const chairman = await open({ as: await server().as("chutich") });
        await stays(chairman, "/", mark);
        await chairman.close();
    });

    test("fields and comments of a draft", async () => {
        const officer = await server().as("vanphong");
        const mark = `dấu ${randomUUID().slice(0, 8)}`;
        const text = programs.map((line) => ({ style: "paragraph" as const, text: line }));
        const draft = await officer.post("/api/outgoing", await draftEntry(officer, { subject: `${mark} ${programs.join(" ")}`.slice(0, 450), text }));
        await officer.post("/api/outgoing/{id}/comments", { id: draft.id, text: programs.join(" "), revision: false } as never).catch(() => undefined);
        const desk = await open({ as: officer });
        await stays(desk, "/outgoing", mark);
        await stays(desk, `/outgoing/${draft.id}`, mark);
        await desk.close();
    });

    test("what an address carries", async () => {
        const desk = await open({ as: clerk });
        for (const program of programs) {
            await desk.page.goto(`/incoming?query=${encodeURIComponent(program)}&kind=${encodeURIComponent(program)}`);
            await desk.page.getByRole("heading").first().waitFor();
            await desk.page.goto(`/${encodeURIComponent(program)}#${program}`);
            await desk.page.locator("body").waitFor();
            assert.equal(await desk.page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined, program);
        }
        await desk.close();
    });

    test("files that are pages, and files that hold programs, opened as a person opens them", async () => {
        for (const [name, bytes] of Object.entries({
            "trang.html": Buffer.from("<html><script>window.hit=1</script></html>"),
            "hinh.svg": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.hit=1"/>'),
        })) {
            const problem = await refused(clerk.upload(name, bytes));
            assert.ok(problem.status === 400 || problem.status === 415, `${name}: ${problem.status}`);
        }
        const active = pdf("chuong trinh").toString("latin1").replace("<</Type/Catalog", "<</OpenAction<</S/JavaScript/JS(this.hit=1)>>/Type/Catalog");
        for (const [name, bytes] of Object.entries({ "chay.pdf": Buffer.from(active, "latin1"), "chay.docx": docx("<script>window.hit=1</script>".replaceAll("<", "&lt;")) })) {
            const file = await clerk.upload(name, bytes).catch(() => undefined);
            if (!file) continue; // refused at the door
            const answer = await clerk.raw("GET", `/api/files/${file.id}`, {});
            assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
            const policy = answer.headers.get("content-security-policy") ?? "";
            assert.ok(/sandbox|default-src 'none'/.test(policy), `${name}: ${policy}`);
            const document = await clerk.post("/api/incoming", incomingEntry({ files: [file.id] }));
            const desk = await open({ as: clerk });
            await stays(desk, `/incoming/${document.id}`, document.subject);
            if (name.endsWith(".pdf")) await desk.page.locator("canvas").first().waitFor();
            await desk.close();
        }
    });
});
