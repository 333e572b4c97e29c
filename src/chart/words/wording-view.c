/* What a reader has chosen of a chart, in words. */
#include "chart/words/wording.h"

#include "base/format.h"
#include "base/words.h"
#include "chart/view/author-view.h"
#include "chart/view/choice.h"
#include "chart/view/form.h"
#include "chart/words/wording-private.h"

#include <string.h>

char *
qm_wording_nothing (const QmView *view)
{
  g_autofree char *span = qm_format_span (view->from, view->to);

  /* Translators: of a part of a timeline in which nothing happens, "2019 to Jun 2025" */
  return g_strdup_printf (_ ("nothing from %s"), span);
}

char *
qm_wording_view (const QmViewedChart *viewed)
{
  char *told[QM_N_VIEW_CHOICES] = { NULL };
  char *words;

  for (gsize i = 0; qm_choices[i] != NULL; i++)
    if (qm_choices[i]->tell != NULL)
      told[qm_choices[i]->place] = qm_choices[i]->tell (viewed);
  words = qm_wording_join ((const char *const *) told, QM_N_VIEW_CHOICES);
  for (gsize i = 0; i < QM_N_VIEW_CHOICES; i++)
    g_free (told[i]);
  return words;
}

/* --- Notes --- */

/* "US", "US to China"; NULL where it is of no one. */
static char *
whose_in_short (const QmClaim *claim)
{
  if (claim->entity == NULL)
    return NULL;
  if (claim->to_entity == NULL)
    return g_strdup (qm_text_get (claim->entity->short_name));
  /* Translators: whose ratio it is, "United States to China" for 6 to 1 */
  return g_strdup_printf (_ ("%s to %s"), qm_text_get (claim->entity->short_name),
                          qm_text_get (claim->to_entity->short_name));
}

/* "China, 2030, 40%": in as few words as tell it from others. */
static char *
name_claim (const QmClaim *claim)
{
  g_autofree char *entity = whose_in_short (claim);
  g_autofree char *subject = qm_wording_subject (claim);
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *value = qm_wording_value (claim);
  const char *const parts[] = { entity != NULL ? entity : subject, time, value };

  if (value == NULL)
    return g_strdup (qm_text_get (claim->label != NULL ? claim->label : claim->statement));
  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_note (const QmViewedChart *viewed, const QmClaim *claim)
{
  g_autofree char *name = name_claim (claim);
  const char *text = qm_viewed_note (viewed, claim);

  if (qm_author_view_wrote_note (viewed, claim))
    /* Translators: a note that the dataset has on a figure, "China, 2030, 40%" */
    return g_strdup_printf (_ ("Note on %s: %s"), name, text);
  /* Translators: a note that the reader has written on a figure, "China, 2030, 40%" */
  return g_strdup_printf (_ ("Reader’s note on %s: %s"), name, text);
}

char *
qm_wording_notes (const QmViewedChart *viewed, const GPtrArray *call_outs)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean is_any_readers = FALSE;

  for (guint i = 0; i < call_outs->len; i++) {
    const QmCallOut *call_out = call_outs->pdata[i];
    const QmClaim *claim = qm_viewed_find (viewed, call_out->claim);
    g_autofree char *name = name_claim (claim);

    is_any_readers |= !qm_author_view_wrote_note (viewed, claim);
    g_string_append_printf (list, "%s(%u) %s: %s", i > 0 ? "  " : "", i + 1, name,
                            qm_call_out_get_text (call_out));
  }
  if (call_outs->len == 0)
    return g_strdup ("");
  if (!is_any_readers)
    /* Translators: followed by notes that the dataset has on figures of a chart */
    return g_strdup_printf (
        ngettext ("Note in the chart: %s", "Notes in the chart: %s", call_outs->len), list->str);
  /* Translators: followed by notes that the reader of a chart has written on it */
  return g_strdup_printf (ngettext ("Reader’s note: %s", "Reader’s notes: %s", call_outs->len),
                          list->str);
}

/* NULL where every scale does. */
static const char *
tell_of_zero (const QmViewedChart *viewed)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++) {
    const QmPanel *panel = &viewed->chart.panels[i];
    const QmForm *form = qm_form_of (panel);

    if (form->leaves_zero != NULL && form->leaves_zero (panel, viewed->view))
      return _ ("the scale does not begin at 0");
  }
  return NULL;
}

/* The bases of indexes, which figures in a chart are without: "2015 = 100". Unless the author tells
 * them; NULL where there are none. */
static char *
tell_of_bases (const QmViewedChart *viewed)
{
  const char *subtitle = qm_text_get (viewed->chart.subtitle);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GString *bases = g_string_new (NULL);

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++) {
      const QmUnit *unit = &viewed->chart.panels[i].claims[j]->unit;
      g_autofree char *base = NULL;

      if (unit->kind != QM_UNIT_INDEX || !g_hash_table_add (told, (gpointer) unit->name))
        continue;
      base = qm_wording_unit (unit);
      if (subtitle == NULL || strstr (subtitle, base) == NULL)
        g_string_append_printf (bases, "%s%s", bases->len > 0 ? "; " : "", base);
    }
  return g_string_free (bases, bases->len == 0);
}

/* "China = 1" */
static gboolean
begins_with_name (const QmViewedChart *viewed, const char *words)
{
  const QmEntity *one = viewed->view->relative_to;

  return one != NULL && g_str_has_prefix (words, qm_text_get (one->short_name));
}

char *
qm_wording_subtitle (const QmViewedChart *viewed, gboolean is_brief)
{
  g_autofree char *view = qm_wording_view (viewed);
  g_autofree char *disputes = qm_wording_disputes (viewed, is_brief);
  g_autofree char *bases = tell_of_bases (viewed);
  const char *const parts[] = { qm_text_get (viewed->chart.subtitle), bases, view,
                                tell_of_zero (viewed), disputes };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", parts[i]);
  /* The author's words and names begin as they are written. */
  if (text->len == 0 || viewed->chart.subtitle != NULL || begins_with_name (viewed, text->str))
    return g_strdup (text->str);
  return qm_wording_begin_sentence (text->str);
}
