import { actFor, actingFor } from "../frame/acting.ts";
import type { Routes, StoredFile } from "./types.ts";

// What the server said when it refused (RFC 9457): a stable code, small facts for the sentence, and faults by field.
export class Problem extends Error {
    readonly status: number;
    readonly code: string;
    readonly facts: Record<string, string>;
    readonly faults: { path: string; code: string }[];

    constructor(status: number, code: string, facts: Record<string, string> = {}, faults: { path: string; code: string }[] = []) {
        super(code);
        this.status = status;
        this.code = code;
        this.facts = facts;
        this.faults = faults;
    }

    // The fault of one field, as a code: "issued_on" finds "/issued_on".
    fault(field: string): string | undefined {
        return this.faults.find(({ path }) => path === `/${field}` || path.startsWith(`/${field}/`))?.code;
    }
}

type Route = keyof Routes;
export type Path<Method extends string> = Route extends infer R ? (R extends `${Method} ${infer P}` ? P : never) : never;
export type Input<R> = R extends Route ? Routes[R]["input"] : never;
export type Output<R> = R extends Route ? Routes[R]["output"] : never;

type Expired = () => void;
let onExpired: Expired = () => {};

// Called when a request finds that nobody is signed in any more; the page then asks for the password without leaving.
export function whenExpired(callback: Expired) {
    onExpired = callback;
}

// Path members are taken by name from the input, as the server does on its side; what is left is the query or the body.
function fill(path: string, input: object): [string, Record<string, unknown>] {
    const rest: Record<string, unknown> = { ...input };
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = encodeURIComponent(String(rest[name]));
        delete rest[name];
        return value;
    });
    return [filled, rest];
}

function queryOf(values: Record<string, unknown>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(values))
        if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
    const text = query.toString();
    return text && `?${text}`;
}

export async function problemOf(response: Response): Promise<Problem> {
    try {
        const { code, facts, faults } = await response.json();
        return new Problem(response.status, code ?? "internal", facts ?? {}, faults ?? []);
    } catch {
        return new Problem(response.status, response.status >= 500 ? "unavailable" : "internal");
    }
}

async function request(method: string, url: string, init: RequestInit): Promise<unknown> {
    let response: Response;
    const absent = actingFor(); // whose work this is; the server looks whether that is still so
    const headers = { ...(init.headers as Record<string, string>), ...(absent && { "X-Acting-For": absent.id }) };
    try {
        response = await fetch(url, { method, credentials: "same-origin", ...init, headers });
    } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") throw error;
        throw new Problem(0, "offline");
    }
    if (!response.ok) {
        const problem = await problemOf(response);
        if (problem.status === 401 && url !== "/api/session") onExpired();
        if (problem.code === "stand_in.none") actFor(null); // the days of standing in are over
        throw problem;
    }
    const text = await response.text();
    return text ? JSON.parse(text) : {};
}

const requestedWith = { "X-Requested-With": "congso" };

export const api = {
    get<P extends Path<"GET">>(path: P, input: Input<`GET ${P}`>, signal?: AbortSignal): Promise<Output<`GET ${P}`>> {
        const [url, rest] = fill(path, input);
        return request("GET", url + queryOf(rest), { signal }) as Promise<Output<`GET ${P}`>>;
    },
    // `key` belongs to one filling of one form: the same form sent twice acts once.
    post<P extends Path<"POST">>(path: P, input: Input<`POST ${P}`>, key?: string): Promise<Output<`POST ${P}`>> {
        const [url, rest] = fill(path, input);
        const headers = { ...requestedWith, "Content-Type": "application/json", "Idempotency-Key": key ?? newKey() };
        return request("POST", url, { headers, body: JSON.stringify(rest) }) as Promise<Output<`POST ${P}`>>;
    },
    delete<P extends Path<"DELETE">>(path: P, input: Input<`DELETE ${P}`>): Promise<Output<`DELETE ${P}`>> {
        const [url] = fill(path, input);
        return request("DELETE", url, { headers: requestedWith }) as Promise<Output<`DELETE ${P}`>>;
    },
    // Streams one file to the server; `onProgress` hears the share that left, 0 to 1.
    upload(file: File, onProgress?: (share: number) => void): Promise<StoredFile> {
        return new Promise((resolve, reject) => {
            const sender = new XMLHttpRequest();
            sender.open("POST", `/api/files?name=${encodeURIComponent(file.name.normalize("NFC"))}`);
            sender.setRequestHeader("X-Requested-With", "congso");
            sender.setRequestHeader("Content-Type", file.type || "application/octet-stream");
            sender.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
            sender.onerror = () => reject(new Problem(0, "offline"));
            sender.onload = async () => {
                if (sender.status >= 200 && sender.status < 300) return resolve(JSON.parse(sender.responseText) as StoredFile);
                if (sender.status === 401) onExpired();
                reject(await problemOf(new Response(sender.responseText, { status: sender.status })));
            };
            sender.send(file);
        });
    },
};

// crypto.randomUUID exists on https and localhost only; an office's first day may be on plain http.
export function newKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A GET that is only done for what it does; `last` outlives the page that asks.
export async function touch(url: string, last = false): Promise<void> {
    await request("GET", url, { keepalive: last });
}

export const fileUrl = (id: string, name?: string, download = false) =>
    `/api/files/${id}${queryOf({ name, download: download ? 1 : undefined })}`;
