#include "app/demo/demo.h"

#include <algorithm>

// The commune's lists of dossiers of 2021 and 2022, and the dossiers that its people keep.
namespace congso::app::demo {

namespace {

using namespace work_dossiers;

struct Row {
    CatalogueRowKind kind;
    const char* title;
    const char* abbreviation_or_keeper; // of a heading; of a dossier: who keeps it
    int retention = 0; // years; 0: for ever
};

constexpr auto major = CatalogueRowKind::major, minor = CatalogueRowKind::minor, line = CatalogueRowKind::line;
constexpr auto culture = "Phong trào thi đua thực hiện văn hóa công sở giai đoạn 2019 - 2025";

// clang-format off
constexpr Row list_of_2021[] = {
    {major, "Tổng hợp, cải cách hành chính", "TH"},
    {line, "Chương trình công tác, báo cáo tình hình kinh tế - xã hội năm 2021", "vanphong"},
    {line, "Cải cách hành chính, kiểm soát thủ tục hành chính năm 2021", "vanphong", 10},
    {line, "Lịch tiếp công dân, phân công trực cơ quan năm 2021", "vanphong", 3},
    {line, "Công tác văn thư, lưu trữ năm 2021", "vptk", 5},
    {major, "Tổ chức, thi đua", "TCTĐ"},
    {line, "Bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021 - 2026", "vanphong"},
    {line, "Thi đua, khen thưởng năm 2021", "vptk", 20},
    {line, "Kiểm tra công vụ, kỷ luật, kỷ cương hành chính năm 2021", "kiemtra", 10},
    {major, "Tư pháp", "TP"},
    {minor, "Hộ tịch, chứng thực", "HT"},
    {line, "Đăng ký và quản lý hộ tịch năm 2021", "tuphap"},
    {line, "Xác minh tình trạng hôn nhân, cải chính hộ tịch năm 2021", "tuphap", 20},
    {minor, "Tiếp công dân", "TCD"},
    {line, "Tiếp công dân, giải quyết khiếu nại, tố cáo năm 2021", "tuphap", 15},
    {major, "Đất đai, xây dựng, môi trường", "ĐXM"},
    {line, "Quản lý, sử dụng đất năm 2021", "diachinh"},
    {line, "Xác nhận nguồn gốc sử dụng đất năm 2021", "diachinh", 20},
    {major, "Tài chính, ngân sách", "TC"},
    {line, "Dự toán, quyết toán ngân sách xã năm 2021", "taichinh"},
    {major, "Văn hóa - xã hội", "VHXH"},
    {line, "Rà soát hộ nghèo, hộ cận nghèo, trợ giúp xã hội năm 2021", "vanhoa", 10},
    {major, "Quân sự", "QS"},
    {line, "Tuyển chọn và gọi công dân nhập ngũ năm 2021", "quansu", 15},
};

// What is opened, what is put in, and whether it is closed.
struct Kept {
    int year;
    const char* title; // how the row begins
    const char* keeper;
    Date opened_on, filled_on;
    std::vector<const char*> incoming, outgoing; // asked for by words
    Date closed_on, ends_on;
};
const Kept kept[] = {
    {2021, "Tuyển chọn", "quansu", Date::of(2021, 1, 14), Date::of(2021, 4, 2), {"gọi công dân nhập ngũ", "nghĩa vụ quân sự"}, {"nghĩa vụ quân sự"}, Date::of(2021, 4, 5), Date::of(2021, 3, 31)},
    {2021, "Bầu cử", "vanphong", Date::of(2021, 2, 22), Date::of(2021, 6, 10), {"bầu cử"}, {"bầu cử"}, Date::of(2021, 6, 14), Date::of(2021, 5, 31)},
    {2021, "Chương trình", "vanphong", Date::of(2021, 1, 18), Date::of(2021, 12, 27), {"chuyển đổi số"}, {"kinh tế - xã hội"}, Date::of(2021, 12, 30), Date::of(2021, 12, 28)},
    {2021, "Cải cách", "vanphong", Date::of(2021, 1, 18), Date::of(2021, 12, 27), {"cải cách hành chính"}, {"cải cách hành chính"}, Date::of(2021, 12, 30), Date::of(2021, 12, 28)},
    {2021, "Thi đua", "vptk", Date::of(2021, 1, 20), Date::of(2021, 12, 29), {"thi đua", "khen thưởng"}, {"giấy khen"}, Date::of(2022, 1, 12), Date::of(2021, 12, 31)},
    {2021, "Kiểm tra", "kiemtra", Date::of(2021, 2, 2), Date::of(2021, 12, 20), {"kỷ luật, kỷ cương hành chính"}, {"kiểm tra công vụ"}, Date::of(2021, 12, 24), Date::of(2021, 12, 20)},
    {2021, "Đăng ký", "tuphap", Date::of(2021, 1, 21), Date::of(2021, 12, 28), {"hộ tịch"}, {"hộ tịch"}, Date{}, Date{}},
    {2021, "Quản lý", "diachinh", Date::of(2021, 1, 26), Date::of(2021, 12, 28), {"sử dụng đất"}, {"đất đai"}, Date{}, Date{}},
    {2021, "Rà soát", "vanhoa", Date::of(2021, 3, 9), Date::of(2021, 12, 28), {"hộ nghèo"}, {"hộ nghèo"}, Date::of(2021, 12, 31), Date::of(2021, 12, 28)},
    {2022, "Chương trình", "vanphong", Date::of(2022, 1, 13), Date::of(2022, 4, 28), {"chuyển đổi số"}, {"kinh tế - xã hội"}, Date{}, Date{}},
    {2022, "Cải cách", "vanphong", Date::of(2022, 1, 13), Date::of(2022, 4, 28), {"cải cách hành chính"}, {"cải cách hành chính"}, Date{}, Date{}},
    {2022, "Sơ kết", "vanphong", Date::of(2022, 4, 12), Date::of(2022, 4, 26), {}, {"36/KH-UBND", "văn hóa công sở"}, Date{}, Date{}},
    {2022, "Thi đua", "vptk", Date::of(2022, 1, 14), Date::of(2022, 4, 27), {"thi đua", "khen thưởng"}, {"giấy khen"}, Date{}, Date{}},
    {2022, "Đăng ký", "tuphap", Date::of(2022, 1, 17), Date::of(2022, 4, 27), {"hộ tịch"}, {"hộ tịch"}, Date{}, Date{}},
    {2022, "Quản lý", "diachinh", Date::of(2022, 1, 19), Date::of(2022, 4, 27), {"sử dụng đất"}, {"đất đai"}, Date{}, Date{}},
    {2022, "Dự toán", "taichinh", Date::of(2022, 1, 19), Date::of(2022, 4, 27), {"ngân sách"}, {"ngân sách"}, Date{}, Date{}},
};
// clang-format on

class Dossiers {
public:
    explicit Dossiers(OfficeLife& life) : life_(life), app_(life.app()), office_(life.world().commune) { }

