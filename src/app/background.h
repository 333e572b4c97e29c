/* Work on a thread beside the window's. */
#pragma once

#include <gio/gio.h>

/* Does work in a thread and in the caller's language, and then calls task's callback, as
 * g_task_run_in_thread() does. A process that ends begins none of what still waits (it would be of
 * no use), and lets what has begun come to its end: a library's tables are gone once main() has
 * returned, and a thread that draws would read them. */
void qm_background_run (GTask *task, GTaskThreadFunc work);
