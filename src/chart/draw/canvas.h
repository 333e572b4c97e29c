/* What a picture is laid out for. */
#pragma once

#include "chart/draw/theme.h"

/* What surrounds the marks and can be left out. */
typedef enum {
  QM_BLOCK_TITLE = 1 << 0,
  QM_BLOCK_SUBTITLE = 1 << 1,
  QM_BLOCK_NOTE = 1 << 2,
  QM_BLOCK_KEY = 1 << 3,
  QM_BLOCK_SOURCES = 1 << 4,
  QM_BLOCKS_ALL = (1 << 5) - 1, /* nothing but the marks is left, as of a thumbnail */
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
