#pragma once
#include <set>
#include <string>
#include <string_view>

namespace congso::media {

// Whether the bytes begin as a compound file ([MS-CFB]), the container of .doc, .xls, .ppt and of encrypted newer files.
bool is_compound(std::string_view bytes);

// The names of all streams and storages in it, ASCII only; what cannot be followed is left out. Never throws on content.
std::set<std::string> compound_names(std::string_view bytes);

} // namespace congso::media
