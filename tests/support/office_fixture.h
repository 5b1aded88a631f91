#pragma once
#include "lib/base/clock.h"
#include "lib/crypto/ed25519.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/numbering/numbering.h"
#include "office/org/org.h"
#include "tests/support/temp_database.h"

// A small agency for tests of features: a head, a deputy, a clerk and an officer; one body, an incoming and an outgoing book.
namespace congso::test {

struct Office {
    Office(db::Database& database, std::string_view name)
    {
        agency.id = AgencyId::make();
        agency.name = agency.short_name = name;
        agency.place = "Phổ Mẫu";
        agency.hosted = true;
        database.write(agency.id, [&](db::Tx& tx) {
            tx.insert("agency", agency);
            for (const auto& [code, title, outgoing] :
                 std::initializer_list<std::tuple<const char*, const char*, bool>>{{"KH", "Kế hoạch", true},
                                                                                   {"BC", "Báo cáo", true},
                                                                                   {"QĐ", "Quyết định", true},
                                                                                   {"CV", "Công văn", true},
                                                                                   {"NĐ", "Nghị định", false}})
                tx.execute("INSERT INTO kind (agency, code, name, abbreviation, outgoing, position) VALUES ($1, $2, $3, $4, $5, 0)",
                           tx.agency(), code, title, std::string_view{code} == "CV" ? "" : code, outgoing);
            body = {.agency = agency.id,
                    .id = Id<org::Body>::make(),
                    .name = agency.name,
                    .parent_line = {},
                    .heading_lines = "ỦY BAN NHÂN DÂN\nXÃ PHỔ MẪU",
                    .symbol = "UBND",
                    .party = false,
                    .position = 0};
            tx.insert("body", body);
            unit = {.agency = agency.id,
                    .id = Id<org::Unit>::make(),
                    .parent = {},
                    .name = "Văn phòng",
                    .abbreviation = "VP",
                    .position = 0,
                    .valid_from = {},
                    .valid_to = {}};
            tx.insert("unit", unit);
            incoming_book = add_book(tx, numbering::Direction::incoming, "Văn bản đến");
            outgoing_book = add_book(tx, numbering::Direction::outgoing, "Văn bản đi");
            head = add_person(tx, "Nguyễn Văn Hải", add_post(tx, "Chủ tịch", org::Authority::tm, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", true),
                              head_rights());
            deputy = add_person(tx, "Trần Thị Hoa", add_post(tx, "Phó Chủ tịch", org::Authority::kt, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", false),
                                head_rights());
            clerk = add_person(tx, "Lê Thị Lan", add_post(tx, "Văn thư", org::Authority::none, "", false),
                               {Permission::signed_in, Permission::read_documents, Permission::see_all_documents,
                                Permission::register_incoming, Permission::handle_documents, Permission::draft_outgoing,
                                Permission::number_outgoing, Permission::manage_books});
            officer = add_person(tx, "Phạm Văn An", add_post(tx, "Công chức", org::Authority::none, "", false), officer_rights());
            other_officer = add_person(tx, "Võ Thị Bình", add_post(tx, "Công chức", org::Authority::none, "", false), officer_rights());
        });
    }

    static Permissions head_rights()
    {
        return {Permission::signed_in,        Permission::read_documents, Permission::see_all_documents, Permission::direct_documents,
                Permission::handle_documents, Permission::draft_outgoing, Permission::review_outgoing,   Permission::approve_outgoing};
    }
    static Permissions officer_rights()
    {
        return {Permission::signed_in, Permission::read_documents, Permission::handle_documents, Permission::draft_outgoing,
                Permission::review_outgoing};
    }

    Actor as(Id<org::Person> person) const { return {agency.id, person, rights_.at(person)}; }

    Agency agency;
    org::Body body;
    org::Unit unit;
    Id<numbering::Book> incoming_book, outgoing_book;
    Id<org::Person> head, deputy, clerk, officer, other_officer;

private:
    Id<numbering::Book> add_book(db::Tx& tx, numbering::Direction direction, const char* name)
    {
        const numbering::Book book{.agency = agency.id,
                                   .id = Id<numbering::Book>::make(),
                                   .body = direction == numbering::Direction::outgoing ? body.id : Id<org::Body>{},
                                   .direction = direction,
                                   .name = name,
                                   .kinds = {},
                                   .period_kind = numbering::PeriodKind::year,
                                   .position = 0,
                                   .closed = false};
        tx.insert("book", book);
        return book.id;
    }
    Id<org::Post> add_post(db::Tx& tx, const char* name, org::Authority authority, const char* lines, bool heads)
    {
        const org::Post post{.agency = agency.id,
                             .id = Id<org::Post>::make(),
                             .unit = heads || authority == org::Authority::kt ? Id<org::Unit>{} : unit.id,
                             .body = authority == org::Authority::none ? Id<org::Body>{} : body.id,
                             .name = name,
                             .authority = authority,
                             .signing_lines = lines,
                             .heads_agency = heads,
                             .heads_unit = false,
                             .position = position_++,
                             .valid_from = {},
                             .valid_to = {}};
        tx.insert("post", post);
        return post.id;
    }
    Id<org::Person> add_person(db::Tx& tx, const char* name, Id<org::Post> post, Permissions rights)
    {
        const org::Person person{.agency = agency.id,
                                 .id = Id<org::Person>::make(),
                                 .full_name = name,
                                 .sort_key = name,
                                 .email = {},
                                 .phone = {},
                                 .born_on = {},
                                 .active = true,
                                 .version = 1};
        tx.insert("person", person);
        tx.insert("holding",
                  org::Holding{.agency = agency.id,
                               .id = Id<org::Holding>::make(),
                               .person = person.id,
                               .post = post,
                               .main = true,
                               .valid_from = {},
                               .valid_to = {}});
        // one role for each person: who may register is asked of the tables, too
        const auto role = Id<struct Role>::make();
        tx.execute("INSERT INTO role (agency, id, code, name) VALUES ($1, $2, $3, $3)", tx.agency(), role, role.to_string());
        for (const auto permission : rights.list())
            tx.execute("INSERT INTO role_permission (agency, role, permission) VALUES ($1, $2, $3)", tx.agency(), role, permission);
        tx.execute("INSERT INTO person_role (agency, person, role) VALUES ($1, $2, $3)", tx.agency(), person.id, role);
        rights_[person.id] = rights;
        return person.id;
    }

    int position_ = 0;
    std::map<Id<org::Person>, Permissions> rights_;
};

} // namespace congso::test
