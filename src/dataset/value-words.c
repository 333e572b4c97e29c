#include "dataset/value-words.h"

#include "base/words.h"

#include <math.h>
#include <string.h>

gboolean
qm_value_words_is_empty (const cJSON *value)
{
  return cJSON_IsString (value) && *value->valuestring == '\0';
}

char *
qm_value_words_quote (const char *text)
{
  g_autofree char *shown =
      g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), QM_VALUE_WORDS_MOST));
  gboolean is_whole = strlen (shown) == strlen (text);

  /* A message is one line. */
  g_strdelimit (shown, "\n\r\t\b\f\v", ' ');

  return g_strdup_printf ("“%s%s”", shown, is_whole ? "" : "…");
}

char *
qm_value_words_describe (const cJSON *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  int n_elements = cJSON_GetArraySize (value);

  if (cJSON_IsString (value))
    return !qm_value_words_is_empty (value) ? qm_value_words_quote (value->valuestring)
                                            : g_strdup (_ ("an empty text"));
  if (cJSON_IsNumber (value) && !isfinite (value->valuedouble))
    return g_strdup (_ ("a number that is too large"));
  if (cJSON_IsNumber (value))
    return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", value->valuedouble));
  if (cJSON_IsObject (value))
    return g_strdup (value->child != NULL ? _ ("an object") : _ ("an empty object"));
  if (cJSON_IsArray (value) && value->child != NULL)
    return g_strdup_printf (
        ngettext ("an array of %d element", "an array of %d elements", (gulong) n_elements),
        n_elements);
  if (cJSON_IsArray (value))
    return g_strdup (_ ("an empty array"));
  if (cJSON_IsBool (value))
    return g_strdup (cJSON_IsTrue (value) ? "true" : "false");

  return g_strdup ("null");
}
