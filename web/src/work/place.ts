import type { Item } from "../api/types.ts";

// Where the one main act of a row is done.
export function placeOf({ kind, record, action }: Item): string {
    if (action === "receive") return `/incoming/register/${record}`;
    if (action === "revise" || action === "draft") return `/outgoing/${record}/edit`;
    return `/${kind}/${record}`;
}
