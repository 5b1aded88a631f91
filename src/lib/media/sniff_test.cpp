#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/media/sniff.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace congso::media {

namespace {

using namespace std::string_literals;

std::string code_of(const std::string& bytes)
{
    try {
        (void)sniff(bytes);
        return "";
    } catch (const Error& error) {
        return error.code();
    }
}

std::string open_xml(const std::string& main_type, std::vector<archive::ZipFile> more = {})
{
    std::vector<archive::ZipFile> files{
        {"[Content_Types].xml",
         "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument." + main_type + "\"/></Types>"}};
    files.insert(files.end(), more.begin(), more.end());
    return archive::write_zip(files);
}

const std::string word_main = "wordprocessingml.document.main+xml";

// A compound file of three sectors: header, allocation table, directory with the given names.
std::string compound(const std::vector<std::string>& names)
{
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    bytes.resize(512, '\0');
    const auto put = [&](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i)
            bytes[at + i] = static_cast<char>(value >> 8 * i & 0xFF);
    };
    bytes[30] = 9;
    put(48, 1);
    put(68, 0xFFFFFFFE);
    for (std::size_t i = 0; i < 109; ++i)
        put(76 + 4 * i, i == 0 ? 0 : 0xFFFFFFFF);
    bytes.resize(1536, '\0');
    put(512, 0xFFFFFFFD);
    put(516, 0xFFFFFFFE);
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t k = 0; k < names[i].size(); ++k)
            bytes[1024 + 128 * i + 2 * k] = names[i][k];
    return bytes;
}

} // namespace

TEST(Sniff, knows_a_file_by_its_head)
{
    EXPECT_EQ(sniff("%PDF-1.7\n"), MediaType::pdf);
    EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n----"), MediaType::png);
    EXPECT_EQ(sniff("\xFF\xD8\xFF\xE0"), MediaType::jpeg);
    EXPECT_EQ(sniff("II*\0...."s), MediaType::tiff);
    EXPECT_EQ(sniff("MM\0*...."s), MediaType::tiff);
    EXPECT_EQ(sniff("{\\rtf1\\ansi"), MediaType::rtf);
    EXPECT_EQ(sniff("Kính gửi: Ủy ban nhân dân"), MediaType::text);
    EXPECT_EQ(sniff("\xEF\xBB\xBF<?xml version=\"1.0\"?><edXML/>"), MediaType::xml);
    EXPECT_EQ(sniff(""), MediaType::unknown);
    EXPECT_EQ(sniff("MZ\x90\0\x03"s), MediaType::unknown);
    EXPECT_EQ(sniff("Kính g\xE1\xBB"), MediaType::unknown);
}

TEST(Sniff, tells_office_files_apart_by_what_is_inside)
{
    EXPECT_EQ(sniff(open_xml(word_main, {{"word/document.xml", "<w/>"}})), MediaType::docx);
    EXPECT_EQ(sniff(open_xml("spreadsheetml.sheet.main+xml")), MediaType::xlsx);
    EXPECT_EQ(sniff(open_xml("presentationml.presentation.main+xml")), MediaType::pptx);
    for (const auto type : {MediaType::odt, MediaType::ods, MediaType::odp})
        EXPECT_EQ(sniff(archive::write_zip(std::vector<archive::ZipFile>{{"mimetype", std::string{mime_of(type)}}})), type);
    EXPECT_EQ(sniff(archive::write_zip(std::vector<archive::ZipFile>{{"a.txt", "a"}})), MediaType::zip);
    EXPECT_EQ(sniff(compound({"Root Entry", "WordDocument"})), MediaType::doc);
    EXPECT_EQ(sniff(compound({"Root Entry", "Workbook"})), MediaType::xls);
    EXPECT_EQ(sniff(compound({"Root Entry", "PowerPoint Document"})), MediaType::ppt);
    EXPECT_EQ(sniff(compound({"Root Entry", "something"})), MediaType::unknown);
}

