#include "app/demo/texts.h"

namespace congso::app::demo {

namespace {

// clang-format off
constexpr OutgoingTopic topics[] = {
    {"UBND", "TB", "Lịch tiếp công dân của Chủ tịch UBND xã {thang}", "vanphong", "chutich", false, "hamlets", 5, 0, 0},
    {"UBND", "TB", "Phân công nhiệm vụ thường trực cơ quan {thang}", "vanphong", "chutich", false, "inside", 4, 0, 0},
    {"UBND", "TB", "Niêm yết công khai hồ sơ đăng ký đất đai của hộ {ho}, thôn {thon}", "diachinh", "phochutich", false, "hamlets", 10, 0, 0},
    {"UBND", "TB", "Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban {thang}", "vanphong", "chutich", false, "inside", 6, 0, 0},
    {"UBND", "TB", "Thời gian thu gom rác thải sinh hoạt tại thôn {thon}", "diachinh", "phochutich2", false, "hamlets", 3, 0, 0},
    {"UBND", "KH", "Cải cách hành chính xã Phổ Mẫu năm {nam}", "vanphong", "chutich", false, "up", 1, 0, 0},
    {"UBND", "KH", "Tuyên truyền, phổ biến nội quy, quy chế cơ quan {quy}", "vanphong", "phochutich", false, "inside", 3, 0, 0},
    {"UBND", "KH", "Kiểm tra công vụ đột xuất tại các bộ phận {quy}", "kiemtra", "chutich", false, "inside", 3, 0, 0},
    {"UBND", "KH", "Phòng, chống thiên tai và tìm kiếm cứu nạn năm {nam}", "quansu", "phochutich2", false, "up", 1, 0, 0},
    {"UBND", "KH", "Tổ chức ngày hội Đại đoàn kết toàn dân tộc tại thôn {thon}", "vanhoa", "phochutich", false, "hamlets", 2, 0, 0},
    {"UBND", "KH", "Phòng, chống dịch COVID-19 trong tình hình mới, {dot}", "yte", "chutich", false, "up", 7, 202003, 202203},
    {"UBND", "KH", "Chỉnh trang trụ sở cơ quan xanh, sạch, đẹp {quy}", "vanphong", "phochutich", false, "inside", 2, 0, 0},
    {"UBND", "QĐ", "Về việc tặng giấy khen cho tập thể, cá nhân có thành tích {dot}", "vptk", "chutich", true, "inside", 5, 0, 0},
    {"UBND", "QĐ", "Về việc kiện toàn Tổ kiểm tra công vụ xã", "kiemtra", "chutich", true, "inside", 1, 0, 0},
    {"UBND", "QĐ", "Về việc phân công công chức trực Bộ phận Tiếp nhận và Trả kết quả {quy}", "vanphong", "chutich", true, "inside", 3, 0, 0},
    {"UBND", "QĐ", "Về việc hỗ trợ mai táng phí cho thân nhân người có công thôn {thon}", "vanhoa", "phochutich", false, "inside", 6, 0, 0},
    {"UBND", "QĐ", "Về việc xử phạt vi phạm hành chính trong lĩnh vực đất đai đối với hộ {ho}", "diachinh", "chutich", true, "hamlets", 4, 0, 0},
    {"UBND", "QĐ", "Về việc công khai dự toán ngân sách xã {quy}", "taichinh", "chutich", false, "up", 3, 0, 0},
    {"UBND", "QĐ", "Về việc cách ly y tế tại nhà đối với công dân thôn {thon}", "yte", "chutich", true, "hamlets", 9, 202003, 202202},
    {"UBND", "QĐ", "Về việc thay đổi, cải chính hộ tịch của công dân {ho}", "tuphap", "phochutich", false, "inside", 8, 0, 0},
    {"UBND", "CV", "đề nghị thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất {dot}", "diachinh", "phochutich2", false, "office", 7, 0, 0},
    {"UBND", "CV", "đề nghị cấp bổ sung biểu mẫu hộ tịch {quy}", "tuphap", "phochutich", false, "office", 3, 0, 0},
    {"UBND", "CV", "mời đơn vị tư vấn khảo sát tuyến kênh mương thôn {thon}", "diachinh", "phochutich2", false, "office", 3, 0, 0},
    {"UBND", "CV", "phối hợp giải quyết tranh chấp đất đai tại thôn {thon}", "tuphap", "phochutich", false, "hamlets", 4, 0, 0},
    {"UBND", "BC", "Tình hình kinh tế - xã hội, quốc phòng - an ninh {thang}", "vanphong", "chutich", false, "up", 8, 0, 0},
    {"UBND", "BC", "Kết quả tiếp nhận và giải quyết thủ tục hành chính {thang}", "motcua", "phochutich", false, "up", 7, 0, 0},
    {"UBND", "BC", "Nhanh tình hình thiệt hại do mưa bão {dot}", "diachinh2", "phochutich2", false, "up", 2, 0, 0},
    {"UBND", "TTr", "Đề nghị bổ sung kinh phí sửa chữa trường mầm non thôn {thon}", "taichinh", "chutich", false, "up", 3, 0, 0},
    {"UBND", "TTr", "Đề nghị công nhận sáng kiến của cán bộ, công chức {dot}", "vptk", "chutich", false, "up", 1, 0, 0},
    {"UBND", "GM", "Dự họp Ủy ban nhân dân xã thường kỳ {thang}", "vanphong", "chutich", false, "inside", 8, 0, 0},
    {"UBND", "GM", "Dự họp thôn {thon} về xây dựng nông thôn mới", "diachinh", "phochutich", false, "hamlets", 4, 0, 0},
    {"UBND", "GM", "Đối chất, hòa giải tranh chấp đất đai giữa các hộ thôn {thon}", "tuphap", "phochutich", false, "hamlets", 4, 0, 0},
    {"UBND", "PA", "Ứng phó bão mạnh, siêu bão trên địa bàn xã năm {nam}", "quansu", "chutich", false, "up", 1, 0, 0},
    {"HĐND", "NQ", "Về dự toán ngân sách xã và phân bổ ngân sách năm {nam}", "taichinh", "chutichhdnd", false, "up", 1, 0, 0},
    {"HĐND", "TB", "Lịch tiếp xúc cử tri trước kỳ họp HĐND xã {dot}", "vanphong", "chutichhdnd", false, "hamlets", 2, 0, 0},
    {"HĐND", "GM", "Dự kỳ họp Hội đồng nhân dân xã {dot}", "vanphong", "chutichhdnd", false, "inside", 2, 0, 0},
    {"HĐTĐKT", "TB", "Kết quả xét thi đua, khen thưởng {dot}", "vptk", "chutich", false, "inside", 2, 0, 0},
    {"HĐTĐKT", "TTr", "Đề nghị tặng giấy khen cho tập thể, cá nhân {dot}", "vptk", "chutich", false, "inside", 2, 0, 0},
};
// clang-format on

} // namespace

std::span<const OutgoingTopic> outgoing_topics()
{
    return topics;
}

} // namespace congso::app::demo
