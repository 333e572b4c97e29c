/* A button with the addresses of the sources of a claim, or of one source, to be copied or opened.
 * Nothing is opened but by its own button, and each address can be read before. The widget takes no
 * room where there is no address. */
#pragma once

#include "app/widgets/bin.h"
#include "chart/words/cite.h"

#define QM_TYPE_ADDRESS_MENU (qm_address_menu_get_type ())
G_DECLARE_FINAL_TYPE (QmAddressMenu, qm_address_menu, QM, ADDRESS_MENU, QmBin)

void qm_address_menu_set_cited (QmAddressMenu *self, QmCited cited);

/* The address to be read, on as many lines as it takes. */
GtkWidget *qm_address_menu_label_new (const char *url);

/* For a widget in a window, which says what came of it. */
void qm_address_menu_copy (GtkWidget *widget, const char *url);
void qm_address_menu_open (GtkWidget *widget, const char *url);

/* In class_init, for the items of a menu: "claim.copy-address" and "claim.open-address", each with
 * an address. */
void qm_address_menu_add_actions (GtkWidgetClass *widget_class);
