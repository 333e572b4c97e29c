#include "app/editing/edit-menu.h"

#include "base/words.h"
#include "chart/words/wording.h"

static void
append_item (GMenu *menu, const char *label, const char *action, const char *section,
             const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(ss)", section, id);
  g_menu_append_item (menu, item);
}

static void
append (GMenu *menu, const char *words, const char *section, const char *id)
{
  /* Translators: %s is what is to be edited: a country, a measure, a source */
  g_autofree char *label = g_strdup_printf (_ ("%s…"), words);

  append_item (menu, label, "win.edit-entry", section, id);
}

/* Each source once. */
static void
append_sources (GMenu *menu, const QmClaim *claim)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    const QmSource *source = claim->citations[i].source;
    g_autofree char *name = qm_wording_source (source);

    if (g_hash_table_add (seen, (gpointer) source))
      append (menu, name, "sources", source->id);
  }
}

GMenuModel *
qm_edit_menu_new (const QmClaim *claim)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  const QmEntity *const entities[] = { claim->entity, claim->to_entity };

  append (menu, _ ("This claim"), "claims", claim->id);
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (entities[i] != NULL)
      append (menu, qm_text_get (entities[i]->name), "entities", entities[i]->id);
  if (claim->measure != NULL)
    append (menu, qm_text_get (claim->measure->name), "measures", claim->measure->id);
  append_sources (menu, claim);
  append_item (last, _ ("Remove this claim"), "win.remove-entry", "claims", claim->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}
