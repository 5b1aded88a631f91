// A typed client of the server: one person, his cookies, and the types that the routes print.
import { randomUUID } from "node:crypto";
import type { Me, Routes, StoredFile } from "../../web/src/api/types.ts";

type Route = keyof Routes;
type Path<Method extends string> = Route extends infer R ? (R extends `${Method} ${infer P}` ? P : never) : never;
// As the server reads it: a list or a yes-or-no that is absent is empty, or no.
type Absent<T> = { [K in keyof T as T[K] extends boolean | unknown[] ? K : never]?: T[K] } & { [K in keyof T as T[K] extends boolean | unknown[] ? never : K]: T[K] };
type Input<R> = R extends Route ? Absent<Routes[R]["input"]> : never;
type Output<R> = R extends Route ? Routes[R]["output"] : never;

// A refusal of the server as problem details (RFC 9457).
export class Problem extends Error {
    readonly status: number;
    readonly code: string;
    readonly facts: Record<string, string>;
    readonly faults: { path: string; code: string }[];

    constructor(request: string, status: number, body: Partial<Pick<Problem, "code" | "facts" | "faults">>) {
        super(`${request}: ${status} ${body.code ?? "without a code"} ${JSON.stringify(body.faults ?? body.facts ?? {})}`);
        this.status = status;
        this.code = body.code ?? "";
        this.facts = body.facts ?? {};
        this.faults = body.faults ?? [];
    }
}

export interface Asked {
    key?: string; // Idempotency-Key; a new one for each call without it
    headers?: Record<string, string>; // added to, or replacing, what every call carries; "" leaves one out
}

export class Client {
    readonly base: string;
    private cookies = new Map<string, string>();

    constructor(base: string) {
        this.base = base;
    }

    get<P extends Path<"GET">>(path: P, input: Input<`GET ${P}`>, asked: Asked = {}): Promise<Output<`GET ${P}`>> {
        const [address, rest] = fill(path, input as object);
        return this.json("GET", address + queryOf(rest), undefined, asked) as Promise<Output<`GET ${P}`>>;
    }

    post<P extends Path<"POST">>(path: P, input: Input<`POST ${P}`>, asked: Asked = {}): Promise<Output<`POST ${P}`>> {
        const [address, rest] = fill(path, input as object);
        return this.json("POST", address, rest, asked) as Promise<Output<`POST ${P}`>>;
    }

    delete<P extends Path<"DELETE">>(path: P, input: Input<`DELETE ${P}`>, asked: Asked = {}): Promise<Output<`DELETE ${P}`>> {
        const [address, rest] = fill(path, input as object);
        return this.json("DELETE", address + queryOf(rest), undefined, asked) as Promise<Output<`DELETE ${P}`>>;
    }

    signIn(username: string, password: string): Promise<Me> {
        return this.post("/api/session", { username, password } as Input<"POST /api/session">) as Promise<Me>;
    }

    async upload(name: string, bytes: Uint8Array | string, mediaType = "application/octet-stream"): Promise<StoredFile> {
        const headers = { "X-Requested-With": "congso", "Content-Type": mediaType };
        const body = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
        const answer = await this.raw("POST", `/api/files?name=${encodeURIComponent(name)}`, { headers, body });
        return (await this.understood("POST /api/files", answer)) as StoredFile;
    }

    // The bytes of a file, or of any address that does not answer JSON.
    async bytes(path: string): Promise<Uint8Array> {
        const answer = await this.raw("GET", path, {});
        if (!answer.ok) await this.understood(`GET ${path}`, answer);
        return new Uint8Array(await answer.arrayBuffer());
    }

    // One request with this client's cookies and nothing else; what comes back is kept only if it is a cookie.
    async raw(method: string, path: string, init: RequestInit): Promise<Response> {
        const headers = new Headers(init.headers);
        if (this.cookies.size) headers.set("Cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
        const answer = await fetch(this.base + path, { redirect: "manual", ...init, method, headers });
        for (const line of answer.headers.getSetCookie()) {
            const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
            if (name && value) this.cookies.set(name, value);
            else if (name) this.cookies.delete(name);
        }
        return answer;
    }

    // The cookies of this client, as a browser takes them.
    cookieList(): { name: string; value: string; url: string }[] {
        return [...this.cookies].map(([name, value]) => ({ name, value, url: this.base }));
    }

    private async json(method: string, address: string, body: object | undefined, asked: Asked): Promise<unknown> {
        const headers: Record<string, string> = { Accept: "application/json" };
        if (method !== "GET") Object.assign(headers, { "X-Requested-With": "congso", "Idempotency-Key": asked.key ?? randomUUID() });
        if (body) headers["Content-Type"] = "application/json";
        Object.assign(headers, asked.headers);
        for (const name of Object.keys(headers)) if (headers[name] === "") delete headers[name];
        const answer = await this.raw(method, address, body ? { headers, body: JSON.stringify(body) } : { headers });
        return this.understood(`${method} ${address}`, answer);
    }

    private async understood(request: string, answer: Response): Promise<unknown> {
        const text = await answer.text();
        if (answer.ok) return text ? JSON.parse(text) : {};
        let body: object = {};
        try {
            body = JSON.parse(text);
        } catch {
            // not ours, or cut off: the status alone speaks
        }
        throw new Problem(request, answer.status, body);
    }
}

// The fault that a promise ends with; fails when it does not end with one. `const problem = await refused(client.post(…))`
export async function refused(promise: Promise<unknown>): Promise<Problem> {
    try {
        await promise;
    } catch (error) {
        if (error instanceof Problem) return error;
        throw error;
    }
    throw new Error("the server did not refuse");
}

function fill(path: string, input: object): [string, Record<string, unknown>] {
    const rest: Record<string, unknown> = { ...input };
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        if (rest[name] === undefined) throw new Error(`${path} wants ${name}`);
        const value = encodeURIComponent(String(rest[name]));
        delete rest[name];
        return value;
    });
    return [filled, rest];
}

function queryOf(values: Record<string, unknown>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
    return query.size ? `?${query}` : "";
}
