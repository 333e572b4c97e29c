/* The scene as SVG 1.1, in the order and with the geometry in which scene-draw.c paints it. */
#include "export/svg.h"

#include "chart/wording.h"
#include "export/xml.h"

#include <math.h>
#include <string.h>

typedef struct {
  GString *xml;
  const QmScene *scene;
  GHashTable *ids; /* those given so far */
  int n_defs;      /* masks and clips given so far */
} Svg;

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

/* name="value" */
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

static void
append_element (GString *xml, const char *name, const char *text)
{
  g_autofree char *clean = qm_xml_clean (text);

  qm_xml_append (xml, "<%s>%s</%s>\n", name, clean, name);
}

/* --- Shapes --- */

static void
append_point (GString *xml, const char *command, double x, double y)
{
  g_string_append (xml, command);
  append_number (xml, x);
  g_string_append_c (xml, ' ');
  append_number (xml, y);
}

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
      append_point (xml, i == 0 ? "M" : "L", shape->points[i].x, shape->points[i].y);
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
append_hatch (Svg *svg, const QmShape *shape)
{
  GString *xml = svg->xml;
  QmRect bounds = shape->bounds;
  double spacing = shape->paint.hatch_spacing * G_SQRT2;
  int id = ++svg->n_defs;

  g_string_append_printf (xml, "<clipPath id=\"clip-%d\">", id);
  append_outline (xml, shape, 0);
  g_string_append_printf (xml, "/></clipPath>\n<path clip-path=\"url(#clip-%d)\" d=\"", id);
  for (double x = spacing / 2; x < bounds.width + bounds.height; x += spacing) {
    append_point (xml, "M", bounds.x + x, bounds.y);
    append_point (xml, "l", -bounds.height, bounds.height);
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
  /* What Cairo does where SVG would cut a corner at 4 widths. */
  append_length (xml, "stroke-miterlimit", 10);
  if (paint->dash > 0)
    append_length (xml, "stroke-dasharray", paint->dash);
  g_string_append (xml, "/>\n");
}

static void
append_paint (Svg *svg, const QmShape *shape)
{
  if (shape->paint.fill.alpha > 0)
    append_fill (svg->xml, shape);
  if (shape->paint.hatch.alpha > 0)
    append_hatch (svg, shape);
  if (shape->paint.stroke.alpha > 0)
    append_stroke (svg->xml, shape);
}

/* A mask that is white where the shape is to be seen and fades to black at its end. */
static void
append_feathered (Svg *svg, const QmShape *shape)
{
  GString *xml = svg->xml;
  double feather = shape->paint.feather;
  double end = feather > 0 ? qm_rect_right (shape->bounds) : shape->bounds.x;
  const QmShape area = { .kind = QM_SHAPE_RECT, .bounds = qm_rect_grow (shape->bounds, 1) };
  int id = ++svg->n_defs;

  g_string_append_printf (xml, "<linearGradient id=\"fade-%d\" gradientUnits=\"userSpaceOnUse\"",
                          id);
  append_length (xml, "x1", end - feather);
  append_length (xml, "x2", end);
  g_string_append (xml, " y1=\"0\" y2=\"0\"><stop offset=\"0\" stop-color=\"#fff\"/>"
                        "<stop offset=\"1\" stop-color=\"#fff\" stop-opacity=\"0\"/>"
                        "</linearGradient>\n");
  g_string_append_printf (xml, "<mask id=\"mask-%d\" maskUnits=\"userSpaceOnUse\"", id);
  append_length (xml, "x", area.bounds.x);
  append_length (xml, "y", area.bounds.y);
  append_length (xml, "width", area.bounds.width);
  append_length (xml, "height", area.bounds.height);
  g_string_append_c (xml, '>');
  append_outline (xml, &area, 0);
  g_string_append_printf (xml, " fill=\"url(#fade-%d)\"/></mask>\n<g mask=\"url(#mask-%d)\">\n", id,
                          id);
  append_paint (svg, shape);
  g_string_append (xml, "</g>\n");
}

/* --- Texts --- */

/* textLength keeps the line as long as it was measured where another font has to stand in. */
static void
append_piece (GString *xml, const QmShape *shape, const QmTextPiece *piece)
{
  const PangoFontDescription *font = pango_layout_get_font_description (shape->layout);
  g_autofree char *text = qm_xml_clean (piece->text);

  g_string_append (xml, "<text xml:space=\"preserve\"");
  append_length (xml, "x", piece->bounds.x);
  append_length (xml, "y", piece->baseline);
  append_length (xml, "textLength", piece->bounds.width);
  append_length (xml, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_style (font) == PANGO_STYLE_ITALIC)
    g_string_append (xml, " font-style=\"italic\"");
  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (xml, " font-weight=\"%d\"",
                            (int) pango_font_description_get_weight (font));
  append_color (xml, "fill", shape->color);
  qm_xml_append (xml, ">%s</text>", text);
}

static void
append_linked_piece (GString *xml, const QmShape *shape, const QmTextPiece *piece)
{
  const QmTextLink *link =
      piece->link >= 0 ? &g_array_index (shape->links, QmTextLink, piece->link) : NULL;

  if (link != NULL) {
    g_autofree char *url = qm_xml_attribute (link->url);

    /* SVG 2's attribute, and that of 1.1 for the readers of today. */
    g_string_append_printf (xml, "<a href=\"%s\" xlink:href=\"%s\" target=\"_blank\">", url, url);
  }
  append_piece (xml, shape, piece);
  g_string_append (xml, link != NULL ? "</a>\n" : "\n");
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

    if (is_end_of_line (pieces, i))
      g_strchomp (piece->text);
    if (piece->text[0] != '\0' && piece->bounds.width > 0)
      append_linked_piece (xml, shape, piece);
  }
}

