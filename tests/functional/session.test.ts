import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { refused } from "./client.ts";
import { listen } from "./events.ts";
import { onEngines, personCalled } from "./samples.ts";

onEngines("session", (server) => {
    const password = async () => (await server().welcome()).password;

    test("the sign-in page knows every demo account and its password", async () => {
        const welcome = await server().welcome();
        assert.equal(welcome.demo, true);
        assert.equal(welcome.empty, false);
        for (const account of ["vanthu", "chutich", "phochutich", "tuphap", "quantri", "thixa.vanthu", "danguy"])
            assert.ok(welcome.accounts.some((one) => one.username === account), account);
    });

    test("an account signs in and is told who it is", async () => {
        const client = server().client();
        const me = await client.signIn("vanthu", await password());
        assert.equal(me.username, "vanthu");
        assert.equal(me.agency_short_name, "UBND xã Phổ Mẫu");
        assert.ok(me.permissions.includes("register_incoming"));
        assert.deepEqual((await client.get("/api/me", {})).permissions, me.permissions);
    });

    test("the session's cookie is out of reach of scripts and of other sites", async () => {
        const answer = await server().client().raw("POST", "/api/session", {
            headers: { "X-Requested-With": "congso", "Content-Type": "application/json" },
            body: JSON.stringify({ username: "vanthu", password: await password() }),
        });
        const [cookie] = answer.headers.getSetCookie();
        assert.match(cookie ?? "", /; HttpOnly/);
        assert.match(cookie ?? "", /; SameSite=Strict/);
        assert.equal(answer.headers.get("cache-control"), "no-store");
    });

    test("a wrong password and an unknown account are refused alike", async () => {
        const wrong = await refused(server().client().signIn("luutru", "not the password"));
        const unknown = await refused(server().client().signIn("nobody.here", "not the password"));
        assert.deepEqual([wrong.status, wrong.code, wrong.facts], [401, "session.wrong", {}]);
        assert.deepEqual([unknown.status, unknown.code, unknown.facts], [401, "session.wrong", {}]);
    });

    test("after five wrong passwords the right one has to wait", async () => {
        for (let attempt = 0; attempt < 5; ++attempt) {
            const problem = await refused(server().client().signIn("congdoan", `wrong ${attempt}`));
            assert.equal(problem.code, "session.wrong");
        }
        const problem = await refused(server().client().signIn("congdoan", await password()));
        assert.equal(problem.status, 401);
        assert.equal(problem.code, "session.blocked");
        assert.ok(Number(problem.facts.seconds) > 0 && Number(problem.facts.seconds) <= 30, problem.facts.seconds);
        await server().client().signIn("kiemtra", await password()); // it waits alone
    });

    test("sessions are listed, and one that is revoked is signed out at once", async () => {
        const here = server().client();
        const there = server().client();
        await here.signIn("taichinh", await password());
        await there.signIn("taichinh", await password());
        const rows = (await here.get("/api/sessions", {})).items;
        assert.equal(rows.filter((one) => one.current).length, 1);
        const other = rows.find((one) => !one.current);
        assert.ok(other);
        await here.delete("/api/sessions/{id}", { id: other.id });
        assert.equal((await refused(there.get("/api/me", {}))).status, 401);
        await here.get("/api/me", {});
        assert.ok(!(await here.get("/api/sessions", {})).items.some((one) => one.id === other.id));
    });

    test("nobody ends the session of someone else", async () => {
        const victim = server().client();
        await victim.signIn("diachinh", await password());
        const [row] = (await victim.get("/api/sessions", {})).items;
        assert.ok(row);
        const colleague = await server().as("vanthu");
        const stranger = await server().as("thixa.vanthu");
        for (const client of [colleague, stranger]) assert.equal((await refused(client.delete("/api/sessions/{id}", { id: row.id }))).status, 404);
        await victim.get("/api/me", {});
    });

    test("who signs out is out", async () => {
        const client = server().client();
        await client.signIn("tuphap", await password());
        const kept = client.cookieList();
        await client.delete("/api/session", {});
        const stolen = await server().client().raw("GET", "/api/me", { headers: { Cookie: kept.map((one) => `${one.name}=${one.value}`).join("; ") } });
        assert.equal(stolen.status, 401);
    });

    test("a changed password ends the other sessions and keeps this one", async () => {
        const here = server().client();
        const there = server().client();
        const old = await password();
        await here.signIn("motcua", old);
        await there.signIn("motcua", old);
        const wrong = await refused(here.post("/api/password", { old_password: "no, another", new_password: "mật khẩu mới 2022" }));
        assert.deepEqual(wrong.faults, [{ path: "/old_password", code: "password_wrong" }]);
        const short = await refused(here.post("/api/password", { old_password: old, new_password: "ngắn" }));
        assert.deepEqual(short.faults, [{ path: "/new_password", code: "password_too_short" }]);
        await here.post("/api/password", { old_password: old, new_password: "mật khẩu mới 2022" });
        await here.get("/api/me", {});
        assert.equal((await refused(there.get("/api/me", {}))).status, 401);
        assert.equal((await refused(server().client().signIn("motcua", old))).code, "session.wrong");
        await server().client().signIn("motcua", "mật khẩu mới 2022");
    });

    test("a change of password that is sent twice acts once and is answered the same", async () => {
        const client = server().client();
        await client.signIn("luutru", await password());
        const asked = { key: randomUUID() };
        const change = { old_password: await password(), new_password: "một mật khẩu khác 2022" };
        const first = await client.post("/api/password", change, asked);
        assert.deepEqual(await client.post("/api/password", change, asked), first);
        const other = await refused(client.post("/api/password", { ...change, new_password: "lại khác nữa 2022" }, asked));
        assert.deepEqual([other.status, other.code], [409, "idempotency.reused"]);
        assert.deepEqual((await refused(client.post("/api/password", change))).faults, [{ path: "/old_password", code: "password_wrong" }]);
        await server().client().signIn("luutru", change.new_password);
    });

    test("a password is the same however its marks are typed", async () => {
        const client = server().client();
        await client.signIn("motcua", "mật khẩu mới 2022".normalize("NFD"));
    });

    test("with its session the live events end", async () => {
        const signedIn = async (username: string) => {
            const client = server().client();
            await client.signIn(username, await password());
            return client;
        };
        const signsOut = await signedIn("phochutich");
        const revoked = await signedIn("phochutich");
        const goesOn = await signedIn("phochutich");
        const [first, second, third] = [await listen(signsOut), await listen(revoked), await listen(goesOn)];
        await signsOut.delete("/api/session", {});
        await first.end();
        const rows = (await revoked.get("/api/sessions", {})).items;
        await goesOn.delete("/api/sessions/{id}", { id: rows.find((one) => one.current)?.id ?? "" });
        await second.end();
        assert.equal(third.isOpen(), true);
        // a new password, and a closed account
        const people = await server().as("quantri");
        const person = await personCalled(people, "phochutich");
        await people.post("/api/admin/accounts", { person, username: "phochutich", disabled: true });
        await third.end();
        await people.post("/api/admin/accounts", { person, username: "phochutich", disabled: false });
    });

    test("a request that another site could send is refused", async () => {
        const client = await server().as("vanthu");
        for (const header of ["", "XMLHttpRequest"]) {
            const problem = await refused(client.post("/api/password", { old_password: "a", new_password: "b" }, { headers: { "X-Requested-With": header } }));
            assert.deepEqual([problem.status, problem.code], [403, "request.not_ours"]);
        }
        const open = await server().client().raw("POST", "/api/session", { headers: { "Content-Type": "application/json" }, body: "{}" });
        assert.equal(open.status, 403);
    });

    test("a cookie that was never given is no session", async () => {
        const answer = await fetch(`${server().url}/api/me`, { headers: { Cookie: "congso_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" } });
        assert.equal(answer.status, 401);
        assert.equal(((await answer.json()) as { code: string }).code, "session.missing");
    });
});
