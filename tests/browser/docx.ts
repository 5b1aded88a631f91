// Edits a DOCX as Word would: the same package with another word/document.xml.
import { unzip, zip } from "../functional/samples.ts";

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
    return zip(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])));
}
