#include "chart/draw/row-name.h"

#include "chart/words/wording.h"

#include <string.h>

/* Of a name in Chinese one character says something. */
#define LEAST_LETTERS 1

/* The first n letters of name with an ellipsis, no mark torn from its letter. */
static char *
shorten (const char *name, glong n)
{
  const char *end = g_utf8_offset_to_pointer (name, n);
  g_autofree char *start = NULL;

  while (*end != '\0' && (g_unichar_ismark (g_utf8_get_char (end)) ||
                          g_unichar_iszerowidth (g_utf8_get_char (end))))
    end = g_utf8_next_char (end);
  start = g_strndup (name, (gsize) (end - name));
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static QmLabel
label_of (const QmStyle *style, QmTextRole role, const QmPanel *panel, const QmClaim *claim,
          const char *name, double width, double height)
{
  g_autofree char *words = qm_wording_row (panel, claim, name);

  return qm_label_name (style, role, words, width, height);
}

/* As many letters of that name as leave room for what follows it; none where that has none either.
 */
static QmLabel
label_of_part (const QmStyle *style, QmTextRole role, const QmPanel *panel, const QmClaim *claim,
               const char *name, double width, double height)
{
  glong least = LEAST_LETTERS, most = g_utf8_strlen (name, -1) - 1;
  QmLabel best = { 0 };

  while (least <= most) {
    glong n = (least + most) / 2;
    g_autofree char *part = shorten (name, n);
    QmLabel label = label_of (style, role, panel, claim, part, width, height);

    if (qm_label_is_shortened (&label) || label.width > width + 0.5) {
      qm_label_clear (&label);
      most = n - 1;
    } else {
      qm_label_clear (&best);
      best = label;
      least = n + 1;
    }
  }
  return best;
}

gboolean
qm_row_name_has_figures (const QmPanel *panel, const QmClaim *claim)
{
  g_autofree char *difference = qm_wording_difference (panel, claim);
  const char *label = qm_text_get (claim->label);

  /* It may be the name. */
  if (label != NULL && strstr (difference, label) != NULL)
    return FALSE;
  for (const char *at = difference; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* Whole: in lines where the height has them, else on one that is wider than it may be. */
static QmLabel
label_of_all (const QmStyle *style, QmTextRole role, const char *words, double width, double height)
{
  QmLabel label = qm_label_figure (style, role, words, width, height);

  if (label.height <= height + 0.5)
    return label;
  qm_label_clear (&label);
  return qm_label_figure (style, role, words, -1, 1);
}

/* The entity's short name, or what the claim is called, with what tells it apart; only the name is
 * shortened. */
static QmLabel
label_of_short_name (const QmStyle *style, QmTextRole role, const QmPanel *panel,
                     const QmClaim *claim, double width, double height)
{
  const char *name = qm_text_get (claim->entity != NULL ? claim->entity->short_name : claim->label);
  QmLabel label = label_of (style, role, panel, claim, name, width, height), part = { 0 };

  if (!qm_label_is_shortened (&label))
    return label;
  if (name != NULL)
    part = label_of_part (style, role, panel, claim, name, width, height);
  part.whole = part.layout != NULL ? name : NULL;
  if (part.layout == NULL && qm_row_name_has_figures (panel, claim)) {
    g_autofree char *words = qm_wording_row (panel, claim, name);

    part = label_of_all (style, role, words, width, height);
  }
  if (part.layout == NULL)
    return label;
  qm_label_clear (&label);
  return part;
}

QmLabel
qm_row_name (const QmStyle *style, QmTextRole role, const QmPanel *panel, const QmClaim *claim,
             double width, double height)
{
  const QmEntity *entity = claim->entity;
  QmLabel label = label_of (style, role, panel, claim, NULL, width, height);

  if (qm_label_is_shortened (&label) && claim->to_entity == NULL &&
      (entity != NULL || qm_row_name_has_figures (panel, claim))) {
    qm_label_clear (&label);
    label = label_of_short_name (style, role, panel, claim, width, height);
  }
  label.names = entity;
  return label;
}
