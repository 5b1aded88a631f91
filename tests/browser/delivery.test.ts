// A group of recipients made by hand, a document that goes through it, who has looked, the reminder, and the paper for those without an
// account.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { textOf } from "../functional/paper.ts";
import { draftEntry, pdf } from "../functional/samples.ts";
import { inBrowser } from "./browser.ts";

inBrowser("delivery inside the agency", (server, open) => {
    test("a group is added on the page «Nhóm nơi nhận»", async () => {
        const desk = await open({ as: await server().as("quantri") });
        const { page } = desk;
        await page.goto("/admin/office/groups");
        await page.getByText("Trưởng thôn Hải Tân").first().waitFor();
        await desk.picture("groups");
        await desk.checkAccess();
        await desk.press(page.getByRole("button", { name: "Thêm nhóm nơi nhận" }));
        const box = page.getByRole("dialog");
        await box.getByLabel("Tên in ở «Nơi nhận»").fill("Ban chỉ đạo phòng, chống thiên tai");
        for (const typed of ["Trưởng Công an xã", "Chỉ huy trưởng Quân sự", "Võ Thị Kim Oanh"]) {
            await box.getByRole("combobox", { name: "Thêm chức vụ, đơn vị hoặc người" }).fill(typed);
            await page.getByRole("option", { name: new RegExp(typed) }).first().click();
        }
        await box.getByLabel("Đến hết ngày: Võ Thị Kim Oanh · người").fill("31/12/2022");
        await desk.picture("group-box");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await page.getByText("Ban chỉ đạo phòng, chống thiên tai").waitFor();
        await desk.press(page.getByRole("button", { name: "Lịch sử thay đổi: Ban chỉ đạo phòng, chống thiên tai" }));
        await page.getByRole("dialog").getByText("thêm nhóm nơi nhận").waitFor();
        await desk.close();
    });

    // A notice to the leaders, to the unions and to the heads of the hamlets, issued on paper.
    async function issued(): Promise<{ id: string; subject: string; symbol: string }> {
        const author = await server().as("tuphap");
        const groups = (await author.get("/api/recipient-groups", {})).items;
        const subject = `Tổng vệ sinh môi trường ${randomUUID().slice(0, 8)}`;
        const to = (name: string) => ({ kind: "group" as const, target: groups.find((one) => one.name === name)?.id ?? null, name, mark: "", addressee: false, delivered_at: 0, read_at: 0 });
        const { id } = await author.post("/api/outgoing", await draftEntry(author, { kind: "TB", subject, recipients: [to("CT, PCT UBND xã"), to("Các đoàn thể xã"), to("Trưởng các thôn")] }));
        await author.post("/api/outgoing/{id}/submit", { id });
        await (await server().as("chutich")).post("/api/outgoing/{id}/approve", { id, authority: "tm" });
        const clerk = await server().as("vanthu");
        await clerk.post("/api/outgoing/{id}/number", { id });
        await clerk.post("/api/outgoing/{id}/issue", { id, scan: (await clerk.upload("ban ky.pdf", pdf(subject))).id });
        const { symbol } = await clerk.get("/api/outgoing/{id}", { id });
        return { id, subject, symbol };
    }

    test("the drafter finds groups and posts under «Nơi nhận», the sender sees «đã xem» and reminds (Phụ lục VI)", async () => {
        const author = await server().as("tuphap");
        const writing = await open({ as: author });
        await writing.page.goto("/outgoing/new");
        const add = writing.page.getByRole("combobox", { name: "Thêm nơi nhận" });
        for (const name of ["Trưởng các thôn", "Chủ tịch Hội Nông dân xã"]) {
            await add.fill(name);
            await writing.page.getByRole("option", { name, exact: true }).click();
            await writing.page.locator(".recipient-name", { hasText: name }).waitFor();
        }
        assert.match(await writing.page.locator(".recipients").innerText(), /Trưởng các thôn \(nhóm\)[\s\S]*Chủ tịch Hội Nông dân xã \(chức vụ\)/);
        await writing.picture("recipients-groups");
        await writing.close();

        const { id, subject } = await issued();
        const reader = await open({ as: await server().as("phochutich"), screen: "phone" });
        await reader.page.getByText(subject).first().waitFor();
        await reader.press(reader.page.getByRole("link", { name: new RegExp(subject) }).first());
        await reader.page.getByRole("heading", { name: subject }).waitFor();
        await reader.picture("delivery-reader-phone");
        await reader.close();

        const sender = await open({ as: author });
        await sender.page.goto(`/outgoing/${id}`);
        await sender.page.getByText("Ai đã nhận, đã xem").waitFor();
        await sender.page.getByText("1/1 đã xem").waitFor();
        const readers = sender.page.locator(".readers");
        if (!(await readers.getAttribute("open").then((open) => open !== null))) await sender.press(sender.page.getByText("Ai đã nhận, đã xem"));
        await readers.getByText("chưa xem").first().waitFor();
        await sender.press(sender.page.getByRole("button", { name: /^Nhắc xem/ }));
        await readers.getByText("đã nhắc").first().waitFor();
        await readers.scrollIntoViewIfNeeded();
        await sender.picture("delivery-board");
        await sender.checkAccess();
        await sender.press(sender.page.getByRole("button", { name: /^Nhắc xem/ }));
        await sender.page.getByText("Hôm nay đã nhắc rồi.").waitFor();
        await sender.close();
    });

    test("who has no account gets the paper and signs a slip: the clerk prints it, hands the document over and enters the day (Điều 18)", async () => {
        const { id, subject, symbol } = await issued();
        const clerk = await server().as("vanthu");
        const desk = await open({ as: clerk });
        await desk.page.locator("tr", { hasText: subject }).getByText("Chờ giao bản giấy").waitFor();
        await desk.page.goto(`/outgoing/${id}`);
        const slips = await desk.page.getByRole("link", { name: "Phiếu giao văn bản" }).getAttribute("href");
        assert.ok(slips);
        const slip = textOf(await clerk.bytes(slips));
        for (const words of ["PHIẾU GIAO VĂN BẢN", symbol, "Nguyễn Hữu Đông, Trưởng thôn Hải Tân", "Trần Bá Lực, Trưởng thôn Vĩnh Lộc", "(Ký, ghi rõ họ tên)"]) assert.ok(slip.includes(words), `${words}: ${slip}`);
        await desk.press(desk.page.getByRole("button", { name: /^Ghi giao bản giấy/ }));
        const box = desk.page.getByRole("dialog");
        for (const name of ["Nguyễn Hữu Đông, Trưởng thôn Hải Tân", "Trần Bá Lực, Trưởng thôn Vĩnh Lộc"]) await box.getByRole("checkbox", { name }).check();
        await desk.picture("hand-out-box");
        await desk.checkAccess();
        await desk.key("Control+Enter");
        await desk.page.getByText("Đã ghi giao bản giấy.").waitFor();
        await desk.page.getByText("2/3 đã nhận bản giấy").waitFor();
        const view = await clerk.get("/api/outgoing/{id}", { id });
        assert.deepEqual(view.deliveries.filter((one) => one.handed_on).map((one) => one.person_name), ["Nguyễn Hữu Đông", "Trần Bá Lực"]);
        await desk.close();
    });
});
