#include "edit/edit.h"

#include <math.h>

/* More figures than these side by side are not looked at one by one. */
#define FEW 4

/* What there is to know of claims together. */
typedef struct {
  gsize n;
  gboolean is_one_measure;
  gboolean has_series; /* figures of one entity and measure at several times */
  gboolean is_countable;
} Kind;

static gboolean
is_series (const QmClaim *a, const QmClaim *b)
{
  return a->measure != NULL && a->measure == b->measure && a->entity == b->entity &&
         a->to_entity == b->to_entity && a->time.end.year != 0 && b->time.end.year != 0 &&
         !qm_date_equal (a->time.end, b->time.end);
}

static Kind
look_at (const QmClaim *const *claims, gsize n)
{
  double value = claims[0]->quantity.value;
  Kind kind = { .n = n, .is_one_measure = TRUE };

  kind.is_countable = n == 1 && value >= 2 && value <= 100 && !(fabs (value - round (value)) > 0);
  for (gsize i = 1; i < n; i++) {
    kind.is_one_measure = kind.is_one_measure && claims[i]->measure == claims[0]->measure;
    for (gsize j = 0; j < i && !kind.has_series; j++)
      kind.has_series = is_series (claims[i], claims[j]);
  }
  return kind;
}

/* How well a form that fits shows such claims. */
static int
rate (const char *form, const Kind *kind)
{
  gboolean is_one = kind->n == 1, is_few = kind->n <= FEW;
  const struct {
    const char *form;
    int points;
  } rates[] = {
    { "ranks", 90 },
    { "line", kind->has_series ? 80 : 10 },
    { "units", kind->is_countable ? 75 : 30 },
    { "multiples", is_one ? 40 : 70 },
    { "bars", is_one                 ? 20
              : kind->is_one_measure ? 65
                                     : 45 },
    { "share", is_one ? 60 : 35 },
    { "dumbbell", is_few ? 44 : 85 },
    { "figure", is_one   ? 50
                : is_few ? 48
                         : 25 },
    { "timeline", 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    if (g_str_equal (rates[i].form, form))
      return rates[i].points;
  return 0;
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
compare (gconstpointer a, gconstpointer b, gpointer kind)
{
  const QmFormRule *const *left = a, *const *right = b;

  return rate ((*right)->name, kind) - rate ((*left)->name, kind);
}

GPtrArray *
qm_edit_find_forms (const QmClaim *const *claims, gsize n_claims, const QmFormRule *const *forms)
{
  GPtrArray *found = g_ptr_array_new ();
  Kind kind;

  g_return_val_if_fail (n_claims > 0, found);

  kind = look_at (claims, n_claims);
  for (gsize i = 0; forms[i] != NULL; i++)
    if (fits (forms[i], claims, n_claims))
      g_ptr_array_add (found, (gpointer) forms[i]);
  g_ptr_array_sort_with_data (found, compare, &kind);
  return found;
}
