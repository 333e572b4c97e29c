/* Slides: for each chart its title as text, its picture below, alternative text, and citations and
 * computations in the speaker's notes; at the end one slide of sources. This is what PPTX and ODP
 * files are written from. Lengths are logical pixels, 144 to the inch: a slide is 1920 × 1080 or
 * 1440 × 1080 of them, and a pixel is half a point and 6350 of PowerPoint's units exactly. */
#pragma once

#include "base/geometry.h"
#include "chart/view/viewed.h"
#include "export/look.h"
#include "export/omissions.h"

/* Of a slide's title, where it fits; a longer one is smaller. */
#define QM_DECK_TITLE_SIZE 56

/* Between two paragraphs of a slide of sources, as a part of their font's size. */
#define QM_DECK_LINE_GAP 0.6

/* Of those paragraphs' lines, as a part of what their font asks for. */
#define QM_DECK_LINE_HEIGHT 1.1

/* Of a speaker's notes, where they fit their page; more of them are smaller. */
#define QM_DECK_NOTES_SIZE 22

/* Between two of their paragraphs, in logical pixels. */
#define QM_DECK_NOTES_GAP 8

typedef struct {
  char *title;
  double title_size; /* of its font, in whole points */
  GBytes *picture;   /* PNG; NULL on the slide of sources */
  GBytes *drawing;   /* the same as SVG, for programs that take it; NULL there, too */
  char *alternative; /* what the picture shows, in words; NULL without picture */
  char *notes;       /* of the speaker, lines divided by '\n'; NULL for none */
  double notes_size; /* of their font */
  char **lines;      /* of the slide of sources; NULL on all others */
  char **links;      /* the address under each line, or ""; NULL on all others */
  double line_size;  /* of their font */
} QmSlide;

typedef struct {
  double width, height;             /* of a slide */
  QmRect title, picture;            /* where they stand on it */
  QmRect lines;                     /* where those of the sources stand */
  double notes_width, notes_height; /* of a page of notes, upright */
  QmRect notes_picture, notes_text; /* where the slide and its notes stand on it */
  const QmTheme *theme;
  const char *language; /* static */
  char *name;           /* of the whole */
  GDateTime *created;
  GPtrArray *slides; /* element QmSlide */
} QmDeck;

/* Where everything stands on a slide, for the preview as well: sets the lengths and the theme, and
 * clears all else. */
void qm_deck_layout (const QmExportLook *look, QmDeck *deck);

/* The look of the picture on a slide: as large as its place, without title. */
QmExportLook qm_deck_picture_look (const QmExportLook *look);

/* The size of the title's font on such slides. */
double qm_deck_title_size (const QmDeck *deck, const char *title);

/* What the templates of both formats say of a deck (template.h): its name and when it was made, and
 * where everything stands: "title.x", "title.y", "title.width" and "title.height". to_text writes
 * a length; its result is freed. */
GHashTable *qm_deck_values (const QmDeck *deck,
                            char *(*to_text) (double pixels)) G_GNUC_WARN_UNUSED_RESULT;

/* The slides of charts of the dataset, as qm_export_deck() wants them, and that of one and its
 * sources; NULL if and only if error is set. */
QmDeck *qm_deck_new (const QmDataset *dataset, const QmChart *const *charts, gsize n_charts,
                     const QmExportLook *look, QmExportProgress progress, gpointer user_data,
                     QmOmissions *omissions, GError **error) G_GNUC_WARN_UNUSED_RESULT;
QmDeck *qm_deck_new_of_one (const QmDataset *dataset, const QmViewedChart *viewed,
                            const QmExportLook *look, QmOmissions *omissions,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void qm_deck_free (QmDeck *deck); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmDeck, qm_deck_free)

/* A deck's slides as a file. The deck's texts have only characters that XML can hold. */
GBytes *qm_deck_encode_pptx (const QmDeck *deck, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *qm_deck_encode_odp (const QmDeck *deck, GError **error) G_GNUC_WARN_UNUSED_RESULT;
