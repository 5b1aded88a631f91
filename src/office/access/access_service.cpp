#include "office/access/access_service.h"

#include "lib/base/log.h"
#include "office/access/access_store.h"

namespace congso {

using access::Access, access::AccessRow;

namespace {

constexpr std::size_t longest_detail = 500; // bytes
constexpr std::size_t most_waiting = 20'000; // beyond, when the database takes nothing, the log says so and drops

} // namespace

AccessLog::~AccessLog()
{
    if (thread_.joinable()) {
        thread_.request_stop();
        changed_.notify_all();
        thread_.join();
    }
    write_waiting();
}

void AccessLog::note(const Actor& actor, std::string_view action, std::string_view record, std::string_view detail)
{
    const std::lock_guard lock{mutex_};
    if (count_ >= most_waiting) {
        log::error("access_log.full");
        return;
    }
    auto& waiting = waiting_[actor.agency()];
    waiting.push_back({.agency = actor.agency(),
                       .id = Id<Access>::make(),
                       .at = clock_.now(),
                       .person = actor.person(),
                       .action = std::string{action},
                       .record = std::string{record},
                       .detail = std::string{detail.substr(0, longest_detail)}});
    ++count_;
    if (!thread_.joinable())
        thread_ = std::jthread{[this](const std::stop_token& stop) {
            run(stop);
        }};
    changed_.notify_all();
}

void AccessLog::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock{mutex_};
            if (!changed_.wait(lock, stop, [this] { return count_ > 0; }))
                return;
            changed_.wait_for(lock, stop, std::chrono::milliseconds{900}, [] { return false; }); // what comes meanwhile goes with it
        }
        write_waiting();
    }
}

void AccessLog::write_waiting()
{
    const std::lock_guard one_writer{writing_};
    std::map<AgencyId, std::vector<Access>> taken;
    {
        const std::lock_guard lock{mutex_};
        taken.swap(waiting_);
        count_ = 0;
    }
    for (auto& [agency, accesses] : taken)
        try {
            database_.write(agency, [&all = accesses](db::Tx& tx) {
                for (const auto& access : all)
                    access::store::insert(tx, access);
            });
        } catch (const std::exception& error) { // reading goes on; the log is tried again with the next notes
            log::error("access_log.failed", {{"reason", error.what()}});
            const std::lock_guard lock{mutex_};
            auto& waiting = waiting_[agency];
            waiting.insert(waiting.begin(), std::make_move_iterator(accesses.begin()), std::make_move_iterator(accesses.end()));
            count_ += accesses.size();
        }
}

Page<AccessRow> AccessLog::list(const Actor& actor, const access::AccessQuery& query)
{
    actor.demand(Permission::read_audit);
    write_waiting();
    return database_.read(actor.agency(), [&](db::Tx& tx) { return access::store::list(tx, query, clock_.zone_minutes()); });
}

} // namespace congso
