#include "app/sidebar/search-pane.h"

#include "app/sidebar/search-row.h"
#include "app/sidebar/searching.h"
#include "app/widgets/children.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/follow.h"
#include "base/words.h"

struct _QmSearchPane {
  QmBin parent_instance;

  QmSession *session;     /* a reference; NULL until set */
  QmSearching *searching; /* in the session's dataset; NULL until something is typed */
  GPtrArray *found;       /* what the rows show, or NULL */
  guint n_rows;           /* of it, so far */
  guint rows_id;          /* while there are more to come before the next frame */
  char *asked;            /* what they show, or will; NULL: nothing */
  gboolean is_asking;     /* they will */
  gboolean is_entered;    /* the first one is gone to as soon as it is found */
  const QmTheme *theme;   /* of the sidebar; NULL until set */
  char *wanted;           /* to be searched for once there is a session; or NULL */

  GtkWidget *entry;
  GtkStack *stack;
  QmSidebar *sidebar;
  GtkWidget *choice;
  GtkLabel *n_chosen;
  GtkLabel *count;
  GtkAdjustment *scrolling; /* of the results */
  GtkListBox *results;
};

G_DEFINE_FINAL_TYPE (QmSearchPane, qm_search_pane, QM_TYPE_BIN)

static guint chosen_signal;

/* So many rows are made for a frame, with room for typing between. */
#define ROWS_AT_ONCE 3

/* --- Going there --- */

/* A claim that no chart shows is selected all the same, and told in the evidence. */
static void
go_to (QmSearchPane *self, const QmSearchResult *result)
{
  gboolean is_shown =
      result->claim != NULL && qm_session_go_to_claim (self->session, result->claim);

  if (result->claim == NULL && result->chart != NULL)
    qm_session_show_chart (self->session, result->chart);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "chart");
  g_signal_emit (self, chosen_signal, 0);
  if (is_shown)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.focus", "s", result->claim->id);
}

static void
row_activated_cb (QmSearchPane *self, GtkListBoxRow *row)
{
  go_to (self, qm_search_row_get_result (row));
}

static void
go_to_first (QmSearchPane *self)
{
  if (self->found != NULL && self->found->len > 0)
    go_to (self, self->found->pdata[0]);
}

static void
chosen_cb (QmSearchPane *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

/* --- Results --- */

static void
stop_adding_rows (QmSearchPane *self)
{
  if (self->rows_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->results), self->rows_id);
  self->rows_id = 0;
}

static void
clear_results (QmSearchPane *self)
{

  stop_adding_rows (self);
  qm_children_remove_rows (self->results);
  self->n_rows = 0;
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

static void
show_count (QmSearchPane *self, guint n_found)
{
  g_autofree char *words =
      n_found > 0 ? g_strdup_printf (ngettext ("%u result", "%u results", n_found), n_found)
                  : g_strdup (_ ("Nothing found. Fewer words, or parts of words, find more."));

  qm_claim_labels_show_text (self->count, words);
}

static void
add_rows (QmSearchPane *self)
{
  guint end = MIN (self->n_rows + ROWS_AT_ONCE, self->found->len);

  while (self->n_rows < end)
    gtk_list_box_append (self->results, qm_search_row_new (self->found->pdata[self->n_rows++]));
}

/* There are more than those that are seen and a page of others below them, or no more. */
static gboolean
has_rows_enough (QmSearchPane *self)
{
  double seen_to =
      gtk_adjustment_get_value (self->scrolling) + gtk_adjustment_get_page_size (self->scrolling);

  return self->n_rows == self->found->len ||
         gtk_widget_get_height (GTK_WIDGET (self->results)) >
             seen_to + gtk_adjustment_get_page_size (self->scrolling);
}

static gboolean
add_rows_cb (GtkWidget *results G_GNUC_UNUSED, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  QmSearchPane *self = data;

  if (!has_rows_enough (self)) {
    add_rows (self);
    return G_SOURCE_CONTINUE;
  }
  self->rows_id = 0;
  return G_SOURCE_REMOVE;
}

static void
add_rows_soon (QmSearchPane *self)
{
  if (self->rows_id == 0 && self->found != NULL && !has_rows_enough (self))
    self->rows_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self->results), add_rows_cb, self, NULL);
}

/* The first rows at once, as many as are seen with the next frames, the others as they are scrolled
 * to. */
static void
show_found (GPtrArray *found, guint n_found, gpointer data)
{
  QmSearchPane *self = data;

  clear_results (self);
  self->found = found;
  add_rows (self);
  gtk_adjustment_set_value (self->scrolling, 0);
  add_rows_soon (self);
  show_count (self, n_found);
  gtk_stack_set_visible_child_name (self->stack, "results");
  self->is_asking = FALSE;
  if (self->is_entered)
    go_to_first (self);
}

static void
forget_search (QmSearchPane *self)
{
  self->is_asking = self->is_entered = FALSE;
  g_clear_pointer (&self->asked, g_free);
  clear_results (self);
  g_clear_pointer (&self->searching, qm_searching_free);
}

