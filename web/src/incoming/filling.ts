import type { IncomingDocument, IncomingEntry, ReadField, ReceivedAs, Secrecy, StoredFile, Urgency } from "../api/types.ts";
import { sharesOf } from "../ui/Helpers.tsx";
import { readDate } from "../words/format.ts";

// What stands in the form while a document is being registered. Numbers are text here, as hands type them.
export interface Filling {
    book: string;
    arrived_on: string | null;
    issuer: string;
    issuer_agency: string;
    origin_number: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    secrecy: Secrecy;
    due_on: string | null;
    due_days: number | null;
    signer_name: string;
    signer_position: string;
    document_code: string;
    page_count: string;
    copy_count: string;
    note: string;
    received_as: ReceivedAs | ""; // "": as its symbol says
    files: StoredFile[];
    submit_to: string;
    proposal: string;
    lead: string;
    with: string[];
    inform: string[];
    duplicate_of: string;
    filled_from: string[]; // sources already taken over, so that an emptied field stays empty
}

export const textFields = ["issuer", "origin_number", "subject", "signer_name", "signer_position", "document_code", "note"] as const;
export const dateFields = ["arrived_on", "issued_on", "due_on"] as const;

export const emptyFilling = (files: StoredFile[] = []): Filling => ({
    book: "",
    arrived_on: null,
    issuer: "",
    issuer_agency: "",
    origin_number: "",
    issued_on: null,
    kind: "",
    subject: "",
    urgency: "normal",
    secrecy: "none",
    due_on: null,
    due_days: null,
    signer_name: "",
    signer_position: "",
    document_code: "",
    page_count: "",
    copy_count: "",
    note: "",
    received_as: "",
    files,
    submit_to: "",
    proposal: "",
    lead: "",
    with: [],
    inform: [],
    duplicate_of: "",
    filled_from: [],
});

export type Marks = Partial<Record<string, "sure" | "check">>;

const urgencies: readonly string[] = ["normal", "urgent", "very_urgent", "express", "timed_express"];

// A field as text, to compare what was read with what stands there.
export const valueOf = (filling: Filling, name: string): string => String((filling as unknown as Record<string, unknown>)[name] ?? "");

// Takes over what was read from the file, where nothing stands yet.
export function takeRead(filling: Filling, source: string, fields: ReadField[]): Partial<Filling> {
    if (filling.filled_from.includes(source)) return {};
    const change: Record<string, unknown> = { filled_from: [...filling.filled_from, source] };
    for (const { name, value } of fields) {
        if (!(name in filling) || name === "files") continue;
        const standing = valueOf(filling, name);
        const untouched = standing === "" || (name === "urgency" && standing === "normal");
        if (!untouched || (name === "urgency" && !urgencies.includes(value))) continue;
        change[name] = value;
    }
    return change as Partial<Filling>;
}

// Takes over what came with the message of an arrived document.
export function takeArrival(filling: Filling, document: IncomingDocument): Partial<Filling> {
    const source = `arrival:${document.id}`;
    if (filling.filled_from.includes(source)) return {};
    const change: Partial<Filling> = { filled_from: [...filling.filled_from, source] };
    const take = <Name extends keyof Filling>(name: Name, value: Filling[Name] | null | undefined) => {
        if (value && !filling[name]) change[name] = value;
    };
    take("issuer", document.issuer);
    take("issuer_agency", document.issuer_agency);
    take("origin_number", document.origin_number);
    take("issued_on", document.issued_on);
    take("kind", document.kind);
    take("subject", document.subject);
    take("due_on", document.due_on);
    take("signer_name", document.signer_name);
    take("signer_position", document.signer_position);
    take("document_code", document.document_code);
    take("note", document.note);
    if (document.page_count > 0) take("page_count", String(document.page_count));
    if (document.copy_count > 0) take("copy_count", String(document.copy_count));
    if (filling.urgency === "normal") change.urgency = document.urgency;
    if (document.received_as !== "original") take("received_as", document.received_as);
    return change;
}

// ● as long as what was read for sure still stands there, ◐ where it should be looked at again.
export function marksOf(filling: Filling, fields: ReadField[], arrival?: IncomingDocument): Marks {
    const marks: Marks = {};
    if (arrival)
        for (const name of ["issuer", "origin_number", "issued_on", "kind", "subject", "due_on"] as const)
            if (arrival[name] && arrival[name] === filling[name]) marks[name] = "sure";
    for (const { name, value, sure } of fields)
        if (value !== "" && valueOf(filling, name) === value && !marks[name]) marks[name] = sure ? "sure" : "check";
    return marks;
}

// «817/KH-UBND» is a plan: the kind stands between the stroke and the dash.
export function kindOfSymbol(symbol: string, kinds: { code: string; abbreviation: string }[]): string {
    const middle = /\/([^-/]+)-/.exec(symbol.trim())?.[1]?.toLowerCase();
    return (middle && kinds.find(({ abbreviation }) => abbreviation.toLowerCase() === middle)?.code) || "";
}

// «05/SY-UBND» is a copy of the whole (Decree 30/2020 Appendix III): what came in, unless the clerk says otherwise.
export function receivedAs({ received_as, origin_number }: Pick<Filling, "received_as" | "origin_number">): ReceivedAs {
    if (received_as) return received_as;
    const middle = /^\d+\/(SY|SL|TrS)-/i.exec(origin_number.trim())?.[1]?.toUpperCase();
    return middle === "SY" ? "full_copy" : middle === "SL" ? "recopied" : middle === "TRS" ? "extract" : "original";
}

// Marked words as a date: 28/4/2022 or «ngày 28 tháng 4 năm 2022».
export function dateInText(text: string, today: string): string | null {
    const long = /(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/i.exec(text);
    const short = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.exec(text)?.[0];
    return readDate(long ? `${long[1]}/${long[2]}/${long[3]}` : (short ?? ""), today) ?? null;
}

const countOf = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null);

export function entryOf(filling: Filling, arrival: string | null, submit: boolean): IncomingEntry {
    return {
        arrival,
        book: filling.book || null,
        arrived_on: filling.arrived_on,
        issuer: filling.issuer.trim(),
        origin_number: filling.origin_number.trim(),
        issuer_agency: filling.issuer_agency || null,
        issued_on: filling.issued_on,
        kind: filling.kind,
        subject: filling.subject.trim(),
        urgency: filling.urgency,
        secrecy: filling.secrecy,
        due_on: filling.due_on,
        due_days: filling.due_days,
        signer_name: filling.signer_name || null,
        signer_position: filling.signer_position || null,
        document_code: filling.document_code || null,
        note: filling.note || null,
        page_count: countOf(filling.page_count),
        copy_count: countOf(filling.copy_count),
        received_as: receivedAs(filling),
        files: filling.files.map(({ id }) => id),
        duplicate_of: filling.duplicate_of || null,
        submit: submit
            ? {
                  text: filling.proposal.trim(),
                  shares: sharesOf(filling), // the deadline is the document's
              }
            : null,
        submit_to: submit && filling.submit_to ? filling.submit_to : null,
    };
}
