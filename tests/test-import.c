/* Tables as offices publish them, made up, and the datasets that become of them. */
#define _POSIX_C_SOURCE 200809L /* the clocks */

#include "base/language.h"
#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/dataset-private.h"
#include "dataset/extract.h"
#include "dataset/unit.h"
#include "edit/import.h"
#include "edit/own-csv.h"
#include "edit/table-draft.h"
#include "export/csv.h"
#include "load-dataset.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>
#include <time.h>

static QmSheet *
read_table (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tables", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const QmChoices choices = { 0 };
  gsize length;
  QmSheet *sheet;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  sheet = qm_sheet_read (bytes, &choices, &error);
  g_assert_no_error (error);
  return sheet;
}

static char *
import (const char *name, const char *before)
{
  const QmSourceFields source = { .title = "An office", .kind = "dataset" };
  g_autoptr (QmSheet) sheet = read_table (name);
  g_autofree char *fresh = qm_edit_new_file (name);
  QmEdit *edit = qm_edit_begin (before != NULL ? before : fresh);
  QmChoices choices = { 0 };
  g_autoptr (GError) error = NULL;

  choices.words[QM_CHOOSE_DATES] = (char *) "day-first";
  g_assert_true (qm_import_put (edit, name, sheet, &choices, &source, qm_forms, &error));
  g_assert_no_error (error);
  return qm_edit_end (edit);
}

static QmDataset *
read_dataset (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *words = qm_problem_describe (problems->pdata[i]);

    g_test_message ("%s", words);
  }
  g_assert_nonnull (dataset);
  return dataset;
}

static void
test_five_tables_become_charts (void)
{
  static const struct {
    const char *name, *form, *id, *at, *statement;
    gsize n_claims, n_charts;
  } cases[] = {
    { "yearly.csv", "line", "gdp-by-country-laos-2019", "row 5, 2019",
      "GDP by country, Laos, 2019: US$18.7 billion.", 19, 1 },
    { "two-headers.csv", "line", "einwohner-norden-2022", "row 3, Einwohner (Tsd.) 2022",
      "Einwohner, Norden, 2022: 1.2045 million.", 11, 2 },
    { "german.csv", "bars", "arbeitslosenquote-bayern-arbeitslosenquote",
      "row 2, Arbeitslosenquote (%)", "Arbeitslosenquote, Bayern: 3.4%.", 5, 1 },
    { "poll.tsv", "bars", "men-yes-men", "row 2, Men (%)", "Men, Yes: 52%.", 8, 2 },
    { "monthly.csv", "line", "chi-so-gia-2024-01-chi-so-gia", "row 2, Chỉ số giá (nghìn tỷ đồng)",
      "Chỉ số giá, Jan 2024: ₫1.25 trillion.", 8, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = import (cases[i].name, NULL);
    g_autoptr (QmDataset) dataset = read_dataset (text);
    const QmClaim *first = &dataset->claims[0];
    g_autofree char *statement = qm_wording_statement (first);

    g_assert_cmpuint (dataset->n_claims, ==, cases[i].n_claims);
    g_assert_cmpuint (dataset->n_charts, ==, cases[i].n_charts);
    g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, cases[i].form);
    g_assert_cmpstr (first->id, ==, cases[i].id);
    g_assert_cmpstr (qm_text_get (first->citations[0].at), ==, cases[i].at);
    g_assert_cmpstr (statement, ==, cases[i].statement);
  }
}

static void
test_a_table_that_is_read_again_is_the_same (void)
{
  g_autofree char *once = import ("yearly.csv", NULL);
  g_autofree char *twice = import ("yearly.csv", once);
  g_auto (QmChoices) choices = { 0 };
  g_autofree char *source = NULL;

  g_assert_cmpstr (once, ==, twice);
  g_assert_true (qm_import_find_choices (once, "yearly.csv", &choices, &source));
  g_assert_cmpstr (choices.words[QM_CHOOSE_DATES], ==, "day-first");
  g_assert_cmpstr (source, ==, "an-office");
  g_assert_false (qm_import_find_choices (once, "another.csv", &choices, NULL));
}

