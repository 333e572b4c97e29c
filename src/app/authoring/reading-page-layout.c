#include "app/authoring/reading-page-private.h"

#include "app/widgets/access.h"
#include "base/words.h"

/* Pixels between what stands beside the text. */
#define GAP 12

/* From a field back to the text. */
static gboolean
key_beside_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
               GdkModifierType modifiers G_GNUC_UNUSED, QmReadingPage *self)
{
  return key == GDK_KEY_Escape && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

GtkWidget *
qm_reading_page_make_side (QmReadingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *foot = qm_claim_form_get_foot (self->form);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  gtk_widget_add_css_class (box, "beside-text");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->source));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->checked);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->claims));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  /* Or the list of claims would be as small as it can be. */
  gtk_scrollable_set_vscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))),
      GTK_SCROLL_NATURAL);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (foot, "foot");
  gtk_box_append (GTK_BOX (both), scrolled);
  gtk_box_append (GTK_BOX (both), foot);
  gtk_widget_set_size_request (both, QM_READING_PAGE_SIDE, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_beside_cb), self);
  gtk_widget_add_controller (both, keys);
  self->side = scrolled;
  return both;
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

GtkWidget *
qm_reading_page_make_text_side (QmReadingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count-of-figures");
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_wrap (self->count, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->texts), FALSE);
  qm_access_name_drop_down (self->texts, _ ("Text"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->texts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->keep),
                               _ ("The evidence of a claim leads to its words then. The text goes "
                                  "into no file that you pass "
                                  "on: it may not be yours to give away."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keep));
  return box;
}

GtkWidget *
qm_reading_page_make_blank (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("From an article to a chart"));
  GtkWidget *text = gtk_label_new (
      _ ("Copy an article and press Ctrl+V, or drop a file of it here: a web page, a document, a "
         "plain text. Its figures are found and underlined; each becomes a claim once you have "
         "confirmed it, and charts are drawn of the "
         "claims. Cells of a spreadsheet and CSV files come in the same way, as tables. Nothing "
         "leaves "
         "this computer."));
  GtkWidget *paste = gtk_button_new_with_label (_ ("Paste the text"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "no-text");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (paste, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (paste), "win.paste-text");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), paste);
  return box;
}
