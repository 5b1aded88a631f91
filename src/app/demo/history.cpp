#include "app/demo/demo.h"

#include <cmath>
#include <sstream>

// Two and a half years of correspondence, in the measure of a commune.
namespace congso::app::demo {

namespace {

constexpr int minutes_open = 7 * 60 + 10, minutes_close = 16 * 60 + 20;

struct Measure {
    int year;
    double incoming_a_day, outgoing_a_day; // outgoing: besides the answers
    int electronic; // of a hundred incoming
};
constexpr Measure measures[] = {{2019, 3.0, 0.62, 4}, {2020, 3.4, 0.70, 10}, {2021, 3.9, 0.76, 26}, {2022, 4.2, 0.80, 86}};

const Measure& measure_of(int year)
{
    return measures[std::clamp(year - 2019, 0, 3)];
}

std::vector<std::string> words_of(const char* text)
{
    std::istringstream stream{text};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

template <class Topic> const Topic& pick(std::span<const Topic> topics, Date day, Chance& chance)
{
    int sum = 0;
    for (const auto& topic : topics)
        sum += holds(topic.from, topic.to, day) ? topic.weight : 0;
    int at = chance.between(0, sum - 1);
    for (const auto& topic : topics)
        if (holds(topic.from, topic.to, day) && (at -= topic.weight) < 0)
            return topic;
    return topics.front();
}

class History {
public:
    History(OfficeLife& life, const Extent& extent) : life_(life), density_(extent.density) { }

    void plan()
    {
        double incoming = 0, outgoing = 0;
        for (auto day = first_day; day < opening_day; day = day.plus_days(1)) {
            if (!life_.calendar().is_working_day(day))
                continue;
            const auto& measure = measure_of(day.year());
            const double busy = day.weekday() == 1 ? 1.3 : day.weekday() == 5 ? 0.85 : 1; // Mondays
            incoming += measure.incoming_a_day * density_ * busy * (0.6 + 0.8 * chance().fraction());
            outgoing += measure.outgoing_a_day * density_ * (0.5 + chance().fraction());
            for (; incoming >= 1; incoming -= 1)
                plan_incoming(day, measure.electronic);
            for (; outgoing >= 1; outgoing -= 1)
                if (day > Date::of(2019, 9, 4)) // the day of plan 36
                    plan_outgoing(day);
        }
    }

private:
    Chance& chance() { return life_.chance(); }
    Time moment(Date day)
    {
        return Time::at(day, chance().between(minutes_open, minutes_close), 420).plus_ms(1000LL * chance().between(0, 59));
    }

    // Numbers of another agency's series: they grow with the days.
    int number_of(const std::string& key, const Issuer& issuer, Date issued_on)
    {
        const int day = std::max(1, life_.calendar().working_days_between(Date::of(issued_on.year(), 1, 1), issued_on));
        auto& taken = taken_[{key, issued_on.year()}];
        int number =
            std::max(1, static_cast<int>(issuer.documents_a_day * day) - chance().between(0, static_cast<int>(issuer.documents_a_day)));
        while (!taken.insert(number).second)
            ++number;
        return number;
    }

    std::string origin_number(const std::string& key, const Issuer& issuer, const std::string& kind, Date issued_on)
    {
        constexpr const char* rooms[] = {"NC", "VX", "KT", "TH"};
        const auto number = number_of(key, issuer, issued_on);
        const auto shown = (number < 10 ? "0" : "") + std::to_string(number);
        if (issuer.party)
            return shown + (kind == "VBĐ" ? (number % 3 == 0 ? "-TB/" : "-CV/") : "-" + kind + "/") + issuer.symbol;
        if (kind != "CV")
            return shown + "/" + kind + "-" + issuer.symbol;
        return shown + "/" + issuer.symbol + (issuer.symbol == "UBND" ? std::string{"-"} + chance().pick(rooms) : "");
    }

    void plan_incoming(Date day, int electronic)
    {
        const auto& topic = pick(incoming_topics(), day, chance());
        IncomingCase entry;
        entry.issuer = chance().pick(words_of(topic.issuers));
        const auto& issuer = life_.world().issuers.find(entry.issuer)->second;
        entry.kind = topic.kind;
        entry.electronic = entry.kind != "VBĐ" && chance().in_hundred(electronic);
        entry.issued_on = day;
        for (int back = chance().between(entry.electronic ? 0 : 1, entry.electronic ? 2 : 5); back > 0;) {
            entry.issued_on = entry.issued_on.plus_days(-1);
            back -= life_.calendar().is_working_day(entry.issued_on);
        }
        if (entry.issued_on.year() < day.year() && day.month() == 1) // few series are followed into another year
            entry.issued_on = day;
        if (entry.issued_on >= Date::of(2022, 4, 25) && (entry.issuer == "nv" || entry.issuer == "duxa"))
            return; // those two issue in the program by then
        entry.subject = (entry.kind == "CV" ? "V/v " : "") + filled(topic.subject, day, chance());
        entry.origin_number = origin_number(entry.issuer, issuer, entry.kind, entry.issued_on);
        entry.lead = topic.lead;
        entry.with = words_of(topic.with);
        entry.working_days = topic.working_days;
        if (topic.working_days > 0) {
            const int term = std::max(1, topic.working_days + chance().between(-1, 2));
            entry.working_days = term;
            entry.due_on = life_.calendar().add_working_days(day, term);
        }
        entry.urgency = entry.kind == "CĐ" ? work::Urgency::express
            : chance().in_hundred(5)       ? work::Urgency::urgent
                                           : work::Urgency::normal;
        entry.clerk = chance().in_hundred(82) ? "vanthu" : "vptk";
        entry.leader = chance().in_hundred(78) ? "chutich" : "phochutich";
        if (std::string_view{topic.reply} != "" && chance().in_hundred(27)) {
            entry.reply = topic.reply;
            entry.reply_subject = filled(topic.reply_subject, day, chance());
        }
        life_.receive(moment(day), std::move(entry));
    }

    void plan_outgoing(Date day)
    {
        const auto& topic = pick(outgoing_topics(), day, chance());
        OutgoingCase entry;
        entry.body = topic.body;
        entry.kind = topic.kind;
        entry.subject = (entry.kind == "CV" ? "V/v " : "") + filled(topic.subject, day, chance());
        entry.drafter = topic.drafter;
        entry.signer = topic.signer;
        entry.own = topic.own;
        entry.recipients = topic.recipients;
        if (day.year() < 2022)
            life_.issue_on_paper(moment(day), std::move(entry));
        else
            life_.draft(moment(day), std::move(entry));
    }

    OfficeLife& life_;
    double density_;
    std::map<std::pair<std::string, int>, std::set<int>> taken_;
};

} // namespace

void plan_history(OfficeLife& life, const Extent& extent)
{
    using enum outgoing::ParagraphStyle;
    life.agenda.at(Time::at(first_day, 7 * 60 + 5, 420), [&life] {
        life.import_numbers(life.world().commune, "vanthu", "UBND", Date::of(2019, 1, 3), Date::of(2019, 8, 30), 35,
                            "Đã cấp trên sổ giấy trước khi dùng phần mềm");
    });
    OutgoingCase plan36;
    plan36.kind = "KH";
    plan36.subject =
        "Tổ chức thực hiện Phong trào thi đua “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” giai đoạn 2019 - 2025";
    plan36.drafter = "vptk";
    plan36.recipients = "up";
    plan36.text = {
        {heading, "I. MỤC ĐÍCH, YÊU CẦU"},
        {paragraph,
         "Xây dựng nền nếp làm việc nghiêm túc, thân thiện tại trụ sở UBND xã; mỗi người dân đến liên hệ công việc được hướng dẫn một lần, "
         "đầy đủ."},
        {paragraph,
         "Nội dung thi đua phải đo được: việc đúng hạn, giờ giấc, trang phục, thái độ tiếp dân và mức độ hài lòng ghi tại phiếu đánh giá."},
        {heading, "II. NỘI DUNG THI ĐUA"},
        {bullet, "Chấp hành giờ làm việc, nội quy cơ quan; không để hồ sơ trễ hẹn mà không có thư xin lỗi;"},
        {bullet, "Gửi, nhận văn bản trên phần mềm; giảm dần văn bản giấy theo từng quý;"},
        {bullet, "Giữ phòng làm việc gọn gàng, khuôn viên xanh, sạch, đẹp;"},
        {bullet, "Mỗi cán bộ, công chức ký cam kết hằng năm và tự chấm điểm theo bộ tiêu chí."},
        {heading, "III. TỔ CHỨC THỰC HIỆN"},
        {paragraph,
         "Công chức Văn phòng - Thống kê là thường trực, theo dõi và tổng hợp; Tổ kiểm tra công vụ kiểm tra ít nhất mỗi quý một lần."},
        {paragraph, "Sơ kết sau ba năm, tổng kết vào năm 2025; kết quả là căn cứ bình xét thi đua, khen thưởng hằng năm."}};
    life.issue_on_paper(Time::at(Date::of(2019, 9, 4), 9 * 60 + 20, 420), plan36);
    History{life, extent}.plan();
}

} // namespace congso::app::demo
