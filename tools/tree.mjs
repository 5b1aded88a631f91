// What the checks share: the tree's files, their includes, their string literals.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const read = (path) => readFileSync(join(root, path), "utf8");
export const exists = (path) => existsSync(join(root, path));

// Paths from the root, in order; `wanted` sees each.
export function files(folder, wanted = () => true) {
    if (!exists(folder)) return [];
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
        .filter(wanted)
        .sort();
}
export const folders = (parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name);
export const sources = () => files("src", (path) => /\.(h|cpp)$/.test(path));

// The folders of a list file (src/lib/CMakeLists.txt), in their order.
export const order = (listFile) => read(listFile).match(/foreach\(folder ([^)]+)\)/)[1].trim().split(/\s+/);

// Folder → what its congso_module call names under DEPENDS.
export function depends(layer, folder) {
    const path = `src/${layer}/${folder}/CMakeLists.txt`;
    const call = exists(path) ? read(path).match(/congso_module\([\s\S]*?\bDEPENDS\s+([^)]*?)(?=\s+(?:SOURCES|LIBRARIES|TESTS)\b|\))/) : null;
    return call ? call[1].trim().split(/\s+/) : [];
}

// [{line, quoted, angled}]: what a file includes.
export function includes(path) {
    return read(path)
        .split("\n")
        .map((text, index) => ({ line: index + 1, match: text.match(/^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)/) }))
        .filter(({ match }) => match)
        .map(({ line, match }) => ({ line, quoted: match[1], angled: match[2] }));
}

const lineAt = (text, position) => text.slice(0, position).split("\n").length;

// The string expressions of a C++ file: literals side by side, or joined with +, become one text; what else is joined becomes
// " … ", with all that stands inside a call of it. [{line, text, before}]; `before` is the code in front.
export function strings(path) {
    const code = read(path);
    const found = [];
    const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])'|R"(\w*)\(([\s\S]*?)\)\1"|"((?:\\.|[^"\\\n])*)"/g;
    let position = 0;
    let open = null;
    let depth = 0; // of brackets since `open` began
    for (let match; (match = token.exec(code)); ) {
        const [all, , raw, plain] = match;
        const gap = code.slice(position, match.index);
        position = match.index + all.length;
        if (open) {
            depth = continues(gap, depth);
            if (depth === null) open = null;
            else open.gap += gap.trim();
        }
        if (raw === undefined && plain === undefined) continue;
        const text = raw ?? plain.replace(/\\n/g, "\n").replace(/\\"/g, '"');
        if (!open) {
            open = { line: lineAt(code, match.index), text, before: code.slice(Math.max(0, match.index - 200), match.index), gap: "" };
            found.push(open);
            depth = 0;
        } else if (depth <= 0) {
            open.text += (open.gap ? " … " : "") + text;
            open.gap = "";
        }
    }
    return found;
}

// The depth of brackets after the code between two literals, or null where it ends the string expression.
function continues(gap, before) {
    let depth = before;
    for (const letter of gap) {
        if ("({[".includes(letter)) depth++;
        if (")}]".includes(letter)) depth--;
        if (letter === ";" || (letter === "," && depth <= 0)) return null;
    }
    const joined = gap.trim() === "" || /^[)}\s]*\+/.test(gap) || /\+\s*$/.test(gap) || before > 0 || depth > 0;
    return joined ? Math.max(depth, 0) : null;
}

export function finish(name, faults, summary) {
    for (const fault of faults) console.error(fault);
    console.log(faults.length ? `${name}: ${faults.length} faults` : `${name}: ${summary}`);
    process.exitCode = faults.length ? 1 : 0;
}
