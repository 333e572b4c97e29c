/* A chart as the words around it tell it: a panel whose form has no room, and which is a list or
 * words instead, has no scale, and no line that leads through one of several figures. */
#pragma once

#include "chart/view/form.h"
#include "chart/view/viewed.h"

typedef struct {
  QmViewedChart viewed; /* borrows all but its panels from what it is of */
  QmPanel *panels;      /* its panels */
  QmForm *forms;        /* of those */
  gboolean differs;     /* some of them have no room for their form */
} QmTold;

/* Says that the scene has no room for the form of that panel. */
void qm_told_leave_out (QmScene *scene, const QmPanel *panel);

/* What is told of viewed beside what stands in the scene. */
QmTold qm_told (const QmViewedChart *viewed, const QmScene *scene);

void qm_told_clear (QmTold *told);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmTold, qm_told_clear)
