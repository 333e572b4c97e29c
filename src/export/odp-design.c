/* How slides of OpenDocument look, and what all of them share: styles.xml. */
#include "export/odp-private.h"

/* A box as large as it is said to be, with its text at the edge. */
#define BOX                                                                                        \
  "draw:stroke=\"none\" draw:fill=\"none\" draw:auto-grow-height=\"false\" "                       \
  "draw:auto-grow-width=\"false\" fo:padding=\"0pt\" fo:wrap-option=\"wrap\""

const QmRect qm_odp_notes_text = { 108, 760, QM_ODP_NOTES_WIDTH - 216, QM_ODP_NOTES_HEIGHT - 840 };

/* --- Values --- */

/* A logical pixel is half a point. */
QmOdpLength
qm_odp_points (double pixels)
{
  QmOdpLength length;

  g_ascii_formatd (length.text, sizeof length.text, "%.2f", pixels / 2);
  return length;
}

void
qm_odp_append_rect (GString *xml, QmRect rect)
{
  g_string_append_printf (xml,
                          "svg:x=\"%spt\" svg:y=\"%spt\" svg:width=\"%spt\" svg:height=\"%spt\"",
                          qm_odp_points (rect.x).text, qm_odp_points (rect.y).text,
                          qm_odp_points (rect.width).text, qm_odp_points (rect.height).text);
}

const char *
qm_odp_country (const QmDeck *deck)
{
  return g_str_equal (deck->language, "vi") ? "VN" : "GB";
}

static QmRect
notes_picture (const QmDeck *deck)
{
  double width = 840;

  return (QmRect){ (QM_ODP_NOTES_WIDTH - width) / 2, 80, width,
                   width * deck->height / deck->width };
}

void
qm_odp_append_thumbnail (GString *xml, const QmDeck *deck, guint number)
{
  g_string_append (xml, "<draw:page-thumbnail presentation:class=\"page\" draw:layer=\"layout\" ");
  qm_odp_append_rect (xml, notes_picture (deck));
  if (number > 0)
    g_string_append_printf (xml, " draw:page-number=\"%u\"", number);
  g_string_append (xml, "/>");
}

/* --- Styles --- */

static void
append_text_properties (GString *xml, const QmDeck *deck, QmColor color, double size,
                        const char *weight)
{
  g_autofree char *hex_color = qm_color_to_string (color);

  g_string_append_printf (
      xml,
      "<style:text-properties fo:color=\"%s\" style:font-name=\"Inter\" fo:font-family=\"Inter\" "
      "fo:font-size=\"%spt\" fo:font-weight=\"%s\" fo:language=\"%s\" fo:country=\"%s\"/>",
      hex_color, qm_odp_points (size).text, weight, deck->language, qm_odp_country (deck));
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
      name, align, qm_odp_points (gap).text, gap > 0 ? "110%" : "100%");
  append_text_properties (xml, deck, color, size, weight);
  g_string_append (xml, "</style:style>");
}

/* Impress looks here for a master page's background, and not at the page's own style. */
static void
append_background_style (GString *xml, QmColor background)
{
  g_autofree char *color = qm_color_to_string (background);

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
                          qm_odp_points (deck->width).text, qm_odp_points (deck->height).text);
  g_string_append_printf (xml,
                          "<style:page-layout style:name=\"Notes\"><style:page-layout-properties "
                          "fo:margin=\"0pt\" fo:page-width=\"%spt\" fo:page-height=\"%spt\" "
                          "style:print-orientation=\"portrait\"/></style:page-layout>",
                          qm_odp_points (QM_ODP_NOTES_WIDTH).text,
                          qm_odp_points (QM_ODP_NOTES_HEIGHT).text);
}

static void
append_page_style (GString *xml, const char *name, QmColor background)
{
  g_autofree char *color = qm_color_to_string (background);

  g_string_append_printf (
      xml,
      "<style:style style:name=\"%s\" style:family=\"drawing-page\">"
      "<style:drawing-page-properties draw:background-size=\"full\" draw:fill=\"solid\" "
      "draw:fill-color=\"%s\"/></style:style>",
      name, color);
}

/* --- The master page --- */

static void
append_placeholder (GString *xml, const char *class, const char *style, QmRect rect)
{
  g_string_append_printf (xml,
                          "<draw:frame presentation:style-name=\"Quymo-%s\" "
                          "draw:layer=\"backgroundobjects\" presentation:class=\"%s\" "
                          "presentation:placeholder=\"true\" ",
                          style, class);
  qm_odp_append_rect (xml, rect);
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
  qm_odp_append_thumbnail (xml, deck, 0);
  append_placeholder (xml, "notes", "notes", qm_odp_notes_text);
  g_string_append (xml, "</presentation:notes></style:master-page></office:master-styles>");
}

GString *
qm_odp_styles (const QmDeck *deck)
{
  GString *xml = g_string_new (QM_ODP_DECLARATION "<office:document-styles " QM_ODP_NAMESPACES
                                                  ">" QM_ODP_FONT_FACES "<office:styles>");
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
