/* Ranks as a list, in columns: a tile with the number, and beside it who holds the rank. Tiles of a
 * tie touch, and skipped ranks leave a gap:
 *
 *   ▉ 1 Austria      ▉ 4 Denmark
 *   ▉ 2 Belgium
 *   ▉ 2 Chile        ▉ 9 Egypt
 *
 * A rank by another source, which is bracketed, stands below the one with which it disagrees.
 */
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/others.h"
#include "chart/draw/row-name.h"
#include "chart/draw/status.h"
#include "chart/forms/ranks-private.h"
#include "chart/words/wording.h"
#include "dataset/disputes.h"

#include <math.h>

/* Lines of the smallest text that a row and a column need; skipped ranks take a part of a row. */
#define LINES_OF_ROW 1.05
#define LINES_OF_COLUMN 11
#define ROWS_OF_GAP 0.5

#define MOST_COMPARED 500

/* Between columns, as it is on a slide. */
#define GAP 36.0

/* By how much words of fewer letters can be wider. */
#define LETTERS_WIDER 1.1

typedef struct {
  const QmPanel *panel;
  QmRect area;
  gsize n_columns;
  double *places; /* of each claim: its column, and as its fraction the place in that */
  double column, row, gap, tile;
} List;

int
qm_ranks_rank_of (const QmClaim *claim)
{
  return (int) round (claim->quantity.value);
}

/* TRUE if it stands below one with which it disagrees: all of one thing do so together. */
static gboolean
is_contested (const QmPanel *panel, gsize i)
{
  const QmClaim *claim = panel->claims[i];

  for (gsize j = i; claim->n_disagreeing > 0 && j > 0; j--) {
    if (panel->claims[j - 1]->entity != claim->entity)
      break;
    if (qm_disputes_have (panel->claims[j - 1], claim))
      return TRUE;
  }
  return FALSE;
}

/* By how much the rank is above that of the one before, leaving out those by other sources. */
static int
step_to (const QmPanel *panel, gsize i)
{
  gsize before = i;

  if (i == 0 || is_contested (panel, i))
    return 1;
  do
    before--;
  while (before > 0 && is_contested (panel, before));
  return qm_ranks_rank_of (panel->claims[i]) - qm_ranks_rank_of (panel->claims[before]);
}

static gboolean
is_tie (const QmPanel *panel, gsize i)
{
  return i > 0 && step_to (panel, i) == 0 && !is_contested (panel, i - 1);
}

/* Rows of all claims one below the other, gaps among them. */
static double
count_rows (const QmPanel *panel)
{
  double n = (double) panel->n_claims;

  for (gsize i = 1; i < panel->n_claims; i++)
    if (step_to (panel, i) > 1)
      n += ROWS_OF_GAP;
  return n;
}

/* Of the first n ranks. */
static double
widest_number (const QmStyle *style, const QmPanel *panel, gsize n)
{
  g_autofree char *text = qm_wording_number_short (panel->claims[MIN (n, panel->n_claims) - 1]);
  g_auto (QmLabel) label = qm_label_figure (style, QM_ROLE_LABEL, text, -1, -1);

  return label.width;
}

/* The words of a row that has the most letters, which are about the widest. Each is compared with
 * all others, and so is not asked of more than there ever is room for. */
static char *
longest_words (const QmPanel *panel)
{
  g_autofree char *longest = g_strdup ("");

  for (gsize i = 0; i < MIN (panel->n_claims, MOST_COMPARED); i++) {
    g_autofree char *words = qm_wording_row (panel, panel->claims[i], NULL);

    if (g_utf8_strlen (words, -1) > g_utf8_strlen (longest, -1)) {
      g_free (longest);
      longest = g_steal_pointer (&words);
    }
  }
  return g_steal_pointer (&longest);
}

/* What a column needs beside its tiles: less where all names are short. */
static double
width_of_words (const QmStyle *style, const char *longest)
{
  double line = qm_style_smallest_line (style);
  g_auto (QmLabel) label = qm_label_name (style, QM_ROLE_LABEL, longest, G_MAXINT16, line);

  return MIN (LINES_OF_COLUMN * line,
              label.width * LETTERS_WIDER + qm_style_length (style, 4 * GAP / 3));
}

static gsize
count_columns (const QmStyle *style, const QmPanel *panel, const char *longest, gsize n,
               double width)
{
  double column = width_of_words (style, longest) + 1.5 * widest_number (style, panel, n);

  return (gsize) MAX (floor (width / column), 1);
}

