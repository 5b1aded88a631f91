// How much a newcomer reads: files by kind with their median and longest, files per endpoint, and for a route the files between
// its URL and its SQL. `node tools/tree-numbers.mjs [/api/path]`
import { basename } from "node:path";
import { files, folders, includes, read, sources } from "./tree.mjs";

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
summary("src/lib", code.filter((path) => path.startsWith("src/lib/") && !isTest(path)));
summary("src/office", code.filter((path) => path.startsWith("src/office/") && !isTest(path)));
summary("src/app", code.filter((path) => path.startsWith("src/app/") && !isTest(path)));
summary("tests beside code", code.filter(isTest));
summary("web/src", files("web/src", (path) => /\.tsx?$/.test(path)));
summary("tests", files("tests", (path) => /\.(ts|cpp|h)$/.test(path) && !path.includes("node_modules")));
summary("tools", files("tools", (path) => path.endsWith(".mjs")));

// A route begins with its path as a string in an _api file.
const routes = code
    .filter((path) => path.endsWith("_api.cpp"))
    .flatMap((path) => [...read(path).matchAll(/"(\/api\/[^"?]*)",/g)].map(([, url]) => ({ url, path })));

console.log("\nendpoints          files  a file's endpoints");
for (const folder of folders("src/office")) {
    const own = code.filter((path) => path.startsWith(`src/office/${folder}/`) && !isTest(path));
    const endpoints = routes.filter(({ path }) => path.startsWith(`src/office/${folder}/`)).length;
    if (own.length) console.log(`${folder.padEnd(14)} ${String(endpoints).padStart(3)} ${String(own.length).padStart(6)}${endpoints ? `  ${(own.length / endpoints).toFixed(1)} files an endpoint` : ""}`);
}

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
const wanted = process.argv[2];
console.log("\nfiles from a URL to its SQL");
const trails = new Map(routes.map(({ path }) => [path, trail(path)]));
for (const [api, list] of trails) {
    if (wanted && !routes.some(({ url, path }) => url === wanted && path === api)) continue;
    const bodies = list.filter((path) => path.endsWith(".cpp"));
    console.log(`${basename(api, "_api.cpp").padEnd(14)} ${bodies.length} .cpp and ${list.length - bodies.length} .h, ${list.reduce((sum, path) => sum + lines(path), 0)} lines: ${bodies.map((path) => basename(path)).join(" → ")}`);
}
