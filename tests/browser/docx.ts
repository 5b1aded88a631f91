// Edits a DOCX as Word would: the same package with another word/document.xml.
import { crc32, inflateRawSync } from "node:zlib";

interface Entry {
    name: string;
    bytes: Buffer;
}

function unzip(file: Buffer): Entry[] {
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
