#include "office/envelopes/envelopes_api.h"

namespace congso::envelopes {

std::vector<route::Route> routes(EnvelopeService& service)
{
    return {
        route::post<EnvelopeEntry, Envelope>(
            "/api/envelopes", "Enter an envelope that is addressed to someone by name", Permission::register_incoming,
            [&service](const Actor& actor, const EnvelopeEntry& entry) { return service.add(actor, entry); }),
        route::get<EnvelopeQuery, Page<Envelope>>(
            "/api/envelopes", "Envelopes addressed to someone by name, newest first", Permission::register_incoming,
            [&service](const Actor& actor, const EnvelopeQuery& query) { return service.list(actor, query); }),
        route::post<HandOver, Envelope>("/api/envelopes/{id}/hand-over", "It was handed over unopened", Permission::register_incoming,
                                        [&service](const Actor& actor, const HandOver& entry) { return service.hand_over(actor, entry); }),
        route::post<Opened, Envelope>("/api/envelopes/{id}/register", "What was in it has been registered", Permission::register_incoming,
                                      [&service](const Actor& actor, const Opened& entry) { return service.link(actor, entry); })};
}

} // namespace congso::envelopes
