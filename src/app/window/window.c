#include "app/window/window.h"

#include "app/chart-view/mark-widget.h"
#include "app/files/open-menu.h"
#include "app/widgets/access.h"
#include "app/widgets/fitting-layout.h"
#include "app/window/window-private.h"
#include "base/words.h"

/* In pixels, until the reader has made it another. */
#define DEFAULT_WIDTH 1100
#define DEFAULT_HEIGHT 720

G_DEFINE_FINAL_TYPE (QmWindow, qm_window, GTK_TYPE_APPLICATION_WINDOW)

static guint made_anew_signal;

/* --- In step with the page and the desktop --- */

/* The sources, and a table of all claims, are those of the whole dataset, in whatever view. */
static void
show_controls (QmWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  gboolean is_table = page == GTK_WIDGET (self->table);

  gtk_widget_set_visible (GTK_WIDGET (self->controls),
                          is_table ? qm_claim_table_is_of_chart (self->table)
                                   : page != GTK_WIDGET (self->sources));
  qm_view_controls_set_for_table (self->controls, is_table);
}

void
qm_window_page_changed (QmWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (self->session == NULL)
    return;
  /* It is filled when it is first seen: in the first frame, where the reader was there before. */
  if (QM_IS_CLAIM_PAGE (page))
    qm_claim_page_set_session (QM_CLAIM_PAGE (page), self->session);
  show_controls (self);
  qm_window_layout_changed (self);
}

static void
chart_chosen_cb (QmWindow *self)
{
  if (qm_split_is_overlay (self->sidebar_split))
    qm_split_set_open (self->sidebar_split, FALSE);
}

static void
appearance_changed_cb (QmWindow *self)
{
  const QmTheme *theme = qm_appearance_get_theme (self->appearance);
  double text_scale = qm_appearance_get_text_scale (self->appearance);

  qm_split_set_text_scale (self->sidebar_split, text_scale);
  qm_split_set_text_scale (self->evidence_split, text_scale);
  qm_search_pane_set_theme (self->sidebar, theme);
  qm_chart_panes_set_theme (self->panes, theme);
  qm_chart_panes_set_text_scale (self->panes, text_scale);
  qm_window_update_reading (self);
  qm_window_update_table (self);
}

/* A menu without a name is spoken of by that of its class. */
static void
set_menu (GtkMenuButton *button, GMenuModel *menu, const char *name)
{
  gtk_menu_button_set_menu_model (button, menu);
  qm_access_set_label (GTK_WIDGET (gtk_menu_button_get_popover (button)), name);
}

/* Filled anew each time: files come and go. */
static void
create_open_menu (GtkMenuButton *button, gpointer window)
{
  QmWindow *self = window;
  g_autoptr (GPtrArray) files = self->find_recent (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GMenuModel) menu = qm_open_menu_new (files);

  set_menu (button, menu, _ ("Open"));
}

/* When it is opened for the first time. */
static void
create_menu (GtkMenuButton *button, gpointer window)
{
  set_menu (button, QM_WINDOW (window)->menu, _ ("Menu"));
}

/* --- Actions --- */

/* Nobody looks for what begins with the letter of a key that has missed its mark. */
static gboolean
take_key_of_mark (QmWindow *self, guint key, GdkModifierType modifiers)
{
  const char *action = qm_mark_widget_get_action (key, modifiers);
  const QmClaim *claim;

  if (action == NULL || gtk_stack_get_visible_child (self->pages) != GTK_WIDGET (self->panes))
    return FALSE;
  claim = qm_chart_view_get_chosen (qm_chart_panes_get_front (self->panes));
  if (claim != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", claim->id);
  else
    qm_window_say (self, _ ("Choose a mark first: click it, or go to it by Tab and the arrow keys"),
                   FALSE);
  return TRUE;
}

/* Whoever just types, searches. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
                GdkModifierType modifiers, QmWindow *self)
{
  if (self->session == NULL || qm_presentation_get_active (self->presentation) ||
      qm_window_is_reading_shown (self))
    return FALSE;
  if (take_key_of_mark (self, key, modifiers))
    return TRUE;
  if (!qm_search_pane_take_key (self->sidebar, controller, key, modifiers))
    return FALSE;
  qm_split_set_open (self->sidebar_split, TRUE);
  return TRUE;
}

/* --- The first frame --- */

void
qm_window_complete (QmWindow *self)
{
  self->is_painted = TRUE;
  if (self->session != NULL && !self->is_complete) {
    qm_search_pane_set_session (self->sidebar, self->session);
    qm_search_pane_focus_selected (self->sidebar);
    qm_bookmarks_menu_set (self->bookmarks_menu, self->session, self->bookmarks);
    self->is_complete = TRUE;
    qm_window_fill_evidence (self);
  }
  gtk_window_set_icon_name (GTK_WINDOW (self), "io.github.quymo.Quymo");
  if (self->appearance != NULL)
    qm_appearance_follow_portal (self->appearance);
}

static gboolean
complete_cb (gpointer window)
{
  qm_window_complete (window);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, QmWindow *self)
{
  g_clear_signal_handler (&self->after_paint_id, clock);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, complete_cb, g_object_ref (self), g_object_unref);
}

