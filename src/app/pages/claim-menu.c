#include "app/pages/claim-menu.h"

#include "app/editing/edit-menu.h"
#include "app/widgets/cite-menu.h"
#include "base/words.h"
#include "chart/view/view-offers.h"

#include <string.h>

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (target != NULL)
    g_menu_item_set_action_and_target (item, action, "s", target);
  else
    g_menu_item_set_detailed_action (item, action);
  g_menu_append_item (menu, item);
}

/* --- In the chart in front --- */

static void
append_hiding (GMenu *menu, const QmChart *chart, const QmClaim *claim)
{
  const QmViewOffers *offers = qm_view_offers (chart);
  g_autofree char *label = NULL;

  if (claim->entity == NULL || !g_ptr_array_find (offers->entities, claim->entity, NULL))
    return;
  /* Translators: the button that takes a country or a firm out of the chart */
  label = g_strdup_printf (_ ("Hide %s"), qm_text_get (claim->entity->short_name));
  append (menu, label, "view.hide", claim->entity->id);
}

static GMenuModel *
create_choices (const QmChart *chart, const QmClaim *claim)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Highlight"), "view.highlight", claim->id);
  append (menu, _ ("Note…"), "view.note", claim->id);
  append_hiding (menu, chart, claim);
  return G_MENU_MODEL (menu);
}

static void
append_place (GMenu *menu, const QmChart *chart, const QmClaim *claim)
{
  if (qm_dataset_chart_has_claim (chart, claim))
    append (menu, _ ("Take out of this chart"), "win.take-out", claim->id);
  else
    append (menu, _ ("Put into this chart"), "win.put-in", claim->id);
}

/* --- Sources --- */

static GMenuModel *
create_address (const char *url)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Copy address"), "claim.copy-address", url);
  append (menu, _ ("Open address"), "claim.open-address", url);
  return G_MENU_MODEL (menu);
}

/* Of an address: whose it is stands at its beginning. */
#define MAX_CHARS 40

static char *
shorten (const char *url)
{
  g_autofree char *start = g_utf8_substring (url, 0, MIN (g_utf8_strlen (url, -1), MAX_CHARS));

  return strlen (start) < strlen (url) ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
}

/* Each address once, to be read before it is opened. NULL: there is none. */
static GMenuModel *
create_addresses (const QmClaim *claim)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) urls = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < claim->n_citations; i++) {
    const char *url = claim->citations[i].source->url;

    if (url != NULL && g_hash_table_add (urls, (gpointer) url)) {
      g_autoptr (GMenuModel) address = create_address (url);
      g_autofree char *label = shorten (url);

      g_menu_append_section (menu, label, address);
    }
  }
  return g_hash_table_size (urls) > 0 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}

/* --- The menu --- */

GMenuModel *
qm_claim_menu_new (const QmChart *chart, const QmClaim *claim, gboolean is_mark)
{
  g_autoptr (GMenuModel) addresses = create_addresses (claim);
  g_autoptr (GMenuModel) edit = qm_edit_menu_new (claim);
  g_autoptr (GMenu) first = g_menu_new ();
  g_autofree char *copy = qm_cite_menu_name_usual ();
  GMenu *menu = g_menu_new ();

  append (first, copy, "claim.cite", NULL);
  if (!is_mark)
    append (first, _ ("Show in chart"), "claim.show", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (qm_dataset_chart_has_claim (chart, claim)) {
    g_autoptr (GMenuModel) choices = create_choices (chart, claim);

    g_menu_append_section (menu, NULL, choices);
  }
  append_place (menu, chart, claim);
  g_menu_append_submenu (menu, _ ("Edit"), edit);
  /* Translators: a button with the address of a source, to be copied or opened */
  if (addresses != NULL)
    g_menu_append_submenu (menu, _ ("Link"), addresses);
  return G_MENU_MODEL (menu);
}

GMenuModel *
qm_claim_menu_new_of_source (const QmSource *source)
{
  g_autofree char *copy = qm_cite_menu_name_usual ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("Remove this source"), NULL);
  GMenu *menu = g_menu_new ();

  append (menu, copy, "claim.cite", NULL);
  append (edit, _ ("Edit…"), "claim.edit", NULL);
  g_menu_item_set_action_and_target (remove, "win.remove-entry", "(ss)", "sources", source->id);
  g_menu_append_item (edit, remove);
  if (source->url != NULL) {
    g_autoptr (GMenuModel) address = create_address (source->url);

    g_menu_append_section (menu, NULL, address);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  return G_MENU_MODEL (menu);
}
