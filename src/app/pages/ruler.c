#include "app/pages/ruler.h"

QmRuler
qm_ruler_create (GtkWidget *widget)
{
  QmRuler ruler = { gtk_widget_create_pango_layout (widget, NULL), 0 };
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

  /* As style.css has it. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (ruler.layout, attributes);
  pango_layout_set_wrap (ruler.layout, PANGO_WRAP_WORD);
  ruler.letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  pango_attr_list_unref (attributes);
  return ruler;
}

void
qm_ruler_measure (const QmRuler *ruler, const char *text, int *longest, int *whole)
{
  int width;

  pango_layout_set_text (ruler->layout, text, -1);
  pango_layout_set_width (ruler->layout, -1);
  pango_layout_get_pixel_size (ruler->layout, &width, NULL);
  *whole = MAX (*whole, width);
  pango_layout_set_width (ruler->layout, 0);
  pango_layout_get_pixel_size (ruler->layout, &width, NULL);
  *longest = MAX (*longest, width);
}

void
qm_ruler_clear (QmRuler *ruler)
{
  g_clear_object (&ruler->layout);
}
