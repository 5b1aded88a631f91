// congso-convert OFFICE_FOLDER PROFILE_FOLDER
// Holds LibreOffice and makes PDFs: reads lines «input TAB output», answers «ok» or «unreadable» to each. Says «ready» first,
// or «missing». Ends with its standard input.
#include <LibreOfficeKit/LibreOfficeKitInit.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace {

std::string file_url(std::string_view path)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "file://";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || c == '/' || c == '.' || c == '-'
            || c == '_')
            out += c;
        else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    return out;
}

bool convert(LibreOfficeKit* kit, const std::string& in, const std::string& out)
{
    // Batch: a question (a password, a damaged file) is answered by giving up.
    auto* document = kit->pClass->documentLoadWithOptions(kit, file_url(in).c_str(), "Batch=true,Language=vi-VN");
    if (!document)
        return false;
    const auto saved = document->pClass->saveAs(document, file_url(out).c_str(), "pdf", nullptr) != 0;
    document->pClass->destroy(document);
    return saved;
}

void answer(int channel, std::string line)
{
    line += '\n';
    if (write(channel, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        _exit(1);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const int channel = dup(1); // what LibreOffice prints goes elsewhere
    const int nowhere = open("/dev/null", O_WRONLY);
    if (channel < 0 || nowhere < 0 || dup2(nowhere, 1) < 0)
        return 2;
    auto* kit = lok_init_2(argv[1], file_url(argv[2]).c_str());
    if (!kit) {
        answer(channel, "missing");
        return 1;
    }
    answer(channel, "ready");
    for (std::string line; std::getline(std::cin, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos)
            return 2;
        answer(channel, convert(kit, line.substr(0, tab), line.substr(tab + 1)) ? "ok" : "unreadable");
    }
    _exit(0); // its own tear-down takes long and may hang
}
