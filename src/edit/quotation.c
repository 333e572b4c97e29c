#include "edit/quotation.h"

#include <string.h>

/* Characters that are kept of what stands on either side: enough to tell one from another, and too
 * few to be a copy of the text. */
#define AROUND 32

QmQuotation
qm_quotation_make (const char *text, gsize start, gsize end)
{
  gsize length = (gsize) g_utf8_strlen (text, -1);
  gsize from = start > AROUND ? start - AROUND : 0, to = MIN (end + AROUND, length);

  return (QmQuotation) {
    .exact = g_utf8_substring (text, (glong) start, (glong) end),
    .before = g_utf8_substring (text, (glong) from, (glong) start),
    .after = g_utf8_substring (text, (glong) end, (glong) to),
  };
}

void
qm_quotation_clear (QmQuotation *quotation)
{
  g_clear_pointer (&quotation->exact, g_free);
  g_clear_pointer (&quotation->before, g_free);
  g_clear_pointer (&quotation->after, g_free);
}

static gsize
count_alike_forward (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

/* Bytes that both end with; a ends at its place in text. */
static gsize
count_alike_backward (const char *text, const char *place, const char *words)
{
  gsize length = strlen (words), n = 0;

  while (n < length && place - n > text && place[-1 - (gssize) n] == words[length - 1 - n])
    n++;
  return n;
}

gboolean
qm_quotation_find (const char *text, const char *exact, const char *before, const char *after,
                   gsize *start, gsize *end)
{
  gsize length = strlen (exact), most = 0;
  const char *best = NULL, *place = text;
  gboolean is_in_doubt = FALSE;

  while (length > 0 && (place = strstr (place, exact)) != NULL) {
    gsize alike = count_alike_forward (place + length, after != NULL ? after : "") +
                  count_alike_backward (text, place, before != NULL ? before : "");

    is_in_doubt = best != NULL && (alike == most || (is_in_doubt && alike < most));
    if (best == NULL || alike > most) {
      best = place;
      most = alike;
    }
    place += length;
  }
  if (best == NULL || is_in_doubt)
    return FALSE;
  *start = (gsize) g_utf8_strlen (text, best - text);
  *end = *start + (gsize) g_utf8_strlen (exact, -1);
  return TRUE;
}
