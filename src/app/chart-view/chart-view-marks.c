#include "app/chart-view/chart-view-private.h"
#include "app/chart-view/mark-widget.h"
#include "app/widgets/access.h"

static void
mark_pressed_cb (QmMarkWidget *mark, QmChartView *self)
{
  qm_chart_view_press (self, qm_mark_widget_get_index (mark));
}

void
qm_chart_view_remove_marks (QmChartView *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
}

/* Many would take long to make: there are those around the one at which the keyboard is, which
 * reaches the others from there. */
#define PAGE 200

static int
begin_page (gsize n_marks, int mark)
{
  return CLAMP (mark - PAGE / 2, 0, MAX ((int) n_marks - PAGE, 0));
}

static gboolean
is_in_page (QmChartView *self, int mark)
{
  return mark >= self->first_mark && mark - self->first_mark < (int) self->marks->len;
}

gboolean
qm_chart_view_has_marks_of_scene (QmChartView *self)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (self->picture.scene, &n_marks);

  if (self->marked != self->dataset || self->n_marks != n_marks ||
      !qm_chart_view_has_others_of_scene (self))
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    if (qm_mark_widget_get_claim (g_ptr_array_index (self->marks, i)) !=
        marks[self->first_mark + (int) i].datum)
      return FALSE;
  return TRUE;
}

/* To make one takes long: one of the same claim, taken out of unused, goes on. */
static GtkWidget *
take_or_make (QmChartView *self, GHashTable *unused, const QmClaim *claim)
{
  GtkWidget *mark = g_hash_table_lookup (unused, claim);

  if (mark != NULL) {
    g_hash_table_steal (unused, claim);
  } else {
    mark = qm_mark_widget_new (claim);
    g_signal_connect (mark, "pressed", G_CALLBACK (mark_pressed_cb), self);
  }
  gtk_widget_insert_before (mark, GTK_WIDGET (self), self->card);
  return mark;
}

/* Those that there are, by their claims, as long as these are what is shown. */
static GHashTable *
gather_marks (QmChartView *self)
{
  GHashTable *gathered =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gtk_widget_unparent);

  if (self->marked != self->dataset)
    qm_chart_view_remove_marks (self);
  for (guint i = 0; i < self->marks->len; i++) {
    GtkWidget *mark = g_ptr_array_index (self->marks, i);

    g_hash_table_replace (gathered, (gpointer) qm_mark_widget_get_claim (QM_MARK_WIDGET (mark)),
                          mark);
  }
  g_ptr_array_set_size (self->marks, 0);
  qm_dataset_unref (self->marked);
  self->marked = qm_dataset_ref (self->dataset);
  return gathered;
}

static void
put_marks (QmChartView *self)
{
  const QmMark *marks = qm_scene_get_marks (self->picture.scene, &self->n_marks);
  g_autoptr (GHashTable) unused = gather_marks (self);
  int end;

  self->first_mark = begin_page (self->n_marks, self->current);
  end = MIN (self->first_mark + PAGE, (int) self->n_marks);
  for (int i = self->first_mark; i < end; i++) {
    GtkWidget *mark = take_or_make (self, unused, marks[i].datum);

    qm_mark_widget_set_index (QM_MARK_WIDGET (mark), i, (int) self->n_marks);
    g_ptr_array_add (self->marks, mark);
  }
}

/* Marks of the same claims stay. Of others, the one of the claim at which the keyboard was goes on
 * with it; the focus is nowhere in between only as long as no frame is drawn, in which GTK would
 * take it elsewhere. */
void
qm_chart_view_renew_marks (QmChartView *self)
{
  gboolean has_focus = self->marks->len > 0 && qm_access_has_focus_within (GTK_WIDGET (self));
  const QmClaim *current = NULL;

  if (self->picture.scene == NULL || qm_chart_view_has_marks_of_scene (self))
    return;
  if (is_in_page (self, self->current))
    current = qm_mark_widget_get_claim (
        g_ptr_array_index (self->marks, self->current - self->first_mark));
  self->current = MAX (qm_chart_view_mark_of (self, current), 0);
  put_marks (self);
  qm_chart_view_renew_others (self);
  if (has_focus)
    qm_chart_view_focus_silently (self, self->current);
}

GtkWidget *
qm_chart_view_get_widget (QmChartView *self, int mark)
{
  if (!is_in_page (self, mark)) {
    self->current = mark;
    put_marks (self);
  }
  return g_ptr_array_index (self->marks, mark - self->first_mark);
}

int
qm_chart_view_get_focused_mark (QmChartView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (self) ||
      !QM_IS_MARK_WIDGET (focus))
    return QM_NO_MARK;
  return qm_mark_widget_get_index (QM_MARK_WIDGET (focus));
}
