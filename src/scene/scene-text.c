/* A text's pieces, found from its layout: no file computes where a word stands. */
#include "scene/scene-private.h"

#include <math.h>
#include <string.h>

typedef struct {
  const QmShape *shape;
  QmPoint origin;                   /* of the layout */
  GArray *pieces;                   /* QmTextPiece */
  int start, end;                   /* of the open piece, in bytes of the text */
  const PangoLayoutLine *last_line; /* that of the last piece */
  gboolean is_cut;                  /* the last piece stands for what was left out */
  gboolean has_hyphen;              /* its line ends within a word */
} Pieces;

static void
clear_piece (gpointer data)
{
  g_free (((QmTextPiece *) data)->text);
}

static int
link_at (const QmShape *shape, int index)
{
  for (guint i = 0; shape->links != NULL && i < shape->links->len; i++) {
    const QmTextLink *link = &g_array_index (shape->links, QmTextLink, i);

    if (index >= link->start && index < link->end)
      return (int) i;
  }
  return -1;
}

static QmTextPiece *
last_piece (const Pieces *pieces)
{
  return pieces->pieces->len > 0
             ? &g_array_index (pieces->pieces, QmTextPiece, pieces->pieces->len - 1)
             : NULL;
}

/* Gives the last piece its text. */
static void
close_piece (const Pieces *pieces)
{
  QmTextPiece *piece = last_piece (pieces);
  const char *text = pango_layout_get_text (pieces->shape->layout);

  if (piece != NULL && piece->text == NULL)
    piece->text = pieces->is_cut
                      ? g_strdup ("…")
                      : g_strdup_printf ("%.*s%s", pieces->end - pieces->start,
                                         text + pieces->start, pieces->has_hyphen ? "-" : "");
}

static QmRect
rect_from_pango (QmPoint origin, PangoRectangle rect)
{
  return (QmRect) { origin.x + (double) rect.x / PANGO_SCALE,
                    origin.y + (double) rect.y / PANGO_SCALE, (double) rect.width / PANGO_SCALE,
                    (double) rect.height / PANGO_SCALE };
}

/* The bytes of the cluster that begins there: up to the next one's beginning in its run. */
static int
cluster_end (PangoLayoutIter *iter, int start)
{
  const PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
  int end = run->item->offset + run->item->length;

  for (int i = 0; i < run->glyphs->num_glyphs; i++) {
    int other = run->item->offset + run->glyphs->log_clusters[i];

    if (other > start && other < end)
      end = other;
  }
  return end;
}

static void
add_cluster (Pieces *pieces, PangoLayoutIter *iter)
{
  const PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
  gboolean is_cut = (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0;
  gboolean has_hyphen = (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_NEED_HYPHEN) != 0;
  int start = pango_layout_iter_get_index (iter), end = cluster_end (iter, start);
  const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int link = is_cut ? -1 : link_at (pieces->shape, start);
  QmTextPiece *piece = last_piece (pieces);
  PangoRectangle logical;
  QmRect bounds;

  pango_layout_iter_get_cluster_extents (iter, NULL, &logical);
  bounds = rect_from_pango (pieces->origin, logical);
  if (piece != NULL && line == pieces->last_line && link == piece->link &&
      is_cut == pieces->is_cut) {
    piece->bounds = qm_rect_union (piece->bounds, bounds);
    pieces->start = MIN (pieces->start, start);
    pieces->end = MAX (pieces->end, end);
    pieces->has_hyphen = has_hyphen;
    return;
  }

  close_piece (pieces);
  g_array_append_val (
      pieces->pieces,
      ((QmTextPiece) { .bounds = bounds,
                       .baseline = pieces->origin.y +
                                   (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE,
                       .link = link,
                       .is_leftward = pango_layout_line_get_resolved_direction (
                                          (PangoLayoutLine *) line) == PANGO_DIRECTION_RTL }));
  pieces->start = start;
  pieces->end = end;
  pieces->last_line = line;
  pieces->is_cut = is_cut;
  pieces->has_hyphen = has_hyphen;
}

/* What stands for words that were left out is read after the others of its line, also where that
 * runs from right to left, so that it comes first from the left. */
static void
move_cuts_behind (GArray *pieces)
{
  for (guint i = 0; i + 1 < pieces->len; i++) {
    QmTextPiece *piece = &g_array_index (pieces, QmTextPiece, i), cut = *piece;

    if (!piece->is_leftward || !g_str_equal (piece->text, "…") ||
        fabs (piece[0].baseline - piece[1].baseline) > 0.01)
      continue;
    piece[0] = piece[1];
    piece[1] = cut;
  }
}

GArray *
qm_scene_text_pieces (const QmShape *shape)
{
  Pieces pieces = { .shape = shape };
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);
  PangoRectangle logical;

  pango_layout_get_extents (shape->layout, NULL, &logical);
  pieces.origin = (QmPoint) { shape->bounds.x - (double) logical.x / PANGO_SCALE,
                              shape->bounds.y - (double) logical.y / PANGO_SCALE };
  pieces.pieces = g_array_new (FALSE, TRUE, sizeof (QmTextPiece));
  g_array_set_clear_func (pieces.pieces, clear_piece);

  do {
    /* The end of a paragraph is a run that is NULL. */
    if (pango_layout_iter_get_run_readonly (iter) != NULL)
      add_cluster (&pieces, iter);
  } while (pango_layout_iter_next_cluster (iter));
  close_piece (&pieces);
  move_cuts_behind (pieces.pieces);

  pango_layout_iter_free (iter);
  return pieces.pieces;
}
