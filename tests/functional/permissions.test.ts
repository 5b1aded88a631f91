// Every route is asked as every account of the demo, as nobody, and for what another agency owns; permissions.json says what
// must come of it. A route, a role or an account without a line there fails.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { Client } from "./client.ts";
import { draftEntry, incomingEntry, onEngines, pdf, personCalled, today } from "./samples.ts";

interface Table {
    roles: Record<string, string[]>;
    accounts: Record<string, string[]>; // the demo's: which roles each has
    routes: Record<string, string>; // the permission that a route asks for, or "open"
}
interface Schema {
    $ref?: string;
    type?: string | string[];
    format?: string;
    enum?: unknown[];
    const?: unknown;
    items?: Schema;
    properties?: Record<string, Schema>;
    required?: string[];
    anyOf?: Schema[];
    oneOf?: Schema[];
}
interface Parameter {
    name: string;
    in: string;
    required: boolean;
    schema: Schema;
}
interface Operation {
    "x-permission"?: string;
    security: object[];
    parameters?: Parameter[];
    requestBody?: { content: Record<string, { schema?: Schema }> };
}
interface Route {
    name: string;
    method: string;
    path: string;
    operation: Operation;
}

const table = JSON.parse(await readFile(join(import.meta.dirname, "permissions.json"), "utf8")) as Table;

// How the ids of a path are called, by the path up to them.
type Ids = Record<string, string>;
const nowhere: Ids = {};

class Api {
    readonly routes: Route[];
    private readonly schemas: Record<string, Schema>;

    private constructor(routes: Route[], schemas: Record<string, Schema>) {
        this.routes = routes;
        this.schemas = schemas;
    }

    static async read(url: string): Promise<Api> {
        const described = (await (await fetch(`${url}/api`)).json()) as {
            paths: Record<string, Record<string, Operation>>;
            components: { schemas: Record<string, Schema> };
        };
        const routes = Object.entries(described.paths).flatMap(([path, methods]) =>
            Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, operation })),
        );
        return new Api(routes, described.components.schemas);
    }

    // Asks with a well-formed request: ids from `ids`, and else such as belong to nothing.
    async ask(client: Client, route: Route, ids: Ids): Promise<{ status: number; code: string; facts: Record<string, string> }> {
        const parameters = route.operation.parameters ?? [];
        const address = route.path.replace(/^(.*)\{(\w+)\}/, (_, prefix: string) => prefix + encodeURIComponent(ids[prefix] ?? this.unknownOf(prefix)));
        const query = new URLSearchParams(
            parameters.filter((one) => one.in === "query" && one.required).map((one) => [one.name, String(this.valueOf(one.schema, one.name))] as [string, string]),
        );
        const headers: Record<string, string> = route.method === "GET" ? {} : { "X-Requested-With": "congso" };
        const content = route.operation.requestBody?.content ?? {};
        const body = content["application/json"] ? JSON.stringify(this.bodyOf(content["application/json"].schema)) : content["application/octet-stream"] ? "text" : undefined;
        const answer = await client.raw(route.method, `${address}${query.size ? `?${query}` : ""}`, body === undefined ? { headers } : { headers, body });
        const text = await answer.text();
        const problem = answer.headers.get("content-type") === "application/problem+json" ? (JSON.parse(text) as { code: string; facts: Record<string, string> }) : { code: "", facts: {} };
        return { status: answer.status, code: problem.code, facts: problem.facts };
    }

    private unknownOf(prefix: string): string {
        return prefix === "/api/files/" ? "0".repeat(64) : randomUUID();
    }

    // What must be there, lists, and the version, which some routes ask for when they change something.
    private bodyOf(schema: Schema | undefined): unknown {
        if (!schema) return {};
        const known = this.resolved(schema);
        const value = this.valueOf(known, "") as Record<string, unknown>;
        return known.properties?.["version"] ? { ...value, version: 1 } : value;
    }

    private valueOf(schema: Schema, name: string): unknown {
        const known = this.resolved(schema);
        if (known.const !== undefined) return known.const;
        if (known.enum) return known.enum.at(-1);
        const type = Array.isArray(known.type) ? known.type[0] : known.type;
        if (known.format === "uuid") return randomUUID();
        if (known.format === "date") return today;
        if (type === "object") {
            const members = Object.entries(known.properties ?? {}).filter(([one, inner]) => known.required?.includes(one) || inner.type === "array");
            return Object.fromEntries(members.map(([one, inner]) => [one, this.valueOf(inner, one)]));
        }
        if (type === "array") return [this.valueOf(known.items ?? {}, name)];
        if (type === "integer" || type === "number") return name === "year" || name === "period" ? 2022 : 1;
        if (type === "boolean") return false;
        return "x";
    }

    private resolved(schema: Schema): Schema {
        const plain = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema;
        const name = plain.$ref?.match(/([^/]+)$/)?.[1];
        return name ? (this.schemas[name] ?? {}) : plain;
    }
}

function permissionsOf(account: string): Set<string> {
    const roles = table.accounts[account];
    assert.ok(roles, `permissions.json has no line for the account ${account}`);
    return new Set(roles.flatMap((role) => table.roles[role] ?? []));
}

