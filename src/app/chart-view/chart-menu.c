#include "app/chart-view/chart-menu.h"

#include "base/words.h"

GMenuModel *
qm_chart_menu_new (const QmEntity *entity)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new (), copy = g_menu_new (), export = g_menu_new ();

  if (entity != NULL) {
    /* Translators: %s is a country or a firm, whose name and colour are to be edited */
    g_autofree char *label = g_strdup_printf (_ ("Edit %s…"), qm_text_get (entity->name));
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "win.edit-entry", "(ss)", "entities", entity->id);
    g_menu_append_item (edit, item);
  }
  g_menu_append (edit, _ ("Edit chart…"), "win.edit-chart");
  g_menu_append (edit, _ ("Show it so to all readers"), "win.keep-view");
  g_menu_append (copy, _ ("Copy image"), "win.copy-image");
  g_menu_append (copy, _ ("Copy chart"), "win.copy-chart");
  g_menu_append (copy, _ ("Copy chart to…"), "win.copy-chart-to");
  g_menu_append (copy, _ ("Paste chart"), "win.paste-chart");
  g_menu_append (copy, _ ("Save chart as a dataset…"), "win.save-chart");
  g_menu_append (export, _ ("Export…"), "win.export");
  g_menu_append (export, _ ("Present"), "win.present");
  g_menu_append (export, _ ("Reset view"), "view.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (export));
  return G_MENU_MODEL (menu);
}
