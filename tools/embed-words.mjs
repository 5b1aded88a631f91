// node embed-words.mjs OUT.cpp: what the page calls the stable codes that spreadsheets tell (web/src/words/vi.ts), as the table of
// src/office/registers/spreadsheets.h.
import { writeFileSync } from "node:fs";
import { vi } from "../web/src/words/vi.ts";

const groups = {
    actions: vi.actions,
    "access.actions": vi.access.actions,
    "audit.kinds": vi.audit.kinds,
    "copies.form": vi.copies.form,
    "copies.state": vi.copies.state,
    day_kind: vi.day_kind,
    "groups.kinds": vi.delivery.groups.kinds,
    "mandates.kinds": vi.office.mandates.kinds,
    permission: vi.permission,
};
const literal = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const rows = Object.entries(groups).flatMap(([group, words]) => Object.entries(words).map(([code, text]) => `    {{${literal(group)}, ${literal(code)}}, ${literal(text)}},`));
writeFileSync(
    process.argv[2],
    `#include "office/registers/spreadsheets.h"

namespace congso::registers {

std::string page_word(std::string_view group, std::string_view code)
{
    static const std::map<std::pair<std::string_view, std::string_view>, std::string_view> words{
${rows.join("\n")}
    };
    const auto found = words.find({group, code});
    return std::string{found == words.end() ? code : found->second};
}

} // namespace congso::registers
`,
);
