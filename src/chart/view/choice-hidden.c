/* Entities that are not seen. Missing is not zero: whoever is hidden is named. */
#include "chart/view/choice.h"

#include "base/words.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

/* NULL, with error set, where that names nobody who can be hidden besides those who are. */
static const QmEntity *
read_entity (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  const char *id = cJSON_GetStringValue (element);
  const QmEntity *entity;

  if (id == NULL) {
    qm_choice_fail (error, _ ("the view's “%s” is a list of texts"), key);
    return NULL;
  }
  entity = qm_choice_find_entity (reading, key, id, error);
  if (entity == NULL)
    return NULL;
  if (qm_view_is_hidden (&reading->view, entity)) {
    qm_choice_fail (error, _ ("the view's “%s” names “%s” twice"), key, id);
    return NULL;
  }
  if (!qm_choice_is_offered (reading, reading->offers->entities, entity)) {
    qm_choice_fail (error, _ ("“%s” cannot be hidden in the chart “%s”"), id, reading->chart->id);
    return NULL;
  }
  return entity;
}

static gboolean
add_one (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  const QmEntity *entity = read_entity (reading, element, key, error);

  if (entity != NULL)
    qm_view_add_hidden (&reading->view, entity);
  return entity != NULL;
}

static gboolean
hide_one (QmViewReading *reading, const cJSON *element, const char *key, GError **error)
{
  const QmEntity *entity = read_entity (reading, element, key, error);

  return entity != NULL && qm_view_hide (&reading->view, reading->chart, entity, error);
}

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  if (!cJSON_IsArray (member))
    return qm_choice_fail (error, _ ("the view's “%s” is a list of texts"), member->string);
  /* All at once: to hide each by itself would be to look at the whole chart for each. */
  if (!qm_choice_read_each (reading, member, add_one, error))
    return FALSE;
  if (reading->chart == NULL || qm_view_shows_any (&reading->view, reading->chart))
    return TRUE;
  g_clear_pointer (&reading->view.hidden, g_ptr_array_unref);
  return qm_choice_read_each (reading, member, hide_one, error);
}

static cJSON *
write_choice (const QmView *view)
{
  cJSON *list;

  if (view->hidden == NULL || view->hidden->len == 0)
    return NULL;
  list = cJSON_CreateArray ();
  for (guint i = 0; i < view->hidden->len; i++)
    cJSON_AddItemToArray (list,
                          cJSON_CreateString (((const QmEntity *) view->hidden->pdata[i])->id));
  return list;
}

/* --- Offering --- */

static void
collect_entities (GPtrArray *entities, const QmClaim *claim)
{
  if (claim->entity != NULL)
    g_ptr_array_add (entities, (gpointer) claim->entity);
  if (claim->to_entity != NULL)
    g_ptr_array_add (entities, (gpointer) claim->to_entity);
  for (gsize i = 0; i < claim->n_above; i++)
    g_ptr_array_add (entities, (gpointer) claim->above[i]);
}

/* A claim that can be drawn whatever else is hidden, or NULL: what a form draws alone it draws
 * beside any others of its panel, too. */
static const QmClaim *
find_independent (const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      QmPanel alone = chart->panels[i];
      const char *expected = NULL;

      alone.claims += j;
      alone.n_claims = 1;
      alone.form->check (&alone, &expected);
      if (expected == NULL && alone.claims[0]->n_above == 0)
        return alone.claims[0];
    }
  return NULL;
}

/* Those without which something is left. Only for those of one claim that is to stay, all of the
 * chart has to be looked at. */
static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  const QmClaim *staying = find_independent (chart);
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      collect_entities (entities, chart->panels[i].claims[j]);
  qm_view_offers_tidy (entities);

  for (guint i = 0; i < entities->len; i++) {
    const QmEntity *entity = entities->pdata[i];
    g_auto (QmView) view = qm_view_default;

    if (staying != NULL ? staying->entity != entity && staying->to_entity != entity : FALSE)
      g_ptr_array_add (offers->entities, (gpointer) entity);
    else if (qm_view_hide (&view, chart, entity, NULL))
      g_ptr_array_add (offers->entities, (gpointer) entity);
  }
}

/* --- Hiding --- */

/* An order is told by those above as much as by the one below. */
static gboolean
is_order_left (const QmView *view, const QmClaim *claim)
{
  for (gsize i = 0; i < claim->n_above; i++)
    if (!qm_view_is_hidden (view, claim->above[i]))
      return TRUE;
  return claim->n_above == 0;
}

static gboolean
shows (const QmView *view, const QmClaim *claim)
{
  return view->hidden == NULL ||
         (!qm_view_is_hidden (view, claim->entity) && !qm_view_is_hidden (view, claim->to_entity) &&
          is_order_left (view, claim));
}

/* Orders tell of those only that are left. */
static void
apply (QmViewedChart *viewed, const QmPanel *panel G_GNUC_UNUSED, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len && viewed->view->hidden != NULL; i++) {
    const QmClaim *claim = claims->pdata[i];

    if (claim->n_above > 0)
      claims->pdata[i] = qm_viewed_shorten (viewed, claim);
  }
}

/* --- Telling --- */

/* Those of whom there would be more to see. Element const QmEntity *. */
static GHashTable *
find_missed (const QmViewedChart *viewed)
{
  const QmMeasure *measure = viewed->view->measure;
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  GHashTable *missed = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < viewed->original->n_panels; i++)
    for (gsize j = 0; j < viewed->original->panels[i].n_claims; j++) {
      const QmClaim *claim = viewed->original->panels[i].claims[j];

      if (measure == NULL || claim->measure == measure)
        collect_entities (entities, claim);
    }
  for (guint i = 0; i < entities->len; i++)
    g_hash_table_add (missed, entities->pdata[i]);
  return missed;
}

static char *
tell (const QmViewedChart *viewed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const GPtrArray *hidden = viewed->view->hidden;
  const char *const *name;
  g_autoptr (GHashTable) missed = NULL;

  if (hidden == NULL)
    return NULL;
  missed = find_missed (viewed);
  for (guint i = 0; i < hidden->len; i++)
    if (g_hash_table_contains (missed, hidden->pdata[i]))
      g_ptr_array_add (names,
                       (gpointer) qm_text_get (((const QmEntity *) hidden->pdata[i])->short_name));
  name = (const char *const *) names->pdata;

  switch (names->len) {
  case 0:
    return NULL;
  case 1:
    /* Translators: a chart that shows everybody but one */
    return g_strdup_printf (_ ("without %s"), name[0]);
  case 2:
    return g_strdup_printf (_ ("without %s and %s"), name[0], name[1]);
  case 3:
    return g_strdup_printf (_ ("without %s, %s and %s"), name[0], name[1], name[2]);
  default:
    return g_strdup_printf (
        ngettext ("without %s, %s and %u other", "without %s, %s and %u others", names->len - 2),
        name[0], name[1], names->len - 2);
  }
}

const QmChoice qm_choice_hidden = {
  .key = "hidden",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .shows = shows,
  .apply = apply,
  .tell = tell,
  .place = 3,
};
