// An installation that an earlier program left (tests/data/schema-7-*.tar.gz: its data directory, and on PostgreSQL a dump of its
// database) is brought up to this program: three documents that came, one that went, a draft, their files and the signed chain.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { draftEntry, incomingEntry, pdf } from "./samples.ts";
import { emptyServer, engines, failure } from "./server.ts";

const password = "một mật khẩu dài";
const { roles } = JSON.parse(readFileSync(join(import.meta.dirname, "permissions.json"), "utf8")) as { roles: Record<string, string[]> };

describe("migration", () => {
    for (const engine of engines)
        test(`what a program of schema 7 left on ${engine} is migrated: people, numbers, files and the chain are as they were, and work goes on (Phụ lục VI)`, async () => {
            const server = await emptyServer(engine);
            try {
                execFileSync("tar", ["-xzf", join(import.meta.dirname, `../data/schema-7-${engine}.tar.gz`), "-C", server.directory]);
                if (engine === "postgres") execFileSync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", server.flags().at(-1) ?? "", "-f", join(server.directory, "congso.sql")], { stdio: ["ignore", "ignore", "inherit"] });
                assert.match((await failure(server.command("check"))).stderr, /db\.schema_older/);
                assert.ok(Number(await server.command("migrate")) > 0);
                assert.equal(await server.command("migrate"), "0\n");
                await server.start();
                const people = Object.fromEntries(
                    await Promise.all(
                        ["quantri", "vanthu", "chutich", "vanphong"].map(async (name) => {
                            const client = server.client();
                            await client.signIn(name, password);
                            return [name, client] as const;
                        }),
                    ),
                );
                const { quantri, vanthu: clerk, vanphong: officer } = people;
                assert.ok(quantri && clerk && officer);

                const came = (await clerk.get("/api/incoming", {})).items;
                assert.deepEqual(came.map(({ arrival_number, origin_number, state }) => `${arrival_number} ${origin_number} ${state}`), ["3 3/KH-UBND registered", "2 2/KH-UBND assigned", "1 1/KH-UBND assigned"]);
                const first = await clerk.get("/api/incoming/{id}", { id: came[2]?.id ?? "" });
                assert.deepEqual(Buffer.from(await clerk.bytes(`/api/files/${first.files[0]?.id}`)), pdf("Van ban den so 1"));
                assert.ok(first.story.length >= 3);
                assert.deepEqual((await officer.get("/api/work", {})).items.filter(({ action }) => action === "lead").map(({ symbol }) => symbol).sort(), ["1/KH-UBND", "2/KH-UBND"]);
                const went = (await officer.get("/api/outgoing", {})).items;
                assert.deepEqual(went.map(({ symbol, state }) => `${symbol} ${state}`).sort(), ["/BC-UBND draft", "01/BC-UBND issued"]);
                for (const query of ["chuyển đổi số", "chuyen doi so"]) assert.equal((await clerk.get("/api/incoming", { query })).total, 3, query);
                // the program's own roles may do today what they may in an office that is founded today
                const held = (await quantri.get("/api/admin/roles", {})).items;
                assert.deepEqual(Object.fromEntries(held.map(({ code, permissions }) => [code, [...permissions].sort()])), Object.fromEntries(Object.entries(roles).map(([code, permissions]) => [code, [...permissions].sort()])));

                const next = await clerk.post("/api/incoming", incomingEntry());
                assert.equal(next.arrival_number, next.year === first.year ? 4 : 1);
                const draft = await officer.post("/api/outgoing", await draftEntry(officer));
                await officer.post("/api/outgoing/{id}/submit", { id: draft.id, commenters: [] });
                await people["chutich"]?.post("/api/outgoing/{id}/approve", { id: draft.id, authority: "tm" });
                const numbered = await clerk.post("/api/outgoing/{id}/number", { id: draft.id });
                assert.equal(numbered.number, Number(numbered.issued_on?.slice(0, 4)) === first.year ? 2 : 1);
                assert.deepEqual((await officer.get("/api/work-dossiers", {})).items, []);
                await server.stop();
                assert.equal((JSON.parse(await server.command("check", "--json")) as { clean: boolean }).clean, true);
            } finally {
                await server.close();
            }
        });
});
