/* Sources read from BibTeX, RIS and CSL-JSON, and whatever else somebody may call by these names.
 */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/words/cite.h"
#include "dataset/elements.h"
#include "edit/edit.h"
#include "edit/references.h"
#include "load-dataset.h"

#include <string.h>

static QmReferences *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  QmReferences *references = qm_references_read (text, strlen (text), qm_forms, &error);

  g_assert_no_error (error);
  return references;
}

/* The sources on a line each, and then the faults. */
static char *
tell (const QmReferences *references)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < references->sources->len; i++) {
    char *printed = cJSON_PrintUnformatted (references->sources->pdata[i]);

    g_string_append_printf (text, "%s\n", printed);
    cJSON_free (printed);
  }
  for (guint i = 0; i < references->faults->len; i++) {
    const QmReferenceFault *fault = references->faults->pdata[i];

    g_string_append_printf (text, "%d: %s\n", fault->line, fault->sentence);
  }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *text, *told;
} cases[] = {
  /* --- BibTeX --- */
  { "@book{b, title={A}, author={Jane Doe and {World Bank} and van der Roe, R.}, year=2001}",
    "{\"id\":\"b\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"},\"World "
    "Bank\",{\"family\":\"van der "
    "Roe\",\"given\":\"R.\"}],\"title\":\"A\",\"kind\":\"book\",\"issued\":\"2001\"}\n" },
  { "% none\n@comment{ x @book{n, title={No}} }\n@preamble{\"y\"}\n@string{p = \"The {P}\" # "
    "{ress}}\n"
    "@Article(k, Title = \"Stra{\\ss}e {\\&} {\\'{\\^e}} \\\"{o} \\v{S} \\d{\\^o}\", journal = p # "
    "{ 2}, month = feb, year = {1999}, pages = {1--2})",
    "{\"id\":\"k\",\"title\":\"Straße & ế ö Š ộ\",\"container\":\"The Press "
    "2\",\"kind\":\"article-journal\",\"issued\":\"1999-02\",\"pages\":\"1-2\"}\n" },
  { "@article{n, title={T}, entrysubtype={newspaper}, journal={P}, date={2025-07-22}, "
    "doi={https://doi.org/10.1000/182}, url={https://example.org/ế_b~c}, urldate={2025-08-01}}",
    "{\"id\":\"n\",\"title\":\"T\",\"container\":\"P\",\"kind\":\"article-newspaper\",\"issued\":"
    "\"2025-07-22\",\"doi\":\"10.1000/182\",\"url\":\"https://example.org/"
    "%E1%BA%BF_b~c\",\"accessed\":"
    "\"2025-08-01\"}\n" },
  { "@misc{m, title={[leaflet]}}\n\n@book{b, title={never\n@misc{n, title={T}}",
    "{\"id\":\"m\",\"describes\":\"leaflet\",\"kind\":\"document\"}\n"
    "{\"id\":\"n\",\"title\":\"T\",\"kind\":\"document\"}\n"
    "3: the entry “b” is not whole\n" },
  { "@misc{m, title={T}, isbn={123}, date={soon}}",
    "{\"id\":\"m\",\"title\":\"T\",\"kind\":\"document\"}\n"
    "1: m: issued: expected a date that exists, such as 2025, 2025-07 or 2025-07-22, found “soon”\n"
    "1: m: isbn: expected an ISBN whose last digit follows from the others, found “123”\n" },
  { "@article{a, title={T}, volume=8, number={3}}",
    "{\"id\":\"a\",\"title\":\"T\",\"kind\":\"article-journal\",\"volume\":\"8\",\"issue\":\"3\"}"
    "\n" },
  { "@misc{m, title={T}, howpublished = {\\url{https://example.org/a_b}}}",
    "{\"id\":\"m\",\"title\":\"T\",\"kind\":\"webpage\",\"url\":\"https://example.org/a_b\"}\n" },
  { "@book{b, year = 2001}", "1: b: –: expected the key “title” or “describes”, found none\n" },
  { "somebody@example.org", "" },
  /* --- RIS --- */
  { "TY  - JOUR\r\nAU  - Doe, Jane\r\nA1  - World Bank\r\nTI  - Rivers\r\nT2  - Journal\r\nPY  - "
    "2024\r\nDA  - 2024/03/09/\r\nVL  - 12\r\nIS  - 3\r\nSP  - 12\r\nEP  - 19\r\nDO  - "
    "10.1000/182\r\nER  - \r\n",
    "{\"id\":\"rivers\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"},\"World "
    "Bank\"],\"title\":\"Rivers\",\"container\":\"Journal\",\"kind\":\"article-journal\","
    "\"issued\":\"2024-03-09\",\"volume\":\"12\",\"issue\":\"3\",\"pages\":\"12-19\",\"doi\":\"10."
    "1000/182\"}\n" },
  { "TY  - NEWS\nID  - x\nT1  - One\nY1  - 2024//\nTY  - BOOK\nTI  - Two\nER  -\nTI  - Three\n",
    "{\"id\":\"x\",\"title\":\"One\",\"kind\":\"article-newspaper\",\"issued\":\"2024\"}\n"
    "{\"id\":\"two\",\"title\":\"Two\",\"kind\":\"book\"}\n8: “TI” stands in no reference\n" },
  /* --- CSL-JSON --- */
  { "[{\"id\":\"a\",\"type\":\"webpage\",\"title\":\"T\",\"author\":[{\"literal\":\"Office\"},"
    "{\"family\":\"Beauvoir\",\"given\":\"Simone\",\"non-dropping-particle\":\"de\"}],\"issued\":{"
    "\"date-parts\":[[\"2024\",3]]},\"accessed\":{\"raw\":\"2024-05-06\"}},7]",
    "{\"id\":\"a\",\"author\":[\"Office\",{\"family\":\"de "
    "Beauvoir\",\"given\":\"Simone\"}],\"title\":\"T\",\"kind\":\"webpage\",\"issued\":\"2024-03\","
    "\"accessed\":\"2024-05-06\"}\n0: item 2 is no object\n" },
  { "{\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"T\",\"volume\":8,\"issue\":\"3\"}",
    "{\"id\":\"a\",\"title\":\"T\",\"kind\":\"article-journal\",\"volume\":\"8\",\"issue\":\"3\"}"
    "\n" },
  { "{\"id\":\"a\",\"type\":\"book\",\"title\":\"<i>E. coli</i> and CO<sub>2</sub> <span "
    "class=\\\"nocase\\\">at</span> a < b\",\"author\":[{\"family\":\"King\",\"suffix\":\"Jr.\"}]}",
    "{\"id\":\"a\",\"author\":[{\"family\":\"King Jr.\"}],\"title\":\"E. coli and CO2 at a < b\","
    "\"kind\":\"book\"}\n" },
  { "{\"type\":\"novel\",\"title\":\"T\"}",
    "0: t: kind: expected a CSL type such as article-newspaper, book, report or webpage, found "
    "“novel”\n" },
  { "[\n{\"id\":1,]", "2: expected a key in quotation marks, found “]”\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmReferences) references = read_text (cases[i].text);
    g_autofree char *told = tell (references);

    g_assert_cmpstr (told, ==, cases[i].told);
  }
}

