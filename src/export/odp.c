/* Slides as LibreOffice Impress reads them: OpenDocument 1.3. */
#include "export/deck.h"

#include "export/xml.h"
#include "export/zip.h"

#include <string.h>

#define MIME "application/vnd.oasis.opendocument.presentation"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMESPACES                                                                                 \
  "xmlns:office=\"" OASIS "office:1.0\" "                                                          \
  "xmlns:style=\"" OASIS "style:1.0\" "                                                            \
  "xmlns:text=\"" OASIS "text:1.0\" "                                                              \
  "xmlns:draw=\"" OASIS "drawing:1.0\" "                                                           \
  "xmlns:presentation=\"" OASIS "presentation:1.0\" "                                              \
  "xmlns:svg=\"" OASIS "svg-compatible:1.0\" "                                                     \
  "xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\" "                                                   \
  "xmlns:meta=\"" OASIS "meta:1.0\" "                                                              \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                 \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                                  \
  "office:version=\"1.3\""

#define FONT_FACES                                                                                 \
  "<office:font-face-decls><style:font-face style:name=\"Inter\" svg:font-family=\"Inter\" "       \
  "style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/></office:font-face-decls>"

/* A box as large as it is said to be, with its text at the edge. */
#define BOX                                                                                        \
  "draw:stroke=\"none\" draw:fill=\"none\" draw:auto-grow-height=\"false\" "                       \
  "draw:auto-grow-width=\"false\" fo:padding=\"0pt\" fo:wrap-option=\"wrap\""

/* A page of notes, upright, 7.5 × 10 inches. */
#define NOTES_WIDTH 1080
#define NOTES_HEIGHT 1440

static const QmRect notes_text = { 108, 760, NOTES_WIDTH - 216, NOTES_HEIGHT - 840 };

/* --- Values --- */

typedef struct {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
} Length;

/* A logical pixel is half a point. */
static Length
points (double pixels)
{
  Length length;

  g_ascii_formatd (length.text, sizeof length.text, "%.2f", pixels / 2);
  return length;
}

static void
append_rect (GString *xml, QmRect rect)
{
  g_string_append_printf (xml,
                          "svg:x=\"%spt\" svg:y=\"%spt\" svg:width=\"%spt\" svg:height=\"%spt\"",
                          points (rect.x).text, points (rect.y).text, points (rect.width).text,
                          points (rect.height).text);
}

static const char *
country (const QmDeck *deck)
{
  return g_str_equal (deck->language, "vi") ? "VN" : "GB";
}

static char *
hex (QmColor color)
{
  return qm_color_to_string (color);
}

static QmRect
notes_picture (const QmDeck *deck)
{
  double width = 840;

  return (QmRect){ (NOTES_WIDTH - width) / 2, 80, width, width * deck->height / deck->width };
}

/* --- Styles --- */

static void
append_text_properties (GString *xml, const QmDeck *deck, QmColor color, double size,
                        const char *weight)
{
  g_autofree char *hex_color = hex (color);

  g_string_append_printf (
      xml,
      "<style:text-properties fo:color=\"%s\" style:font-name=\"Inter\" fo:font-family=\"Inter\" "
      "fo:font-size=\"%spt\" fo:font-weight=\"%s\" fo:language=\"%s\" fo:country=\"%s\"/>",
      hex_color, points (size).text, weight, deck->language, country (deck));
}

static void
append_default_style (GString *xml, const QmDeck *deck)
{
  g_string_append (xml, "<style:default-style style:family=\"graphic\">");
  append_text_properties (xml, deck, deck->theme->ink, 36, "normal");
  g_string_append (xml, "</style:default-style>");
}

/* The styles that a master page's placeholders follow are found by its name. */
static void
append_placeholder_style (GString *xml, const QmDeck *deck, const char *name, const char *align,
                          double gap, QmColor color, double size, const char *weight)
{
  g_string_append_printf (
      xml,
      "<style:style style:name=\"Quymo-%s\" style:family=\"presentation\">"
      "<style:graphic-properties " BOX " draw:textarea-vertical-align=\"%s\"/>"
      "<style:paragraph-properties fo:margin-bottom=\"%spt\" "
      "fo:line-height=\"%s\" fo:text-align=\"start\" text:enable-numbering=\"false\"/>",
      name, align, points (gap).text, gap > 0 ? "110%" : "100%");
  append_text_properties (xml, deck, color, size, weight);
  g_string_append (xml, "</style:style>");
}

