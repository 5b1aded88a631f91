// What the web does to programs (peers.md 3.3), asked of every route that there is: another site's page, another agency's hand, wrong
// types, words that are programs somewhere else. What has a test of its own elsewhere: names and types of files (files.test.ts), foreign ids
// (permissions.test.ts), pages that run scripts (tests/browser/attacks.test.ts), bytes on a socket (attacks-wire.test.ts).
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { refused, type Client } from "./client.ts";
import { Api } from "./described.ts";
import { confirmRights, incomingEntry, onEngines, pdf, personCalled, zip } from "./samples.ts";

const json = { "X-Requested-With": "congso", "Content-Type": "application/json" };

onEngines("attacks", (server) => {
    let api: Api;
    let desk: Client;
    const people: Client[] = []; // together they pass every door
    before(async () => {
        api = await Api.read(server().url);
        desk = await server().as("vanthu");
        for (const name of ["vanthu", "chutich", "quantri", "vanphong"]) people.push(await server().as(name));
    });
    const password = async () => (await server().welcome()).password;

    test("another site's page changes nothing at any door: its form lacks our field, and no browser may add it (CSRF)", async () => {
        for (const route of api.routes.filter(({ method }) => method !== "GET")) {
            const body = api.body(route);
            for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json"]) {
                const headers = { "Content-Type": type, Origin: "https://evil.example", Referer: "https://evil.example/" };
                const answer = await desk.raw(route.method, api.address(route), { headers, ...(body === undefined ? {} : { body }) });
                assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, "request.not_ours"], `${route.name} ${type}`);
            }
        }
        await desk.get("/api/me", {}); // nor did it sign anyone out
    });

    test("no door lets another site read or ask before it sends (CORS)", async () => {
        for (const route of api.routes) {
            const asking = { Origin: "https://evil.example", "Access-Control-Request-Method": route.method, "Access-Control-Request-Headers": "x-requested-with" };
            const preflight = await desk.raw("OPTIONS", api.address(route), { headers: asking });
            assert.ok(preflight.status >= 400, route.name);
            const left = new AbortController();
            const plain = await desk.raw("GET", api.address(route), { headers: { Origin: "https://evil.example" }, signal: left.signal });
            for (const answer of [preflight, plain])
                for (const name of answer.headers.keys()) assert.ok(!name.startsWith("access-control-"), `${route.name}: ${name}`);
            left.abort();
        }
    });

    test("no answer may be shown in another site's frame, or be guessed to be a page (clickjacking)", async () => {
        const file = await desk.upload("khung.pdf", pdf("khung"));
        for (const path of ["/", "/incoming", "/api/me", `/api/files/${file.id}`, "/api/incoming", "/nowhere"]) {
            const { headers } = await desk.raw("GET", path, {});
            assert.equal(headers.get("x-frame-options"), "DENY", path);
            assert.match(headers.get("content-security-policy") ?? "sandbox", /frame-ancestors 'none'|sandbox/, path);
            assert.equal(headers.get("x-content-type-options"), "nosniff", path);
        }
    });

    test("nothing sends the browser to another site (open redirect)", async () => {
        for (const path of ["//evil.example", "/\\evil.example", "/%2f%2fevil.example", "/?next=https://evil.example", "/sign-in?to=//evil.example", "/api/session?redirect=https://evil.example", "/https://evil.example"]) {
            const answer = await fetch(server().url + path, { redirect: "manual" });
            assert.ok(answer.status < 300 || answer.status >= 400, `${path}: ${answer.status}`);
            assert.equal(answer.headers.get("location"), null, path);
        }
    });

    test("a value of another type in any field of any form is refused by its field and breaks nothing (type confusion)", async () => {
        const wrong: unknown[] = [null, true, 7, -1, 1e308, "", "x", "\u0000", [], [[]], [null], {}, { $ne: 1 }, { toString: 1 }, "9".repeat(40)];
        let asked = 0;
        for (const route of api.routes.filter((one) => one.method === "POST" && one.path !== "/api/password" && api.formSchema(one))) {
            const properties = api.formSchema(route)?.properties ?? {};
            for (const name of Object.keys(properties))
                for (const value of wrong) {
                    const body = JSON.stringify({ ...api.form(route), [name]: value });
                    for (const person of people.slice(0, 3)) {
                        const answer = await person.raw("POST", api.address(route), { headers: json, body });
                        const text = await answer.text();
                        assert.ok(answer.status < 500, `${route.name} ${name}=${JSON.stringify(value)}: ${answer.status} ${text}`);
                        asked++;
                        if (answer.status !== 403) break;
                    }
                }
            for (const body of ['{"__proto__":{"a":1}}', '{"constructor":1}', '{"a":1,"a":2}', "7", '"x"', "[]"]) {
                const answer = await desk.raw("POST", api.address(route), { headers: json, body });
                assert.ok(answer.status >= 400 && answer.status < 500, `${route.name} ${body}: ${answer.status}`);
            }
        }
        assert.ok(asked > 500, `${asked} were asked`);
        assert.equal(JSON.parse(await server().command("check", "--json")).clean, true);
    });

    // Words that are an end of a string, an operator or a program: for SQL, for both full-text engines, for templates, for a shell.
    const words = [
        "'", "''", '"', '""', "\\", "%", "_", "*", "a*", "-a", "+a", "a OR b", "a AND", "NOT", "NEAR(a b)", "a NEAR/2 b", "subject:a", "{subject} : a", "^a", "(", ")", "a & b", "a | !b", "a:*", "a <-> b", "':*",
        "'; DROP TABLE incoming; --", "1 OR 1=1", "') UNION SELECT password_hash FROM account --", "$1", "$$", ":a", "?", "{{subject}}", "${7*7}", "<%= 7 %>", "$(id)", "`id`", "|id", "\u202e", "ﷺ".repeat(50), "a".repeat(5000), "(".repeat(5000), '"'.repeat(999), "a ".repeat(3000),
    ];

    test("words that are programs elsewhere are words here: in every filter of every list, on every engine (SQL and full-text injection)", async () => {
        let asked = 0;
        for (const route of api.routes.filter(({ method, path }) => method === "GET" && path.startsWith("/api/") && path !== "/api/events"))
            for (const parameter of api.query(route))
                for (const word of words) {
                    const query = new URLSearchParams({ ...Object.fromEntries(new URL(api.address(route), server().url).searchParams), [parameter.name]: word });
                    const answer = await desk.raw("GET", `${api.address(route).split("?")[0]}?${query}`, {});
                    await answer.arrayBuffer();
                    assert.ok(answer.status < 500, `${route.name} ${parameter.name}=${word.slice(0, 40)}: ${answer.status}`);
                    asked++;
                }
        assert.ok(asked > 500, `${asked} were asked`);
    });

    test("a document with such words is found by them and by nothing more", async () => {
        const subject = `Về việc "O'Brien" -- {{subject}}; DROP TABLE incoming` ;
        const document = await desk.post("/api/incoming", incomingEntry({ subject, note: "=cmd|' /C calc'!A0" }));
        const found = async (query: string) => (await desk.get("/api/incoming", { query, limit: 200 })).items.map(({ id }) => id);
        assert.ok((await found("O'Brien drop")).includes(document.id));
        assert.ok(!(await found("O'Brien khongcotrongvanban")).includes(document.id));
        assert.ok(!(await found("khongcotrongvanban OR brien")).includes(document.id), "OR is a word");
        const read = await desk.get("/api/incoming/{id}", { id: document.id });
        assert.deepEqual([read.subject, read.note], [subject, "=cmd|' /C calc'!A0"]);
    });

    test("a session begins with a secret of its own, whatever the browser brings along, and ends for good (fixation, rotation)", async () => {
        const brought = "A".repeat(43);
        const signIn = async (cookie: string) => {
            const headers = { ...json, Cookie: cookie };
            const answer = await fetch(`${server().url}/api/session`, { method: "POST", headers, body: JSON.stringify({ username: "kiemtra", password: await password() }) });
            return answer.headers.getSetCookie()[0]?.match(/^congso_session=([^;]+)/)?.[1] ?? "";
        };
        const tokens = [await signIn(`congso_session=${brought}`), await signIn(""), await signIn(`congso_session=${brought}`)];
        assert.equal(new Set([...tokens, brought]).size, 4);
        for (const token of tokens) assert.match(token, /^[\w-]{43}$/);
        const me = (token: string) => fetch(`${server().url}/api/me`, { headers: { Cookie: `congso_session=${token}` } });
        assert.equal((await me(brought)).status, 401);
        assert.equal((await me(tokens[0] ?? "")).status, 200);
        const again = await signIn(`congso_session=${tokens[0]}`);
        assert.ok(!tokens.includes(again), "who signs in again gets another");
        await fetch(`${server().url}/api/session`, { method: "DELETE", headers: { "X-Requested-With": "congso", Cookie: `congso_session=${tokens[1]}` } });
        assert.equal((await me(tokens[1] ?? "")).status, 401);
        assert.equal((await me(tokens[2] ?? "")).status, 200, "the others go on");
    });

    test("a role that is taken away is gone with the next request, not with the next session", async () => {
        const administrator = await server().as("quantri");
        const { person } = await administrator.post("/api/admin/people", { full_name: "Người vừa mất quyền" });
        const clerk = (await administrator.get("/api/admin/roles", {})).items.find(({ code }) => code === "clerk");
        assert.ok(clerk);
        await administrator.post("/api/admin/accounts", { person: person.id, username: "mat.quyen", password: "một mật khẩu dài" });
        await administrator.post("/api/admin/people/{id}/roles", { id: person.id, roles: [clerk.id] });
        await confirmRights(administrator);
        const client = server().client();
        await client.signIn("mat.quyen", "một mật khẩu dài");
        await client.post("/api/password", { old_password: "một mật khẩu dài", new_password: "mật khẩu của riêng tôi" });
        await client.get("/api/incoming", {});
        await administrator.post("/api/admin/people/{id}/roles", { id: person.id, roles: [] });
        await confirmRights(administrator);
        assert.equal((await refused(client.get("/api/incoming", {}))).status, 403);
    });

    test("whoever guesses waits longer each time, and learns neither from words nor from time who has an account (brute force, enumeration)", async () => {
        const attempt = async (username: string) => {
            const begun = performance.now();
            const problem = await refused(server().client().signIn(username, "sai mật khẩu"));
            return { code: problem.code, status: problem.status, facts: problem.facts, took: performance.now() - begun };
        };
        await attempt("tuphap"); // the first of all may be slow for other reasons
        const known = [], unknown = [];
        for (const name of ["tuphap", "diachinh", "taichinh"]) {
            known.push(await attempt(name));
            unknown.push(await attempt(`${name}.khongco`));
        }
        for (const { code, status, facts } of [...known, ...unknown]) assert.deepEqual([code, status, facts], ["session.wrong", 401, {}]);
        const best = (all: { took: number }[]) => Math.min(...all.map(({ took }) => took));
        // an account that is not there is hashed for too; without that one of the two would be over at once
        assert.ok(best(unknown) < best(known) * 10 + 20 && best(known) < best(unknown) * 10 + 20, `${best(known)} ms, ${best(unknown)} ms`);
        let seconds = 0;
        for (let turn = 0; turn < 8; ++turn) {
            const problem = await refused(server().client().signIn("congdoan", `sai ${turn}`));
            if (problem.code === "session.blocked") seconds = Number(problem.facts["seconds"]);
        }
        assert.ok(seconds > 0, "the account waits");
        assert.equal((await refused(server().client().signIn("congdoan", await password()))).code, "session.blocked", "also for who knows it");
    });

    test("what unpacks to far more than it is, or lies about it, is refused before it costs anything (zip bombs)", async () => {
        const before = (await (await fetch(`${server().url}/healthz`)).text()) === "ok\n";
        assert.ok(before);
        const bomb = zip({ "[Content_Types].xml": "<Types/>", "word/document.xml": Buffer.alloc(60_000_000) }, "packed");
        assert.ok(bomb.length < 200_000);
        const many = zip(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/${i}.xml`, ""])));
        const outside = zip({ "[Content_Types].xml": "<Types/>", "../../etc/passwd": "x" });
        for (const [name, bytes] of Object.entries({ bomb, many, outside })) {
            const begun = performance.now();
            const answer = await desk.upload(`${name}.docx`, bytes).then((file) => file.media_type, (problem: { status: number }) => problem.status);
            assert.ok(answer === 400 || answer === 413 || answer === 415 || answer === "application/zip" || answer === "application/octet-stream", `${name}: ${answer}`);
            assert.ok(performance.now() - begun < 5000, name);
        }
    });

    test("what a person of another agency brings along names nobody and nothing of his own (foreign ids inside forms)", async () => {
        const stranger = await server().as("thixa.vanthu");
        const file = await stranger.upload("cua-ho.pdf", pdf("cua ho"));
        const theirs = await stranger.post("/api/incoming", incomingEntry({ files: [file.id] }));
        const head = await personCalled(stranger, "thixa.chutich");
        const book = (await stranger.get("/api/books", {})).items[0]?.id ?? "";
        const share = { person: head, part: "lead" as const };
        for (const [path, values] of Object.entries({
            "/files": { files: [file.id] },
            "/book": { book },
            "/submit_to": { submit: { text: "", shares: [] }, submit_to: head },
            "/submit/shares": { submit: { text: "", shares: [share] } },
            "/arrival": { arrival: theirs.id },
        })) {
            const problem = await refused(desk.post("/api/incoming", incomingEntry(values)));
            assert.ok(problem.status === 400 || problem.status === 404, `${path}: ${problem.status} ${problem.code}`);
        }
    });
});
