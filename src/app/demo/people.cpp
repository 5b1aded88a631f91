#include "app/demo/people.h"

#include "lib/crypto/password.h"
#include "lib/text/upper.h"

namespace congso::app::demo {

namespace {

constexpr auto province_code = "H97";

Agency agency_of(AgencyId parent, std::string name, std::string short_name, std::string place, std::string code, std::string code_2016,
                 bool hosted)
{
    Agency agency;
    agency.id = AgencyId::make();
    agency.parent = parent;
    agency.name = std::move(name);
    agency.short_name = std::move(short_name);
    agency.place = std::move(place);
    agency.code = std::move(code);
    agency.code_2016 = std::move(code_2016);
    agency.hosted = hosted;
    return agency;
}

struct PersonOf {
    const char* name; // short
    const char* full_name;
    const char* post;
    std::vector<std::string> roles;
    bool account = true;
    std::vector<std::string> more_posts{};
};

Permissions permissions_of(const std::vector<std::string>& roles)
{
    Permissions all;
    for (const auto& seed : accounts::default_roles())
        if (std::find(roles.begin(), roles.end(), seed.code) != roles.end())
            for (const auto permission : seed.permissions.list())
                all.add(permission);
    return all;
}

// A post that the usual foundation has not: leaders of the mass organisations, heads of hamlets, part-time staff.
void add_post(db::Tx& tx, Foundation& foundation, const std::string& code, const std::string& name, std::string_view unit = {})
{
    org::Post post;
    post.agency = tx.agency();
    post.id = Id<org::Post>::make();
    post.name = name;
    post.position = static_cast<int>(foundation.posts.size());
    if (!unit.empty())
        post.unit = foundation.units.find(unit)->second;
    foundation.posts[code] = post.id;
    tx.insert("post", post);
}

// The people outside the office's own units: the mass organisations and the hamlets, each a group of units.
void add_groups(db::Tx& tx)
{
    struct Group {
        const char* name;
        const char* abbreviation;
        std::vector<std::pair<const char*, const char*>> members; // name, abbreviation
    };
    const std::vector<Group> groups{{"Các tổ chức chính trị - xã hội",
                                     "ĐT",
                                     {{"Ủy ban MTTQ Việt Nam xã", "MTTQ"},
                                      {"Đoàn Thanh niên", "ĐTN"},
                                      {"Hội Liên hiệp Phụ nữ", "HPN"},
                                      {"Hội Nông dân", "HND"},
                                      {"Hội Cựu chiến binh", "CCB"}}},
                                    {"Các thôn", "THÔN", {{"Thôn Hải Tân", "HT"}, {"Thôn Vĩnh Lộc", "VL"}, {"Thôn Tấn An", "TA"}}}};
    int position = 100; // behind the office's own
    for (const auto& group : groups) {
        org::Unit above;
        above.agency = tx.agency();
        above.id = Id<org::Unit>::make();
        above.name = group.name;
        above.abbreviation = group.abbreviation;
        above.position = position++;
        tx.insert("unit", above);
        for (const auto& [name, abbreviation] : group.members) {
            org::Unit unit = above;
            unit.id = Id<org::Unit>::make();
            unit.parent = above.id;
            unit.name = name;
            unit.abbreviation = abbreviation;
            unit.position = position++;
            tx.insert("unit", unit);
        }
    }
}

class Settling {
public:
    Settling(App& app, Date since) : app_(app), since_(since), hash_(crypto::password::hash(password)) { }

    void add_people(db::Tx& tx, Office& office, const std::vector<PersonOf>& people)
    {
        for (const auto& one : people) {
            const auto id = add_person(tx, office.foundation,
                                       {.full_name = one.full_name,
                                        .post = one.post,
                                        .username = one.account ? one.name : "",
                                        .password_hash = hash_,
                                        .roles = one.roles,
                                        .more_posts = one.more_posts,
                                        .since = since_},
                                       app_.clock.now());
            office.members[one.name] = {id, one.full_name, permissions_of(one.roles)};
            app_.audit.record(tx, Actor{tx.agency(), {}, {}}, "person.added", "person", id.uuid, {{"name", one.full_name}});
        }
    }

    void tell_founded(db::Tx& tx, const Office& office)
    {
        app_.audit.record(tx, Actor{tx.agency(), {}, {}}, "agency.founded", "agency", tx.agency().uuid, {{"name", office.agency.name}});
    }

