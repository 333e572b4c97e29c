/* What is there is edited in a real window: each kind of entry, what is wrong at its field, and
 * every step undone, to the first byte. The fields themselves are in test-entry.c. */
#include "app/authoring/reference-row.h"
#include "app/authoring/source-form.h"
#include "app/chart-view/chart-view-private.h"
#include "app/editing/drafts-notice.h"
#include "app/files/document.h"
#include "app/sidebar/search-pane.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "dataset/extract.h"
#include "edit/edit-private.h"
#include "edit/entry.h"
#include "state-folder.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#define N_EDITS 10

typedef struct {
  QmState *state;
  QmDocument *document;
  QmWindow *window;
  char *text; /* of the dataset's file, at first */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* On a slow machine what was looked at last is written before the window is gone. */
  forget_state ();
  fixture->state = qm_state_load ();
  fixture->document = qm_document_new (NULL, fixture->state);
  fixture->window = qm_window_new_with_document (NULL, fixture->document);
  fixture->text = g_strdup (qm_document_get_text (fixture->document));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  qm_document_discard_draft (fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  qm_state_unref (fixture->state);
  g_free (fixture->text);
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *next = windows; next != NULL; next = next->next)
    if (gtk_window_get_transient_for (next->data) == GTK_WINDOW (fixture->window))
      return next->data;
  return NULL;
}

static GtkWidget *
open_dialog (Fixture *fixture, const char *section, const char *id)
{
  GtkWidget *dialog;

  g_test_message ("%s %s", section, id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-entry", "(ss)", section, id);
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  return dialog;
}

static void
apply (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

static void
assert_text (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (qm_document_get_text (fixture->document), ==, text);
}

/* It fits the narrowest screen that GNOME designs for: larger texts leave it room. */
static void
assert_narrow (GtkWidget *dialog)
{
  int width;

  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* The words of the field: in its long text where it has one, else in its first line. */
static void
type_more (GtkWidget *dialog)
{
  GtkWidget *text = find_widget (dialog, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer;
  GtkTextIter end;

  if (text == NULL) {
    gtk_editable_insert_text (GTK_EDITABLE (find_widget (dialog, GTK_TYPE_ENTRY)), "Q", -1,
                              &(int){ 0 });
    return;
  }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, " Q", -1);
}

static const char *
id_of (const QmDataset *dataset, const char *section, gsize i)
{
  if (g_str_equal (section, "sources"))
    return i < dataset->n_sources ? dataset->sources[i].id : NULL;
  if (g_str_equal (section, "entities"))
    return i < dataset->n_entities ? dataset->entities[i].id : NULL;
  if (g_str_equal (section, "measures"))
    return i < dataset->n_measures ? dataset->measures[i].id : NULL;
  if (g_str_equal (section, "claims"))
    return i < dataset->n_claims ? dataset->claims[i].id : NULL;
  return i < dataset->n_charts ? dataset->charts[i].id : NULL;
}

static void
test_undone_to_the_byte (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const sections[] = { "sources", "entities", "measures", "claims", "charts" };
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    for (gsize j = 0; j < N_EDITS; j++) {
      QmDataset *dataset = qm_document_get_dataset (fixture->document);
      g_autofree char *before = g_strdup (qm_document_get_text (fixture->document));
      const char *id = id_of (dataset, sections[i], j);
      GtkWidget *dialog = id != NULL ? open_dialog (fixture, sections[i], id) : NULL;

      if (dialog == NULL)
        continue;
      assert_narrow (dialog);
      type_more (dialog);
      apply (dialog);
      g_assert_null (find_dialog (fixture));
      g_assert_cmpstr (qm_document_get_text (fixture->document), !=, before);
      n++;
    }
  g_assert_cmpint (n, >, 40);
  for (int i = 0; i < n; i++)
    qm_session_undo (qm_window_get_session (fixture->window));
  assert_text (fixture, fixture->text);
  g_assert_false (qm_document_is_modified (fixture->document));
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

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* The button is pressed that takes the entry out. */
static void
take_out (GtkWidget *dialog, const char *label)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (dialog, label), GTK_TYPE_BUTTON),
                         "clicked");
}

static void
test_taken_out (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "sources", "scale-is-the-key");
  const char *id = "europe-genai-2023";

  /* Its claims speak of it. */
  take_out (dialog, "Remove source");
  g_assert_true (find_dialog (fixture) == dialog);
  assert_text (fixture, fixture->text);
  gtk_window_destroy (GTK_WINDOW (dialog));

  take_out (open_dialog (fixture, "claims", id), "Remove claim");
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

/* --- Where it is seen --- */

static QmChartView *
view_of (Fixture *fixture)
{
  return QM_CHART_VIEW (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CHART_VIEW));
}

