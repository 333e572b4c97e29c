#include "base/collation.h"

#include "base/language.h"

#include <string.h>
#include <unicode/ucol.h>

static UCollator *
open_collator (UErrorCode *status)
{
  UCollator *collator = ucol_open (qm_language_current (), status);

  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  return collator;
}

int
qm_collation_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = open_collator (&status);
  UCollationResult result = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);

  ucol_close (collator);
  /* Where ICU's data are missing. */
  return U_SUCCESS (status) ? (int) result : strcmp (a, b);
}

char *
qm_collation_key (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = open_collator (&status);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  char *key = NULL;

  if (U_SUCCESS (status) && units != NULL) {
    int32_t length = ucol_getSortKey (collator, units, -1, NULL, 0);

    key = g_malloc ((gsize) length);
    ucol_getSortKey (collator, units, -1, (uint8_t *) key, length);
  }
  ucol_close (collator);
  return key != NULL ? key : g_strdup (text);
}
