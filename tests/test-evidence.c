/* The evidence pane in a real window: what it says of a claim, and where it leads. */
#include "app/chart-view/card.h"
#include "app/evidence/claim-details.h"
#include "app/widgets/split.h"
#include "app/window/window.h"
#include "base/language.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"
#include "evidence-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* --- What it says --- */

/* A box whose texts stand on one line must know so however it is asked, or GTK warns that widgets
 * overlap. (GTK 4.8 asks all children for their baselines one way, and only those that are aligned
 * by them the other way.) */
static void
assert_one_height (GtkWidget *widget)
{
  int height, height_of_line;

  if (GTK_IS_BOX (widget) && gtk_widget_get_visible (widget)) {
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 1 << 20, &height_of_line, NULL, NULL,
                        NULL);
    g_assert_cmpint (height, >=, height_of_line);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_one_height (child);
}

static void
test_every_claim (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < fixture->dataset->n_claims; i++) {
    const QmClaim *claim = &fixture->dataset->claims[i];
    g_autofree char *citations = qm_wording_citations (claim, qm_wording_citation, "\n");
    g_autofree char *value = qm_wording_value_in_words (claim);

    qm_session_go_to_claim (session_of (fixture), claim);
    assert_says (fixture, qm_text_get (claim->statement));
    assert_says (fixture, citations);
    if (value != NULL)
      assert_says (fixture, value);
    if (claim->caveat != NULL)
      assert_says (fixture, qm_text_get (claim->caveat));
  }
}

/* Whether two lines of unlike type agree to the pixel depends on the size. */
static void
test_one_height_at_all_sizes (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));

  for (int size = 8; size <= 24; size++) {
    g_autofree char *font = g_strdup_printf ("Sans %d", size);

    g_object_set (settings, "gtk-font-name", font, NULL);
    select_claim (fixture, "china-ai-infrastructure-2024");
    assert_one_height (evidence_of (fixture));
    assert_one_height (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_CARD));
  }
  gtk_settings_reset_property (settings, "gtk-font-name");
}

static void
test_nothing_selected (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_chart (fixture, "data-centre-gap");
  assert_says (fixture, "Select a mark");
  assert_says (fixture, "US$300 billion");
  assert_says (fixture, "Cited by ");
}

static void
test_sources_are_counted (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_claims = 0;
  g_autofree char *words = NULL;

  for (gsize i = 0; i < fixture->dataset->n_claims; i++)
    n_claims += fixture->dataset->claims[i].citations[0].source == &fixture->dataset->sources[1];
  show_chart (fixture, "design-arena");
  words = g_strdup_printf ("Cited by %u claims, 17 shown here", n_claims);
  assert_says (fixture, words);
}

/* --- Where it leads --- */

static void
test_the_tree (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  select_claim (fixture, "us-2024-part-of-2030-bill");
  assert_says (fixture, "÷");
  press (fixture, "us-ai-infrastructure-2024");
  assert_selected (fixture, "us-ai-infrastructure-2024");
  g_assert_true (qm_dataset_chart_has_claim (qm_session_get_chart (session_of (fixture)),
                                             claim_of (fixture, "us-ai-infrastructure-2024")));
  /* And back, to it and to what is computed from it. */
  act (evidence_of (fixture), "evidence.back", NULL);
  assert_selected (fixture, "us-2024-part-of-2030-bill");
  press (fixture, "us-ai-infrastructure-2024");
  press (fixture, "china-ai-infrastructure-2024");
  assert_selected (fixture, "china-ai-infrastructure-2024");
}

/* What the rows of the computation say, each as "sign figure". */
static char *
tree_of (WindowFixture *fixture)
{
  GtkWidget *tree = find_by_css_class (evidence_of (fixture), "tree");
  GString *rows = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (tree); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    g_autoptr (GString) texts = g_string_new (NULL);
    g_auto (GStrv) lines = NULL;
    gboolean has_sign = GTK_IS_LABEL (find_by_css_class (row, "sign"));
    int depth = -1;

    for (GtkWidget *part = gtk_widget_get_first_child (row); GTK_IS_SEPARATOR (part);
         part = gtk_widget_get_next_sibling (part))
      depth++;
    append_texts (row, texts);
    lines = g_strsplit (texts->str, "\n", -1);
    g_string_append_printf (rows, "%*s%s%s%s\n", 2 * depth, "", lines[0], has_sign ? " " : "",
                            has_sign ? lines[1] : "");
  }
  return g_string_free (rows, FALSE);
}

