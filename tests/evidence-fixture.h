/* The evidence pane of a window, and what it says. */
#pragma once

#include "app/evidence/evidence.h"
#include "window-fixture.h"

static inline GtkWidget *
evidence_of (WindowFixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->window), QM_TYPE_EVIDENCE);
}

static inline QmSession *
session_of (WindowFixture *fixture)
{
  return qm_window_get_session (fixture->window);
}

static inline const QmClaim *
claim_of (WindowFixture *fixture, const char *id)
{
  const QmClaim *claim = qm_dataset_find_claim (fixture->dataset, id);

  g_assert_nonnull (claim);
  return claim;
}

static inline void
append_texts (GtkWidget *widget, GString *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

static inline void
assert_says (WindowFixture *fixture, const char *part)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  append_texts (evidence_of (fixture), texts);
  if (strstr (texts->str, part) == NULL)
    g_error ("no “%s” in\n%s", part, texts->str);
}

static inline void
select_claim (WindowFixture *fixture, const char *id)
{
  qm_session_go_to_claim (session_of (fixture), claim_of (fixture, id));
  settle ();
}

static inline void
act (GtkWidget *widget, const char *action, const char *parameter)
{
  g_assert_true (
      gtk_widget_activate_action (widget, action, parameter != NULL ? "s" : NULL, parameter));
  settle ();
}

/* The button of that claim, the first of several. */
static inline GtkWidget *
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

static inline void
press (WindowFixture *fixture, const char *id)
{
  GtkWidget *button = find_button (evidence_of (fixture), id);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static inline void
assert_selected (WindowFixture *fixture, const char *id)
{
  g_assert_nonnull (qm_session_get_selected (session_of (fixture)));
  g_assert_cmpstr (qm_session_get_selected (session_of (fixture))->id, ==, id);
}

/* A file whose figures are computed from computed ones, and of which some are on no chart. */
static inline void
set_up_harvests (WindowFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "evidence.json", NULL);

  open_window (fixture, path);
}

static inline void
add_harvests_test (const char *path, void (*test) (WindowFixture *fixture, gconstpointer data))
{
  g_test_add (path, WindowFixture, NULL, set_up_harvests, test, tear_down_window);
}
