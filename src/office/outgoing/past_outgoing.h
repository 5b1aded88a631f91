#pragma once
#include "lib/base/time.h"

#include <string>
#include <vector>

namespace congso::outgoing {

// A past entry of an office that joins in mid-year: it comes with its number, was issued on paper, and waits for nobody.
struct PastOutgoing {
    int number{};
    Date issued_on;
    std::string symbol, kind, subject, signer_name, note;
    std::vector<std::string> recipients;
    int copy_count{};
};

} // namespace congso::outgoing
