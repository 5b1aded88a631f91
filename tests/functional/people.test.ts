// People and administration: the agency is built from the page, powers have their days, who is away is stood in for, who leaves hands
// over, many come from a table, and two factors.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { refused, type Client } from "./client.ts";
import { dossierEntry, draftEntry, incomingEntry, onEngines, personCalled, today, xlsx, yesterday } from "./samples.ts";
import { codeOf } from "./totp.ts";

const password = "một mật khẩu dài", own = "mật khẩu của riêng tôi";

onEngines("people", (server) => {
    const administrator = () => server().as("quantri");
    const confirmAll = async (desk: Client) =>
        desk.post("/api/admin/rights-changes", { ids: (await desk.get("/api/admin/rights-changes", {})).items.map(({ id }) => id), confirm: true });

    // Somebody new with an account, a role that was confirmed, and a password of his own.
    async function newcomer(role: string): Promise<{ id: string; username: string; client: Client }> {
        const desk = await administrator();
        const username = `moi.${randomUUID().slice(0, 8)}`;
        const { person } = await desk.post("/api/admin/people", { full_name: `Nguyễn Thị ${username.slice(4)}` });
        await desk.post("/api/admin/accounts", { person: person.id, username, password });
        const found = (await desk.get("/api/admin/roles", {})).items.find(({ code }) => code === role);
        assert.ok(found, role);
        await desk.post("/api/admin/people/{id}/roles", { id: person.id, roles: [found.id] });
        await confirmAll(desk);
        const client = server().client();
        await client.signIn(username, password);
        await client.post("/api/password", { old_password: password, new_password: own });
        return { id: person.id, username, client };
    }

    test("a unit, a body and a post are made and changed, and the history keeps the old and the new values", async () => {
        const desk = await administrator();
        const unit = await desk.post("/api/admin/units", { name: "Tổ công nghệ số" });
        const changed = await desk.post("/api/admin/units", { id: unit.id, version: unit.version, name: "Tổ công nghệ số cộng đồng", abbreviation: "CNS" });
        assert.equal(changed.version, unit.version + 1);
        const [event] = (await desk.get("/api/admin/history/{id}", { id: unit.id })).items;
        assert.deepEqual(JSON.parse(JSON.parse(event!.detail).name), ["Tổ công nghệ số", "Tổ công nghệ số cộng đồng"]);
        const stale = await refused(desk.post("/api/admin/units", { id: unit.id, version: unit.version, name: "Khác" }));
        assert.deepEqual([stale.status, stale.code, stale.facts["version"]], [409, "stale", String(changed.version)]);
        const body = await desk.post("/api/admin/bodies", { name: "Ban Chỉ đạo chuyển đổi số", heading_lines: "BAN CHỈ ĐẠO\nCHUYỂN ĐỔI SỐ", symbol: "BCĐ", party: false });
        const post = await desk.post("/api/admin/posts", {
            name: "Trưởng Ban Chỉ đạo",
            body: body.id,
            authority: "tm",
            signing_lines: "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN",
            heads_agency: false,
            heads_unit: false,
        });
        const chairman = await personCalled(desk, "chutich");
        const held = await desk.post("/api/admin/holdings", { person: chairman, post: post.id, main: false, valid_from: yesterday });
        const powers = async () => (await desk.get("/api/signing-powers", {})).items.filter((one) => one.body === body.id);
        assert.deepEqual((await powers()).map(({ person }) => person), [chairman]);
        await desk.post("/api/admin/holdings", { id: held.id, version: held.version, person: chairman, post: post.id, main: false, valid_from: "2022-05-01", valid_to: yesterday });
        assert.deepEqual(await powers(), []);
    });

    test("a day of birth is cleared, and the story of a person tells it", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Phan Thị Sinh", born_on: "1990-04-09" });
        const { person: cleared } = await desk.post("/api/admin/people/{id}", { id: person.id, version: person.version, full_name: "Phan Thị Sinh", born_on: null });
        assert.equal(cleared.born_on, null);
        const [event] = (await desk.get("/api/admin/history/{id}", { id: person.id })).items;
        assert.deepEqual(JSON.parse(JSON.parse(event!.detail).born_on), ["1990-04-09", null]);
    });

    test("an approval under a TUQ mandate counts inside its days and is refused outside (Điều 13 khoản 4)", async () => {
        const desk = await administrator();
        const { id: officer, client } = await newcomer("officer");
        const [body] = (await desk.get("/api/bodies", {})).items.filter(({ symbol }) => symbol === "UBND");
        const mandate = {
            kind: "tuq" as const,
            from_person: await personCalled(desk, "chutich"),
            to_person: officer,
            body: body!.id,
            signing_lines: "TUQ. CHỦ TỊCH\nCÔNG CHỨC",
            scope: "Ký giấy xác nhận",
            document: "15/GUQ-UBND ngày 03/5/2022",
        };
        const submitted = async () => {
            const { id } = await client.post("/api/outgoing", await draftEntry(client, { signer: officer }));
            await client.post("/api/outgoing/{id}/submit", { id, commenters: [] });
            return id;
        };
        const id = await submitted();
        assert.equal((await refused(client.post("/api/outgoing/{id}/approve", { id }))).status, 403);
        await desk.post("/api/admin/mandates", { ...mandate, valid_from: "2022-01-01", valid_to: yesterday });
        assert.equal((await refused(client.post("/api/outgoing/{id}/approve", { id }))).status, 403, "over");
        await desk.post("/api/admin/mandates", { ...mandate, valid_from: "2022-05-05", valid_to: "2022-05-31" });
        assert.equal((await refused(client.post("/api/outgoing/{id}/approve", { id }))).status, 403, "not yet");
        const wrong = await refused(desk.post("/api/admin/mandates", { ...mandate, document: "", valid_from: today, valid_to: today }));
        assert.deepEqual(wrong.faults, [{ path: "/document", code: "required" }]);
        await desk.post("/api/admin/mandates", { ...mandate, valid_from: today, valid_to: today });
        const approved = await client.post("/api/outgoing/{id}/approve", { id });
        assert.equal(approved.state, "approved");
        assert.match(approved.signing_lines, /^TUQ\. CHỦ TỊCH/);
    });

    test("who is away is stood in for: his work is there too, acts are told with both names, and it ends", async () => {
        const absent = await newcomer("officer"), other = await newcomer("officer");
        const clerk = await server().as("vanthu"), head = await server().as("chutich");
        const { id } = await clerk.post("/api/incoming", incomingEntry());
        const { version } = await clerk.get("/api/incoming/{id}", { id });
        await clerk.post("/api/incoming/{id}/submit", { id, version, to: null, proposal: { text: "", shares: [{ person: absent.id, part: "lead" }], due_on: null } });
        await head.post("/api/incoming/{id}/assign", { id, version: (await head.get("/api/incoming/{id}", { id })).version, accept_proposal: true });
        const asAbsent = { headers: { "X-Acting-For": absent.id } };
        assert.equal((await refused(other.client.get("/api/incoming/{id}", { id }))).status, 404);
        assert.deepEqual((await refused(other.client.get("/api/incoming/{id}", { id }, asAbsent))).code, "stand_in.none");
        const given = await absent.client.post("/api/stand-ins", { to_person: other.id, scope: "nghỉ phép", valid_from: today, valid_to: "2022-05-06" });
        const item = (await other.client.get("/api/work", {})).items.find((one) => one.record === id);
        assert.equal(item?.absent, absent.id);
        assert.ok((await other.client.get("/api/incoming/{id}", { id })).acts.length === 0, "as himself he only sees it");
        const view = await other.client.post("/api/incoming/{id}/progress", { id, text: "Đang làm thay", done: false }, asAbsent);
        const event = view.story.find((one) => one.action === "incoming.progress");
        assert.equal(event?.person, other.id);
        assert.match(event?.detail ?? "", /"for":"Nguyễn Thị/);
        assert.equal((await refused(other.client.post("/api/outgoing/{id}/approve", { id: randomUUID() }, { headers: { "X-Acting-For": randomUUID() } }))).status, 403);
        await absent.client.post("/api/stand-ins/end", { id: given.id });
        assert.ok(!(await other.client.get("/api/work", {})).items.some((one) => one.record === id));
        assert.equal((await refused(other.client.get("/api/incoming/{id}", { id }))).status, 404);
        assert.equal((await refused(other.client.post("/api/stand-ins/end", { id: given.id }))).status, 404);
    });

    test("who leaves hands over everything that is open, in one act; an administrator sees no content (Phụ lục VI)", async () => {
        const desk = await administrator();
        const leaver = await newcomer("officer"), heir = await newcomer("officer");
        const clerk = await server().as("vanthu"), head = await server().as("chutich");
        const led: string[] = [];
        for (let i = 0; i < 2; ++i) {
            const { id } = await clerk.post("/api/incoming", incomingEntry());
            const { version } = await clerk.get("/api/incoming/{id}", { id });
            await clerk.post("/api/incoming/{id}/submit", { id, version, to: null, proposal: { text: "", shares: [{ person: leaver.id, part: "lead" }], due_on: null } });
            await head.post("/api/incoming/{id}/assign", { id, version: (await head.get("/api/incoming/{id}", { id })).version, accept_proposal: true });
            led.push(id);
        }
        const draft = await leaver.client.post("/api/outgoing", await draftEntry(leaver.client));
        const dossier = await leaver.client.post("/api/work-dossiers", dossierEntry());
        const { person } = await desk.get("/api/admin/people/{id}", { id: leaver.id });
        const told = await refused(desk.post("/api/admin/people/{id}", { id: person.id, version: person.version, full_name: person.full_name, active: false }));
        assert.deepEqual([told.code, told.facts["count"]], ["person.has_open_work", "4"]);
        const { items } = await desk.get("/api/admin/handover", { person: leaver.id });
        assert.equal(items.length, 4);
        assert.ok(items.every(({ title }) => title === ""), "no content");
        const choices = items.map(({ record, action }) =>
            record === led[1] ? { record, action, choice: "back" as const } : { record, action, choice: "give" as const, to: heir.id },
        );
        const part = await refused(desk.post("/api/admin/handover", { person: leaver.id, choices: choices.slice(1), leave: true }));
        assert.equal(part.code, "handover.changed");
        const kept = await refused(
            desk.post("/api/admin/handover", { person: leaver.id, choices: choices.map((one) => ({ record: one.record, action: one.action, choice: "keep" as const })), leave: true }),
        );
        assert.equal(kept.code, "handover.not_all");
        await desk.post("/api/admin/handover", { person: leaver.id, choices, leave: true, reason: "Chuyển công tác" });
        const given = await heir.client.get("/api/incoming/{id}", { id: led[0]! });
        assert.equal(given.lead, heir.id);
        assert.ok((await heir.client.get("/api/work", {})).items.some((one) => one.record === led[0] && one.action === "lead"));
        assert.equal((await heir.client.get("/api/outgoing/{id}", { id: draft.id })).drafter, heir.id);
        assert.equal((await heir.client.get("/api/work-dossiers/{id}", { id: dossier.id })).creator, heir.id);
        assert.ok((await head.get("/api/work", {})).items.some((one) => one.record === led[1] && one.action === "instruct"));
        assert.equal((await refused(server().client().signIn(leaver.username, own))).code, "session.wrong");
        assert.equal((await desk.get("/api/admin/people/{id}", { id: leaver.id })).person.active, false);
        assert.equal((await refused((await server().as("vanthu")).get("/api/admin/handover", { person: leaver.id }))).status, 403);
    });

    test("a table of people is read with every fault by row and column, then all of them come at once with a sheet of passwords", async () => {
        const desk = await administrator();
        const mark = randomUUID().slice(0, 6);
        const send = (path: string, body: string) => desk.raw("POST", path, { headers: { "X-Requested-With": "congso" }, body });
        const table = (lines: string[]) => `\ufeffHọ và tên;Chức vụ;Ngày sinh;Tên đăng nhập;Vai trò\n${lines.join("\n")}\n`;
        // the first name comes decomposed, as from a Mac
        const rows = [`${`Võ Thị Hồng ${mark}`.normalize("NFD")};văn thư;4/9/1990;hong.${mark};Văn thư`, `Lê Văn ${mark};;;;`];
        const wrong = await (await send("/api/admin/people/preview", table([...rows, `;Chức vụ lạ;31/2/1990;vanthu;Vai lạ`, rows[0]!]))).json();
        assert.equal(wrong.wrong, 2);
        assert.deepEqual(wrong.rows[2].faults, [
            { column: "full_name", code: "required" },
            { column: "post", code: "no_post" },
            { column: "born_on", code: "date" },
            { column: "username", code: "taken" },
            { column: "roles", code: "no_role" },
        ]);
        assert.deepEqual(wrong.rows[3].faults.map(({ code }: { code: string }) => code), ["twice_in_file", "twice_in_file"]);
        assert.equal(wrong.rows[2].line, 4);
        const read = await (await send("/api/admin/people/preview", table(rows))).json();
        assert.equal(read.wrong, 0);
        assert.equal(read.rows[0].full_name, `Võ Thị Hồng ${mark}`);
        const refusedImport = await desk.raw("POST", "/api/admin/people/import", {
            headers: { "X-Requested-With": "congso", "Content-Type": "application/json" },
            body: JSON.stringify({ rows: wrong.rows }),
        });
        assert.equal(refusedImport.status, 409);
        const sheet = await desk.raw("POST", "/api/admin/people/import", {
            headers: { "X-Requested-With": "congso", "Content-Type": "application/json" },
            body: JSON.stringify({ rows: read.rows }),
        });
        assert.equal(sheet.headers.get("content-type"), "application/pdf");
        assert.equal(sheet.headers.get("cache-control"), "no-store");
        assert.match(Buffer.from(await sheet.arrayBuffer()).subarray(0, 5).toString(), /^%PDF-/);
        const added = (await desk.get("/api/people", {})).items.find(({ username }) => username === `hong.${mark}`);
        assert.equal(added?.post_name, "Văn thư");
        assert.ok((await desk.get("/api/admin/rights-changes", {})).items.some(({ subject, wanted }) => subject === added?.id && wanted[0] === "Văn thư"));
        assert.equal((await (await server().as("vanthu")).raw("POST", "/api/admin/people/preview", { headers: { "X-Requested-With": "congso" }, body: table(rows) })).status, 403);
        assert.equal((await send("/api/admin/people/preview", "Tên lạ\nx\n")).status, 400);
    });

    test("a table of Excel is read as one of CSV is, with the same faults; what the list of people leaves as comes back", async () => {
        const desk = await administrator();
        const preview = async (body: Buffer) => {
            const answer = await desk.raw("POST", "/api/admin/people/preview", { headers: { "X-Requested-With": "congso" }, body: new Uint8Array(body) });
            return { status: answer.status, read: await answer.json() };
        };
        const mark = randomUUID().slice(0, 6);
        const head = ["Họ và tên", "Chức vụ", "Ngày sinh", "Tên đăng nhập", "Vai trò"];
        const rows = [
            [`Đỗ Thị Bảng ${mark}`.normalize("NFD"), "Văn thư", "4/9/1990", `bang.${mark}`, "Văn thư"],
            ["", "Chức vụ lạ", "31/2/1990", "vanthu", "Vai lạ"],
        ];
        const { status, read } = await preview(xlsx([head, ...rows]));
        assert.deepEqual([status, read.wrong], [200, 1]);
        assert.deepEqual([read.rows[0].full_name, read.rows[0].line, read.rows[0].faults], [`Đỗ Thị Bảng ${mark}`, 2, []]);
        assert.deepEqual(read.rows[1].faults.map(({ column, code }: { column: string; code: string }) => `${column} ${code}`), ["full_name required", "post no_post", "born_on date", "username taken", "roles no_role"]);
        const taken_out = await preview(Buffer.from(await (await desk.raw("GET", "/api/exports/people", {})).arrayBuffer()));
        assert.equal(taken_out.status, 200);
        assert.ok(taken_out.read.rows.length > 10 && taken_out.read.wrong === taken_out.read.rows.length, "everybody is there already");
        const broken = await preview(Buffer.from("PK\x03\x04 not a workbook"));
        assert.equal(broken.status, 400);
    });

    test("a given password is changed before anything else is answered", async () => {
        const desk = await administrator();
        const username = `cap.${randomUUID().slice(0, 8)}`;
        const { person } = await desk.post("/api/admin/people", { full_name: "Trần Được Cấp" });
        await desk.post("/api/admin/accounts", { person: person.id, username, password });
        const client = server().client();
        assert.equal((await client.signIn(username, password)).owes, "password.must_change");
        assert.deepEqual((await refused(client.get("/api/work", {}))).code, "password.must_change");
        assert.equal((await refused(client.post("/api/password", { old_password: password, new_password: password }))).faults[0]?.code, "password_same");
        await client.post("/api/password", { old_password: password, new_password: own });
        await client.get("/api/work", {});
    });

    test("with a second factor the password alone opens nothing; a recovery code opens once; an administrator resets it", async () => {
        const { id, username, client } = await newcomer("officer");
        const now = async () => (await client.get("/api/me", {})).now;
        assert.equal((await refused(client.post("/api/second-factor", { password: "sai" }))).faults[0]?.code, "password_wrong");
        const { secret, picture } = await client.post("/api/second-factor", { password: own });
        assert.match(picture, /^<svg/);
        assert.equal((await refused(client.post("/api/second-factor/confirm", { code: "000000" }))).faults[0]?.code, "code_wrong");
        const { codes } = await client.post("/api/second-factor/confirm", { code: codeOf(secret, await now()) });
        const enter = (code?: string) => server().client().post("/api/session", { username, password: own, ...(code && { code }) });
        assert.equal((await refused(enter())).code, "session.code_needed");
        assert.equal((await refused(enter("123456"))).code, "session.code_wrong");
        const next = codeOf(secret, await now(), 1);
        await enter(next);
        assert.equal((await refused(enter(next))).code, "session.code_wrong", "each code is good once");
        await enter(codes[0]);
        assert.equal((await refused(enter(codes[0]))).code, "session.code_wrong");
        await (await administrator()).post("/api/admin/second-factor/reset", { person: id });
        await enter();
    });

    test("the trail is read by who may, and tells nothing of content", async () => {
        const desk = await administrator();
        const page = await desk.get("/api/audit", { kind: "incoming", limit: 5 });
        assert.equal(page.items.length, 5);
        assert.ok(page.after);
        assert.deepEqual(Object.keys(page.items[0]!).sort(), ["action", "at", "person", "person_name", "record_kind", "sequence"]);
        assert.ok((await desk.get("/api/audit/checkpoints", {})).items.every(({ code }) => /^[0-9A-Z-]{14}$/.test(code)));
        const person = await personCalled(desk, "vanthu");
        assert.ok((await desk.get("/api/audit", { person, from: "2022-05-01", to: yesterday, limit: 20 })).items.every((row) => row.person === person));
        assert.equal((await refused((await server().as("vanthu")).get("/api/audit", {}))).status, 403);
    });

    test("an address is added with both codes, and its heir when it has ended; another agency's own is out of reach", async () => {
        const desk = await administrator();
        const code = `H97.${Math.floor(Math.random() * 1e9)}`;
        const made = await desk.post("/api/admin/agencies", { name: "Phòng Dân tộc", short_name: "Phòng Dân tộc", code, code_from: "2022-01-01", code_2016: "000.77.20.H97", code_2016_to: "2021-12-31" });
        const [heir] = (await desk.get("/api/agencies", {})).items.filter(({ short_name }) => short_name === "Phòng Nội vụ thị xã Đức Mẫu");
        const ended = await desk.post("/api/admin/agencies", { id: made.id, version: made.version, name: made.name, short_name: made.short_name, code, valid_to: "2022-04-30", heir: heir!.id });
        assert.equal(ended.heir, heir!.id);
        assert.equal((await refused(desk.post("/api/admin/agencies", { id: heir!.id, version: heir!.version, name: "x", short_name: "x" }))).status, 404);
    });
});
