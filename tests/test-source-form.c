/* The form of a source: filled by hand, by a reference that is pasted, by a file of references; and
 * that of a claim, where something is missing. And what is told of the figures of a text. */
#include "app/authoring/claim-form.h"
#include "app/authoring/reading-view.h"
#include "app/authoring/reference-row.h"
#include "app/authoring/source-form.h"
#include "app/widgets/access.h"
#include "edit/edit-private.h"
#include "edit/entry.h"
#include "edit/typed.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

/* "author=Doe, Jane|title=Rivers|": what is not blank. */
static char *
list_typed (GtkWidget *form)
{
  g_autoptr (GHashTable) typed = qm_typed_new ();
  g_autoptr (GList) keys = NULL;
  GString *text = g_string_new (NULL);

  qm_source_form_take (QM_SOURCE_FORM (form), typed);
  keys = g_list_sort (g_hash_table_get_keys (typed), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    if (qm_typed_get (typed, key->data)[0] != '\0')
      g_string_append_printf (text, "%s=%s|", (const char *) key->data,
                              qm_typed_get (typed, key->data));
  return g_string_free (text, FALSE);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_a_pasted_reference_fills_the_form (void)
{
  GtkWidget *form = g_object_ref_sink (g_object_new (QM_TYPE_SOURCE_FORM, NULL));
  g_autofree char *typed = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (form, "changed", G_CALLBACK (count_cb), &n_changes);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (form, GTK_TYPE_ENTRY)),
                         "@book{k,\n author = {Nguy{\\~{\\^e}}n, An and {River Office}},\n"
                         " title = {Rivers}, year = 2024, publisher = {Press}}");
  typed = list_typed (form);
  g_assert_cmpstr (typed, ==,
                   "author=Nguyễn, An; River Office|issued=2024|kind=book|publisher=Press|"
                   "title=Rivers|");
  g_assert_cmpuint (n_changes, >, 0);
  g_object_unref (form);
}

/* When and how it was read stays, unless a reference says when: also when another is chosen then.
 */
static void
test_a_reference_leaves_what_the_reader_knows (void)
{
  static const char *const references[] = { "@misc{k, title = {A}, urldate = {2020-03-04}}",
                                            "2020-03-04", "@misc{k, title = {A}, year = 2024}",
                                            "2026-01-02" };
  GtkWidget *form = g_object_ref_sink (g_object_new (QM_TYPE_SOURCE_FORM, NULL));
  g_autoptr (GHashTable) typed = qm_typed_new ();

  qm_typed_set (typed, "accessed", "2026-01-02");
  qm_typed_set (typed, "read_as", "a summary");
  qm_source_form_fill (QM_SOURCE_FORM (form), typed);
  for (gsize i = 0; i < G_N_ELEMENTS (references); i += 2) {
    gtk_editable_set_text (GTK_EDITABLE (find_widget (form, GTK_TYPE_ENTRY)), references[i]);
    qm_source_form_take (QM_SOURCE_FORM (form), typed);
    g_assert_cmpstr (qm_typed_get (typed, "accessed"), ==, references[i + 1]);
    g_assert_cmpstr (qm_typed_get (typed, "read_as"), ==, "a summary");
  }
  g_object_unref (form);
}

static void
test_a_source_without_a_title_is_one (void)
{
  GtkWidget *form = g_object_ref_sink (g_object_new (QM_TYPE_SOURCE_FORM, NULL));
  g_autoptr (GHashTable) typed = qm_typed_new ();
  QmSourceFields fields;

  qm_typed_set (typed, "describes", "a note on tea");
  g_assert_false (qm_source_form_is_filled (QM_SOURCE_FORM (form)));
  qm_source_form_fill (QM_SOURCE_FORM (form), typed);
  g_assert_true (qm_source_form_read (QM_SOURCE_FORM (form), &fields));
  g_assert_cmpstr (fields.describes, ==, "a note on tea");
  g_assert_cmpstr (fields.title, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (find_widget (form, GTK_TYPE_ENTRY)), "Tea");
  g_assert_true (qm_source_form_read (QM_SOURCE_FORM (form), &fields));
  g_assert_null (fields.describes);
  g_object_unref (form);
}

/* Once: were it the description of the field as well, it would be spoken with that again. */
static void
test_what_is_missing_is_spoken_once (void)
{
  GtkWidget *window = gtk_window_new (), *form = g_object_new (QM_TYPE_CLAIM_FORM, NULL), *field;
  g_autofree char *described = NULL;

  gtk_window_set_child (GTK_WINDOW (window), form);
  gtk_window_present (GTK_WINDOW (window));
  qm_claim_form_set_problem (QM_CLAIM_FORM (form), "Of what?", "measure");
  g_assert_cmpstr (qm_access_get_announced (form), ==, "Of what?");
  field = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_ENTRY);
  described = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Of what?", NULL);
  g_assert_nonnull (described);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is undone is not where the reader is, who has gone on; and what is done there is followed by
 * the next figure. */
