/* The scene as SVG 1.1, in the order and with the geometry in which scene-draw.c paints it. */
#include "export/svg.h"

#include "chart/words/wording.h"
#include "export/svg-private.h"
#include "export/xml.h"
#include "export/xmp.h"

typedef struct {
  GString *xml;
  const QmScene *scene;
  GHashTable *marks; /* the marks' ids given so far */
  QmSvgIds ids;
} Svg;

static void
append_element (GString *xml, const char *name, const char *text)
{
  g_autofree char *clean = qm_xml_clean (text);

  qm_xml_append (xml, "<%s>%s</%s>\n", name, clean, name);
}

/* --- Marks --- */

/* The claim's id in letters that an XML name has, and a number where that was given before. */
static const char *
unique_id (Svg *svg, const char *id)
{
  g_autofree char *name = g_strconcat (svg->ids.prefix, "mark-", id, NULL);
  char *unique;

  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
  unique = g_strdup (name);
  for (int i = 2; g_hash_table_contains (svg->marks, unique); i++) {
    g_free (unique);
    unique = g_strdup_printf ("%s-%d", name, i);
  }
  g_hash_table_add (svg->marks, unique);
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
    qm_svg_append_shape (svg->xml, &shapes[i], &svg->ids);
  }
  if (mark >= 0)
    g_string_append (svg->xml, "</g>\n");
}

/* --- The whole --- */

static void
append_metadata (Svg *svg, const QmMetadata *metadata)
{
  g_autofree char *xmp = qm_xmp_write (metadata, "image/svg+xml", FALSE);

  g_string_append_printf (svg->xml, "<metadata>\n%s</metadata>\n", xmp);
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
  qm_svg_append_point (xml, " viewBox=\"0 0 ", size->width, size->height);
  qm_xml_append (xml, "\" xml:lang=\"%s\" aria-labelledby=\"%stitle\" aria-describedby=\"%sdesc\"",
                 language, svg->ids.prefix, svg->ids.prefix);
  g_string_append (xml, " font-family=\"Inter, sans-serif\">\n");
}

static void
append_background (Svg *svg)
{
  QmColor background = qm_scene_get_background (svg->scene);
  const QmShape shape = {
    .kind = QM_SHAPE_RECT,
    .bounds = { 0, 0, qm_scene_get_width (svg->scene), qm_scene_get_height (svg->scene) },
    .paint = { .fill = background },
  };

  qm_svg_append_shape (svg->xml, &shape, &svg->ids);
}

/* Of the chart, its view and all that is drawn of it. */
static char *
prefix_of (const QmScene *scene, const QmMetadata *metadata)
{
  g_autofree char *shapes = qm_scene_dump (scene);
  g_autofree char *all = g_strconcat (metadata->view, metadata->dataset, shapes, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);

  return g_strdup_printf ("q%.8s-", sum);
}

static GBytes *
encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
        gboolean has_outlines)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *prefix = prefix_of (scene, metadata);
  Svg svg = { .xml = g_string_new (NULL),
              .scene = scene,
              .marks = marks,
              .ids = { .prefix = prefix, .has_outlines = has_outlines } };
  g_autofree char *title = qm_xml_clean (metadata->title);
  g_autofree char *description = qm_xml_clean (metadata->description);

  append_root (&svg, size, metadata->language);
  qm_xml_append (svg.xml, "<title id=\"%stitle\">%s</title>\n<desc id=\"%sdesc\">%s</desc>\n",
                 prefix, title, prefix, description);
  append_metadata (&svg, metadata);
  append_background (&svg);
  append_shapes (&svg);
  g_string_append (svg.xml, "</svg>\n");
  return g_string_free_to_bytes (svg.xml);
}

GBytes *
qm_svg_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
               GError **error G_GNUC_UNUSED)
{
  return encode (scene, size, metadata, FALSE);
}

GBytes *
qm_svg_encode_outlines (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
                        GError **error G_GNUC_UNUSED)
{
  return encode (scene, size, metadata, TRUE);
}
