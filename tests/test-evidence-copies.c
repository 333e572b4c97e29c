/* What is copied and opened from the evidence pane: citations and addresses. */
#include "app/evidence/claim-details.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/message-bar.h"
#include "evidence-fixture.h"

#include <glib/gstdio.h>

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
    text = read_clipboard (fixture);
    g_assert_cmpstr (text, ==, expected);
  }
}

static void
assert_usual (WindowFixture *fixture, GtkWidget *button, QmCiteStyle style, const char *name)
{
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, "qwen-downloads");
  g_autofree char *expected = qm_cite_claim (claim, style);
  g_autofree char *text = NULL;
  g_autofree char *path =
      g_build_filename (g_get_user_config_dir (), "quymo", "settings.ini", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  qm_cite_menu_copy_usual (evidence_of (fixture), (QmCited) { .claim = claim });
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, expected);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, style == QM_CITE_PLAIN ? NULL : name);
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  kept = g_key_file_get_string (file, "citation", "style", NULL);
  g_assert_cmpstr (kept, ==, qm_cite_style_info (style)->id);
}

/* What has no menu copies in the style that was chosen last, and says so. */
static void
test_the_style_chosen_last (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new_with_label ("Copy citation"));
  GtkWidget *menu;

  show_chart (fixture, "data-centre-gap");
  menu = find_widget (find_by_css_class (evidence_of (fixture), "source"), QM_TYPE_CITE_MENU);
  qm_cite_menu_follow_usual (GTK_BUTTON (button));
  act (menu, "cite.copy", "bibtex");
  assert_usual (fixture, button, QM_CITE_BIBTEX, "Copy citation (BibTeX)");
  act (menu, "cite.copy", "apa");
  assert_usual (fixture, button, QM_CITE_APA, "Copy citation (Reference, APA)");
  act (menu, "cite.copy", "plain");
  assert_usual (fixture, button, QM_CITE_PLAIN, "Copy citation");
  g_object_unref (button);
}

static void
test_the_address (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;

  show_chart (fixture, "data-centre-gap");
  assert_says (fixture, fixture->dataset->sources[0].url);
  qm_address_menu_copy (evidence_of (fixture), fixture->dataset->sources[0].url);
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, fixture->dataset->sources[0].url);
}

/* The button of that label among those of the menu. */
static GtkWidget *
find_item (GtkWidget *widget, const char *label)
{
  GtkWidget *found =
      GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
          ? widget
          : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child, label);
  return found;
}

/* Before long: another process may have been asked. */
static void
assert_says_in_message (WindowFixture *fixture, const char *part)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (int i = 0; i < 100 && strstr (texts->str, part) == NULL; i++) {
    settle ();
    g_string_truncate (texts, 0);
    append_texts (find_widget (GTK_WIDGET (fixture->window), QM_TYPE_MESSAGE_BAR), texts);
  }
  if (strstr (texts->str, part) == NULL)
    g_error ("no “%s” in the message “%s”", part, texts->str);
}

static void
assert_not_scrolled (GtkWidget *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
}

/* All addresses of what it is computed from, each once, to be read in full. */
static void
test_the_link (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  GtkWidget *link;

  select_claim (fixture, "lake-alone");
  link = find_widget (find_widget (evidence_of (fixture), QM_TYPE_CLAIM_DETAILS),
                      QM_TYPE_ADDRESS_MENU);
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (link)));
  settle ();
  g_signal_emit_by_name (find_item (link, "Copy address"), "clicked");
  settle ();
  assert_says_in_message (fixture, "Address copied");
  text = read_clipboard (fixture);
  g_assert_cmpstr (text, ==, "https://letters.example/miller");

  select_claim (fixture, "valley-to-hill");
  g_assert_false (gtk_widget_get_visible (link));
}

/* This one is just a little longer than two lines. */
static void
test_the_link_is_whole (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *link = find_widget (evidence_of (fixture), QM_TYPE_ADDRESS_MENU);

  select_claim (fixture, "us-ai-infrastructure-2024");
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (link)));
  settle ();
  assert_not_scrolled (find_widget (link, GTK_TYPE_SCROLLED_WINDOW));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (gtk_widget_get_first_child (link)));
  settle ();
}

static void
test_nothing_opens_the_address (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  qm_address_menu_open (evidence_of (fixture), "quymo-no-such-scheme://x");
  settle ();
  assert_says_in_message (fixture, "The address cannot be opened: ");
}

static void
remove_settings (const char *path)
{
  g_autofree char *folder = g_build_filename (path, "quymo", NULL);
  g_autofree char *file = g_build_filename (folder, "settings.ini", NULL);

  g_unlink (file);
  g_rmdir (folder);
  g_rmdir (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *settings = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", settings, TRUE);
  init_window_tests (&argc, &argv);

  add_window_test ("/evidence-copies/sources-are-copied-in-every-style", test_copies);
  add_window_test ("/evidence-copies/the-style-chosen-last", test_the_style_chosen_last);
  add_window_test ("/evidence-copies/addresses-are-copied", test_the_address);
  add_harvests_test ("/evidence-copies/a-link-shows-copies-and-opens", test_the_link);
  add_window_test ("/evidence-copies/a-link-is-whole", test_the_link_is_whole);
  add_window_test ("/evidence-copies/says-that-nothing-opens-an-address",
                   test_nothing_opens_the_address);
  status = g_test_run ();
  remove_settings (settings);
  return status;
}
