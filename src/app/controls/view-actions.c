#include "app/controls/view-actions.h"

#include "app/controls/note-editor.h"
#include "app/controls/time-range.h"
#include "app/widgets/access.h"
#include "base/words.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "chart/view/viewed.h"

typedef struct {
  QmSession *session; /* a reference */
  QmChartPanes *panes;
  GSimpleActionGroup *group;
} Actions;

static void
say (Actions *actions, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (actions->panes), "win.message", "s", text);
}

static void
say_error (Actions *actions, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (actions->panes), "win.message-of-error", "s",
                              error->message);
}

/* After a step that the reader may want to take back. */
static void
say_step (Actions *actions, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (actions->panes), "win.message-of-step", "s", text);
}

static QmView
begin (Actions *actions)
{
  return qm_view_copy (qm_session_get_view (actions->session));
}

static void
apply (Actions *actions, QmView *view, const char *kind)
{
  qm_session_set_view (actions->session, view, kind);
  qm_view_clear (view);
}

/* --- Time --- */

static void
zoom (Actions *actions, double steps, double place)
{
  const QmViewOffers *offers = qm_view_offers (qm_session_get_chart (actions->session));
  QmView view;

  if (offers->from.year == 0)
    return;
  view = begin (actions);
  qm_time_range_zoom (&view, offers, steps, place);
  apply (actions, &view, "zoom");
}

static void
zoom_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *steps, gpointer data)
{
  Actions *actions = data;
  double place = qm_chart_view_get_focused_place (qm_chart_panes_get_front (actions->panes));

  zoom (actions, g_variant_get_double (steps), place);
}

static void
zoom_at_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *steps_and_place, gpointer data)
{
  double steps, place;

  g_variant_get (steps_and_place, "(dd)", &steps, &place);
  zoom (data, steps, place);
}

static void
pan_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *steps, gpointer data)
{
  Actions *actions = data;
  const QmViewOffers *offers = qm_view_offers (qm_session_get_chart (actions->session));
  QmView view;

  if (offers->from.year == 0)
    return;
  view = begin (actions);
  qm_time_range_pan (&view, offers, g_variant_get_double (steps));
  apply (actions, &view, "pan");
}

/* --- Claims and entities --- */

/* Of the key at a mark; a button says it itself. */
static void
announce_highlight (Actions *actions)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (actions->panes));
  gboolean is_on = qm_session_get_view (actions->session)->highlight != NULL;
  g_autofree char *text = qm_access_word_toggle (_ ("Highlight"), is_on);

  if (!GTK_IS_TOGGLE_BUTTON (gtk_root_get_focus (root)))
    qm_access_announce (GTK_WIDGET (actions->panes), text);
}

static void
highlight_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Actions *actions = data;
  const QmClaim *claim = qm_dataset_find_claim (qm_session_get_dataset (actions->session),
                                                g_variant_get_string (id, NULL));
  QmView view;

  if (claim == NULL || !qm_dataset_chart_has_claim (qm_session_get_chart (actions->session), claim))
    return;
  view = begin (actions);
  view.highlight = view.highlight != claim ? claim : NULL;
  apply (actions, &view, NULL);
  announce_highlight (actions);
}

static const QmEntity *
find_entity (const QmDataset *dataset, const char *id)
{
  for (gsize i = 0; i < dataset->n_entities; i++)
    if (g_str_equal (dataset->entities[i].id, id))
      return &dataset->entities[i];
  return NULL;
}

static void
hide_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Actions *actions = data;
  const QmEntity *entity =
      find_entity (qm_session_get_dataset (actions->session), g_variant_get_string (id, NULL));
  g_auto (QmView) view = begin (actions);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (entity == NULL)
    return;
  if (qm_view_is_hidden (&view, entity)) {
    qm_view_show (&view, entity);
    qm_session_set_view (actions->session, &view, NULL);
  } else if (qm_view_hide (&view, qm_session_get_chart (actions->session), entity, &error)) {
    /* Translators: %s is a country or a firm */
    message = g_strdup_printf (_ ("%s is hidden"), qm_text_get (entity->name));
    qm_session_set_view (actions->session, &view, NULL);
    say_step (actions, message);
  } else
    say_error (actions, error);
}

static void
show_all_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  QmView view = begin (data);

  g_clear_pointer (&view.hidden, g_ptr_array_unref);
  apply (data, &view, NULL);
}

/* As soon as the chart has its marks: it was not seen before. */
static gboolean
note_later_cb (GtkWidget *view, GdkFrameClock *clock G_GNUC_UNUSED, gpointer id)
{
  if (qm_chart_view_get_scene (QM_CHART_VIEW (view)) == NULL)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action (view, "view.note", "s", id);
  return G_SOURCE_REMOVE;
}

