/* Texts that fit: measured in their role, wrapped, set smaller, shortened, and measured again. Each
 * kind of text gives way in its own order: words end in an ellipsis, names wrap before they become
 * smaller or are shortened, and figures become smaller and are never shortened. */
#pragma once

#include "chart/draw/style.h"

/* A text to be placed: its layout, measured. {0} holds none. */
typedef struct {
  PangoLayout *layout;
  double width, height;
  QmColor color;
  QmTextAnchor anchor;   /* of a text that is centred, or ends at a place: that */
  const QmEntity *names; /* (unowned) whose name it is: QM_TARGET_NAME; or NULL */
  const char *whole;     /* (unowned) the name within it of which the end is left out; or NULL */
} QmLabel;

/* Measures text in its role, as qm_typeset() takes width and max_lines; NULL or "" gives no text,
 * of height 0. Several lines are a little shorter than width where that saves the last one from a
 * lone word, or a word from being parted at its hyphen. */
QmLabel qm_label (const QmStyle *style, QmTextRole role, const char *text, double width,
                  int max_lines);

/* The same for titles and subtitles: in lines of about the same length. A subtitle stands on one
 * line where that takes a font a little smaller; a title becomes up to three tenths smaller where
 * max_lines can hold it all only then. */
QmLabel qm_label_balanced (const QmStyle *style, QmTextRole role, const char *text, double width,
                           int max_lines);

/* A figure: on one line, smaller where it would be wider than width or higher than height, but
 * never cut; at the smallest size it is wrapped at width. Either may be -1: any. */
QmLabel qm_label_figure (const QmStyle *style, QmTextRole role, const char *text, double width,
                         double height);

/* The same at that part of the role's size. */
QmLabel qm_label_scaled (const QmStyle *style, QmTextRole role, const char *text, double scale,
                         double width);

/* A name, wrapped within width and height. Where that does not hold it, it becomes smaller, and at
 * last it ends in an ellipsis; a line of the smallest size it always has. A height of -1 is that of
 * one line. */
QmLabel qm_label_name (const QmStyle *style, QmTextRole role, const char *text, double width,
                       double height);

/* An entity's name in QM_ROLE_LABEL, which the pointer finds: its short name where the whole one
 * would be shortened. */
QmLabel qm_label_entity (const QmStyle *style, const QmEntity *entity, double width, double height);

/* The same in another role and always the short name. */
QmLabel qm_label_short_entity (const QmStyle *style, QmTextRole role, const QmEntity *entity,
                               double width, double height);

/* Lowers the name_size of style to the size that label has. */
void qm_label_limit_names (QmStyle *style, const QmLabel *label);

/* TRUE if it ends in an ellipsis. */
gboolean qm_label_is_shortened (const QmLabel *label);

/* TRUE if a line begins within a word. */
gboolean qm_label_is_torn (const QmLabel *label);

void qm_label_clear (QmLabel *label);

/* Adds the label at x, y (its top left corner) and empties it. Adds nothing where it holds none. */
void qm_label_place (QmLabel *label, QmScene *scene, double x, double y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmLabel, qm_label_clear)
