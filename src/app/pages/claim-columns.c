#include "app/pages/claim-columns.h"

#include "app/pages/claim-row.h"
#include "app/widgets/column-headings.h"
#include "chart/words/wording.h"

typedef struct {
  QmColumn column;
  int n_chars; /* about so many letters of a cell are seen before the reader widens it */
} ColumnInfo;

static const ColumnInfo columns[] = {
  { QM_COLUMN_ENTITY, 25 }, { QM_COLUMN_MEASURE, 32 },   { QM_COLUMN_TIME, 22 },
  { QM_COLUMN_VALUE, 17 },  { QM_COLUMN_LOW, 16 },       { QM_COLUMN_HIGH, 16 },
  { QM_COLUMN_UNIT, 13 },   { QM_COLUMN_PRECISION, 11 }, { QM_COLUMN_STANDING, 11 },
  { QM_COLUMN_SOURCE, 44 }, { QM_COLUMN_PARAGRAPH, 10 }, { QM_COLUMN_STATEMENT, 50 },
};

/* The padding of a cell, and the arrow of the heading by which rows are put in order. */
#define CELL_PADDING 18
#define HEADING_PADDING 40

QmColumn
qm_claim_columns_get (GtkColumnViewColumn *column)
{
  return (QmColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "qm-column"));
}

/* --- Cells --- */

/* What is cut can be read by pointing at it; all of it is in the evidence, too. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x G_GNUC_UNUSED, int y G_GNUC_UNUSED,
                  gboolean is_by_key G_GNUC_UNUSED, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = qm_table_is_number ((QmColumn) GPOINTER_TO_INT (column));

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GTK 4.8 gives a row no name, and a screen reader reads no cells where none has the focus. To be
 * called for every cell: which one is the first that is shown is up to the columns. */
static void
name_row (GtkWidget *cell, QmClaimRow *row)
{
  g_autofree char *name = NULL;

  if (gtk_widget_get_prev_sibling (cell) != NULL)
    return;
  name = qm_wording_claim (qm_claim_row_get_shown (row));
  set_name (gtk_widget_get_parent (cell), name);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  QmClaimRow *row = gtk_list_item_get_item (item);
  g_autofree char *cell =
      qm_table_cell (qm_claim_row_get_shown (row), (QmColumn) GPOINTER_TO_INT (column));

  gtk_label_set_text (GTK_LABEL (label), cell);
  set_name (gtk_widget_get_parent (label), cell);
  name_row (gtk_widget_get_parent (label), row);
}

/* --- Columns --- */

/* Fixed, so that columns stay where they are while the rows go by. */
static int
width_of (GtkWidget *widget, const ColumnInfo *info)
{
  PangoLayout *heading = gtk_widget_create_pango_layout (widget, qm_table_heading (info->column));
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics), heading_width;

  pango_layout_get_pixel_size (heading, &heading_width, NULL);
  pango_font_metrics_unref (metrics);
  g_object_unref (heading);
  return MAX (PANGO_PIXELS (letter * info->n_chars) + CELL_PADDING,
              heading_width + HEADING_PADDING);
}

static void
add_column (GtkColumnView *view, const ColumnInfo *info)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (qm_table_heading (info->column), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (info->column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (info->column));
  g_object_set_data (G_OBJECT (column), "qm-column", GINT_TO_POINTER (info->column));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width_of (GTK_WIDGET (view), info));
  gtk_column_view_append_column (view, column);
  if (qm_table_is_number (info->column))
    qm_column_headings_align_last (view);
}

void
qm_claim_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, &columns[i]);
}

static gboolean
is_filled (QmColumn column, GListModel *rows)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (rows) && !is_found; i++) {
    g_autoptr (QmClaimRow) row = g_list_model_get_item (rows, i);
    g_autofree char *cell = qm_table_cell (qm_claim_row_get_shown (row), column);

    is_found = cell[0] != '\0';
  }
  return is_found;
}

void
qm_claim_columns_show_filled (GtkColumnView *view, GListModel *rows)
{
  GListModel *all = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

    gtk_column_view_column_set_visible (column, is_filled (qm_claim_columns_get (column), rows));
  }
}
