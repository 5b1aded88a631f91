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
        writer.add_file("files/văn bản", source);
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
    EXPECT_EQ(names, (std::vector<std::string>{"manifest.json", "files/văn bản"}));
    EXPECT_EQ(std::filesystem::file_size(directory.path() / "out"), bytes.size());
}

TEST(Tar, refuses_names_that_lead_out_of_the_directory)
{
    const test::TempDirectory directory;
    for (const auto* name : {"../out", "/etc/passwd", "a/../../b"}) {
        const auto archive = directory.path() / "bad.tar";
        std::filesystem::remove(archive);
        {
            TarWriter writer{archive};
            writer.add(name, "x");
            writer.finish();
        }
        EXPECT_THROW(read_tar(archive, [](const std::string&, const TarEntry&) { ADD_FAILURE(); }), Error) << name;
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
