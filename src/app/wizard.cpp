#include "app/wizard.h"

#include "app/setup.h"
#include "lib/base/bytes.h"
#include "lib/crypto/digest.h"
#include "office/actor/faults.h"

namespace congso::app {

namespace {

// One of the usual posts of a commune, for the first people.
struct SetupPost {
    std::string code, name;
};
BOOST_DESCRIBE_STRUCT(SetupPost, (), (code, name))
struct Setup { // GET /api/setup
    bool open{}; // no agency yet
    std::vector<SetupPost> posts;
};
BOOST_DESCRIBE_STRUCT(Setup, (), (open, posts))

struct SetupPerson {
    std::string full_name, post, username, password;
};
BOOST_DESCRIBE_STRUCT(SetupPerson, (), (full_name, post, username, password))
struct SetupEntry { // POST /api/setup
    std::string code; // printed by the program when it started
    std::string agency, short_name, place;
    std::optional<std::string> agency_code;
    std::string administrator, username, password;
    std::vector<SetupPerson> people;
};
BOOST_DESCRIBE_STRUCT(SetupEntry, (), (code, agency, short_name, place, agency_code, administrator, username, password, people))

constexpr std::size_t most_people = 50;

struct Usual {
    const char* post;
    const char* name;
    const char* role;
};
constexpr Usual usual[] = {{"chairman", "Chủ tịch UBND", "chairman"},
                           {"vice_chairman", "Phó Chủ tịch UBND", "vice_chairman"},
                           {"clerk", "Văn thư", "clerk"},
                           {"vp", "Công chức Văn phòng - Thống kê", "office_head"},
                           {"tphh", "Công chức Tư pháp - Hộ tịch", "officer"},
                           {"dcxd", "Công chức Địa chính - xây dựng", "officer"},
                           {"tckt", "Công chức Tài chính - Kế toán", "officer"},
                           {"vhxh", "Công chức Văn hóa - Xã hội", "officer"},
                           {"motcua", "Cán bộ một cửa", "one_stop_officer"},
                           {"archivist", "Lưu trữ", "archivist"}};

const Usual* find_usual(std::string_view post)
{
    const auto* found = std::find_if(std::begin(usual), std::end(usual), [&](const Usual& one) { return one.post == post; });
    return found == std::end(usual) ? nullptr : found;
}

std::string plain(std::string_view typed)
{
    std::string code;
    for (const char c : typed)
        if (c >= 'a' && c <= 'z')
            code += static_cast<char>(c - 'a' + 'A');
        else if (c != '-' && c != ' ')
            code += c;
    return code;
}

InitOptions options_of(const SetupEntry& entry)
{
    Faults faults;
    faults.required("/agency", entry.agency, 200);
    faults.required("/short_name", entry.short_name, 200);
    faults.required("/place", entry.place, 100);
    faults.required("/administrator", entry.administrator, 100);
    faults.at_most_items("/people", entry.people.size(), most_people);
    InitOptions options{.agency = entry.agency,
                        .short_name = entry.short_name,
                        .place = entry.place,
                        .code = entry.agency_code.value_or(""),
                        .administrator = entry.administrator,
                        .username = entry.username,
                        .password = entry.password};
    std::vector<std::string> usernames{entry.username};
    const auto check = [&](const std::string& path, auto&& demand) {
        try {
            demand();
        } catch (const Error& error) {
            faults.add(path, error.faults().front().code);
        }
    };
    check("/username", [&] { accounts::demand_good_username("/username", entry.username); });
    check("/password", [&] { accounts::demand_good_password("/password", entry.password, entry.username); });
    for (std::size_t i = 0; i < entry.people.size(); ++i) {
        const auto& person = entry.people[i];
        const auto at = "/people/" + std::to_string(i);
        faults.required(at + "/full_name", person.full_name, 100);
        const auto* post = find_usual(person.post);
        if (!post)
            faults.add(at + "/post", "unknown");
        check(at + "/username", [&] { accounts::demand_good_username("/username", person.username); });
        check(at + "/password", [&] { accounts::demand_good_password("/password", person.password, person.username); });
        if (std::find(usernames.begin(), usernames.end(), person.username) != usernames.end())
            faults.add(at + "/username", "taken");
        usernames.push_back(person.username);
        options.people.push_back({person.full_name, person.post, post ? post->role : "", person.username, person.password});
    }
    faults.demand();
    return options;
}

} // namespace

std::string SetupDoor::open()
{
    // Crockford's letters: no I, L, O, U to misread on the screen of the server
    static constexpr char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const std::lock_guard lock{mutex_};
    code_.clear();
    wrong_ = 0;
    for (const char c : random_bytes(12))
        code_ += letters[static_cast<unsigned char>(c) & 31];
    return code_.substr(0, 4) + "-" + code_.substr(4, 4) + "-" + code_.substr(8);
}

void SetupDoor::demand(std::string_view typed)
{
    constexpr int free_tries = 20;
    const std::lock_guard lock{mutex_};
    if (wrong_ >= free_tries)
        throw Error::forbidden("setup.closed");
    if (!code_.empty() && crypto::equal_in_constant_time(code_, plain(typed)))
        return;
    ++wrong_;
    throw Error::forbidden("setup.code");
}

void SetupDoor::close()
{
    const std::lock_guard lock{mutex_};
    code_.clear();
}

std::vector<route::Route> wizard_routes(App& app)
{
    using http::Body, http::Method, http::Request, route::Door;
    return {route::raw<route::None, Setup>(Method::get, "/api/setup", "Whether the first agency is still to be made", Door::open,
                                           Permission::signed_in, Body::none, 0,
                                           [&app](const Request&, const Actor*) {
                                               Setup setup{.open = app.org.list_hosted().empty(), .posts = {}};
                                               if (setup.open)
                                                   for (const auto& one : usual)
                                                       setup.posts.push_back({one.post, one.name});
                                               return route::encode(describe::type_of<Setup>(), &setup);
                                           }),
            route::raw<SetupEntry, Nothing>(Method::post, "/api/setup", "Make the first agency, its administrator and its first people",
                                            Door::open, Permission::signed_in, Body::memory, 256 * 1024,
                                            [&app](const Request& request, const Actor*) {
                                                SetupEntry entry;
                                                route::decode(request, describe::type_of<SetupEntry>(), &entry);
                                                if (!app.org.list_hosted().empty())
                                                    throw Error::conflict("setup.done");
                                                app.setup_door.demand(entry.code);
                                                create_first_agency(app, options_of(entry));
                                                app.setup_door.close();
                                                const Nothing done;
                                                return route::encode(describe::type_of<Nothing>(), &done);
                                            })};
}

} // namespace congso::app
