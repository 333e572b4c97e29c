#include "app/authoring/reading-view.h"

#include "app/widgets/access.h"
#include "base/words.h"

struct _QmReadingView {
  QmBin parent_instance;

  GtkWidget *scrolled;
  GtkTextView *text;
  QmArticle *article; /* (unowned) */
  GArray *starts;     /* gsize: where in the buffer each paragraph's own words begin */
  GArray *shown;      /* const char *: the tag by which each figure shows its state, or NULL */
  gsize figure;
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (QmReadingView, qm_reading_view, QM_TYPE_BIN)

enum { FIGURE_CHANGED, OPENED, KEY_OF_FIGURE, POINTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- What is seen of it --- */

/* Colours that are seen on light and dark, each with a sign that is none. */
static void
create_tags (GtkTextBuffer *buffer)
{
  const GdkRGBA blue = { 0.21f, 0.52f, 0.89f, 0.22f }, strong = { 0.21f, 0.52f, 0.89f, 0.5f };
  const GdkRGBA yellow = { 0.96f, 0.76f, 0.07f, 0.4f }, grey = { 0.5f, 0.5f, 0.5f, 1 };

  gtk_text_buffer_create_tag (buffer, "number", "scale", 0.85, NULL);
  gtk_text_buffer_create_tag (buffer, "open", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  /* GTK draws that one as dots. */
  gtk_text_buffer_create_tag (buffer, "bare", "underline", PANGO_UNDERLINE_ERROR, "underline-rgba",
                              &grey, NULL);
  gtk_text_buffer_create_tag (buffer, "claim", "background-rgba", &blue, "weight",
                              PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "dismissed", "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "current", "background-rgba", &strong, "underline",
                              PANGO_UNDERLINE_DOUBLE, NULL);
  /* A later one is seen where both are: within the current figure. */
  gtk_text_buffer_create_tag (buffer, "words", "background-rgba", &yellow, NULL);
}

static GtkTextBuffer *
get_buffer (QmReadingView *self)
{
  return gtk_text_view_get_buffer (self->text);
}

static gboolean
has_figure (QmReadingView *self)
{
  return self->article != NULL && self->figure < qm_article_count (self->article);
}

static void
get_range (QmReadingView *self, gsize paragraph, gsize start, gsize end, GtkTextIter *from,
           GtkTextIter *to)
{
  gsize first = g_array_index (self->starts, gsize, paragraph - 1);

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), from, (int) (first + start));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), to, (int) (first + end));
}

static void
remove_tag (QmReadingView *self, const char *name)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag_by_name (get_buffer (self), name, &start, &end);
}

static const char *
word_state (QmFigureState state)
{
  switch (state) {
  case QM_FIGURE_OPEN:
    return C_ ("figure", "open");
  case QM_FIGURE_CLAIM:
    return C_ ("figure", "a claim");
  case QM_FIGURE_DISMISSED:
    return C_ ("figure", "dismissed");
  }
  g_return_val_if_reached ("");
}

static void
tell_figure (QmReadingView *self, gsize index)
{
  const QmReadFigure *figure = qm_article_get (self->article, index);
  GtkTextIter from, to;
  g_autofree char *words = NULL, *text = NULL;

  get_range (self, figure->paragraph, figure->start, figure->end, &from, &to);
  words = gtk_text_buffer_get_text (get_buffer (self), &from, &to, FALSE);
  /* Translators: a figure as the text has it; its place among all figures; its state */
  text = g_strdup_printf (_ ("%s, figure %u of %u, %s"), words, (guint) index + 1,
                          (guint) qm_article_count (self->article), word_state (figure->state));
  qm_access_announce (GTK_WIDGET (self), text);
}

/* Once the lines have their places: the text view's own way leaves a text that is new where its end
 * is. */
static gboolean
scroll_cb (gpointer data)
{
  QmReadingView *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  const QmReadFigure *figure;
  GtkTextIter from, to;
  GdkRectangle place;

  self->scroll_id = 0;
  if (!has_figure (self))
    return G_SOURCE_REMOVE;
  figure = qm_article_get (self->article, self->figure);
  get_range (self, figure->paragraph, figure->start, figure->end, &from, &to);
  gtk_text_view_get_iter_location (self->text, &from, &place);
  if (place.y < value + place.height || place.y + 2 * place.height > value + page)
    gtk_adjustment_set_value (adjustment, place.y - page / 3);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_figure (QmReadingView *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_cb, self, NULL);
}

