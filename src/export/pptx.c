/* Slides as PowerPoint reads them: ECMA-376, parts 1 and 2. It offers to "repair" a file whose
 * elements are out of the schema's order or whose parts are not all related, typed and numbered. */
#include "export/deck.h"

#include "export/xml.h"
#include "export/zip.h"

#include <math.h>
#include <string.h>

/* English Metric Units, 914400 to the inch. */
#define EMU_PER_PIXEL 6350

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define RELATIONSHIPS OFFICE "relationships"
#define NAMESPACES                                                                                 \
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                             \
  "xmlns:r=\"" RELATIONSHIPS "\" "                                                                 \
  "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
#define MIME "application/vnd.openxmlformats-officedocument."
#define SLIDE_MIME MIME "presentationml."

/* The root of a slide's tree of shapes. */
#define GROUP                                                                                      \
  "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"               \
  "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" "         \
  "y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>"
#define MASTER_COLORS "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
#define NO_INSETS "lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\""

/* A part of the package, waiting for the list of all that comes first. */
typedef struct {
  char *name;
  const char *type; /* static; NULL for relationships and pictures, typed by their extension */
  GBytes *bytes;
} Part;

typedef struct {
  const QmDeck *deck;
  GArray *parts; /* element Part */
} Package;

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
}