/* What the pointer does, with that of its buttons. */
static void
press (Fixture *fixture, guint button, QmPoint point, int n_press)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (view_of (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button)
      g_signal_emit_by_name (controller, "pressed", n_press, point.x, point.y);
  }
  settle ();
}

/* The middle of the first shape of which is TRUE. */
static QmPoint
place_of (Fixture *fixture, gboolean (*is) (const QmShape *shape))
{
  gsize n_shapes;
  const QmShape *shapes =
      qm_scene_get_shapes (qm_chart_view_get_scene (view_of (fixture)), &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (is (&shapes[i]))
      return qm_rect_centre (shapes[i].bounds);
  g_assert_not_reached ();
}

static gboolean
is_title (const QmShape *shape)
{
  return shape->part == QM_PART_TITLE;
}

static gboolean
is_name (const QmShape *shape)
{
  return shape->target == QM_TARGET_NAME;
}

static gboolean
is_mark (const QmShape *shape)
{
  return shape->mark >= 0 && shape->layout == NULL;
}

static void
assert_dialog (Fixture *fixture, const char *title)
{
  GtkWidget *dialog = find_dialog (fixture);

  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, title);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_by_a_double_click (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    gboolean (*is) (const QmShape *shape);
    const char *title;
  } cases[] = { { is_title, "Edit chart" }, { is_name, "Edit name" }, { is_mark, "Edit claim" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmPoint point = place_of (fixture, cases[i].is);

    press (fixture, GDK_BUTTON_PRIMARY, point, 1);
    g_assert_null (find_dialog (fixture));
    press (fixture, GDK_BUTTON_PRIMARY, point, 2);
    assert_dialog (fixture, cases[i].title);
  }
}

/* In a small window the first press makes the card grow over the mark, and the second is on it. */
static void
test_by_a_double_click_under_the_card (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmChartView *view = view_of (fixture);
  QmPoint point;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 360);
  while (gtk_widget_get_width (GTK_WIDGET (view)) > 480)
    settle ();
  point = place_of (fixture, is_mark);
  press (fixture, GDK_BUTTON_PRIMARY, point, 1);
  g_assert_true (qm_rect_contains (view->card_place, point));
  press (fixture, GDK_BUTTON_PRIMARY, point, 2);
  assert_dialog (fixture, "Edit claim");

  /* Two on the card select a word of it. */
  press (fixture, GDK_BUTTON_PRIMARY, point, 1);
  press (fixture, GDK_BUTTON_PRIMARY, point, 2);
  g_assert_null (find_dialog (fixture));
}

static void
go_to (Fixture *fixture, const char *place)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  if (g_str_equal (place, "list"))
    qm_search_pane_focus_selected (QM_SEARCH_PANE (find_widget (window, QM_TYPE_SEARCH_PANE)));
  else
    gtk_widget_activate_action (window, "win.page", "s", place);
  qm_session_select (qm_window_get_session (fixture->window), NULL);
  settle ();
}

/* The widget around it, and its place there. */
static char *
word_focus (Fixture *fixture)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  int place = 0;

  for (GtkWidget *child = widget; child != NULL; child = gtk_widget_get_prev_sibling (child))
    place++;
  return g_strdup_printf ("%s %d", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), place);
}