static void
test_a_picture_carries_the_figures_of_its_chart (void)
{
  g_autofree char *one = import ("two-headers.csv", NULL);
  g_autoptr (QmDataset) dataset = read_dataset (one);
  g_autofree char *text = qm_dataset_extract (dataset, &dataset->charts[1]);
  g_autoptr (QmDataset) extract = read_dataset (text);

  g_assert_cmpuint (extract->n_charts, ==, 1);
  g_assert_cmpuint (extract->n_claims, ==, dataset->charts[1].panels[0].n_claims);
  g_assert_cmpstr (extract->claims[0].id, ==, dataset->charts[1].panels[0].claims[0]->id);
  g_assert_cmpfloat (extract->claims[0].quantity.value, ==,
                     dataset->charts[1].panels[0].claims[0]->quantity.value);
  g_assert_null (strstr (text, "\"import\""));
}

static void
test_what_is_wrong_in_a_table_has_its_place (void)
{
  static const struct {
    const char *before, *after, *pointer;
  } cases[] = {
    { "\"values\": [18.7,", "\"values\": [true,", "/tables/0/rows/0/values/0" },
    { "\"entity\": \"laos\"", "\"entity\": \"lao\"", "/tables/0/rows/0/entity" },
    { "\"values\": [18.7,", "\"values\": [", "/tables/0/rows/0/values" },
    { "\"source\": \"an-office\"", "\"source\": \"a\"", "/tables/0/source" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = import ("yearly.csv", NULL);
    g_auto (GStrv) parts = g_strsplit (text, cases[i].before, 2);
    g_autofree char *broken = g_strjoinv (cases[i].after, parts);
    g_autoptr (GPtrArray) problems = qm_problem_array_new ();
    QmDataset *dataset = qm_dataset_read ("", broken, strlen (broken), qm_forms, problems);

    g_assert_null (dataset);
    g_assert_cmpuint (problems->len, >, 0);
    g_assert_cmpstr (((const QmProblem *) problems->pdata[0])->pointer, ==, cases[i].pointer);
  }
}

static void
test_a_draft_comes_back_and_remembers_what_was_made (void)
{
  static const char cells[] = "A;B\nx;1,5\ny;2,5\n";
  const QmSourceFields source = { .title = "An office", .kind = "dataset", .issued = "2024" };
  g_autoptr (GBytes) bytes = g_bytes_new (cells, strlen (cells));
  g_autoptr (QmTableDraft) draft = qm_table_draft_new ("a.csv", "/x/a.csv", bytes);
  g_autoptr (QmTableDraft) again = NULL;
  g_autoptr (QmTableDraft) other = NULL;
  g_autofree char *json = NULL, *fresh = qm_edit_new_file ("Untitled"), *text = NULL, *chart = NULL;
  g_autoptr (QmSheet) sheet = NULL;
  g_autoptr (QmDataset) dataset = NULL;

  qm_choices_set (&draft->choices, QM_CHOOSE_UNIT, "km");
  qm_table_draft_set_typed (draft, "title", "Who");
  draft->form = g_strdup ("figure");
  json = qm_table_draft_to_json (draft);
  again = qm_table_draft_from_json (json);
  g_assert_cmpstr (again->name, ==, "a.csv");
  g_assert_cmpstr (again->path, ==, "/x/a.csv");
  g_assert_cmpstr (again->form, ==, "figure");
  g_assert_cmpstr (again->choices.words[QM_CHOOSE_UNIT], ==, "km");
  g_assert_cmpstr (qm_table_draft_get_typed (again, "title"), ==, "Who");
  g_assert_true (g_bytes_equal (again->bytes, bytes));

  sheet = qm_sheet_read (again->bytes, &again->choices, NULL);
  text = qm_table_draft_import (again, sheet, fresh, &source, qm_forms, &chart, NULL);
  dataset = read_dataset (text);
  g_assert_cmpstr (qm_text_get (dataset->title), ==, "B");
  g_assert_cmpstr (dataset->charts[0].id, ==, chart);
  g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, "figure");

  other = qm_table_draft_new ("a.csv", NULL, bytes);
  g_assert_false (qm_table_draft_remember (other, fresh));
  g_assert_true (qm_table_draft_remember (other, text));
  g_assert_cmpstr (other->choices.words[QM_CHOOSE_UNIT], ==, "km");
  g_assert_cmpstr (qm_table_draft_get_typed (other, "title"), ==, "An office");
  g_assert_cmpstr (qm_table_draft_get_typed (other, "issued"), ==, "2024");
}

