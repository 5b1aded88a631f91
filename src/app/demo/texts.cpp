#include "app/demo/texts.h"

#include "lib/text/words.h"

namespace congso::app::demo {

namespace {

using outgoing::ParagraphStyle;

constexpr const char* hamlets[] = {"Hải Tân", "Vĩnh Lộc", "Tấn An", "Hưng Long", "Phú Bình"};
constexpr const char* families[] = {"ông Nguyễn Đ.", "bà Trần Thị L.", "ông Phạm Văn C.", "bà Lê Thị T.",
                                    "ông Huỳnh B.",  "bà Võ Thị N.",   "ông Đỗ Văn S.",   "bà Bùi Thị H."};
constexpr const char* quarters[] = {"I", "II", "III", "IV"};

std::string lower_first(std::string_view text)
{
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        return static_cast<char>(text[0] - 'A' + 'a') + std::string{text.substr(1)};
    return std::string{text};
}

std::string about(std::string_view subject)
{
    return subject.starts_with("Về việc ") ? std::string{subject.substr(std::string_view{"Về việc "}.size())} : lower_first(subject);
}

} // namespace

bool holds(int from, int to, Date day)
{
    const int month = day.year() * 100 + static_cast<int>(day.month());
    return (from == 0 || month >= from) && (to == 0 || month <= to);
}

std::string filled(std::string_view pattern, Date day, Chance& chance)
{
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = pattern.find('}', open);
        const auto field = pattern.substr(open + 1, close - open - 1);
        const auto year = std::to_string(day.year());
        if (field == "thang")
            out += "tháng " + std::to_string(day.month()) + "/" + year;
        else if (field == "quy")
            out += std::string{"quý "} + quarters[(day.month() - 1) / 3] + "/" + year;
        else if (field == "nam") // near its end an office plans the next one
            out += std::to_string(day.month() >= 11 ? day.year() + 1 : day.year());
        else if (field == "thon")
            out += chance.pick(hamlets);
        else if (field == "ho")
            out += chance.pick(families);
        else if (field == "dot")
            out += "đợt " + std::to_string(1 + (day.month() - 1) / 2) + " năm " + year;
        else if (field == "ngay")
            out += text::short_date(day.plus_days(7));
        pattern.remove_prefix(close + 1);
    }
    return out;
}

