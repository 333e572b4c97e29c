#include "chart/draw/panel-place.h"

#include "chart/draw/bracket.h"
#include "chart/draw/panel-areas.h"
#include "chart/draw/plain-list.h"
#include "chart/draw/room.h"
#include "chart/draw/told.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"

/* Each of the two has as many lines at most; 0: any number. */
static QmPanelHeading
measure_heading (const QmStyle *style, const QmPanel *panel, QmRect area, int max_lines)
{
  return (QmPanelHeading) {
    qm_label (style, QM_ROLE_HEADING, qm_text_get (panel->title), area.width, max_lines),
    qm_label (style, QM_ROLE_NOTE, qm_text_get (panel->subtitle), area.width, max_lines),
    panel->title != NULL || panel->subtitle != NULL,
  };
}

/* Between the two. */
static double
heading_gap (const QmStyle *style, const QmPanelHeading *heading)
{
  return heading->title.layout != NULL ? qm_style_length (style, 6) : 0;
}

/* What the heading leaves of the area for the marks. */
static QmRect
room_below (const QmStyle *style, const QmPanelHeading *heading, QmRect area)
{
  double height = heading->title.height + heading_gap (style, heading) + heading->subtitle.height;

  if (height > 0)
    height += qm_style_length (style, 22) + 2;
  return (QmRect) { area.x, area.y + height, area.width, MAX (area.height - height, 1) };
}

static void
place_heading (QmPanelHeading *heading, QmScene *scene, const QmStyle *style, QmRect area)
{
  double subtitle_y = area.y + heading->title.height + heading_gap (style, heading);

  qm_label_place (&heading->title, scene, area.x, area.y);
  qm_label_place (&heading->subtitle, scene, area.x, subtitle_y);
}

/* Missing is a word and not an empty place. */
static void
add_nothing (QmScene *scene, const QmStyle *style, const QmView *view, QmRect area)
{
  g_autofree char *words = qm_wording_nothing (view);
  g_auto (QmLabel) label = qm_label_figure (style, QM_ROLE_NOTE, words, area.width, -1);
  QmPoint centre = qm_rect_centre (area);

  label.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&label, scene, centre.x - label.width / 2, centre.y - label.height / 2);
}

/* Keeps so many of the claims, and room for the words on the rest. */
static void
keep (QmPanelPlace *place, const QmStyle *style, const QmPanel *panel, gsize most)
{
  g_auto (QmLabel) others = { 0 };

  qm_others_clear (&place->fold);
  place->fold = qm_others (panel, most, place->is_list);
  others = qm_others_label (&place->fold, style, place->room.width);
  place->marks = place->room;
  if (others.layout != NULL)
    place->marks.height = MAX (place->room.height - others.height - qm_others_gap (style), 1);
}

static gsize
most_in (const QmPanelPlace *place, const QmStyle *style, const QmPanel *panel, QmRect room)
{
  return place->is_list ? qm_plain_list_most (style, panel, room)
                        : qm_form_of (panel)->most (style, panel, room);
}

/* Of so many claims at least it is all or none. */
static gsize
group_of (const QmPanelPlace *place, const QmPanel *panel)
{
  return place->is_list ? 1 : MAX (qm_form_of (panel)->group, 1);
}

/* Keeps as many marks as can probably be read in the room. */
static void
fold (QmPanelPlace *place, const QmStyle *style, const QmPanel *panel)
{
  gsize most = most_in (place, style, panel, place->room);

  /* The words would take the place of one more. */
  if (most > 0 && most < panel->n_claims && panel->n_claims - most <= group_of (place, panel))
    most = panel->n_claims;
  keep (place, style, panel, most);
  if (place->fold.others->len > 0)
    keep (place, style, panel, MIN (most, most_in (place, style, panel, place->marks)));
}

/* Where no mark is left but the claims can still be listed they are, as many as have room. */
static void
become_list (QmPanelPlace *place, const QmStyle *style, const QmPanel *panel)
{
  if (place->fold.panel.n_claims > 0 || place->is_list || panel->n_claims == 0 ||
      !qm_plain_list_takes (panel))
    return;
  place->is_list = TRUE;
  fold (place, style, panel);
}

void
qm_panel_place_use_originals (QmScene *scene, const QmViewedChart *viewed, gsize first_mark,
                              gsize first_left_out)
{
  gsize n_marks, n_left_out;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);

  for (gsize i = first_mark; i < n_marks; i++)
    qm_scene_set_datum (scene, (int) i, qm_viewed_original (viewed, marks[i].datum));
  for (gsize i = first_left_out; i < n_left_out; i++)
    if (left_out[i].kind == QM_LEFT_OUT_DATUM)
      qm_scene_set_left_out (scene, i, qm_viewed_original (viewed, left_out[i].what));
}

static void
add_others (const QmPanelPlace *place, QmScene *scene, const QmStyle *style)
{
  g_auto (QmLabel) others = qm_others_label (&place->fold, style, place->room.width);
  double y = MIN (qm_rect_bottom (place->marks) + qm_others_gap (style),
                  qm_rect_bottom (place->area) - others.height);

  if (others.layout == NULL)
    return;
  for (guint i = 0; i < place->fold.others->len; i++)
    qm_scene_leave_out (scene, QM_LEFT_OUT_DATUM, place->fold.others->pdata[i]);
  qm_label_place (&others, scene, place->room.x, y);
  qm_scene_set_target (scene, QM_TARGET_OTHERS, NULL);
}

