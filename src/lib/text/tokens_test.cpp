#include "lib/text/tokens.h"

#include <gtest/gtest.h>

namespace congso::text {

namespace {

std::string shown(const std::vector<Token>& tokens)
{
    std::string text;
    for (const auto& token : tokens)
        text += (text.empty() ? "" : " ") + std::to_string(token.position) + ":" + token.text;
    return text;
}

std::string shown(const std::vector<Term>& terms)
{
    std::string text;
    for (const auto& term : terms) {
        text += text.empty() ? "[" : " [";
        for (std::size_t i = 0; i < term.folded.size(); ++i)
            text += (i > 0 ? " " : "") + term.folded[i] + term.exact[i];
        text += term.has_marks ? "]!" : "]";
    }
    return text;
}

} // namespace

TEST(Tokenize, puts_the_folded_and_the_exact_token_at_each_position)
{
    EXPECT_EQ(shown(tokenize("Hoà Bình, xã Phổ")), "1:hoa 1:=hòa 2:binh 2:=bình 3:xa 3:=xã 4:pho 4:=phổ");
    EXPECT_EQ(shown(tokenize("")), "");
    EXPECT_EQ(shown(tokenize(" .,– «» ")), "");
}

TEST(Tokenize, finds_a_symbol_by_its_beginnings_at_one_position)
{
    EXPECT_EQ(shown(tokenize("số 36/KH-UBND năm")), "1:so 1:=số 2:36/kh-ubnd 2:36/kh 2:36 2:=36/kh-ubnd 2:=36/kh 2:=36 3:nam 3:=năm");
    EXPECT_EQ(shown(tokenize("817/QĐ-UBND")), "1:817/qd-ubnd 1:817/qd 1:817 1:=817/qđ-ubnd 1:=817/qđ 1:=817");
}

TEST(Tokenize, finds_a_date_by_its_year_and_ignores_leading_zeros)
{
    EXPECT_EQ(shown(tokenize("04/09/2019")), "1:4/9/2019 1:4/9 1:4 1:2019 1:=4/9/2019 1:=4/9 1:=4 1:=2019");
    EXPECT_EQ(shown(tokenize("0036")), "1:36 1:=36");
    EXPECT_EQ(shown(tokenize("0912345678 000")), "1:0912345678 1:=0912345678 2:0 2:=0");
}

TEST(Tokenize, ends_at_the_limit_of_positions)
{
    std::string text;
    for (int i = 0; i < position_limit + 10; ++i)
        text += "từ ";
    EXPECT_EQ(tokenize(text).back().position, position_limit);
    EXPECT_EQ(tokenize("a b c", 2).size(), 4U);
}

TEST(Tokenize, bounds_a_token_without_breaking_a_character)
{
    std::string text = "a";
    for (int i = 0; i < 500; ++i)
        text += "日";
    for (const auto& token : tokenize(text))
        EXPECT_EQ(token.text, (token.is_exact() ? "=" : "") + text.substr(0, 100));
    std::string chain = "1";
    for (int i = 0; i < 5000; ++i)
        chain += "/1";
    EXPECT_EQ(tokenize(chain).back().position, 556); // nine parts to a symbol
}

TEST(ParseQuery, gives_words_and_phrases_with_and_without_marks)
{
    EXPECT_EQ(shown(parse_query("so ket \"thi đua\"")), "[so=so] [ket=ket] [thi=thi dua=đua]!");
    EXPECT_EQ(shown(parse_query("«Phổ Mẫu» ĐỨC “a b”c")), "[pho=phổ mau=mẫu]! [duc=đức]! [a=a b=b] [c=c]");
    EXPECT_EQ(shown(parse_query("36/KH 04/9/2019")), "[36/kh=36/kh] [4/9/2019=4/9/2019]");
}

TEST(ParseQuery, takes_what_is_written_together_as_a_phrase)
{
    EXPECT_EQ(shown(parse_query("VP-TK, kế-hoạch")), "[vp=vp tk=tk] [ke=kế hoach=hoạch]!");
}

TEST(ParseQuery, forgives_an_open_quotation_and_empty_parts)
{
    EXPECT_EQ(shown(parse_query("x \"thi đua")), "[x=x] [thi=thi dua=đua]!");
    EXPECT_EQ(shown(parse_query(" \"\" «» - … x x")), "[x=x]");
    EXPECT_EQ(shown(parse_query("")), "");
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += std::to_string(i) + " ";
    EXPECT_EQ(parse_query(many).size(), 16U);
}

TEST(ParseQuery, cuts_as_the_index_does)
{
    for (const auto* text : {"817/QĐ-UBND", "0036", "hoà", "1.234.567", "VP-TK", "04/09/2019"})
        for (const auto& term : parse_query(text))
            for (std::size_t i = 0; i < term.folded.size(); ++i) {
                const auto tokens = tokenize(text);
                const auto position = static_cast<int>(i) + 1;
                EXPECT_NE(std::ranges::find(tokens, Token{position, term.folded[i]}), tokens.end()) << text;
                EXPECT_NE(std::ranges::find(tokens, Token{position, term.exact[i]}), tokens.end()) << text;
            }
}

TEST(Synonyms, go_both_ways_and_may_be_several)
{
    using Words = std::vector<std::string>;
    EXPECT_EQ(synonyms({"ubnd"}), (std::vector<Words>{{"uy", "ban", "nhan", "dan"}}));
    EXPECT_EQ(synonyms({"uy", "ban", "nhan", "dan"}), (std::vector<Words>{{"ubnd"}}));
    EXPECT_EQ(synonyms({"vp", "tk"}), (std::vector<Words>{{"van", "phong", "thong", "ke"}}));
    EXPECT_EQ(synonyms({"bch"}).size(), 2U);
    EXPECT_TRUE(synonyms({"pho"}).empty());
    EXPECT_TRUE(synonyms({}).empty());
}

} // namespace congso::text