static void
changed_cb (QmSearchPane *self)
{
  g_autofree char *typed =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean is_wanted = typed[0] != '\0';

  if (g_strcmp0 (typed, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_strdup (typed);
  if (self->searching == NULL && is_wanted)
    self->searching = qm_searching_new (qm_session_get_dataset (self->session), show_found, self);
  if (self->searching != NULL)
    qm_searching_ask (self->searching, is_wanted ? typed : NULL);
  self->is_asking = is_wanted;
  self->is_entered = FALSE;
  if (is_wanted)
    return;
  clear_results (self);
  gtk_stack_set_visible_child_name (self->stack, "charts");
}

/* An entry waits with its words for more of them; Enter does not. */
static void
activate_cb (QmSearchPane *self)
{
  changed_cb (self);
  self->is_entered = self->is_asking;
  if (!self->is_asking)
    go_to_first (self);
}

/* --- Keys --- */

static void
stop_search_cb (QmSearchPane *self)
{
  if (!qm_search_pane_stop (self))
    qm_search_pane_focus_selected (self);
}

/* Down to what is found, or to the charts where nothing is searched for. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
              GdkModifierType modifiers G_GNUC_UNUSED, QmSearchPane *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->results, 0);

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  if (first != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (first));
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0')
    qm_sidebar_focus_selected (self->sidebar);
  return TRUE;
}

/* --- The charts that are chosen --- */

static void
show_choice (QmSearchPane *self)
{
  g_autoptr (GPtrArray) charts = qm_session_list_chosen (self->session);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u chart chosen", "%u charts chosen", charts->len), charts->len);

  gtk_label_set_text (self->n_chosen, text);
  gtk_widget_set_visible (self->choice, charts->len > 0);
}

static void
choose_none_cb (QmSearchPane *self)
{
  qm_session_choose_none (self->session);
}

static void
session_changed_cb (QmSearchPane *self, guint change)
{
  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHOICE)) != 0)
    show_choice (self);
  if ((change & QM_SESSION_DATASET) == 0)
    return;
  forget_search (self);
  changed_cb (self);
}

/* --- The widget --- */

static void
qm_search_pane_dispose (GObject *object)
{
  QmSearchPane *self = QM_SEARCH_PANE (object);

  if (self->session != NULL)
    forget_search (self);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (qm_search_pane_parent_class)->dispose (object);
}

static void
qm_search_pane_class_init (QmSearchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_search_pane_dispose;
  chosen_signal = qm_widgets_add_signal (klass, "chosen", 0);

  g_type_ensure (QM_TYPE_SIDEBAR);
  qm_widgets_set_kind (widget_class, "searchpane", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "search-pane");
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, entry);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, stack);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, sidebar);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, choice);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, n_chosen);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, count);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, scrolling);
  gtk_widget_class_bind_template_child (widget_class, QmSearchPane, results);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_rows_soon);
  gtk_widget_class_bind_template_callback (widget_class, choose_none_cb);
}

/* What the first picture does not need is made with the session. */
static void
build (QmSearchPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

static void
qm_search_pane_init (QmSearchPane *self G_GNUC_UNUSED)
{
}

void
qm_search_pane_set_session (QmSearchPane *self, QmSession *session)
{
  g_return_if_fail (QM_IS_SEARCH_PANE (self) && self->session == NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  build (self);
  if (self->theme != NULL)
    qm_sidebar_set_theme (self->sidebar, self->theme);
  qm_sidebar_set_session (self->sidebar, session);
  show_choice (self);
  if (self->wanted != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->wanted);
}

void
qm_search_pane_set_theme (QmSearchPane *self, const QmTheme *theme)
{
  g_return_if_fail (QM_IS_SEARCH_PANE (self));

  self->theme = theme;
  if (self->sidebar != NULL)
    qm_sidebar_set_theme (self->sidebar, theme);
}

void
qm_search_pane_begin (QmSearchPane *self)
{
  g_return_if_fail (QM_IS_SEARCH_PANE (self));

  if (self->session == NULL)
    return;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
qm_search_pane_search (QmSearchPane *self, const char *text)
{
  g_return_if_fail (QM_IS_SEARCH_PANE (self));

  if (self->session != NULL) {
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
    return;
  }
  g_free (self->wanted);
  self->wanted = g_strdup (text);
}

gboolean
qm_search_pane_take_key (QmSearchPane *self, GtkEventControllerKey *controller, guint key,
                         GdkModifierType modifiers)
{
  g_return_val_if_fail (QM_IS_SEARCH_PANE (self), FALSE);

  if (self->session == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      !g_unichar_isalnum (gdk_keyval_to_unicode (key)))
    return FALSE;
  /* The input method gets it, as in the entry. */
  if (!gtk_event_controller_key_forward (
          controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    return FALSE;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

gboolean
qm_search_pane_stop (QmSearchPane *self)
{
  g_return_val_if_fail (QM_IS_SEARCH_PANE (self), FALSE);

  if (self->session == NULL || gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  qm_sidebar_focus_selected (self->sidebar);
  return TRUE;
}

void
qm_search_pane_focus_selected (QmSearchPane *self)
{
  g_return_if_fail (QM_IS_SEARCH_PANE (self));

  if (self->session != NULL)
    qm_sidebar_focus_selected (self->sidebar);
}
