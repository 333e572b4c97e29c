#include "app/sidebar/chart-row.h"

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_words (const char *name, const char *summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), create_label (name, "name"));
  gtk_box_append (GTK_BOX (box), create_label (summary, "summary"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

GtkWidget *
qm_chart_row_new (const QmChart *chart)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *thumbnail = qm_thumbnail_new ();
  const char *name = qm_text_get (chart->name);
  const char *summary = qm_text_get (chart->summary);
  g_autofree char *label = g_strjoin (", ", name, summary, NULL);

  gtk_widget_set_valign (thumbnail, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), thumbnail);
  gtk_box_append (GTK_BOX (box), create_words (name, summary));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "chart", (gpointer) chart);
  g_object_set_data (G_OBJECT (row), "thumbnail", thumbnail);
  /* A row has no name of its own for the screen reader. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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
