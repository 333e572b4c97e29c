/* References in the styles that others publish. */
#include "base/language.h"
#include "chart/words/cite.h"
#include "load-dataset.h"

#include <string.h>

/* By the rules that the styles publish; Chicago is compared with pandoc besides, in
 * test-citations.py. */
static const struct {
  const char *language, *source;
  QmCiteStyle style;
  const char *expected;
} references[] = {
  { "en", "news", QM_CITE_APA,
    "Doe, J. (2025, July 22). Scale is the key. The Japan Times. https://example.org/a" },
  { "en", "news-unsigned", QM_CITE_APA, "Rivers rise. (2025, July). The Paper." },
  { "en", "magazine", QM_CITE_APA, "Roe, R. B. (2025, March 4). What rivers want? The Weekly." },
  { "en", "web", QM_CITE_APA,
    "River Office. (n.d.). Rivers. River Site. Retrieved August 1, 2025, from "
    "https://example.org/r" },
  { "en", "web-unsigned", QM_CITE_APA,
    "Rivers today. (2025, August 1). River Site. https://example.org/r" },
  { "en", "book", QM_CITE_APA, "Doe, J., & Roe, R. B. (2024). Rivers (2nd ed.). Example Press." },
  { "en", "journal", QM_CITE_APA,
    "Nguyễn, V. A., Roe, R. B., 王小明, & Four, A.-M. (2024). Sông và người. Tạp chí Sông, 12–19. "
    "https://doi.org/10.1000/182" },
  { "en", "chapter", QM_CITE_APA,
    "Doe, J. (2024). On rivers. In All rivers (pp. 321–325). Example Press." },
  { "en", "conference", QM_CITE_APA,
    "Doe, J. (2024). On rivers again. In Proceedings of rivers (pp. 107–108). ACM." },
  { "en", "report", QM_CITE_APA, "World Bank. (2024). World rivers. https://example.org/wb" },
  { "en", "data", QM_CITE_APA,
    "World Bank. (2024). River data [Data set]. Data Press. https://example.org/data" },
  { "en", "preprint", QM_CITE_APA,
    "Doe, J. (2024). Rivers flow. arXiv. https://doi.org/10.48550/arXiv.1" },
  { "en", "no-date", QM_CITE_APA, "Rivers without date. (n.d.). Old Press." },
  { "en", "many", QM_CITE_APA,
    "NA, A., NB, B., NC, C., ND, D., NE, E., NF, F., NG, G., NH, H., NI, I., NJ, J., NK, K., NL, "
    "L., "
    "NM, M., NN, N., NO, O., NP, P., NQ, Q., NR, R., NS, S., . . . NW, W. (2001). Rivers of many. "
    "New Press." },
  { "en", "translated", QM_CITE_APA,
    "Doe, J. (2010). Sông của tôi [Rivers of mine]. Hà Nội Press." },
  { "en", "translated", QM_CITE_CHICAGO,
    "Doe, Jane. 2010. Sông của tôi [Rivers of mine]. Hà Nội Press." },
  { "vi", "news", QM_CITE_APA,
    "Doe, J. (2025, 22 tháng 7). Scale is the key. The Japan Times. https://example.org/a" },
  { "vi", "web", QM_CITE_APA,
    "River Office. (không rõ năm). Rivers. River Site. Truy cập 1 tháng 8, 2025, từ "
    "https://example.org/r" },
  { "en", "chapter", QM_CITE_CHICAGO,
    "Doe, Jane. 2024. “On rivers.” In All rivers, 321–25. Example Press." },
  { "en", "conference", QM_CITE_CHICAGO,
    "Doe, Jane. 2024. “On rivers again.” In Proceedings of rivers, 107–8. ACM." },
  { "vi", "book", QM_CITE_CHICAGO,
    "Doe, Jane, và Richard B. Roe. 2024. Rivers. Xuất bản lần 2. Example Press." },
  { "vi", "journal", QM_CITE_CHICAGO,
    "Nguyễn, Văn An, Richard B. Roe, 王小明, và Anne-Marie Four. 2024. “Sông và người.” Tạp chí "
    "Sông, tháng 3, 12–19. https://doi.org/10.1000/182." },
  { "vi", "chapter", QM_CITE_ISO690,
    "DOE, Jane. On rivers. Trong: All rivers. Example Press, 2024, tr. 321–325." },
  { "en", "news", QM_CITE_ISO690,
    "DOE, Jane. Scale is the key. The Japan Times [online]. 22 July 2025 [viewed 1 August 2025]. "
    "Available from: https://example.org/a" },
  { "en", "web", QM_CITE_ISO690,
    "RIVER OFFICE. Rivers. River Site [online]. n.d. [viewed 1 August 2025]. Available from: "
    "https://example.org/r" },
  { "en", "book", QM_CITE_ISO690,
    "DOE, Jane and ROE, Richard B. Rivers. 2nd ed. Example Press, 2024. ISBN 978-0-306-40615-7." },
  { "en", "journal", QM_CITE_ISO690,
    "NGUYỄN, Văn An et al. Sông và người. Tạp chí Sông [online]. March 2024, pp. 12–19. "
    "Available from: https://doi.org/10.1000/182" },
  { "en", "journal-year", QM_CITE_ISO690, "DOE, Jane. Water. Journal of rivers. 2020, p. 7." },
  { "en", "preprint", QM_CITE_ISO690,
    "DOE, Jane. Rivers flow [online]. arXiv, 3 February 2024. Available from: "
    "https://doi.org/10.48550/arXiv.1" },
  { "en", "no-date", QM_CITE_ISO690, "Rivers without date. Old Press, n.d." },
};

