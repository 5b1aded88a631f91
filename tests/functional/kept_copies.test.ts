// The register of the use of kept copies: entered by the clerk, read by who sees every document, printed and taken out, and both logged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "./client.ts";
import { draftEntry, onEngines, personCalled, today } from "./samples.ts";
import { until } from "./server.ts";

onEngines("kept copies", (server) => {
    // The newest issued document whose copy nobody has.
    async function kept(): Promise<{ id: string; symbol: string }> {
        const clerk = await server().as("vanthu");
        const out = new Set((await clerk.get("/api/kept-copies", { out: true, limit: 200 })).items.map(({ document }) => document));
        const found = (await clerk.get("/api/outgoing", { state: "issued", limit: 50 })).items.find(({ id }) => !out.has(id));
        assert.ok(found);
        return found;
    }

    test("who takes a kept copy, who allowed it and when it is back stand in the register (Phụ lục IV)", async () => {
        const clerk = await server().as("vanthu");
        const document = await kept();
        const allowed_by = await personCalled(clerk, "vanphong");
        const entry = { document: document.id, person: await personCalled(clerk, "tuphap"), allowed_by, note: "Đối chiếu" };
        const use = await clerk.post("/api/kept-copies", entry, { key: "kept-copy-twice-sent" });
        assert.equal((await clerk.post("/api/kept-copies", entry, { key: "kept-copy-twice-sent" })).id, use.id, "a request sent twice is entered once");
        assert.deepEqual([use.symbol, use.taken_on, use.returned_on, use.note], [document.symbol, today, null, "Đối chiếu"]);
        const again = await refused(clerk.post("/api/kept-copies", entry));
        assert.deepEqual([again.status, again.code], [409, "kept_copy.out"]);
        assert.ok((await clerk.get("/api/kept-copies", { out: true })).items.some(({ id }) => id === use.id));
        const back = await clerk.post("/api/kept-copies/{id}/give-back", { id: use.id });
        assert.equal(back.returned_on, today);
        assert.equal((await refused(clerk.post("/api/kept-copies/{id}/give-back", { id: use.id }))).code, "kept_copy.back");
        assert.deepEqual((await clerk.get("/api/kept-copies", { document: document.id })).items[0], back);
    });

    test("every wrong field is named; a draft has no kept copy", async () => {
        const clerk = await server().as("vanthu");
        const draft = await (await server().as("tuphap")).post("/api/outgoing", await draftEntry(await server().as("tuphap")));
        const allowed_by = await personCalled(clerk, "vanphong");
        const faults = async (values: object) => (await refused(clerk.post("/api/kept-copies", { document: (await kept()).id, user_name: "Đoàn kiểm tra", allowed_by, ...values }))).faults;
        assert.deepEqual(await faults({ document: draft.id }), [{ path: "/document", code: "not_issued" }]);
        assert.deepEqual(await faults({ taken_on: "2022-05-05" }), [{ path: "/taken_on", code: "future" }]);
        assert.deepEqual(await faults({ user_name: " " }), [{ path: "/user_name", code: "required" }]);
        assert.deepEqual(await faults({ taken_on: "2001-01-01" }), [{ path: "/taken_on", code: "before_issue" }]);
    });

    test("officers neither enter nor read it, and another agency finds nothing of it", async () => {
        const clerk = await server().as("vanthu");
        const document = await kept();
        const entry = { document: document.id, user_name: "Đoàn kiểm tra", allowed_by: await personCalled(clerk, "vanphong") };
        const officer = await server().as("tuphap");
        assert.equal((await refused(officer.post("/api/kept-copies", entry))).status, 403);
        assert.equal((await refused(officer.get("/api/kept-copies", {}))).status, 403);
        assert.equal((await officer.raw("GET", "/api/kept-copies/print?year=2022", {})).status, 403);
        const { id } = await clerk.post("/api/kept-copies", entry);
        const stranger = await server().as("thixa.vanthu");
        assert.equal((await refused(stranger.post("/api/kept-copies/{id}/give-back", { id }))).status, 404);
        assert.deepEqual((await refused(stranger.post("/api/kept-copies", { ...entry, allowed_by: await personCalled(stranger, "thixa.chutich") }))).faults, [{ path: "/document", code: "unknown" }]);
        assert.deepEqual((await stranger.get("/api/kept-copies", {})).items, []);
        assert.ok((await (await server().as("chutich")).get("/api/kept-copies", {})).items.some((row) => row.id === id), "who sees every document reads it");
    });

    test("the year's register prints and leaves as XLSX, and the access log tells who took it (Phụ lục VI)", async () => {
        const clerk = await server().as("vanthu");
        const printed = await clerk.raw("GET", "/api/kept-copies/print?year=2022", {});
        assert.deepEqual([printed.status, printed.headers.get("content-type")], [200, "application/pdf"]);
        assert.equal(Buffer.from(await printed.arrayBuffer()).subarray(0, 5).toString(), "%PDF-");
        const sheet = await clerk.raw("GET", "/api/kept-copies/export?year=2022", {});
        assert.match(sheet.headers.get("content-disposition") ?? "", /^attachment; .*2022\.xlsx/);
        assert.equal(Buffer.from(await sheet.arrayBuffer()).subarray(0, 2).toString(), "PK");
        const wrong = await clerk.raw("GET", "/api/kept-copies/print?year=2023", {});
        assert.deepEqual([wrong.status, ((await wrong.json()) as { faults: object[] }).faults], [400, [{ path: "/year", code: "range" }]]);
        const auditor = await server().as("chutich");
        await until(async () => {
            const actions = (await auditor.get("/api/access", { limit: 50 })).items.map(({ action }) => action);
            return actions.includes("kept_copies.printed") && actions.includes("kept_copies.exported");
        }, "the log of both");
    });
});