TEST(Sniff, refuses_programs_in_office_files)
{
    EXPECT_EQ(code_of(open_xml(word_main, {{"word/document.xml", "<w/>"}, {"word/vbaProject.bin", "x"}})), "file.macro");
    EXPECT_EQ(code_of(open_xml("x", {{"word/VBAPROJECT.BIN", "x"}})), "file.macro");
    EXPECT_EQ(code_of(open_xml("\"/><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml")), "file.macro");
    EXPECT_EQ(code_of(compound({"Root Entry", "WordDocument", "Macros"})), "file.macro");
    EXPECT_EQ(code_of(compound({"Workbook", "_VBA_PROJECT_CUR"})), "file.macro");
    EXPECT_EQ(code_of(archive::write_zip(
                  std::vector<archive::ZipFile>{{"mimetype", std::string{mime_of(MediaType::odt)}}, {"Basic/Standard/Module1.xml", ""}})),
              "file.macro");
}

TEST(Sniff, tells_of_a_password)
{
    EXPECT_EQ(code_of(compound({"Root Entry", "EncryptionInfo", "EncryptedPackage"})), "file.encrypted");
    EXPECT_EQ(code_of(archive::write_zip(std::vector<archive::ZipFile>{{"mimetype", std::string{mime_of(MediaType::odt)}},
                                                                       {"META-INF/manifest.xml", "<manifest:encryption-data/>"}})),
              "file.encrypted");
}

TEST(Sniff, does_not_accept_pages_that_run_in_a_browser)
{
    for (const std::string page :
         {"<html><body>", "  <!DOCTYPE HTML>\n", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>",
          "<!-- x --><script>alert(1)</script>", "<p><iframe src=x>"})
        EXPECT_EQ(sniff(page), MediaType::html) << page;
    EXPECT_EQ(sniff("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"), MediaType::svg);
    EXPECT_FALSE(accepted(MediaType::html));
    EXPECT_FALSE(accepted(MediaType::svg));
    EXPECT_FALSE(accepted(MediaType::unknown));
    EXPECT_TRUE(accepted(MediaType::docx));
}

TEST(Sniff, refuses_a_file_that_is_two_things)
{
    EXPECT_EQ(code_of("\xFF\xD8\xFF\xE0 %PDF-1.7"), "file.polyglot");
    EXPECT_EQ(code_of(std::string(1024, ' ') + "%PDF-1.7"), "file.polyglot");
    EXPECT_EQ(code_of(archive::write_zip(std::vector<archive::ZipFile>{{"%PDF-1.7", "x"}})), "file.polyglot");
    EXPECT_EQ(code_of("\xFF\xD8\xFF\xE0<script>alert(1)</script>"), "file.polyglot");
    EXPECT_EQ(code_of("%PDF-1.4 <html><body>"), "file.polyglot");
    EXPECT_EQ(code_of(std::string(1025, ' ') + "%PDF-1.7"), "");
}

TEST(Sniff, takes_broken_containers_for_unknown)
{
    const auto good = open_xml(word_main, {{"word/document.xml", "<w/>"}});
    for (std::size_t size = 4; size < good.size(); ++size)
        EXPECT_EQ(sniff(good.substr(0, size)), MediaType::unknown) << size;
    const auto old = compound({"WordDocument"});
    for (std::size_t at = 30; at < 100; ++at)
        for (const char byte : {'\0', '\x01', '\x09', '\x7F', '\xFF'}) {
            auto changed = old;
            changed[at] = byte;
            EXPECT_EQ(code_of(changed), "") << at;
        }
}

TEST(Sniff, reads_a_file_on_disk)
{
    const auto path = std::filesystem::temp_directory_path() / ("congso-sniff-" + std::to_string(::getpid()));
    std::ofstream{path} << "%PDF-1.4\n";
    EXPECT_EQ(sniff_file(path), MediaType::pdf);
    std::ofstream{path, std::ios::trunc};
    EXPECT_EQ(sniff_file(path), MediaType::unknown);
    std::filesystem::remove(path);
    EXPECT_THROW(sniff_file(path), Error);
    EXPECT_THROW(sniff_file("/"), Error);
}

TEST(Sniff, names_every_type)
{
    EXPECT_EQ(mime_of(MediaType::text), "text/plain");
    EXPECT_EQ(extension_of(MediaType::jpeg), "jpg");
    EXPECT_EQ(mime_of(MediaType::unknown), "application/octet-stream");
    EXPECT_TRUE(convertible(MediaType::docx));
    EXPECT_FALSE(convertible(MediaType::pdf));
}

} // namespace congso::media
