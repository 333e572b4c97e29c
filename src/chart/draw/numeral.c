#include "chart/draw/numeral.h"

#include "chart/draw/row-name.h"
#include "chart/draw/status.h"
#include "chart/words/wording.h"

#include <math.h>
#include <string.h>

/* Down to here the value gives way to the detail, and from here the detail to the value. */
#define SMALLEST_SCALE_WITH_DETAIL 0.6

/* What a figure with a chart for itself grows to; more in a room that is higher than wide. */
#define LARGEST 1.35
#define LARGEST_UPRIGHT 2.4

/* On an upright canvas a value takes two lines where that makes it so many times as large. */
#define GAIN_OF_TWO_LINES 1.25

/* Words below a value are at most that part of its size. */
#define LARGEST_WORDS 0.3

static double
gap_between (const QmStyle *style)
{
  return qm_style_length (style, 14) + 1;
}

/* Of words that keep pace with the value. */
static QmStyle
style_of_words (const QmStyle *style)
{
  QmStyle words = *style;

  words.scale *= style->figures.words;
  return words;
}

/* What is said in a lower voice keeps behind. */
static QmStyle
style_of_detail (const QmStyle *style)
{
  QmStyle detail = *style;

  detail.scale *= sqrt (style->figures.words);
  return detail;
}

/* The height of a strip in which a hatch can be seen; 0 where the figure is stated. */
static double
strip_of (const QmStyle *style, const QmClaim *claim)
{
  gboolean is_stated = claim->quantity.standing == QM_STATED && !claim->quantity.is_projected;

  return is_stated ? 0 : qm_style_length (style, 18) + 3;
}

/* The width of the longer of two lines, at the role's size, into which the value parts best; 0
 * where it does not part. */
static double
width_in_two_lines (const QmStyle *style, const char *value)
{
  double least = 0;

  for (const char *space = strchr (value, ' '); space != NULL; space = strchr (space + 1, ' ')) {
    g_autofree char *start = g_strndup (value, (gsize) (space - value));
    g_auto (QmLabel) first = qm_label (style, QM_ROLE_FIGURE, start, -1, 1);
    g_auto (QmLabel) second = qm_label (style, QM_ROLE_FIGURE, space + 1, -1, 1);
    double width = MAX (first.width, second.width);

    least = least > 0 ? MIN (least, width) : width;
  }
  return least;
}

/* What is as small as it can be may need more. */
static gboolean
can_have_two_lines (const QmStyle *style, double scale)
{
  QmFont font = qm_style_font (style, QM_ROLE_FIGURE);

  return scale * font.size >= font.floor;
}

/* The scale at which words for the value fit. */
static double
scale_of (const QmStyle *style, const QmClaim *claim, const char *value, double strip, double width,
          double height)
{
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_FIGURE, value, -1, 1);
  g_autofree char *detail = qm_wording_background (claim);
  double largest = CLAMP (1.25 * LARGEST * height / width, LARGEST, LARGEST_UPRIGHT);
  double gap = gap_between (style);
  double free_height = MIN (0.88 * height, height - (strip > 0 ? strip + gap : 0));
  double room = free_height - gap - qm_style_line_height (style, QM_ROLE_EMPHASIS);
  double room_above_detail =
      room - (detail != NULL ? gap + qm_style_line_height (style, QM_ROLE_NOTE) : 0);
  double fits =
      MAX (room_above_detail / label.height, MIN (room / label.height, SMALLEST_SCALE_WITH_DETAIL));
  double scale = CLAMP (MIN (0.99 * width / label.width, fits), 0, largest);
  double half = style->is_upright ? width_in_two_lines (style, value) : 0;
  double larger = half > 0 ? MIN (0.99 * width / half, 0.45 * height / label.height / 2) : 0;

  if (larger <= GAIN_OF_TWO_LINES * scale || !can_have_two_lines (style, larger))
    return scale;
  return MIN (larger, LARGEST_UPRIGHT);
}

double
qm_numeral_scale (const QmStyle *style, const QmClaim *claim, double width, double height)
{
  g_autofree char *value = qm_wording_value_short (claim);

  return scale_of (style, claim, value, strip_of (style, claim), width, height);
}

/* Bounds are said in words where all of them have room for that without becoming much smaller than
 * they are, or than they are usually: what has grown with the room gives way to them. */
static gboolean
has_words (const QmFigureScale *scale)
{
  return scale->value_in_words >= 0.8 * MIN (scale->value, 1);
}

