#include "chart/draw/row-name.h"

#include "chart/words/wording.h"

#include <string.h>

/* Of a name in Chinese one character says something. */
#define LEAST_LETTERS 1

/* The first n letters of name with an ellipsis, no mark torn from its letter and no digit from its
 * number. */
static char *
shorten (const char *name, glong n)
{
  const char *end = g_utf8_offset_to_pointer (name, n);
  g_autofree char *start = NULL;

  while (*end != '\0' && (g_unichar_ismark (g_utf8_get_char (end)) ||
                          g_unichar_iszerowidth (g_utf8_get_char (end))))
    end = g_utf8_next_char (end);
  while (end > name + 1 && g_ascii_isdigit (end[-1]) && g_ascii_isdigit (end[0]))
    end--;
  start = g_strndup (name, (gsize) (end - name));
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* Words with as many letters of that name in them as leave room for the rest; none where that has
 * none either. */
static QmLabel
label_of_part (const QmStyle *style, QmTextRole role, const char *words, const char *name,
               double width, double height)
{
  glong least = LEAST_LETTERS, most = g_utf8_strlen (name, -1) - 1;
  QmLabel best = { 0 };

  while (least <= most) {
    glong n = (least + most) / 2;
    g_autofree char *part = shorten (name, n);
    g_autoptr (GString) others = g_string_new (words);
    QmLabel label;

    g_string_replace (others, name, part, 1);
    label = qm_label_name (style, role, others->str, width, height);
    if (qm_label_is_shortened (&label) || label.width > width + 0.5) {
      qm_label_clear (&label);
      most = n - 1;
    } else {
      qm_label_clear (&best);
      best = label;
      least = n + 1;
    }
  }
  best.whole = best.layout != NULL ? name : NULL;
  return best;
}

gboolean
qm_row_name_has_figures (const QmPanel *panel, const QmClaim *claim)
{
  g_autofree char *difference = qm_wording_difference (panel, claim);
  const char *label = qm_text_get (claim->label);
  const char *in_it = label != NULL ? strstr (difference, label) : NULL;

  for (const char *at = difference; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)) &&
        (in_it == NULL || at < in_it || at >= in_it + strlen (label)))
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

/* The entity's short name with what tells it apart, to which what the claim is called may belong;
 * of these two the longer is shortened, else the other, and nothing else. */
static QmLabel
label_of_short_name (const QmStyle *style, QmTextRole role, const QmPanel *panel,
                     const QmClaim *claim, double width, double height)
{
  const char *name = claim->entity != NULL ? qm_text_get (claim->entity->short_name) : NULL;
  const char *names[] = { name, qm_text_get (claim->label) };
  g_autofree char *words = qm_wording_row (panel, claim, name);
  QmLabel label = qm_label_name (style, role, words, width, height), part = { 0 };

  if (!qm_label_is_shortened (&label))
    return label;
  if (name != NULL && names[1] != NULL && strlen (names[1]) > strlen (name)) {
    names[0] = names[1];
    names[1] = name;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names) && part.layout == NULL; i++)
    if (names[i] != NULL && strstr (words, names[i]) != NULL)
      part = label_of_part (style, role, words, names[i], width, height);
  if (part.layout == NULL && qm_row_name_has_figures (panel, claim))
    part = label_of_all (style, role, words, width, height);
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
  g_autofree char *words = qm_wording_row (panel, claim, NULL);
  QmLabel label = qm_label_name (style, role, words, width, height);

  if (qm_label_is_shortened (&label) && claim->to_entity == NULL &&
      (entity != NULL || qm_row_name_has_figures (panel, claim))) {
    qm_label_clear (&label);
    label = label_of_short_name (style, role, panel, claim, width, height);
  }
  label.names = entity;
  return label;
}
