// Words that do not belong into the tree: notes to oneself, addresses of package registries, who or what wrote a file.
import { execFileSync } from "node:child_process";
import { finish, read, root } from "./tree.mjs";

const faults = [];
const own = "tools/check-words.mjs";
const rules = [
    [/\b(TODO|FIXME|XXX|HACK)\b/, "finish it, or write it down as an issue"],
    [/\b(registry\.npmjs|npmjs\.(com|org)|(deb|security|ftp|snapshot)\.debian\.org|pypi\.org|crates\.io)/i, "no address of a package registry"],
    [/\b(anthropic|chatgpt|openai|copilot|large language model|prompted by)\b|\b[Cc]laude\b|\bLLMs?\b/, "no word about how the work is done"],
    [/\/work\/(shared|main)\b|\/tmp\/w\b/, "a path of one machine"],
    [/\b(sub-?agent|worker session|coding session|this session's task)\b/i, "no word about how the work is done"],
    [/[ \t]+$/m, "space at the end of a line"],
];
const skipped = /(^|\/)package-lock\.json$|^LICENSE$|^tests\/data\/|\.(png|pdf|docx|woff2?|ttf|ico|md)$/;

const paths = execFileSync("git", ["-C", root, "ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);
let count = 0;
for (const path of paths) {
    if (path === own || /\.(png|pdf|docx|xlsx|zip|woff2?|ttf|ico)$/.test(path)) continue;
    let text;
    try {
        text = read(path);
    } catch {
        continue; // deleted in the work tree
    }
    count++;
    const lines = text.split("\n");
    for (const [pattern, what] of rules) {
        if (skipped.test(path) && !/registry|how the work/.test(what)) continue;
        lines.forEach((line, index) => {
            if (pattern.test(line)) faults.push(`${path}:${index + 1}: ${what}: ${line.trim().slice(0, 80)}`);
        });
    }
}
finish("check-words", faults, `${count} files`);