/* --- Our own CSV --- */

/* All charts of a dataset, as their author shows them, as one CSV for programs. */
static GBytes *
write_own (const QmDataset *dataset)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    g_auto (QmViewedChart) viewed =
        qm_view_chart (qm_author_view (&dataset->charts[i]), &dataset->charts[i]);
    g_autoptr (GBytes) bytes = qm_csv_encode (dataset, &viewed, QM_CELLS_FOR_PROGRAMS);
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    const char *start = i == 0 ? text : strchr (text, '\n') + 1;

    g_string_append_len (all, start, (gssize) (length - (gsize) (start - text)));
  }
  return g_string_free_to_bytes (all);
}

static gboolean
is_same (double a, double b)
{
  return (isnan (a) && isnan (b)) || (isinf (a) && isinf (b)) || fabs (a - b) <= 1e-12 * fabs (a);
}

/* In all languages, with those of whom it speaks. */
static void
assert_same_text (const QmText *a, const QmText *b)
{
  gsize n_a, n_b;
  const QmEntity *const *about = qm_text_get_about (a, &n_a);
  const QmEntity *const *about_again = qm_text_get_about (b, &n_b);

  g_assert_cmpstr (qm_text_get (a), ==, qm_text_get (b));
  g_assert_true (qm_text_equal (a, b));
  g_assert_cmpuint (n_a, ==, n_b);
  for (gsize i = 0; i < n_a; i++)
    g_assert_cmpstr (about[i]->id, ==, about_again[i]->id);
}

static void
assert_same_source (const QmSource *a, const QmSource *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  assert_same_text (a->title, b->title);
  assert_same_text (a->container, b->container);
  assert_same_text (a->describes, b->describes);
  assert_same_text (a->read_as, b->read_as);
  g_assert_cmpstr (a->kind, ==, b->kind);
  g_assert_cmpstr (a->url, ==, b->url);
  assert_same_text (a->publisher, b->publisher);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpuint (a->n_authors, ==, b->n_authors);
  for (gsize i = 0; i < a->n_authors; i++) {
    g_assert_cmpstr (a->authors[i].name, ==, b->authors[i].name);
    g_assert_cmpstr (a->authors[i].family, ==, b->authors[i].family);
    g_assert_cmpstr (a->authors[i].given, ==, b->authors[i].given);
  }
  g_assert_cmpmem (&a->issued, sizeof a->issued, &b->issued, sizeof b->issued);
  g_assert_cmpmem (&a->accessed, sizeof a->accessed, &b->accessed, sizeof b->accessed);
  assert_same_text (a->original_title, b->original_title);
  g_assert_cmpstr (a->edition, ==, b->edition);
  g_assert_cmpstr (a->volume, ==, b->volume);
  g_assert_cmpstr (a->issue, ==, b->issue);
  g_assert_cmpstr (a->pages, ==, b->pages);
  g_assert_cmpstr (a->doi, ==, b->doi);
  g_assert_cmpstr (a->isbn, ==, b->isbn);
  g_assert_cmpstr (a->archive, ==, b->archive);
}

