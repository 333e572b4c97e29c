/* Citations in every style, of sources that are hard to write. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/cite.h"
#include "load-dataset.h"

#include <cjson/cJSON.h>
#include <string.h>

static QmDataset *
load_hard_dataset (void)
{
  return load_dataset (g_test_get_filename (G_TEST_DIST, "data", "citations.json", NULL));
}

typedef struct {
  const char *language;
  const char *claim, *source; /* one of both */
  QmCiteStyle style;
  const char *expected;
} Case;

static const Case cases[] = {
  /* --- Plain text --- */
  { "en", NULL, "full", QM_CITE_PLAIN,
    "“Rice in the delta”, The Delta Times, 29 Feb 2024, read as a summary, "
    "https://example.org/rice_(delta)?page=1#top" },
  { "vi", NULL, "full", QM_CITE_PLAIN,
    "“Lúa ở đồng bằng”, The Delta Times, 29/2/2024, đọc qua bản tóm tắt, "
    "https://example.org/rice_(delta)?page=1#top" },
  { "en", NULL, "no-title", QM_CITE_PLAIN,
    "leaflet on rice, publisher not given, Jul 2023, https://example.org/leaflet" },
  { "vi", NULL, "no-title", QM_CITE_PLAIN,
    "tờ rơi về lúa, không rõ nhà xuất bản, 7/2023, https://example.org/leaflet" },
  { "en", NULL, "no-container", QM_CITE_PLAIN,
    "“An atlas of NASA’s rice”, publisher not given, 2001" },
  { "en", NULL, "no-date", QM_CITE_PLAIN, "“Rice”, Web of Rice" },
  { "en", NULL, "only-described", QM_CITE_PLAIN, "a letter, publisher not given" },
  { "en", NULL, "described-too", QM_CITE_PLAIN,
    "“Rice & co”, a report of a ministry, publisher not given, 1 Dec 987" },
  { "en", "alpha-rice", NULL, QM_CITE_PLAIN,
    "Alpha grew rice for US$300.\n"
    "“Rice in the delta”, The Delta Times, 29 Feb 2024, ¶4, read as a summary, "
    "https://example.org/rice_(delta)?page=1#top\n"
    "leaflet on rice, publisher not given, Jul 2023, through the miller, "
    "https://example.org/leaflet\n"
    "“Rice in the delta”, The Delta Times, 29 Feb 2024, ¶9, through the miller, "
    "read as a summary, https://example.org/rice_(delta)?page=1#top" },
  { "vi", "alpha-rice", NULL, QM_CITE_PLAIN,
    "An-pha trồng lúa trị giá 300 USD.\n"
    "“Lúa ở đồng bằng”, The Delta Times, 29/2/2024, ¶4, đọc qua bản tóm tắt, "
    "https://example.org/rice_(delta)?page=1#top\n"
    "tờ rơi về lúa, không rõ nhà xuất bản, 7/2023, theo người xay lúa, "
    "https://example.org/leaflet\n"
    "“Lúa ở đồng bằng”, The Delta Times, 29/2/2024, ¶9, theo người xay lúa, "
    "đọc qua bản tóm tắt, https://example.org/rice_(delta)?page=1#top" },
  { "en", "quoted-rice", NULL, QM_CITE_PLAIN,
    "Nearly US$300 before.\n"
    "“Rice in the delta”, The Delta Times, 29 Feb 2024, ¶2, “gần 300 đô-la” (Vietnamese), read as "
    "a "
    "summary, https://example.org/rice_(delta)?page=1#top\n"
    "leaflet on rice, publisher not given, Jul 2023, “nearly 300”, https://example.org/leaflet" },
  { "vi", "quoted-rice", NULL, QM_CITE_MARKDOWN,
    "Trước đó gần 300 USD.\n\n"
    "- [“Lúa ở đồng bằng”](https://example.org/rice_\\(delta\\)?page=1#top), *The Delta Times*, "
    "29/2/2024, ¶2, “gần 300 đô-la”, đọc qua bản tóm tắt\n"
    "- [tờ rơi về lúa](https://example.org/leaflet), không rõ nhà xuất bản, 7/2023, “nearly 300”" },
  { "en", "beta-rice", NULL, QM_CITE_PLAIN,
    "Beta then grows less than US$50. "
    "Computed from US$300 (Alpha) ÷ more than 6 (Alpha to Beta, projected). "
    "Nobody counted Beta’s.\n"
    "“Rice in the delta”, The Delta Times, 29 Feb 2024, ¶4, read as a summary, "
    "https://example.org/rice_(delta)?page=1#top\n"
    "leaflet on rice, publisher not given, Jul 2023, through the miller, "
    "https://example.org/leaflet\n"
    "“Rice in the delta”, The Delta Times, 29 Feb 2024, ¶9, through the miller, "
    "read as a summary, https://example.org/rice_(delta)?page=1#top\n"
    "“An atlas of NASA’s rice”, publisher not given, 2001, p. 7" },
  { "en", "flood", NULL, QM_CITE_PLAIN, "It rained.\n“Rice”, Web of Rice" },

  /* --- Markdown --- */
  { "en", NULL, "full", QM_CITE_MARKDOWN,
    "[“Rice in the delta”](https://example.org/rice_\\(delta\\)?page=1#top), "
    "*The Delta Times*, 29 Feb 2024, read as a summary" },
  { "en", NULL, "no-title", QM_CITE_MARKDOWN,
    "[leaflet on rice](https://example.org/leaflet), publisher not given, Jul 2023" },
  { "en", NULL, "no-date", QM_CITE_MARKDOWN, "“Rice”, *Web of Rice*" },
  { "en", NULL, "described-too", QM_CITE_MARKDOWN,
    "“Rice & co”, a report of a ministry, publisher not given, 1 Dec 987" },
  { "en", NULL, "-", QM_CITE_MARKDOWN, "“Boảng - tả”, *\\**" },
  { "en", "order", NULL, QM_CITE_MARKDOWN,
    "1\\. Beta stands \\*above\\* Alpha.\n\n"
    "- [“\\\\LaTeX & \\[R&D\\] of \\_Ours\\_: 100 % \\*true\\* #1, \\$5–\\$6, \\~c\\^2 "
    "\\<b\\> \\`x\\` a--b \\&amp; {}”]"
    "(https://example.org/a%20b/%C3%BC%7B1%7D?q=%20&r=x_y~z), "
    "*A\\_B & “C” \\| D*, 31 Dec 1999, p. {5}\\_6, read as 2) #1 \\@home" },
  { "en", "ratio", NULL, QM_CITE_MARKDOWN,
    "Alpha will grow more than six times as much as Beta.\n\n"
    "- “An atlas of NASA’s rice”, publisher not given, 2001, p. 7\n"
    "- [“Rice in the delta”](https://example.org/rice_\\(delta\\)?page=1#top), "
    "*The Delta Times*, 29 Feb 2024, ¶4, read as a summary" },

  /* --- BibTeX --- */
  { "vi", NULL, "full", QM_CITE_BIBTEX,
    "@article{full,\n"
    "  title = {{Lúa ở đồng bằng}},\n"
    "  journal = {The Delta Times},\n"
    "  entrysubtype = {newspaper},\n"
    "  date = {2024-02-29},\n"
    "  year = {2024},\n"
    "  month = feb,\n"
    "  url = {https://example.org/rice_(delta)?page=1#top},\n"
    "  note = {đọc qua bản tóm tắt}\n"
    "}" },
  { "en", NULL, "no-title", QM_CITE_BIBTEX,
    "@misc{no-title,\n"
    "  title = {{[leaflet on rice]}},\n"
    "  entrysubtype = {pamphlet},\n"
    "  year = {2023},\n"
    "  month = jul,\n"
    "  url = {https://example.org/leaflet}\n"
    "}" },
  { "en", NULL, "no-container", QM_CITE_BIBTEX,
    "@book{no-container,\n"
    "  title = {{An atlas of NASA’s rice}},\n"
    "  year = {2001}\n"
    "}" },
  { "en", NULL, "no-date", QM_CITE_BIBTEX,
    "@misc{no-date,\n"
    "  title = {{Rice}},\n"
    "  howpublished = {Web of Rice}\n"
    "}" },
  { "en", NULL, "only-described", QM_CITE_BIBTEX,
    "@misc{only-described,\n"
    "  title = {{[a letter]}},\n"
    "  entrysubtype = {article-newspaper}\n"
    "}" },
  { "en", NULL, "-", QM_CITE_BIBTEX,
    "@article{-,\n"
    "  title = {{Boảng - tả}},\n"
    "  journal = { * },\n"
    "  entrysubtype = {review}\n"
    "}" },
  { "vi", NULL, "1-2", QM_CITE_BIBTEX,
    "@inproceedings{1-2,\n"
    "  title = {{{\\#}Kỷ yếu}},\n"
    "  booktitle = {Hội thảo},\n"
    "  year = {2020},\n"
    "  month = may\n"
    "}" },
  { "en", "order", NULL, QM_CITE_BIBTEX,
    "@article{signs,\n"
    "  title = {{{\\textbackslash}LaTeX {\\&} [R{\\&}D] of {\\_}Ours{\\_}: 100 {\\%} *true* "
    "{\\#}1, {\\$}5–{\\$}6, {\\textasciitilde}c{\\textasciicircum}2 {\\textless}b{\\textgreater} "
    "`x` a-{}-b {\\&}amp; {\\textbraceleft}{\\textbraceright}}},\n"
    "  journal = {A{\\_}B {\\&} “C” {\\textbar} D},\n"
    "  entrysubtype = {magazine},\n"
    "  date = {1999-12-31},\n"
    "  year = {1999},\n"
    "  month = dec,\n"
    "  url = {https://example.org/a%20b/%C3%BC%7B1%7D?q=%20&r=x_y~z},\n"
    "  note = {p. {\\textbraceleft}5{\\textbraceright}{\\_}6; read as 2) {\\#}1 @home}\n"
    "}" },
  { "en", "ratio", NULL, QM_CITE_BIBTEX,
    "@book{no-container,\n"
    "  title = {{An atlas of NASA’s rice}},\n"
    "  year = {2001},\n"
    "  note = {p. 7}\n"
    "}\n\n"
    "@article{full,\n"
    "  title = {{Rice in the delta}},\n"
    "  journal = {The Delta Times},\n"
    "  entrysubtype = {newspaper},\n"
    "  date = {2024-02-29},\n"
    "  year = {2024},\n"
    "  month = feb,\n"
    "  url = {https://example.org/rice_(delta)?page=1#top},\n"
    "  note = {¶4; read as a summary}\n"
    "}" },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (QmDataset) dataset = NULL;
  g_autofree char *text = NULL;

  g_assert_true (qm_language_use (expected->language));
  dataset = load_hard_dataset ();
  if (expected->claim != NULL)
    text = qm_cite_claim (qm_dataset_find_claim (dataset, expected->claim), expected->style);
  else
    text = qm_cite_source (qm_dataset_find_source (dataset, expected->source), expected->style);
  g_assert_cmpstr (text, ==, expected->expected);
}

