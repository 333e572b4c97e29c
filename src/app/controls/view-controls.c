#include "app/controls/view-controls.h"

#include "app/controls/hidden-buttons.h"
#include "app/controls/named-choice.h"
#include "app/widgets/access.h"
#include "app/widgets/children.h"
#include "app/widgets/follow.h"
#include "app/widgets/overflow-layout.h"
#include "base/format.h"
#include "base/words.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

#include <math.h>

/* Of an entity, in letters of a line. */
#define NAME_WIDTH 40

struct _QmViewControls {
  QmBin parent_instance;

  QmSession *session;         /* followed; NULL until set */
  const QmChart *chart;       /* in front; NULL until set */
  const QmViewOffers *offers; /* of the chart */
  gboolean is_showing;        /* the controls are set to the view, not by the reader */
  gboolean is_for_table;

  GtkToggleButton *compare;
  QmNamedChoice *measure;
  QmNamedChoice *relative_to;
  QmNamedChoice *order;
  GtkToggleButton *log;
  GtkToggleButton *superseded;
  GtkMenuButton *entities;
  GtkWidget *entity_list;
  GtkBox *hidden;
  GtkMenuButton *year_box;
  GtkToggleButton *year_on;
  GtkRange *year;
  GtkLabel *year_label;
  GtkWidget *zoom_box;
  GtkWidget *reset;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (QmViewControls, qm_view_controls, QM_TYPE_BIN)

/* --- What the reader chooses --- */

/* A copy of the view in front, to be changed and handed to apply(). */
static QmView
begin (QmViewControls *self)
{
  return qm_view_copy (qm_session_get_view (self->session));
}

static void
apply (QmViewControls *self, QmView *view, const char *kind)
{
  qm_session_set_view (self->session, view, kind);
  qm_view_clear (view);
}

/* NULL: the first choice, which is that of the dataset. */
static gconstpointer
get_chosen (QmNamedChoice *choice, const GPtrArray *elements)
{
  guint selected = qm_named_choice_get_selected (choice);

  return selected > 0 && selected <= elements->len ? elements->pdata[selected - 1] : NULL;
}

/* Takes all that show_view() shows, but the year and the entities. */
static void
chosen_cb (QmViewControls *self)
{
  const QmMeasure *before;
  QmView view;

  if (self->is_showing)
    return;
  view = begin (self);
  before = view.measure;
  view.measure = get_chosen (self->measure, self->offers->measures);
  view.relative_to = get_chosen (self->relative_to, self->offers->relative_to);
  view.order = (QmViewOrder) qm_named_choice_get_selected (self->order);
  view.is_log = gtk_toggle_button_get_active (self->log);
  view.shows_superseded = gtk_toggle_button_get_active (self->superseded);
  /* A measure with nothing left but what is hidden shows it again. */
  if (view.measure != before && !qm_view_shows_any (&view, self->chart))
    g_clear_pointer (&view.hidden, g_ptr_array_unref);
  apply (self, &view, NULL);
}

static QmDate
get_year (QmViewControls *self)
{
  double year = gtk_range_get_value (self->year);

  return qm_date_from_year (self->offers->has_months ? year : round (year));
}

static void
year_on_cb (QmViewControls *self)
{
  QmView view;

  if (self->is_showing)
    return;
  view = begin (self);
  view.year = gtk_toggle_button_get_active (self->year_on) ? get_year (self) : (QmDate) { 0 };
  apply (self, &view, NULL);
}

static void
year_cb (QmViewControls *self)
{
  QmView view;

  if (self->is_showing)
    return;
  view = begin (self);
  view.year = get_year (self);
  apply (self, &view, "year");
}

static void
entity_cb (QmViewControls *self, GtkCheckButton *button)
{
  const QmEntity *entity = g_object_get_data (G_OBJECT (button), "entity");
  g_autoptr (GError) error = NULL;
  QmView view;

  if (self->is_showing)
    return;
  view = begin (self);
  if (gtk_check_button_get_active (button))
    qm_view_show (&view, entity);
  else if (!qm_view_hide (&view, self->chart, entity, &error)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.message-of-error", "s", error->message);
    gtk_check_button_set_active (button, TRUE);
  }
  apply (self, &view, NULL);
}

/* --- What there is to choose --- */

/* The first choice is that of the dataset. */
static void
fill_choices (QmNamedChoice *choice, const char *format, const char *first,
              const GPtrArray *elements, char *(*name) (gconstpointer element))
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (first));
  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (names, name (elements->pdata[i]));
  g_ptr_array_add (names, NULL);
  qm_named_choice_fill (choice, format, (const char *const *) names->pdata);
  gtk_widget_set_visible (GTK_WIDGET (choice), elements->len > 0);
}