/* Down to stated figures, however many steps away. */
static void
test_deep_tree (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *tree = NULL;

  select_claim (fixture, "hill-part");
  assert_says (fixture, "A sum of guesses.");
  tree = tree_of (fixture);
  g_assert_cmpstr (tree, ==,
                   "about 2,000\n"
                   "  8,000\n"
                   "  ÷ 4\n"
                   "÷ about 20,000\n"
                   "  about 10,000\n"
                   "    8,000\n"
                   "    + about 2,000\n"
                   "      as above\n"
                   "  × 2\n");
}

static void
assert_label (GtkWidget *widget, const char *label)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_cmpstr (problem, ==, NULL);
}

/* To who cannot see it, each thing once. */
static void
test_a_claim_tells_everything (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *details = find_widget (evidence_of (fixture), QM_TYPE_CLAIM_DETAILS);

  select_claim (fixture, "hill-rice");
  assert_label (details, "The hill, 2024: about 2,000, computed from 8,000 (The valley) ÷ 4 (The "
                         "valley to The hill). Rice harvested. [1] The Valley Press, 1 Mar 2024, "
                         "p. 12, through the mayor. [2] an unsigned leaflet, publisher not given, "
                         "¶2. The hill then had about 2,000 sacks. Nobody counted the sacks of "
                         "the hill.");
  select_claim (fixture, "flood");
  assert_label (details,
                "Aug 2022: The lake came down into the valley. [2] an unsigned leaflet, "
                "publisher not given, ¶1. [3] Letters of a miller, publisher not given, 2023, "
                "1.");
}

static void
test_nodes_tell_everything (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  select_claim (fixture, "hill-rice");
  assert_label (find_button (evidence_of (fixture), "valley-to-hill"),
                "divided by: The valley to The hill, 2024: 4 times, stated. Rice harvested. [2] an "
                "unsigned leaflet, publisher not given, ¶2.");
}

/* Each figure is the double of the one before: as a tree that would have 2^40 leaves. */
static void
test_endless_tree (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "quymo-endless-XXXXXX", NULL);
  int file = g_mkstemp (path);
  g_autoptr (GString) json =
      g_string_new ("{\"quymo\":1,\"title\":\"t\",\"sources\":[{\"id\":\"s\",\"title\":\"s\","
                    "\"kind\":\"article\"}],"
                    "\"measures\":[{\"id\":\"m\",\"name\":\"m\",\"unit\":\"number\"}],"
                    "\"claims\":[{\"id\":\"c0\",\"measure\":\"m\",\"value\":1,\"statement\":\"s\","
                    "\"cites\":[{\"source\":\"s\"}]}");
  WindowFixture fixture;
  guint n_rows = 0;
  int minimum;

  for (int i = 1; i <= 400; i++)
    g_string_append_printf (json,
                            ",{\"id\":\"c%d\",\"measure\":\"m\",\"statement\":\"s\",\"derive\":"
                            "{\"add\":[\"c%d\",\"c%d\"]}}",
                            i, i - 1, i - 1);
  g_string_append (json,
                   "],\"charts\":[{\"id\":\"a\",\"topic\":\"a\",\"name\":\"a\",\"summary\":\"a\","
                   "\"title\":\"a\",\"panels\":[{\"form\":\"figure\",\"claims\":[\"c400\"]}]}]}");
  g_assert_cmpint (write (file, json->str, json->len), ==, (gssize) json->len);
  close (file);
  open_window (&fixture, path);

  select_claim (&fixture, "c400");
  /* Its figure is a word of 121 digits. */
  gtk_widget_measure (find_widget (GTK_WIDGET (fixture.window), QM_TYPE_CARD),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 240);
  for (GtkWidget *row =
           gtk_widget_get_first_child (find_by_css_class (evidence_of (&fixture), "tree"));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, >, 100);
  g_assert_cmpuint (n_rows, <, 400);
  assert_says (&fixture, "select it to see from what");
  tear_down_window (&fixture, NULL);
  g_unlink (path);
}

