#include "app/pages/claim-cell.h"

#include "app/widgets/access.h"

/* A row asks its cells how high they are before it knows how wide they will be: they are as wide as
 * their column, and say how high that makes them. */
static void
measure_cell (GtkWidget *cell, GtkOrientation orientation, int for_size G_GNUC_UNUSED, int *minimum,
              int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkColumnViewColumn *column = g_object_get_data (G_OBJECT (cell), "qm-of-column");
  int least;

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = least;
  else
    gtk_widget_measure (
        label, GTK_ORIENTATION_VERTICAL,
        MAX (gtk_column_view_column_get_fixed_width (column) - QM_CLAIM_CELL_PADDING, least),
        minimum, natural, NULL, NULL);
}

static void
allocate_cell (GtkWidget *cell, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (cell), width, height, baseline, NULL);
}

/* Where a word has to be broken there is no hyphen in it. */
static PangoAttrList *
without_hyphens (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  return attributes;
}

void
qm_claim_cell_set_up (GtkListItem *item, GtkColumnViewColumn *column, gboolean is_number)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (NULL);
  PangoAttrList *attributes = without_hyphens ();

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_justify (GTK_LABEL (label), is_number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_widget_set_layout_manager (cell, gtk_custom_layout_new (NULL, measure_cell, allocate_cell));
  g_object_set_data (G_OBJECT (cell), "qm-of-column", column);
  g_object_set_data (G_OBJECT (cell), "qm-item", item);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (gtk_widget_queue_resize),
                           cell, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

void
qm_claim_cell_set_text (GtkListItem *item, const char *text)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (cell)), text);
  qm_access_set_label (gtk_widget_get_parent (cell), text);
}

GtkListItem *
qm_claim_cell_get_item (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_first_child (cell)), "qm-item");
}

GtkWidget *
qm_claim_cell_find (GtkWidget *row, GtkColumnViewColumn *column)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);

  while (cell != NULL &&
         g_object_get_data (G_OBJECT (gtk_widget_get_first_child (cell)), "qm-of-column") != column)
    cell = gtk_widget_get_next_sibling (cell);
  return cell;
}
