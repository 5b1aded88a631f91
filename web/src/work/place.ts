import type { Item } from "../api/types.ts";

// One row of «Việc của tôi», wherever it is named.
export const keyOf = ({ record, action, absent }: Item): string => record + action + (absent ?? "");

// Where the one main act of a row is done.
export function placeOf({ kind, record, action }: Item): string {
    if (action === "receive") return `/incoming/register/${record}`;
    if (action === "revise" || action === "draft") return `/outgoing/${record}/edit`;
    if (kind === "catalogue") return `/work-dossiers/catalogue?record=${record}`;
    if (kind === "work_dossier") return `/work-dossiers/${record}`;
    return `/${kind}/${record}`;
}
