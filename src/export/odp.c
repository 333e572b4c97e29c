/* Slides as LibreOffice Impress reads them: OpenDocument 1.3. */
#include "export/odp-private.h"

#include "export/xml.h"
#include "export/zip.h"

#include <string.h>

#define MIME "application/vnd.oasis.opendocument.presentation"

/* --- Slides --- */

/* An own style where a text is smaller than its placeholder's. */
static void
append_text_style (GString *xml, const char *kind, guint number, double size)
{
  g_string_append_printf (xml,
                          "<style:style style:name=\"%s%u\" style:family=\"text\">"
                          "<style:text-properties fo:font-size=\"%spt\"/></style:style>",
                          kind, number, qm_odp_points (size).text);
}

static void
append_content_styles (GString *xml, const QmDeck *deck)
{
  g_autofree char *link = qm_color_to_string (deck->theme->identities[QM_IDENTITY_BLUE]);

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
  qm_odp_append_rect (xml, rect);
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
  qm_odp_append_rect (xml, deck->picture);
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
  qm_odp_append_thumbnail (xml, deck, number);
  begin_box (xml, "notes", "notes", qm_odp_notes_text);
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
  GString *xml = g_string_new (QM_ODP_DECLARATION "<office:document-content " QM_ODP_NAMESPACES
                                                  ">" QM_ODP_FONT_FACES);

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
  GString *xml =
      g_string_new (QM_ODP_DECLARATION "<office:document-meta " QM_ODP_NAMESPACES "><office:meta>");
  g_autofree char *created = g_date_time_format (deck->created, "%Y-%m-%dT%H:%M:%SZ");

  qm_xml_append (xml,
                 "<meta:generator>Quymo</meta:generator><dc:title>%s</dc:title>"
                 "<meta:creation-date>%s</meta:creation-date><dc:date>%s</dc:date>"
                 "<dc:language>%s-%s</dc:language></office:meta></office:document-meta>",
                 deck->name, created, created, deck->language, qm_odp_country (deck));
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
      QM_ODP_DECLARATION "<manifest:manifest xmlns:manifest=\"" QM_ODP_OASIS "manifest:1.0\" "
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
  add_xml (zip, "styles.xml", qm_odp_styles (deck));
  add_xml (zip, "content.xml", content (deck));
  add_pictures (zip, deck);
  return qm_zip_end (zip, TRUE, error);
}
