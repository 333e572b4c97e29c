/* The pages of a real window: going to them, and what stands in their rows and cells. */
#pragma once

#include "app/pages/claim-row.h"
#include "app/pages/claim-table.h"
#include "chart/words/tabular.h"
#include "window-fixture.h"

#include <string.h>

/* Rows are looked through step by step, and on a slow machine that takes more than one frame. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (int tries = 0; tries < 50 && !(condition); tries++)                                       \
      settle ();                                                                                   \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* --- Looking at the pages --- */

static inline void
go_to (WindowFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", page);
  settle ();
}

static inline QmSession *
session_of (WindowFixture *fixture)
{
  return qm_window_get_session (fixture->window);
}

static inline GtkWidget *
part_of (WindowFixture *fixture, GType page, const char *name)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (fixture->window), page);
  GtkWidget *part = GTK_WIDGET (gtk_widget_get_template_child (widget, page, name));

  g_assert_nonnull (part);
  return part;
}

static inline GtkWidget *
table_part (WindowFixture *fixture, const char *name)
{
  return part_of (fixture, QM_TYPE_CLAIM_TABLE, name);
}

static inline GtkSelectionModel *
rows_of (GtkWidget *view)
{
  return GTK_IS_COLUMN_VIEW (view) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view))
                                   : gtk_list_view_get_model (GTK_LIST_VIEW (view));
}

static inline guint
count_rows (GtkWidget *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows_of (view)));
}

static inline QmClaimRow *
table_row (WindowFixture *fixture, guint i)
{
  g_autoptr (QmClaimRow) row =
      g_list_model_get_item (G_LIST_MODEL (rows_of (table_part (fixture, "view"))), i);

  return row;
}

static inline void
type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();
}

static inline void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static inline void
show_all_claims (WindowFixture *fixture)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (table_part (fixture, "scope")), 1);
  settle ();
}

static inline const char *
label_text (GtkWidget *label)
{
  return gtk_label_get_text (GTK_LABEL (label));
}

static inline guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* --- Cells --- */

/* The rows of a CSV text. Element GPtrArray of char *. */
static inline GPtrArray *
parse_csv (const char *csv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *c = csv; *c != '\0'; c++) {
    if (*c == '"' && is_quoted && c[1] == '"')
      g_string_append_c (cell, *c++);
    else if (*c == '"')
      is_quoted = !is_quoted;
    else if (is_quoted || strchr (",\r\n", *c) == NULL)
      g_string_append_c (cell, *c);
    else if (*c != '\n') {
      g_ptr_array_add (row, g_strdup (cell->str));
      g_string_truncate (cell, 0);
    } else {
      g_ptr_array_add (rows, row);
      row = g_ptr_array_new_with_free_func (g_free);
    }
  }
  g_ptr_array_unref (row);
  return rows;
}

static inline QmColumn
column_with_heading (const char *heading)
{
  for (int i = 0; i < QM_N_COLUMNS; i++)
    if (g_str_equal (qm_tabular_heading ((QmColumn) i), heading))
      return (QmColumn) i;
  g_assert_not_reached ();
}

/* The place in a row of what is under that heading; -1 where there is none. */
static inline int
place_of (const GPtrArray *headings, QmColumn column)
{
  for (guint i = 0; i < headings->len; i++)
    if (g_str_equal (headings->pdata[i], qm_tabular_heading (column)))
      return (int) i;
  return -1;
}

/* NULL where no column is of that kind. */
static inline GtkColumnViewColumn *
column_of (GtkWidget *view, QmColumn kind)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (column_with_heading (gtk_column_view_column_get_title (column)) == kind)
      return column;
  }
  return NULL;
}

/* --- Width --- */

static const struct {
  int width, height;
  gboolean has_evidence;
} sizes[] = { { 1280, 800, TRUE },
              { 1100, 720, TRUE },
              { 740, 495, FALSE },
              { 480, 360, FALSE },
              { 1920, 1080, FALSE } };

/* --- The keyboard --- */

/* Pages are made when they are first gone to. */
static inline void
set_up_pages (WindowFixture *fixture, gconstpointer data)
{
  set_up_window (fixture, data);
  go_to (fixture, "table");
  go_to (fixture, "sources");
  go_to (fixture, "chart");
}
