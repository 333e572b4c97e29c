/* What the files that write SVG share. */
#pragma once

#include "scene/scene.h"

/* before and two numbers: "M1 2" */
void qm_svg_append_point (GString *xml, const char *before, double x, double y);

/* What the elements of one file have in common. Their ids begin with what no other file has, since
 * several may stand in one page. */
typedef struct {
  char *prefix;
  int n_defs;            /* masks and clips given so far */
  gboolean has_outlines; /* letters are shapes */
} QmSvgIds;

void qm_svg_append_shape (GString *xml, const QmShape *shape, QmSvgIds *ids);