/* Impress looks here for a master page's background, and not at the page's own style. */
static void
append_background_style (GString *xml, QmColor background)
{
  g_autofree char *color = hex (background);

  g_string_append_printf (
      xml,
      "<style:style style:name=\"Quymo-background\" style:family=\"presentation\">"
      "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"solid\" "
      "draw:fill-color=\"%s\"/></style:style>",
      color);
}

static void
append_page_layouts (GString *xml, const QmDeck *deck)
{
  g_string_append_printf (xml,
                          "<style:page-layout style:name=\"Slide\"><style:page-layout-properties "
                          "fo:margin=\"0pt\" fo:page-width=\"%spt\" fo:page-height=\"%spt\" "
                          "style:print-orientation=\"landscape\"/></style:page-layout>",
                          points (deck->width).text, points (deck->height).text);
  g_string_append_printf (xml,
                          "<style:page-layout style:name=\"Notes\"><style:page-layout-properties "
                          "fo:margin=\"0pt\" fo:page-width=\"%spt\" fo:page-height=\"%spt\" "
                          "style:print-orientation=\"portrait\"/></style:page-layout>",
                          points (NOTES_WIDTH).text, points (NOTES_HEIGHT).text);
}

static void
append_page_style (GString *xml, const char *name, QmColor background)
{
  g_autofree char *color = hex (background);

  g_string_append_printf (
      xml,
      "<style:style style:name=\"%s\" style:family=\"drawing-page\">"
      "<style:drawing-page-properties draw:background-size=\"full\" draw:fill=\"solid\" "
      "draw:fill-color=\"%s\"/></style:style>",
      name, color);
}

static void
append_thumbnail (GString *xml, const QmDeck *deck, guint number)
{
  g_string_append (xml, "<draw:page-thumbnail presentation:class=\"page\" draw:layer=\"layout\" ");
  append_rect (xml, notes_picture (deck));
  if (number > 0)
    g_string_append_printf (xml, " draw:page-number=\"%u\"", number);
  g_string_append (xml, "/>");
}

static void
append_placeholder (GString *xml, const char *class, const char *style, QmRect rect)
{
  g_string_append_printf (xml,
                          "<draw:frame presentation:style-name=\"Quymo-%s\" "
                          "draw:layer=\"backgroundobjects\" presentation:class=\"%s\" "
                          "presentation:placeholder=\"true\" ",
                          style, class);
  append_rect (xml, rect);
  g_string_append (xml, "><draw:text-box/></draw:frame>");
}

static void
append_master (GString *xml, const QmDeck *deck)
{
  g_string_append (xml, "<office:master-styles><style:master-page style:name=\"Quymo\" "
                        "style:page-layout-name=\"Slide\" draw:style-name=\"SlidePage\">");
  append_placeholder (xml, "title", "title", deck->title);
  append_placeholder (xml, "outline", "outline1", deck->lines);
  g_string_append (xml, "<presentation:notes style:page-layout-name=\"Notes\" "
                        "draw:style-name=\"NotesPage\">");
  append_thumbnail (xml, deck, 0);
  append_placeholder (xml, "notes", "notes", notes_text);
  g_string_append (xml, "</presentation:notes></style:master-page></office:master-styles>");
}

static GString *
styles (const QmDeck *deck)
{
  GString *xml = g_string_new (DECLARATION "<office:document-styles " NAMESPACES ">" FONT_FACES
                                           "<office:styles>");
  const QmTheme *theme = deck->theme;

  append_default_style (xml, deck);
  append_background_style (xml, theme->background);
  append_placeholder_style (xml, deck, "title", "bottom", 0, theme->ink, QM_DECK_TITLE_SIZE,
                            "bold");
  append_placeholder_style (xml, deck, "outline1", "top", 40 * QM_DECK_LINE_GAP, theme->ink, 40,
                            "normal");
  append_placeholder_style (xml, deck, "notes", "top", 8, qm_theme_light.ink, 22, "normal");
  g_string_append (xml, "</office:styles><office:automatic-styles>");
  append_page_layouts (xml, deck);
  append_page_style (xml, "SlidePage", theme->background);
  append_page_style (xml, "NotesPage", qm_theme_light.background);
  g_string_append (xml, "</office:automatic-styles>");
  append_master (xml, deck);
  g_string_append (xml, "</office:document-styles>");
  return xml;
}