/* --- CSL-JSON --- */

/* The items are compared without their layout. */
static void
assert_items (const char *text, const char *expected)
{
  cJSON *items = cJSON_Parse (text);
  char *printed;

  g_assert_nonnull (items);
  printed = cJSON_PrintUnformatted (items);
  g_assert_cmpstr (printed, ==, expected);
  cJSON_free (printed);
  cJSON_Delete (items);
}

static void
test_csl_json (void)
{
  static const struct {
    const char *language, *source, *expected;
  } items[] = {
    { "en", "full",
      "[{\"id\":\"full\",\"type\":\"article-newspaper\",\"title\":\"Rice in the delta\","
      "\"container-title\":\"The Delta Times\",\"issued\":{\"date-parts\":[[2024,2,29]]},"
      "\"URL\":\"https://example.org/rice_(delta)?page=1#top\",\"note\":\"read as a summary\"}]" },
    { "vi", "no-title",
      "[{\"id\":\"no-title\",\"type\":\"pamphlet\",\"title\":\"[tờ rơi về lúa]\","
      "\"issued\":{\"date-parts\":[[2023,7]]},\"URL\":\"https://example.org/leaflet\"}]" },
    { "en", "no-container",
      "[{\"id\":\"no-container\",\"type\":\"book\",\"title\":\"An atlas of NASA’s rice\","
      "\"issued\":{\"date-parts\":[[2001]]}}]" },
    { "en", "only-described",
      "[{\"id\":\"only-described\",\"type\":\"article-newspaper\",\"title\":\"[a letter]\"}]" },
    { "en", "signs",
      "[{\"id\":\"signs\",\"type\":\"article-magazine\",\"title\":"
      "\"\\\\LaTeX & [R&D] of _Ours_: 100 % *true* #1, $5–$6, ~c^2 <b> `x` a--b &amp; {}\","
      "\"container-title\":\"A_B & “C” | D\",\"issued\":{\"date-parts\":[[1999,12,31]]},"
      "\"URL\":\"https://example.org/a%20b/%C3%BC%7B1%7D?q=%20&r=x_y~z\","
      "\"note\":\"read as 2) #1 @home\"}]" },
    { "en", "-",
      "[{\"id\":\"-\",\"type\":\"review\",\"title\":\"Boảng\\n- tả\","
      "\"container-title\":\" * \"}]" },
  };
  g_autoptr (QmDataset) dataset = load_hard_dataset ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++) {
    const QmSource *source = qm_dataset_find_source (dataset, items[i].source);
    g_autofree char *text = NULL;

    g_assert_true (qm_language_use (items[i].language));
    text = qm_cite_source (source, QM_CITE_CSL_JSON);
    assert_items (text, items[i].expected);
  }
}

