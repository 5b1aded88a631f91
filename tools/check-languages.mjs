// Every sentence of web/src/words/vi.ts is said in English too, of the same kind (text, a function, a list as long). What is written
// into documents (ready phrases of an instruction) stays Vietnamese in every language.
import { join } from "node:path";
import { finish, root } from "./tree.mjs";

const own = /^(incoming\.(quick|instruction_phrases)|figures\.titles)(\.|$)/;

const load = async (language) => (await import(join(root, `web/src/words/${language}.ts`)))[language];
const faults = [];
let count = 0;

function compare(vi, en, path) {
    for (const name of new Set([...Object.keys(vi), ...Object.keys(en)])) {
        const at = path ? `${path}.${name}` : name;
        if (own.test(at)) continue;
        const here = vi[name], there = en[name];
        if (here === undefined) faults.push(`web/src/words/en.ts: ${at} is no sentence of vi.ts`);
        else if (there === undefined) faults.push(`web/src/words/en.ts: ${at} is missing: ${typeof here === "string" ? here : "…"}`);
        else if (typeof here !== typeof there || Array.isArray(here) !== Array.isArray(there)) faults.push(`web/src/words/en.ts: ${at} is of another kind`);
        else if (Array.isArray(here) && here.length !== there.length) faults.push(`web/src/words/en.ts: ${at} has ${there.length} of ${here.length}`);
        else if (typeof here === "object" && !Array.isArray(here)) compare(here, there, at);
        else {
            count++;
            if (typeof here === "function" && there.length > here.length) faults.push(`web/src/words/en.ts: ${at} takes more than vi.ts gives`);
        }
    }
}

compare(await load("vi"), await load("en"), "");
const { guides: vi } = await import(join(root, "web/src/guide/vi.ts"));
const { guides: en } = await import(join(root, "web/src/guide/en.ts"));
for (const [role, { day, keys, when }] of Object.entries(vi))
    for (const [part, here] of Object.entries({ day, keys, when }))
        if (here.length !== en[role]?.[part].length) faults.push(`web/src/guide/en.ts: ${role}.${part} is not as long as in vi.ts`);
finish("check-languages", faults, `${count} sentences`);
