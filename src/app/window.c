#include "app/window.h"

#include "app/about.h"
#include "app/appearance.h"
#include "app/chart-view/chart-panes.h"
#include "app/controls/bookmarks-menu.h"
#include "app/controls/view-actions.h"
#include "app/controls/view-controls.h"
#include "app/evidence/evidence.h"
#include "app/export-dialog/copy.h"
#include "app/export-dialog/export-dialog.h"
#include "app/files/file-notice.h"
#include "app/files/open-menu.h"
#include "app/files/opening.h"
#include "app/files/problems.h"
#include "app/pages/claim-table.h"
#include "app/pages/sources-page.h"
#include "app/presenting/presentation.h"
#include "app/sidebar/search-pane.h"
#include "app/widgets/fitting-layout.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/message-bar.h"
#include "app/widgets/split.h"
#include "base/words.h"

struct _QmWindow {
  GtkApplicationWindow parent_instance;

  QmDocument *document;   /* NULL where the dataset is of no file */
  QmBookmarks *bookmarks; /* of the dataset */
  QmSession *session;     /* NULL while the document has no dataset */
  QmLayout layout;        /* what it is to have with a session, and after presenting */
  QmAppearance *appearance;
  gboolean is_painted;   /* the first frame is out */
  gboolean is_complete;  /* what the first frame did not need is there */
  gulong after_paint_id; /* on the frame clock, until the first frame is out */

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *sidebar_button;
  QmBookmarksMenu *bookmarks_menu;
  GtkMenuButton *open_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkWidget *evidence_button;
  QmSplit *sidebar_split;
  QmSearchPane *sidebar;
  GtkOverlay *overlay;
  QmSplit *evidence_split;
  QmEvidence *evidence;
  QmViewControls *controls;
  GtkBox *column;
  QmFileNotice *file_notice; /* NULL until there is a document */
  QmProblems *problems;      /* NULL until they are shown */
  GtkStack *pages;
  QmChartPanes *panes;
  QmClaimTable *table;
  QmSourcesPage *sources;
  QmMessageBar *message_bar;
  QmPresentation *presentation;
};

G_DEFINE_FINAL_TYPE (QmWindow, qm_window, GTK_TYPE_APPLICATION_WINDOW)

static guint layout_changed_signal;

static void
set_titles (QmWindow *self, const char *title, const char *subtitle)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

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

/* In place of the page and its evidence. The page takes the focus when it comes, and gives it back.
 */
static void
set_problems_shown (QmWindow *self, gboolean is_shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean gives_focus;

  if (are_problems_shown (self) == is_shown)
    return;
  if (self->problems == NULL)
    add_problems (self);

  gives_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->problems));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_split), !is_shown);
  if (gives_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->column), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), is_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-pane", !is_shown);
}

static void
show_problems (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  set_problems_shown (QM_WINDOW (widget), g_variant_get_boolean (parameter));
}

/* --- The layout --- */

/* Presenting is no layout to come back to. */
static void
layout_changed_cb (QmWindow *self)
{
  if (self->session != NULL && !qm_presentation_get_active (self->presentation))
    g_signal_emit (self, layout_changed_signal, 0);
}

static void
read_layout (QmWindow *self, QmLayout *layout)
{
  *layout = (QmLayout){
    .is_maximized = gtk_window_is_maximized (GTK_WINDOW (self)),
    .is_sidebar_open = qm_split_get_open_beside (self->sidebar_split),
    .is_evidence_open = qm_split_get_open_beside (self->evidence_split),
    .sidebar_width = qm_split_get_pane_width (self->sidebar_split),
    .evidence_width = qm_split_get_pane_width (self->evidence_split),
    .page = g_intern_string (gtk_stack_get_visible_child_name (self->pages)),
  };
  gtk_window_get_default_size (GTK_WINDOW (self), &layout->width, &layout->height);
}

static void
lay_out_split (QmSplit *split, gboolean is_open, int width)
{
  qm_split_set_open_beside (split, is_open);
  if (width > 0)
    qm_split_set_pane_width (split, width);
}

