// Books over HTTP: past entries from a table, corrections with their history, lists taken out, and the log of reading.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { type Client, refused } from "./client.ts";
import { incomingEntry, onEngines, pdf, personCalled, rowsOf } from "./samples.ts";

// A table of past entries, `from` … `to`, as a spreadsheet program saves it.
const table = (from: number, to: number) =>
    "Số;Ngày tháng văn bản;Tên loại;Trích yếu;Người ký;Nơi nhận\n" +
    Array.from({ length: to - from + 1 }, (_, at) => `${from + at};10/1/2022;Hợp đồng;Hợp đồng số ${from + at};Lê Văn Thái;Kho bạc`).join("\n");

onEngines("books", (server) => {
    const clerk = () => server().as("vanthu");

    async function newBook(desk: Client, kind: string) {
        const body = (await desk.get("/api/bodies", {})).items.find((one) => one.symbol === "UBND");
        assert.ok(body);
        return desk.post("/api/books", { direction: "outgoing", body: body.id, name: `Sổ ${kind}`, kinds: [kind], period_kind: "year" });
    }

    test("past entries are looked at, then taken in whole, and the series goes on behind them", async () => {
        const desk = await clerk();
        const book = await newBook(desk, "HĐ");
        const wrong = await desk.upload("sai.csv", `${table(1, 3)}\n9;31/2/2022;Loại lạ;;;`);
        const seen = await desk.post("/api/books/{book}/import/preview", { book: book.id, file: wrong.id, reason: "" });
        assert.deepEqual(seen.faults.map(({ row, column, code }) => `${row} ${column} ${code}`), ["5 Ngày tháng văn bản date", "5 Số number_gap", "5 Trích yếu required", "5 Tên loại unknown"]);
        const refusal = await refused(desk.post("/api/books/{book}/import", { book: book.id, file: wrong.id, reason: "sổ giấy" }));
        assert.deepEqual([refusal.status, refusal.code], [409, "import.faults"]);
        assert.deepEqual((await desk.get("/api/books/{book}/periods", { book: book.id })).items, []);
        const right = await desk.upload("dung.csv", table(1, 21));
        const done = await desk.post("/api/books/{book}/import", { book: book.id, file: right.id, reason: "sổ giấy" });
        assert.deepEqual([done.count, done.next_number], [21, 22]);
        assert.equal((await desk.post("/api/books/{book}/reserve", { book: book.id, reason: "chờ ký" })).number, 22);
        const entries = (await desk.get("/api/books/{book}/entries", { book: book.id, period: 2022, limit: 5 })).items;
        assert.deepEqual(entries.map(({ number, state }) => `${number} ${state}`), ["22 reserved", "21 imported", "20 imported", "19 imported", "18 imported"]);
        assert.equal(entries[1]?.subject, "Hợp đồng số 21");
    });

    test("a wrong registration is put right: number and day stay, both values are kept (Phụ lục VI)", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry());
        const scan = await desk.upload("quet.pdf", pdf(randomUUID()));
        const view = await desk.post("/api/incoming/{id}", { id: document.id, version: document.version, reason: "gõ nhầm", subject: "Trích yếu đúng", files: [scan.id] });
        assert.deepEqual([view.subject, view.arrival_number, view.arrived_on, view.files.length], ["Trích yếu đúng", document.arrival_number, document.arrived_on, 1]);
        const kept = (await desk.get("/api/incoming/{id}/corrections", { id: document.id })).items;
        assert.deepEqual(kept.map(({ field, before, after }) => [field, before, after]), [["files", "", "quet.pdf"], ["subject", document.subject, "Trích yếu đúng"]]);
        const stale = await refused(desk.post("/api/incoming/{id}", { id: document.id, version: document.version, reason: "nữa", subject: "Khác", files: [] }));
        assert.deepEqual([stale.status, stale.code], [409, "stale"]);
        const reader = await refused((await server().as("tuphap")).post("/api/incoming/{id}", { id: document.id, version: 1, reason: "x", files: [] }));
        assert.equal(reader.status, 403);
    });

    test("a list leaves as a spreadsheet with its filters, for who may see it", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry({ subject: `=HYPERLINK("x") ${randomUUID()}` }));
        const others = ["envelopes?state=waiting", "work-dossiers?year=2022", "units", "bodies", "posts", "agencies"].map((list) => `/api/exports/${list}`);
        for (const path of ["/api/exports/incoming?from=2022-05-04", "/api/exports/outgoing?state=issued", "/api/exports/work", "/api/exports/people", ...others, `/api/books/${document.book}/export?period=2022`]) {
            const answer = await desk.raw("GET", path, {});
            assert.equal(answer.status, 200, path);
            assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; .*xlsx/);
            const bytes = Buffer.from(await answer.arrayBuffer());
            assert.equal(bytes.subarray(0, 2).toString(), "PK");
            assert.ok(bytes.length > 3000, `${path}: ${bytes.length} bytes`);
        }
        assert.equal((await server().client().raw("GET", "/api/exports/people", {})).status, 401);
        assert.equal((await server().client().raw("GET", "/api/exports/units", {})).status, 401);
        assert.equal((await (await server().as("tuphap")).raw("GET", "/api/exports/envelopes", {})).status, 403);
        assert.equal((await (await server().as("tuphap")).raw("GET", `/api/books/${document.book}/export?period=2022`, {})).status, 403);
    });

    test("mandates, roles, groups, days off, copies and both logs leave with what their pages show, each time told in the log (Phụ lục VI)", async () => {
        const [administrator, desk, stranger] = [await server().as("quantri"), await clerk(), await server().as("thixa.vanthu")];
        const sheet = async (client: Client, path: string) => {
            const answer = await client.raw("GET", `/api/exports/${path}`, {});
            assert.equal(answer.status, 200, path);
            const [head = [], ...rows] = rowsOf(Buffer.from(await answer.arrayBuffer()));
            return { head, rows, name: decodeURIComponent(answer.headers.get("content-disposition") ?? "") };
        };
        const mandates = await sheet(administrator, "mandates");
        assert.deepEqual(mandates.head.slice(0, 5), ["Loại", "Người ủy quyền", "Người được ủy quyền", "Nội dung ủy quyền", "Số, ngày của giấy ủy quyền"]);
        assert.equal(mandates.rows.length, (await administrator.get("/api/admin/mandates", {})).items.length);
        assert.ok(mandates.rows.some((row) => row[0] === "Ký thừa ủy quyền" && row[4]?.startsWith("07/GUQ-UBND")));

        const roles = await sheet(administrator, "roles");
        const known = (await administrator.get("/api/admin/roles", {})).items;
        assert.equal(roles.rows.length, known.reduce((sum, { permissions }) => sum + permissions.length, 0));
        assert.ok(roles.rows.some((row) => row[1] === "clerk" && row[2] === "Tiếp nhận, vào sổ văn bản đến" && row[3] === "register_incoming"));

        const groups = await sheet(desk, "recipient-groups");
        assert.ok(groups.rows.filter(([name]) => name === "Trưởng các thôn").length >= 3);
        assert.ok(groups.rows.every((row) => ["chức vụ", "đơn vị", "người"].includes(row[2] ?? "")));

        const days = await sheet(desk, "calendar?year=2022");
        assert.match(days.name, /Lịch làm việc 2022\.xlsx/);
        assert.ok(days.rows.some((row) => row[2] === "Nghỉ lễ, Tết" && row[3]?.includes("Giỗ Tổ")));
        assert.equal((await refused(desk.get("/api/calendar", { year: 1 }))).status, (await desk.raw("GET", "/api/exports/calendar?year=1", {})).status);

        const copies = await sheet(desk, "copies?state=issued");
        assert.equal(copies.rows.length, (await desk.get("/api/copies", { state: "issued" })).total);
        assert.ok(copies.rows.every((row) => row[7] === "Đã phát"));
        assert.deepEqual((await sheet(stranger, "copies")).rows, []);

        const me = (await desk.get("/api/me", {})).full_name;
        const access = await sheet(administrator, `access?person=${await personCalled(administrator, "vanthu")}&action=calendar.exported`);
        assert.deepEqual(access.rows.map((row) => [row[2], row[3], row[5]]), [[me, "xuất lịch làm việc", "year=2022"]]);
        const trail = await sheet(administrator, "audit?kind=mandate");
        assert.ok(trail.rows.length > 0 && trail.rows.every((row) => row[5] === "Ủy quyền" && !/[a-z]_[a-z]/.test(row[4] ?? "")), JSON.stringify(trail.rows[0]));
        for (const path of ["mandates", "roles", "access", "audit"]) assert.equal((await desk.raw("GET", `/api/exports/${path}`, {})).status, 403, path);

        // whatever leaves as a spreadsheet is in the log, under its own name
        const api = (await (await fetch(`${server().url}/api`)).json()) as { paths: Record<string, object> };
        const lists = Object.keys(api.paths).filter((path) => path.startsWith("/api/exports/"));
        assert.ok(lists.length >= 17);
        for (const path of lists) {
            for (const client of [administrator, desk]) await client.raw("GET", `${path}${path.endsWith("calendar") ? "?year=2022" : ""}`, {});
            const [last] = (await administrator.get("/api/access", { limit: 1 })).items;
            assert.equal(last?.action, `${path.slice("/api/exports/".length).replaceAll("-", "_")}.exported`, path);
        }
    });

    test("what is looked at, printed and taken out is logged for the auditor (Phụ lục VI)", async () => {
        const desk = await clerk();
        const document = await desk.post("/api/incoming", incomingEntry());
        await desk.get("/api/incoming/{id}", { id: document.id });
        assert.equal((await desk.raw("GET", `/api/incoming/${document.id}/slip`, {})).status, 200);
        const auditor = await server().as("quantri");
        const rows = (await auditor.get("/api/access", { record: document.id })).items;
        assert.deepEqual(rows.map(({ action }) => action), ["incoming.slip", "incoming.viewed"]);
        assert.equal(rows[0]?.person_name, (await desk.get("/api/me", {})).full_name);
        assert.equal((await refused(desk.get("/api/access", {}))).status, 403);
        assert.deepEqual((await (await server().as("thixa.chutich")).get("/api/access", { record: document.id })).items, []);
    });
});
