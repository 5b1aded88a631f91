#include "lib/pdf/overlay.h"

#include "lib/base/error.h"

#include <fmt/format.h>

#define POINTERHOLDER_TRANSITION 4 // of QPDF 11: only std::shared_ptr
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace congso::pdf {

namespace {

constexpr double mm_per_point = 25.4 / 72;

using Rectangle = QPDFObjectHandle::Rectangle;

Rectangle shown_box(QPDFPageObjectHelper& page)
{
    return page.getCropBox().getArrayAsRectangle();
}

int turn_of(QPDFPageObjectHelper& page) // clockwise: 0, 90, 180, 270
{
    auto turn = page.getAttribute("/Rotate", false);
    return turn.isInteger() ? ((turn.getIntValueAsInt() % 360) + 360) % 360 : 0;
}

// Where a page of `size` points, its top left corner on the shown page's, lies in the coordinates of the page.
Rectangle place_of(QPDFPageObjectHelper& page, const Rectangle& size)
{
    const auto box = shown_box(page);
    const double width = size.urx - size.llx, height = size.ury - size.lly;
    switch (turn_of(page)) {
    case 90: // what is shown at the top left is the lower left corner
        return {box.llx, box.lly, box.llx + height, box.lly + width};
    case 180:
        return {box.urx - width, box.lly, box.urx, box.lly + height};
    case 270:
        return {box.urx - height, box.ury - width, box.urx, box.ury};
    default:
        return {box.llx, box.ury - height, box.llx + width, box.ury};
    }
}

// Sets what the page shows smaller, towards the middle of its foot; the notes and fields that lie on it, too. Returns what its content has
// to begin with.
std::string shrink(QPDFPageObjectHelper& page, double scale)
{
    const auto box = shown_box(page);
    const double across = (box.llx + box.urx) / 2, up = (box.lly + box.ury) / 2;
    double x = across, y = box.lly; // stays where it is
    switch (turn_of(page)) {
    case 90:
        x = box.urx, y = up;
        break;
    case 180:
        y = box.ury;
        break;
    case 270:
        x = box.llx, y = up;
        break;
    default:
        break;
    }
    const double right = (1 - scale) * x, above = (1 - scale) * y;
    auto notes = page.getObjectHandle().getKey("/Annots");
    for (int i = 0; notes.isArray() && i < notes.getArrayNItems(); ++i) {
        auto note = notes.getArrayItem(i);
        if (!note.isDictionary() || !note.getKey("/Rect").isRectangle())
            continue;
        auto at = note.getKey("/Rect").getArrayAsRectangle();
        note.replaceKey("/Rect",
                        QPDFObjectHandle::newArray(
                            Rectangle{at.llx * scale + right, at.lly * scale + above, at.urx * scale + right, at.ury * scale + above}));
    }
    return fmt::format("{:.5f} 0 0 {:.5f} {:.3f} {:.3f} cm\n", scale, scale, right, above);
}

template <class F> auto guarded(F&& act)
{
    try {
        return act();
    } catch (const Error&) {
        throw;
    } catch (const std::exception&) { // QPDFExc, or what a broken file made it say
        throw Error::invalid("pdf.unreadable");
    }
}

void open(QPDF& file, const std::filesystem::path& path)
{
    file.setSuppressWarnings(true);
    file.processFile(path.c_str());
}

} // namespace

std::vector<PageSize> page_sizes(const std::filesystem::path& pdf)
{
    return guarded([&] {
        QPDF file;
        open(file, pdf);
        std::vector<PageSize> sizes;
        for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
            const auto box = shown_box(page);
            const double width = (box.urx - box.llx) * mm_per_point, height = (box.ury - box.lly) * mm_per_point;
            const bool lies = turn_of(page) % 180 != 0;
            sizes.push_back(lies ? PageSize{height, width} : PageSize{width, height});
        }
        return sizes;
    });
}

void lay_over(const std::filesystem::path& pdf, const std::string& over, const std::filesystem::path& target, double first_scale)
{
    guarded([&] {
        QPDF file, above;
        open(file, pdf);
        above.processMemoryFile("over", over.data(), over.size());
        auto pages = QPDFPageDocumentHelper(file).getAllPages();
        auto layers = QPDFPageDocumentHelper(above).getAllPages();
        for (std::size_t i = 0; i < std::min(pages.size(), layers.size()); ++i) {
            auto& page = pages[i];
            auto form = file.copyForeignObject(layers[i].getFormXObjectForPage());
            auto resources = page.getAttribute("/Resources", true);
            if (!resources.isDictionary()) {
                resources = QPDFObjectHandle::newDictionary();
                page.getObjectHandle().replaceKey("/Resources", resources);
            }
            resources.mergeResources(QPDFObjectHandle::parse("<< /XObject << >> >>"));
            int least = 1;
            const auto name = resources.getUniqueResourceName("/Over", least);
            const auto content = page.placeFormXObject(form, name, place_of(page, shown_box(layers[i])), true, false, false);
            if (content.empty())
                continue;
            resources.getKey("/XObject").replaceKey(name, form);
            page.addPageContents(file.newStream("q\n" + (i == 0 && first_scale < 1 ? shrink(page, first_scale) : "")), true);
            page.addPageContents(file.newStream("\nQ\n" + content), false);
        }
        QPDFWriter writer(file, target.c_str());
        writer.setStaticID(false);
        writer.write();
    });
}

} // namespace congso::pdf
