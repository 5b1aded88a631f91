#include "lib/text/normalize.h"
#include "office/outgoing/outgoing_service.h"

#include <algorithm>

// What changed between two versions of a document's file.
namespace congso {

using namespace outgoing;

Comparison OutgoingService::compare(const Actor& actor, const CompareVersions& query)
{
    actor.demand(Permission::read_documents);
    const auto file_of = [&](db::Tx& tx, int version, const char* field) {
        auto files = p_.files.list(tx, query.id.uuid, "v" + std::to_string(version));
        if (files.empty())
            throw Error::invalid_field(field, "unknown");
        return std::move(files.front());
    };
    const auto [was, now] = p_.database.read(actor.agency(), [&](db::Tx& tx) {
        const auto document = get_document(tx, actor, query.id);
        return std::pair{file_of(tx, query.from, "/from"), file_of(tx, query.to, "/to")};
    });
    const auto words_of = [&](const files::Attached& file) {
        auto words = pdf::words_of(p_.files.open_preview(actor, file.id).path, 1, 0, pdf::WordOrder::drawn);
        for (auto& word : words)
            if (auto one_form = text::normalize(word.text))
                word.text = std::move(*one_form);
        return words;
    };
    auto before = words_of(was);
    auto answer = outgoing::compare(std::move(before), words_of(now));
    answer.was.version = query.from;
    answer.was.file = was;
    answer.now.version = query.to;
    answer.now.file = now;
    return answer;
}

} // namespace congso
