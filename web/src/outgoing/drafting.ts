import type { Circulation, Draft, DraftTemplate, IncomingView, Kind, OutgoingView, Paragraph, Recipient, StoredFile, Urgency } from "../api/types.ts";

// What stands in the editor of a draft.
export interface Drafting {
    version: number | null;
    body: string;
    kind: string;
    subject: string;
    urgency: Urgency;
    unit: string;
    signer: string;
    recipients: Recipient[];
    reply_to: string;
    due_on: string | null;
    mode: "text" | "file";
    text: Paragraph[];
    files: StoredFile[];
    note: string;
    details: Record<string, string>; // by the field's name; those that the kind has are sent
    valid_until: string | null;
    enclosed_to: string;
    initials: string;
    circulation: Circulation;
    copies: string;
    with_address: boolean;
    internal: boolean;
}

export const emptyDrafting = (): Drafting => ({
    version: null,
    body: "",
    kind: "",
    subject: "",
    urgency: "normal",
    unit: "",
    signer: "",
    recipients: [],
    reply_to: "",
    due_on: null,
    mode: "text",
    text: [{ style: "paragraph", text: "" }],
    files: [],
    note: "",
    details: {},
    valid_until: null,
    enclosed_to: "",
    initials: "",
    circulation: "none",
    copies: "",
    with_address: false,
    internal: false,
});

// The draft under another kind: the agency's words and recipients of the old kind, as far as nobody changed them, make room for those of
// the new one around what the hand has written.
export function withTemplate(values: Drafting, templates: DraftTemplate[], kind: string): Partial<Drafting> {
    const of = (code: string) => templates.find((each) => each.kind === code);
    const [before, now] = [of(values.kind), of(kind)];
    const standing = [...(before?.opening ?? []), ...(before?.closing ?? [])];
    if (!before && !now) return { kind };
    const own = values.text.filter(({ style, text }) => !standing.some((each) => each.style === style && each.text === text));
    const recipients = values.recipients.filter(({ name, mark }) => !before?.recipients.some((each) => each.name === name && each.mark === mark));
    return {
        kind,
        text: [...(now?.opening ?? []), ...(own.length > 0 ? own : [{ style: "paragraph" as const, text: "" }]), ...(now?.closing ?? [])],
        recipients: [...recipients, ...(now?.recipients ?? []).filter(({ name }) => !recipients.some((each) => each.name === name))],
    };
}

// An answer goes back to whom it answers, under the words of the document that asked.
export function replyTo(document: IncomingView, kinds: { code: string; name: string }[]): Partial<Drafting> {
    const named = document.subject.replace(/^(V\/v|Về việc)\s+/i, "");
    const kind = kinds.find(({ code }) => code === document.kind)?.name;
    const basis = `Thực hiện ${[kind, `số ${document.origin_number}`, document.issued_on && `ngày ${written(document.issued_on)}`, `của ${document.issuer}`].filter(Boolean).join(" ")} về việc ${named.charAt(0).toLowerCase()}${named.slice(1)},`;
    return {
        reply_to: document.id,
        kind: kinds.some(({ code }) => code === "BC") ? "BC" : "",
        subject: named.charAt(0).toUpperCase() + named.slice(1),
        due_on: document.due_on,
        recipients: [
            {
                kind: document.issuer_agency ? "agency" : "outside",
                target: document.issuer_agency,
                name: document.issuer,
                mark: "",
                addressee: true,
                delivered_at: 0,
                read_at: 0,
            },
        ],
        text: [
            { style: "paragraph", text: basis },
            { style: "paragraph", text: "" },
        ],
    };
}

// 28/4/2022, as documents write it: January and February with a nought, other months without.
function written(day: string): string {
    const [year = "", month = "", ofMonth = ""] = day.split("-");
    return `${ofMonth}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

export function draftingOf(view: OutgoingView): Drafting {
    const document = view;
    const newest = view.versions[0];
    const own = newest && !newest.generated ? newest.file : undefined;
    return {
        version: document.version,
        body: document.body ?? "",
        kind: document.kind,
        subject: document.subject,
        urgency: document.urgency,
        unit: document.unit ?? "",
        signer: document.signer ?? "",
        recipients: view.recipients,
        reply_to: document.reply_to ?? "",
        due_on: document.due_on,
        mode: own ? "file" : "text",
        text: view.text.length > 0 ? view.text : [{ style: "paragraph", text: "" }],
        files: own ? [own, ...view.appendices] : [],
        note: document.note,
        details: Object.fromEntries(view.details.map(({ name, text }) => [name, text])),
        valid_until: document.valid_until,
        enclosed_to: document.enclosed_to,
        initials: document.initials,
        circulation: document.circulation,
        copies: document.copy_count > 0 ? String(document.copy_count) : "",
        with_address: document.with_address,
        internal: document.internal,
    };
}

// The whole document: what is empty is cleared.
export function draftOf(drafting: Drafting, id: string | null, kind: Kind | undefined): Draft {
    const file = drafting.mode === "file";
    return {
        ...(id && { id }),
        version: id ? drafting.version : null,
        body: drafting.body,
        kind: drafting.kind,
        subject: drafting.subject.trim(),
        urgency: drafting.urgency,
        secrecy: "none",
        unit: drafting.unit || null,
        signer: drafting.signer || null,
        recipients: drafting.recipients.filter(({ name }) => name.trim() !== "").map((each) => ({ ...each, addressee: each.addressee && kind?.addressees !== false })),
        reply_to: drafting.reply_to || null,
        due_on: drafting.due_on,
        text: file ? [] : drafting.text.filter(({ text }) => text.trim() !== ""),
        files: file ? drafting.files.map(({ id: stored }) => stored) : [],
        note: drafting.note || null,
        details: (kind?.fields ?? []).map(({ name }) => ({ name, text: (drafting.details[name] ?? "").trim() })).filter(({ text }) => text !== ""),
        valid_until: kind?.validity ? drafting.valid_until : null,
        enclosed_to: drafting.enclosed_to.trim() || null,
        initials: drafting.initials.trim() || null,
        circulation: drafting.circulation,
        copy_count: /^\d+$/.test(drafting.copies) ? Number(drafting.copies) : null,
        with_address: drafting.with_address,
        internal: drafting.internal,
    };
}
