import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, describe, test } from "node:test";
import { refused } from "./client.ts";
import { onEngines } from "./samples.ts";
import { congso, failure, startServer } from "./server.ts";

const places: string[] = [];
async function emptyPlace(): Promise<string> {
    const place = await mkdtemp(join(tmpdir(), "congso-commands-"));
    places.push(place);
    return place;
}
after(() => Promise.all(places.map((place) => rm(place, { recursive: true, force: true }))));

const password = "mật khẩu rất dài";

describe("commands", () => {
    test("the program says its version", async () => {
        assert.match(await congso(["--version"]), /^congso \d+\.\d+\.\d+\n$/);
    });

    test("on a mistyped directory they say that nothing is there, in words, and make nothing", async () => {
        const place = await emptyPlace();
        const data = join(place, "mistyped");
        for (const words of [["check"], ["backup", join(place, "x.tar")], ["migrate"], ["user", "list"]]) {
            const { code, stderr } = await failure(congso([...words, "--data", data]));
            assert.equal(code, 2, words.join(" "));
            assert.match(stderr, /data\.missing.*\nKhông có dữ liệu của congso ở đây\..*\nThere is no data/s);
        }
        assert.deepEqual(await readdir(place), []);
    });

    test("an installation without an agency is not called clean, and check makes no key", async () => {
        const server = await startServer({ content: "empty" });
        try {
            await server.stop();
            const { code } = await failure(server.command("check"));
            assert.equal(code, 1);
            const key = join(server.directory, "keys/installation.key");
            await rm(key);
            assert.match((await failure(server.command("check"))).stderr, /data\.key_missing/);
            assert.equal(existsSync(key), false);
        } finally {
            await server.close();
        }
    });

    test("check refuses an older schema and leaves it as it is; migrate brings it up", async () => {
        const server = await startServer();
        try {
            await server.stop();
            const rows = new DatabaseSync(join(server.directory, "congso.db"));
            rows.exec("DELETE FROM schema_migration WHERE number = (SELECT max(number) FROM schema_migration)");
            const count = () => rows.prepare("SELECT count(*) AS count FROM schema_migration").get()?.["count"];
            const before = count();
            assert.match((await failure(server.command("check"))).stderr, /db\.schema_older.*congso migrate/s);
            assert.equal(count(), before);
            rows.close();
        } finally {
            await server.close();
        }
    });

    test("a data directory with a long path is served and asked", async () => {
        const directory = join(await emptyPlace(), "a".repeat(90), "b".repeat(90));
        const input = `Ủy ban nhân dân xã Xa\nXa\nAi Đó\n\n${password}\n`;
        await congso(["init", "--data", directory], {}, input);
        const server = await startServer({ directory });
        try {
            assert.match(await server.command("check"), /đúng/);
        } finally {
            await server.close();
        }
    });
});

describe("init", () => {
    test("asks what is not given, and names a ward's headings and posts after it", async () => {
        const directory = join(await emptyPlace(), "office");
        const said = await congso(["init", "--data", directory], {}, `Ủy ban nhân dân phường Mẫu\nMẫu\nNguyễn Văn An\nvan.an\n${password}\n`);
        assert.match(said, /Đã tạo Ủy ban nhân dân phường Mẫu\. Đăng nhập bằng tên «van\.an»/);
        assert.match(said, /keys\/tls\/ca\.pem\n([0-9A-F]{2}:){31}[0-9A-F]{2}\n/);
        const server = await startServer({ directory });
        try {
            const client = server.client();
            const me = await client.signIn("van.an", password);
            assert.equal(me.agency_short_name, "UBND phường Mẫu");
            const bodies = (await client.get("/api/bodies", {})).items;
            assert.deepEqual(
                bodies.map((body) => [body.symbol, body.parent_line, body.heading_lines]),
                [
                    ["UBND", "", "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU"],
                    ["HĐND", "", "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG MẪU"],
                    ["HĐTĐKT", "ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"],
                    ["BCH", "ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "BAN CHỈ HUY QUÂN SỰ"],
                ],
            );
            const posts = (await client.get("/api/posts", {})).items;
            assert.ok(posts.some((post) => post.name === "Chủ tịch UBND phường"));
            assert.ok(!posts.some((post) => /\bxã\b/.test(post.name)), JSON.stringify(posts.map((post) => post.name)));
            // Decree 30/2020, Appendix I II.7: a commander signs in his own right
            assert.equal(posts.find((post) => post.name === "Chỉ huy trưởng Quân sự")?.authority, "own");
        } finally {
            await server.close();
        }
    });

    test("does not guess: without a level, and without an answer, it makes nothing that works", async () => {
        const directory = await emptyPlace();
        const flags = ["init", "--data", directory, "--place", "Mẫu", "--administrator", "An", "--username", "an.nv"];
        assert.match((await failure(congso([...flags, "--agency", "Văn phòng Mẫu"], {}, `${password}\n`))).stderr, /init\.level.*--level/s);
        assert.match((await failure(congso(["init", "--data", directory], {}, "\n"))).stderr, /init\.required/);
        await congso([...flags, "--agency", "Ủy ban nhân dân Mẫu", "--level", "thị trấn"], {}, `${password}\n`);
    });
});

onEngines("user", (server) => {
    const both = async (test: () => Promise<void>) => {
        await test(); // while it is served
        await server().stop();
        try {
            await test(); // and when nobody serves
        } finally {
            await server().start();
        }
    };

    test("accounts are listed with their roles", () =>
        both(async () => {
            const lines = (await server().command("user", "list")).split("\n");
            assert.ok(lines.some((line) => line.startsWith("vanthu\t") && line.includes("UBND xã Phổ Mẫu\tclerk")), lines.join("\n"));
        }));

    test("one is added, changes its roles and password, is closed and opened, while it is served", async () => {
        const words = (...more: string[]) => congso([...more, ...server().flags()], {}, `${password}\n`);
        const made = await words("user", "add", "le.thi.moi", "--name", "Lê Thị Mới", "--agency", "UBND xã Phổ Mẫu", "--roles", "officer");
        assert.match(made, /^le\.thi\.moi\tLê Thị Mới\t.*\tofficer\t\n$/);
        const client = server().client();
        assert.ok((await client.signIn("le.thi.moi", password)).permissions.includes("handle_documents"));
        assert.match(await words("user", "roles", "le.thi.moi", "clerk", "archivist"), /archivist/);
        assert.ok((await client.get("/api/me", {})).permissions.includes("register_incoming"));
        assert.match(await words("user", "close", "le.thi.moi"), /đã khóa/);
        assert.equal((await refused(client.get("/api/me", {}))).status, 401);
        await words("user", "open", "le.thi.moi");
        await words("user", "password", "le.thi.moi");
        await client.signIn("le.thi.moi", password);
    });

    test("what cannot be is refused in words", async () => {
        const words = (...more: string[]) => failure(congso(["user", ...more, ...server().flags()], {}, `${password}\n`));
        assert.match((await words("close", "nobody")).stderr, /account\.unknown\nKhông có tài khoản này/);
        assert.match((await words("roles", "vanthu", "emperor")).stderr, /role\.unknown/);
        assert.match((await words("add", "vanthu", "--name", "Ai Đó", "--agency", "UBND xã Phổ Mẫu")).stderr, /account\.taken/);
        assert.match((await words("add", "ai.do", "--name", "Ai Đó", "--agency", "UBND xã Nào")).stderr, /agency\.unknown/);
        assert.match((await words("close", "quantri")).stderr, /last_administrator/);
    });
});
