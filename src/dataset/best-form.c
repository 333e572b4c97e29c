#include "dataset/best-form.h"

#include <math.h>

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return (a > b) - (a < b);
}

/* By what they are of. */
static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  const QmClaim *first = *(const QmClaim *const *) a, *second = *(const QmClaim *const *) b;
  int order = compare_pointers (first->measure, second->measure);

  if (order == 0)
    order = compare_pointers (first->entity, second->entity);
  return order != 0 ? order : compare_pointers (first->to_entity, second->to_entity);
}

/* Of those of one thing, which follow each other, neighbours are of two times if any are. */
static gsize
count_series (const QmClaim *const *claims, gsize n)
{
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  gboolean is_counted = FALSE;
  gsize n_series = 0;

  for (gsize i = 0; i < n; i++)
    if (claims[i]->measure != NULL && claims[i]->time.end.year != 0)
      g_ptr_array_add (dated, (gpointer) claims[i]);
  g_ptr_array_sort (dated, compare_subjects);
  for (guint i = 1; i < dated->len; i++) {
    const QmClaim *before = dated->pdata[i - 1], *claim = dated->pdata[i];
    gboolean is_same = compare_subjects (&before, &claim) == 0;

    is_counted = is_counted && is_same;
    if (is_same && !is_counted && !qm_date_equal (before->time.end, claim->time.end)) {
      is_counted = TRUE;
      n_series++;
    }
  }
  return n_series;
}

/* Of what the claims have at that member, a pointer. */
static gsize
count_different (const QmClaim *const *claims, gsize n, gsize offset)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (found, G_STRUCT_MEMBER (gpointer, claims[i], offset));
  return g_hash_table_size (found);
}

static QmClaimSet
look_at (const QmClaim *const *claims, gsize n)
{
  double value = claims[0]->quantity.value;
  QmClaimSet set = { .n = n,
                     .n_entities = count_different (claims, n, G_STRUCT_OFFSET (QmClaim, entity)),
                     .n_measures = count_different (claims, n, G_STRUCT_OFFSET (QmClaim, measure)),
                     .n_series = count_series (claims, n) };
  g_autoptr (GHashTable) times = g_hash_table_new (NULL, NULL);

  set.is_countable = n == 1 && value >= 2 && value <= 100 && !(fabs (value - round (value)) > 0);
  for (gsize i = 0; i < n; i++) {
    const QmDate *end = &claims[i]->time.end;

    g_hash_table_add (times, GINT_TO_POINTER (end->year * 512 + end->month * 32 + end->day));
  }
  set.n_times = g_hash_table_size (times);
  return set;
}

static gboolean
fits (const QmFormRule *form, const QmClaim *const *claims, gsize n)
{
  g_autofree const char **expected = g_new0 (const char *, n);
  const QmPanel panel = { .form = form, .claims = claims, .n_claims = n };

  form->check (&panel, expected);
  for (gsize i = 0; i < n; i++)
    if (expected[i] != NULL)
      return FALSE;
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer set)
{
  const QmFormRule *const *left = a, *const *right = b;

  return (*right)->rate (set) - (*left)->rate (set);
}

GPtrArray *
qm_best_form_list (const QmClaim *const *claims, gsize n_claims, const QmForms *forms)
{
  GPtrArray *found = g_ptr_array_new ();
  QmClaimSet set;

  g_return_val_if_fail (n_claims > 0, found);

  set = look_at (claims, n_claims);
  for (gsize i = 0; forms->rules[i] != NULL; i++)
    if (fits (forms->rules[i], claims, n_claims))
      g_ptr_array_add (found, (gpointer) forms->rules[i]);
  g_ptr_array_sort_with_data (found, compare, &set);
  return found;
}
