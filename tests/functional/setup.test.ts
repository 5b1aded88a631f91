// The first run: an empty directory is served, and whoever reads the code on the server's screen makes the first agency.
import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "./client.ts";
import { incomingEntry, onEngines } from "./samples.ts";

onEngines(
    "setup",
    (server) => {
        const entry = (code: string) => ({
            code,
            agency: "Ủy ban nhân dân xã Tân Mẫu",
            short_name: "UBND xã Tân Mẫu",
            place: "Tân Mẫu",
            administrator: "Lý Văn Quản",
            username: "quantri",
            password: "một mật khẩu dài",
            people: [
                { full_name: "Hồ Thị Trưởng", post: "chairman", username: "chutich", password: "một mật khẩu dài" },
                { full_name: "Vũ Thị Văn", post: "clerk", username: "vanthu", password: "một mật khẩu dài" },
            ],
        });
        const printed = () => server().output.match(/Mã thiết lập: ([0-9A-Z-]{14})/)?.[1] ?? "";

        test("a stranger without the code makes nothing, wrong fields are named, and the code makes an office that works at once", async () => {
            const client = server().client();
            assert.equal((await server().welcome()).empty, true);
            assert.ok((await client.get("/api/setup", {})).open);
            const stranger = await refused(client.post("/api/setup", entry("0000-0000-0000")));
            assert.deepEqual([stranger.status, stranger.code], [403, "setup.code"]);
            const wrong = entry(printed());
            wrong.place = "";
            wrong.people[1]!.username = "quantri";
            assert.deepEqual(
                (await refused(client.post("/api/setup", wrong))).faults.map(({ path }) => path),
                ["/place", "/people/1/username"],
            );
            await client.post("/api/setup", entry(printed().toLowerCase().replaceAll("-", " ")));
            assert.equal((await refused(client.post("/api/setup", entry(printed())))).code, "setup.done");
            assert.equal((await client.get("/api/setup", {})).open, false);
            const clerk = server().client();
            assert.equal((await clerk.signIn("vanthu", "một mật khẩu dài")).post_name, "Văn thư");
            assert.equal((await clerk.post("/api/incoming", incomingEntry())).arrival_number, 1);
        });
    },
    { content: "empty" },
);
