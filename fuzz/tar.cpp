#include "lib/archive/tar.h"

#include "lib/archive/zip.h"
#include "lib/base/error.h"

#include <string>

#include <sys/mman.h>
#include <unistd.h>

// A saved file from anywhere: every member has a name that stays inside its folder, or the file is refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const int file = ::memfd_create("tar", MFD_CLOEXEC);
    if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size))
        __builtin_trap();
    try {
        congso::archive::read_tar("/proc/self/fd/" + std::to_string(file),
                                  [](const std::string& name, const congso::archive::TarEntry& entry) {
                                      if (!congso::archive::is_safe_name(name))
                                          __builtin_trap();
                                      (void)entry.text(1 << 20);
                                  });
    } catch (const congso::Error&) {
    }
    ::close(file);
    return 0;
}