static void
show_current (QmReadingView *self)
{
  GtkTextIter from, to;
  const QmReadFigure *figure;

  remove_tag (self, "current");
  remove_tag (self, "words");
  if (!has_figure (self))
    return;
  figure = qm_article_get (self->article, self->figure);
  get_range (self, figure->paragraph, figure->start, figure->end, &from, &to);
  gtk_text_buffer_apply_tag_by_name (get_buffer (self), "current", &from, &to);
  /* A screen reader reads the line of the cursor, which nobody sees. */
  gtk_text_buffer_place_cursor (get_buffer (self), &from);
  scroll_to_figure (self);
  tell_figure (self, self->figure);
}

static const char *
tag_of (const QmReadFigure *figure)
{
  switch (figure->state) {
  case QM_FIGURE_OPEN:
    return figure->is_bare ? "bare" : "open";
  case QM_FIGURE_CLAIM:
    return "claim";
  case QM_FIGURE_DISMISSED:
    return "dismissed";
  }
  g_return_val_if_reached (NULL);
}

void
qm_reading_view_update (QmReadingView *self)
{
  gsize n_changed = 0, changed = 0;

  g_return_if_fail (QM_IS_READING_VIEW (self));

  for (gsize i = 0; self->article != NULL && i < qm_article_count (self->article); i++) {
    const QmReadFigure *figure = qm_article_get (self->article, i);
    const char **shown = &g_array_index (self->shown, const char *, i), *name = tag_of (figure);
    GtkTextIter from, to;

    /* GTK counts the letters of a paragraph for each change of a tag in it. */
    if (g_strcmp0 (*shown, name) == 0)
      continue;
    get_range (self, figure->paragraph, figure->start, figure->end, &from, &to);
    if (*shown != NULL)
      gtk_text_buffer_remove_tag_by_name (get_buffer (self), *shown, &from, &to);
    gtk_text_buffer_apply_tag_by_name (get_buffer (self), name, &from, &to);
    *shown = name;
    n_changed++;
    changed = i;
  }
  /* Undone, done again or changed elsewhere: not where the reader is. */
  if (n_changed == 1 && changed != self->figure && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_figure (self, changed);
}

/* --- Going from figure to figure --- */

static void
go_to (QmReadingView *self, gsize figure)
{
  self->figure = figure;
  show_current (self);
  g_signal_emit (self, signals[FIGURE_CHANGED], 0);
}

/* FALSE at either end, so that Tab leads on to what is beside the text. */
static gboolean
step (QmReadingView *self, int step)
{
  gsize n = self->article != NULL ? qm_article_count (self->article) : 0;

  if (n == 0 || (step < 0 && self->figure == 0) || (step > 0 && self->figure + 1 >= n))
    return FALSE;
  go_to (self, step < 0 ? self->figure - 1 : self->figure + 1);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key,
                guint code G_GNUC_UNUSED, GdkModifierType modifiers, QmReadingView *self)
{
  /* A newer version of the text, or another one: the text view would paste into itself, and cannot.
   */
  if (key == GDK_KEY_v && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == GDK_CONTROL_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.paste-text", NULL);
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !has_figure (self))
    return FALSE;
  switch (key) {
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab:
  case GDK_KEY_Right:
  case GDK_KEY_Down:
    return step (self, 1);
  case GDK_KEY_ISO_Left_Tab:
  case GDK_KEY_Left:
  case GDK_KEY_Up:
    return step (self, -1);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    g_signal_emit (self, signals[OPENED], 0);
    return TRUE;
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
  case GDK_KEY_BackSpace:
  case GDK_KEY_1:
  case GDK_KEY_2:
  case GDK_KEY_3:
  case GDK_KEY_4:
  case GDK_KEY_5:
  case GDK_KEY_c:
  case GDK_KEY_C:
  case GDK_KEY_o:
  case GDK_KEY_O:
  case GDK_KEY_w:
  case GDK_KEY_W:
  case GDK_KEY_t:
  case GDK_KEY_T:
  case GDK_KEY_h:
  case GDK_KEY_H:
    g_signal_emit (self, signals[KEY_OF_FIGURE], 0, key);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
find_place (QmReadingView *self, double x, double y, GtkTextIter *place)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (self->text, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  return has_figure (self) &&
         gtk_text_view_get_iter_at_location (self->text, place, buffer_x, buffer_y);
}

static void
motion_cb (GtkEventControllerMotion *controller G_GNUC_UNUSED, double x, double y,
           QmReadingView *self)
{
  GtkTextIter place;
  gint64 first, at = -1;

  if (find_place (self, x, y, &place)) {
    gsize paragraph = qm_article_get (self->article, self->figure)->paragraph;

    first = (gint64) g_array_index (self->starts, gsize, paragraph - 1);
    at = gtk_text_iter_get_offset (&place) - first;
    /* The paragraph is a line of the buffer. */
    if (at < 0 || gtk_text_iter_get_line (&place) != (int) paragraph - 1)
      at = -1;
  }
  g_signal_emit (self, signals[POINTED], 0, at);
}

static void
leave_cb (QmReadingView *self)
{
  g_signal_emit (self, signals[POINTED], 0, (gint64) -1);
}

static void
released_cb (GtkGestureClick *gesture G_GNUC_UNUSED, int n_press G_GNUC_UNUSED, double x, double y,
             QmReadingView *self)
{
  GtkTextIter place, from, to;

  if (!find_place (self, x, y, &place))
    return;
  for (gsize i = 0; i < qm_article_count (self->article); i++) {
    const QmReadFigure *figure = qm_article_get (self->article, i);

    get_range (self, figure->paragraph, figure->start, figure->end, &from, &to);
    if (gtk_text_iter_in_range (&place, &from, &to)) {
      go_to (self, i);
      return;
    }
  }
}

/* --- The widget --- */

static gboolean
qm_reading_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QM_READING_VIEW (widget)->text));
}

