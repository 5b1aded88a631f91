// Every act that the audit records has its words on the page, and every kind of record too: nobody reads a code there.
import { finish, read, sources } from "./tree.mjs";
import { vi } from "../web/src/words/vi.ts";

const acts = new Map(); // where each is recorded
const kinds = new Map();
for (const path of sources().filter((each) => each.endsWith(".cpp") && !each.endsWith("_test.cpp"))) {
    const text = read(path);
    for (const [call] of text.matchAll(/\brecord\(\s*tx,[\s\S]*?;/g)) {
        for (const [, act] of call.matchAll(/"([a-z_]+\.[a-z_]+)"/g)) acts.set(act, path);
        for (const [, kind] of call.matchAll(/"[a-z_]+\.[a-z_]+"\s*,\s*"([a-z_]+)"/g)) kinds.set(kind, path);
    }
    for (const [, kind] of text.matchAll(/std::string_view record_kind = "([a-z_]+)"/g)) kinds.set(kind, path);
}
const faults = [
    ...[...acts].filter(([act]) => !vi.actions[act]).map(([act, path]) => `${path} records ${act}, for which vi.ts has no words in «actions»`),
    ...[...kinds].filter(([kind]) => !vi.audit.kinds[kind]).map(([kind, path]) => `${path} records something of the kind ${kind}, which vi.ts does not name in «audit.kinds»`),
];
if (acts.size < 80) faults.push("the audit is not written where it was");
finish("check-acts", faults, `${acts.size} acts and ${kinds.size} kinds have words`);