static void
clear_package (Package *package)
{
  g_array_unref (package->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Package, clear_package)

/* Takes over name and bytes. */
static void
add_part (Package *package, char *name, const char *type, GBytes *bytes)
{
  const Part part = { name, type, bytes };

  g_array_append_val (package->parts, part);
}

/* Takes over name and xml. */
static void
add_xml (Package *package, char *name, const char *type, GString *xml)
{
  add_part (package, name, type, g_string_free_to_bytes (xml));
}

static GString *
new_xml (void)
{
  return g_string_new (DECLARATION);
}

static int
emu (double pixels)
{
  return (int) round (pixels * EMU_PER_PIXEL);
}

/* Hundredths of a point. */
static int
font_size (double pixels)
{
  return (int) round (pixels * 50);
}

static const char *
language_tag (const QmDeck *deck)
{
  return g_str_equal (deck->language, "vi") ? "vi-VN" : "en-GB";
}

static void
append_rect (GString *xml, const char *element, QmRect rect)
{
  qm_xml_append (xml, "<%s><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></%s>", element,
                 emu (rect.x), emu (rect.y), emu (rect.width), emu (rect.height), element);
}

/* --- Relationships --- */

static GString *
begin_relationships (void)
{
  GString *xml = new_xml ();

  g_string_append (
      xml,
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  return xml;
}

static void
append_relationship (GString *xml, int id, const char *type, const char *target)
{
  qm_xml_append (xml, "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>", id,
                 RELATIONSHIPS, type, target);
}

static void
append_link (GString *xml, int id, const char *address)
{
  qm_xml_append (xml,
                 "<Relationship Id=\"rId%d\" Type=\"%s/hyperlink\" Target=\"%s\" "
                 "TargetMode=\"External\"/>",
                 id, RELATIONSHIPS, address);
}

/* Takes over name and xml. */
static void
add_relationships (Package *package, char *name, GString *xml)
{
  g_string_append (xml, "</Relationships>");
  add_xml (package, name, NULL, xml);
}

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
add_theme (Package *package, const char *name, const QmTheme *theme)
{
  GString *xml = new_xml ();

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
  add_xml (package, g_strdup (name), MIME "theme+xml", xml);
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

/* --- Shapes --- */

/* A placeholder; rect NULL: where the one it follows has it. body_properties are attributes. */
static void
begin_placeholder (GString *xml, int id, const char *name, const char *placeholder,
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
    append_rect (xml, "a:xfrm", *rect);
    g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
  }
  g_string_append_printf (xml, "<p:txBody><a:bodyPr %s/><a:lstStyle/>", body_properties);
}

static void
end_placeholder (GString *xml)
{
  g_string_append (xml, "</p:txBody></p:sp>");
}

/* size 0: as the placeholder has it. */
static void
append_run (GString *xml, const QmDeck *deck, const char *text, double size)
{
  qm_xml_append (xml, "<a:r><a:rPr lang=\"%s\"", language_tag (deck));
  if (size > 0)
    g_string_append_printf (xml, " sz=\"%d\"", font_size (size));
  qm_xml_append (xml, "/><a:t>%s</a:t></a:r>", text);
}

/* Under the text before it. id is that of its relationship. */
static void
append_address (GString *xml, const QmDeck *deck, const char *address, double size, int id)
{
  qm_xml_append (xml,
                 "<a:br><a:rPr lang=\"%s\" sz=\"%d\"/></a:br><a:r><a:rPr lang=\"%s\" sz=\"%d\">"
                 "<a:hlinkClick r:id=\"rId%d\"/></a:rPr><a:t>%s</a:t></a:r>",
                 language_tag (deck), font_size (size), language_tag (deck), font_size (size), id,
                 address);
}

static void
append_paragraph (GString *xml, const QmDeck *deck, const char *text, double size)
{
  g_string_append (xml, "<a:p>");
  append_run (xml, deck, text, size);
  g_string_append (xml, "</a:p>");
}

static void
append_prompt (GString *xml, const QmDeck *deck, const char *text)
{
  append_paragraph (xml, deck, text, 0);
  end_placeholder (xml);
}

static void
append_title (GString *xml, const QmDeck *deck, const QmSlide *slide)
{
  double size = slide->title_size == QM_DECK_TITLE_SIZE ? 0 : slide->title_size;

  begin_placeholder (xml, 2, "Title 1", "type=\"title\"", NULL, "");
  append_paragraph (xml, deck, slide->title, size);
  end_placeholder (xml);
}

static void
append_picture (GString *xml, const QmDeck *deck, const QmSlide *slide)
{
  g_autofree char *alternative = qm_xml_attribute (slide->alternative);

  g_string_append_printf (
      xml, "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"Picture 2\" descr=\"%s\"/>", alternative);
  g_string_append (xml, "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>"
                        "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId3\"/><a:stretch>"
                        "<a:fillRect/></a:stretch></p:blipFill><p:spPr>");
  append_rect (xml, "a:xfrm", deck->picture);
  g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
}

/* --- Master and layouts --- */

typedef enum { LAYOUT_CHART = 1, LAYOUT_SOURCES, N_LAYOUTS = LAYOUT_SOURCES } Layout;

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
      font_size (QM_DECK_TITLE_SIZE));
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
add_master (Package *package)
{
  const QmDeck *deck = package->deck;
  GString *xml = new_xml (), *relationships = begin_relationships ();

  g_string_append (xml, "<p:sldMaster " NAMESPACES "><p:cSld><p:bg><p:bgPr><a:solidFill>"
                        "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
                        "<p:spTree>" GROUP);
  begin_placeholder (xml, 2, "Title 1", "type=\"title\"", &deck->title, NO_INSETS " anchor=\"b\"");
  append_prompt (xml, deck, "Title");
  begin_placeholder (xml, 3, "Text 2", "type=\"body\" idx=\"1\"", &deck->lines, NO_INSETS);
  append_prompt (xml, deck, "Text");
  g_string_append (xml, "</p:spTree></p:cSld>");
  append_color_map (xml, deck->theme == &qm_theme_dark);
  g_string_append (xml, "<p:sldLayoutIdLst>");
  for (int i = 1; i <= N_LAYOUTS; i++) {
    g_autofree char *target = g_strdup_printf ("../slideLayouts/slideLayout%d.xml", i);

    g_string_append_printf (xml, "<p:sldLayoutId id=\"%u\" r:id=\"rId%d\"/>", 2147483648u + i, i);
    append_relationship (relationships, i, "slideLayout", target);
  }
  g_string_append (xml, "</p:sldLayoutIdLst><p:txStyles>");
  append_title_style (xml);
  append_text_style (xml, "bodyStyle", "<a:spcAft><a:spcPct val=\"60000\"/></a:spcAft><a:buNone/>");
  append_text_style (xml, "otherStyle", "");
  g_string_append (xml, "</p:txStyles></p:sldMaster>");
  append_relationship (relationships, N_LAYOUTS + 1, "theme", "../theme/theme1.xml");

  add_xml (package, g_strdup ("ppt/slideMasters/slideMaster1.xml"), SLIDE_MIME "slideMaster+xml",
           xml);
  add_relationships (package, g_strdup ("ppt/slideMasters/_rels/slideMaster1.xml.rels"),
                     relationships);
}

static void
add_layout (Package *package, Layout layout)
{
  gboolean is_chart = layout == LAYOUT_CHART;
  GString *xml = new_xml (), *relationships = begin_relationships ();

  g_string_append_printf (
      xml, "<p:sldLayout " NAMESPACES " type=\"%s\" preserve=\"1\"><p:cSld name=\"%s\">",
      is_chart ? "titleOnly" : "obj", is_chart ? "Chart" : "Sources");
  g_string_append (xml, "<p:spTree>" GROUP);
  begin_placeholder (xml, 2, "Title 1", "type=\"title\"", NULL, "");
  append_prompt (xml, package->deck, "Title");
  if (!is_chart) {
    begin_placeholder (xml, 3, "Text 2", "idx=\"1\"", NULL, "");
    append_prompt (xml, package->deck, "Text");
  }
  g_string_append (xml, "</p:spTree></p:cSld>" MASTER_COLORS "</p:sldLayout>");
  append_relationship (relationships, 1, "slideMaster", "../slideMasters/slideMaster1.xml");

  add_xml (package, g_strdup_printf ("ppt/slideLayouts/slideLayout%d.xml", (int) layout),
           SLIDE_MIME "slideLayout+xml", xml);
  add_relationships (
      package, g_strdup_printf ("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", (int) layout),
      relationships);
}

/* --- Notes --- */

/* A page of 7.5 × 10 inches, upright. */
#define NOTES_WIDTH 1080
#define NOTES_HEIGHT 1440

static QmRect
notes_picture (const QmDeck *deck)
{
  double width = 840, height = width * deck->height / deck->width;

  return (QmRect){ (NOTES_WIDTH - width) / 2, 80, width, height };
}

static QmRect
notes_text (void)
{
  return (QmRect){ 108, 760, NOTES_WIDTH - 216, NOTES_HEIGHT - 840 };
}

static void
append_slide_image (GString *xml, const QmRect *rect)
{
  g_string_append (xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image 1\"/><p:cNvSpPr>"
                        "<a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>"
                        "<p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>");
  if (rect == NULL)
    g_string_append (xml, "<p:spPr/>");
  else {
    g_string_append (xml, "<p:spPr>");
    append_rect (xml, "a:xfrm", *rect);
    g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
  }
  g_string_append (xml, "</p:sp>");
}

static void
add_notes_master (Package *package)
{
  const QmRect picture = notes_picture (package->deck), text = notes_text ();
  GString *xml = new_xml (), *relationships = begin_relationships ();

  g_string_append (xml, "<p:notesMaster " NAMESPACES "><p:cSld><p:bg><p:bgPr><a:solidFill>"
                        "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
                        "<p:spTree>" GROUP);
  append_slide_image (xml, &picture);
  begin_placeholder (xml, 3, "Notes 2", "type=\"body\" idx=\"1\"", &text, NO_INSETS);
  append_prompt (xml, package->deck, "Notes");
  g_string_append (xml, "</p:spTree></p:cSld>");
  append_color_map (xml, FALSE);
  g_string_append (xml, "<p:notesStyle><a:lvl1pPr algn=\"l\"><a:spcAft><a:spcPts val=\"400\"/>"
                        "</a:spcAft><a:defRPr sz=\"1100\"><a:solidFill><a:schemeClr val=\"tx1\"/>"
                        "</a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/>"
                        "<a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr></p:notesStyle>"
                        "</p:notesMaster>");
  append_relationship (relationships, 1, "theme", "../theme/theme2.xml");

  add_xml (package, g_strdup ("ppt/notesMasters/notesMaster1.xml"), SLIDE_MIME "notesMaster+xml",
           xml);
  add_relationships (package, g_strdup ("ppt/notesMasters/_rels/notesMaster1.xml.rels"),
                     relationships);
}

/* Says its style itself: LibreOffice does not look for that in the master of notes. */
static void
append_note (GString *xml, const QmDeck *deck, const char *line)
{
  qm_xml_append (xml,
                 "<a:p><a:pPr marL=\"0\" indent=\"0\"><a:spcAft><a:spcPts val=\"400\"/></a:spcAft>"
                 "<a:buNone/></a:pPr><a:r><a:rPr lang=\"%s\" sz=\"1100\">"
                 "<a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>%s</a:t></a:r></a:p>",
                 language_tag (deck), line);
}

static void
add_notes (Package *package, int number, const char *notes)
{
  g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);
  g_autofree char *slide = g_strdup_printf ("../slides/slide%d.xml", number);
  GString *xml = new_xml (), *relationships = begin_relationships ();

  g_string_append (xml, "<p:notes " NAMESPACES "><p:cSld><p:spTree>" GROUP);
  append_slide_image (xml, NULL);
  begin_placeholder (xml, 3, "Notes 2", "type=\"body\" idx=\"1\"", NULL, "");
  for (gsize i = 0; lines[i] != NULL; i++)
    append_note (xml, package->deck, lines[i]);
  end_placeholder (xml);
  g_string_append (xml, "</p:spTree></p:cSld>" MASTER_COLORS "</p:notes>");
  append_relationship (relationships, 1, "notesMaster", "../notesMasters/notesMaster1.xml");
  append_relationship (relationships, 2, "slide", slide);

  add_xml (package, g_strdup_printf ("ppt/notesSlides/notesSlide%d.xml", number),
           SLIDE_MIME "notesSlide+xml", xml);
  add_relationships (package,
                     g_strdup_printf ("ppt/notesSlides/_rels/notesSlide%d.xml.rels", number),
                     relationships);
}