/* --- Where it cannot lead --- */

static gboolean
can_see (GtkWidget *widget, const char *css_class)
{
  GtkWidget *found = find_by_css_class (widget, css_class);

  return found != NULL && gtk_widget_is_visible (found);
}

static void
test_claims_that_are_not_shown (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (QmView) view = qm_view_default;

  select_claim (fixture, "lake-alone");
  assert_says (fixture, "No chart shows this claim.");
  assert_says (fixture, "Cited by 3 claims, 0 shown here");
  g_assert_true (can_see (evidence_of (fixture), "note"));

  show_chart (fixture, "harvest");
  g_assert_true (qm_view_hide (&view, NULL, claim_of (fixture, "lake-rice")->entity, NULL));
  qm_session_set_view (session_of (fixture), &view, NULL);
  select_claim (fixture, "lake-rice");
  assert_says (fixture, "leaves this claim out");
  qm_session_undo (session_of (fixture));
  settle ();
  assert_selected (fixture, "lake-rice");
  g_assert_false (can_see (evidence_of (fixture), "note"));
}

static void
test_to_the_chart_of_a_claim (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  qm_session_select (session_of (fixture), claim_of (fixture, "flood"));
  settle ();
  assert_says (fixture, "The chart in front does not show this claim.");
  act (evidence_of (fixture), "evidence.go-to", "flood");
  g_assert_cmpstr (qm_session_get_chart (session_of (fixture))->id, ==, "times");
  assert_selected (fixture, "flood");
  g_assert_false (can_see (evidence_of (fixture), "note"));
}

/* --- The way back --- */

static void
test_back_through_charts (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const charts[] = { "part", "part", "harvest" };
  static const char *const ids[] = { "hill-part", "both-rice-doubled", "hill-rice" };

  select_claim (fixture, ids[0]);
  press (fixture, ids[1]);
  press (fixture, ids[2]);
  press (fixture, "valley-rice");
  for (int i = 2; i >= 0; i--) {
    act (evidence_of (fixture), "evidence.back", NULL);
    assert_selected (fixture, ids[i]);
    g_assert_cmpstr (qm_session_get_chart (session_of (fixture))->id, ==, charts[i]);
  }
  act (evidence_of (fixture), "evidence.back", NULL);
  assert_selected (fixture, ids[0]);
}

/* Who selects something else in the chart has left the trail. */
static void
test_no_way_back (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  select_claim (fixture, "hill-part");
  press (fixture, "hill-rice");
  select_claim (fixture, "valley-rice");
  act (evidence_of (fixture), "evidence.back", NULL);
  assert_selected (fixture, "valley-rice");
}

/* Another version of the file may have lost some of the claims. */
static void
test_back_after_reload (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDataset) other = load_dataset (NULL);
  QmDataset *first = qm_dataset_ref (fixture->dataset);

  select_claim (fixture, "hill-part");
  press (fixture, "hill-rice");
  qm_session_set_dataset (session_of (fixture), other);
  settle ();
  g_assert_null (qm_session_get_selected (session_of (fixture)));
  act (evidence_of (fixture), "evidence.back", NULL);
  g_assert_null (qm_session_get_selected (session_of (fixture)));
  assert_says (fixture, "US$300 billion");
  qm_dataset_unref (first);
}

/* --- Focus --- */

static void
test_focus_stays (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *details = find_widget (evidence_of (fixture), QM_TYPE_CLAIM_DETAILS);
  GtkWindow *window = GTK_WINDOW (fixture->window);

  select_claim (fixture, "hill-part");
  gtk_widget_grab_focus (find_button (evidence_of (fixture), "hill-rice"));
  press (fixture, "hill-rice");
  g_assert_true (gtk_window_get_focus (window) == details);
  /* What the reader is at goes away under their hands. */
  gtk_widget_grab_focus (find_button (evidence_of (fixture), "lake-rice"));
  show_chart (fixture, "times");
  g_assert_nonnull (gtk_window_get_focus (window));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), evidence_of (fixture)));
}