    void plan()
    {
        at(Date::of(2021, 1, 6), 8, [this] { draw_up_2021(); });
        at(Date::of(2021, 1, 8), 9, [this] { app_.catalogues.approve(office_.as("chutich"), {2021, {}}); });
        at(Date::of(2022, 1, 5), 8, [this] { draw_up_2022(); });
        at(Date::of(2022, 1, 7), 9, [this] { app_.catalogues.approve(office_.as("chutich"), {2022, {}}); });
        for (const auto& one : kept)
            at(one.opened_on, 10, [this, &one] { open(one); });
        at(Date::of(2022, 4, 29), 16, [this] { app_.work_dossiers.remind(office_.agency.id); });
        at(Date::of(2022, 5, 3), 23, [this] { app_.work_dossiers.remind(office_.agency.id); });
    }

private:
    void at(Date day, int hour, std::function<void()> act) { life_.agenda.at(Time::at(day, hour * 60 + 20, 420), std::move(act)); }

    CatalogueRow row_of(const Row& row) const
    {
        CatalogueRow made;
        made.kind = row.kind;
        made.title = row.title;
        if (row.kind == line)
            made.creator = office_.person(row.abbreviation_or_keeper);
        else
            made.abbreviation = row.abbreviation_or_keeper;
        made.retention = row.retention;
        return made;
    }

