/* Of whom, of what and of when the figures of a text are. */
#include "extraction/findings.h"

static void
test_subjects (void)
{
  static const struct {
    const char *text, *unit_text, *entity, *measure;
  } sentences[] = {
    { "Tỉnh có 412 tua-bin gió.", "tua-bin gió", NULL, "Tua-bin gió" },
    { "The firm has 40 e-bikes.", "e-bikes", NULL, "E-bikes" },
    { "Chi phí bảo trì là 12,4 triệu USD năm 2024.", "USD", NULL, "Chi phí bảo trì" },
    { "Trong số đó, khoảng 38% đã hơn mười năm tuổi.", "%", NULL, NULL },
    { "Mỹ rót 300 tỷ USD cho hạ tầng AI.", "USD", "Mỹ", "Hạ tầng AI" },
    { "OSLO, May 4 (Wire) - A flood killed 37 people.", "people", NULL, "People" },
    { "NATO spent $3 billion - a record - on it.", "$", "NATO", NULL },
    { "Economists polled by a bank had forecast 2.6%.", "%", NULL, NULL },
    { "Unity will have 38 seats.", "seats", "Unity", "Seats" },
    { "Sunday's vote drew 300 people.", "people", NULL, "People" },
    { "Trung Quốc chiếm 29% sản lượng toàn cầu.", "%", "Trung Quốc", "Sản lượng toàn cầu" },
    { "The firm will cut 1,200 of its 14,000 jobs.", NULL, NULL, "Jobs" },
    { "The drug cut deaths by 17 percent.", "percent", NULL, "Deaths" },
    { "GDP per head is $12,000.", "$", NULL, "GDP per head" },
    { "Its market value fell below $5bn for the first time.", "$", NULL, "Market value" },
    { "Germany 2.1%, France 1.4%, Italy 0.9%", "%", "Germany", NULL },
    { "The iPhone 15 Pro costs $999.", "$", "iPhone 15 Pro", NULL },
    { "Lượng khách đạt 1,42 triệu lượt.", "lượt", NULL, "Lượng khách" },
    { "Apple bán 230 triệu máy.", "máy", "Apple", "Máy" },
    { "Bitcoin lần đầu vượt 100 USD.", "USD", "Bitcoin", NULL },
    { "Giá xăng RON 95 tăng 350 đồng.", "đồng", NULL, "Giá xăng RON 95" },
    { "Chỉ số VN-Index giảm 12,45 điểm.", "điểm", NULL, "Chỉ số VN-Index" },
    { "Nhiệt độ thấp nhất là 2 độ C.", "độ C", NULL, "Nhiệt độ thấp nhất" },
    { "Lợi nhuận sau thuế đạt 45 tỷ đồng.", "đồng", NULL, "Lợi nhuận sau thuế" },
    { "Tỷ lệ điện tái tạo chiếm 47%.", "%", NULL, "Tỷ lệ điện tái tạo" },
    { "Quỹ a16z, 80% trong đó.", "%", NULL, NULL },
    { "Cuộc đua giữa Mỹ và Trung Quốc nghiêng về Mỹ: rót 300 tỉ USD.", "USD", "Mỹ", NULL },
    { "Mặc dù Nga, Ukraine bắn hạ 144 chiếc.", "chiếc", "Ukraine", "Chiếc" },
    { "Quân đội đã bắn hạ 144 trong số 188 UAV do Nga phóng.", NULL, NULL, "UAV" },
    { "Peru xếp sau cả Chile, Bolivia về đầu tư (12 triệu USD).", "USD", "Peru", "Đầu tư" },
    { "Behind Chile, Bolivia and the UAE, Peru spent $3m.", "$", "Peru", NULL },
    { "Xuất khẩu 9 tháng đầu năm ước đạt 299 tỷ USD.", "USD", NULL, "Xuất khẩu" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (sentences[i].text, "en");
    const QmFinding *first = findings->pdata[0];

    g_test_message ("%s", sentences[i].text);
    g_assert_cmpstr (first->unit_text, ==, sentences[i].unit_text);
    g_assert_cmpstr (first->entity, ==, sentences[i].entity);
    g_assert_cmpstr (first->measure, ==, sentences[i].measure);
  }
}

/* Two claims of one thing are told apart by what they are told against. */
static void
test_against_which_time (void)
{
  static const struct {
    const char *text, *first, *second;
  } sentences[] = {
    { "Inflation in Estonia was 4.2% year on year and 0.3% month-on-month.",
      "Inflation, year on year", "Inflation, month on month" },
    { "Retail sales rose 1.1% in May from a month earlier, and 6% from a year ago.",
      "Retail sales, month on month", "Retail sales, year on year" },
    { "Compared with the same period last year, exports rose 5% and imports fell 6%.",
      "Exports, year on year", "Imports, year on year" },
    { "Lạm phát của Lào tăng 3,2% so với cùng kỳ và 0,3% so với tháng trước.",
      "Lạm phát, so với cùng kỳ", "Lạm phát, so với tháng trước" },
    { "Giá tăng 0,2% so với tháng 9 và 3% so với cùng kỳ năm 2022.", "Giá", "Giá, so với cùng kỳ" },
    { "Year-on-year inflation was 4% in Peru and 5% in Chile.", "Inflation, year on year",
      "Inflation, year on year" },
    { "CPI tháng 7 tăng 0,1% so với tháng trước; GDP tăng 5% so với quý trước.",
      "CPI, so với tháng trước", "GDP, so với quý trước" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (sentences[i].text, "en");

    g_test_message ("%s", sentences[i].text);
    g_assert_cmpuint (findings->len, ==, 2);
    g_assert_cmpstr (((QmFinding *) findings->pdata[0])->measure, ==, sentences[i].first);
    g_assert_cmpstr (((QmFinding *) findings->pdata[1])->measure, ==, sentences[i].second);
  }
}

/* Whose each of them is, and of what. */
static void
test_lists_of_names_and_figures (void)
{
  static const struct {
    const char *text, *found;
  } lists[] = {
    { "Nissan sold 3 million, Subaru 5 million and Xpeng 2.1 million cars.",
      "Nissan Cars; Subaru Cars; Xpeng Cars" },
    { "Austria, Belgium and Croatia hold 10, 20 and 30 per cent of the stock respectively.",
      "Austria Stock; Belgium Stock; Croatia Stock" },
    { "Unity won 38 seats, Homeland 32 and the far-right League 14.",
      "Unity Seats; Homeland Seats; League Seats" },
    { "Turnout was highest in Malta (85.6%), followed by Sweden (84.2%).",
      "Malta Turnout; Sweden Turnout" },
    { "Unemployment stood at 11.4% in Spain, 7.3% in France.",
      "Spain Unemployment; France Unemployment" },
    { "Internet use: Iceland 99 per cent, the United States 84 per cent.",
      "Iceland Internet use; United States Internet use" },
    { "China accounted for 58% of sales, Europe for 22% and Chad hosts 1%.",
      "China Sales; Europe Sales; Chad -" },
    { "Brazil's soybean exports were worth $53bn, against $28bn for the United States.",
      "Brazil Soybean exports; United States Soybean exports" },
    { "Hội An đón 4,2 triệu, Huế 3,1 triệu và Cao Bằng 7,4 triệu lượt khách.",
      "Hội An Lượt khách; Huế Lượt khách; Cao Bằng Lượt khách" },
    { "Lào, Campuchia và Thái Lan lần lượt chiếm 12%, 18% và 35%.",
      "Lào -; Campuchia -; Thái Lan -" },
    { "Nhà máy tại Vũng Áng có công suất 1.330 MW, nhà máy tại Quảng Trạch 1.403 MW.",
      "Vũng Áng Công suất; Quảng Trạch Công suất" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (lists[i].text, "en");
    g_autoptr (GString) told = g_string_new (NULL);

    for (guint k = 0; k < findings->len; k++) {
      const QmFinding *one = findings->pdata[k];

      g_string_append_printf (told, "%s%s %s", k > 0 ? "; " : "", one->entity,
                              one->measure != NULL ? one->measure : "-");
    }
    g_test_message ("%s", lists[i].text);
    g_assert_cmpstr (told->str, ==, lists[i].found);
  }
}

/* Nothing is called "121,000", and what it counts is said before. */
static void
test_units_of_lists (void)
{
  g_autoptr (GPtrArray) findings = qm_findings_read (
      "Kenya sold 450,000 tonnes, Sri Lanka 256 and Vietnam 121,000 in 2023.", "en");
  const QmFinding *second, *last;

  g_assert_cmpuint (findings->len, ==, 3);
  second = findings->pdata[1];
  last = findings->pdata[2];
  g_assert_null (second->unit);
  g_assert_cmpstr (second->unit_of_list, ==, "metric-ton");
  g_assert_cmpstr (last->unit_of_list, ==, "metric-ton");
  g_assert_cmpstr (last->entity, ==, "Vietnam");
}

/* What is said once holds for all of a list; what is said of another is not taken over. */
static void
test_times_of_lists (void)
{
  static const struct {
    const char *text, *first, *last;
  } sentences[] = {
    { "Hà Nội thu 410 tỷ đồng, Hải Phòng 101 tỷ đồng năm 2023.", "2023", "2023" },
    { "Năm 2022, cả nước bán 7,1 triệu tấn; năm 2023 là 8,1 triệu tấn.", "2022", "2023" },
    { "The price rose from $420 to $610 in 2023.", NULL, "2023" },
    { "The school, founded in 1871, has 300 pupils.", NULL, NULL },
    { "It was the warmest June since records began in 1884, at 16.9C.", NULL, NULL },
    { "It added 18 jobs, compared with 21 in April 2025.", NULL, "2025-04" },
    { "Giá tăng 0,2% so với tháng 9 và 3% so với cùng kỳ năm 2024.", NULL, NULL },
    { "Pay is to rise from 820 euros to 1,000 euros by 2028.", NULL, "2028" },
    { "In the third quarter of 2023 it had 5 ships (Q3 2022: 4 ships).", "2023-Q3", "2022-Q3" },
    { "Sales in the first half of 2024 were 40 euros; H2 2023 saw 30.", "2024-H1", "2023-H2" },
    { "GDP quý III/2024 tăng 7%, quý 2 năm 2023 tăng 5%.", "2024-Q3", "2023-Q2" },
    { "9 tháng đầu năm 2024 bán 5 xe, 6 tháng cuối năm 2023 bán 4 xe.", "2024-01/2024-09",
      "2023-H2" },
    { "Ferries carried 3 cars between June and August 2025, up from 2 in the same months of 2024.",
      "2025-06/2025-08", "2024" },
    { "From 2019 to 2021 sales rose 4%. From 3 May to 9 June 2024 it sold 5 cars.", "2019/2021",
      "2024-05-03/2024-06-09" },
    { "Từ tháng 6 đến tháng 8/2025 có 5 triệu khách.", "2025-06/2025-08", "2025-06/2025-08" },
    { "The firm paid $1.3 billion, or 1.2 billion euros, in May 2023.", "2023-05", "2023-05" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (GPtrArray) findings = qm_findings_read (sentences[i].text, "en");
    const QmFinding *first = findings->pdata[0], *last = findings->pdata[findings->len - 1];

    g_test_message ("%s", sentences[i].text);
    g_assert_cmpstr (first->time, ==, sentences[i].first);
    g_assert_cmpstr (last->time, ==, sentences[i].last);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subject/of-whom-and-of-what", test_subjects);
  g_test_add_func ("/subject/against-which-time", test_against_which_time);
  g_test_add_func ("/subject/lists-of-names-and-figures", test_lists_of_names_and_figures);
  g_test_add_func ("/subject/units-of-lists", test_units_of_lists);
  g_test_add_func ("/subject/times-of-lists", test_times_of_lists);
  return g_test_run ();
}
