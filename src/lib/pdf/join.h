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
    bool try_add(const std::filesystem::path& file); // false: not to be read, or it asks for a password
    int pages() const;
    std::string finish(); // throws invalid "pdf.unreadable" when nothing was added

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace congso::pdf
