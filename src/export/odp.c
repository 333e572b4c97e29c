/* Slides as LibreOffice Impress reads them: OpenDocument 1.3. What all slides share stands in
 * data/slides/odp/. */
#include "export/deck.h"
#include "export/template.h"
#include "export/xml.h"
#include "export/zip.h"

#include <string.h>

#define IMAGE_LINK "xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" "

#define MIME "application/vnd.oasis.opendocument.presentation"

/* --- Measures and languages --- */

/* In points: a logical pixel is half of one. */
static char *
length_to_text (double pixels)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (g_ascii_formatd (text, sizeof text, "%.2f", pixels / 2), "pt", NULL);
}

static void
append_rect (GString *xml, QmRect rect)
{
  g_autofree char *x = length_to_text (rect.x), *y = length_to_text (rect.y);
  g_autofree char *width = length_to_text (rect.width), *height = length_to_text (rect.height);

  g_string_append_printf (xml, "svg:x=\"%s\" svg:y=\"%s\" svg:width=\"%s\" svg:height=\"%s\"", x, y,
                          width, height);
}

static void
set_color (GHashTable *values, const char *name, QmColor color)
{
  g_autofree char *hex = qm_color_to_string (color);

  qm_template_set (values, name, "%s", hex);
}

/* --- Slides --- */

/* An own style where a text is smaller than its placeholder's. */
static void
append_text_style (GString *xml, const char *kind, guint number, double size)
{
  g_autofree char *points = length_to_text (size);

  g_string_append_printf (xml,
                          "<style:style style:name=\"%s%u\" style:family=\"text\">"
                          "<style:text-properties fo:font-size=\"%s\"/></style:style>",
                          kind, number, points);
}

static void
set_text_styles (GHashTable *values, const QmDeck *deck)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; i < deck->slides->len; i++) {
    const QmSlide *slide = deck->slides->pdata[i];

    append_text_style (xml, "Title", i + 1, slide->title_size);
    if (slide->lines != NULL)
      append_text_style (xml, "Line", i + 1, slide->line_size);
    else
      append_text_style (xml, "Notes", i + 1, slide->notes_size);
  }
  qm_template_set_xml (values, "styles", g_string_free (xml, FALSE));
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

/* A program takes the first of a frame's images that it can show. */
static void
append_picture (GString *xml, const QmDeck *deck, const QmSlide *slide, guint number)
{
  g_string_append (xml, "<draw:frame draw:style-name=\"Picture\" draw:layer=\"layout\" ");
  append_rect (xml, deck->picture);
  qm_xml_append (
      xml,
      "><draw:image xlink:href=\"Pictures/%u.svg\" " IMAGE_LINK "draw:mime-type=\"image/svg+xml\"/>"
      "<draw:image xlink:href=\"Pictures/%u.png\" " IMAGE_LINK "draw:mime-type=\"image/png\"/>"
      "<svg:title>%s</svg:title><svg:desc>%s</svg:desc></draw:frame>",
      number, number, slide->title, slide->alternative);
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
  g_string_append (xml, "<draw:page-thumbnail presentation:class=\"page\" draw:layer=\"layout\" ");
  append_rect (xml, deck->notes_picture);
  g_string_append_printf (xml, " draw:page-number=\"%u\"/>", number);
  begin_box (xml, "notes", "notes", deck->notes_text);
  for (gsize i = 0; lines[i] != NULL; i++)
    qm_xml_append (xml, "<text:p><text:span text:style-name=\"Notes%u\">%s</text:span></text:p>",
                   number, lines[i]);
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

static void
set_pages (GHashTable *values, const QmDeck *deck)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; i < deck->slides->len; i++)
    append_slide (xml, deck, deck->slides->pdata[i], i + 1);
  qm_template_set_xml (values, "pages", g_string_free (xml, FALSE));
}

/* --- The package --- */

static void
add_picture (GString *manifest, QmZip *zip, guint number, GBytes *bytes, const char *extension,
             const char *media_type)
{
  g_autofree char *name = g_strdup_printf ("Pictures/%u.%s", number, extension);

  qm_zip_add (zip, name, bytes, g_str_equal (extension, "svg"));
  g_string_append_printf (manifest,
                          "<manifest:file-entry manifest:full-path=\"%s\" "
                          "manifest:media-type=\"%s\"/>",
                          name, media_type);
}

/* Adds them, too. */
static void
set_pictures (GHashTable *values, QmZip *zip, const QmDeck *deck)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; i < deck->slides->len; i++) {
    const QmSlide *slide = deck->slides->pdata[i];

    if (slide->picture == NULL)
      continue;
    add_picture (xml, zip, i + 1, slide->drawing, "svg", "image/svg+xml");
    add_picture (xml, zip, i + 1, slide->picture, "png", "image/png");
  }
  qm_template_set_xml (values, "pictures", g_string_free (xml, FALSE));
}

static GHashTable *
shared_values (const QmDeck *deck)
{
  GHashTable *values = qm_deck_values (deck, length_to_text);
  g_autofree char *title_size = length_to_text (QM_DECK_TITLE_SIZE);

  qm_template_set (values, "language", "%s", deck->language);
  qm_template_set (values, "country", g_str_equal (deck->language, "vi") ? "VN" : "GB");
  qm_template_set (values, "title-size", "%s", title_size);
  set_color (values, "ink", deck->theme->ink);
  set_color (values, "background", deck->theme->background);
  set_color (values, "link", deck->theme->identities[QM_IDENTITY_BLUE]);
  /* The notes are for paper. */
  set_color (values, "notes-ink", qm_theme_light.ink);
  set_color (values, "notes-background", qm_theme_light.background);
  set_text_styles (values, deck);
  set_pages (values, deck);
  return values;
}

static void
add_part (QmZip *zip, const char *name, const char *template, GHashTable *values)
{
  g_autoptr (GBytes) bytes = qm_template_fill (template, values);

  qm_zip_add (zip, name, bytes, TRUE);
}

GBytes *
qm_deck_encode_odp (const QmDeck *deck, GError **error)
{
  g_autoptr (QmZip) zip = qm_zip_new ();
  g_autoptr (GHashTable) values = shared_values (deck);
  g_autoptr (GBytes) mime = g_bytes_new_static (MIME, strlen (MIME));

  qm_zip_add (zip, "mimetype", mime, FALSE);
  set_pictures (values, zip, deck);
  add_part (zip, "META-INF/manifest.xml", "odp/manifest.xml", values);
  add_part (zip, "meta.xml", "odp/meta.xml", values);
  add_part (zip, "styles.xml", "odp/styles.xml", values);
  add_part (zip, "content.xml", "odp/content.xml", values);
  return qm_zip_end (zip, error);
}