/* How many have room in tiles for the numbers of the first n. */
static gsize
count_places (const QmStyle *style, const QmPanel *panel, const char *longest, gsize n, QmRect area)
{
  double n_rows = count_rows (panel), n_claims = (double) panel->n_claims;
  gsize n_columns = count_columns (style, panel, longest, n, area.width);
  gsize n_places = n_columns * qm_others_count_rows (style, area.height, LINES_OF_ROW);

  /* Where ranks are skipped, a column may end with a gap. */
  if (n_rows > n_claims)
    n_places -= n_columns / 2;
  return (gsize) MAX (floor ((double) n_places * n_claims / n_rows), 1);
}

/* The first ranks may have shorter numbers, which take less room. */
gsize
qm_ranks_most_in_list (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_autofree char *longest = longest_words (panel);
  gsize least = count_places (style, panel, longest, panel->n_claims, area);
  gsize more = count_places (style, panel, longest, least, area);

  return count_places (style, panel, longest, more, area) >= more ? more : least;
}

/* The columns from left to right, each filled down to the bottom. Returns how many. */
static double
place_rows (const List *list, double n_rows)
{
  double column = 0, row = 0;

  for (gsize i = 0; i < list->panel->n_claims; i++) {
    gsize n_together = qm_bracket_count (list->panel->claims + i, list->panel->n_claims - i);

    if (row > 0 && step_to (list->panel, i) > 1)
      row += ROWS_OF_GAP;
    if (row + MIN ((double) n_together, n_rows) > n_rows + 1e-9) {
      column++;
      row = 0;
    }
    list->places[2 * i] = column;
    list->places[2 * i + 1] = row;
    row++;
  }
  return column + 1;
}

/* Of the longest column. */
static double
count_placed_rows (const List *list)
{
  double n = 1;

  for (gsize i = 0; i < list->panel->n_claims; i++)
    n = MAX (n, list->places[2 * i + 1] + 1);
  return n;
}

/* What the column leaves beside the tile. */
static double
room_for_names (const List *list)
{
  return list->column - list->gap * 4 / 3 - list->tile;
}

static QmLabel
name_of (const List *list, const QmStyle *style, const QmClaim *claim)
{
  double width = room_for_names (list);

  if (claim->entity == NULL && claim->label == NULL)
    return qm_label_name (style, QM_ROLE_NOTE,
                          /* Translators: in place of the name of whoever holds a rank */
                          _ ("not named in the source"), width, 0.94 * list->row);
  return qm_row_name (style, QM_ROLE_LABEL, list->panel, claim, width, 0.94 * list->row);
}

static gsize
count_short_names (const List *list, const QmStyle *style)
{
  gsize n = 0;

  for (gsize i = 0; i < list->panel->n_claims; i++) {
    g_auto (QmLabel) name = name_of (list, style, list->panel->claims[i]);

    n += qm_label_is_shortened (&name);
  }
  return n;
}

/* The claims in as many columns as rows of that number leave. */
static void
set_rows (List *list, double n_rows, double highest)
{
  list->n_columns = (gsize) place_rows (list, n_rows);
  list->row =
      MIN (list->area.height / count_placed_rows (list), MAX (list->area.height / n_rows, highest));
  list->column = (list->area.width + list->gap) / (double) MAX (list->n_columns, 1);
}

/* More rows, and so fewer columns, than n_rows, where names are shortened less often then. */
static void
widen_columns (List *list, const QmStyle *style, double n_rows, double most_rows, double highest)
{
  gsize least = count_short_names (list, style), n_columns = list->n_columns;

  for (double rows = n_rows + 1; least > 0 && n_columns > 1 && rows <= most_rows; rows++) {
    gsize n_short;

    set_rows (list, rows, highest);
    if (list->n_columns == n_columns)
      continue;
    n_columns = list->n_columns;
    n_short = count_short_names (list, style);
    if (n_short >= least)
      continue;
    least = n_short;
    n_rows = rows;
  }
  set_rows (list, n_rows, highest);
}

