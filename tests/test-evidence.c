/* The evidence pane in a real window: what it says of a claim, and where it leads. */
#include "app/evidence/evidence.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/window.h"
#include "base/language.h"
#include "chart/view-offers.h"
#include "chart/wording.h"
#include "ui-resource.h"
#include "window-fixture.h"

static GtkWidget *
evidence_of (WindowFixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->window), QM_TYPE_EVIDENCE);
}

static QmSession *
session_of (WindowFixture *fixture)
{
  return qm_window_get_session (fixture->window);
}

static const QmClaim *
claim_of (WindowFixture *fixture, const char *id)
{
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, id);

  g_assert_nonnull (claim);
  return claim;
}

static void
append_texts (GtkWidget *widget, GString *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

static void
assert_says (WindowFixture *fixture, const char *part)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  append_texts (evidence_of (fixture), texts);
  if (strstr (texts->str, part) == NULL)
    g_error ("no “%s” in\n%s", part, texts->str);
}

static void
select_claim (WindowFixture *fixture, const char *id)
{
  qm_session_go_to_claim (session_of (fixture), claim_of (fixture, id));
  settle ();
}

static void
act (GtkWidget *widget, const char *action, const char *parameter)
{
  g_assert_true (
      gtk_widget_activate_action (widget, action, parameter != NULL ? "s" : NULL, parameter));
  settle ();
}

/* The button of that claim, the first of several. */
static GtkWidget *
find_button (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "claim")) {
    GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

    if (g_str_equal (g_variant_get_string (target, NULL), id))
      return widget;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, id);
  return found;
}

static void
press (WindowFixture *fixture, const char *id)
{
  GtkWidget *button = find_button (evidence_of (fixture), id);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
assert_selected (WindowFixture *fixture, const char *id)
{
  g_assert_nonnull (qm_session_get_selected (session_of (fixture)));
  g_assert_cmpstr (qm_session_get_selected (session_of (fixture))->id, ==, id);
}

/* --- What it says --- */

static void
test_every_claim (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < fixture->dataset->n_claims; i++) {
    const QmClaim *claim = &fixture->dataset->claims[i];
    g_autofree char *citations = qm_wording_citations (claim, qm_wording_citation, "\n");
    g_autofree char *value = qm_wording_value_in_words (claim);

    select_claim (fixture, claim->id);
    assert_says (fixture, qm_text_get (claim->statement));
    assert_says (fixture, citations);
    if (value != NULL)
      assert_says (fixture, value);
    if (claim->caveat != NULL)
      assert_says (fixture, qm_text_get (claim->caveat));
  }
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
  g_assert_true (qm_chart_has_claim (qm_session_get_chart (session_of (fixture)),
                                     claim_of (fixture, "us-ai-infrastructure-2024")));
  /* And back, to it and to what is computed from it. */
  act (evidence_of (fixture), "evidence.back", NULL);
  assert_selected (fixture, "us-2024-part-of-2030-bill");
  press (fixture, "us-ai-infrastructure-2024");
  press (fixture, "china-ai-infrastructure-2024");
  assert_selected (fixture, "china-ai-infrastructure-2024");
}

/* Down to stated figures, however many steps away. */
static void
test_deep_tree (void)
{
  static const char *const ids[] = { "both-rice-doubled", "both-rice",      "valley-rice",
                                     "hill-rice",         "valley-to-hill", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "evidence.json", NULL);
  WindowFixture fixture = { .dataset = load_dataset (path) };

  fixture.window = qm_window_new (NULL, fixture.dataset);
  gtk_window_present (GTK_WINDOW (fixture.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  settle ();
  select_claim (&fixture, "hill-part");
  for (gsize i = 0; ids[i] != NULL; i++)
    g_assert_nonnull (find_button (evidence_of (&fixture), ids[i]));
  assert_says (&fixture, "A sum of guesses.");

  /* On no chart, it is selected all the same. */
  press (&fixture, "both-rice-doubled");
  assert_selected (&fixture, "both-rice-doubled");
  assert_says (&fixture, "Twice that would be");
  press (&fixture, "hill-part");
  assert_selected (&fixture, "hill-part");
  tear_down_window (&fixture, NULL);
}

/* --- What can be copied --- */

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
copied (WindowFixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
                                 read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static void
test_copies (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const QmSource *source = &fixture->dataset->sources[0];

  show_chart (fixture, "data-centre-gap");
  for (int i = 0; i < QM_N_CITE_STYLES; i++) {
    g_autofree char *expected = qm_cite_source (source, (QmCiteStyle) i);
    g_autofree char *text = NULL;
    GtkWidget *card = find_by_css_class (evidence_of (fixture), "source");

    act (find_widget (card, QM_TYPE_CITE_MENU), "cite.copy",
         qm_cite_style_info ((QmCiteStyle) i)->id);
    text = copied (fixture);
    g_assert_cmpstr (text, ==, expected);
  }
}

static void
test_the_address (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  show_chart (fixture, "data-centre-gap");
  assert_says (fixture, fixture->dataset->sources[0].url);
  qm_address_copy (evidence_of (fixture), fixture->dataset->sources[0].url);
  text = copied (fixture);
  g_assert_cmpstr (text, ==, fixture->dataset->sources[0].url);
}

/* --- In little room --- */

static void
assert_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

static void
test_narrow (gconstpointer language)
{
  WindowFixture fixture;

  g_assert_true (qm_language_use (language));
  set_up_window (&fixture, NULL);
  for (gsize i = 0; i < fixture.dataset->n_claims; i++) {
    GtkWidget *evidence = evidence_of (&fixture);
    int minimum;

    select_claim (&fixture, fixture.dataset->claims[i].id);
    gtk_widget_measure (evidence, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 240);
    assert_whole (evidence);
  }
  tear_down_window (&fixture, NULL);
  qm_language_use ("en");
}

#define ADD(name, test)                                                                            \
  g_test_add (name, WindowFixture, NULL, set_up_window, test, tear_down_window)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_ui_register_resource ();

  ADD ("/evidence/every-claim-with-its-sources", test_every_claim);
  ADD ("/evidence/begins-with-the-chart", test_nothing_selected);
  ADD ("/evidence/counts-what-sources-say", test_sources_are_counted);
  ADD ("/evidence/leads-to-operands-and-back", test_the_tree);
  g_test_add_func ("/evidence/goes-down-to-stated-figures", test_deep_tree);
  ADD ("/evidence/sources-are-copied-in-every-style", test_copies);
  ADD ("/evidence/addresses-are-copied", test_the_address);
  g_test_add_data_func ("/evidence/fits-a-narrow-pane/en", "en", test_narrow);
  g_test_add_data_func ("/evidence/fits-a-narrow-pane/vi", "vi", test_narrow);
  return g_test_run ();
}
