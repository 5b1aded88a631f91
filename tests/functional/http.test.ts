import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { test } from "node:test";
import { Problem, refused } from "./client.ts";
import { incomingEntry, onEngines } from "./samples.ts";
import { congso, startServer } from "./server.ts";

interface Described {
    openapi: string;
    paths: Record<string, Record<string, { summary: string; "x-permission"?: string; security: object[]; responses: Record<string, object> }>>;
    components: { schemas: Record<string, unknown> };
}

// Every $ref of a document, wherever it stands.
function references(value: unknown): string[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => (name === "$ref" ? [String(inner)] : references(inner)));
}

onEngines("http", (server) => {
    test("the server says that it is well", async () => {
        const answer = await fetch(`${server().url}/healthz`);
        assert.deepEqual([answer.status, await answer.text()], [200, "ok\n"]);
        assert.equal((await fetch(`${server().url}/healthz`, { method: "HEAD" })).status, 200);
    });

    test("its figures are read by a monitor, and they move", async () => {
        const count = async () => {
            const text = await (await fetch(`${server().url}/metrics`)).text();
            for (const line of text.trimEnd().split("\n")) assert.match(line, /^(# (TYPE|HELP) .+|\w+(\{[^}]*\})? -?[\d.e+-]+(Inf)?)$/);
            return Number(text.match(/class="4xx"\} (\d+)/)?.[1]);
        };
        const before = await count();
        await fetch(`${server().url}/api/me`);
        assert.ok((await count()) > before);
    });

    test("a proxy in front does not make them public", async () => {
        for (const field of ["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded"]) {
            const answer = await fetch(`${server().url}/metrics`, { headers: { [field]: "for=10.1.1.1" } });
            assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, "metrics.local_only"], field);
        }
    });

    test("the API describes itself in OpenAPI 3.1, route by route, and nothing in it points nowhere (Phụ lục VI)", async () => {
        const answer = await fetch(`${server().url}/api`);
        assert.equal(answer.headers.get("content-type"), "application/json");
        const text = await answer.text();
        const api = JSON.parse(text) as Described;
        assert.match(api.openapi, /^3\.1\.\d+$/);
        assert.equal(text, await congso(["print-api", "--openapi"]));
        for (const reference of references(api)) {
            const [, name] = reference.match(/^#\/components\/schemas\/(.+)$/) ?? [];
            assert.ok(name && api.components.schemas[name], reference);
        }
        const listed = Object.entries(api.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
        const types = await readFile(resolve(import.meta.dirname, "../../web/src/api/types.ts"), "utf8");
        const typed = [...types.matchAll(/^ {4}"((?:GET|POST|DELETE|PUT) [^"]+)": \{/gm)].map((match) => match[1] ?? "");
        const own = ["GET /api", "GET /api/events", "GET /healthz", "GET /metrics"]; // what the program itself answers; the page has no types of it
        assert.deepEqual(listed.sort(), [...typed, ...own].sort());
        for (const methods of Object.values(api.paths))
            for (const route of Object.values(methods)) {
                assert.notEqual(route.summary, "");
                assert.ok(route.responses["400"] && route.responses["default"]);
            }
    });

    test("a refusal is problem details, whole and not kept by anyone", async () => {
        const desk = await server().as("vanthu");
        const answer = await desk.raw("POST", "/api/incoming", {
            headers: { "X-Requested-With": "congso", "Content-Type": "application/json" },
            body: JSON.stringify({ ...incomingEntry(), subject: "", kind: "" }),
        });
        assert.equal(answer.status, 400);
        assert.equal(answer.headers.get("content-type"), "application/problem+json");
        assert.equal(answer.headers.get("cache-control"), "no-store");
        assert.deepEqual(await answer.json(), {
            type: "urn:congso:invalid",
            title: "Bad Request",
            status: 400,
            code: "invalid",
            facts: {},
            faults: [
                { path: "/subject", code: "required" },
                { path: "/kind", code: "required" },
            ],
        });
    });

    test("a fault deep inside a form has its path", async () => {
        const desk = await server().as("vanthu");
        const submit = { text: "", shares: [{ person: "not an id", part: "boss" as "lead" }] };
        const problem = await refused(desk.post("/api/incoming", incomingEntry({ submit })));
        assert.deepEqual(
            problem.faults.map((fault) => `${fault.path} ${fault.code}`).sort(),
            ["/submit/shares/0/part enum", "/submit/shares/0/person id"],
        );
    });

    test("what is no JSON is refused with a problem, and the next request is answered", async () => {
        const desk = await server().as("vanthu");
        const deep = "[".repeat(100_000);
        for (const body of ["", "{", "null", "[]", '"x"', '{"issuer":"a","issuer":"b"}', '{"issuer":"\xff"}', `{"files":${deep}`, "{}{}"]) {
            const answer = await desk.raw("POST", "/api/incoming", {
                headers: { "X-Requested-With": "congso", "Content-Type": "application/json" },
                body: Buffer.from(body, "latin1"),
            });
            assert.equal(answer.status, 400, body.slice(0, 40));
            assert.equal(answer.headers.get("content-type"), "application/problem+json");
        }
        await desk.get("/api/me", {});
    });

    test("text with a NUL in it is refused, by its field", async () => {
        const desk = await server().as("vanthu");
        for (const subject of ["a\u0000b", "\u0000", "Kế hoạch\u0000"]) {
            const problem = await refused(desk.post("/api/incoming", incomingEntry({ subject })));
            assert.deepEqual([problem.status, problem.faults], [400, [{ path: "/subject", code: "text" }]], JSON.stringify(subject));
        }
        const raw = await desk.raw("POST", "/api/incoming", { headers: { "X-Requested-With": "congso", "Content-Type": "application/json" }, body: '{"subject":"a\0b"}' });
        assert.equal(raw.status, 400);
    });

    test("an address or a method that is not there is told", async () => {
        const desk = await server().as("vanthu");
        const unknown = await desk.raw("GET", "/api/nothing", {});
        assert.deepEqual([unknown.status, ((await unknown.json()) as Problem).code], [404, "route.unknown"]);
        const method = await desk.raw("PUT", "/api/incoming", {});
        assert.equal(method.status, 405);
        assert.match(method.headers.get("allow") ?? "", /GET.*POST|POST.*GET/);
        const query = await refused(desk.get("/api/incoming", { colour: "red" } as object));
        assert.deepEqual(query.faults, [{ path: "/colour", code: "unknown" }]);
        const id = await refused(desk.get("/api/incoming/{id}", { id: "1; DROP TABLE incoming" }));
        assert.deepEqual(id.faults, [{ path: "/id", code: "id" }]);
    });

    test("the page is never kept, has a nonce of its own each time, and its parts are kept for ever", async (context) => {
        const first = await fetch(`${server().url}/`);
        if (first.status === 404) return context.skip("the program was built without the page");
        const text = await first.text();
        assert.equal(first.headers.get("cache-control"), "no-store");
        const nonces = [first, await fetch(`${server().url}/incoming/anything`)].map((answer) => answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1]);
        assert.ok(nonces[0] && nonces[1] && nonces[0] !== nonces[1]);
        assert.ok(text.includes(nonces[0]));
        const script = text.match(/src="(\/assets\/[^"]+\.js)"/)?.[1];
        assert.ok(script);
        const asset = await fetch(server().url + script);
        assert.match(asset.headers.get("cache-control") ?? "", /public, max-age=31536000, immutable/);
        const etag = asset.headers.get("etag");
        assert.match(etag ?? "", /^"[^"]+"$/);
        const again = await fetch(server().url + script, { headers: { "If-None-Match": etag ?? "" } });
        assert.deepEqual([again.status, await again.text(), again.headers.get("etag")], [304, "", etag]);
        const plain = await asset.text();
        for (const coding of ["br", "gzip"]) {
            const packed: Response = await fetch(server().url + script, { headers: { "Accept-Encoding": coding } });
            assert.equal(packed.headers.get("content-encoding"), coding);
            assert.equal(await packed.text(), plain);
        }
        assert.equal((await fetch(`${server().url}/assets/gone-0000.js`)).status, 404);
    });

    test("every answer keeps browsers from guessing and framing", async () => {
        for (const path of ["/", "/api/welcome", "/api/me", "/api/nothing", "/healthz"]) {
            const { headers } = await fetch(server().url + path);
            assert.equal(headers.get("x-content-type-options"), "nosniff", path);
            assert.equal(headers.get("x-frame-options"), "DENY", path);
            assert.equal(headers.get("referrer-policy"), "same-origin", path);
            assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/, path);
            assert.equal(headers.get("server"), null, path);
        }
    });
});

test("a trusted proxy tells who asks and that he came over https", async () => {
    const server = await startServer({ environment: { CONGSO_TRUSTED_PROXY: "127.0.0.1" } });
    try {
        const { password } = await server.welcome();
        const headers = { "X-Requested-With": "congso", "Content-Type": "application/json", "X-Forwarded-For": "10.1.1.1, 192.168.7.8", "X-Forwarded-Proto": "https" };
        const answer = await fetch(`${server.url}/api/session`, { method: "POST", headers, body: JSON.stringify({ username: "vanthu", password }) });
        assert.match(answer.headers.getSetCookie()[0] ?? "", /; Secure/);
        const sessions = (await (await server.as("vanthu")).get("/api/sessions", {})).items;
        assert.ok(sessions.some((one) => one.address === "192.168.7.8"), JSON.stringify(sessions));
        const plain = (await (await fetch(`${server.url}/api/welcome`, { headers: { "X-Forwarded-For": "192.168.7.8" } })).json()) as { insecure: boolean };
        assert.deepEqual([plain.insecure, (await server.welcome()).insecure], [true, false]);
    } finally {
        await server.close();
    }
});
