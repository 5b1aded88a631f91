// The dependency rule: app → office → lib, a folder uses only those above it in its list and in its DEPENDS line, each kind of
// file of a feature includes only what its kind may, and a header of lib shows no C library. Also finds cycles of includes.
// --depfile STAMP FILE: writes for ninja what was read.
import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { depends, exists, files, finish, folders, includes, order, read, root, sources } from "./tree.mjs";

const faults = [];
const lists = { lib: order("src/lib/CMakeLists.txt"), office: order("src/office/CMakeLists.txt") };

// Folders of lib that only compute: no database, no network, no child process.
const pure = ["base", "text", "crypto", "media", "archive", "xml", "ooxml", "pdf", "print"];

// What a kind of file may include of lib; the rows above are included in each. null: everything.
const kinds = {
    plain: { lib: pure, own: ["plain"], other: ["plain"] },
    store: { lib: [...pure, "db"], own: ["plain", "store"], other: ["plain", "sight"] },
    service: { lib: { without: ["http"] }, own: ["plain", "store", "service"], other: ["plain", "sight", "service"] },
    api: { lib: null, own: ["plain", "service", "api"], other: ["plain", "service", "route"] },
    figures: { lib: [...pure, "db"], own: ["plain", "store", "figures"], other: ["plain", "sight", "figures"] },
    test: { lib: null, own: null, other: null },
};
// Files of the foundation that other features include although their names end in no kind.
const foundation = {
    "office/actor/reach": "sight", // who may see what: for stores and services
    "office/actor/use_case": "service",
    "office/actor/route": "route", // for the lists of routes
    "office/notify/notify": "service",
};
const foundationFolders = ["actor"]; // not in the five kinds itself

// "office/incoming/incoming_store.h" → "store"
function kindOf(path) {
    const stem = path.replace(/\.(h|cpp)$/, "");
    if (foundation[stem]) return foundation[stem];
    const suffix = basename(stem).match(/_(store|service|api|figures|test)$/);
    return suffix ? suffix[1] : "plain";
}
const isInternal = (path) => /_internal\.h$/.test(path) || /^\/\/ Private to /m.test(read(path));
const foreign = /^(boost\/(beast|asio)|openssl\/|sqlite3\.h|libpq|pq-fe|libxml\/|qpdf\/|xmlsec\/|sodium|archive|curl\/|pango\/|cairo|unicode\/)/;

// Everything below a folder in the DEPENDS lines.
function reachable(layer, folder, found = new Set()) {
    for (const name of depends(layer, folder)) {
        if (found.has(name)) continue;
        found.add(name);
        reachable(lists.lib.includes(name) ? "lib" : "office", name, found);
    }
    return found;
}
const below = new Map();
const uses = (layer, folder) => {
    const key = `${layer}/${folder}`;
    if (!below.has(key)) below.set(key, reachable(layer, folder));
    return below.get(key);
};

function checkInclude(path, layer, folder, target, say) {
    const [otherLayer, otherFolder] = target.split("/");
    if (!exists(`src/${target}`)) return exists(join(dirname(path), target)) ? say(`write "${dirname(path).slice(4)}/${target}"`) : undefined;
    if (layer === "app") return;
    if (otherLayer === "app" || (layer === "lib" && otherLayer === "office")) return say(`${layer} knows nothing of ${otherLayer}`);
    if (layer === otherLayer && folder === otherFolder) {
        const rule = kinds[kindOf(path.slice(4))];
        const kind = kindOf(target);
        if (layer === "office" && !foundationFolders.includes(folder) && rule?.own && !rule.own.includes(kind))
            say(`a ${kindOf(path)} file does not include its ${kind}`);
        return;
    }
    if (isInternal(`src/${target}`)) say(`${target} is private to its folder`);
    const isTest = kindOf(path) === "test";
    if (isTest) return;
    if (layer === otherLayer && lists[layer].indexOf(otherFolder) > lists[layer].indexOf(folder))
        return say(`${otherFolder} comes after ${folder} in src/${layer}/CMakeLists.txt`);
    if (exists(`src/${layer}/${folder}/CMakeLists.txt`) && !uses(layer, folder).has(otherFolder))
        return say(`${otherFolder} is not in the DEPENDS line of ${folder}`);
    if (layer !== "office" || foundationFolders.includes(folder)) return;
    const rule = kinds[kindOf(path.slice(4))] ?? kinds.service;
    if (otherLayer === "lib") {
        const allowed = rule.lib === null || (Array.isArray(rule.lib) ? rule.lib.includes(otherFolder) : !rule.lib.without.includes(otherFolder));
        if (!allowed) say(`a ${kindOf(path)} file does not include lib/${otherFolder}`);
    } else if (rule.other && !rule.other.includes(kindOf(target))) {
        say(`a ${kindOf(path)} file does not include the ${kindOf(target)} of another feature`);
    }
}

const graph = new Map();
for (const path of sources()) {
    const [, layer, folder] = path.split("/");
    graph.set(path, []);
    for (const { line, quoted, angled } of includes(path)) {
        const say = (what) => faults.push(`${path}:${line}: ${what}`);
        if (quoted) {
            checkInclude(path, layer, folder, quoted, say);
            if (exists(`src/${quoted}`)) graph.get(path).push(`src/${quoted}`);
        } else if (path.endsWith(".h") && layer !== "app" && foreign.test(angled) && !isInternal(path)) {
            say(`the header shows <${angled}>; keep it in the .cpp or in a header "Private to" its folder`);
        } else if (layer !== "lib" && foreign.test(angled) && !path.endsWith("_test.cpp")) {
            say(`<${angled}> belongs behind a folder of lib`);
        }
    }
}
for (const layer of ["lib", "office"])
    for (const folder of folders(`src/${layer}`))
        if (!lists[layer].includes(folder) && files(`src/${layer}/${folder}`).length) faults.push(`src/${layer}/CMakeLists.txt: ${folder} is missing`);

const state = new Map();
function visit(path, trail) {
    if (state.get(path) === "done") return;
    if (trail.includes(path)) return faults.push(`a cycle: ${[...trail.slice(trail.indexOf(path)), path].join(" → ")}`);
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, "done");
}
for (const path of graph.keys()) visit(path, []);

finish("check-layers", faults, `${graph.size} files keep the rule`);

const [flag, stamp, depfile] = process.argv.slice(2);
if (flag === "--depfile" && !faults.length) {
    const read = [...graph.keys(), ...files("src", (path) => path.endsWith("CMakeLists.txt"))];
    const all = [...read, ...new Set(read.map(dirname)), "src/lib", "src/office"].map((path) => join(root, path));
    writeFileSync(depfile, `${stamp}: ${all.join(" ")}\n`);
    writeFileSync(stamp, "");
}