static void
lay_out (QmWindow *self)
{
  const QmLayout *layout = &self->layout;

  lay_out_split (self->sidebar_split, layout->is_sidebar_open, layout->sidebar_width);
  lay_out_split (self->evidence_split, layout->is_evidence_open, layout->evidence_width);
  if (layout->page != NULL)
    gtk_stack_set_visible_child_name (self->pages, layout->page);
}

/* --- In step with the session --- */

/* What is shown now is what the dataset is to begin with the next time. */
static void
leave (QmWindow *self)
{
  g_autofree char *left = NULL;

  if (self->document == NULL)
    return;
  left = qm_session_write_left (self->session);
  qm_document_set_left (self->document, left);
}

static void
session_changed_cb (QmWindow *self, guint change)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if ((change & QM_SESSION_CHART) != 0)
    set_titles (self, qm_text_get (qm_session_get_chart (self->session)->name),
                qm_text_get (qm_session_get_dataset (self->session)->title));
  if ((change & QM_SESSION_HISTORY) != 0) {
    gtk_widget_action_set_enabled (widget, "win.undo", qm_session_can_undo (self->session));
    gtk_widget_action_set_enabled (widget, "win.redo", qm_session_can_redo (self->session));
  }
  if ((change & (QM_SESSION_CHART | QM_SESSION_VIEW | QM_SESSION_ORDER)) != 0)
    leave (self);
  if ((change & (QM_SESSION_CHART | QM_SESSION_DATASET)) == QM_SESSION_CHART)
    set_problems_shown (self, FALSE);
}

static void
page_changed_cb (QmWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (self->session == NULL)
    return;
  /* Where the reader was there before, it is in the first frame. */
  if (QM_IS_CLAIM_PAGE (page))
    qm_claim_page_set_session (QM_CLAIM_PAGE (page), self->session);
  /* The sources are those of the whole dataset, in whatever view. */
  gtk_widget_set_visible (GTK_WIDGET (self->controls), page != GTK_WIDGET (self->sources));
  layout_changed_cb (self);
}

static void
chart_chosen_cb (QmWindow *self)
{
  if (qm_split_is_overlay (self->sidebar_split))
    qm_split_set_open (self->sidebar_split, FALSE);
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
  if (!is_open && focus != NULL && gtk_widget_is_ancestor (focus, pane))
    gtk_widget_grab_focus (button);
  layout_changed_cb (self);
}

static void
appearance_changed_cb (QmWindow *self)
{
  gboolean is_dark = qm_appearance_is_dark (self->appearance);
  const QmTheme *theme = is_dark ? &qm_theme_dark : &qm_theme_light;

  qm_search_pane_set_theme (self->sidebar, theme);
  qm_chart_panes_set_theme (self->panes, theme);
  qm_chart_panes_set_text_scale (self->panes, qm_appearance_get_text_scale (self->appearance));
}

/* Filled anew each time: files come and go. */
static void
create_open_menu (GtkMenuButton *button, gpointer window)
{
  g_autoptr (GPtrArray) files =
      qm_opening_find_recent (gtk_window_get_application (GTK_WINDOW (window)));
  g_autoptr (GMenuModel) menu = qm_open_menu_new (files);

  gtk_menu_button_set_menu_model (button, menu);
}

/* --- Actions --- */

static void
toggle_sidebar (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_split_set_open (self->sidebar_split, !qm_split_get_open (self->sidebar_split));
  if (qm_split_get_open (self->sidebar_split) && qm_split_is_overlay (self->sidebar_split))
    qm_search_pane_focus_selected (self->sidebar);
}

static void
find (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_split_set_open (self->sidebar_split, TRUE);
  qm_search_pane_begin (self->sidebar);
}

