import type { Guides } from "./guide.ts";

const everywhere: [string, string][] = [
    ["Ctrl K", "tìm văn bản, trang; gõ có dấu hay không dấu đều được"],
    ["↑ ↓, ↵", "chuyển dòng trong danh sách, mở dòng đang chọn"],
    ["Ctrl ↵", "gửi biểu mẫu đang mở"],
    ["Esc", "đóng hộp thoại"],
    ["?", "phím tắt của trang đang xem"],
];

const lost: [string, string][] = [
    ["Mất mạng", "Cứ để nguyên trang. Chữ đã gõ được giữ trên máy; có mạng trở lại thì bấm lại nút vừa rồi, không bị ghi hai lần."],
    ["Phiên đã hết", "Nhập lại mật khẩu ngay trên trang; chữ đã gõ vẫn còn."],
];

export const guides: Guides = {
    clerk: {
        name: "Văn thư",
        day: [
            "Mở «Việc của tôi»: văn bản chờ tiếp nhận đứng trước, quá hạn và khẩn lên đầu.",
            "Mở văn bản đầu tiên: bản PDF bên trái, biểu mẫu đã điền bên phải. Xem lại ô có dấu ◐; bấm một từ trên văn bản để điền vào ô đang chọn.",
            "Chọn người chủ trì và hạn, bấm Ctrl ↵: vào sổ và trình trong một lần; văn bản kế tiếp tự mở.",
            "Bản giấy: quét thành PDF, kéo thả vào trang «Vào sổ», hoặc chọn «Nhập từ bản giấy».",
            "Dự thảo đã duyệt: khi nhận bản giấy đã ký, mở văn bản, bấm «Cấp số», đóng dấu, quét lại rồi «Phát hành».",
            "Trên văn bản đã phát hành, xem nơi nhận nào đã nhận, ai đã xem; «Nhắc xem» nhắc những người chưa xem, mỗi ngày một lần.",
            "Người chưa có tài khoản: in «Phiếu giao văn bản», giao bản giấy, nhận lại phiếu đã ký rồi «Ghi giao bản giấy».",
            "Cần bản sao: mở văn bản, bấm «Sao văn bản», chọn hình thức và người ký; in, ký, đóng dấu, quét lại rồi «Phát bản sao».",
            "Cuối ngày in phiếu ngày của từng sổ, ký và lưu.",
        ],
        keys: [["n", "trong danh sách: vào sổ văn bản mới, soạn văn bản mới"], ["s", "trình lãnh đạo"], ["x", "trả lại nơi gửi"], ["c", "cấp số"], ["h", "phát hành"], ...everywhere],
        when: [
            ["Báo «Giống văn bản đã vào sổ»", "Mở bản đã có để so. Đúng là một văn bản thì thôi; khác thì đánh dấu «Đây là văn bản khác»."],
            ["Văn bản có độ mật", "Không đưa vào hệ thống. Xóa tệp vừa quét, ghi sổ giấy riêng."],
            ["Gửi nhầm địa chỉ", "Bấm «Trả lại», ghi lý do; nơi gửi đọc được lý do đó."],
            ["Cấp số báo ngày lùi", "Ngày ban hành không được trước ngày của số liền trước. Chọn ngày bằng hoặc sau ngày đó."],
            ...lost,
        ],
    },
    head: {
        name: "Chủ tịch, Phó Chủ tịch",
        day: [
            "Mở «Việc của tôi» trên máy hoặc điện thoại: việc quá hạn, việc hôm nay, việc sắp tới.",
            "Văn bản chờ ý kiến: đọc, xem đề xuất của văn thư. Bấm «Đồng ý như đề xuất» là giao xong.",
            "Muốn khác: «Ghi ý kiến khác», chọn câu có sẵn hoặc tự viết, chọn chủ trì, phối hợp, để biết và hạn.",
            "Dự thảo trình ký: đọc, so với phiên bản trước, rồi «Duyệt, ký» hoặc «Yêu cầu chỉnh sửa».",
            "Sau khi duyệt: ký bản giấy, chuyển văn thư cấp số, đóng dấu.",
            "Trang «Thống kê»: văn bản đến, đi, tỷ lệ đúng hạn; bấm số để xem danh sách đã đếm.",
            "Lọc «Chỉ quá hạn» ở «Văn bản đến» để đôn đốc.",
        ],
        keys: [["a", "đồng ý như đề xuất"], ["i", "ghi ý kiến chỉ đạo"], ["d", "duyệt, ký dự thảo"], ["y", "yêu cầu chỉnh sửa"], ["g", "góp ý"], ...everywhere],
        when: [
            ["Đi công tác", "Điện thoại làm được cả ngày việc: đọc, chỉ đạo, giao, duyệt. Các việc khác nằm sau nút «…»."],
            ["Người khác vừa sửa", "Trang tải bản mới. Xem lại rồi bấm lần nữa; không có gì bị ghi đè."],
            ["Hạn tính thế nào", "Bấm «vì sao?» cạnh hạn: từng ngày được tính hay không tính, vì lẽ gì."],
            ...lost,
        ],
    },
    officer: {
        name: "Công chức chuyên môn",
        day: [
            "Mở «Việc của tôi»: việc chủ trì, phối hợp, để biết và dự thảo phải chỉnh sửa.",
            "Mở văn bản được giao, bấm «Nhận việc»; lãnh đạo thấy là đã nhận.",
            "Làm đến đâu ghi «Báo tiến độ» đến đó; cần người khác thì «Chuyển xử lý».",
            "Phải trả lời: «Soạn văn bản trả lời»; nơi nhận, trích yếu, căn cứ đã điền sẵn.",
            "Soạn ngay trên trang, hoặc tải DOCX về sửa bằng Word rồi «Tải lên bản đã sửa».",
            "«Trình ký»: chọn người ký, người kiểm tra, người góp ý. Bị trả lại thì sửa theo ý kiến rồi trình lại.",
            "Văn bản trả lời phát hành thì văn bản đến tự đóng; nếu không phải trả lời, bấm «Kết thúc xử lý».",
        ],
        keys: [["a", "nhận việc"], ["r", "soạn văn bản trả lời"], ["p", "báo tiến độ"], ["f", "chuyển xử lý"], ["k", "kết thúc xử lý"], ["s", "trình ký"], ["v", "tải lên bản đã sửa"], ...everywhere],
        when: [
            ["Không phải việc của mình", "«Chuyển xử lý» cho đúng người, ghi lời nhắn; hoặc báo người giao."],
            ["Hai người cùng sửa một dự thảo", "Trang để hai bản cạnh nhau. Chọn từng chỗ muốn giữ rồi lưu lại; không chữ nào mất."],
            ["Chỉ để biết", "Bấm «Đã xem» ngay trong danh sách; bấm nhầm thì «Hoàn tác»."],
            ...lost,
        ],
    },
    one_stop_officer: {
        name: "Cán bộ một cửa",
        day: [
            "Mở «Việc của tôi»: văn bản giao cho Bộ phận Tiếp nhận và Trả kết quả, thông báo để biết.",
            "Văn bản về thủ tục, hồ sơ trễ hẹn: «Nhận việc», rà soát, ghi «Báo tiến độ».",
            "Quyết định công bố thủ tục mới: đọc, bấm «Đã xem», cập nhật bảng niêm yết.",
            "Lịch trực, lịch tiếp nhận lưu động: «Soạn văn bản», chọn Thông báo, trình ký.",
            "Báo cáo kết quả tiếp nhận hằng tháng: soạn trả lời từ chính văn bản yêu cầu.",
        ],
        keys: [["n", "ở «Văn bản đi»: soạn văn bản"], ["a", "nhận việc"], ["r", "soạn văn bản trả lời"], ["p", "báo tiến độ"], ["k", "kết thúc xử lý"], ...everywhere],
        when: [
            ["Người dân hỏi văn bản", "Ctrl K, gõ số hoặc vài chữ của trích yếu. Chỉ thấy văn bản mình được xem."],
            ["Hạn rơi vào ngày nghỉ", "Hạn tính theo lịch làm việc của cơ quan; bấm «vì sao?» để giải thích."],
            ...lost,
        ],
    },
    standing_officer: {
        name: "Thường trực Thi đua - Khen thưởng",
        day: [
            "Mở «Việc của tôi»: văn bản của Hội đồng, của cấp trên về thi đua, khen thưởng.",
            "Kế hoạch, hướng dẫn mới: «Nhận việc», giao bộ phận phối hợp bằng «Chuyển xử lý».",
            "Soạn kế hoạch, quyết định khen thưởng, giấy mời của Hội đồng: chọn cơ quan ban hành là Hội đồng.",
            "Báo cáo sơ kết: soạn trả lời từ kế hoạch của cấp trên; số liệu lấy ở trang «Thống kê» nếu được xem.",
            "Trình ký kèm người kiểm tra thể thức; theo dõi góp ý ngay trên dự thảo.",
        ],
        keys: [["n", "soạn văn bản mới"], ["r", "soạn văn bản trả lời"], ["f", "chuyển xử lý"], ["g", "góp ý"], ["s", "trình ký"], ...everywhere],
        when: [
            ["Chọn nhầm cơ quan ban hành", "Sửa dự thảo trước khi trình; người ký đổi theo cơ quan ban hành."],
            ["Cần bản trước của dự thảo", "Mục «Phiên bản» giữ mọi bản, ai sửa, sửa gì."],
            ...lost,
        ],
    },
    inspector: {
        name: "Tổ kiểm tra công vụ",
        day: [
            "Mở «Việc của tôi»: kế hoạch, kết luận, văn bản chấn chỉnh giao cho Tổ.",
            "Kế hoạch kiểm tra: «Soạn văn bản», trình Chủ tịch duyệt.",
            "Trước cuộc kiểm tra: tìm các văn bản chỉ đạo liên quan bằng Ctrl K, in danh sách.",
            "Sau cuộc kiểm tra: soạn báo cáo hoặc biên bản, đính kèm tệp, trình ký.",
            "Theo dõi việc khắc phục qua tiến độ ghi trên văn bản.",
        ],
        keys: [["n", "soạn văn bản mới"], ["a", "nhận việc"], ["p", "báo tiến độ"], ["g", "góp ý"], ["k", "kết thúc xử lý"], ...everywhere],
        when: [
            ["Không mở được một văn bản", "Chỉ người được giao, được biết mới thấy. Đề nghị người giao thêm Tổ vào «Để biết»."],
            ["In để mang theo", "Mọi trang đều in được; tên người in và giờ in ở cuối trang."],
            ...lost,
        ],
    },
    archivist: {
        name: "Lưu trữ",
        day: [
            "Mở «Việc của tôi»: văn bản để biết, hướng dẫn nghiệp vụ.",
            "Tìm văn bản của mọi năm ở «Văn bản đến», «Văn bản đi»: lọc theo loại, cơ quan, từ ngày đến ngày, người, trạng thái.",
            "Địa chỉ trang giữ cả bộ lọc: lưu dấu trang hoặc gửi cho đồng nghiệp.",
            "Mở văn bản: bản chính, phụ lục, nhật ký xử lý từ lúc đến tới lúc xong.",
            "Đối chiếu số của sổ với phiếu ngày đã ký.",
        ],
        keys: [["↓", "từ ô tìm xuống danh sách"], ["Home, End", "đầu, cuối danh sách"], ["Alt ←", "quay lại đúng chỗ vừa đứng trong danh sách"], ...everywhere],
        when: [
            ["Chỉ nhớ vài chữ", "Gõ không dấu cũng được; đặt trong ngoặc kép để tìm nguyên cụm."],
            ["Chỉ nhớ số", "Gõ như 36/KH; số 0 đứng đầu không cần gõ."],
            ...lost,
        ],
    },
    administrator: {
        name: "Quản trị hệ thống",
        day: [
            "«Cán bộ, tài khoản»: thêm người, chức vụ, tài khoản, vai trò. Mỗi người có thể giữ nhiều vai trò.",
            "«Tổ chức, quyền hạn»: nhóm nơi nhận, mẫu soạn thảo của từng loại văn bản; văn bản phát hành đến ai, dự thảo có sẵn gì là từ đây.",
            "«Lịch làm việc»: khai báo ngày nghỉ, nghỉ bù, làm bù; mọi hạn chưa tới tự tính lại.",
            "Người nghỉ, chuyển công tác: bỏ «Đang công tác»; phiên đăng nhập của họ kết thúc ngay.",
            "Quên mật khẩu: đặt mật khẩu mới, đưa tận tay; họ đổi ngay lần đầu.",
            "Trên máy chủ, hằng ngày: congso backup; hằng tuần: congso check. Một dòng «sạch» là đủ.",
        ],
        keys: [["Tab", "theo thứ tự của biểu mẫu"], ...everywhere],
        when: [
            ["Người dùng bị tạm khóa", "Nhập sai nhiều lần thì tự mở sau vài phút; hoặc đặt lại mật khẩu."],
            ["Ổ đĩa đầy", "Trang báo chưa ghi được. Dọn ổ đĩa của máy chủ, người dùng bấm lại là xong."],
            ["congso check báo lỗi", "Giữ nguyên máy, không sửa tay cơ sở dữ liệu. Đọc từng câu, lấy lại từ bản sao lưu khi cần."],
            ...lost,
        ],
    },
};
