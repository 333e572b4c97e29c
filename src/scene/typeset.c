#include "scene/typeset.h"

#include "scene/no-break.h"

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

void
qm_typeset_prepare (void)
{
  pango_cairo_font_map_get_default ();
}

/* A text and all that it is laid out by. */
typedef struct {
  char *text;
  double size, width;
  PangoWeight weight;
  QmFace face;
  int max_lines;
} Request;

static void
keep_unbroken (PangoAttrList *attributes, const char *text)
{
  g_autoptr (GArray) parts = qm_no_break_find (text);

  for (guint i = 0; i < parts->len; i++) {
    PangoAttribute *unbroken = pango_attr_allow_breaks_new (FALSE);

    unbroken->start_index = g_array_index (parts, QmUnbroken, i).start;
    unbroken->end_index = g_array_index (parts, QmUnbroken, i).end;
    pango_attr_list_insert (attributes, unbroken);
  }
}

typedef enum { BREAKS_USUAL, BREAKS_UNBROKEN, BREAKS_HYPHENS } Breaks;

static PangoLayout *
lay_out_with (const Request *request, Breaks breaks)
{
  PangoLayout *layout = pango_layout_new (get_context ());
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Where there is no Inter, Fontconfig has the system's sans follow it. With that in the name
   * Pango would load each font once more, for its metrics, by the font's own name. */
  pango_font_description_set_family_static (font, "Inter");
  pango_font_description_set_weight (font, request->weight);
  pango_font_description_set_style (font, request->face == QM_FACE_SLANTED ? PANGO_STYLE_ITALIC
                                                                           : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (font, request->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (request->face == QM_FACE_TABULAR)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  /* A name that has no hyphen gets none; soft hyphens still do. */
  if (breaks != BREAKS_HYPHENS)
    pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (breaks == BREAKS_UNBROKEN)
    keep_unbroken (attributes, request->text);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_text (layout, request->text, -1);
  if (request->width >= 0) {
    pango_layout_set_width (layout, (int) ceil (request->width * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  }
  if (request->max_lines > 0) {
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height (layout, -request->max_lines);
  }

  return layout;
}

int
qm_typeset_lines_before_tear (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const char *before = text;
  int n_attributes;
  const PangoLogAttr *attribute = pango_layout_get_log_attrs_readonly (layout, &n_attributes);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++) {
    const char *start = text + pango_layout_get_line_readonly (layout, i)->start_index;

    attribute += g_utf8_pointer_to_offset (before, start);
    before = start;
    if (!attribute->is_line_break)
      return i;
  }
  return 0;
}

/* (takes layout) Lines that begin within a word, which is longer than they are, show that it goes
 * on. */
static PangoLayout *
mend_tears (PangoLayout *layout, const Request *request)
{
  if (qm_typeset_lines_before_tear (layout) == 0)
    return layout;
  g_object_unref (layout);
  return lay_out_with (request, BREAKS_HYPHENS);
}

/* A line ends between a figure and its unit only where there is no other room: rather than that
 * letters are left out or stand beyond the width. */
static PangoLayout *
lay_out (const Request *request)
{
  PangoLayout *layout = lay_out_with (request, BREAKS_USUAL), *unbroken;
  double width;

  if (request->width < 0 || pango_layout_get_line_count (layout) == 1)
    return layout;
  if (pango_layout_is_ellipsized (layout))
    return mend_tears (layout, request);
  unbroken = lay_out_with (request, BREAKS_UNBROKEN);
  qm_typeset_get_size (unbroken, &width, NULL);
  if (pango_layout_is_ellipsized (unbroken) || width > ceil (request->width)) {
    g_object_unref (unbroken);
    return mend_tears (layout, request);
  }
  g_object_unref (layout);
  return mend_tears (unbroken, request);
}

/* --- What was laid out of late --- */

/* About what a chart of five full panels asks for, again and again while it looks for room. */
#define MAX_KEPT 1024

static guint
hash_request (gconstpointer data)
{
  const Request *request = data;

  return g_str_hash (request->text) ^ g_double_hash (&request->size) ^
         (31 * g_double_hash (&request->width)) ^ (guint) request->max_lines;
}

static gboolean
equal_requests (gconstpointer a, gconstpointer b)
{
  const Request *first = a, *second = b;

  return first->size == second->size && first->width == second->width &&
         first->weight == second->weight && first->face == second->face &&
         first->max_lines == second->max_lines && g_str_equal (first->text, second->text);
}

static void
free_request (gpointer data)
{
  g_free (((Request *) data)->text);
  g_free (data);
}

/* Request → PangoLayout, of a thread, for its life. */
static GHashTable *
get_kept (void)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *layouts = g_private_get (&kept);

  if (layouts == NULL) {
    layouts = g_hash_table_new_full (hash_request, equal_requests, free_request, g_object_unref);
    g_private_set (&kept, layouts);
  }
  return layouts;
}

static PangoLayout *
get_layout (const Request *request)
{
  GHashTable *kept = get_kept ();
  PangoLayout *layout = g_hash_table_lookup (kept, request);
  Request *key;

  if (layout != NULL)
    return g_object_ref (layout);
  if (g_hash_table_size (kept) == MAX_KEPT)
    g_hash_table_remove_all (kept);
  layout = lay_out (request);
  key = g_memdup2 (request, sizeof *request);
  key->text = g_strdup (request->text);
  g_hash_table_insert (kept, key, g_object_ref (layout));
  return layout;
}

PangoLayout *
qm_typeset (const char *text, double size, PangoWeight weight, double width, int max_lines)
{
  return qm_typeset_face (QM_FACE_PLAIN, text, size, weight, width, max_lines);
}

PangoLayout *
qm_typeset_face (QmFace face, const char *text, double size, PangoWeight weight, double width,
                 int max_lines)
{
  return get_layout (&(Request) { (char *) text, size, width, weight, face, max_lines });
}

static gboolean
has_attribute (PangoLayout *layout, PangoAttrType type)
{
  PangoAttrIterator *first = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));
  gboolean is_there = pango_attr_iterator_get (first, type) != NULL;

  pango_attr_iterator_destroy (first);
  return is_there;
}

