import type { Draft, IncomingView, OutgoingView, Paragraph, Recipient, StoredFile, Urgency } from "../api/types.ts";

// The nil id: a recipient that is only a name.
export const nobody = "00000000-0000-0000-0000-000000000000";

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
});

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
    };
}

export function draftOf(drafting: Drafting, id: string | null): Draft {
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
        recipients: drafting.recipients.filter(({ name }) => name.trim() !== "").map((each) => ({ ...each, target: each.target || nobody })),
        reply_to: drafting.reply_to || null,
        due_on: drafting.due_on,
        text: file ? [] : drafting.text.filter(({ text }) => text.trim() !== ""),
        files: file ? drafting.files.map(({ id: stored }) => stored) : [],
        note: drafting.note || null,
    };
}

// The kinds that carry «Kính gửi» (Decree 30/2020 Appendix I): reports upwards, proposals, công văn.
export const hasAddressee = (kind: string) => ["BC", "TTr", "CV"].includes(kind);
