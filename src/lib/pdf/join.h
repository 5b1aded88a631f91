#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace congso::pdf {

// Several PDF files as one, page after page. Fields and signatures stand as they look: a joined file proves nothing, the single ones
// do.
class Joined {
public:
    Joined();
    ~Joined();
    Joined(const Joined&) = delete;
    Joined& operator=(const Joined&) = delete;

    void add(std::string_view bytes); // throws invalid "pdf.unreadable"
    // Pages `first` … `last` (0: to the end). False: not to be read, it asks for a password, or it has no such pages.
    bool try_add(const std::filesystem::path& file, int first = 1, int last = 0);
    int pages() const;
    std::string finish(); // throws invalid "pdf.unreadable" when nothing was added

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace congso::pdf
