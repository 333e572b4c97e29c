/* What is there is edited in a real window: each kind of entry, what is wrong at its field, and
 * every step undone, to the first byte. The fields themselves are in test-entry.c. */
#include "app/authoring/reference-row.h"
#include "chart/chart.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "dataset/extract.h"
#include "dataset/load.h"
#include "editing-fixture.h"

#include <glib/gstdio.h>

#define N_EDITS 10

static int
least_width (GtkWidget *dialog)
{
  int width;

  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* It fits the narrowest screen that GNOME designs for; and with texts of twice the size half of
 * one of 960 pixels. */
static void
assert_narrow (GtkWidget *dialog)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_assert_cmpint (least_width (dialog), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  settle ();
  g_assert_cmpint (least_width (dialog), <=, 480);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  settle ();
}

/* Of fewer than ten, the first again. */
static const char *
id_of (const QmDataset *dataset, const char *section, gsize i)
{
  if (g_str_equal (section, "sources"))
    return dataset->sources[i % dataset->n_sources].id;
  if (g_str_equal (section, "entities"))
    return dataset->entities[i % dataset->n_entities].id;
  if (g_str_equal (section, "measures"))
    return dataset->measures[i % dataset->n_measures].id;
  if (g_str_equal (section, "claims"))
    return dataset->claims[i % dataset->n_claims].id;
  return dataset->charts[i % dataset->n_charts].id;
}

/* Saves it; check has no word against the file, and it is that text. */
static void
assert_saved (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edited.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) read = NULL;
  g_autofree char *text = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (qm_document_save (fixture->document, file, NULL));
  g_assert_false (qm_document_is_modified (fixture->document));
  read = qm_dataset_load (path, qm_forms, problems, NULL);
  g_assert_nonnull (read);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_text (fixture, text);
}

static void
test_undone_to_the_byte (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const sections[] = { "sources", "entities", "measures", "claims", "charts" };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    for (gsize j = 0; j < N_EDITS; j++) {
      QmDataset *dataset = qm_document_get_dataset (fixture->document);
      g_autofree char *before = g_strdup (qm_document_get_text (fixture->document));
      GtkWidget *dialog = open_dialog (fixture, sections[i], id_of (dataset, sections[i], j));

      if (j == 0)
        assert_narrow (dialog);
      type_more (dialog);
      apply (dialog);
      g_assert_null (find_dialog (fixture));
      g_assert_cmpstr (qm_document_get_text (fixture->document), !=, before);
    }
  assert_saved (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (sections) * N_EDITS; i++)
    qm_session_undo (qm_window_get_session (fixture->window));
  assert_text (fixture, fixture->text);
  g_assert_true (qm_document_is_modified (fixture->document));
  assert_saved (fixture);
  assert_text (fixture, fixture->text);
}

/* Where it is, and all that was typed stays. */
static void
test_wrong_at_its_field (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "measures", "compute-bill");
  GtkWidget *grid = gtk_widget_get_parent (find_widget (dialog, GTK_TYPE_ENTRY));
  GtkWidget *entry = NULL, *problem = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_ENTRY (child))
      entry = child; /* the last: its unit */
    if (gtk_widget_has_css_class (child, "error"))
      problem = child;
  }
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such unit");
  apply (dialog);
  g_assert_true (find_dialog (fixture) == dialog);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (problem)), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "no such unit");
  assert_text (fixture, fixture->text);

  gtk_editable_set_text (GTK_EDITABLE (entry), "USD");
  type_more (dialog);
  apply (dialog);
  g_assert_null (find_dialog (fixture));
  g_assert_cmpstr (qm_document_get_text (fixture->document), !=, fixture->text);
}

static void
test_taken_out (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "sources", "scale-is-the-key");
  const char *id = "europe-genai-2023";

  /* Its claims speak of it. */
  press_label (dialog, "Remove source");
  g_assert_true (find_dialog (fixture) == dialog);
  assert_text (fixture, fixture->text);
  gtk_window_destroy (GTK_WINDOW (dialog));

  press_label (open_dialog (fixture, "claims", id), "Remove claim");
  g_assert_null (find_dialog (fixture));
  g_assert_null (qm_dataset_find_claim (qm_document_get_dataset (fixture->document), id));
  qm_session_undo (qm_window_get_session (fixture->window));
  assert_text (fixture, fixture->text);
}

static void
test_charts_change_places (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  QmSession *session = qm_window_get_session (fixture->window);
  g_autofree char *id = g_strdup (qm_session_get_chart (session)->id);

  gtk_widget_activate_action (window, "win.move-chart", "i", -1);
  assert_text (fixture, fixture->text);
  gtk_widget_activate_action (window, "win.move-chart", "i", 1);
  g_assert_cmpstr (qm_session_get_dataset (session)->charts[1].id, ==, id);
  g_assert_cmpstr (qm_session_get_chart (session)->id, ==, id);
  gtk_widget_activate_action (window, "win.move-chart", "i", -1);
  assert_text (fixture, fixture->text);
}

