#include "app/importing/table-preview.h"

#include "app/importing/holds.h"
#include "app/importing/preview-cells.h"
#include "app/importing/preview-headings.h"
#include "app/importing/row-mender.h"
#include "app/widgets/access.h"
#include "app/widgets/list-rows.h"
#include "base/words.h"
#include "edit/own-csv.h"

#include <string.h>

/* Columns that are made at once, and pixels before the edge at which more follow: each has a widget
 * in every row, so there are no more of them than are looked at. */
#define BATCH 16
#define MARGIN 400

/* --- The preview --- */

struct _QmTablePreview {
  QmBin parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GListStore *rows;     /* GObject, see get_row() */
  guint mended_line;    /* the last; 0: none */
  const QmSheet *sheet; /* (unowned) NULL for none */
  GHashTable *faults;   /* row → index of its fault + 1 */
  double seen_at;       /* pixels that were scrolled */
  guint n_shown;        /* columns of the sheet that there are here */
  guint n_wanted;       /* as many as were here of a sheet with that many: */
  guint n_columns;
  guint more_id;
};

G_DEFINE_FINAL_TYPE (QmTablePreview, qm_table_preview, QM_TYPE_BIN)

enum { HELD, MENDED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- Cells --- */

/* Kept with a column of the view: the number of the grid's. */
static guint
column_of (gpointer data)
{
  return GPOINTER_TO_UINT (data);
}

/* An item of the list knows nothing but which row of the grid it is. */
static guint
get_row (gpointer item)
{
  return GPOINTER_TO_UINT (g_object_get_data (item, "row"));
}

static gpointer
make_item (guint row)
{
  gpointer item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (item, "row", GUINT_TO_POINTER (row));
  return item;
}

static QmTablePreview *
preview_of (GtkWidget *widget)
{
  return QM_TABLE_PREVIEW (gtk_widget_get_ancestor (widget, QM_TYPE_TABLE_PREVIEW));
}

/* --- Mending --- */

static void
mended (guint line, const char *cells, gpointer self)
{
  QM_TABLE_PREVIEW (self)->mended_line = line;
  g_signal_emit (self, signals[MENDED], 0, line, cells);
}

static void
open_mender (QmTablePreview *self, GtkWidget *at, guint row, guint column)
{
  graphene_rect_t bounds;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (at != NULL && gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                             (int) bounds.size.height };
  /* Our own says itself what its rows are. */
  if (self->sheet != NULL && !qm_own_csv_recognizes (self->sheet))
    qm_row_mender_open (GTK_WIDGET (self), &place, self->sheet, row, column, mended, self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
            GtkListItem *item)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  QmTablePreview *self = preview_of (cell);
  gpointer row = gtk_list_item_get_item (item);

  if (n_press != 2 || self == NULL || row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_mender (self, cell, get_row (row),
               GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "column")));
}

static void
activated_cb (QmTablePreview *self, guint position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (row != NULL && self->sheet != NULL)
    open_mender (self, root != NULL ? gtk_root_get_focus (root) : NULL, get_row (row),
                 qm_preview_cells_find_misfit (self->sheet, get_row (row)));
}

void
qm_table_preview_mend (QmTablePreview *self, guint line)
{
  g_return_if_fail (QM_IS_TABLE_PREVIEW (self));

  for (guint i = 0; self->sheet != NULL && i < self->sheet->grid->rows->len; i++)
    if (qm_cell_grid_row (self->sheet->grid, i)->line == line) {
      open_mender (self, NULL, i, qm_preview_cells_find_misfit (self->sheet, i));
      return;
    }
}

