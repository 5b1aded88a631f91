#include "office/notify/notify.h"

namespace congso {

void Notifier::connect(Sink sink)
{
    const std::lock_guard lock{mutex_};
    sink_ = std::move(sink);
}

std::string Notifier::channel_of(AgencyId agency, Id<org::Person> holder)
{
    return agency.to_string() + "/" + holder.to_string();
}

std::string Notifier::channel_of(AgencyId agency)
{
    return agency.to_string();
}

void Notifier::tell(db::Tx& tx, Id<org::Person> holder, std::string_view kind, Uuid record)
{
    tx.after_commit([this, channel = channel_of(tx.agency(), holder), name = std::string{kind}, id = record.to_string()] {
        publish(channel, name, id);
    });
}

void Notifier::tell_agency(db::Tx& tx, std::string_view kind, Uuid record)
{
    tx.after_commit(
        [this, channel = channel_of(tx.agency()), name = std::string{kind}, id = record.to_string()] { publish(channel, name, id); });
}

void Notifier::publish(const std::string& channel, const std::string& kind, const std::string& record)
{
    // Called under the lock, for it only puts the event into a queue: once `connect` has returned, the sink before is at rest.
    const std::lock_guard lock{mutex_};
    if (sink_)
        sink_(channel, kind, "{\"id\":\"" + record + "\"}");
}

} // namespace congso
