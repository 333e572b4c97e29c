/* Where the tiles of a strip stand, and the tiles: one row, or as many as their numbers need. Ties
 * touch, and skipped ranks leave a gap. */
#include "chart/draw/label.h"
#include "chart/draw/status.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"

#include <math.h>

/* TRUE if both are of one entity, and of one time: an entity may have had other ranks at others. */
static gboolean
are_alike (const QmClaim *claim, const QmClaim *other)
{
  return claim->entity == other->entity && claim->measure == other->measure &&
         qm_claim_time_equal (&claim->time, &other->time);
}

static gboolean
has_neighbour (const QmRanksStrip *strip, gsize i)
{
  const QmClaim *claim = strip->claims[i];

  return (i > 0 && are_alike (strip->claims[i - 1], claim)) ||
         (i + 1 < strip->n_claims && are_alike (strip->claims[i + 1], claim));
}

gboolean
qm_ranks_is_named (const QmRanksStrip *strip, gsize i)
{
  const QmClaim *claim = strip->claims[i];

  if (claim->entity == NULL)
    return claim->label != NULL;
  return claim->entity->part_of != NULL || !has_neighbour (strip, i);
}

static int
rank_at (const QmRanksStrip *strip, gsize i)
{
  return qm_ranks_rank_of (strip->claims[i]);
}

gsize
qm_ranks_end_of_run (const QmRanksStrip *strip, gsize start)
{
  gboolean is_nobody = strip->claims[start]->entity == NULL;
  gsize end = start + 1;

  if (qm_ranks_is_named (strip, start))
    return end;
  while (end < strip->n_claims && !qm_ranks_is_named (strip, end) &&
         strip->claims[end]->entity == strip->claims[start]->entity &&
         (rank_at (strip, end) == rank_at (strip, end - 1) + 1 ||
          (is_nobody && rank_at (strip, end) == rank_at (strip, end - 1))))
    end++;
  return end;
}

gsize
qm_ranks_count_named (const QmRanksStrip *strip)
{
  gsize n = 0;

  for (gsize i = 0; i < strip->n_claims; i++)
    n += qm_ranks_is_named (strip, i);
  return n;
}

gsize
qm_ranks_count_rows (const QmRanksStrip *strip)
{
  return (strip->n_slots + strip->n_columns - 1) / strip->n_columns;
}

double
qm_ranks_bracket_gap (const QmStyle *style)
{
  return qm_style_length (style, 38) + 4;
}

double
qm_ranks_row_gap (const QmStyle *style)
{
  return qm_ranks_bracket_gap (style) + qm_style_length (style, 12);
}

QmRect
qm_ranks_tile_at (const QmRanksStrip *strip, const QmStyle *style, gsize i)
{
  double step = strip->tile_height + qm_ranks_row_gap (style);
  gsize slot = strip->slots[i], column = slot % strip->n_columns;
  QmRect tile = { qm_band_start (strip->columns, column),
                  strip->area.y + strip->words_above + (double) (slot / strip->n_columns) * step,
                  strip->columns.width, strip->tile_height };

  if (i + 1 < strip->n_claims && rank_at (strip, i) == rank_at (strip, i + 1) &&
      column + 1 < strip->n_columns)
    tile.width += strip->columns.gap;
  return tile;
}

static void
fill_slots (QmRanksStrip *strip)
{
  for (gsize i = 0; i < strip->n_claims; i++)
    strip->slots[i] =
        i == 0 ? 0 : strip->slots[i - 1] + 1 + (rank_at (strip, i) > rank_at (strip, i - 1) + 1);
  strip->n_slots = strip->slots[strip->n_claims - 1] + 1;
}

double
qm_ranks_largest_tile (const QmStyle *style)
{
  return qm_style_length (style, 128);
}

/* Of its width, where the room is upright. */
#define LOWEST_TILE 0.8

/* Where the room is upright: as few columns as leave all rows, of tiles not much lower than wide,
 * their height. 0 where even many are too few. */
static gsize
find_upright_columns (const QmRanksStrip *strip, const QmStyle *style)
{
  double between = qm_ranks_row_gap (style);
  double words = strip->words_above + 6 * qm_style_line_height (style, QM_ROLE_NOTE);

  for (gsize n = 3; n < strip->n_slots; n++) {
    double side = strip->area.width / (1.16 * (double) n);
    double n_rows = ceil ((double) strip->n_slots / (double) n);

    if (n_rows * (LOWEST_TILE * side + between) + words <= strip->area.height)
      return n;
  }
  return 0;
}

void
qm_ranks_fit_columns (QmRanksStrip *strip, const QmStyle *style)
{
  /* Names have room under one row only. */
  gboolean is_upright =
      strip->area.height > 1.1 * strip->area.width && qm_ranks_count_named (strip) <= 1;
  gsize n_upright;
  g_autofree char *widest = qm_wording_number_short (strip->claims[strip->n_claims - 1]);
  g_auto (QmLabel) number = qm_label (style, QM_ROLE_EMPHASIS, widest, -1, 1);
  double smallest = 1.4 * number.width;
  double largest = qm_ranks_largest_tile (style);

  fill_slots (strip);
  n_upright = is_upright ? find_upright_columns (strip, style) : 0;
  strip->n_columns = strip->n_slots;
  while (strip->n_columns > 1 && strip->area.width / (double) strip->n_columns < smallest)
    strip->n_columns = (strip->n_columns + 1) / 2;

  if (n_upright > 0)
    strip->n_columns = MIN (strip->n_columns, n_upright);
  strip->columns = qm_band (strip->n_columns, strip->area.x, qm_rect_right (strip->area), 0.16);
  if (n_upright == 0 && strip->columns.width > largest)
    strip->columns = (QmBand) { strip->area.x, largest, largest * 0.16 };
}

void
qm_ranks_add_tile (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style, gsize i)
{
  const QmClaim *claim = strip->claims[i];
  QmRect tile = qm_ranks_tile_at (strip, style, i);
  QmPoint centre = qm_rect_centre (tile);
  double end = qm_rect_right (tile);
  g_autofree char *number = qm_wording_number_short (claim);
  double usual = qm_style_length (style, 100);
  /* Numbers grow with their tiles. */
  double scale = CLAMP (MIN (tile.width, tile.height) / usual, 1, 2);
  g_auto (QmLabel) label =
      qm_label_scaled (style, QM_ROLE_EMPHASIS, number, scale, 0.88 * tile.width);

  qm_status_add_tile (scene, style, claim, qm_style_identity (style, claim->entity), tile, TRUE);
  if (claim->quantity.standing == QM_STATED)
    label.color = style->theme->background;
  /* Where the tile fades out nothing would be read. */
  if (claim->quantity.precision == QM_ABOUT)
    end -= QM_STATUS_TILE_FEATHER * tile.width;
  label.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&label, scene, MIN (centre.x - label.width / 2, end - label.width),
                  centre.y - label.height / 2);
}
