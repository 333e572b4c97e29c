/* What all slides of a PowerPoint file look like: its theme, the masters of slides and of notes,
 * and a layout for slides of charts and one for that of the sources. */
#include "export/pptx-private.h"

#include "export/xml.h"

#define NO_INSETS "lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\""

/* --- Theme --- */

static void
append_color (GString *xml, const char *slot, QmColor color)
{
  g_autofree char *hex = qm_color_to_string (color);

  qm_xml_append (xml, "<a:%s><a:srgbClr val=\"%s\"/></a:%s>", slot, hex + 1, slot);
}

/* dk is what a light slide's texts have and a dark slide's background, lt the other way round: the
 * master's map of colours says which it is. */
static void
append_colors (GString *xml, const QmTheme *theme)
{
  static const char *const accents[] = { "accent1", "accent2", "accent3",
                                         "accent4", "accent5", "accent6" };
  static const QmIdentity hues[] = { QM_IDENTITY_BLUE,   QM_IDENTITY_RED,  QM_IDENTITY_GOLD,
                                     QM_IDENTITY_VIOLET, QM_IDENTITY_TEAL, QM_IDENTITY_NONE };
  gboolean is_dark = theme == &qm_theme_dark;

  append_color (xml, "dk1", is_dark ? theme->background : theme->ink);
  append_color (xml, "lt1", is_dark ? theme->ink : theme->background);
  append_color (xml, "dk2", is_dark ? theme->rule : theme->muted);
  append_color (xml, "lt2", is_dark ? theme->muted : theme->rule);
  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    append_color (xml, accents[i], theme->identities[hues[i]]);
  append_color (xml, "hlink", theme->identities[QM_IDENTITY_BLUE]);
  append_color (xml, "folHlink", theme->identities[QM_IDENTITY_VIOLET]);
}

#define FONT "<a:latin typeface=\"Inter\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
#define FILL "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
#define LINE(width) "<a:ln w=\"" width "\">" FILL "<a:prstDash val=\"solid\"/></a:ln>"
#define EFFECT "<a:effectStyle><a:effectLst/></a:effectStyle>"

static void
add_theme (QmOpcPackage *package, const char *name, const QmTheme *theme)
{
  GString *xml = qm_opc_new_xml ();

  g_string_append (xml,
                   "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                   "name=\"Quymo\"><a:themeElements><a:clrScheme name=\"Quymo\">");
  append_colors (xml, theme);
  g_string_append (xml, "</a:clrScheme><a:fontScheme name=\"Quymo\"><a:majorFont>" FONT
                        "</a:majorFont><a:minorFont>" FONT "</a:minorFont></a:fontScheme>"
                        "<a:fmtScheme name=\"Quymo\">"
                        "<a:fillStyleLst>" FILL FILL FILL "</a:fillStyleLst>"
                        "<a:lnStyleLst>" LINE ("6350") LINE ("12700")
                            LINE ("19050") "</a:lnStyleLst>"
                                           "<a:effectStyleLst>" EFFECT EFFECT EFFECT
                                           "</a:effectStyleLst>"
                                           "<a:bgFillStyleLst>" FILL FILL FILL "</a:bgFillStyleLst>"
                                           "</a:fmtScheme></a:themeElements></a:theme>");
  qm_opc_add_xml (package, g_strdup (name), QM_OOXML_TYPE "theme+xml", xml);
}

static void
append_color_map (GString *xml, gboolean is_dark)
{
  qm_xml_append (xml,
                 "<p:clrMap bg1=\"%s1\" tx1=\"%s1\" bg2=\"%s2\" tx2=\"%s2\" accent1=\"accent1\" "
                 "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" "
                 "accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>",
                 is_dark ? "dk" : "lt", is_dark ? "lt" : "dk", is_dark ? "dk" : "lt",
                 is_dark ? "lt" : "dk");
}

/* --- Master and layouts --- */

static void
append_prompt (GString *xml, const QmDeck *deck, const char *text)
{
  qm_pptx_append_paragraph (xml, deck, text, 0);
  qm_pptx_end_placeholder (xml);
}

static void
append_title_style (GString *xml)
{
  g_string_append_printf (
      xml,
      "<p:titleStyle><a:lvl1pPr algn=\"l\"><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>"
      "<a:spcBef><a:spcPct val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\"%d\" b=\"1\">"
      "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/>"
      "<a:ea typeface=\"+mj-ea\"/><a:cs typeface=\"+mj-cs\"/></a:defRPr></a:lvl1pPr>"
      "</p:titleStyle>",
      qm_pptx_font_size (QM_DECK_TITLE_SIZE));
}

static void
append_text_style (GString *xml, const char *element, const char *paragraph)
{
  g_string_append_printf (
      xml,
      "<p:%s><a:lvl1pPr algn=\"l\">%s<a:defRPr sz=\"2000\"><a:solidFill>"
      "<a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>"
      "<a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr></p:%s>",
      element, paragraph, element);
}

