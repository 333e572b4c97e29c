/* An entry that is not right yet is kept as a draft, with what is wrong with it where it is seen;
 * the dataset stays as it is until it is right. */
#include "app/editing/drafts-notice.h"
#include "editing-fixture.h"

static GtkWidget *
find_notice (Fixture *fixture)
{
  GtkWidget *notice = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_DRAFTS_NOTICE);

  return notice != NULL && gtk_widget_get_visible (notice) ? find_label (notice, "Edit…") : NULL;
}

static gboolean
says_draft_at (Fixture *fixture, const char *id)
{
  QmSession *session = qm_window_get_session (fixture->window);
  GtkWidget *label;

  qm_session_go_to_claim (session, qm_dataset_find_claim (qm_session_get_dataset (session), id));
  settle ();
  label = find_by_css_class (GTK_WIDGET (fixture->window), "draft");
  g_assert_nonnull (label);
  return gtk_widget_get_visible (label) && gtk_label_get_text (GTK_LABEL (label))[0] != '\0';
}

static const char *
computed_from (Fixture *fixture, const char *id)
{
  const QmDataset *dataset = qm_document_get_dataset (fixture->document);

  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmDerivation *derivation = dataset->claims[i].derivation;

    for (gsize j = 0; derivation != NULL && j < derivation->n_operands; j++)
      if (derivation->operands[j].claim != NULL &&
          g_str_equal (derivation->operands[j].claim->id, id))
        return dataset->claims[i].id;
  }
  g_assert_not_reached ();
}

static GtkWidget *
find_error (GtkWidget *widget)
{
  GtkWidget *found =
      gtk_widget_has_css_class (widget, "error") && gtk_widget_get_visible (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_error (child);
  return found;
}

/* It is kept with what is wrong with it, the dataset stays as it is, and once right it is gone. */
static void
test_a_draft_is_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "claims", "us-genai-2023");

  g_assert_false (gtk_widget_get_mapped (find_label (dialog, "Keep as draft")));
  g_assert_null (find_error (dialog));
  type_at (dialog, "Number", "a lot");
  apply (dialog);
  press_label (dialog, "Keep as draft");
  g_assert_null (find_dialog (fixture));
  assert_text (fixture, fixture->text);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-evidence", NULL);
  settle ();
  /* It is told above the chart, and at the claims that it is of or that are computed from it. */
  g_assert_nonnull (find_notice (fixture));
  /* The button goes with the draft, and would take the keyboard along. */
  g_assert_false (gtk_widget_get_focus_on_click (gtk_widget_get_ancestor (
      find_label (GTK_WIDGET (fixture->window), "Drop the draft"), GTK_TYPE_BUTTON)));
  g_assert_true (says_draft_at (fixture, "us-genai-2023"));
  g_assert_true (says_draft_at (fixture, computed_from (fixture, "us-genai-2023")));
  g_assert_false (says_draft_at (fixture, "world-compute-bill-2030"));

  gtk_window_destroy (GTK_WINDOW (open_dialog (fixture, "claims", "europe-genai-2023")));
  dialog = open_dialog (fixture, "claims", "us-genai-2023");
  entry_at (dialog, "a lot");
  g_assert_nonnull (find_error (dialog));
  type_at (dialog, "Number", "24 billion");
  apply (dialog);
  g_assert_null (find_dialog (fixture));
  g_assert_null (find_notice (fixture));
  g_assert_false (says_draft_at (fixture, "us-genai-2023"));
  dialog = open_dialog (fixture, "claims", "us-genai-2023");
  entry_at (dialog, "24 billion");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Also below a field that is the last one in sight. */
static void
test_what_is_wrong_is_in_sight (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const fields[] = { "Date", "DOI", "ISBN", "Read on", "Language" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    GtkWidget *dialog = open_dialog (fixture, "sources", "scale-is-the-key"), *error, *scroller;
    graphene_rect_t bounds;

    settle ();
    type_at (dialog, fields[i], "soon, or never");
    apply (dialog);
    error = find_error (dialog);
    g_assert_nonnull (error);
    scroller = gtk_widget_get_ancestor (error, GTK_TYPE_SCROLLED_WINDOW);
    /* GTK moves to the field at its leisure. */
    for (int n = 0; n < 20 && (n == 0 || bounds.origin.y + bounds.size.height >
                                             gtk_widget_get_height (scroller));
         n++) {
      settle ();
      g_assert_true (gtk_widget_compute_bounds (error, scroller, &bounds));
    }
    g_test_message ("%s: %g + %g of %d", fields[i], bounds.origin.y, bounds.size.height,
                    gtk_widget_get_height (scroller));
    g_assert_cmpfloat (bounds.origin.y, >=, 0);
    g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
    gtk_window_destroy (GTK_WINDOW (dialog));
  }
}

/* What is right in itself, but leaves another claim without what it is computed from: that one
 * stays as it was, and all of it is there again in another window. */
static void
test_what_no_longer_computes_is_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "claims", "europe-genai-2023");
  g_autofree char *entries = NULL;

  type_at (dialog, "Number", "0");
  apply (dialog);
  g_assert_null (find_dialog (fixture));
  assert_text (fixture, fixture->text);
  g_assert_nonnull (find_notice (fixture));

  entries = g_strdup (qm_document_get_entries (fixture->document));
  g_assert_nonnull (entries);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = qm_window_new_with_document (NULL, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_nonnull (find_notice (fixture));
  g_assert_cmpstr (qm_document_get_entries (fixture->document), ==, entries);
  dialog = open_dialog (fixture, "claims", "europe-genai-2023");
  entry_at (dialog, "0");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_widget_get_ancestor (
      find_label (GTK_WIDGET (fixture->window), "Drop the draft"), GTK_TYPE_BUTTON));
  press_label (GTK_WIDGET (fixture->window), "Drop the draft");
  settle ();
  /* What stands below the notice has the keyboard. */
  g_assert_true (GTK_IS_TOGGLE_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_null (find_notice (fixture));
  g_assert_null (qm_document_get_entries (fixture->document));
}

int
main (int argc, char **argv)
{
  use_state_folder ();
  init_window_tests (&argc, &argv);

  add_editing_test ("/drafts/a-draft-is-kept", test_a_draft_is_kept);
  add_editing_test ("/drafts/what-no-longer-computes-is-kept",
                    test_what_no_longer_computes_is_kept);
  add_editing_test ("/drafts/what-is-wrong-is-in-sight", test_what_is_wrong_is_in_sight);
  return g_test_run ();
}
