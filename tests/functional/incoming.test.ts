import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { IncomingDocument } from "../../web/src/api/types.ts";
import { type Client, refused } from "./client.ts";
import { listen } from "./events.ts";
import { incomingEntry, onEngines, pdf, personCalled, today, yesterday } from "./samples.ts";

onEngines("incoming", (server) => {
    const clerk = () => server().as("vanthu");
    const head = () => server().as("chutich");
    const officer = () => server().as("tuphap");
    const stranger = () => server().as("thixa.vanthu");

    async function submitted(values = {}): Promise<IncomingDocument> {
        const desk = await clerk();
        const lead = await personCalled(desk, "tuphap");
        const submit = { text: "Giao Tư pháp tham mưu", shares: [{ person: lead, part: "lead" as const }], due_on: "2022-05-20" };
        return desk.post("/api/incoming", incomingEntry({ submit, ...values }));
    }

    async function found(client: Client, query: string): Promise<string[]> {
        return (await client.get("/api/incoming", { query })).items.map((row) => row.subject);
    }

    test("a registered document takes the next number of the year and is found", async () => {
        const desk = await clerk();
        const first = await desk.post("/api/incoming", incomingEntry());
        const second = await desk.post("/api/incoming", incomingEntry());
        assert.equal(first.year, 2022);
        assert.equal(first.arrived_on, today);
        assert.equal(second.arrival_number, first.arrival_number + 1);
        const view = await desk.get("/api/incoming/{id}", { id: first.id });
        assert.equal(view.state, "registered");
        assert.deepEqual(await found(desk, first.origin_number), [first.subject]);
        const [line] = (await desk.get("/api/books/{book}/lines", { book: first.book, period: 2022, after: first.arrival_number - 1, limit: 1 })).items;
        assert.equal(line?.record, first.id);
        assert.equal(line?.state, "issued");
    });

    test("the head hears of a submitted document while his page is open (Phụ lục VI)", async () => {
        const leader = await head();
        const events = await listen(leader);
        try {
            const document = await submitted();
            const event = await events.next((one) => one.name === "work" && one.data.includes(document.id));
            assert.deepEqual(JSON.parse(event.data), { id: document.id });
            const work = await leader.get("/api/work", {});
            assert.ok(work.items.some((item) => item.record === document.id && item.action === "instruct"));
        } finally {
            events.close();
        }
    });

    test("nobody of another agency hears of it", async () => {
        const other = await listen(await stranger());
        const own = await listen(await head());
        try {
            const document = await submitted();
            await own.next((one) => one.data.includes(document.id));
            const elsewhere = await (await stranger()).post("/api/incoming", incomingEntry());
            await other.next((one) => one.data.includes(elsewhere.id)); // what came before it has come
            assert.ok(!other.heard.some((one) => one.data.includes(document.id)));
        } finally {
            other.close();
            own.close();
        }
    });

    test("live events are for people who are signed in", async () => {
        assert.equal((await server().client().raw("GET", "/api/events", {})).status, 401);
    });

    test("from the proposal to the end: accepted in one tap, handled, finished by the lead", async () => {
        const { id } = await submitted();
        const lead = await officer();
        const taken = await (await head()).post("/api/incoming/{id}/assign", { id, accept_proposal: true });
        assert.equal(taken.state, "assigned");
        assert.equal(taken.due_on, "2022-05-20");
        assert.ok((await lead.get("/api/work", {})).items.some((item) => item.record === id && item.action === "lead"));
        const begun = await lead.post("/api/incoming/{id}/progress", { id, text: "Đã nhận, đang làm", done: false });
        assert.equal(begun.state, "in_progress");
        const helper = await personCalled(lead, "diachinh");
        await lead.post("/api/incoming/{id}/forward", { id, text: "Nhờ phối hợp", shares: [{ person: helper, part: "cooperate" }] });
        const early = await refused((await server().as("diachinh")).post("/api/incoming/{id}/finish", { id, result: "filed" }));
        assert.deepEqual([early.status, early.code], [409, "incoming.not_now"]);
        await (await server().as("diachinh")).post("/api/incoming/{id}/progress", { id, text: "Xong phần tôi", done: true });
        const done = await lead.post("/api/incoming/{id}/finish", { id, result: "filed", text: "Lưu hồ sơ" });
        assert.equal(done.state, "done");
        assert.ok(!(await lead.get("/api/work", {})).items.some((item) => item.record === id));
        assert.ok(done.story.some((event) => event.action === "incoming.assigned"));
    });

    test("a document goes back to its sender with a reason and keeps its number", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry());
        const silent = await refused(desk.post("/api/incoming/{id}/return", { id: document.id, reason: "" }));
        assert.deepEqual(silent.faults, [{ path: "/reason", code: "required" }]);
        const back = await desk.post("/api/incoming/{id}/return", { id: document.id, reason: "Gửi nhầm nơi nhận" });
        assert.equal(back.state, "returned");
        assert.equal(back.arrival_number, document.arrival_number);
    });

    test("who is not named on a document does not see it, and another agency never does", async () => {
        const { id, subject } = await submitted();
        for (const client of [await server().as("motcua"), await stranger(), await server().as("danguy")]) {
            assert.equal((await refused(client.get("/api/incoming/{id}", { id }))).status, 404);
            assert.deepEqual(await found(client, subject), []);
        }
        assert.equal((await refused((await stranger()).post("/api/incoming/{id}/return", { id, reason: "không phải của tôi" }))).status, 404);
        await (await head()).get("/api/incoming/{id}", { id });
    });

    test("only the clerk registers, and only a leader assigns", async () => {
        for (const name of ["chutich", "tuphap", "quantri"]) {
            const problem = await refused((await server().as(name)).post("/api/incoming", incomingEntry()));
            assert.deepEqual([problem.status, problem.code, problem.facts], [403, "forbidden", { permission: "register_incoming" }]);
        }
        const { id } = await submitted();
        const problem = await refused((await clerk()).post("/api/incoming/{id}/assign", { id, accept_proposal: true }));
        assert.deepEqual([problem.status, problem.facts], [403, { permission: "direct_documents" }]);
    });

    test("an assignment decided twice is decided once", async () => {
        const { id, version } = await submitted();
        const one = (await head()).post("/api/incoming/{id}/assign", { id, version, accept_proposal: true });
        const two = (await server().as("phochutich")).post("/api/incoming/{id}/assign", { id, version, accept_proposal: true });
        const results = await Promise.allSettled([one, two]);
        assert.deepEqual(results.map((result) => result.status).sort(), ["fulfilled", "rejected"]);
        const view = await (await head()).get("/api/incoming/{id}", { id });
        assert.equal(view.assignments.filter((share) => share.part === "lead").length, 1);
    });

    test("every wrong field is named at once, by its path", async () => {
        const problem = await refused((await clerk()).post("/api/incoming", incomingEntry({ issuer: "", subject: "", due_on: "2022-05-01", page_count: -1 })));
        assert.equal(problem.status, 400);
        assert.deepEqual(
            problem.faults.map((fault) => `${fault.path} ${fault.code}`).sort(),
            ["/due_on before_arrival", "/issuer required", "/page_count range", "/subject required"],
        );
    });

    test("a field of the wrong type, one that is missing and one that is unknown are told together", async () => {
        const values = { issuer: 7, origin_number: "1/A", kind: "KH", files: "none", colour: "red" } as unknown;
        const problem = await refused((await clerk()).post("/api/incoming", values as ReturnType<typeof incomingEntry>));
        assert.deepEqual(
            problem.faults.map((fault) => `${fault.path} ${fault.code}`).sort(),
            ["/colour unknown", "/files type", "/issuer type", "/subject required"],
        );
    });

    test("a subject of ten thousand characters is refused, one of five hundred letters with marks is not (Phụ lục VI)", async () => {
        const desk = await clerk();
        const problem = await refused(desk.post("/api/incoming", incomingEntry({ subject: "ạ".repeat(10_000) })));
        assert.deepEqual(problem.faults, [{ path: "/subject", code: "too_long" }]);
        assert.equal((await desk.post("/api/incoming", incomingEntry({ subject: "ữ".repeat(500) }))).subject.length, 500);
    });

    test("days that no calendar has are refused", async () => {
        const desk = await clerk();
        for (const day of ["0000-01-01", "2022-02-30", "2022-13-01", "04/05/2022", "", "999-01-01", "10000-01-01"]) {
            const problem = await refused(desk.post("/api/incoming", incomingEntry({ arrived_on: day })));
            assert.deepEqual([problem.status, problem.faults], [400, [{ path: "/arrived_on", code: "date" }]], day);
        }
    });

    test("a series that stands at today takes no arrival of yesterday or tomorrow", async () => {
        const desk = await clerk();
        const last = await desk.post("/api/incoming", incomingEntry());
        const back = await refused(desk.post("/api/incoming", incomingEntry({ arrived_on: yesterday })));
        assert.deepEqual([back.status, back.code, back.facts.last_date], [409, "number.back_dated", today]);
        const ahead = await refused(desk.post("/api/incoming", incomingEntry({ arrived_on: "2022-05-05" })));
        assert.deepEqual(ahead.faults, [{ path: "/arrived_on", code: "future" }]);
        assert.equal((await desk.post("/api/incoming", incomingEntry())).arrival_number, last.arrival_number + 1);
    });

    test("an unknown agency, kind, book or file is named, and takes no number", async () => {
        const desk = await clerk();
        const last = await desk.post("/api/incoming", incomingEntry());
        const outgoing = (await desk.get("/api/books", {})).items.find((book) => book.direction === "outgoing");
        const wrong: [object, string, string][] = [
            [{ issuer_agency: randomUUID() }, "/issuer_agency", "unknown"],
            [{ issuer_agency: "000.09.20.H97" }, "/issuer_agency", "id"],
            [{ kind: "XX" }, "/kind", "unknown"],
            [{ book: randomUUID() }, "/book", "unknown"],
            [{ book: outgoing?.id }, "/book", "unknown"],
            [{ files: ["0".repeat(64)] }, "/files/0", "file.unknown"],
        ];
        for (const [values, path, code] of wrong) {
            const problem = await refused(desk.post("/api/incoming", incomingEntry(values)));
            assert.deepEqual([problem.status, problem.faults], [400, [{ path, code }]], JSON.stringify(values));
        }
        assert.equal((await desk.post("/api/incoming", incomingEntry())).arrival_number, last.arrival_number + 1);
    });

    test("an issuer is named by its code of either generation, and an unknown code is told", async () => {
        const desk = await server().as("vanthu");
        const agencies = (await desk.get("/api/agencies", {})).items;
        const superior = agencies.find(({ short_name }) => short_name === "UBND thị xã Đức Mẫu");
        assert.ok(superior?.code);
        const codes = [superior.code, superior.code_2016].filter((code) => code !== "");
        for (const issuer_code of codes) {
            const document = await desk.post("/api/incoming", incomingEntry({ issuer_code }));
            assert.equal(document.issuer_agency, superior.id, issuer_code);
        }
        const unknown = await refused(desk.post("/api/incoming", incomingEntry({ issuer_code: "H99.99.99" })));
        assert.deepEqual([unknown.status, unknown.faults], [400, [{ path: "/issuer_code", code: "unknown" }]]);
        const other = agencies.find(({ id }) => id !== superior.id);
        const both = await refused(desk.post("/api/incoming", incomingEntry({ issuer_code: superior.code, issuer_agency: other?.id ?? "" })));
        assert.deepEqual(both.faults, [{ path: "/issuer_code", code: "unknown" }]);
    });

    test("nothing secret enters (Phụ lục VI)", async () => {
        const problem = await refused((await clerk()).post("/api/incoming", incomingEntry({ secrecy: "secret" })));
        assert.deepEqual(problem.faults, [{ path: "/secrecy", code: "secrecy_refused" }]);
    });

    test("text that comes decomposed is stored composed, and found in either form and without marks", async () => {
        const desk = await clerk();
        const subject = `Về việc sơ kết phong trào ${randomUUID().slice(0, 8)}`;
        const document = await desk.post("/api/incoming", incomingEntry({ subject: subject.normalize("NFD") }));
        assert.equal(document.subject, subject.normalize("NFC"));
        const mark = subject.split(" ").at(-1);
        for (const query of [`sơ kết phong trào ${mark}`, `sơ kết phong trào ${mark}`.normalize("NFD"), `so ket phong trao ${mark}`])
            assert.deepEqual(await found(desk, query), [subject.normalize("NFC")]);
    });

    test("a form that is sent twice is registered once", async () => {
        const desk = await clerk();
        const key = randomUUID();
        const entry = incomingEntry();
        const answers = await Promise.all(Array.from({ length: 6 }, () => desk.post("/api/incoming", entry, { key })));
        for (const answer of answers) assert.deepEqual(answer, answers[0]);
        assert.deepEqual(await found(desk, entry.origin_number), [entry.subject]);
    });

    test("a key that is used again for something else is refused", async () => {
        const desk = await clerk();
        const key = randomUUID();
        await desk.post("/api/incoming", incomingEntry(), { key });
        const problem = await refused(desk.post("/api/incoming", incomingEntry(), { key }));
        assert.deepEqual([problem.status, problem.code], [409, "idempotency.reused"]);
        const long = await refused(desk.post("/api/incoming", incomingEntry(), { key: "k".repeat(201) }));
        assert.deepEqual([long.status, long.code], [400, "idempotency.key"]);
        await (await server().as("vptk")).post("/api/incoming", incomingEntry(), { key }); // a key belongs to a person
    });

    test("a twin is told before and at registration, and the clerk may insist (Phụ lục VI)", async () => {
        const desk = await clerk();
        const entry = incomingEntry();
        const document = await desk.post("/api/incoming", entry);
        const { issuer, origin_number } = entry;
        const twins = await desk.get("/api/incoming/twins", { issuer, origin_number, issued_on: yesterday });
        assert.deepEqual(twins.items.map((twin) => twin.id), [document.id]);
        const problem = await refused(desk.post("/api/incoming", entry));
        assert.deepEqual([problem.status, problem.code, problem.facts.id], [409, "incoming.already_registered", document.id]);
        const insisted = await desk.post("/api/incoming", { ...entry, duplicate_of: document.id });
        assert.equal(insisted.arrival_number, document.arrival_number + 1);
    });

    test("a list goes on from page to page without a gap or a twin", async () => {
        const desk = await clerk();
        const ids = new Set<string>();
        let after = "";
        for (let page = 0; page < 5; ++page) {
            const answer = await desk.get("/api/incoming", { limit: 20, after });
            for (const row of answer.items) ids.add(row.id);
            assert.equal(ids.size, (page + 1) * 20);
            after = answer.after;
            assert.notEqual(after, "");
        }
        const whole = await desk.get("/api/incoming", { limit: 100 });
        assert.deepEqual(whole.items.map((row) => row.id), [...ids]);
        assert.ok(whole.more_than_total);
    });

    test("a cursor that was never given is refused", async () => {
        assert.equal((await refused((await clerk()).get("/api/incoming", { after: "'; DROP TABLE incoming; --" }))).status, 400);
    });

    test("a document's file is read through it, by those who see it", async () => {
        const desk = await clerk();
        const bytes = pdf(`Noi dung ${randomUUID()}`);
        const stored = await desk.upload("Kế hoạch.pdf", bytes);
        await submitted({ files: [stored.id] });
        assert.deepEqual(Buffer.from(await (await head()).bytes(`/api/files/${stored.id}`)), bytes);
        assert.equal((await (await server().as("motcua")).raw("GET", `/api/files/${stored.id}`, {})).status, 404);
        assert.equal((await (await stranger()).raw("GET", `/api/files/${stored.id}`, {})).status, 404);
    });
});
