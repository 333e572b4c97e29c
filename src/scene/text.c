#include "scene/text.h"

#include <math.h>
#include <pango/pangocairo.h>

/* One context for each thread, for its life: making one anew costs more than the layouts. Metrics
 * are unhinted and positions not rounded; a context made for a surface would round them, and a line
 * would have another length on the screen than in a PDF. */
static PangoContext *
get_context (void)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);
  cairo_font_options_t *options;

  if (context != NULL)
    return context;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  g_private_set (&contexts, context);
  return context;
}

PangoLayout *
qm_text_new (const char *text, double size, PangoWeight weight, double width, int max_lines)
{
  PangoLayout *layout = pango_layout_new (get_context ());
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Where there is no Inter, Fontconfig has the system's sans follow it. With that in the name
   * Pango would load each font once more, for its metrics, by the font's own name. */
  pango_font_description_set_family_static (font, "Inter");
  pango_font_description_set_weight (font, weight);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  /* A name that has no hyphen gets none; soft hyphens still do. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_text (layout, text, -1);
  if (width >= 0) {
    pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  }
  if (max_lines > 0) {
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height (layout, -max_lines);
  }

  return layout;
}

void
qm_text_set_italic (PangoLayout *layout)
{
  PangoFontDescription *font =
      pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

void
qm_text_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

gboolean
qm_text_is_shortened (PangoLayout *layout)
{
  return pango_layout_is_ellipsized (layout);
}

/* Of a text in Chinese two characters are a word. */
#define LEAST_CHARACTERS 2

gboolean
qm_text_is_lost (PangoLayout *layout)
{
  int n_characters = 0;

  if (!pango_layout_is_ellipsized (layout))
    return FALSE;
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next) {
      const PangoItem *item = ((PangoGlyphItem *) r->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) == 0)
        n_characters += item->num_chars;
    }
  return n_characters < LEAST_CHARACTERS;
}