/* --- Slides --- */

/* A slide's relationships: 1 its layout, 2 its notes, 3 its picture; or from 2 on its links. */
static void
append_chart (GString *xml, GString *relationships, Package *package, const QmSlide *slide,
              int number)
{
  g_autofree char *notes = g_strdup_printf ("../notesSlides/notesSlide%d.xml", number);
  g_autofree char *picture = g_strdup_printf ("../media/image%d.png", number);

  append_picture (xml, package->deck, slide);
  append_relationship (relationships, 1, "slideLayout", "../slideLayouts/slideLayout1.xml");
  append_relationship (relationships, 2, "notesSlide", notes);
  append_relationship (relationships, 3, "image", picture);

  add_notes (package, number, slide->notes);
  add_part (package, g_strdup_printf ("ppt/media/image%d.png", number), NULL,
            g_bytes_ref (slide->picture));
}

static void
append_lines (GString *xml, GString *relationships, const QmDeck *deck, const QmSlide *slide)
{
  int n_links = 1;

  append_relationship (relationships, 1, "slideLayout", "../slideLayouts/slideLayout2.xml");
  begin_placeholder (xml, 3, "Text 2", "idx=\"1\"", NULL, "");
  for (gsize i = 0; slide->lines[i] != NULL; i++) {
    const char *address = slide->links[i];

    g_string_append (xml, "<a:p>");
    append_run (xml, deck, slide->lines[i], slide->line_size);
    if (address[0] != '\0') {
      append_link (relationships, ++n_links, address);
      append_address (xml, deck, address, slide->line_size, n_links);
    }
    g_string_append (xml, "</a:p>");
  }
  end_placeholder (xml);
}