/* Whoever just types, searches. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code G_GNUC_UNUSED,
                GdkModifierType modifiers, QmWindow *self)
{
  if (self->session == NULL || qm_presentation_get_active (self->presentation) ||
      !qm_search_pane_take_key (self->sidebar, controller, key, modifiers))
    return FALSE;
  qm_split_set_open (self->sidebar_split, TRUE);
  return TRUE;
}

static void
bookmark (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (self->is_complete)
    qm_bookmarks_menu_open (self->bookmarks_menu);
}

static void
toggle_evidence (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  set_problems_shown (self, FALSE);
  qm_split_set_open (self->evidence_split, !qm_split_get_open (self->evidence_split));
  if (qm_split_get_open (self->evidence_split) && qm_split_is_overlay (self->evidence_split))
    gtk_widget_child_focus (GTK_WIDGET (self->evidence), GTK_DIR_TAB_FORWARD);
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
    set_problems_shown (self, FALSE);
    return TRUE;
  }
  if (close_overlay (self->evidence_split))
    return TRUE;
  if (qm_chart_view_close_card (qm_chart_panes_get_front (self->panes)))
    return TRUE;
  if (qm_session_get_selected (self->session) == NULL)
    return FALSE;
  qm_session_select (self->session, NULL);
  return TRUE;
}

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
}

static void
begin_presenting (QmWindow *self)
{
  read_layout (self, &self->layout);
  set_problems_shown (self, FALSE);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->panes));
  qm_split_set_open (self->sidebar_split, FALSE);
  qm_split_set_open_beside (self->sidebar_split, FALSE);
  qm_split_set_open (self->evidence_split, FALSE);
  qm_split_set_open_beside (self->evidence_split, FALSE);
}

static void
end_presenting (QmWindow *self)
{
  lay_out (self);
  qm_search_pane_focus_selected (self->sidebar);
}

/* Nothing but the chart while presenting, and nothing that brings up more; then all as it was. */
static void
presenting_cb (QmWindow *self)
{
  static const char *const actions[] = { "win.find", "win.toggle-sidebar", "win.toggle-evidence",
                                         "win.page", "win.next-pane" };
  gboolean is_presenting = qm_presentation_get_active (self->presentation);

  if (is_presenting)
    begin_presenting (self);
  else
    end_presenting (self);
  show_around_page (self, !is_presenting);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_presenting);
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

static void
undo (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  qm_session_undo (QM_WINDOW (widget)->session);
}

static void
redo (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  qm_session_redo (QM_WINDOW (widget)->session);
}

static gboolean
focus_page_cb (gpointer self)
{
  gtk_widget_grab_focus (gtk_stack_get_visible_child (QM_WINDOW (self)->pages));
  return G_SOURCE_REMOVE;
}

/* Whoever was in a page is in the next one, as soon as it has its rows or marks. */
static void
show_page (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  QmWindow *self = QM_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages));
  GtkWidget *before = gtk_stack_get_visible_child (self->pages);

  set_problems_shown (self, FALSE);
  gtk_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
  if (is_inside && gtk_stack_get_visible_child (self->pages) != before)
    g_idle_add_full (G_PRIORITY_LOW, focus_page_cb, g_object_ref (self), g_object_unref);
}

static void
show_message (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  qm_message_bar_show (QM_WINDOW (widget)->message_bar, g_variant_get_string (parameter, NULL),
                       FALSE);
}

static void
show_export (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (qm_export_dialog_new (
      self, qm_session_get_dataset (self->session), qm_session_get_chart (self->session),
      qm_session_get_view (self->session))));
}

static void
copy_image (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider =
      qm_copy_chart (qm_session_get_dataset (self->session), qm_session_get_chart (self->session),
                     qm_session_get_view (self->session), &error);

  if (provider == NULL)
    qm_window_say (self, error->message, TRUE);
  else if (gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider))
    qm_window_say (self, _ ("Image copied"), FALSE);
}

static void
show_about (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_about_show (GTK_WINDOW (self),
                 self->session != NULL ? qm_session_get_dataset (self->session) : NULL);
}