static void
assert_same_figure (const QmClaim *a, const QmClaim *b)
{
  g_autofree char *unit = qm_unit_to_string (&a->unit);
  g_autofree char *unit_again = qm_unit_to_string (&b->unit);
  g_autofree char *measure_unit = qm_unit_to_string (&a->measure->unit);
  g_autofree char *measure_unit_again = qm_unit_to_string (&b->measure->unit);

  g_assert_cmpstr (a->to_entity != NULL ? a->to_entity->id : NULL, ==,
                   b->to_entity != NULL ? b->to_entity->id : NULL);
  if (a->to_entity != NULL) {
    assert_same_text (a->entity->name, b->entity->name);
    assert_same_text (a->to_entity->name, b->to_entity->name);
  }
  g_assert_cmpstr (a->measure->id, ==, b->measure->id);
  assert_same_text (a->measure->name, b->measure->name);
  g_assert_cmpstr (unit, ==, unit_again);
  g_assert_cmpstr (measure_unit, ==, measure_unit_again);
  if (a->unit.own != NULL)
    for (gsize i = 0; i < QM_N_PLURALS; i++)
      assert_same_text (a->unit.own->names[i], b->unit.own->names[i]);
  g_assert_true (is_same (a->quantity.value, b->quantity.value));
  g_assert_true (is_same (a->quantity.low, b->quantity.low));
  g_assert_true (is_same (a->quantity.high, b->quantity.high));
  g_assert_cmpmem (a->fraction, sizeof a->fraction, b->fraction, sizeof b->fraction);
  g_assert_cmpint (a->digits, ==, b->digits);
  g_assert_cmpint (a->quantity.precision, ==, b->quantity.precision);
  g_assert_cmpint (a->quantity.standing, ==, b->quantity.standing);
  g_assert_cmpstr (a->superseded_by != NULL ? a->superseded_by->id : NULL, ==,
                   b->superseded_by != NULL ? b->superseded_by->id : NULL);
  g_assert_cmpuint (a->derivation != NULL ? a->derivation->operation : 99, ==,
                    b->derivation != NULL ? b->derivation->operation : 99);
}

static void
assert_same_statement (const QmClaim *a, const QmClaim *b)
{
  const char *const *languages = qm_language_list ();

  for (gsize i = 0; i < QM_N_LANGUAGES; i++) {
    g_autofree char *statement = NULL, *again = NULL;

    qm_language_use_here (languages[i]);
    statement = qm_wording_statement (a);
    again = qm_wording_statement (b);
    qm_language_use_here (NULL);
    g_assert_cmpstr (statement, ==, again);
  }
}

static void
assert_same_claim (const QmClaim *a, const QmClaim *b)
{
  g_autofree char *time = qm_claim_time_to_string (&a->time);
  g_autofree char *time_again = qm_claim_time_to_string (&b->time);

  assert_same_statement (a, b);
  if (!a->is_from_table)
    assert_same_text (a->statement, b->statement);
  assert_same_text (a->caveat, b->caveat);
  assert_same_text (a->label, b->label);
  g_assert_cmpstr (a->checked_by, ==, b->checked_by);
  g_assert_cmpmem (&a->checked_on, sizeof a->checked_on, &b->checked_on, sizeof b->checked_on);
  g_assert_cmpstr (time, ==, time_again);
  assert_same_text (a->time.words, b->time.words);
  g_assert_cmpint (a->kind, ==, b->kind);
  assert_same_text (a->no_figure, b->no_figure);
  g_assert_cmpuint (a->n_above, ==, b->n_above);
  for (gsize i = 0; i < a->n_above; i++)
    assert_same_text (a->above[i]->name, b->above[i]->name);
  g_assert_cmpstr (a->entity != NULL ? a->entity->id : NULL, ==,
                   b->entity != NULL ? b->entity->id : NULL);
  g_assert_cmpuint (a->n_citations, ==, b->n_citations);
  for (gsize i = 0; i < a->n_citations; i++) {
    assert_same_source (a->citations[i].source, b->citations[i].source);
    assert_same_text (a->citations[i].at, b->citations[i].at);
    assert_same_text (a->citations[i].via, b->citations[i].via);
    g_assert_cmpstr (a->citations[i].quote.exact, ==, b->citations[i].quote.exact);
    g_assert_cmpstr (a->citations[i].quote.before, ==, b->citations[i].quote.before);
    g_assert_cmpstr (a->citations[i].quote.after, ==, b->citations[i].quote.after);
    g_assert_cmpstr (a->citations[i].quote.language, ==, b->citations[i].quote.language);
  }
  if (a->measure != NULL)
    assert_same_figure (a, b);
}

