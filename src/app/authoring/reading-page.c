#include "app/authoring/reading-page-private.h"

#include "app/widgets/access.h"
#include "base/words.h"

/* Pixels below which what stands beside the text stands under it. */
#define NARROW 720

/* Pixels: the width of what stands beside the text, and between its parts, as the template has
 * them. */
#define SIDE_WIDTH 400
#define GAP 12

/* Milliseconds after which what is typed is written down. */
#define KEEP_AFTER 300

G_DEFINE_FINAL_TYPE (QmReadingPage, qm_reading_page, GTK_TYPE_WIDGET)

static void
show_count (QmReadingPage *self)
{
  guint n = self->article != NULL ? (guint) qm_article_count (self->article) : 0, n_lost;
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("No figures are found in this text"));
  else
    text = g_strdup_printf (
        /* Translators: how many figures of a text are claims, of how many; dismissed; open */
        ngettext ("%u of %u figure is a claim, %u dismissed, %u open",
                  "%u of %u figures are claims, %u dismissed, %u open", n),
        (guint) qm_article_count_in (self->article, QM_FIGURE_CLAIM), n,
        (guint) qm_article_count_in (self->article, QM_FIGURE_DISMISSED),
        (guint) qm_article_count_in (self->article, QM_FIGURE_OPEN));
  n_lost = self->article != NULL ? (guint) qm_article_count_lost (self->article, self->dataset) : 0;
  if (n_lost > 0) {
    g_autofree char *lost =
        /* Translators: claims whose words are not in the newer version of a text */
        g_strdup_printf (ngettext ("%u claim is not found in this version",
                                   "%u claims are not found in this version", n_lost),
                         n_lost);
    g_autofree char *both = g_strdup_printf ("%s · %s", text, lost);

    gtk_label_set_text (self->count, both);
  } else {
    gtk_label_set_text (self->count, text);
  }
}

void
qm_reading_page_show_states (QmReadingPage *self)
{
  qm_reading_view_update (self->view);
  show_count (self);
}

void
qm_reading_page_keep (QmReadingPage *self)
{
  guint current = 0;
  g_autofree char *json = NULL;

  g_ptr_array_find (self->articles, self->article, &current);
  json = qm_article_list_to_json (self->articles, current);

  qm_document_set_reading (self->document, json);
}

static gboolean
keep_later_cb (gpointer data)
{
  QmReadingPage *self = data;

  self->keep_id = 0;
  if (self->article != NULL)
    qm_reading_page_keep (self);
  return G_SOURCE_REMOVE;
}

void
qm_reading_page_keep_later (QmReadingPage *self)
{
  if (self->keep_id == 0)
    self->keep_id = g_timeout_add (KEEP_AFTER, keep_later_cb, self);
}

/* --- What stands beside the text --- */

/* From a field back to the text. */
static gboolean
key_beside_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
               GdkModifierType modifiers G_GNUC_UNUSED, QmReadingPage *self)
{
  return key == GDK_KEY_Escape && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
reveal_cb (GtkWidget *side, GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data)
{
  QmReadingPage *self = user_data;
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (side));
  graphene_rect_t form;

  /* The first frame only lays out what has changed. */
  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->reveal_id = 0;
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->form), side, &form)) {
    double top = gtk_adjustment_get_value (rows) + form.origin.y - GAP;
    double height = form.size.height + 2 * GAP;

    gtk_adjustment_clamp_page (rows, top, top + MIN (height, gtk_adjustment_get_page_size (rows)));
  }
  return G_SOURCE_REMOVE;
}

void
qm_reading_page_reveal_form (QmReadingPage *self)
{
  self->n_frames = 0;
  if (self->reveal_id == 0)
    self->reveal_id = gtk_widget_add_tick_callback (self->side, reveal_cb, self, NULL);
}

/* --- The widget --- */

static void
lay_out (GtkWidget *widget, int width, int height)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, height }, -1);
}

/* Form and chart stand under the text where they have no room beside it. */
static gboolean
turn_cb (gpointer data)
{
  QmReadingPage *self = data;
  gboolean is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  if (is_narrow) {
    /* Or what it is higher now than it was wide would be added to the position. */
    lay_out (self->stack, gtk_widget_get_width (self->stack), gtk_widget_get_height (self->stack));
    gtk_paned_set_position (self->paned, gtk_widget_get_height (self->stack) / 3);
  }
  return G_SOURCE_REMOVE;
}

static void
qm_reading_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QmReadingPage *self = QM_READING_PAGE (widget);
  gboolean is_narrow = width < NARROW;
  gboolean was_narrow =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_size_allocate (self->stack, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (is_narrow != was_narrow)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, g_object_ref (self), g_object_unref);
}

