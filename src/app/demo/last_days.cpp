#include "app/demo/demo.h"

#include <sstream>

// What waits on the first morning: for everybody something to begin with, late, due today, due soon.
namespace congso::app::demo {

namespace {

Time at(int month, int day, int hour, int minute)
{
    return Time::at(Date::of(2022, static_cast<unsigned>(month), static_cast<unsigned>(day)), hour * 60 + minute, 420);
}
Date may(unsigned day)
{
    return Date::of(2022, 5, day);
}
Date april(unsigned day)
{
    return Date::of(2022, 4, day);
}

struct OpenIncoming {
    Stop stop;
    const char* issuer;
    const char* kind;
    const char* number;
    Date issued_on;
    const char* subject;
    const char* leader;
    const char* lead;
    const char* with;
    Date due_on;
    work::Urgency urgency = work::Urgency::normal;
    const char* clerk = "vanthu";
};

void plan_arrivals(OfficeLife& life)
{
    // clang-format off
    const OpenIncoming arrivals[] = {
        {Stop::arrived, "tnmt", "CV", "371/TNMT", april(29), "V/v thống kê diện tích rừng phòng hộ ven biển và đất bãi bồi năm 2022", "", "", "", may(13)},
        {Stop::arrived, "tckh", "CV", "268/TCKH", april(29), "V/v báo cáo tiến độ giải ngân vốn đầu tư công 4 tháng đầu năm 2022", "", "", "", may(9)},
        {Stop::arrived, "ca", "TB", "402/TB-CATX", april(29), "Tình hình an ninh, trật tự dịp nghỉ lễ 30/4 và 01/5 năm 2022", "", "", "", Date{}},
        {Stop::arrived, "snv", "CV", "1015/SNV", april(28), "V/v lấy ý kiến dự thảo Quy chế văn hóa công sở trong các cơ quan hành chính", "", "", "", may(16)},
        {Stop::arrived, "ttyt", "CV", "520/TTYT", may(3), "V/v tiêm vắc xin phòng COVID-19 cho trẻ từ 5 đến dưới 12 tuổi", "", "", "", may(6), work::Urgency::urgent},
    };
    // clang-format on
    int minute = 5;
    for (const auto& one : arrivals) {
        IncomingCase entry;
        entry.issuer = one.issuer;
        entry.kind = one.kind;
        entry.origin_number = one.number;
        entry.issued_on = one.issued_on;
        entry.subject = one.subject;
        entry.due_on = one.due_on;
        entry.urgency = one.urgency;
        entry.electronic = true;
        entry.stop = Stop::arrived;
        // behind the clerk's last hour before the holidays
        life.receive(one.issued_on == may(3) ? at(5, 3, 20, 40) : at(4, 29, 17, 56 + minute++ % 60), std::move(entry));
    }
}

void plan_open_incoming(OfficeLife& life)
{
    using enum Stop;
    using enum work::Urgency;
    // clang-format off
    const OpenIncoming open[] = {
        {registered, "tp", "CV", "214/TP", april(28), "V/v tổ chức Hội nghị trợ giúp pháp lý lưu động tại xã", "chutich", "tuphap", "", may(18)},
        {registered, "bhxh", "TB", "655/TB-BHXH", april(28), "Danh sách thẻ bảo hiểm y tế hết hạn trong tháng 5/2022", "chutich", "vanhoa", "", may(12)},
        {registered, "ldld", "KH", "96/KH-LĐLĐ", april(27), "Tháng Công nhân năm 2022", "chutich", "congdoan", "", may(20), normal, "vptk"},
        {submitted, "kt", "CV", "288/KT", april(28), "V/v kiểm tra công trình thủy lợi trước mùa mưa bão năm 2022", "chutich", "diachinh", "taichinh", may(11)},
        {submitted, "bchqs", "KH", "175/KH-BCH", april(27), "Huấn luyện dân quân năm thứ nhất, năm 2022", "chutich", "quansu", "taichinh", may(10)},
        {submitted, "province", "CT", "08/CT-UBND", april(26), "Đẩy mạnh cải cách hành chính, nâng cao chỉ số hài lòng của người dân", "chutich", "vanphong", "motcua kiemtra", may(13)},
        {submitted, "qldt", "CV", "131/QLĐT", april(28), "V/v xử lý điểm đen giao thông tại ngã ba thôn Vĩnh Lộc", "phochutich", "diachinh", "congan", may(9), urgent},
        {submitted, "vhtt", "KH", "77/KH-VHTT", april(27), "Hoạt động hè cho thiếu nhi năm 2022", "phochutich", "vanhoa", "doantn", may(16)},
        {assigned, "tnmt", "CV", "352/TNMT", april(20), "V/v xác nhận nguồn gốc sử dụng đất của các hộ dự án kè biển", "chutich", "diachinh", "tuphap", april(28)},
        {assigned, "tckh", "CV", "249/TCKH", april(19), "V/v quyết toán kinh phí phòng, chống dịch quý I/2022", "chutich", "taichinh", "yte", april(29)},
        {assigned, "nv", "CV", "88/PNV", april(21), "V/v rà soát hồ sơ cán bộ, công chức phục vụ cập nhật cơ sở dữ liệu", "chutich", "vanphong", "vptk", may(4)},
        {assigned, "tp", "CV", "207/TP", april(22), "V/v xác minh thông tin hộ tịch của công dân {ho}", "phochutich", "tuphap", "", may(4)},
        {assigned, "town", "CV", "784/UBND-NC", april(25), "V/v chấn chỉnh hồ sơ trễ hẹn tại Bộ phận Tiếp nhận và Trả kết quả", "chutich", "motcua", "kiemtra", may(5)},
        {assigned, "town", "KH", "790/KH-UBND", april(25), "Kiểm tra kỷ luật, kỷ cương hành chính quý II/2022", "chutich", "kiemtra", "congdoan vanphong", may(6), urgent},
        {assigned, "ldld", "CV", "92/LĐLĐ", april(22), "V/v khảo sát đời sống đoàn viên công đoàn năm 2022", "phochutich", "congdoan", "quantri", may(6)},
        {assigned, "nv", "CV", "90/PNV", april(22), "V/v chuẩn bị hồ sơ khen thưởng chuyên đề văn hóa công sở", "chutich", "vptk", "congdoan", may(10)},
        {assigned, "stttt", "CV", "611/STTTT", april(22), "V/v rà soát máy tính, đường truyền phục vụ gửi, nhận văn bản điện tử", "phochutich", "quantri", "vanthu", may(12)},
        {assigned, "town", "CV", "777/UBND-TH", april(21), "V/v báo cáo kết quả thực hiện nhiệm vụ UBND thị xã giao tháng 4/2022", "chutich", "vanphong", "taichinh diachinh", may(5)},
        {assigned, "ldtbxh", "CV", "318/LĐTBXH", april(22), "V/v chi trả trợ cấp xã hội tháng 5/2022", "phochutich", "vanhoa", "motcua", may(6)},
        {assigned, "town", "CV", "796/UBND-KT", april(26), "V/v làm việc với đoàn khảo sát du lịch ven biển", "chutich", "phochutich", "diachinh", may(11)},
        {assigned, "snv", "HD", "990/HD-SNV", april(25), "Chỉnh lý, bảo quản tài liệu lưu trữ tại xã", "chutich", "", "luutru vptk", Date{}},
        {assigned, "town", "GM", "799/GM-UBND", april(27), "Dự họp giao ban công tác tháng 5/2022", "phochutich", "", "chutich vanphong quantri luutru", Date{}},
    };
    // clang-format on
    int count = 0;
    for (const auto& one : open) {
        IncomingCase entry;
        entry.issuer = one.issuer;
        entry.kind = one.kind;
        entry.origin_number = one.number;
        entry.issued_on = one.issued_on;
        entry.subject = filled(one.subject, one.issued_on, life.chance());
        entry.due_on = one.due_on;
        entry.urgency = one.urgency;
        entry.clerk = one.clerk;
        entry.leader = one.leader;
        entry.lead = one.lead;
        std::istringstream words{one.with};
        for (std::string word; words >> word;)
            entry.with.push_back(word);
        entry.stop = one.stop;
        entry.electronic = one.stop != registered;
        const auto day = one.stop == assigned ? life.calendar().add_working_days(one.issued_on, 1) : april(29);
        life.receive(Time::at(day, 8 * 60 + 7 * (count++ % 40), 420), std::move(entry));
    }
}

void plan_open_outgoing(OfficeLife& life)
{
    struct Open {
        Stop stop;
        const char* kind;
        const char* subject;
        const char* drafter;
        const char* signer;
        const char* checker;
        const char* recipients;
    };
    using enum Stop;
    // clang-format off
    const Open open[] = {
        {Stop::draft, "BC", "Tình hình kinh tế - xã hội, quốc phòng - an ninh tháng 4/2022", "vanphong", "chutich", "", "up"},
        {returned, "BC", "Kết quả đăng ký hộ tịch 4 tháng đầu năm 2022", "tuphap", "phochutich", "vanphong", "up"},
        {returned, "KH", "Ra quân vệ sinh môi trường khu vực ven biển năm 2022", "diachinh", "phochutich", "vanphong", "hamlets"},
        {returned, "TB", "Lịch tiếp nhận hồ sơ lưu động tại thôn Tấn An", "motcua", "phochutich", "vanphong", "hamlets"},
        {checking, "TTr", "Bổ sung kinh phí sửa chữa trụ sở thôn Hải Tân", "taichinh", "chutich", "vanphong", "up"},
        {checking, "KH", "Kiểm tra công vụ đột xuất quý II/2022", "kiemtra", "chutich", "vanphong", "inside"},
        {checking, "QĐ", "Về việc phân bổ kinh phí hỗ trợ các thôn năm 2022", "diachinh2", "chutich", "taichinh", "inside"},
        {checking, "QĐ", "Về việc giải quyết tranh chấp ranh giới đất tại thôn Hưng Long", "diachinh2", "chutich", "tuphap", "inside"},
        {checking, "KH", "Nạo vét kênh mương nội đồng vụ Hè Thu năm 2022", "taichinh2", "phochutich", "diachinh", "hamlets"},
        {checking, "BC", "Kết quả thi đua, khen thưởng 4 tháng đầu năm 2022", "congdoan", "chutich", "vptk", "up"},
        {approving, "TB", "Lịch tiếp công dân của Chủ tịch UBND xã tháng 5/2022", "vanphong", "chutich", "", "hamlets"},
        {approving, "CV", "V/v đề nghị thẩm định hồ sơ đất đai đợt 3 năm 2022", "diachinh", "chutich", "", "office"},
        {approving, "QĐ", "Về việc công nhận kết quả rà soát hộ nghèo năm 2022", "vanhoa", "phochutich", "", "up"},
        {approving, "GM", "Dự họp đánh giá phong trào thi đua văn hóa công sở", "vptk", "phochutich", "", "inside"},
        {approved, "CV", "V/v trả lời kiến nghị của cử tri thôn Phú Bình", "diachinh", "phochutich", "", "hamlets"},
        {approved, "KH", "Tuyên truyền phòng, chống đuối nước trẻ em năm 2022", "vanhoa", "phochutich", "", "hamlets"},
        {numbered, "TB", "Nghỉ lễ và phân công trực dịp 30/4, 01/5 năm 2022", "vanphong", "chutich", "", "inside"},
    };
    // clang-format on
    int count = 0;
    for (const auto& one : open) {
        OutgoingCase entry;
        entry.kind = one.kind;
        entry.subject = one.subject;
        entry.drafter = one.drafter;
        entry.signer = one.signer;
        entry.checker = one.checker;
        entry.recipients = one.recipients;
        entry.stop = one.stop;
        entry.due_on = life.calendar().add_working_days(april(29), 1 + count % 5);
        const auto day = one.stop == numbered || one.stop == approved || one.stop == approving ? april(28)
            : one.stop == Stop::draft                                                          ? april(29)
                                                                                               : april(28);
        life.draft(Time::at(day, 7 * 60 + 40 + 9 * (count++ % 30), 420), std::move(entry));
    }
    OutgoingCase sent; // to be read: it went out on the last working day
    sent.kind = "TB";
    sent.subject = "Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban tháng 4/2022";
    sent.drafter = "vanphong";
    sent.recipients = "inside";
    sent.checker = "tuphap";
    life.draft(at(4, 28, 7, 20), sent);
    OutgoingCase paper = sent; // for heads of hamlets, who have no account: the paper lies at the clerk's
    paper.subject = "Tổng dọn vệ sinh đường làng, ngõ xóm hưởng ứng Ngày Môi trường thế giới năm 2022";
    paper.drafter = "diachinh";
    paper.signer = "phochutich";
    paper.recipients = "hamlets";
    life.draft(at(4, 28, 7, 25), paper);
    OutgoingCase report = sent; // for the Party committee and the town, waiting to be received there
    report.kind = "BC";
    report.subject = "Kết quả tiếp nhận và giải quyết thủ tục hành chính tháng 4/2022";
    report.drafter = "motcua";
    report.recipients = "up";
    report.checker = "vanphong";
    life.draft(at(4, 28, 7, 30), report);
}

// What an agency of the tree above issues in the program.
struct Above {
    const Office* office;
    std::string drafter, signer, clerk, body, kind, subject;
    Date due_on;
    std::vector<outgoing::Paragraph> text;
    std::vector<std::string> recipients{"Phòng Nội vụ", "UBND các xã, phường"}; // on the paper
    std::string others = "UBND các xã, phường khác"; // who else gets it, outside of the program
};

Id<outgoing::Outgoing> draft_above(OfficeLife& life, const Above& above)
{
    outgoing::Draft draft;
    draft.body = above.office->foundation.bodies.find(above.body)->second;
    draft.kind = above.kind;
    draft.subject = above.subject;
    draft.signer = above.office->person(above.signer);
    draft.text = above.text;
    if (above.due_on.is_set())
        draft.due_on = above.due_on;
    const auto& commune = life.world().commune.agency;
    draft.recipients = {
        {.kind = outgoing::RecipientKind::agency, .target = commune.id.uuid, .name = commune.short_name, .addressee = above.kind == "CV"},
        {.kind = outgoing::RecipientKind::outside, .name = above.others}};
    const auto drafter = above.office->as(above.drafter);
    const auto id = life.app().outgoing.create(drafter, draft).id;
    life.app().outgoing.submit(drafter,
                               {.id = id, .version = {}, .signer = {}, .commenters = {}, .content_checker = {}, .format_checker = {}});
    return id;
}

void issue_above(OfficeLife& life, const Above& above, Time written, Time dated, Time sent)
{
    life.agenda.at(written, [&life, above, dated, sent] {
        const auto id = draft_above(life, above);
        life.agenda.at(dated, [&life, above, id, sent] {
            auto& app = life.app();
            app.outgoing.approve(above.office->as(above.signer), {.id = id, .version = {}, .authority = {}, .text = {}});
            const auto numbered =
                app.outgoing.take_number(above.office->as(above.clerk), {.id = id, .version = {}, .issued_on = {}, .book = {}});
            life.deliver();
            life.agenda.at(sent, [&life, above, id, document = numbered] {
                const auto clerk = above.office->as(above.clerk);
                const auto view = life.app().outgoing.get(clerk, id);
                templates::OfficialDocument page;
                page.kind = above.kind;
                page.agency_name = above.office->agency.name;
                const auto lines = [](const std::string& text) {
                    std::vector<std::string> all;
                    std::istringstream stream{text};
                    for (std::string line; std::getline(stream, line);)
                        all.push_back(line);
                    return all;
                };
                const auto body =
                    life.app().database.read(above.office->agency.id, [&](db::Tx& tx) { return life.app().org.get_body(tx, view.body); });
                if (!body.parent_line.empty())
                    page.parent = {body.parent_line};
                page.agency = lines(body.heading_lines);
                page.number = std::to_string(document.number);
                page.symbol = document.symbol.substr(document.symbol.find(body.party ? '-' : '/') + 1);
                page.party = body.party;
                page.place = above.office->agency.place;
                page.issued_on = document.issued_on;
                page.subject = above.subject.starts_with("V/v ") ? above.subject.substr(4) : above.subject;
                page.body = parts_of(view.text);
                page.grounds = grounds_of(view.text);
                page.signer = {lines(view.signing_lines), view.signer_name};
                if (above.kind == "CV")
                    page.addressees = {"Ủy ban nhân dân các xã, phường"};
                else
                    page.recipients = above.recipients;
                page.filed_at = "VT";
                outgoing::Issue form{.id = id, .version = {}, .scan = {}, .copy_count = 16, .paper_kept = false};
                auto name = document.symbol + ".pdf";
                std::replace(name.begin(), name.end(), '/', '_');
                form.scan = life.upload(clerk, draw(page, static_cast<unsigned>(document.number)), name);
                life.app().outgoing.issue(clerk, form);
                life.deliver();
            });
        });
    });
}

void plan_superiors(OfficeLife& life)
{
    using enum outgoing::ParagraphStyle;
    const auto& world = life.world();
    life.agenda.at(at(4, 28, 7, 10), [&life, &world] {
        const std::string reason = "Đã cấp trên phần mềm cũ trong năm 2022";
        life.import_numbers(world.town, "thixa.vanthu", "UBND", Date::of(2022, 1, 4), april(27), 816, reason);
        life.import_numbers(world.home_affairs, "vanthu", "PNV", Date::of(2022, 1, 4), april(27), 96, reason);
        life.import_numbers(world.party, "danguy", "ĐU", Date::of(2020, 6, 15), april(27), 112, "Đã cấp trên sổ giấy của nhiệm kỳ", "TB");
        life.import_numbers(world.party, "danguy", "ĐU", Date::of(2020, 6, 15), april(27), 87, "Đã cấp trên sổ giấy của nhiệm kỳ", "BC");
    });
    Above plan{&world.town,
               "thixa.vanthu",
               "thixa.chutich",
               "thixa.vanthu",
               "UBND",
               "KH",
               "Tổ chức sơ kết 03 năm thực hiện Phong trào thi đua “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” giai "
               "đoạn 2019 - 2025",
               may(15),
               {{heading, "I. MỤC ĐÍCH, YÊU CẦU"},
                {paragraph,
                 "Nhìn lại kết quả ba năm thực hiện phong trào tại các cơ quan, đơn vị, xã, phường; chỉ rõ việc làm được, việc chưa làm "
                 "được và nguyên nhân."},
                {paragraph, "Số liệu nêu trong báo cáo phải có hồ sơ kiểm chứng; không nêu nhận xét chung chung."},
                {heading, "II. NỘI DUNG SƠ KẾT"},
                {bullet, "Công tác lãnh đạo, chỉ đạo, phát động và tuyên truyền phong trào;"},
                {bullet,
                 "Kết quả về tinh thần trách nhiệm, văn hóa công sở, điều kiện làm việc, cải cách thủ tục hành chính và ứng dụng công nghệ "
                 "thông tin;"},
                {bullet, "Công tác kiểm tra; những hạn chế, bài học và nhiệm vụ đến năm 2025."},
                {heading, "III. TỔ CHỨC THỰC HIỆN"},
                {paragraph,
                 "UBND các xã, phường xây dựng báo cáo sơ kết, số liệu tính đến ngày 30/4/2022, gửi UBND thị xã (qua Phòng Nội vụ) trước "
                 "ngày 15/5/2022."},
                {paragraph, "Phòng Nội vụ tổng hợp, tham mưu UBND thị xã tổ chức hội nghị sơ kết trong tháng 6/2022."}}};
    issue_above(life, plan, at(4, 28, 8, 30), at(4, 28, 15, 10), at(4, 29, 17, 5));
    Above letter{&world.home_affairs,
                 "vanthu",
                 "truongphong",
                 "vanthu",
                 "PNV",
                 "CV",
                 "V/v cung cấp số liệu thực hiện văn hóa công sở giai đoạn 2019 - 2022",
                 may(12),
                 {{paragraph,
                   "Để có số liệu phục vụ sơ kết phong trào thi đua thực hiện văn hóa công sở, Phòng Nội vụ đề nghị UBND các xã, phường "
                   "cung cấp các biểu kèm theo."},
                  {paragraph,
                   "Biểu gồm: số cán bộ, công chức đăng ký thi đua; số cuộc kiểm tra công vụ; kết quả khảo sát mức độ hài lòng; số văn bản "
                   "gửi, nhận điện tử."},
                  {paragraph, "Số liệu gửi về Phòng Nội vụ trước ngày 12/5/2022."}}};
    issue_above(life, letter, at(4, 29, 9, 0), at(4, 29, 15, 30), at(4, 29, 17, 20));
    Above more = plan; // on the chairman's desk of the town
    more.kind = "TB";
    more.subject = "Lịch làm việc của Chủ tịch UBND thị xã tháng 5/2022";
    more.due_on = may(5);
    more.text = {{paragraph, "Chủ tịch UBND thị xã làm việc với các xã ven biển trong tuần thứ hai của tháng."}};
    life.agenda.at(at(4, 29, 14, 20), [&life, more] { draft_above(life, more); });
    Above party{&world.party,
                "danguy",
                "danguy",
                "danguy",
                "ĐU",
                "TB",
                "Giao ban khối chính quyền, mặt trận và các đoàn thể tháng 5/2022",
                may(6),
                {{paragraph, "Thường trực Đảng ủy thông báo họp giao ban vào 14 giờ 00 ngày 06/5/2022 tại Hội trường Đảng ủy."}},
                {"UBND xã", "UBMTTQ Việt Nam và các đoàn thể xã", "Các chi bộ trực thuộc"},
                "UBMTTQ Việt Nam và các đoàn thể xã"};
    life.agenda.at(at(4, 29, 10, 15), [&life, party] { draft_above(life, party); });
    party.subject = "Kết luận của Thường trực Đảng ủy về công tác thi đua, khen thưởng";
    party.due_on = may(20);
    party.text = {{paragraph,
                   "Thường trực Đảng ủy nghe báo cáo công tác thi đua, khen thưởng bốn tháng đầu năm 2022 và thống nhất kết luận như sau:"},
                  {paragraph, "1. Phong trào thi đua thực hiện văn hóa công sở phải gắn với việc giải quyết đúng hẹn hồ sơ của người dân."},
                  {paragraph, "2. Việc xét khen thưởng căn cứ kết quả đã ghi nhận trong năm; chú trọng người trực tiếp làm việc."},
                  {paragraph, "3. Giao UBND xã báo cáo sơ kết ba năm thực hiện phong trào với Ban Chấp hành trước ngày 20/5/2022."}};
    issue_above(life, party, at(4, 28, 8, 45), at(4, 28, 10, 20), at(4, 29, 16, 58));
}

// On the heads' own desks: something registered there waits for an instruction.
void plan_desks_of_others(OfficeLife& life)
{
    const auto& world = life.world();
    const auto add = [&](Time time, const Office& office, const char* clerk, const char* leader, const char* reader, const char* issuer,
                         const char* number, const char* kind, const char* subject, Date due_on) {
        life.agenda.at(time, [&life, &world, &office, clerk, leader, reader, issuer, number, kind, subject, due_on] {
            const auto& from = world.issuers.find(issuer)->second;
            incoming::IncomingEntry form;
            form.issuer = from.agency.name;
            form.issuer_agency = from.agency.id;
            form.origin_number = number;
            form.issued_on = april(27);
            form.kind = kind;
            form.subject = subject;
            form.due_on = due_on;
            form.submit = incoming::Instruction{"Kính trình lãnh đạo xem xét.", {{office.person(reader), tasks::Part::lead, {}}}, due_on};
            form.submit_to = office.person(leader);
            life.app().incoming.register_document(office.as(clerk), form);
        });
    };
    add(at(4, 29, 8, 50), world.town, "thixa.vanthu", "thixa.chutich", "phochutich", "province", "1720/UBND-NC", "CV",
        "V/v đôn đốc sơ kết phong trào thi đua thực hiện văn hóa công sở", may(20));
    add(at(4, 29, 9, 10), world.party, "danguy", "danguy", "phobithu", "tu", "512-CV/TU", "VBĐ",
        "Chuẩn bị nội dung làm việc với Thường trực Thị ủy", may(9));
}

} // namespace

void plan_last_days(OfficeLife& life)
{
    plan_arrivals(life);
    plan_open_incoming(life);
    plan_open_outgoing(life);
    plan_superiors(life);
    plan_desks_of_others(life);
}

} // namespace congso::app::demo
