/* A page that stands alone: it asks for nothing, and follows the reader's colours. */
#include "annotate/annotate-writer.h"
#include "export/xml.h"

static const char style[] =
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.6 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    ".n{color:#767676;font-size:.8em;margin-right:.5em}"
    "mark{background:#ffe9a8;color:#1d1d1d}sup a{text-decoration:none}"
    "li{margin-bottom:1em}li p{margin:.2em 0}li p:first-child{font-weight:bold}"
    "@media print{a{color:inherit}}";

static void
append (GString *file, const char *format, const char *text)
{
  g_autofree char *clean = qm_xml_clean (text);

  qm_xml_append (file, format, clean);
}

static void
begin (GString *file, const char *title, const char *language)
{
  qm_xml_append (file,
                 "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
                 "name=\"viewport\" content=\"width=device-width\">\n",
                 language);
  append (file, "<title>%s</title>\n", title);
  g_string_append_printf (file, "<style>%s</style>\n</head>\n<body>\n", style);
  append (file, "<h1>%s</h1>\n", title);
}

static void
heading (GString *file, const char *words)
{
  append (file, "<h2>%s</h2>\n", words);
}

static void
line (GString *file, const char *words)
{
  append (file, "<p>%s</p>\n", words);
}

static void
begin_paragraph (GString *file, gsize number)
{
  g_string_append_printf (
      file, "<p id=\"p%" G_GSIZE_FORMAT "\"><span class=\"n\">¶%" G_GSIZE_FORMAT "</span>", number,
      number);
}

static void
words (GString *file, const char *text)
{
  append (file, "%s", text);
}

static void
mark (GString *file, const char *text, const GPtrArray *notes)
{
  append (file, "<mark>%s</mark>", text);
  for (guint i = 0; i < notes->len; i++) {
    guint number = ((const QmAnnotateNote *) notes->pdata[i])->number;

    g_string_append_printf (file, "<sup id=\"m%u\"><a href=\"#c%u\">%u</a></sup>", number, number,
                            number);
  }
}

static void
end_paragraph (GString *file)
{
  g_string_append (file, "</p>\n");
}

/* A list of one for each: what stands between them are headings. */
static void
note (GString *file, const QmAnnotateNote *told, gboolean is_in_text)
{
  g_string_append_printf (file, "<ol start=\"%u\"><li id=\"c%u\">", told->number, told->number);
  for (gsize i = 0; told->lines[i] != NULL; i++)
    append (file, "<p>%s</p>", told->lines[i]);
  if (told->url != NULL)
    qm_xml_append (file, "<p><a href=\"%s\">%s</a></p>", told->url, told->url);
  if (is_in_text)
    g_string_append_printf (file, "<p><a href=\"#m%u\">↑</a></p>", told->number);
  g_string_append (file, "</li></ol>\n");
}

static GBytes *
end (GString *file, GError **error G_GNUC_UNUSED)
{
  g_string_append (file, "</body>\n</html>\n");
  return g_string_free_to_bytes (file);
}

const QmAnnotateWriter qm_annotate_html = {
  begin, heading, line, begin_paragraph, words, mark, end_paragraph, note, end,
};
