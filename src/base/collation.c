#include "base/collation.h"

#include "base/language.h"

#include <unicode/ucol.h>

/* One for each thread: opening it takes longer than thousands of comparisons. */
typedef struct {
  char *language;
  UCollator *collator; /* NULL where ICU's data are missing */
} Open;

static void
close_collator (gpointer data)
{
  Open *open = data;

  g_free (open->language);
  ucol_close (open->collator);
  g_free (open);
}

static UCollator *
open_collator (UErrorCode *status)
{
  static GPrivate kept = G_PRIVATE_INIT (close_collator);
  Open *open = g_private_get (&kept);

  if (open != NULL && g_str_equal (open->language, qm_language_current ()))
    return open->collator;
  open = g_new0 (Open, 1);
  open->language = g_strdup (qm_language_current ());
  open->collator = ucol_open (open->language, status);
  ucol_setAttribute (open->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  g_private_replace (&kept, open);
  return open->collator;
}

char *
qm_collation_key (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = open_collator (&status);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  int32_t length;
  char *key;

  if (U_FAILURE (status) || collator == NULL || units == NULL)
    return g_strdup (text);
  length = ucol_getSortKey (collator, units, -1, NULL, 0);
  key = g_malloc ((gsize) length);
  ucol_getSortKey (collator, units, -1, (uint8_t *) key, length);
  return key;
}