    void settle_commune(Office& office)
    {
        app_.database.write(office.agency.id, [&](db::Tx& tx) {
            office.foundation = found_commune(tx, office.agency, "xã");
            tell_founded(tx, office);
            auto& foundation = office.foundation;
            for (const auto& [code, name] :
                 std::initializer_list<std::pair<const char*, const char*>>{{"front", "Chủ tịch Ủy ban MTTQ Việt Nam xã"},
                                                                            {"youth", "Bí thư Đoàn Thanh niên xã"},
                                                                            {"women", "Chủ tịch Hội Liên hiệp Phụ nữ xã"},
                                                                            {"farmers", "Chủ tịch Hội Nông dân xã"},
                                                                            {"veterans", "Chủ tịch Hội Cựu chiến binh xã"},
                                                                            {"council_deputy", "Phó Chủ tịch HĐND xã"},
                                                                            {"police", "Trưởng Công an xã"},
                                                                            {"health", "Trưởng Trạm Y tế xã"},
                                                                            {"hamlet1", "Trưởng thôn Hải Tân"},
                                                                            {"hamlet2", "Trưởng thôn Vĩnh Lộc"},
                                                                            {"hamlet3", "Trưởng thôn Tấn An"}})
                add_post(tx, foundation, code, name);
            add_groups(tx);
            add_post(tx, foundation, "vptk", "Văn thư, lưu trữ, thường trực TĐKT", "vp");
            add_post(tx, foundation, "radio", "Phụ trách Đài truyền thanh", "vhxh");
            add_post(tx, foundation, "treasurer", "Thủ quỹ", "tckt");
            add_post(tx, foundation, "militia", "Phó Chỉ huy trưởng Quân sự", "qs");
            add_people(tx, office,
                       {{"chutich", "Nguyễn Tấn Lâm", "chairman", {"chairman"}, true, {"chairman_own", "tdkt_chairman"}},
                        {"phochutich", "Võ Thị Kim Oanh", "vice_chairman", {"vice_chairman"}},
                        {"vanthu", "Trần Thị Mỹ Duyên", "clerk", {"clerk"}},
                        {"vanphong", "Phạm Quốc Huy", "vp", {"office_head"}},
                        {"tuphap", "Lê Thị Thanh Hằng", "tphh", {"officer"}},
                        {"diachinh", "Huỳnh Ngọc Sơn", "dcxd", {"officer"}},
                        {"taichinh", "Đặng Thị Bích Liên", "tckt", {"officer"}},
                        {"motcua", "Bùi Thị Như Ý", "motcua", {"one_stop_officer"}},
                        {"kiemtra", "Ngô Văn Tín", "inspector", {"inspector"}},
                        {"luutru", "Đỗ Thị Xuân Mai", "archivist", {"archivist"}},
                        {"congdoan", "Cao Thị Hồng Nhung", "union_chair", {"union_chair"}},
                        {"quantri", "Lý Minh Đức", "administrator", {"administrator", "officer"}},
                        {"vptk", "Phan Thị Thu Thảo", "vptk", {"clerk", "archivist", "standing_officer"}, true, {"clerk", "archivist"}},
                        {"phochutich2", "Châu Văn Lợi", "vice_chairman", {"vice_chairman"}, false},
                        {"chutichhdnd", "Trương Quang Vinh", "council_chairman", {"vice_chairman"}, false},
                        {"phochutichhdnd", "Hồ Thị Lệ Thu", "council_deputy", {"officer"}, false},
                        {"quansu", "Nguyễn Thành Trung", "qs", {"officer"}, false},
                        {"quansu2", "Phùng Đình Khoa", "militia", {"officer"}, false},
                        {"vanhoa", "Tạ Thị Minh Nguyệt", "vhxh", {"officer"}, false},
                        {"truyenthanh", "Đinh Công Tráng", "radio", {"officer"}, false},
                        {"tuphap2", "Hồ Văn Phúc", "tphh", {"officer"}, false},
                        {"diachinh2", "Lương Thị Hạnh", "dcxd", {"officer"}, false},
                        {"taichinh2", "Trịnh Công Hậu", "treasurer", {"officer"}, false},
                        {"congan", "Mạc Văn Quyền", "police", {"officer"}, false},
                        {"yte", "Thái Thị Diễm", "health", {"officer"}, false},
                        {"mattran", "Kiều Văn Thọ", "front", {"officer"}, false},
                        {"doantn", "Vương Nhật Tân", "youth", {"officer"}, false},
                        {"phunu", "Từ Thị Ái Liên", "women", {"officer"}, false},
                        {"nongdan", "Đoàn Minh Cảnh", "farmers", {"officer"}, false},
                        {"ccb", "La Văn Bửu", "veterans", {"officer"}, false},
                        {"thon1", "Nguyễn Hữu Đông", "hamlet1", {"officer"}, false},
                        {"thon2", "Trần Bá Lực", "hamlet2", {"officer"}, false},
                        {"thon3", "Phạm Thị Tuyết", "hamlet3", {"officer"}, false}});
        });
    }

