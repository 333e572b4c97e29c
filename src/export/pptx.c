/* Slides as PowerPoint reads them: ECMA-376, parts 1 and 2. It offers to "repair" a file whose
 * elements are out of the schema's order or whose parts are not all related, typed and numbered.
 * What all slides share stands in data/slides/pptx/. */
#include "export/deck.h"
#include "export/opc.h"
#include "export/template.h"
#include "export/xml.h"

#include <math.h>

/* What PowerPoint calls the element by which a picture has an SVG beside it; older programs pass it
 * over. */
#define DRAWING_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

#define OFFICE "application/vnd.openxmlformats-officedocument."
#define SLIDES OFFICE "presentationml."
#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* English Metric Units, 914400 to the inch. */
#define EMU_PER_PIXEL 6350

/* The parts that every deck has once; its theme is added by itself. */
static const struct {
  const char *name, *template, *type;
} shared_parts[] = {
  { "_rels/.rels", "pptx/package.rels", NULL },
  { "docProps/core.xml", "pptx/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml" },
  { "docProps/app.xml", "pptx/app.xml", OFFICE "extended-properties+xml" },
  { "ppt/presentation.xml", "pptx/presentation.xml", SLIDES "presentation.main+xml" },
  { "ppt/_rels/presentation.xml.rels", "pptx/presentation.rels", NULL },
  { "ppt/slideMasters/slideMaster1.xml", "pptx/slideMaster.xml", SLIDES "slideMaster+xml" },
  { "ppt/slideMasters/_rels/slideMaster1.xml.rels", "pptx/slideMaster.rels", NULL },
  { "ppt/slideLayouts/slideLayout1.xml", "pptx/slideLayout1.xml", SLIDES "slideLayout+xml" },
  { "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "pptx/slideLayout.rels", NULL },
  { "ppt/slideLayouts/slideLayout2.xml", "pptx/slideLayout2.xml", SLIDES "slideLayout+xml" },
  { "ppt/slideLayouts/_rels/slideLayout2.xml.rels", "pptx/slideLayout.rels", NULL },
  { "ppt/notesMasters/notesMaster1.xml", "pptx/notesMaster.xml", SLIDES "notesMaster+xml" },
  { "ppt/notesMasters/_rels/notesMaster1.xml.rels", "pptx/notesMaster.rels", NULL },
};

/* --- Measures and languages --- */

static char *
length_to_text (double pixels)
{
  return g_strdup_printf ("%d", (int) round (pixels * EMU_PER_PIXEL));
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

/* --- What all slides share --- */

static void
set_color (GHashTable *values, const char *name, QmColor color)
{
  g_autofree char *hex = qm_color_to_string (color);

  qm_template_set (values, name, "%s", hex + 1);
}

/* dk is what a light slide's texts have and a dark slide's background, lt the other way round: the
 * master's map of colours says which it is. */
static void
set_theme (GHashTable *values, const QmTheme *theme)
{
  static const struct {
    const char *slot;
    QmIdentity hue;
  } hues[] = {
    { "accent1", QM_IDENTITY_BLUE }, { "accent2", QM_IDENTITY_RED },
    { "accent3", QM_IDENTITY_GOLD }, { "accent4", QM_IDENTITY_VIOLET },
    { "accent5", QM_IDENTITY_TEAL }, { "accent6", QM_IDENTITY_NONE },
    { "hlink", QM_IDENTITY_BLUE },   { "folHlink", QM_IDENTITY_VIOLET },
  };
  gboolean is_dark = theme == &qm_theme_dark;

  set_color (values, is_dark ? "lt1" : "dk1", theme->ink);
  set_color (values, is_dark ? "dk1" : "lt1", theme->background);
  set_color (values, is_dark ? "lt2" : "dk2", theme->muted);
  set_color (values, is_dark ? "dk2" : "lt2", theme->rule);
  for (gsize i = 0; i < G_N_ELEMENTS (hues); i++)
    set_color (values, hues[i].slot, theme->identities[hues[i].hue]);
  qm_template_set (values, "bg1", is_dark ? "dk1" : "lt1");
  qm_template_set (values, "bg2", is_dark ? "dk2" : "lt2");
  qm_template_set (values, "tx1", is_dark ? "lt1" : "dk1");
  qm_template_set (values, "tx2", is_dark ? "lt2" : "dk2");
}

/* Of the presentation, with their relationships. */
static void
set_slides (GHashTable *values, const QmDeck *deck)
{
  GString *slides = g_string_new (NULL), *relationships = g_string_new (NULL);

  for (guint i = 0; i < deck->slides->len; i++) {
    g_string_append_printf (slides, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", 256 + i, 4 + i);
    g_string_append_printf (relationships,
                            "<Relationship Id=\"rId%u\" Target=\"slides/slide%u.xml\" "
                            "Type=\"" RELATIONSHIPS "slide\"/>",
                            4 + i, i + 1);
  }
  qm_template_set_xml (values, "slides", g_string_free (slides, FALSE));
  qm_template_set_xml (values, "slides-relationships", g_string_free (relationships, FALSE));
}

static GHashTable *
shared_values (const QmDeck *deck)
{
  GHashTable *values = qm_deck_values (deck, length_to_text);
  gboolean is_four_to_three = deck->width * 3 == deck->height * 4;

  set_slides (values, deck);
  qm_template_set (values, "language", "%s", language_tag (deck));
  qm_template_set (values, "n-slides", "%u", deck->slides->len);
  qm_template_set (values, "slide.kind", is_four_to_three ? "screen4x3" : "custom");
  qm_template_set (values, "title-size", "%d", font_size (QM_DECK_TITLE_SIZE));
  return values;
}

/* The slides have the deck's theme, and their notes, which are for paper, the light one. */
static void
add_shared_parts (QmOpcPackage *package, const QmDeck *deck, GHashTable *values)
{
  set_theme (values, &qm_theme_light);
  qm_opc_add (package, g_strdup ("ppt/theme/theme2.xml"), OFFICE "theme+xml",
              qm_template_fill ("pptx/theme.xml", values));
  set_theme (values, deck->theme);
  qm_opc_add (package, g_strdup ("ppt/theme/theme1.xml"), OFFICE "theme+xml",
              qm_template_fill ("pptx/theme.xml", values));
  for (gsize i = 0; i < G_N_ELEMENTS (shared_parts); i++)
    qm_opc_add (package, g_strdup (shared_parts[i].name), shared_parts[i].type,
                qm_template_fill (shared_parts[i].template, values));
}

/* --- Texts --- */

/* size 0: as the placeholder has it. link is the number of a relationship; 0: none. */
static void
append_run (GString *xml, const QmDeck *deck, const char *text, double size, int link)
{
  qm_xml_append (xml, "<a:r><a:rPr lang=\"%s\"", language_tag (deck));
  if (size > 0)
    g_string_append_printf (xml, " sz=\"%d\"", font_size (size));
  if (link > 0)
    g_string_append_printf (xml, "><a:hlinkClick r:id=\"rId%d\"/></a:rPr>", link);
  else
    g_string_append (xml, "/>");
  qm_xml_append (xml, "<a:t>%s</a:t></a:r>", text);
}

static void
set_title (GHashTable *values, const QmDeck *deck, const QmSlide *slide)
{
  GString *xml = g_string_new ("<a:p>");

  append_run (xml, deck, slide->title,
              slide->title_size == QM_DECK_TITLE_SIZE ? 0 : slide->title_size, 0);
  g_string_append (xml, "</a:p>");
  qm_template_set_xml (values, "title", g_string_free (xml, FALSE));
}

/* Each says its style itself: LibreOffice does not look for that in the master of notes. */
static void
set_notes (GHashTable *values, const QmDeck *deck, const QmSlide *slide)
{
  GString *xml = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (slide->notes, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    qm_xml_append (xml,
                   "<a:p><a:pPr marL=\"0\" indent=\"0\"><a:spcAft><a:spcPts val=\"400\"/>"
                   "</a:spcAft><a:buNone/></a:pPr><a:r><a:rPr lang=\"%s\" sz=\"%d\">"
                   "<a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>%s</a:t></a:r></a:p>",
                   language_tag (deck), font_size (slide->notes_size), lines[i]);
  qm_template_set_xml (values, "notes", g_string_free (xml, FALSE));
}

/* Each with its address below. A slide's relationships are 1 its layout, and then its links. */
static void
set_lines (GHashTable *values, const QmDeck *deck, const QmSlide *slide)
{
  GString *lines = g_string_new (NULL), *links = g_string_new (NULL);
  int n_relationships = 1;

  for (gsize i = 0; slide->lines[i] != NULL; i++) {
    const char *address = slide->links[i];

    g_string_append (lines, "<a:p>");
    append_run (lines, deck, slide->lines[i], slide->line_size, 0);
    if (address[0] != '\0') {
      qm_xml_append (links,
                     "<Relationship Id=\"rId%d\" Type=\"" RELATIONSHIPS "hyperlink\" "
                     "Target=\"%s\" TargetMode=\"External\"/>",
                     ++n_relationships, address);
      g_string_append_printf (lines, "<a:br><a:rPr lang=\"%s\" sz=\"%d\"/></a:br>",
                              language_tag (deck), font_size (slide->line_size));
      append_run (lines, deck, address, slide->line_size, n_relationships);
    }
    g_string_append (lines, "</a:p>");
  }
  qm_template_set_xml (values, "lines", g_string_free (lines, FALSE));
  qm_template_set_xml (values, "links", g_string_free (links, FALSE));
}

/* --- Slides --- */

/* A part and its relationships. kind is "slide" or "notesSlide". */
static void
add_part (QmOpcPackage *package, GHashTable *values, const char *kind, const char *template,
          guint number)
{
  g_autofree char *part = g_strconcat ("pptx/", template, ".xml", NULL);
  g_autofree char *relationships = g_strconcat ("pptx/", template, ".rels", NULL);
  gboolean is_slide = g_str_equal (kind, "slide");

  qm_opc_add (package, g_strdup_printf ("ppt/%ss/%s%u.xml", kind, kind, number),
              is_slide ? SLIDES "slide+xml" : SLIDES "notesSlide+xml",
              qm_template_fill (part, values));
  qm_opc_add (package, g_strdup_printf ("ppt/%ss/_rels/%s%u.xml.rels", kind, kind, number), NULL,
              qm_template_fill (relationships, values));
}

static void
add_slide (QmOpcPackage *package, const QmDeck *deck, GHashTable *values, guint number)
{
  const QmSlide *slide = deck->slides->pdata[number - 1];

  qm_template_set (values, "number", "%u", number);
  set_title (values, deck, slide);
  if (slide->picture == NULL) {
    set_lines (values, deck, slide);
    add_part (package, values, "slide", "sources", number);
    return;
  }

  qm_template_set (values, "drawing-extension", "%s", DRAWING_EXTENSION);
  qm_template_set_xml (values, "alternative", qm_xml_attribute (slide->alternative));
  set_notes (values, deck, slide);
  add_part (package, values, "slide", "chart", number);
  add_part (package, values, "notesSlide", "notes", number);
  qm_opc_add (package, g_strdup_printf ("ppt/media/image%u.png", number), NULL,
              g_bytes_ref (slide->picture));
  qm_opc_add (package, g_strdup_printf ("ppt/media/image%u.svg", number), NULL,
              g_bytes_ref (slide->drawing));
}

GBytes *
qm_deck_encode_pptx (const QmDeck *deck, GError **error)
{
  g_autoptr (QmOpcPackage) package = qm_opc_package_new ();
  g_autoptr (GHashTable) values = shared_values (deck);

  add_shared_parts (package, deck, values);
  for (guint i = 1; i <= deck->slides->len; i++)
    add_slide (package, deck, values, i);
  return qm_opc_pack (package, error);
}
