#include "export/pptx-private.h"

#include "export/xml.h"

#include <math.h>

/* English Metric Units, 914400 to the inch. */
#define EMU_PER_PIXEL 6350

int
qm_pptx_emu (double pixels)
{
  return (int) round (pixels * EMU_PER_PIXEL);
}

int
qm_pptx_font_size (double pixels)
{
  return (int) round (pixels * 50);
}

const char *
qm_pptx_language_tag (const QmDeck *deck)
{
  return g_str_equal (deck->language, "vi") ? "vi-VN" : "en-GB";
}

void
qm_pptx_append_rect (GString *xml, const char *element, QmRect rect)
{
  qm_xml_append (xml, "<%s><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></%s>", element,
                 qm_pptx_emu (rect.x), qm_pptx_emu (rect.y), qm_pptx_emu (rect.width),
                 qm_pptx_emu (rect.height), element);
}

void
qm_pptx_begin_placeholder (GString *xml, int id, const char *name, const char *placeholder,
                           const QmRect *rect, const char *body_properties)
{
  qm_xml_append (xml,
                 "<p:sp><p:nvSpPr><p:cNvPr id=\"%d\" name=\"%s\"/><p:cNvSpPr>"
                 "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>",
                 id, name);
  g_string_append_printf (xml, "<p:ph %s/></p:nvPr></p:nvSpPr>", placeholder);
  if (rect == NULL)
    g_string_append (xml, "<p:spPr/>");
  else {
    g_string_append (xml, "<p:spPr>");
    qm_pptx_append_rect (xml, "a:xfrm", *rect);
    g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
  }
  g_string_append_printf (xml, "<p:txBody><a:bodyPr %s/><a:lstStyle/>", body_properties);
}

void
qm_pptx_end_placeholder (GString *xml)
{
  g_string_append (xml, "</p:txBody></p:sp>");
}

void
qm_pptx_append_run (GString *xml, const QmDeck *deck, const char *text, double size)
{
  qm_xml_append (xml, "<a:r><a:rPr lang=\"%s\"", qm_pptx_language_tag (deck));
  if (size > 0)
    g_string_append_printf (xml, " sz=\"%d\"", qm_pptx_font_size (size));
  qm_xml_append (xml, "/><a:t>%s</a:t></a:r>", text);
}

void
qm_pptx_append_paragraph (GString *xml, const QmDeck *deck, const char *text, double size)
{
  g_string_append (xml, "<a:p>");
  qm_pptx_append_run (xml, deck, text, size);
  g_string_append (xml, "</a:p>");
}

void
qm_pptx_append_slide_image (GString *xml, const QmRect *rect)
{
  g_string_append (xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image 1\"/><p:cNvSpPr>"
                        "<a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>"
                        "<p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>");
  if (rect == NULL)
    g_string_append (xml, "<p:spPr/>");
  else {
    g_string_append (xml, "<p:spPr>");
    qm_pptx_append_rect (xml, "a:xfrm", *rect);
    g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
  }
  g_string_append (xml, "</p:sp>");
}
