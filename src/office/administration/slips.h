#pragma once
#include "lib/base/time.h"

#include <string>
#include <vector>

namespace congso::administration {

struct Slip {
    std::string full_name, post, username, password;
};

// The first passwords to hand out: a framed slip for each person, to be cut apart (PDF, A4).
std::string print_slips(const std::vector<Slip>& slips, const std::string& agency, Date today);

// What a person can read aloud and type: four groups of three letters and digits, none that look alike.
std::string make_first_password();

} // namespace congso::administration
