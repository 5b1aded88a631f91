#pragma once
#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

// Private to lib/http.
namespace congso::http {

// Bytes that arrived and have not been used yet. Keeps its place between requests; views into it end with `consume` and `space`.
class Buffer {
public:
    std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    bool empty() const { return begin_ == end_; }
    void add(std::size_t count) { end_ += count; }

    void consume(std::size_t count)
    {
        begin_ += count;
        if (begin_ == end_)
            begin_ = end_ = 0;
    }

    // Room for more, so that the buffer may hold `capacity` bytes; empty when it holds as many.
    std::span<char> space(std::size_t capacity)
    {
        if (begin_ > 0) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        if (bytes_.size() < capacity && end_ == bytes_.size())
            bytes_.resize(std::min(capacity, std::max(first_size, bytes_.size() * 4)));
        return {bytes_.data() + end_, std::min(bytes_.size(), std::max(capacity, end_)) - end_};
    }

    void shrink() // gives back what a large body took
    {
        if (empty() && bytes_.size() > first_size)
            bytes_ = {};
    }

private:
    static constexpr std::size_t first_size = 2048;

    std::vector<char> bytes_;
    std::size_t begin_ = 0, end_ = 0;
};

} // namespace congso::http