/* With undo, as any edit; and to reset a view is to go back to it. */
static void
test_a_view_becomes_the_authors (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  QmSession *session = qm_window_get_session (fixture->window);
  const QmChart *chart = NULL;
  g_auto (QmView) view = { 0 };

  g_assert_true (qm_view_from_json (qm_session_get_dataset (session),
                                    "{\"chart\":\"data-centre-gap\",\"hidden\":[\"china\"]}",
                                    &chart, &view, NULL));
  qm_session_show_chart (session, chart);
  qm_session_set_view (session, &view, NULL);
  gtk_widget_activate_action (window, "win.keep-view", NULL);
  chart = qm_session_get_chart (session);
  g_assert_cmpstr (chart->id, ==, "data-centre-gap");
  g_assert_cmpuint (qm_author_view (chart)->hidden->len, ==, 1);
  g_assert_true (qm_view_equal (qm_session_get_view (session), qm_author_view (chart)));
  /* Back in one step, with what the reader had chosen, and forth again. */
  qm_session_undo (session);
  assert_text (fixture, fixture->text);
  g_assert_true (qm_view_equal (qm_session_get_view (session), &qm_view_default));
  qm_session_redo (session);
  g_assert_cmpuint (qm_session_get_view (session)->hidden->len, ==, 1);
  qm_session_undo (session);
}

/* --- Parts of a chart --- */

static GtkWidget *
find_tip (GtkWidget *widget, const char *tip)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tip (child, tip);
  return found;
}

/* Each is one step, with what was typed before, and leaves the form open. */
static void
test_parts_are_added_moved_and_taken_out (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  g_autofree char *id = g_strdup (qm_session_get_chart (session)->id);
  const QmChart *chart = qm_session_get_chart (session);
  gsize n = chart->n_panels;
  g_autofree char *up = g_strdup_printf ("Move part %zu towards the beginning", n + 1);
  g_autofree char *out = g_strdup_printf ("Take part %zu out of the chart", n);
  const QmClaim *first = chart->panels[0].claims[0];

  type_more (open_dialog (fixture, "charts", id));
  press_label (find_dialog (fixture), "Add a part");
  chart = qm_session_get_chart (session);
  g_assert_cmpuint (chart->n_panels, ==, n + 1);
  g_assert_cmpuint (chart->panels[n].n_claims, >, 0);

  g_signal_emit_by_name (find_tip (find_dialog (fixture), up), "clicked");
  chart = qm_session_get_chart (session);
  g_assert_cmpuint (chart->n_panels, ==, n + 1);
  if (n == 1)
    g_assert_cmpstr (chart->panels[1].claims[0]->id, ==, first->id);

  g_signal_emit_by_name (find_tip (find_dialog (fixture), out), "clicked");
  g_assert_cmpuint (qm_session_get_chart (session)->n_panels, ==, n);
  gtk_window_destroy (GTK_WINDOW (find_dialog (fixture)));
  for (int i = 0; i < 3; i++)
    qm_session_undo (session);
  assert_text (fixture, fixture->text);
}

/* --- What is new --- */

static GtkWidget *
open_new (Fixture *fixture, const char *section, const char *title)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-entry", "s", section);
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, title);
  return dialog;
}

/* Applied at first with nothing typed, which is not enough. */
static void
add (Fixture *fixture, const char *section, const char *title, const char *const *typed)
{
  GtkWidget *dialog = open_new (fixture, section, title);
  g_autofree char *before = g_strdup (qm_document_get_text (fixture->document));

  apply (dialog);
  g_assert_true (find_dialog (fixture) == dialog);
  assert_text (fixture, before);
  for (; *typed != NULL; typed += 2)
    type_at (dialog, typed[0], typed[1]);
  apply (dialog);
  g_assert_null (find_dialog (fixture));
}

