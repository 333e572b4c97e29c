#include "chart/draw/bracket.h"

#include "chart/view/form.h"
#include "dataset/disputes.h"

double
qm_bracket_depth (const QmStyle *style)
{
  return qm_style_length (style, 10) + 1;
}

gsize
qm_bracket_count (const QmClaim *const *rows, gsize n_rows)
{
  gsize n = 1;

  while (n < n_rows && qm_disputes_have_any (rows, n, rows[n]))
    n++;
  return n;
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

/* --- At marks --- */

gboolean
qm_bracket_has_any (const QmPanel *panel)
{
  for (gsize i = 1; i < panel->n_claims; i++)
    if (qm_disputes_have_any (panel->claims, i, panel->claims[i]))
      return TRUE;
  return FALSE;
}

QmRect
qm_bracket_room (const QmStyle *style, const QmPanel *panel, QmRect room)
{
  QmBrackets sides = qm_form_of (panel)->brackets & QM_BRACKET_AT_MARKS;
  double width = 2 * qm_bracket_depth (style);

  if (sides == 0 || !qm_bracket_has_any (panel))
    return room;
  if (sides & QM_BRACKET_LEFT) {
    room.x += width;
    room.width = MAX (room.width - width, 1);
  }
  if (sides & QM_BRACKET_TOP) {
    room.y += width;
    room.height = MAX (room.height - width, 1);
  }
  return room;
}

/* With its words. */
static QmRect
bounds_of (const QmScene *scene, const QmMark *mark)
{
  gsize n;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n);
  QmRect bounds = mark->bounds;

  for (gsize i = mark->first; i < mark->end; i++)
    bounds = qm_rect_union (bounds, shapes[i].bounds);
  return bounds;
}

/* Those that stand beside each other, the first among these. */
static gsize
count_line (const QmRect *marks, gsize n_marks)
{
  gsize n = 1;

  while (n < n_marks && marks[n].y < qm_rect_bottom (marks[n - 1]) && marks[n].x > marks[n - 1].x)
    n++;
  return n;
}

static void
add_at_left (QmScene *scene, const QmStyle *style, const QmRect *marks, gsize n)
{
  double left = marks[0].x, width = qm_style_line (style, 3);

  for (gsize i = 1; i < n; i++)
    left = MIN (left, marks[i].x);
  left += width / 2 - 2 * qm_bracket_depth (style);
  qm_bracket_add (scene, style, left, left + qm_bracket_depth (style), marks[0].y,
                  qm_rect_bottom (marks[n - 1]));
}

/* Of a run that goes on in the next line, or comes from the one before, that side is open. */
static void
add_above (QmScene *scene, const QmStyle *style, QmRect line, gboolean begins, gboolean ends)
{
  double depth = qm_bracket_depth (style), width = qm_style_line (style, 3);
  QmPaint paint = { .stroke = style->theme->muted, .stroke_width = width };
  double y = line.y - 2 * depth + width / 2, right = qm_rect_right (line);
  const QmPoint points[] = {
    { line.x, y + depth }, { line.x, y }, { right, y }, { right, y + depth }
  };

  qm_scene_add_path (scene, points + !begins, 2 + (gsize) begins + (gsize) ends, FALSE, &paint);
}

static gboolean
stand_below_each_other (QmRect above, QmRect below)
{
  return below.y >= qm_rect_bottom (above) && below.x < qm_rect_right (above) &&
         above.x < qm_rect_right (below);
}

static void
add_to_run (QmScene *scene, const QmStyle *style, const QmRect *marks, gsize n)
{
  gsize on_line;

  if (stand_below_each_other (marks[0], marks[1])) {
    add_at_left (scene, style, marks, n);
    return;
  }
  for (gsize i = 0; i < n; i += on_line) {
    QmRect line = marks[i];

    on_line = count_line (marks + i, n - i);
    for (gsize j = 1; j < on_line; j++)
      line = qm_rect_union (line, marks[i + j]);
    add_above (scene, style, line, i == 0, i + on_line == n);
  }
}

void
qm_bracket_add_to_marks (QmScene *scene, const QmStyle *style, gsize first)
{
  gsize n_marks, n;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  g_autofree const QmClaim **claims = g_new (const QmClaim *, n_marks + 1);
  g_autofree QmRect *bounds = g_new (QmRect, n_marks + 1);

  for (gsize i = first; i < n_marks; i++) {
    claims[i] = marks[i].datum;
    bounds[i] = bounds_of (scene, &marks[i]);
  }
  for (gsize i = first; i < n_marks; i += n) {
    n = qm_bracket_count (claims + i, n_marks - i);
    if (n > 1)
      add_to_run (scene, style, bounds + i, n);
  }
}