static void
qm_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qm_window_parent_class)->realize (widget);
  QM_WINDOW (widget)->after_paint_id = g_signal_connect_object (
      gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), widget, 0);
}

/* Where nobody keeps a window from becoming smaller than it can be, what is in it stays as it is
 * and is cut off: nothing is given less than no room. */
static void
qm_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int least_width, least_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  GTK_WIDGET_CLASS (qm_window_parent_class)
      ->size_allocate (widget, width, MAX (height, least_height), baseline);
}

/* --- The widget --- */

static gboolean
qm_window_close_request (GtkWindow *window)
{
  return qm_window_ask_before_closing (QM_WINDOW (window)) ||
         GTK_WINDOW_CLASS (qm_window_parent_class)->close_request (window);
}

static void
qm_window_dispose (GObject *object)
{
  QmWindow *self = QM_WINDOW (object);

  if (self->appearance != NULL)
    g_signal_handlers_disconnect_by_data (self->appearance, self);
  self->appearance = NULL;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  qm_window_drop_document (self);
  g_clear_object (&self->bookmarks);
  g_clear_handle_id (&self->empty_id, g_source_remove);
  qm_window_focus_changed (self);
  G_OBJECT_CLASS (qm_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QmWindow, title);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, bookmarks_menu);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sidebar_split);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, evidence_split);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, evidence);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, below_header);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, column);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, table);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, message_bar);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, presentation);
}

static void
qm_window_class_init (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_window_dispose;
  widget_class->realize = qm_window_realize;
  widget_class->size_allocate = qm_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = qm_window_close_request;
  made_anew_signal = qm_widgets_add_signal (klass, "made-anew", 0);

  g_type_ensure (QM_TYPE_BOOKMARKS_MENU);
  g_type_ensure (QM_TYPE_CHART_PANES);
  g_type_ensure (QM_TYPE_CLAIM_TABLE);
  g_type_ensure (QM_TYPE_EVIDENCE);
  g_type_ensure (QM_TYPE_FITTING_LAYOUT);
  g_type_ensure (QM_TYPE_MESSAGE_BAR);
  g_type_ensure (QM_TYPE_PRESENTATION);
  g_type_ensure (QM_TYPE_SEARCH_PANE);
  g_type_ensure (QM_TYPE_SOURCES_PAGE);
  g_type_ensure (QM_TYPE_SPLIT);
  g_type_ensure (QM_TYPE_VIEW_CONTROLS);

  qm_widgets_set_template (widget_class, "window");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, chart_chosen_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "page_changed_cb",
                                                G_CALLBACK (qm_window_page_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "scope_changed_cb",
                                                G_CALLBACK (show_controls));

  qm_window_class_add_layout (klass);
  qm_window_class_add_actions (klass);
  qm_window_class_add_reading (klass);
  qm_window_class_add_editing (klass);
  qm_window_class_add_charts (klass);
  qm_window_class_add_saving (klass);
}

/* All that is seen, from the template, which speaks the language in use. */
static void
make (QmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->open_button, create_open_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  qm_access_keep_focus_on_click (gtk_window_get_titlebar (GTK_WINDOW (self)));
  qm_access_keep_focus_on_click (GTK_WIDGET (self->message_bar));
  appearance_changed_cb (self);
}