static void
note_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Actions *actions = data;
  const QmClaim *claim = qm_dataset_find_claim (qm_session_get_dataset (actions->session),
                                                g_variant_get_string (id, NULL));
  QmChartView *view = qm_chart_panes_get_front (actions->panes);
  QmRect mark;

  gtk_widget_activate_action (GTK_WIDGET (actions->panes), "win.page", "s", "chart");
  if (claim != NULL && qm_chart_view_get_scene (view) == NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (view), note_later_cb, g_strdup (claim->id), g_free);
  if (claim == NULL || !qm_chart_view_find_mark (view, claim, &mark))
    return;
  qm_chart_view_close_card (view);
  qm_note_editor_open (GTK_WIDGET (view), mark, actions->session, claim);
}

static void
focus_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Actions *actions = data;
  const QmClaim *claim = qm_dataset_find_claim (qm_session_get_dataset (actions->session),
                                                g_variant_get_string (id, NULL));

  qm_chart_view_take_focus (qm_chart_panes_get_front (actions->panes), claim);
}

/* What is written is not to lie under a card. */
static void
end_note_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  Actions *actions = data;

  qm_chart_view_close_card (qm_chart_panes_get_front (actions->panes));
  focus_cb (action, id, data);
}

static void
remove_note_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id, gpointer data)
{
  Actions *actions = data;
  const QmClaim *claim = qm_dataset_find_claim (qm_session_get_dataset (actions->session),
                                                g_variant_get_string (id, NULL));
  QmView view;

  if (claim == NULL || qm_view_get_call_out (qm_session_get_view (actions->session), claim) == NULL)
    return;
  view = begin (actions);
  qm_view_set_call_out (&view, claim, NULL, NULL);
  apply (actions, &view, NULL);
  say_step (actions, _ ("Your note is removed"));
}

/* To where the reader moves it, from its mark in parts of the picture. */
static void
place_note_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *id_and_place, gpointer data)
{
  Actions *actions = data;
  const QmClaim *claim;
  const char *id;
  double across, down;
  QmView view;

  g_variant_get (id_and_place, "(&sdd)", &id, &across, &down);
  claim = qm_dataset_find_claim (qm_session_get_dataset (actions->session), id);
  if (claim == NULL)
    return;
  view = begin (actions);
  qm_view_place_call_out (&view, claim, across, down);
  apply (actions, &view, "place-note");
}

/* As a bold step of the arrow keys; from where it stands, or is to stand. */
static void
move_note_cb (GSimpleAction *action, GVariant *id_and_step, gpointer data)
{
  Actions *actions = data;
  const QmClaim *claim;
  const char *id;
  double across, down, step_across, step_down;

  g_variant_get (id_and_step, "(&sdd)", &id, &step_across, &step_down);
  claim = qm_dataset_find_claim (qm_session_get_dataset (actions->session), id);
  if (claim == NULL ||
      !qm_chart_view_find_note (qm_chart_panes_get_front (actions->panes), claim, &across, &down)) {
    say (actions, _ ("This mark has no note to be moved"));
    return;
  }
  place_note_cb (action, g_variant_new ("(sdd)", id, across + step_across, down + step_down),
                 actions);
}

/* --- The whole view --- */

/* Those that the author has not written so. */
static guint
count_own_notes (const QmView *view, const QmChart *chart)
{
  guint n = 0;

  for (guint i = 0; view->call_outs != NULL && i < view->call_outs->len; i++) {
    const QmCallOut *note = &g_array_index (view->call_outs, QmCallOut, i);

    n += !qm_author_view_wrote (chart, note->claim, qm_call_out_get_text (note));
  }
  return n;
}

static void
reset_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *actions = data;
  const QmChart *chart = qm_session_get_chart (actions->session);
  guint n_notes = count_own_notes (qm_session_get_view (actions->session), chart);
  g_autofree char *message =
      n_notes > 0
          ? g_strdup_printf (ngettext ("The chart is as the dataset has it; your note is gone",
                                       "The chart is as the dataset has it; your %u notes are gone",
                                       n_notes),
                             n_notes)
          : g_strdup (_ ("The chart is as the dataset has it"));

  qm_session_set_view (actions->session, qm_author_view (chart), NULL);
  say_step (actions, message);
}

static void
copy_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *actions = data;
  g_autofree char *json = qm_view_to_json (qm_session_get_chart (actions->session),
                                           qm_session_get_view (actions->session));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (actions->panes)), json);
  say (actions, _ ("View copied"));
}

