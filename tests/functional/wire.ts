// Requests as no well-behaved client sends them: bytes on a socket.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Client } from "./client.ts";

export interface Answer {
    status: number;
    body: string;
}

// The head of a request of this person. What it declares of its body is up to `fields`.
export function head(client: Client, method: string, target: string, fields: Record<string, string | number>): string {
    const all = {
        Host: new URL(client.base).host,
        Cookie: client.cookieList().map((one) => `${one.name}=${one.value}`).join("; "),
        "X-Requested-With": "congso",
        ...fields,
    };
    return `${method} ${target} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

export async function open(client: Client): Promise<Socket> {
    const { hostname, port } = new URL(client.base);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return socket;
}

// What the server says until it closes the connection.
export async function answerOf(socket: Socket): Promise<Answer> {
    let text = "";
    for await (const bytes of socket) text += String(bytes);
    const [, status] = text.match(/^HTTP\/1\.1 (\d{3})/) ?? [];
    return { status: Number(status), body: text.slice(text.indexOf("\r\n\r\n") + 4) };
}
