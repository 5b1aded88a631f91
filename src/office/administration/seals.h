#pragma once
#include "office/org/org.h"

namespace congso::administration {

// The picture of a body's seal, as it will stand on what is signed for it.
struct Seal {
    Id<org::Body> body;
    std::string file; // a PNG
};
BOOST_DESCRIBE_STRUCT(Seal, (), (body, file))

struct SealEntry { // POST /api/admin/seals
    Id<org::Body> body;
    std::string file; // from POST /api/files
};
BOOST_DESCRIBE_STRUCT(SealEntry, (), (body, file))

} // namespace congso::administration
