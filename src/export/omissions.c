#include "export/omissions.h"

#include "base/words.h"
#include "scene/typeset.h"

#include <string.h>

/* As many texts as a sentence can quote. */
#define MAX_QUOTED 3

typedef struct {
  const QmChart *chart;
  GPtrArray *shortened; /* element char *: texts that end early, whole */
  GPtrArray *dropped;   /* element char *: those that are not there */
  guint n_claims;       /* that are only counted */
  gboolean has_others;  /* not all of these are figures */
  guint n_sources;      /* that are not named */
} Omission;

struct _QmOmissions {
  GArray *charts; /* element Omission */
};

static void
clear_omission (gpointer data)
{
  Omission *omission = data;

  g_ptr_array_unref (omission->shortened);
  g_ptr_array_unref (omission->dropped);
}

QmOmissions *
qm_omissions_new (void)
{
  QmOmissions *omissions = g_new (QmOmissions, 1);

  omissions->charts = g_array_new (FALSE, FALSE, sizeof (Omission));
  g_array_set_clear_func (omissions->charts, clear_omission);
  return omissions;
}

void
qm_omissions_free (QmOmissions *omissions)
{
  if (omissions == NULL)
    return;
  g_array_unref (omissions->charts);
  g_free (omissions);
}

/* A text of the chart may stand within a longer one of the picture. */
static gboolean
is_shortened (const Omission *omission, const char *text)
{
  for (guint i = 0; i < omission->shortened->len; i++)
    if (strstr (omission->shortened->pdata[i], text) != NULL)
      return TRUE;
  return FALSE;
}

static void
note_left_out (Omission *omission, const QmLeftOut *left_out)
{
  const QmEntity *entity = left_out->what;
  const QmClaim *claim = left_out->what;

  switch (left_out->kind) {
  case QM_LEFT_OUT_DATUM:
    omission->n_claims++;
    omission->has_others = omission->has_others || claim->kind != QM_CLAIM_FIGURE;
    break;
  case QM_LEFT_OUT_SOURCE:
    omission->n_sources++;
    break;
  case QM_LEFT_OUT_NAME:
    g_ptr_array_add (omission->dropped, g_strdup (qm_text_get (entity->name)));
    break;
  case QM_LEFT_OUT_TEXT:
    if (!is_shortened (omission, left_out->what))
      g_ptr_array_add (omission->dropped, g_strdup (left_out->what));
    break;
  case QM_LEFT_OUT_FORM:
    break;
  case QM_LEFT_OUT_END:
    if (!is_shortened (omission, left_out->what))
      g_ptr_array_add (omission->shortened, g_strdup (left_out->what));
    break;
  }
}

void
qm_omissions_note (QmOmissions *omissions, const QmChart *chart, const QmScene *scene)
{
  Omission omission = { .chart = chart };
  gsize n_shapes, n_left_out;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);

  if (omissions == NULL)
    return;
  omission.shortened = g_ptr_array_new_with_free_func (g_free);
  omission.dropped = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_TEXT && qm_typeset_is_shortened (shapes[i].layout))
      g_ptr_array_add (omission.shortened, g_strdup (pango_layout_get_text (shapes[i].layout)));
  for (gsize i = 0; i < n_left_out; i++)
    note_left_out (&omission, &left_out[i]);
  g_array_append_val (omissions->charts, omission);
}

static char *
quote (const GPtrArray *texts)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (texts->len, MAX_QUOTED); i++)
    g_string_append_printf (list, i > 0 ? ", “%s”" : "“%s”", (const char *) texts->pdata[i]);
  if (texts->len > MAX_QUOTED)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
}

/* (takes sentence) */
static void
add_sentence (GStrvBuilder *sentences, char *sentence)
{
  g_strv_builder_add (sentences, sentence);
  g_free (sentence);
}

static void
add_texts (GStrvBuilder *sentences, const Omission *omission)
{
  guint n_shortened = omission->shortened->len, n_dropped = omission->dropped->len;
  const char *chart = qm_text_get (omission->chart->name);
  g_autofree char *shortened = quote (omission->shortened);
  g_autofree char *dropped = quote (omission->dropped);

  if (n_shortened > 0)
    /* Translators: how many texts, the name of a chart, and the texts: “one”, “two”, … */
    add_sentence (
        sentences,
        g_strdup_printf (ngettext ("%u text is cut short in “%s”, where it has no room: %s",
                                   "%u texts are cut short in “%s”, where they have no room: %s",
                                   n_shortened),
                         n_shortened, chart, shortened));
  if (n_dropped > 0)
    /* Translators: the same of texts that are not in the picture at all */
    add_sentence (sentences,
                  g_strdup_printf (ngettext ("%u text has no room in “%s”: %s",
                                             "%u texts have no room in “%s”: %s", n_dropped),
                                   n_dropped, chart, dropped));
}

static void
add_counts (GStrvBuilder *sentences, const Omission *omission)
{
  const char *chart = qm_text_get (omission->chart->name);

  if (omission->n_claims > 0 && omission->has_others)
    /* Translators: how many figures, events and so on, and the name of a chart, whose picture says
     * "and 88 others" */
    add_sentence (sentences,
                  g_strdup_printf (ngettext ("%u claim of “%s” has no room and is only counted",
                                             "%u claims of “%s” have no room and are only counted",
                                             omission->n_claims),
                                   omission->n_claims, chart));
  else if (omission->n_claims > 0)
    /* Translators: the same of figures alone */
    add_sentence (sentences,
                  g_strdup_printf (ngettext ("%u figure of “%s” has no room and is only counted",
                                             "%u figures of “%s” have no room and are only counted",
                                             omission->n_claims),
                                   omission->n_claims, chart));
  if (omission->n_sources > 0)
    /* Translators: how many sources, and the name of a chart */
    add_sentence (
        sentences,
        g_strdup_printf (
            ngettext ("%u source of “%s” has no room and is only in the picture’s data",
                      "%u sources of “%s” have no room and are only in the picture’s data",
                      omission->n_sources),
            omission->n_sources, chart));
}

GStrv
qm_omissions_in_words (const QmOmissions *omissions)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < omissions->charts->len; i++) {
    const Omission *omission = &g_array_index (omissions->charts, Omission, i);

    add_counts (sentences, omission);
    add_texts (sentences, omission);
  }
  return g_strv_builder_end (sentences);
}
