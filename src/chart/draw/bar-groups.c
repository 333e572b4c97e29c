#include "chart/draw/bar-groups.h"

#include "chart/draw/others.h"
#include "chart/draw/status.h"

#include <math.h>

/* Between two groups, in bars. */
#define GAP_OF_GROUPS 0.7

typedef struct {
  QmLabel name, value;
} Words;

/* How the words are measured. */
typedef struct {
  QmTextRole value, of_bar;
  double heading, name, words; /* widths at most, as parts of the area's */
  gboolean is_above;           /* the groups' names stand above their bars */
} Manner;

typedef struct {
  const QmBarGroups *groups;
  Words *words;      /* of each bar */
  QmLabel *headings; /* of each group */
  QmRect area;
  double step;          /* height of a bar with the space to the next */
  double heading_step;  /* height of a group's name above it; 0 where that stands beside it */
  double heading_width; /* of the column of groups' names, with the space after it */
  double name_width;    /* of that of bars' names */
  double gap;           /* between a bar and its value */
  QmScale x;
} Layout;

/* --- What is drawn --- */

static void
clear_bar (gpointer data)
{
  QmGroupedBar *bar = data;

  g_free (bar->name);
  g_free (bar->value);
}

QmBarGroups
qm_bar_groups_new (void)
{
  QmBarGroups groups = { .bars = g_array_new (FALSE, FALSE, sizeof (QmGroupedBar)),
                         .groups = g_array_new (FALSE, FALSE, sizeof (QmBarGroup)) };

  g_array_set_clear_func (groups.bars, clear_bar);
  return groups;
}

void
qm_bar_groups_clear (QmBarGroups *groups)
{
  g_clear_pointer (&groups->bars, g_array_unref);
  g_clear_pointer (&groups->groups, g_array_unref);
}

void
qm_bar_groups_begin (QmBarGroups *groups, const QmEntity *entity, const char *name)
{
  QmBarGroup group = { entity, name, groups->bars->len, 0 };

  g_array_append_val (groups->groups, group);
}

void
qm_bar_groups_add (QmBarGroups *groups, QmGroupedBar bar)
{
  g_array_append_val (groups->bars, bar);
  g_array_index (groups->groups, QmBarGroup, groups->groups->len - 1).n_bars++;
}

static const QmGroupedBar *
bar_at (const Layout *layout, gsize i)
{
  return &g_array_index (layout->groups->bars, QmGroupedBar, i);
}

static const QmBarGroup *
group_at (const Layout *layout, gsize i)
{
  return &g_array_index (layout->groups->groups, QmBarGroup, i);
}

static gboolean
has_headings (const Layout *layout)
{
  return group_at (layout, 0)->entity != NULL || group_at (layout, 0)->name != NULL;
}

/* NULL for a bar without a figure. */
static const QmClaim *
figure_at (const Layout *layout, gsize i)
{
  const QmClaim *claim = bar_at (layout, i)->claim;

  return claim != NULL && claim->kind == QM_CLAIM_FIGURE ? claim : NULL;
}

/* --- Room --- */

static double
gap_beside_names (const QmStyle *style)
{
  return qm_style_length (style, 28);
}

static void
clear_words (Layout *layout)
{
  for (gsize i = 0; i < layout->groups->bars->len; i++) {
    qm_label_clear (&layout->words[i].name);
    qm_label_clear (&layout->words[i].value);
  }
  for (gsize i = 0; i < layout->groups->groups->len; i++)
    qm_label_clear (&layout->headings[i]);
}

static void
find_steps (Layout *layout, const Manner *manner)
{
  double n_bars = layout->groups->bars->len, n_groups = layout->groups->groups->len;
  double above = manner->is_above && has_headings (layout) ? 1.1 : 0;

  layout->step = layout->area.height / (n_bars + n_groups * above + (n_groups - 1) * GAP_OF_GROUPS);
  layout->heading_step = above * layout->step;
}

static QmLabel
heading_of (const Layout *layout, const QmStyle *style, const Manner *manner, gsize i)
{
  const QmBarGroup *group = group_at (layout, i);
  double height = manner->is_above ? layout->heading_step : layout->step * (double) group->n_bars;

  if (group->entity != NULL)
    return qm_label_entity (style, group->entity, manner->heading * layout->area.width, height);
  return qm_label_name (style, QM_ROLE_LABEL, group->name, manner->heading * layout->area.width,
                        height);
}

