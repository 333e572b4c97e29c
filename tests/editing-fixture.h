/* A window with the built-in dataset as a document of its own, whose entries are edited in their
 * forms. */
#pragma once

#include "app/files/document.h"
#include "state-folder.h"
#include "window-fixture.h"

typedef struct {
  QmState *state;
  QmDocument *document;
  QmWindow *window;
  char *text; /* of the dataset's file, at first */
} Fixture;

static inline void
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

static inline void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  qm_document_discard_draft (fixture->document);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  qm_state_unref (fixture->state);
  g_free (fixture->text);
}

static inline GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *next = windows; next != NULL; next = next->next)
    if (gtk_window_get_transient_for (next->data) == GTK_WINDOW (fixture->window))
      return next->data;
  return NULL;
}

static inline GtkWidget *
open_dialog (Fixture *fixture, const char *section, const char *id)
{
  GtkWidget *dialog;

  g_test_message ("%s %s", section, id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-entry", "(ss)", section, id);
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  return dialog;
}

static inline void
apply (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

static inline void
assert_text (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (qm_document_get_text (fixture->document), ==, text);
}

/* The words of the field: in its long text where it has one, else in its first line. */
static inline void
type_more (GtkWidget *dialog)
{
  GtkWidget *text = find_widget (dialog, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer;
  GtkTextIter end;

  if (text == NULL) {
    gtk_editable_insert_text (GTK_EDITABLE (find_widget (dialog, GTK_TYPE_ENTRY)), "Q", -1,
                              &(int) { 0 });
    return;
  }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, " Q", -1);
}

static inline GtkWidget *
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

/* The button that says so. */
static inline void
press_label (GtkWidget *dialog, const char *label)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (dialog, label), GTK_TYPE_BUTTON),
                         "clicked");
}

/* In the row below that label. */
static inline void
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

static inline GtkWidget *
entry_at (GtkWidget *dialog, const char *value)
{
  GtkWidget *grid = gtk_widget_get_parent (find_widget (dialog, GTK_TYPE_ENTRY));

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (child)), value))
      return child;
  g_assert_not_reached ();
}

static inline void
add_editing_test (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
