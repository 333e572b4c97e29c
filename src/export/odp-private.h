/* What the files that write OpenDocument's slides share. */
#pragma once

#include "export/deck.h"

G_BEGIN_DECLS

#define QM_ODP_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define QM_ODP_OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define QM_ODP_NAMESPACES                                                                          \
  "xmlns:office=\"" QM_ODP_OASIS "office:1.0\" "                                                   \
  "xmlns:style=\"" QM_ODP_OASIS "style:1.0\" "                                                     \
  "xmlns:text=\"" QM_ODP_OASIS "text:1.0\" "                                                       \
  "xmlns:draw=\"" QM_ODP_OASIS "drawing:1.0\" "                                                    \
  "xmlns:presentation=\"" QM_ODP_OASIS "presentation:1.0\" "                                       \
  "xmlns:svg=\"" QM_ODP_OASIS "svg-compatible:1.0\" "                                              \
  "xmlns:fo=\"" QM_ODP_OASIS "xsl-fo-compatible:1.0\" "                                            \
  "xmlns:meta=\"" QM_ODP_OASIS "meta:1.0\" "                                                       \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                 \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                                  \
  "office:version=\"1.3\""

#define QM_ODP_FONT_FACES                                                                          \
  "<office:font-face-decls><style:font-face style:name=\"Inter\" svg:font-family=\"Inter\" "       \
  "style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/></office:font-face-decls>"

/* A page of notes, upright, 7.5 × 10 inches, in pixels. */
#define QM_ODP_NOTES_WIDTH 1080
#define QM_ODP_NOTES_HEIGHT 1440

/* The room of the text on it. */
extern const QmRect qm_odp_notes_text;

typedef struct {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
} QmOdpLength;

/* In points. A logical pixel is half a point. */
QmOdpLength qm_odp_points (double pixels);

void qm_odp_append_rect (GString *xml, QmRect rect);

const char *qm_odp_country (const QmDeck *deck);

/* The picture of a slide on its page of notes; number 0: on the master page. */
void qm_odp_append_thumbnail (GString *xml, const QmDeck *deck, guint number);

/* The whole of styles.xml. */
GString *qm_odp_styles (const QmDeck *deck) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
