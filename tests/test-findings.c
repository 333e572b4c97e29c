/* Figures found in texts: by kinds, and how many of those that a person marked in two
 * hundred sentences (data/figures-vi.json, made up for this test). */
#include "extraction/findings.h"
#include "extraction/lexicon.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>
#include <time.h>

/* As one line: precision, value, unit, standing, change. */
static char *
tell (const QmFinding *finding)
{
  static const char *const signs[] = { "=", "~", ">", "<", "" };
  static const char *const changes[] = { "", " up", " down" };
  g_autofree char *value = isnan (finding->value)
                               ? g_strdup_printf ("%.10g-%.10g", finding->low, finding->high)
                               : g_strdup_printf ("%.10g", finding->value);

  return g_strdup_printf ("%s%s %s%s%s", signs[finding->precision], value,
                          finding->unit_text != NULL ? finding->unit_text : "-",
                          finding->is_projected ? " projected" : "", changes[finding->change]);
}

static char *
tell_all (const char *text)
{
  g_autoptr (GPtrArray) findings = qm_findings_read (text, "en");
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *one = tell (findings->pdata[i]);

    g_string_append_printf (told, "%s%s", i > 0 ? "; " : "", one);
  }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static const struct {
  const char *text, *found;
} cases[] = {
  /* Numbers */
  { "The lake covers 1,250.5 hectares.", "=1250.5 hectares" },
  { "Sales reached 23bn euros.", "=2.3e+10 euros" },
  { "A crowd of 2 million people came.", "=2000000 people" },
  { "Two hundred and fifty thousand voters stayed home.", "=250000 voters" },
  { "They sold twenty-five boats and half a million tickets.", "=25 boats; =500000 tickets" },
  { "Two thirds of the seats are empty.", "=0.6666666667 -" },
  { "Only 1/3 of it is left.", "=0.3333333333 -" },
  { "Hundreds of workers went home.", "100-1000 workers" },
  /* Money */
  { "It costs $12.50 per kilo.", "=12.5 $ per kilo" },
  { "The fund holds US$5m.", "=5000000 US$" },
  { "They paid 30 million Australian dollars.", "=30000000 Australian dollars" },
  /* Precision */
  { "More than 60 per cent agreed.", ">60 per cent" },
  { "No more than 60 seats are left.", "<60 seats" },
  { "Nearly 300 ships waited.", "~300 ships" },
  { "It holds up to 40 litres.", "<40 litres" },
  { "Some 90 farms, 12 or more of them large, closed.", "~90 farms; >12 -" },
  { "It weighs over 10 tons (22,000 lbs).", ">10 tons; >22000 lbs" },
  /* Ranges */
  { "Between 15 and 20 boats sank.", "15-20 boats" },
  { "It takes 5-10 days.", "5-10 days" },
  { "A span of 3 to 4 million years.", "3000000-4000000 years" },
  { "Output fell from 36 tons to 34 tons.", "=36 tons down; =34 tons" },
  /* Standing and change */
  /* A break of the line ends a sentence, as that of a page does. */
  { "They will open soon\nThe town has 40 inns.", "=40 inns" },
  { "It will need 40 engineers by 2030.", "=40 engineers projected" },
  { "The party will fill 60 of the 101-seat chamber.", "=60 - projected; =101 seat" },
  { "They will build a 200-seat hall.", "=200 seat projected" },
  { "Exports rose 7.5% last year.", "=7.5 % up" },
  { "Rents saw a 3 percent drop.", "=3 percent down" },
  /* Ranks */
  { "It ranks 3rd of all, and ranked second in May; ranked 12, it lost.", "=3 -; =2 -; =12 -" },
  /* Rates, ratios, powers, parts of a million */
  { "It had 12 deaths per 100,000 people, 3.4 per 1,000 births and 2 cents per 100 grams.",
    "=12 deaths per 100,000 people; =3.4 per 1,000 births; =2 cents per 100 grams" },
  { "Tử vong 12 ca trên 100.000 dân, có 30 bác sĩ/10.000 dân, 3,5 trên 1.000 trẻ.",
    "=12 ca trên 100.000 dân; =30 bác sĩ/10.000 dân; =3.5 trên 1.000 trẻ" },
  { "They outnumber us by three to one, at odds of 7 to 2; prices fell 30 to 5.",
    "=30 - down; =5 -" },
  { "Tỷ lệ chọi vào trường là 1 chọi 7, còn thế kỷ 19 là 9 trên 10 hộ.", "=0.9 hộ" },
  { "It holds 1.5 x 10^9 litres and 6 × 10⁷ tonnes in a 3 x 10 m hall.",
    "=1500000000 litres; =60000000 tonnes; =3 m; =10 m" },
  { "A quarter of a million people fled half as many towns.", "=250000 people; =0.5 -" },
  { "Một phần tư triệu người ở nửa tá làng, tức hai trăm linh năm nghìn hộ.",
    "=250000 người; =6 làng; =205000 hộ" },
  /* Notes and items */
  { "In 2023¹ it had 41,500² boats, 12%³ of them in 300 m² halls.",
    "=41500 boats; =12 %; =300 m²" },
  { "The index was 87.4 (2015 = 100).", "=87.4 -" },
  { "1. Energy: 41% 2. Homes: 23%", "=41 %; =23 %" },
  { "2) Farms: 11%", "=11 %" },
  { "Two aims: (1) cut costs by 5%, (2) hire 30 cooks. Section 12(3) holds.",
    "=2 aims; =5 % projected down; =30 cooks projected" },
  { "Peru (4) and Chile (3) won 9 medals.", "=4 -; =3 -; =9 medals" },
  { "Call +44 20 7946 0018; they lost 2–0 after selling 5–10 tonnes.", "5-10 tonnes" },
  /* What is no figure */
  { "On July 22, 2025 at 9:35 pm they met in Room 427.", "" },
  { "The iPhone 15 and the Boeing 787 came after the B200 in 2023.", "" },
  { "He came 3rd; they won 2-1 on 22/7/2025, as note [4] says.", "" },
  { "No one knew which one it was.", "" },
  /* Parts, signs and what is said again */
  { "The Lakers won 112-98, with Ball scoring 31 points.", "=31 points" },
  { "Boeing delivered 44 of its jets, 12 of its 787s and a 787 Dreamliner.", "=44 -; =12 -" },
  { "One in five children go hungry; nine out of ten patients recovered.",
    "=0.2 children; =0.9 patients" },
  { "He scored five in 10 minutes and more than 1 in 10 homes are cold.",
    "=5 -; =10 minutes; >0.1 homes" },
  { "Half the workforce and tens of thousands of others stayed at home.",
    "=0.5 -; 10000-100000 -" },
  { "Dozens were hurt, and a few hundred people fled.", "12-120 -; 100-1000 people" },
  { "Rents have tripled; exports are double what they were, in double-digit growth.",
    "=3 - up; =2 -" },
  { "The Dow fell 312 points, or 0.8%, to 38,904, down from 39,216.",
    "=312 points down; =0.8 % down; =38904 -; =39216 -" },
  { "Inflation was 2.6% in May, and may be 3% in June.", "=2.6 %; =3 % projected" },
  { "It was -12C in Oslo, minus 5 degrees Celsius in Bergen and 41.3C in Seville.",
    "=-12 C; =-5 degrees Celsius; =41.3 C" },
  { "The $10-15 ticket; the US$1.5-2 billion plan; $10-15 million a year.",
    "10-15 $; 1500000000-2000000000 US$; 10000000-15000000 $ a year" },
  { "The firm has staff in 30+ countries.", ">30 countries" },
  { "The Hornets (12-40) lost again, as 0800 123 456 was called from Room 12.", "" },
  { "The S&P 500 companies made a three-year plan.", "=3 year" },
  { "Profits rose sixfold; 1 in every 100 firms failed.", "=6 - up; =0.01 firms" },
  { "The park drew 8.9m visitors, down from 10.2m; a 5m wall fell.",
    "=8900000 visitors; =10200000 -; =5000000 wall" },
  { "The wall is 3m high.", "=3 m" },
  { "Fuel is 12 cents dearer than here, and 5 cents less than there.",
    "=12 cents up; =5 cents down" },
  { "The band of 8 t/ha has 90 people per square kilometre at $15 a night.",
    "=8 t/ha; =90 people per square kilometre; =15 $ a night" },
  { "They hold 70, 55 and 40 billion euros.", "=7e+10 euros; =5.5e+10 euros; =4e+10 euros" },
  { "Between the ages of 18 and 30 the PM2.5 level is felt.", "18-30 -" },
  /* Ranges that a verb of change or unlike ways of writing hid */
  { "It will cut between 1,200 and 1,500 jobs.", "1200-1500 jobs projected down" },
  { "It costs between 500,000 and 2.5 million euros.", "500000-2500000 euros" },
  { "Giá vé từ 500.000 đến 2,5 triệu đồng, sẽ giảm giữa 3 và 5 lần.",
    "500000-2500000 đồng; 3-5 lần projected down" },
  { "Pay rose from 500,000 to 2.5 million pesos.", "=500000 pesos up; =2500000 pesos" },
  /* What is no unit of the number before it */
  { "He won the 400m hurdles and saved five of six serves.", "=400 m; =5 -; =6 serves" },
  { "It was 41,000 five years ago, 187 chasing 251, 3 faster than 40 saw the game.",
    "=41000 -; =5 years; =187 -; =251 -; =3 -; =40 -" },
  { "It lowered the risk of a stroke by 23 percent, gave up 9 yards, and the start-up raised $85m.",
    "=23 percent down; =9 yards; =85000000 $" },
  { "Winds brought down lines and left 90 homes dark; prices rose in May and June by 2 points.",
    "=90 homes; =2 points up" },
  { "Fuel cost twice as much as two years ago.", "=2 -; =2 years" },
  { "One of the two guards owns 90 one-bedroom flats.",
    "=1 guards; =2 guards; =90 one-bedroom flats" },
  { "Có 448 trên 455 đại biểu, 300 lượt khám mỗi ngày, cách 4 năm ánh sáng.",
    "=448 -; =455 đại biểu; =300 lượt khám mỗi ngày; =4 năm ánh sáng" },
  { "Greens won 41, the Liberal Party 12 and Labour 7.", "=41 -; =12 -; =7 -" },
  { "Emissions fell by 8% in Poland, 5% in Hungary.", "=8 % down; =5 % down" },
  { "Việt Nam thắng 3-0 ngày 21/3/2024; quận có 12 khu, Gò Vấp 9 khu.", "=12 khu; =9 khu" },
  { "Nhiệt độ thấp nhất -3 độ C, có nơi âm 5 độ C.", "=-3 độ C; =-5 độ C" },
  { "Cứ 5 người thì có 1 người mắc bệnh; vài trăm người bị thương.", "=0.2 người; 100-1000 người" },
  { "VN-Index giảm 12,3 điểm, tương đương 1,02%, xuống 1.198 điểm.",
    "=12.3 điểm down; =1.02 % down; =1198 điểm" },
  { "Tỉnh trồng 1 triệu cây xanh đến năm 2025.", "=1000000 cây xanh projected" },
  /* Ages, which count nothing; what a list has between commas does. */
  { "Its head, Ana Cossa, 51, said so, and so did Maria Ito, 63.", "" },
  { "In Denmark, 51, or half of all, agreed; Norway won 16, Germany, 12, and Chad 3.",
    "=51 -; =0.5 -; =16 -; =12 -; =3 -" },
  { "Children under 5 and adults aged 65 and over made up 40% of them.", "=40 %" },
  { "Patients over 75 stay; children under 12 swim free; those over 9 months wait.", ">9 months" },
  { "Có 7 huyện công bố thiên tai.", "=7 huyện" },
  { "Kỳ thi lớp 10 năm 2025, xe buýt tuyến 55 đi qua.", "" },
  /* Results, marks and codes */
  { "The bill passed by a vote of 52 to 48, and lost the vote 41 to 52.", "" },
  { "Votes for it fell from 52 to 48.", "=52 - down; =48 -" },
  { "They played 4-4-2 around the clock, 24/24 hours.", "" },
  { "The road is closed between km 340 and km 352, by rooms 12 and 14.", "" },
  { "Call 800 145 678 for help.", "" },
  { "Phase 3 trials began as the Group of 20 met; a group of 20 came.", "=20 -" },
  { "Bão số 5 đổ bộ sau tuyến metro số 3, ở xóm 7, phút 12 và 67, vòng 18 V-League.", "" },
  { "Cả nước có 500 điểm 10 môn Sử, 12 em đạt điểm 9,5 trở lên.", "=500 điểm; =12 em" },
  { "Đường dây nóng 1900 9095 hoạt động 24/24 giờ.", "" },
  { "Dân số 45 triệu người; trong số 83 trường, đối tác số 1 là 12 trường.",
    "=45000000 người; =83 trường; =1 -; =12 trường" },
  { "Mô hình Claude Sonnet 4.5 vượt trên GPT 4,1; Chad bán 4.500 tấn.", "=4500 tấn" },
  { "Đến năm 2030 tỷ lệ đạt 65%.", "=65 % projected" },
  /* Groups of three digits, divided by spaces */
  { "The port handled 12 500 containers and 1 250 000 tonnes on May 12.",
    "=12500 containers; =1250000 tonnes" },
  /* Parts of a unit, and numbers with a part */
  { "It took 2½ hours, half a mile and 3 1/2 pints; two-and-a-half years.",
    "=2.5 hours; =0.5 mile; =3.5 pints; =2.5 years" },
  { "Rates fell by half a point, a quarter-point and two thirds of a percentage point.",
    "=0.5 point down; =0.25 point down; =0.6666666667 percentage point" },
  { "Half-year results, cut by half; half of a group left: 2½ million.",
    "=0.5 - down; =0.5 - down; =2500000 -" },
  { "It is worth $3.1T, and weighs 5t.", "=3.1e+12 $; =5 t" },
  { "It is 9 sq km and 6.7 inch.", "=9 sq km; =6.7 inch" },
  { "It took two hours and a half, with 2 beds and a quarter.", "=2.5 hours; =2 beds" },
  { "Sau một năm rưỡi và 2 giờ rưỡi, họ thu 1 tỷ 200 triệu đồng, 1.500 đồng/cổ phiếu.",
    "=1.5 năm; =2.5 giờ; =1200000000 đồng; =1500 đồng/cổ phiếu" },
  /* Names, codes and results, and what only looks like them */
  { "Section 230 dates from 1996; Formula 1 drivers met at 221B Baker Street, open 24/7.", "" },
  { "Its 7B models reached 13M Americans by a 5G network.",
    "=7000000000 models; =13000000 Americans; =5 G" },
  { "He won 7-6 (5); the marathon took 2 hours 14 minutes 5.", "=2 hours; =14 minutes" },
  { "Lúc 5 giờ 30 phút sáng, thí sinh số báo danh 302 và thí sinh số 5 của tuần 34 đến phiên 12/3.",
    "" },
  { "Họ chạy 4 phút 15 giây 55, thắng 7-6(5), đứng thứ 44/133.", "=4 phút; =15 giây; =44 -" },
  { "Mật độ 4.363 người/km2, tốc độ 120 km/h, độ 30 người, 1.200 chỉ tiêu.",
    "=4363 người/km2; =120 km/h; ~30 người; =1200 chỉ tiêu" },
  /* What is said once of two */
  { "A tile of 30 x 20 cm; sales rose from 4.2 to 4.9 million units.",
    "=30 cm; =20 cm; =4200000 units up; =4900000 units" },
  { "Có 439/468 đại biểu, lương tăng từ 4,68 lên 4,96 triệu đồng.",
    "=439 đại biểu; =468 đại biểu; =4680000 đồng up; =4960000 đồng" },
  { "They paid 50,000 pounds plus 12,000 in costs, 20 plus a car, and 30 plus.",
    "=50000 pounds; =12000 -; =20 -; >30 -" },
  { "It was £1.23bn a year earlier, £9 a year and closed 42 points lower at 8,213.",
    "=1230000000 £; =9 £ a year; =42 points down; =8213 -" },
  { "There are 3.6 nationally, one-fifth of America's.", "=3.6 -; =0.2 -" },
  /* Two ends, and what lies between */
  { "They will raise the minimum wage from 820 euros to 1,000 euros.",
    "=820 euros projected up; =1000 euros projected" },
  { "Mưa thêm từ 100 đến 150 mm.", "100-150 mm up" },
  /* Parts of what was said before */
  { "Nearly a quarter in Peru agree, of which a third voted; it was cut by half.",
    "~0.25 -; =0.3333333333 -; =0.5 - down" },
  { "It came within a quarter, over a third time.", "" },
  { "Cứ ba hộ thì có một hộ; cứ mười em thì có chín em đi học.", "=0.3333333333 hộ; =0.9 em" },
  /* A thing that has its figure */
  { "The bank, with a target of 2%, cut its rate to 4%.", "=2 % projected; =4 %" },
  /* What a second set of sentences showed, which nobody had looked at before */
  { "The ministry set aside Rs 4,500 crore and 12 lakh rupees.", "=4.5e+10 Rs; =1200000 rupees" },
  { "Risks are down by a third to a half, between a fifth and a quarter in Fiji.",
    "0.3333333333-0.5 - down; 0.2-0.25 -" },
  { "A half a third time; a third and a half; within a quarter to half-price.", "" },
  { "It adds 0.2-0.3 percentage points, 1/4 to 1/3 of all.",
    "0.2-0.3 percentage points; 0.25-0.3333333333 -" },
  { "A one-bedroom flat, a one-year deal, a one-way street, several dozen boats.",
    "=1 bedroom; =1 year; 12-120 boats" },
  { "It costs a third less than ours. At least half came by May; half of whom left.",
    "=0.3333333333 - down; >0.5 -; =0.5 -" },
  { "They earn 45 to 48 cents a share, saw 60 patients a week and 12 nurses a year ago.",
    "45-48 cents a share; =60 patients a week; =12 nurses" },
  { "Five pilots' unions gave two weeks' notice.", "=5 pilots' unions; =2 weeks" },
  { "It spent $3bn on roads over six years; it had to wait over two years, for over 3 days.",
    "=3000000000 $; =6 years; >2 years; >3 days" },
  { "A family of four spends $290; two million of them under 25.", "=4 -; =290 $; =2000000 -" },
  { "A 1080p stream at 60fps on a 4K screen; the price is 164p, and 4K users came.",
    "=60 fps; =164 p; =4000 users" },
  { "The RTX 4090 draws 450W, as ISO 9001 asks; NATO 3000 tons.", "=450 W; =3000 tons" },
  { "Nửa triệu người, hơn chục con bò, hai chục xe và mấy chục quán ăn.",
    "=500000 người; >10 con bò; =20 xe; 10-100 quán ăn" },
  { "Phiên thứ 9 liên tiếp; học sinh lớp 12 chọn thi tiếng Anh.", "" },
  /* Laws */
  { "Regulation (EU) 2016/679, Directive 95/46/EC and Public Law 117-169; 117-169 ships came.",
    "117-169 ships" },
  { "Nghị quyết 57-NQ/TW, Luật 71 năm 2014; luật 12 người soạn.", "=12 người" },
  /* The decimal sign is the language's, unless the text's numbers say otherwise. */
  { "It grew by 1,234 metres.", "=1234 metres up" },
  { "Cây cầu dài 1.234 mét và rộng 12,5 mét.", "=1234 mét; =12.5 mét" },
  { "Cô cao 1m68, tường cao 3m5, nhà rộng 50m2.", "=1.68 m68; =3.5 m5; =50 m2" },
  { "Ba trong số năm cây cầu hỏng; 24 em học sinh ở lại.", "=3 -; =5 cây cầu; =24 em học sinh" },
  { "They flew over a 5-km lake with over 40 boats, almost a 10% rise.",
    "=5 km; >40 boats; ~10 % up" },
  { "Sau mười năm, họ chờ một trăm năm mươi ngày và hai nghìn năm.",
    "=10 năm; =150 ngày; =2000 năm" },
  { "Xe số 08 đến lúc 6 giờ 30, vé 007 bị hủy.", "" },
  { "Xăng đắt hơn 10%, trứng giá 500 đồng mỗi quả.", "=10 % up; =500 đồng mỗi quả" },
  { "Điện gió chiếm 1/4 tổng công suất.", "=0.25 -" },
  { "Doanh thu gấp rưỡi năm ngoái, chậm hơn 1/3 so với kế hoạch.", "=1.5 -; =0.3333333333 - down" },
};

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = tell_all (cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (found, ==, cases[i].found);
  }
}