static void
assert_same_claims (const QmDataset *dataset, const QmDataset *again)
{
  for (gsize i = 0; i < dataset->n_charts; i++)
    for (gsize j = 0; j < dataset->charts[i].n_panels; j++)
      for (gsize k = 0; k < dataset->charts[i].panels[j].n_claims; k++) {
        const QmClaim *claim = dataset->charts[i].panels[j].claims[k];
        const QmClaim *found = qm_dataset_find_claim (again, claim->id);

        g_test_message ("%s", claim->id);
        g_assert_nonnull (found);
        assert_same_claim (claim, found);
      }
}

static void
assert_same_looks (const QmDataset *dataset, const QmDataset *again)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < dataset->n_entities; i++)
    g_hash_table_insert (ids, (gpointer) dataset->entities[i].id, (gpointer) &dataset->entities[i]);
  for (gsize i = 0; i < again->n_entities; i++) {
    const QmEntity *b = &again->entities[i], *a = g_hash_table_lookup (ids, b->id);

    g_test_message ("%s", b->id);
    assert_same_text (a->name, b->name);
    assert_same_text (a->short_name, b->short_name);
    g_assert_cmpint (a->identity, ==, b->identity);
    g_assert_cmpint (a->is_muted, ==, b->is_muted);
    g_assert_cmpstr (a->part_of != NULL ? a->part_of->id : NULL, ==,
                     b->part_of != NULL ? b->part_of->id : NULL);
  }
}

static void
assert_same_charts (const QmDataset *dataset, const QmDataset *again)
{
  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *a = &dataset->charts[i], *b = &again->charts[i];

    g_assert_cmpstr (a->id, ==, b->id);
    assert_same_text (a->topic, b->topic);
    assert_same_text (a->name, b->name);
    assert_same_text (a->summary, b->summary);
    assert_same_text (a->title, b->title);
    assert_same_text (a->subtitle, b->subtitle);
    assert_same_text (a->note, b->note);
    g_assert_true (cJSON_Compare (a->view, b->view, TRUE) || (a->view == NULL && b->view == NULL));
    g_assert_cmpuint (a->n_panels, ==, b->n_panels);
    for (gsize j = 0; j < a->n_panels; j++) {
      g_assert_true (a->panels[j].form == b->panels[j].form);
      assert_same_text (a->panels[j].title, b->panels[j].title);
      assert_same_text (a->panels[j].subtitle, b->panels[j].subtitle);
      assert_same_text (a->panels[j].note, b->panels[j].note);
      g_assert_cmpuint (a->panels[j].n_claims, ==, b->panels[j].n_claims);
      for (gsize k = 0; k < a->panels[j].n_claims; k++)
        g_assert_cmpstr (a->panels[j].claims[k]->id, ==, b->panels[j].claims[k]->id);
    }
  }
}

static void
assert_comes_back (const QmDataset *dataset)
{
  g_autoptr (GBytes) bytes = write_own (dataset);
  const QmChoices choices = { 0 };
  g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);
  g_autofree char *fresh = qm_edit_new_file ("Again"), *chart = NULL, *text = NULL, *twice = NULL;
  g_autoptr (QmDataset) again = NULL;

  g_assert_true (qm_own_csv_recognizes (sheet));
  text = qm_own_csv_import (sheet, fresh, qm_forms, &chart);
  again = read_dataset (text);
  g_assert_cmpuint (again->n_charts, ==, dataset->n_charts);
  g_assert_cmpstr (chart, ==, dataset->charts[0].id);
  assert_same_claims (dataset, again);
  assert_same_charts (dataset, again);
  assert_same_looks (dataset, again);
  g_clear_pointer (&chart, g_free);
  twice = qm_own_csv_import (sheet, text, qm_forms, &chart);
  g_assert_cmpstr (twice, ==, text);
  g_assert_null (chart);
}

