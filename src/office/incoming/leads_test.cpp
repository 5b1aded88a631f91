#include "office/incoming/leads.h"

#include <gmock/gmock.h>

namespace congso::incoming {

namespace {

struct LeadsTest : testing::Test {
    const Id<org::Person> justice = Id<org::Person>::make(), land = Id<org::Person>::make(), office = Id<org::Person>::make();
    LedDocument document(const char* subject, Id<org::Person> person, const char* issuer = "UBND thị xã Đức Mẫu", const char* kind = "CV")
    {
        return {issuer_key(issuer), kind, subject, person, person == justice ? "Tư pháp" : person == land ? "Địa chính" : "Văn phòng"};
    }
    std::vector<LedDocument> led{document("V/v số hóa sổ hộ tịch lịch sử", justice, "Sở Tư pháp"),
                                 document("V/v rà soát quy hoạch sử dụng đất năm 2022", land),
                                 document("V/v báo cáo kết quả thi đua văn hóa công sở", office),
                                 document("V/v kiểm tra quy hoạch sử dụng đất", land), document("V/v báo cáo tình hình kinh tế", office)};
    std::vector<std::string> names(const LeadQuery& query)
    {
        std::vector<std::string> result;
        for (const auto& proposal : propose_leads(query, led))
            result.push_back(proposal.full_name);
        return result;
    }
};

TEST_F(LeadsTest, who_led_what_is_most_alike_comes_first)
{
    EXPECT_EQ(names({"UBND thị xã Đức Mẫu", "Quy hoạch sử dụng đất giai đoạn 2021 - 2030", "CV"}).front(), "Địa chính");
    EXPECT_EQ(names({"Sở Tư pháp", "V/v triển khai số hóa sổ hộ tịch", {}}).front(), "Tư pháp");
    EXPECT_EQ(names({"UBND thị xã Đức Mẫu", "So ket phong trao thi dua van hoa cong so", "KH"}).front(), "Văn phòng")
        << "without marks too";
}

TEST_F(LeadsTest, what_resembles_nothing_has_nobody)
{
    EXPECT_TRUE(names({"Trường Mầm non", "Xin phép nghỉ lễ", {}}).empty());
    EXPECT_TRUE(names({"", "", {}}).empty());
    led.clear();
    EXPECT_TRUE(names({"UBND thị xã Đức Mẫu", "Quy hoạch sử dụng đất", "CV"}).empty());
}

TEST_F(LeadsTest, it_tells_how_many_were_alike_and_which_most)
{
    const auto proposals = propose_leads({"UBND thị xã Đức Mẫu", "Kiểm tra quy hoạch sử dụng đất", "CV"}, led);
    ASSERT_FALSE(proposals.empty());
    EXPECT_EQ(proposals.front().alike, 2);
    EXPECT_EQ(proposals.front().subject, "V/v kiểm tra quy hoạch sử dụng đất");
    EXPECT_LE(proposals.size(), most_proposed);
}

TEST_F(LeadsTest, who_has_led_much_is_not_proposed_before_who_led_the_same)
{
    for (int i = 0; i < 40; ++i)
        led.push_back(document("V/v báo cáo định kỳ tháng", office));
    EXPECT_EQ(names({"UBND thị xã Đức Mẫu", "V/v báo cáo quy hoạch sử dụng đất năm 2022", "CV"}).front(), "Địa chính");
}

} // namespace

} // namespace congso::incoming