/* --- Slides --- */

/* An own style where a text is smaller than its placeholder's. */
static void
append_text_style (GString *xml, const char *kind, guint number, double size)
{
  g_string_append_printf (xml,
                          "<style:style style:name=\"%s%u\" style:family=\"text\">"
                          "<style:text-properties fo:font-size=\"%spt\"/></style:style>",
                          kind, number, points (size).text);
}

static void
append_content_styles (GString *xml, const QmDeck *deck)
{
  g_autofree char *link = hex (deck->theme->identities[QM_IDENTITY_BLUE]);

  g_string_append (xml, "<office:automatic-styles>"
                        "<style:style style:name=\"Page\" style:family=\"drawing-page\">"
                        "<style:drawing-page-properties presentation:background-visible=\"true\" "
                        "presentation:background-objects-visible=\"true\"/></style:style>"
                        "<style:style style:name=\"Picture\" style:family=\"graphic\">"
                        "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\"/>"
                        "</style:style>");
  g_string_append_printf (xml,
                          "<style:style style:name=\"Link\" style:family=\"text\">"
                          "<style:text-properties fo:color=\"%s\" "
                          "style:text-underline-style=\"solid\" "
                          "style:text-underline-color=\"font-color\"/></style:style>",
                          link);
  for (guint i = 0; i < deck->slides->len; i++) {
    const QmSlide *slide = deck->slides->pdata[i];

    append_text_style (xml, "Title", i + 1, slide->title_size);
    if (slide->lines != NULL)
      append_text_style (xml, "Line", i + 1, slide->line_size);
  }
  g_string_append (xml, "</office:automatic-styles>");
}

static void
begin_box (GString *xml, const char *class, const char *style, QmRect rect)
{
  g_string_append_printf (xml,
                          "<draw:frame presentation:style-name=\"Quymo-%s\" draw:layer=\"layout\" "
                          "presentation:class=\"%s\" presentation:user-transformed=\"true\" ",
                          style, class);
  append_rect (xml, rect);
  g_string_append (xml, "><draw:text-box>");
}

static void
end_box (GString *xml)
{
  g_string_append (xml, "</draw:text-box></draw:frame>");
}

static void
append_title (GString *xml, const QmDeck *deck, const QmSlide *slide, guint number)
{
  begin_box (xml, "title", "title", deck->title);
  qm_xml_append (xml, "<text:p><text:span text:style-name=\"Title%u\">%s</text:span></text:p>",
                 number, slide->title);
  end_box (xml);
}

static void
append_picture (GString *xml, const QmDeck *deck, const QmSlide *slide, guint number)
{
  g_string_append (xml, "<draw:frame draw:style-name=\"Picture\" draw:layer=\"layout\" ");
  append_rect (xml, deck->picture);
  qm_xml_append (xml,
                 "><draw:image xlink:href=\"Pictures/%u.png\" xlink:type=\"simple\" "
                 "xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\"/>"
                 "<svg:title>%s</svg:title><svg:desc>%s</svg:desc></draw:frame>",
                 number, slide->title, slide->alternative);
}

static void
append_lines (GString *xml, const QmDeck *deck, const QmSlide *slide, guint number)
{
  begin_box (xml, "outline", "outline1", deck->lines);
  for (gsize i = 0; slide->lines[i] != NULL; i++) {
    qm_xml_append (xml, "<text:p><text:span text:style-name=\"Line%u\">%s", number,
                   slide->lines[i]);
    if (slide->links[i][0] != '\0')
      qm_xml_append (xml,
                     "<text:line-break/><text:span text:style-name=\"Link\">"
                     "<text:a xlink:href=\"%s\" xlink:type=\"simple\">%s</text:a></text:span>",
                     slide->links[i], slide->links[i]);
    g_string_append (xml, "</text:span></text:p>");
  }
  end_box (xml);
}

static void
append_notes (GString *xml, const QmDeck *deck, const QmSlide *slide, guint number)
{
  g_auto (GStrv) lines = g_strsplit (slide->notes != NULL ? slide->notes : "", "\n", -1);

  g_string_append (xml, "<presentation:notes draw:style-name=\"Page\">");
  append_thumbnail (xml, deck, number);
  begin_box (xml, "notes", "notes", notes_text);
  for (gsize i = 0; lines[i] != NULL; i++)
    qm_xml_append (xml, "<text:p>%s</text:p>", lines[i]);
  end_box (xml);
  g_string_append (xml, "</presentation:notes>");
}

