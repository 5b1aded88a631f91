// docs/conformity.md: every function of Decree 30/2020, Appendix VI part I, and every print of Appendices IV and V, with the tests that
// show it; and the articles that tests cite in their names. `node tools/conformity.mjs` writes the page.
//
// A test cites an article in its title, «… (Điều 22)» or «… (Phụ lục VI)»; in C++, where a name holds no such letters, in the comment line
// right above it: // Điều 22. A row names its tests, exactly; `find` takes in those that come later and say so in their title. One test of a
// row at least cites what it shows.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exists, files, read, root } from "./tree.mjs";

const page = "docs/conformity.md";

// [{name, path, articles}]
export function allTests() {
    const found = [];
    for (const path of files("src", (name) => name.endsWith("_test.cpp"))) {
        const lines = read(path).split("\n");
        lines.forEach((line, index) => {
            const [, suite, name] = line.match(/^TEST(?:_P|_F)?\(([\p{L}\w]+), ([\p{L}\w]+)\)/u) ?? [];
            if (!name) return;
            let above = "";
            for (let at = index - 1; /^\s*\/\//.test(lines[at] ?? ""); at--) above = `${lines[at]} ${above}`;
            found.push({ name: `${suite}.${name}`, path, articles: articlesOf(`${above} ${name.replaceAll("_", " ")}`) });
        });
    }
    for (const path of files("tests", (name) => name.endsWith(".test.ts") && !name.includes("node_modules")))
        for (const [, , title] of read(path).matchAll(/\btest\(\s*(["`])((?:\\.|(?!\1)[^\\])*)\1/g)) found.push({ name: title, path, articles: articlesOf(title) });
    return found;
}
const articlesOf = (text) => [...text.matchAll(/(Điều \d+|Phụ lục [IVX]+)/g)].map(([, article]) => article);

const row = (group, must, where, tests = [], more = {}) => ({ group, must, where, tests, ...more });
const part = (number) => ({ later: `Part ${number}` });

// documents.md §12, group by group; then the prints of §10 and §13.
export const rows = [
    row("Create and follow (15)", "create a document, attach files", "`office/outgoing`, `office/files`", ["a draft becomes a page, is checked, approved, numbered and issued (Phụ lục VI)", "FilesTest.attaches_what_the_program_made"]),
    row("Create and follow (15)", "convert formats", "`lib/proc/converter.h`", ["LibreOffice.makes_a_pdf_and_stays_warm_as_long_as_its_owner", "FilesTest.makes_a_pdf_of_an_office_file_and_shows_it_under_the_files_name"]),
    row("Create and follow (15)", "generate the document's code (mã định danh văn bản)", "exchange", [], part(4)),
    row("Create and follow (15)", "show urgency", "`office/templates`, `office/work`", ["OfficialDocument.frames_urgency_and_circulation", "WorkTest.what_is_late_comes_first_then_what_is_due_today_then_by_urgency_and_deadline"]),
    row("Create and follow (15)", "number outgoing and incoming documents by itself, in order of time in the year", "`office/numbering`", ["NumberingTest.many_at_once_leave_neither_gap_nor_twin", "NumberingTest.a_series_begins_at_one_each_year", "every number of every series is issued, reserved or void, with no gap, and belongs to its document"]),
    row("Create and follow (15)", "tell the sender of the receipt by itself", "inside this installation: `office/outgoing`; between installations: exchange", [], { find: [/receipt|sender .*sees|«đã tiếp nhận»|đã đến/i], ...part(4) }),
    row("Create and follow (15)", "fill in the fields that it knows by itself", "`office/templates/reading.h`, `office/outgoing`", ["OutgoingRules.puts_each_field_into_its_box", "Demo.the_superiors_plan_817_waits_and_its_page_is_read_surely"]),
    row("Create and follow (15)", "warn the clerk of a duplicate", "`office/incoming`", ["a twin is told before and at registration, and the clerk may insist (Phụ lục VI)", "IncomingTest.a_twin_is_a_warning_that_the_clerk_may_insist_on"]),
    row("Create and follow (15)", "give notice of a new document", "`office/notify`", ["the head hears of a submitted document while his page is open (Phụ lục VI)", "WorkTest.the_holder_is_told_after_the_commit_and_not_without_one"]),
    row("Create and follow (15)", "show the state at the receiver", "`office/outgoing`", ["what is issued to another agency here arrives there once (Phụ lục VI)"], { find: [/recipient.*(seen|read|state)|«đã xem»/i] }),
    row("Create and follow (15)", "statistics and urging of incoming documents", "`office/work`, `office/figures`", ["IncomingFiguresTest.documents_are_on_time_until_their_day_ends_and_late_ones_count_though_they_are_open"], { find: [/urg(ed|ing|es)|đôn đốc|remind/i] }),
    row("Create and follow (15)", "distribution by the competent person", "`office/incoming`", ["IncomingTest.only_the_clerk_registers_and_only_a_head_directs", "IncomingTest.register_and_submit_is_one_act_and_the_head_accepts_with_one"]),
    row("Create and follow (15)", "drafts may be opened, edited and returned by the competent person", "`office/outgoing`", ["what comes back for revision goes to the drafter with the reason (Phụ lục VI)", "OutgoingTest.goes_by_its_checkers_to_the_signer_and_back_to_the_drafter"]),
    row("Create and follow (15)", "an edited document goes to the signer again", "`office/outgoing`", ["OutgoingTest.goes_to_the_signer_again_when_it_is_edited_after_the_approval"]),
    row("Create and follow (15)", "the sender can see how his document is handled", "exchange", [], part(4)),

    row("Connect", "between Systems", "exchange", [], part(4)),
    row("Connect", "to the historical archive", "archive", [], part(7)),
    row("Connect", "usable on a phone, securely", "`web/src`", ["the head accepts the proposal with one tap on his phone (Phụ lục VI)"]),
    row("Connect", "integration with special systems: an API that describes itself", "`GET /api`", ["signs in, registers a document, reads it and signs out", "the API describes itself in OpenAPI 3.1, route by route, and nothing in it points nowhere (Phụ lục VI)"]),

    row("Security", "levels: nothing secret enters", "`office/incoming`", ["nothing secret enters (Phụ lục VI)"]),
    row("Security", "access rights for each document", "`office/actor/reach.h`", ["a colleague who is not named on a document does not find it at any door (Phụ lục VI)", "IncomingTest.nobody_sees_what_does_not_reach_him"]),
    row("Security", "access rights for each dossier", "`office/work_dossiers`", [], { find: [/dossier.*(reach|sight|see|right)|(reach|sight|see).*dossier/i] }),
    row("Security", "warn of a change of access rights until a competent person confirms it", "`office/accounts`", [], { find: [/(change|grant).*rights?.*(confirm|second)|confirm.*rights?|xác nhận thay đổi quyền/i] }),
    row("Security", "each role passes its own doors and no other", "`tests/functional/permissions.json`", ["the table has a line for every route, role and account, and no other (Phụ lục VI)", "what belongs to another agency is not found at any door"]),

    row("Dossiers", "file catalogue (danh mục hồ sơ)", "`office/work_dossiers`", [], { find: [/catalogue/i] }),
    row("Dossiers", "a code for each dossier, the documents' ordinal by itself", "`office/work_dossiers`", [], { find: [/dossier.*(code|ordinal|symbol)|ordinal/i] }),
    row("Dossiers", "documents and metadata linked by the dossier's code", "`office/work_dossiers`", [], { find: [/dossier.*(xml|metadata)/i] }),
    row("Dossiers", "all dossiers of one account", "`office/work_dossiers`", [], { find: [/dossiers? .*(mine|own|list)|list.*dossiers?/i] }),
    row("Dossiers", "one document in several dossiers of several accounts without copying", "`office/work_dossiers`", [], { find: [/several dossiers|two dossiers/i] }),
    row("Dossiers", "export of a dossier to .pdf and .xml in order of time", "`office/work_dossiers`", [], { find: [/dossier.*(export|pdf)|export.*dossier/i] }),

    row("Keeping", "instructions, distribution, drafts, comments, approvals of content and format", "`office/tasks`, `office/outgoing`", ["IncomingTest.every_act_is_told_in_the_story_and_the_chain_holds", "OutgoingTest.tells_every_act_in_the_story"]),
    row("Keeping", "every version of a draft", "`office/outgoing`", ["an edited file is a new version, and one made from an older file wants to be insisted on (Phụ lục VI)"]),
    row("Keeping", "history of access and viewing", "`office/notify`, access log", ["OutgoingTest.is_read_by_the_people_that_it_names"], { find: [/access log|(print|download).*logged|logged.*(print|download)/i] }),
    row("Keeping", "notice of dossiers due for the archive, 30 days before", "`office/work_dossiers`", [], { find: [/30 days|thirty days|due for the archive/i] }),
    row("Keeping", "hand-over to the current and the historical archive", "archive", [], part(7)),
    row("Keeping", "integrity: of the history", "`office/audit`", ["AuditTest.every_way_of_rewriting_the_chain_is_seen", "AuditTest.a_history_signed_with_another_key_is_seen", "CheckTest.a_cut_table_does_not_reach_the_head_that_lies_beside_it", "CheckTest.a_printed_code_is_proven_however_it_is_typed"]),
    row("Keeping", "integrity: of the files", "`lib/blob`, `office/files`", ["FilesTest.the_check_tells_lost_and_altered_bytes", "StoreTest.notices_damage_and_mends_it_with_the_same_bytes"]),
    row("Keeping", "availability for the whole retention; migration", "`lib/db/migrate.h`", ["MigrateTest.takes_every_migration_of_the_program", "a migration that ran already changes nothing"], { find: [/is migrated/i] }),
    row("Keeping", "periodic back-up and restore", "`app/backup.h`", ["saved on ${engine} while people work, restored elsewhere: the same root, clean, and every document acknowledged before is there (Phụ lục VI)", "BackupTest.a_cut_or_altered_file_leaves_nothing_that_could_be_served"]),

    row("Search and statistics", "counts of documents and dossiers", "`office/figures`", ["every figure of a period is the length of the list that it opens (Phụ lục VI)"]),
    row("Search and statistics", "counts of accesses", "access log", ["what is looked at, printed and taken out is logged for the auditor (Phụ lục VI)", "AccessTest.what_is_read_and_printed_is_listed_newest_first_with_who_and_when"]),
    row("Search and statistics", "search in all fields and in the content", "`office/search`", ["SearchTest.finds_words_with_and_without_marks", "SearchTest.answers_every_query_as_the_words_themselves_do", "two hundred queries each find what they must (Phụ lục VI)"], { find: [/text of (a|the) file|file text|content .*found/i] }),
    row("Search and statistics", "choose columns", "`web/src/ui`", [], { find: [/columns? .*chosen|chooses? .*columns/i] }),
    row("Search and statistics", "sort", "`web/src/ui`", [], { find: [/list.* sorted/i] }),
    row("Search and statistics", "save a query and use it again", "saved filters", ["a filter is kept under a name, shared with the agency, and forgotten by who made it (Phụ lục VI)"], { find: [/saved? (filter|quer)|(filter|query|view).*saved/i] }),
    row("Search and statistics", "export results to .doc, .docx, .pdf", "prints and XLSX of lists", [], { find: [/list.*(xlsx|export)|export.*(list|xlsx|docx)/i] }),
    row("Search and statistics", "download and print; printed pages are marked as printed from the System", "`lib/print`", ["an issued document prints with the mark of the print (Phụ lục VI)", "a list prints black on white over sheets, without the frame, with who printed it and when"]),
    row("Search and statistics", "access log", "access log", [], { find: [/access log|(print|download).*logged|logged.*(print|download)/i] }),

    row("Metadata", "kept for the retention, shown to those who may see them, tied to the document", "`office/incoming`, `office/outgoing`", ["IncomingTest.the_list_answers_every_filter_for_those_who_see_all_and_those_who_do_not"]),
    row("Metadata", "can be supplemented and corrected, with their history", "`office/incoming`", ["a wrong registration is put right: number and day stay, both values are kept (Phụ lục VI)"], { find: [/correct.*(registration|history)|old and new values/i] }),
    row("Metadata", "lengths and types of part II", "`office/incoming`, `office/outgoing`", ["a subject of ten thousand characters is refused, one of five hundred letters with marks is not (Phụ lục VI)", "a draft's subject of ten thousand characters is refused, one of five hundred letters with marks is not", "IncomingTest.texts_and_lists_have_their_limits_and_nothing_but_blanks_is_no_text"]),

    row("Recall", "freeze the outgoing document and its metadata", "`office/outgoing`", ["OutgoingTest.freezes_what_was_recalled_replaced_or_corrected", "an issued document is recalled with a reason, and nothing about it changes any more (Phụ lục VI)"]),
    row("Recall", "cancel the incoming document; keep the metadata of the recall", "`office/outgoing`, `office/incoming`", [], { find: [/recall.*(cancel|incoming|receiver)|cancel.*recall/i] }),

    row("Administration", "groups by level; rights", "`office/accounts`", ["a new colleague gets an account and a role, and works; without the role he does not (Phụ lục VI)", "default_roles.give_the_administrator_no_document_and_only_the_clerk_numbers"]),
    row("Administration", "change of rights at a transfer of staff", "`office/accounts`, `office/org`", ["a role that is taken away is gone with the next request, not with the next session", "OrgTest.who_has_left_signs_nothing_and_takes_no_work"], { find: [/transfer|hands? (over|on) .*open/i] }),
    row("Administration", "restore after an error and report the result", "`app/backup.h`, `app/check.h`", ["BackupTest.what_was_saved_is_proven_where_it_is_restored", "what was acknowledged is there once, with its number and its file"]),
    row("Administration", "lock and freeze collections against moving, deleting and editing", "`office/work_dossiers`, `office/numbering`", [], { find: [/closed (dossier|book)|(dossier|book).*(closed|frozen)/i] }),
    row("Administration", "warning of a conflict", "`office/actor/use_case.h`", ["two tabs that change one draft: the second is told, and both texts are there (Phụ lục VI)", "two administrators who change one person: the second is told"]),
    row("Administration", "set up connections", "exchange", [], part(4)),

    row("Outputs (6)", "register of incoming documents (sổ văn bản đến)", "`office/registers`", ["a year of the book prints with its cover and every number (Phụ lục IV)"]),
    row("Outputs (6)", "report on the handling of incoming documents", "`office/registers`, `office/figures`", ["RegistersTest.the_register_of_handling_tells_deadline_progress_and_reply_Phụ_lục_IV", "every figure of a period is the length of the list that it opens (Phụ lục VI)"], { later: "the report in words, with the reports that write themselves" }),
    row("Outputs (6)", "register of outgoing documents (sổ văn bản đi)", "`office/registers`", ["a year of the book prints with its cover and every number (Phụ lục IV)"]),
    row("Outputs (6)", "report on the handling of outgoing documents", "`office/registers`, `office/figures`", ["RegistersTest.the_register_of_outgoing_documents_and_the_one_of_post_Phụ_lục_IV", "every figure of a period is the length of the list that it opens (Phụ lục VI)"], { later: "the report in words, with the reports that write themselves" }),
    row("Outputs (6)", "index of documents in a dossier", "`office/work_dossiers`", [], { find: [/index of documents|mục lục văn bản/i] }),
    row("Outputs (6)", "index of dossiers", "`office/work_dossiers`", [], { find: [/index of dossiers|mục lục hồ sơ/i] }),

    row("Prints (Phụ lục IV)", "sổ đăng ký văn bản đi (10 columns)", "`office/registers`", ["a year of the book prints with its cover and every number (Phụ lục IV)", "the day's books are downloaded: both documents stand in them, under the decree's columns (Phụ lục IV)", "every book prints every register it has, from its cover to its last page (Phụ lục IV)"]),
    row("Prints (Phụ lục IV)", "sổ đăng ký văn bản đến (10 columns)", "`office/registers`", ["a year of the book prints with its cover and every number (Phụ lục IV)", "the day's books are downloaded: both documents stand in them, under the decree's columns (Phụ lục IV)", "every book prints every register it has, from its cover to its last page (Phụ lục IV)"]),
    row("Prints (Phụ lục IV)", "sổ gửi văn bản đi bưu điện (6 columns)", "`office/registers`", ["RegistersTest.the_register_of_outgoing_documents_and_the_one_of_post_Phụ_lục_IV", "every book prints every register it has, from its cover to its last page (Phụ lục IV)"]),
    row("Prints (Phụ lục IV)", "sổ sử dụng bản lưu (9 columns)", "`office/kept_copies`", [], { find: [/bản lưu|kept cop(y|ies)/i] }),
    row("Prints (Phụ lục IV)", "sổ theo dõi giải quyết văn bản đến (7 columns)", "`office/registers`", ["RegistersTest.the_register_of_handling_tells_deadline_progress_and_reply_Phụ_lục_IV", "the day's books are downloaded: both documents stand in them, under the decree's columns (Phụ lục IV)", "every book prints every register it has, from its cover to its last page (Phụ lục IV)"]),
    row("Prints (Phụ lục IV)", "the «ĐẾN» stamp and the handling slip", "`office/registers`", ["a document prints with the stamp, and its slip; its file stays as it came (Phụ lục IV)"]),
    row("Prints (Phụ lục V)", "danh mục hồ sơ", "`office/work_dossiers`", [], { find: [/catalogue.*(print|pdf|page)|print.*catalogue/i] }),
    row("Prints (Phụ lục V)", "mục lục văn bản trong hồ sơ", "`office/work_dossiers`", [], { find: [/index of documents|mục lục văn bản/i] }),
    row("Prints (Phụ lục V)", "mục lục hồ sơ, tài liệu nộp lưu", "archive", [], part(7)),
    row("Prints (Phụ lục V)", "biên bản giao nhận hồ sơ, tài liệu", "archive", [], part(7)),
    row("Layout (Phụ lục I, III)", "the boxes of all 29 kinds, to the millimetre", "`office/templates`", ["Pages.keep_the_millimetres_of_the_decree", "Pages.of_all_twenty_nine_kinds_are_read_back", "OfficialDocument.has_the_boxes_of_its_kind_for_all_twenty_nine", "Dates.follow_the_zeros_of_the_decree"]),
    row("Copies (Điều 25–27)", "sao y, sao lục, trích sao with a series of their own", "`office/copies`", [], { find: [/\bcop(y|ies)\b.*(series|SY|number|block)|sao y|trích sao|Điều 25/i] }),
];

// The rows with the tests that show each, and the faults of the table.
export function judged(tests = allTests()) {
    const known = new Map(tests.map((test) => [test.name, test]));
    const faults = [];
    const lines = rows.map((one) => {
        const shown = new Map();
        for (const name of one.tests) {
            if (known.has(name)) shown.set(name, known.get(name));
            else faults.push(`tools/conformity.mjs: «${one.must}» names a test that is not there: ${name}`);
        }
        for (const pattern of one.find ?? []) for (const test of tests) if (pattern.test(test.name.replaceAll("_", " "))) shown.set(test.name, test);
        if (shown.size && ![...shown.values()].some(({ articles }) => articles.length)) faults.push(`tools/conformity.mjs: none of the tests of «${one.must}» cites an article`);
        return { ...one, shown: [...shown.values()] };
    });
    return { lines, faults };
}

const most = 6; // tests of a row that are named; the rest is counted
const cell = (text) => text.replaceAll("|", "\\|");
const named = (test) => `${cell(test.name.replace(/^\w+\./, "").replaceAll("_", " "))} \`${test.path.split("/").at(-1)}\``;

export function text(tests = allTests()) {
    const { lines } = judged(tests);
    const open = lines.filter(({ shown, later }) => !shown.length && !later);
    const put = [
        "# Conformity",
        "",
        "Decree 30/2020/NĐ-CP, row by row: what it asks, where it is, and the tests that show it. Written by `node tools/conformity.mjs` from the names of",
        "the tests; `tools/check-conformity.mjs` fails when a test that is named here is gone.",
        "",
        `${lines.length} rows: ${lines.filter(({ shown }) => shown.length).length} are shown by tests, ${lines.filter(({ shown, later }) => !shown.length && later).length} come with a later part, ${open.length} have no test yet.`,
    ];
    let group = "";
    for (const { group: its, must, where, shown, later } of lines) {
        if (its !== group) put.push("", `## ${its}`, "", "| must | where | shown by |", "|---|---|---|");
        group = its;
        const listed = shown.slice(0, most).map(named);
        if (shown.length > most) listed.push(`and ${shown.length - most} more`);
        const rest = later ? (shown.length ? [`the rest: ${later}`] : [`*${later}*`]) : shown.length ? [] : ["*no test yet*"];
        put.push(`| ${cell(must)} | ${cell(where)} | ${[...listed, ...rest].join("<br>")} |`);
    }
    put.push("", "## Articles that tests cite", "", "| article | tests |", "|---|---|");
    const cited = new Map();
    for (const test of tests) for (const article of new Set(test.articles)) cited.set(article, [...(cited.get(article) ?? []), test]);
    const order = (article) => (article.startsWith("Điều") ? Number(article.slice(5)) : 1000);
    for (const [article, list] of [...cited].sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b))) put.push(`| ${article} | ${list.map(named).join("<br>")} |`);
    return `${put.join("\n")}\n`;
}

// `strict`: the page is what would be written now. Otherwise only what it says must still be so.
export function faultsOfPage(strict) {
    const tests = allTests();
    const faults = judged(tests).faults;
    if (!exists(page)) return [...faults, `${page} is not there: node tools/conformity.mjs writes it`];
    if (strict && read(page) !== text(tests)) faults.push(`${page} is stale: node tools/conformity.mjs writes it anew`);
    return faults;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(join(root, page), text());
