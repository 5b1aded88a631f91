import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "./client.ts";
import { onEngines } from "./samples.ts";

onEngines("preferences", (server) => {
    test("a person keeps how he likes the page; nobody else's page changes", async () => {
        const clerk = await server().as("vanthu");
        const before = await clerk.get("/api/me/preferences", {});
        const after = await clerk.post("/api/me/preferences", { density: "roomy", theme: "dark" });
        assert.deepEqual(after, { ...before, density: "roomy", theme: "dark" });
        const again = server().client();
        await again.signIn("vanthu", (await server().welcome()).password);
        assert.deepEqual(await again.get("/api/me/preferences", {}), after, "also on another machine");
        for (const other of ["chutich", "thixa.vanthu"]) {
            const theirs = await (await server().as(other)).get("/api/me/preferences", {});
            assert.deepEqual([theirs.density, theirs.theme, theirs.language], ["normal", "automatic", "vi"], other);
        }
        await clerk.post("/api/me/preferences", { density: before.density, theme: before.theme });
    });

    test("the columns of each list are chosen by each person (Phụ lục VI)", async () => {
        const clerk = await server().as("vanthu");
        await clerk.post("/api/me/preferences", { hidden: { list: "outgoing", columns: "drafter" } });
        const { hidden } = await clerk.post("/api/me/preferences", { hidden: { list: "incoming", columns: "issuer,lead" } });
        assert.deepEqual(hidden, [{ list: "incoming", columns: "issuer,lead" }, { list: "outgoing", columns: "drafter" }]);
        for (const other of ["chutich", "thixa.vanthu"]) assert.deepEqual((await (await server().as(other)).get("/api/me/preferences", {})).hidden, [], other);
        const problem = await refused(clerk.post("/api/me/preferences", { hidden: { list: "incoming", columns: "<b>" } }));
        assert.deepEqual([problem.status, problem.faults], [400, [{ path: "/hidden/columns", code: "unknown" }]]);
        assert.deepEqual((await refused(clerk.post("/api/me/preferences", { hidden: { list: "rumours" as "incoming", columns: "" } }))).faults, [{ path: "/hidden/list", code: "enum" }]);
        await clerk.post("/api/me/preferences", { hidden: { list: "outgoing", columns: "" } });
        assert.deepEqual((await clerk.post("/api/me/preferences", { hidden: { list: "incoming", columns: "" } })).hidden, []);
    });

    test("the notices are seen until the moment of the look", async () => {
        const clerk = await server().as("vanphong");
        const { notices_seen_at: seen } = await clerk.post("/api/me/preferences", { notices_seen: true });
        const { now } = await clerk.get("/api/me", {});
        assert.ok(seen > 0 && seen <= now && now - seen < 60_000, `${seen} of ${now}`);
        assert.equal((await clerk.post("/api/me/preferences", { folded: true })).notices_seen_at, seen);
        await clerk.post("/api/me/preferences", { folded: false });
    });

    test("a language that there is not is refused by its name; so is who is not signed in", async () => {
        const problem = await refused((await server().as("vanthu")).post("/api/me/preferences", { language: "fr" as "en" }));
        assert.deepEqual([problem.status, problem.faults], [400, [{ path: "/language", code: "enum" }]]);
        assert.equal((await refused(server().client().get("/api/me/preferences", {}))).status, 401);
        assert.equal((await refused(server().client().post("/api/me/preferences", { folded: true }))).status, 401);
    });
});
