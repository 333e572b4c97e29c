/* Slides as PowerPoint reads them: ECMA-376, parts 1 and 2. It offers to "repair" a file whose
 * elements are out of the schema's order or whose parts are not all related, typed and numbered. */
#include "export/pptx-private.h"

#include "export/xml.h"

/* --- Notes --- */

/* Says its style itself: LibreOffice does not look for that in the master of notes. */
static void
append_note (GString *xml, const QmDeck *deck, const char *line)
{
  qm_xml_append (xml,
                 "<a:p><a:pPr marL=\"0\" indent=\"0\"><a:spcAft><a:spcPts val=\"400\"/></a:spcAft>"
                 "<a:buNone/></a:pPr><a:r><a:rPr lang=\"%s\" sz=\"1100\">"
                 "<a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>%s</a:t></a:r></a:p>",
                 qm_pptx_language_tag (deck), line);
}

static void
add_notes (QmOpcPackage *package, const QmDeck *deck, int number, const char *notes)
{
  g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);
  g_autofree char *slide = g_strdup_printf ("../slides/slide%d.xml", number);
  GString *xml = qm_opc_new_xml (), *relationships = qm_opc_begin_relationships ();

  g_string_append (xml, "<p:notes " QM_PPTX_NAMESPACES "><p:cSld><p:spTree>" QM_PPTX_GROUP);
  qm_pptx_append_slide_image (xml, NULL);
  qm_pptx_begin_placeholder (xml, 3, "Notes 2", "type=\"body\" idx=\"1\"", NULL, "");
  for (gsize i = 0; lines[i] != NULL; i++)
    append_note (xml, deck, lines[i]);
  qm_pptx_end_placeholder (xml);
  g_string_append (xml, "</p:spTree></p:cSld>" QM_PPTX_MASTER_COLORS "</p:notes>");
  qm_opc_append_relationship (relationships, 1, "notesMaster", "../notesMasters/notesMaster1.xml");
  qm_opc_append_relationship (relationships, 2, "slide", slide);

  qm_opc_add_xml (package, g_strdup_printf ("ppt/notesSlides/notesSlide%d.xml", number),
                  QM_PPTX_SLIDE_TYPE "notesSlide+xml", xml);
  qm_opc_add_relationships (package,
                            g_strdup_printf ("ppt/notesSlides/_rels/notesSlide%d.xml.rels", number),
                            relationships);
}

/* --- Slides --- */

