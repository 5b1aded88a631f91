import assert from "node:assert/strict";
import { test } from "node:test";
import type { IncomingPage, OutgoingPage } from "../../web/src/api/types.ts";
import { type Client, refused } from "./client.ts";
import { incomingEntry, onEngines, today } from "./samples.ts";

// How many records a figure's page lists, walked to its end.
async function countedBy(client: Client, page: string): Promise<number> {
    let count = 0;
    for (let after = ""; ; ) {
        const [path, query] = page.split("?");
        const answer = await client.raw("GET", `/api${path}?${query}&limit=200${after && `&after=${encodeURIComponent(after)}`}`, {});
        const listed = (await answer.json()) as IncomingPage | OutgoingPage;
        assert.equal(answer.status, 200, page);
        count += listed.items.length;
        if (!listed.after) return count;
        after = listed.after;
    }
}

onEngines("figures", (server) => {
    test("every figure of a period is the length of the list that it opens (Phụ lục VI)", async () => {
        const head = await server().as("chutich");
        const { items } = await head.get("/api/figures", { from: "2022-01-01", to: today });
        assert.deepEqual(items.map((figure) => figure.name).sort(), ["in", "on_time", "out"]);
        for (const figure of items) {
            assert.equal(await countedBy(head, figure.list), figure.numerator, figure.name);
            assert.ok(figure.numerator > 0, figure.name);
            if (figure.denominator !== null && figure.denominator !== undefined)
                assert.equal(await countedBy(head, figure.denominator_list), figure.denominator, figure.name);
        }
        const share = items.find((figure) => figure.name === "on_time");
        assert.ok(share?.denominator);
        assert.ok(Math.abs((share.value ?? 0) - (10_000 * share.numerator) / share.denominator) <= 1);
    });

    test("one more document moves the figure by one, in its month too", async () => {
        const desk = await server().as("vanthu");
        const read = async () => {
            const year = await desk.get("/api/figures/{name}/months", { name: "in", year: 2022 });
            const whole = (await desk.get("/api/figures", { from: "2022-05-01", to: "2022-05-31" })).items.find((one) => one.name === "in");
            return [whole?.value ?? 0, year.months[4]?.value ?? 0];
        };
        const before = await read();
        await desk.post("/api/incoming", incomingEntry());
        assert.deepEqual(await read(), before.map((value) => value + 1));
    });

    test("a month without data has no figure, which is not zero", async () => {
        const year = await (await server().as("chutich")).get("/api/figures/{name}/months", { name: "on_time", year: 2019 });
        assert.equal(year.months.length, 12);
        assert.equal(year.months[0]?.value ?? null, null);
        assert.notEqual(year.months[11]?.value ?? null, null);
    });

    test("an agency counts its own", async () => {
        const other = await server().as("thixa.vanthu");
        const read = async () => (await other.get("/api/figures", {})).items.map((figure) => figure.numerator);
        const before = await read();
        await (await server().as("vanthu")).post("/api/incoming", incomingEntry());
        assert.deepEqual(await read(), before);
    });

    test("an officer, who does not see all documents, is refused; so is a period that ends before it begins", async () => {
        assert.equal((await refused((await server().as("tuphap")).get("/api/figures", {}))).status, 403);
        const problem = await refused((await server().as("chutich")).get("/api/figures", { from: "2022-05-02", to: "2022-05-01" }));
        assert.deepEqual(problem.faults, [{ path: "/to", code: "before_from" }]);
    });

    test("a figure that nobody declared is not found", async () => {
        assert.equal((await refused((await server().as("chutich")).get("/api/figures/{name}/months", { name: "rumours" }))).status, 404);
    });
});
