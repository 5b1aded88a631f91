#pragma once
#include "office/templates/kinds.h"
#include "office/templates/official_document.h"

namespace congso::templates {

// A filled document of any of the decree's kinds, as an invented commune would write it.
inline OfficialDocument sample_of(std::string_view code)
{
    const auto* kind = find_kind(code);
    const std::string abbreviation{kind ? kind->abbreviation : ""};
    OfficialDocument out{
        .kind = std::string{code},
        .agency = {"ỦY BAN NHÂN DÂN", "XÃ PHỔ MẪU"},
        .agency_name = "Ủy ban nhân dân xã Phổ Mẫu",
        .number = "5",
        .symbol = abbreviation.empty() ? "UBND-VP" : abbreviation + "-UBND",
        .place = "Phổ Mẫu",
        .issued_on = Date::of(2019, 9, 4),
        .subject = "Tổ chức sơ kết 03 năm thực hiện phong trào thi đua thực hiện văn hóa công sở",
        .body = {{PartStyle::heading1, "I. MỤC ĐÍCH, YÊU CẦU"},
                 {PartStyle::heading2, "1. Mục đích"},
                 {PartStyle::paragraph,
                  "Đánh giá việc thực hiện phong trào trong thời gian qua, chỉ ra những việc đã làm được, những việc còn "
                  "hạn chế và nguyên nhân; đề ra nhiệm vụ, giải pháp cho thời gian đến."},
                 {PartStyle::bullet, "Biểu dương tập thể, cá nhân có nhiều cố gắng;"},
                 {PartStyle::bullet, "Nhân rộng cách làm hay."},
                 {PartStyle::paragraph, "Đề nghị các bộ phận chuyên môn, các thôn tổ chức thực hiện và báo cáo trước ngày 15 hằng tháng."}},
        .signer = {{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "Nguyễn Văn Mẫu"},
        .recipients = {"UBND thị xã (bc)", "Đảng ủy xã", "CT, PCT UBND xã"},
        .filed_at = "VT, VP",
        .drafter = "PL",
        .copies = 30,
    };
    if (!kind)
        return out;
    if (kind->addressing != Addressing::none)
        out.addressees = {"Ủy ban nhân dân thị xã Đức Mẫu"};
    switch (kind->model) {
    case Model::letter:
        out.subject = "tổ chức sơ kết 03 năm thực hiện phong trào thi đua thực hiện văn hóa công sở";
        break;
    case Model::resolution:
    case Model::decision:
        out.subject = "Về việc thành lập Tổ kiểm tra công vụ xã Phổ Mẫu";
        out.decider = kind->model == Model::decision ? "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHỔ MẪU" : "HỘI ĐỒNG NHÂN DÂN XÃ PHỔ MẪU";
        out.grounds = {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
                       "Theo đề nghị của Công chức Văn phòng - Thống kê"};
        out.body = {{PartStyle::article, "Điều 1. Thành lập Tổ kiểm tra công vụ xã gồm các ông, bà có tên trong danh sách kèm theo."},
                    {PartStyle::article,
                     "Điều 2. Tổ kiểm tra có nhiệm vụ kiểm tra việc thực hiện kỷ luật, kỷ cương hành chính của cán bộ, công chức."},
                    {PartStyle::article, "Điều 3. Quyết định này có hiệu lực kể từ ngày ký."}};
        break;
    case Model::telegram:
        out.decider = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHỔ MẪU";
        out.addressees = {"Các thành viên Ban Chỉ huy", "Trưởng các thôn"};
        break;
    case Model::invitation:
        out.subject = "Dự họp sơ kết phong trào thi đua";
        out.addressees = {"Bí thư Đảng ủy xã", "Trưởng các thôn"};
        out.details = {{"Chủ trì", "Chủ tịch Ủy ban nhân dân xã"},
                       {"Thời gian", "07 giờ 30, ngày 12 tháng 9 năm 2019"},
                       {"Địa điểm", "Hội trường xã"}};
        out.body = {{PartStyle::paragraph, "Đề nghị các đồng chí đến dự đúng giờ"}};
        break;
    case Model::introduction:
        out.subject.clear();
        out.body.clear();
        out.details = {{"Ông (bà)", "Trần Thị Mẫu"},
                       {"Chức vụ", "Công chức Văn phòng - Thống kê"},
                       {"Được cử đến", "Phòng Nội vụ"},
                       {"Về việc", "nhận tài liệu"}};
        out.valid_until = Date::of(2019, 12, 31);
        break;
    case Model::minutes:
        out.subject = "Họp sơ kết phong trào thi đua";
        out.details = {{"Thời gian bắt đầu", "07 giờ 30, ngày 12 tháng 9 năm 2019"},
                       {"Địa điểm", "Hội trường xã"},
                       {"Thành phần tham dự", "Cán bộ, công chức xã"},
                       {"Chủ trì (chủ tọa)", "Nguyễn Văn Mẫu"},
                       {"Thư ký (người ghi biên bản)", "Trần Thị Mẫu"}};
        out.body = {{PartStyle::paragraph, "Cuộc họp kết thúc vào 10 giờ 30, ngày 12 tháng 9 năm 2019"}};
        out.signer = {{"CHỦ TỌA"}, "Nguyễn Văn Mẫu"};
        out.second_signer = {{"THƯ KÝ"}, "Trần Thị Mẫu"};
        break;
    case Model::leave:
        out.subject.clear();
        out.grounds = {"Xét Đơn đề nghị nghỉ phép ngày 02 tháng 9 năm 2019 của bà Trần Thị Mẫu"};
        out.details = {{"Bà", "Trần Thị Mẫu"},
                       {"Chức vụ", "Công chức Văn phòng - Thống kê"},
                       {"Được nghỉ phép", "từ ngày 09 đến hết ngày 13 tháng 9 năm 2019"}};
        out.body = {{PartStyle::paragraph, "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm."}};
        break;
    case Model::contract:
        out.signer = {{"ĐẠI DIỆN BÊN B"}, "Lê Văn Thử"};
        out.second_signer = {{"ĐẠI DIỆN BÊN A"}, "Nguyễn Văn Mẫu"};
        break;
    default:
        break;
    }
    return out;
}

} // namespace congso::templates
