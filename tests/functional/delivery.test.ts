import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Draft, OutgoingView, Recipient, RecipientKind } from "../../web/src/api/types.ts";
import { refused } from "./client.ts";
import { draftEntry, onEngines, pdf, personCalled, today, yesterday } from "./samples.ts";

// Delivery inside the agency: groups and posts of «Nơi nhận», who has looked, who is reminded, who has no account.
onEngines("delivery inside", (server) => {
    const drafter = () => server().as("tuphap");
    const clerk = () => server().as("vanthu");
    const administrator = () => server().as("quantri");

    const line = (kind: RecipientKind, target: string, name: string): Recipient => ({ kind, target, name, mark: "", addressee: false, delivered_at: 0, read_at: 0 });
    async function group(name: string): Promise<Recipient> {
        const found = (await (await drafter()).get("/api/recipient-groups", {})).items.find((one) => one.name === name);
        assert.ok(found, name);
        return line("group", found.id, name);
    }
    async function issued(values: Partial<Draft>): Promise<OutgoingView> {
        const author = await drafter();
        const { id } = await author.post("/api/outgoing", await draftEntry(author, { kind: "TB", ...values }));
        await author.post("/api/outgoing/{id}/submit", { id });
        await (await server().as("chutich")).post("/api/outgoing/{id}/approve", { id, authority: "tm" });
        const desk = await clerk();
        await desk.post("/api/outgoing/{id}/number", { id });
        const scan = await desk.upload("ban ky.pdf", pdf(`Ban ky ${randomUUID()}`));
        return desk.post("/api/outgoing/{id}/issue", { id, scan: scan.id });
    }
    async function waits(name: string, record: string): Promise<string[]> {
        return (await (await server().as(name)).get("/api/work", {})).items.filter((item) => item.record === record).map((item) => item.action);
    }

    test("a group is kept by the administrator alone, names what is wrong, and its history tells both", async () => {
        const desk = await administrator();
        const posts = (await desk.get("/api/posts", {})).items;
        const member = (name: string) => ({ kind: "post" as const, target: posts.find((one) => one.name === name)?.id ?? "" });
        const name = `Ban chỉ đạo ${randomUUID().slice(0, 8)}`;
        const entry = { name, members: [member("Trưởng Công an xã"), member("Trưởng Trạm Y tế xã")] };
        const made = await desk.post("/api/admin/recipient-groups", entry);
        assert.deepEqual(made.members.map((one) => one.name), ["Trưởng Công an xã", "Trưởng Trạm Y tế xã"]);
        assert.equal((await refused((await clerk()).post("/api/admin/recipient-groups", entry))).status, 403);
        const again = await refused(desk.post("/api/admin/recipient-groups", { ...entry, members: [{ kind: "person", target: randomUUID() }] }));
        assert.deepEqual(again.faults, [{ path: "/name", code: "taken" }, { path: "/members/0/target", code: "unknown" }]);
        const changed = await desk.post("/api/admin/recipient-groups", { ...entry, id: made.id, version: made.version, members: [member("Trưởng Công an xã")] });
        assert.deepEqual([changed.version, changed.members.length], [2, 1]);
        assert.equal((await refused(desk.post("/api/admin/recipient-groups", { ...entry, id: made.id, version: made.version }))).code, "stale");
        const history = (await desk.get("/api/admin/history/{id}", { id: made.id })).items;
        assert.deepEqual(history.map((one) => one.action), ["recipient_group.changed", "recipient_group.added"]);
        assert.match(history[0]?.detail ?? "", /Trưởng Trạm Y tế xã/);
        const others = await server().as("thixa.vanthu");
        assert.deepEqual((await others.get("/api/recipient-groups", {})).items.filter((one) => one.id === made.id), []);
    });

    test("a document goes to whoever holds the posts of a group, «đã xem» comes back, and those who have not looked are reminded once a day", async () => {
        const view = await issued({ recipients: [await group("CT, PCT UBND xã"), await group("Các bộ phận chuyên môn")] });
        const people = new Map(view.deliveries.map((one) => [one.person, one]));
        const deputy = await personCalled(await drafter(), "phochutich");
        assert.equal(people.get(deputy)?.through, "CT, PCT UBND xã");
        assert.ok(view.deliveries.some((one) => one.on_paper && one.person_name === "Châu Văn Lợi"), "the other deputy has no account");
        assert.ok(!people.has(await personCalled(await drafter(), "chutich")), "who signed it has it");
        assert.deepEqual(await waits("phochutich", view.id), ["read"]);
        assert.equal((await refused((await server().as("diachinh")).post("/api/outgoing/{id}/remind", { id: view.id }))).code, "outgoing.not_yours");
        const reminded = await (await drafter()).post("/api/outgoing/{id}/remind", { id: view.id });
        assert.ok((reminded.deliveries.find((one) => one.person === deputy)?.reminded_at ?? 0) > 0);
        assert.deepEqual((await waits("phochutich", view.id)).sort(), ["overdue", "read"]);
        assert.equal((await refused((await clerk()).post("/api/outgoing/{id}/remind", { id: view.id }))).code, "outgoing.reminded_today");
        await (await server().as("phochutich")).get("/api/outgoing/{id}", { id: view.id });
        assert.deepEqual(await waits("phochutich", view.id), []);
        const seen = await (await drafter()).get("/api/outgoing/{id}", { id: view.id });
        assert.ok((seen.deliveries.find((one) => one.person === deputy)?.read_at ?? 0) > 0, "the sender sees it");
        assert.equal((await refused((await server().as("thixa.vanthu")).post("/api/outgoing/{id}/remind", { id: view.id }))).status, 404);
    });

    test("people without an account get a slip; the clerk's list has it until the paper is handed over", async () => {
        const desk = await clerk();
        const view = await issued({ subject: `Lịch tiêm chủng tháng 5/2022 ${randomUUID().slice(0, 8)}`, recipients: [await group("Trưởng các thôn")] });
        assert.deepEqual(view.deliveries.map((one) => [one.person_name, one.on_paper, one.handed_on]), [
            ["Nguyễn Hữu Đông", true, null],
            ["Trần Bá Lực", true, null],
            ["Phạm Thị Tuyết", true, null],
        ]);
        assert.deepEqual(await waits("vanthu", view.id), ["hand_out"]);
        const folder = await mkdtemp(join(tmpdir(), "congso-slips-"));
        try {
            const path = join(folder, "slips.pdf");
            await writeFile(path, await desk.bytes(`/api/outgoing/${view.id}/hand-out-slips`));
            if (process.env.CONGSO_ARTEFACTS) {
                await mkdir(process.env.CONGSO_ARTEFACTS, { recursive: true });
                await copyFile(path, join(process.env.CONGSO_ARTEFACTS, "hand-out-slips.pdf"));
            }
            const { stdout } = await promisify(execFile)("pdftotext", ["-layout", path, "-"]);
            assert.equal(stdout.match(/PHIẾU GIAO VĂN BẢN/g)?.length, 3);
            for (const said of ["Trần Bá Lực, Trưởng thôn Vĩnh Lộc", "Trưởng các thôn", view.symbol, "ngày 04/05/2022", "Thông báo", "NGƯỜI NHẬN", "Đã nhận ngày"]) assert.ok(stdout.includes(said), said);
        } finally {
            await rm(folder, { recursive: true });
        }
        const refusal = await (await drafter()).raw("GET", `/api/outgoing/${view.id}/hand-out-slips`, {});
        assert.equal(refusal.status, 403);
        assert.equal((await (await server().as("thixa.vanthu")).raw("GET", `/api/outgoing/${view.id}/hand-out-slips`, {})).status, 404);
        const [first, second, third] = view.deliveries.map((one) => one.person);
        const early = await refused(desk.post("/api/outgoing/{id}/hand-out", { id: view.id, people: [first!], handed_on: yesterday }));
        assert.deepEqual(early.faults, [{ path: "/handed_on", code: "before_issue" }]);
        assert.equal((await refused((await drafter()).post("/api/outgoing/{id}/hand-out", { id: view.id, people: [first!] }))).status, 403);
        const asked = { key: randomUUID() };
        const form = { id: view.id, people: [first!, second!], handed_to: "Đoàn Văn Nhận" };
        const half = await desk.post("/api/outgoing/{id}/hand-out", form, asked);
        assert.deepEqual(await desk.post("/api/outgoing/{id}/hand-out", form, asked), half, "sent twice, it acts once");
        assert.deepEqual(half.deliveries.map((one) => [one.handed_on, one.handed_to]), [[today, "Đoàn Văn Nhận"], [today, "Đoàn Văn Nhận"], [null, ""]]);
        assert.deepEqual(await waits("vanthu", view.id), ["hand_out"]);
        await desk.post("/api/outgoing/{id}/hand-out", { id: view.id, people: [third!] });
        assert.deepEqual(await waits("vanthu", view.id), []);
        assert.equal((await desk.raw("GET", `/api/outgoing/${view.id}/hand-out-slips`, {})).status, 404, "nobody waits any more");
        assert.match(Buffer.from(await desk.bytes(`/api/outgoing/${view.id}/hand-out-slips?person=${first}`)).subarray(0, 5).toString(), /%PDF-/, "one slip once more");
    });
});