/* Into the window it was asked for, unless that is gone meanwhile. */
static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GSimpleActionGroup) group = data;
  Actions *actions = g_object_get_data (G_OBJECT (group), "actions");
  g_autofree char *json = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  const QmChart *chart = qm_session_get_chart (actions->session);
  g_auto (QmView) view = qm_view_default;
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (actions->panes)) == NULL)
    return;
  if (json == NULL)
    say (actions, _ ("There is no view on the clipboard"));
  else if (qm_view_from_json (qm_session_get_dataset (actions->session), json, &chart, &view,
                              &error))
    qm_session_show (actions->session, chart, &view);
  else
    say_error (actions, error);
}

static void
paste_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  Actions *actions = data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (actions->panes)), NULL,
                                 pasted_cb, g_object_ref (actions->group));
}

/* --- Which charts --- */

static void
compare_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *is_comparing, gpointer data)
{
  Actions *actions = data;

  qm_session_set_comparing (actions->session, g_variant_get_boolean (is_comparing));
}

static void
go_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *distance, gpointer data)
{
  Actions *actions = data;
  const QmChart *chart = qm_session_peek_chart (actions->session, g_variant_get_int32 (distance));

  if (chart != NULL)
    qm_session_show_chart (actions->session, chart);
}

/* --- The group --- */

static void
set_enabled (Actions *actions, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update_enabled (Actions *actions)
{
  const QmChart *chart = qm_session_get_chart (actions->session);
  const QmViewOffers *offers = qm_view_offers (chart);
  gboolean has_range = offers->from.year != 0;
  const QmClaim *highlight = qm_session_get_view (actions->session)->highlight;
  GAction *compare = g_action_map_lookup_action (G_ACTION_MAP (actions->group), "compare");
  GAction *highlighted = g_action_map_lookup_action (G_ACTION_MAP (actions->group), "highlight");

  set_enabled (actions, "zoom", has_range);
  set_enabled (actions, "zoom-at", has_range);
  set_enabled (actions, "pan", has_range && qm_session_get_view (actions->session)->from.year != 0);
  set_enabled (actions, "reset",
               !qm_view_equal (qm_session_get_view (actions->session), qm_author_view (chart)));
  g_simple_action_set_state (G_SIMPLE_ACTION (compare),
                             g_variant_new_boolean (qm_session_get_n_panes (actions->session) > 1));
  g_simple_action_set_state (G_SIMPLE_ACTION (highlighted),
                             g_variant_new_string (highlight != NULL ? highlight->id : ""));
}

/* To look through a long series takes longer than to select in it. */
static void
session_changed_cb (Actions *actions, guint change)
{
  if ((change & (QM_SESSION_DATASET | QM_SESSION_CHART | QM_SESSION_VIEW)) != 0)
    update_enabled (actions);
}

static void
free_actions (gpointer data)
{
  Actions *actions = data;

  g_signal_handlers_disconnect_by_data (actions->session, actions);
  g_object_unref (actions->session);
  g_object_unref (actions->panes);
  g_free (actions);
}

void
qm_view_actions_add (GtkWidget *window, QmChartPanes *panes, QmSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "zoom", .parameter_type = "d", .activate = zoom_cb },
    { .name = "zoom-at", .parameter_type = "(dd)", .activate = zoom_at_cb },
    { .name = "pan", .parameter_type = "d", .activate = pan_cb },
    { .name = "highlight", .parameter_type = "s", .state = "''", .activate = highlight_cb },
    { .name = "hide", .parameter_type = "s", .activate = hide_cb },
    { .name = "show-all", .activate = show_all_cb },
    { .name = "focus", .parameter_type = "s", .activate = focus_cb },
    { .name = "note", .parameter_type = "s", .activate = note_cb },
    { .name = "end-note", .parameter_type = "s", .activate = end_note_cb },
    { .name = "remove-note", .parameter_type = "s", .activate = remove_note_cb },
    { .name = "place-note", .parameter_type = "(sdd)", .activate = place_note_cb },
    { .name = "move-note", .parameter_type = "(sdd)", .activate = move_note_cb },
    { .name = "reset", .activate = reset_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "paste", .activate = paste_cb },
    { .name = "compare", .state = "false", .change_state = compare_cb },
    { .name = "go", .parameter_type = "i", .activate = go_cb },
  };
  Actions *actions = g_new0 (Actions, 1);

  actions->session = g_object_ref (session);
  actions->panes = g_object_ref (panes);
  actions->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions->group), entries, G_N_ELEMENTS (entries),
                                   actions);
  g_object_set_data_full (G_OBJECT (actions->group), "actions", actions, free_actions);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), actions);
  update_enabled (actions);
  gtk_widget_insert_action_group (window, "view", G_ACTION_GROUP (actions->group));
  g_object_unref (actions->group);
}
