import type { Item } from "../api/types.ts";

// One row of «Việc của tôi», wherever it is named.
export const keyOf = ({ record, action, absent }: Item): string => record + action + (absent ?? "");

// Where a record of this kind has its page, and below /api its answer.
export const pathOf = ({ kind, record }: Pick<Item, "kind" | "record">): string => {
    const folder = { incoming: "incoming", outgoing: "outgoing", copy: "copies", work_dossier: "work-dossiers", catalogue: "dossier-catalogue" }[kind];
    return `/${folder}/${record}`;
};

// Where the one main act of a row is done.
export function placeOf(item: Item): string {
    const { kind, record, action } = item;
    if (action === "receive") return `/incoming/register/${record}`;
    if (action === "revise" || action === "draft") return `/outgoing/${record}/edit`;
    if (kind === "catalogue") return `/work-dossiers/catalogue?record=${record}`;
    return pathOf(item);
}
