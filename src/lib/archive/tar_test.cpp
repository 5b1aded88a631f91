#include "lib/archive/tar.h"

#include "lib/base/error.h"
#include "lib/crypto/digest.h"
#include "tests/support/temp_database.h"

#include <fstream>

namespace congso::archive {

TEST(Tar, gives_back_what_was_put_in_in_order)
{
    const test::TempDirectory directory;
    const auto source = directory.path() / "source", archive = directory.path() / "a.tar";
    const std::string bytes(700'000, 'x');
    std::ofstream{source} << bytes;
    {
        TarWriter writer{archive};
        writer.add("manifest.json", "{}");
        writer.add_file("files/van-ban", source);
        writer.finish();
    }
    std::vector<std::string> names;
    read_tar(archive, [&](const std::string& name, const TarEntry& entry) {
        names.push_back(name);
        if (name == "manifest.json")
            EXPECT_EQ(entry.text(), "{}");
        else
            EXPECT_EQ(entry.save(directory.path() / "out"), crypto::sha256_hex(bytes));
    });
    EXPECT_EQ(names, (std::vector<std::string>{"manifest.json", "files/van-ban"}));
    EXPECT_EQ(std::filesystem::file_size(directory.path() / "out"), bytes.size());
}

TEST(Tar, refuses_names_that_lead_out_of_the_directory)
{
    const test::TempDirectory directory;
    for (const auto* name : {"../out", "/etc/passwd", "a/../../b"}) {
        const auto archive = directory.path() / "bad.tar";
        std::filesystem::remove(archive);
        TarWriter writer{archive};
        EXPECT_THROW(writer.add(name, "x"), Error) << name;
    }
    // one that another program wrote: the name stands at the start of the header, its sum (octal) at 148
    std::string header(1024 + 512, '\0');
    const std::string name = "../out";
    header.replace(0, name.size(), name);
    header.replace(100, 7, "0000600");
    header.replace(124, 11, "00000000000");
    header[156] = '0';
    header.replace(148, 8, "        ");
    unsigned sum = 0;
    for (std::size_t i = 0; i < 512; ++i)
        sum += static_cast<unsigned char>(header[i]);
    header.replace(148, 7, fmt::format("{:06o}", sum) + std::string(1, '\0'));
    const auto foreign = directory.path() / "foreign.tar";
    std::ofstream{foreign, std::ios::binary} << header;
    try {
        read_tar(foreign, [](const std::string&, const TarEntry&) { ADD_FAILURE(); });
        ADD_FAILURE() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "archive.unsafe_name");
    }
}

TEST(Tar, a_cut_or_foreign_file_is_unreadable)
{
    const test::TempDirectory directory;
    const auto archive = directory.path() / "cut.tar";
    {
        TarWriter writer{archive};
        writer.add("a", std::string(100'000, 'y'));
        writer.finish();
    }
    std::filesystem::resize_file(archive, 40'000);
    EXPECT_THROW(read_tar(archive, [](const std::string&, const TarEntry& entry) { entry.text(); }), Error);
    std::ofstream{archive} << "not an archive";
    EXPECT_THROW(read_tar(archive, [](const std::string&, const TarEntry&) {}), Error);
}

} // namespace congso::archive
