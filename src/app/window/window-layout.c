#include "app/chart-view/card.h"
#include "app/widgets/access.h"
#include "app/window/window-private.h"
#include "base/words.h"

static guint layout_changed_signal;

/* --- The problems of the file --- */

static gboolean
are_problems_shown (QmWindow *self)
{
  return self->problems != NULL && gtk_widget_get_visible (GTK_WIDGET (self->problems));
}

/* Between the page and the messages. */
static void
add_problems (QmWindow *self)
{
  GtkWidget *problems = g_object_new (QM_TYPE_PROBLEMS, "visible", FALSE, NULL);

  self->problems = QM_PROBLEMS (problems);
  gtk_overlay_add_overlay (self->overlay, problems);
  gtk_overlay_set_measure_overlay (self->overlay, problems, TRUE);
  gtk_widget_insert_before (problems, GTK_WIDGET (self->overlay), GTK_WIDGET (self->message_bar));
  qm_problems_set_document (self->problems, self->document);
}

/* Where the problems are, it would say the same again. */
static void
show_notice (QmWindow *self, gboolean is_shown)
{
  if (self->file_notice != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->file_notice), is_shown);
}

void
qm_window_set_problems_shown (QmWindow *self, gboolean is_shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean gives_focus;

  if (are_problems_shown (self) == is_shown)
    return;
  if (self->problems == NULL)
    add_problems (self);

  gives_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->problems));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_split), !is_shown);
  show_notice (self, !is_shown);
  if (gives_focus &&
      (self->file_notice == NULL ||
       !gtk_widget_child_focus (GTK_WIDGET (self->file_notice), GTK_DIR_TAB_FORWARD)))
    gtk_widget_child_focus (GTK_WIDGET (self->column), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-pane", !is_shown);
}

static void
show_problems (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  qm_window_set_problems_shown (QM_WINDOW (widget), g_variant_get_boolean (parameter));
}

/* --- As it was left --- */

/* Presenting is no layout to come back to, nor is reading. */
void
qm_window_layout_changed (QmWindow *self)
{
  if (self->session != NULL && !qm_presentation_get_active (self->presentation) &&
      !qm_window_is_reading_shown (self))
    g_signal_emit (self, layout_changed_signal, 0);
}

static void
read_layout (QmWindow *self, QmLayout *layout)
{
  *layout = (QmLayout) {
    .is_maximized = gtk_window_is_maximized (GTK_WINDOW (self)),
    .is_sidebar_open = qm_split_get_open_beside (self->sidebar_split),
    .is_evidence_open = qm_split_get_open_beside (self->evidence_split),
    .sidebar_width = qm_split_get_pane_width (self->sidebar_split),
    .evidence_width = qm_split_get_pane_width (self->evidence_split),
    .page = g_intern_string (gtk_stack_get_visible_child_name (self->pages)),
  };
  gtk_window_get_default_size (GTK_WINDOW (self), &layout->width, &layout->height);
}

void
qm_window_get_layout (QmWindow *self, QmLayout *layout)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  if (qm_presentation_get_active (self->presentation) || qm_window_is_reading_shown (self))
    *layout = self->layout;
  else
    read_layout (self, layout);
}

static void
lay_out_split (QmSplit *split, gboolean is_open, int width)
{
  qm_split_set_open_beside (split, is_open);
  if (width > 0)
    qm_split_set_pane_width (split, width);
}

void
qm_window_lay_out (QmWindow *self)
{
  const QmLayout *layout = &self->layout;

  lay_out_split (self->sidebar_split, layout->is_sidebar_open, layout->sidebar_width);
  lay_out_split (self->evidence_split, layout->is_evidence_open, layout->evidence_width);
  qm_chart_panes_set_has_evidence (self->panes, qm_split_get_open (self->evidence_split));
  if (layout->page != NULL)
    gtk_stack_set_visible_child_name (self->pages, layout->page);
}

void
qm_window_set_layout (QmWindow *self, const QmLayout *layout)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  self->layout = *layout;
  if (layout->width > 0 && layout->height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), layout->width, layout->height);
  if (layout->is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  if (self->session != NULL)
    qm_window_lay_out (self);
}

/* --- The panes and the page between them --- */

void
qm_window_fill_evidence (QmWindow *self)
{
  if (self->is_complete && qm_split_get_open (self->evidence_split))
    qm_evidence_set_session (self->evidence, self->session);
}

/* The button says whether its pane is open, and gets the focus that the pane had. */
static void
pane_open_cb (QmWindow *self, GParamSpec *property G_GNUC_UNUSED, QmSplit *split)
{
  gboolean is_sidebar = split == self->sidebar_split;
  GtkWidget *button = is_sidebar ? self->sidebar_button : self->evidence_button;
  GtkWidget *pane = is_sidebar ? GTK_WIDGET (self->sidebar) : GTK_WIDGET (self->evidence);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_open = qm_split_get_open (split);

  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  if (!is_sidebar) {
    qm_chart_panes_set_has_evidence (self->panes, is_open);
    qm_window_fill_evidence (self);
  }
  if (!is_open && focus != NULL && gtk_widget_is_ancestor (focus, pane))
    gtk_widget_grab_focus (button);
  qm_window_layout_changed (self);
}

