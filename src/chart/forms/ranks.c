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
 * Ties touch, and skipped ranks leave a gap. Where the strip has no room for all names, the ranks
 * are a list, in as many columns as it takes (ranks-list.c). */
#include "base/character.h"
#include "base/words.h"
#include "chart/draw/label.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"

#include <math.h>
#include <string.h>

/* The words under a tile that is held by someone by name. */
typedef struct {
  QmLabel name, origin;
  QmRect place; /* y from the strip's lower edge; an empty one where there is no room */
} Callout;

typedef struct {
  const QmClaim *const *claims;
  gsize n_claims;
  Callout *callouts; /* one for each claim; most hold nothing */
  QmLabel notes;
  double notes_y;     /* from the strip's lower edge, as all that stands below it */
  double words_above; /* height of what stands above the first row */
  double words_below;
  QmRect area;
  gsize *slots; /* of the tiles: one more where ranks are skipped */
  gsize n_slots;
  gsize n_columns; /* of slots */
  QmBand columns;
  double tile_height;
} Ranks;

static gboolean
has_neighbour (const Ranks *ranks, gsize i)
{
  const QmEntity *entity = ranks->claims[i]->entity;

  return (i > 0 && ranks->claims[i - 1]->entity == entity) ||
         (i + 1 < ranks->n_claims && ranks->claims[i + 1]->entity == entity);
}

/* The country of a company's model; the entity itself where it is part of nothing. */
static const QmEntity *
root_of (const QmEntity *entity)
{
  while (entity != NULL && entity->part_of != NULL)
    entity = entity->part_of;
  return entity;
}

/* TRUE if the entity is the one that holds the rank. One that is part of nothing and holds ranks
 * beside each other is whose they are. */
static gboolean
is_named (const Ranks *ranks, gsize i)
{
  const QmEntity *entity = ranks->claims[i]->entity;

  return entity != NULL && (entity->part_of != NULL || !has_neighbour (ranks, i));
}

static int
rank_at (const Ranks *ranks, gsize i)
{
  return qm_ranks_rank_of (ranks->claims[i]);
}

/* Where a run of unnamed neighbours of one entity that begins at start ends. */
static gsize
end_of_run (const Ranks *ranks, gsize start)
{
  gsize end = start + 1;

  if (is_named (ranks, start))
    return end;
  while (end < ranks->n_claims && !is_named (ranks, end) &&
         ranks->claims[end]->entity == ranks->claims[start]->entity &&
         rank_at (ranks, end) == rank_at (ranks, end - 1) + 1)
    end++;
  return end;
}

static gsize
count_rows (const Ranks *ranks)
{
  return (ranks->n_slots + ranks->n_columns - 1) / ranks->n_columns;
}

static double
bracket_gap (const QmStyle *style)
{
  return qm_style_length (style, 38) + 4;
}

static QmRect
tile_at (const Ranks *ranks, const QmStyle *style, gsize i)
{
  double step = ranks->tile_height + bracket_gap (style) + qm_style_length (style, 12);
  gsize slot = ranks->slots[i], column = slot % ranks->n_columns;
  QmRect tile = { qm_band_start (ranks->columns, column),
                  ranks->area.y + ranks->words_above + (double) (slot / ranks->n_columns) * step,
                  ranks->columns.width, ranks->tile_height };

  if (i + 1 < ranks->n_claims && rank_at (ranks, i) == rank_at (ranks, i + 1) &&
      column + 1 < ranks->n_columns)
    tile.width += ranks->columns.gap;
  return tile;
}

static void
fill_slots (Ranks *ranks)
{
  for (gsize i = 0; i < ranks->n_claims; i++)
    ranks->slots[i] =
        i == 0 ? 0 : ranks->slots[i - 1] + 1 + (rank_at (ranks, i) > rank_at (ranks, i - 1) + 1);
  ranks->n_slots = ranks->slots[ranks->n_claims - 1] + 1;
}

/* Of its width, where the room is upright. */
#define LOWEST_TILE 0.8

/* Where the room is upright: as few columns as leave all rows, of tiles not much lower than wide,
 * their height. 0 where even many are too few. */
