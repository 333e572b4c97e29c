/* How lines are told apart: by the hues of their entities, by names at their ends, and where there
 * is no room for these by a key above the plot, as far as hues go. What is left is grey, counted
 * there, and named under the pointer. */
#include "base/words.h"
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"

#include <math.h>

/* --- The key --- */

static gboolean
is_nameless (const QmLinePoint *point)
{
  return point->is_last && point->claim->entity != NULL && point->place.width <= 0;
}

static gboolean
is_same_color (QmColor a, QmColor b)
{
  return fabs (a.red - b.red) + fabs (a.green - b.green) + fabs (a.blue - b.blue) < 1e-6;
}

/* TRUE if no other line has the colour, grey is none. */
static gboolean
has_own_hue (const QmLineChart *chart, const QmStyle *style, const QmClaim *claim)
{
  QmColor color = qm_style_identity (style, claim->entity);

  if (is_same_color (color, style->theme->identities[QM_IDENTITY_NONE]))
    return FALSE;
  for (gsize i = 0; i < chart->n_points; i++) {
    const QmClaim *other = chart->points[i].claim;

    if ((other->entity != claim->entity || other->measure != claim->measure) &&
        is_same_color (color, qm_style_identity (style, other->entity)))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
qm_line_find_key (const QmLineChart *chart, const QmStyle *style)
{
  GPtrArray *key = g_ptr_array_new ();

  for (gsize i = 0; i < chart->n_points; i++)
    if (is_nameless (&chart->points[i]) && has_own_hue (chart, style, chart->points[i].claim))
      g_ptr_array_add (key, (gpointer) chart->points[i].claim->entity);
  return key;
}

/* Lines that have no name, neither at their end nor in the key. */
static guint
count_nameless (const QmLineChart *chart)
{
  guint n = 0;

  for (gsize i = 0; i < chart->n_points; i++)
    n += is_nameless (&chart->points[i]) &&
         !g_ptr_array_find (chart->key, chart->points[i].claim->entity, NULL);
  return n;
}

#define MOST_KEY_LINES 2

typedef struct {
  QmScene *scene; /* NULL: nothing is drawn */
  const QmStyle *style;
  QmRect area;
  double line, sample; /* height of a line of it, length of a sample */
  double x, y;         /* where the next one begins */
} Key;

/* FALSE where it has no room. */
static gboolean
add_sample (Key *key, QmLabel *label, QmColor color)
{
  QmPaint paint = { .stroke = color,
                    .stroke_width = qm_status_line (key->style, QM_STATED, color).stroke_width };
  double width = 1.3 * key->sample + label->width, middle;

  if (key->x > key->area.x && key->x + width > qm_rect_right (key->area)) {
    key->x = key->area.x;
    key->y += key->line;
  }
  if (key->y + key->line > key->area.y + MOST_KEY_LINES * key->line + 0.5)
    return FALSE;
  middle = key->y + key->line / 2;
  if (key->scene != NULL) {
    qm_scene_add_line (key->scene, (QmPoint) { key->x, middle },
                       (QmPoint) { key->x + key->sample, middle }, &paint);
    qm_label_place (label, key->scene, key->x + 1.3 * key->sample, key->y);
  }
  key->x += width + key->sample;
  return TRUE;
}

/* FALSE where not all of it, with how many lines it leaves without a name, has room. */
static gboolean
fill_key (Key *key, const QmLineChart *chart)
{
  guint n = count_nameless (chart);
  g_autofree char *words =
      n > 0 ? g_strdup_printf (ngettext ("and %u other", "and %u others", n), n) : NULL;
  g_auto (QmLabel) others = qm_label (key->style, QM_ROLE_LABEL, words, -1, 1);

  key->x = key->area.x;
  key->y = key->area.y;
  for (guint i = 0; i < chart->key->len; i++) {
    const QmEntity *entity = chart->key->pdata[i];
    g_auto (QmLabel) label = qm_label_short_entity (key->style, QM_ROLE_LABEL, entity,
                                                    key->area.width - 1.3 * key->sample, key->line);

    if (!add_sample (key, &label, qm_style_identity (key->style, entity)))
      return FALSE;
  }
  return n == 0 || add_sample (key, &others, key->style->theme->identities[QM_IDENTITY_NONE]);
}

QmRect
qm_line_add_key (QmLineChart *chart, QmScene *scene, const QmStyle *style, QmRect area)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  Key key = { .style = style, .area = area, .line = line, .sample = 1.4 * line };

  while (!fill_key (&key, chart) && chart->key->len > 0)
    g_ptr_array_set_size (chart->key, (int) chart->key->len - 1);
  if (scene != NULL) {
    key.scene = scene;
    fill_key (&key, chart);
  }
  if (key.x > area.x) {
    double height = key.y + 1.5 * line - area.y;

    area.y += height;
    area.height = MAX (area.height - height, 1);
  }
  return area;
}

/* --- What is grey --- */

/* Whose lines have a name at their end, or in the key. Set of const QmEntity *. */
static GHashTable *
find_named (const QmLineChart *chart)
{
  GHashTable *named = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_last && chart->points[i].place.width > 0)
      g_hash_table_add (named, (gpointer) chart->points[i].claim->entity);
  for (guint i = 0; i < chart->key->len; i++)
    g_hash_table_add (named, chart->key->pdata[i]);
  return named;
}

void
qm_line_grey_others (const QmLineChart *chart, QmScene *scene, GHashTable *hues)
{
  g_autoptr (GHashTable) named = find_named (chart);

  for (gsize i = 0; i < chart->n_points; i++) {
    const QmEntity *entity = chart->points[i].claim->entity;

    if (!is_nameless (&chart->points[i]) || g_ptr_array_find (chart->key, entity, NULL))
      continue;
    qm_scene_leave_out (scene, QM_LEFT_OUT_NAME, entity);
    if (!g_hash_table_contains (named, entity))
      g_hash_table_insert (hues, (gpointer) entity, GINT_TO_POINTER (QM_IDENTITY_NONE));
  }
}

gboolean
qm_line_is_grey (const QmStyle *style, const QmEntity *entity)
{
  gpointer hue;

  return g_hash_table_lookup_extended (style->hues, entity, NULL, &hue) &&
         GPOINTER_TO_INT (hue) == QM_IDENTITY_NONE;
}
