/* How an exported picture looks, or a table reads: what the reader chooses of it besides the chart.
 */
#pragma once

#include "chart/chart.h"
#include "export/cells.h"
#include "export/size.h"

/* A part of a picture that can be left out. */
typedef struct {
  QmBlocks block;
  const char *id;   /* "title": on the command line and in settings */
  const char *name; /* to be translated, with a letter to choose it by: "_Title" */
} QmBlockInfo;

#define QM_N_BLOCKS 5

extern const QmBlockInfo qm_block_infos[QM_N_BLOCKS];

typedef struct {
  QmExportSize size; /* a deck is 4:3 where this is, else 16:9 */
  const QmTheme *theme;
  gboolean is_transparent;
  QmBlocks hidden;
  gboolean has_outlines; /* the letters of an SVG are shapes, not texts of a font */
  QmCellsReader reader;  /* of a table */
} QmExportLook;

/* The canvas that the look asks for. */
QmCanvas qm_export_canvas (const QmExportLook *look);

/* Asked after each of several charts; FALSE ends the export. */
typedef gboolean (*QmExportProgress) (gsize n_done, gpointer user_data);
