#include "app/sidebar/chart-row.h"

#include "app/widgets/access.h"
#include "app/widgets/text-label.h"
#include "base/words.h"

static GtkWidget *
create_words (const char *name, const char *summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), qm_text_label_new (name, PANGO_WRAP_WORD, "name"));
  gtk_box_append (GTK_BOX (box), qm_text_label_new (summary, PANGO_WRAP_WORD, "summary"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* No stop on the way of the Tab key: the row has keys for it. */
static GtkWidget *
create_tick (const char *name)
{
  GtkWidget *tick = gtk_check_button_new ();
  /* Translators: %s is the name of a chart */
  g_autofree char *label = g_strdup_printf (_ ("Choose “%s”"), name);

  gtk_widget_set_focusable (tick, FALSE);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (tick, _ ("Choose for presenting and exporting (Ctrl+Space)"));
  qm_access_set_label (tick, label);
  return tick;
}

GtkWidget *
qm_chart_row_new (const QmChart *chart)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* A box would ask wrapped words for their width at each height, and have them laid out over and
   * over. */
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *thumbnail = qm_thumbnail_new ();
  const char *name = qm_text_get (chart->name);
  const char *summary = qm_text_get (chart->summary);
  GtkWidget *tick = create_tick (name);

  gtk_widget_set_valign (thumbnail, GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_attach (GTK_GRID (grid), thumbnail, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_words (name, summary), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), tick, 2, 0, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  g_object_set_data (G_OBJECT (row), "chart", (gpointer) chart);
  g_object_set_data (G_OBJECT (row), "thumbnail", thumbnail);
  g_object_set_data (G_OBJECT (row), "tick", tick);
  qm_chart_row_set_chosen (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

const QmChart *
qm_chart_row_get_chart (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "chart");
}

QmThumbnail *
qm_chart_row_get_thumbnail (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "thumbnail");
}

GtkCheckButton *
qm_chart_row_get_tick (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "tick");
}

void
qm_chart_row_set_chosen (GtkListBoxRow *row, gboolean is_chosen)
{
  const QmChart *chart = qm_chart_row_get_chart (row);
  /* Translators: said of a chart in the list, after its name */
  g_autofree char *label = g_strjoin (", ", qm_text_get (chart->name), qm_text_get (chart->summary),
                                      is_chosen ? _ ("chosen") : NULL, NULL);

  gtk_check_button_set_active (qm_chart_row_get_tick (row), is_chosen);
  /* A row has no name of its own for the screen reader. */
  qm_access_set_label (GTK_WIDGET (row), label);
}