static List
fit_list (const QmStyle *style, const QmPanel *panel, const char *longest, QmRect area,
          double *places)
{
  double line = qm_style_smallest_line (style);
  double highest = MAX (qm_style_length (style, 110), 0.2 * MAX (area.height - area.width, 0));
  double most_rows = MAX (floor (area.height / (LINES_OF_ROW * line)), 1);
  double n_rows = MIN (MAX (ceil (area.height / highest), 1), most_rows);
  List list = { .panel = panel,
                .area = area,
                .places = places,
                .gap = qm_style_length (style, GAP),
                .tile = 1.5 * widest_number (style, panel, panel->n_claims) };
  gsize most_columns = count_columns (style, panel, longest, panel->n_claims, area.width);

  while (place_rows (&list, n_rows) > (double) most_columns && n_rows < most_rows)
    n_rows++;
  set_rows (&list, n_rows, highest);
  widen_columns (&list, style, n_rows, most_rows, highest);
  return list;
}

static void
add_tile (const List *list, QmScene *scene, const QmStyle *style, const QmClaim *claim, QmRect tile)
{
  QmPoint centre = qm_rect_centre (tile);
  g_autofree char *number = qm_wording_number_short (claim);
  g_auto (QmLabel) label =
      qm_label_figure (style, QM_ROLE_LABEL, number, 0.9 * list->tile, tile.height);

  qm_status_add_tile (scene, style, claim, qm_style_identity (style, claim->entity), tile, FALSE);
  if (claim->quantity.standing == QM_STATED)
    label.color = style->theme->background;
  label.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&label, scene, centre.x - label.width / 2, centre.y - label.height / 2);
}

static void
add_row (const List *list, QmScene *scene, const QmStyle *style, gsize i)
{
  const QmClaim *claim = list->panel->claims[i];
  double x = list->area.x + list->places[2 * i] * list->column;
  double y = list->area.y + list->places[2 * i + 1] * list->row;
  double height = CLAMP (0.86 * list->row, qm_style_smallest_line (style),
                         3 * qm_style_line_height (style, QM_ROLE_LABEL));
  double top = y + (list->row - height) / 2, name_x = x + list->tile + list->gap / 3;
  gboolean joins_next = is_tie (list->panel, i + 1 < list->panel->n_claims ? i + 1 : 0) &&
                        list->places[2 * i + 2] <= list->places[2 * i];
  QmRect tile = { x, top, list->tile, joins_next ? list->row : height };
  g_auto (QmLabel) name = name_of (list, style, claim);

  qm_scene_begin_mark (scene, claim, claim->id);
  add_tile (list, scene, style, claim, tile);
  qm_label_place (&name, scene, name_x, top + (height - name.height) / 2);
  qm_scene_end_mark (scene);
}

/* TRUE if each name stands on one line with space around it. */
static gboolean
has_room (const List *list, const QmStyle *style)
{
  double room = room_for_names (list);

  if (list->row < 2 * qm_style_line_height (style, QM_ROLE_LABEL))
    return FALSE;
  for (gsize i = 0; i < list->panel->n_claims; i++) {
    g_autofree char *name = qm_wording_row (list->panel, list->panel->claims[i], NULL);
    g_auto (QmLabel) label = qm_label (style, QM_ROLE_LABEL, name, -1, 1);

    if (label.width > room)
      return FALSE;
  }
  return TRUE;
}

/* A short list is as large as there is room for it. */
static QmStyle
style_of_list (const QmStyle *style, const QmPanel *panel, const char *longest, QmRect area,
               double *places)
{
  static const double scales[] = { 2.6, 2.2, 2, 1.7, 1.4, 1.2 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++) {
    QmStyle own = *style;
    List list;

    own.scale *= scales[i];
    list = fit_list (&own, panel, longest, area, places);
    if (has_room (&list, &own))
      return own;
  }
  return *style;
}

void
qm_ranks_add_list (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_autofree double *places = g_new0 (double, 2 * panel->n_claims + 2);
  g_autofree char *longest = longest_words (panel);
  g_auto (QmLabel) note = qm_label (style, QM_ROLE_NOTE, qm_text_get (panel->note), area.width, 3);
  double above_note = note.layout != NULL ? qm_style_length (style, 24) : 0;
  QmRect room = area;
  QmStyle own;
  List list;

  room.height -= note.height + above_note;
  if (note.layout != NULL && panel->n_claims > qm_ranks_most_in_list (style, panel, room)) {
    room = area;
    qm_label_clear (&note);
    qm_scene_leave_out (scene, QM_LEFT_OUT_TEXT, qm_text_get (panel->note));
  }
  own = style_of_list (style, panel, longest, room, places);
  list = fit_list (&own, panel, longest, room, places);
  for (gsize i = 0; i < panel->n_claims; i++)
    add_row (&list, scene, &own, i);
  qm_label_place (&note, scene, area.x, qm_rect_bottom (room) + above_note);
}