    void draw_up_2021()
    {
        CatalogueEntry entry{2021, 0, CatalogueNumbering::whole, {}};
        for (const auto& row : list_of_2021)
            entry.rows.push_back(row_of(row));
        app_.catalogues.save(office_.as("vanphong"), entry);
        app_.catalogues.submit(office_.as("vanphong"), {2021, {}});
    }

    // Last year's list without the election, with what the year brings.
    void draw_up_2022()
    {
        const auto keeper = office_.as("vanphong");
        auto list = app_.catalogues.copy(keeper, {2022, 2021});
        std::erase_if(list.rows, [](const CatalogueRow& row) { return row.title.starts_with("Bầu cử"); });
        const auto after =
            std::find_if(list.rows.begin(), list.rows.end(), [](const auto& row) { return row.title.starts_with("Thi đua"); });
        const Row more[] = {{line, "Sơ kết 03 năm Phong trào thi đua thực hiện văn hóa công sở", "vanphong", 20},
                            {line, culture, "vptk", 20}};
        std::vector<CatalogueRow> added{row_of(more[0]), row_of(more[1])};
        list.rows.insert(after, added.begin(), added.end());
        app_.catalogues.save(keeper, {2022, list.version, CatalogueNumbering::whole, list.rows});
        app_.catalogues.submit(keeper, {2022, {}});
    }

    void open(const Kept& one)
    {
        const auto keeper = office_.as(one.keeper);
        const auto rows = app_.catalogues.get(keeper, {one.year, {}}).rows;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const CatalogueRow& each) {
            return each.kind == line && each.title.starts_with(one.title) && each.creator == keeper.person();
        });
        OpenDossier entry;
        entry.line = row->id;
        const auto id = app_.work_dossiers.open(keeper, entry).id;
        if (std::string_view{one.title} == "Sơ kết") // the standing officer works on it too
            app_.work_dossiers.give_access(keeper, {id, {{office_.person("vptk"), ReaderPart::write, {}}}});
        at(one.filled_on, 15, [this, &one, id] { fill(one, id); });
    }

    void fill(const Kept& one, Id<WorkDossier> id)
    {
        constexpr int most = 8; // of each question
        const auto keeper = office_.as(one.keeper);
        PutDocuments put{id, {}};
        const auto add = [&](ContentKind kind, Uuid record) {
            const auto same = [&](const DocumentRef& other) {
                return other.record == record;
            };
            if (std::none_of(put.documents.begin(), put.documents.end(), same))
                put.documents.push_back({kind, record});
        };
        for (const auto* words : one.incoming) {
            incoming::IncomingQuery query;
            query.query = words;
            query.state = incoming::State::done;
            query.from = Date::of(one.year, 1, 1);
            query.to = one.ends_on.is_set() ? one.ends_on : one.filled_on;
            query.limit = most;
            for (const auto& row : app_.incoming.list(keeper, query).items)
                add(ContentKind::incoming, row.id.uuid);
        }
        for (const auto* words : one.outgoing) {
            outgoing::OutgoingQuery query;
            query.query = words;
            query.state = outgoing::State::issued;
            if (std::string_view{one.title} != "Sơ kết") // which goes back to the plan of 2019
                query.from = Date::of(one.year, 1, 1);
            query.to = one.ends_on.is_set() ? one.ends_on : one.filled_on;
            query.limit = most;
            for (const auto& row : app_.outgoing.list(keeper, query).items)
                add(ContentKind::outgoing, row.id.uuid);
        }
        if (put.documents.empty()) // a sample in small has little
            return;
        app_.work_dossiers.put_documents(keeper, put);
        if (one.closed_on.is_set())
            at(one.closed_on, 16, [this, &one, id] {
                app_.work_dossiers.close(office_.as(one.keeper), {id, {}, std::max(one.ends_on, one.opened_on)});
            });
    }

    OfficeLife& life_;
    App& app_;
    const Office& office_;
};

} // namespace

std::shared_ptr<void> plan_dossiers(OfficeLife& life)
{
    const auto dossiers = std::make_shared<Dossiers>(life);
    dossiers->plan();
    return dossiers;
}

} // namespace congso::app::demo
