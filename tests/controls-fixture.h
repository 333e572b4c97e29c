/* A window, and the controls of what it shows. */
#pragma once

#include "app/controls/view-controls.h"
#include "window-fixture.h"

/* The control of that name among those that can be seen. */
static inline GtkWidget *
control (WindowFixture *fixture, const char *name)
{
  GtkWidget *controls = find_widget (GTK_WIDGET (fixture->window), QM_TYPE_VIEW_CONTROLS);
  GtkWidget *widget =
      GTK_WIDGET (gtk_widget_get_template_child (controls, QM_TYPE_VIEW_CONTROLS, name));

  g_assert_nonnull (widget);
  return widget;
}
