#include "dataset/kin.h"

const QmEntity *
qm_kin_root (const QmEntity *entity)
{
  while (entity != NULL && entity->part_of != NULL)
    entity = entity->part_of;
  return entity;
}

gboolean
qm_kin_have_one_owner (gconstpointer first, gconstpointer second)
{
  const QmClaim *a = first, *b = second;

  return a->entity == b->entity && a->measure == b->measure;
}

guint
qm_kin_hash_owner (gconstpointer data)
{
  const QmClaim *claim = data;

  return g_direct_hash (claim->entity) * 31 + g_direct_hash (claim->measure);
}

int
qm_kin_compare (gconstpointer first, gconstpointer second)
{
  const char *const *a = first, *const *b = second;

  return (*a > *b) - (*a < *b);
}
