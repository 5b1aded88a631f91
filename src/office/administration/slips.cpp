#include "office/administration/slips.h"

#include "lib/base/bytes.h"
#include "lib/print/paper.h"

namespace congso::administration {

namespace {

// The office's words on the slip.
constexpr auto title = "PHIẾU TÀI KHOẢN";
constexpr auto username_line = "Tên đăng nhập: ";
constexpr auto password_line = "Mật khẩu lần đầu: ";
constexpr auto advice = "Đăng nhập lần đầu, hệ thống yêu cầu đặt mật khẩu riêng. Hủy phiếu này sau khi đổi mật khẩu.";

constexpr double left = 15, top = 15, width = 88, height = 62, gap = 4;
constexpr int across = 2, down = 4;

} // namespace

std::string print_slips(const std::vector<Slip>& slips, const std::string& agency, Date today)
{
    print::Paper paper{today};
    for (std::size_t i = 0; i < slips.size(); ++i) {
        const auto on_page = static_cast<int>(i) % (across * down);
        if (i > 0 && on_page == 0)
            paper.next_page();
        const double x = left + (on_page % across) * (width + gap), y = top + (on_page / across) * (height + gap);
        const double inner = width - 10;
        paper.frame({x, y}, width, height, 0.3);
        double at = y + 4;
        const auto write = [&](const std::string& text, const print::Style& style, double after) {
            at += paper.write(text, style, {x + 5, at}, inner) + after;
        };
        write(agency, {.size = 10, .centred = true}, 1);
        write(title, {.size = 12, .bold = true, .centred = true}, 2.5);
        write(slips[i].full_name, {.size = 13, .bold = true, .centred = true}, 0.5);
        write(slips[i].post, {.size = 10, .italic = true, .centred = true}, 2.5);
        write(username_line + slips[i].username, {.size = 12}, 1);
        write(password_line + slips[i].password, {.size = 12, .bold = true}, 2);
        write(advice, {.size = 9, .italic = true}, 0);
    }
    return paper.finish();
}

std::string make_first_password()
{
    static constexpr char letters[] = "abcdefghjkmnpqrstuvwxyz23456789h"; // 32; without i, l, o, 0, 1
    const auto bytes = random_bytes(12);
    std::string password;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0 && i % 3 == 0)
            password += '-';
        password += letters[static_cast<unsigned char>(bytes[i]) & 31];
    }
    return password;
}

} // namespace congso::administration