static void
test_what_is_no_such_file (void)
{
  static const char *const texts[] = { "", "a, b, c", "\xff@book{b, title={T}}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (qm_references_read (texts[i], strlen (texts[i]), qm_forms, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  }
}

static char *
cite_all (const QmDataset *dataset, QmCiteStyle style)
{
  g_autofree QmCited *cited = g_new0 (QmCited, dataset->n_sources);

  for (gsize i = 0; i < dataset->n_sources; i++)
    cited[i].source = &dataset->sources[i];
  return qm_cite (cited, dataset->n_sources, style);
}

/* What was exported comes back: the same bibliography is written of it. Nothing is added twice. */
static void
test_our_own_come_back (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "references.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);
  const QmCiteStyle styles[] = { QM_CITE_CSL_JSON, QM_CITE_RIS, QM_CITE_BIBTEX };
  g_autofree char *file = NULL;

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++) {
    g_autofree char *text = cite_all (dataset, styles[i]), *after = NULL;
    g_autoptr (QmReferences) references = read_text (text);
    QmEdit *edit = qm_edit_begin (file);
    g_autoptr (GPtrArray) ids = qm_references_add (edit, references);

    after = qm_edit_end (edit);
    g_assert_cmpuint (references->faults->len, ==, 0);
    g_assert_cmpuint (references->sources->len, ==, dataset->n_sources);
    g_assert_cmpstr (after, ==, file);
    for (guint j = 0; j < ids->len; j++) {
      const cJSON *source = references->sources->pdata[j];

      g_assert_null (ids->pdata[j]);
      g_assert_cmpstr (cJSON_GetObjectItemCaseSensitive (source, "id")->valuestring, ==,
                       dataset->sources[j].id);
    }
  }
}