static void
add_slide (Package *package, const QmSlide *slide, int number)
{
  const QmDeck *deck = package->deck;
  GString *xml = new_xml (), *relationships = begin_relationships ();

  g_string_append (xml, "<p:sld " NAMESPACES "><p:cSld><p:spTree>" GROUP);
  append_title (xml, deck, slide);
  if (slide->picture != NULL)
    append_chart (xml, relationships, package, slide, number);
  else
    append_lines (xml, relationships, deck, slide);
  g_string_append (xml, "</p:spTree></p:cSld>" MASTER_COLORS "</p:sld>");

  add_xml (package, g_strdup_printf ("ppt/slides/slide%d.xml", number), SLIDE_MIME "slide+xml",
           xml);
  add_relationships (package, g_strdup_printf ("ppt/slides/_rels/slide%d.xml.rels", number),
                     relationships);
}

/* --- The presentation --- */

static void
append_sizes (GString *xml, const QmDeck *deck)
{
  gboolean is_four_to_three = deck->width * 3 == deck->height * 4;

  g_string_append_printf (xml, "<p:sldSz cx=\"%d\" cy=\"%d\"%s/><p:notesSz cx=\"%d\" cy=\"%d\"/>",
                          emu (deck->width), emu (deck->height),
                          is_four_to_three ? " type=\"screen4x3\"" : "", emu (NOTES_WIDTH),
                          emu (NOTES_HEIGHT));
}

