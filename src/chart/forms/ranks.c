/* A strip of numbered tiles, first place left. A bracket says once whose a run of places is; a
 * place that the source gives to someone by name has a call-out:
 *
 *      Ranks 1–16: every one from China
 *   ┌──────────────────────────────────────┐
 *   ▉1 ▉2 ▉3 ▉4 ▉5 …                    ▉16  ▉17
 *                                             │
 *   The source does not name …   GPT-oss-120B
 *                              OpenAI, United States
 *
 * The first stands first wherever the file has it, ties touch, and skipped ranks leave a gap. Where
 * the strip has no room for all names, or sources disagree on one's rank, the ranks are a list, in
 * as many columns as it takes (ranks-list.c). */
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/label.h"
#include "chart/forms/forms.h"
#include "chart/forms/ranks-private.h"

#include <math.h>
#include <string.h>

static void
check (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    double rank = claim->quantity.value;

    if (claim->kind != QM_CLAIM_FIGURE || claim->unit.kind != QM_UNIT_RANK || rank < 1 ||
        fabs (rank - round (rank)) > 0)
      expected[i] = _ ("a claim with a rank: a whole number from 1 on");
  }
}

static int
compare (const QmClaim *first, const QmClaim *second)
{
  return qm_ranks_rank_of (first) - qm_ranks_rank_of (second);
}

/* Tiles are as high as the words leave room for; where even the lowest do not leave enough, the
 * notes go, since the sources' caveats also stand in the footer, then what the names belong to,
 * and then the names. */
static void
fit_heights (QmRanksStrip *strip, const QmStyle *style)
{
  double lowest = 1.3 * qm_style_line_height (style, QM_ROLE_EMPHASIS);
  double n_rows = (double) qm_ranks_count_rows (strip);
  double between = (n_rows - 1) * qm_ranks_row_gap (style);
  double room = strip->area.height - strip->words_above - between;

  if (room - strip->words_below < lowest * n_rows) {
    qm_label_clear (&strip->notes);
    qm_ranks_measure_callouts (strip, style, TRUE);
  }
  if (room - strip->words_below < lowest * n_rows)
    qm_ranks_measure_callouts (strip, style, FALSE);
  if (room - strip->words_below < lowest * n_rows)
    qm_ranks_drop_callouts (strip);
  room -= strip->words_below;
  strip->tile_height = CLAMP (room / n_rows, lowest, MAX (strip->columns.width * 1.5, lowest));
  strip->area.y += MAX (room - strip->tile_height * n_rows, 0) / 4;
}

/* TRUE if all that is named, or whose ranks they are, is there, and nothing leaves the area. */
static gboolean
is_whole (const QmRanksStrip *strip, const QmStyle *style, double bottom)
{
  QmRect last = qm_ranks_tile_at (strip, style, strip->n_claims - 1);
  gboolean needs_notes = FALSE;

  if (qm_rect_bottom (last) + strip->words_below > bottom + 1)
    return FALSE;
  for (gsize start = 0, end; start < strip->n_claims; start = end) {
    QmRect part;

    end = qm_ranks_end_of_run (strip, start);
    if (qm_ranks_is_named (strip, start)) {
      if (qm_ranks_has_callout (strip, start) &&
          (strip->callouts[start].place.width <= 0 ||
           qm_label_is_shortened (&strip->callouts[start].name)))
        return FALSE;
      needs_notes |= !qm_ranks_has_callout (strip, start);
    } else if (strip->claims[start]->entity == NULL)
      needs_notes = TRUE;
    else {
      g_auto (QmLabel) label = qm_ranks_label_run (strip, style, start, end - 1, &part);

      if (label.layout == NULL || end - start < 2)
        return FALSE;
    }
  }
  return !needs_notes || (strip->notes.layout != NULL && !qm_label_is_shortened (&strip->notes));
}

static void
add_strip (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style)
{
  qm_ranks_add_runs (strip, scene, style);
  for (gsize i = 0; i < strip->n_claims; i++) {
    qm_scene_begin_mark (scene, strip->claims[i], strip->claims[i]->id);
    qm_ranks_add_tile (strip, scene, style, i);
    qm_ranks_add_callout (strip, scene, style, i);
    qm_scene_end_mark (scene);
  }
}

/* The strip in its arrays, which have an element for each claim and are empty. */
static QmRanksStrip
fit_strip (const QmStyle *style, const QmPanel *panel, QmRect area, QmRanksCallout *callouts,
           gsize *slots)
{
  QmRanksStrip strip = {
    .panel = panel,
    .claims = panel->claims,
    .n_claims = panel->n_claims,
    .callouts = callouts,
    .area = area,
    .slots = slots,
    .words_above = qm_style_line_height (style, QM_ROLE_EMPHASIS) + qm_style_length (style, 20) +
                   qm_ranks_bracket_gap (style),
  };

  qm_ranks_fit_columns (&strip, style);
  qm_ranks_measure_callouts (&strip, style, TRUE);
  qm_ranks_measure_notes (&strip, style, panel->note);
  fit_heights (&strip, style);
  return strip;
}

