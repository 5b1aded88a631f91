// Every sentence of the page has its English one: what is missing there would be said in Vietnamese on an English page.
import { finish } from "./tree.mjs";
import { en } from "../web/src/words/en.ts";
import { vi } from "../web/src/words/vi.ts";

// What the page writes into a document, whose language is the office's.
const written = new Set(["proposal", "instruction", "progress", "comment"].map((place) => `phrases.own.${place}`));
const marked = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i; // letters that no English word has
const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const kindOf = (value) => (Array.isArray(value) ? "a list" : typeof value === "function" ? "a sentence with facts" : isGroup(value) ? "a group" : "a sentence");

const faults = [];
let count = 0;
function compare(own, other, path) {
    for (const name of new Set([...Object.keys(own), ...Object.keys(other)])) {
        const at = [...path, name].join(".");
        const [first, second] = [own[name], other[name]];
        if (first === undefined && Object.keys(own).length === 0) continue; // named by the server, in Vietnamese
        if (first === undefined) faults.push(`${at} is said in English only: vi.ts no longer has it`);
        else if (second === undefined) faults.push(`${at} has no English`);
        else if (kindOf(first) !== kindOf(second)) faults.push(`${at} is ${kindOf(first)} in Vietnamese and ${kindOf(second)} in English`);
        else if (isGroup(first)) compare(first, second, [...path, name]);
        else {
            count++;
            if (Array.isArray(first) && first.length !== second.length) faults.push(`${at} has ${first.length} lines in Vietnamese and ${second.length} in English`);
            if (!written.has(at) && String(first) === String(second) && marked.test(String(first))) faults.push(`${at} is Vietnamese in English, too`);
        }
    }
}
compare(vi, en, []);
if (count < 1000) faults.push("the words are not where they were");
finish("check-languages", faults, `${count} sentences in both languages`);
