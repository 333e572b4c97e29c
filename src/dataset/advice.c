#include "dataset/advice.h"

#include "base/words.h"

#include <cjson/cJSON.h>
#include <string.h>

static gboolean
is_about (const QmText *text, const QmEntity *entity)
{
  gsize n;
  const QmEntity *const *about = qm_text_get_about (text, &n);

  for (gsize i = 0; i < n; i++)
    if (about[i] == entity)
      return TRUE;
  return FALSE;
}

/* TRUE if name stands in words as a word of its own. */
static gboolean
has_word (const char *words, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (words, name); at != NULL; at = strstr (at + 1, name)) {
    const char *before = at > words ? g_utf8_prev_char (at) : NULL;
    gboolean begins = before == NULL || !g_unichar_isalnum (g_utf8_get_char (before));

    if (begins && !g_unichar_isalnum (g_utf8_get_char (at + length)))
      return TRUE;
  }
  return FALSE;
}

/* In any of its languages. */
static gboolean
names (const QmText *text, const QmText *name)
{
  const char *words, *variant;

  for (gsize i = 0; (words = qm_text_get_variant (text, i)) != NULL; i++)
    for (gsize j = 0; (variant = qm_text_get_variant (name, j)) != NULL; j++)
      if (has_word (words, variant))
        return TRUE;
  return FALSE;
}

/* The chart's entities, each once. Element const QmEntity *. */
static GPtrArray *
entities_of (const QmChart *chart)
{
  GPtrArray *entities = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      gpointer entity = (gpointer) chart->panels[i].claims[j]->entity;

      if (entity != NULL && g_hash_table_add (known, entity))
        g_ptr_array_add (entities, entity);
    }
  return entities;
}

static void
free_advice (gpointer data)
{
  QmAdvice *advice = data;

  g_free (advice->pointer);
  g_free (advice->sentence);
  g_free (advice);
}

/* (takes sentence) */
static void
add_advice (GPtrArray *advice, const char *pointer, char *sentence)
{
  QmAdvice *one = g_new (QmAdvice, 1);

  *one = (QmAdvice){ g_strdup (pointer), sentence };
  g_ptr_array_add (advice, one);
}

/* (takes place) */
static void
advise_on (GPtrArray *advice, const QmText *text, const GPtrArray *entities, char *place)
{
  for (guint i = 0; i < entities->len && entities->len > 1; i++) {
    const QmEntity *entity = entities->pdata[i];

    if (!is_about (text, entity) &&
        (names (text, entity->name) || names (text, entity->short_name)))
      /* Translators: a place in a file, a name, an id */
      add_advice (advice, place,
                  g_strdup_printf (_ ("%s: names “%s” and would stay while that is hidden, "
                                      "unless its “about” has “%s”"),
                                   place, qm_text_get (entity->name), entity->id));
  }
  g_free (place);
}

/* So many are named, of more than that fewer by one. */
#define MOST_NAMED 4

/* What the chart's panels list and its reader does not see. */
static void
advise_on_superseded (GPtrArray *advice, const QmChart *chart, gsize index)
{
  g_autofree char *place = g_strdup_printf ("/charts/%zu", index);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);

  if (cJSON_IsTrue (cJSON_GetObjectItemCaseSensitive (chart->view, "superseded")))
    return;
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j]->superseded_by != NULL)
        g_ptr_array_add (ids, (gpointer) chart->panels[i].claims[j]->id);
  for (guint i = 0; i < ids->len; i++) {
    gboolean is_named = ids->len <= MOST_NAMED || i < MOST_NAMED - 1;

    if (is_named)
      g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", (const char *) ids->pdata[i]);
    else if (i == MOST_NAMED - 1)
      g_string_append (list, ", …");
  }
  if (ids->len > 0)
    /* Translators: a place in a file, so many claims, their ids */
    add_advice (advice, place,
                g_strdup_printf (
                    ngettext ("%s: leaves out %u claim that is superseded, %s, unless its “view” "
                              "has “superseded”",
                              "%s: leaves out %u claims that are superseded, %s, unless its “view” "
                              "has “superseded”",
                              ids->len),
                    place, ids->len, list->str));
}

GPtrArray *
qm_dataset_advise (const QmDataset *dataset)
{
  GPtrArray *advice = g_ptr_array_new_with_free_func (free_advice);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *chart = &dataset->charts[i];
    g_autoptr (GPtrArray) entities = entities_of (chart);

    advise_on_superseded (advice, chart, i);
    advise_on (advice, chart->subtitle, entities, g_strdup_printf ("/charts/%zu/subtitle", i));
    advise_on (advice, chart->note, entities, g_strdup_printf ("/charts/%zu/note", i));
    for (gsize j = 0; j < chart->n_panels; j++) {
      const QmPanel *panel = &chart->panels[j];

      advise_on (advice, panel->subtitle, entities,
                 g_strdup_printf ("/charts/%zu/panels/%zu/subtitle", i, j));
      advise_on (advice, panel->note, entities,
                 g_strdup_printf ("/charts/%zu/panels/%zu/note", i, j));
    }
  }
  return advice;
}