static char *
name_of_measure (gconstpointer measure)
{
  return g_strdup (qm_text_get (((const QmMeasure *) measure)->name));
}

static char *
name_of_base (gconstpointer entity)
{
  return g_strdup_printf (_ ("%s = 1"), qm_text_get (((const QmEntity *) entity)->short_name));
}

static void
fill_orders (QmViewControls *self)
{
  /* In the order of QmViewOrder. */
  const char *names[] = { _ ("as given"), _ ("largest first"), _ ("smallest first"), _ ("by name"),
                          NULL };

  /* Translators: the order of the figures, "Order: as given" */
  qm_named_choice_fill (self->order, _ ("Order: %s"), names);
}

static void
empty_entities (QmViewControls *self)
{
  qm_children_remove (self->entity_list);
  gtk_widget_set_visible (GTK_WIDGET (self->entities), self->offers->entities->len > 0);
}

/* A check button has arrow keys go to others of its group, and no further. */
static gboolean
entity_key_cb (QmViewControls *self, guint key, guint code G_GNUC_UNUSED,
               GdkModifierType modifiers G_GNUC_UNUSED)
{
  gboolean is_down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if (!is_down && key != GDK_KEY_Up && key != GDK_KEY_KP_Up)
    return FALSE;
  gtk_widget_child_focus (self->entity_list, is_down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return TRUE;
}

/* When the list is about to be seen. */
static void
fill_entities_cb (GtkMenuButton *menu_button G_GNUC_UNUSED, gpointer data)
{
  QmViewControls *self = data;
  const GPtrArray *entities = self->offers->entities;

  if (gtk_widget_get_first_child (self->entity_list) != NULL)
    return;
  for (guint i = 0; i < entities->len; i++) {
    const QmEntity *entity = entities->pdata[i];
    GtkWidget *button = gtk_check_button_new_with_label (qm_text_get (entity->name));
    GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (button));

    gtk_label_set_wrap (label, TRUE);
    gtk_label_set_max_width_chars (label, NAME_WIDTH);
    g_object_set_data (G_OBJECT (button), "entity", (gpointer) entity);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 !qm_view_is_hidden (qm_session_get_view (self->session), entity));
    g_signal_connect_swapped (button, "toggled", G_CALLBACK (entity_cb), self);
    gtk_box_append (GTK_BOX (self->entity_list), button);
  }
}

/* Steps of a year; where figures are of months, of a month, and of a year by PageUp and PageDown.
 */
static void
fill_years (QmViewControls *self)
{
  gboolean has_years = self->offers->year_from.year != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->year_box), has_years && !self->is_for_table);
  if (!has_years)
    return;
  gtk_range_set_range (self->year, qm_date_to_year (self->offers->year_from),
                       qm_date_to_year (self->offers->year_to));
  gtk_range_set_increments (self->year, self->offers->has_months ? 1 / 12.0 : 1, 1);
  gtk_range_set_round_digits (self->year, self->offers->has_months ? -1 : 0);
}

static void
fill (QmViewControls *self)
{
  self->chart = qm_session_get_chart (self->session);
  self->offers = qm_view_offers (self->chart);

  /* Translators: which one is shown, "Measure: all" */
  fill_choices (self->measure, _ ("Measure: %s"), C_ ("measures", "all"), self->offers->measures,
                name_of_measure);
  /* Translators: how figures are shown, "Figures: absolute", "Figures: China = 1" */
  fill_choices (self->relative_to, _ ("Figures: %s"), _ ("absolute"), self->offers->relative_to,
                name_of_base);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), !self->is_for_table);
  gtk_widget_set_visible (GTK_WIDGET (self->order), self->offers->has_order);
  gtk_widget_set_visible (self->zoom_box, self->offers->from.year != 0);
  empty_entities (self);
  fill_years (self);
}

/* --- In step with the session --- */

static guint
place_of (const GPtrArray *elements, gconstpointer element)
{
  guint place;

  return element != NULL && g_ptr_array_find ((GPtrArray *) elements, element, &place) ? place + 1
                                                                                       : 0;
}

