#include "bench/support/entries.h"

#include <array>

namespace congso::bench {

namespace {

struct Kind {
    const char *code, *words;
};
constexpr std::array kinds{Kind{"KH", "Kế hoạch"}, Kind{"BC", "Báo cáo"}, Kind{"QĐ", "Quyết định về việc"}, Kind{"CV", "V/v"},
                           Kind{"CV", "Về việc tăng cường"}};
constexpr std::array issuers{"Sở Nội vụ tỉnh Quảng Mẫu",
                             "Phòng Tài chính - Kế hoạch",
                             "Phòng Văn hóa và Thông tin",
                             "Công an thị xã",
                             "Phòng Giáo dục và Đào tạo",
                             "Ban Chỉ huy Quân sự thị xã",
                             "Bảo hiểm xã hội thị xã",
                             "Trung tâm Y tế",
                             "Chi cục Thuế khu vực",
                             "Hội Liên hiệp Phụ nữ",
                             "Phòng Tư pháp",
                             "Thị ủy Đức Mẫu"};
constexpr std::array topics{"phong trào thi đua",  "phòng, chống thiên tai",       "chuyển đổi số",          "cải cách hành chính",
                            "thu ngân sách",       "tiêm chủng mở rộng",           "xây dựng nông thôn mới", "giải phóng mặt bằng",
                            "an toàn giao thông",  "khám tuyển nghĩa vụ quân sự",  "hộ tịch, chứng thực",    "bảo vệ rừng",
                            "giảm nghèo bền vững", "phổ biến, giáo dục pháp luật", "quản lý đất đai",        "vệ sinh an toàn thực phẩm",
                            "tiếp công dân"};
constexpr std::array places{"trên địa bàn xã",           "năm nay và các năm tiếp theo",      "tại các thôn", "giai đoạn mới", "quý này",
                            "theo chỉ đạo của cấp trên", "trong cán bộ, công chức, viên chức"};

template <class T, std::size_t size> const T& pick(const std::array<T, size>& all, std::size_t number)
{
    return all[number * 2654435761 / 97 % size];
}

} // namespace

incoming::IncomingEntry sample_entry(std::size_t number)
{
    const auto& kind = kinds[number % kinds.size()];
    incoming::IncomingEntry entry;
    entry.kind = kind.code;
    entry.issuer = number % 1000 == 7 ? rare_issuer : number % 4 == 0 ? common_issuer : pick(issuers, number);
    entry.origin_number = std::to_string(number + 1) + "/" + kind.code + "-" + (number % 4 == 0 ? "UBND" : "SNV");
    entry.subject = std::string{kind.words} + " " + pick(topics, number / 3) + " " + pick(places, number / 7);
    if (number % 1500 == 11)
        entry.subject += std::string{", bảo vệ "} + rare_words;
    entry.signer_name = number % 2 == 0 ? "Nguyễn Thị Minh Tâm" : "Phạm Quốc Bảo";
    entry.signer_position = "Phó Chủ tịch";
    entry.page_count = static_cast<int>(1 + number % 9);
    return entry;
}

std::string sample_pdf(std::size_t number, std::size_t bytes)
{
    std::string pdf = "%PDF-1.7\n";
    std::vector<std::size_t> places_of;
    const auto add = [&](const std::string& object) {
        places_of.push_back(pdf.size());
        pdf += std::to_string(places_of.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    add("<</Type/Catalog/Pages 2 0 R>>");
    add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    std::string noise;
    noise.reserve(bytes);
    for (auto state = number * 6364136223846793005U + 1; noise.size() < bytes; state = state * 6364136223846793005U + 1442695040888963407U)
        noise += static_cast<char>('A' + (state >> 59));
    add("<</Length " + std::to_string(noise.size()) + ">>stream\n" + noise + "\nendstream");
    const auto table = pdf.size();
    pdf += "xref\n0 " + std::to_string(places_of.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto place : places_of) {
        const auto digits = std::to_string(place);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer<</Size " + std::to_string(places_of.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + std::to_string(table)
        + "\n%%EOF\n";
}

} // namespace congso::bench
