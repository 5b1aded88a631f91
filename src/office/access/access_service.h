#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/access/access.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace congso {

// The log of reading. A note costs its caller nothing: what is noted waits at most a second in memory and is written with what came
// meanwhile. A killed process loses that second and nothing that anybody did.
class AccessLog {
public:
    AccessLog(db::Database& database, const Clock& clock) : database_(database), clock_(clock) { }
    ~AccessLog(); // writes what waits
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    void note(const Actor& actor, std::string_view action, std::string_view record, std::string_view detail);
    void write_waiting(); // now

    Page<access::AccessRow> list(const Actor& actor, const access::AccessQuery& query);

private:
    void run(const std::stop_token& stop);

    db::Database& database_;
    const Clock& clock_;
    std::mutex mutex_, writing_;
    std::condition_variable_any changed_;
    std::map<AgencyId, std::vector<access::Access>> waiting_;
    std::size_t count_ = 0;
    std::jthread thread_; // begins with the first note; last: it ends first
};

} // namespace congso
