#include "export/omissions.h"

#include "base/words.h"
#include "scene/text.h"

/* As many texts as a sentence can quote. */
#define MAX_QUOTED 3

typedef struct {
  const QmChart *chart;
  GPtrArray *texts; /* element char *: those that were shortened, whole */
} Omission;

struct _QmOmissions {
  GArray *charts; /* element Omission */
};

static void
clear_omission (gpointer data)
{
  g_ptr_array_unref (((Omission *) data)->texts);
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

void
qm_omissions_note (QmOmissions *omissions, const QmChart *chart, const QmScene *scene)
{
  Omission omission = { .chart = chart };
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  if (omissions == NULL)
    return;
  omission.texts = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_TEXT && qm_text_is_shortened (shapes[i].layout))
      g_ptr_array_add (omission.texts, g_strdup (pango_layout_get_text (shapes[i].layout)));
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

GStrv
qm_omissions_in_words (const QmOmissions *omissions)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < omissions->charts->len; i++) {
    const Omission *omission = &g_array_index (omissions->charts, Omission, i);
    g_autofree char *quoted = quote (omission->texts);
    g_autofree char *sentence = NULL;

    if (omission->texts->len == 0)
      continue;
    /* Translators: how many texts, the name of a chart, and the texts: “one”, “two”, … */
    sentence =
        g_strdup_printf (ngettext ("%u text is cut short in “%s”, where it has no room: %s",
                                   "%u texts are cut short in “%s”, where they have no room: %s",
                                   omission->texts->len),
                         omission->texts->len, qm_text_get (omission->chart->name), quoted);
    g_strv_builder_add (sentences, sentence);
  }
  return g_strv_builder_end (sentences);
}
