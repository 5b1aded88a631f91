import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { Comparison, Draft, OutgoingView } from "../../web/src/api/types.ts";
import { Problem, refused } from "./client.ts";
import { docx, draftEntry, incomingEntry, onEngines, pdf, personCalled, today, yesterday } from "./samples.ts";
import { until } from "./server.ts";

onEngines("outgoing", (server) => {
    const drafter = () => server().as("tuphap");
    const signer = () => server().as("chutich");
    const clerk = () => server().as("vanthu");

    async function drafted(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const author = await drafter();
        return author.post("/api/outgoing", await draftEntry(author, values));
    }

    async function approved(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const { id } = await drafted(values);
        await (await drafter()).post("/api/outgoing/{id}/submit", { id, commenters: [] });
        return (await signer()).post("/api/outgoing/{id}/approve", { id, authority: "tm" });
    }

    async function issued(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const { id } = await numbered(values);
        return (await clerk()).post("/api/outgoing/{id}/issue", { id, scan: await paper() });
    }

    // The signed paper, scanned back.
    async function paper(): Promise<string> {
        return (await (await clerk()).upload("ban ky.pdf", pdf(`Ban ky ${randomUUID()}`))).id;
    }

    async function numbered(values: Partial<Draft> = {}): Promise<OutgoingView> {
        const { id } = await approved(values);
        return (await clerk()).post("/api/outgoing/{id}/number", { id });
    }

    test("a draft becomes a page, is checked, approved, numbered and issued (Phụ lục VI)", async () => {
        const author = await drafter();
        const draft = await drafted();
        assert.equal(draft.state, "draft");
        assert.equal(draft.symbol, "/BC-UBND");
        assert.equal(draft.versions.length, 1);
        assert.equal(draft.versions[0]?.generated, true);
        const { id } = draft;
        const checker = await personCalled(author, "vanphong");
        const reviewing = await author.post("/api/outgoing/{id}/submit", { id, version: draft.version, commenters: [], format_checker: checker });
        assert.equal(reviewing.state, "reviewing");
        const submitted = await (await server().as("vanphong")).post("/api/outgoing/{id}/approve", { id });
        assert.equal(submitted.state, "submitted");
        assert.ok((await (await signer()).get("/api/work", {})).items.some((item) => item.record === id && item.action === "approve"));
        const signed = await (await signer()).post("/api/outgoing/{id}/approve", { id, version: submitted.version, authority: "tm" });
        assert.equal(signed.state, "approved");
        assert.match(signed.signing_lines, /CHỦ TỊCH/);
        const numberedView = await (await clerk()).post("/api/outgoing/{id}/number", { id, version: signed.version });
        assert.equal(numberedView.issued_on, today);
        assert.equal(numberedView.symbol, `${String(numberedView.number).padStart(2, "0")}/BC-UBND`);
        const scan = await (await clerk()).upload("ban ky.pdf", pdf(`Ban ky ${randomUUID()}`));
        const issued = await (await clerk()).post("/api/outgoing/{id}/issue", { id, scan: scan.id, copy_count: 3 });
        assert.equal(issued.state, "issued");
        assert.equal(issued.issued_file?.id, scan.id);
        assert.ok(issued.story.some((event) => event.action === "outgoing.issued"));
    });

    test("what a version changed is told word by word, with its place on the page", async () => {
        const author = await drafter();
        const entry = await draftEntry(author, { text: [{ style: "paragraph", text: "Giao Văn phòng chủ trì, báo cáo trước ngày 20 tháng 5." }] });
        const draft = await author.post("/api/outgoing", entry);
        const { id } = draft;
        await author.post("/api/outgoing/{id}", { ...entry, id, unit: draft.unit ?? null, version: draft.version, text: [{ style: "paragraph", text: "Giao Văn phòng chủ trì, báo cáo trước ngày 25 tháng 5." }] });
        const compare = async () => {
            try {
                return await author.get("/api/outgoing/{id}/comparison", { id, from: 1, to: 2 });
            } catch (error) {
                if (error instanceof Problem && error.code === "file.preview_pending") return undefined; // its page is being made
                throw error;
            }
        };
        let told: Comparison | undefined;
        await until(async () => (told = await compare()) !== undefined, "both pages", 120);
        assert.deepEqual([told?.was.changed_words, told?.now.changed_words], [1, 1]);
        const changed = told?.rows.filter((row) => row.changed);
        assert.equal(changed?.length, 1);
        assert.deepEqual(changed?.[0]?.now.filter((each) => each.changed), [{ text: "25", changed: true }]);
        const place = told?.now.places[0];
        assert.ok(place && place.page === 1 && place.left > 300 && place.right < 1950 && place.bottom - place.top > 20);
        assert.deepEqual((await refused(author.get("/api/outgoing/{id}/comparison", { id, from: 1, to: 9 }))).faults, [{ path: "/to", code: "unknown" }]);
        assert.equal((await refused((await server().as("motcua")).get("/api/outgoing/{id}/comparison", { id, from: 1, to: 2 }))).status, 404);
        assert.equal((await refused((await server().as("thixa.vanthu")).get("/api/outgoing/{id}/comparison", { id, from: 1, to: 2 }))).status, 404);
    });

    test("numbers follow one another, and each stands in its book once", async () => {
        const first = await numbered();
        const second = await numbered();
        assert.equal(second.number, first.number + 1);
        const lines = await (await clerk()).get("/api/books/{book}/lines", { book: first.book, period: 2022, after: first.number - 1, limit: 2 });
        assert.deepEqual(lines.items.map((line) => line.record), [first.id, second.id]);
    });

    test("a document that answers another closes it with its number", async () => {
        const desk = await clerk();
        const lead = await personCalled(desk, "tuphap");
        const question = await desk.post("/api/incoming", incomingEntry({ submit: { text: "", shares: [{ person: lead, part: "lead" }] } }));
        await (await signer()).post("/api/incoming/{id}/assign", { id: question.id, accept_proposal: true });
        const { id } = await numbered({ reply_to: question.id });
        const answer = await desk.post("/api/outgoing/{id}/issue", { id, scan: await paper() });
        const closed = await desk.get("/api/incoming/{id}", { id: question.id });
        assert.deepEqual([closed.state, closed.result, closed.reply_symbol], ["done", "replied", answer.symbol]);
    });

    test("what is issued to another agency here arrives there once (Phụ lục VI)", async () => {
        const author = await drafter();
        const town = (await author.get("/api/agencies", {})).items.find((one) => one.short_name === "UBND thị xã Đức Mẫu");
        assert.ok(town);
        const recipient = { kind: "agency" as const, target: town.id, name: town.short_name, mark: "b/c", addressee: false, delivered_at: 0, read_at: 0 };
        const { id, subject } = await numbered({ recipients: [recipient] });
        const key = randomUUID();
        const scan = await paper();
        await Promise.all([1, 2, 3].map(async () => (await clerk()).post("/api/outgoing/{id}/issue", { id, scan }, { key })));
        const there = await server().as("thixa.vanthu");
        const end = Date.now() + 15_000;
        let rows = 0;
        while (rows === 0 && Date.now() < end) rows = (await there.get("/api/incoming", { query: subject, state: "arrived" })).items.length;
        assert.equal(rows, 1);
    });

    test("two tabs that change one draft: the second is told, and both texts are there (Phụ lục VI)", async () => {
        const author = await drafter();
        const draft = await drafted();
        const base = await draftEntry(author, { subject: draft.subject });
        const paragraph = (text: string) => [{ style: "paragraph" as const, text }];
        const { id, version } = draft;
        const one = await author.post("/api/outgoing/{id}", { ...base, id, version, text: paragraph("Lời của thẻ thứ nhất") });
        const two = { ...base, id, version, text: paragraph("Lời của thẻ thứ hai") };
        const problem = await refused(author.post("/api/outgoing/{id}", two));
        assert.deepEqual([problem.status, problem.code, problem.facts], [409, "stale", { version: String(one.version) }]);
        assert.deepEqual((await author.get("/api/outgoing/{id}", { id })).text, paragraph("Lời của thẻ thứ nhất"));
        const kept = await author.post("/api/outgoing/{id}", { ...two, version: one.version });
        assert.deepEqual(kept.text, paragraph("Lời của thẻ thứ hai"));
        assert.deepEqual(kept.versions.map((made) => made.number), [3, 2, 1]);
        const files = await Promise.all(kept.versions.map((made) => author.bytes(`/api/files/${made.file.id}`)));
        assert.equal(new Set(files.map((file) => Buffer.from(file).toString("base64"))).size, 3);
        assert.equal(kept.versions[1]?.file.id, one.versions[0]?.file.id);
    });

    test("a change that does not say what it has seen is refused", async () => {
        const author = await drafter();
        const { id, subject } = await drafted();
        const problem = await refused(author.post("/api/outgoing/{id}", { ...(await draftEntry(author, { subject: `${subject} mới` })), id }));
        assert.deepEqual(problem.faults, [{ path: "/version", code: "required" }]);
        assert.equal((await author.get("/api/outgoing/{id}", { id })).subject, subject);
    });

    test("an edited file is a new version, and one made from an older file wants to be insisted on (Phụ lục VI)", async () => {
        const author = await drafter();
        const { id } = await drafted();
        const edited = await author.upload("sua.docx", docx(`Bản sửa ${randomUUID()}`));
        const view = await author.post("/api/outgoing/{id}/versions", { id, file: edited.id, made_from: 1, reason: "theo góp ý", insist: false });
        assert.equal(view.versions[0]?.number, 2);
        const late = await author.upload("sua.docx", docx(`Bản sửa muộn ${randomUUID()}`));
        const problem = await refused(author.post("/api/outgoing/{id}/versions", { id, file: late.id, made_from: 1, reason: "", insist: false }));
        assert.deepEqual([problem.status, problem.code], [409, "stale"]);
        const insisted = await author.post("/api/outgoing/{id}/versions", { id, file: late.id, made_from: 1, reason: "", insist: true });
        assert.deepEqual(insisted.versions.map((one) => [one.number, one.made_from]), [[3, 1], [2, 1], [1, 0]]);
    });

    test("what comes back for revision goes to the drafter with the reason (Phụ lục VI)", async () => {
        const { id } = await drafted();
        await (await drafter()).post("/api/outgoing/{id}/submit", { id, commenters: [] });
        const back = await (await signer()).post("/api/outgoing/{id}/comments", { id, text: "Bổ sung số liệu", request_revision: true });
        assert.equal(back.state, "returned");
        assert.ok((await (await drafter()).get("/api/work", {})).items.some((item) => item.record === id && item.action === "revise"));
    });

    test("one who may not sign for the body does not approve", async () => {
        const { id } = await drafted();
        await (await drafter()).post("/api/outgoing/{id}/submit", { id, commenters: [] });
        for (const name of ["tuphap", "vanthu"]) {
            const problem = await refused((await server().as(name)).post("/api/outgoing/{id}/approve", { id }));
            assert.equal(problem.status, 403, name);
        }
        assert.equal((await (await drafter()).get("/api/outgoing/{id}", { id })).state, "submitted");
    });

    test("only the clerk numbers, and nothing is numbered before it is approved", async () => {
        const { id } = await drafted();
        const early = await refused((await clerk()).post("/api/outgoing/{id}/number", { id }));
        assert.ok([404, 409].includes(early.status), early.message);
        const other = await approved();
        const problem = await refused((await drafter()).post("/api/outgoing/{id}/number", { id: other.id }));
        assert.deepEqual([problem.status, problem.facts], [403, { permission: "number_outgoing" }]);
    });

    test("a series that stands at today is not dated yesterday or tomorrow, and the number is not lost", async () => {
        const last = await numbered();
        const { id } = await approved();
        const desk = await clerk();
        const back = await refused(desk.post("/api/outgoing/{id}/number", { id, issued_on: yesterday }));
        assert.deepEqual([back.status, back.code, back.facts.last_date], [409, "number.back_dated", today]);
        const ahead = await refused(desk.post("/api/outgoing/{id}/number", { id, issued_on: "2022-05-05" }));
        assert.deepEqual(ahead.faults, [{ path: "/issued_on", code: "future" }]);
        assert.equal((await desk.post("/api/outgoing/{id}/number", { id })).number, last.number + 1);
    });

    test("a document numbered twice takes one number", async () => {
        const { id, version } = await approved();
        const desk = await clerk();
        const results = await Promise.allSettled([1, 2, 3].map(() => desk.post("/api/outgoing/{id}/number", { id, version })));
        assert.equal(results.filter((result) => result.status === "fulfilled").length, 1);
        const view = await desk.get("/api/outgoing/{id}", { id });
        const lines = await desk.get("/api/books/{book}/lines", { book: view.book, period: 2022, after: view.number - 1 });
        assert.deepEqual(lines.items.map((line) => line.record), [id]);
    });

    test("a number is reserved with a reason, and voided; it is never used again", async () => {
        const desk = await clerk();
        const { book } = await numbered();
        const nameless = await refused(desk.post("/api/books/{book}/reserve", { book, reason: "" }));
        assert.deepEqual(nameless.faults, [{ path: "/reason", code: "required" }]);
        const ahead = await refused(desk.post("/api/books/{book}/reserve", { book, reason: "để dành", dated_on: "2030-01-01" }));
        assert.deepEqual(ahead.faults, [{ path: "/dated_on", code: "future" }]);
        const held = await desk.post("/api/books/{book}/reserve", { book, reason: "chờ chữ ký" });
        const gone = await desk.post("/api/books/{book}/void", { book, period: held.period, number: held.number, reason: "không dùng" });
        assert.equal(gone.state, "voided");
        const again = await refused(desk.post("/api/books/{book}/void", { book, period: held.period, number: held.number, reason: "lần nữa" }));
        assert.equal(again.code, "number.in_use");
        assert.equal((await numbered()).number, held.number + 1);
        const problem = await refused((await drafter()).post("/api/books/{book}/reserve", { book, reason: "tôi" }));
        assert.deepEqual(problem.facts, { permission: "manage_books" });
    });

    test("another agency sees neither the draft nor the issued document", async () => {
        const draft = await drafted();
        const sent = await numbered();
        for (const name of ["thixa.vanthu", "thixa.chutich", "danguy"]) {
            const client = await server().as(name);
            for (const { id, subject } of [draft, sent]) {
                assert.equal((await refused(client.get("/api/outgoing/{id}", { id }))).status, 404, name);
                assert.deepEqual((await client.get("/api/outgoing", { query: subject })).items, []);
            }
        }
        assert.equal((await refused((await server().as("thixa.vanthu")).post("/api/outgoing/{id}/issue", { id: sent.id }))).status, 404);
        assert.equal((await refused((await server().as("motcua")).get("/api/outgoing/{id}", { id: draft.id }))).status, 404);
    });

    test("a draft's subject of ten thousand characters is refused, one of five hundred letters with marks is not", async () => {
        const officer = await server().as("vanphong");
        const problem = await refused(officer.post("/api/outgoing", await draftEntry(officer, { subject: "ẵ".repeat(10_000) })));
        assert.deepEqual([problem.status, problem.faults.map(({ path }) => path)], [400, ["/subject"]]);
        const draft = await officer.post("/api/outgoing", await draftEntry(officer, { subject: "ẵ".repeat(500) }));
        assert.equal([...draft.subject].length, 500);
    });

    test("every wrong field of a draft is named at once", async () => {
        const author = await drafter();
        const recipient = { kind: "unit" as const, target: randomUUID(), name: "", mark: "", addressee: false, delivered_at: 0, read_at: 0 };
        const entry = await draftEntry(author, { subject: "", kind: "??", body: randomUUID(), secrecy: "top_secret", signer: randomUUID(), recipients: [recipient] });
        const problem = await refused(author.post("/api/outgoing", entry));
        assert.equal(problem.status, 400);
        const paths = problem.faults.map((fault) => fault.path);
        for (const path of ["/subject", "/kind", "/body", "/secrecy", "/signer", "/recipients/0/target"]) assert.ok(paths.includes(path), `${path} of ${paths.join(" ")}`);
    });

    test("a draft that is sent twice is one draft, and the second answer is the first", async () => {
        const author = await drafter();
        const entry = await draftEntry(author);
        const key = randomUUID();
        const [one, two] = await Promise.all([author.post("/api/outgoing", entry, { key }), author.post("/api/outgoing", entry, { key })]);
        assert.deepEqual(one, two);
        const problem = await refused(author.post("/api/outgoing", { ...entry, subject: "Khác" }, { key }));
        assert.equal(problem.code, "idempotency.reused");
    });

    test("an issued document is recalled with a reason, and nothing about it changes any more (Phụ lục VI)", async () => {
        const { id, subject, version } = await issued();
        const desk = await clerk();
        const author = await drafter();
        const change = await refused(author.post("/api/outgoing/{id}", { ...(await draftEntry(author, { subject: `${subject} khác` })), id, version }));
        assert.deepEqual([change.status, change.code], [409, "outgoing.not_now"]);
        const silent = await refused(desk.post("/api/outgoing/{id}/recall", { id, reason: "" }));
        assert.deepEqual(silent.faults, [{ path: "/reason", code: "required" }]);
        assert.equal((await desk.post("/api/outgoing/{id}/recall", { id, reason: "sai thẩm quyền" })).state, "recalled");
    });
});
