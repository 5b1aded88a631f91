#pragma once
#include "office/actor/route.h"

#include <mutex>
#include <string>

namespace congso::app {

struct App;

// The door of an installation that has no agency yet. Whoever stands at the server reads the code that `congso serve` prints, so a
// stranger on the network cannot take the place of its administrator.
class SetupDoor {
public:
    // A new code, to be printed: "7K2M-90QD-X3FA". Nothing is admitted before.
    std::string open();
    // Throws forbidden "setup.code", and "setup.closed" after too many wrong ones, until the program starts again.
    void demand(std::string_view typed);
    void close();

private:
    std::mutex mutex_;
    std::string code_; // without dashes; empty: closed
    int wrong_ = 0;
};

// GET and POST /api/setup: answered until the first agency stands.
std::vector<route::Route> wizard_routes(App& app);

} // namespace congso::app