static void
test_what_is_new (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const source[] = { "Title", "An annual report", "Authors", "Hao, Karen", NULL };
  const char *const name[] = { "Name", "Laos", NULL };
  const char *const measure[] = { "Name", "Rice", "Unit", "tonne", NULL };
  const char *const claim[] = { "Number", "250 billion", "Statement", "It was 250 billion.", NULL };
  const char *const event[] = { "Time", "2024-05", "Statement", "Something began.", NULL };
  QmSession *session = qm_window_get_session (fixture->window);
  const QmDataset *dataset = qm_session_get_dataset (session);
  gsize n_charts;

  add (fixture, "sources", "New source", source);
  add (fixture, "entities", "New name", name);
  add (fixture, "measures", "New measure", measure);
  add (fixture, "claims", "New claim", claim);
  add (fixture, "events", "New event", event);
  dataset = qm_session_get_dataset (session);
  g_assert_cmpstr (dataset->sources[dataset->n_sources - 1].id, ==, "an-annual-report");
  g_assert_cmpstr (dataset->sources[dataset->n_sources - 1].authors[0].family, ==, "Hao");
  g_assert_cmpstr (dataset->entities[dataset->n_entities - 1].id, ==, "laos");
  g_assert_cmpstr (dataset->measures[dataset->n_measures - 1].id, ==, "rice");
  g_assert_nonnull (qm_dataset_find_claim (dataset, "something-began"));
  g_assert_true (qm_dataset_chart_has_claim (
      qm_session_get_chart (session), qm_dataset_find_claim (dataset, "it-was-250-billion")));

  n_charts = dataset->n_charts;
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-entry", "s", "charts");
  g_assert_cmpuint (qm_session_get_dataset (session)->n_charts, ==, n_charts + 1);
  for (int i = 0; i < 6; i++)
    qm_session_undo (session);
  assert_text (fixture, fixture->text);
}

static void
test_in_and_out_of_a_chart (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  QmSession *session = qm_window_get_session (fixture->window);
  const char *in = "us-to-china-data-centres", *out = "us-genai-2023";

  gtk_widget_activate_action (window, "win.take-out", "s", in);
  g_assert_false (
      qm_dataset_chart_has_claim (qm_session_get_chart (session),
                                  qm_dataset_find_claim (qm_session_get_dataset (session), in)));
  gtk_widget_activate_action (window, "win.put-in", "s", out);
  g_assert_true (
      qm_dataset_chart_has_claim (qm_session_get_chart (session),
                                  qm_dataset_find_claim (qm_session_get_dataset (session), out)));
  qm_session_undo (session);
  qm_session_undo (session);
  assert_text (fixture, fixture->text);
}

/* --- A chart in another dataset --- */

static void
wait_for_charts (Fixture *fixture, gsize n)
{
  for (int i = 0; i < 100 && qm_document_get_dataset (fixture->document)->n_charts != n; i++)
    settle ();
  g_assert_cmpuint (qm_document_get_dataset (fixture->document)->n_charts, ==, n);
}

static void
test_a_chart_is_copied_and_pasted (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  QmSession *session = qm_window_get_session (fixture->window);
  gsize n = qm_session_get_dataset (session)->n_charts;
  g_autofree char *id = g_strdup (qm_session_get_chart (session)->id);

  gtk_widget_activate_action (window, "win.copy-chart", NULL);
  gtk_widget_activate_action (window, "win.paste-chart", NULL);
  wait_for_charts (fixture, n + 1);
  g_assert_cmpstr (qm_session_get_chart (session)->id, !=, id);
  g_assert_true (g_str_has_prefix (qm_session_get_chart (session)->id, id));
  /* As any text: it is seen to be a chart. */
  gtk_widget_activate_action (window, "win.paste-text", NULL);
  wait_for_charts (fixture, n + 2);
  qm_session_undo (session);
  qm_session_undo (session);
  assert_text (fixture, fixture->text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), "{ \"quymo\": 1 }");
  gtk_widget_activate_action (window, "win.paste-chart", NULL);
  settle ();
  assert_text (fixture, fixture->text);
}

static gsize
count_charts (GFile *file)
{
  g_autoptr (QmDocument) document = qm_document_new (file, NULL);

  return qm_document_get_dataset (document)->n_charts;
}

/* Into the file, where no window has it; else as a step of that window. */
static void
test_a_chart_is_copied_to_a_file (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmSession *session = qm_window_get_session (fixture->window);
  const QmDataset *dataset = qm_session_get_dataset (session);
  g_autofree char *first = qm_dataset_extract (dataset, &dataset->charts[0]);
  g_autofree char *second = qm_dataset_extract (dataset, &dataset->charts[1]);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "other.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QmDocument) document = NULL;
  QmWindow *other;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, first, -1, NULL));
  qm_window_copy_chart_to (fixture->window, file, second);
  g_assert_cmpuint (count_charts (file), ==, 2);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window),
                                "“other.json” has the chart now, with its claims and sources"));
  assert_text (fixture, fixture->text);

  document = qm_document_new (file, NULL);
  other = qm_window_new_with_document (NULL, document);
  qm_window_copy_chart_to (fixture->window, file, second);
  g_assert_cmpuint (qm_document_get_dataset (document)->n_charts, ==, 3);
  g_assert_cmpuint (count_charts (file), ==, 2);
  qm_session_undo (qm_window_get_session (other));
  g_assert_cmpuint (qm_document_get_dataset (document)->n_charts, ==, 2);
  gtk_window_destroy (GTK_WINDOW (other));

  g_assert_true (g_file_set_contents (path, "none", -1, NULL));
  qm_window_copy_chart_to (fixture->window, file, second);
  g_assert_null (find_label (GTK_WIDGET (fixture->window),
                             "“other.json” has the chart now, with its claims and sources"));
  g_remove (path);
}