/* The entity of the chart's last claim of one. */
static const char *
find_entity (const QmChart *chart)
{
  const char *id = NULL;

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j]->entity != NULL)
        id = chart->panels[i].claims[j]->entity->id;
  return id;
}

/* With an author of all charts who does not show an entity, or divides by it, where it can be done;
 * NULL where nothing can. */
static QmDataset *
change_view (const QmDataset *dataset, gboolean hides)
{
  cJSON *json = cJSON_Duplicate (qm_dataset_get_json (dataset), TRUE);
  cJSON *charts = cJSON_GetObjectItemCaseSensitive (json, "charts");
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *changed = NULL;

  for (gsize i = 0; i < dataset->n_charts; i++) {
    cJSON *chart = cJSON_GetArrayItem (charts, (int) i), *view = cJSON_CreateObject ();
    cJSON *before = cJSON_DetachItemFromObjectCaseSensitive (chart, "view");
    const char *id = find_entity (&dataset->charts[i]);
    g_autofree char *text = NULL;
    QmDataset *now;

    if (hides)
      cJSON_AddItemToObject (view, "hidden", cJSON_CreateStringArray (&id, id != NULL));
    else
      cJSON_AddStringToObject (view, "relative_to", id != NULL ? id : "");
    cJSON_AddItemToObject (chart, "view", view);
    text = cJSON_PrintUnformatted (json);
    now = qm_dataset_read ("changed", text, strlen (text), qm_forms, problems);
    if (now != NULL) {
      g_clear_pointer (&changed, qm_dataset_unref);
      changed = now;
      cJSON_Delete (before);
      continue;
    }
    cJSON_DeleteItemFromObjectCaseSensitive (chart, "view");
    if (before != NULL)
      cJSON_AddItemToObject (chart, "view", before);
  }
  cJSON_Delete (json);
  return changed;
}

static void
test_what_we_wrote_comes_back_whole (gconstpointer path)
{
  g_autoptr (QmDataset) dataset = load_dataset (path);

  assert_comes_back (dataset);
}

static void
test_what_is_not_shown_comes_back (gconstpointer path)
{
  g_autoptr (QmDataset) dataset = load_dataset (path);

  for (int hides = 0; hides <= 1; hides++) {
    g_autoptr (QmDataset) changed = change_view (dataset, hides);

    if (changed != NULL)
      assert_comes_back (changed);
    else
      g_test_skip ("none of its charts can be shown so");
  }
}

/* What somebody has changed in a cell stands, whatever the last column has. */
static void
test_what_no_column_has_may_be_anything (void)
{
  static const char table[] =
      "chart,claim,entity,entity_id,measure,measure_id,time,value,unit,precision,standing,"
      "source_id,source_title,statement,caveat,rest\r\n"
      "c,a,Laos,laos,GDP,gdp,2024,5,USD,exact,reported,s,An office,It is five.,Changed.,\"%s\"\r\n";
  static const struct {
    const char *rest, *part_of;
    gboolean is_in_two;
  } cases[] = {
    { "{'entities':[{'id':'laos','part_of':'asia'},{'id':'asia','name':'Asia'}],'claims':[{'id':'a'"
      ","
      "'statement':{'en':'It is five.','vi':'Bằng 5.'},'caveat':{'en':'Old.','vi':'Cũ.'}}]}",
      "asia", TRUE },
    { "{'entities':[{'id':'laos','part_of':'nobody'}]}", NULL, FALSE },
    { "{'claims':[{'id':'a','cites':[[1,[2]],3],'statement':{'en':'It is five.','vi':7}},[[]],4]}",
      NULL, FALSE },
    { "{'entities", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf (table, cases[i].rest), *chart = NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    const QmChoices choices = { 0 };
    g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);
    g_autofree char *fresh = qm_edit_new_file ("Again");
    g_autofree char *made = qm_own_csv_import (sheet, fresh, qm_forms, &chart);
    g_autoptr (QmDataset) dataset = read_dataset (made);
    const QmClaim *claim = qm_dataset_find_claim (dataset, "a");
    const QmEntity *whole = claim->entity->part_of;

    g_assert_cmpstr (whole != NULL ? whole->id : NULL, ==, cases[i].part_of);
    g_assert_true ((qm_text_get_variant (claim->statement, 1) != NULL) == cases[i].is_in_two);
    g_assert_cmpstr (qm_text_get_variant (claim->caveat, 0), ==, "Changed.");
    g_assert_null (qm_text_get_variant (claim->caveat, 1));
  }
}

