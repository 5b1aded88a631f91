// A program that knows of congso nothing but its address: what it sends, it has read in GET /api.
import assert from "node:assert/strict";
import { test } from "node:test";
import { onEngines, today } from "./samples.ts";

interface Parameter {
    name: string;
    in: "path" | "query" | "header";
    required: boolean;
    schema: { const?: string };
}
interface Operation {
    security: Record<string, unknown>[];
    parameters?: Parameter[];
    requestBody?: { content: Record<string, { schema?: Schema }> };
    responses: Record<string, { content: Record<string, object> }>;
}
interface Schema {
    $ref?: string;
    properties?: Record<string, object>;
    required?: string[];
}
interface Description {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { in: string; name: string }> };
}

// Puts each value where the description wants it, and refuses to send what is not described or leave out what is required.
class DescribedClient {
    private readonly url: string;
    private readonly api: Description;
    private readonly cookies: Record<string, string> = {};

    constructor(url: string, api: Description) {
        this.url = url;
        this.api = api;
    }

    static async of(url: string): Promise<DescribedClient> {
        return new DescribedClient(url, (await (await fetch(`${url}/api`)).json()) as Description);
    }

    async call(method: string, path: string, values: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
        const operation = this.api.paths[path]?.[method];
        assert.ok(operation, `${method} ${path} is described`);
        const headers: Record<string, string> = {};
        const query = new URLSearchParams();
        let address = path;
        const left = new Map(Object.entries(values));
        for (const { name, in: place, required, schema } of operation.parameters ?? []) {
            const value = place === "header" ? schema.const : left.get(name);
            assert.ok(value !== undefined || !required, `${name} of ${path} is required`);
            left.delete(name);
            if (value === undefined) continue;
            if (place === "header") headers[name] = String(value);
            else if (place === "path") address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
            else query.set(name, String(value));
        }
        let body: string | undefined;
        const [media, wanted] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
        if (media) {
            const schema = this.resolved(wanted?.schema ?? {});
            for (const name of schema.required ?? []) assert.ok(left.has(name), `${name} of ${path} is required`);
            for (const name of left.keys()) assert.ok(schema.properties?.[name], `${name} of ${path} is described`);
            headers["Content-Type"] = media;
            body = JSON.stringify(Object.fromEntries(left));
            left.clear();
        }
        assert.equal(left.size, 0, `${[...left.keys()].join()} of ${path} is described`);
        for (const door of operation.security)
            for (const name of Object.keys(door)) {
                const scheme = this.api.components.securitySchemes[name];
                assert.equal(scheme?.in, "cookie");
                headers["Cookie"] = `${scheme.name}=${this.cookies[scheme.name] ?? ""}`;
            }
        const answer = await fetch(`${this.url}${address}${query.size ? `?${query}` : ""}`, { method: method.toUpperCase(), headers, ...(body ? { body } : {}) });
        for (const line of answer.headers.getSetCookie()) {
            const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
            if (name) this.cookies[name] = value ?? "";
        }
        const text = await answer.text();
        assert.equal(answer.status, 200, `${method} ${path}: ${text}`);
        const media_type = answer.headers.get("content-type")?.split(";")[0] ?? "";
        assert.ok(operation.responses["200"]?.content[media_type], `${path} answers ${media_type} as described`);
        return media_type === "application/json" ? (JSON.parse(text) as Record<string, unknown>) : { text };
    }

    private resolved(schema: Schema): Schema {
        return schema.$ref ? (this.api.components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}) : schema;
    }
}

onEngines("a client built from the description alone", (server) => {
    test("signs in, registers a document, reads it and signs out", async () => {
        const client = await DescribedClient.of(server().url);
        assert.deepEqual(await client.call("get", "/healthz"), { text: "ok\n" });
        assert.match(String((await client.call("get", "/metrics")).text), /^# /);
        assert.equal((await client.call("get", "/api")).openapi, "3.1.0");
        const welcome = await client.call("get", "/api/welcome");
        await client.call("post", "/api/session", { username: "vanthu", password: welcome.password });
        assert.equal((await client.call("get", "/api/me")).username, "vanthu");
        const entry = { issuer: "Sở Nội vụ", origin_number: "11/SNV", issued_on: today, kind: "KH", subject: "Kế hoạch của một chương trình khác" };
        const registered = await client.call("post", "/api/incoming", entry);
        assert.equal((await client.call("get", "/api/incoming/{id}", { id: registered.id })).subject, entry.subject);
        await client.call("delete", "/api/session");
        assert.equal((await fetch(`${server().url}/api/me`)).status, 401);
    });

    test("the stream of events is described as what it is", async () => {
        const api = (await (await fetch(`${server().url}/api`)).json()) as Description;
        const events = api.paths["/api/events"]?.["get"];
        assert.deepEqual(events?.security, [{ session: [] }]);
        const desk = await server().as("vanthu");
        const ended = new AbortController();
        const answer = await desk.raw("GET", "/api/events", { signal: ended.signal });
        assert.equal(answer.status, 200);
        assert.ok(events.responses["200"]?.content[answer.headers.get("content-type")?.split(";")[0] ?? ""]);
        ended.abort();
    });
});