static void
test_a_figure_that_changes_elsewhere_is_spoken (void)
{
  static const struct {
    gsize figure;
    gboolean is_dismissed;
    const char *told;
  } steps[] = {
    { 1, TRUE, "38%, figure 2 of 2, open" },
    { 0, TRUE, "412 bridges, figure 1 of 2, dismissed" },
    { 0, FALSE, "412 bridges, figure 1 of 2, open" },
  };
  GtkWidget *window = gtk_window_new (), *view = g_object_new (QM_TYPE_READING_VIEW, NULL);
  QmArticle *article = qm_article_new ("It had 412 bridges, of which 38% were old.");

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (view);
  qm_reading_view_set_article (QM_READING_VIEW (view), article);
  qm_reading_view_set_figure (QM_READING_VIEW (view), 1);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    qm_article_dismiss (article, steps[i].figure, steps[i].is_dismissed);
    qm_reading_view_update (QM_READING_VIEW (view));
    g_assert_cmpstr (qm_access_get_announced (view), ==, steps[i].told);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  qm_article_free (article);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* What the form has of it reaches the dataset: also what it does not show for every source. */
static void
assert_source (GtkWidget *form, const char *json)
{
  g_autofree char *text = qm_edit_new_file ("T");
  g_autoptr (QmEdit) edit = qm_edit_begin (text);
  QmSourceFields fields;
  cJSON *expected = cJSON_Parse (json);
  const cJSON *source, *field;

  g_assert_true (qm_source_form_read (QM_SOURCE_FORM (form), &fields));
  source = qm_edit_find (edit, "sources", qm_edit_put_source (edit, NULL, &fields), NULL);
  cJSON_ArrayForEach (field, expected)
    g_assert_true (
        cJSON_Compare (field, cJSON_GetObjectItemCaseSensitive (source, field->string), TRUE));
  g_assert_cmpint (cJSON_GetArraySize (source), ==, cJSON_GetArraySize (expected) + 1);
  cJSON_Delete (expected);
}

static void
test_a_file_of_references_fills_the_form (void)
{
  static const char *const text =
      "@inbook{a, author = {Doe, Jane}, title = {First}, year = 2024, pages = {3--9},\n"
      " booktitle = {All}, edition = {2}, volume = {4}, isbn = {978-0-306-40615-7}, publisher = "
      "{Press}}\n"
      "@misc{b, title = {Second}, year = 2025}\n"
      "@misc{c, year = {soon}}\n";
  GtkWidget *form = g_object_ref_sink (g_object_new (QM_TYPE_SOURCE_FORM, NULL));
  GtkWidget *row = find_widget (form, QM_TYPE_REFERENCE_ROW);
  GtkWidget *list = find_widget (row, GTK_TYPE_DROP_DOWN);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "references.bib", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_changes = 0;

  g_signal_connect_swapped (form, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  qm_reference_row_read (QM_REFERENCE_ROW (row), file);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (says (row, "references.bib, line 4"));
  assert_source (form,
                 "{\"title\":\"First\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"}],"
                 "\"container\":\"All\",\"kind\":\"chapter\",\"issued\":\"2024\","
                 "\"publisher\":\"Press\",\"edition\":\"2\",\"volume\":\"4\",\"pages\":\"3-9\","
                 "\"isbn\":\"978-0-306-40615-7\"}");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 1);
  g_assert_cmpuint (n_changes, ==, 2);
  assert_source (form, "{\"title\":\"Second\",\"kind\":\"document\",\"issued\":\"2025\"}");

  /* What is no such file changes nothing, and says so. */
  g_assert_true (g_file_set_contents (path, "a,b\n", -1, NULL));
  qm_reference_row_read (QM_REFERENCE_ROW (row), file);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_true (says (row, "references.bib: it is neither BibTeX nor RIS nor CSL-JSON"));
  g_unlink (path);
  g_rmdir (folder);
  g_object_unref (form);
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  g_test_add_func ("/source-form/a-pasted-reference-fills-it",
                   test_a_pasted_reference_fills_the_form);
  g_test_add_func ("/source-form/a-reference-leaves-what-the-reader-knows",
                   test_a_reference_leaves_what_the_reader_knows);
  g_test_add_func ("/source-form/a-source-without-a-title-is-one",
                   test_a_source_without_a_title_is_one);
  g_test_add_func ("/source-form/a-figure-that-changes-elsewhere-is-spoken",
                   test_a_figure_that_changes_elsewhere_is_spoken);
  g_test_add_func ("/source-form/what-is-missing-is-spoken-once",
                   test_what_is_missing_is_spoken_once);
  g_test_add_func ("/source-form/a-file-of-references-fills-it",
                   test_a_file_of_references_fills_the_form);
  return g_test_run ();
}
