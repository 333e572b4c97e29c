#include "app/widgets/follow.h"

gpointer
qm_follow (gpointer follower, gpointer followed, GCallback changed)
{
  const char *key = G_OBJECT_TYPE_NAME (followed);
  gpointer before = g_object_get_data (follower, key);

  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, follower);
  g_object_set_data_full (follower, key, g_object_ref (followed), g_object_unref);
  if (changed != NULL)
    g_signal_connect_object (followed, "changed", changed, follower, G_CONNECT_SWAPPED);
  return followed;
}
