/* A window with nothing but a chart, and what the pointer does there, without one. */
#pragma once

#include "app/chart-view/card.h"
#include "app/chart-view/chart-view.h"
#include "chart/words/wording.h"
#include "window-fixture.h"

typedef struct {
  QmDataset *dataset;
  GtkWidget *window;
  QmChartView *view;
} ChartFixture;

static inline void
set_up_chart (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->dataset = load_dataset (NULL);
  fixture->view = g_object_new (QM_TYPE_CHART_VIEW, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 840, 640);
  qm_chart_view_show (fixture->view, fixture->dataset, &fixture->dataset->charts[0],
                      &qm_view_default);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static inline void
tear_down_chart (ChartFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  qm_dataset_unref (fixture->dataset);
}

static inline void
show (ChartFixture *fixture, const char *id)
{
  qm_chart_view_show (fixture->view, fixture->dataset, qm_dataset_find_chart (fixture->dataset, id),
                      &qm_view_default);
  settle ();
}

static inline void
move_to (ChartFixture *fixture, QmPoint point)
{
  g_signal_emit_by_name (find_motion (GTK_WIDGET (fixture->view)), "motion", point.x, point.y);
  settle ();
}

/* A card may lie over the next mark. */
static inline void
leave_and_move_to (ChartFixture *fixture, QmPoint point)
{
  g_signal_emit_by_name (find_motion (GTK_WIDGET (fixture->view)), "leave");
  move_to (fixture, point);
}

static inline void
append_texts (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

static inline char *
card_text (ChartFixture *fixture)
{
  GString *texts = g_string_new (NULL);

  append_texts (find_widget (GTK_WIDGET (fixture->view), QM_TYPE_CARD), texts);
  return g_string_free (texts, FALSE);
}

/* Some point that belongs to the mark: a mark of several squares has holes. */
static inline QmPoint
point_of (const QmScene *scene, int mark)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++) {
    QmPoint centre = qm_rect_centre (shapes[i].bounds);

    if (shapes[i].mark == mark && qm_scene_pick (scene, centre, 0) == mark)
      return centre;
  }
  g_error ("nothing to point at in mark %d", mark);
}

static inline void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no \"%s\" in: %s", part, text);
}

static inline void
assert_card_of (ChartFixture *fixture, int mark, gboolean has_room)
{
  const QmScene *scene = qm_chart_view_get_scene (fixture->view);
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (scene, &n_marks);
  const QmClaim *claim = marks[mark].datum;
  g_autofree char *value = qm_wording_value_in_words (claim);
  g_autofree char *citation = qm_wording_citation (&claim->citations[0]);
  g_autofree char *text = NULL;
  GtkWidget *card = find_widget (GTK_WIDGET (fixture->view), QM_TYPE_CARD);
  graphene_rect_t bounds;
  QmRect place;

  g_assert_cmpint (qm_chart_view_get_shown_mark (fixture->view), ==, mark);
  g_assert_true (gtk_widget_get_visible (card));
  text = card_text (fixture);
  assert_contains (text, citation);
  if (claim->kind == QM_CLAIM_FIGURE) {
    assert_contains (text, value);
    assert_contains (text, qm_wording_standing (claim->quantity.standing));
  } else
    assert_contains (text, qm_text_get (claim->statement));

  /* It gets its place in the next frame, which a busy machine paints late. */
  for (int i = 0; i < 50 && gtk_widget_get_width (card) == 0; i++)
    settle ();
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &bounds));
  place = (QmRect) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  g_assert_cmpfloat (place.x, >=, 0);
  g_assert_cmpfloat (place.y, >=, 0);
  g_assert_cmpfloat (qm_rect_right (place), <=, qm_scene_get_width (scene));
  g_assert_cmpfloat (qm_rect_bottom (place), <=, qm_scene_get_height (scene));
  if (has_room)
    g_assert_false (qm_rect_overlaps (place, marks[mark].bounds));
}
