// «Tìm mọi thứ»: two hundred queries as hands type them (tests/data/finding.json) find what they must, on each engine the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Client, refused } from "./client.ts";
import { dossierEntry, incomingEntry, onEngines } from "./samples.ts";

interface Document {
    key: string;
    kind: "incoming" | "work_dossier";
    number: string;
    issuer: string;
    code: string;
    subject: string;
}
const { documents, queries } = JSON.parse(readFileSync(join(import.meta.dirname, "../data/finding.json"), "utf8")) as {
    documents: Document[];
    queries: { query: string; how: string; finds: string[] }[];
};

// What was found, by kind and name, in the order of the answer.
async function found(client: Client, query: string, limit = 50): Promise<string[]> {
    const { groups } = await client.get("/api/search", { query, limit });
    return groups.flatMap(({ kind, items }) => items.map(({ name, detail, day }) => [kind, name, detail, day ?? ""].join("|")));
}

const answers: string[][][] = []; // of each engine

onEngines("finding", (server) => {
    test("two hundred queries each find what they must (Phụ lục VI)", async () => {
        assert.equal(queries.length, 200);
        const desk = await server().as("vanthu");
        for (const { kind, number, issuer, code, subject } of documents)
            if (kind === "incoming") await desk.post("/api/incoming", incomingEntry({ origin_number: number, issuer, kind: code, subject }));
            else await desk.post("/api/work-dossiers", dossierEntry({ symbol: number, title: subject }));
        const byKey = new Map(documents.map((document) => [document.key, document]));
        const all: string[][] = [];
        const lost: string[] = [];
        for (const { query, how, finds } of queries) {
            const lines = await found(desk, query);
            all.push(lines);
            for (const wanted of finds) {
                const document = byKey.get(wanted);
                const line = document ? `${document.kind}|${document.number}|` : `${wanted.replace(":", "|")}|`;
                if (!lines.some((each) => each.startsWith(line))) lost.push(`${query} (${how}) does not find ${wanted}, but ${lines.slice(0, 3).join("; ")}`);
            }
        }
        assert.deepEqual(lost, []);
        answers.push(all.map((lines) => lines.sort())); // what came at the same moment stands in no order
        for (const [index, lines] of all.entries()) assert.deepEqual(lines, answers[0]?.[index], `on both engines the same for ${queries[index]?.query}`);
    });

    test("what has the very words comes before what only sounds alike", async () => {
        const desk = await server().as("vanthu");
        await desk.post("/api/incoming", incomingEntry({ origin_number: "9001/CV-MA", subject: "Cây mía ngọt vùng cao", kind: "CV" }));
        await desk.post("/api/incoming", incomingEntry({ origin_number: "9002/CV-MA", subject: "Cây mia ngọt vùng cao", kind: "CV" }));
        const numbers = (lines: string[]) => lines.map((line) => line.split("|")[1]);
        assert.deepEqual(numbers(await found(desk, "mía ngọt")), ["9001/CV-MA", "9002/CV-MA"]);
        assert.deepEqual(numbers(await found(desk, "mia ngọt")), ["9002/CV-MA", "9001/CV-MA"]); // newest first, where no mark says more
    });

    test("each finds what reaches him, and nothing of another agency", async () => {
        const desk = await server().as("vanthu");
        await desk.post("/api/incoming", incomingEntry({ origin_number: "8123/CV-KIN", subject: "Việc chỉ văn thư biết" }));
        assert.equal((await found(desk, "8123/CV-KIN")).length, 1);
        assert.deepEqual(await found(await server().as("diachinh"), "8123/CV-KIN"), []);
        assert.deepEqual(await found(await server().as("thixa.vanthu"), "8123/CV-KIN"), []);
        assert.ok((await found(await server().as("diachinh"), "Huỳnh Ngọc Sơn")).some((line) => line.startsWith("person|Huỳnh Ngọc Sơn|"))); // colleagues are known to all
    });

    test("kinds and limits are asked for, and refused where they make no sense", async () => {
        const desk = await server().as("vanthu");
        const { groups } = await desk.get("/api/search", { query: "ủy ban", kinds: "agency,book", limit: 2 });
        assert.ok(groups.every(({ kind, items }) => (kind === "agency" || kind === "book") && items.length <= 2));
        assert.deepEqual((await desk.get("/api/search", { query: " … " })).groups, []);
        assert.deepEqual((await refused(desk.get("/api/search", { query: "x", kinds: "rumours" }))).faults, [{ path: "/kinds", code: "enum" }]);
        assert.deepEqual((await refused(desk.get("/api/search", { query: "x", limit: 51 }))).faults, [{ path: "/limit", code: "range" }]);
        assert.equal((await server().client().raw("GET", "/api/search?query=x", {})).status, 401);
    });

    test("a filter is kept under a name, shared with the agency, and forgotten by who made it (Phụ lục VI)", async () => {
        const [clerk, officer, other] = [await server().as("vanthu"), await server().as("tuphap"), await server().as("thixa.vanthu")];
        await clerk.post("/api/saved-filters", { list: "incoming", name: "Kế hoạch quá hạn", query: "kind=KH&overdue=true", shared: true });
        const own = await officer.post("/api/saved-filters", { list: "incoming", name: "Của tôi", query: "state=assigned", shared: false });
        assert.deepEqual(own.items.map(({ name, mine }) => [name, mine]), [["Của tôi", true], ["Kế hoạch quá hạn", false]]);
        assert.deepEqual((await clerk.get("/api/saved-filters", { list: "incoming" })).items.map(({ name }) => name), ["Kế hoạch quá hạn"]);
        assert.deepEqual((await other.get("/api/saved-filters", { list: "incoming" })).items, []);
        const id = own.items[0]?.id ?? "";
        assert.equal((await refused(clerk.delete("/api/saved-filters/{id}", { id }))).status, 404);
        await officer.delete("/api/saved-filters/{id}", { id });
        assert.deepEqual((await officer.get("/api/saved-filters", { list: "incoming" })).items.map(({ name }) => name), ["Kế hoạch quá hạn"]);
        assert.deepEqual((await refused(officer.post("/api/saved-filters", { list: "incoming", name: "", query: "x", shared: false }))).faults, [{ path: "/name", code: "required" }]);
    });
});
