#include "app/session/history.h"

struct _QmHistory {
  GPtrArray *states; /* char *, the oldest first; never empty */
  guint current;
  const char *kind; /* of the step that led to the current state; NULL: nothing goes on from it */
};

QmHistory *
qm_history_new (const char *state)
{
  QmHistory *history = g_new0 (QmHistory, 1);

  history->states = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (history->states, g_strdup (state));
  return history;
}

void
qm_history_free (QmHistory *history)
{
  if (history == NULL)
    return;

  g_ptr_array_unref (history->states);
  g_free (history);
}

const char *
qm_history_get (const QmHistory *history)
{
  return g_ptr_array_index (history->states, history->current);
}

gboolean
qm_history_push (QmHistory *history, const char *state, const char *kind)
{
  gboolean goes_on = kind != NULL && g_strcmp0 (kind, history->kind) == 0;
  gboolean is_back;

  if (g_str_equal (state, qm_history_get (history)))
    return FALSE;

  /* A slider that is moved back to where it was has made no step, and makes another if it goes on.
   */
  is_back =
      goes_on && g_str_equal (state, g_ptr_array_index (history->states, history->current - 1));
  g_ptr_array_set_size (history->states, (int) history->current + (goes_on ? 0 : 1));
  if (!is_back)
    g_ptr_array_add (history->states, g_strdup (state));
  if (history->states->len > QM_HISTORY_MAX_STEPS + 1)
    g_ptr_array_remove_index (history->states, 0);
  history->current = history->states->len - 1;
  history->kind = is_back ? NULL : kind;
  return TRUE;
}

void
qm_history_amend (QmHistory *history, const char *state)
{
  gpointer *current = &g_ptr_array_index (history->states, history->current);

  g_free (*current);
  *current = g_strdup (state);
  history->kind = NULL;
  if (history->current > 0 && g_str_equal (state, current[-1]))
    g_ptr_array_remove_index (history->states, history->current--);
}

gboolean
qm_history_can_undo (const QmHistory *history)
{
  return history->current > 0;
}

gboolean
qm_history_can_redo (const QmHistory *history)
{
  return history->current + 1 < history->states->len;
}

const char *
qm_history_undo (QmHistory *history)
{
  if (!qm_history_can_undo (history))
    return NULL;

  history->kind = NULL;
  history->current--;
  return qm_history_get (history);
}

const char *
qm_history_redo (QmHistory *history)
{
  if (!qm_history_can_redo (history))
    return NULL;

  history->kind = NULL;
  history->current++;
  return qm_history_get (history);
}
