/* OpenDocument 1.3 text: what is told of a claim is a footnote where the claim stands. */
#include "annotate/annotate-writer.h"
#include "export/xml.h"
#include "export/zip.h"

#include <string.h>

#define MIME "application/vnd.oasis.opendocument.text"
#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:"

static const char beginning[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"" OFFICE
    "office:1.0\" xmlns:text=\"" OFFICE "text:1.0\" xmlns:style=\"" OFFICE
    "style:1.0\" xmlns:fo=\"" OFFICE "xsl-fo-compatible:1.0\" "
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"><office:automatic-styles>"
    "<style:style style:name=\"Words\" style:family=\"paragraph\">"
    "<style:paragraph-properties fo:margin-bottom=\"0.25cm\"/></style:style>"
    "<style:style style:name=\"Number\" style:family=\"text\">"
    "<style:text-properties fo:color=\"#767676\" fo:font-size=\"8pt\"/></style:style>"
    "<style:style style:name=\"Claim\" style:family=\"text\">"
    "<style:text-properties fo:background-color=\"#ffe9a8\"/></style:style>"
    "<style:style style:name=\"Statement\" style:family=\"text\">"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "</office:automatic-styles><office:body><office:text>";

static const char manifest[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"" OFFICE
    "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"" MIME "\"/><manifest:file-entry manifest:full-path=\"content.xml\" "
    "manifest:media-type=\"text/xml\"/></manifest:manifest>";

static void
append (GString *file, const char *format, const char *text)
{
  g_autofree char *clean = qm_xml_clean (text);

  qm_xml_append (file, format, clean);
}

static void
heading_of (GString *file, int level, const char *text)
{
  g_string_append_printf (file, "<text:h text:outline-level=\"%d\">", level);
  append (file, "%s</text:h>", text);
}

static void
begin (GString *file, const char *title, const char *language G_GNUC_UNUSED)
{
  g_string_append (file, beginning);
  heading_of (file, 1, title);
}

static void
heading (GString *file, const char *text)
{
  heading_of (file, 2, text);
}

static void
line (GString *file, const char *text)
{
  append (file, "<text:p text:style-name=\"Words\">%s</text:p>", text);
}

static void
begin_paragraph (GString *file, gsize number)
{
  g_string_append_printf (file,
                          "<text:p text:style-name=\"Words\"><text:span text:style-name=\"Number\">"
                          "¶%" G_GSIZE_FORMAT "  </text:span>",
                          number);
}

static void
words (GString *file, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    append (file, i > 0 ? "<text:line-break/>%s" : "%s", lines[i]);
}

static void
append_lines (GString *file, const QmAnnotateNote *told)
{
  for (gsize i = 0; told->lines[i] != NULL; i++)
    append (file,
            i == 0 ? "<text:p><text:span text:style-name=\"Statement\">%s</text:span></text:p>"
                   : "<text:p>%s</text:p>",
            told->lines[i]);
  if (told->url != NULL)
    qm_xml_append (file,
                   "<text:p><text:a xlink:type=\"simple\" xlink:href=\"%s\">%s</text:a></text:p>",
                   told->url, told->url);
}

static void
mark (GString *file, const char *text, const GPtrArray *notes)
{
  append (file, "<text:span text:style-name=\"Claim\">%s</text:span>", text);
  for (guint i = 0; i < notes->len; i++) {
    const QmAnnotateNote *told = notes->pdata[i];

    g_string_append_printf (file,
                            "<text:note text:id=\"n%u\" text:note-class=\"footnote\">"
                            "<text:note-citation>%u</text:note-citation><text:note-body>",
                            told->number, told->number);
    append_lines (file, told);
    g_string_append (file, "</text:note-body></text:note>");
  }
}

static void
end_paragraph (GString *file)
{
  g_string_append (file, "</text:p>");
}

/* Under the text stands what is told of a claim already. */
static void
note (GString *file, const QmAnnotateNote *told, gboolean is_in_text)
{
  if (is_in_text) {
    g_autofree char *numbered = g_strdup_printf ("%u. %s", told->number, told->lines[0]);

    append (file, "<text:p>%s</text:p>", numbered);
    return;
  }
  append_lines (file, told);
  g_string_append (file, "<text:p/>");
}

static void
add_part (QmZip *zip, const char *name, const char *text, gboolean is_deflated)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  qm_zip_add (zip, name, bytes, is_deflated);
}

static GBytes *
end (GString *file, GError **error)
{
  g_autoptr (QmZip) zip = qm_zip_new ();

  g_string_append (file, "</office:text></office:body></office:document-content>");
  add_part (zip, "mimetype", MIME, FALSE);
  add_part (zip, "content.xml", file->str, TRUE);
  add_part (zip, "META-INF/manifest.xml", manifest, TRUE);
  g_string_free (file, TRUE);
  return qm_zip_end (zip, error);
}

const QmAnnotateWriter qm_annotate_odt = {
  begin, heading, line, begin_paragraph, words, mark, end_paragraph, note, end,
};
