#include "app/setup.h"

#include "lib/crypto/password.h"
#include "lib/text/fold.h"
#include "lib/text/sort_key.h"
#include "lib/text/upper.h"
#include "office/actor/faults.h"
#include "office/templates/kinds.h"

namespace congso::app {

namespace {

struct UnitSeed {
    const char* code;
    const char* name;
    const char* abbreviation;
};

struct PostSeed {
    const char* code;
    const char* unit; // "" for the leadership
    const char* body; // symbol; "" signs nothing
    const char* name;
    org::Authority authority;
    const char* signing_lines;
    bool heads_agency, heads_unit;
};

void found_common(db::Tx& tx, Foundation& foundation)
{
    for (const auto& role : AccountService::seed_roles(tx))
        foundation.roles[role.code] = role.id;
    int position = 0;
    for (const auto& kind : templates::kinds()) {
        tx.execute("INSERT INTO kind (agency, code, name, abbreviation, outgoing, position) VALUES ($1, $2, $3, $4, $5, $6)", tx.agency(),
                   kind.code, kind.name, kind.abbreviation, kind.outgoing, ++position);
    }
    foundation.incoming_book = Id<numbering::Book>::make();
    tx.insert("book",
              numbering::Book{.agency = tx.agency(),
                              .id = foundation.incoming_book,
                              .body = {},
                              .direction = numbering::Direction::incoming,
                              .name = "Văn bản đến",
                              .kinds = {},
                              .period_kind = numbering::PeriodKind::year,
                              .position = 0,
                              .closed = false});
    // petitions are numbered apart from the office's documents
    tx.insert("book",
              numbering::Book{.agency = tx.agency(),
                              .id = Id<numbering::Book>::make(),
                              .body = {},
                              .direction = numbering::Direction::incoming,
                              .name = "Đơn thư",
                              .kinds = "DT",
                              .period_kind = numbering::PeriodKind::year,
                              .position = 90,
                              .closed = false});
}

struct Term {
    int year{};
    Date from, to;
};

// The Party numbers each kind on its own, over a term (Hướng dẫn 36-HD/VPTW).
void add_term_books(db::Tx& tx, Id<org::Body> body, const Term& term)
{
    struct Seed {
        const char* name;
        const char* kinds;
    };
    int position = 1;
    for (const auto& seed : {Seed{"Nghị quyết", "NQ"},
                             {"Quyết định", "QĐ"},
                             {"Chỉ thị", "CT"},
                             {"Thông báo", "TB"},
                             {"Báo cáo", "BC"},
                             {"Kế hoạch", "KH"},
                             {"Chương trình", "CTr"},
                             {"Công văn", "CV"},
                             {"Văn bản khác", ""}}) {
        const numbering::Book book{.agency = tx.agency(),
                                   .id = Id<numbering::Book>::make(),
                                   .body = body,
                                   .direction = numbering::Direction::outgoing,
                                   .name = seed.name,
                                   .kinds = seed.kinds,
                                   .period_kind = numbering::PeriodKind::term,
                                   .position = ++position,
                                   .closed = false};
        tx.insert("book", book);
        tx.execute("INSERT INTO book_period (agency, book, period, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)", tx.agency(), book.id,
                   term.year, term.from, term.to);
    }
}

void add_body(db::Tx& tx, Foundation& foundation, org::Body body, const Term& term = {})
{
    body.agency = tx.agency();
    body.id = Id<org::Body>::make();
    body.position = static_cast<int>(foundation.bodies.size());
    foundation.bodies[body.symbol] = body.id;
    tx.insert("body", body);
    if (body.party && term.from.is_set())
        return add_term_books(tx, body.id, term);
    // Decree 30/2020 art. 15: the head decides the series; one common book for each issuing body to begin with
    tx.insert("book",
              numbering::Book{.agency = tx.agency(),
                              .id = Id<numbering::Book>::make(),
                              .body = body.id,
                              .direction = numbering::Direction::outgoing,
                              .name = "Văn bản đi " + body.symbol,
                              .kinds = {},
                              .period_kind = numbering::PeriodKind::year,
                              .position = 1 + body.position,
                              .closed = false});
}

void add_unit(db::Tx& tx, Foundation& foundation, const UnitSeed& seed)
{
    const org::Unit unit{.agency = tx.agency(),
                         .id = Id<org::Unit>::make(),
                         .parent = {},
                         .name = seed.name,
                         .abbreviation = seed.abbreviation,
                         .position = static_cast<int>(foundation.units.size()),
                         .valid_from = {},
                         .valid_to = {}};
    foundation.units[seed.code] = unit.id;
    tx.insert("unit", unit);
}

void add_post(db::Tx& tx, Foundation& foundation, const PostSeed& seed)
{
    const org::Post post{.agency = tx.agency(),
                         .id = Id<org::Post>::make(),
                         .unit = *seed.unit != '\0' ? foundation.units.at(seed.unit) : Id<org::Unit>{},
                         .body = *seed.body != '\0' ? foundation.bodies.at(seed.body) : Id<org::Body>{},
                         .name = seed.name,
                         .authority = seed.authority,
                         .signing_lines = seed.signing_lines,
                         .heads_agency = seed.heads_agency,
                         .heads_unit = seed.heads_unit,
                         .position = static_cast<int>(foundation.posts.size()),
                         .valid_from = {},
                         .valid_to = {}};
    foundation.posts[seed.code] = post.id;
    tx.insert("post", post);
}

// «Ủy ban nhân dân phường Mẫu» is called «UBND phường Mẫu».
std::string shortened(const std::string& name)
{
    constexpr std::string_view whole = "Ủy ban nhân dân ";
    return name.starts_with(whole) ? "UBND " + name.substr(whole.size()) : name;
}

} // namespace

std::optional<std::string> level_of(std::string_view name)
{
    const auto folded = text::fold(name);
    for (const auto* level : {"thị trấn", "đặc khu", "phường", "xã"})
        if ((" " + folded + " ").find(" " + text::fold(level) + " ") != std::string::npos)
            return level;
    return std::nullopt;
}

Foundation found_commune(db::Tx& tx, const Agency& agency, const std::string& level)
{
    tx.insert("agency", agency);
    Foundation foundation;
    found_common(tx, foundation);
    // Appendix I II.2: People's Committees and Councils print no parent line
    const auto commune = level + " " + agency.place, heading = text::upper(commune);
    add_body(tx, foundation, {.name = agency.name, .heading_lines = "ỦY BAN NHÂN DÂN\n" + heading, .symbol = "UBND"});
    add_body(tx, foundation, {.name = "Hội đồng nhân dân " + commune, .heading_lines = "HỘI ĐỒNG NHÂN DÂN\n" + heading, .symbol = "HĐND"});
    add_body(tx, foundation,
             {.name = "Hội đồng Thi đua - Khen thưởng " + commune,
              .parent_line = "ỦY BAN NHÂN DÂN " + heading,
              .heading_lines = "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
              .symbol = "HĐTĐKT"});
    add_body(tx, foundation,
             {.name = "Ban Chỉ huy Quân sự " + commune,
              .parent_line = "ỦY BAN NHÂN DÂN " + heading,
              .heading_lines = "BAN CHỈ HUY QUÂN SỰ",
              .symbol = "BCH"});
    for (const auto& unit : std::initializer_list<UnitSeed>{{"vp", "Văn phòng - Thống kê", "VP"},
                                                            {"tphh", "Tư pháp - Hộ tịch", "TP"},
                                                            {"dcxd", "Địa chính - nông nghiệp - xây dựng và môi trường", "ĐC"},
                                                            {"tckt", "Tài chính - Kế toán", "TC"},
                                                            {"vhxh", "Văn hóa - Xã hội", "VX"},
                                                            {"qs", "Quân sự", "QS"},
                                                            {"motcua", "Bộ phận Tiếp nhận và Trả kết quả", "MC"}})
        add_unit(tx, foundation, unit);
    using enum org::Authority;
    const auto chairman = "Chủ tịch UBND " + level, own_chairman = chairman + " (quyết định của Chủ tịch)",
               deputy = "Phó Chủ tịch UBND " + level, council = "Chủ tịch HĐND " + level,
               emulation = "Chủ tịch Hội đồng Thi đua - Khen thưởng " + level;
    for (const auto& post : std::initializer_list<PostSeed>{
             {"chairman", "", "UBND", chairman.c_str(), tm, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", true, false},
             {"chairman_own", "", "UBND", own_chairman.c_str(), own, "CHỦ TỊCH", false, false},
             {"vice_chairman", "", "UBND", deputy.c_str(), kt, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", false, false},
             {"council_chairman", "", "HĐND", council.c_str(), tm, "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH", false, false},
             {"tdkt_chairman", "", "HĐTĐKT", emulation.c_str(), tm, "TM. HỘI ĐỒNG\nCHỦ TỊCH", false, false},
             {"vp", "vp", "UBND", "Công chức Văn phòng - Thống kê", tl, "TL. CHỦ TỊCH\nCÔNG CHỨC VĂN PHÒNG - THỐNG KÊ", false, true},
             {"clerk", "vp", "", "Văn thư", none, "", false, false},
             {"archivist", "vp", "", "Lưu trữ", none, "", false, false},
             {"tphh", "tphh", "", "Công chức Tư pháp - Hộ tịch", none, "", false, true},
             {"dcxd", "dcxd", "", "Công chức Địa chính - xây dựng", none, "", false, true},
             {"tckt", "tckt", "", "Công chức Tài chính - Kế toán", none, "", false, true},
             {"vhxh", "vhxh", "", "Công chức Văn hóa - Xã hội", none, "", false, true},
             {"qs", "qs", "BCH", "Chỉ huy trưởng Quân sự", own, "CHỈ HUY TRƯỞNG", false, true},
             {"motcua", "motcua", "", "Cán bộ một cửa", none, "", false, false},
             {"inspector", "", "", "Tổ trưởng Tổ kiểm tra công vụ", none, "", false, false},
             {"union_chair", "", "", "Chủ tịch Công đoàn", none, "", false, false},
             {"administrator", "", "", "Quản trị hệ thống", none, "", false, false}})
        add_post(tx, foundation, post);
    return foundation;
}

Foundation found_agency(db::Tx& tx, const Agency& agency, const PlainAgency& plain)
{
    tx.insert("agency", agency);
    Foundation foundation;
    found_common(tx, foundation);
    add_body(tx, foundation,
             {.name = agency.name,
              .parent_line = plain.parent_line,
              .heading_lines = plain.heading_lines,
              .symbol = plain.symbol,
              .party = plain.party},
             {plain.term_year, plain.term_from, plain.term_to});
    add_unit(tx, foundation, {"vp", "Văn phòng", "VP"});
    const auto first = plain.authority_line.empty() ? std::string{} : plain.authority_line + "\n";
    const auto head = first + text::upper(plain.head_post);
    const auto deputy = first + "KT. " + text::upper(plain.head_post) + "\n" + text::upper(plain.deputy_post);
    const auto symbol = plain.symbol.c_str();
    add_post(tx, foundation, {"head", "", symbol, plain.head_post.c_str(), org::Authority::tm, head.c_str(), true, false});
    add_post(tx, foundation, {"deputy", "", symbol, plain.deputy_post.c_str(), org::Authority::kt, deputy.c_str(), false, false});
    add_post(tx, foundation, {"clerk", "vp", "", plain.clerk_post.c_str(), org::Authority::none, "", false, false});
    add_post(tx, foundation, {"administrator", "", "", "Quản trị hệ thống", org::Authority::none, "", false, false});
    return foundation;
}

Id<org::Person> add_person(db::Tx& tx, const Foundation& foundation, const PersonSeed& seed, Time now)
{
    const org::Person person{.agency = tx.agency(),
                             .id = Id<org::Person>::make(),
                             .full_name = seed.full_name,
                             .sort_key = text::person_sort_key(seed.full_name),
                             .email = {},
                             .phone = {},
                             .born_on = {},
                             .active = true,
                             .version = 1};
    tx.insert("person", person);
    const auto hold = [&](const std::string& post, bool main) {
        tx.insert("holding",
                  org::Holding{.agency = tx.agency(),
                               .id = Id<org::Holding>::make(),
                               .person = person.id,
                               .post = foundation.posts.at(post),
                               .main = main,
                               .valid_from = seed.since,
                               .valid_to = {}});
    };
    hold(seed.post, true);
    for (const auto& post : seed.more_posts)
        hold(post, false);
    for (const auto& role : seed.roles)
        tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3)", tx.agency(), person.id, foundation.roles.at(role));
    if (!seed.username.empty())
        AccountService::create_account(tx, seed.username, person.id, seed.password_hash, now);
    return person.id;
}

std::string create_first_agency(App& app, const InitOptions& options)
{
    if (!app.org.list_hosted().empty())
        throw Error::conflict("init.not_empty");
    for (const auto& answer : {options.agency, options.place, options.administrator})
        if (is_blank(answer))
            throw Error::invalid("init.required");
    const auto level = level_of(options.level.empty() ? options.agency : options.level);
    if (!level)
        throw Error::invalid("init.level", {{"agency", options.agency}, {"level", options.level}});
    accounts::demand_good_username("/username", options.username);
    accounts::demand_good_password("/password", options.password, options.username);
    const auto hash = crypto::password::hash(options.password);
    app.establish_keys();
    std::vector<std::string> hashes;
    for (const auto& person : options.people)
        hashes.push_back(crypto::password::hash(person.password));
    const Agency agency{.id = AgencyId::make(),
                        .parent = {},
                        .name = options.agency,
                        .short_name = options.short_name.empty() ? shortened(options.agency) : options.short_name,
                        .code = options.code,
                        .code_2016 = {},
                        .place = options.place,
                        .address = {},
                        .phone = {},
                        .email = {},
                        .hosted = true,
                        .valid_from = {},
                        .valid_to = {}};
    app.database.write(agency.id, [&](db::Tx& tx) {
        const auto foundation = found_commune(tx, agency, *level);
        const auto person = add_person(tx, foundation,
                                       {.full_name = options.administrator,
                                        .post = "administrator",
                                        .username = options.username,
                                        .password_hash = hash,
                                        .roles = {"administrator"},
                                        .more_posts = {},
                                        .since = app.clock.today()},
                                       app.clock.now());
        app.audit.record(tx, Actor{agency.id, person, {}}, "agency.founded", "agency", agency.id.uuid, {{"name", agency.name}});
        for (std::size_t i = 0; i < options.people.size(); ++i) {
            const auto& one = options.people[i];
            const auto added = add_person(tx, foundation,
                                          {.full_name = one.full_name,
                                           .post = one.post,
                                           .username = one.username,
                                           .password_hash = hashes[i],
                                           .roles = {one.role},
                                           .more_posts = {},
                                           .since = app.clock.today()},
                                          app.clock.now());
            app.audit.record(tx, Actor{agency.id, person, {}}, "person.added", "person", added.uuid, {{"full_name", one.full_name}});
        }
    });
    return options.username;
}

} // namespace congso::app
