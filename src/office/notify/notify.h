#pragma once
#include "lib/db/tx.h"
#include "office/actor/actor.h"

#include <functional>
#include <mutex>

namespace congso {

// Tells open pages that something changed: an event names the record, never its content (the page asks for that itself).
class Notifier {
public:
    using Sink = std::function<void(std::string_view channel, std::string_view event, std::string_view data)>;

    // The server, once it runs; without one nothing is told. The one before is called no more when this returns. A sink returns soon
    // and comes back to no Notifier.
    void connect(Sink sink);

    static std::string channel_of(AgencyId agency, Id<org::Person> holder); // one person's
    static std::string channel_of(AgencyId agency); // everyone of the agency
    // After COMMIT: `holder`'s pages look again at `kind` ("work", "incoming", "outgoing") and this record.
    void tell(db::Tx& tx, Id<org::Person> holder, std::string_view kind, Uuid record);
    void tell_agency(db::Tx& tx, std::string_view kind, Uuid record);

private:
    void publish(const std::string& channel, const std::string& kind, const std::string& record);

    std::mutex mutex_;
    Sink sink_;
};

} // namespace congso