/* A page's name in the list of slides is its title, but no two can have the same. */
static void
append_slide (GString *xml, const QmDeck *deck, const QmSlide *slide, guint number)
{
  qm_xml_append (xml,
                 "<draw:page draw:name=\"%u. %s\" draw:style-name=\"Page\" "
                 "draw:master-page-name=\"Quymo\">",
                 number, slide->title);
  append_title (xml, deck, slide, number);
  if (slide->picture != NULL)
    append_picture (xml, deck, slide, number);
  else
    append_lines (xml, deck, slide, number);
  append_notes (xml, deck, slide, number);
  g_string_append (xml, "</draw:page>");
}

static GString *
content (const QmDeck *deck)
{
  GString *xml = g_string_new (DECLARATION "<office:document-content " NAMESPACES ">" FONT_FACES);

  append_content_styles (xml, deck);
  g_string_append (xml, "<office:body><office:presentation>");
  for (guint i = 0; i < deck->slides->len; i++)
    append_slide (xml, deck, deck->slides->pdata[i], i + 1);
  g_string_append (xml, "</office:presentation></office:body></office:document-content>");
  return xml;
}

/* --- The package --- */

static GString *
metadata (const QmDeck *deck)
{
  GString *xml = g_string_new (DECLARATION "<office:document-meta " NAMESPACES "><office:meta>");
  g_autofree char *created = g_date_time_format (deck->created, "%Y-%m-%dT%H:%M:%SZ");

  qm_xml_append (xml,
                 "<meta:generator>Quymo</meta:generator><dc:title>%s</dc:title>"
                 "<meta:creation-date>%s</meta:creation-date><dc:date>%s</dc:date>"
                 "<dc:language>%s-%s</dc:language></office:meta></office:document-meta>",
                 deck->name, created, created, deck->language, country (deck));
  return xml;
}

static void
append_entry (GString *xml, const char *name, const char *type)
{
  qm_xml_append (xml, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>",
                 name, type);
}

static GString *
manifest (const QmDeck *deck)
{
  GString *xml = g_string_new (
      DECLARATION "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" "
                  "manifest:version=\"1.3\">"
                  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
                  "manifest:media-type=\"" MIME "\"/>");

  append_entry (xml, "content.xml", "text/xml");
  append_entry (xml, "styles.xml", "text/xml");
  append_entry (xml, "meta.xml", "text/xml");
  for (guint i = 0; i < deck->slides->len; i++) {
    const QmSlide *slide = deck->slides->pdata[i];
    g_autofree char *name = g_strdup_printf ("Pictures/%u.png", i + 1);

    if (slide->picture != NULL)
      append_entry (xml, name, "image/png");
  }
  g_string_append (xml, "</manifest:manifest>");
  return xml;
}

/* Takes over xml. */
static void
add_xml (QmZip *zip, const char *name, GString *xml)
{
  qm_zip_add (zip, name, xml->str, xml->len);
  g_string_free (xml, TRUE);
}

static void
add_pictures (QmZip *zip, const QmDeck *deck)
{
  for (guint i = 0; i < deck->slides->len; i++) {
    const QmSlide *slide = deck->slides->pdata[i];
    g_autofree char *name = g_strdup_printf ("Pictures/%u.png", i + 1);
    const char *data;
    gsize length;

    if (slide->picture == NULL)
      continue;
    data = g_bytes_get_data (slide->picture, &length);
    qm_zip_add_stored (zip, name, data, length);
  }
}

GBytes *
qm_odp_encode (const QmDeck *deck, GError **error)
{
  g_autoptr (QmZip) zip = qm_zip_new ();

  qm_zip_add_stored (zip, "mimetype", MIME, strlen (MIME));
  add_xml (zip, "META-INF/manifest.xml", manifest (deck));
  add_xml (zip, "meta.xml", metadata (deck));
  add_xml (zip, "styles.xml", styles (deck));
  add_xml (zip, "content.xml", content (deck));
  add_pictures (zip, deck);
  return qm_zip_end (zip, TRUE, error);
}