onEngines("permissions", (server) => {
    let api: Api;
    before(async () => {
        api = await Api.read(server().url);
    });

    test("the table has a line for every route, role and account, and no other", async () => {
        assert.deepEqual(Object.keys(table.routes).sort(), api.routes.map((route) => route.name).sort());
        for (const { name, operation } of api.routes)
            assert.equal(operation.security.length === 0 ? "open" : operation["x-permission"], table.routes[name], name);
        const roles = (await (await server().as("quantri")).get("/api/admin/roles", {})).items;
        assert.deepEqual(Object.fromEntries(roles.map((role) => [role.code, [...role.permissions].sort()])),
            Object.fromEntries(Object.entries(table.roles).map(([code, permissions]) => [code, [...permissions].sort()])));
        const accounts = (await server().welcome()).accounts.map((one) => one.username);
        assert.deepEqual(accounts.sort(), Object.keys(table.accounts).sort());
        for (const account of accounts)
            assert.deepEqual(new Set((await (await server().as(account)).get("/api/me", {})).permissions), permissionsOf(account), account);
    });

    test("who is not signed in passes the open doors only", async () => {
        for (const route of api.routes) {
            const { status, code } = await api.ask(server().client(), route, nowhere);
            if (table.routes[route.name] === "open") assert.notEqual(code, "session.missing", route.name);
            else assert.deepEqual([status, code], [401, "session.missing"], route.name);
        }
    });

    describe("each account may do what its roles may, and nothing else:", () => {
        for (const account of Object.keys(table.accounts))
            test(account, async () => {
                const allowed = permissionsOf(account);
                for (const route of api.routes) {
                    const wanted = table.routes[route.name] ?? "";
                    // one's own session ends with this question
                    const client = route.name === "DELETE /api/session" ? server().client() : await server().as(account);
                    if (client.cookieList().length === 0) await client.signIn(account, (await server().welcome()).password);
                    const { status, code, facts } = await api.ask(client, route, nowhere);
                    const told = `${account}: ${route.name} answered ${status} ${code}`;
                    assert.ok(status < 500, told);
                    if (wanted === "open" || allowed.has(wanted)) {
                        assert.ok(!(status === 403 && code === "forbidden") && !(status === 401 && wanted !== "open"), told);
                    } else {
                        assert.deepEqual([status, code, facts], [403, "forbidden", { permission: wanted }], told);
                    }
                }
            });
    });

    test("what belongs to another agency is not found at any door", async () => {
        const desk = await server().as("vanthu");
        const file = await desk.upload("cua xa.pdf", pdf(randomUUID()));
        const document = await desk.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const draft = await desk.post("/api/outgoing", await draftEntry(desk));
        const [session] = (await desk.get("/api/sessions", {})).items;
        assert.ok(session);
        const envelope = await desk.post("/api/envelopes", { sender: "Thị ủy Đức Mẫu", addressee: "Bí thư Đảng ủy xã" });
        const owned: Ids = {
            "/api/incoming/": document.id,
            "/api/outgoing/": draft.id,
            "/api/envelopes/": envelope.id,
            "/api/files/": file.id,
            "/api/books/": document.book,
            "/api/sessions/": session.id,
            "/api/admin/people/": await personCalled(desk, "vanthu"),
        };
        // a figure has the same name in every agency, and counts only one's own (figures.test.ts)
        const asked = api.routes.filter((route) => route.path.includes("{") && !route.path.startsWith("/api/figures/"));
        for (const prefix of new Set(asked.map((route) => route.path.slice(0, route.path.indexOf("{"))))) assert.ok(owned[prefix], `no record for ${prefix}`);
        for (const account of ["thixa.vanthu", "thixa.chutich", "danguy"]) {
            const client = await server().as(account);
            const allowed = permissionsOf(account);
            for (const route of asked) {
                const { status, code } = await api.ask(client, route, owned);
                assert.equal(status, allowed.has(table.routes[route.name] ?? "") ? 404 : 403, `${account}: ${route.name} answered ${status} ${code}`);
            }
        }
        // an administrator's doors, from the other side: there is none but ours, so what is theirs is asked for here
        const theirs: Ids = { "/api/admin/people/": await personCalled(await server().as("thixa.vanthu"), "thixa.vanthu") };
        for (const route of asked.filter((one) => one.path.startsWith("/api/admin/")))
            assert.equal((await api.ask(await server().as("quantri"), route, theirs)).status, 404, route.name);
    });

    test("a colleague who is not named on a document does not find it at any door", async () => {
        const desk = await server().as("vanthu");
        const file = await desk.upload("rieng.pdf", pdf(randomUUID()));
        const document = await desk.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const draft = await desk.post("/api/outgoing", await draftEntry(desk));
        const owned: Ids = { "/api/incoming/": document.id, "/api/outgoing/": draft.id, "/api/files/": file.id };
        for (const account of ["motcua", "kiemtra", "congdoan", "diachinh"]) {
            const allowed = permissionsOf(account);
            for (const route of api.routes.filter((one) => Object.keys(owned).some((prefix) => one.path.startsWith(`${prefix}{`)))) {
                const { status, code } = await api.ask(await server().as(account), route, owned);
                assert.equal(status, allowed.has(table.routes[route.name] ?? "") ? 404 : 403, `${account}: ${route.name} answered ${status} ${code}`);
            }
        }
    });
});
