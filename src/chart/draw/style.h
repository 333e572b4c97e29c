/* Sizes, fonts and colours of one picture. Lengths are given as they are on a slide of 1920 × 1080
 * and follow the canvas's shorter side; no text falls below the floor that still reads. */
#pragma once

#include "chart/draw/canvas.h"
#include "dataset/dataset.h"
#include "scene/scene.h"
#include "scene/typeset.h"

typedef enum {
  QM_ROLE_TITLE,
  QM_ROLE_SUBTITLE,
  QM_ROLE_FIGURE,   /* the one number that a panel is about */
  QM_ROLE_HEADING,  /* of a panel, and sentences inside it */
  QM_ROLE_VALUE,    /* of a bar */
  QM_ROLE_EMPHASIS, /* values and names inside a picture */
  QM_ROLE_LABEL,    /* names of entities */
  QM_ROLE_TICK,     /* along an axis */
  QM_ROLE_CELL,     /* figures of a table */
  QM_ROLE_NOTE,
  QM_ROLE_FOOTER,
  QM_ROLE_VOICE, /* a reader's own words, slanted */
} QmTextRole;

/* Of the figures of a chart that are written large: all look alike, since a larger one would be
 * read as the weightier. See numeral.h. */
typedef struct _QmFigureScale {
  double value;          /* the part of QM_ROLE_FIGURE's size at which each has its room */
  double value_in_words; /* the same where bounds are said in words: "more than 140" */
  double words;          /* how many times as large as usual the words below can be */
} QmFigureScale;

typedef struct _QmStyle {
  const QmTheme *theme;
  double scale;          /* 1 on a canvas whose shorter side is 1080 */
  gboolean is_upright;   /* the canvas is clearly higher than wide */
  double title_scale;    /* of titles beyond that: less on a canvas that is about square */
  double text_scale;     /* of texts beyond that */
  double density;        /* pixels for one of a screen's, by which the floor of texts is higher */
  QmBlocks hidden;       /* the canvas's */
  QmFigureScale figures; /* in the chart at hand */
  double name_size;      /* that names have at most; 0: any */
  double tint;           /* how much lighter areas are, within their outline: of the earlier of two
                            figures; 0: not at all */
  GHashTable *hues; /* (unowned) const QmEntity * → QmIdentity that it has in a panel instead of the
                       dataset's; NULL: none has */
} QmStyle;

QmStyle qm_style_for_canvas (const QmCanvas *canvas);

/* The length that is that many pixels on the slide. */
double qm_style_length (const QmStyle *style, double length);

/* The space around the picture, narrower in proportion where there is little. */
double qm_style_margin (const QmStyle *style);

/* The width of lines that divide or trace: never below a pixel, whole below three. */
double qm_style_line (const QmStyle *style, double width);

QmColor qm_style_identity (const QmStyle *style, const QmEntity *entity); /* accepts NULL */

/* A role's font on this canvas; sizes in pixels. */
typedef struct {
  double size;
  double floor;    /* the role's own, below which its size does not fall by itself */
  double smallest; /* of any text */
  PangoWeight weight;
  QmFace face;
  QmColor color;
} QmFont;

QmFont qm_style_font (const QmStyle *style, QmTextRole role);

/* The height of a line of the smallest text. */
double qm_style_smallest_line (const QmStyle *style);

/* The height of one line of that role. */
double qm_style_line_height (const QmStyle *style, QmTextRole role);
