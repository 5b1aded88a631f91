import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { incomingEntry, onEngines, pdf } from "./samples.ts";
import { congso, emptyServer, engines, failure, startServer } from "./server.ts";

interface Report {
    clean: boolean;
    faults: string[];
    agencies: { name: string; faults: string[] }[];
}

const places: string[] = [];
async function emptyPlace(): Promise<string> {
    const place = await mkdtemp(join(tmpdir(), "congso-backup-"));
    places.push(place);
    return place;
}
after(() => Promise.all(places.map((place) => rm(place, { recursive: true, force: true }))));

onEngines("commands", (server) => {
    test("a served directory is checked while people work, and is clean", async () => {
        const desk = await server().as("vanthu");
        await desk.post("/api/incoming", incomingEntry({ files: [(await desk.upload("a.pdf", pdf("kiem tra"))).id] }));
        const report = JSON.parse(await server().command("check", "--json")) as Report;
        assert.deepEqual([report.clean, report.faults], [true, []]);
        assert.ok(report.agencies.length >= 4);
        assert.match(await server().command("check"), /UBND xã Phổ Mẫu|xã Phổ Mẫu: đúng/);
    });

    test("a directory is served by one program at a time", async () => {
        const second = await failure(server().command("serve", "--listen", "127.0.0.1:0"));
        assert.equal(second.code, 2);
        assert.match(second.stderr, /data\.in_use/);
        assert.equal((await fetch(`${server().url}/healthz`)).status, 200);
    });

    test("a migration that ran already changes nothing", async () => {
        const desk = await server().as("vanthu");
        const before = await desk.get("/api/incoming", { limit: 5 });
        await server().stop();
        assert.deepEqual([await server().command("migrate"), await server().command("migrate")], ["0\n", "0\n"]);
        assert.equal((JSON.parse(await server().command("check", "--json")) as Report).clean, true);
        await server().start();
        assert.deepEqual(await desk.get("/api/incoming", { limit: 5 }), before);
    });

    test("an agency is founded once", async () => {
        await server().stop();
        const again = await failure(server().command("init", "--agency", "Ủy ban nhân dân xã Khác", "--administrator", "Ai Đó"));
        assert.match(again.stderr, /init\.not_empty/);
        await server().start();
    });
});

describe("backup", () => {
    for (const engine of engines)
        test(`saved on ${engine} while people work, restored elsewhere: the same root, clean, and every document acknowledged before is there (Phụ lục VI)`, async () => {
            const server = await startServer({ engine });
            const other = await emptyServer(engine);
            try {
                const desk = await server.as("vanthu");
                const file = await desk.upload("truoc.pdf", pdf("truoc khi luu"));
                const before = await desk.post("/api/incoming", incomingEntry({ files: [file.id] }));
                let working = true;
                const load = [1, 2, 3, 4].map(async (worker) => {
                    let turns = 0;
                    for (; working; ++turns) await desk.post("/api/incoming", incomingEntry({ files: [(await desk.upload("x.pdf", pdf(`${worker} ${turns}`))).id] }));
                    return turns;
                });
                const place = await emptyPlace();
                const saved = join(place, "congso.tar");
                const root = await server.command("backup", saved).finally(() => {
                    working = false;
                });
                for (const turns of await Promise.all(load)) assert.ok(turns > 0, "all of them worked meanwhile");
                assert.match(root, /^[0-9a-f]{64}\n$/);
                assert.deepEqual(await readdir(place), ["congso.tar"]);
                assert.equal((await stat(saved)).mode & 0o077, 0, "it holds everything, so nobody else may read it");
                assert.match((await failure(server.command("backup", saved))).stderr, /backup\.exists/);

                assert.equal(await congso(["restore", saved, ...other.flags()]), root);
                assert.match((await failure(congso(["restore", saved, ...other.flags()]))).stderr, /restore\.not_empty/);
                const report = JSON.parse(await other.command("check", "--json")) as Report;
                assert.deepEqual([report.clean, report.faults.concat(report.agencies.flatMap((one) => one.faults))], [true, []]);
                await other.start();
                const there = await other.as("vanthu");
                const view = await there.get("/api/incoming/{id}", { id: before.id });
                assert.equal(view.arrival_number, before.arrival_number);
                assert.deepEqual(Buffer.from(await there.bytes(`/api/files/${file.id}`)), pdf("truoc khi luu"));
            } finally {
                await other.close();
                await server.close();
            }
        });

    test("what was saved on PostgreSQL is restored on PostgreSQL, and into an empty database alone", { skip: !engines.includes("postgres") }, async () => {
        const server = await startServer({ engine: "postgres", content: "empty" });
        try {
            const saved = join(await emptyPlace(), "congso.tar");
            await server.command("backup", saved);
            assert.match((await failure(congso(["restore", saved, "--data", join(await emptyPlace(), "a")]))).stderr, /restore\.other_engine/);
            assert.match((await failure(congso(["restore", saved, "--data", join(await emptyPlace(), "a"), ...server.flags().slice(2)]))).stderr, /restore\.not_empty/);
        } finally {
            await server.close();
        }
    });

    test("a saved file that was damaged or cut is refused", async () => {
        const server = await startServer({ content: "empty" });
        try {
            const place = await emptyPlace();
            const saved = join(place, "congso.tar");
            await server.command("backup", saved);
            const bytes = await readFile(saved);
            const at = bytes.indexOf("SQLite format 3");
            assert.ok(at > 0);
            const wrong = Buffer.from(bytes);
            wrong[at + 5000] = (wrong[at + 5000] ?? 0) ^ 1;
            await writeFile(join(place, "wrong.tar"), wrong);
            await writeFile(join(place, "cut.tar"), bytes.subarray(0, at + 3000));
            assert.match((await failure(congso(["restore", join(place, "wrong.tar"), "--data", join(place, "a")]))).stderr, /restore\.damaged/);
            assert.notEqual((await failure(congso(["restore", join(place, "cut.tar"), "--data", join(place, "b")]))).code, 0);
        } finally {
            await server.close();
        }
    });
});
