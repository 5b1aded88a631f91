// node embed-assets.mjs DIST OUT: packs the built page into OUT/pack.bin and writes OUT/table.cpp, which includes the pack by
// .incbin and defines assets() of src/app/assets.h. Compressed copies are kept in OUT/copies by content.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [dist, out] = process.argv.slice(2);
const placeholder = "CONGSO_STYLE_NONCE";

const mediaTypes = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".icc": "application/vnd.iccprofile",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
};

function filesOf(folder) {
    if (!existsSync(join(folder, "index.html"))) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
        .sort((a, b) => (`/${a}` < `/${b}` ? -1 : 1));
}

function copy(bytes, digest, suffix, compress) {
    const kept = join(out, "copies", digest + suffix);
    if (!existsSync(kept)) writeFileSync(kept, compress(bytes));
    used.add(digest + suffix);
    const compressed = readFileSync(kept);
    return compressed.length < bytes.length * 0.9 ? compressed : Buffer.alloc(0);
}

mkdirSync(join(out, "copies"), { recursive: true });
const used = new Set();
const pack = [];
let size = 0;
function place(bytes) {
    const view = `bytes(${size}, ${bytes.length})`;
    pack.push(bytes);
    size += bytes.length;
    return view;
}

const rows = filesOf(dist).map((path) => {
    const bytes = readFileSync(join(dist, path));
    const digest = createHash("sha256").update(bytes).digest("hex");
    const hasNonce = bytes.includes(placeholder) && path.endsWith(".html");
    const compressed = (suffix, compress) => (hasNonce ? Buffer.alloc(0) : copy(bytes, digest, suffix, compress));
    const quality = bytes.length < 1_000_000 && !path.startsWith("pdfjs/") ? 11 : 9; // 11 costs 2 s a megabyte
    const brotli = compressed(".br", (input) => brotliCompressSync(input, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    const gzip = compressed(".gz", (input) => gzipSync(input, { level: 9 }));
    const immutable = /^assets\/.+-[\w-]{8}\.\w+$/.test(path);
    const mediaType = mediaTypes[extname(path)] ?? "application/octet-stream";
    return (
        `    {"/${path}", "${mediaType}", "\\"${digest.slice(0, 32)}\\"",\n` +
        `     ${place(bytes)}, ${place(brotli)}, ${place(gzip)}, ${immutable}, ${hasNonce}},\n`
    );
});
for (const name of readdirSync(join(out, "copies"))) if (!used.has(name)) rmSync(join(out, "copies", name));

writeFileSync(join(out, "pack.bin"), Buffer.concat([...pack, Buffer.from([0])]));
writeFileSync(
    join(out, "table.cpp"),
    `// Written by tools/embed-assets.mjs.
#include "app/assets.h"

#include <algorithm>
#include <array>

asm(".section .rodata.congso_assets, \\"a\\"\\n"
    ".balign 16\\n"
    ".global congso_assets_pack\\n"
    "congso_assets_pack:\\n"
    ".incbin \\"${join(out, "pack.bin")}\\"\\n"
    ".previous\\n");
extern "C" const char congso_assets_pack[];

namespace congso::app {
namespace {

[[maybe_unused]] std::string_view bytes(std::size_t from, std::size_t length) { return {congso_assets_pack + from, length}; }

const std::array<Asset, ${rows.length}> table = {{
${rows.join("")}}};

} // namespace

std::span<const Asset> assets() { return table; }

const Asset* find_asset(std::string_view path)
{
    const auto* found = std::lower_bound(table.data(), table.data() + table.size(), path,
                                         [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
    return found != table.data() + table.size() && found->path == path ? found : nullptr;
}

} // namespace congso::app
`,
);