/* What has the focus, which is there again when the form is gone. */
static void
test_by_a_key (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const cases[][2] = { { "list", "Edit chart" },
                                          { "chart", "Edit claim" },
                                          { "table", "Edit claim" },
                                          { "sources", "Edit source" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *before = NULL, *after = NULL;
    GtkWidget *dialog;

    go_to (fixture, cases[i][0]);
    before = word_focus (fixture);
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit", NULL);
    dialog = find_dialog (fixture);
    g_assert_nonnull (dialog);
    g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, cases[i][1]);
    settle (); /* the keyboard is the form's */
    type_more (dialog);
    apply (dialog);
    settle ();
    after = word_focus (fixture);
    g_assert_cmpstr (after, ==, before);
  }
}

/* The first entries of the menus of a mark, a name and the rest, and by key at a mark. */
static void
test_by_the_menu (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct {
    gboolean (*is) (const QmShape *shape);
    const char *first;
  } cases[] = { { is_title, "Edit chart…" },
                { is_name, "Edit United States…" },
                { is_mark, "Copy citation" } };
  GtkWidget *view = GTK_WIDGET (view_of (fixture)), *menu;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    press (fixture, GDK_BUTTON_SECONDARY, place_of (fixture, cases[i].is), 1);
    menu = find_widget (view, GTK_TYPE_POPOVER_MENU);
    g_assert_nonnull (menu);
    g_assert_nonnull (find_label (menu, cases[i].first));
    /* As Down does, from one entry to the next. */
    gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_DOWN);
    g_assert_true (
        gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), menu));
    gtk_popover_popdown (GTK_POPOVER (menu));
    settle ();
    g_assert_null (find_widget (view, GTK_TYPE_POPOVER_MENU));
  }
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
  take_out (find_dialog (fixture), "Add a part");
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

/* In the row below that label. */
static void
type_at (GtkWidget *dialog, const char *label, const char *text)
{
  GtkWidget *name = find_label (dialog, label);
  GtkWidget *grid = gtk_widget_get_ancestor (name, GTK_TYPE_GRID);
  int column, row;
  GtkWidget *field;

  gtk_grid_query_child (GTK_GRID (grid), name, &column, &row, NULL, NULL);
  field = gtk_grid_get_child_at (GTK_GRID (grid), column + 1, row);
  if (GTK_IS_EDITABLE (field))
    gtk_editable_set_text (GTK_EDITABLE (field), text);
  else
    gtk_text_buffer_set_text (
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (field, GTK_TYPE_TEXT_VIEW))), text,
        -1);
}

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
  const char *const claim[] = { "Value", "250 billion", "Statement", "It was 250 billion.", NULL };
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

/* --- What is not right yet --- */

static GtkWidget *
entry_at (GtkWidget *dialog, const char *value)
{
  GtkWidget *grid = gtk_widget_get_parent (find_widget (dialog, GTK_TYPE_ENTRY));

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (child)), value))
      return child;
  g_assert_not_reached ();
}

static gboolean
says_what_is_wrong (GtkWidget *widget)
{
  gboolean says = gtk_widget_has_css_class (widget, "error") && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !says;
       child = gtk_widget_get_next_sibling (child))
    says = says_what_is_wrong (child);
  return says;
}

/* It is kept with what is wrong with it, the dataset stays as it is, and once right it is gone. */
static GtkWidget *
find_notice (Fixture *fixture)
{
  GtkWidget *notice = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_DRAFTS_NOTICE);

  return notice != NULL && gtk_widget_get_visible (notice) ? find_label (notice, "Edit…") : NULL;
}

static GtkWidget *
find_class (GtkWidget *widget, const char *class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, class);
  return found;
}