static void
test_doubt_is_told (void)
{
  g_autoptr (GPtrArray) sure = qm_findings_read ("It has 1,234 rooms and 2.5 lifts.", "en");
  g_autoptr (GPtrArray) doubtful =
      qm_findings_read ("It has 1,234 rooms, 2.5 lifts and 7,25 doors.", "en");

  g_assert_true (isnan (((QmFinding *) sure->pdata[0])->other_value));
  g_assert_cmpfloat (((QmFinding *) doubtful->pdata[0])->value, ==, 1234);
  g_assert_cmpfloat_with_epsilon (((QmFinding *) doubtful->pdata[0])->other_value, 1.234, 1e-9);
}

static void
test_places_are_characters (void)
{
  const char *text = "Một đoạn.\n\nĐã có 1,7 tỉ USD và 23 tỉ USD năm 2023.";
  g_autoptr (GPtrArray) findings = qm_findings_read (text, "vi");
  const QmFinding *second = findings->pdata[1];

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (second->paragraph, ==, 2);
  g_assert_cmpuint (second->start, ==, 20);
  g_assert_cmpuint (second->end, ==, 29);
  g_assert_cmpstr (second->text, ==, "23 tỉ USD");
  g_assert_cmpstr (second->unit, ==, "USD");
  g_assert_cmpstr (second->time, ==, "2023");
}

