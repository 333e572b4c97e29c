#include "chart/draw/emphasis.h"

/* WCAG 2.1, 1.4.11 and 1.4.3, with a little to spare for rounding to a screen's colours. */
#define LEAST_MARK_CONTRAST 3.06
#define LEAST_TEXT_CONTRAST 4.6

/* How far a colour goes that need not stand out: a light part of a mark, whose outline does. */
#define LIGHT_PART 0.5

static QmColor
step_back (QmColor background, QmColor color, double least_contrast)
{
  double near = 0, far = 1; /* too near is what is still seen well */

  for (int i = 0; i < 12; i++) {
    double middle = (near + far) / 2;
    QmColor mixed = qm_color_mix (color, background, middle);

    *(qm_color_contrast (mixed, background) >= least_contrast ? &near : &far) = middle;
  }
  return qm_color_mix (color, background, near);
}

/* By the weights that the eye gives the three colours (Rec. 709). */
static QmColor
grey_of (QmColor color)
{
  double grey = 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue;

  return (QmColor) { grey, grey, grey, color.alpha };
}

/* A paler hue is still that hue at the back of a room; grey is not. */
QmColor
qm_emphasis_mark_behind (const QmTheme *theme, QmColor color)
{
  if (color.alpha <= 0)
    return color;
  if (qm_color_contrast (color, theme->background) < LEAST_MARK_CONTRAST)
    return grey_of (qm_color_mix (color, theme->background, LIGHT_PART));
  return grey_of (step_back (theme->background, theme->muted, LEAST_MARK_CONTRAST));
}

QmColor
qm_emphasis_text_behind (const QmTheme *theme)
{
  return step_back (theme->background, theme->muted, LEAST_TEXT_CONTRAST);
}

typedef struct {
  const QmTheme *theme;
  const QmClaim *claim;
} Emphasis;

/* TRUE if a part of the text's own mark is painted under it. */
static gboolean
stands_on_mark (const QmScene *scene, const QmShape *text)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (const QmShape *shape = text; shape > shapes && shape[-1].mark == text->mark; shape--)
    if (shape[-1].paint.fill.alpha > 0 && qm_rect_overlaps (shape[-1].bounds, text->bounds))
      return TRUE;
  return FALSE;
}

/* On an area that has become lighter, or in the dark darker, full ink is what can be read. */
static void
repaint_text (const QmScene *scene, QmShape *shape, const QmTheme *theme)
{
  gboolean is_on_mark = shape->mark >= 0 && stands_on_mark (scene, shape);

  shape->color = is_on_mark ? theme->ink : qm_emphasis_text_behind (theme);
}

static void
repaint (const QmScene *scene, QmShape *shape, gpointer data)
{
  const Emphasis *emphasis = data;
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  const char *about = shape->mark >= 0 ? marks[shape->mark].id : shape->about;

  if (about == NULL || g_str_equal (about, emphasis->claim->id))
    return;
  if (shape->kind == QM_SHAPE_TEXT) {
    repaint_text (scene, shape, emphasis->theme);
    return;
  }
  shape->paint.fill = qm_emphasis_mark_behind (emphasis->theme, shape->paint.fill);
  shape->paint.hatch = qm_emphasis_mark_behind (emphasis->theme, shape->paint.hatch);
  shape->paint.stroke = qm_emphasis_mark_behind (emphasis->theme, shape->paint.stroke);
}

static gboolean
has_mark (const QmScene *scene, const QmClaim *claim)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (g_str_equal (marks[i].id, claim->id))
      return TRUE;
  return FALSE;
}

void
qm_emphasis_add (QmScene *scene, const QmStyle *style, const QmClaim *claim, gsize first)
{
  Emphasis emphasis = { style->theme, claim };

  if (has_mark (scene, claim))
    qm_scene_repaint (scene, first, repaint, &emphasis);
}