/* Made when it is asked for: GTK's own way makes it with every window. */
static void
show_shortcuts (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/quymo/Quymo/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/* --- The first frame --- */

/* The first frame is out: now what can come with the second. An icon can take a whole library to be
 * read. */
static gboolean
complete_cb (gpointer data)
{
  QmWindow *self = data;

  self->is_painted = TRUE;
  if (self->session != NULL && !self->is_complete) {
    qm_search_pane_set_session (self->sidebar, self->session);
    qm_search_pane_focus_selected (self->sidebar);
    qm_evidence_set_session (self->evidence, self->session);
    qm_bookmarks_menu_set (self->bookmarks_menu, self->session, self->bookmarks);
    qm_claim_page_set_session (QM_CLAIM_PAGE (self->table), self->session);
    qm_claim_page_set_session (QM_CLAIM_PAGE (self->sources), self->session);
    self->is_complete = TRUE;
  }
  gtk_menu_button_set_menu_model (self->menu_button, self->menu);
  gtk_window_set_icon_name (GTK_WINDOW (self), "io.github.quymo.Quymo");
  if (self->appearance != NULL)
    qm_appearance_follow_portal (self->appearance);
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

/* --- The document --- */

/* Without a session there is nothing to do but to open another file. */
static void
enable_actions (QmWindow *self, gboolean is_enabled)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GVariantType *type;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (self), i, &owner, &name,
                                                   &type, &property);
       i++)
    if (owner == QM_TYPE_WINDOW && !g_str_equal (name, "win.message") &&
        !g_str_equal (name, "win.about") && !g_str_equal (name, "win.shortcuts"))
      gtk_widget_action_set_enabled (widget, name, is_enabled);
  gtk_widget_set_visible (self->sidebar_button, is_enabled);
  gtk_widget_set_visible (self->evidence_button, is_enabled);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), is_enabled);
}

