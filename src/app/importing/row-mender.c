#include "app/importing/row-mender.h"

#include "app/importing/holds.h"
#include "app/widgets/access.h"
#include "app/widgets/mnemonic.h"
#include "app/widgets/popovers.h"
#include "base/words.h"

typedef struct {
  GtkWidget *popover;
  GtkDropDown *columns;
  GtkEditable *entry;
  GPtrArray *cells; /* char * */
  gboolean is_told;
  char *told; /* what is said of the row once the popover is gone */
  guint line, first_column;
  QmRowMended mended;
  gpointer user_data;
} Mender;

static void
mender_free (gpointer data)
{
  Mender *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self->told);
  g_free (self);
}

/* --- The row --- */

static guint
get_cell (const Mender *self)
{
  return gtk_drop_down_get_selected (self->columns) + self->first_column;
}

/* A row that has too few gets the others as blank ones. */
static void
fill_up (Mender *self, guint n)
{
  while (self->cells->len < n)
    g_ptr_array_add (self->cells, g_strdup (""));
}

/* cells NULL: as the file has it. */
static void
tell (Mender *self, const char *cells)
{
  self->is_told = TRUE;
  self->told = g_strdup (cells);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Tabs and line ends divide cells and rows where they are kept. */
static void
tell_cells (Mender *self)
{
  g_autofree char *cells = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    g_strdelimit (self->cells->pdata[i], "\t\n\r", ' ');
  g_ptr_array_add (self->cells, NULL);
  cells = g_strjoinv ("\t", (char **) self->cells->pdata);
  tell (self, cells[0] != '\0' ? cells : " ");
}

static void
mend_cb (Mender *self)
{
  guint i = get_cell (self);

  fill_up (self, i + 1);
  g_free (self->cells->pdata[i]);
  self->cells->pdata[i] = g_strdup (gtk_editable_get_text (self->entry));
  tell_cells (self);
}

static void
take_away_cb (Mender *self)
{
  if (get_cell (self) < self->cells->len)
    g_ptr_array_remove_index (self->cells, get_cell (self));
  tell_cells (self);
}

static void
put_before_cb (Mender *self)
{
  guint i = get_cell (self);

  fill_up (self, i);
  g_ptr_array_insert (self->cells, (int) i, g_strdup (""));
  tell_cells (self);
}

static void
leave_out_cb (Mender *self)
{
  tell (self, "");
}

static void
as_in_file_cb (Mender *self)
{
  tell (self, NULL);
}

static void
column_chosen_cb (Mender *self)
{
  guint i = get_cell (self);

  gtk_editable_set_text (self->entry, i < self->cells->len ? self->cells->pdata[i] : "");
  gtk_editable_select_region (self->entry, 0, -1);
}

/* --- The popover --- */

static void
make_columns (Mender *self, const QmSheet *sheet, guint column)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint n =
      MAX (sheet->columns->len, self->cells->len - MIN (self->first_column, self->cells->len));

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = i < sheet->columns->len
                                ? qm_holds_word_heading (sheet->columns->pdata[i])
                                : g_strdup_printf (_ ("Column %u"), i + self->first_column + 1);

    gtk_string_list_append (names, name);
  }
  self->columns = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  gtk_drop_down_set_selected (self->columns, column - self->first_column);
  qm_access_name_drop_down (self->columns, _ ("Cell of the row"));
  g_signal_connect_swapped (self->columns, "notify::selected", G_CALLBACK (column_chosen_cb), self);
}

static void
make_entry (Mender *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 24);
  qm_access_set_label (entry, _ ("What stands in the cell"));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (mend_cb), self);
  column_chosen_cb (self);
}

static void
add_button (Mender *self, GtkBox *box, const char *label, void (*clicked_cb) (Mender *self))
{
  GtkWidget *button = qm_mnemonic_button_new (label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (box, button);
}

static GtkWidget *
make_buttons (Mender *self, const QmCellGridRow *row)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  add_button (self, box, _ ("_Mend the cell"), mend_cb);
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (box)), "suggested-action");
  add_button (self, box, _ ("_Take the cell away"), take_away_cb);
  add_button (self, box, _ ("Put a cell _before it"), put_before_cb);
  if (!row->is_left_out)
    add_button (self, box, _ ("_Leave the row out"), leave_out_cb);
  if (row->is_mended)
    add_button (self, box, _ ("The row _as the file has it"), as_in_file_cb);
  return GTK_WIDGET (box);
}

static GtkWidget *
make_content (Mender *self, const QmSheet *sheet, guint row, guint column)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  g_autofree char *line = g_strdup_printf (_ ("Line %u"), self->line);
  GtkWidget *label = gtk_label_new (line);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  make_columns (self, sheet, column);
  make_entry (self);
  gtk_box_append (box, label);
  gtk_box_append (box, GTK_WIDGET (self->columns));
  gtk_box_append (box, GTK_WIDGET (self->entry));
  gtk_box_append (box, make_buttons (self, qm_cell_grid_row (sheet->grid, row)));
  return GTK_WIDGET (box);
}

/* What is mended takes the focus, which must not go back to where it was before. */
static void
gone (GtkWidget *popover, GtkWidget *parent G_GNUC_UNUSED, gboolean had_focus G_GNUC_UNUSED)
{
  Mender *self = g_object_get_data (G_OBJECT (popover), "mender");

  if (self->is_told)
    self->mended (self->line, self->told, self->user_data);
}

void
qm_row_mender_open (GtkWidget *widget, const GdkRectangle *place, const QmSheet *sheet, guint row,
                    guint column, QmRowMended mended, gpointer user_data)
{
  Mender *self = g_new0 (Mender, 1);
  const QmCellGridRow *found = qm_cell_grid_row (sheet->grid, row);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < found->n; i++)
    g_ptr_array_add (self->cells, g_strdup (found->cells[i]));
  self->line = found->line;
  self->first_column = sheet->layout.first_column;
  self->mended = mended;
  self->user_data = user_data;
  self->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (self->popover), "mender", self, mender_free);
  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         make_content (self, sheet, row, MAX (column, self->first_column)));
  gtk_widget_set_parent (self->popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  qm_popovers_remove_when_closed (self->popover, gone);
  qm_access_mend (self->popover);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
