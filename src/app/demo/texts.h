#pragma once
#include "app/demo/chance.h"
#include "lib/base/time.h"
#include "office/outgoing/outgoing.h"
#include "office/templates/official_document.h"

#include <span>
#include <string>
#include <string_view>

// What the sample's documents speak of, over the fields of a commune's work.
namespace congso::app::demo {

// One sort of document that a commune receives again and again. Subjects have fields: {thang} {quy} {nam} {thon} {ho} {dot} {ngay}.
struct IncomingTopic {
    const char* issuers; // keys of World::issuers, separated by blanks
    const char* kind;
    const char* subject;
    const char* lead; // who handles it; "" when it is only for information
    const char* with; // who works with him, or reads it; names separated by blanks
    const char* reply; // kind of the answer; "" when none is asked for
    const char* reply_subject;
    int working_days; // to handle it
    int weight;
    int from, to; // months as 202003; 0: without bound
};
std::span<const IncomingTopic> incoming_topics();

// One sort of document that the commune issues by itself.
struct OutgoingTopic {
    const char* body; // symbol
    const char* kind;
    const char* subject;
    const char* drafter;
    const char* signer; // "chutich", "phochutich" …
    bool own; // a decision of the Chairman alone
    const char* recipients; // see recipients_of
    int weight;
    int from, to;
};
std::span<const OutgoingTopic> outgoing_topics();

// The subject with its fields filled, for a document of this day.
std::string filled(std::string_view pattern, Date day, Chance& chance);

// A few paragraphs in the manner of the kind, about the subject; `by`: who issues («Ủy ban nhân dân xã Phổ Mẫu»).
std::vector<outgoing::Paragraph> text_of(std::string_view kind, std::string_view subject, std::string_view by, Date due, Chance& chance);
std::vector<templates::Part> parts_of(const std::vector<outgoing::Paragraph>& text); // without the grounds
std::vector<std::string> grounds_of(const std::vector<outgoing::Paragraph>& text);

// What a clerk proposes, a head writes, an officer reports.
std::string proposal_text(Chance& chance);
std::string instruction_text(Chance& chance);
std::string progress_text(Chance& chance);
std::string result_text(Chance& chance);

bool holds(int from, int to, Date day); // whether the day lies in the months from … to

} // namespace congso::app::demo