static gboolean
says_draft_at (Fixture *fixture, const char *id)
{
  QmSession *session = qm_window_get_session (fixture->window);
  GtkWidget *label;

  qm_session_go_to_claim (session, qm_dataset_find_claim (qm_session_get_dataset (session), id));
  settle ();
  label = find_class (GTK_WIDGET (fixture->window), "draft");
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

static void
test_a_draft_is_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog = open_dialog (fixture, "claims", "us-genai-2023");

  g_assert_false (gtk_widget_get_mapped (find_label (dialog, "Keep as draft")));
  g_assert_false (says_what_is_wrong (dialog));
  type_at (dialog, "Value", "a lot");
  apply (dialog);
  take_out (dialog, "Keep as draft");
  g_assert_null (find_dialog (fixture));
  assert_text (fixture, fixture->text);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-evidence", NULL);
  settle ();
  /* It is told above the chart, and at the claims that it is of or that are computed from it. */
  g_assert_nonnull (find_notice (fixture));
  g_assert_true (says_draft_at (fixture, "us-genai-2023"));
  g_assert_true (says_draft_at (fixture, computed_from (fixture, "us-genai-2023")));
  g_assert_false (says_draft_at (fixture, "world-compute-bill-2030"));

  gtk_window_destroy (GTK_WINDOW (open_dialog (fixture, "claims", "europe-genai-2023")));
  dialog = open_dialog (fixture, "claims", "us-genai-2023");
  entry_at (dialog, "a lot");
  g_assert_true (says_what_is_wrong (dialog));
  type_at (dialog, "Value", "24 billion");
  apply (dialog);
  g_assert_null (find_dialog (fixture));
  g_assert_null (find_notice (fixture));
  g_assert_false (says_draft_at (fixture, "us-genai-2023"));
  dialog = open_dialog (fixture, "claims", "us-genai-2023");
  entry_at (dialog, "24 billion");
  gtk_window_destroy (GTK_WINDOW (dialog));
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

  type_at (dialog, "Value", "0");
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
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.drop-draft", "(ss)", "claims",
                              "europe-genai-2023");
  settle ();
  g_assert_null (find_notice (fixture));
  g_assert_null (qm_document_get_entries (fixture->document));
}

/* --- What follows from it --- */

/* Pixels beside the mark of the claim, where its ring is, that are not those of the other picture.
 */
static int
count_changed (Fixture *fixture, const char *id, cairo_surface_t *a, cairo_surface_t *b)
{
  QmRect mark;
  int n = 0;

  g_assert_true (qm_chart_view_find_mark (
      view_of (fixture), qm_dataset_find_claim (qm_document_get_dataset (fixture->document), id),
      &mark));
  for (int y = (int) mark.y - 6; y < (int) mark.y; y++)
    for (int x = (int) mark.x; x < (int) (mark.x + mark.width); x++)
      n += pixel_at (a, x, y) != pixel_at (b, x, y);
  return n;
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    settle ();
}

/* Pixels that a blink changes, halfway through it. */
static int
blink (Fixture *fixture, const char *from, const char *to)
{
  GtkWidget *view = GTK_WIDGET (view_of (fixture));
  GtkWidget *dialog = open_dialog (fixture, "claims", "us-ai-infrastructure-2024");
  cairo_surface_t *during, *after;
  int n;

  gtk_editable_set_text (GTK_EDITABLE (entry_at (dialog, from)), to);
  apply (dialog);
  wait_for (300);
  during = paint_widget (view);
  wait_for (1000);
  after = paint_widget (view);
  n = count_changed (fixture, "china-ai-infrastructure-2024", during, after);
  g_assert_cmpint (count_changed (fixture, "us-to-china-data-centres", during, after), ==, 0);
  cairo_surface_destroy (during);
  cairo_surface_destroy (after);
  return n;
}

static void
test_what_is_computed_again_blinks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_cmpint (blink (fixture, "300 billion", "270 billion"), >, 10);
  g_assert_nonnull (find_label (window, "The dataset is changed, and 2 figures computed again"));
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_cmpint (blink (fixture, "270 billion", "300 billion"), ==, 0);
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

