#pragma once
#include "lib/base/time.h"

#include <memory>
#include <string>
#include <vector>

// Sheets drawn to the millimetre, without an office program: a PDF with a text layer, by Pango and Cairo.
namespace congso::print {

struct Style {
    double size = 14; // points
    bool bold = false, italic = false, centred = false, justified = false;
    double indent = 0; // of the first line, mm
    bool right = false, struck = false; // against the right edge; struck through
};

enum class Orientation { portrait, landscape };

struct Colour {
    double red = 0, green = 0, blue = 0, alpha = 1; // 0 … 1
};

struct Point {
    double x = 0, y = 0; // mm from the top left
};

// A bend from where the pen stands to `to` (cubic Bézier).
struct Bend {
    Point first, second, to;
};

// A document page by page. All lengths are millimetres, except the size of letters. The font is Tinos, which has the metrics of Times
// New Roman and every Vietnamese letter, or what fontconfig gives for Liberation Serif and Times New Roman.
class Paper {
public:
    // A4. `created` is written into the file, so that the same drawing on the same day is the same bytes.
    explicit Paper(Date created, Orientation orientation = Orientation::portrait);
    Paper(Date created, double width, double height); // of the first page
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    double width() const; // of a page
    double height() const;

    double width_of(const std::string& text, const Style& style) const; // on one line
    double height_of(const std::string& text, const Style& style, double width) const;
    // The lines that a column of this width breaks the text into; a word that is wider is broken too. At least one.
    std::vector<std::string> lines_of(const std::string& text, const Style& style, double width) const;
    // Sets the text in a column with its top left corner there; returns the height.
    double write(const std::string& text, const Style& style, Point at, double width);

    void set_colour(const Colour& colour); // of all that follows
    void line(Point from, Point to, double thickness);
    void frame(Point at, double width, double height, double thickness);
    void circle(Point middle, double radius, double thickness);
    void fill(const std::vector<Point>& corners);
    void stroke(Point from, const std::vector<Bend>& bends, double thickness); // of a pen, round at its ends

    int next_page(); // returns its number
    int next_page(double width, double height); // the pages from here on have this size
    int pages() const;
    std::string finish(); // the bytes; the paper is used up. Throws internal "print.failed"

private:
    struct Sheet;
    std::unique_ptr<Sheet> sheet_;
};

} // namespace congso::print
