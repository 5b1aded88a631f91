// What a version of a draft changed, as the signer sees it before he approves.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutgoingView } from "../../web/src/api/types.ts";
import { draftEntry, personCalled } from "../functional/samples.ts";
import { inBrowser } from "./browser.ts";

const earlier = "Giao Văn phòng chủ trì, phối hợp các đơn vị rà soát hồ sơ, báo cáo Ủy ban nhân dân xã trước ngày 20 tháng 5 năm 2022.";
const later = "Giao Văn phòng chủ trì, phối hợp Công an xã và các đơn vị rà soát hồ sơ, báo cáo Ủy ban nhân dân xã trước ngày 25 tháng 5 năm 2022.";
const same = Array.from({ length: 6 }, (_, index) => ({ style: "paragraph" as const, text: `Nội dung thứ ${index + 1} giữ nguyên như bản trước, các đơn vị tiếp tục thực hiện theo kế hoạch đã ban hành từ đầu năm.` }));

inBrowser("comparing versions by hand", (server, open) => {
    async function draftOfTwoVersions(): Promise<OutgoingView> {
        const author = await server().as("tuphap");
        const signer = await personCalled(author, "chutich");
        const entry = await draftEntry(author, { signer, text: [...same, { style: "paragraph", text: earlier }] });
        const draft = await author.post("/api/outgoing", entry);
        const { id } = draft;
        const changed = await author.post("/api/outgoing/{id}", { ...entry, id, unit: draft.unit ?? null, version: draft.version, text: [...same, { style: "paragraph", text: "Kinh phí lấy từ ngân sách xã." }, { style: "paragraph", text: later }] });
        return author.post("/api/outgoing/{id}/submit", { id, version: changed.version, commenters: [] });
    }

    test("the signer is offered what changed before he approves, as words and on the pages", async () => {
        const { id, versions } = await draftOfTwoVersions();
        assert.equal(versions.length, 2);
        const signer = await server().as("chutich");
        const desk = await open({ as: signer });
        const { page } = desk;
        await page.goto(`/outgoing/${id}`);
        await desk.press(page.locator(".document-acts").getByRole("button", { name: "Duyệt, ký" }));
        await page.getByRole("dialog").waitFor();
        await desk.press(page.getByRole("link", { name: "Xem phiên bản 2 sửa gì so với phiên bản 1" }));
        await page.getByRole("heading", { name: "So sánh phiên bản" }).waitFor();
        await page.getByText(/^Bỏ 1 chữ, thêm \d+ chữ\.$/).waitFor({ timeout: 120_000 }); // both pages have to be made first
        assert.deepEqual(await page.locator(".compare-rows del").allTextContents(), ["20"]);
        assert.deepEqual(await page.locator(".compare-rows ins").allTextContents(), ["Kinh phí lấy từ ngân sách xã.", "Công an xã và", "25"]);
        await page.getByRole("button", { name: /\d+ đoạn không đổi/ }).first().waitFor();
        await desk.picture("compare-words");
        await desk.checkAccess();
        await desk.press(page.getByText("Trang in"));
        await page.locator(".paper-mark.added").first().waitFor();
        await page.locator(".paper-mark.removed").first().waitFor();
        await page.locator(".paper-mark.added").first().scrollIntoViewIfNeeded();
        await page.waitForFunction(() => [...document.querySelectorAll(".paper-page canvas")].some((canvas) => (canvas as HTMLCanvasElement).width > 400));
        await desk.picture("compare-pages");
        await desk.checkAccess();
        await desk.close();
    });

    test("on a phone the paragraphs stand one under the other", async () => {
        const { id } = await draftOfTwoVersions();
        const phone = await open({ as: await server().as("chutich"), screen: "phone" });
        await phone.page.goto(`/outgoing/${id}/compare`);
        await phone.page.locator(".compare-rows ins").first().waitFor({ timeout: 120_000 });
        await phone.picture("compare-words");
        await phone.checkWidth();
        await phone.checkAccess();
        await phone.press(phone.page.getByText("Trang in"));
        await phone.page.locator(".paper-mark.added").first().waitFor();
        await phone.picture("compare-pages");
        await phone.checkWidth();
        await phone.close();
    });
});
