// What every statement of a feature keeps to: the agency comes first in each WHERE, each list is ordered, no LIKE on people's
// text, and SQL stands in the _store files only. Tables of an agency have `agency` first in their key.
import { files, finish, read, strings } from "./tree.mjs";

const faults = [];

// Tables of the whole installation: found by their own key, or before the agency is known.
const installation = new Set(["setting", "job", "agency", "account", "session", "schema_migration", "archive_rule"]);
// Besides *_store.cpp and *_figures.cpp, the foundation speaks SQL in these.
const speaksSql = /(_store|_figures)\.cpp$|^src\/office\/actor\/(reach|use_case|filter)\.cpp$/;
const isStatement = /^\s*(SELECT\s[\s\S]*\sFROM\s|INSERT INTO\s|UPDATE\s\w+\sSET\s|DELETE FROM\s|WITH\s\w+\s[\s\S]*\bAS\s*\()/;

let statements = 0;
for (const path of files("src/office", (name) => name.endsWith(".cpp") && !name.endsWith("_test.cpp")))
    for (const { line, text, before } of strings(path)) {
        const say = (what) => faults.push(`${path}:${line}: ${what}: ${text.trim().replace(/\s+/g, " ").slice(0, 90)}`);
        if (/\bI?LIKE\s+(\$|'|…)/.test(text)) say("no LIKE on people's text; search has folded columns");
        const isTail = /^\s*WHERE\s/.test(text); // of a statement whose beginning has a name of its own
        if (!isStatement.test(text) && !isTail) continue;
        if (!speaksSql.test(path)) {
            say("SQL belongs into the feature's _store.cpp");
            continue;
        }
        statements++;
        if (/\bconst(expr)? [\w: ]*\w+ = $/.test(before) && !/\bWHERE\b/.test(text)) continue; // such a beginning
        if (isTail && !/^\s*WHERE\s+\(?(\w+\.)?agency = /.test(text)) say("a WHERE that does not begin with the agency");
        if (!isTail) checkStatement(text, before, say);
    }

function checkStatement(text, before, say) {
    const common = new Set([...text.matchAll(/(?:\bWITH|,)\s+(?:RECURSIVE\s+)?(\w+)(?:\s*\([^)]*\))?\s+AS\s*\(/g)].map((match) => match[1]));
    const tables = [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z]\w*)/g)].map((match) => match[1]).filter((name) => !common.has(name));
    const main = tables[0];
    const ofAgency = tables.filter((name) => !installation.has(name) && name !== "excluded");
    if (/^\s*SELECT/.test(text) && /\.(list|list_with)<[^;]*\(\s*(std::string\{)?$/.test(before) && !/\bORDER BY\b/.test(text))
        say("a list without ORDER BY");
    if (!ofAgency.length) return;
    if (main && installation.has(main)) {
        for (const name of ofAgency)
            if (!new RegExp(`\\b${name}\\b[^)]*?\\bagency = `).test(text)) say(`${name} is joined without its agency`);
        return;
    }
    const insert = text.match(/^\s*INSERT INTO\s+\w+\s*\(\s*(\w+)/);
    if (insert && insert[1] !== "agency" && insert[1] !== "…") say("agency is not the first column");
    const body = text.replace(/\bON CONFLICT\b[\s\S]*?(\bDO NOTHING\b|\bDO UPDATE\b)/g, "$1");
    if (/^\s*INSERT/.test(body) && !/\bSELECT\b/.test(body)) return;
    const conditions = [...body.matchAll(/\bWHERE\s+(\(?\s*)([\s\S]{0,40})/g)];
    if (!conditions.length && !/…\s*$|… /.test(body)) say("no WHERE agency = $1");
    for (const [, , start] of conditions)
        if (!/^(\w+\.)?agency = (\$\d|\w+\.agency|…)/.test(start) && !new RegExp(`\\bFROM\\s+(${[...common, "-"].join("|")})\\b[^()]*\\bWHERE\\s+${escape(start)}`).test(body))
            say("a WHERE that does not begin with the agency");
}
function escape(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

let tables = 0;
const page = read("docs/database.md");
const told = new Set([...page.slice(page.indexOf("\n## The tables\n")).matchAll(/`([^`]+)`/g)].flatMap(([, names]) => names.split(/\s+/)));
for (const path of files("db/migrations", (name) => name.endsWith(".sql"))) {
    const text = read(path).replace(/--[^\n]*/g, "");
    for (const [, name, columns] of text.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\)/g)) {
        tables++;
        const kept = name.replace(/_new$/, ""); // a table that is made anew takes the name of the old one
        if (!told.has(kept)) faults.push(`docs/database.md: ${kept} (${path}) is not among the tables`);
        if (installation.has(name)) continue;
        if (!/^\s*agency TEXT NOT NULL/.test(columns)) faults.push(`${path}: ${name} does not begin with agency TEXT NOT NULL`);
        if (!/PRIMARY KEY \(agency\b|^\s*agency TEXT NOT NULL PRIMARY KEY/.test(columns)) faults.push(`${path}: the key of ${name} does not begin with agency`);
    }
}
finish("check-sql", faults, `${statements} statements and ${tables} tables keep the rules`);
