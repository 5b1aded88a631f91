import type { Partly } from "./merge.ts";
import type { Words } from "./words.ts";

// Of the agency's own templates of drafts (see en.ts).
export const enTemplates: Partly<Words["templates"]> = {
    hint: "Words and recipients that a new draft of a kind begins with. The layout of Decree 30/2020/NĐ-CP (paper, margins, boxes) stays; only what the decree leaves open can be chosen.",
    links: "See also:",
    columns: { kind: "Kind", content: "Begins with", saved: "Version in force" },
    none: "none",
    saved: (version, who, when) => `version ${version}, ${who}, ${when}`,
    counted: (paragraphs, recipients) => [paragraphs > 0 && `paragraphs: ${paragraphs}`, recipients > 0 && `recipients: ${recipients}`].filter(Boolean).join(", "),
    edit: (kind) => `Change the template: ${kind}`,
    title: (kind) => `Template: ${kind}`,
    back: "All kinds",
    opening: "Opening: grounds, paragraphs that always stand first",
    closing: "Closing: paragraphs that always stand last",
    style: "How the text is set",
    half_points: "Size",
    points: (half) => `${half / 2} pt`,
    line_percent: "Line spacing",
    lines: (percent) => (percent === 100 ? "single" : `${percent / 100} lines`),
    indent_tenths_mm: "First line",
    indent: (tenths) => `${tenths / 100} cm`,
    gap_pt: "Between paragraphs",
    gap: (points) => `at least ${points} pt`,
    note: "Why it is changed",
    versions: "Saved versions",
    no_versions: "There are none yet.",
    take: "Take this version",
    taken: (version) => `Version ${version} is taken over. «Save» makes it a new one.`,
    saved_now: "The template is saved.",
};
