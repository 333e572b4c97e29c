/* Ratios between two entities, as sentences below the bars. */
#include "base/character.h"
#include "chart/draw/label.h"
#include "chart/forms/bars-private.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"

gboolean
qm_bars_is_sentence (const QmClaim *claim)
{
  return claim->to_entity != NULL;
}

gsize
qm_bars_count_sentences (const QmPanel *panel)
{
  gsize n = 0;

  for (gsize i = 0; i < panel->n_claims; i++)
    n += qm_bars_is_sentence (panel->claims[i]);
  return n;
}

/* A stated ratio in the dataset's words; a computed one from its value, which no one types in, with
 * what it is a ratio of, where the bars are of something else. */
static char *
sentence_of (const QmPanel *panel, const QmClaim *claim)
{
  g_autofree char *name = claim->measure == qm_viewed_measure (panel) ? qm_wording_entity (claim)
                                                                      : qm_wording_subject (claim);
  g_autofree char *entity = qm_character_isolate (name);
  g_autofree char *value = qm_wording_value_short (claim);
  g_autofree char *computation = qm_wording_computation_short (claim);

  if (computation != NULL)
    return g_strdup_printf ("%s: %s, %s", entity, value, computation);
  return claim->label != NULL ? g_strdup (qm_text_get (claim->label))
                              : qm_wording_statement (claim);
}

/* Of a sentence that has all its words in them; what it is computed from may be long. */
#define MOST_LINES 4

static QmLabel
measure_sentence (const QmStyle *style, const QmPanel *panel, const QmClaim *claim, double width)
{
  g_autofree char *text = sentence_of (panel, claim);

  return qm_label (style, QM_ROLE_HEADING, text, width, MOST_LINES);
}

/* Above a sentence, with a rule in its middle. */
static double
gap_above (const QmStyle *style)
{
  return qm_style_length (style, 36) + 2;
}

double
qm_bars_least_height_of_sentence (const QmStyle *style)
{
  return qm_style_line_height (style, QM_ROLE_HEADING) + gap_above (style);
}

double
qm_bars_height_of_sentences (const QmStyle *style, const QmPanel *panel, double width)
{
  double height = 0;

  for (gsize i = 0; i < panel->n_claims; i++) {
    g_auto (QmLabel) sentence = { 0 };

    if (!qm_bars_is_sentence (panel->claims[i]))
      continue;
    sentence = measure_sentence (style, panel, panel->claims[i], width);
    height += gap_above (style) + sentence.height;
  }
  return height;
}

void
qm_bars_add_sentences (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area,
                       double rule_end)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  double y = area.y;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    double rule_y = y + gap_above (style) / 2;
    g_auto (QmLabel) sentence = { 0 };

    if (!qm_bars_is_sentence (claim))
      continue;
    sentence = measure_sentence (style, panel, claim, area.width);
    qm_scene_add_line (scene, (QmPoint) { area.x, rule_y }, (QmPoint) { rule_end, rule_y }, &rule);
    qm_scene_begin_mark (scene, claim, claim->id);
    qm_label_place (&sentence, scene, area.x, y + gap_above (style));
    qm_scene_end_mark (scene);
    y += gap_above (style) + sentence.height;
  }
}