/* In two lines where one is not enough for that scale. */
static QmLabel
label_of_value (const QmStyle *style, const char *value, double scale, double width)
{
  QmStyle own = *style;
  QmLabel label = { NULL };

  own.scale *= scale;
  if (style->is_upright && can_have_two_lines (style, scale))
    label = qm_label (&own, QM_ROLE_FIGURE, value, width, 2);
  if (label.layout != NULL && !qm_label_is_shortened (&label) && !qm_label_is_torn (&label))
    return label;
  qm_label_clear (&label);
  return qm_label_scaled (style, QM_ROLE_FIGURE, value, scale, width);
}

/* Of no panel where only the size of the words counts. */
static QmNumeral
measure (const QmStyle *style, const QmPanel *panel, const QmClaim *claim, double width,
         int what_lines, gboolean has_detail)
{
  gboolean in_words = has_words (&style->figures);
  g_autofree char *value =
      in_words ? qm_wording_value_as_bound (claim) : qm_wording_value_short (claim);
  /* The time is in the detail, which there is for every figure or none. */
  g_autofree char *what = has_detail || panel == NULL ? qm_wording_subject (claim)
                                                      : qm_wording_subject_in (panel, claim);
  g_autofree char *detail = has_detail ? qm_wording_background (claim) : NULL;
  QmStyle words = style_of_words (style), lower = style_of_detail (style);
  QmNumeral numeral = {
    .claim = claim,
    .value = label_of_value (
        style, value, in_words ? style->figures.value_in_words : style->figures.value, width),
    .what = qm_label (&words, QM_ROLE_HEADING, what, width, what_lines),
    .detail = qm_label (&lower, QM_ROLE_NOTE, detail, width, 3),
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

/* TRUE if all words are there, but for the detail, within the height. */
static gboolean
is_whole (const QmNumeral *numeral, double max_height)
{
  return numeral->height <= max_height && !qm_label_is_shortened (&numeral->what) &&
         !qm_label_is_torn (&numeral->what);
}

/* How much larger the words below a value of that size can be without taking more than they need.
 */
static double
words_scale_of (const QmStyle *style, const QmClaim *claim, double value, double width,
                double height)
{
  static const double steps[] = { 2.4, 2, 1.7, 1.45, 1.24 };
  QmStyle own = *style;
  double size = value * qm_style_font (style, QM_ROLE_FIGURE).size;
  double usual = qm_style_font (style, QM_ROLE_HEADING).size;

  own.figures = (QmFigureScale) { value, 0, 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    QmNumeral numeral;
    gboolean fits;

    own.figures.words = steps[i];
    if (usual * steps[i] > LARGEST_WORDS * size)
      continue;
    numeral = measure (&own, NULL, claim, width, 4, TRUE);
    fits = is_whole (&numeral, 0.7 * height) && !qm_label_is_shortened (&numeral.detail);
    clear (&numeral);
    if (fits)
      return steps[i];
  }
  return 1;
}

/* Its name smaller, and at last shortened, in what the value leaves of the height. */
static void
squeeze (QmNumeral *numeral, const QmStyle *style, const QmPanel *panel, double width,
         double max_height)
{
  g_autofree char *what = qm_wording_subject_in (panel, numeral->claim);
  double room = MAX (max_height - numeral->value.height - gap_between (style), 1);
  QmStyle words = style_of_words (style);

  qm_label_clear (&numeral->what);
  numeral->what = qm_label_name (&words, QM_ROLE_HEADING, what, width, room);
  if (qm_label_is_shortened (&numeral->what) &&
      (numeral->claim->entity != NULL || qm_row_name_has_figures (panel, numeral->claim))) {
    qm_label_clear (&numeral->what);
    numeral->what = qm_row_name (&words, QM_ROLE_HEADING, panel, numeral->claim, width, room);
  }
  numeral->height = numeral->value.height + gap_between (style) + numeral->what.height;
}

static QmNumeral
measure_within (const QmStyle *style, const QmPanel *panel, const QmClaim *claim, double width,
                double max_height)
{
  static const struct {
    int what_lines;
    gboolean has_detail;
  } steps[] = { { 4, TRUE }, { 3, TRUE }, { 4, FALSE }, { 3, FALSE }, { 2, FALSE }, { 1, FALSE } };
  QmNumeral numeral = { .height = G_MAXDOUBLE };

  for (gsize i = 0; i < G_N_ELEMENTS (steps) && !is_whole (&numeral, max_height); i++) {
    clear (&numeral);
    numeral = measure (style, panel, claim, width, steps[i].what_lines, steps[i].has_detail);
  }
  return numeral;
}

/* Where the strip would cost words they have its room, and the key and the card say it. */
QmNumeral
qm_numeral (const QmStyle *style, const QmPanel *panel, const QmClaim *claim, gboolean has_marks,
            double width, double max_height)
{
  double strip = has_marks ? 0 : strip_of (style, claim);
  double strip_height = strip > 0 ? strip + gap_between (style) : 0;
  QmNumeral numeral = measure_within (style, panel, claim, width, max_height - strip_height);

  if (!is_whole (&numeral, max_height - strip_height) && strip > 0) {
    clear (&numeral);
    strip = strip_height = 0;
    numeral = measure_within (style, panel, claim, width, max_height);
  }
  if (!is_whole (&numeral, max_height - strip_height))
    squeeze (&numeral, style, panel, width, max_height - strip_height);
  /* Half a date would be another one; the card has it whole. */
  if (qm_label_is_shortened (&numeral.detail))
    qm_label_clear (&numeral.detail);
  numeral.strip = strip;
  numeral.height += strip_height;
  return numeral;
}

/* The value gives way where words below it would end early, as far as that helps: the scale that it
 * has then. */
static double
scale_for_whole_words (const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
                       gboolean has_marks, double value, double width, double height)
{
  QmFont font = qm_style_font (style, QM_ROLE_FIGURE);
  QmStyle own = *style;

  for (double scale = value; scale * font.size >= font.smallest; scale *= 0.85) {
    QmNumeral numeral;
    gboolean is_cut;

    own.figures = (QmFigureScale) { scale, 0, 1 };
    numeral = qm_numeral (&own, panel, claim, has_marks, width, height);
    is_cut = qm_label_is_shortened (&numeral.what);
    clear (&numeral);
    if (!is_cut)
      return scale;
  }
  return value;
}

void
qm_numeral_fit (const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
                gboolean has_marks, double width, double height, QmFigureScale *scale)
{
  g_autofree char *usual = qm_wording_value_short (claim);
  g_autofree char *in_words = qm_wording_value_as_bound (claim);
  double strip = has_marks ? 0 : strip_of (style, claim);
  double fits = scale_of (style, claim, usual, strip, width, height);
  double value = scale_for_whole_words (style, panel, claim, has_marks, fits, width, height);

  scale->value = MIN (scale->value, value);
  scale->value_in_words =
      MIN (scale->value_in_words,
           scale_of (style, claim, in_words, strip, width, height) * value / MAX (fits, 1e-9));
  scale->words = MIN (scale->words, words_scale_of (style, claim, value, width, height));
}

/* What is free is shared out as if there were a value and a line below it, and nothing else. */
double
qm_numeral_offset (const QmNumeral *numeral, const QmStyle *style, double height)
{
  double least = numeral->value.height + gap_between (style) +
                 style->figures.words * qm_style_line_height (style, QM_ROLE_HEADING);

  return MAX (MIN (0.4 * (height - least), height - numeral->height), 0);
}

/* What the figure would look like as an area, as in the key. */
static void
add_strip (const QmNumeral *numeral, QmScene *scene, const QmStyle *style, double width, double x,
           double y)
{
  const QmQuantity *quantity = &numeral->claim->quantity;
  QmPaint paint = qm_status_area (style, quantity->standing, quantity->is_projected,
                                  qm_style_identity (style, numeral->claim->entity));

  qm_scene_add_rect (scene, (QmRect) { x, y, width, numeral->strip }, numeral->strip / 6, &paint);
}

void
qm_numeral_place (QmNumeral *numeral, QmScene *scene, const QmStyle *style, double x, double y)
{
  double value_width = numeral->value.width, value_height = numeral->value.height;
  double what_height = numeral->what.height;

  qm_label_place (&numeral->value, scene, x, y);
  y += value_height + gap_between (style);
  if (numeral->strip > 0) {
    add_strip (numeral, scene, style, value_width, x, y);
    y += numeral->strip + gap_between (style);
  }
  qm_label_place (&numeral->what, scene, x, y);
  qm_label_place (&numeral->detail, scene, x, y + what_height + gap_between (style));
}
