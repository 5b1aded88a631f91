import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { Draft, OutgoingView } from "../../web/src/api/types.ts";
import { refused } from "./client.ts";
import { draftEntry, incomingEntry, onEngines, pdf, personCalled } from "./samples.ts";
import { until } from "./server.ts";

// Drafts of every kind, opinions, and the ways back, over HTTP.
onEngines("outgoing ways", (server) => {
    const drafter = () => server().as("tuphap");
    const signer = () => server().as("chutich");
    const clerk = () => server().as("vanthu");

    async function drafted(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const author = await drafter();
        return author.post("/api/outgoing", await draftEntry(author, values));
    }
    async function numbered(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const { id } = await drafted(values);
        await (await drafter()).post("/api/outgoing/{id}/submit", { id, commenters: [] });
        await (await signer()).post("/api/outgoing/{id}/approve", { id, authority: "tm" });
        return (await clerk()).post("/api/outgoing/{id}/number", { id });
    }
    async function issued(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const { id } = await numbered(values);
        const scan = await (await clerk()).upload("ban ky.pdf", pdf(`Ban ky ${randomUUID()}`));
        return (await clerk()).post("/api/outgoing/{id}/issue", { id, scan: scan.id });
    }
    async function toTown() {
        const town = (await (await drafter()).get("/api/agencies", {})).items.find((one) => one.short_name === "UBND thị xã Đức Mẫu");
        assert.ok(town);
        return { kind: "agency" as const, target: town.id, name: town.short_name, mark: "", addressee: false, delivered_at: 0, read_at: 0 };
    }
    async function waits(name: string, record: string): Promise<string[]> {
        return (await (await server().as(name)).get("/api/work", {})).items.filter((item) => item.record === record).map((item) => item.action);
    }
    // What is found at last.
    async function coming<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
        let found: T | undefined;
        await until(async () => (found = await ask()) !== undefined, what);
        return found!;
    }

    test("a draft names recipients that nobody here knows", async () => {
        const outside = (name: string) => ({ kind: "outside" as const, target: null, name, mark: "", addressee: false, delivered_at: 0, read_at: 0 });
        const view = await drafted({ recipients: [outside("Các thôn")] });
        assert.deepEqual(view.recipients.map(({ name, target }) => [name, target]), [["Các thôn", null]]);
        const desk = await clerk();
        const letter = await desk.post("/api/incoming", incomingEntry({ issuer: "Hợp tác xã Mẫu" }));
        const answer = await desk.post("/api/outgoing", await draftEntry(desk, { reply_to: letter.id, recipients: [{ ...outside("Hợp tác xã Mẫu"), addressee: true }] }));
        assert.equal(answer.reply_to, letter.id);
    });

    test("a change says all of a draft: what it leaves out is cleared, and the story keeps both", async () => {
        const author = await drafter();
        const first = await drafted({ due_on: "2022-05-20", note: "nhắc lại" });
        const entry = await draftEntry(author, { subject: `Tên mới ${randomUUID()}` });
        const view = await author.post("/api/outgoing/{id}", { ...entry, id: first.id, version: first.version, due_on: null, note: null, signer: null });
        assert.deepEqual([view.due_on, view.note, view.signer], [null, "", null]);
        const detail = JSON.parse(view.story[0]?.detail ?? "{}") as Record<string, string>;
        assert.deepEqual([detail["was.subject"], detail["is.subject"]], [first.subject, entry.subject]);
    });

    test("an opinion is waited for until it comes, and the drafter hears of it", async () => {
        const author = await drafter();
        const { id } = await drafted();
        const asked = await personCalled(author, "diachinh");
        await author.post("/api/outgoing/{id}/submit", { id, commenters: [asked] });
        const colleague = await server().as("diachinh");
        await colleague.get("/api/outgoing/{id}", { id });
        assert.deepEqual(await waits("diachinh", id), ["comment"]);
        const view = await colleague.post("/api/outgoing/{id}/comments", { id, text: "", request_revision: false, no_opinion: true });
        assert.deepEqual(view.commenters.map((one) => [one.person, one.no_opinion]), [[asked, true]]);
        assert.deepEqual(await waits("diachinh", id), []);
        assert.deepEqual(await waits("tuphap", id), ["notice"]);
        const again = await refused(colleague.post("/api/outgoing/{id}/comments", { id, text: "", request_revision: false, no_opinion: true }));
        assert.equal(again.code, "outgoing.not_yours");
    });

    test("the drafter takes his draft back and gives it up; nobody else does", async () => {
        const author = await drafter();
        const { id } = await drafted();
        assert.deepEqual(await waits("tuphap", id), ["draft"]);
        await author.post("/api/outgoing/{id}/submit", { id, commenters: [] });
        assert.equal((await refused((await clerk()).post("/api/outgoing/{id}/withdraw", { id, reason: "" }))).code, "outgoing.not_yours");
        assert.equal((await author.post("/api/outgoing/{id}/withdraw", { id, reason: "sửa lại" })).state, "draft");
        assert.deepEqual(await waits("chutich", id), []);
        const gone = await author.post("/api/outgoing/{id}/discard", { id, reason: "" });
        assert.equal(gone.state, "discarded");
        assert.deepEqual((await author.get("/api/outgoing", { query: gone.subject, state: "discarded" })).items.map((row) => row.id), [id]);
        assert.equal((await refused((await server().as("thixa.vanthu")).post("/api/outgoing/{id}/discard", { id, reason: "" }))).status, 404);
    });

    test("a voided number stays in the book and the document takes another one, or one that was kept", async () => {
        const desk = await clerk();
        const first = await numbered();
        const back = await desk.post("/api/outgoing/{id}/void", { id: first.id, reason: "sai loại" });
        assert.deepEqual([back.state, back.number, back.issued_on], ["approved", 0, null]);
        const line = (await desk.get("/api/books/{book}/lines", { book: first.book, period: 2022, after: first.number - 1, limit: 1 })).items[0];
        assert.deepEqual([line?.state, line?.reason], ["voided", "sai loại"]);
        const kept = await desk.post("/api/books/{book}/reserve", { book: first.book, reason: "giữ cho báo cáo" });
        const offered = (await desk.get("/api/outgoing/{id}/reserved", { id: first.id })).items;
        assert.ok(offered.some((one) => one.number === kept.number));
        const view = await desk.post("/api/outgoing/{id}/number", { id: first.id, period: kept.period, reserved: kept.number });
        assert.equal(view.number, kept.number);
        assert.equal((await refused((await drafter()).post("/api/outgoing/{id}/void", { id: first.id, reason: "x" }))).status, 403);
    });

    test("nothing unsigned leaves the agency, and inside it says so (Điều 5)", async () => {
        const desk = await clerk();
        const { id } = await numbered({ recipients: [await toTown()] });
        const bare = await refused(desk.post("/api/outgoing/{id}/issue", { id }));
        assert.deepEqual(bare.faults, [{ path: "/scan", code: "required" }]);
        const kept = await refused(desk.post("/api/outgoing/{id}/issue", { id, paper_kept: true }));
        assert.deepEqual(kept.faults, [{ path: "/scan", code: "other_agency" }]);
        const inside = await numbered({ recipients: [] });
        const view = await desk.post("/api/outgoing/{id}/issue", { id: inside.id, paper_kept: true });
        assert.equal(view.paper_kept, true);
        await until(async () => (await desk.get("/api/outgoing/{id}", { id: inside.id })).issued_file?.name.endsWith(".pdf") ?? false, "the page that says it is not signed");
    });

    test("what is recalled is cancelled where it arrived, and a return comes back with its reason (Điều 18)", async () => {
        const desk = await clerk();
        const town = await server().as("thixa.vanthu");
        const there = (subject: string, state: "arrived" | "cancelled") =>
            coming(async () => (await town.get("/api/incoming", { query: subject, state })).items[0], `«${subject}» ${state}`);
        const recalled = await issued({ recipients: [await toTown()] });
        await there(recalled.subject, "arrived");
        await until(async () => ((await desk.get("/api/outgoing/{id}", { id: recalled.id })).recipients[0]?.delivered_at ?? 0) > 0, "the delivery");
        await desk.post("/api/outgoing/{id}/recall", { id: recalled.id, reason: "ban hành nhầm" });
        const row = await there(recalled.subject, "cancelled");
        assert.deepEqual(await waits("thixa.vanthu", row.id), ["notice"]);
        await until(async () => ((await desk.get("/api/outgoing/{id}", { id: recalled.id })).recipients[0]?.cancelled_at ?? 0) > 0, "the cancellation");

        const returned = await issued({ recipients: [await toTown()] });
        const arrival = await there(returned.subject, "arrived");
        await town.post("/api/incoming/{id}/return", { id: arrival.id, reason: "gửi nhầm nơi" });
        const told = await coming(async () => (await desk.get("/api/outgoing/{id}", { id: returned.id })).recipients.find((one) => one.returned_at), "the return");
        assert.equal(told.return_reason, "gửi nhầm nơi");
    });

    test("every kind takes its own lines (Điều 7, Phụ lục III)", async () => {
        const author = await drafter();
        const kinds = (await author.get("/api/kinds", {})).items.filter((kind) => kind.outgoing);
        assert.equal(kinds.length, 29);
        for (const kind of kinds) {
            const details = (kind.fields ?? []).map(({ name, label }) => ({ name, text: `Nội dung ${label}` }));
            const view = await drafted({ kind: kind.code, details, ...(kind.validity && { valid_until: "2022-12-31" }) });
            assert.deepEqual(view.details, details, kind.code);
            assert.equal(view.versions[0]?.generated, true, kind.code);
        }
        const wrong = await refused(author.post("/api/outgoing", await draftEntry(author, { kind: "KH", details: [{ name: "time", text: "7 giờ" }] })));
        assert.deepEqual(wrong.faults, [{ path: "/details/0/name", code: "unknown" }]);
    });
});
