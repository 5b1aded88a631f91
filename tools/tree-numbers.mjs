// How much a newcomer reads: files by kind with their median and longest, files per endpoint, and for a route the files between
// its URL and its SQL. `node tools/tree-numbers.mjs [/api/path]` prints them; `--write` writes what docs/architecture.md shows.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { files, folders, includes, read, root, sources } from "./tree.mjs";

const lines = (path) => read(path).split("\n").length - 1;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function summary(name, paths) {
    if (!paths.length) return;
    const sized = paths.map((path) => ({ path, lines: lines(path) })).sort((a, b) => b.lines - a.lines);
    const sum = sized.reduce((total, one) => total + one.lines, 0);
    const middle = median(sized.map((one) => one.lines));
    console.log(`${name.padEnd(18)} ${String(paths.length).padStart(4)} files ${String(sum).padStart(6)} lines   median ${String(middle).padStart(3)}   longest ${sized[0].lines} ${sized[0].path}`);
}

const code = sources();
const isTest = (path) => /_test\.cpp$/.test(path);
// Every route of the table of permissions, which a test compares with the program's own, belongs to the _api file that spells the
// longest part of its path.
const spelled = code
    .filter((path) => path.endsWith("_api.cpp"))
    .flatMap((path) => [...read(path).matchAll(/"(\/api\/[^"?]*)"/g)].map(([, url]) => ({ url, path })));
const routes = Object.keys(JSON.parse(read("tests/functional/permissions.json")).routes).flatMap((name) => {
    const url = name.replace(/^\w+ /, "");
    const [best] = spelled.filter((one) => url === one.url || url.startsWith(`${one.url}/`)).sort((x, y) => y.url.length - x.url.length);
    return best ? [{ url, path: best.path }] : [];
});

// From the _api file down to the _store files that its service uses: what one opens to follow a request of this feature.
function trail(api) {
    const own = api.replace(/[^/]+$/, "");
    const seen = [api];
    for (const path of seen)
        for (const { quoted } of includes(path)) {
            const header = `src/${quoted ?? ""}`;
            const source = header.replace(/\.h$/, ".cpp");
            if (!header.startsWith(own)) continue;
            for (const next of [header, source]) if (code.includes(next) && !seen.includes(next)) seen.push(next);
        }
    return seen;
}
const trails = new Map(routes.map(({ path }) => [path, trail(path)]));
const bodies = (list) => list.filter((path) => path.endsWith(".cpp"));

// What docs/architecture.md shows: what changes only when a feature comes or goes.
const structure = [...trails].map(([api, list]) => `${basename(api, "_api.cpp").padEnd(14)} ${bodies(list).map((path) => basename(path)).join(" → ")}`).sort();
const page = "docs/architecture.md";
const [begin, end] = ["<!-- node tools/tree-numbers.mjs --write -->\n```\n", "\n```\n<!-- end -->"];
export function faultsOfPage() {
    const text = read(page);
    const from = text.indexOf(begin);
    const shown = text.slice(from + begin.length, text.indexOf(end, from)).split("\n");
    const missing = structure.filter((line) => !shown.includes(line)).map((line) => `${page} lacks: ${line}`);
    return from < 0 ? [`${page} has no place for the features`] : [...missing, ...shown.filter((line) => !structure.includes(line)).map((line) => `${page} has: ${line}`)];
}

function print(wanted) {
    summary("src/lib", code.filter((path) => path.startsWith("src/lib/") && !isTest(path)));
    summary("src/office", code.filter((path) => path.startsWith("src/office/") && !isTest(path)));
    summary("src/app", code.filter((path) => path.startsWith("src/app/") && !isTest(path)));
    summary("tests beside code", code.filter(isTest));
    summary("web/src", files("web/src", (path) => /\.tsx?$/.test(path)));
    summary("tests", files("tests", (path) => /\.(ts|cpp|h)$/.test(path) && !path.includes("node_modules")));
    summary("tools", files("tools", (path) => path.endsWith(".mjs")));

    console.log("\nendpoints          files  a file's endpoints");
    for (const folder of folders("src/office")) {
        const own = code.filter((path) => path.startsWith(`src/office/${folder}/`) && !isTest(path));
        const endpoints = routes.filter(({ path }) => path.startsWith(`src/office/${folder}/`)).length;
        if (own.length) console.log(`${folder.padEnd(14)} ${String(endpoints).padStart(3)} ${String(own.length).padStart(6)}${endpoints ? `  ${(own.length / endpoints).toFixed(1)} files an endpoint` : ""}`);
    }

    console.log("\nfiles from a URL to its SQL");
    for (const [api, list] of trails) {
        if (wanted && !routes.some(({ url, path }) => url === wanted && path === api)) continue;
        const sum = list.reduce((total, path) => total + lines(path), 0);
        console.log(`${basename(api, "_api.cpp").padEnd(14)} ${bodies(list).length} .cpp and ${list.length - bodies(list).length} .h, ${sum} lines: ${bodies(list).map((path) => basename(path)).join(" → ")}`);
    }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    if (process.argv[2] === "--write") {
        const text = read(page);
        const from = text.indexOf(begin) + begin.length;
        writeFileSync(join(root, page), text.slice(0, from) + structure.join("\n") + text.slice(text.indexOf(end, from)));
    } else {
        print(process.argv[2]);
    }
}
