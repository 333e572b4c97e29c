/* The export dialog in process: its controls, what it remembers, and what it tells. */
#include "base/language.h"
#include "export-dialog-fixture.h"
#include "mnemonics.h"

/* --- Its controls --- */

static void
assert_spoken (gpointer widget, const char *label)
{
  assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* The focus is on the button inside; newer releases of GTK describe that as the drop-down. */
static void
assert_size_spoken (Fixture *fixture, const char *size)
{
  GtkWidget *sizes = size_child (fixture, "sizes");
  const char *meaning = gtk_label_get_text (size_child (fixture, "meaning"));
  g_autofree char *both = g_strjoin (*meaning != '\0' ? ", " : "", size, meaning, NULL);

  if (gtk_get_minor_version () > 8) {
    assert_described (sizes, both);
  } else {
    assert_spoken (gtk_widget_get_first_child (sizes), size);
    assert_described (gtk_widget_get_first_child (sizes), meaning);
  }
}

/* --- Tests --- */

static void
test_sources_off_warns (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (gtk_widget_get_visible (child (fixture, "warning")));
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  g_assert_true (gtk_widget_get_visible (child (fixture, "warning")));
  assert_described (SOURCES (fixture), gtk_label_get_text (child (fixture, "warning")));
  gtk_check_button_set_active (SOURCES (fixture), TRUE);
  g_assert_false (gtk_widget_get_visible (child (fixture, "warning")));
  assert_described (SOURCES (fixture), "");
}

static void
test_impossible_sizes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = child (fixture, "export_button");
  gsize n_presets;

  qm_size_presets (&n_presets);
  choose_size (fixture, "sizes", (guint) n_presets);
  g_assert_true (gtk_widget_get_sensitive (button));
  choose_size (fixture, "unit", QM_LENGTH_INCHES);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (size_child (fixture, "width")), 13.33,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (size_child (fixture, "height")), 7.5,
                                  1e-9);

  gtk_spin_button_set_value (size_child (fixture, "width"), 0.25);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_visible (size_child (fixture, "error")));
  assert_described (size_child (fixture, "height"),
                    gtk_label_get_text (size_child (fixture, "error")));
  gtk_spin_button_set_value (size_child (fixture, "width"), 10);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_get_visible (size_child (fixture, "error")));
  assert_described (size_child (fixture, "height"), "");

  gtk_check_button_set_active (PNG (fixture), FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
}

static void
test_choices_are_remembered (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_check_button_set_active (PNG (fixture), FALSE);
  gtk_check_button_set_active (CSV (fixture), TRUE);
  gtk_check_button_set_active (PPTX (fixture), TRUE);
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  choose_size (fixture, "sizes", 2);
  choose (fixture, "colors", 1);
  choose (fixture, "languages", 1);
  gtk_check_button_set_active (child (fixture, "outlines"), TRUE);
  export_to (fixture, "");
  wait_for_message (fixture);
  g_assert_true (g_str_has_prefix (message (fixture), "Exported 2 files to "));

  open_dialog (fixture);
  g_assert_false (gtk_check_button_get_active (PNG (fixture)));
  g_assert_true (gtk_check_button_get_active (CSV (fixture)));
  g_assert_true (gtk_check_button_get_active (PPTX (fixture)));
  g_assert_false (gtk_check_button_get_active (SOURCES (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (size_child (fixture, "sizes")), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "colors")), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "languages")), ==, 1);
  g_assert_true (gtk_check_button_get_active (child (fixture, "outlines")));
  g_assert_false (gtk_widget_get_sensitive (child (fixture, "outlines")));
}

/* What is not as at first is seen before anything is written, and can be taken back. */
static void
test_what_was_remembered_is_told (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (gtk_widget_get_visible (child (fixture, "remembered")));
  gtk_check_button_set_active (SOURCES (fixture), FALSE);
  choose (fixture, "colors", 3);
  export_to (fixture, "one.png");
  wait_for_message (fixture);

  open_dialog (fixture);
  g_assert_true (is_at_tick (fixture));
  g_assert_true (gtk_widget_get_visible (child (fixture, "remembered")));
  g_assert_cmpstr (gtk_label_get_text (child (fixture, "remembered_label")), ==,
                   "As last time: Transparent, for dark slides; parts are left out");
  g_signal_emit_by_name (gtk_widget_get_last_child (child (fixture, "remembered")), "clicked");
  g_assert_false (gtk_widget_get_visible (child (fixture, "remembered")));
  g_assert_true (gtk_check_button_get_active (SOURCES (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "colors")), ==, 0);
  g_assert_true (gtk_check_button_get_active (PNG (fixture)));
}

