import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { test } from "node:test";
import type { CatalogueRow, WorkDossierView } from "../../web/src/api/types.ts";
import { type Client, refused } from "./client.ts";
import { dossierEntry, incomingEntry, onEngines, pdf, personCalled, today } from "./samples.ts";

const row = (kind: CatalogueRow["kind"], title: string, values: Partial<CatalogueRow> = {}): CatalogueRow => ({
    id: null, kind, title, abbreviation: "", number: 0, symbol: "", retention: 0, creator: null, creator_name: "", note: "", dossier: null, ...values,
});

async function bytesOf(client: Client, path: string): Promise<{ type: string; body: Buffer }> {
    const answer = await client.raw("GET", path, {});
    assert.equal(answer.status, 200, path);
    return { type: answer.headers.get("content-type") ?? "", body: Buffer.from(await answer.arrayBuffer()) };
}

onEngines("work dossiers", (server) => {
    const officer = () => server().as("tuphap");

    // A document that the officer led, and finished.
    async function finished(values = {}): Promise<string> {
        const desk = await server().as("vanthu");
        const lead = await personCalled(desk, "tuphap");
        const file = await desk.upload("van ban.pdf", pdf(randomUUID()));
        const submit = { text: "", shares: [{ person: lead, part: "lead" as const }] };
        const { id } = await desk.post("/api/incoming", incomingEntry({ files: [file.id], submit, ...values }));
        await (await server().as("chutich")).post("/api/incoming/{id}/assign", { id, accept_proposal: true });
        await (await officer()).post("/api/incoming/{id}/finish", { id, result: "filed" });
        return id;
    }
    const opened = async (values = {}): Promise<WorkDossierView> => (await officer()).post("/api/work-dossiers", dossierEntry(values));

    test("the year's catalogue of dossiers is drawn up at the office, approved by the head, copied into the next year, and prints (Điều 28)", async () => {
        const office = await server().as("vanphong");
        const person = await personCalled(office, "tuphap");
        const rows = [row("major", "Tổng hợp", { abbreviation: "TH" }), row("line", "Kế hoạch năm 2030", { creator: person })];
        const saved = await office.post("/api/dossier-catalogue", { year: 2030, version: 0, numbering: "whole", rows });
        assert.deepEqual(saved.rows.map((each) => each.symbol), ["", "01.TH"]);
        assert.equal((await refused((await officer()).post("/api/dossier-catalogue", { year: 2030, version: 1, numbering: "whole", rows }))).status, 403);
        await office.post("/api/dossier-catalogue/submit", { year: 2030 });
        const head = await server().as("chutich");
        const item = (await head.get("/api/work", {})).items.find((one) => one.action === "approve_catalogue" && one.record === saved.id);
        assert.equal(item?.title, "Danh mục hồ sơ năm 2030");
        assert.equal((await refused(office.post("/api/dossier-catalogue/approve", { year: 2030 }))).status, 403);
        const approved = await head.post("/api/dossier-catalogue/approve", { year: 2030 });
        assert.equal(approved.state, "approved");
        const next = await office.post("/api/dossier-catalogue/copy", { year: 2031, from: 2030 });
        assert.equal(next.rows[1]?.title, "Kế hoạch năm 2031");
        // another agency has its own
        assert.equal((await (await server().as("thixa.vanthu")).get("/api/dossier-catalogue", { year: 2030 })).version, 0);
        const printed = await bytesOf(office, "/api/dossier-catalogue/print?year=2030");
        assert.equal(printed.type, "application/pdf");
        assert.ok(printed.body.subarray(0, 5).equals(Buffer.from("%PDF-")));
    });

    test("a dossier opens from the list with its symbol, once (Điều 29)", async () => {
        const client = await server().as("vptk");
        const list = await client.get("/api/dossier-catalogue", { year: 2022 });
        assert.equal(list.state, "approved");
        const mine = await personCalled(client, "vptk");
        const line = list.rows.find((each) => each.kind === "line" && !each.dossier && each.creator === mine);
        assert.ok(line?.id);
        const dossier = await client.post("/api/work-dossiers", { line: line.id, documents: [] });
        assert.equal(dossier.symbol, line.symbol);
        assert.equal(dossier.creator, mine);
        const again = await refused(client.post("/api/work-dossiers", { line: line.id, documents: [] }));
        assert.deepEqual([again.status, again.code], [409, "dossier.opened_already"]);
    });

    test("one document lies in several dossiers of several people without a copy, each with its own ordinal (Điều 29)", async () => {
        const [first, second] = [await finished(), await finished()];
        const mine = await opened();
        const client = await officer();
        const filled = await client.post("/api/work-dossiers/{id}/documents", { id: mine.id, documents: [{ kind: "incoming", record: second }, { kind: "incoming", record: first }] });
        assert.deepEqual(filled.contents.map((each) => [each.ordinal, each.record]), [[1, second], [2, first]]);
        const desk = await server().as("vanthu");
        const theirs = await desk.post("/api/work-dossiers", dossierEntry({ documents: [{ kind: "incoming", record: first }] }));
        assert.equal(theirs.contents[0]?.files[0]?.id, filled.contents[1]?.files[0]?.id);
        const around = await desk.get("/api/work-dossiers/around", { kind: "incoming", record: first });
        assert.deepEqual(around.inside.map((each) => each.id).sort(), [mine.id, theirs.id].sort());
    });

    test("a closed dossier is frozen, and opens again with a reason only (Điều 29)", async () => {
        const client = await officer();
        const document = await finished();
        const { id } = await opened({ documents: [{ kind: "incoming", record: document }] });
        const closed = await client.post("/api/work-dossiers/{id}/close", { id });
        assert.equal(closed.state, "closed");
        assert.equal(closed.archive_due_on, `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`);
        const content = closed.contents[0]?.id ?? "";
        for (const act of [
            () => client.post("/api/work-dossiers/{id}/remove", { id, content }),
            () => client.post("/api/work-dossiers/{id}/documents", { id, documents: [{ kind: "incoming", record: document }] }),
            () => client.post("/api/work-dossiers/{id}/access", { id, readers: [] }),
        ]) {
            const problem = await refused(act());
            assert.deepEqual([problem.status, problem.code], [409, "dossier.closed"]);
        }
        assert.deepEqual((await refused(client.post("/api/work-dossiers/{id}/reopen", { id, reason: " " }))).faults, [{ path: "/reason", code: "required" }]);
        assert.equal((await client.post("/api/work-dossiers/{id}/reopen", { id, reason: "Bổ sung" })).state, "open");
    });

    test("who was not given access finds neither the dossier nor its prints; a reader sees, and changes nothing", async () => {
        const { id } = await opened({ documents: [{ kind: "incoming", record: await finished() }] });
        const other = await server().as("diachinh");
        for (const path of ["", "/contents", "/pdf", "/xml", "/zip"]) assert.equal((await other.raw("GET", `/api/work-dossiers/${id}${path}`, {})).status, 404, path);
        await (await officer()).post("/api/work-dossiers/{id}/access", { id, readers: [{ person: await personCalled(other, "diachinh"), part: "read", person_name: "" }] });
        const seen = await other.get("/api/work-dossiers/{id}", { id });
        assert.equal(seen.contents[0]?.visible, true);
        assert.deepEqual(seen.acts, []);
        assert.equal((await refused(other.post("/api/work-dossiers/{id}/close", { id }))).status, 409);
        assert.equal((await (await server().as("thixa.chutich")).raw("GET", `/api/work-dossiers/${id}`, {})).status, 404);
    });

    test("a dossier leaves as one PDF in the order of time, as XML and as files (Phụ lục VI)", async () => {
        const client = await officer();
        const record = await finished({ origin_number: "1817/KH-UBND", issued_on: "2022-04-28" });
        const { id, symbol } = await opened({ documents: [{ kind: "incoming", record }] });
        const photo = await client.upload("anh.pdf", pdf("hoi nghi"));
        await client.post("/api/work-dossiers/{id}/files", { id, file: photo.id, subject: "Ảnh hội nghị", issued_on: "2022-04-20" });
        const whole = await bytesOf(client, `/api/work-dossiers/${id}/pdf`);
        assert.equal(whole.type, "application/pdf");
        const again = await client.upload("ca ho so.pdf", whole.body); // our own door takes it: it is a sound PDF
        assert.equal(again.media_type, "application/pdf");
        const xml = (await bytesOf(client, `/api/work-dossiers/${id}/xml`)).body.toString();
        for (const tag of ["OrganId", "FileCatalog", "FileNotation", "Title", "Maintenance", "Rights", "Creator", "Language", "StartDate", "EndDate", "DocTotal", "PageTotal", "Description", "DocOrdinal", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName", "Subject", "PageAmount", "ArrivalDate", "ArrivalNumber", "Priority"])
            assert.match(xml, new RegExp(`<${tag}>`), tag);
        assert.match(xml, new RegExp(`<FileNotation>${symbol}</FileNotation>`));
        assert.ok(xml.indexOf("Ảnh hội nghị") < xml.indexOf("<CodeNumber>1817</CodeNumber>"));
        const zip = await bytesOf(client, `/api/work-dossiers/${id}/zip`);
        assert.equal(zip.type, "application/zip");
        assert.deepEqual(namesIn(zip.body), ["Mục lục văn bản.pdf", "metadata.xml", "02-01 anh.pdf", "01-01 van ban.pdf"]);
        const story = (await client.get("/api/work-dossiers/{id}", { id })).story.map((event) => event.action);
        assert.ok(story.includes("dossier.exported")); // what leaves is told
    });

    test("the index of dossiers and the index of documents in one print as PDF (Phụ lục V)", async () => {
        const head = await server().as("chutich");
        const [first] = (await head.get("/api/work-dossiers", { year: 2021 })).items;
        assert.ok(first);
        for (const path of ["/api/work-dossiers/index?year=2021", `/api/work-dossiers/${first.id}/contents`]) assert.equal((await bytesOf(head, path)).type, "application/pdf");
    });

    test("the archivist is told thirty days before, and finds a dossier complete or gives it back (Điều 30)", async () => {
        const archivist = await server().as("luutru");
        const due = (await archivist.get("/api/work", {})).items.filter((item) => item.action === "review_dossier");
        assert.ok(due.length >= 1);
        const soon = await archivist.get("/api/work-dossiers", { archiving: "soon" });
        assert.ok(due.every((item) => soon.items.some((each) => each.id === item.record)));
        const id = due[0]?.record ?? "";
        assert.equal((await refused((await officer()).post("/api/work-dossiers/{id}/review", { id, complete: true }))).status, 403);
        const back = await archivist.post("/api/work-dossiers/{id}/review", { id, complete: false, reason: "Thiếu biên bản" });
        assert.equal(back.state, "open");
        assert.ok(!(await archivist.get("/api/work", {})).items.some((item) => item.record === id));
    });

    test("the list of dossiers, one's own or all, is walked page by page and found by words, with or without marks (Phụ lục VI)", async () => {
        const head = await server().as("chutich");
        const seen = new Set<string>();
        for (let after = ""; ; ) {
            const page = await head.get("/api/work-dossiers", { limit: 5, ...(after && { after }) });
            page.items.forEach((each) => seen.add(each.id));
            if (!page.after) break;
            after = page.after;
        }
        const own = await (await officer()).get("/api/work-dossiers", { mine: true, limit: 200 });
        assert.ok(own.items.length > 0 && own.items.every(({ creator_name }) => creator_name === "Lê Thị Thanh Hằng"));
        assert.equal(seen.size, (await head.get("/api/work-dossiers", { limit: 200 })).items.length);
        for (const query of ["van hoa cong so", "văn hóa công sở", "văn hoá công sở"]) {
            const { items } = await head.get("/api/work-dossiers", { query });
            assert.ok(items.some((each) => each.title.includes("Sơ kết 03 năm")), query);
        }
    });
});

// The names of a ZIP's central directory (APPNOTE 4.3.12); each local file must unpack.
function namesIn(bytes: Buffer): string[] {
    const names: string[] = [];
    for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
        const [packed, name, extra, comment, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
        names.push(bytes.subarray(at + 46, at + 46 + name).toString());
        const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        if (bytes.readUInt16LE(at + 10) === 8) assert.equal(inflateRawSync(bytes.subarray(start, start + packed)).length, bytes.readUInt32LE(at + 24));
        at += 46 + name + extra + comment;
    }
    return names;
}
