#include "app/sidebar/searching.h"

#include "app/background.h"

#include <gio/gio.h>

/* More than anybody reads; the words can be made more exact. */
#define MAX_RESULTS 100

/* Each search that is under way has a reference. */
struct _QmSearching {
  QmDataset *dataset;
  QmSearchIndex *index; /* NULL until the first search has made it; that of the thread while it
                           searches */
  QmFoundFunc func;     /* NULL once it is freed */
  gpointer user_data;
  char *typed; /* since that began; NULL: nothing */
  gboolean is_busy;
  gboolean is_wanted; /* what is being searched for */
};

typedef struct {
  QmSearching *searching;
  char *typed;
  GPtrArray *found; /* NULL until it is done */
  guint n_found;
} Search;

static void
clear (gpointer data)
{
  QmSearching *self = data;

  g_free (self->typed);
  qm_search_index_free (self->index);
  qm_dataset_unref (self->dataset);
}

static void
free_search (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->found, g_ptr_array_unref);
  g_free (search->typed);
  g_atomic_rc_box_release_full (search->searching, clear);
  g_free (search);
}

static void
search_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                  GCancellable *cancellable G_GNUC_UNUSED)
{
  Search *search = data;
  QmSearching *self = search->searching;

  if (self->index == NULL)
    self->index = qm_search_index_new (self->dataset);
  search->found = qm_search (self->index, search->typed, MAX_RESULTS, &search->n_found);
  g_task_return_boolean (task, TRUE);
}

static void begin (QmSearching *self);

static void
done_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  Search *search = g_task_get_task_data (G_TASK (result));
  QmSearching *self = search->searching;

  self->is_busy = FALSE;
  if (self->func == NULL)
    return;
  if (self->typed != NULL)
    begin (self);
  else if (self->is_wanted)
    self->func (g_steal_pointer (&search->found), search->n_found, self->user_data);
}

static void
begin (QmSearching *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, NULL);
  Search *search = g_new0 (Search, 1);

  search->searching = g_atomic_rc_box_acquire (self);
  search->typed = g_steal_pointer (&self->typed);
  self->is_busy = TRUE;
  g_task_set_task_data (task, search, free_search);
  qm_background_run (task, search_in_thread);
}

QmSearching *
qm_searching_new (QmDataset *dataset, QmFoundFunc func, gpointer user_data)
{
  QmSearching *self = g_atomic_rc_box_new0 (QmSearching);

  self->dataset = qm_dataset_ref (dataset);
  self->func = func;
  self->user_data = user_data;
  return self;
}

void
qm_searching_free (QmSearching *self)
{
  if (self == NULL)
    return;
  self->func = NULL;
  g_atomic_rc_box_release_full (self, clear);
}

void
qm_searching_ask (QmSearching *self, const char *typed)
{
  g_free (self->typed);
  self->typed = g_strdup (typed);
  self->is_wanted = typed != NULL;
  if (typed != NULL && !self->is_busy)
    begin (self);
}
