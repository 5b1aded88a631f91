// Every page as its people see it: desk and phone, light and dark; no serious finding of axe, nothing scrolls sideways, no
// complaint of the page's scripts. The pictures lie in build/artefacts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { draftEntry, personCalled } from "../functional/samples.ts";
import type { Server } from "../functional/server.ts";
import { inBrowser, type Look } from "./browser.ts";

interface Place {
    name: string;
    as: string | null;
    path: string | ((server: Server) => Promise<string>);
    shows: RegExp;
    paper?: boolean; // wait until the PDF is drawn
}

const firstOf = (kind: "incoming" | "outgoing", username: string) => async (server: Server) => {
    const client = await server.as(username);
    const page = kind === "incoming" ? await client.get("/api/incoming", { limit: 50 }) : await client.get("/api/outgoing", { limit: 50 });
    for (const row of page.items) {
        const view = kind === "incoming" ? await client.get("/api/incoming/{id}", { id: row.id }) : await client.get("/api/outgoing/{id}", { id: row.id });
        if ("files" in view ? view.files.length > 0 : view.versions.length > 0) return `/${kind}/${row.id}`;
    }
    throw new Error(`no ${kind} document with a file`);
};

// A draft that its author has changed once.
async function changedDraft(server: Server): Promise<string> {
    const author = await server.as("vanphong");
    const entry = await draftEntry(author);
    const { id, unit, version } = await author.post("/api/outgoing", entry);
    await author.post("/api/outgoing/{id}", { ...entry, id, unit: unit ?? null, version, text: [{ style: "paragraph", text: "Kinh phí lấy từ ngân sách xã." }] });
    return `/outgoing/${id}`;
}

const places: Place[] = [
    { name: "sign-in", as: null, path: "/", shows: /Đăng nhập/ },
    { name: "work-clerk", as: "vanthu", path: "/", shows: /Việc của tôi/ },
    { name: "work-officer", as: "diachinh", path: "/", shows: /Việc của tôi/ },
    { name: "to-sign", as: "chutich", path: "/sign", shows: /Chờ tôi ký/ },
    { name: "incoming-list", as: "chutich", path: "/incoming", shows: /Văn bản đến/ },
    { name: "incoming-overdue", as: "chutich", path: "/incoming?overdue=true", shows: /Văn bản đến/ },
    { name: "incoming-register", as: "vanthu", path: "/incoming/register", shows: /Vào sổ văn bản đến/, paper: true },
    { name: "incoming-document", as: "chutich", path: firstOf("incoming", "chutich"), shows: /Nhật ký xử lý/, paper: true },
    { name: "incoming-envelopes", as: "vanthu", path: "/incoming/envelopes", shows: /Bì gửi đích danh/ },
    { name: "kept-copies", as: "vanthu", path: "/books/kept-copies", shows: /Sử dụng bản lưu/ },
    { name: "incoming-counted", as: "chutich", path: "/incoming?counted=on_time&from=2022-01-01&to=2022-05-04", shows: /xong trong hạn/ },
    { name: "outgoing-list", as: "vanthu", path: "/outgoing", shows: /Văn bản đi/ },
    { name: "outgoing-new", as: "vanphong", path: "/outgoing/new", shows: /Soạn văn bản đi/ },
    { name: "outgoing-document", as: "vanthu", path: firstOf("outgoing", "vanthu"), shows: /Phiên bản/, paper: true },
    { name: "outgoing-edit", as: "vanphong", path: async (server) => `${await changedDraft(server)}/edit`, shows: /Sửa dự thảo/ },
    { name: "outgoing-compare", as: "vanphong", path: async (server) => `${await changedDraft(server)}/compare`, shows: /Kinh phí lấy từ ngân sách xã/ },
    { name: "copies", as: "vanthu", path: "/copies", shows: /\/SY-UBND/ },
    { name: "copy", as: "vanthu", path: async (server) => `/copies/${(await (await server.as("vanthu")).get("/api/copies", { limit: 1 })).items[0]?.id}`, shows: /Nhật ký/, paper: true },
    { name: "guide", as: "vanthu", path: "/guide", shows: /Khi có việc khác thường/ },
    { name: "work-dossiers", as: "vanphong", path: "/work-dossiers", shows: /Sơ kết 03 năm/ },
    { name: "work-dossiers-due", as: "luutru", path: "/work-dossiers?archiving=soon", shows: /Bầu cử/ },
    {
        name: "work-dossier",
        as: "vanphong",
        path: async (server) => {
            const { items } = await (await server.as("vanphong")).get("/api/work-dossiers", { query: "sơ kết" });
            return `/work-dossiers/${items[0]?.id}`;
        },
        shows: /36\/KH-UBND/,
    },
    { name: "dossier-catalogue", as: "vanphong", path: "/work-dossiers/catalogue", shows: /Danh mục hồ sơ năm 2022/ },
    { name: "figures", as: "chutich", path: "/figures", shows: /Theo tháng/ },
    { name: "books", as: "vanthu", path: "/books", shows: /Sổ văn bản/ },
    { name: "admin-access", as: "quantri", path: "/admin/access", shows: /Nhật ký truy cập/ },
    { name: "me", as: "vanphong", path: "/me", shows: /Tài khoản của tôi/ },
    { name: "admin-people", as: "quantri", path: "/admin/people", shows: /Cán bộ, tài khoản/ },
    { name: "admin-jobs", as: "quantri", path: "/admin/jobs", shows: /Không có việc nào bị hỏng/ },
    { name: "admin-person", as: "quantri", path: async (server) => `/admin/people/${await personCalled(await server.as("quantri"), "vptk")}`, shows: /Lịch sử thay đổi/ },
    { name: "admin-handover", as: "quantri", path: async (server) => `/admin/people/${await personCalled(await server.as("quantri"), "diachinh")}/handover`, shows: /Cách xử lý/ },
    { name: "admin-import", as: "quantri", path: "/admin/people/import", shows: /Nhập danh sách cán bộ/ },
    { name: "admin-units", as: "quantri", path: "/admin/office/units", shows: /Các thôn/ },
    { name: "admin-bodies", as: "quantri", path: "/admin/office/bodies", shows: /Mẫu dấu/ },
    { name: "admin-posts", as: "quantri", path: "/admin/office/posts", shows: /Quyền Chủ tịch HĐND xã/ },
    { name: "admin-groups", as: "quantri", path: "/admin/office/groups", shows: /Trưởng các thôn/ },
    { name: "admin-templates", as: "quantri", path: "/admin/office/templates", shows: /Giấy nghỉ phép/ },
    { name: "admin-kinds", as: "quantri", path: "/admin/office/kinds", shows: /Giấy nghỉ phép/ },
    { name: "admin-phrases", as: "quantri", path: "/admin/office/phrases", shows: /Đang thu thập số liệu của các thôn/ },
    { name: "admin-mandates", as: "quantri", path: "/admin/office/mandates", shows: /07\/GUQ-UBND/ },
    { name: "admin-roles", as: "quantri", path: "/admin/office/roles", shows: /Công chức chuyên môn/ },
    { name: "admin-agencies", as: "quantri", path: "/admin/office/agencies", shows: /Sở Nội vụ/ },
    { name: "admin-audit", as: "quantri", path: "/admin/audit", shows: /Mã kiểm của nhật ký/ },
    { name: "admin-calendar", as: "quantri", path: "/admin/calendar", shows: /Lịch làm việc/ },
];

