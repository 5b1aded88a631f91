// Copies of documents over HTTP: made, printed, signed on paper, given out; and refused (Decree 30/2020 art. 25–27).
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { CopyEntry, CopyView, ReceivedAs, Recipient, RecipientKind } from "../../web/src/api/types.ts";
import { refused, type Client } from "./client.ts";
import { incomingEntry, onEngines, pdf, personCalled } from "./samples.ts";
import { until } from "./server.ts";

async function textOf(bytes: Uint8Array): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "copy-"));
    try {
        await writeFile(join(folder, "copy.pdf"), bytes);
        return (await promisify(execFile)("pdftotext", ["-layout", join(folder, "copy.pdf"), "-"])).stdout;
    } finally {
        await rm(folder, { recursive: true });
    }
}

onEngines("copies", (server) => {
    const clerk = () => server().as("vanthu");

    // Of a document that has just been registered, for one person and one name outside.
    async function entry(desk: Client, values: Partial<CopyEntry> = {}): Promise<Parameters<typeof desk.post<"/api/copies">>[1]> {
        const file = await desk.upload("Ke hoach.pdf", pdf(`Ke hoach ${randomUUID()}`));
        const source = await desk.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const body = (await desk.get("/api/bodies", {})).items.find(({ symbol }) => symbol === "UBND")?.id ?? "";
        const reader = await personCalled(desk, "taichinh");
        return {
            source_kind: "incoming",
            source: source.id,
            form: "full",
            body,
            signer: await personCalled(desk, "phochutich"),
            recipients: [
                line("person", reader, "Tài chính - Kế toán"),
                line("outside", null, "Trường THCS Phổ Mẫu"),
            ],
            ...values,
        } as Parameters<typeof desk.post<"/api/copies">>[1];
    }
    const line = (kind: RecipientKind, target: string | null, name: string, mark = ""): Recipient => ({ kind, target, name, mark, addressee: false, delivered_at: 0, read_at: 0 });
    const scan = async (desk: Client) => (await desk.upload("ban sao da ky.pdf", pdf(`Ban sao ${randomUUID()}`))).id;

    test("a copy is numbered, printed with its block, signed on paper and given to its readers (Điều 25)", async () => {
        const desk = await clerk();
        const asked = await entry(desk);
        const made = await desk.post("/api/copies", asked);
        assert.match(made.symbol, /^\d\d+\/SY-UBND$/);
        assert.equal(made.state, "made");
        const next = await desk.post("/api/copies", { ...asked, form: "extract", part: "Mục II", text: "Báo cáo trước ngày 20." });
        assert.equal(next.number, made.number + 1, "one series for all forms");
        assert.match(next.symbol, /TrS-UBND$/);

        const printed = await textOf(await desk.bytes(`/api/copies/${made.id}/print`));
        for (const part of ["Ke hoach", "SAO Y", made.symbol, "KT. CHỦ TỊCH", "- Trường THCS Phổ Mẫu;", "- Lưu: VT."]) assert.ok(printed.includes(part), `${part} in ${printed}`);
        const typed = await textOf(await desk.bytes(`/api/copies/${next.id}/print`));
        for (const part of ["TRÍCH SAO", "Báo cáo trước ngày 20.", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]) assert.ok(typed.includes(part), `${part} in ${typed}`);

        const reader = await server().as("taichinh");
        assert.equal((await refused(reader.get("/api/copies/{id}", { id: made.id }))).status, 404, "not before it is signed");
        assert.deepEqual((await refused(desk.post("/api/copies/{id}/issue", { id: made.id }))).faults, [{ path: "/scan", code: "required" }]);
        const paper = await scan(desk);
        const given = await desk.post("/api/copies/{id}/issue", { id: made.id, version: made.version, scan: paper, copy_count: 2 });
        assert.deepEqual([given.state, given.scan?.id, given.copy_count], ["issued", paper, 2]);
        assert.ok((await reader.get("/api/work", {})).items.some((item) => item.record === made.id && item.action === "read" && item.kind === "copy"));
        assert.equal((await reader.get("/api/copies/{id}", { id: made.id })).sees_source, false);
        assert.equal((await reader.bytes(`/api/files/${paper}`)).length > 100, true);
        assert.ok(!(await reader.get("/api/work", {})).items.some((item) => item.record === made.id), "he has looked");
        assert.equal((await refused(reader.get("/api/incoming/{id}", { id: made.source }))).status, 404, "the copy, not the document");
    });

    test("a copy reaches a group, whoever has no account on paper, and another agency as documents do", async () => {
        const desk = await clerk();
        const group = (await desk.get("/api/recipient-groups", {})).items.find(({ name }) => name === "Trưởng các thôn");
        const town = (await desk.get("/api/agencies", {})).items.find(({ short_name }) => short_name === "UBND thị xã Đức Mẫu");
        assert.ok(group && town);
        const reader = await personCalled(desk, "taichinh");
        const recipients = [line("group", group.id, "Trưởng các thôn", "để biết"), line("agency", town.id, "UBND thị xã"), line("person", reader, "Tài chính - Kế toán")];
        const made = await desk.post("/api/copies", await entry(desk, { recipients }));
        const printed = await textOf(await desk.bytes(`/api/copies/${made.id}/print`));
        assert.ok(printed.includes("- Trưởng các thôn (để biết);"), printed);
        const paper = await scan(desk);
        let view = await desk.post("/api/copies/{id}/issue", { id: made.id, version: made.version, scan: paper });
        const hamlets = view.deliveries.filter(({ through }) => through === "Trưởng các thôn");
        assert.ok(hamlets.length > 0 && hamlets.every(({ on_paper }) => on_paper), "the heads of the hamlets have no account");
        assert.deepEqual(view.acts, ["remind", "hand_out"]);

        // there it waits to be registered, under the copy's own number, and both ways of the receipt come back
        const there = await server().as("thixa.vanthu");
        const arrived = async () => (await there.get("/api/incoming", { state: "arrived", limit: 100 })).items.find((row) => row.origin_number === made.symbol && row.subject.startsWith("Bản sao y "));
        await until(async () => (await arrived()) !== undefined, "the copy's arrival");
        const row = await arrived();
        assert.ok(row);
        const { files, issued_on, received_as } = await there.get("/api/incoming/{id}", { id: row.id });
        assert.deepEqual(files.map(({ id }) => id), [paper], "the signed paper and nothing else");
        assert.equal(received_as, "full_copy");
        const registered = await there.post("/api/incoming", incomingEntry({ arrival: row.id, issuer: row.issuer, origin_number: row.origin_number, issued_on, kind: row.kind, subject: row.subject }));
        assert.ok(registered.arrival_number > 0);
        const received = async () => (await desk.get("/api/copies/{id}", { id: made.id })).recipients[1];
        await until(async () => Boolean((await received())?.received_at), "the receipt");
        assert.ok(((await received())?.delivered_at ?? 0) > 0);

        const officer = await server().as("tuphap");
        assert.equal((await refused(officer.post("/api/copies/{id}/remind", { id: made.id }))).status, 403);
        assert.equal((await refused(officer.post("/api/copies/{id}/hand-out", { id: made.id, people: [] }))).status, 403);
        assert.equal((await refused(officer.bytes(`/api/copies/${made.id}/hand-out-slips`).then(() => {}))).status, 403);
        assert.equal((await refused(there.post("/api/copies/{id}/remind", { id: made.id }))).status, 404);
        assert.equal((await refused(there.post("/api/copies/{id}/hand-out", { id: made.id, people: [] }))).status, 404);
        assert.equal((await refused(there.bytes(`/api/copies/${made.id}/hand-out-slips`).then(() => {}))).status, 404);

        view = await desk.post("/api/copies/{id}/remind", { id: made.id });
        assert.equal((await refused(desk.post("/api/copies/{id}/remind", { id: made.id }))).code, "copy.reminded_today");
        const actions = async () => (await (await server().as("taichinh")).get("/api/work", {})).items.filter((item) => item.record === made.id).map(({ action }) => action).sort();
        assert.deepEqual(await actions(), ["overdue", "read"]);
        await (await server().as("taichinh")).get("/api/copies/{id}", { id: made.id });
        assert.deepEqual(await actions(), []);

        const slips = await textOf(await desk.bytes(`/api/copies/${made.id}/hand-out-slips`));
        for (const part of ["PHIẾU GIAO VĂN BẢN", made.symbol, hamlets[0]?.person_name ?? ""]) assert.ok(slips.includes(part), `${part} in ${slips}`);
        view = await desk.post("/api/copies/{id}/hand-out", { id: made.id, people: hamlets.map(({ person }) => person) });
        assert.deepEqual(view.acts, []);
        assert.deepEqual((await refused(desk.post("/api/copies/{id}/hand-out", { id: made.id, people: [reader] }))).faults, [{ path: "/people/0", code: "no_paper" }]);
    });

    test("whoever may not copy is refused, at every door and from another agency", async () => {
        const desk = await clerk();
        const asked = await entry(desk);
        const made: CopyView = await desk.post("/api/copies", asked);
        const officer = await server().as("tuphap");
        assert.equal((await refused(officer.post("/api/copies", asked))).status, 403);
        assert.equal((await refused(officer.post("/api/copies/{id}/issue", { id: made.id, scan: "" }))).status, 403);
        assert.equal((await refused(officer.post("/api/copies/{id}/void", { id: made.id, reason: "x" }))).status, 403);
        assert.equal((await refused(officer.bytes(`/api/copies/${made.id}/print`).then(() => {}))).status, 403);
        assert.equal((await refused(officer.get("/api/copies/{id}", { id: made.id }))).status, 404);
        assert.ok(!(await officer.get("/api/copies", {})).items.some(({ id }) => id === made.id));
        const other = await server().as("thixa.vanthu");
        assert.equal((await refused(other.post("/api/copies", asked))).status, 404);
        assert.equal((await refused(other.get("/api/copies/{id}", { id: made.id }))).status, 404);
        assert.equal((await refused(other.post("/api/copies/{id}/void", { id: made.id, reason: "x" }))).status, 404);
        assert.equal((await refused(other.bytes(`/api/copies/${made.id}/print`).then(() => {}))).status, 404);
    });

    test("a form that the law does not have for a document is refused, and a draft is no document (Điều 25)", async () => {
        const desk = await clerk();
        const asked = await entry(desk);
        const wrong = await refused(desk.post("/api/copies", { ...asked, text: "một phần", first_page: 1 }));
        assert.deepEqual(wrong.faults.map(({ path }) => path).sort(), ["/first_page", "/text"]);
        const own = (await desk.get("/api/outgoing", { state: "issued", limit: 1 })).items[0];
        assert.ok(own);
        assert.deepEqual((await refused(desk.post("/api/copies", { ...asked, source_kind: "outgoing", source: own.id, form: "recopied" }))).faults, [{ path: "/form", code: "copy_of_original" }]);
        const draft = (await desk.get("/api/outgoing", { state: "draft", limit: 1 })).items[0];
        assert.ok(draft);
        assert.equal((await refused(desk.post("/api/copies", { ...asked, source_kind: "outgoing", source: draft.id }))).code, "copy.not_copied");
        // of a «sao y» a «sao lục» is made and nothing else, of those nothing
        const had = async (received_as: ReceivedAs) => (await desk.post("/api/incoming", incomingEntry({ received_as }))).id;
        const copy = { ...asked, source: await had("full_copy") };
        assert.deepEqual((await refused(desk.post("/api/copies", copy))).faults, [{ path: "/form", code: "copy_of_full_copy" }]);
        assert.match((await desk.post("/api/copies", { ...copy, form: "recopied" })).symbol, /\/SL-UBND$/);
        assert.deepEqual((await refused(desk.post("/api/copies", { ...copy, form: "recopied", source: await had("extract") }))).faults, [{ path: "/form", code: "copy_of_copy" }]);
        const unable = await personCalled(desk, "tuphap");
        assert.deepEqual((await refused(desk.post("/api/copies", { ...asked, signer: unable }))).faults, [{ path: "/signer", code: "no_authority" }]);
    });

    test("a voided copy keeps its struck line in the book of copies, which prints like the others (Điều 15)", async () => {
        const desk = await clerk();
        const made = await desk.post("/api/copies", await entry(desk));
        await desk.post("/api/copies/{id}/void", { id: made.id, version: made.version, reason: "sao nhầm văn bản" });
        assert.equal((await refused(desk.bytes(`/api/copies/${made.id}/print`).then(() => {}))).code, "copy.not_now");
        const kept = await desk.post("/api/copies", await entry(desk));
        const rows = (await desk.get("/api/books/{book}/entries", { book: made.book, period: made.year, limit: 10 })).items;
        const line = (number: number) => rows.find((row) => row.number === number);
        assert.deepEqual([line(made.number)?.state, line(made.number)?.reason], ["voided", "sao nhầm văn bản"]);
        assert.deepEqual([line(kept.number)?.symbol, line(kept.number)?.record], [kept.symbol, kept.id]);
        const printed = await textOf(await desk.bytes(`/api/books/${made.book}/print?period=${made.year}`));
        assert.ok(printed.includes("SỔ ĐĂNG KÝ BẢN SAO") && printed.includes(kept.symbol) && printed.includes("sao nhầm"), printed);
        assert.ok((await desk.bytes(`/api/books/${made.book}/export?period=${made.year}`)).length > 1000);
        assert.equal((await refused(desk.post("/api/books/{book}/reserve", { book: made.book, reason: "giữ" }))).code, "book.copies");
    });
});