static gsize
find_upright_columns (const Ranks *ranks, const QmStyle *style)
{
  double between = bracket_gap (style) + qm_style_length (style, 12);
  double words = ranks->words_above + 6 * qm_style_line_height (style, QM_ROLE_NOTE);

  for (gsize n = 3; n < ranks->n_slots; n++) {
    double side = ranks->area.width / (1.16 * (double) n);
    double n_rows = ceil ((double) ranks->n_slots / (double) n);

    if (n_rows * (LOWEST_TILE * side + between) + words <= ranks->area.height)
      return n;
  }
  return 0;
}

static gsize
count_named (const Ranks *ranks)
{
  gsize n = 0;

  for (gsize i = 0; i < ranks->n_claims; i++)
    n += is_named (ranks, i);
  return n;
}

static double
largest_tile (const QmStyle *style)
{
  return qm_style_length (style, 128);
}

/* One row as long as its numbers can be read, else as many as it takes. */
static void
fit_columns (Ranks *ranks, const QmStyle *style)
{
  /* Names have room under one row only. */
  gboolean is_upright = ranks->area.height > 1.1 * ranks->area.width && count_named (ranks) <= 1;
  gsize n_upright = is_upright ? find_upright_columns (ranks, style) : 0;
  g_autofree char *widest = qm_wording_number_short (ranks->claims[ranks->n_claims - 1]);
  g_auto (QmLabel) number = qm_label (style, QM_ROLE_EMPHASIS, widest, -1, 1);
  double smallest = 1.4 * number.width;
  double largest = largest_tile (style);

  ranks->n_columns = ranks->n_slots;
  while (ranks->n_columns > 1 && ranks->area.width / (double) ranks->n_columns < smallest)
    ranks->n_columns = (ranks->n_columns + 1) / 2;

  if (n_upright > 0)
    ranks->n_columns = MIN (ranks->n_columns, n_upright);
  ranks->columns = qm_band (ranks->n_columns, ranks->area.x, qm_rect_right (ranks->area), 0.16);
  if (n_upright == 0 && ranks->columns.width > largest)
    ranks->columns = (QmBand){ ranks->area.x, largest, largest * 0.16 };
}

/* --- Words --- */

/* "OpenAI, United States": what the named entity is part of. */
static char *
origin_of (const QmEntity *entity)
{
  GString *origin = g_string_new (NULL);

  for (entity = entity->part_of; entity != NULL; entity = entity->part_of)
    g_string_append_printf (origin, "%s%s", origin->len > 0 ? ", " : "",
                            qm_text_get (entity->name));
  return g_string_free (origin, FALSE);
}

/* A stem reaches only the tiles of the last row; the names of others stand in the notes. */
static gboolean
has_callout (const Ranks *ranks, gsize i)
{
  return is_named (ranks, i) && ranks->slots[i] / ranks->n_columns + 1 == count_rows (ranks);
}

/* Neither words nor a stem of the call-outs right of that one lie in place. */
static gboolean
is_free (const Ranks *ranks, const QmStyle *style, gsize after, QmRect place)
{
  for (gsize i = after + 1; i < ranks->n_claims; i++) {
    QmRect words = ranks->callouts[i].place;
    QmRect stem = { qm_rect_centre (tile_at (ranks, style, i)).x, 0, 1, words.y };

    if (qm_rect_overlaps (words, place) || (words.width > 0 && qm_rect_overlaps (stem, place)))
      return FALSE;
  }
  return TRUE;
}

/* Begins under its tile, or as far left of that as the edge demands, and gives way downwards to the
 * call-outs right of it. Its stem must not run through their words. */
static QmRect
find_place (const Ranks *ranks, const QmStyle *style, gsize i)
{
  const Callout *callout = &ranks->callouts[i];
  QmRect tile = tile_at (ranks, style, i);
  double stem = qm_style_length (style, 72) + 4, step = callout->name.height;
  QmRect place = { 0, stem, MAX (callout->name.width, callout->origin.width),
                   callout->name.height + callout->origin.height };
  QmRect stem_place = { qm_rect_centre (tile).x, 0, 1, stem };

  place.x =
      CLAMP (tile.x, ranks->area.x, MAX (qm_rect_right (ranks->area) - place.width, ranks->area.x));
  while (!is_free (ranks, style, i, qm_rect_grow (place, step / 3)) && place.y < ranks->area.height)
    place.y = stem_place.height += step;

  if (!is_free (ranks, style, i, stem_place) || qm_rect_bottom (place) > ranks->area.height * 0.6)
    return (QmRect){ 0 };
  return place;
}

