/* A shape as elements of SVG, with the geometry in which scene-draw.c paints it. */
#include "export/svg-private.h"

#include "export/xml.h"
#include "scene/typeset.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* --- Numbers and colours --- */

/* At most a thousandth, without zeros at the end. */
static void
append_number (GString *xml, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.3f", value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    buffer[--length] = '\0';
  if (buffer[length - 1] == '.')
    buffer[--length] = '\0';
  g_string_append (xml, g_str_equal (buffer, "-0") ? "0" : buffer);
}

/* name="value", to a thousandth */
static void
append_length (GString *xml, const char *name, double value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_number (xml, value);
  g_string_append_c (xml, '"');
}

/* name="#rrggbb", and its opacity where it has one: not every reader knows "#rrggbbaa". */
static void
append_color (GString *xml, const char *name, QmColor color)
{
  g_autofree char *opacity_name = g_strconcat (name, "-opacity", NULL);
  QmColor opaque = color;
  g_autofree char *written = NULL;

  opaque.alpha = 1;
  written = qm_color_to_string (opaque);
  g_string_append_printf (xml, " %s=\"%s\"", name, written);
  if (color.alpha < 1)
    append_length (xml, opacity_name, color.alpha);
}

void
qm_svg_append_point (GString *xml, const char *before, double x, double y)
{
  g_string_append (xml, before);
  append_number (xml, x);
  g_string_append_c (xml, ' ');
  append_number (xml, y);
}

/* --- Shapes --- */

/* Opens the element of the shape's outline, moved inwards by inset, as trace_shape() does. */
static void
append_outline (GString *xml, const QmShape *shape, double inset)
{
  QmRect rect = qm_rect_grow (shape->bounds, -inset);
  QmPoint centre = qm_rect_centre (shape->bounds);
  double radius = MAX (shape->radius - inset, 0);

  switch (shape->kind) {
  case QM_SHAPE_RECT:
  case QM_SHAPE_TEXT:
    g_string_append (xml, "<rect");
    append_length (xml, "x", rect.x);
    append_length (xml, "y", rect.y);
    append_length (xml, "width", rect.width);
    append_length (xml, "height", rect.height);
    if (radius > 0)
      append_length (xml, "rx", radius);
    break;
  case QM_SHAPE_DISC:
    g_string_append (xml, "<circle");
    append_length (xml, "cx", centre.x);
    append_length (xml, "cy", centre.y);
    append_length (xml, "r", radius);
    break;
  case QM_SHAPE_PATH:
    g_string_append (xml, "<path d=\"");
    for (gsize i = 0; i < shape->n_points; i++)
      qm_svg_append_point (xml, i == 0 ? "M" : "L", shape->points[i].x, shape->points[i].y);
    g_string_append (xml, shape->is_closed ? "Z\"" : "\"");
    break;
  }
}

static void
append_fill (GString *xml, const QmShape *shape)
{
  append_outline (xml, shape, 0);
  append_color (xml, "fill", shape->paint.fill);
  g_string_append (xml, "/>\n");
}

/* The lines of draw_hatch(). */
static void
append_hatch (GString *xml, const QmShape *shape, QmSvgIds *ids)
{
  QmRect bounds = shape->bounds;
  double spacing = shape->paint.hatch_spacing * G_SQRT2;
  int id = ++ids->n_defs;

  g_string_append_printf (xml, "<clipPath id=\"%sclip-%d\">", ids->prefix, id);
  append_outline (xml, shape, 0);
  g_string_append_printf (xml, "/></clipPath>\n<path clip-path=\"url(#%sclip-%d)\" d=\"",
                          ids->prefix, id);
  for (double x = spacing / 2; x < bounds.width + bounds.height; x += spacing) {
    qm_svg_append_point (xml, "M", bounds.x + x, bounds.y);
    qm_svg_append_point (xml, "l", -bounds.height, bounds.height);
  }
  g_string_append (xml, "\" fill=\"none\"");
  append_color (xml, "stroke", shape->paint.hatch);
  append_length (xml, "stroke-width", shape->paint.hatch_spacing * 0.4);
  g_string_append (xml, "/>\n");
}

static void
append_stroke (GString *xml, const QmShape *shape)
{
  const QmPaint *paint = &shape->paint;

  append_outline (xml, shape, paint->stroke_width / 2);
  g_string_append (xml, " fill=\"none\"");
  append_color (xml, "stroke", paint->stroke);
  append_length (xml, "stroke-width", paint->stroke_width);
  if (paint->is_round)
    g_string_append (xml, " stroke-linejoin=\"round\"");
  else /* what Cairo does where SVG would cut a corner at 4 widths */
    append_length (xml, "stroke-miterlimit", 10);
  if (paint->dash > 0)
    append_length (xml, "stroke-dasharray", paint->dash);
  g_string_append (xml, "/>\n");
}