static void
qm_reading_view_dispose (GObject *object)
{
  QmReadingView *self = QM_READING_VIEW (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  G_OBJECT_CLASS (qm_reading_view_parent_class)->dispose (object);
}

static void
qm_reading_view_finalize (GObject *object)
{
  g_array_unref (QM_READING_VIEW (object)->starts);
  g_array_unref (QM_READING_VIEW (object)->shown);
  G_OBJECT_CLASS (qm_reading_view_parent_class)->finalize (object);
}

static void
qm_reading_view_class_init (QmReadingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_reading_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = qm_reading_view_finalize;
  widget_class->grab_focus = qm_reading_view_grab_focus;
  qm_widgets_set_kind (widget_class, "readingview", GTK_ACCESSIBLE_ROLE_GROUP);

  signals[FIGURE_CHANGED] = qm_widgets_add_signal (klass, "figure-changed", 0);
  signals[OPENED] = qm_widgets_add_signal (klass, "opened", 0);
  signals[KEY_OF_FIGURE] = qm_widgets_add_signal (klass, "key-of-figure", 1, G_TYPE_UINT);
  signals[POINTED] = qm_widgets_add_signal (klass, "pointed", 1, G_TYPE_INT64);

  qm_widgets_set_template (widget_class, "reading-view");
  gtk_widget_class_bind_template_child (widget_class, QmReadingView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QmReadingView, text);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

/* A text view takes a file for its address in words, and refuses it where it is read only: what is
 * dropped is for the window. */
static void
leave_drops (GtkWidget *text)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (text);

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller) || GTK_IS_DROP_TARGET_ASYNC (controller))
      gtk_widget_remove_controller (text, controller);
  }
}

static void
qm_reading_view_init (QmReadingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->shown = g_array_new (FALSE, TRUE, sizeof (const char *));
  leave_drops (GTK_WIDGET (self->text));
  create_tags (get_buffer (self));
}

static void
append (GtkTextBuffer *buffer, const char *text, const char *name)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, name, NULL);
}

void
qm_reading_view_set_article (QmReadingView *self, QmArticle *article)
{
  GtkTextBuffer *buffer;
  const char *const *paragraphs;

  g_return_if_fail (QM_IS_READING_VIEW (self));

  buffer = get_buffer (self);
  self->article = article;
  self->figure = 0;
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->shown, 0);
  gtk_text_buffer_set_text (buffer, "", -1);
  if (article == NULL)
    return;
  paragraphs = qm_article_get_paragraphs (article);
  for (gsize i = 0; paragraphs[i] != NULL; i++) {
    g_autofree char *number = g_strdup_printf ("%s¶%u  ", i > 0 ? "\n" : "", (guint) i + 1);
    gsize start;

    append (buffer, number, "number");
    start = (gsize) gtk_text_buffer_get_char_count (buffer);
    g_array_append_val (self->starts, start);
    append (buffer, paragraphs[i], NULL);
  }
  g_array_set_size (self->shown, (guint) qm_article_count (article));
  self->figure = qm_article_find_begun (article);
  qm_reading_view_update (self);
  show_current (self);
}

gsize
qm_reading_view_get_figure (QmReadingView *self)
{
  g_return_val_if_fail (QM_IS_READING_VIEW (self), 0);

  return self->figure;
}

void
qm_reading_view_set_figure (QmReadingView *self, gsize figure)
{
  g_return_if_fail (QM_IS_READING_VIEW (self));

  go_to (self, figure);
}

void
qm_reading_view_mark_words (QmReadingView *self, gsize start, gsize end)
{
  GtkTextIter from, to;

  g_return_if_fail (QM_IS_READING_VIEW (self));

  remove_tag (self, "words");
  if (end == 0 || !has_figure (self))
    return;
  get_range (self, qm_article_get (self->article, self->figure)->paragraph, start, end, &from, &to);
  gtk_text_buffer_apply_tag_by_name (get_buffer (self), "words", &from, &to);
}
