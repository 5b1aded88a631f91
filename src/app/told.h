#pragma once
#include "lib/base/error.h"

#include <string>

namespace congso::app {

// What the command line says of a fault: its code and facts for who looks them up, and where the way out is known, a sentence in
// Vietnamese and one in English. The page has its own sentences in web/src/words.
std::string told(const Error& error);

} // namespace congso::app