static void
begin_session (QmWindow *self, QmDataset *dataset)
{
  self->session = qm_session_new (dataset);
  if (self->document != NULL)
    qm_session_begin (self->session, dataset, qm_document_get_left (self->document));
  enable_actions (self, TRUE);
  lay_out (self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  qm_chart_panes_set_session (self->panes, self->session);
  /* Part of the first picture: they take up room, and the chart would have to move for them. */
  qm_view_controls_set_session (self->controls, self->session);
  qm_presentation_set_session (self->presentation, self->session, self->panes);
  qm_view_actions_add (GTK_WIDGET (self), self->panes, self->session);
  session_changed_cb (self, QM_SESSION_CHART | QM_SESSION_HISTORY);
  page_changed_cb (self);
  if (self->is_painted)
    complete_cb (self);
}

static void
show_without_session (QmWindow *self)
{
  enable_actions (self, FALSE);
  qm_split_set_open_beside (self->sidebar_split, FALSE);
  set_titles (self, qm_document_get_name (self->document), "");
  set_problems_shown (self, TRUE);
}

static void
add_notice (QmWindow *self)
{
  gboolean is_presenting = qm_presentation_get_active (self->presentation);

  self->file_notice = g_object_new (QM_TYPE_FILE_NOTICE, "visible", !is_presenting, NULL);
  gtk_box_prepend (self->column, GTK_WIDGET (self->file_notice));
  qm_file_notice_set_document (self->file_notice, self->document);
}

static void
reload (QmWindow *self, QmDataset *dataset)
{
  /* Translators: %s is the name of a file */
  g_autofree char *text =
      g_strdup_printf (_ ("“%s” was reloaded"), qm_document_get_name (self->document));

  qm_session_set_dataset (self->session, dataset);
  qm_window_say (self, text, FALSE);
}

static void
document_changed_cb (QmWindow *self)
{
  QmDataset *dataset = qm_document_get_dataset (self->document);

  if (dataset == NULL)
    return;
  g_set_object (&self->bookmarks, qm_document_get_bookmarks (self->document));
  if (self->is_complete)
    qm_bookmarks_menu_set (self->bookmarks_menu, self->session, self->bookmarks);
  if (self->session == NULL)
    begin_session (self, dataset);
  else if (dataset != qm_session_get_dataset (self->session))
    reload (self, dataset);

  if (qm_document_get_error (self->document) == NULL)
    set_problems_shown (self, FALSE);
  else if (self->file_notice == NULL)
    add_notice (self);
}

static void
drop_document (QmWindow *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

/* --- The widget --- */

static void
qm_window_dispose (GObject *object)
{
  QmWindow *self = QM_WINDOW (object);

  if (self->appearance != NULL)
    g_signal_handlers_disconnect_by_data (self->appearance, self);
  g_clear_object (&self->appearance);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  drop_document (self);
  g_clear_object (&self->bookmarks);
  G_OBJECT_CLASS (qm_window_parent_class)->dispose (object);
}

static void
qm_window_class_init (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_window_dispose;
  widget_class->realize = qm_window_realize;

  layout_changed_signal = g_signal_new ("layout-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QM_TYPE_BOOKMARKS_MENU);
  g_type_ensure (QM_TYPE_CHART_PANES);
  g_type_ensure (QM_TYPE_CLAIM_TABLE);
  g_type_ensure (QM_TYPE_EVIDENCE);
  g_type_ensure (QM_TYPE_FITTING_LAYOUT);
  g_type_ensure (QM_TYPE_FLOW_LAYOUT);
  g_type_ensure (QM_TYPE_MESSAGE_BAR);
  g_type_ensure (QM_TYPE_PRESENTATION);
  g_type_ensure (QM_TYPE_SEARCH_PANE);
  g_type_ensure (QM_TYPE_SOURCES_PAGE);
  g_type_ensure (QM_TYPE_SPLIT);
  g_type_ensure (QM_TYPE_VIEW_CONTROLS);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quymo/Quymo/window.ui");
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
  gtk_widget_class_bind_template_child (widget_class, QmWindow, column);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, table);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sources);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, message_bar);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, presentation);
  gtk_widget_class_bind_template_callback (widget_class, chart_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, presenting_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);

  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.bookmark", NULL, bookmark);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "win.toggle-evidence", NULL, toggle_evidence);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, show_about);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, go_to_next_pane);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.show-problems", "b", show_problems);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, show_export);
  gtk_widget_class_install_action (widget_class, "win.copy-image", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "win.message", "s", show_message);
  /* No accelerator of the program: that would come before the text selected in the card. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-image",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_SHIFT_MASK,
                                       "win.shortcuts", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_topmost, NULL);
}

static void
qm_window_init (QmWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_menu_button_set_create_popup_func (self->open_button, create_open_menu, self, NULL);
  self->layout = qm_layout_default;
  self->bookmarks = qm_bookmarks_new ();
  self->appearance = qm_appearance_new ();
  g_signal_connect_swapped (self->appearance, "changed", G_CALLBACK (appearance_changed_cb), self);
  appearance_changed_cb (self);
}

QmWindow *
qm_window_new (GtkApplication *application, QmDataset *dataset)
{
  QmWindow *self;

  g_return_val_if_fail (dataset != NULL && dataset->n_charts > 0, NULL);

  self = g_object_new (QM_TYPE_WINDOW, "application", application, NULL);
  begin_session (self, dataset);
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

void
qm_window_set_document (QmWindow *self, QmDocument *document)
{
  QmDataset *dataset;

  g_return_if_fail (QM_IS_WINDOW (self));
  g_return_if_fail (QM_IS_DOCUMENT (document));

  drop_document (self);
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  if (self->file_notice != NULL)
    qm_file_notice_set_document (self->file_notice, document);
  if (self->problems != NULL)
    qm_problems_set_document (self->problems, document);

  dataset = qm_document_get_dataset (document);
  if (dataset == NULL) {
    g_return_if_fail (self->session == NULL);
    show_without_session (self);
    return;
  }
  g_set_object (&self->bookmarks, qm_document_get_bookmarks (document));
  if (self->session != NULL)
    qm_session_begin (self->session, dataset, qm_document_get_left (document));
  document_changed_cb (self);
}

QmBookmarks *
qm_window_get_bookmarks (QmWindow *self)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), NULL);

  return self->bookmarks;
}

void
qm_window_get_layout (QmWindow *self, QmLayout *layout)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  if (qm_presentation_get_active (self->presentation))
    *layout = self->layout;
  else
    read_layout (self, layout);
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
    lay_out (self);
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
