#include "lib/print/qr.h"

#include "lib/base/error.h"

#include <qrencode.h>

#include <memory>

namespace congso::print {

std::string qr_svg(std::string_view text)
{
    constexpr int quiet = 4; // modules; ISO/IEC 18004 §5.3.8
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
        &QRcode_free};
    if (!code)
        throw Error::internal("qr.too_long");
    const auto side = std::to_string(code->width + 2 * quiet);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
        + "\" shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"";
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                svg += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
    return svg + "\"/></svg>";
}

} // namespace congso::print
