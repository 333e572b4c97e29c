/* The words below a strip: the names of those who hold ranks, each at its tile, and notes. */
#include "base/character.h"
#include "base/words.h"
#include "chart/draw/label.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"

/* "OpenAI, United States": what the named entity, if it is one, is part of. */
static char *
origin_of (const QmEntity *entity)
{
  GString *origin = g_string_new (NULL);

  for (entity = entity != NULL ? entity->part_of : NULL; entity != NULL; entity = entity->part_of)
    g_string_append_printf (origin, "%s%s", origin->len > 0 ? ", " : "",
                            qm_text_get (entity->name));
  return g_string_free (origin, FALSE);
}

gboolean
qm_ranks_has_callout (const QmRanksStrip *strip, gsize i)
{
  return qm_ranks_is_named (strip, i) &&
         strip->slots[i] / strip->n_columns + 1 == qm_ranks_count_rows (strip);
}

/* Neither words nor a stem of the call-outs right of that one lie in place. */
static gboolean
is_free (const QmRanksStrip *strip, const QmStyle *style, gsize after, QmRect place)
{
  for (gsize i = after + 1; i < strip->n_claims; i++) {
    QmRect words = strip->callouts[i].place;
    QmRect stem = { qm_rect_centre (qm_ranks_tile_at (strip, style, i)).x, 0, 1, words.y };

    if (qm_rect_overlaps (words, place) || (words.width > 0 && qm_rect_overlaps (stem, place)))
      return FALSE;
  }
  return TRUE;
}

/* Begins under its tile, or as far left of that as the edge demands, and gives way downwards to the
 * call-outs right of it. Its stem must not run through their words. */
static QmRect
find_place (const QmRanksStrip *strip, const QmStyle *style, gsize i)
{
  const QmRanksCallout *callout = &strip->callouts[i];
  QmRect tile = qm_ranks_tile_at (strip, style, i);
  double stem = qm_style_length (style, 72) + 4, step = callout->name.height;
  QmRect place = { 0, stem, MAX (callout->name.width, callout->origin.width),
                   callout->name.height + callout->origin.height };
  QmRect stem_place = { qm_rect_centre (tile).x, 0, 1, stem };

  place.x =
      CLAMP (tile.x, strip->area.x, MAX (qm_rect_right (strip->area) - place.width, strip->area.x));
  while (!is_free (strip, style, i, qm_rect_grow (place, step / 3)) && place.y < strip->area.height)
    place.y = stem_place.height += step;

  if (!is_free (strip, style, i, stem_place) || qm_rect_bottom (place) > strip->area.height * 0.6)
    return (QmRect) { 0 };
  return place;
}

/* Of a name. */
#define MOST_LINES 3

void
qm_ranks_measure_callouts (QmRanksStrip *strip, const QmStyle *style, gboolean has_origin)
{
  strip->words_below = 0;
  for (gsize i = strip->n_claims; i-- > 0;) {
    const QmClaim *claim = strip->claims[i];
    QmRanksCallout *callout = &strip->callouts[i];
    g_autofree char *origin = NULL, *name = NULL;

    if (!qm_ranks_has_callout (strip, i))
      continue;
    origin = has_origin ? origin_of (claim->entity) : NULL;
    qm_label_clear (&callout->name);
    qm_label_clear (&callout->origin);
    callout->place = (QmRect) { 0 };
    name = qm_wording_row (strip->panel, claim, NULL);
    callout->name =
        qm_label_balanced (style, QM_ROLE_EMPHASIS, name, strip->area.width, MOST_LINES);
    callout->name.names = claim->entity;
    callout->origin = qm_label (style, QM_ROLE_NOTE, origin, strip->area.width, 1);
    callout->place = find_place (strip, style, i);
    strip->words_below = MAX (strip->words_below, qm_rect_bottom (callout->place));
  }
}

void
qm_ranks_drop_callouts (QmRanksStrip *strip)
{
  strip->words_below = 0;
  for (gsize i = 0; i < strip->n_claims; i++)
    strip->callouts[i].place = (QmRect) { 0 };
}

