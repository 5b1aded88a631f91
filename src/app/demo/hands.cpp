#include "app/demo/demo.h"

// The last working day's afternoon: petitions, closed envelopes, kept copies, an instruction written with a pen, more time asked for,
// urging.
namespace congso::app::demo {

namespace {

Time afternoon(int hour, int minute)
{
    return Time::at(Date::of(2022, 4, 29), hour * 60 + minute, 420);
}

Id<incoming::Incoming> find(OfficeLife& life, const char* number)
{
    incoming::IncomingQuery query;
    query.query = number;
    for (const auto& row : life.app().incoming.list(life.world().commune.as("vanthu"), query).items)
        if (row.origin_number == number)
            return row.id;
    throw Error::not_found();
}

void plan_petitions(OfficeLife& life)
{
    const auto add = [&](Time time, const char* from, const char* subject, bool submitted) {
        life.agenda.at(time, [&life, from, subject, submitted] {
            const auto& commune = life.world().commune;
            incoming::IncomingEntry form;
            form.issuer = from;
            form.issued_on = Date::of(2022, 4, 27);
            form.kind = "DT";
            form.subject = subject;
            if (submitted) {
                form.submit = incoming::Instruction{
                    "Kính trình xem xét, giao Tư pháp - Hộ tịch tham mưu.", {{commune.person("tuphap"), tasks::Part::lead, {}}}, {}, 10};
                form.submit_to = commune.person("phochutich");
            }
            life.app().incoming.register_document(commune.as("vanthu"), form);
        });
    };
    add(afternoon(13, 50), "Ông Lâm Văn Thuận, thôn Tấn An", "Đơn đề nghị xác định lại ranh giới thửa đất giáp kênh N2", true);
    add(afternoon(14, 5), "Bà Đinh Thị Sương, thôn Vĩnh Lộc", "Đơn phản ánh tiếng ồn của cơ sở cưa xẻ gỗ trong khu dân cư", false);
}

void plan_envelopes(OfficeLife& life)
{
    const auto add = [&](Time time, const char* sender, const char* mark, const char* person, const char* addressee, Time handed) {
        life.agenda.at(time, [&life, sender, mark, person, addressee, handed] {
            const auto& commune = life.world().commune;
            envelopes::EnvelopeEntry entry;
            entry.sender = sender;
            entry.mark = mark;
            if (*person)
                entry.person = commune.person(person);
            if (*addressee)
                entry.addressee = addressee;
            const auto made = life.app().envelopes.add(commune.as("vanthu"), entry);
            if (handed.ms > 0)
                life.agenda.at(handed, [&life, id = made.id] {
                    life.app().envelopes.hand_over(life.world().commune.as("vanthu"), {id, {}});
                });
        });
    };
    add(afternoon(8, 25), "Thị đoàn Đức Mẫu", "45-CV/ĐTN", "", "Đoàn Thanh niên xã", afternoon(9, 10));
    add(afternoon(8, 30), "Ban Tổ chức Thị ủy", "112-CV/BTC", "chutich", "", afternoon(9, 15));
    add(afternoon(15, 20), "Hội Liên hiệp Phụ nữ thị xã Đức Mẫu", "31/PN", "", "Hội Liên hiệp Phụ nữ xã", {});
}

// What three people used of the clerk's kept copies that day; one of them has not brought it back.
void plan_kept_copies(OfficeLife& life)
{
    const auto use = [&](Time time, std::size_t which, const char* person, const char* note, Time back) {
        life.agenda.at(time, [&life, which, person, note, back] {
            const auto& commune = life.world().commune;
            outgoing::OutgoingQuery query;
            query.state = outgoing::State::issued;
            const auto issued = life.app().outgoing.list(commune.as("vanthu"), query).items;
            if (which >= issued.size()) // a small sample has fewer
                return;
            kept_copies::UseEntry entry;
            entry.document = issued[which].id;
            entry.person = commune.person(person);
            entry.allowed_by = commune.person("vanphong");
            entry.note = note;
            const auto made = life.app().kept_copies.take(commune.as("vanthu"), entry);
            if (back.ms > 0)
                life.agenda.at(back, [&life, id = made.id] {
                    life.app().kept_copies.give_back(life.world().commune.as("vanthu"), {id, {}});
                });
        });
    };
    use(afternoon(8, 40), 4, "tuphap", "Đối chiếu căn cứ", afternoon(10, 30));
    use(afternoon(9, 20), 9, "taichinh", "Phục vụ quyết toán", {});
    use(afternoon(14, 20), 14, "diachinh", "Sao cho đoàn kiểm tra", afternoon(16, 20));
}

// 131/QLĐT: the deputy wrote on the paper, the clerk types it and hangs the scan on it.
void plan_written(OfficeLife& life)
{
    life.agenda.at(afternoon(16, 10), [&life] {
        const auto& commune = life.world().commune;
        templates::OfficialDocument slip;
        slip.kind = "PC";
        slip.agency = {"ỦY BAN NHÂN DÂN", "XÃ PHỔ MẪU"};
        slip.agency_name = "Ủy ban nhân dân xã Phổ Mẫu";
        slip.number = "131";
        slip.symbol = "QLĐT";
        slip.place = "Phổ Mẫu";
        slip.issued_on = Date::of(2022, 4, 29);
        slip.subject = "Giải quyết văn bản đến số 131/QLĐT";
        slip.signer = {{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "Phó Chủ tịch"};
        slip.filed_at = "VT";
        const auto clerk = commune.as("vanthu");
        incoming::EnterInstruction entry;
        entry.id = find(life, "131/QLĐT");
        entry.leader = commune.person("phochutich");
        entry.instruction.text = "Đ/c Địa chính cùng Công an kiểm tra hiện trường, báo cáo tôi trước ngày 09/5.";
        entry.instruction.shares = {{commune.person("diachinh"), tasks::Part::lead, {}},
                                    {commune.person("congan"), tasks::Part::cooperate, {}}};
        entry.files = {life.upload(clerk, draw(slip, 7), "But phe 131_QLĐT.pdf")};
        life.app().incoming.enter_instruction(clerk, entry);
    });
}

} // namespace

void plan_hands(OfficeLife& life)
{
    plan_petitions(life);
    plan_envelopes(life);
    plan_kept_copies(life);
    plan_written(life);
    life.agenda.at(afternoon(16, 30), [&life] {
        const auto& commune = life.world().commune;
        life.app().incoming.ask_extension(
            commune.as("vanphong"),
            {find(life, "777/UBND-TH"), Date::of(2022, 5, 9), {}, "Chờ số liệu tháng 4 của các thôn, dự kiến có ngày 06/5"});
    });
    life.agenda.at(afternoon(16, 50), [&life] {
        const auto& commune = life.world().commune;
        life.app().incoming.urge(commune.as("vanthu"), {find(life, "249/TCKH"), "Hôm nay là hạn cuối, đề nghị hoàn thành."});
    });
}

} // namespace congso::app::demo
