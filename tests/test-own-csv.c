/* Our own CSV comes back as the dataset that it was written of, also of charts that do not show all
 * of their claims. */
#include "base/language.h"
#include "chart/view/author-view.h"
#include "chart/view/view-offers.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/dataset-private.h"
#include "dataset/unit.h"
#include "edit/own-csv.h"
#include "export/csv.h"
#include "load-dataset.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

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
  again = read_dataset_text (text);
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

/* A reader who divides by one takes home what was divided as well. */
static void
check_divided (const QmDataset *dataset, const QmChart *chart)
{
  const GPtrArray *offered = qm_view_offers (chart)->relative_to;
  const QmEntity *one = offered->len > 0 ? offered->pdata[0] : NULL;
  QmView view = *qm_author_view (chart);
  g_auto (QmViewedChart) viewed = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const QmChoices choices = { 0 };
  g_autoptr (QmSheet) sheet = NULL;
  g_autofree char *fresh = qm_edit_new_file ("Again"), *made = NULL, *text = NULL;
  g_autoptr (QmDataset) again = NULL;

  if (one == NULL || view.relative_to == one)
    return;
  view.relative_to = one;
  viewed = qm_view_chart (&view, chart);
  bytes = qm_csv_encode (dataset, &viewed, QM_CELLS_FOR_PROGRAMS);
  sheet = qm_sheet_read (bytes, &choices, NULL);
  text = qm_own_csv_import (sheet, fresh, qm_forms, &made);
  again = read_dataset_text (text);
  for (gsize i = 0; i < viewed.chart.n_panels; i++)
    for (gsize j = 0; j < viewed.chart.panels[i].n_claims; j++) {
      const QmClaim *claim = qm_viewed_original (&viewed, viewed.chart.panels[i].claims[j]);
      const QmClaim *found = qm_dataset_find_claim (again, claim->id);

      g_test_message ("%s", claim->id);
      g_assert_nonnull (found);
      g_assert_true (is_same (found->quantity.value, claim->quantity.value));
    }
}

static void
test_what_a_reader_divided_comes_back (gconstpointer path)
{
  g_autoptr (QmDataset) dataset = load_dataset (path);

  for (gsize i = 0; i < dataset->n_charts; i++)
    check_divided (dataset, &dataset->charts[i]);
}

static void
add_own (const char *path, gboolean is_unshown)
{
  g_autofree char *whole =
      g_strconcat ("/own-csv/what-we-wrote-comes-back-whole/", g_path_skip_root (path), NULL);
  g_autofree char *unshown =
      g_strconcat ("/own-csv/what-is-not-shown-comes-back/", g_path_skip_root (path), NULL);
  g_autofree char *divided =
      g_strconcat ("/own-csv/what-a-reader-divided-comes-back/", g_path_skip_root (path), NULL);

  g_test_add_data_func_full (divided, g_strdup (path), test_what_a_reader_divided_comes_back,
                             g_free);
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
  g_test_add_data_func ("/own-csv/what-we-wrote-comes-back-whole/built-in", NULL,
                        test_what_we_wrote_comes_back_whole);
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++) {
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", ours[i], NULL);

    add_own (path, i < 3);
  }
  for (int i = 1; i < argc; i++)
    add_own (argv[i], TRUE);
  return g_test_run ();
}
