#include "app/background.h"

#include "base/language.h"

#include <stdlib.h>

#define ORDER "quymo-order"

/* A file on a disk that does not answer is no reason for a process never to end. */
#define PATIENCE (5 * G_TIME_SPAN_SECOND)

typedef struct {
  GTaskThreadFunc work;
  const char *language;
} Order;

static GMutex mutex; /* of what follows */
static GCond has_ended;
static guint n_running;
static gboolean is_over; /* nothing begins any more */

static gboolean
begin (void)
{
  gboolean may_begin;

  g_mutex_lock (&mutex);
  may_begin = !is_over;
  n_running += may_begin ? 1 : 0;
  g_mutex_unlock (&mutex);
  return may_begin;
}

static void
end (void)
{
  g_mutex_lock (&mutex);
  n_running--;
  g_cond_signal (&has_ended);
  g_mutex_unlock (&mutex);
}

static void
wait_for_threads (void)
{
  gint64 last = g_get_monotonic_time () + PATIENCE;

  g_mutex_lock (&mutex);
  is_over = TRUE;
  while (n_running > 0 && g_cond_wait_until (&has_ended, &mutex, last))
    ;
  g_mutex_unlock (&mutex);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = g_object_get_data (G_OBJECT (task), ORDER);

  if (!begin ()) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "ended");
    return;
  }
  qm_language_use_here (order->language);
  order->work (task, source, data, cancellable);
  qm_language_use_here (NULL);
  end ();
}

void
qm_background_run (GTask *task, GTaskThreadFunc work)
{
  static gsize is_waited_for = 0;
  Order *order;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (work != NULL);

  if (g_once_init_enter (&is_waited_for)) {
    atexit (wait_for_threads);
    g_once_init_leave (&is_waited_for, 1);
  }
  order = g_new (Order, 1);
  order->work = work;
  order->language = qm_language_current ();
  g_object_set_data_full (G_OBJECT (task), ORDER, order, g_free);
  g_task_run_in_thread (task, run_in_thread);
}
