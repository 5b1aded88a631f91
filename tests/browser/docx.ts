// Edits a DOCX as Word would: the same package with another word/document.xml.
import { crc32 } from "node:zlib";
import { unzip, type Entry } from "../functional/samples.ts";

function zip(entries: Entry[]): Buffer {
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const { name, bytes } of entries) {
        const head = Buffer.alloc(30);
        head.writeUInt32LE(0x04034b50, 0);
        head.writeUInt16LE(20, 4);
        head.writeUInt16LE(0x800, 6);
        head.writeUInt32LE(crc32(bytes), 14);
        head.writeUInt32LE(bytes.length, 18);
        head.writeUInt32LE(bytes.length, 22);
        head.writeUInt16LE(Buffer.byteLength(name), 26);
        const line = Buffer.alloc(46);
        line.writeUInt32LE(0x02014b50, 0);
        line.writeUInt16LE(20, 4);
        head.copy(line, 6, 4, 30);
        line.writeUInt32LE(offset, 42);
        parts.push(head, Buffer.from(name), bytes);
        directory.push(line, Buffer.from(name));
        offset += 30 + Buffer.byteLength(name) + bytes.length;
    }
    const list = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...parts, list, end]);
}

// Every `from` in the text becomes `to`; fails when there is none.
export function editDocx(file: Buffer, from: string, to: string): Buffer {
    let found = false;
    const entries = unzip(file).map((entry) => {
        if (entry.name !== "word/document.xml") return entry;
        const text = entry.bytes.toString("utf8");
        found = text.includes(from);
        return { name: entry.name, bytes: Buffer.from(text.replaceAll(from, to)) };
    });
    if (!found) throw new Error(`the document does not say «${from}»`);
    return zip(entries);
}