static void
measure_callouts (Ranks *ranks, const QmStyle *style, gboolean has_origin)
{
  ranks->words_below = 0;
  for (gsize i = ranks->n_claims; i-- > 0;) {
    const QmClaim *claim = ranks->claims[i];
    Callout *callout = &ranks->callouts[i];
    g_autofree char *origin = NULL;

    if (!has_callout (ranks, i))
      continue;
    origin = has_origin ? origin_of (claim->entity) : NULL;
    qm_label_clear (&callout->name);
    qm_label_clear (&callout->origin);
    callout->place = (QmRect){ 0 };
    callout->name =
        qm_label (style, QM_ROLE_EMPHASIS, qm_text_get (claim->entity->name), ranks->area.width, 1);
    callout->name.names = claim->entity;
    callout->origin = qm_label (style, QM_ROLE_NOTE, origin, ranks->area.width, 1);
    callout->place = find_place (ranks, style, i);
    ranks->words_below = MAX (ranks->words_below, qm_rect_bottom (callout->place));
  }
}

static void
drop_callouts (Ranks *ranks)
{
  ranks->words_below = 0;
  for (gsize i = 0; i < ranks->n_claims; i++)
    ranks->callouts[i].place = (QmRect){ 0 };
}

static void
append_holder (GString *words, const QmClaim *claim)
{
  g_autofree char *origin = origin_of (claim->entity);
  g_autofree char *rank = qm_wording_number_short (claim);
  g_autofree char *name = qm_character_isolate (qm_text_get (claim->entity->name));

  g_string_append_printf (words, "%s%s: %s%s%s.", words->len > 0 ? " " : "", rank, name,
                          origin[0] != '\0' ? ", " : "", origin);
}

/* Of a run whose holders the source does not name, nor whose they are. */
static void
append_unnamed (GString *words, const Ranks *ranks, gsize start, gsize end)
{
  g_autofree char *range = qm_wording_rank_range (ranks->claims[start], ranks->claims[end - 1]);
  g_autofree char *rank = qm_wording_number_short (ranks->claims[start]);

  g_string_append (words, words->len > 0 ? " " : "");
  if (end - start > 1)
    g_string_append_printf (words, _ ("The source does not name who holds ranks %s."), range);
  else
    g_string_append_printf (words, _ ("The source does not name who holds rank %s."), rank);
}

