#include "app/told.h"

namespace congso::app {

namespace {

struct Sentence {
    std::string_view code, vietnamese, english;
};

constexpr Sentence sentences[] = {
    {"data.missing", "Không có dữ liệu của congso ở đây. Xem lại --data, --database; tạo mới bằng congso init hoặc congso demo.",
     "There is no data of congso here. Look at --data and --database again; congso init or congso demo makes it."},
    {"data.in_use", "Một chương trình congso khác đang dùng thư mục này. Dừng nó trước, hoặc chọn thư mục khác.",
     "Another congso is using this directory. Stop it first, or choose another directory."},
    {"data.key_missing", "Thiếu khóa của thư mục dữ liệu. Lấy lại thư mục keys/ từ bản sao lưu.",
     "The key of the data directory is missing. Take keys/ from a back-up."},
    {"data.directory", "Không tạo được thư mục này. Xem lại đường dẫn và quyền ghi.",
     "This directory cannot be made. Look at the path and at who may write there."},
    {"config.data", "Chưa cho biết thư mục dữ liệu: thêm --data DIR.", "The data directory is not named: add --data DIR."},
    {"config.listen", "Địa chỉ --listen phải có dạng HOST:PORT, ví dụ 127.0.0.1:8080.",
     "--listen wants HOST:PORT, 127.0.0.1:8080 for instance."},
    {"config.certificate", "Phải có cả --certificate và --private-key.", "--certificate and --private-key go together."},
    {"config.file", "Tệp cấu hình không đọc được hoặc có khóa lạ; config/congso.example.toml có đủ các khóa.",
     "The configuration file cannot be read, or has an unknown key; config/congso.example.toml shows them all."},
    {"config.range", "Một số trong cấu hình nằm ngoài giới hạn.", "A number of the configuration is out of range."},
    {"db.schema_older", "Cơ sở dữ liệu của phiên bản cũ hơn. Sao lưu, rồi chạy congso migrate.",
     "The database is of an older program. Back it up, then run congso migrate."},
    {"db.schema_newer", "Cơ sở dữ liệu của phiên bản mới hơn chương trình này. Dùng chương trình mới, hoặc khôi phục bản sao lưu.",
     "The database is newer than this program. Use the newer program, or restore a back-up."},
    {"db.open", "Không mở được tệp cơ sở dữ liệu. Xem lại đường dẫn và quyền đọc, ghi.",
     "The database file cannot be opened. Look at the path and at who may read and write it."},
    {"db.connection", "Không kết nối được PostgreSQL. Xem lại --database và máy chủ.",
     "PostgreSQL does not answer. Look at --database and at its server."},
    {"demo.not_empty", "Đã có cơ quan làm việc ở đây; dữ liệu mẫu chỉ tạo trong thư mục trống.",
     "An office works here already; the demo wants an empty directory."},
    {"demo.unfinished", "Việc tạo dữ liệu mẫu đã bị ngắt giữa chừng. Chạy lại congso demo với thư mục này.",
     "The demo was interrupted while it was written. Run congso demo on this directory again."},
    {"init.not_empty", "Đã có cơ quan làm việc ở đây.", "An office works here already."},
    {"init.level", "Không rõ cấp của cơ quan: thêm --level xã|phường|thị trấn|đặc khu.",
     "The level of the agency is not clear: add --level xã|phường|thị trấn|đặc khu."},
    {"init.required", "Còn thiếu một câu trả lời. Chạy lại và trả lời, hoặc dùng các cờ của congso init --help.",
     "An answer is missing. Run it again and answer, or use the flags of congso init --help."},
    {"backup.exists", "Đã có tệp này. Chọn tên khác; bản sao lưu không bị ghi đè.",
     "The file is there already. Choose another name; a back-up is never written over."},
    {"backup.damaged", "Một tệp trong kho không còn đúng nội dung nên bản sao không lưu được. Chạy congso check để biết tệp nào.",
     "A stored file is not what it was, so the copy could not be restored. congso check tells which."},
    {"backup.tool_missing",
     "Sao lưu PostgreSQL cần pg_dump, khôi phục cần pg_restore: cài gói postgresql-client cùng phiên bản với máy chủ.",
     "PostgreSQL is saved by pg_dump and restored by pg_restore: install postgresql-client of the server's version."},
    {"backup.tool_failed", "pg_dump hoặc pg_restore báo lỗi; xem dòng trên.", "pg_dump or pg_restore failed; see the facts above."},
    {"restore.not_empty", "Nơi khôi phục phải trống.", "What is restored wants an empty place."},
    {"restore.damaged", "Tệp sao lưu bị hỏng. Dùng bản khác.", "The saved file is damaged. Use another one."},
    {"restore.incomplete", "Tệp sao lưu không đủ. Dùng bản khác.", "The saved file is not whole. Use another one."},
    {"restore.unreadable", "Đây không phải tệp sao lưu của congso.", "This is no file that congso saved."},
    {"restore.other_engine", "Bản sao lưu của cơ sở dữ liệu loại kia: có hay không có --database phải như lúc sao lưu.",
     "It was saved from the other kind of database: --database must be given as it was then."},
    {"account.unknown", "Không có tài khoản này. congso user list cho biết các tài khoản.",
     "There is no such account. congso user list shows them."},
    {"account.taken", "Đã có tài khoản tên này.", "An account of this name is there already."},
    {"agency.unknown", "Không có cơ quan tên này: dùng tên ngắn như congso user list ghi.",
     "No agency has this name: use the short one that congso user list shows."},
    {"role.unknown", "Không có vai trò này. Ví dụ: clerk, chairman, officer, archivist, administrator.",
     "There is no such role. Some are: clerk, chairman, officer, archivist, administrator."},
    {"accounts.last_administrator", "Cơ quan phải còn ít nhất một quản trị viên đăng nhập được.",
     "An agency keeps at least one administrator who can sign in."},
    {"http.bind", "Không mở được cổng này: đang bị dùng, hoặc không có quyền. Chọn cổng khác bằng --listen.",
     "The port cannot be opened: it is in use, or not allowed. Choose another with --listen."},
    {"http.tls_files", "Không đọc được chứng thư hoặc khóa TLS.", "The TLS certificate or its key cannot be read."},
};

} // namespace

std::string told(const Error& error)
{
    std::string text = error.what();
    for (const auto& fault : error.faults())
        if (text.find(fault.code) == std::string::npos)
            text += " " + fault.path + ": " + fault.code;
    for (const auto& sentence : sentences)
        if (sentence.code == error.code())
            text.append("\n").append(sentence.vietnamese).append("\n").append(sentence.english);
    return text;
}

} // namespace congso::app
