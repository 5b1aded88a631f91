#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// Reading the text layer and pictures of a PDF that may come from anywhere, by the Poppler programs in limited children.
// Every function throws unavailable "pdf.not_installed" or "pdf.timeout", and invalid "pdf.unreadable" for a file that is
// broken or asks for a password.
namespace congso::pdf {

// A word and its box in millimetres from the top left of its page; page numbers start at 1.
struct Word {
    int page{};
    double x0{}, y0{}, x1{}, y1{};
    std::string text{};
};

// `drawn`: as the file draws them, which of two versions of one document is the same wherever their words are; a guess at what is read
// first is not.
enum class WordOrder { reading, drawn };

// The words of pages `first` … `last` (0: to the end); none for a scan without a text layer. At most 200 000.
std::vector<Word> words_of(const std::filesystem::path& pdf, int first = 1, int last = 0, WordOrder order = WordOrder::reading);

// The words of `pdftotext -bbox`'s page. Throws invalid "pdf.malformed".
std::vector<Word> parse_words(std::string_view page, int first_page = 1);

// The text of all pages as it would be read aloud, for the search index; at most `limit` bytes, cut between characters.
std::string text_of(const std::filesystem::path& pdf, std::size_t limit = 4U << 20);

int page_count(const std::filesystem::path& pdf);

// The page as a PNG `width` pixels wide (16 … 4000). Throws not_found "pdf.page" when there is no such page.
std::string thumbnail(const std::filesystem::path& pdf, int page, int width);

// Where a page has ink, as it is shown, a scan's too: squares of `cell` mm, row by row from the top left. What is lighter than the paper
// around it is none.
struct Ink {
    double cell{};
    int columns{}, rows{};
    std::vector<bool> dark;
};
Ink ink_of(const std::filesystem::path& pdf, int page); // throws not_found "pdf.page" when there is no such page

} // namespace congso::pdf