/* Says once of each run that its holders have no names, and adds what the panel has to say. */
static char *
words_of_notes (const Ranks *ranks, const QmText *panel_note)
{
  GString *words = g_string_new (NULL);

  for (gsize start = 0, end; start < ranks->n_claims; start = end) {
    end = end_of_run (ranks, start);
    if (is_named (ranks, start) && !has_callout (ranks, start))
      append_holder (words, ranks->claims[start]);
    else if (ranks->claims[start]->entity == NULL)
      append_unnamed (words, ranks, start, end);
  }
  if (panel_note != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", qm_text_get (panel_note));
  return g_string_free (words, FALSE);
}

/* Beside the call-outs where there is room left of them, else below. */
static void
measure_notes (Ranks *ranks, const QmStyle *style, const QmText *panel_note)
{
  g_autofree char *words = words_of_notes (ranks, panel_note);
  double right = qm_rect_right (ranks->area), width;

  for (gsize i = 0; i < ranks->n_claims; i++)
    if (ranks->callouts[i].place.width > 0)
      right = MIN (right, ranks->callouts[i].place.x - qm_style_length (style, 64));
  width = right - ranks->area.x;

  ranks->notes_y = qm_style_length (style, 72) + 4;
  if (width < ranks->area.width * 0.4) {
    width = ranks->area.width;
    ranks->notes_y = MAX (ranks->words_below + qm_style_length (style, 24), ranks->notes_y);
  } else if (right >= qm_rect_right (ranks->area))
    ranks->notes_y = qm_style_length (style, 40);
  ranks->notes = qm_label (style, QM_ROLE_NOTE, words, width, 4);
  ranks->words_below = MAX (ranks->words_below, ranks->notes_y + ranks->notes.height);
}

/* Tiles are as high as the words leave room for; where even the lowest do not leave enough, the
 * notes go, since the sources' caveats also stand in the footer, then what the names belong to,
 * and then the names. */
static void
fit_heights (Ranks *ranks, const QmStyle *style)
{
  double lowest = 1.3 * qm_style_line_height (style, QM_ROLE_EMPHASIS);
  double n_rows = (double) count_rows (ranks);
  double between = (n_rows - 1) * (bracket_gap (style) + qm_style_length (style, 12));
  double room = ranks->area.height - ranks->words_above - between;

  if (room - ranks->words_below < lowest * n_rows) {
    qm_label_clear (&ranks->notes);
    measure_callouts (ranks, style, TRUE);
  }
  if (room - ranks->words_below < lowest * n_rows)
    measure_callouts (ranks, style, FALSE);
  if (room - ranks->words_below < lowest * n_rows)
    drop_callouts (ranks);
  room -= ranks->words_below;
  ranks->tile_height = CLAMP (room / n_rows, lowest, MAX (ranks->columns.width * 1.5, lowest));
  ranks->area.y += MAX (room - ranks->tile_height * n_rows, 0) / 4;
}

/* --- Drawing --- */

static void
add_callout (const Ranks *ranks, QmScene *scene, const QmStyle *style, gsize i)
{
  Callout *callout = &ranks->callouts[i];
  QmRect tile = tile_at (ranks, style, i);
  double x = qm_rect_centre (tile).x, bottom = qm_rect_bottom (tile);
  double gap = qm_style_length (style, 14) + 2, name_height = callout->name.height;
  double right = qm_rect_right (callout->place);
  QmPaint stem = { .stroke = qm_style_identity (style, ranks->claims[i]->entity),
                   .stroke_width = qm_style_line (style, 3) };

  if (callout->place.width <= 0) {
    if (is_named (ranks, i) && has_callout (ranks, i))
      qm_scene_leave_out (scene, QM_LEFT_OUT_NAME, ranks->claims[i]->entity);
    return;
  }
  qm_scene_add_line (scene, (QmPoint){ x, bottom + gap },
                     (QmPoint){ x, bottom + callout->place.y - gap / 2 }, &stem);
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

static void
add_tile (const Ranks *ranks, QmScene *scene, const QmStyle *style, gsize i)
{
  const QmClaim *claim = ranks->claims[i];
  QmRect tile = tile_at (ranks, style, i);
  QmPoint centre = qm_rect_centre (tile);
  double end = qm_rect_right (tile);
  g_autofree char *number = qm_wording_number_short (claim);
  double usual = qm_style_length (style, 100);
  /* Numbers grow with their tiles. */
  double scale = CLAMP (MIN (tile.width, tile.height) / usual, 1, 2);
  g_auto (QmLabel) label = qm_label_scaled (style, QM_ROLE_EMPHASIS, number, scale, tile.width);

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

/* The bracket over the part of a run that stands in one row. */
static void
add_bracket (const Ranks *ranks, QmScene *scene, const QmStyle *style, gsize first, gsize last)
{
  double foot = qm_style_length (style, 18) + 2;
  QmRect from = tile_at (ranks, style, first), to = tile_at (ranks, style, last);
  double y = from.y - bracket_gap (style);
  const QmPoint points[] = {
    { from.x, y + foot },
    { from.x, y },
    { qm_rect_right (to), y },
    { qm_rect_right (to), y + foot },
  };
  QmPaint paint = { .stroke = qm_style_identity (style, ranks->claims[first]->entity),
                    .stroke_width = qm_style_line (style, 3) };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, &paint);
  qm_scene_set_about (scene, ranks->claims[first]->id);
}

static char *
words_of_run (const Ranks *ranks, gsize first, gsize last)
{
  const QmEntity *root = root_of (ranks->claims[first]->entity);
  g_autofree char *range = qm_wording_rank_range (ranks->claims[first], ranks->claims[last]);

  if (root == NULL)
    return NULL;
  /* Translators: a run of places in a ranking that all belong to one country */
  return g_strdup_printf (_ ("Ranks %s: every one from %s"), range, qm_text_get (root->name));
}

/* The last of the run that stands in the same row as first. */
static gsize
last_in_row (const Ranks *ranks, gsize first, gsize last)
{
  while (ranks->slots[last] / ranks->n_columns > ranks->slots[first] / ranks->n_columns)
    last--;
  return last;
}

/* The words over a run's part in the first row; none where they are wider than that: they would lie
 * on the next one's. */
static QmLabel
label_of_run (const Ranks *ranks, const QmStyle *style, gsize first, gsize last, QmRect *part)
{
  QmRect from = tile_at (ranks, style, first);
  QmRect to = tile_at (ranks, style, last_in_row (ranks, first, last));
  g_autofree char *words = words_of_run (ranks, first, last);
  QmLabel label = qm_label_figure (style, QM_ROLE_EMPHASIS, words, -1, -1);

  *part = from;
  part->width = qm_rect_right (to) - from.x;
  if (label.width > part->width || ranks->slots[first] >= ranks->n_columns)
    qm_label_clear (&label);
  label.names = ranks->claims[first]->entity;
  return label;
}

static void
add_run (const Ranks *ranks, QmScene *scene, const QmStyle *style, gsize first, gsize last)
{
  QmRect part;
  g_auto (QmLabel) label = label_of_run (ranks, style, first, last, &part);
  double bottom = part.y - bracket_gap (style) - qm_style_length (style, 20);

  if (label.layout != NULL) {
    label.anchor = QM_TEXT_MIDDLE;
    qm_label_place (&label, scene, part.x + (part.width - label.width) / 2, bottom - label.height);
    qm_scene_set_about (scene, ranks->claims[first]->id);
  }
  for (gsize i = first; i <= last; i = last_in_row (ranks, i, last) + 1)
    add_bracket (ranks, scene, style, i, last_in_row (ranks, i, last));
}

static void
add_runs (const Ranks *ranks, QmScene *scene, const QmStyle *style)
{
  for (gsize start = 0, end; start < ranks->n_claims; start = end) {
    end = end_of_run (ranks, start);
    if (end - start >= 2)
      add_run (ranks, scene, style, start, end - 1);
  }
}

static void
check (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    double rank = claim->quantity.value;

    if (claim->kind != QM_CLAIM_FIGURE || claim->unit.kind != QM_UNIT_RANK || rank < 1 ||
        fabs (rank - round (rank)) > 0)
      expected[i] = _ ("a claim with a rank: a whole number from 1 on");
    else if (i > 0 && rank < panel->claims[i - 1]->quantity.value)
      expected[i] = _ ("a rank behind the one before it");
  }
}

/* --- The whole --- */

/* TRUE if all that is named, or whose ranks they are, is there, and nothing leaves the area. */
static gboolean
is_whole (const Ranks *ranks, const QmStyle *style, double bottom)
{
  QmRect last = tile_at (ranks, style, ranks->n_claims - 1);
  gboolean needs_notes = FALSE;

  if (qm_rect_bottom (last) + ranks->words_below > bottom + 1)
    return FALSE;
  for (gsize start = 0, end; start < ranks->n_claims; start = end) {
    QmRect part;

    end = end_of_run (ranks, start);
    if (is_named (ranks, start)) {
      if (has_callout (ranks, start) && ranks->callouts[start].place.width <= 0)
        return FALSE;
      needs_notes |= !has_callout (ranks, start);
    } else if (ranks->claims[start]->entity == NULL)
      needs_notes = TRUE;
    else {
      g_auto (QmLabel) label = label_of_run (ranks, style, start, end - 1, &part);

      if (label.layout == NULL || end - start < 2)
        return FALSE;
    }
  }
  return !needs_notes || (ranks->notes.layout != NULL && !qm_label_is_shortened (&ranks->notes));
}

static void
add_strip (const Ranks *ranks, QmScene *scene, const QmStyle *style)
{
  add_runs (ranks, scene, style);
  for (gsize i = 0; i < ranks->n_claims; i++) {
    qm_scene_begin_mark (scene, ranks->claims[i], ranks->claims[i]->id);
    add_tile (ranks, scene, style, i);
    add_callout (ranks, scene, style, i);
    qm_scene_end_mark (scene);
  }
}

/* The strip in its arrays, which have an element for each claim and are empty. */
static Ranks
fit_strip (const QmStyle *style, const QmPanel *panel, QmRect area, Callout *callouts, gsize *slots)
{
  Ranks ranks = {
    .claims = panel->claims,
    .n_claims = panel->n_claims,
    .callouts = callouts,
    .area = area,
    .slots = slots,
    .words_above = qm_style_line_height (style, QM_ROLE_EMPHASIS) + qm_style_length (style, 20) +
                   bracket_gap (style),
  };

  fill_slots (&ranks);
  fit_columns (&ranks, style);
  measure_callouts (&ranks, style, TRUE);
  measure_notes (&ranks, style, panel->note);
  fit_heights (&ranks, style);
  return ranks;
}

static void
clear_strip (Ranks *ranks)
{
  qm_label_clear (&ranks->notes);
  for (gsize i = 0; i < ranks->n_claims; i++) {
    qm_label_clear (&ranks->callouts[i].name);
    qm_label_clear (&ranks->callouts[i].origin);
  }
}

/* More are no strip that anyone follows. */
#define MOST_IN_STRIP 60

/* Upright, names beside their tiles take the room that there is. */
static gboolean
lists_names (const Ranks *ranks)
{
  return ranks->area.height > 1.1 * ranks->area.width && ranks->n_claims > 3 &&
         count_named (ranks) == ranks->n_claims;
}

/* Where the list has no room for all either, a strip without the only name is more than a part of
 * the list. */
static gboolean
takes_strip (const Ranks *ranks, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  QmRect last = tile_at (ranks, style, ranks->n_claims - 1);

  if (ranks->n_claims > MOST_IN_STRIP || lists_names (ranks))
    return FALSE;
  return is_whole (ranks, style, qm_rect_bottom (area)) ||
         (count_named (ranks) <= 1 && qm_rect_bottom (last) <= qm_rect_bottom (area) &&
          ranks->n_claims > qm_ranks_most_in_list (style, panel, area));
}

/* A few tiles that leave much of one row free are larger with all their words. */
static QmStyle
style_of_strip (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  static const double scales[] = { 2.2, 1.8, 1.5, 1.25 };
  g_autofree Callout *callouts = g_new0 (Callout, panel->n_claims);
  g_autofree gsize *slots = g_new0 (gsize, panel->n_claims);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++) {
    QmStyle own = *style;
    gboolean fits;
    Ranks ranks;

    own.scale *= scales[i];
    if ((double) panel->n_claims * 1.16 * largest_tile (&own) > area.width)
      continue;
    ranks = fit_strip (&own, panel, area, callouts, slots);
    fits = ranks.n_columns == ranks.n_slots &&
           (double) ranks.n_slots * 1.16 * largest_tile (&own) <= area.width &&
           is_whole (&ranks, &own, qm_rect_bottom (area));
    clear_strip (&ranks);
    memset (callouts, 0, panel->n_claims * sizeof *callouts);
    if (fits)
      return own;
  }
  return *style;
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_autofree Callout *callouts = g_new0 (Callout, panel->n_claims);
  g_autofree gsize *slots = g_new0 (gsize, panel->n_claims);
  Ranks ranks = fit_strip (style, panel, area, callouts, slots);
  gboolean fits = takes_strip (&ranks, style, panel, area);

  clear_strip (&ranks);
  return fits ? G_MAXSIZE - 1 : qm_ranks_most_in_list (style, panel, area);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_autofree Callout *callouts = g_new0 (Callout, panel->n_claims);
  g_autofree gsize *slots = g_new0 (gsize, panel->n_claims);
  QmStyle own = style_of_strip (style, panel, area);
  Ranks ranks = fit_strip (&own, panel, area, callouts, slots);

  if (takes_strip (&ranks, &own, panel, area)) {
    add_strip (&ranks, scene, &own);
    qm_label_place (&ranks.notes, scene, area.x,
                    qm_rect_bottom (tile_at (&ranks, style, ranks.n_claims - 1)) + ranks.notes_y);
  } else
    qm_ranks_add_list (scene, style, panel, area);
  clear_strip (&ranks);
}

static int
rate (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 90;
}

const QmForm qm_ranks_form = {
  .rule = { "ranks", check, rate },
  .name = N_ ("Ranks"),
  .picture = "[1] [2] [3]",
  .takes = N_ ("places in an order, from the first on"),
  .build = build,
  .most = most,
  .keeps_first = TRUE,
  .need = 3,
  .lines = 7,
};
