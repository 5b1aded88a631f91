import type { Me } from "../api/types.ts";

// One page for each role of an office: what its day looks like, the keys, what to do when something goes otherwise.
export const roles = ["clerk", "head", "officer", "one_stop_officer", "standing_officer", "inspector", "archivist", "administrator"] as const;
export type GuideRole = (typeof roles)[number];

export interface Guide {
    name: string;
    day: string[]; // in the order of the day
    keys: [key: string, does: string][];
    when: [trouble: string, help: string][];
}
export type Guides = Record<GuideRole, Guide>;

// The guide that fits who sits here: by what he may do, then by the name of his post.
export function roleOf({ permissions, post_name }: Me): GuideRole {
    const has = (permission: Me["permissions"][number]) => permissions.includes(permission);
    const post = post_name.toLowerCase();
    if (has("register_incoming")) return "clerk";
    if (has("direct_documents")) return "head";
    if (/một cửa|tiếp nhận và trả kết quả/.test(post)) return "one_stop_officer";
    if (/thi đua/.test(post)) return "standing_officer";
    if (/kiểm tra/.test(post)) return "inspector";
    if (/lưu trữ/.test(post) || (has("see_all_documents") && !has("handle_documents"))) return "archivist";
    if (has("manage_people")) return "administrator";
    return "officer";
}
