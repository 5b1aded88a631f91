#include "office/accounts/accounts.h"

#include "lib/base/error.h"

#include <algorithm>

namespace congso::accounts {

std::span<const RoleSeed> default_roles()
{
    using enum Permission;
    static const std::vector<RoleSeed> roles{
        {"chairman",
         "Chủ tịch",
         {signed_in, read_documents, see_all_documents, direct_documents, handle_documents, draft_outgoing, review_outgoing,
          approve_outgoing, read_audit}},
        {"vice_chairman",
         "Phó Chủ tịch",
         {signed_in, read_documents, see_all_documents, direct_documents, handle_documents, draft_outgoing, review_outgoing,
          approve_outgoing}},
        {"office_head",
         "Phụ trách văn phòng",
         {signed_in, read_documents, see_all_documents, handle_documents, draft_outgoing, review_outgoing, approve_outgoing,
          manage_catalogue, copy_documents}},
        {"clerk",
         "Văn thư",
         {signed_in, read_documents, see_all_documents, register_incoming, handle_documents, draft_outgoing, number_outgoing, manage_books,
          manage_catalogue, copy_documents}},
        {"officer", "Công chức chuyên môn", {signed_in, read_documents, handle_documents, draft_outgoing, review_outgoing}},
        {"one_stop_officer", "Cán bộ một cửa", {signed_in, read_documents, handle_documents, draft_outgoing}},
        {"standing_officer",
         "Thường trực thi đua, khen thưởng",
         {signed_in, read_documents, handle_documents, draft_outgoing, review_outgoing}},
        {"inspector", "Tổ kiểm tra công vụ", {signed_in, read_documents, handle_documents, draft_outgoing}},
        {"archivist", "Lưu trữ", {signed_in, read_documents, see_all_documents, keep_archive}},
        {"union_chair", "Chủ tịch Công đoàn", {signed_in, read_documents, handle_documents, draft_outgoing}},
        // interface-vi.md §2: no content by default
        {"administrator", "Quản trị hệ thống", {signed_in, manage_people, manage_calendar, read_audit}},
    };
    return roles;
}

std::int64_t back_off_ms(int failures)
{
    constexpr int free_tries = 4;
    constexpr std::int64_t first = 30'000, longest = 15 * 60'000;
    if (failures <= free_tries)
        return 0;
    return std::min(longest, first << std::min(failures - free_tries - 1, 10));
}

void demand_good_password(std::string_view field, std::string_view password, std::string_view username)
{
    if (password.size() < 10)
        throw Error::invalid_field(std::string{field}, "password_too_short");
    if (password.size() > 1000)
        throw Error::invalid_field(std::string{field}, "too_long");
    if (password == username)
        throw Error::invalid_field(std::string{field}, "password_is_name");
}

bool is_open_to_debtor(std::string_view path)
{
    constexpr std::string_view open[] = {"/api/me", "/api/session", "/api/password", "/api/second-factor", "/api/second-factor/confirm"};
    return std::find(std::begin(open), std::end(open), path) != std::end(open);
}

void demand_good_username(std::string_view field, std::string_view username)
{
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    if (username.size() < 2 || username.size() > 64 || !std::all_of(username.begin(), username.end(), good))
        throw Error::invalid_field(std::string{field}, "username");
}

} // namespace congso::accounts