/* All are as large as the smallest. */
static void
measure_headings (Layout *layout, const QmStyle *style, const Manner *manner)
{
  QmStyle own = *style;

  for (gsize i = 0; i < layout->groups->groups->len; i++) {
    g_auto (QmLabel) heading = heading_of (layout, style, manner, i);

    qm_label_limit_names (&own, &heading);
  }
  for (gsize i = 0; i < layout->groups->groups->len; i++) {
    layout->headings[i] = heading_of (layout, &own, manner, i);
    if (!manner->is_above && layout->headings[i].width > 0)
      layout->heading_width =
          MAX (layout->heading_width, layout->headings[i].width + gap_beside_names (style));
  }
}

static QmLabel
label_of_bar (const QmStyle *style, const Manner *manner, const QmGroupedBar *bar, double width,
              double height)
{
  QmLabel label = bar->is_figure ? qm_label_figure (style, manner->of_bar, bar->name, width, height)
                                 : qm_label_name (style, manner->of_bar, bar->name, width, height);

  label.color = style->theme->ink;
  label.names = bar->names;
  return label;
}

/* Of names, too, all are as large as the smallest. */
static void
measure_bars (Layout *layout, const QmStyle *style, const Manner *manner)
{
  double width = layout->area.width;
  QmStyle own = *style;

  for (gsize i = 0; i < layout->groups->bars->len; i++) {
    g_auto (QmLabel) name =
        label_of_bar (style, manner, bar_at (layout, i), manner->name * width, layout->step);

    if (!bar_at (layout, i)->is_figure)
      qm_label_limit_names (&own, &name);
  }
  for (gsize i = 0; i < layout->groups->bars->len; i++) {
    const QmGroupedBar *bar = bar_at (layout, i);
    Words *words = &layout->words[i];

    words->name = label_of_bar (&own, manner, bar, manner->name * width, layout->step);
    words->value =
        qm_label_figure (style, figure_at (layout, i) != NULL ? manner->value : QM_ROLE_NOTE,
                         bar->value, manner->words * width, layout->step);
    if (words->name.width > 0)
      layout->name_width = MAX (layout->name_width, words->name.width + gap_beside_names (style));
  }
}

static void
measure (Layout *layout, const QmStyle *style, const Manner *manner)
{
  clear_words (layout);
  find_steps (layout, manner);
  layout->heading_width = layout->name_width = 0;
  measure_headings (layout, style, manner);
  measure_bars (layout, style, manner);
}

static void
find_range (const Layout *layout, double *low, double *high)
{
  *low = *high = 0;
  for (gsize i = 0; i < layout->groups->bars->len; i++) {
    const QmClaim *claim = figure_at (layout, i);

    if (claim != NULL)
      qm_status_widen (low, high, &claim->quantity);
  }
  if (*high - *low <= 0)
    *high = *low + 1;
}

/* What the arrow of an open end takes up. */
static double
arrow_room (const Layout *layout, const QmStyle *style, gsize i)
{
  const QmClaim *claim = figure_at (layout, i);

  if (claim == NULL ||
      (claim->quantity.precision != QM_OVER && claim->quantity.precision != QM_UNDER))
    return 0;
  return qm_style_length (style, 45) + 10;
}

/* The longest bar that leaves each value its room. */
static void
fit (Layout *layout, const QmStyle *style)
{
  double left = layout->area.x + layout->heading_width + layout->name_width;
  double room = qm_rect_right (layout->area) - left, longest = room, low, high;

  layout->gap = qm_style_length (style, 20) + 2;
  find_range (layout, &low, &high);
  for (gsize i = 0; i < layout->groups->bars->len; i++) {
    const QmClaim *claim = figure_at (layout, i);
    double words = layout->gap + layout->words[i].value.width + arrow_room (layout, style, i);
    double end =
        claim != NULL ? (MAX (qm_status_high (&claim->quantity), 0) - low) / (high - low) : 0;

    if (end > 0)
      longest = MIN (longest, (room - words) / end);
  }
  layout->x = (QmScale) { low, high, left, left + MAX (longest, 1), FALSE };
}

static gboolean
has_room (const Layout *layout, const QmStyle *style)
{
  if (layout->x.end - layout->x.start < 0.25 * layout->area.width)
    return FALSE;
  for (gsize i = 0; i < layout->groups->groups->len; i++)
    if (qm_label_is_shortened (&layout->headings[i]))
      return FALSE;
  for (gsize i = 0; i < layout->groups->bars->len; i++)
    if (qm_label_is_shortened (&layout->words[i].name) ||
        qm_label_is_torn (&layout->words[i].name) ||
        layout->words[i].name.height > 1.05 * layout->step ||
        layout->words[i].value.height > 1.05 * layout->step)
      return FALSE;
  return layout->step >= qm_style_smallest_line (style) || layout->heading_step <= 0;
}