    // Lines of «Nơi nhận» that stand for several people; heads of hamlets and leaders of the council have no account.
    void settle_groups(Office& office)
    {
        using recipient_groups::MemberKind, recipient_groups::MemberEntry;
        const auto posts = [&](std::initializer_list<const char*> codes) {
            std::vector<MemberEntry> members;
            for (const auto* code : codes)
                members.push_back({.kind = MemberKind::post, .target = office.foundation.posts.at(code).uuid});
            return members;
        };
        std::vector<MemberEntry> units;
        for (const auto* code : {"vp", "tphh", "dcxd", "tckt", "vhxh", "qs"})
            units.push_back({.kind = MemberKind::unit, .target = office.foundation.units.at(code).uuid});
        const Actor administrator{office.agency.id, office.person("quantri"), {Permission::manage_people}};
        int position = 0;
        for (auto& [name, members] : std::vector<std::pair<const char*, std::vector<MemberEntry>>>{
                 {"CT, PCT UBND xã", posts({"chairman", "vice_chairman"})},
                 {"TT HĐND xã", posts({"council_chairman", "council_deputy"})},
                 {"Các bộ phận chuyên môn", units},
                 {"Các đoàn thể xã", posts({"front", "union_chair", "youth", "women", "farmers", "veterans"})},
                 {"Trưởng các thôn", posts({"hamlet1", "hamlet2", "hamlet3"})}}) {
            recipient_groups::GroupEntry entry;
            entry.name = name;
            entry.position = position++;
            entry.members = std::move(members);
            office.groups[name] = app_.recipient_groups.save(administrator, entry).id;
        }
    }

