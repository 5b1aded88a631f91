#include "lib/text/tokens.h"

namespace congso::text {

namespace {

struct Abbreviation {
    std::string_view short_form, long_form; // folded, words parted by spaces
};

constexpr Abbreviation abbreviations[] = {
    {"ubnd", "uy ban nhan dan"},
    {"hdnd", "hoi dong nhan dan"},
    {"ubmttq", "uy ban mat tran to quoc"},
    {"mttq", "mat tran to quoc"},
    {"tthc", "thu tuc hanh chinh"},
    {"cchc", "cai cach hanh chinh"},
    {"cntt", "cong nghe thong tin"},
    {"cds", "chuyen doi so"},
    {"cbcc", "can bo cong chuc"},
    {"cbccvc", "can bo cong chuc vien chuc"},
    {"vp tk", "van phong thong ke"},
    {"tp ht", "tu phap ho tich"},
    {"dc xd", "dia chinh xay dung"},
    {"tc kt", "tai chinh ke toan"},
    {"vh xh", "van hoa xa hoi"},
    {"tdkt", "thi dua khen thuong"},
    {"bch", "ban chi huy"},
    {"bch", "ban chap hanh"},
    {"bcd", "ban chi dao"},
    {"qd", "quyet dinh"},
    {"kh", "ke hoach"},
    {"bc", "bao cao"},
    {"tb", "thong bao"},
    {"tt", "to trinh"},
    {"tt", "thong tu"},
    {"nq", "nghi quyet"},
    {"nd", "nghi dinh"},
    {"ct", "chi thi"},
    {"hd", "huong dan"},
    {"cv", "cong van"},
    {"bb", "bien ban"},
    {"gm", "giay moi"},
    {"cccd", "can cuoc cong dan"},
    {"cmnd", "chung minh nhan dan"},
    {"ntm", "nong thon moi"},
    {"pccc", "phong chay chua chay"},
    {"attp", "an toan thuc pham"},
    {"bhyt", "bao hiem y te"},
    {"bhxh", "bao hiem xa hoi"},
};

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

} // namespace

std::vector<std::vector<std::string>> synonyms(const std::vector<std::string>& folded)
{
    std::string joined;
    for (const auto& word : folded)
        joined += (joined.empty() ? "" : " ") + word;
    std::vector<std::vector<std::string>> found;
    for (const auto& [short_form, long_form] : abbreviations) {
        if (joined == short_form)
            found.push_back(words_of(long_form));
        else if (joined == long_form)
            found.push_back(words_of(short_form));
    }
    return found;
}

} // namespace congso::text