/* To who is at neither: the button tells it, and where a pane lies over the page the focus goes to
 * it.
 */
static void
announce_pane (QmWindow *self, QmSplit *split, GtkWidget *button, const char *name)
{
  g_autofree char *text = qm_access_word_toggle (name, qm_split_get_open (split));

  if (!qm_split_is_overlay (split) && gtk_window_get_focus (GTK_WINDOW (self)) != button)
    qm_access_announce (GTK_WIDGET (self), text);
}

static void
toggle_sidebar (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_split_set_open (self->sidebar_split, !qm_split_get_open (self->sidebar_split));
  if (qm_split_get_open (self->sidebar_split) && qm_split_is_overlay (self->sidebar_split))
    qm_search_pane_focus_selected (self->sidebar);
  announce_pane (self, self->sidebar_split, self->sidebar_button, _ ("List of charts"));
}

static void
toggle_evidence (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_window_set_problems_shown (self, FALSE);
  qm_window_set_reading_shown (self, FALSE);
  qm_split_set_open (self->evidence_split, !qm_split_get_open (self->evidence_split));
  if (qm_split_get_open (self->evidence_split) && qm_split_is_overlay (self->evidence_split))
    gtk_widget_child_focus (GTK_WIDGET (self->evidence), GTK_DIR_TAB_FORWARD);
  announce_pane (self, self->evidence_split, self->evidence_button, _ ("Evidence"));
}

static gboolean
close_overlay (QmSplit *split)
{
  if (!qm_split_is_overlay (split) || !qm_split_get_open (split))
    return FALSE;

  qm_split_set_open (split, FALSE);
  return TRUE;
}

/* Whatever lies over the chart goes first, the selection last. */
static gboolean
close_topmost (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (self->session != NULL && qm_search_pane_stop (self->sidebar))
    return TRUE;
  if (close_overlay (self->sidebar_split))
    return TRUE;
  if (self->session == NULL)
    return FALSE;
  if (are_problems_shown (self)) {
    qm_window_set_problems_shown (self, FALSE);
    return TRUE;
  }
  if (qm_window_is_reading_shown (self)) {
    qm_window_set_reading_shown (self, FALSE);
    return TRUE;
  }
  if (close_overlay (self->evidence_split))
    return TRUE;
  if (qm_chart_view_close_card (qm_chart_panes_get_front (self->panes))) {
    qm_access_announce (widget, _ ("Card closed"));
    return TRUE;
  }
  if (qm_session_get_selected (self->session) == NULL)
    return FALSE;
  qm_session_select (self->session, NULL);
  return TRUE;
}