static void
show_year (QmViewControls *self, const QmView *view)
{
  gboolean is_on = view->year.year != 0;
  /* Translators: at which year lines are read off, "Read off at: no year" */
  g_autofree char *year = is_on ? qm_format_date (view->year) : g_strdup (_ ("no year"));
  /* Translators: a year, "Read off at: 2027" */
  g_autofree char *label = g_strdup_printf (_ ("Read off at: %s"), year);

  gtk_menu_button_set_label (self->year_box, label);
  gtk_toggle_button_set_active (self->year_on, is_on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->year), is_on);
  gtk_label_set_text (self->year_label, is_on ? year : "");
  if (is_on)
    gtk_range_set_value (self->year, qm_date_to_year (view->year));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  year, -1);
}

static void
show_entities (QmViewControls *self, const QmView *view)
{
  guint n = self->offers->entities->len, n_shown = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    n_shown += !qm_view_is_hidden (view, self->offers->entities->pdata[i]);
  /* Translators: how many entities are shown, of how many, "Entities: 2 of 5" */
  label = n_shown < n ? g_strdup_printf (_ ("Entities: %u of %u"), n_shown, n)
                      : g_strdup (_ ("Entities: all"));
  gtk_menu_button_set_label (self->entities, label);

  for (GtkWidget *button = gtk_widget_get_first_child (self->entity_list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (button),
        !qm_view_is_hidden (view, g_object_get_data (G_OBJECT (button), "entity")));
}

static void
show_view (QmViewControls *self)
{
  const QmView *view = qm_session_get_view (self->session);

  qm_named_choice_set_selected (self->measure, place_of (self->offers->measures, view->measure));
  qm_named_choice_set_selected (self->relative_to,
                                place_of (self->offers->relative_to, view->relative_to));
  qm_named_choice_set_selected (self->order, view->order);
  gtk_toggle_button_set_active (self->superseded, view->shows_superseded);
  gtk_widget_set_visible (GTK_WIDGET (self->superseded), self->offers->has_superseded);
  gtk_toggle_button_set_active (self->log, view->is_log);
  gtk_widget_set_visible (GTK_WIDGET (self->log),
                          !self->is_for_table && qm_view_can_be_log (view, self->chart, NULL));
  show_entities (self, view);
  qm_hidden_buttons_fill (self->hidden, view);
  show_year (self, view);
  gtk_widget_set_visible (self->reset, !qm_view_equal (view, qm_author_view (self->chart)));
}

static void
session_changed_cb (QmViewControls *self, guint change)
{
  self->is_showing = TRUE;
  if ((change & QM_SESSION_DATASET) != 0 || self->chart != qm_session_get_chart (self->session))
    fill (self);
  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW)) != 0)
    show_view (self);
  self->is_showing = FALSE;
}

/* --- The widget --- */

static void
qm_view_controls_class_init (QmViewControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QM_TYPE_NAMED_CHOICE);
  g_type_ensure (QM_TYPE_OVERFLOW_LAYOUT);
  qm_widgets_set_kind (widget_class, "viewcontrols", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "view-controls");
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, compare);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, measure);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, relative_to);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, order);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, log);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, superseded);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, entities);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, entity_list);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, hidden);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, year_box);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, year_on);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, year);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, year_label);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, reset);
  gtk_widget_class_bind_template_child (widget_class, QmViewControls, more);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entity_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
}

/* What the first picture does not need is made with the session. */
static void
build (QmViewControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->entities, fill_entities_cb, self, NULL);
  qm_overflow_layout_set_button (self->more);
  qm_access_keep_focus_on_click (GTK_WIDGET (self));
  qm_access_mend (GTK_WIDGET (self));
  qm_access_name_toggle (self->compare, _ ("Compare"));
}

static void
qm_view_controls_init (QmViewControls *self G_GNUC_UNUSED)
{
}

void
qm_view_controls_set_session (QmViewControls *self, QmSession *session)
{
  g_return_if_fail (QM_IS_VIEW_CONTROLS (self) && self->session == NULL);

  self->session = qm_follow (self, session, G_CALLBACK (session_changed_cb));
  build (self);
  self->is_showing = TRUE;
  fill_orders (self);
  session_changed_cb (self, QM_SESSION_DATASET);
}

void
qm_view_controls_set_for_table (QmViewControls *self, gboolean is_for_table)
{
  g_return_if_fail (QM_IS_VIEW_CONTROLS (self));

  if (self->is_for_table == is_for_table)
    return;
  self->is_for_table = is_for_table;
  if (self->session != NULL)
    session_changed_cb (self, QM_SESSION_DATASET);
}
