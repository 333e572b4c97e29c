#include "app/pages/claim-table.h"

#include "app/pages/claim-columns.h"
#include "app/pages/claim-row.h"
#include "app/pages/copied-rows.h"
#include "app/widgets/access.h"
#include "app/widgets/column-headings.h"
#include "app/widgets/list-rows.h"
#include "base/words.h"

/* Of the choices in claim-table.ui. */
enum { SCOPE_CHART, SCOPE_DATASET };

struct _QmClaimTable {
  QmClaimPage parent_instance;

  QmClaimColumns *columns;
  GtkSorter *order;
  QmColumn column; /* in whose order the rows stand; QM_N_COLUMNS: as given */
  gboolean is_descending;

  GtkScrolledWindow *scroller;
  GtkDropDown *scope;
  GtkWidget *copy;
  GtkColumnView *view;
  GtkLabel *nothing_label;
  GtkWidget *look_everywhere;
};

G_DEFINE_FINAL_TYPE (QmClaimTable, qm_claim_table, QM_TYPE_CLAIM_PAGE)

static guint scope_changed_signal;

static gboolean
is_of_chart (QmClaimTable *self)
{
  return self->scope == NULL || gtk_drop_down_get_selected (self->scope) == SCOPE_CHART;
}

/* --- The rows --- */

static QmCited
cited_of_row (gpointer row)
{
  return (QmCited) { .claim = qm_claim_row_get_claim (row) };
}

static gboolean
row_matches (gpointer row, const GPtrArray *words)
{
  return qm_claim_row_matches (row, words);
}

static const QmClaimListRows claim_rows = { cited_of_row, row_matches };

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  QmClaimTable *self = data;

  return qm_claim_row_compare ((QmClaimRow *) a, (QmClaimRow *) b, self->column,
                               self->is_descending);
}

static void
order_changed_cb (QmClaimTable *self)
{
  GtkColumnViewColumn *column = qm_column_headings_get_order (self->view, &self->is_descending);

  self->column = column != NULL ? qm_claim_columns_get (column) : QM_N_COLUMNS;
  qm_claim_columns_set_order (self->columns, self->column);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_sorter_changed (self->order, GTK_SORTER_CHANGE_DIFFERENT);
  qm_claim_list_find_again (qm_claim_page_get_list (QM_CLAIM_PAGE (self)));
}

static GListModel *
create_rows (QmClaimPage *page, QmSession *session)
{
  QmClaimTable *self = QM_CLAIM_TABLE (page);
  QmDataset *dataset = qm_session_get_dataset (session);
  GListModel *rows = is_of_chart (self)
                         ? qm_claim_row_list_of_chart (dataset, qm_session_get_chart (session),
                                                       qm_session_get_view (session))
                         : qm_claim_row_list_of_dataset (dataset);

  qm_claim_columns_set_rows (self->columns, rows);
  /* Without a heading nobody would see why the rows stand as they do. */
  if (!qm_claim_columns_has_order (self->columns))
    gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return rows;
}

static guint
get_changes (QmClaimPage *page)
{
  guint changes_of_chart = QM_SESSION_CHART | QM_SESSION_VIEW;

  return QM_SESSION_DATASET | (is_of_chart (QM_CLAIM_TABLE (page)) ? changes_of_chart : 0);
}

static void
updated (QmClaimPage *page, gboolean is_empty)
{
  QmClaimTable *self = QM_CLAIM_TABLE (page);

  qm_claim_columns_divide_groups (self->columns);
  gtk_widget_set_sensitive (self->copy, !is_empty);
  gtk_label_set_text (self->nothing_label,
                      is_of_chart (self) ? _ ("No claim of this chart has all of these words.")
                                         : _ ("No claim has all of these words."));
  gtk_widget_set_visible (self->look_everywhere, is_of_chart (self));
}

/* --- What the reader does --- */

static void
scope_cb (QmClaimPage *page)
{
  qm_claim_page_refill (page);
  g_signal_emit (page, scope_changed_signal, 0);
}

static void
look_everywhere_cb (QmClaimTable *self)
{
  gtk_drop_down_set_selected (self->scope, SCOPE_DATASET);
  gtk_widget_grab_focus (qm_claim_page_get_child (QM_CLAIM_PAGE (self), "filter"));
}