/* Its texts are no stops of the Tab key. */
static void
test_tab_goes_from_button_to_button (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *details = find_widget (evidence_of (fixture), QM_TYPE_CLAIM_DETAILS);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  guint n_stops = 0;

  select_claim (fixture, "valley-rice");
  gtk_widget_grab_focus (find_button (evidence_of (fixture), "hill-rice"));
  press (fixture, "hill-rice");
  g_assert_true (gtk_window_get_focus (window) == details);
  while (gtk_widget_child_focus (details, GTK_DIR_TAB_FORWARD)) {
    g_assert_false (GTK_IS_LABEL (gtk_window_get_focus (window)));
    n_stops++;
  }
  /* Two operands; to cite, to highlight, to note, the address and to edit; two that are computed
   * from it. */
  g_assert_cmpuint (n_stops, ==, 9);
  while (gtk_widget_child_focus (details, GTK_DIR_TAB_BACKWARD))
    n_stops--;
  g_assert_cmpuint (n_stops, ==, 0);
  g_assert_true (gtk_window_get_focus (window) == details);
}

static void
assert_labels_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)) {
    PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
    int width, height;

    pango_layout_get_pixel_size (layout, &width, &height);
    if (pango_layout_is_ellipsized (layout) || width > gtk_widget_get_width (widget) ||
        height > gtk_widget_get_height (widget))
      g_error ("“%s” takes %d × %d, and has %d × %d", gtk_label_get_text (GTK_LABEL (widget)),
               width, height, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_labels_whole (child);
}

/* No label has less room than its text takes. */
static void
assert_whole (WindowFixture *fixture, GtkWidget *widget)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  assert_labels_whole (widget);
}

/* --- In little room --- */

static void
test_narrow (gconstpointer language)
{
  WindowFixture fixture;
  GtkWidget *evidence;
  int minimum;

  g_assert_true (qm_language_use (language));
  set_up_window (&fixture, NULL);
  evidence = evidence_of (&fixture);
  qm_split_set_pane_width (QM_SPLIT (gtk_widget_get_ancestor (evidence, QM_TYPE_SPLIT)), 240);
  for (gsize i = 0; i < fixture.dataset->n_claims; i++) {
    qm_session_go_to_claim (session_of (&fixture), &fixture.dataset->claims[i]);
    assert_whole (&fixture, evidence);
    gtk_widget_measure (evidence, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 240);
    g_assert_cmpint (gtk_widget_get_width (evidence), <=, 240);
  }
  tear_down_window (&fixture, NULL);
  qm_language_use ("en");
}

int
main (int argc, char **argv)
{
  init_window_tests (&argc, &argv);

  add_window_test ("/evidence/every-claim-with-its-sources", test_every_claim);
  add_window_test ("/evidence/one-height-at-all-sizes", test_one_height_at_all_sizes);
  add_window_test ("/evidence/begins-with-the-chart", test_nothing_selected);
  add_window_test ("/evidence/counts-what-sources-say", test_sources_are_counted);
  add_window_test ("/evidence/leads-to-operands-and-back", test_the_tree);
  add_harvests_test ("/evidence/goes-down-to-stated-figures", test_deep_tree);
  add_harvests_test ("/evidence/a-claim-tells-a-listener-everything",
                     test_a_claim_tells_everything);
  add_harvests_test ("/evidence/a-node-tells-a-listener-everything", test_nodes_tell_everything);
  g_test_add_func ("/evidence/ends-where-a-file-does-not", test_endless_tree);
  add_harvests_test ("/evidence/says-what-the-chart-does-not-show", test_claims_that_are_not_shown);
  add_harvests_test ("/evidence/leads-to-the-chart-of-a-claim", test_to_the_chart_of_a_claim);
  add_harvests_test ("/evidence/back-goes-through-charts", test_back_through_charts);
  add_harvests_test ("/evidence/back-ends-where-something-else-is-selected", test_no_way_back);
  add_harvests_test ("/evidence/back-outlives-the-dataset", test_back_after_reload);
  add_harvests_test ("/evidence/keeps-the-focus", test_focus_stays);
  add_harvests_test ("/evidence/tab-goes-from-button-to-button",
                     test_tab_goes_from_button_to_button);
  g_test_add_data_func ("/evidence/fits-a-narrow-pane/en", "en", test_narrow);
  g_test_add_data_func ("/evidence/fits-a-narrow-pane/vi", "vi", test_narrow);
  return g_test_run ();
}