static void
clear_strip (QmRanksStrip *strip)
{
  qm_label_clear (&strip->notes);
  for (gsize i = 0; i < strip->n_claims; i++) {
    qm_label_clear (&strip->callouts[i].name);
    qm_label_clear (&strip->callouts[i].origin);
  }
}

/* More are no strip that anyone follows, nor are they measured as one. */
#define MOST_IN_STRIP 60

/* Upright, names beside their tiles take the room that there is. */
static gboolean
lists_names (const QmRanksStrip *strip)
{
  return strip->area.height > 1.1 * strip->area.width && strip->n_claims > 1 &&
         qm_ranks_count_named (strip) == strip->n_claims;
}

/* Where the list has no room for all either, a strip without the only name is more than a part of
 * the list. */
static gboolean
takes_strip (const QmRanksStrip *strip, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  QmRect last = qm_ranks_tile_at (strip, style, strip->n_claims - 1);

  if (lists_names (strip))
    return FALSE;
  return is_whole (strip, style, qm_rect_bottom (area)) ||
         (qm_ranks_count_named (strip) <= 1 && qm_rect_bottom (last) <= qm_rect_bottom (area) &&
          strip->n_claims > qm_ranks_most_in_list (style, panel, area));
}

/* A few tiles that leave much of one row free are larger with all their words. */
static QmStyle
style_of_strip (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  static const double scales[] = { 2.2, 1.8, 1.5, 1.25 };
  g_autofree QmRanksCallout *callouts = g_new0 (QmRanksCallout, panel->n_claims);
  g_autofree gsize *slots = g_new0 (gsize, panel->n_claims);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++) {
    QmStyle own = *style;
    gboolean fits;
    QmRanksStrip strip;

    own.scale *= scales[i];
    /* Names are no louder than the title. */
    if (qm_style_font (&own, QM_ROLE_EMPHASIS).size > qm_style_font (style, QM_ROLE_TITLE).size ||
        (double) panel->n_claims * 1.16 * qm_ranks_largest_tile (&own) > area.width)
      continue;
    strip = fit_strip (&own, panel, area, callouts, slots);
    fits = strip.n_columns == strip.n_slots &&
           (double) strip.n_slots * 1.16 * qm_ranks_largest_tile (&own) <= area.width &&
           is_whole (&strip, &own, qm_rect_bottom (area));
    clear_strip (&strip);
    memset (callouts, 0, panel->n_claims * sizeof *callouts);
    if (fits)
      return own;
  }
  return *style;
}

/* Where they take a strip, it is added to the scene, if not NULL. */
static gboolean
try_strip (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_autofree QmRanksCallout *callouts = NULL;
  g_autofree gsize *slots = NULL;
  QmRanksStrip strip;
  gboolean is_taken;

  if (panel->n_claims > MOST_IN_STRIP || qm_bracket_has_any (panel))
    return FALSE;

  callouts = g_new0 (QmRanksCallout, panel->n_claims);
  slots = g_new0 (gsize, panel->n_claims);
  strip = fit_strip (style, panel, area, callouts, slots);
  is_taken = takes_strip (&strip, style, panel, area);
  if (is_taken && scene != NULL) {
    add_strip (&strip, scene, style);
    qm_label_place (&strip.notes, scene, area.x,
                    qm_rect_bottom (qm_ranks_tile_at (&strip, style, strip.n_claims - 1)) +
                        strip.notes_y);
  }
  clear_strip (&strip);
  return is_taken;
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  return try_strip (NULL, style, panel, area) ? G_MAXSIZE - 1
                                              : qm_ranks_most_in_list (style, panel, area);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  QmStyle own = style_of_strip (style, panel, area);

  if (!try_strip (scene, &own, panel, area))
    qm_ranks_add_list (scene, style, panel, area);
}

static int
rate (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 90;
}

const QmForm qm_ranks_form = {
  .rule = { "ranks", check, rate, FALSE, FALSE },
  .name = N_ ("Ranks"),
  .picture = "[1] [2] [3]",
  .takes = N_ ("places in an order, from the first on"),
  .build = build,
  .most = most,
  .keeps_first = TRUE,
  .compare = compare,
  .brackets = QM_BRACKET_LEFT,
  .need = 3,
  .lines = 7,
  .leaves_out_time = TRUE,
  .places_note = TRUE,
};