static void
test_reference_texts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "references.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++) {
    const QmSource *source = qm_dataset_find_source (dataset, references[i].source);
    g_autofree char *text = NULL;

    qm_language_use (references[i].language);
    text = qm_cite_source (source, references[i].style);
    g_assert_cmpstr (text, ==, references[i].expected);
  }
  qm_language_use ("en");
}

/* Examples that the American Psychological Association and Chicago publish, some of them shortened
 * to what a source can say, and names whose family comes first. */
static const struct {
  const char *source;
  QmCiteStyle style;
  const char *expected;
} published[] = {
  { "\"kind\": \"article-newspaper\", \"author\": [{ \"family\": \"Harlan\", \"given\": \"Chico\" "
    "}], \"issued\": \"2013-04-02\", \"title\": \"North Korea vows\", \"container\": \"The "
    "Washington Post\", \"pages\": \"A1, A4\"",
    QM_CITE_APA, "Harlan, C. (2013, April 2). North Korea vows. The Washington Post, A1, A4." },
  { "\"kind\": \"webpage\", \"author\": [\"World Health Organization\"], \"issued\": \"2018-03\", "
    "\"title\": \"Questions and answers\", \"container\": \"World Health Organization\", \"url\": "
    "\"https://www.who.int/features/qa/84/en/\"",
    QM_CITE_APA,
    "World Health Organization. (2018, March). Questions and answers. "
    "https://www.who.int/features/qa/84/en/" },
  { "\"kind\": \"webpage\", \"author\": [\"U.S. Census Bureau\"], \"title\": \"World population "
    "clock\", \"publisher\": \"U.S. Department of Commerce\", \"accessed\": \"2020-01-09\", "
    "\"url\": \"https://www.census.gov/popclock/\"",
    QM_CITE_APA,
    "U.S. Census Bureau. (n.d.). World population clock. U.S. Department of Commerce. Retrieved "
    "January 9, 2020, from https://www.census.gov/popclock/" },
  { "\"kind\": \"webpage\", \"title\": \"Tuscan white bean pasta\", \"container\": "
    "\"Budgetbytes\", \"issued\": \"2018-02-25\"",
    QM_CITE_APA, "Tuscan white bean pasta. (2018, February 25). Budgetbytes." },
  { "\"kind\": \"software\", \"author\": [{ \"family\": \"Borenstein\", \"given\": \"Michael\" }], "
    "\"issued\": \"2014\", \"title\": \"Comprehensive meta-analysis\", \"publisher\": \"Biostat\"",
    QM_CITE_APA,
    "Borenstein, M. (2014). Comprehensive meta-analysis [Computer software]. Biostat." },
  { "\"kind\": \"thesis\", \"author\": [{ \"family\": \"Harris\", \"given\": \"L.\" }], "
    "\"issued\": \"2014-05\", \"title\": \"Instructional leadership\", \"publisher\": \"University "
    "of Virginia\"",
    QM_CITE_APA, "Harris, L. (2014). Instructional leadership [University of Virginia]." },
  { "\"kind\": \"motion_picture\", \"author\": [{ \"family\": \"Forman\", \"given\": \"Milos\" }], "
    "\"issued\": \"1975-11-19\", \"title\": \"One flew over the cuckoo’s nest\", \"publisher\": "
    "\"United Artists\"",
    QM_CITE_APA, "Forman, M. (1975). One flew over the cuckoo’s nest [Film]. United Artists." },
  { "\"kind\": \"speech\", \"author\": [{ \"family\": \"Maddox\", \"given\": \"S.\" }], "
    "\"issued\": \"2016-03-30\", \"title\": \"Power to the people\", \"url\": "
    "\"https://example.org/ted\"",
    QM_CITE_APA, "Maddox, S. (2016, March 30). Power to the people. https://example.org/ted" },
  { "\"kind\": \"broadcast\", \"author\": [{ \"family\": \"Barris\", \"given\": \"Kenya\" }], "
    "\"issued\": \"2017-01-11\", \"title\": \"Lemons\", \"container\": \"Black-ish\"",
    QM_CITE_APA, "Barris, K. (2017, January 11). Lemons. In Black-ish." },
  { "\"kind\": \"chapter\", \"author\": [{ \"family\": \"Stork\", \"given\": \"Nigel E.\" }], "
    "\"issued\": \"1997\", \"title\": \"Measuring global biodiversity\", \"container\": "
    "\"Biodiversity II\", \"edition\": \"2\", \"pages\": \"41-68\", \"publisher\": \"Henry\"",
    QM_CITE_CHICAGO,
    "Stork, Nigel E. 1997. “Measuring global biodiversity.” In Biodiversity II, 2nd ed., 41–68. "
    "Henry." },
  { "\"kind\": \"article-journal\", \"author\": [{ \"family\": \"Keng\", \"given\": \"Shao-Hsun\" "
    "}], \"issued\": \"2017-03-09\", \"title\": \"Expanding college access\", \"container\": "
    "\"Journal of Human Capital\", \"pages\": \"1-34\"",
    QM_CITE_CHICAGO,
    "Keng, Shao-Hsun. 2017. “Expanding college access.” Journal of Human Capital, March, 1–34." },
  { "\"kind\": \"article-journal\", \"author\": [{ \"family\": \"Satterfield\", \"given\": "
    "\"Susan\" }], \"issued\": \"2016-04\", \"title\": \"Livy and the pax deum\", \"container\": "
    "\"Classical Philology\", \"volume\": \"111\", \"issue\": \"2\", \"pages\": \"165-176\"",
    QM_CITE_CHICAGO,
    "Satterfield, Susan. 2016. “Livy and the pax deum.” Classical Philology 111 (2): 165–76." },
  { "\"kind\": \"article-journal\", \"author\": [{ \"family\": \"Grady\", \"given\": \"J. S.\" }], "
    "\"issued\": \"2019\", \"title\": \"Emotions in storybooks\", \"container\": \"Psychology of "
    "Popular Media Culture\", \"volume\": \"8\", \"issue\": \"3\", \"pages\": \"207-217\"",
    QM_CITE_APA,
    "Grady, J. S. (2019). Emotions in storybooks. Psychology of Popular Media Culture, 8(3), "
    "207–217." },
  { "\"kind\": \"article-journal\", \"author\": [{ \"family\": \"Grady\", \"given\": \"J. S.\" }], "
    "\"issued\": \"2019\", \"title\": \"Emotions in storybooks\", \"container\": \"Psychology\", "
    "\"volume\": \"8\", \"issue\": \"3\", \"pages\": \"207-217\"",
    QM_CITE_ISO690,
    "GRADY, J. S. Emotions in storybooks. Psychology. 2019, vol. 8, no. 3, pp. 207–217." },
  { "\"kind\": \"motion_picture\", \"author\": [{ \"family\": \"Forman\", \"given\": \"Milos\" }], "
    "\"issued\": \"1975\", \"title\": \"Cuckoo\", \"publisher\": \"United Artists\"",
    QM_CITE_CHICAGO, "Forman, Milos. 1975. Cuckoo. United Artists." },
  { "\"kind\": \"speech\", \"author\": [{ \"family\": \"Maddox\", \"given\": \"S.\" }], "
    "\"issued\": \"2016-03-30\", \"title\": \"Power\"",
    QM_CITE_CHICAGO, "Maddox, S. 2016. “Power.” March 30." },
  { "\"kind\": \"article-newspaper\", \"title\": \"In Texas, Ad Heats Up Race\", \"container\": "
    "\"New York Times\", \"issued\": \"2002-07-30\"",
    QM_CITE_CHICAGO, "New York Times. 2002. “In Texas, Ad Heats Up Race,” July 30, 2002." },
  { "\"kind\": \"book\", \"author\": [{ \"family\": \"Lê\", \"given\": \"Văn An\" }, { \"family\": "
    "\"Trần\", \"given\": \"Lan\" }], \"title\": \"Sông\", \"issued\": \"2024\"",
    QM_CITE_CHICAGO, "Lê, Văn An, and Trần Lan. 2024. Sông." },
  { "\"kind\": \"book\", \"author\": [{ \"family\": \"Lê\", \"given\": \"Văn An\" }, { \"family\": "
    "\"王\", \"given\": \"小明\" }], \"title\": \"Sông\", \"issued\": \"2024\", \"language\": "
    "\"vi\"",
    QM_CITE_PLAIN, "“Sông”, by Lê Văn An, 王小明, publisher not given, 2024, in Vietnamese" },
};

static void
test_published_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++) {
    g_autofree char *file = g_strdup_printf (
        "{ \"quymo\": 1, \"title\": \"T\", \"sources\": [{ \"id\": \"s\", %s }], \"events\": [{ "
        "\"id\": \"e\", \"time\": \"2024\", \"statement\": \"s\", \"cites\": [{ \"source\": \"s\" "
        "}] }], \"charts\": [{ \"id\": \"c\", \"topic\": \"t\", \"name\": \"n\", \"summary\": "
        "\"s\", \"title\": \"t\", \"panels\": [{ \"claims\": [\"e\"] }] }] }",
        published[i].source);
    g_autoptr (GPtrArray) problems = qm_problem_array_new ();
    g_autoptr (QmDataset) dataset =
        qm_dataset_read ("published", file, strlen (file), qm_forms, problems);
    g_autofree char *text = NULL;

    g_assert_nonnull (dataset);
    text = qm_cite_source (&dataset->sources[0], published[i].style);
    g_assert_cmpstr (text, ==, published[i].expected);
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cite-reference/references-are-as-the-styles-have-them", test_reference_texts);
  g_test_add_func ("/cite-reference/published-examples", test_published_examples);
  return g_test_run ();
}