/* --- Binding --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer index)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();
  guint width = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "width"));

  g_object_set_data (G_OBJECT (cell), "column", index);
  g_object_set_data (G_OBJECT (cell), "item", item);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (gesture));
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), width);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), width);
  gtk_list_item_set_child (item, cell);
}

static void
set_class (GtkWidget *cell, const char *class)
{
  const char *classes[] = { class, NULL };

  gtk_widget_set_css_classes (cell, classes);
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = get_row (gtk_list_item_get_item (item)), index = column_of (data);
  QmTablePreview *self = preview_of (cell);
  const QmSheet *sheet = self != NULL ? self->sheet : NULL;
  const QmSheetColumn *column;
  const char *class;

  if (sheet == NULL)
    return;
  column = qm_preview_cells_find_column (sheet, index);
  class = qm_preview_cells_name_class (sheet, column, row);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), qm_cell_grid_cell (sheet->grid, row, index));
  gtk_inscription_set_xalign (
      GTK_INSCRIPTION (cell),
      column != NULL && column->holds == QM_HOLDS_FIGURES && !g_str_equal (class, "note") ? 1 : 0);
  gtk_widget_set_tooltip_text (
      cell, g_str_equal (class, "misfit") ? _ ("This does not fit its column, and is left out")
            : g_str_equal (class, "note") ? qm_cell_grid_cell (sheet->grid, row, index)
                                          : NULL);
  set_class (cell, class);
}

/* The line of the file, with a sign where something is wrong with it. */
static void
bind_line_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
              gpointer data G_GNUC_UNUSED)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = get_row (gtk_list_item_get_item (item)), fault;
  QmTablePreview *self = preview_of (cell);
  g_autofree char *line = NULL, *told = NULL;
  gboolean is_nameless;

  if (self == NULL || self->sheet == NULL)
    return;
  fault = GPOINTER_TO_UINT (g_hash_table_lookup (self->faults, GUINT_TO_POINTER (row)));
  is_nameless = row >= self->sheet->layout.first_row && row < self->sheet->layout.last_row &&
                qm_sheet_is_nameless (self->sheet, row);
  line = g_strdup_printf ("%s%u", fault > 0 || is_nameless ? "⚠ " : "",
                          qm_cell_grid_row (self->sheet->grid, row)->line);
  if (fault > 0)
    told = qm_cell_grid_fault_to_string (
        self->sheet->grid, &g_array_index (self->sheet->grid->faults, QmCellGridFault, fault - 1));
  else if (is_nameless)
    told = g_strdup (_ ("Nothing says whose these figures are, or when: they are left out"));
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), line);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_widget_set_tooltip_text (cell, told);
  set_class (cell, fault > 0 || is_nameless ? "misfit" : "line");
}

/* --- Columns --- */

static void
add_column (QmTablePreview *self, const char *title, guint width, GCallback bind, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "width", GUINT_TO_POINTER (width));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", bind, GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static void
add_columns (QmTablePreview *self, guint n)
{
  const QmSheet *sheet = self->sheet;
  guint first = self->n_shown;

  for (; self->n_shown < MIN (sheet->columns->len, first + n); self->n_shown++) {
    const QmSheetColumn *column = sheet->columns->pdata[self->n_shown];
    g_autofree char *title = qm_own_csv_recognizes (sheet)
                                 ? qm_holds_word_heading (column)
                                 : qm_holds_word_column (sheet, column, "\n");

    add_column (self, title, qm_preview_cells_measure (sheet, column->index), G_CALLBACK (bind_cb),
                column->index);
  }
  if (!qm_own_csv_recognizes (sheet))
    qm_preview_headings_set_up (self->view, first, self->n_shown);
  self->n_wanted = self->n_shown;
}

static gboolean
add_more_cb (gpointer data)
{
  QmTablePreview *self = data;

  self->more_id = 0;
  if (self->sheet != NULL)
    add_columns (self, BATCH);
  return G_SOURCE_REMOVE;
}

/* Whoever comes near the last column finds others behind it. */
static void
moved_cb (QmTablePreview *self, GtkAdjustment *adjustment)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                gtk_adjustment_get_page_size (adjustment);

  /* Not while columns are being laid out. */
  if (left < MARGIN && self->more_id == 0 && self->sheet != NULL && self->n_shown > 0 &&
      self->n_shown < self->sheet->columns->len)
    self->more_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, add_more_cb, self, NULL);
}

static void
fill_columns (QmTablePreview *self)
{
  guint n = self->sheet->columns->len;

  self->n_wanted = self->n_columns == n ? MAX (self->n_wanted, BATCH) : BATCH;
  self->n_columns = n;
  /* Translators: over the numbers of a file's lines */
  add_column (self, C_ ("of a file", "Line"), QM_PREVIEW_CELLS_LEAST_WIDTH,
              G_CALLBACK (bind_line_cb), 0);
  add_columns (self, self->n_wanted);
}

static void
clear_columns (QmTablePreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *column;

  while ((column = g_list_model_get_item (columns, 0)) != NULL) {
    gtk_column_view_remove_column (self->view, column);
    g_object_unref (column);
  }
  self->n_shown = 0;
}

