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

} // namespace

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