static void
qm_reading_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (QM_READING_PAGE (widget)->stack, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  /* It turns before it would have to be as wide as text and form side by side. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SIDE_WIDTH);
}

static gboolean
qm_reading_page_grab_focus (GtkWidget *widget)
{
  QmReadingPage *self = QM_READING_PAGE (widget);

  if (self->article == NULL)
    return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  if (!qm_source_form_is_filled (self->source)) {
    QmSourceFields source;

    return qm_source_form_read (self->source, &source) || TRUE;
  }
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
keep_toggled_cb (QmReadingPage *self)
{
  if (self->document != NULL)
    qm_document_set_keeps_reading (self->document, gtk_check_button_get_active (self->keep));
}

static void
qm_reading_page_dispose (GObject *object)
{
  QmReadingPage *self = QM_READING_PAGE (object);

  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->dataset, qm_dataset_unref);
  g_clear_pointer (&self->chart, g_free);
  self->article = NULL;
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  G_OBJECT_CLASS (qm_reading_page_parent_class)->dispose (object);
}

static void
qm_reading_page_class_init (QmReadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_reading_page_dispose;
  widget_class->measure = qm_reading_page_measure;
  widget_class->size_allocate = qm_reading_page_size_allocate;
  widget_class->grab_focus = qm_reading_page_grab_focus;
  qm_widgets_set_kind (widget_class, "readingpage", GTK_ACCESSIBLE_ROLE_GENERIC);

  g_type_ensure (QM_TYPE_CHART_PREVIEW);
  g_type_ensure (QM_TYPE_CLAIM_FORM);
  g_type_ensure (QM_TYPE_CLAIMS_BESIDE);
  g_type_ensure (QM_TYPE_READING_VIEW);
  g_type_ensure (QM_TYPE_SOURCE_FORM);
  qm_widgets_set_template (widget_class, "reading-page");
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, paned);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, beside);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, side);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, view);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, source);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, form);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, checked);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, preview);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, claims);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, count);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, texts);
  gtk_widget_class_bind_template_child (widget_class, QmReadingPage, keep);
  gtk_widget_class_bind_template_callback (widget_class, keep_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_beside_cb);
}

static void
qm_reading_page_init (QmReadingPage *self)
{
  GtkWidget *foot;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_article_free);
  foot = qm_claim_form_get_foot (self->form);
  gtk_widget_add_css_class (foot, "foot");
  gtk_box_append (self->beside, foot);
  qm_access_name_drop_down (self->texts, _ ("Text"));
  qm_reading_page_connect_figure (self);
  qm_reading_page_connect_chart (self);
  qm_reading_page_connect_texts (self);
  qm_access_mend (self->stack);
}

GtkWidget *
qm_reading_page_new (QmApplyEdit apply, gpointer user_data)
{
  QmReadingPage *self = g_object_new (QM_TYPE_READING_PAGE, NULL);

  self->apply = apply;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}

void
qm_reading_page_set_document (QmReadingPage *self, QmDocument *document)
{
  const char *json;
  guint current = 0;

  g_return_if_fail (QM_IS_READING_PAGE (self));

  g_set_object (&self->document, document);
  json = qm_document_get_reading (document);
  gtk_check_button_set_active (self->keep, qm_document_keeps_reading (document));
  qm_reading_page_show_article (self, NULL);
  g_ptr_array_unref (self->articles);
  self->articles = qm_article_list_from_json (json != NULL ? json : "", &current);
  if (self->articles->len > 0)
    qm_reading_page_show_article (self, self->articles->pdata[current]);
}

void
qm_reading_page_update (QmReadingPage *self, QmSession *session, const QmTheme *theme)
{
  const QmChart *chart = session != NULL ? qm_session_get_chart (session) : NULL;
  QmDataset *before = self->dataset;

  g_return_if_fail (QM_IS_READING_PAGE (self));

  qm_chart_preview_show (self->preview, NULL, theme);
  qm_claims_beside_show (self->claims, NULL, NULL, NULL);
  self->dataset = session != NULL ? qm_dataset_ref (qm_session_get_dataset (session)) : NULL;
  g_free (self->chart);
  self->chart = chart != NULL ? g_strdup (chart->id) : NULL;
  qm_chart_preview_show (self->preview, chart, theme);
  qm_reading_page_show_claims (self);
  if (self->article != NULL && self->dataset != before) {
    qm_article_match (self->article, self->dataset);
    qm_reading_page_show_states (self);
    qm_reading_page_show_figure (self);
  }
  qm_dataset_unref (before);
}