static void
add_master (QmOpcPackage *package, const QmDeck *deck)
{
  GString *xml = qm_opc_new_xml (), *relationships = qm_opc_begin_relationships ();

  g_string_append (xml, "<p:sldMaster " QM_PPTX_NAMESPACES "><p:cSld><p:bg><p:bgPr><a:solidFill>"
                        "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
                        "<p:spTree>" QM_PPTX_GROUP);
  qm_pptx_begin_placeholder (xml, 2, "Title 1", "type=\"title\"", &deck->title,
                             NO_INSETS " anchor=\"b\"");
  append_prompt (xml, deck, "Title");
  qm_pptx_begin_placeholder (xml, 3, "Text 2", "type=\"body\" idx=\"1\"", &deck->lines, NO_INSETS);
  append_prompt (xml, deck, "Text");
  g_string_append (xml, "</p:spTree></p:cSld>");
  append_color_map (xml, deck->theme == &qm_theme_dark);
  g_string_append (xml, "<p:sldLayoutIdLst>");
  for (int i = 1; i <= QM_PPTX_N_LAYOUTS; i++) {
    g_autofree char *target = g_strdup_printf ("../slideLayouts/slideLayout%d.xml", i);

    g_string_append_printf (xml, "<p:sldLayoutId id=\"%u\" r:id=\"rId%d\"/>", 2147483648u + i, i);
    qm_opc_append_relationship (relationships, i, "slideLayout", target);
  }
  g_string_append (xml, "</p:sldLayoutIdLst><p:txStyles>");
  append_title_style (xml);
  append_text_style (xml, "bodyStyle", "<a:spcAft><a:spcPct val=\"60000\"/></a:spcAft><a:buNone/>");
  append_text_style (xml, "otherStyle", "");
  g_string_append (xml, "</p:txStyles></p:sldMaster>");
  qm_opc_append_relationship (relationships, QM_PPTX_N_LAYOUTS + 1, "theme", "../theme/theme1.xml");

  qm_opc_add_xml (package, g_strdup ("ppt/slideMasters/slideMaster1.xml"),
                  QM_PPTX_SLIDE_TYPE "slideMaster+xml", xml);
  qm_opc_add_relationships (package, g_strdup ("ppt/slideMasters/_rels/slideMaster1.xml.rels"),
                            relationships);
}

static void
add_layout (QmOpcPackage *package, const QmDeck *deck, QmPptxLayout layout)
{
  gboolean is_chart = layout == QM_PPTX_LAYOUT_CHART;
  GString *xml = qm_opc_new_xml (), *relationships = qm_opc_begin_relationships ();

  g_string_append_printf (
      xml, "<p:sldLayout " QM_PPTX_NAMESPACES " type=\"%s\" preserve=\"1\"><p:cSld name=\"%s\">",
      is_chart ? "titleOnly" : "obj", is_chart ? "Chart" : "Sources");
  g_string_append (xml, "<p:spTree>" QM_PPTX_GROUP);
  qm_pptx_begin_placeholder (xml, 2, "Title 1", "type=\"title\"", NULL, "");
  append_prompt (xml, deck, "Title");
  if (!is_chart) {
    qm_pptx_begin_placeholder (xml, 3, "Text 2", "idx=\"1\"", NULL, "");
    append_prompt (xml, deck, "Text");
  }
  g_string_append (xml, "</p:spTree></p:cSld>" QM_PPTX_MASTER_COLORS "</p:sldLayout>");
  qm_opc_append_relationship (relationships, 1, "slideMaster", "../slideMasters/slideMaster1.xml");

  qm_opc_add_xml (package, g_strdup_printf ("ppt/slideLayouts/slideLayout%d.xml", (int) layout),
                  QM_PPTX_SLIDE_TYPE "slideLayout+xml", xml);
  qm_opc_add_relationships (
      package, g_strdup_printf ("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", (int) layout),
      relationships);
}

/* --- Notes --- */

static QmRect
notes_picture (const QmDeck *deck)
{
  double width = 840, height = width * deck->height / deck->width;

  return (QmRect){ (QM_PPTX_NOTES_WIDTH - width) / 2, 80, width, height };
}

static QmRect
notes_text (void)
{
  return (QmRect){ 108, 760, QM_PPTX_NOTES_WIDTH - 216, QM_PPTX_NOTES_HEIGHT - 840 };
}

static void
add_notes_master (QmOpcPackage *package, const QmDeck *deck)
{
  const QmRect picture = notes_picture (deck), text = notes_text ();
  GString *xml = qm_opc_new_xml (), *relationships = qm_opc_begin_relationships ();

  g_string_append (xml, "<p:notesMaster " QM_PPTX_NAMESPACES "><p:cSld><p:bg><p:bgPr><a:solidFill>"
                        "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
                        "<p:spTree>" QM_PPTX_GROUP);
  qm_pptx_append_slide_image (xml, &picture);
  qm_pptx_begin_placeholder (xml, 3, "Notes 2", "type=\"body\" idx=\"1\"", &text, NO_INSETS);
  append_prompt (xml, deck, "Notes");
  g_string_append (xml, "</p:spTree></p:cSld>");
  append_color_map (xml, FALSE);
  g_string_append (xml, "<p:notesStyle><a:lvl1pPr algn=\"l\"><a:spcAft><a:spcPts val=\"400\"/>"
                        "</a:spcAft><a:defRPr sz=\"1100\"><a:solidFill><a:schemeClr val=\"tx1\"/>"
                        "</a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/>"
                        "<a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr></p:notesStyle>"
                        "</p:notesMaster>");
  qm_opc_append_relationship (relationships, 1, "theme", "../theme/theme2.xml");

  qm_opc_add_xml (package, g_strdup ("ppt/notesMasters/notesMaster1.xml"),
                  QM_PPTX_SLIDE_TYPE "notesMaster+xml", xml);
  qm_opc_add_relationships (package, g_strdup ("ppt/notesMasters/_rels/notesMaster1.xml.rels"),
                            relationships);
}

void
qm_pptx_add_design (QmOpcPackage *package, const QmDeck *deck)
{
  add_theme (package, "ppt/theme/theme1.xml", deck->theme);
  add_theme (package, "ppt/theme/theme2.xml", &qm_theme_light);
  add_master (package, deck);
  for (int i = 1; i <= QM_PPTX_N_LAYOUTS; i++)
    add_layout (package, deck, (QmPptxLayout) i);
  add_notes_master (package, deck);
}