/* --- A reference that is pasted --- */

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static void
append_typed (gpointer text, const char *key, const char *words)
{
  if (words[0] != '\0')
    g_string_append_printf (text, "%s=%s|", key, words);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_a_pasted_reference_fills_the_form (void)
{
  GtkWidget *form = g_object_ref_sink (qm_source_form_new ());
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_changes = 0;

  g_signal_connect_swapped (form, "changed", G_CALLBACK (count_cb), &n_changes);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (form)),
                         "@book{k,\n author = {Nguy{\\~{\\^e}}n, An and {River Office}},\n"
                         " title = {Rivers}, year = 2024, publisher = {Press}}");
  qm_source_form_take (QM_SOURCE_FORM (form), append_typed, text);
  g_assert_cmpstr (text->str, ==,
                   "title=Rivers|author=Nguyễn, An; River Office|issued=2024|publisher=Press|"
                   "kind=book|");
  g_assert_cmpuint (n_changes, >, 0);
  g_object_unref (form);
}

static const char *
describe (gconstpointer words, const char *key)
{
  return g_str_equal (key, "describes") ? words : "";
}

static void
test_a_source_without_a_title_is_one (void)
{
  GtkWidget *form = g_object_ref_sink (qm_source_form_new ());
  QmSourceFields fields;

  g_assert_false (qm_source_form_is_filled (QM_SOURCE_FORM (form)));
  qm_source_form_fill (QM_SOURCE_FORM (form), describe, "a note on tea");
  g_assert_true (qm_source_form_read (QM_SOURCE_FORM (form), &fields));
  g_assert_cmpstr (fields.describes, ==, "a note on tea");
  g_assert_cmpstr (fields.title, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (form)), "Tea");
  g_assert_true (qm_source_form_read (QM_SOURCE_FORM (form), &fields));
  g_assert_null (fields.describes);
  g_object_unref (form);
}

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);
  return found;
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
      " booktitle = {All}, edition = {2}, isbn = {978-0-306-40615-7}, publisher = {Press}}\n"
      "@misc{b, title = {Second}, year = 2025}\n"
      "@misc{c, year = {soon}}\n";
  GtkWidget *form = g_object_ref_sink (qm_source_form_new ());
  GtkWidget *row = find_of_type (form, QM_TYPE_REFERENCE_ROW);
  GtkWidget *list = find_of_type (row, GTK_TYPE_DROP_DOWN);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "references.bib", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_changes = 0;

  g_signal_connect_swapped (form, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  qm_reference_row_read (QM_REFERENCE_ROW (row), file);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (says (row, "references.bib, line 4"));
  assert_source (form, "{\"title\":\"First\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"}],"
                       "\"container\":\"All\",\"kind\":\"chapter\",\"issued\":\"2024\","
                       "\"publisher\":\"Press\",\"edition\":\"2\",\"pages\":\"3-9\","
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
  use_state_folder ();
  init_window_tests (&argc, &argv);

#define TEST(name) g_test_add ("/editing/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  TEST (undone_to_the_byte);
  TEST (wrong_at_its_field);
  TEST (taken_out);
  TEST (charts_change_places);
  TEST (a_view_becomes_the_authors);
  TEST (by_a_double_click);
  TEST (by_a_double_click_under_the_card);
  TEST (by_a_key);
  TEST (by_the_menu);
  TEST (parts_are_added_moved_and_taken_out);
  TEST (what_is_new);
  TEST (in_and_out_of_a_chart);
  TEST (a_draft_is_kept);
  TEST (what_no_longer_computes_is_kept);
  TEST (what_is_wrong_is_in_sight);
  TEST (what_is_computed_again_blinks);
  TEST (a_chart_is_copied_and_pasted);
  TEST (a_chart_is_copied_to_a_file);
#undef TEST
  g_test_add_func ("/editing/a-pasted-reference-fills-the-form",
                   test_a_pasted_reference_fills_the_form);
  g_test_add_func ("/editing/a-source-without-a-title-is-one",
                   test_a_source_without_a_title_is_one);
  g_test_add_func ("/editing/a-file-of-references-fills-the-form",
                   test_a_file_of_references_fills_the_form);
  return g_test_run ();
}