/* How much warmer it is, and how warm. */
static void
test_differences_of_degrees (void)
{
  static const struct {
    const char *text, *unit;
  } degrees[] = {
    { "2024 was 1.55 °C above the pre-industrial level.", "difference in celsius" },
    { "The Arctic warmed by 3.1 °C.", "difference in celsius" },
    { "The sea was 0.5 degrees Celsius warmer than in 1990.", "difference in celsius" },
    { "They would limit global warming to 1.5 °C.", "difference in celsius" },
    { "It rose by 4 °F in a day.", "difference in fahrenheit" },
    { "It was 3 °C below freezing at noon.", "celsius" },
    { "It rose to 31 °C.", "celsius" },
    { "A day warming to 20 °C followed.", "celsius" },
    { "It was above 35 °C in May.", "celsius" },
    { "Năm 2024 nóng hơn thời tiền công nghiệp 1,55 °C.", "difference in celsius" },
    { "Trái Đất đã ấm lên 1,1 độ C.", "difference in celsius" },
    { "Nhiệt độ giảm xuống 5 độ C.", "celsius" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (degrees); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (degrees[i].text, "en");

    g_test_message ("%s", degrees[i].text);
    g_assert_cmpuint (findings->len, ==, 1);
    g_assert_cmpstr (((const QmFinding *) findings->pdata[0])->unit, ==, degrees[i].unit);
  }
}

static char *
repeat (const char *part, int n)
{
  g_autoptr (GString) text = g_string_new ("Tỉnh này có");

  for (int i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Processor time of reading the text n times. */
static double
time_of_reading (const char *text, int n)
{
  clock_t begin = clock ();

  for (int i = 0; i < n; i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (text, "vi");
  }
  return (double) (clock () - begin);
}

/* Nothing is read over and over: no text is a trap by its length, which would be a hundred times.
 * Other programs may disturb a run, but not all of them; a longer text is further from the caches.
 */
static void
test_ten_times_the_text_takes_ten_times_as_long (void)
{
  static const char *const parts[] = { " 12,5",   " 12,5 triệu tấn\n\n", " 2025", " 1-", " 1/",
                                       " Hà Nội", " một trăm",           " $",    "." };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *small = repeat (parts[i], 10000), *large = repeat (parts[i], 100000);
    double ratio = INFINITY;

    for (int run = 0; run < 10 && ratio > 12; run++)
      ratio = 4 * time_of_reading (large, 1) / time_of_reading (small, 4);
    g_test_message ("%s: %.1f times as long", parts[i], ratio);
    g_assert_cmpfloat (ratio, <=, 12);
  }
}

/* --- Of whom and of what --- */

/* The first figure of each; what nothing in the sentence says is not guessed. */
/* A dot is a decimal sign in one language and none in the other. */
static void
test_typed_numbers (void)
{
  static const struct {
    const char *text, *language;
    double number;
  } typed[] = {
    { "170.000", "vi", 170000 },
    { "170.000", "en", 170 },
    { "1,5", "vi", 1.5 },
    { "170,000", "en", 170000 },
    { "−3,5", "vi", -3.5 },
    { "-12", "en", -12 },
    { "1.8 billion", "en", 1.8e9 },
    { "6,7 nghìn tỷ", "vi", 6.7e12 },
    { "1e9", "en", 1e9 },
    { "2025", "en", 2025 },
    { "1800000000", "vi", 1.8e9 },
    { "40%", "en", 40 },
    { "280 billion", "vi", NAN },
    { "280 tỷ", "en", NAN },
    { "many", "en", NAN },
    { "12 or so", "en", NAN },
    { "3 to 9", "en", NAN },
    { "", "en", NAN },
    { "-", "vi", NAN },
    { "1e", "en", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    double number = qm_findings_read_number (typed[i].text, typed[i].language);

    g_test_message ("“%s” in %s: %g", typed[i].text, typed[i].language, number);
    if (isnan (typed[i].number))
      g_assert_true (isnan (number));
    else
      g_assert_cmpfloat_with_epsilon (number, typed[i].number, fabs (typed[i].number) * 1e-12);
  }
}

/* --- Words --- */

/* The second one would never be found. */
static void
test_no_phrase_stands_twice_in_a_role (gconstpointer language)
{
  const GPtrArray *lexemes = qm_lexicon_get (language)->lexemes;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (lexemes->len, >, 200);
  for (guint i = 0; i < lexemes->len; i++) {
    const QmLexeme *lexeme = lexemes->pdata[i];

    for (gsize k = 0; lexeme->phrases[k] != NULL; k++) {
      g_autofree char *phrase = g_strdup_printf ("%s, role %d", lexeme->phrases[k], lexeme->role);

      g_test_message ("%s", phrase);
      g_assert_cmpstr (lexeme->phrases[k], !=, "");
      g_assert_true (g_hash_table_add (known, g_steal_pointer (&phrase)));
    }
  }
}

/* --- What a person marked --- */

typedef struct {
  double n_marked, n_found, n_value, n_precision, n_unit;
} Score;

static gboolean
is_value (const QmFinding *finding, const char *value)
{
  const char *dash = strchr (value, '-');
  double low = g_ascii_strtod (value, NULL),
         high = dash != NULL ? g_ascii_strtod (dash + 1, NULL) : low;
  double found_low = isnan (finding->value) ? finding->low : finding->value;
  double found_high = isnan (finding->value) ? finding->high : finding->value;

  return fabs (found_low - low) <= 1e-6 * low && fabs (found_high - high) <= 1e-6 * high;
}

static void
score_figure (const cJSON *figure, GPtrArray *findings, Score *score)
{
  static const char *const signs[] = { "=", "~", ">", "<", "=" };
  const char *value = cJSON_GetObjectItemCaseSensitive (figure, "value")->valuestring;
  const char *change = cJSON_GetObjectItemCaseSensitive (figure, "change")->valuestring;
  const char *unit = cJSON_GetObjectItemCaseSensitive (figure, "unit")->valuestring;

  for (guint i = 0; i < findings->len; i++) {
    const QmFinding *finding = findings->pdata[i];
    const char *found = finding->unit_text != NULL ? finding->unit_text : "-";

    if (!is_value (finding, value))
      continue;
    score->n_value++;
    score->n_precision += g_str_equal (signs[finding->precision], change);
    score->n_unit += g_str_equal (found, unit);
    g_ptr_array_remove_index (findings, i);
    return;
  }
}

static double
f1 (const Score *score, double n)
{
  return 2 * n / (score->n_marked + score->n_found);
}

static void
test_what_a_person_marked (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "figures-vi.json", NULL);
  g_autofree char *text = NULL;
  Score score = { 0 };
  cJSON *sentences;
  const cJSON *sentence, *figure;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  sentences = cJSON_Parse (text);
  cJSON_ArrayForEach (sentence, sentences) {
    const cJSON *figures = cJSON_GetObjectItemCaseSensitive (sentence, "quantities");
    g_autoptr (GPtrArray) findings =
        qm_findings_read (cJSON_GetObjectItemCaseSensitive (sentence, "text")->valuestring, "vi");

    score.n_found += findings->len;
    cJSON_ArrayForEach (figure, figures) {
      score.n_marked++;
      score_figure (figure, findings, &score);
    }
  }
  cJSON_Delete (sentences);

  g_test_message ("F1 of values %.3f, with precision %.3f, with unit %.3f",
                  f1 (&score, score.n_value), f1 (&score, score.n_precision),
                  f1 (&score, score.n_unit));
  g_assert_cmpfloat (f1 (&score, score.n_value), >=, 0.98);
  g_assert_cmpfloat (f1 (&score, score.n_precision), >=, 0.96);
  g_assert_cmpfloat (f1 (&score, score.n_unit), >=, 0.91);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/kinds-of-figures", test_kinds);
  g_test_add_func ("/findings/a-decimal-sign-in-doubt-is-told", test_doubt_is_told);
  g_test_add_func ("/findings/a-number-is-typed-as-its-language-has-it", test_typed_numbers);
  g_test_add_func ("/findings/differences-of-degrees", test_differences_of_degrees);
  g_test_add_func ("/findings/places-are-characters", test_places_are_characters);
  g_test_add_func ("/findings/ten-times-the-text-takes-ten-times-as-long",
                   test_ten_times_the_text_takes_ten_times_as_long);
  g_test_add_data_func ("/findings/no-phrase-stands-twice-in-a-role/en", "en",
                        test_no_phrase_stands_twice_in_a_role);
  g_test_add_data_func ("/findings/no-phrase-stands-twice-in-a-role/vi", "vi",
                        test_no_phrase_stands_twice_in_a_role);
  g_test_add_func ("/findings/what-a-person-marked", test_what_a_person_marked);

  return g_test_run ();
}
