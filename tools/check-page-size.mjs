// The promise of the first page: what a browser must load before the sign-in page stands is under 300 KB compressed.
// Counts index.html, the scripts and styles it names, and what those import statically. Fonts are counted when a style
// names them as woff2 for the Vietnamese and Latin subsets, for the page cannot be read without them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const limit = 300_000;
const dist = process.argv[2] ?? "web/dist";
const text = (path) => readFileSync(join(dist, path), "utf8");
const page = text("index.html");
const wanted = new Set([...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]));
for (const path of wanted)
    if (path.endsWith(".js"))
        for (const match of text(path).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) wanted.add(`assets/${match[1]}`);

const compressed = (path) =>
    brotliCompressSync(readFileSync(join(dist, path)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const code = compressed("index.html") + [...wanted].reduce((sum, path) => sum + compressed(path), 0);
const fonts = readdirSync(join(dist, "assets"))
    .filter((name) => name.endsWith(".woff2"))
    .reduce((sum, name) => sum + readFileSync(join(dist, "assets", name)).length, 0);
const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;
console.log(`first page: ${kilobytes(code + fonts)} compressed (${kilobytes(code)} code, ${kilobytes(fonts)} fonts)`);
if (code + fonts > limit) {
    console.error(`more than the ${kilobytes(limit)} promised`);
    process.exit(1);
}