static void
qm_window_init (QmWindow *self)
{
  static const char *const places[] = { "notify::default-width", "notify::default-height",
                                        "notify::maximized" };
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->layout = qm_layout_default;
  self->bookmarks = qm_bookmarks_new ();
  self->appearance = qm_appearance_get_default ();
  make (self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (qm_window_focus_changed), NULL);
  g_signal_connect_swapped (self->appearance, "changed", G_CALLBACK (appearance_changed_cb), self);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_signal_connect (self, places[i], G_CALLBACK (qm_window_layout_changed), NULL);
}

void
qm_window_make_anew (QmWindow *self)
{
  gboolean shows_problems, shows_reading, shows_table;
  QmSession *session;

  g_return_if_fail (QM_IS_WINDOW (self));

  if (self->session != NULL)
    qm_presentation_set_active (self->presentation, FALSE);
  shows_reading = qm_window_is_reading_shown (self);
  shows_table = shows_reading && self->authoring_page == self->table_page;
  shows_problems = self->problems != NULL && gtk_widget_get_visible (GTK_WIDGET (self->problems));
  qm_window_get_layout (self, &self->layout);
  self->file_notice = NULL;
  self->table_notice = NULL;
  self->problems = NULL;
  self->reading_page = self->table_page = self->authoring_page = NULL;
  self->is_complete = FALSE;
  /* As at first: while it is made, there is nothing to be in step with. */
  session = g_steal_pointer (&self->session);
  make (self);
  self->session = session;

  if (session == NULL)
    qm_window_show_without_session (self);
  else
    qm_window_show_session (self);
  if (session != NULL && self->document != NULL && qm_document_get_error (self->document) != NULL)
    qm_window_add_notice (self);
  if (session != NULL)
    qm_window_set_problems_shown (self, shows_problems);
  if (session != NULL && shows_table)
    qm_window_set_table_shown (self);
  else if (session != NULL && shows_reading)
    qm_window_set_reading_shown (self, TRUE);
  g_signal_emit (self, made_anew_signal, 0);
}

QmWindow *
qm_window_new (GtkApplication *application, QmDataset *dataset)
{
  QmWindow *self;

  g_return_val_if_fail (dataset != NULL && dataset->n_charts > 0, NULL);

  self = g_object_new (QM_TYPE_WINDOW, "application", application, NULL);
  qm_window_begin_session (self, dataset);
  return self;
}

QmWindow *
qm_window_new_with_document (GtkApplication *application, QmDocument *document)
{
  QmWindow *self = g_object_new (QM_TYPE_WINDOW, "application", application, NULL);

  qm_window_set_document (self, document);
  return self;
}

QmSession *
qm_window_get_session (QmWindow *self)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), NULL);

  return self->session;
}

QmDocument *
qm_window_get_document (QmWindow *self)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), NULL);

  return self->document;
}

QmWindow *
qm_window_find (GFile *file)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    QmDocument *document = QM_IS_WINDOW (window) ? QM_WINDOW (window)->document : NULL;

    if (document != NULL && qm_document_is_of (document, file))
      return QM_WINDOW (window);
  }
  return NULL;
}

QmBookmarks *
qm_window_get_bookmarks (QmWindow *self)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), NULL);

  return self->bookmarks;
}

void
qm_window_add_below (QmWindow *self, GtkWidget *widget)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  gtk_box_append (self->column, widget);
}

void
qm_window_say (QmWindow *self, const char *text, gboolean is_error)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  qm_message_bar_show (self->message_bar, text, is_error);
}

void
qm_window_say_step (QmWindow *self, const char *text)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  qm_message_bar_show_step (self->message_bar, text);
}

void
qm_window_search (QmWindow *self, const char *text)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  qm_split_set_open (self->sidebar_split, TRUE);
  qm_search_pane_search (self->sidebar, text);
}

void
qm_window_set_find_recent (QmWindow *self, QmFindFiles find_recent)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  self->find_recent = find_recent;
  gtk_menu_button_set_create_popup_func (self->open_button, create_open_menu, self, NULL);
}

void
qm_window_set_show_text (QmWindow *self, QmShowText show_text)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  self->show_text = show_text;
}