static void
add_presentation (Package *package)
{
  const QmDeck *deck = package->deck;
  GString *xml = new_xml (), *relationships = begin_relationships ();

  g_string_append (xml, "<p:presentation " NAMESPACES " saveSubsetFonts=\"1\">"
                        "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                        "</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/>"
                        "</p:notesMasterIdLst><p:sldIdLst>");
  append_relationship (relationships, 1, "slideMaster", "slideMasters/slideMaster1.xml");
  append_relationship (relationships, 2, "notesMaster", "notesMasters/notesMaster1.xml");
  append_relationship (relationships, 3, "theme", "theme/theme1.xml");
  for (guint i = 0; i < deck->slides->len; i++) {
    g_autofree char *target = g_strdup_printf ("slides/slide%u.xml", i + 1);

    g_string_append_printf (xml, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", 256 + i, 4 + i);
    append_relationship (relationships, (int) (4 + i), "slide", target);
  }
  g_string_append (xml, "</p:sldIdLst>");
  append_sizes (xml, deck);
  qm_xml_append (xml,
                 "<p:defaultTextStyle><a:defPPr><a:defRPr lang=\"%s\"/></a:defPPr>"
                 "</p:defaultTextStyle></p:presentation>",
                 language_tag (deck));

  add_xml (package, g_strdup ("ppt/presentation.xml"), SLIDE_MIME "presentation.main+xml", xml);
  add_relationships (package, g_strdup ("ppt/_rels/presentation.xml.rels"), relationships);
}

static void
add_properties (Package *package)
{
  const QmDeck *deck = package->deck;
  g_autofree char *created = g_date_time_format (deck->created, "%Y-%m-%dT%H:%M:%SZ");
  GString *core = new_xml (), *app = new_xml ();

  qm_xml_append (
      core,
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title>"
      "<dc:language>%s</dc:language>"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
      "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified></cp:coreProperties>",
      deck->name, language_tag (deck), created, created);
  add_xml (package, g_strdup ("docProps/core.xml"),
           "application/vnd.openxmlformats-package.core-properties+xml", core);

  g_string_append_printf (app,
                          "<Properties xmlns=\"" OFFICE "extended-properties\">"
                          "<Application>Quymo</Application><Slides>%u</Slides></Properties>",
                          deck->slides->len);
  add_xml (package, g_strdup ("docProps/app.xml"), MIME "extended-properties+xml", app);
}

static void
add_root_relationships (Package *package)
{
  GString *xml = begin_relationships ();

  append_relationship (xml, 1, "officeDocument", "ppt/presentation.xml");
  g_string_append (
      xml, "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
           "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
  append_relationship (xml, 3, "extended-properties", "docProps/app.xml");
  add_relationships (package, g_strdup ("_rels/.rels"), xml);
}

/* --- The package --- */

static GString *
content_types (const Package *package)
{
  GString *xml = new_xml ();

  g_string_append (xml,
                   "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                   "<Default Extension=\"rels\" "
                   "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                   "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                   "<Default Extension=\"png\" ContentType=\"image/png\"/>");
  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = &g_array_index (package->parts, Part, i);

    if (part->type != NULL)
      qm_xml_append (xml, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part->name,
                     part->type);
  }
  g_string_append (xml, "</Types>");
  return xml;
}

/* What kind of file it is stands first, for those who only look at its beginning. */
static GBytes *
pack (const Package *package, GError **error)
{
  g_autoptr (QmZip) zip = qm_zip_new ();
  GString *types = content_types (package);

  qm_zip_add (zip, "[Content_Types].xml", types->str, types->len);
  g_string_free (types, TRUE);

  for (guint i = 0; i < package->parts->len; i++) {
    const Part *part = &g_array_index (package->parts, Part, i);
    gsize length;
    const char *data = g_bytes_get_data (part->bytes, &length);

    if (g_str_has_suffix (part->name, ".png"))
      qm_zip_add_stored (zip, part->name, data, length);
    else
      qm_zip_add (zip, part->name, data, length);
  }
  return qm_zip_end (zip, FALSE, error);
}

GBytes *
qm_pptx_encode (const QmDeck *deck, GError **error)
{
  g_auto (Package) package = { deck, g_array_new (FALSE, FALSE, sizeof (Part)) };

  g_array_set_clear_func (package.parts, clear_part);
  add_root_relationships (&package);
  add_properties (&package);
  add_presentation (&package);
  add_theme (&package, "ppt/theme/theme1.xml", deck->theme);
  add_theme (&package, "ppt/theme/theme2.xml", &qm_theme_light);
  add_master (&package);
  for (int i = 1; i <= N_LAYOUTS; i++)
    add_layout (&package, (Layout) i);
  add_notes_master (&package);
  for (guint i = 0; i < deck->slides->len; i++)
    add_slide (&package, deck->slides->pdata[i], (int) i + 1);

  return pack (&package, error);
}
