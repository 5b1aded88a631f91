// Every route is asked as somebody of every role, as nobody, and for what another agency owns; permissions.json says what
// must come of it. A route, a role or an account of the demo without a line there fails.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { Client } from "./client.ts";
import { Api, type Route } from "./described.ts";
import { confirmRights, dossierEntry, draftEntry, incomingEntry, onEngines, pdf, personCalled, unzip } from "./samples.ts";

interface Table {
    roles: Record<string, string[]>;
    accounts: Record<string, string[]>; // the demo's: which roles each has
    routes: Record<string, string>; // the permission that a route asks for, or "open"
}
const table = JSON.parse(await readFile(join(import.meta.dirname, "permissions.json"), "utf8")) as Table;

// How the ids of a path are called, by the path up to them.
type Ids = Record<string, string>;
const nowhere: Ids = {};

// Asks with a well-formed request: ids from `ids`, and else such as belong to nothing.
async function ask(api: Api, client: Client, route: Route, ids: Ids): Promise<{ status: number; code: string; facts: Record<string, string> }> {
    const left = new AbortController(); // a stream has no end of its own
    const body = api.body(route);
    const headers: Record<string, string> = route.method === "GET" ? {} : { "X-Requested-With": "congso" };
    const answer = await client.raw(route.method, api.address(route, ids), { headers, signal: left.signal, ...(body === undefined ? {} : { body }) });
    const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
    const text = isStream ? "" : await answer.text();
    if (isStream) left.abort();
    const isProblem = answer.headers.get("content-type") === "application/problem+json";
    const { code, facts } = isProblem ? (JSON.parse(text) as { code: string; facts: Record<string, string> }) : { code: "", facts: {} };
    return { status: answer.status, code, facts };
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

    // Somebody new who has this role and no other; signs in as often as asked.
    async function someoneAs(code: string): Promise<() => Promise<Client>> {
        const administrator = await server().as("quantri");
        const role = (await administrator.get("/api/admin/roles", {})).items.find((one) => one.code === code);
        assert.ok(role, code);
        const { person } = await administrator.post("/api/admin/people", { full_name: `Người chỉ có một vai trò ${code}` });
        const username = `vai.${randomUUID().slice(0, 8)}`;
        await administrator.post("/api/admin/accounts", { person: person.id, username, password: "một mật khẩu dài" });
        await administrator.post("/api/admin/people/{id}/roles", { id: person.id, roles: [role.id] });
        await confirmRights(administrator);
        const first = server().client(); // a given password is changed before anything else
        await first.signIn(username, "một mật khẩu dài");
        await first.post("/api/password", { old_password: "một mật khẩu dài", new_password: "mật khẩu của riêng tôi" });
        return async () => {
            const client = server().client();
            await client.signIn(username, "mật khẩu của riêng tôi");
            return client;
        };
    }

    test("the table has a line for every route, role and account, and no other (Phụ lục VI)", async () => {
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
            const { status, code } = await ask(api, server().client(), route, nowhere);
            if (table.routes[route.name] === "open") assert.notEqual(code, "session.missing", route.name);
            else assert.deepEqual([status, code], [401, "session.missing"], route.name);
        }
    });

    describe("each role may do what its line says, and nothing else:", () => {
        for (const [role, permissions] of Object.entries(table.roles))
            test(role, async () => {
                const allowed = new Set(permissions);
                const signIn = await someoneAs(role);
                const known = await signIn();
                assert.deepEqual(new Set((await known.get("/api/me", {})).permissions), allowed);
                for (const route of api.routes) {
                    const wanted = table.routes[route.name] ?? "";
                    // one's own session ends with this question
                    const client = route.name === "DELETE /api/session" ? await signIn() : known;
                    const { status, code, facts } = await ask(api, client, route, nowhere);
                    const told = `${role}: ${route.name} answered ${status} ${code}`;
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
        const issued = (await desk.get("/api/outgoing", { state: "issued", limit: 1 })).items[0];
        assert.ok(issued);
        const use = await desk.post("/api/kept-copies", { document: issued.id, user_name: "Đoàn kiểm tra", allowed_by: await personCalled(desk, "vanphong") });
        const body = (await desk.get("/api/bodies", {})).items.find(({ symbol }) => symbol === "UBND")?.id ?? "";
        const copied = { source_kind: "incoming" as const, source: document.id, form: "full" as const, recipients: [] };
        const copy = await desk.post("/api/copies", { ...copied, body, signer: await personCalled(desk, "phochutich") });
        const owned: Ids = {
            "/api/copies/": copy.id,
            "/api/incoming/": document.id,
            "/api/outgoing/": draft.id,
            "/api/envelopes/": envelope.id,
            "/api/kept-copies/": use.id,
            "/api/files/": file.id,
            "/api/books/": document.book,
            "/api/sessions/": session.id,
            "/api/admin/people/": await personCalled(desk, "vanthu"),
            "/api/admin/jobs/": randomUUID(), // nothing of the demo was given up; background_test.cpp asks for another agency's
            "/api/admin/history/": await personCalled(desk, "vanthu"),
            "/api/work-dossiers/": (await desk.post("/api/work-dossiers", dossierEntry())).id,
            "/api/saved-filters/": (await desk.post("/api/saved-filters", { list: "incoming", name: "Chưa xong", query: "state=assigned", shared: true })).items[0]?.id ?? "",
        };
        // a figure has the same name in every agency, and counts only one's own (figures.test.ts)
        const asked = api.routes.filter((route) => route.path.includes("{") && !route.path.startsWith("/api/figures/"));
        for (const prefix of new Set(asked.map((route) => route.path.slice(0, route.path.indexOf("{"))))) assert.ok(owned[prefix], `no record for ${prefix}`);
        for (const account of ["thixa.vanthu", "thixa.chutich", "danguy"]) {
            const client = await server().as(account);
            const allowed = permissionsOf(account);
            for (const route of asked) {
                const { status, code } = await ask(api, client, route, owned);
                assert.equal(status, allowed.has(table.routes[route.name] ?? "") ? 404 : 403, `${account}: ${route.name} answered ${status} ${code}`);
            }
        }
        // an administrator's doors, from the other side: there is none but ours, so what is theirs is asked for here
        const stranger = await personCalled(await server().as("thixa.vanthu"), "thixa.vanthu");
        const theirs: Ids = { "/api/admin/people/": stranger, "/api/admin/history/": stranger };
        for (const route of asked.filter((one) => one.path.startsWith("/api/admin/")))
            assert.equal((await ask(api, await server().as("quantri"), route, theirs)).status, 404, route.name);
    });

    test("nothing of another agency is told by any list, search, print or export, whatever ids and words it is asked with (foreign ids on every route)", async () => {
        const [mark, secret] = [`dấu${randomUUID().slice(0, 8)}`, `riêng${randomUUID().slice(0, 8)}`]; // what is asked for, and what stands beside it
        const stranger = await server().as("thixa.vanthu");
        const file = await stranger.upload(`${mark} ${secret}.pdf`, pdf(randomUUID()));
        const document = await stranger.post("/api/incoming", incomingEntry({ subject: `Việc ${mark} ${secret}`, issuer: `Nơi gửi ${mark} ${secret}`, note: `${mark} ${secret}`, files: [file.id] }));
        const draft = await stranger.post("/api/outgoing", await draftEntry(stranger, { subject: `Báo cáo ${mark} ${secret}`, signer: await personCalled(stranger, "thixa.chutich") }));
        const dossier = await stranger.post("/api/work-dossiers", dossierEntry({ title: `Hồ sơ ${mark} ${secret}` }));
        await stranger.post("/api/saved-filters", { list: "incoming", name: `${mark} ${secret}`, query: "kind=KH", shared: true });
        const foreign: Record<string, string> = { person: await personCalled(stranger, "thixa.vanthu"), book: document.book, source: draft.id, file: file.id };
        assert.ok(JSON.stringify(await stranger.get("/api/search", { query: mark })).includes(secret), "its own people find it");

        // A workbook is looked into; other files are read as they are.
        const textOf = (bytes: Buffer) => (bytes.subarray(0, 2).toString() === "PK" ? unzip(bytes).map((entry) => entry.bytes.toString("utf8")).join() : bytes.toString("utf8"));
        let asked = 0;
        for (const account of ["vanthu", "chutich", "quantri"]) {
            const client = await server().as(account);
            for (const route of api.routes.filter(({ method, path }) => method === "GET" && path !== "/api/events")) {
                const words = api.query(route).filter(({ schema }) => ["string", undefined].includes([api.resolved(schema).type].flat()[0]) && !api.resolved(schema).enum && api.resolved(schema).format !== "date");
                const queries = [{}, ...words.flatMap(({ name }) => [foreign[name] ?? document.id, mark].map((value) => ({ [name]: value })))];
                const paths = route.path.includes("{") ? [document.id, draft.id, dossier.id] : [""];
                for (const id of paths)
                    for (const query of paths.length > 1 ? [{}] : queries) {
                        const address = new URL(api.address(route, { [route.path.slice(0, route.path.indexOf("{"))]: id }), server().url);
                        for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
                        const answer = await client.raw("GET", `${address.pathname}${address.search}`, {});
                        const text = textOf(Buffer.from(await answer.arrayBuffer()));
                        assert.ok(!text.includes(secret), `${account}: ${route.name} ${address.search} tells of it`);
                        assert.ok(answer.status < 500, `${account}: ${route.name} ${address.search} answers ${answer.status}`);
                        asked++;
                    }
            }
        }
        assert.ok(asked > 300, `${asked} questions`);
    });

    test("a colleague who is not named on a document does not find it at any door (Phụ lục VI)", async () => {
        const desk = await server().as("vanthu");
        const file = await desk.upload("rieng.pdf", pdf(randomUUID()));
        const document = await desk.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const draft = await desk.post("/api/outgoing", await draftEntry(desk));
        const owned: Ids = { "/api/incoming/": document.id, "/api/outgoing/": draft.id, "/api/files/": file.id, "/api/work-dossiers/": (await desk.post("/api/work-dossiers", dossierEntry())).id };
        for (const account of ["motcua", "kiemtra", "congdoan", "diachinh"]) {
            const allowed = permissionsOf(account);
            for (const route of api.routes.filter((one) => Object.keys(owned).some((prefix) => one.path.startsWith(`${prefix}{`)))) {
                const { status, code } = await ask(api, await server().as(account), route, owned);
                assert.equal(status, allowed.has(table.routes[route.name] ?? "") ? 404 : 403, `${account}: ${route.name} answered ${status} ${code}`);
            }
        }
    });
});
