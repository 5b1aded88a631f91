#include "app/demo/texts.h"

namespace congso::app::demo {

namespace {

// clang-format off
constexpr IncomingTopic topics[] = {
    // đất đai, xây dựng, môi trường
    {"tnmt", "CV", "báo cáo tình hình quản lý, sử dụng đất trên địa bàn {thang}", "diachinh", "taichinh", "BC", "Tình hình quản lý, sử dụng đất trên địa bàn xã {thang}", 8, 6, 0, 0},
    {"tnmt", "CV", "xác nhận nguồn gốc sử dụng đất của hộ {ho} tại thôn {thon}", "diachinh", "", "CV", "xác nhận nguồn gốc sử dụng đất của công dân tại thôn {thon}", 7, 9, 0, 0},
    {"tnmt", "TB", "Kết quả thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất {dot}", "diachinh", "motcua", "", "", 5, 6, 0, 0},
    {"town", "QĐ", "Về việc phê duyệt kế hoạch sử dụng đất năm {nam}", "diachinh", "phochutich", "", "", 7, 2, 0, 0},
    {"tnmt", "KH", "Thu gom, xử lý chất thải rắn sinh hoạt khu vực nông thôn năm {nam}", "diachinh", "truyenthanh", "KH", "Thu gom, xử lý chất thải rắn sinh hoạt trên địa bàn xã năm {nam}", 10, 3, 0, 0},
    {"town tnmt", "CV", "xử lý tình trạng lấn chiếm đất công, xây dựng trái phép tại khu vực ven biển", "diachinh", "congan", "BC", "Kết quả xử lý lấn chiếm đất công khu vực ven biển", 10, 3, 0, 0},
    {"qldt", "CV", "rà soát hiện trạng đường bê tông nông thôn thôn {thon}", "diachinh", "taichinh", "BC", "Hiện trạng đường bê tông nông thôn thôn {thon}", 8, 4, 0, 0},
    {"qldt", "HD", "Cấp giấy phép xây dựng nhà ở riêng lẻ tại nông thôn", "diachinh", "motcua", "", "", 5, 2, 0, 0},
    // tư pháp, hộ tịch
    {"tp", "CV", "báo cáo công tác đăng ký và quản lý hộ tịch {quy}", "tuphap", "", "BC", "Công tác đăng ký và quản lý hộ tịch {quy}", 8, 5, 0, 0},
    {"tp", "KH", "Phổ biến, giáo dục pháp luật {quy}", "tuphap", "truyenthanh", "KH", "Phổ biến, giáo dục pháp luật trên địa bàn xã {quy}", 10, 3, 0, 0},
    {"tp stp", "HD", "Nghiệp vụ chứng thực bản sao từ bản chính, chữ ký", "tuphap", "motcua", "", "", 5, 3, 0, 0},
    {"stp", "CV", "số hóa sổ hộ tịch lịch sử trên địa bàn tỉnh, {dot}", "tuphap", "motcua", "BC", "Tiến độ số hóa sổ hộ tịch lịch sử", 10, 3, 202006, 0},
    {"tp", "CV", "xác minh tình trạng hôn nhân của công dân {ho}", "tuphap", "", "CV", "kết quả xác minh tình trạng hôn nhân", 5, 6, 0, 0},
    {"tp", "CV", "đánh giá xã đạt chuẩn tiếp cận pháp luật năm {nam}", "tuphap", "vanhoa", "BC", "Kết quả tự chấm điểm tiếp cận pháp luật năm {nam}", 10, 2, 0, 0},
    // thi đua, khen thưởng; văn hóa công sở
    {"nv", "CV", "đăng ký thi đua và giao ước thi đua năm {nam}", "vptk", "congdoan", "CV", "đăng ký danh hiệu thi đua năm {nam}", 10, 2, 0, 0},
    {"nv", "HD", "Xét đề nghị khen thưởng chuyên đề {dot}", "vptk", "", "TTr", "Đề nghị khen thưởng chuyên đề {dot}", 10, 3, 0, 0},
    {"nv", "CV", "nắm tình hình thực hiện văn hóa công sở tại các xã, phường {quy}", "vptk", "kiemtra", "BC", "Tình hình thực hiện văn hóa công sở {quy}", 8, 3, 0, 0},
    {"snv", "CV", "tuyên truyền gương người tốt, việc tốt trong cán bộ, công chức", "vptk", "truyenthanh", "", "", 7, 3, 0, 0},
    {"town", "QĐ", "Về việc công nhận danh hiệu thi đua năm {nam}", "", "vptk chutich", "", "", 0, 2, 0, 0},
    {"ldld", "CV", "phát động thi đua trong đoàn viên công đoàn chào mừng các ngày lễ lớn", "congdoan", "vptk", "", "", 7, 3, 0, 0},
    {"ldld", "KH", "Chăm lo đời sống đoàn viên, người lao động {quy}", "congdoan", "", "BC", "Kết quả chăm lo đời sống đoàn viên {quy}", 10, 2, 0, 0},
    // cải cách hành chính, nội vụ
    {"nv town", "CV", "báo cáo kết quả cải cách hành chính {quy}", "vanphong", "motcua tuphap", "BC", "Kết quả cải cách hành chính {quy}", 8, 6, 0, 0},
    {"town", "KH", "Kiểm tra công tác cải cách hành chính, kỷ luật, kỷ cương hành chính năm {nam}", "kiemtra", "vanphong", "", "", 8, 3, 0, 0},
    {"town", "CV", "chấn chỉnh việc trễ hẹn hồ sơ tại Bộ phận Tiếp nhận và Trả kết quả", "motcua", "kiemtra", "BC", "Rà soát hồ sơ trễ hẹn tại Bộ phận Tiếp nhận và Trả kết quả", 7, 4, 0, 0},
    {"town", "QĐ", "Về việc công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã", "motcua", "tuphap vanphong", "", "", 5, 4, 0, 0},
    {"stttt town", "CV", "đẩy mạnh gửi, nhận văn bản điện tử và sử dụng chữ ký số", "vanphong", "vanthu", "BC", "Tình hình gửi, nhận văn bản điện tử {quy}", 8, 5, 0, 0},
    {"stttt", "CV", "nâng tỷ lệ hồ sơ dịch vụ công trực tuyến mức độ 3, mức độ 4", "motcua", "vanphong", "", "", 8, 4, 202003, 0},
    {"nv", "CV", "rà soát đội ngũ cán bộ, công chức, người hoạt động không chuyên trách {quy}", "vanphong", "", "BC", "Số lượng, chất lượng cán bộ, công chức {quy}", 7, 4, 0, 0},
    {"snv nv", "CV", "cử cán bộ, công chức tham gia lớp bồi dưỡng kỹ năng giao tiếp, ứng xử nơi công sở {dot}", "vanphong", "", "CV", "cử công chức tham gia lớp bồi dưỡng {dot}", 5, 3, 0, 0},
    {"nv", "KH", "Kiểm tra công tác văn thư, lưu trữ năm {nam}", "vptk", "vanthu", "BC", "Tình hình công tác văn thư, lưu trữ năm {nam}", 10, 2, 0, 0},
    {"town", "GM", "Họp giao ban công tác chỉ đạo, điều hành {thang}", "", "chutich", "", "", 0, 9, 0, 0},
    {"nv", "GM", "Tập huấn phần mềm quản lý văn bản và điều hành {dot}", "", "vanphong vanthu vptk", "", "", 0, 2, 0, 0},
    // thanh tra, tiếp dân, phòng chống tham nhũng
    {"town", "CV", "báo cáo công tác tiếp công dân, giải quyết khiếu nại, tố cáo {quy}", "tuphap", "vanphong", "BC", "Công tác tiếp công dân, giải quyết khiếu nại, tố cáo {quy}", 8, 5, 0, 0},
    {"town", "CV", "giải quyết kiến nghị của cử tri thôn {thon} về hệ thống thoát nước", "diachinh", "taichinh", "CV", "trả lời kiến nghị của cử tri thôn {thon}", 10, 4, 0, 0},
    {"town", "KH", "Phòng, chống tham nhũng, lãng phí năm {nam}", "kiemtra", "taichinh", "BC", "Công tác phòng, chống tham nhũng năm {nam}", 10, 2, 0, 0},
    // tài chính, ngân sách
    {"tckh", "CV", "đối chiếu quyết toán thu, chi ngân sách xã {quy}", "taichinh", "", "BC", "Quyết toán thu, chi ngân sách xã {quy}", 8, 6, 0, 0},
    {"tckh", "HD", "Lập, điều chỉnh dự toán ngân sách cấp xã năm {nam}", "taichinh", "taichinh2", "TTr", "Dự toán thu, chi ngân sách xã năm {nam}", 10, 3, 0, 0},
    {"town", "QĐ", "Về việc bổ sung có mục tiêu ngân sách cấp xã {dot}", "taichinh", "chutich", "", "", 5, 6, 0, 0},
    {"tckh", "CV", "công khai tài chính, ngân sách {quy}", "taichinh", "", "TB", "Công khai tình hình thực hiện dự toán ngân sách xã {quy}", 7, 4, 0, 0},
    {"tckh", "CV", "kiểm kê tài sản công {dot}", "taichinh", "vanphong", "BC", "Kết quả kiểm kê tài sản công {dot}", 10, 2, 0, 0},
    {"bhxh", "CV", "phát triển đối tượng tham gia bảo hiểm y tế hộ gia đình {thang}", "vanhoa", "phunu", "BC", "Kết quả phát triển đối tượng tham gia bảo hiểm y tế {thang}", 8, 6, 0, 0},
    {"bhxh", "TB", "Danh sách thẻ bảo hiểm y tế hết hạn {thang}", "vanhoa", "", "", "", 5, 5, 0, 0},
    // lao động, thương binh và xã hội
    {"ldtbxh", "CV", "rà soát hộ nghèo, hộ cận nghèo năm {nam}", "vanhoa", "mattran", "BC", "Kết quả rà soát hộ nghèo, hộ cận nghèo năm {nam}", 12, 4, 0, 0},
    {"ldtbxh", "QĐ", "Về việc hưởng trợ cấp xã hội hằng tháng của đối tượng tại xã, {dot}", "vanhoa", "taichinh", "", "", 5, 8, 0, 0},
    {"ldtbxh", "KH", "Thăm, tặng quà người có công nhân các ngày lễ, Tết năm {nam}", "vanhoa", "mattran taichinh", "", "", 7, 4, 0, 0},
    {"ldtbxh", "CV", "báo cáo công tác bảo vệ, chăm sóc trẻ em {quy}", "vanhoa", "phunu", "BC", "Công tác bảo vệ, chăm sóc trẻ em {quy}", 8, 4, 0, 0},
    {"town ldtbxh", "CV", "hỗ trợ người dân gặp khó khăn do dịch bệnh, {dot}", "vanhoa", "taichinh mattran", "TTr", "Phê duyệt danh sách hỗ trợ người dân gặp khó khăn {dot}", 5, 9, 202004, 202112},
    // y tế, phòng chống dịch
    {"ttyt", "CV", "giám sát người về từ vùng có dịch tại xã, {dot}", "yte", "congan vanhoa", "BC", "Tình hình quản lý người về từ vùng có dịch {dot}", 3, 14, 202002, 202203},
    {"town", "CĐ", "Tăng cường các biện pháp cấp bách phòng, chống dịch COVID-19", "yte", "congan quansu truyenthanh", "", "", 2, 10, 202003, 202112},
    {"ttyt", "KH", "Tổ chức tiêm vắc xin phòng COVID-19 {dot}", "yte", "vanhoa thon1", "KH", "Tổ chức tiêm vắc xin phòng COVID-19 trên địa bàn xã {dot}", 4, 12, 202107, 202203},
    {"ttyt", "CV", "phòng, chống sốt xuất huyết, tay chân miệng {thang}", "yte", "truyenthanh", "", "", 7, 4, 0, 0},
    // quân sự, an ninh
    {"bchqs", "KH", "Tuyển chọn và gọi công dân nhập ngũ năm {nam}", "quansu", "vanhoa congan", "BC", "Kết quả sơ tuyển nghĩa vụ quân sự năm {nam}", 10, 4, 0, 0},
    {"bchqs", "CV", "huấn luyện dân quân năm {nam}, {dot}", "quansu", "taichinh", "KH", "Huấn luyện dân quân năm {nam}", 8, 5, 0, 0},
    {"bchqs", "CV", "đăng ký nghĩa vụ quân sự lần đầu cho công dân nam đủ 17 tuổi", "quansu", "", "BC", "Kết quả đăng ký nghĩa vụ quân sự lần đầu", 10, 3, 0, 0},
    {"bchqs", "KH", "Diễn tập phòng thủ dân sự, ứng phó bão lụt năm {nam}", "quansu", "diachinh", "", "", 10, 2, 0, 0},
    {"ca", "CV", "phối hợp bảo đảm an ninh, trật tự dịp lễ, Tết", "congan", "quansu", "KH", "Bảo đảm an ninh, trật tự trên địa bàn xã dịp lễ, Tết", 5, 4, 0, 0},
    {"ca", "CV", "thu nhận hồ sơ cấp căn cước công dân gắn chíp điện tử, {dot}", "congan", "truyenthanh motcua", "", "", 5, 6, 202101, 202112},
    {"ca", "CV", "rà soát dữ liệu dân cư đúng, đủ, sạch, sống {thang}", "congan", "tuphap", "BC", "Kết quả rà soát dữ liệu dân cư {thang}", 7, 6, 202107, 0},
    {"ca", "TB", "Kết quả phân loại phong trào toàn dân bảo vệ an ninh Tổ quốc năm {nam}", "", "chutich congan", "", "", 0, 2, 0, 0},
    // bầu cử 2021
    {"ubbc", "HD", "Lập, niêm yết danh sách cử tri bầu cử đại biểu Quốc hội và HĐND các cấp", "vanphong", "tuphap", "BC", "Kết quả lập, niêm yết danh sách cử tri", 5, 10, 202102, 202105},
    {"ubbc", "CV", "thành lập các tổ bầu cử, khu vực bỏ phiếu", "vanphong", "mattran", "BC", "Việc thành lập các tổ bầu cử, khu vực bỏ phiếu", 4, 10, 202102, 202105},
    {"ubbc", "CV", "báo cáo nhanh công tác chuẩn bị bầu cử, {dot}", "vanphong", "phochutichhdnd", "BC", "Công tác chuẩn bị bầu cử {dot}", 2, 14, 202103, 202105},
    // nông thôn mới, nông nghiệp
    {"kt town", "CV", "báo cáo tiến độ xây dựng nông thôn mới nâng cao {quy}", "diachinh", "vanphong", "BC", "Tiến độ xây dựng nông thôn mới nâng cao {quy}", 8, 5, 0, 0},
    {"kt", "CV", "phòng, chống dịch tả lợn châu Phi tại thôn {thon}", "diachinh2", "nongdan", "BC", "Tình hình dịch tả lợn châu Phi trên địa bàn xã", 4, 5, 0, 202012},
    {"kt", "TB", "Lịch thời vụ sản xuất vụ Đông Xuân, Hè Thu năm {nam}", "diachinh2", "nongdan truyenthanh", "", "", 5, 3, 0, 0},
    {"kt", "CV", "tiêm phòng gia súc, gia cầm {dot}", "diachinh2", "nongdan", "BC", "Kết quả tiêm phòng gia súc, gia cầm {dot}", 10, 5, 0, 0},
    {"town", "CĐ", "Chủ động ứng phó áp thấp nhiệt đới, bão và mưa lớn", "quansu", "diachinh truyenthanh", "", "", 1, 4, 0, 0},
    {"kt", "CV", "thống kê tàu cá và hỗ trợ nhiên liệu cho ngư dân {dot}", "diachinh2", "taichinh", "TTr", "Hỗ trợ nhiên liệu cho ngư dân {dot}", 8, 4, 0, 0},
    // văn hóa, thông tin
    {"vhtt", "CV", "bình xét gia đình văn hóa, thôn văn hóa năm {nam}", "vanhoa", "mattran", "BC", "Kết quả bình xét gia đình văn hóa năm {nam}", 10, 3, 0, 0},
    {"vhtt", "KH", "Hoạt động văn hóa, thể thao quần chúng {quy}", "vanhoa", "doantn", "", "", 8, 3, 0, 0},
    {"vhtt stttt", "CV", "tuyên truyền trên hệ thống truyền thanh cơ sở {thang}", "truyenthanh", "", "", "", 5, 7, 0, 0},
    {"vhtt", "CV", "treo cờ Tổ quốc, vệ sinh đường làng, ngõ xóm dịp lễ", "vanhoa", "thon1 thon2 thon3", "", "", 3, 4, 0, 0},
    // cấp ủy, mặt trận
    {"tu", "VBĐ", "Chuẩn bị nội dung sinh hoạt chuyên đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh {quy}", "", "chutich phochutich", "", "", 0, 4, 0, 0},
    {"duxa", "VBĐ", "Kết luận hội nghị Ban Chấp hành Đảng bộ xã {thang}", "vanphong", "phochutich", "", "", 7, 8, 0, 0},
    {"duxa", "VBĐ", "Giao ban khối chính quyền, mặt trận và các đoàn thể {thang}", "", "chutich phochutich phochutich2", "", "", 0, 7, 0, 0},
    {"ubmt", "CV", "phối hợp vận động ủng hộ quỹ «Vì người nghèo» năm {nam}", "mattran", "vanhoa", "", "", 8, 3, 0, 0},
    {"ubmt", "KH", "Lấy ý kiến sự hài lòng của người dân về phục vụ hành chính", "motcua", "mattran", "", "", 10, 3, 0, 0},
    // của tỉnh
    {"province", "QĐ", "Về việc ban hành quy định phân cấp quản lý trên địa bàn tỉnh", "", "vanphong tuphap", "", "", 0, 4, 0, 0},
    {"province", "CT", "Tăng cường kỷ luật, kỷ cương hành chính, nâng cao đạo đức công vụ", "vanphong", "kiemtra", "", "", 7, 3, 0, 0},
    {"province", "KH", "Chuyển đổi số tỉnh Quảng Mẫu năm {nam}", "vanphong", "motcua", "", "", 10, 3, 202101, 0},
};
// clang-format on

} // namespace

std::span<const IncomingTopic> incoming_topics()
{
    return topics;
}

} // namespace congso::app::demo