/* From the list of charts to the page, to the evidence, and around. */
static void
go_to_next_pane (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  GtkWidget *panes[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->pages),
                         GTK_WIDGET (self->evidence) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gsize from = 2;

  if (focus != NULL && gtk_widget_is_ancestor (focus, panes[0]))
    from = 0;
  else if (focus != NULL && !gtk_widget_is_ancestor (focus, panes[2]) &&
           gtk_widget_is_ancestor (focus, GTK_WIDGET (self->evidence_split)))
    from = 1;
  for (gsize i = 1; i <= G_N_ELEMENTS (panes); i++) {
    GtkWidget *pane = panes[(from + i) % G_N_ELEMENTS (panes)];

    if (gtk_widget_get_child_visible (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
      return;
  }
}

static gboolean
focus_page_cb (gpointer self)
{
  GtkWidget *page = gtk_stack_get_visible_child (QM_WINDOW (self)->pages);

  if (!qm_access_has_focus_within (page) && !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* The reader is in the page that was asked for, as soon as it has its rows or marks. */
static void
show_page (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  QmWindow *self = QM_WINDOW (widget);
  GtkWidget *page =
      gtk_stack_get_child_by_name (self->pages, g_variant_get_string (parameter, NULL));

  qm_window_set_problems_shown (self, FALSE);
  qm_window_set_reading_shown (self, FALSE);
  if (page == gtk_stack_get_visible_child (self->pages) && qm_access_has_focus_within (page))
    return;
  /* Out of a page that goes GTK would take the focus to whatever is near, and that be spoken. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->pages, page);
  g_idle_add_full (G_PRIORITY_LOW, focus_page_cb, g_object_ref (self), g_object_unref);
}

/* --- Messages --- */

/* How much of the height of place the widget takes, of which as much is seen as is in visible. */
static float
height_in (QmWindow *self, GtkWidget *widget, const graphene_rect_t *visible, GdkRectangle place)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) place.x, (float) place.y,
                                               (float) place.width, (float) place.height);
  graphene_rect_t part;

  return gtk_widget_get_mapped (widget) &&
                 gtk_widget_compute_bounds (widget, GTK_WIDGET (self->overlay), &part) &&
                 graphene_rect_intersection (&part, visible, &part) &&
                 graphene_rect_intersection (&part, &bounds, &part)
             ? part.size.height
             : 0;
}

/* A message that would lie on what a pinned card has to press is at the upper edge of the page, or
 * between both; and rather there than on much of a card. */
static void
leave_card (QmWindow *self, GdkRectangle *place, int top)
{
  GtkWidget *card = qm_chart_view_get_pinned_card (qm_chart_panes_get_front (self->panes));
  int ys[] = { place->y, top, 0 };
  float least_buttons = G_MAXFLOAT, least_card = G_MAXFLOAT;
  graphene_rect_t visible, buttons;

  if (card == NULL || !gtk_widget_compute_bounds (card, GTK_WIDGET (self->overlay), &visible) ||
      !gtk_widget_compute_bounds (qm_card_get_buttons (QM_CARD (card)), GTK_WIDGET (self->overlay),
                                  &buttons))
    return;
  ys[2] = CLAMP ((int) buttons.origin.y - place->height, top, place->y);
  for (gsize i = 0; i < G_N_ELEMENTS (ys); i++) {
    GdkRectangle tried = { place->x, ys[i], place->width, place->height };
    float of_buttons = height_in (self, qm_card_get_buttons (QM_CARD (card)), &visible, tried);
    float of_card = height_in (self, card, &visible, tried);

    if (of_buttons > least_buttons || (of_buttons == least_buttons && of_card >= least_card))
      continue;
    least_buttons = of_buttons;
    least_card = of_card;
    place->y = ys[i];
  }
}

/* They are about the page, and in the middle of it, at its lower edge, where it is seen: a hint
 * that stands below it can be read beside them. */
static gboolean
place_message_cb (QmWindow *self, GtkWidget *widget, GdkRectangle *place)
{
  GtkWidget *overlay = GTK_WIDGET (self->overlay), *pages = GTK_WIDGET (self->pages);
  int room = gtk_widget_get_width (overlay), least, natural, bottom;
  graphene_rect_t page;

  if (widget != GTK_WIDGET (self->message_bar) || !gtk_widget_get_mapped (pages) ||
      !gtk_widget_compute_bounds (pages, overlay, &page))
    return FALSE;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  place->width = MIN (MAX (least, MIN (natural, (int) page.size.width)), MAX (room, least));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL,
                      NULL);
  place->x = (int) (page.origin.x + (page.size.width - (float) place->width) / 2);
  place->x = CLAMP (place->x, 0, MAX (room - place->width, 0));
  bottom = MIN (gtk_widget_get_height (overlay), (int) (page.origin.y + page.size.height));
  place->y = MAX (bottom - place->height, 0);
  leave_card (self, place, (int) page.origin.y);
  return TRUE;
}

/* --- Presenting --- */

static void
present (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmPresentation *presentation = QM_WINDOW (widget)->presentation;

  qm_presentation_set_active (presentation, !qm_presentation_get_active (presentation));
}

/* What is above and below the page. */
static void
show_around_page (QmWindow *self, gboolean is_shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (self->pages))
      gtk_widget_set_visible (child, is_shown);
  show_notice (self, is_shown);
}

static void
begin_presenting (QmWindow *self)
{
  qm_window_set_problems_shown (self, FALSE);
  qm_window_set_reading_shown (self, FALSE);
  read_layout (self, &self->layout);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->panes));
  qm_split_set_open (self->sidebar_split, FALSE);
  qm_split_set_open_beside (self->sidebar_split, FALSE);
  qm_split_set_open (self->evidence_split, FALSE);
  qm_split_set_open_beside (self->evidence_split, FALSE);
}

static void
end_presenting (QmWindow *self)
{
  qm_window_lay_out (self);
  qm_search_pane_focus_selected (self->sidebar);
}

/* Nothing but the chart while presenting, and nothing that brings up more; then all as it was. */
static void
presenting_cb (QmWindow *self)
{
  static const char *const actions[] = {
    "win.find",      "win.toggle-sidebar", "win.page",         "win.toggle-evidence",
    "win.next-pane", "win.edit-entry",     "win.remove-entry", "win.edit-chart",
    "win.add-entry", "win.move-chart",     "win.paste-chart",  "win.paste-text",
    "win.keep-view"
  };
  gboolean is_presenting = qm_presentation_get_active (self->presentation);

  if (is_presenting)
    begin_presenting (self);
  else
    end_presenting (self);
  show_around_page (self, !is_presenting);
  qm_message_bar_hold (self->message_bar, is_presenting);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_presenting);
}

/* --- The class --- */

void
qm_window_class_add_layout (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  layout_changed_signal = qm_widgets_add_signal (klass, "layout-changed", 0);

  gtk_widget_class_bind_template_callback_full (widget_class, "layout_changed_cb",
                                                G_CALLBACK (qm_window_layout_changed));
  gtk_widget_class_bind_template_callback (widget_class, pane_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_message_cb);
  gtk_widget_class_bind_template_callback (widget_class, presenting_cb);

  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.toggle-evidence", NULL, toggle_evidence);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, go_to_next_pane);
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.show-problems", "b", show_problems);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_topmost, NULL);
}
