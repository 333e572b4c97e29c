#include "app/sidebar/search-row.h"

#include "app/widgets/access.h"
#include "app/widgets/text-label.h"

/* Marks are bold. */
static GtkWidget *
create_label (const char *text, const GArray *marks, const char *css_class)
{
  GtkWidget *label = qm_text_label_new (text, PANGO_WRAP_WORD_CHAR, css_class);
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++) {
    const QmSpan *span = &g_array_index (marks, QmSpan, i);
    PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_HEAVY);

    bold->start_index = (guint) span->start;
    bold->end_index = (guint) span->end;
    pango_attr_list_insert (attributes, bold);
  }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  return label;
}

GtkWidget *
qm_search_row_new (const QmSearchResult *result)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *kind = qm_search_kind_get_name (result->kind);
  g_autofree char *words = g_strjoin (". ", kind, result->title, result->detail, NULL);

  gtk_box_append (GTK_BOX (box), create_label (kind, NULL, "kind"));
  gtk_box_append (GTK_BOX (box), create_label (result->title, result->title_marks, "name"));
  if (result->detail != NULL)
    gtk_box_append (GTK_BOX (box), create_label (result->detail, result->detail_marks, "summary"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  qm_access_set_label (row, words);
  g_object_set_data (G_OBJECT (row), "result", (gpointer) result);
  return row;
}

const QmSearchResult *
qm_search_row_get_result (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "result");
}
