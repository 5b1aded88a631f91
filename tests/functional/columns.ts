// The registers that each book prints, with the columns of the decree (Appendix IV): at least these, in this order.
const entries = {
    incoming: ["Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú"],
    outgoing: ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú"],
};
export const registers = {
    incoming: {
        entries: { title: "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", columns: entries.incoming },
        handling: {
            title: "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN",
            columns: ["Số đến", "Tên loại, số, ký hiệu, ngày tháng và cơ quan ban hành", "Đơn vị hoặc người nhận", "Thời hạn giải quyết", "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú"],
        },
    },
    outgoing: {
        entries: { title: "SỔ ĐĂNG KÝ VĂN BẢN ĐI", columns: entries.outgoing },
        post: { title: "SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN", columns: ["Ngày chuyển", "Số, ký hiệu văn bản", "Nơi nhận văn bản", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú"] },
    },
    copies: { entries: { title: "SỔ ĐĂNG KÝ BẢN SAO", columns: entries.outgoing } }, // the decree has no form of its own for it
};