/* --- Several --- */

static void
test_each_source_is_in_a_bibliography_once (void)
{
  g_autoptr (QmDataset) dataset = load_hard_dataset ();
  const QmCited cited[] = {
    { .claim = qm_dataset_find_claim (dataset, "flood") },
    { .source = qm_dataset_find_source (dataset, "full") },
    { .claim = qm_dataset_find_claim (dataset, "alpha-rice") },
    { .claim = qm_dataset_find_claim (dataset, "alpha-rice") },
  };
  g_autofree char *json = NULL, *bibtex = NULL;

  g_assert_true (qm_language_use ("en"));
  json = qm_cite (cited, G_N_ELEMENTS (cited), QM_CITE_CSL_JSON);
  assert_items (json, "[{\"id\":\"no-date\",\"type\":\"webpage\",\"title\":\"Rice\","
                      "\"container-title\":\"Web of Rice\"},"
                      "{\"id\":\"full\",\"type\":\"article-newspaper\",\"title\":"
                      "\"Rice in the delta\",\"container-title\":\"The Delta Times\","
                      "\"issued\":{\"date-parts\":[[2024,2,29]]},"
                      "\"URL\":\"https://example.org/rice_(delta)?page=1#top\","
                      "\"note\":\"¶4; ¶9, through the miller; read as a summary\"},"
                      "{\"id\":\"no-title\",\"type\":\"pamphlet\",\"title\":"
                      "\"[leaflet on rice]\",\"issued\":{\"date-parts\":[[2023,7]]},"
                      "\"URL\":\"https://example.org/leaflet\",\"note\":\"through the miller\"}]");
  bibtex = qm_cite (cited, G_N_ELEMENTS (cited), QM_CITE_BIBTEX);
  g_assert_true (g_str_has_prefix (bibtex, "@misc{no-date,\n"));
  g_assert_nonnull (strstr (bibtex, "\n}\n\n@article{full,\n"));
  g_assert_nonnull (strstr (bibtex, "\n}\n\n@misc{no-title,\n"));
  g_assert_cmpint (bibtex[strlen (bibtex) - 1], ==, '}');
}