static void
append_shape (Svg *svg, const QmShape *shape)
{
  if (shape->kind == QM_SHAPE_TEXT)
    append_text (svg->xml, shape);
  else if (fabs (shape->paint.feather) > 0)
    append_feathered (svg, shape);
  else
    append_paint (svg, shape);
}

/* --- Marks --- */

/* The claim's id in letters that an XML name has, and a number where that was given before. */
static const char *
unique_id (Svg *svg, const char *id)
{
  g_autofree char *name = g_strconcat ("mark-", id, NULL);
  char *unique;

  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
  unique = g_strdup (name);
  for (int i = 2; g_hash_table_contains (svg->ids, unique); i++) {
    g_free (unique);
    unique = g_strdup_printf ("%s-%d", name, i);
  }
  g_hash_table_add (svg->ids, unique);
  return unique;
}

/* The card's words: what a browser shows beside the pointer, and what a screen reader says. */
static void
begin_mark (Svg *svg, const QmMark *mark)
{
  const QmClaim *claim = mark->datum;
  g_autofree char *title = qm_wording_claim_in_brief (claim);
  g_autofree char *card = qm_wording_claim (claim);

  qm_xml_append (svg->xml, "<g id=\"%s\" role=\"img\">\n", unique_id (svg, mark->id));
  append_element (svg->xml, "title", title);
  append_element (svg->xml, "desc", card);
}

static void
append_shapes (Svg *svg)
{
  gsize n_shapes, n_marks;
  const QmShape *shapes = qm_scene_get_shapes (svg->scene, &n_shapes);
  const QmMark *marks = qm_scene_get_marks (svg->scene, &n_marks);
  int mark = -1;

  for (gsize i = 0; i < n_shapes; i++) {
    if (shapes[i].mark != mark && mark >= 0)
      g_string_append (svg->xml, "</g>\n");
    if (shapes[i].mark != mark && shapes[i].mark >= 0)
      begin_mark (svg, &marks[shapes[i].mark]);
    mark = shapes[i].mark;
    append_shape (svg, &shapes[i]);
  }
  if (mark >= 0)
    g_string_append (svg->xml, "</g>\n");
}

/* --- The whole --- */

/* The addresses of all that the marks cite, each once, in the order of the marks. */
static GPtrArray *
sources_of (const QmScene *scene)
{
  GPtrArray *urls = g_ptr_array_new ();
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++) {
    const QmClaim *claim = marks[i].datum;

    for (gsize j = 0; j < claim->n_citations; j++) {
      const char *url = claim->citations[j].source->url;

      if (url != NULL && !g_ptr_array_find_with_equal_func (urls, url, g_str_equal, NULL))
        g_ptr_array_add (urls, (gpointer) url);
    }
  }
  return urls;
}

static void
append_metadata (Svg *svg, const QmMetadata *metadata)
{
  g_autoptr (GPtrArray) urls = sources_of (svg->scene);
  g_autofree char *date = qm_metadata_created_text (metadata);

  g_string_append (svg->xml, "<metadata>\n<rdf:RDF"
                             " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                             " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                             "<rdf:Description rdf:about=\"\">\n"
                             "<dc:format>image/svg+xml</dc:format>\n");
  append_element (svg->xml, "dc:title", metadata->title);
  append_element (svg->xml, "dc:language", metadata->language);
  append_element (svg->xml, "dc:date", date);
  append_element (svg->xml, "dc:rights", metadata->copyright);
  for (guint i = 0; i < urls->len; i++)
    append_element (svg->xml, "dc:source", g_ptr_array_index (urls, i));
  g_string_append (svg->xml, "</rdf:Description>\n</rdf:RDF>\n</metadata>\n");
}

/* A length in inches is the picture's size on paper whatever a program thinks a pixel is. */
static void
append_inches (GString *xml, const char *name, double inches)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* Fine enough for the pixels to come out whole. */
  g_ascii_formatd (buffer, sizeof buffer, "%.6f", inches);
  g_string_append_printf (xml, " %s=\"%sin\"", name, buffer);
}

static void
append_root (Svg *svg, const QmExportSize *size, const char *language)
{
  GString *xml = svg->xml;
  double pixels_per_inch = size->pixels_per_inch > 0 ? size->pixels_per_inch : 96;

  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
  append_inches (xml, "width", size->width / pixels_per_inch);
  append_inches (xml, "height", size->height / pixels_per_inch);
  append_point (xml, " viewBox=\"0 0 ", size->width, size->height);
  qm_xml_append (xml, "\" xml:lang=\"%s\" aria-labelledby=\"title\" aria-describedby=\"desc\"",
                 language);
  g_string_append (xml, " font-family=\"Inter, sans-serif\""
                        " style=\"font-variant-numeric:tabular-nums\">\n");
}

static void
append_background (GString *xml, const QmScene *scene)
{
  QmColor background = qm_scene_get_background (scene);
  const QmShape shape = {
    .kind = QM_SHAPE_RECT,
    .bounds = { 0, 0, qm_scene_get_width (scene), qm_scene_get_height (scene) },
    .paint = { .fill = background },
  };

  if (background.alpha > 0)
    append_fill (xml, &shape);
}

GBytes *
qm_svg_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Svg svg = { .xml = g_string_new (NULL), .scene = scene, .ids = ids };
  g_autofree char *title = qm_xml_clean (metadata->title);
  g_autofree char *description = qm_xml_clean (metadata->description);

  append_root (&svg, size, metadata->language);
  qm_xml_append (svg.xml, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", title,
                 description);
  append_metadata (&svg, metadata);
  append_background (svg.xml, scene);
  append_shapes (&svg);
  g_string_append (svg.xml, "</svg>\n");
  return g_string_free_to_bytes (svg.xml);
}