/* Where the words turn out to have no room, also beside the heading, with fewer and fewer marks. */
static void
add_marks (QmPanelPlace *place, QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
           const QmPanel *panel)
{
  QmSceneState before = qm_scene_get_state (scene);

  if (panel->n_claims == 0) {
    add_nothing (scene, style, viewed->view, place->room);
    return;
  }
  for (;;) {
    gsize n = place->fold.panel.n_claims;

    if (place->is_list && n > 0)
      qm_plain_list_build (scene, style, &place->fold.panel, place->marks);
    else if (n > 0)
      qm_form_of (panel)->build (scene, style, &place->fold.panel, viewed, place->marks);
    if (!place->is_list && (qm_form_of (panel)->brackets & QM_BRACKET_AT_MARKS) != 0)
      qm_bracket_add_to_marks (scene, style, before.n_marks);
    add_others (place, scene, style);
    if (n == 0 || qm_room_is_tidy_in (scene, place->first, place->area))
      break;
    qm_scene_restore (scene, before);
    keep (place, style, panel, n - MIN (n, MAX (n / 6, group_of (place, panel))));
    become_list (place, style, panel);
  }
  qm_panel_place_use_originals (scene, viewed, before.n_marks, before.n_left_out);
}

/* Where not even words on its figures have room below the heading they are all that stands there.
 */
static void
drop_heading (QmPanelPlace *place, QmScene *scene, const QmStyle *style, const QmPanel *panel,
              QmSceneState before)
{
  const QmText *texts[] = { panel->title, panel->subtitle };

  qm_scene_restore (scene, before);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      qm_scene_leave_out (scene, QM_LEFT_OUT_TEXT, qm_text_get (texts[i]));
  place->heading.is_shown = FALSE;
  add_others (place, scene, style);
}

void
qm_panel_place_add (QmPanelPlace *place, QmScene *scene, const QmStyle *style,
                    const QmViewedChart *viewed, const QmPanel *panel)
{
  QmSceneState before = qm_scene_get_state (scene);

  place->first = before.n_shapes;
  place_heading (&place->heading, scene, style, place->area);
  add_marks (place, scene, style, viewed, panel);
  if (place->fold.panel.n_claims == 0 && place->fold.others->len > 0 &&
      !qm_room_is_tidy_in (scene, place->first, place->area)) {
    drop_heading (place, scene, style, panel, before);
    qm_panel_place_use_originals (scene, viewed, before.n_marks, before.n_left_out);
  }
  if (place->is_list || place->fold.panel.n_claims == 0)
    qm_told_leave_out (scene, panel);
  qm_scene_get_shapes (scene, &place->end);
}

/* Of the height that a panel leaves free so much stands above it. */
#define PART_ABOVE 0.4

/* How far the panel is from there. Where a dot reaches above the area, its words do not leave it
 * below for that. */
double
qm_panel_place_drop (const QmPanelPlace *place, const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  double top = qm_rect_bottom (place->area), bottom = place->area.y, below = G_MAXDOUBLE;

  for (gsize i = place->first; i < place->end; i++) {
    double end = qm_rect_bottom (shapes[i].bounds);

    top = MIN (top, shapes[i].bounds.y);
    bottom = MAX (bottom, end);
    if (shapes[i].kind == QM_SHAPE_TEXT)
      below = MIN (below, qm_rect_bottom (place->area) - end);
  }
  return MAX (
      MIN (PART_ABOVE * (place->area.height - (bottom - top)) - (top - place->area.y), below), 0);
}

void
qm_panel_place_clear (QmPanelPlace *place)
{
  qm_label_clear (&place->heading.title);
  qm_label_clear (&place->heading.subtitle);
  qm_others_clear (&place->fold);
}

/* The marks of the area below a heading of so many lines. To be freed by qm_panel_place_clear(). */
static QmPanelPlace
find_place (const QmStyle *style, const QmPanel *panel, QmRect area, int max_lines)
{
  QmPanelPlace place = { .area = area, .heading = measure_heading (style, panel, area, max_lines) };

  place.room = qm_bracket_room (style, panel, room_below (style, &place.heading, area));
  fold (&place, style, panel);
  become_list (&place, style, panel);
  return place;
}

/* Where there is little room the heading has one line for each of its two; but all of its words
 * where the marks give way to them and none is lost. */
QmPanelPlace
qm_panel_place_find (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  int max_lines = area.height > (qm_panel_areas_lines (panel) + 2) * line ? 2 : 1;
  QmPanelPlace place = find_place (style, panel, area, max_lines), whole;

  if (!qm_label_is_shortened (&place.heading.title) &&
      !qm_label_is_shortened (&place.heading.subtitle))
    return place;
  whole = find_place (style, panel, area, 0);
  if (whole.marks.height >= area.height / 2 && whole.fold.others->len <= place.fold.others->len) {
    qm_panel_place_clear (&place);
    return whole;
  }
  qm_panel_place_clear (&whole);
  return place;
}