/* What was computed from claims that are not there is no longer computed, and says so. */
static void
test_a_computed_claim_without_its_operands_is_flagged (void)
{
  static const char row[] =
      "chart,claim,entity,entity_id,to_entity_id,measure,measure_id,time,value,low,high,unit,"
      "precision,standing,computation,source_id,source_title,paragraph,quote,statement,caveat\r\n"
      "c,a,Laos,laos,,GDP,gdp,2024,5,,,USD,about,derived,x / y,s,An office,p. 3,\"\"\"five\"\"\","
      "It is five.,'=1\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new (row, strlen (row));
  const QmChoices choices = { 0 };
  g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, NULL);
  g_autofree char *fresh = qm_edit_new_file ("Again"), *chart = NULL;
  g_autofree char *text = qm_own_csv_import (sheet, fresh, qm_forms, &chart);
  g_autoptr (QmDataset) dataset = read_dataset (text);
  const QmClaim *claim = qm_dataset_find_claim (dataset, "a");

  g_assert_cmpint (claim->quantity.standing, ==, QM_STATED);
  g_assert_cmpint (claim->quantity.precision, ==, QM_ABOUT);
  g_assert_cmpstr (qm_text_get (claim->caveat), ==,
                   "Computed by x / y, which is not in the table. =1");
  g_assert_cmpstr (claim->citations[0].quote.exact, ==, "\"five\"");
}

/* Whatever the number of years, even or odd: two of each are a change, more a line. */
static void
test_years_become_a_line (void)
{
  static const struct {
    guint n_entities, n_years;
    const char *form;
  } shapes[] = { { 3, 4, "line" }, { 4, 5, "line" }, { 1, 8, "line" }, { 5, 2, "dumbbell" } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (GString) table = g_string_new ("Country");
    const QmSourceFields source = { .title = "An office", .kind = "dataset" };
    const QmChoices choices = { 0 };
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (QmSheet) sheet = NULL;
    g_autoptr (QmDataset) dataset = NULL;
    g_autofree char *fresh = qm_edit_new_file ("Years"), *text = NULL;
    QmEdit *edit = qm_edit_begin (fresh);

    for (guint year = 0; year < shapes[i].n_years; year++)
      g_string_append_printf (table, ",%u", 2001 + year);
    for (guint entity = 0; entity < shapes[i].n_entities; entity++) {
      g_string_append_printf (table, "\nLand %c", 'A' + entity);
      for (guint year = 0; year < shapes[i].n_years; year++)
        g_string_append_printf (table, ",%u.5", 10 * entity + year);
    }
    bytes = g_bytes_new (table->str, table->len);
    sheet = qm_sheet_read (bytes, &choices, NULL);
    g_assert_true (qm_import_put (edit, "years.csv", sheet, &choices, &source, qm_forms, NULL));
    text = qm_edit_end (edit);
    dataset = read_dataset (text);
    g_assert_cmpstr (dataset->charts[0].panels[0].form->name, ==, shapes[i].form);
  }
}