std::vector<outgoing::Paragraph> text_of(std::string_view kind, std::string_view subject, std::string_view by, Date due, Chance& chance)
{
    using enum ParagraphStyle;
    const std::string who{by}, what = about(subject);
    const auto until = due.is_set() ? "trước ngày " + text::short_date(due) : std::string{"trước ngày 25 hằng tháng"};
    const auto hamlet = std::string{"thôn "} + chance.pick(hamlets);
    const auto count = std::to_string(chance.between(4, 38));
    if (kind == "QĐ" || kind == "NQ")
        return {{basis, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"},
                {basis, "Căn cứ Quy chế làm việc của cơ quan nhiệm kỳ hiện hành"},
                {basis, "Theo đề nghị của công chức phụ trách"},
                {article, "Điều 1. Thống nhất nội dung " + what + " theo hồ sơ kèm theo."},
                {article,
                 "Điều 2. Công chức được giao phụ trách chịu trách nhiệm tổ chức thực hiện, theo dõi và báo cáo kết quả " + until + "."},
                {article,
                 "Điều 3. Các bộ phận, cá nhân có liên quan và Trưởng các thôn căn cứ nội dung trên thực hiện. Văn bản này có hiệu lực kể "
                 "từ ngày ký."}};
    if (kind == "GM")
        return {{paragraph, "Tham dự: " + (what.starts_with("dự ") ? what.substr(std::string_view{"dự "}.size()) : what) + "."},
                {paragraph, "Thời gian: 07 giờ 30, " + (due.is_set() ? text::long_date(due) : std::string{"ngày thứ Hai tuần sau"}) + "."},
                {paragraph, "Địa điểm: Hội trường cơ quan."},
                {paragraph, "Đề nghị các thành phần được mời sắp xếp thời gian, dự đúng giờ và chuẩn bị ý kiến phát biểu."}};
    if (kind == "BC")
        return {
            {paragraph, who + " báo cáo " + what + " như sau:"},
            {heading, "I. KẾT QUẢ THỰC HIỆN"},
            {paragraph,
             "Trong kỳ đã xử lý " + count + " việc; các việc đến hạn đều được giao rõ người, rõ thời gian và theo dõi trên phần mềm."},
            {bullet, "Việc thực hiện tại " + hamlet + " và các thôn còn lại bảo đảm tiến độ;"},
            {bullet, "Công tác phối hợp giữa các bộ phận được duy trì hằng tuần."},
            {heading, "II. KHÓ KHĂN, TỒN TẠI"},
            {paragraph, "Một số nội dung cần nhiều cơ quan xác nhận nên thời gian kéo dài; số liệu của các thôn gửi về chưa cùng một mẫu."},
            {heading, "III. NHIỆM VỤ THỜI GIAN ĐẾN"},
            {paragraph, "Tiếp tục rà soát, cập nhật số liệu; kịp thời đề xuất cấp trên những việc vượt thẩm quyền."}};
    if (kind == "KH" || kind == "PA" || kind == "CT")
        return {
            {heading, "I. MỤC ĐÍCH, YÊU CẦU"},
            {paragraph, "Tổ chức thực hiện thống nhất, tiết kiệm và có kết quả đo đếm được đối với nội dung " + what + "."},
            {paragraph, "Phân công cụ thể từng bộ phận, từng người; việc nào cũng có thời hạn và người theo dõi."},
            {heading, "II. NỘI DUNG"},
            {bullet, "Rà soát hiện trạng, lập danh sách và số liệu ban đầu tại từng thôn;"},
            {bullet, "Tuyên truyền trên hệ thống truyền thanh, tại các cuộc họp thôn và tại Bộ phận Tiếp nhận và Trả kết quả;"},
            {bullet, "Triển khai tại " + hamlet + " trước, sau đó mở rộng ra các thôn còn lại."},
            {heading, "III. TỔ CHỨC THỰC HIỆN"},
            {paragraph, "Các bộ phận, địa phương căn cứ chức năng, nhiệm vụ triển khai và báo cáo kết quả " + until + "."},
            {paragraph,
             "Kinh phí được bố trí trong dự toán đã giao. Quá trình thực hiện nếu có vướng mắc thì phản ánh kịp thời để được hướng dẫn."}};
    if (kind == "TTr")
        return {{paragraph, "Qua rà soát thực tế, " + who + " kính trình xem xét nội dung: " + what + "."},
                {paragraph,
                 "1. Sự cần thiết: nội dung trên liên quan trực tiếp đến " + count
                     + " hộ dân, được nhân dân kiến nghị tại các cuộc tiếp xúc cử tri."},
                {paragraph, "2. Nội dung đề nghị: xem xét, chấp thuận theo danh sách và hồ sơ kèm theo."},
                {paragraph, "Kính đề nghị cấp có thẩm quyền xem xét, quyết định."}};
    if (kind == "CĐ")
        return {{paragraph, "Trước diễn biến phức tạp của tình hình, " + who + " yêu cầu các đơn vị, địa phương tập trung: " + what + "."},
                {bullet, "Tổ chức trực 24/24 giờ, bố trí lực lượng, phương tiện sẵn sàng;"},
                {bullet, "Thông tin kịp thời đến từng hộ dân, nhất là các hộ ven biển;"},
                {bullet, "Báo cáo nhanh tình hình mỗi ngày trước 16 giờ."}};
    if (what.starts_with("lịch ") || what.starts_with("thời gian ") || what.starts_with("phân công "))
        return {{paragraph, who + " thông báo " + what + " như sau:"},
                {paragraph,
                 "1. Thời gian: sáng từ 07 giờ 00 đến 11 giờ 00, chiều từ 13 giờ 30 đến 17 giờ 00 của những ngày ghi trong bảng kèm theo."},
                {paragraph, "2. Địa điểm: trụ sở cơ quan; riêng việc ở thôn thì tại nhà văn hóa thôn."},
                {paragraph, "Lịch có thể thay đổi khi có việc đột xuất; " + who + " thông báo lại trên đài truyền thanh trước một ngày."}};
    if (what.starts_with("kết luận "))
        return {
            {paragraph, who + " thông báo " + what + " như sau:"},
            {paragraph, "1. Ghi nhận các bộ phận hoàn thành việc đến hạn; những việc chậm phải nêu rõ nguyên nhân và ngày hoàn thành mới."},
            {paragraph, "2. Giao người chủ trì từng việc cập nhật tiến độ vào hồ sơ công việc, báo cáo " + until + "."},
            {paragraph, "3. Các nội dung còn ý kiến khác nhau được đưa vào cuộc họp kế tiếp."}};
    return {{paragraph, who + (kind == "TB" ? " thông báo " : " đề nghị các cơ quan, đơn vị, địa phương phối hợp ") + what + " như sau:"},
            {paragraph,
             "1. Rà soát " + count + " trường hợp có liên quan, đối chiếu với hồ sơ đang quản lý và xác định rõ nội dung cần xử lý."},
            {paragraph, "2. Phân công người theo dõi, cập nhật kết quả vào hồ sơ công việc và gửi về " + until + "."},
            {paragraph, "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc thì phản ánh về " + who + " để được giải quyết."}};
}

std::vector<templates::Part> parts_of(const std::vector<outgoing::Paragraph>& text)
{
    std::vector<templates::Part> parts;
    for (const auto& [style, words] : text)
        switch (style) {
        case ParagraphStyle::basis:
            break;
        case ParagraphStyle::paragraph:
            parts.push_back({templates::PartStyle::paragraph, words});
            break;
        case ParagraphStyle::heading:
            parts.push_back({templates::heading_style(words), words});
            break;
        case ParagraphStyle::article:
            parts.push_back({templates::PartStyle::article, words});
            break;
        case ParagraphStyle::bullet:
            parts.push_back({templates::PartStyle::bullet, words});
            break;
        }
    return parts;
}

std::vector<std::string> grounds_of(const std::vector<outgoing::Paragraph>& text)
{
    std::vector<std::string> grounds;
    for (const auto& paragraph : text)
        if (paragraph.style == ParagraphStyle::basis)
            grounds.push_back(paragraph.text);
    return grounds;
}

std::string proposal_text(Chance& chance)
{
    constexpr const char* texts[] = {"Kính trình lãnh đạo xem xét, cho ý kiến.", "Kính trình lãnh đạo; đề xuất người chủ trì như trên.",
                                     "Kính trình lãnh đạo phân công, thời hạn theo văn bản.", "Kính trình lãnh đạo chỉ đạo thực hiện."};
    return chance.pick(texts);
}

std::string instruction_text(Chance& chance)
{
    constexpr const char* texts[] = {"Chủ trì nghiên cứu, tham mưu đúng thời hạn.",
                                     "Đồng ý đề xuất. Lưu ý số liệu phải thống nhất với báo cáo kỳ trước.",
                                     "Tham mưu văn bản triển khai, trình ký trước hạn một ngày.",
                                     "Phối hợp chặt chẽ với các thôn, báo cáo kết quả cho tôi.",
                                     "Khẩn trương thực hiện; khó khăn thì báo ngay.",
                                     "Chủ trì, đưa nội dung này vào giao ban tuần."};
    return chance.pick(texts);
}

std::string progress_text(Chance& chance)
{
    constexpr const char* texts[] = {"Đã nhận việc, đang tổng hợp số liệu các thôn.",
                                     "Đã gửi văn bản lấy thông tin, dự kiến xong trong tuần.",
                                     "Đã kiểm tra thực tế, đang hoàn chỉnh dự thảo.",
                                     "",
                                     "",
                                     "Đang chờ xác nhận của bộ phận liên quan."};
    return chance.pick(texts);
}

std::string result_text(Chance& chance)
{
    constexpr const char* texts[] = {"Đã triển khai đến các thôn, lưu hồ sơ.", "Đã thực hiện xong, không phải trả lời.",
                                     "Đã cập nhật vào sổ theo dõi, lưu hồ sơ công việc.", "Đã phổ biến tại giao ban tuần.",
                                     "Đã đăng tin trên đài truyền thanh xã."};
    return chance.pick(texts);
}

} // namespace congso::app::demo
