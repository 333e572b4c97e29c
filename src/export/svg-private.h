/* What the files that write SVG share. */
#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* name="value", to a thousandth */
void qm_svg_append_length (GString *xml, const char *name, double value);

/* before and two numbers: "M1 2" */
void qm_svg_append_point (GString *xml, const char *before, double x, double y);

/* name="#rrggbb", and its opacity where it has one: not every reader knows "#rrggbbaa". */
void qm_svg_append_color (GString *xml, const char *name, QmColor color);

/* n_defs counts the masks and clips of the file, for their ids. */
void qm_svg_append_shape (GString *xml, const QmShape *shape, int *n_defs);

G_END_DECLS
