// Attacks that are bytes on a socket: two readings of one request, heads that never end, clients that never go on.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { once } from "node:events";
import { test } from "node:test";
import { onEngines, pdf } from "./samples.ts";
import { answerOf, head, open } from "./wire.ts";

onEngines("attacks on the wire", (server) => {
    // Sends the bytes; what comes back until the server closes or has been silent for the time that an answer may take.
    async function exchange(bytes: string, patience = 2000): Promise<string> {
        const { hostname, port } = new URL(server().url);
        const socket = connect(Number(port), hostname);
        await once(socket, "connect");
        let text = "";
        socket.on("data", (piece) => (text += String(piece)));
        socket.on("error", () => undefined);
        socket.write(bytes);
        const silence = setTimeout(() => socket.destroy(), patience);
        await once(socket, "close");
        clearTimeout(silence);
        return text;
    }
    const answers = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
    const host = () => new URL(server().url).host;

    test("a request that two programs could read differently is refused, and nothing after it is taken for another (smuggling)", async () => {
        const smuggled = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
        const post = (fields: string, body: string) => `POST /api/session HTTP/1.1\r\nHost: ${host()}\r\nX-Requested-With: congso\r\n${fields}\r\n${body}${smuggled}`;
        for (const request of [
            post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n"),
            post("Content-Length: 0\r\nContent-Length: 44\r\n", ""),
            post("Content-Length: 0, 44\r\n", ""),
            post("Content-Length: +0\r\n", ""),
            post("Content-Length: -1\r\n", ""),
            post("Content-Length: 0x0\r\n", ""),
            post("Content-Length : 0\r\n", ""),
            post(" Content-Length: 0\r\n", ""),
            post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
            post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
            post("Transfer-Encoding:\x0bchunked\r\n", "0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "0x0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n\r\n"),
            `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\nHost: evil\r\n\r\n${smuggled}`,
            `GET /healthz HTTP/1.1\nHost: ${host()}\n\n${smuggled}`,
            `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\nA: b\rC: d\r\n\r\n${smuggled}`,
            `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\nA: b\0\r\n\r\n${smuggled}`,
            `GET /healthz\r\n\r\n${smuggled}`,
        ]) {
            const got = answers(await exchange(request));
            assert.equal(got.length, 1, `one answer, then the end: ${JSON.stringify(request.slice(0, 160))} → ${got.join()}`);
            assert.ok(((got[0] ?? 0) >= 400 && (got[0] ?? 0) < 500) || got[0] === 501, `${got[0]}: ${JSON.stringify(request.slice(0, 160))}`);
        }
    });

    test("a host that cannot be one is refused, and no answer repeats what was sent (host header)", async () => {
        for (const name of ["evil.example/../", "a b", "a@b", "<script>", "", "a:99999", "[::1", "a\\b"])
            assert.deepEqual(answers(await exchange(`GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)), [400], name);
        assert.deepEqual(answers(await exchange("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")), [400]);
        const foreign = await exchange(`GET /api/me HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`);
        assert.ok(!foreign.includes("evil.example"));
    });

    test("a head that does not end is cut off: one long field, a thousand short ones, a long address (header bombs)", async () => {
        const bombs = [
            `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\nA: ${"a".repeat(200_000)}\r\n\r\n`,
            `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\n${"A: b\r\n".repeat(20_000)}\r\n`,
            `GET /${"a".repeat(200_000)} HTTP/1.1\r\nHost: ${host()}\r\n\r\n`,
            `GET /healthz HTTP/1.1\r\nHost: ${host()}\r\nCookie: ${"a=b; ".repeat(20_000)}\r\n\r\n`,
        ];
        for (const bomb of bombs) {
            const got = answers(await exchange(bomb));
            assert.ok(got.length <= 1 && got.every((status) => status === 431 || status === 414 || status === 400), `${bomb.slice(0, 60)}: ${got.join()}`);
        }
        assert.equal((await fetch(`${server().url}/healthz`)).status, 200);
    });

    test("many ranges of one file are not many answers (range floods)", async () => {
        const desk = await server().as("vanthu");
        const bytes = pdf("khoang");
        const file = await desk.upload("khoang.pdf", bytes);
        for (const range of [`bytes=${Array.from({ length: 1000 }, (_, i) => `${i}-${i}`).join()}`, `bytes=${"0-,".repeat(1000)}0-`, "bytes=0-0,-1", "bytes=5-2", "bytes=-", "bytes=99999999999999999999-", "lines=1-2"]) {
            const answer = await desk.raw("GET", `/api/files/${file.id}`, { headers: { Range: range } });
            const body = await answer.arrayBuffer();
            assert.ok([200, 206, 400, 416].includes(answer.status), `${range.slice(0, 30)}: ${answer.status}`);
            assert.ok(body.byteLength <= bytes.length + 500, `${range.slice(0, 30)}: ${body.byteLength} bytes`);
            assert.ok(!(answer.headers.get("content-type") ?? "").includes("byteranges"));
        }
    });

    test("two hundred clients that send a head letter by letter hold up nobody, and are sent away (slow clients)", async () => {
        const desk = await server().as("vanthu");
        const slow = await Promise.all(
            Array.from({ length: 200 }, async () => {
                const socket = await open(desk);
                socket.on("error", () => undefined);
                const closed = once(socket, "close");
                socket.resume();
                socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: ");
                const drip = setInterval(() => socket.write("a"), 500);
                return { closed: closed.finally(() => clearInterval(drip)), socket };
            }),
        );
        const begun = performance.now();
        for (let i = 0; i < 20; ++i) await desk.get("/api/me", {});
        assert.ok(performance.now() - begun < 5000, "the others are served meanwhile");
        const late = new Promise((_, no) => setTimeout(() => no(new Error("slow clients were still held after 30 s")), 30_000).unref());
        await Promise.race([Promise.all(slow.map(({ closed }) => closed)), late]).finally(() => slow.forEach(({ socket }) => socket.destroy()));
    });

    test("a body that is announced and does not come is told so, and its place is free again", async () => {
        const desk = await server().as("vanthu");
        const socket = await open(desk);
        socket.write(head(desk, "POST", "/api/incoming", { "Content-Type": "application/json", "Content-Length": 100 }) + "{");
        socket.end(); // no more will come
        const { status } = await answerOf(socket);
        assert.ok(Number.isNaN(status) || status === 400 || status === 408, String(status));
        await desk.get("/api/me", {});
    });
});
