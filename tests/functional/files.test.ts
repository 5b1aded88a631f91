import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { refused } from "./client.ts";
import { docx, incomingEntry, onEngines, pdf, zip } from "./samples.ts";
import { until } from "./server.ts";
import { answerOf, head, open } from "./wire.ts";

const twoGigabytes = 2 * 1024 ** 3;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

onEngines("files", (server) => {
    const clerk = () => server().as("vanthu");
    const waiting = async () => (await readdir(join(server().directory, "temporary"))).filter((name) => !name.startsWith("libreoffice"));

    test("a file is named by its content and comes back byte by byte", async () => {
        const desk = await clerk();
        const bytes = pdf(`Ke hoach ${randomUUID()}`);
        const stored = await desk.upload("Kế hoạch số 5.pdf", bytes, "text/plain");
        assert.deepEqual(stored, { id: sha256(bytes), name: "Kế hoạch số 5.pdf", size: bytes.length, media_type: "application/pdf" });
        const answer = await desk.raw("GET", `/api/files/${stored.id}`, {});
        assert.equal(answer.headers.get("content-type"), "application/pdf");
        assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
        assert.match(answer.headers.get("cache-control") ?? "", /private.*immutable/);
        assert.match(answer.headers.get("content-disposition") ?? "", /^inline; .*filename\*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch/);
        assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
        const again = await desk.raw("GET", `/api/files/${stored.id}`, { headers: { "If-None-Match": answer.headers.get("etag") ?? "" } });
        assert.equal(again.status, 304);
    });

    test("a part of a file is read alone", async () => {
        const desk = await clerk();
        const bytes = pdf(`Phan ${randomUUID()}`);
        const { id } = await desk.upload("phan.pdf", bytes);
        const part = await desk.raw("GET", `/api/files/${id}`, { headers: { Range: "bytes=10-19" } });
        assert.deepEqual([part.status, part.headers.get("content-range")], [206, `bytes 10-19/${bytes.length}`]);
        assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(10, 20));
        assert.equal((await desk.raw("GET", `/api/files/${id}`, { headers: { Range: `bytes=${bytes.length}-` } })).status, 416);
    });

    test("what is uploaded is seen by nobody else until it belongs to a document", async () => {
        const { id } = await (await clerk()).upload("rieng.pdf", pdf(`Rieng ${randomUUID()}`));
        for (const name of ["chutich", "vptk", "quantri", "thixa.vanthu"])
            for (const path of ["", "/preview", "/thumbnail"])
                assert.equal((await (await server().as(name)).raw("GET", `/api/files/${id}${path}`, {})).status, 404, `${name} ${path}`);
        assert.equal((await server().client().raw("GET", `/api/files/${id}`, {})).status, 401);
        const theft = await refused((await server().as("vptk")).post("/api/incoming", incomingEntry({ files: [id] })));
        assert.deepEqual(theft.faults, [{ path: "/files/0", code: "file.unknown" }]);
    });

    test("another agency that holds the same bytes gains no sight of ours, and loses none of its own", async () => {
        const bytes = pdf(`Chung ${randomUUID()}`);
        const ours = await (await clerk()).upload("cua xa.pdf", bytes);
        const town = await server().as("thixa.vanthu");
        const theirs = await town.upload("cua thi xa.pdf", bytes);
        assert.equal(ours.id, theirs.id);
        const answer = await town.raw("GET", `/api/files/${theirs.id}?download=1`, {});
        assert.match(answer.headers.get("content-disposition") ?? "", /filename="cua thi xa\.pdf"/);
    });

    test("a file is what its bytes say, whatever it is called", async () => {
        const desk = await clerk();
        const program = Buffer.concat([Buffer.from("MZ\x90\x00", "latin1"), Buffer.alloc(200)]);
        const macro = docx("x", { "word/vbaProject.bin": "\xd0\xcf\x11\xe0" });
        const foreign: [string, Uint8Array | string, string][] = [
            ["ke hoach.pdf", "<!doctype html><script>alert(1)</script>", "file.type"],
            ["anh.png", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "file.type"],
            ["bang luong.pdf", program, "file.type"],
            ["bao cao.docx", macro, "file.macro"],
            ["ke hoach.pdf", Buffer.concat([Buffer.from("GIF89a"), pdf()]), "file.polyglot"],
        ];
        for (const [name, bytes, code] of foreign) {
            const problem = await refused(desk.upload(name, bytes, "application/pdf"));
            assert.deepEqual([problem.status, problem.code], [400, code], name);
        }
        assert.deepEqual(await waiting(), []);
        assert.equal((await desk.upload("bao cao.pdf", docx(randomUUID()))).media_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assert.equal((await desk.upload("nen.zip", zip({ "a.txt": randomUUID() }))).media_type, "application/zip");
    });

    test("an empty file is refused", async () => {
        assert.equal((await refused((await clerk()).upload("rong.pdf", ""))).code, "file.empty");
    });

    test("a name that leads elsewhere or cannot be shown is refused", async () => {
        const desk = await clerk();
        for (const name of ["../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "..", ".", "", " ", `${"a".repeat(300)}.pdf`]) {
            const problem = await refused(desk.upload(name, pdf()));
            assert.equal(problem.status, 400, name);
            assert.equal(problem.faults[0]?.path, "/name", name);
        }
        for (const encoded of ["%00.pdf", "a%00b.pdf", "%FF%FE.pdf", "%C0%AE%C0%AE%2Fx"]) {
            const answer = await desk.raw("POST", `/api/files?name=${encoded}`, { headers: { "X-Requested-With": "congso" }, body: new Uint8Array(pdf()) });
            assert.equal(answer.status, 400, encoded);
        }
        assert.deepEqual(await waiting(), []);
    });

    test("a name that hides its ending is shown as it is, and a decomposed one is composed", async () => {
        const desk = await clerk();
        assert.equal((await desk.upload("bao\u202Efdp.cao.pdf", pdf())).name.includes("\u202E"), false);
        const name = "Báo cáo của Đảng ủy.pdf";
        assert.equal((await desk.upload(name.normalize("NFD"), pdf())).name, name.normalize("NFC"));
    });

    test("two gigabytes that are announced are refused before they are sent", async () => {
        const desk = await clerk();
        const socket = await open(desk);
        socket.write(head(desk, "POST", "/api/files?name=to.pdf", { "Content-Length": twoGigabytes, "Content-Type": "application/pdf" }));
        const answer = await answerOf(socket);
        assert.equal(answer.status, 413);
        assert.equal((JSON.parse(answer.body) as { code: string }).code, "http.body_too_large");
        assert.deepEqual(await waiting(), []);
    });

    test("a form longer than any form of an office is refused before it is read", async () => {
        const desk = await clerk();
        const socket = await open(desk);
        socket.write(head(desk, "POST", "/api/incoming", { "Content-Length": 50_000_000, "Content-Type": "application/json" }));
        assert.equal((await answerOf(socket)).status, 413);
    });

    test("who may not upload is told so before his file is read", async () => {
        const nobody = server().client();
        const socket = await open(nobody);
        socket.write(head(nobody, "POST", "/api/files?name=x.pdf", { "Content-Length": 100_000_000, "Content-Type": "application/pdf" }));
        assert.equal((await answerOf(socket)).status, 401);
    });

    test("an upload that breaks off leaves nothing behind", async () => {
        const desk = await clerk();
        const bytes = pdf(`Dut ${randomUUID()}`);
        const socket = await open(desk);
        socket.write(head(desk, "POST", "/api/files?name=dut.pdf", { "Content-Length": 1_000_000, "Content-Type": "application/pdf" }));
        socket.write(bytes);
        await until(async () => (await waiting()).length > 0, "the beginning of the upload");
        socket.destroy();
        await until(async () => (await waiting()).length === 0, "the end of what was broken off");
        assert.equal((await desk.raw("GET", `/api/files/${sha256(bytes)}`, {})).status, 404);
        assert.equal((await desk.upload("dut.pdf", bytes)).id, sha256(bytes));
    });

    test("a key stands for one upload, not for the next one", async () => {
        const desk = await clerk();
        const headers = { "X-Requested-With": "congso", "Idempotency-Key": randomUUID() };
        const send = (bytes: Buffer) => desk.raw("POST", "/api/files?name=mot.pdf", { headers, body: new Uint8Array(bytes) });
        const one = pdf(`Mot ${randomUUID()}`);
        const first = await (await send(one)).json();
        assert.deepEqual(await (await send(one)).json(), first);
        const other = await send(pdf(`Hai ${randomUUID()}`));
        assert.deepEqual([other.status, ((await other.json()) as { code: string }).code], [409, "idempotency.reused"]);
    });

    test("a page of what was sent is shown as a picture", async () => {
        const desk = await clerk();
        const { id } = await desk.upload("trang.pdf", pdf(`Trang ${randomUUID()}`));
        const picture = Buffer.from(await desk.bytes(`/api/files/${id}/thumbnail?page=1`));
        assert.equal(picture.subarray(1, 4).toString(), "PNG");
        assert.equal((await desk.raw("GET", `/api/files/${id}/thumbnail?page=0`, {})).status, 400);
    });

    test("an id that is no digest finds nothing", async () => {
        const desk = await clerk();
        assert.equal((await desk.raw("GET", "/api/files/..%2F..%2Fkeys%2Faudit.key", {})).status, 400);
        for (const id of ["x", "audit.key", "0".repeat(64), "A".repeat(64)])
            assert.equal((await desk.raw("GET", `/api/files/${id}`, {})).status, 404, id);
    });
});
