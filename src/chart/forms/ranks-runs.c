/* The brackets over a strip: whose a run of ranks is. */
#include "base/words.h"
#include "chart/draw/label.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"
#include "dataset/kin.h"

/* The bracket over the part of a run that stands in one row. */
static void
add_bracket (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style, gsize first,
             gsize last)
{
  double foot = qm_style_length (style, 18) + 2;
  QmRect from = qm_ranks_tile_at (strip, style, first), to = qm_ranks_tile_at (strip, style, last);
  double y = from.y - qm_ranks_bracket_gap (style);
  const QmPoint points[] = {
    { from.x, y + foot },
    { from.x, y },
    { qm_rect_right (to), y },
    { qm_rect_right (to), y + foot },
  };
  QmPaint paint = { .stroke = qm_style_identity (style, strip->claims[first]->entity),
                    .stroke_width = qm_style_line (style, 3) };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, &paint);
  qm_scene_set_about (scene, strip->claims[first]->id);
}

static char *
words_of_run (const QmRanksStrip *strip, gsize first, gsize last)
{
  const QmEntity *root = qm_kin_root (strip->claims[first]->entity);
  g_autofree char *range = qm_wording_rank_range (strip->claims[first], strip->claims[last]);

  if (root == NULL)
    return NULL;
  /* Translators: a run of places in a ranking that all belong to one country */
  return g_strdup_printf (_ ("Ranks %s: every one from %s"), range, qm_text_get (root->name));
}

/* The last of the run that stands in the same row as first. */
static gsize
last_in_row (const QmRanksStrip *strip, gsize first, gsize last)
{
  while (strip->slots[last] / strip->n_columns > strip->slots[first] / strip->n_columns)
    last--;
  return last;
}

QmLabel
qm_ranks_label_run (const QmRanksStrip *strip, const QmStyle *style, gsize first, gsize last,
                    QmRect *part)
{
  QmRect from = qm_ranks_tile_at (strip, style, first);
  QmRect to = qm_ranks_tile_at (strip, style, last_in_row (strip, first, last));
  g_autofree char *words = words_of_run (strip, first, last);
  QmLabel label = qm_label_figure (style, QM_ROLE_EMPHASIS, words, -1, -1);

  *part = from;
  part->width = qm_rect_right (to) - from.x;
  if (label.width > part->width || strip->slots[first] >= strip->n_columns)
    qm_label_clear (&label);
  label.names = strip->claims[first]->entity;
  return label;
}

static void
add_run (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style, gsize first, gsize last)
{
  QmRect part;
  g_auto (QmLabel) label = qm_ranks_label_run (strip, style, first, last, &part);
  double bottom = part.y - qm_ranks_bracket_gap (style) - qm_style_length (style, 20);

  if (label.layout != NULL) {
    label.anchor = QM_TEXT_MIDDLE;
    qm_label_place (&label, scene, part.x + (part.width - label.width) / 2, bottom - label.height);
    qm_scene_set_about (scene, strip->claims[first]->id);
  }
  for (gsize i = first; i <= last; i = last_in_row (strip, i, last) + 1)
    add_bracket (strip, scene, style, i, last_in_row (strip, i, last));
}

void
qm_ranks_add_runs (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style)
{
  for (gsize start = 0, end; start < strip->n_claims; start = end) {
    end = qm_ranks_end_of_run (strip, start);
    if (end - start >= 2 && strip->claims[start]->entity != NULL)
      add_run (strip, scene, style, start, end - 1);
  }
}
