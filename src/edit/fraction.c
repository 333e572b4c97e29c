#include "edit/fraction.h"

#include "dataset/unit.h"

#include <math.h>
#include <stdio.h>

#define MAX_WHOLE 100

/* How much of the unit a whole is; 0 where it has no parts. */
static double
scale_of (const char *unit)
{
  QmUnit parsed = { 0 };

  if (unit == NULL || !qm_unit_parse (unit, &parsed) || parsed.per != NULL)
    return 0;
  return parsed.kind == QM_UNIT_NUMBER || parsed.kind == QM_UNIT_PERCENT ||
                 parsed.kind == QM_UNIT_TIMES
             ? qm_unit_scale (&parsed)
             : 0;
}

static gboolean
is_whole (double number)
{
  return fabs (number - round (number)) < 1e-9;
}

gboolean
qm_fraction_find (double value, const char *unit, int fraction[2])
{
  double part = value / scale_of (unit);

  if (!(part > 0 && part < 1) || is_whole (part * 1e6))
    return FALSE;
  for (int whole = 3; whole <= MAX_WHOLE; whole++)
    if (is_whole (part * whole)) {
      fraction[0] = (int) round (part * whole);
      fraction[1] = whole;
      return TRUE;
    }
  return FALSE;
}

char *
qm_fraction_write (double value, const char *unit)
{
  int fraction[2];

  return qm_fraction_find (value, unit, fraction)
             ? g_strdup_printf ("%d/%d", fraction[0], fraction[1])
             : NULL;
}

double
qm_fraction_read (const char *typed, const char *unit)
{
  int part, whole, length = 0;
  double scale = scale_of (unit);

  if (sscanf (typed, "%d/%d%n", &part, &whole, &length) != 2 || typed[length] != '\0' ||
      whole < 1 || !(scale > 0))
    return NAN;
  return scale * part / whole;
}
