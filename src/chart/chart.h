/* From a chart's description to a picture laid out for a canvas. A pure function but for the
 * language in use (base/language.h): the same chart and canvas give the same scene. */
#pragma once

#include "chart/draw/theme.h"
#include "chart/view/view.h"
#include "dataset/reader.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* What surrounds the marks and can be left out. */
typedef enum {
  QM_BLOCK_TITLE = 1 << 0,
  QM_BLOCK_SUBTITLE = 1 << 1,
  QM_BLOCK_NOTE = 1 << 2,
  QM_BLOCK_KEY = 1 << 3,
  QM_BLOCK_SOURCES = 1 << 4,
} QmBlocks;

typedef struct {
  double width, height; /* logical pixels */
  const QmTheme *theme;
  double text_scale;       /* how much larger than usual the reader wants texts; 0 counts as 1 */
  double pixels_per_inch;  /* logical ones, where the picture has a physical size; 0 counts as 96,
                              a screen's. No text is smaller than 9 pt. */
  QmBlocks hidden;         /* the blocks that are left out */
  gboolean is_transparent; /* nothing is painted behind the picture */
} QmCanvas;

/* The smallest canvas on which every text still has room, at 96 pixels per inch. */
#define QM_CANVAS_MIN_WIDTH 400
#define QM_CANVAS_MIN_HEIGHT 270

/* Lays the chart out. The data of the scene's marks are the chart's claims (const QmClaim *), also
 * where the view shows other figures of them. */
QmScene *qm_chart_build (const QmChart *chart, const QmView *view,
                         const QmCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* The forms a panel can have, for the dataset's reader. */
const QmFormRule *qm_chart_forms (void);

G_END_DECLS
