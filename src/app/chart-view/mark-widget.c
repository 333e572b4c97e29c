#include "app/chart-view/mark-widget.h"

#include "app/widgets/access.h"
#include "app/widgets/bin.h"
#include "base/words.h"
#include "chart/words/wording.h"

struct _QmMarkWidget {
  GtkWidget parent_instance;

  const QmClaim *claim;
  char *words; /* on the claim */
  int index;
};

G_DEFINE_FINAL_TYPE (QmMarkWidget, qm_mark_widget, GTK_TYPE_WIDGET)

static guint pressed_signal;

static void
press (GtkWidget *widget, const char *action_name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  g_signal_emit (widget, pressed_signal, 0);
}

/* As far as an arrow key moves a note, in parts of the picture. */
#define NOTE_STEP 0.02

static gboolean
move_note (GtkWidget *widget, GVariant *step, gpointer data G_GNUC_UNUSED)
{
  double across, down;

  g_variant_get (step, "(dd)", &across, &down);
  return gtk_widget_activate_action (widget, "view.move-note", "(sdd)",
                                     QM_MARK_WIDGET (widget)->claim->id, across, down);
}

static void
add_note_key (GtkWidgetClass *widget_class, guint key, double across, double down)
{
  gtk_widget_class_add_binding (widget_class, key, GDK_ALT_MASK, move_note, "(dd)", across, down);
}

static void
qm_mark_widget_finalize (GObject *object)
{
  g_free (QM_MARK_WIDGET (object)->words);
  G_OBJECT_CLASS (qm_mark_widget_parent_class)->finalize (object);
}

static void
qm_mark_widget_class_init (QmMarkWidgetClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space,
                                GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_mark_widget_finalize;
  pressed_signal = qm_widgets_add_signal (klass, "pressed", 0);

  qm_widgets_set_kind (widget_class, "mark", GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "mark.press", NULL, press);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "mark.press", NULL);
  add_note_key (widget_class, GDK_KEY_Left, -NOTE_STEP, 0);
  add_note_key (widget_class, GDK_KEY_Right, NOTE_STEP, 0);
  add_note_key (widget_class, GDK_KEY_Up, 0, -NOTE_STEP);
  add_note_key (widget_class, GDK_KEY_Down, 0, NOTE_STEP);
}

static void
qm_mark_widget_init (QmMarkWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qm_mark_widget_new (const QmClaim *claim)
{
  QmMarkWidget *self = g_object_new (QM_TYPE_MARK_WIDGET, NULL);

  self->claim = claim;
  self->words = qm_wording_claim (claim);
  return GTK_WIDGET (self);
}

/* GTK 4.8 tells screen readers neither position nor size of a set, and Orca reads a description
 * twice: everything goes into the label. */
void
qm_mark_widget_set_index (QmMarkWidget *self, int index, int n_marks)
{
  g_autofree char *label = NULL;

  g_return_if_fail (QM_IS_MARK_WIDGET (self));

  self->index = index;
  /* Translators: what is said of a mark in a chart, and its place among them, as "3 of 17" */
  label = g_strdup_printf (_ ("%s %d of %d"), self->words, index + 1, n_marks);
  qm_access_set_label (GTK_WIDGET (self), label);
}

const char *
qm_mark_widget_get_action (guint key, GdkModifierType modifiers)
{
  if ((modifiers & gtk_accelerator_get_default_mod_mask () & ~(guint) GDK_SHIFT_MASK) != 0)
    return NULL;
  switch (gdk_keyval_to_lower (key)) {
  case GDK_KEY_h:
    return "view.highlight";
  case GDK_KEY_n:
    return "view.note";
  default:
    return NULL;
  }
}

int
qm_mark_widget_get_index (QmMarkWidget *self)
{
  g_return_val_if_fail (QM_IS_MARK_WIDGET (self), -1);

  return self->index;
}

const QmClaim *
qm_mark_widget_get_claim (QmMarkWidget *self)
{
  g_return_val_if_fail (QM_IS_MARK_WIDGET (self), NULL);

  return self->claim;
}
