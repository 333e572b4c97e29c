/* Sizes, fonts and colours of one picture. Lengths are given as they are on a slide of 1920 × 1080
 * and follow the canvas's shorter side; no text falls below the floor that still reads. */
#pragma once

#include "chart/draw/canvas.h"
#include "dataset/dataset.h"
#include "scene/scene.h"
#include "scene/text.h"

G_BEGIN_DECLS

typedef enum {
  QM_ROLE_TITLE,
  QM_ROLE_SUBTITLE,
  QM_ROLE_FIGURE,   /* the one number that a panel is about */
  QM_ROLE_HEADING,  /* of a panel, and sentences inside it */
  QM_ROLE_VALUE,    /* of a bar */
  QM_ROLE_EMPHASIS, /* values and names inside a picture */
  QM_ROLE_LABEL,    /* names of entities */
  QM_ROLE_TICK,     /* along an axis */
  QM_ROLE_NOTE,
  QM_ROLE_FOOTER,
  QM_ROLE_VOICE, /* a reader's own words, slanted */
} QmTextRole;

typedef struct _QmStyle {
  const QmTheme *theme;
  double scale;        /* 1 on a canvas whose shorter side is 1080 */
  double text_scale;   /* of texts beyond that */
  double density;      /* pixels for one of a screen's, by which the floor of texts is higher */
  QmBlocks hidden;     /* the canvas's */
  double figure_scale; /* of QM_ROLE_FIGURE in the chart at hand; see numeral.h */
} QmStyle;

QmStyle qm_style_for_canvas (const QmCanvas *canvas);

/* The length that is that many pixels on the slide. */
double qm_style_length (const QmStyle *style, double length);

/* The space around the picture, narrower in proportion where there is little. */
double qm_style_margin (const QmStyle *style);

/* The width of lines that divide or trace: never below a pixel, whole below three. */
double qm_style_line (const QmStyle *style, double width);

QmColor qm_style_identity (const QmStyle *style, const QmEntity *entity); /* accepts NULL */

/* The height of one line of that role. */
double qm_style_line_height (const QmStyle *style, QmTextRole role);

/* A text to be placed: its layout, measured. {0} holds none. */
typedef struct {
  PangoLayout *layout;
  double width, height;
  QmColor color;
  const QmEntity *names; /* (unowned) whose name it is: QM_TARGET_NAME; or NULL */
} QmLabel;

/* Measures text in its role, as qm_text_new() takes width and max_lines; NULL or "" gives no text,
 * of height 0. Several lines are a little shorter than width where that saves the last one from a
 * lone word, or a word from being parted at its hyphen. */
QmLabel qm_label (const QmStyle *style, QmTextRole role, const char *text, double width,
                  int max_lines);

/* The same on one line, at that part of the role's size. */
QmLabel qm_label_scaled (const QmStyle *style, QmTextRole role, const char *text, double scale,
                         double width);

/* The same for titles: on one line where that takes a font a little smaller, else in lines of about
 * the same length. A title becomes up to three tenths smaller where max_lines can then hold it
 * all. */
QmLabel qm_label_balanced (const QmStyle *style, QmTextRole role, const char *text, double width,
                           int max_lines);

/* An entity's name on one line, which the pointer finds: its short name where the whole one is
 * wider than width. */
QmLabel qm_label_entity (const QmStyle *style, const QmEntity *entity, double width);

void qm_label_clear (QmLabel *label);

/* Adds the label at x, y (its top left corner) and empties it. Adds nothing where it holds none. */
void qm_label_place (QmLabel *label, QmScene *scene, double x, double y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmLabel, qm_label_clear)

G_END_DECLS
