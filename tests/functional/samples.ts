// What tests send: entries of forms, and small files made byte by byte.
import { randomUUID } from "node:crypto";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { after, before, describe } from "node:test";
import type { Draft, IncomingEntry, OpenDossier } from "../../web/src/api/types.ts";
import type { Client } from "./client.ts";
import { engines, startServer, type Server, type Wanted } from "./server.ts";

// The day on which the demo opens.
export const today = "2022-05-04";
export const yesterday = "2022-05-03";

// The same tests on every engine, each with a server of its own.
export function onEngines(title: string, tests: (server: () => Server) => void, wanted: Wanted = {}): void {
    for (const engine of engines)
        describe(`${title} on ${engine}`, () => {
            let server: Server | undefined;
            before(async () => {
                server = await startServer({ ...wanted, engine });
            });
            after(() => server?.close());
            tests(() => {
                if (!server) throw new Error("the server did not start");
                return server;
            });
        });
}

// A document as the clerk types it; its subject and number are no one else's.
export function incomingEntry(values: Partial<IncomingEntry> = {}): IncomingEntry {
    const mark = randomUUID().slice(0, 8);
    return {
        issuer: "UBND thị xã Đức Mẫu",
        origin_number: `${mark}/KH-UBND`,
        issued_on: yesterday,
        kind: "KH",
        subject: `Kế hoạch kiểm tra ${mark}`,
        files: [],
        ...values,
    };
}

// A draft for the committee of the commune, signed by its chairman.
export async function draftEntry(drafter: Client, values: Partial<Draft> = {}): Promise<Draft> {
    const bodies = (await drafter.get("/api/bodies", {})).items;
    const body = bodies.find((one) => one.symbol === "UBND");
    if (!body) throw new Error("the agency has no body UBND");
    return {
        body: body.id,
        kind: "BC",
        subject: `Báo cáo công tác ${randomUUID().slice(0, 8)}`,
        signer: values.signer ?? (await personCalled(drafter, "chutich")),
        recipients: [],
        text: [{ style: "paragraph", text: "Ủy ban nhân dân xã báo cáo như sau." }],
        files: [],
        details: [],
        with_address: false,
        internal: false,
        ...values,
    };
}

// A dossier outside the year's list.
export function dossierEntry(values: Partial<OpenDossier> = {}): OpenDossier {
    const mark = randomUUID().slice(0, 8);
    return { symbol: `${mark}.TH`, title: `Việc ${mark}`, retention: 10, documents: [], ...values };
}

// The id of the person of the client's agency who has this account.
export async function personCalled(client: Client, username: string): Promise<string> {
    const found = (await client.get("/api/people", {})).items.find((one) => one.username === username);
    if (!found) throw new Error(`nobody is called ${username}`);
    return found.id;
}

// What an administrator has given or taken holds from the confirmation on (Appendix VI part I, security).
export async function confirmRights(administrator: Client): Promise<void> {
    const { items } = await administrator.get("/api/admin/rights-changes", {});
    await administrator.post("/api/admin/rights-changes", { ids: items.map(({ id }) => id), confirm: true });
}