static void
choose (Layout *layout, const QmStyle *style)
{
  static const Manner manners[] = {
    { QM_ROLE_EMPHASIS, QM_ROLE_LABEL, 0.26, 0.22, 0.3, FALSE },
    { QM_ROLE_LABEL, QM_ROLE_NOTE, 0.26, 0.22, 0.3, FALSE },
    { QM_ROLE_LABEL, QM_ROLE_LABEL, 1, 0.3, 0.35, TRUE },
    { QM_ROLE_NOTE, QM_ROLE_NOTE, 1, 0.34, 0.35, TRUE },
    { QM_ROLE_NOTE, QM_ROLE_NOTE, 0.26, 0.44, 0.3, FALSE },
  };
  static const Manner narrow = { QM_ROLE_NOTE, QM_ROLE_NOTE, 0.3, 0.25, 0.3, FALSE };
  static const Manner bare = { QM_ROLE_NOTE, QM_ROLE_NOTE, 0, 0.45, 0.3, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++) {
    measure (layout, style, &manners[i]);
    fit (layout, style);
    if (has_room (layout, style))
      return;
  }
  measure (layout, style, has_headings (layout) ? &narrow : &bare);
  fit (layout, style);
}

/* --- Drawing --- */

static void
place_bar (Layout *layout, QmScene *scene, const QmStyle *style, gsize i, double y)
{
  const QmGroupedBar *bar = bar_at (layout, i);
  Words *words = &layout->words[i];
  double thickness = 0.82 * layout->step;
  double middle = y + layout->step / 2, end = qm_scale_map (layout->x, 0);
  gboolean has_next = i + 1 < layout->groups->bars->len;
  QmStyle own = *style;

  own.tint = bar->tint;
  if (bar->mark != NULL)
    qm_scene_begin_mark (scene, bar->claim, bar->mark);
  if (figure_at (layout, i) != NULL)
    end = MAX (end, qm_status_add_bar (scene, &own, bar->claim, layout->x, middle - thickness / 2,
                                       thickness) +
                        layout->gap);
  qm_label_place (&words->name, scene, layout->area.x + layout->heading_width,
                  middle - words->name.height / 2);
  qm_label_place (&words->value, scene, end, middle - words->value.height / 2);
  if (bar->claim != NULL && (!has_next || bar[1].mark != NULL || bar[1].claim == NULL))
    qm_scene_end_mark (scene);
}

static double
place_group (Layout *layout, QmScene *scene, const QmStyle *style, gsize i, double y)
{
  const QmBarGroup *group = group_at (layout, i);
  QmLabel *heading = &layout->headings[i];
  double room =
      layout->heading_step > 0 ? layout->heading_step : layout->step * (double) group->n_bars;

  qm_label_place (heading, scene, layout->area.x, y + (room - heading->height) / 2);
  y += layout->heading_step;
  for (gsize j = 0; j < group->n_bars; j++, y += layout->step)
    place_bar (layout, scene, style, group->first + j, y);
  return y + GAP_OF_GROUPS * layout->step;
}

/* Where there is more height than bars need. */
static void
limit_steps (Layout *layout, const QmStyle *style)
{
  double most = MAX (qm_style_length (style, 120), 0.14 * layout->area.height);

  if (layout->step <= most)
    return;
  layout->heading_step *= most / layout->step;
  layout->step = most;
}

void
qm_bar_groups_place (const QmBarGroups *groups, QmScene *scene, const QmStyle *style, QmRect area)
{
  g_autofree Words *words = g_new0 (Words, groups->bars->len);
  g_autofree QmLabel *headings = g_new0 (QmLabel, groups->groups->len);
  Layout layout = { .groups = groups, .words = words, .headings = headings, .area = area };
  double y = area.y;

  choose (&layout, style);
  limit_steps (&layout, style);
  for (gsize i = 0; i < groups->groups->len; i++)
    y = place_group (&layout, scene, style, i, y);
  clear_words (&layout);
}

gsize
qm_bar_groups_most (const QmStyle *style, double n_bars, QmRect area)
{
  double line = qm_style_smallest_line (style);
  double above = area.width > 30 * line ? 0 : 1.2, bar = 1.08;

  /* None is below the last. */
  return qm_others_count_rows (style, area.height + GAP_OF_GROUPS * line,
                               n_bars * bar + above + GAP_OF_GROUPS);
}
