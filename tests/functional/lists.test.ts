// What every list keeps to, taken from the description of the API: a list that comes later is asked too.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { refused } from "./client.ts";
import { draftEntry, incomingEntry, onEngines, today, yesterday } from "./samples.ts";

interface Described {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string; required: boolean }[]; responses: Record<string, { content: Record<string, object> }> }>>;
}

onEngines("lists", (server) => {
    test("every list refuses a page of none and of more than two hundred", async () => {
        const desk = await server().as("vanthu");
        const api = (await (await fetch(`${server().url}/api`)).json()) as Described;
        const [book] = (await desk.get("/api/books", {})).items;
        assert.ok(book);
        const known: Record<string, string> = { book: book.id, period: "2022", query: "kế hoạch" };
        let asked = 0;
        for (const [path, methods] of Object.entries(api.paths)) {
            const { parameters = [], responses } = methods["get"] ?? {};
            if (!responses?.["200"]?.content["application/json"]) continue; // an export has no pages
            if (!parameters.some(({ name }) => name === "limit")) continue;
            for (const words of parameters.some(({ name }) => name === "query") ? ["", known["query"] ?? ""] : [""])
                for (const limit of [-1, 0, 201, 500]) {
                    const query = new URLSearchParams({ limit: String(limit) });
                    if (words) query.set("query", words);
                    for (const { name, in: place, required } of parameters)
                        if (place === "query" && required && !query.has(name)) query.set(name, known[name] ?? "1");
                    const answer = await desk.raw("GET", `${path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? randomUUID())}?${query}`, {});
                    const body = (await answer.json()) as { faults?: object[] };
                    if (answer.status === 403 || answer.status === 404) continue; // not this person's list
                    assert.deepEqual([answer.status, body.faults], [400, [{ path: "/limit", code: "range" }]], `${path} limit=${limit} ${words}`);
                    asked++;
                }
        }
        assert.ok(asked >= 20, `${asked} lists were asked`);
    });

    test("a search tells how many there are, not how many the page holds", async () => {
        const desk = await server().as("vanthu");
        const mark = `trùngkhớp${randomUUID().slice(0, 8)}`;
        for (let i = 0; i < 5; ++i) await desk.post("/api/incoming", incomingEntry({ subject: `Báo cáo ${mark} thứ ${i}` }));
        const first = await desk.get("/api/incoming", { query: mark, limit: 2 });
        assert.deepEqual([first.items.length, first.total, first.more_than_total], [2, 5, false]);
        assert.equal((await desk.get("/api/incoming", { query: mark, limit: 2, kind: "TB" })).total, 0);
        const common = await desk.get("/api/incoming", { query: "kế hoạch", limit: 1 });
        assert.equal(common.items.length, 1);
        assert.ok(common.total > 100 && common.total <= 1000 && common.more_than_total === (common.total === 1000), String(common.total));
    });

    test("a book is asked for a period that can be one", async () => {
        const desk = await server().as("vanthu");
        const [book] = (await desk.get("/api/books", {})).items;
        assert.ok(book);
        for (const period of [0, -1, 1899, 10000]) {
            const problem = await refused(desk.get("/api/books/{book}/lines", { book: book.id, period }));
            assert.deepEqual([problem.status, problem.faults], [400, [{ path: "/period", code: "range" }]]);
        }
        assert.deepEqual((await desk.get("/api/books/{book}/lines", { book: book.id, period: 1999 })).items, []);
    });

    test("drafts whose day has passed are a list of their own, until they go out", async () => {
        const officer = await server().as("vanphong");
        const late = await officer.post("/api/outgoing", await draftEntry(officer, { due_on: yesterday }));
        const inTime = await officer.post("/api/outgoing", await draftEntry(officer, { due_on: today }));
        const ids = async (values: object) => (await officer.get("/api/outgoing", { overdue: true, limit: 200, ...values })).items.map(({ id }) => id);
        for (const values of [{}, { kind: "BC" }, { query: late.subject }, { person: (await officer.get("/api/me", {})).person }]) {
            const listed = await ids(values);
            assert.ok(listed.includes(late.id), JSON.stringify(values));
            assert.ok(!listed.includes(inTime.id), JSON.stringify(values));
        }
        const stranger = await server().as("thixa.vanthu");
        assert.ok(!(await stranger.get("/api/outgoing", { overdue: true, limit: 200 })).items.some(({ id }) => id === late.id));
    });
});
