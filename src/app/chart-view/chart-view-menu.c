/* What is there is edited where it is seen: by a double click, and by the menu of a mark, a name or
 * the chart. */
#include "app/chart-view/chart-view-private.h"

#include "app/chart-view/chart-menu.h"
#include "app/pages/claim-menu.h"
#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/context-menu.h"

/* --- Of what --- */

static const QmEntity *
name_at (QmChartView *self, double x, double y)
{
  return self->picture.scene != NULL
             ? qm_scene_pick_target (self->picture.scene, QM_TARGET_NAME, (QmPoint) { x, y }, 0)
             : NULL;
}

static const QmClaim *
claim_of (QmChartView *self, int mark)
{
  return mark != QM_NO_MARK ? qm_chart_picture_get_mark (&self->picture, mark)->datum : NULL;
}

/* TRUE on the words above the marks and below them. */
static gboolean
is_on_words (QmChartView *self, double x, double y)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (self->picture.scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].part != QM_PART_PICTURE && shapes[i].layout != NULL &&
        qm_rect_contains (shapes[i].bounds, (QmPoint) { x, y }))
      return TRUE;
  return FALSE;
}

/* --- By a double click --- */

static void
edit_entry (QmChartView *self, const char *section, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-entry", "(ss)", section, id);
}

void
qm_chart_view_edit_at (QmChartView *self, int mark, double x, double y)
{
  const QmEntity *entity = name_at (self, x, y);
  const QmClaim *claim = claim_of (self, mark);

  if (entity != NULL)
    edit_entry (self, "entities", entity->id);
  else if (claim != NULL)
    edit_entry (self, "claims", claim->id);
  else if (is_on_words (self, x, y))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-chart", NULL);
}

/* --- By the menu --- */

static void
open_menu (QmChartView *self, int mark, const QmEntity *entity, GdkRectangle place)
{
  const QmClaim *claim = entity == NULL ? claim_of (self, mark) : NULL;
  g_autoptr (GMenuModel) model = claim != NULL
                                     ? qm_claim_menu_new (self->picture.chart, claim, TRUE)
                                     : qm_chart_menu_new (entity);

  qm_context_menu_open (GTK_WIDGET (self), model, GTK_WIDGET (self), place);
}

static void
pressed_cb (GtkGestureClick *click, int n_press G_GNUC_UNUSED, double x, double y,
            QmChartView *self)
{
  int mark;

  if (self->picture.scene == NULL ||
      qm_chart_view_point_at (self, x, y, &mark) == QM_POINTED_AT_CARD)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  if (mark != QM_NO_MARK)
    qm_chart_view_press (self, mark);
  open_menu (self, mark, name_at (self, x, y), (GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* The mark that has the focus; elsewhere the keys are those of the text. */
static gboolean
open_by_key (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  QmChartView *self = QM_CHART_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int mark = qm_chart_view_get_focused_mark (self);
  QmRect place = { 12, 12, 1, 1 };

  if (focus != widget && focus != self->others && mark == QM_NO_MARK)
    return FALSE;
  if (mark != QM_NO_MARK)
    place = qm_chart_picture_get_mark (&self->picture, mark)->bounds;
  open_menu (self, mark, NULL,
             (GdkRectangle) { (int) place.x, (int) place.y, (int) MIN (place.width, 24),
                              (int) place.height });
  return TRUE;
}

/* --- What the menu of a mark does --- */

static void
cite (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmChartView *self = QM_CHART_VIEW (widget);

  if (self->current < (int) self->n_marks)
    qm_cite_menu_copy_usual (widget, (QmCited) { .claim = claim_of (self, self->current) });
}

/* The mark that has the focus and is seen to have it; else the chart. */
static void
edit (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmChartView *self = QM_CHART_VIEW (widget);
  const QmClaim *claim =
      claim_of (self, self->is_on_ground ? QM_NO_MARK : qm_chart_view_get_focused_mark (self));

  if (claim != NULL)
    edit_entry (self, "claims", claim->id);
  else
    gtk_widget_activate_action (widget, "win.edit-chart", NULL);
}

void
qm_chart_view_class_add_menu (QmChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "claim.cite", NULL, cite);
  gtk_widget_class_install_action (widget_class, "claim.edit", NULL, edit);
  qm_address_menu_add_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, open_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, open_by_key, NULL);
}

void
qm_chart_view_add_menu (QmChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
