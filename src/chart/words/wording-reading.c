/* What is read off a line, in words. No source says it, and that is said each time. */
#include "chart/words/wording.h"

#include "chart/words/wording-private.h"

#include "base/format.h"
#include "base/words.h"

#include <math.h>

static gboolean
is_interpolated (const QmReading *reading)
{
  return reading->from != reading->to;
}

/* What is worded as if it were a claim: a figure between two is about that, and computed. */
static QmClaim
as_claim (const QmReading *reading)
{
  QmClaim claim = *reading->to;

  if (!is_interpolated (reading))
    return claim;
  claim.quantity =
      (QmQuantity) { reading->value, -INFINITY, INFINITY, QM_ABOUT, QM_COMPUTED, FALSE };
  claim.fraction[0] = claim.fraction[1] = 0;
  claim.derivation = NULL;
  return claim;
}

char *
qm_wording_reading (const QmReading *reading)
{
  const QmClaim claim = as_claim (reading);
  g_autofree char *value = qm_wording_value (&claim), *name = NULL;

  name = qm_wording_line (&claim, reading->is_of_several);
  return name != NULL ? g_strdup_printf ("%s %s", name, value) : g_steal_pointer (&value);
}

/* "stated for 2020 to 2024", "projected to 2030". */
static char *
known_for (const QmReading *reading)
{
  const char *standing = qm_wording_standing (reading->to->quantity.standing);
  g_autofree char *period = qm_wording_time (&reading->to->time);

  if (reading->to->time.start.year == 0)
    return g_strdup_printf ("%s %s", standing, period);
  /* Translators: of a figure that holds for a whole period, "stated for 2020 to 2024" */
  return g_strdup_printf (_ ("%s for %s"), standing, period);
}

/* The values, or the names, of all readings or of those that are interpolated. */
static char *
list (const GArray *readings, gboolean has_values, gboolean has_stated)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++) {
    const QmReading *reading = &g_array_index (readings, QmReading, i);
    g_autofree char *value = has_values ? qm_wording_reading (reading) : NULL;
    const char *name =
        reading->to->entity != NULL ? qm_text_get (reading->to->entity->short_name) : "";

    if (has_stated || is_interpolated (reading))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "",
                              has_values ? value : name);
  }
  return g_string_free (joined, FALSE);
}

static guint
count_interpolated (const GArray *readings)
{
  guint n = 0;

  for (guint i = 0; i < readings->len; i++)
    n += is_interpolated (&g_array_index (readings, QmReading, i)) ? 1 : 0;
  return n;
}

/* What is not in the source, and what the source says of a whole period. NULL if neither. */
static char *
remarks_on (const GArray *readings)
{
  GString *remarks = g_string_new (NULL);
  g_autofree char *names = list (readings, FALSE, FALSE);
  guint n = count_interpolated (readings);

  if (n > 0 && n < readings->len)
    /* Translators: names of those whose figures are, "China, US" */
    g_string_append_printf (remarks, _ ("%s interpolated, not in the source"), names);
  else if (n > 0)
    g_string_append (remarks, _ ("interpolated, not in the source"));
  for (guint i = 0; i < readings->len; i++) {
    const QmReading *reading = &g_array_index (readings, QmReading, i);
    g_autofree char *known = known_for (reading);
    const QmEntity *entity = readings->len > 1 ? reading->to->entity : NULL;

    if (qm_reading_is_of_period (reading))
      g_string_append_printf (remarks, "%s%s%s%s", remarks->len > 0 ? ", " : "",
                              entity != NULL ? qm_text_get (entity->short_name) : "",
                              entity != NULL ? " " : "", known);
  }
  return g_string_free (remarks, remarks->len == 0);
}

char *
qm_wording_readings (const GArray *readings, QmDate year, gboolean has_values)
{
  g_autofree char *date = qm_format_date (year);
  g_autofree char *values = list (readings, TRUE, TRUE);
  g_autofree char *remarks = remarks_on (readings);

  if (remarks == NULL)
    return has_values ? g_strdup_printf ("%s: %s", date, values) : g_steal_pointer (&date);
  return has_values ? g_strdup_printf ("%s: %s; %s", date, values, remarks)
                    : g_strdup_printf ("%s: %s", date, remarks);
}

char *
qm_wording_reading_in_words (const QmReading *reading, QmDate year, gboolean is_log)
{
  const QmClaim claim = as_claim (reading);
  g_autofree char *date = qm_format_date (year);
  g_autofree char *value = qm_wording_value_in_words (&claim);
  g_autofree char *from = qm_wording_time (&reading->from->time);
  g_autofree char *to = qm_wording_time (&reading->to->time);
  const char *const parts[] = { claim.entity != NULL ? qm_text_get (claim.entity->name) : NULL,
                                date };
  g_autofree char *heading = qm_wording_join (parts, G_N_ELEMENTS (parts));

  if (qm_reading_is_of_period (reading)) {
    g_autofree char *known = known_for (reading);

    return g_strdup_printf ("%s: %s, %s", heading, value, known);
  }
  if (!is_interpolated (reading))
    return NULL;
  if (is_log)
    /* Translators: "China, Jun 2027: about 36%, …"; the last two are dates */
    return g_strdup_printf (
        _ ("%s: %s, interpolated by equal factors between %s and %s, not in the source"), heading,
        value, from, to);
  /* Translators: "China, Jun 2027: about 36%, …"; the last two are dates */
  return g_strdup_printf (
      _ ("%s: %s, interpolated in equal steps between %s and %s, not in the source"), heading,
      value, from, to);
}
