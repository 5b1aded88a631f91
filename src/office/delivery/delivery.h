#pragma once
#include "office/actor/faults.h"
#include "office/actor/permission.h"
#include "office/org/org.h"
#include "office/work/work.h"

// How a record that the agency gives out reaches the recipients of its «Nơi nhận»: an issued document, a signed copy.
namespace congso::delivery {

// Of this installation; a person, a unit, a post or a group («CT, PCT UBND xã») of the agency; a name only.
enum class RecipientKind { agency, person, unit, post, group, outside };
BOOST_DESCRIBE_ENUM(RecipientKind, agency, person, unit, post, group, outside)

// One line of «Nơi nhận».
struct Recipient {
    RecipientKind kind{};
    std::optional<Uuid> target{}; // agency, person, unit, post or group; absent for `outside`
    std::string name{}, mark{}; // as printed: «UBND thị xã»; «bc», «để biết»
    bool addressee{}; // also under «Kính gửi»
    Time delivered_at{}, read_at{}; // 0: not yet
    // what the other agency did with it: in its book, sent back with a reason, cancelled after a recall
    std::optional<Time> received_at{}, returned_at{}, cancelled_at{};
    std::optional<std::string> return_reason{};
    bool is(RecipientKind one, Uuid who) const { return kind == one && target == who; }
};
BOOST_DESCRIBE_STRUCT(Recipient, (),
                      (kind, target, name, mark, addressee, delivered_at, read_at, received_at, returned_at, cancelled_at, return_reason))

// One person of the agency to whom it was delivered.
struct Delivery {
    Id<org::Person> person;
    std::string person_name, post_name; // the post is his main one of today
    std::string through; // the lines of «Nơi nhận» through which it came to him, one a line
    Time delivered_at, read_at, reminded_at; // 0: not yet
    bool on_paper{}; // he cannot open it here: the clerk hands it to him against a slip
    Date handed_on; // unset: not yet
    std::string handed_to; // who took it for him
};
BOOST_DESCRIBE_STRUCT(Delivery, (),
                      (person, person_name, post_name, through, delivered_at, read_at, reminded_at, on_paper, handed_on, handed_to))

// What is given out.
struct Sending {
    work::Subject subject; // what waits at each of them says this
    std::int64_t sort_at{}; // where it stands in their lists
    Permission desk{}; // whose desk hands out the paper
    std::vector<Id<org::Person>> authors{}; // who wrote or signed it has it, unless he is named himself
};

// They have signed for the paper.
struct HandedOut {
    std::vector<Id<org::Person>> people;
    std::optional<Date> handed_on{}; // today when absent
    std::optional<std::string> handed_to{}; // who took it, when it was someone else for them
};

constexpr std::size_t most_recipients = 300; // a list longer than that is an appendix

// On /recipients/N/…: "required", "too_long", "twice"; on /recipients "too_many".
void add_recipient_faults(Faults& faults, const std::vector<Recipient>& recipients);

std::string with_mark(const Recipient& recipient); // «UBND thị xã (bc)»

} // namespace congso::delivery