static void
append_paint (GString *xml, const QmShape *shape, QmSvgIds *ids)
{
  if (shape->paint.fill.alpha > 0)
    append_fill (xml, shape);
  if (shape->paint.hatch.alpha > 0)
    append_hatch (xml, shape, ids);
  if (shape->paint.stroke.alpha > 0)
    append_stroke (xml, shape);
}

/* A mask that is white where the shape is to be seen and fades to black at its end. */
static void
append_feathered (GString *xml, const QmShape *shape, QmSvgIds *ids)
{
  const QmShape area = { .kind = QM_SHAPE_RECT, .bounds = qm_rect_grow (shape->bounds, 1) };
  int id = ++ids->n_defs;
  QmPoint from, to;

  qm_paint_get_fading (&shape->paint, shape->bounds, &from, &to);
  g_string_append_printf (xml, "<linearGradient id=\"%sfade-%d\" gradientUnits=\"userSpaceOnUse\"",
                          ids->prefix, id);
  append_length (xml, "x1", from.x);
  append_length (xml, "x2", to.x);
  append_length (xml, "y1", from.y);
  append_length (xml, "y2", to.y);
  g_string_append (xml, "><stop offset=\"0\" stop-color=\"#fff\"/>"
                        "<stop offset=\"1\" stop-color=\"#fff\" stop-opacity=\"0\"/>"
                        "</linearGradient>\n");
  g_string_append_printf (xml, "<mask id=\"%smask-%d\" maskUnits=\"userSpaceOnUse\"", ids->prefix,
                          id);
  append_length (xml, "x", area.bounds.x);
  append_length (xml, "y", area.bounds.y);
  append_length (xml, "width", area.bounds.width);
  append_length (xml, "height", area.bounds.height);
  g_string_append_c (xml, '>');
  append_outline (xml, &area, 0);
  g_string_append_printf (xml, " fill=\"url(#%sfade-%d)\"/></mask>\n<g mask=\"url(#%smask-%d)\">\n",
                          ids->prefix, id, ids->prefix, id);
  append_paint (xml, shape, ids);
  g_string_append (xml, "</g>\n");
}

/* --- Texts --- */

/* Where the piece is said to stand: a viewer that ignores textLength centres it, or ends it there,
 * in its own letters. */
static void
append_anchor (GString *xml, QmTextAnchor anchor, const QmTextPiece *piece)
{
  static const char *const names[] = { NULL, "middle", "end" };

  append_length (xml, "x", piece->bounds.x + piece->bounds.width * anchor / 2);
  if (names[anchor] != NULL)
    g_string_append_printf (xml, " text-anchor=\"%s\"", names[anchor]);
}

/* textLength keeps the line as long as it was measured where another font has to stand in. */
static void
append_piece (GString *xml, const QmShape *shape, const QmTextPiece *piece, gboolean is_line)
{
  const PangoFontDescription *font = pango_layout_get_font_description (shape->layout);
  g_autofree char *text = qm_xml_clean (piece->text);

  g_string_append (xml, "<text xml:space=\"preserve\"");
  append_anchor (xml, is_line && !piece->is_leftward ? shape->anchor : QM_TEXT_START, piece);
  append_length (xml, "y", piece->baseline);
  append_length (xml, "textLength", piece->bounds.width);
  append_length (xml, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_style (font) == PANGO_STYLE_ITALIC)
    g_string_append (xml, " font-style=\"italic\"");
  if (qm_typeset_is_tabular (shape->layout))
    g_string_append (xml, " style=\"font-variant-numeric:tabular-nums\"");
  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (xml, " font-weight=\"%d\"",
                            (int) pango_font_description_get_weight (font));
  append_color (xml, "fill", shape->color);
  /* Inside the text, whose own direction would move it to the other side of its place. */
  if (piece->is_leftward)
    qm_xml_append (xml, "><tspan direction=\"rtl\" unicode-bidi=\"embed\">%s</tspan></text>", text);
  else
    qm_xml_append (xml, ">%s</text>", text);
}

/* SVG 2's attribute, and that of 1.1 for the readers of today. */
static void
begin_link (GString *xml, const QmShape *shape, const QmTextPiece *piece)
{
  g_autofree char *url =
      qm_xml_attribute (g_array_index (shape->links, QmTextLink, piece->link).url);

  g_string_append_printf (xml, "<a href=\"%s\" xlink:href=\"%s\" target=\"_blank\">", url, url);
}

