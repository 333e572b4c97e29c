#include "app/widgets/question.h"

#include "app/widgets/escape.h"
#include "app/widgets/mnemonic.h"
#include "base/words.h"

#define WIDTH 420

typedef struct {
  GtkWindow *window;
  GtkWindow *parent;
  QmAnswered answered;
  guint answer;
} Choice;

static void
chosen_cb (Choice *choice)
{
  g_autoptr (GtkWindow) parent = g_object_ref (choice->parent);
  QmAnswered answered = choice->answered;
  guint answer = choice->answer;

  gtk_window_destroy (choice->window);
  answered (parent, answer);
}

static GtkWidget *
add_button (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *button = qm_mnemonic_button_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
free_choice (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  g_free (data);
}

static void
add_buttons (GtkWindow *window, GtkWindow *parent, GtkWidget *box, const QmAnswer *answers,
             gsize n_answers, guint usual, QmAnswered answered)
{
  GtkWidget *button = add_button (box, _ ("_Cancel"), NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  for (guint i = 0; i < n_answers; i++) {
    Choice *choice = g_new0 (Choice, 1);

    *choice = (Choice) { window, parent, answered, i };
    button = add_button (box, answers[i].label, answers[i].css_class);
    g_signal_connect_data (button, "clicked", G_CALLBACK (chosen_cb), choice, free_choice,
                           G_CONNECT_SWAPPED);
    if (i == usual)
      gtk_window_set_focus (window, button);
  }
}

void
qm_question_ask (GtkWindow *parent, const char *title, const char *text, const QmAnswer *answers,
                 gsize n_answers, guint usual, QmAnswered answered)
{
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                                    "resizable", FALSE, "title", title, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (text), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (content, "dialog-content");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_set_size_request (content, WIDTH, -1);
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), buttons);
  gtk_window_set_child (GTK_WINDOW (window), content);
  add_buttons (GTK_WINDOW (window), parent, buttons, answers, n_answers, usual, answered);
  qm_escape_closes (window);
  gtk_window_present (GTK_WINDOW (window));
}
