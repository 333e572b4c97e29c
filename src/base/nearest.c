#include "base/nearest.h"

#include <string.h>

/* Below it two names have nothing to do with each other. */
#define LEAST_LIKENESS 0.6

/* The length of the longest text that is left of both when bytes are struck out. Only one row of
 * the table is kept: row[j] is that of the part of a so far and the first j bytes of b. */
static gsize
count_common (const char *a, const char *b)
{
  gsize length = strlen (b);
  g_autofree gsize *row = g_new0 (gsize, length + 1);

  for (; *a != '\0'; a++) {
    gsize diagonal = 0;

    for (gsize j = 1; j <= length; j++) {
      gsize above = row[j];

      row[j] = g_ascii_tolower (*a) == g_ascii_tolower (b[j - 1]) ? diagonal + 1
                                                                  : MAX (above, row[j - 1]);
      diagonal = above;
    }
  }
  return row[length];
}

/* From 0 to 1. What was left out counts less than what is wrong: who types "us-ai-infra-2024" means
 * us-ai-infrastructure-2024 rather than us-genai-2023. */
static double
likeness (const char *a, const char *b)
{
  return 2.0 * (double) count_common (a, b) / (double) MAX (strlen (a) + strlen (b), 1);
}

const char *
qm_nearest_find (const GPtrArray *names, const char *typed)
{
  const char *nearest = NULL;
  double most = LEAST_LIKENESS;

  for (guint i = 0; i < names->len; i++) {
    double here = likeness (typed, names->pdata[i]);

    if (here > most) {
      nearest = names->pdata[i];
      most = here;
    }
  }
  return nearest;
}

int
qm_nearest_exact (const char *const *names, const char *name)
{
  for (int i = 0; name != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}
