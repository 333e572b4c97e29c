#include "app/session/session-private.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"

#include <string.h>

/* --- A state as text ---
 *
 *   1 3                                  the pane in front, and the version of the dataset; the
 *                                        first version, 0, is not written
 *   data-centre-gap compute-bill …       the charts in their order
 *   {"chart":"data-centre-gap"}          the view of each pane
 *   {"chart":"compute-bill"}
 */

char *
qm_session_write_state (QmSession *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u", self->active);
  if (self->version > 0)
    g_string_append_printf (text, " %u", self->version);
  g_string_append_c (text, '\n');
  for (gsize i = 0; i < self->dataset->n_charts; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            self->dataset->charts[self->order[i]].id);
  for (guint i = 0; i < self->n_panes; i++) {
    g_autofree char *view = qm_view_to_json (self->panes[i].chart, &self->panes[i].view);

    g_string_append_printf (text, "\n%s", view);
  }
  return g_string_free (text, FALSE);
}

/* As far as there are such charts, in that order; the others keep their places among each other
 * after them. */
static void
read_order (QmSession *self, const char *line)
{
  g_auto (GStrv) ids = g_strsplit (line, " ", -1);
  gsize n_charts = self->dataset->n_charts, n = 0;
  g_autofree gboolean *is_placed = g_new0 (gboolean, n_charts);

  g_free (self->order);
  self->order = g_new0 (guint, n_charts);
  for (gsize i = 0; ids[i] != NULL; i++) {
    const QmChart *chart = qm_dataset_find_chart (self->dataset, ids[i]);
    gsize index = chart != NULL ? (gsize) (chart - self->dataset->charts) : 0;

    if (chart == NULL || is_placed[index])
      continue;
    is_placed[index] = TRUE;
    self->order[n++] = (guint) index;
  }
  for (gsize i = 0; i < n_charts; i++)
    if (!is_placed[i])
      self->order[n++] = (guint) i;
}

guint
qm_session_read_version (const char *state)
{
  gsize length = strcspn (state, " \n");

  return state[length] == ' ' ? (guint) g_ascii_strtoull (state + length, NULL, 10) : 0;
}

static void
show_first (QmSession *self)
{
  const QmChart *first = &self->dataset->charts[self->order[0]];

  qm_pane_set (&self->panes[self->n_panes++], first, qm_author_view (first));
}

void
qm_session_read_state (QmSession *self, const char *state)
{
  g_auto (GStrv) lines = g_strsplit (state, "\n", QM_SESSION_MAX_PANES + 2);
  guint n_lines = g_strv_length (lines);

  read_order (self, n_lines > 1 ? lines[1] : "");
  self->n_panes = 0;
  for (guint i = 2; i < n_lines; i++) {
    QmPane *pane = &self->panes[self->n_panes];

    pane->chart = NULL;
    if (qm_view_adapt_json (self->dataset, lines[i], &pane->chart, &pane->view))
      self->n_panes++;
  }
  if (self->n_panes == 0)
    show_first (self);
  self->active = n_lines > 0 && lines[0][0] == '1' ? self->n_panes - 1 : 0;
}

/* --- How a dataset was left ---
 *
 * The state, an empty line, the views in which charts were left, where they are not as the dataset
 * has them, and the charts that are chosen:
 *
 *   chosen compute-bill design-arena
 */

#define CHOSEN "chosen "

static void
write_chosen (QmSession *self, GString *text)
{
  g_autoptr (GPtrArray) charts = qm_session_list_chosen (self);

  for (guint i = 0; i < charts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : CHOSEN,
                            ((const QmChart *) charts->pdata[i])->id);
}

static void
read_chosen (QmSession *self, const char *line)
{
  g_auto (GStrv) ids = g_strsplit (line + strlen (CHOSEN), " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    if (qm_dataset_find_chart (self->dataset, ids[i]) != NULL)
      g_hash_table_add (self->chosen, g_strdup (ids[i]));
}

static void
write_views (QmSession *self, GString *text)
{
  for (gsize i = 0; i < self->dataset->n_charts; i++) {
    const QmChart *chart = &self->dataset->charts[i];
    const char *view = g_hash_table_lookup (self->left, chart->id);
    g_autofree char *unchanged = qm_view_to_json (chart, qm_author_view (chart));

    if (view != NULL && !g_str_equal (view, unchanged))
      g_string_append_printf (text, "%s\n", view);
  }
}

void
qm_session_read_views (QmSession *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++) {
    g_auto (QmView) view = qm_view_default;
    const QmChart *chart = NULL;

    if (g_str_has_prefix (lines[i], CHOSEN))
      read_chosen (self, lines[i]);
    else if (qm_view_adapt_json (self->dataset, lines[i], &chart, &view))
      g_hash_table_replace (self->left, g_strdup (chart->id), g_strdup (lines[i]));
  }
}

char *
qm_session_write_left (QmSession *self)
{
  GString *text;

  g_return_val_if_fail (QM_IS_SESSION (self), NULL);

  text = g_string_new (qm_session_get_state (self));
  g_string_append (text, "\n\n");
  write_views (self, text);
  write_chosen (self, text);
  return g_string_free (text, FALSE);
}