static void
append_holder (GString *words, const QmRanksStrip *strip, const QmClaim *claim)
{
  g_autofree char *origin = origin_of (claim->entity);
  g_autofree char *rank = qm_wording_number_short (claim);
  g_autofree char *row = qm_wording_row (strip->panel, claim, NULL);
  g_autofree char *name = qm_character_isolate (row);

  g_string_append_printf (words, "%s%s: %s%s%s.", words->len > 0 ? " " : "", rank, name,
                          origin[0] != '\0' ? ", " : "", origin);
}

/* Of a run whose holders the source does not name, nor whose they are. */
static void
append_unnamed (GString *words, const QmRanksStrip *strip, gsize start, gsize end)
{
  g_autofree char *range = qm_wording_rank_range (strip->claims[start], strip->claims[end - 1]);
  g_autofree char *rank = qm_wording_number_short (strip->claims[start]);

  g_string_append (words, words->len > 0 ? " " : "");
  if (end - start > 1)
    g_string_append_printf (words, _ ("The source does not name who holds ranks %s."), range);
  else
    g_string_append_printf (words, _ ("The source does not name who holds rank %s."), rank);
}

/* Says once of each run that its holders have no names, and adds what the panel has to say. */
static char *
words_of_notes (const QmRanksStrip *strip, const QmText *panel_note)
{
  GString *words = g_string_new (NULL);

  for (gsize start = 0, end; start < strip->n_claims; start = end) {
    end = qm_ranks_end_of_run (strip, start);
    if (qm_ranks_is_named (strip, start) && !qm_ranks_has_callout (strip, start))
      append_holder (words, strip, strip->claims[start]);
    else if (!qm_ranks_is_named (strip, start) && strip->claims[start]->entity == NULL)
      append_unnamed (words, strip, start, end);
  }
  if (panel_note != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", qm_text_get (panel_note));
  return g_string_free (words, FALSE);
}

void
qm_ranks_measure_notes (QmRanksStrip *strip, const QmStyle *style, const QmText *panel_note)
{
  g_autofree char *words = words_of_notes (strip, panel_note);
  double right = qm_rect_right (strip->area), width;

  for (gsize i = 0; i < strip->n_claims; i++)
    if (strip->callouts[i].place.width > 0)
      right = MIN (right, strip->callouts[i].place.x - qm_style_length (style, 64));
  width = right - strip->area.x;

  strip->notes_y = qm_style_length (style, 72) + 4;
  if (width < strip->area.width * 0.4) {
    width = strip->area.width;
    strip->notes_y = MAX (strip->words_below + qm_style_length (style, 24), strip->notes_y);
  } else if (right >= qm_rect_right (strip->area))
    strip->notes_y = qm_style_length (style, 40);
  strip->notes = qm_label (style, QM_ROLE_NOTE, words, width, 4);
  strip->words_below = MAX (strip->words_below, strip->notes_y + strip->notes.height);
}

void
qm_ranks_add_callout (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style, gsize i)
{
  QmRanksCallout *callout = &strip->callouts[i];
  QmRect tile = qm_ranks_tile_at (strip, style, i);
  double x = qm_rect_centre (tile).x, bottom = qm_rect_bottom (tile);
  double gap = qm_style_length (style, 14) + 2, name_height = callout->name.height;
  double right = qm_rect_right (callout->place);
  QmPaint stem = { .stroke = qm_style_identity (style, strip->claims[i]->entity),
                   .stroke_width = qm_style_line (style, 3) };

  if (callout->place.width <= 0) {
    if (qm_ranks_is_named (strip, i) && qm_ranks_has_callout (strip, i))
      qm_scene_leave_out (scene, QM_LEFT_OUT_NAME, strip->claims[i]->entity);
    return;
  }
  qm_scene_add_line (scene, (QmPoint) { x, bottom + gap },
                     (QmPoint) { x, bottom + callout->place.y - gap / 2 }, &stem);
  /* Against the right edge both lines end there; elsewhere both begin under their tile. */
  callout->name.anchor = callout->origin.anchor =
      callout->place.x < tile.x ? QM_TEXT_END : QM_TEXT_START;
  qm_label_place (&callout->name, scene,
                  callout->place.x < tile.x ? right - callout->name.width : callout->place.x,
                  bottom + callout->place.y);
  qm_label_place (&callout->origin, scene,
                  callout->place.x < tile.x ? right - callout->origin.width : callout->place.x,
                  bottom + callout->place.y + name_height);
}
