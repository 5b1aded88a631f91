// What an agency sets for itself: its quick phrases, and which kinds it issues with which checks.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { Kind, PhraseList } from "../../web/src/api/types.ts";
import { refused, type Client } from "./client.ts";
import { draftEntry, onEngines, personCalled } from "./samples.ts";

onEngines("phrases and kinds", (server) => {
    const administrator = () => server().as("quantri");
    async function listOf(client: Client, place: PhraseList["place"]): Promise<PhraseList | undefined> {
        return (await client.get("/api/phrases", {})).items.find((list) => list.place === place);
    }
    async function kindOf(client: Client, code: string): Promise<Kind> {
        const found = (await client.get("/api/kinds", {})).items.find((kind) => kind.code === code);
        assert.ok(found, code);
        return found;
    }

    test("the administrator sets the phrases of a place, everyone reads them, and the trail tells what changed", async () => {
        const desk = await administrator();
        const version = (await listOf(desk, "instruction"))?.version ?? 0;
        const phrase = `Báo cáo trước 15 giờ ${randomUUID().slice(0, 6)}.`;
        const saved = await desk.post("/api/admin/phrases", { place: "instruction", version, phrases: ["Giao tham mưu.", phrase] });
        assert.deepEqual(saved, { place: "instruction", version: version + 1, phrases: ["Giao tham mưu.", phrase] });
        assert.deepEqual(await listOf(await server().as("chutich"), "instruction"), saved);
        assert.equal((await refused(desk.post("/api/admin/phrases", { place: "instruction", version, phrases: [] }))).code, "stale");
        assert.ok((await desk.get("/api/audit", {})).items.some((one) => one.action === "phrases.changed" && one.person_name === "Lý Minh Đức"));
        assert.ok(!(await (await server().as("thixa.vanthu")).get("/api/phrases", {})).items.some((list) => list.phrases.includes(phrase)), "another agency has its own");
    });

    test("wrong phrases are named one by one, and who may not is refused", async () => {
        const desk = await administrator();
        const version = (await listOf(desk, "comment"))?.version ?? 0;
        const wrong = await refused(desk.post("/api/admin/phrases", { place: "comment", version, phrases: ["Nhất trí.", " ", "x".repeat(201), "Nhất trí."] }));
        assert.deepEqual(wrong.faults, [
            { path: "/phrases/1", code: "required" },
            { path: "/phrases/2", code: "too_long" },
            { path: "/phrases/3", code: "twice" },
        ]);
        assert.deepEqual((await refused(desk.post("/api/admin/phrases", { place: "comment", version, phrases: Array.from({ length: 21 }, (_, at) => `Câu ${at}`) }))).faults, [{ path: "/phrases", code: "too_many" }]);
        const clerk = await server().as("vanthu");
        assert.equal((await refused(clerk.post("/api/admin/phrases", { place: "comment", version, phrases: [] }))).status, 403);
        const unused = await kindOf(desk, "BTT");
        assert.equal((await refused(clerk.post("/api/admin/kinds", { code: "BTT", version: unused.version, used: false, content_check: "optional", format_check: "optional" }))).status, 403);
    });

    test("a kind that is not used begins no draft; another agency's stays (Điều 7)", async () => {
        const desk = await administrator();
        const before = await kindOf(desk, "BTT");
        const author = await server().as("tuphap");
        const there = await author.post("/api/outgoing", await draftEntry(author, { kind: "BTT" }));
        const off = await desk.post("/api/admin/kinds", { code: "BTT", version: before.version, used: false, content_check: "optional", format_check: "optional" });
        assert.deepEqual([off.used, off.version], [false, before.version + 1]);
        assert.deepEqual((await refused(author.post("/api/outgoing", await draftEntry(author, { kind: "BTT" })))).faults, [{ path: "/kind", code: "not_used" }]);
        assert.equal((await author.get("/api/outgoing/{id}", { id: there.id })).kind, "BTT", "what is there stays");
        assert.equal((await kindOf(await server().as("thixa.vanthu"), "BTT")).used, true);
        assert.equal((await refused(desk.post("/api/admin/kinds", { code: "BTT", version: before.version, used: true, content_check: "optional", format_check: "optional" }))).code, "stale");
        assert.deepEqual((await refused(desk.post("/api/admin/kinds", { code: "NĐ", version: 1, used: false, content_check: "optional", format_check: "optional" }))).faults, [{ path: "/code", code: "unknown" }]);
        await desk.post("/api/admin/kinds", { code: "BTT", version: off.version, used: true, content_check: "optional", format_check: "optional" });
        assert.equal((await author.post("/api/outgoing", await draftEntry(author, { kind: "BTT" }))).kind, "BTT");
    });

    test("a kind with a check that is always made lies before its signer only after it; one without takes no checker", async () => {
        const desk = await administrator();
        const author = await server().as("tuphap");
        const before = await kindOf(desk, "PA");
        await desk.post("/api/admin/kinds", { code: "PA", version: before.version, used: true, content_check: "required", format_check: "none" });
        const draft = await author.post("/api/outgoing", await draftEntry(author, { kind: "PA" }));
        const checker = await personCalled(author, "vanphong");
        assert.deepEqual((await refused(author.post("/api/outgoing/{id}/submit", { id: draft.id, format_checker: checker }))).faults, [
            { path: "/content_checker", code: "required" },
            { path: "/format_checker", code: "not_checked" },
        ]);
        assert.equal((await author.post("/api/outgoing/{id}/submit", { id: draft.id, content_checker: checker })).state, "reviewing");
        assert.equal((await (await server().as("vanphong")).post("/api/outgoing/{id}/approve", { id: draft.id })).state, "submitted");
        await desk.post("/api/admin/kinds", { code: "PA", version: before.version + 1, used: true, content_check: "optional", format_check: "optional" });
    });
});
