#include "office/templates/kinds.h"

#include <algorithm>

namespace congso::templates {

namespace {

// Decree 30/2020: names and order of article 7, abbreviations of Appendix III part I.
constexpr Kind all[] = {
    {"NQ", "Nghị quyết", "NQ", "NGHỊ QUYẾT", Addressing::none, Model::resolution, true},
    {"QĐ", "Quyết định", "QĐ", "QUYẾT ĐỊNH", Addressing::none, Model::decision, true},
    {"CT", "Chỉ thị", "CT", "CHỈ THỊ", Addressing::none, Model::plain, true},
    {"QC", "Quy chế", "QC", "QUY CHẾ", Addressing::none, Model::plain, true},
    {"QyĐ", "Quy định", "QyĐ", "QUY ĐỊNH", Addressing::none, Model::plain, true},
    {"TC", "Thông cáo", "TC", "THÔNG CÁO", Addressing::none, Model::plain, true},
    {"TB", "Thông báo", "TB", "THÔNG BÁO", Addressing::none, Model::plain, true},
    {"HD", "Hướng dẫn", "HD", "HƯỚNG DẪN", Addressing::none, Model::plain, true},
    {"CTr", "Chương trình", "CTr", "CHƯƠNG TRÌNH", Addressing::none, Model::plain, true},
    {"KH", "Kế hoạch", "KH", "KẾ HOẠCH", Addressing::none, Model::plain, true},
    {"PA", "Phương án", "PA", "PHƯƠNG ÁN", Addressing::none, Model::plain, true},
    {"ĐA", "Đề án", "ĐA", "ĐỀ ÁN", Addressing::none, Model::plain, true},
    {"DA", "Dự án", "DA", "DỰ ÁN", Addressing::none, Model::plain, true},
    {"BC", "Báo cáo", "BC", "BÁO CÁO", Addressing::optional, Model::plain, true},
    {"BB", "Biên bản", "BB", "BIÊN BẢN", Addressing::none, Model::minutes, true},
    {"TTr", "Tờ trình", "TTr", "TỜ TRÌNH", Addressing::required, Model::plain, true},
    {"HĐ", "Hợp đồng", "HĐ", "HỢP ĐỒNG", Addressing::none, Model::contract, true},
    {"CV", "Công văn", "", "", Addressing::required, Model::letter, true},
    {"CĐ", "Công điện", "CĐ", "CÔNG ĐIỆN", Addressing::telegram, Model::telegram, true},
    {"BGN", "Bản ghi nhớ", "BGN", "BẢN GHI NHỚ", Addressing::none, Model::contract, true},
    {"BTT", "Bản thỏa thuận", "BTT", "BẢN THỎA THUẬN", Addressing::none, Model::contract, true},
    {"GUQ", "Giấy ủy quyền", "GUQ", "GIẤY ỦY QUYỀN", Addressing::none, Model::plain, true},
    {"GM", "Giấy mời", "GM", "GIẤY MỜI", Addressing::none, Model::invitation, true},
    {"GGT", "Giấy giới thiệu", "GGT", "GIẤY GIỚI THIỆU", Addressing::none, Model::introduction, true},
    {"GNP", "Giấy nghỉ phép", "GNP", "GIẤY NGHỈ PHÉP", Addressing::none, Model::leave, true},
    {"PG", "Phiếu gửi", "PG", "PHIẾU GỬI", Addressing::none, Model::plain, true},
    {"PC", "Phiếu chuyển", "PC", "PHIẾU CHUYỂN", Addressing::none, Model::plain, true},
    {"PB", "Phiếu báo", "PB", "PHIẾU BÁO", Addressing::none, Model::plain, true},
    {"TCg", "Thư công", "", "", Addressing::optional, Model::public_letter, true},
    {"Luat", "Luật", "", "LUẬT", Addressing::none, Model::plain, false},
    {"PL", "Pháp lệnh", "PL", "PHÁP LỆNH", Addressing::none, Model::plain, false},
    {"L", "Lệnh", "L", "LỆNH", Addressing::none, Model::plain, false},
    {"NĐ", "Nghị định", "NĐ", "NGHỊ ĐỊNH", Addressing::none, Model::plain, false},
    {"TT", "Thông tư", "TT", "THÔNG TƯ", Addressing::none, Model::plain, false},
    {"TTLT", "Thông tư liên tịch", "TTLT", "THÔNG TƯ LIÊN TỊCH", Addressing::none, Model::plain, false},
    {"KL", "Kết luận", "KL", "KẾT LUẬN", Addressing::none, Model::plain, false},
    {"DT", "Đơn thư", "", "ĐƠN", Addressing::none, Model::plain, false},
    {"GB", "Giấy báo", "", "GIẤY BÁO", Addressing::none, Model::plain, false},
    {"VBĐ", "Văn bản Đảng", "", "", Addressing::none, Model::plain, false},
    {"KHAC", "Văn bản khác", "", "", Addressing::none, Model::plain, false},
};

// Appendix III, the models of the kinds.
constexpr Field of_invitation[] = {{"chair", "Chủ trì"}, {"time", "Thời gian"}, {"place", "Địa điểm"}}; // 1.7
constexpr Field of_introduction[] = {
    {"person", "Ông (bà)"}, {"position", "Chức vụ"}, {"sent_to", "Được cử đến"}, {"purpose", "Về việc"}}; // 1.8
constexpr Field of_minutes[] = {{"begins", "Thời gian bắt đầu"},
                                {"place", "Địa điểm"},
                                {"attendants", "Thành phần tham dự"},
                                {"chair", "Chủ trì (chủ tọa)"},
                                {"secretary", "Thư ký (người ghi biên bản)"},
                                {"ends", "Cuộc họp kết thúc vào"}}; // 1.9
constexpr Field of_leave[] = {
    {"person", "Ông (bà)"}, {"position", "Chức vụ"}, {"period", "Được nghỉ phép"}, {"place", "Nơi nghỉ phép"}}; // 1.10
constexpr Field of_contract[] = {{"party_a", "Bên A"}, {"party_a_by", "Đại diện bên A"}, {"party_a_post", "Chức vụ bên A"},
                                 {"party_b", "Bên B"}, {"party_b_by", "Đại diện bên B"}, {"party_b_post", "Chức vụ bên B"}};
constexpr Field of_authorization[] = {{"giver", "Người ủy quyền"},
                                      {"receiver", "Người được ủy quyền"},
                                      {"position", "Chức vụ người được ủy quyền"},
                                      {"scope", "Nội dung ủy quyền"}};
constexpr Field of_sending_slip[] = {{"sent_to", "Gửi đến"}, {"enclosed", "Gửi kèm phiếu này"}};
constexpr Field of_passing_slip[] = {{"sent_to", "Chuyển đến"}, {"enclosed", "Văn bản, hồ sơ chuyển"}, {"reason", "Lý do chuyển"}};
constexpr Field of_telling_slip[] = {{"sent_to", "Báo cho"}, {"content", "Nội dung báo"}};

} // namespace

std::span<const Field> fields_of(const Kind& kind)
{
    switch (kind.model) {
    case Model::invitation:
        return of_invitation;
    case Model::introduction:
        return of_introduction;
    case Model::minutes:
        return of_minutes;
    case Model::leave:
        return of_leave;
    case Model::contract:
        return of_contract;
    default:
        break;
    }
    if (kind.code == "GUQ")
        return of_authorization;
    if (kind.code == "PG")
        return of_sending_slip;
    if (kind.code == "PC")
        return of_passing_slip;
    if (kind.code == "PB")
        return of_telling_slip;
    return {};
}

bool names_addressees(const Kind& kind)
{
    return kind.addressing != Addressing::none || kind.model == Model::invitation;
}

bool has_validity(const Kind& kind)
{
    return kind.model == Model::introduction || kind.code == "GUQ";
}

std::span<const Kind> kinds()
{
    return all;
}

const Kind* find_kind(std::string_view code)
{
    const auto* found = std::find_if(std::begin(all), std::end(all), [&](const Kind& kind) { return kind.code == code; });
    return found == std::end(all) ? nullptr : found;
}

const Kind* find_kind_by_title(std::string_view title)
{
    if (title.empty())
        return nullptr;
    const auto* found = std::find_if(std::begin(all), std::end(all), [&](const Kind& kind) { return kind.title == title; });
    return found == std::end(all) ? nullptr : found;
}

} // namespace congso::templates
