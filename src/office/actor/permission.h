#pragma once
#include "lib/base/describe.h"

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace congso {

// What a role may do. A route names one; a service asks again for what depends on the record.
enum class Permission {
    signed_in, // everyone with an account: own work list, own sessions, files one may see
    read_documents, // lists and documents, as far as `reach` goes
    see_all_documents, // every document of the agency, without being named on it
    register_incoming, // receive, register, submit, return to sender
    direct_documents, // the head's instruction: lead, co-workers, deadline
    handle_documents, // accept, report progress, forward, finish
    draft_outgoing, // drafts, versions, comments
    review_outgoing, // check steps of content and format
    approve_outgoing, // approve; signing authority comes from posts and mandates
    number_outgoing, // number, date, seal, issue: the clerk's desk
    manage_books, // void a number, close a book
    manage_people, // people, accounts, roles, posts, units, bodies
    manage_calendar, // holidays and working hours
    read_audit, // the audit chain and its checkpoints
    manage_catalogue, // draw up the year's list of dossiers; keep everybody's dossiers
    keep_archive, // review what goes to the current archive
    copy_documents, // make, number and give out copies of documents: sao y, sao lục, trích sao
};
BOOST_DESCRIBE_ENUM(Permission, signed_in, read_documents, see_all_documents, register_incoming, direct_documents, handle_documents,
                    draft_outgoing, review_outgoing, approve_outgoing, number_outgoing, manage_books, manage_people, manage_calendar,
                    read_audit, manage_catalogue, keep_archive, copy_documents)

// A set of permissions, small enough to copy.
class Permissions {
public:
    Permissions() = default;
    Permissions(std::initializer_list<Permission> all)
    {
        for (const auto permission : all)
            add(permission);
    }
    void add(Permission permission) { bits_ |= std::uint64_t{1} << static_cast<int>(permission); }
    bool has(Permission permission) const { return (bits_ >> static_cast<int>(permission) & 1) != 0; }
    std::vector<Permission> list() const;

private:
    std::uint64_t bits_{};
};

} // namespace congso