static void
assert_kind_comes_back (QmSource source, const char *kind, QmCiteStyle style)
{
  QmCited cited = { .source = &source };
  g_autofree char *text = NULL;
  g_autoptr (QmReferences) references = NULL;

  source.kind = kind;
  text = qm_cite (&cited, 1, style);
  references = read_text (text);
  g_assert_cmpuint (references->sources->len, ==, 1);
  g_assert_cmpstr (cJSON_GetStringValue (
                       cJSON_GetObjectItemCaseSensitive (references->sources->pdata[0], "kind")),
                   ==, kind);
}

/* With and without what it appeared in, on which an entry of BibTeX depends. */
static void
test_every_kind_comes_back (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "references.json", NULL);
  g_autoptr (QmDataset) dataset = load_dataset (path);
  const QmCiteStyle styles[] = { QM_CITE_CSL_JSON, QM_CITE_RIS, QM_CITE_BIBTEX };
  const char *const *kinds = qm_field_find (qm_source_record.fields, "kind")->choices;

  for (gsize i = 0; kinds[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (styles); j++) {
      QmSource source = dataset->sources[0];

      source.container = source.title;
      assert_kind_comes_back (source, kinds[i], styles[j]);
      source.container = NULL;
      assert_kind_comes_back (source, kinds[i], styles[j]);
    }
}

static void
test_are_added (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "references.json", NULL);
  g_autofree char *file = NULL, *after = NULL;
  g_autoptr (QmReferences) references =
      read_text ("@book{news, title={Quite another}}\n@misc{m, title={x}, doi={10.1000/182}}");
  g_autoptr (GPtrArray) ids = NULL, problems = g_ptr_array_new ();
  g_autoptr (QmDataset) dataset = NULL;
  QmEdit *edit;

  g_assert_true (g_file_get_contents (path, &file, NULL, NULL));
  edit = qm_edit_begin (file);
  ids = qm_references_add (edit, references);
  g_assert_cmpstr (ids->pdata[0], ==, "news-2");
  g_assert_null (ids->pdata[1]);
  after = qm_edit_end (edit);
  dataset = qm_dataset_read ("d", after, strlen (after), qm_forms, problems);
  g_assert_nonnull (dataset);
  g_assert_cmpstr (qm_text_get (qm_dataset_find_source (dataset, "news-2")->title), ==,
                   "Quite another");
}

/* Whatever is done to a file, it ends, and what is taken is right. */
static void
test_changed_files (void)
{
  static const char signs[] = "{}\\\"'@#,=()[]%-\n ~$^";

  for (guint i = 0; i < 3000; i++) {
    const char *from = cases[i % G_N_ELEMENTS (cases)].text;
    g_autoptr (GString) text = g_string_new (from);

    for (int n = g_test_rand_int_range (1, 6); n > 0 && text->len > 0; n--) {
      gsize at = (gsize) g_test_rand_int_range (0, (int) text->len);
      char sign = signs[g_test_rand_int_range (0, (int) strlen (signs))];

      if (g_test_rand_bit ())
        g_string_insert_c (text, (gssize) at, sign);
      else
        g_string_truncate (text, g_test_rand_bit () ? at : text->len);
      if (at < text->len && (guchar) text->str[at] < 0x80)
        text->str[at] = sign;
    }
    qm_references_free (g_utf8_validate (text->str, -1, NULL) && strchr (text->str, '@') != NULL
                            ? read_text (text->str)
                            : read_text ("@x"));
  }
}

/* As deep as it is long. */
static void
test_deep_braces (void)
{
  g_autoptr (GString) text = g_string_new ("@book{b, title={");

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "{\\'");
  g_string_append (text, "T");
  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '}');
  g_string_append (text, "}}");
  qm_references_free (read_text (text->str));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

  g_test_add_func ("/references/each-becomes-a-source", test_cases);
  g_test_add_func ("/references/what-is-none-is-said-to-be-none", test_what_is_no_such_file);
  g_test_add_func ("/references/our-own-come-back", test_our_own_come_back);
  g_test_add_func ("/references/every-kind-comes-back", test_every_kind_comes_back);
  g_test_add_func ("/references/are-added-once", test_are_added);
  g_test_add_func ("/references/changed-files-are-read-or-refused", test_changed_files);
  g_test_add_func ("/references/braces-as-deep-as-the-file-is-long", test_deep_braces);
  return g_test_run ();
}