static void
fill_rows (QmTablePreview *self)
{
  const QmSheetLayout *layout = &self->sheet->layout;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint row = layout->first_note; row < layout->last_note; row++)
    if (!qm_cell_grid_is_blank (self->sheet->grid, row))
      g_ptr_array_add (rows, make_item (row));
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
}

static void
index_faults (QmTablePreview *self)
{
  const GArray *faults = self->sheet->grid->faults;

  for (guint i = 0; i < faults->len; i++)
    g_hash_table_insert (self->faults,
                         GUINT_TO_POINTER (g_array_index (faults, QmCellGridFault, i).row),
                         GUINT_TO_POINTER (i + 1));
}

/* --- The widget --- */

static void
qm_table_preview_dispose (GObject *object)
{
  QmTablePreview *self = QM_TABLE_PREVIEW (object);

  self->sheet = NULL;
  self->scrolled = NULL;
  g_clear_handle_id (&self->more_id, g_source_remove);
  G_OBJECT_CLASS (qm_table_preview_parent_class)->dispose (object);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->faults, g_hash_table_unref);
}

/* NULL where the row at that position has no cell on the screen. */
static GtkWidget *
find_cell (GtkWidget *widget, guint position)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), "item");
  GtkWidget *found = item != NULL && gtk_list_item_get_position (item) == position ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cell (child, position);
  return found;
}

/* GTK_INVALID_LIST_POSITION where no row was mended, or it is none any more. */
static guint
find_mended (QmTablePreview *self)
{
  for (guint i = 0; self->sheet != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows));
       i++) {
    g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    if (qm_cell_grid_row (self->sheet->grid, get_row (row))->line == self->mended_line)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

/* The row that was mended has it again, after all of them were made anew. */
static gboolean
qm_table_preview_grab_focus (GtkWidget *widget)
{
  QmTablePreview *self = QM_TABLE_PREVIEW (widget);
  guint position = find_mended (self);
  GtkWidget *cell = NULL;

  if (position != GTK_INVALID_LIST_POSITION) {
    qm_list_rows_scroll_to (GTK_WIDGET (self->view), position);
    cell = find_cell (GTK_WIDGET (self->view), position);
  }
  while (cell != NULL && !GTK_IS_LIST_VIEW (gtk_widget_get_parent (cell)))
    cell = gtk_widget_get_parent (cell);
  return gtk_widget_grab_focus (cell != NULL ? cell : GTK_WIDGET (self->view));
}

static void
hold_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  guint column, holds;

  g_variant_get (parameter, "(uu)", &column, &holds);
  g_signal_emit (widget, signals[HELD], 0, column, holds);
}

static void
qm_table_preview_class_init (QmTablePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_table_preview_dispose;
  widget_class->grab_focus = qm_table_preview_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "tablepreview");
  gtk_widget_class_install_action (widget_class, QM_PREVIEW_HEADINGS_ACTION, "(uu)", hold_cb);
  signals[HELD] = qm_widgets_add_signal (klass, "held", 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[MENDED] = qm_widgets_add_signal (klass, "mended", 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
qm_table_preview_init (QmTablePreview *self)
{
  GtkSelectionModel *model;
  GtkAdjustment *adjustment;

  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->faults = g_hash_table_new (NULL, NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  qm_access_set_label (GTK_WIDGET (self->view), _ ("The table as it is read"));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What is read again is seen where it was seen before. */
static gboolean
scroll_cb (gpointer data)
{
  QmTablePreview *self = data;

  if (self->scrolled != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)),
                              self->seen_at);
  return G_SOURCE_REMOVE;
}

static void
keep_place (QmTablePreview *self)
{
  double value =
      gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    self->seen_at = value;
  g_idle_add_full (G_PRIORITY_LOW, scroll_cb, g_object_ref (self), g_object_unref);
}

void
qm_table_preview_show (QmTablePreview *self, const QmSheet *sheet)
{
  g_return_if_fail (QM_IS_TABLE_PREVIEW (self));

  keep_place (self);
  g_list_store_remove_all (self->rows);
  g_hash_table_remove_all (self->faults);
  clear_columns (self);
  self->sheet = sheet;
  if (sheet == NULL)
    return;
  index_faults (self);
  fill_columns (self);
  fill_rows (self);
}