static void
append_linked_piece (GString *xml, const QmShape *shape, const QmTextPiece *piece, gboolean is_line)
{
  if (piece->link >= 0)
    begin_link (xml, shape, piece);
  append_piece (xml, shape, piece, is_line);
  g_string_append (xml, piece->link >= 0 ? "</a>\n" : "\n");
}

/* A line's last space is not drawn and has no width. */
static gboolean
is_end_of_line (const GArray *pieces, guint i)
{
  return i + 1 == pieces->len || g_array_index (pieces, QmTextPiece, i + 1).baseline >
                                     g_array_index (pieces, QmTextPiece, i).baseline + 0.5;
}

static void
append_text (GString *xml, const QmShape *shape)
{
  g_autoptr (GArray) pieces = qm_scene_text_pieces (shape);

  for (guint i = 0; i < pieces->len; i++) {
    QmTextPiece *piece = &g_array_index (pieces, QmTextPiece, i);
    gboolean begins = i == 0 || is_end_of_line (pieces, i - 1);

    if (is_end_of_line (pieces, i))
      g_strchomp (piece->text);
    if (piece->text[0] != '\0' && piece->bounds.width > 0)
      append_linked_piece (xml, shape, piece, begins && is_end_of_line (pieces, i));
  }
}

/* --- Outlines of letters --- */

/* "M1 2", "L3 4" or "C1 2 3 4 5 6" */
static void
append_segment (GString *xml, const cairo_path_data_t *data)
{
  static const char *const commands[] = { [CAIRO_PATH_MOVE_TO] = "M",
                                          [CAIRO_PATH_LINE_TO] = "L",
                                          [CAIRO_PATH_CURVE_TO] = "C",
                                          [CAIRO_PATH_CLOSE_PATH] = "Z" };

  if (data->header.length == 1)
    g_string_append (xml, commands[data->header.type]);
  for (int i = 1; i < data->header.length; i++)
    qm_svg_append_point (xml, i == 1 ? commands[data->header.type] : " ", data[i].point.x,
                         data[i].point.y);
}

/* The outlines of all letters, where scene-draw.c has them; none of a font without outlines. */
static cairo_path_t *
outlines_of (const QmShape *shape)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);
  PangoRectangle logical;
  cairo_path_t *path;

  pango_layout_get_extents (shape->layout, NULL, &logical);
  cairo_move_to (cr, shape->bounds.x - (double) logical.x / PANGO_SCALE,
                 shape->bounds.y - (double) logical.y / PANGO_SCALE);
  pango_cairo_layout_path (cr, shape->layout);
  path = cairo_copy_path (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  return path;
}

/* What can be clicked has no ink of its own. */
static void
append_link_areas (GString *xml, const QmShape *shape)
{
  g_autoptr (GArray) pieces = qm_scene_text_pieces (shape);

  for (guint i = 0; i < pieces->len; i++) {
    const QmTextPiece *piece = &g_array_index (pieces, QmTextPiece, i);
    const QmShape area = { .kind = QM_SHAPE_RECT, .bounds = piece->bounds };

    if (piece->link < 0)
      continue;
    begin_link (xml, shape, piece);
    append_outline (xml, &area, 0);
    g_string_append (xml, " fill-opacity=\"0\"/></a>\n");
  }
}

/* FALSE where there are none to append. */
static gboolean
append_outlines (GString *xml, const QmShape *shape)
{
  g_autofree char *words = qm_xml_attribute (pango_layout_get_text (shape->layout));
  cairo_path_t *path = outlines_of (shape);
  gboolean has_any = path->num_data > 1;

  if (has_any) {
    g_string_append_printf (xml, "<g role=\"img\" aria-label=\"%s\"><path d=\"", words);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length)
      append_segment (xml, &path->data[i]);
    g_string_append_c (xml, '"');
    append_color (xml, "fill", shape->color);
    g_string_append (xml, "/></g>\n");
    append_link_areas (xml, shape);
  }
  cairo_path_destroy (path);
  return has_any;
}

void
qm_svg_append_shape (GString *xml, const QmShape *shape, QmSvgIds *ids)
{
  if (shape->kind == QM_SHAPE_TEXT) {
    if (!ids->has_outlines || !append_outlines (xml, shape))
      append_text (xml, shape);
  } else if (fabs (shape->paint.feather) > 0)
    append_feathered (xml, shape, ids);
  else
    append_paint (xml, shape, ids);
}