// One page with one line, and nothing that a reader would mend.
export function pdf(line = "Van ban thu"): Buffer {
    const content = `BT /F1 12 Tf 72 720 Td (${line.replace(/[()\\]/g, "")}) Tj ET`;
    const objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    let file = "%PDF-1.4\n";
    const offsets = objects.map((object, index) => {
        const offset = file.length;
        file += `${index + 1} 0 obj\n${object}\nendobj\n`;
        return offset;
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    file += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
    return Buffer.from(file, "latin1");
}

// A ZIP archive of these files (APPNOTE 4.3): stored as they are, or packed.
export function zip(files: Record<string, string | Buffer>, how: "stored" | "packed" = "stored"): Buffer {
    const local: Buffer[] = [];
    const central: Buffer[] = [];
    let offset = 0;
    for (const [name, content] of Object.entries(files)) {
        const path = Buffer.from(name);
        const bytes = Buffer.from(content);
        const kept = how === "packed" ? deflateRawSync(bytes) : bytes;
        const common = Buffer.alloc(26); // from "version needed" to the length of the extra field
        common.writeUInt16LE(20, 0);
        common.writeUInt16LE(how === "packed" ? 8 : 0, 4);
        common.writeUInt16LE(0x21, 8); // 1 January 1980
        common.writeUInt32LE(crc32(bytes), 10);
        common.writeUInt32LE(kept.length, 14);
        common.writeUInt32LE(bytes.length, 18);
        common.writeUInt16LE(path.length, 22);
        local.push(Buffer.from("PK\x03\x04", "latin1"), common, path, kept);
        const tail = Buffer.alloc(14);
        tail.writeUInt32LE(offset, 10);
        central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, tail, path);
        offset += 30 + path.length + kept.length;
    }
    const end = Buffer.alloc(18);
    const count = Object.keys(files).length;
    end.writeUInt16LE(count, 4);
    end.writeUInt16LE(count, 6);
    end.writeUInt32LE(Buffer.concat(central).length, 8);
    end.writeUInt32LE(offset, 12);
    return Buffer.concat([...local, ...central, Buffer.from("PK\x05\x06", "latin1"), end]);
}

export interface Entry {
    name: string;
    bytes: Buffer;
}

// What a ZIP archive holds, as its directory lists it.
export function unzip(file: Buffer): Entry[] {
    const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const entries: Entry[] = [];
    let at = file.readUInt32LE(end + 16);
    for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
        const method = file.readUInt16LE(at + 10);
        const packed = file.readUInt32LE(at + 20);
        const nameLength = file.readUInt16LE(at + 28);
        const local = file.readUInt32LE(at + 42);
        const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
        const bytes = file.subarray(start, start + packed);
        entries.push({ name: file.toString("utf8", at + 46, at + 46 + nameLength), bytes: method === 8 ? inflateRawSync(bytes) : bytes });
        at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    return entries;
}

// The rows of a workbook's first sheet, each cell as its text; a day is the number that a spreadsheet keeps it as.
export function rowsOf(workbook: Buffer): string[][] {
    const sheet = unzip(workbook).find(({ name }) => name === "xl/worksheets/sheet1.xml")?.bytes.toString("utf8");
    if (!sheet) throw new Error("the workbook has no sheet");
    const plain = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) => {
        const cells: string[] = [];
        for (const [, column = "", cell = ""] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
            const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
            cells[at] = plain(cell.match(/<t[^>]*>(.*?)<\/t>|<v>(.*?)<\/v>/s)?.slice(1).find((text) => text !== undefined) ?? "");
        }
        return Array.from(cells, (text) => text ?? "");
    });
}

// A workbook of one sheet with these rows of texts (ECMA-376 part 1).
export function xlsx(rows: string[][]): Buffer {
    const office = "http://schemas.openxmlformats.org";
    const main = `${office}/spreadsheetml/2006/main`;
    const cells = rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`).join("")}</row>`).join("");
    const relation = (id: string, type: string, target: string) =>
        `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
    return zip({
        "[Content_Types].xml":
            `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${office}/package/2006/content-types">` +
            `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
            `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
            `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
        "_rels/.rels": relation("r1", "officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": relation("r1", "worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
    });
}

export function docx(line: string, more: Record<string, string> = {}): Buffer {
    const office = "http://schemas.openxmlformats.org";
    const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    return zip({
        "[Content_Types].xml":
            `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${office}/package/2006/content-types">` +
            `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
            `<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
        "_rels/.rels":
            `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${office}/package/2006/relationships">` +
            `<Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        "word/document.xml":
            `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${office}/wordprocessingml/2006/main">` +
            `<w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:body></w:document>`,
        ...more,
    });
}