const seen = new Set<string>(); // the addresses of all of them

const looks: Look[] = [{ screen: "desk" }, { screen: "phone" }];

inBrowser("every page", (server, open) => {
    for (const place of places)
        for (const look of looks)
            test(`${place.name} on a ${look.screen === "phone" ? "phone" : "desk, light and dark"}`, async () => {
                const at = typeof place.path === "string" ? place.path : await place.path(server());
                seen.add(new URL(at, server().url).pathname);
                const desk = await open({ ...look, at, ...(place.as ? { as: await server().as(place.as) } : {}) });
                await desk.page.getByText(place.shows).locator("visible=true").first().waitFor();
                if (place.paper) await desk.page.locator("canvas").first().waitFor();
                await desk.page.getByText("Đang tải").locator("visible=true").first().waitFor({ state: "hidden" });
                await desk.picture(place.name);
                await desk.checkAccess();
                await desk.checkWidth();
                if (look.screen === "desk") {
                    await desk.goDark();
                    await desk.picture(place.name);
                    await desk.checkAccess(["color-contrast"]);
                }
                await desk.close();
            });

    test("no page of the program is left out", async () => {
        const text = (path: string) => readFile(join(import.meta.dirname, "../../web/src", path), "utf8");
        const routes = [...(await text("routes.tsx")).matchAll(/path: "([^"*]+)"/g)].map(([, path = ""]) => path);
        assert.ok(routes.length > 25);
        const parts = (await text("admin/Office.tsx")).match(/^const parts = \{ (.*) \};$/m)?.[1]?.split(", ").map((part) => `admin/office/${part.split(":")[0]}`) ?? [];
        assert.ok(parts.length >= 8);
        const isSeen = (route: string) => {
            const pattern = new RegExp(`^/${route.replace(/^\//, "").replace(/\/:\w+\?/g, "(/[^/]+)?").replace(/:\w+/g, "[^/]+")}$`);
            return [...seen].some((path) => pattern.test(path));
        };
        assert.deepEqual([...routes, ...parts].filter((route) => !isSeen(route)), []);
    });

    test("the first page weighs less than 300 KB compressed", async () => {
        const html = await (await fetch(`${server().url}/`, { headers: { "Accept-Encoding": "br" } })).text();
        const first = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
        assert.ok(first.length > 0);
        let bytes = 0;
        for (const path of first) {
            const answer = await fetch(server().url + path, { method: "HEAD", headers: { "Accept-Encoding": "br" } });
            bytes += Number(answer.headers.get("content-length"));
        }
        assert.ok(bytes > 50_000 && bytes < 300_000, `${bytes} bytes`);
    });
});
