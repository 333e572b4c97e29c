/* What the files that write PowerPoint's slides share. */
#pragma once

#include "export/deck.h"
#include "export/opc.h"

G_BEGIN_DECLS

#define QM_PPTX_NAMESPACES                                                                         \
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                             \
  "xmlns:r=\"" QM_OOXML_NAMESPACE "relationships\" "                                               \
  "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
#define QM_PPTX_SLIDE_TYPE QM_OOXML_TYPE "presentationml."

/* The root of a slide's tree of shapes. */
#define QM_PPTX_GROUP                                                                              \
  "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"               \
  "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" "         \
  "y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>"
#define QM_PPTX_MASTER_COLORS "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

/* A page of notes, 7.5 × 10 inches, in pixels. */
#define QM_PPTX_NOTES_WIDTH 1080
#define QM_PPTX_NOTES_HEIGHT 1440

/* --- Measures and languages --- */

/* PowerPoint's units. */
int qm_pptx_emu (double pixels);

/* Hundredths of a point. */
int qm_pptx_font_size (double pixels);

const char *qm_pptx_language_tag (const QmDeck *deck);

void qm_pptx_append_rect (GString *xml, const char *element, QmRect rect);

/* --- Shapes --- */

/* A placeholder, to be filled with paragraphs and ended; rect NULL: where the one it follows has
 * it. body_properties are attributes. */
void qm_pptx_begin_placeholder (GString *xml, int id, const char *name, const char *placeholder,
                                const QmRect *rect, const char *body_properties);
void qm_pptx_end_placeholder (GString *xml);

/* size 0: as the placeholder has it. */
void qm_pptx_append_run (GString *xml, const QmDeck *deck, const char *text, double size);
void qm_pptx_append_paragraph (GString *xml, const QmDeck *deck, const char *text, double size);

/* On a page of notes; rect as above. */
void qm_pptx_append_slide_image (GString *xml, const QmRect *rect);

/* --- The design --- */

/* Each has the number of its part. */
typedef enum {
  QM_PPTX_LAYOUT_CHART = 1,
  QM_PPTX_LAYOUT_SOURCES,
  QM_PPTX_N_LAYOUTS = QM_PPTX_LAYOUT_SOURCES
} QmPptxLayout;

void qm_pptx_add_design (QmOpcPackage *package, const QmDeck *deck);

G_END_DECLS