    // What the commune's drafts begin with, kind by kind.
    void settle_templates(const Office& office)
    {
        using outgoing::ParagraphStyle, outgoing::RecipientKind;
        const Actor administrator{office.agency.id, office.person("quantri"), {Permission::manage_people}};
        const auto group = [&](const char* name) {
            return outgoing::Recipient{.kind = RecipientKind::group, .target = office.groups.at(name).uuid, .name = name};
        };
        const auto save = [&](outgoing::DraftTemplateEntry entry) {
            app_.draft_templates.save(administrator, entry);
        };
        save({.kind = "QĐ",
              .opening = {{ParagraphStyle::basis, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"},
                          {ParagraphStyle::basis,
                           "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức "
                           "chính quyền địa phương ngày 22 tháng 11 năm 2019;"}},
              .recipients = {{.kind = RecipientKind::outside, .target = {}, .name = "Như Điều 3"}, group("TT HĐND xã")}});
        save({.kind = "TB",
              .closing = {{ParagraphStyle::paragraph, "Ủy ban nhân dân xã thông báo để các bộ phận, các thôn biết và thực hiện."}},
              .recipients = {group("CT, PCT UBND xã"), group("Trưởng các thôn")}});
        save({.kind = "GM",
              .closing = {{ParagraphStyle::paragraph, "Kính mời quý vị đến dự đúng giờ, đúng thành phần."}},
              .recipients = {group("CT, PCT UBND xã")}});
        save({.kind = "TTr",
              .closing = {{ParagraphStyle::paragraph, "Kính đề nghị cấp trên xem xét, quyết định."}},
              .text_style = templates::TextStyle{.half_points = 28, .line_percent = 120, .indent_tenths_mm = 127, .gap_pt = 6},
              .margins = templates::Margins{.top_mm = 20, .bottom_mm = 25, .left_mm = 30, .right_mm = 15}});
    }

    // What an agency sets for itself: its own phrases, and a kind whose drafts are always checked.
    void settle_habits(const Office& office)
    {
        const Actor administrator{office.agency.id, office.person("quantri"), {Permission::signed_in, Permission::manage_people}};
        app_.phrases.save(administrator,
                          {.place = phrases::Place::progress,
                           .version = 0,
                           .phrases = {"Đang thu thập số liệu của các thôn.", "Đã có dự thảo, chờ góp ý.", "Đã trình lãnh đạo ký.",
                                       "Chờ ý kiến của cơ quan cấp trên."}});
        app_.kinds.save(administrator, {"ĐA", 1, true, outgoing::CheckNeed::required, outgoing::CheckNeed::required});
    }

    void settle_plain(Office& office, const PlainAgency& plain, const std::vector<PersonOf>& people)
    {
        app_.database.write(office.agency.id, [&](db::Tx& tx) {
            office.foundation = found_agency(tx, office.agency, plain);
            tell_founded(tx, office);
            add_people(tx, office, people);
        });
    }

    // Who signs by a written mandate, who acts for a post that is empty, who does the work of somebody on leave.
    void settle_mandates(const Office& office)
    {
        app_.database.write(office.agency.id, [&](db::Tx& tx) {
            org::Post acting;
            acting.agency = tx.agency();
            acting.id = Id<org::Post>::make();
            acting.body = office.foundation.bodies.at("HĐND");
            acting.name = "Quyền Chủ tịch HĐND xã";
            acting.authority = org::Authority::q;
            acting.signing_lines = "TM. HỘI ĐỒNG NHÂN DÂN\nQ. CHỦ TỊCH";
            acting.position = static_cast<int>(office.foundation.posts.size()) + 100;
            acting.valid_from = Date::of(2022, 4, 25);
            acting.valid_to = Date::of(2022, 6, 30);
            tx.insert("post", acting);
            tx.insert("holding",
                      org::Holding{.agency = tx.agency(),
                                   .id = Id<org::Holding>::make(),
                                   .person = office.person("phochutichhdnd"),
                                   .post = acting.id,
                                   .main = false,
                                   .valid_from = acting.valid_from,
                                   .valid_to = acting.valid_to});
            const auto mandate = [&](org::MandateKind kind, const char* from, const char* to, const char* scope, const char* document,
                                     Date first, Date last) {
                const bool tuq = kind == org::MandateKind::tuq;
                const org::Mandate made{.agency = tx.agency(),
                                        .id = Id<org::Mandate>::make(),
                                        .kind = kind,
                                        .from_person = office.person(from),
                                        .to_person = office.person(to),
                                        .body = tuq ? office.foundation.bodies.at("UBND") : Id<org::Body>{},
                                        .signing_lines = tuq ? "TUQ. CHỦ TỊCH\nCÔNG CHỨC TƯ PHÁP - HỘ TỊCH" : "",
                                        .scope = scope,
                                        .document = document,
                                        .valid_from = first,
                                        .valid_to = last};
                tx.insert("mandate", made);
                const auto& giver = office.members.at(from);
                const Actor actor{tx.agency(), giver.person, {}};
                app_.audit.record(tx, actor, "mandate.added", "mandate", made.id.uuid, AuditTrail::changes(org::Mandate{}, made));
                for (const auto person : {made.from_person, made.to_person})
                    app_.audit.record(tx, actor, tuq ? "person.mandate_changed" : "person.stand_in_changed", "person", person.uuid,
                                      AuditTrail::changes(org::Mandate{}, made));
            };
            mandate(org::MandateKind::tuq, "chutich", "tuphap2", "Ký xác nhận đơn, giấy tờ hộ tịch theo mẫu", "07/GUQ-UBND ngày 10/01/2022",
                    Date::of(2022, 1, 10), Date::of(2022, 12, 31));
            mandate(org::MandateKind::tuq, "chutich", "tuphap2", "Ký xác nhận hồ sơ trợ cấp đợt dịch", "64/GUQ-UBND ngày 02/8/2021",
                    Date::of(2021, 8, 2), Date::of(2021, 10, 31));
            mandate(org::MandateKind::delegation, "taichinh", "diachinh", "Nghỉ phép năm", "", Date::of(2022, 5, 3), Date::of(2022, 5, 6));
        });
    }

private:
    App& app_;
    Date since_;
    std::string hash_; // one for all: the password is on the sign-in page
};

struct OutsideSeed {
    const char* key;
    const char* name;
    const char* short_name;
    const char* symbol;
    const char* heading;
    const char* signing_lines;
    const char* signer;
    double a_day;
    bool provincial = false, party = false;
};

// clang-format off
constexpr OutsideSeed outside[] = {
    {"tckh", "Phòng Tài chính - Kế hoạch thị xã Đức Mẫu", "Phòng Tài chính - Kế hoạch", "TCKH", "PHÒNG TÀI CHÍNH - KẾ HOẠCH", "TRƯỞNG PHÒNG", "Lâm Quốc Toản", 1.3},
    {"tnmt", "Phòng Tài nguyên và Môi trường thị xã Đức Mẫu", "Phòng Tài nguyên và Môi trường", "TNMT", "PHÒNG TÀI NGUYÊN VÀ\nMÔI TRƯỜNG", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG", "Trà Thanh Danh", 1.8},
    {"tp", "Phòng Tư pháp thị xã Đức Mẫu", "Phòng Tư pháp", "TP", "PHÒNG TƯ PHÁP", "TRƯỞNG PHÒNG", "Quách Thị Ngân", 0.7},
    {"ldtbxh", "Phòng Lao động - Thương binh và Xã hội thị xã Đức Mẫu", "Phòng Lao động - TB và XH", "LĐTBXH", "PHÒNG LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI", "TRƯỞNG PHÒNG", "Bạch Thị Hường", 1.2},
    {"vhtt", "Phòng Văn hóa và Thông tin thị xã Đức Mẫu", "Phòng Văn hóa và Thông tin", "VHTT", "PHÒNG VĂN HÓA VÀ THÔNG TIN", "TRƯỞNG PHÒNG", "Thạch Ngọc Minh", 0.8},
    {"kt", "Phòng Kinh tế thị xã Đức Mẫu", "Phòng Kinh tế", "KT", "PHÒNG KINH TẾ", "TRƯỞNG PHÒNG", "Âu Dương Khiêm", 1.0},
    {"qldt", "Phòng Quản lý đô thị thị xã Đức Mẫu", "Phòng Quản lý đô thị", "QLĐT", "PHÒNG QUẢN LÝ ĐÔ THỊ", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG", "Nghiêm Văn Hiệp", 0.6},
    {"ttyt", "Trung tâm Y tế thị xã Đức Mẫu", "Trung tâm Y tế thị xã", "TTYT", "TRUNG TÂM Y TẾ", "GIÁM ĐỐC", "Tôn Thất Quý", 1.6},
    {"bchqs", "Ban Chỉ huy Quân sự thị xã Đức Mẫu", "Ban CHQS thị xã", "BCH", "BAN CHỈ HUY QUÂN SỰ", "CHỈ HUY TRƯỞNG", "Giang Văn Chiến", 1.1},
    {"ca", "Công an thị xã Đức Mẫu", "Công an thị xã", "CATX", "CÔNG AN THỊ XÃ ĐỨC MẪU", "KT. TRƯỞNG CÔNG AN THỊ XÃ\nPHÓ TRƯỞNG CÔNG AN THỊ XÃ", "Cù Trọng Nghĩa", 1.5},
    {"bhxh", "Bảo hiểm xã hội thị xã Đức Mẫu", "BHXH thị xã", "BHXH", "BẢO HIỂM XÃ HỘI\nTHỊ XÃ ĐỨC MẪU", "GIÁM ĐỐC", "Doãn Thị Lành", 0.9},
    {"ubmt", "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã Đức Mẫu", "UBMTTQVN thị xã", "MTTQ-BTT", "ỦY BAN MTTQ VIỆT NAM\nTHỊ XÃ ĐỨC MẪU", "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH", "Ông Ích Thiện", 0.5},
    {"ldld", "Liên đoàn Lao động thị xã Đức Mẫu", "Liên đoàn Lao động thị xã", "LĐLĐ", "LIÊN ĐOÀN LAO ĐỘNG\nTHỊ XÃ ĐỨC MẪU", "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", "Lục Thị Hoàng Yến", 0.5},
    {"tu", "Thị ủy Đức Mẫu", "Thị ủy", "TU", "THỊ ỦY ĐỨC MẪU", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", "Khổng Đức Trí", 1.4, false, true},
    {"ubbc", "Ủy ban bầu cử thị xã Đức Mẫu", "Ủy ban bầu cử thị xã", "UBBC", "ỦY BAN BẦU CỬ\nTHỊ XÃ ĐỨC MẪU", "TM. ỦY BAN BẦU CỬ\nCHỦ TỊCH", "Dương Văn Khải", 1.1},
    {"province", "Ủy ban nhân dân tỉnh Quảng Mẫu", "UBND tỉnh", "UBND", "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG MẪU", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Tăng Bá Hòa", 15, true},
    {"snv", "Sở Nội vụ tỉnh Quảng Mẫu", "Sở Nội vụ", "SNV", "SỞ NỘI VỤ", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Viên Thị Thủy", 9, true},
    {"stp", "Sở Tư pháp tỉnh Quảng Mẫu", "Sở Tư pháp", "STP", "SỞ TƯ PHÁP", "GIÁM ĐỐC", "Lữ Văn Chánh", 7, true},
    {"stttt", "Sở Thông tin và Truyền thông tỉnh Quảng Mẫu", "Sở Thông tin và Truyền thông", "STTTT", "SỞ THÔNG TIN VÀ\nTRUYỀN THÔNG", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Ngụy Khắc Duy", 6, true},
};
// clang-format on

} // namespace

World settle(App& app, Date since)
{
    World world;
    // the first agency of an installation is the one that the sign-in page names
    const auto first = AgencyId::make(), second = AgencyId::make();
    Settling settling{app, since};
    const std::string province{province_code};
    std::map<std::string, Agency, std::less<>> known;
    app.database.write({}, [&](db::Tx& tx) {
        for (const auto& seed : outside) {
            if (!seed.provincial)
                continue;
            const auto parent = known.contains("province") ? known["province"].id : AgencyId{};
            const auto level = std::to_string(known.size());
            auto agency = agency_of(parent, seed.name, seed.short_name, "Quảng Mẫu", known.empty() ? province : province + ".0" + level,
                                    known.empty() ? "000.00.00." + province : "000.00.0" + level + "." + province, false);
            tx.insert("agency", agency);
            known[seed.key] = std::move(agency);
        }
    });
    world.town.agency = agency_of(known["province"].id, "Ủy ban nhân dân thị xã Đức Mẫu", "UBND thị xã Đức Mẫu", "Đức Mẫu",
                                  province + ".20", "000.00.20." + province, true);
    world.town.agency.address = "Số 12 đường Trần Phú, thị xã Đức Mẫu, tỉnh Quảng Mẫu";
    settling.settle_plain(world.town,
                          {.parent_line = {},
                           .heading_lines = "ỦY BAN NHÂN DÂN\nTHỊ XÃ ĐỨC MẪU",
                           .symbol = "UBND",
                           .head_post = "Chủ tịch",
                           .deputy_post = "Phó Chủ tịch",
                           .clerk_post = "Văn thư",
                           .authority_line = "TM. ỦY BAN NHÂN DÂN",
                           .party = false,
                           .term_year = {},
                           .term_from = {},
                           .term_to = {}},
                          {{"thixa.chutich", "Dương Văn Khải", "head", {"chairman"}},
                           {"thixa.vanthu", "Mai Thị Ngọc Ánh", "clerk", {"clerk"}},
                           {"phochutich", "Hà Thị Phương Thảo", "deputy", {"vice_chairman"}, false}});
    const auto town = world.town.agency.id;
    world.home_affairs.agency = agency_of(town, "Phòng Nội vụ thị xã Đức Mẫu", "Phòng Nội vụ thị xã Đức Mẫu", "Đức Mẫu",
                                          province + ".20.01", "000.01.20." + province, true);
    settling.settle_plain(world.home_affairs,
                          {.parent_line = "ỦY BAN NHÂN DÂN THỊ XÃ ĐỨC MẪU",
                           .heading_lines = "PHÒNG NỘI VỤ",
                           .symbol = "PNV",
                           .head_post = "Trưởng phòng",
                           .deputy_post = "Phó Trưởng phòng",
                           .clerk_post = "Văn thư",
                           .authority_line = {},
                           .party = false,
                           .term_year = {},
                           .term_from = {},
                           .term_to = {}},
                          {{"truongphong", "Lưu Thế Phong", "head", {"chairman"}, false},
                           {"photruongphong", "Chu Thị Hải Yến", "deputy", {"vice_chairman"}, false},
                           {"vanthu", "Ninh Thị Cẩm Tú", "clerk", {"clerk"}, false}});
    world.commune.agency =
        agency_of(town, "Ủy ban nhân dân xã Phổ Mẫu", "UBND xã Phổ Mẫu", "Phổ Mẫu", province + ".20.09", "000.09.20." + province, true);
    world.commune.agency.address = "Thôn Hải Tân, xã Phổ Mẫu, thị xã Đức Mẫu, tỉnh Quảng Mẫu";
    world.commune.agency.email = "ubndphomau@ducmau.quangmau.gov.vn";
    world.commune.agency.id = first;
    settling.settle_commune(world.commune);
    settling.settle_groups(world.commune);
    settling.settle_templates(world.commune);
    settling.settle_habits(world.commune);
    settling.settle_mandates(world.commune);
    world.party.agency = agency_of({}, "Đảng ủy xã Phổ Mẫu", "Đảng ủy xã Phổ Mẫu", "Phổ Mẫu", "A97.20.09", "000.09.20.A97", true);
    world.party.agency.id = second;
    settling.settle_plain(world.party,
                          {.parent_line = "ĐẢNG BỘ THỊ XÃ ĐỨC MẪU",
                           .heading_lines = "ĐẢNG ỦY XÃ PHỔ MẪU",
                           .symbol = "ĐU",
                           .head_post = "Bí thư",
                           .deputy_post = "Phó Bí thư",
                           .clerk_post = "Văn phòng Đảng ủy",
                           .authority_line = "T/M ĐẢNG ỦY",
                           .party = true,
                           .term_year = 2020,
                           .term_from = Date::of(2020, 6, 12), // the congress of the term 2020–2025
                           .term_to = Date::of(2025, 6, 11)},
                          {{"danguy", "Trương Quang Vinh", "head", {"chairman", "clerk"}},
                           {"phobithu", "Nguyễn Tấn Lâm", "deputy", {"vice_chairman"}, false}});

    app.database.write({}, [&](db::Tx& tx) {
        int level = 10;
        for (const auto& seed : outside) {
            if (!seed.provincial) {
                const auto number = std::to_string(++level);
                auto agency = agency_of(seed.party ? AgencyId{} : town, seed.name, seed.short_name, "Đức Mẫu",
                                        seed.party ? "A97.20" : province + ".20." + number,
                                        "000." + number + ".20." + (seed.party ? "A97" : province), false);
                tx.insert("agency", agency);
                known[seed.key] = std::move(agency);
            }
            const bool committee = std::string_view{seed.heading}.starts_with("ỦY BAN NHÂN DÂN");
            const std::string parent = committee || seed.party ? "" : seed.provincial ? "UBND TỈNH QUẢNG MẪU" : "UBND THỊ XÃ ĐỨC MẪU";
            world.issuers[seed.key] = {
                known[seed.key],    parent,      seed.heading, seed.symbol, seed.provincial ? "Quảng Mẫu" : "Đức Mẫu",
                seed.signing_lines, seed.signer, seed.a_day,   seed.party};
        }
    });
    world.issuers["town"] = {world.town.agency,
                             "",
                             "ỦY BAN NHÂN DÂN\nTHỊ XÃ ĐỨC MẪU",
                             "UBND",
                             "Đức Mẫu",
                             "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                             "Hà Thị Phương Thảo",
                             9.9,
                             false};
    world.issuers["nv"] = {
        world.home_affairs.agency, "UBND THỊ XÃ ĐỨC MẪU", "PHÒNG NỘI VỤ", "PNV", "Đức Mẫu", "TRƯỞNG PHÒNG", "Lưu Thế Phong", 1.2, false};
    world.issuers["duxa"] = {world.party.agency,
                             "ĐẢNG BỘ THỊ XÃ ĐỨC MẪU",
                             "ĐẢNG ỦY XÃ PHỔ MẪU",
                             "ĐU",
                             "Phổ Mẫu",
                             "T/M ĐẢNG ỦY\nBÍ THƯ",
                             "Trương Quang Vinh",
                             0.45,
                             true};
    return world;
}

} // namespace congso::app::demo