static void
copy_cb (QmClaimTable *self)
{
  GListModel *shown =
      G_LIST_MODEL (qm_claim_list_get_shown (qm_claim_page_get_list (QM_CLAIM_PAGE (self))));
  guint n_rows = g_list_model_get_n_items (shown);
  g_autoptr (GdkContentProvider) rows = qm_copied_rows (shown);
  g_autofree char *message =
      g_strdup_printf (ngettext ("%u row copied", "%u rows copied", n_rows), n_rows);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), rows);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s", message);
}

static gboolean
copy_rows (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  copy_cb (QM_CLAIM_TABLE (widget));
  return TRUE;
}

/* Pixels that an arrow key scrolls to the side. */
#define STEP 80

/* In capture: a list takes these keys, though its rows do not stand side by side. Those of the
 * headings are theirs. */
static gboolean
key_pressed_cb (QmClaimTable *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType modifiers)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  gboolean is_left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  gboolean is_right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || !(is_left || is_right) ||
      !qm_list_rows_have_focus (view))
    return FALSE;
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + (is_left ? -STEP : STEP));
  return TRUE;
}

/* --- Its width --- */

/* Where the scrollbar does not lie over the rows it takes its place beside them. */
static int
width_of_rows (QmClaimTable *self, int width)
{
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (self->scroller);
  gboolean is_overlaid;
  int bar_width;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-overlay-scrolling", &is_overlaid,
                NULL);
  if (is_overlaid)
    return width;
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bar_width, NULL, NULL);
  return width - bar_width;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* The columns are fitted to the width before they get it. */
static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QmClaimTable *self = QM_CLAIM_TABLE (widget);
  GtkWidget *content = gtk_widget_get_first_child (widget);
  int least;

  qm_claim_columns_fit (self->columns, width_of_rows (self, width));
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (content, MAX (width, least), height, baseline, NULL);
}

static void
qm_claim_table_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  QmClaimTable *self = QM_CLAIM_TABLE (widget);

  GTK_WIDGET_CLASS (qm_claim_table_parent_class)->system_setting_changed (widget, setting);
  if (self->columns != NULL)
    qm_claim_columns_measure_again (self->columns);
  gtk_widget_queue_allocate (widget);
}

/* --- The widget --- */

static void
qm_claim_table_dispose (GObject *object)
{
  QmClaimTable *self = QM_CLAIM_TABLE (object);

  /* The view's sorter changes when its columns go. */
  if (self->order != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  G_OBJECT_CLASS (qm_claim_table_parent_class)->dispose (object);
  g_clear_object (&self->order);
  g_clear_pointer (&self->columns, qm_claim_columns_free);
}

static void
build (QmClaimPage *page)
{
  QmClaimTable *self = QM_CLAIM_TABLE (page);

  self->column = QM_N_COLUMNS;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = GTK_COLUMN_VIEW (qm_claim_page_get_child (page, "view"));
  qm_access_name_drop_down (self->scope, _ ("Claims in the table"));
  qm_access_mend (GTK_WIDGET (self));
  self->order = GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL));
  qm_claim_page_set_up (page, &claim_rows, self->order);

  self->columns = qm_claim_columns_new (self->view);
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (NULL, measure, allocate));
  qm_column_headings_set_up (self->view);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed",
                            G_CALLBACK (order_changed_cb), self);
  /* That of the rows: a screen reader says nothing of the column view around them. */
  qm_access_set_label (gtk_widget_get_last_child (GTK_WIDGET (self->view)), _ ("Claims"));
}

static void
qm_claim_table_class_init (QmClaimTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QmClaimPageClass *page_class = QM_CLAIM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_claim_table_dispose;
  widget_class->system_setting_changed = qm_claim_table_system_setting_changed;
  scope_changed_signal = qm_widgets_add_signal (klass, "scope-changed", 0);
  page_class->build = build;
  page_class->create_rows = create_rows;
  page_class->get_changes = get_changes;
  page_class->updated = updated;

  gtk_widget_class_set_css_name (widget_class, "claimtable");
  qm_claim_page_class_set_template (page_class, "claim-table");
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, scope);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, copy);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, QmClaimTable, look_everywhere);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_everywhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                copy_rows, NULL);
}

static void
qm_claim_table_init (QmClaimTable *self G_GNUC_UNUSED)
{
}

gboolean
qm_claim_table_is_of_chart (QmClaimTable *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_TABLE (self), FALSE);

  return is_of_chart (self);
}