static void
append_title (GString *xml, const QmDeck *deck, const QmSlide *slide)
{
  double size = slide->title_size == QM_DECK_TITLE_SIZE ? 0 : slide->title_size;

  qm_pptx_begin_placeholder (xml, 2, "Title 1", "type=\"title\"", NULL, "");
  qm_pptx_append_paragraph (xml, deck, slide->title, size);
  qm_pptx_end_placeholder (xml);
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
  qm_pptx_append_rect (xml, "a:xfrm", deck->picture);
  g_string_append (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
}

/* A slide's relationships: 1 its layout, 2 its notes, 3 its picture; or from 2 on its links. */
static void
append_chart (GString *xml, GString *relationships, QmOpcPackage *package, const QmDeck *deck,
              const QmSlide *slide, int number)
{
  g_autofree char *notes = g_strdup_printf ("../notesSlides/notesSlide%d.xml", number);
  g_autofree char *picture = g_strdup_printf ("../media/image%d.png", number);

  append_picture (xml, deck, slide);
  qm_opc_append_relationship (relationships, 1, "slideLayout", "../slideLayouts/slideLayout1.xml");
  qm_opc_append_relationship (relationships, 2, "notesSlide", notes);
  qm_opc_append_relationship (relationships, 3, "image", picture);

  add_notes (package, deck, number, slide->notes);
  qm_opc_add (package, g_strdup_printf ("ppt/media/image%d.png", number), NULL,
              g_bytes_ref (slide->picture));
}

/* Under the text before it. id is that of its relationship. */
static void
append_address (GString *xml, const QmDeck *deck, const char *address, double size, int id)
{
  qm_xml_append (xml,
                 "<a:br><a:rPr lang=\"%s\" sz=\"%d\"/></a:br><a:r><a:rPr lang=\"%s\" sz=\"%d\">"
                 "<a:hlinkClick r:id=\"rId%d\"/></a:rPr><a:t>%s</a:t></a:r>",
                 qm_pptx_language_tag (deck), qm_pptx_font_size (size), qm_pptx_language_tag (deck),
                 qm_pptx_font_size (size), id, address);
}

static void
append_lines (GString *xml, GString *relationships, const QmDeck *deck, const QmSlide *slide)
{
  int n_links = 1;

  qm_opc_append_relationship (relationships, 1, "slideLayout", "../slideLayouts/slideLayout2.xml");
  qm_pptx_begin_placeholder (xml, 3, "Text 2", "idx=\"1\"", NULL, "");
  for (gsize i = 0; slide->lines[i] != NULL; i++) {
    const char *address = slide->links[i];

    g_string_append (xml, "<a:p>");
    qm_pptx_append_run (xml, deck, slide->lines[i], slide->line_size);
    if (address[0] != '\0') {
      qm_opc_append_link (relationships, ++n_links, address);
      append_address (xml, deck, address, slide->line_size, n_links);
    }
    g_string_append (xml, "</a:p>");
  }
  qm_pptx_end_placeholder (xml);
}

static void
add_slide (QmOpcPackage *package, const QmDeck *deck, const QmSlide *slide, int number)
{
  GString *xml = qm_opc_new_xml (), *relationships = qm_opc_begin_relationships ();

  g_string_append (xml, "<p:sld " QM_PPTX_NAMESPACES "><p:cSld><p:spTree>" QM_PPTX_GROUP);
  append_title (xml, deck, slide);
  if (slide->picture != NULL)
    append_chart (xml, relationships, package, deck, slide, number);
  else
    append_lines (xml, relationships, deck, slide);
  g_string_append (xml, "</p:spTree></p:cSld>" QM_PPTX_MASTER_COLORS "</p:sld>");

  qm_opc_add_xml (package, g_strdup_printf ("ppt/slides/slide%d.xml", number),
                  QM_PPTX_SLIDE_TYPE "slide+xml", xml);
  qm_opc_add_relationships (package, g_strdup_printf ("ppt/slides/_rels/slide%d.xml.rels", number),
                            relationships);
}

/* --- The presentation --- */

static void
append_sizes (GString *xml, const QmDeck *deck)
{
  gboolean is_four_to_three = deck->width * 3 == deck->height * 4;

  g_string_append_printf (xml, "<p:sldSz cx=\"%d\" cy=\"%d\"%s/><p:notesSz cx=\"%d\" cy=\"%d\"/>",
                          qm_pptx_emu (deck->width), qm_pptx_emu (deck->height),
                          is_four_to_three ? " type=\"screen4x3\"" : "",
                          qm_pptx_emu (QM_PPTX_NOTES_WIDTH), qm_pptx_emu (QM_PPTX_NOTES_HEIGHT));
}

static void
add_presentation (QmOpcPackage *package, const QmDeck *deck)
{
  GString *xml = qm_opc_new_xml (), *relationships = qm_opc_begin_relationships ();

  g_string_append (xml, "<p:presentation " QM_PPTX_NAMESPACES " saveSubsetFonts=\"1\">"
                        "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                        "</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/>"
                        "</p:notesMasterIdLst><p:sldIdLst>");
  qm_opc_append_relationship (relationships, 1, "slideMaster", "slideMasters/slideMaster1.xml");
  qm_opc_append_relationship (relationships, 2, "notesMaster", "notesMasters/notesMaster1.xml");
  qm_opc_append_relationship (relationships, 3, "theme", "theme/theme1.xml");
  for (guint i = 0; i < deck->slides->len; i++) {
    g_autofree char *target = g_strdup_printf ("slides/slide%u.xml", i + 1);

    g_string_append_printf (xml, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", 256 + i, 4 + i);
    qm_opc_append_relationship (relationships, (int) (4 + i), "slide", target);
  }
  g_string_append (xml, "</p:sldIdLst>");
  append_sizes (xml, deck);
  qm_xml_append (xml,
                 "<p:defaultTextStyle><a:defPPr><a:defRPr lang=\"%s\"/></a:defPPr>"
                 "</p:defaultTextStyle></p:presentation>",
                 qm_pptx_language_tag (deck));

  qm_opc_add_xml (package, g_strdup ("ppt/presentation.xml"),
                  QM_PPTX_SLIDE_TYPE "presentation.main+xml", xml);
  qm_opc_add_relationships (package, g_strdup ("ppt/_rels/presentation.xml.rels"), relationships);
}

static void
add_properties (QmOpcPackage *package, const QmDeck *deck)
{
  g_autofree char *created = g_date_time_format (deck->created, "%Y-%m-%dT%H:%M:%SZ");
  GString *core = qm_opc_new_xml (), *app = qm_opc_new_xml ();

  qm_xml_append (
      core,
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title>"
      "<dc:language>%s</dc:language>"
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
      "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified></cp:coreProperties>",
      deck->name, qm_pptx_language_tag (deck), created, created);
  qm_opc_add_xml (package, g_strdup ("docProps/core.xml"),
                  "application/vnd.openxmlformats-package.core-properties+xml", core);

  g_string_append_printf (app,
                          "<Properties xmlns=\"" QM_OOXML_NAMESPACE "extended-properties\">"
                          "<Application>Quymo</Application><Slides>%u</Slides></Properties>",
                          deck->slides->len);
  qm_opc_add_xml (package, g_strdup ("docProps/app.xml"), QM_OOXML_TYPE "extended-properties+xml",
                  app);
}

static void
add_root_relationships (QmOpcPackage *package)
{
  GString *xml = qm_opc_begin_relationships ();

  qm_opc_append_relationship (xml, 1, "officeDocument", "ppt/presentation.xml");
  g_string_append (
      xml, "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
           "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
  qm_opc_append_relationship (xml, 3, "extended-properties", "docProps/app.xml");
  qm_opc_add_relationships (package, g_strdup ("_rels/.rels"), xml);
}

GBytes *
qm_pptx_encode (const QmDeck *deck, GError **error)
{
  g_autoptr (QmOpcPackage) package = qm_opc_package_new ();

  add_root_relationships (package);
  add_properties (package, deck);
  add_presentation (package, deck);
  qm_pptx_add_design (package, deck);
  for (guint i = 0; i < deck->slides->len; i++)
    add_slide (package, deck, deck->slides->pdata[i], (int) i + 1);

  return qm_opc_pack (package, error);
}
