#include "office/registers/hand_out_paper.h"

#include <sstream>

namespace congso::registers {

namespace {

using print::Paper, print::Style;

constexpr double left = 25, right = 15, top = 12, label_width = 36; // mm
constexpr double thin = 0.3;

class SlipsPaper {
public:
    SlipsPaper(Date today, const std::string& printed) : paper_(today), printed_(printed) { }

    std::string draw(const std::vector<HandOutSlip>& slips)
    {
        const double half = paper_.height() / 2;
        for (std::size_t i = 0; i < slips.size(); ++i) {
            const bool upper = i % 2 == 0;
            if (upper && i > 0)
                paper_.next_page();
            if (upper)
                cut_at(half);
            draw(slips[i], upper ? 0 : half, half);
        }
        return paper_.finish();
    }

private:
    double width() const { return paper_.width() - left - right; }

    void cut_at(double y)
    {
        for (double x = 5; x < paper_.width() - 5; x += 4)
            paper_.line({x, y}, {x + 2, y}, 0.2);
    }

    void field(double& y, const std::string& label, const std::string& text, bool bold = false)
    {
        if (text.empty())
            return;
        paper_.write(label, {.size = 12}, {left, y}, label_width);
        y += paper_.write(text, {.size = 12, .bold = bold}, {left + label_width, y}, width() - label_width) + 1.2;
    }

    void sign(double x, double y, const std::string& who, const std::string& when)
    {
        const double column = width() / 2;
        y += paper_.write(when, {.size = 11, .italic = true, .centred = true}, {x, y}, column) + 0.8;
        y += paper_.write(who, {.size = 12, .bold = true, .centred = true}, {x, y}, column) + 0.5;
        paper_.write("(Ký, ghi rõ họ tên)", {.size = 11, .italic = true, .centred = true}, {x, y}, column);
    }

    void draw(const HandOutSlip& slip, double above, double height)
    {
        double y = above + top;
        std::istringstream lines{slip.agency};
        for (std::string line; std::getline(lines, line);)
            y += paper_.write(line, {.size = 12, .bold = true, .centred = true}, {left, y}, 75) + 0.3;
        paper_.line({left + 25, y + 0.7}, {left + 50, y + 0.7}, thin);
        if (!slip.urgency.empty()) {
            const Style mark{.size = 13, .bold = true, .centred = true};
            paper_.frame({paper_.width() - right - 45, above + top}, 45, 8, thin);
            paper_.write(slip.urgency, mark, {paper_.width() - right - 45, above + top + 1.2}, 45);
        }
        y += 5;
        y += paper_.write("PHIẾU GIAO VĂN BẢN", {.size = 14, .bold = true, .centred = true}, {left, y}, width()) + 4;
        field(y, "Người nhận:", slip.person + (slip.post.empty() ? "" : ", " + slip.post), true);
        std::string through = slip.through;
        std::replace(through.begin(), through.end(), '\n', ';');
        field(y, "Theo nơi nhận:", through);
        field(y, "Văn bản:", slip.kind + " số " + slip.number);
        field(y, "Trích yếu:", shortened(slip.subject));
        field(y, "Nơi gửi:", slip.issuer);
        if (slip.pages > 0)
            field(y, "Số trang:", std::to_string(slip.pages));
        y = std::max(y + 3, above + height - 52);
        sign(left, y, "NGƯỜI GIAO", "Giao ngày …… tháng …… năm ………");
        sign(left + width() / 2, y, "NGƯỜI NHẬN", "Đã nhận ngày …… tháng …… năm ………");
        paper_.write(printed_, {.size = 8, .italic = true}, {left, above + height - 9}, width());
    }

    // What the half of a page has room for: a subject may be as long as 500 characters.
    std::string shortened(const std::string& subject) const
    {
        constexpr std::size_t most = 4;
        const auto broken = paper_.lines_of(subject, {.size = 12}, width() - label_width);
        if (broken.size() <= most)
            return subject;
        std::string text;
        for (std::size_t i = 0; i < most; ++i)
            text += broken[i] + (i + 1 < most ? " " : "…");
        return text;
    }

    Paper paper_;
    const std::string& printed_;
};

} // namespace

std::string print_hand_out_slips(const std::vector<HandOutSlip>& slips, Date today, const std::string& printed)
{
    return SlipsPaper{today, printed}.draw(slips);
}

} // namespace congso::registers