/* All choices fit into the dialog as it comes up. */
static void
test_all_is_seen (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (child (fixture, "blocks_grid"), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->dialog)), <=, 720);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
}

static void
test_wrong_settings_are_ignored (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *quymo = g_build_filename (g_get_user_config_dir (), "quymo", NULL);
  g_autofree char *path = g_build_filename (quymo, "settings.ini", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_mkdir_with_parents (quymo, 0700);
  g_assert_true (g_file_set_contents (
      path, "[export]\nformats=doc;\nsize=huge\nwidth=nan\nunit=ell\ncolours=7\nlanguage=xx\n", -1,
      NULL));
  open_dialog (fixture);
  g_assert_true (gtk_check_button_get_active (PNG (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (size_child (fixture, "sizes")), ==, 0);
  g_assert_cmpfloat (gtk_spin_button_get_value (size_child (fixture, "width")), ==, 1920);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "colors")), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (child (fixture, "languages")), ==, 0);
}

/* A screen reader says what is drawn. */
static void
test_spoken (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_spoken (PNG (fixture), "PNG picture");
  assert_spoken (child (fixture, "all_formats"), "All formats");
  assert_size_spoken (fixture, "Slide 16:9");
  choose_size (fixture, "sizes", 4);
  assert_size_spoken (fixture, "Third of a slide");
  choose_size (fixture, "sizes", 8);
  assert_size_spoken (fixture, "Custom size");
}

/* Where the focus is, the screen reader and the scrolled window follow. */
static void
test_letters_bring_the_focus (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkCheckButton *ticks[] = { SOURCES (fixture), CSV (fixture), child (fixture, "all_formats") };

  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++) {
    gboolean was_active = gtk_check_button_get_active (ticks[i]);

    gtk_widget_mnemonic_activate (GTK_WIDGET (ticks[i]), FALSE);
    g_assert_cmpint (gtk_check_button_get_active (ticks[i]), !=, was_active);
    g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) == GTK_WIDGET (ticks[i]));
  }
}

/* The question whether to replace a single file is GTK's own, and so is its look. */
static void
test_questions_of_gtk (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->window));
  GtkWidget *question =
      gtk_message_dialog_new (NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_OK, "Replace?");
  GtkStyleContext *button = gtk_widget_get_style_context (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (question), GTK_RESPONSE_OK));
  GtkStyleProvider *style = GTK_STYLE_PROVIDER (load_style ());
  GdkRGBA as_of_gtk, with_our_style;

  gtk_style_context_get_color (button, &with_our_style);
  gtk_style_context_remove_provider_for_display (display, style);
  gtk_style_context_get_color (button, &as_of_gtk);
  gtk_style_context_add_provider_for_display (display, style,
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_assert_true (gdk_rgba_equal (&as_of_gtk, &with_our_style));
  gtk_window_destroy (GTK_WINDOW (question));
}

static void
test_mnemonics (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (int i = 0; qm_language_list ()[i] != NULL; i++) {
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
    qm_language_use (qm_language_list ()[i]);
    open_dialog (fixture);
    collect_mnemonics (GTK_WIDGET (fixture->dialog), known);
    g_assert_cmpuint (g_hash_table_size (known), ==, 19);
  }
  qm_language_use ("en");
}

static void
test_a_small_window (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int minimum;

  for (int i = 0; qm_language_list ()[i] != NULL; i++) {
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
    qm_language_use (qm_language_list ()[i]);
    open_dialog (fixture);
    choose_size (fixture, "sizes", 8);
    gtk_check_button_set_active (SOURCES (fixture), FALSE);
    settle ();
    gtk_widget_measure (GTK_WIDGET (fixture->dialog), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                        NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 480);
  }
  qm_language_use ("en");
}

#define ADD(name, test) g_test_add ("/export-dialog/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = begin_export_tests (&argc, &argv);

  ADD ("sources-off-warns", test_sources_off_warns);
  ADD ("impossible-sizes-cannot-be-exported", test_impossible_sizes);
  ADD ("choices-are-remembered", test_choices_are_remembered);
  ADD ("wrong-settings-are-ignored", test_wrong_settings_are_ignored);
  ADD ("what-was-remembered-is-told", test_what_was_remembered_is_told);
  ADD ("all-choices-are-seen", test_all_is_seen);
  ADD ("what-is-chosen-is-spoken", test_spoken);
  ADD ("questions-of-gtk-look-as-they-do", test_questions_of_gtk);
  ADD ("letters-are-of-one-control-each", test_mnemonics);
  ADD ("letters-bring-the-focus", test_letters_bring_the_focus);
  ADD ("fits-480-pixels", test_a_small_window);
  return end_export_tests (home);
}
