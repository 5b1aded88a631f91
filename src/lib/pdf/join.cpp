#include "lib/pdf/join.h"

#include "lib/base/error.h"

#define POINTERHOLDER_TRANSITION 4 // qpdf 11: its shared pointers are those of the standard library
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <list>
#include <stdexcept>
#include <vector>

namespace congso::pdf {

struct Joined::State {
    QPDF whole;
    std::list<std::string> bytes; // read from until the end
    std::vector<std::shared_ptr<QPDF>> parts;
    int pages = 0;

    void add(std::shared_ptr<QPDF> part, int first = 1, int last = 0)
    {
        QPDFPageDocumentHelper from{*part};
        from.pushInheritedAttributesToPage();
        from.flattenAnnotations(0, an_hidden); // what a field or a signature shows is drawn on its page
        QPDFPageDocumentHelper to{whole};
        auto all = from.getAllPages();
        const int count = static_cast<int>(all.size()), end = last == 0 ? count : last;
        if (first < 1 || end < first || end > count)
            throw std::out_of_range{"pages"};
        for (int page = first; page <= end; ++page) {
            to.addPage(all[static_cast<std::size_t>(page - 1)], false);
            ++pages;
        }
        parts.push_back(std::move(part));
    }
};

Joined::Joined() : state_(std::make_unique<State>())
{
    state_->whole.emptyPDF();
}

Joined::~Joined() = default;

void Joined::add(std::string_view bytes)
{
    try {
        const auto& kept = state_->bytes.emplace_back(bytes);
        auto part = std::make_shared<QPDF>();
        part->setSuppressWarnings(true);
        part->processMemoryFile("part", kept.data(), kept.size());
        state_->add(std::move(part));
    } catch (const std::exception&) {
        throw Error::invalid("pdf.unreadable");
    }
}

bool Joined::try_add(const std::filesystem::path& file, int first, int last)
{
    try {
        auto part = std::make_shared<QPDF>();
        part->setSuppressWarnings(true);
        part->processFile(file.c_str());
        state_->add(std::move(part), first, last);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

int Joined::pages() const
{
    return state_->pages;
}

std::string Joined::finish()
{
    if (state_->pages == 0)
        throw Error::invalid("pdf.unreadable");
    try {
        QPDFWriter writer{state_->whole};
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    } catch (const std::exception&) {
        throw Error::invalid("pdf.unreadable");
    }
}

} // namespace congso::pdf
