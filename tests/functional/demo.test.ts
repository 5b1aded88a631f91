import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { congso, failure, program, startServer, until, type Server } from "./server.ts";

describe("demo", () => {
    test("one that was killed while it was written is no office; begun again, it is whole", async () => {
        const directory = await mkdtemp(join(tmpdir(), "congso-demo-"));
        let server: Server | undefined;
        try {
            const writing = spawn(program, ["demo", "--data", directory], { env: { ...process.env, CONGSO_PASSWORD_STRENGTH: "test" }, stdio: "ignore" });
            const ended = new Promise((done) => writing.once("exit", done));
            const logSize = () => stat(join(directory, "congso.db-wal")).then((log) => log.size, () => 0);
            await until(async () => (await logSize()) > 2_000_000, "the first documents", 120);
            writing.kill("SIGKILL");
            await ended;
            for (const words of [["serve", "--listen", "127.0.0.1:0"], ["check"], ["backup", join(directory, "x.tar")]])
                assert.match((await failure(congso([...words, "--data", directory]))).stderr, /demo\.unfinished/);

            assert.match(await congso(["demo", "--data", directory, "--unless-filled"]), /Dữ liệu mẫu: \d+ văn bản đến/);
            assert.equal(await congso(["demo", "--data", directory, "--unless-filled"]), "", "an office is left alone");
            assert.match((await failure(congso(["demo", "--data", directory]))).stderr, /demo\.not_empty/);
            assert.equal((JSON.parse(await congso(["check", "--json", "--data", directory])) as { clean: boolean }).clean, true);
            server = await startServer({ directory });
            const welcome = await server.welcome();
            assert.deepEqual([welcome.demo, welcome.accounts.length], [true, 16]);
            assert.equal(new Date(welcome.now).toISOString().slice(0, 10), "2022-05-04");
        } finally {
            await server?.close();
            await rm(directory, { recursive: true, force: true });
        }
    });
});
