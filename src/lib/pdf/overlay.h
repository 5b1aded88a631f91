#pragma once
#include <filesystem>
#include <string>
#include <vector>

// A copy of a PDF for the printer, with something laid over its pages. The original keeps its bytes and its signatures.
namespace congso::pdf {

struct PageSize {
    double width{}, height{}; // millimetres, as the page is shown
};

// Throws invalid "pdf.unreadable" for a file that is broken or asks for a password.
std::vector<PageSize> page_sizes(const std::filesystem::path& pdf);

// Writes `target`: page i of the PDF `over` lies on page i, in its own size from the top left corner of what is shown, upright on turned
// pages too. Pages that `over` lacks stay as they are. What the first page shows is set smaller by `first_scale` (0 … 1) towards the middle
// of its foot, under what is laid over it. Throws as page_sizes.
void lay_over(const std::filesystem::path& pdf, const std::string& over, const std::filesystem::path& target, double first_scale = 1);

} // namespace congso::pdf
