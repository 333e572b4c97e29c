#include "export/xmp.h"

#include "export/xml.h"

#include <string.h>

/* --- Writing --- */

/* A text in the file's language, which is that for readers of every other one as well. */
static void
append_text (GString *xml, const char *name, const char *text, const char *language)
{
  g_autofree char *clean = qm_xml_clean (text);

  qm_xml_append (xml,
                 "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                 "<rdf:li xml:lang=\"%s\">%s</rdf:li></rdf:Alt></%s>\n",
                 name, clean, language, clean, name);
}

static void
append_addresses (GString *xml, const GPtrArray *addresses)
{
  if (addresses->len == 0)
    return;
  g_string_append (xml, "<dc:relation><rdf:Bag>");
  for (guint i = 0; i < addresses->len; i++)
    qm_xml_append (xml, "<rdf:li>%s</rdf:li>", (const char *) addresses->pdata[i]);
  g_string_append (xml, "</rdf:Bag></dc:relation>\n");
}

static void
append_properties (GString *xml, const QmMetadata *metadata, const char *media_type)
{
  g_autofree char *created = qm_metadata_created_text (metadata);
  g_autofree char *sources = qm_xml_clean (metadata->sources);

  qm_xml_append (xml, "<dc:format>%s</dc:format>\n", media_type);
  append_text (xml, "dc:title", metadata->title, metadata->language);
  append_text (xml, "dc:description", metadata->description, metadata->language);
  append_text (xml, "dc:rights", metadata->copyright, metadata->language);
  qm_xml_append (xml, "<dc:source>%s</dc:source>\n", sources);
  append_addresses (xml, metadata->addresses);
  qm_xml_append (xml, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                 metadata->language);
  qm_xml_append (xml,
                 "<dc:date><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:date>\n"
                 "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:CreatorTool>Quymo</xmp:CreatorTool>\n",
                 created, created);
}

char *
qm_xmp_write (const QmMetadata *metadata, const char *media_type, gboolean is_packet)
{
  GString *xml = g_string_new (NULL);

  if (is_packet)
    g_string_append (xml, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
  g_string_append (xml, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                        "<rdf:Description rdf:about=\"\""
                        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
  append_properties (xml, metadata, media_type);
  g_string_append (xml, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n");
  if (is_packet)
    g_string_append (xml, "<?xpacket end=\"r\"?>");
  return g_string_free (xml, FALSE);
}

/* --- Reading --- */

typedef struct {
  gboolean is_in_title;
  char *title;
} Reading;

static void
start_element (GMarkupParseContext *context G_GNUC_UNUSED, const char *name,
               const char **attributes G_GNUC_UNUSED, const char **values G_GNUC_UNUSED,
               gpointer data, GError **error G_GNUC_UNUSED)
{
  Reading *reading = data;

  reading->is_in_title = reading->is_in_title || g_str_equal (name, "dc:title");
}

static void
end_element (GMarkupParseContext *context G_GNUC_UNUSED, const char *name, gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Reading *reading = data;

  reading->is_in_title = reading->is_in_title && !g_str_equal (name, "dc:title");
}

static void
take_text (GMarkupParseContext *context G_GNUC_UNUSED, const char *text, gsize length,
           gpointer data, GError **error G_GNUC_UNUSED)
{
  Reading *reading = data;
  g_autofree char *words = g_strstrip (g_strndup (text, length));

  if (reading->is_in_title && reading->title == NULL && words[0] != '\0')
    reading->title = g_steal_pointer (&words);
}

char *
qm_xmp_read_title (const char *xmp)
{
  const GMarkupParser parser = { start_element, end_element, take_text, NULL, NULL };
  Reading reading = { FALSE, NULL };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, (GMarkupParseFlags) 0, &reading, NULL);
  /* Behind a mark of the byte order it is no text to GLib. */
  const char *start = strstr (xmp, "<x:xmpmeta");

  if (start != NULL)
    g_markup_parse_context_parse (context, start, (gssize) strlen (start), NULL);
  return reading.title;
}
