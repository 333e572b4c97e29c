#include "chart/draw/numeral.h"

#include "chart/words/wording.h"

/* Down to here the value gives way to the detail, and from here the detail to the value. */
#define SMALLEST_SCALE_WITH_DETAIL 0.6

static double
gap_between (const QmStyle *style)
{
  return qm_style_length (style, 14) + 1;
}

/* Words keep pace with a value that is larger than usual. */
static QmTextRole
role_of_what (const QmStyle *style)
{
  return style->figure_scale > 1.2 ? QM_ROLE_EMPHASIS : QM_ROLE_HEADING;
}

double
qm_numeral_scale (const QmStyle *style, const QmClaim *claim, double width, double height)
{
  g_autofree char *value = qm_wording_value_short (claim);
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_FIGURE, value, -1, 1);
  g_autofree char *detail = qm_wording_background (claim);
  double room =
      0.88 * height - gap_between (style) - qm_style_line_height (style, QM_ROLE_EMPHASIS);
  double room_above_detail =
      room -
      (detail != NULL ? gap_between (style) + qm_style_line_height (style, QM_ROLE_NOTE) : 0);
  double fits =
      MAX (room_above_detail / label.height, MIN (room / label.height, SMALLEST_SCALE_WITH_DETAIL));

  return CLAMP (MIN (0.99 * width / label.width, fits), 0, QM_NUMERAL_LARGEST);
}

static QmNumeral
measure (const QmStyle *style, const QmClaim *claim, double width, int what_lines,
         gboolean has_detail)
{
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *what = qm_wording_subject (claim);
  g_autofree char *detail = has_detail ? qm_wording_background (claim) : NULL;
  QmNumeral numeral = {
    .value = qm_label_scaled (style, QM_ROLE_FIGURE, value, style->figure_scale, width),
    .what = qm_label (style, role_of_what (style), what, width, what_lines),
    .detail = qm_label (style, QM_ROLE_NOTE, detail, width, 3),
  };

  numeral.value.color = qm_style_identity (style, claim->entity);
  numeral.height = numeral.value.height + gap_between (style) + numeral.what.height;
  if (numeral.detail.layout != NULL)
    numeral.height += gap_between (style) + numeral.detail.height;
  return numeral;
}

static void
clear (QmNumeral *numeral)
{
  qm_label_clear (&numeral->value);
  qm_label_clear (&numeral->what);
  qm_label_clear (&numeral->detail);
}

/* Its name smaller, and at last shortened, in what the value leaves of the height. */
static void
squeeze (QmNumeral *numeral, const QmStyle *style, const QmClaim *claim, double width,
         double max_height)
{
  g_autofree char *what = qm_wording_subject (claim);
  double room = max_height - numeral->value.height - gap_between (style);

  qm_label_clear (&numeral->what);
  numeral->what = qm_label_name (style, role_of_what (style), what, width, MAX (room, 1));
  numeral->height = numeral->value.height + gap_between (style) + numeral->what.height;
}

QmNumeral
qm_numeral (const QmStyle *style, const QmClaim *claim, double width, double max_height)
{
  static const struct {
    int what_lines;
    gboolean has_detail;
  } steps[] = { { 4, TRUE }, { 3, TRUE }, { 4, FALSE }, { 3, FALSE }, { 2, FALSE }, { 1, FALSE } };
  QmNumeral numeral = { .height = G_MAXDOUBLE };
  gsize i = 0;

  for (; i < G_N_ELEMENTS (steps) &&
         (numeral.height > max_height || qm_label_is_shortened (&numeral.what));
       i++) {
    clear (&numeral);
    numeral = measure (style, claim, width, steps[i].what_lines, steps[i].has_detail);
  }
  if (numeral.height > max_height || qm_label_is_shortened (&numeral.what))
    squeeze (&numeral, style, claim, width, max_height);
  /* Half a date would be another one; the card has it whole. */
  if (qm_label_is_shortened (&numeral.detail))
    qm_label_clear (&numeral.detail);
  return numeral;
}

/* What is free is shared out as if there were a value and a line below it, and nothing else. */
double
qm_numeral_offset (const QmNumeral *numeral, const QmStyle *style, double height)
{
  double least = numeral->value.height + gap_between (style) +
                 qm_style_line_height (style, role_of_what (style));

  return MAX (MIN (0.4 * (height - least), height - numeral->height), 0);
}

void
qm_numeral_place (QmNumeral *numeral, QmScene *scene, const QmStyle *style, double x, double y)
{
  double value_height = numeral->value.height, what_height = numeral->what.height;

  qm_label_place (&numeral->value, scene, x, y);
  y += value_height + gap_between (style);
  qm_label_place (&numeral->what, scene, x, y);
  qm_label_place (&numeral->detail, scene, x, y + what_height + gap_between (style));
}
