#include "chart/draw/bracket.h"

double
qm_bracket_depth (const QmStyle *style)
{
  return qm_style_length (style, 10) + 1;
}

static gboolean
disagrees_with_any (const QmViewedChart *viewed, const QmClaim *const *rows, gsize n_rows,
                    const QmClaim *claim)
{
  for (gsize i = 0; i < n_rows; i++)
    if (qm_viewed_disagree (viewed, rows[i], claim))
      return TRUE;
  return FALSE;
}

/* How many of them, the first among these, are a run that disagrees; 1: none. */
static gsize
count_run (const QmViewedChart *viewed, const QmClaim *const *rows, gsize n_rows)
{
  gsize n = 1;

  while (n < n_rows && disagrees_with_any (viewed, rows, n, rows[n]))
    n++;
  return n;
}

double
qm_bracket_width (const QmStyle *style, const QmViewedChart *viewed, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (count_run (viewed, panel->claims + i, panel->n_claims - i) > 1)
      return 2 * qm_bracket_depth (style);
  return 0;
}

void
qm_bracket_add (QmScene *scene, const QmStyle *style, double x, double end, double top,
                double bottom)
{
  double width = qm_style_line (style, 3);
  QmPaint paint = { .stroke = style->theme->muted, .stroke_width = width };
  const QmPoint points[] = { { end, top }, { x, top }, { x, bottom }, { end, bottom } };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, &paint);
}

void
qm_bracket_add_to_rows (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
                        const QmClaim *const *rows, gsize n_rows, QmBand band, double x)
{
  gsize n;

  for (gsize i = 0; i < n_rows; i += n) {
    n = count_run (viewed, rows + i, n_rows - i);
    if (n > 1)
      qm_bracket_add (scene, style, x + qm_style_line (style, 3) / 2, x + qm_bracket_depth (style),
                      qm_band_start (band, i), qm_band_start (band, i + n - 1) + band.width);
  }
}
