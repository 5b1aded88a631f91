// Every code with which the server refuses has a sentence in web/src/words/vi.ts: codes of a whole refusal (`errors`), unless it is
// internal or unavailable (the page has one sentence for each), and codes of single fields (`faults`).
import { execFileSync } from "node:child_process";
import { finish, read, root } from "./tree.mjs";

// What only the command line, a log or the start of the program ever says.
const unseen = /^src\/app\/(?!web\.cpp)|^src\/lib\/base\/|_test\.cpp$|^src\/lib\/(crypto|blob)\/|^src\/lib\/archive\/tar|^src\/lib\/ooxml\/template|^src\/lib\/db\/(?!sqlite|postgres)/;
const unseenCodes = new Set(["db.backup_exists", "db.schema_changed", "db.schema_newer", "metrics.local_only", "http.file", "asset.unknown", "page.not_built"]);

const words = read("web/src/words/vi.ts");
function namesIn(block) {
    const start = words.indexOf(`\n    ${block}: {`);
    const body = words.slice(start, words.indexOf("\n    },", start));
    return new Set([...body.matchAll(/^ {8}(?:"([\w.]+)"|(\w+)):/gm)].map(([, quoted, plain]) => quoted ?? plain));
}
const errors = namesIn("errors");
const fields = namesIn("faults");
const last = (code) => code.split(".").pop();

const faults = [];
const paths = execFileSync("git", ["-C", root, "ls-files", "-z", "src"], { encoding: "utf8" }).split("\0");
let count = 0;
for (const path of paths) {
    if (!path.endsWith(".cpp") || unseen.test(path)) continue;
    const text = read(path);
    for (const [, kind, code] of text.matchAll(/Error::(invalid|unauthenticated|forbidden|not_found|conflict|too_large)\(\s*"([^"]+)"/g)) {
        count++;
        const known = errors.has(code) || (last(code) !== "unknown" && errors.has(last(code))) || /^(forbidden|not_found|too_large|unauthenticated)$/.test(kind);
        if (!known && !unseenCodes.has(code)) faults.push(`${path}: ${code} has no sentence among errors`);
    }
    for (const line of text.split("\n")) {
        if (!/invalid_field\(|faults\.(add|push_back)\(|add_fault\(|add_name_fault\(/.test(line)) continue;
        for (const [, code] of line.replace(/"[^"]*" \+|\+ "[^"]*"/g, "").matchAll(/"([a-z_.]+)"/g)) {
            count++;
            if (!fields.has(last(code))) faults.push(`${path}: ${code} has no sentence among faults`);
        }
    }
}
if (errors.size < 30 || fields.size < 20) faults.push("web/src/words/vi.ts: errors and faults are not where they were");
finish("check-codes", faults, `${count} codes`);
