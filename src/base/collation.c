#include "base/collation.h"

#include "base/language.h"

#include <string.h>
#include <unicode/ucol.h>

int
qm_collation_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (qm_language_current (), &status);
  UCollationResult result = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);

  ucol_close (collator);
  /* Where ICU's data are missing. */
  return U_SUCCESS (status) ? (int) result : strcmp (a, b);
}