static const QmSource *
find_source (Fixture *fixture, const char *id)
{
  const QmDataset *dataset = qm_document_get_dataset (fixture->document);
  gsize i = 0;

  while (!g_str_equal (dataset->sources[i].id, id))
    i++;
  return &dataset->sources[i];
}

/* What the file does not say stays. */
static void
test_a_file_of_references_fills_a_source (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "sources", "scale-is-the-key");
  QmReferenceRow *row = QM_REFERENCE_ROW (find_widget (dialog, QM_TYPE_REFERENCE_ROW));
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "one.bib", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *address = g_strdup (find_source (fixture, "scale-is-the-key")->url);
  const QmSource *source;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (
      g_file_set_contents (path, "@article{a, title={Of rivers}, year={2020}}", -1, NULL));
  qm_reference_row_read (row, file);
  apply (dialog);
  source = find_source (fixture, "scale-is-the-key");
  g_assert_nonnull (address);
  g_assert_cmpstr (qm_text_get (source->title), ==, "Of rivers");
  g_assert_cmpstr (source->url, ==, address);
  qm_session_undo (qm_window_get_session (fixture->window));
  assert_text (fixture, fixture->text);
  g_remove (path);
}

/* What is computed from a claim goes with it, and that is said. */
static void
test_what_is_computed_goes_as_well (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) dataset = qm_dataset_ref (qm_document_get_dataset (fixture->document));
  g_autofree char *said = NULL;
  gsize i = 0, n;

  while (dataset->claims[i].derivation == NULL)
    i++;
  press_label (
      open_dialog (fixture, "claims", dataset->claims[i].derivation->operands[0].claim->id),
      "Remove claim");
  n = dataset->n_claims - qm_document_get_dataset (fixture->document)->n_claims - 1;
  g_assert_cmpuint (n, >, 0);
  said = g_strdup_printf (n == 1 ? "The dataset is changed, and %u claim that was computed from it "
                                   "removed as well"
                                 : "The dataset is changed, and %u claims that were computed from "
                                   "it removed as well",
                          (guint) n);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->window), said));
  qm_session_undo (qm_window_get_session (fixture->window));
  assert_text (fixture, fixture->text);
}

/* Who speaks of it is told, and there is nothing to keep. */
static void
test_what_is_used_is_not_removed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "sources", "scale-is-the-key");
  GtkLabel *problem = GTK_LABEL (find_by_css_class (dialog, "dialog-problem"));

  press_label (dialog, "Remove source");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (problem)));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (problem), "21 claims cite this source: “"));
  g_assert_false (gtk_widget_get_mapped (find_label (dialog, "Keep as draft")));
  gtk_window_close (GTK_WINDOW (dialog));
  assert_text (fixture, fixture->text);
}

int
main (int argc, char **argv)
{
  use_state_folder ();
  init_window_tests (&argc, &argv);

  add_editing_test ("/editing/undone-to-the-byte", test_undone_to_the_byte);
  add_editing_test ("/editing/wrong-at-its-field", test_wrong_at_its_field);
  add_editing_test ("/editing/taken-out", test_taken_out);
  add_editing_test ("/editing/charts-change-places", test_charts_change_places);
  add_editing_test ("/editing/a-view-becomes-the-authors", test_a_view_becomes_the_authors);
  add_editing_test ("/editing/parts-are-added-moved-and-taken-out",
                    test_parts_are_added_moved_and_taken_out);
  add_editing_test ("/editing/what-is-new", test_what_is_new);
  add_editing_test ("/editing/in-and-out-of-a-chart", test_in_and_out_of_a_chart);
  add_editing_test ("/editing/a-chart-is-copied-and-pasted", test_a_chart_is_copied_and_pasted);
  add_editing_test ("/editing/a-chart-is-copied-to-a-file", test_a_chart_is_copied_to_a_file);
  add_editing_test ("/editing/a-file-of-references-fills-a-source",
                    test_a_file_of_references_fills_a_source);
  add_editing_test ("/editing/what-is-computed-goes-as-well", test_what_is_computed_goes_as_well);
  add_editing_test ("/editing/what-is-used-is-not-removed", test_what_is_used_is_not_removed);
  return g_test_run ();
}