/* Also where others stand between them. */
static void
test_each_place_is_noted_once (void)
{
  static const char *const ids[] = { "china-industrial-share-2025", "china-industrial-share-2030",
                                     "us-genai-2023", "us-ai-infrastructure-2024",
                                     "china-to-us-industrial-share-2030" };
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  QmCited cited[G_N_ELEMENTS (ids)] = { 0 };
  g_autofree char *bibtex = NULL;

  g_assert_true (qm_language_use ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    cited[i].claim = qm_dataset_find_claim (dataset, ids[i]);
  bibtex = qm_cite (cited, G_N_ELEMENTS (cited), QM_CITE_BIBTEX);
  g_assert_nonnull (strstr (bibtex, "note = {¶9; ¶5; ¶4; read as a Vietnamese summary}"));
}

static void
test_several_are_told_one_after_another (void)
{
  g_autoptr (QmDataset) dataset = load_hard_dataset ();
  const QmCited cited[] = {
    { .claim = qm_dataset_find_claim (dataset, "flood") },
    { .source = qm_dataset_find_source (dataset, "only-described") },
  };
  g_autofree char *plain = NULL, *markdown = NULL, *nothing = NULL;

  g_assert_true (qm_language_use ("en"));
  plain = qm_cite (cited, G_N_ELEMENTS (cited), QM_CITE_PLAIN);
  g_assert_cmpstr (plain, ==, "It rained.\n“Rice”, Web of Rice\n\na letter, publisher not given");
  markdown = qm_cite (cited, G_N_ELEMENTS (cited), QM_CITE_MARKDOWN);
  g_assert_cmpstr (markdown, ==,
                   "It rained.\n\n- “Rice”, *Web of Rice*\n\na letter, publisher not given");
  nothing = qm_cite (NULL, 0, QM_CITE_CSL_JSON);
  g_assert_cmpstr (nothing, ==, "[]");
}

/* --- Every claim there is --- */

static void
assert_braces_pair_up (const char *bibtex)
{
  int depth = 0;

  for (const char *c = bibtex; *c != '\0'; c++) {
    depth += *c == '{' ? 1 : *c == '}' ? -1 : 0;
    g_assert_cmpint (depth, >=, 0);
  }
  g_assert_cmpint (depth, ==, 0);
}

static void
assert_is_cited (const QmClaim *claim)
{
  g_autofree char *plain = qm_cite_claim (claim, QM_CITE_PLAIN);
  g_autofree char *bibtex = qm_cite_claim (claim, QM_CITE_BIBTEX);
  g_autofree char *json = qm_cite_claim (claim, QM_CITE_CSL_JSON);

  g_assert_true (g_str_has_prefix (plain, qm_text_get (claim->statement)));
  assert_braces_pair_up (bibtex);
  for (gsize i = 0; i < claim->n_citations; i++) {
    const QmCitation *citation = &claim->citations[i];
    g_autofree char *entry = g_strdup_printf ("{%s,\n", citation->source->id);

    g_assert_nonnull (strstr (bibtex, entry));
    for (gsize j = 0; citation->at != NULL && j < 2; j++)
      g_assert_nonnull (strstr (j == 0 ? plain : json, qm_text_get (citation->at)));
  }
}

static void
test_every_claim_is_cited_whole (void)
{
  for (gsize i = 0; qm_language_list ()[i] != NULL; i++) {
    g_autoptr (QmDataset) built_in = load_dataset (NULL);
    g_autoptr (QmDataset) hard = load_hard_dataset ();

    g_assert_true (qm_language_use (qm_language_list ()[i]));
    for (gsize j = 0; j < built_in->n_claims; j++)
      assert_is_cited (&built_in->claims[j]);
    for (gsize j = 0; j < hard->n_claims; j++)
      assert_is_cited (&hard->claims[j]);
  }
}

static void
test_styles_are_found_by_id (void)
{
  QmCiteStyle style = QM_N_CITE_STYLES;

  g_assert_false (qm_cite_style_find ("harvard", &style));
  g_assert_cmpint (style, ==, QM_N_CITE_STYLES);
  for (int i = 0; i < QM_N_CITE_STYLES; i++) {
    g_assert_true (qm_cite_style_find (qm_cite_style_info ((QmCiteStyle) i)->id, &style));
    g_assert_cmpint (style, ==, i);
    g_assert_nonnull (qm_cite_style_info (style)->name);
  }
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *each = &cases[i];
    g_autofree char *path =
        g_strdup_printf ("/cite/%s/%s/%s", qm_cite_style_info (each->style)->id,
                         each->claim != NULL ? each->claim : each->source, each->language);

    g_test_add_data_func (path, each, test_case);
  }
  g_test_add_func ("/cite/csl-json", test_csl_json);
  g_test_add_func ("/cite/each-source-is-in-a-bibliography-once",
                   test_each_source_is_in_a_bibliography_once);
  g_test_add_func ("/cite/each-place-is-noted-once", test_each_place_is_noted_once);
  g_test_add_func ("/cite/several-are-told-one-after-another",
                   test_several_are_told_one_after_another);
  g_test_add_func ("/cite/every-claim-is-cited-whole", test_every_claim_is_cited_whole);
  g_test_add_func ("/cite/styles-are-found-by-id", test_styles_are_found_by_id);
  return g_test_run ();
}