/* Seconds of this thread. */
static double
time_import (guint n_columns)
{
  const QmSourceFields source = { .title = "An office", .kind = "dataset" };
  const QmChoices choices = { 0 };
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QmSheet) sheet = NULL;
  g_autofree char *fresh = qm_edit_new_file ("Goods");
  QmEdit *edit = qm_edit_begin (fresh);
  struct timespec before, after;

  for (guint line = 1; line <= 10; line++) {
    g_string_append_printf (table, "Country %u", line);
    for (guint i = 1; i <= n_columns; i++)
      g_string_append_printf (table, line == 1 ? ",Product %u" : ",%u", line * i);
    g_string_append_c (table, '\n');
  }
  bytes = g_bytes_new (table->str, table->len);
  sheet = qm_sheet_read (bytes, &choices, NULL);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &before);
  g_assert_true (qm_import_put (edit, "goods", sheet, &choices, &source, qm_forms, NULL));
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &after);
  qm_edit_free (edit);
  return difftime (after.tv_sec, before.tv_sec) + (double) (after.tv_nsec - before.tv_nsec) / 1e9;
}

static void
test_hundreds_of_columns_are_not_read_hundreds_of_times (void)
{
  double few = G_MAXDOUBLE, many = G_MAXDOUBLE;

  for (int run = 0; run < 3; run++) {
    few = fmin (few, time_import (20));
    many = fmin (many, time_import (200));
  }
  g_test_message ("%.1f ms, then %.1f ms", few * 1e3, many * 1e3);
  g_assert_cmpfloat (many, <, 20 * few);
}

static void
add_own (const char *path, gboolean is_unshown)
{
  g_autofree char *whole =
      g_strconcat ("/import/what-we-wrote-comes-back-whole/", g_path_skip_root (path), NULL);
  g_autofree char *unshown =
      g_strconcat ("/import/what-is-not-shown-comes-back/", g_path_skip_root (path), NULL);

  g_test_add_data_func_full (whole, g_strdup (path), test_what_we_wrote_comes_back_whole, g_free);
  if (is_unshown)
    g_test_add_data_func_full (unshown, g_strdup (path), test_what_is_not_shown_comes_back, g_free);
}

/* Other datasets, too, whose paths it is given. */
int
main (int argc, char **argv)
{
  static const char *const ours[] = { "energy.json",   "sums.json",        "zero.json",
                                      "complete.json", "degrees.json",     "disasters.json",
                                      "life.json",     "only-events.json", "poll.json",
                                      "saiene.json",   "smallest.json",    "times.json" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/five-tables-become-charts", test_five_tables_become_charts);
  g_test_add_func ("/import/a-table-that-is-read-again-is-the-same",
                   test_a_table_that_is_read_again_is_the_same);
  g_test_add_func ("/import/a-picture-carries-the-figures-of-its-chart",
                   test_a_picture_carries_the_figures_of_its_chart);
  g_test_add_func ("/import/what-is-wrong-in-a-table-has-its-place",
                   test_what_is_wrong_in_a_table_has_its_place);

  g_test_add_func ("/import/a-draft-comes-back-and-remembers-what-was-made",
                   test_a_draft_comes_back_and_remembers_what_was_made);

  g_test_add_func ("/import/what-no-column-has-may-be-anything",
                   test_what_no_column_has_may_be_anything);
  g_test_add_data_func ("/import/what-we-wrote-comes-back-whole/built-in", NULL,
                        test_what_we_wrote_comes_back_whole);
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++) {
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", ours[i], NULL);

    add_own (path, i < 3);
  }
  for (int i = 1; i < argc; i++)
    add_own (argv[i], TRUE);
  g_test_add_func ("/import/a-computed-claim-without-its-operands-is-flagged",
                   test_a_computed_claim_without_its_operands_is_flagged);

  g_test_add_func ("/import/years-become-a-line", test_years_become_a_line);
  g_test_add_func ("/import/hundreds-of-columns-are-not-read-hundreds-of-times",
                   test_hundreds_of_columns_are_not_read_hundreds_of_times);
  return g_test_run ();
}