gboolean
qm_typeset_is_tabular (PangoLayout *layout)
{
  return has_attribute (layout, PANGO_ATTR_FONT_FEATURES);
}

gboolean
qm_typeset_has_hyphens (PangoLayout *layout)
{
  return !has_attribute (layout, PANGO_ATTR_INSERT_HYPHENS);
}

void
qm_typeset_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

gboolean
qm_typeset_is_shortened (PangoLayout *layout)
{
  return pango_layout_is_ellipsized (layout);
}

/* What layout shows in place of what has no room. */
static gboolean
is_ellipsis (const PangoItem *item)
{
  return (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0;
}

static const PangoItem *
item_of (const GSList *run)
{
  return ((const PangoGlyphItem *) run->data)->item;
}

char *
qm_typeset_read (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (GString) words = g_string_new (NULL);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next)
      if (is_ellipsis (item_of (r)))
        g_string_append (words, "…");
      else
        g_string_append_len (words, text + item_of (r)->offset, item_of (r)->length);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Of a text in Chinese two characters are a word. */
#define LEAST_CHARACTERS 2

gboolean
qm_typeset_is_lost (PangoLayout *layout)
{
  int n_characters = 0;

  if (!pango_layout_is_ellipsized (layout))
    return FALSE;
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next)
      if (!is_ellipsis (item_of (r)))
        n_characters += item_of (r)->num_chars;
  return n_characters < LEAST_CHARACTERS;
}

gboolean
qm_typeset_parts_figures (PangoLayout *layout)
{
  g_autoptr (GArray) parts = NULL;

  if (pango_layout_get_line_count (layout) == 1)
    return FALSE;
  parts = qm_no_break_find (pango_layout_get_text (layout));
  for (guint i = 0; i < parts->len; i++) {
    const QmUnbroken *part = &g_array_index (parts, QmUnbroken, i);

    for (int j = 1; j < pango_layout_get_line_count (layout); j++) {
      guint start = (guint) pango_layout_get_line_readonly (layout, j)->start_index;

      if (start > part->start && start < part->end)
        return TRUE;
    }
  }
  return FALSE;
}

gboolean
qm_typeset_is_torn (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++) {
    const char *start = text + pango_layout_get_line_readonly (layout, i)->start_index;
    gunichar before = g_utf8_get_char (g_utf8_prev_char (start)), after = g_utf8_get_char (start);

    if (!attributes[g_utf8_pointer_to_offset (text, start)].is_line_break &&
        (g_unichar_isdigit (before) || g_unichar_isdigit (after)))
      return TRUE;
  }
  return FALSE;
}
