import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { refused } from "./client.ts";
import { incomingEntry, onEngines, personCalled } from "./samples.ts";

onEngines("admin", (server) => {
    const administrator = () => server().as("quantri");
    const fresh = () => `nguoi.${randomUUID().slice(0, 8)}`;

    async function roleCalled(code: string): Promise<string> {
        const role = (await (await administrator()).get("/api/admin/roles", {})).items.find((one) => one.code === code);
        assert.ok(role, code);
        return role.id;
    }

    test("a new colleague gets an account and a role, and works; without the role he does not (Phụ lục VI)", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Nguyễn Thị Hồng Gấm", email: "gam@phomau.vn" });
        const username = fresh();
        await desk.post("/api/admin/accounts", { person: person.id, username, password: "một mật khẩu dài" });
        const client = server().client();
        assert.deepEqual((await client.signIn(username, "một mật khẩu dài")).permissions, ["signed_in"]);
        await client.post("/api/password", { old_password: "một mật khẩu dài", new_password: "mật khẩu của riêng tôi" });
        const confirm = async () =>
            desk.post("/api/admin/rights-changes", { ids: (await desk.get("/api/admin/rights-changes", {})).items.map((one) => one.id), confirm: true });
        assert.equal((await refused(client.post("/api/incoming", incomingEntry()))).status, 403);
        await desk.post("/api/admin/people/{id}/roles", { id: person.id, roles: [await roleCalled("clerk")] });
        assert.equal((await refused(client.post("/api/incoming", incomingEntry()))).status, 403, "the change waits");
        await confirm();
        await client.post("/api/incoming", incomingEntry());
        await desk.post("/api/admin/people/{id}/roles", { id: person.id, roles: [] });
        await confirm();
        assert.equal((await refused(client.post("/api/incoming", incomingEntry()))).status, 403);
    });

    test("a closed account is out at once and cannot come back in", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Lê Văn Thôi" });
        const username = fresh();
        await desk.post("/api/admin/accounts", { person: person.id, username, password: "một mật khẩu dài" });
        const client = server().client();
        await client.signIn(username, "một mật khẩu dài");
        await desk.post("/api/admin/accounts", { person: person.id, username, disabled: true });
        assert.equal((await refused(client.get("/api/work", {}))).status, 401);
        assert.equal((await refused(server().client().signIn(username, "một mật khẩu dài"))).code, "session.wrong");
    });

    test("an account's name is one person's, in every agency", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Trần Văn Trùng" });
        for (const username of ["vanthu", "thixa.vanthu"]) {
            const problem = await refused(desk.post("/api/admin/accounts", { person: person.id, username, password: "một mật khẩu dài" }));
            assert.deepEqual(problem.faults, [{ path: "/username", code: "taken" }]);
        }
        const clerk = await personCalled(desk, "vanthu");
        const second = await refused(desk.post("/api/admin/accounts", { person: clerk, username: fresh(), password: "một mật khẩu dài" }));
        assert.deepEqual(second.faults, [{ path: "/person", code: "has_account" }]);
    });

    test("an account's form that is sent twice acts once: it does not end the session that began between", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Đỗ Văn Đôi" });
        const username = fresh();
        const asked = { key: randomUUID() };
        const form = { person: person.id, username, password: "một mật khẩu dài" };
        const first = await desk.post("/api/admin/accounts", form, asked);
        const client = server().client();
        await client.signIn(username, form.password);
        assert.deepEqual(await desk.post("/api/admin/accounts", form, asked), first);
        assert.equal((await client.get("/api/me", {})).owes, "password.must_change", "he is still signed in");
        const other = await refused(desk.post("/api/admin/accounts", { ...form, password: "một mật khẩu khác" }, asked));
        assert.deepEqual([other.status, other.code], [409, "idempotency.reused"]);
    });

    test("a bad name of an account and a short password are named", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Phạm Thị Sai" });
        for (const username of ["A", "có dấu", "a/b", ""]) {
            const problem = await refused(desk.post("/api/admin/accounts", { person: person.id, username, password: "một mật khẩu dài" }));
            assert.deepEqual(problem.faults, [{ path: "/username", code: "username" }]);
        }
        const short = await refused(desk.post("/api/admin/accounts", { person: person.id, username: fresh(), password: "ngắn" }));
        assert.deepEqual(short.faults, [{ path: "/password", code: "password_too_short" }]);
    });

    test("two administrators who change one person: the second is told", async () => {
        const desk = await administrator();
        const { person } = await desk.post("/api/admin/people", { full_name: "Võ Thị Hai" });
        const { id, version } = person;
        await desk.post("/api/admin/people/{id}", { id, version, full_name: "Võ Thị Hai Mươi" });
        const problem = await refused(desk.post("/api/admin/people/{id}", { id, version, full_name: "Võ Thị Ba" }));
        assert.deepEqual([problem.status, problem.code], [409, "stale"]);
        assert.equal((await desk.get("/api/admin/people/{id}", { id })).person.full_name, "Võ Thị Hai Mươi");
    });

    test("people are listed in the order of Vietnamese names", async () => {
        const names = (await (await administrator()).get("/api/people", {})).items.map((one) => one.full_name);
        const given = names.map((name) => name.split(" ").at(-1) ?? "");
        assert.ok(given.indexOf("Duyên") < given.indexOf("Đức"), given.join(" "));
        assert.ok(given.indexOf("Đức") < given.indexOf("Huy"), given.join(" "));
    });

    test("another agency's person is not found", async () => {
        const desk = await administrator();
        const id = await personCalled(await server().as("thixa.vanthu"), "thixa.vanthu");
        const roles = [await roleCalled("administrator")];
        assert.equal((await refused(desk.get("/api/admin/people/{id}", { id }))).status, 404);
        assert.equal((await refused(desk.get("/api/admin/people/{id}/roles", { id }))).status, 404);
        assert.equal((await refused(desk.post("/api/admin/people/{id}/roles", { id, roles }))).status, 404);
        assert.equal((await refused(desk.post("/api/admin/people/{id}", { id, version: 1, full_name: "Khác" }))).status, 404);
        const account = await refused(desk.post("/api/admin/accounts", { person: id, username: "thixa.vanthu", password: "một mật khẩu dài" }));
        assert.equal(account.status, 400);
        await server().client().signIn("thixa.vanthu", (await server().welcome()).password);
    });

    test("a role that the agency does not have is refused", async () => {
        const desk = await administrator();
        const id = await personCalled(desk, "tuphap");
        const before = await desk.get("/api/admin/people/{id}/roles", { id });
        const problem = await refused(desk.post("/api/admin/people/{id}/roles", { id, roles: [randomUUID()] }));
        assert.deepEqual(problem.faults, [{ path: "/roles", code: "unknown" }]);
        assert.deepEqual(await desk.get("/api/admin/people/{id}/roles", { id }), before);
    });

    test("nobody but the administrator manages people and days", async () => {
        const id = await personCalled(await administrator(), "vanthu");
        for (const name of ["chutich", "vanthu", "tuphap", "danguy"]) {
            const client = await server().as(name);
            const calls = [
                () => client.get("/api/admin/roles", {}),
                () => client.get("/api/admin/people/{id}", { id }),
                () => client.post("/api/admin/people", { full_name: "Kẻ Lạ" }),
                () => client.post("/api/admin/people/{id}/roles", { id, roles: [] }),
                () => client.post("/api/admin/accounts", { person: id, username: "vanthu", password: "một mật khẩu dài" }),
                () => client.post("/api/calendar/days", { day: "2022-06-01", kind: "holiday" as const, name: "Nghỉ" }),
            ];
            for (const call of calls) assert.equal((await refused(call())).status, 403, name);
        }
    });

    test("a day off that is added moves a deadline, and only of its agency", async () => {
        const desk = await administrator();
        const asked = { from: "2022-06-06", working_days: 5 };
        const elsewhere = await server().as("thixa.vanthu");
        assert.equal((await desk.get("/api/deadline", asked)).due_on, "2022-06-13");
        await desk.post("/api/calendar/days", { day: "2022-06-08", kind: "holiday", name: "Lễ của xã" });
        const moved = await desk.get("/api/deadline", asked);
        assert.equal(moved.due_on, "2022-06-14");
        assert.ok(moved.steps.some((step) => step.day === "2022-06-08" && !step.counted && step.name === "Lễ của xã"));
        assert.equal((await elsewhere.get("/api/deadline", asked)).due_on, "2022-06-13");
        await desk.post("/api/calendar/days", { day: "2022-06-08", name: "" });
        assert.equal((await desk.get("/api/deadline", asked)).due_on, "2022-06-13");
    });

    test("a year and a number of days beyond any calendar are refused", async () => {
        const desk = await administrator();
        assert.equal((await refused(desk.get("/api/calendar", { year: 0 }))).status, 400);
        assert.equal((await refused(desk.get("/api/calendar", { year: 99_999 }))).status, 400);
        assert.equal((await refused(desk.get("/api/deadline", { from: "2022-06-06", working_days: 2_000_000_000 }))).status, 400);
        assert.equal((await refused(desk.get("/api/deadline", { from: "2022-06-06", working_days: -1 }))).status, 400);
    });
});
