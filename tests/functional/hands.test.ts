// What hands do beside the straight way of an incoming document: take back, give to another, open again, type what the head wrote
// with a pen, ask for more time, urge; deadlines that follow the calendar; envelopes that stay closed.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { IncomingDocument } from "../../web/src/api/types.ts";
import { refused } from "./client.ts";
import { confirmRights, incomingEntry, onEngines, pdf, personCalled, today, yesterday } from "./samples.ts";

onEngines("hands", (server) => {
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
    async function assigned(values = {}): Promise<string> {
        const { id } = await submitted(values);
        await (await head()).post("/api/incoming/{id}/assign", { id, accept_proposal: true });
        return id;
    }
    const waiting = async (username: string, record: string) =>
        (await (await server().as(username)).get("/api/work", {})).items.filter((item) => item.record === record).map((item) => item.action);

    test("a twin is told under the issuer's whole name and another spelling of the number", async () => {
        const desk = await clerk();
        const entry = incomingEntry({ origin_number: `7${Date.now() % 100_000}/KH-UBND` });
        const { id } = await desk.post("/api/incoming", entry);
        for (const origin_number of [`0${entry.origin_number}`, entry.origin_number.replace("/", " /")]) {
            const again = { ...entry, issuer: "Ủy ban nhân dân thị xã Đức Mẫu", origin_number };
            const twins = await desk.get("/api/incoming/twins", { issuer: again.issuer, origin_number, issued_on: yesterday });
            assert.deepEqual(twins.items.map((twin) => [twin.id, twin.state]), [[id, "registered"]]);
            const problem = await refused(desk.post("/api/incoming", again));
            assert.deepEqual([problem.status, problem.code, problem.facts.id], [409, "incoming.already_registered", id]);
        }
    });

    test("the paper copy of a document that waits electronically is told, and an issuer is resolved to its agency", async () => {
        const desk = await clerk();
        const waits = (await desk.get("/api/incoming", { state: "arrived", limit: 50 })).items.find((row) => row.origin_number);
        assert.ok(waits);
        const problem = await refused(desk.post("/api/incoming", incomingEntry({ issuer: waits.issuer, origin_number: waits.origin_number, issued_on: waits.issued_on })));
        assert.deepEqual([problem.status, problem.code, problem.facts.id], [409, "incoming.also_waiting", waits.id]);
        const known = (await desk.get("/api/agencies", {})).items.find((agency) => agency.short_name === "UBND thị xã Đức Mẫu");
        assert.equal((await desk.post("/api/incoming", incomingEntry())).issuer_agency, known?.id);
    });

    test("who led documents like it is proposed, to the clerk alone and from one's own agency only", async () => {
        const query = { issuer: "Phòng Nội vụ thị xã Đức Mẫu", kind: "CV", subject: "V/v nắm tình hình thực hiện văn hóa công sở quý III" };
        const { items } = await (await clerk()).get("/api/incoming/leads", query);
        assert.ok(items.length > 0 && items.length <= 3 && items.every(({ alike }) => alike > 0), JSON.stringify(items));
        assert.match(items[0]!.subject, /văn hóa công sở/);
        const here = new Set((await (await clerk()).get("/api/people", {})).items.map(({ id }) => id));
        assert.ok(items.every(({ person }) => here.has(person)));
        assert.ok((await (await stranger()).get("/api/incoming/leads", query)).items.every(({ person }) => !here.has(person)));
        assert.equal((await refused((await officer()).get("/api/incoming/leads", query))).status, 403);
        assert.deepEqual((await refused((await clerk()).get("/api/incoming/leads", { ...query, subject: "a".repeat(501) }))).faults, [{ path: "/subject", code: "too_long" }]);
    });

    test("issuers are found by words without marks, in one's own agency only", async () => {
        const name = `Công ty Điện lực ${randomUUID().slice(0, 8)}`;
        await (await clerk()).post("/api/incoming", incomingEntry({ issuer: name }));
        const query = `dien luc ${name.slice(-8)}`;
        assert.deepEqual((await (await officer()).get("/api/incoming/issuers", { query })).items.map((one) => one.name), [name]);
        assert.deepEqual((await (await stranger()).get("/api/incoming/issuers", { query })).items, []);
        assert.equal((await (await clerk()).get("/api/incoming", { issuer: name.toUpperCase() })).items.length, 1);
    });

    test("the head gives a document to another lead while it is handled, with a reason; nobody else may", async () => {
        const id = await assigned();
        await (await officer()).post("/api/incoming/{id}/progress", { id, text: "Đang làm", done: false });
        const other = await personCalled(await clerk(), "diachinh");
        const instruction = { text: "Giao Địa chính", shares: [{ person: other, part: "lead" as const }], due_on: "2022-05-25" };
        const silent = await refused((await head()).post("/api/incoming/{id}/reassign", { id, instruction, reason: "" }));
        assert.deepEqual(silent.faults, [{ path: "/reason", code: "required" }]);
        assert.equal((await refused((await officer()).post("/api/incoming/{id}/reassign", { id, instruction, reason: "x" }))).status, 403);
        assert.equal((await refused((await server().as("thixa.chutich")).post("/api/incoming/{id}/reassign", { id, instruction, reason: "x" }))).status, 404);
        const view = await (await head()).post("/api/incoming/{id}/reassign", { id, instruction, reason: "Đúng lĩnh vực hơn" });
        assert.deepEqual([view.state, view.lead, view.due_on], ["assigned", other, "2022-05-25"]);
        assert.deepEqual(await waiting("tuphap", id), []);
        assert.deepEqual(await waiting("diachinh", id), ["lead"]);
    });

    test("helpers without a lead are refused, readers alone close the document", async () => {
        const desk = await clerk();
        const helper = await personCalled(desk, "diachinh");
        const { id } = await submitted();
        const decide = (part: "cooperate" | "inform") => head().then((leader) => leader.post("/api/incoming/{id}/assign", { id, accept_proposal: false, instruction: { text: "", shares: [{ person: helper, part }] } }));
        assert.deepEqual((await refused(decide("cooperate"))).faults, [{ path: "/instruction/shares", code: "one_lead" }]);
        assert.equal((await decide("inform")).state, "done");
    });

    test("a share goes only to who can do it, and people's rows say who can", async () => {
        const desk = await clerk();
        const people = (await desk.get("/api/people", {})).items;
        const archivist = people.find((one) => one.username === "luutru");
        assert.ok(archivist && archivist.reads && !archivist.handles && !archivist.directs);
        assert.ok(people.find((one) => one.username === "chutich")?.directs);
        const { id } = await submitted();
        const lead = await personCalled(desk, "tuphap");
        const shares = [{ person: lead, part: "lead" as const }, { person: archivist.id, part: "cooperate" as const }];
        const problem = await refused((await head()).post("/api/incoming/{id}/assign", { id, accept_proposal: false, instruction: { text: "", shares } }));
        assert.deepEqual(problem.faults, [{ path: "/instruction/shares/1/person", code: "no_permission" }]);
    });

    test("the clerk takes back a submission, the head an assignment that nobody has begun", async () => {
        const { id } = await submitted();
        assert.equal((await (await clerk()).post("/api/incoming/{id}/take-back", { id, reason: "Trình nhầm" })).state, "registered");
        assert.deepEqual(await waiting("chutich", id), []);
        const second = await assigned();
        assert.equal((await refused((await officer()).post("/api/incoming/{id}/take-back", { id: second }))).code, "incoming.not_now");
        assert.equal((await (await head()).post("/api/incoming/{id}/take-back", { id: second })).state, "submitted");
        await (await head()).post("/api/incoming/{id}/assign", { id: second, accept_proposal: true });
        await (await officer()).post("/api/incoming/{id}/progress", { id: second, text: "", done: false });
        assert.equal((await refused((await head()).post("/api/incoming/{id}/take-back", { id: second }))).code, "incoming.not_now");
        assert.equal((await refused((await stranger()).post("/api/incoming/{id}/take-back", { id: second }))).status, 404);
    });

    test("a finished document is opened again with a reason", async () => {
        const id = await assigned();
        await (await officer()).post("/api/incoming/{id}/finish", { id, result: "filed" });
        assert.equal((await refused((await officer()).post("/api/incoming/{id}/reopen", { id, reason: "x" }))).status, 403);
        const view = await (await head()).post("/api/incoming/{id}/reopen", { id, reason: "Chưa trả lời công dân" });
        assert.deepEqual([view.state, view.result, view.done_at], ["in_progress", "none", 0]);
        assert.deepEqual(await waiting("tuphap", id), ["lead"]);
    });

    test("the clerk types what the head wrote with a pen; its scan hangs on the document and the head is told (Điều 22)", async () => {
        const desk = await clerk();
        const { id } = await submitted();
        const leader = await personCalled(desk, "chutich");
        const instruction = { text: "Đ/c Tư pháp xử lý", shares: [{ person: await personCalled(desk, "tuphap"), part: "lead" as const }] };
        const bare = await refused(desk.post("/api/incoming/{id}/enter", { id, leader, instruction, files: [] }));
        assert.deepEqual(bare.faults, [{ path: "/files", code: "required" }]);
        const scan = await desk.upload("but phe.pdf", pdf(randomUUID()));
        assert.equal((await refused((await officer()).post("/api/incoming/{id}/enter", { id, leader, instruction, files: [scan.id] }))).status, 403);
        const view = await desk.post("/api/incoming/{id}/enter", { id, leader, instruction, files: [scan.id] });
        assert.equal(view.state, "assigned");
        assert.deepEqual(view.written.map((file) => file.id), [scan.id]);
        const note = view.notes.find((one) => one.kind === "instruction");
        assert.deepEqual([note?.person, note?.entered_by], [leader, await personCalled(desk, "vanthu")]);
        assert.deepEqual(await waiting("chutich", id), ["confirm"]);
        await (await head()).get("/api/incoming/{id}", { id });
        assert.deepEqual(await waiting("chutich", id), []);
    });

    test("the lead asks for more time, and who assigned gives it or refuses", async () => {
        const id = await assigned();
        const lead = await officer();
        assert.deepEqual((await refused(lead.post("/api/incoming/{id}/ask-extension", { id, due_on: "2022-05-20", reason: "x" }))).faults, [{ path: "/due_on", code: "not_later" }]);
        await lead.post("/api/incoming/{id}/ask-extension", { id, due_on: "2022-05-27", reason: "Chờ số liệu của thôn" });
        assert.deepEqual(await waiting("chutich", id), ["extend"]);
        const leader = await head();
        assert.deepEqual((await refused(leader.post("/api/incoming/{id}/answer-extension", { id, give: false }))).faults, [{ path: "/reason", code: "required" }]);
        assert.equal((await leader.post("/api/incoming/{id}/answer-extension", { id, give: true })).due_on, "2022-05-27");
        assert.equal((await refused(leader.post("/api/incoming/{id}/answer-extension", { id, give: true }))).code, "incoming.not_now");
        assert.equal((await refused((await server().as("thixa.chutich")).post("/api/incoming/{id}/answer-extension", { id, give: true }))).status, 404);
    });

    test("whoever still has something to do is urged until he looks (Điều 24)", async () => {
        const id = await assigned();
        assert.equal((await refused((await officer()).post("/api/incoming/{id}/urge", { id }))).code, "incoming.not_now");
        await (await clerk()).post("/api/incoming/{id}/urge", { id, text: "Đề nghị khẩn trương" });
        assert.deepEqual((await waiting("tuphap", id)).sort(), ["lead", "overdue"]);
        const seen = await (await officer()).get("/api/incoming/{id}", { id });
        assert.equal(seen.story[0]?.action, "incoming.urged");
        assert.deepEqual(await waiting("tuphap", id), ["lead"]);
    });

    test("a deadline on a day of rest is met on the next working day, and shows why", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry({ due_on: "2022-05-07" })); // a Saturday
        assert.deepEqual([document.due_on, document.due_by], ["2022-05-07", "2022-05-09"]);
        const why = await desk.get("/api/deadline", { from: today, due_on: "2022-05-07" });
        assert.deepEqual([why.due_on, why.working_days, why.rest?.reason], ["2022-05-09", 3, "weekly_rest"]);
    });

    test("a term of working days moves when the agency's calendar changes; a given day stays", async () => {
        const term = await assigned({ due_days: 5, submit: { text: "", shares: [{ person: await personCalled(await clerk(), "tuphap"), part: "lead" }] } });
        const desk = await clerk();
        const before = await desk.get("/api/incoming/{id}", { id: term });
        assert.deepEqual([before.due_on, before.due_days], ["2022-05-11", 5]);
        const day = await desk.post("/api/incoming", incomingEntry({ due_on: "2022-05-11" }));
        const keeper = await server().as("quantri");
        await keeper.post("/api/calendar/days", { day: "2022-05-10", kind: "holiday", name: "Ngày hội của xã" });
        assert.equal((await desk.get("/api/incoming/{id}", { id: term })).due_on, "2022-05-12");
        assert.equal((await desk.get("/api/incoming/{id}", { id: day.id })).due_on, "2022-05-11");
        await keeper.post("/api/calendar/days", { day: "2022-05-10", name: "" });
        assert.equal((await desk.get("/api/incoming/{id}", { id: term })).due_on, "2022-05-11");
    });

    test("working hours are the agency's own data: a worked Saturday counts from its season on", async () => {
        const keeper = await server().as("quantri");
        const week = [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, from: 420, to: 690 }, { weekday, from: 810, to: 1020 }]);
        const periods = [...week, { weekday: 6, from: 420, to: 690 }];
        assert.equal((await refused((await officer()).post("/api/calendar/hours", { valid_from: "2022-10-03", periods }))).status, 403);
        const overlapping = [{ weekday: 1, from: 420, to: 690 }, { weekday: 1, from: 600, to: 700 }];
        assert.equal((await refused(keeper.post("/api/calendar/hours", { valid_from: "2022-10-03", periods: overlapping }))).code, "worktime.hours");
        const year = await keeper.post("/api/calendar/hours", { valid_from: "2022-10-03", periods });
        assert.deepEqual(year.hours.map((one) => [one.valid_from, one.periods.length]).at(-1), ["2022-10-03", 11]);
        assert.equal((await keeper.get("/api/deadline", { from: "2022-10-07", working_days: 1 })).due_on, "2022-10-08");
        assert.equal((await (await stranger()).get("/api/deadline", { from: "2022-10-07", working_days: 1 })).due_on, "2022-10-10");
        await keeper.post("/api/calendar/hours", { valid_from: "2022-10-03", periods: [] });
        assert.equal((await keeper.get("/api/deadline", { from: "2022-10-07", working_days: 1 })).due_on, "2022-10-10");
    });

    test("petitions are numbered in a book of their own (Điều 22)", async () => {
        const desk = await clerk();
        const books = (await desk.get("/api/books", {})).items;
        const petition = await desk.post("/api/incoming", incomingEntry({ kind: "DT", issuer: "Ông Nguyễn Văn Bảy", origin_number: "" }));
        const ordinary = await desk.post("/api/incoming", incomingEntry());
        assert.notEqual(petition.book, ordinary.book);
        assert.equal(books.find((book) => book.id === petition.book)?.kinds, "DT");
        const next = await desk.post("/api/incoming", incomingEntry({ kind: "DT", issuer: "Bà Trần Thị Chín", origin_number: "" }));
        assert.equal(next.arrival_number, petition.arrival_number + 1);
    });

    test("an envelope to someone by name takes no number, is handed over closed, and can become a document later (Điều 21)", async () => {
        const desk = await clerk();
        const envelope = await desk.post("/api/envelopes", { sender: "Thị ủy Đức Mẫu", mark: "12-CV/TU", person: await personCalled(desk, "chutich") });
        assert.equal(envelope.state, "waiting");
        assert.deepEqual((await refused(desk.post("/api/envelopes", { sender: "" }))).faults.map((fault) => fault.path).sort(), ["/addressee", "/sender"]);
        assert.equal((await refused((await officer()).post("/api/envelopes", { sender: "x", addressee: "y" }))).status, 403);
        assert.equal((await desk.post("/api/envelopes/{id}/hand-over", { id: envelope.id })).state, "handed_over");
        assert.equal((await refused((await stranger()).post("/api/envelopes/{id}/hand-over", { id: envelope.id }))).status, 404);
        const document = await desk.post("/api/incoming", incomingEntry({ issuer: "Thị ủy Đức Mẫu" }));
        const opened = await desk.post("/api/envelopes/{id}/register", { id: envelope.id, document: document.id });
        assert.deepEqual([opened.state, opened.document], ["registered", document.id]);
        assert.equal((await refused(desk.post("/api/envelopes/{id}/register", { id: envelope.id, document: document.id }))).code, "envelope.not_now");
    });

    test("a clerk of today sees what waited before she became one", async () => {
        const keeper = await server().as("quantri");
        const id = await personCalled(keeper, "motcua");
        const before = (await keeper.get("/api/admin/people/{id}/roles", { id })).roles;
        const clerkRole = (await keeper.get("/api/admin/roles", {})).items.find((role) => role.code === "clerk");
        assert.ok(clerkRole);
        const receives = async () => (await (await server().as("motcua")).get("/api/work", {})).items.filter((item) => item.action === "receive").length;
        assert.equal(await receives(), 0);
        await keeper.post("/api/admin/people/{id}/roles", { id, roles: [...before, clerkRole.id] });
        await confirmRights(keeper);
        assert.ok((await receives()) > 0);
        await keeper.post("/api/admin/people/{id}/roles", { id, roles: before });
        await confirmRights(keeper);
        assert.equal(await receives(), 0);
    });
});
