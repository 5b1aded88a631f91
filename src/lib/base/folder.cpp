#include "lib/base/folder.h"

#include "lib/base/error.h"

#include <fcntl.h>
#include <unistd.h>

namespace congso {

void sync_folder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        throw Error::unavailable("folder.sync", {{"path", folder.string()}});
}

} // namespace congso
