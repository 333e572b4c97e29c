#include "app/controls/named-choice.h"

#include "app/widgets/access.h"
#include "app/widgets/mnemonic.h"

/* The longest choices, as the names of measures, are whole in the menu. */
#define MAX_CHARS 26

struct _QmNamedChoice {
  QmBin parent_instance;

  GtkWidget *button; /* a GtkMenuButton */
  GtkLabel *label;
  const char *format; /* (static) NULL until filled */
  GStrv names;
  guint selected;
};

G_DEFINE_FINAL_TYPE (QmNamedChoice, qm_named_choice, QM_TYPE_BIN)

enum { PROP_0, PROP_SELECTED, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  QmNamedChoice *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; self->names[i] != NULL; i++) {
    g_autofree char *label = qm_mnemonic_escape (self->names[i]);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "choice.selected", "u", i);
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The focus is on the button inside, which is spoken after what is chosen of. */
static void
say_choice (QmNamedChoice *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->button);
  const char *name = self->names[self->selected];
  g_autofree char *text = g_strdup_printf (self->format, name);

  gtk_label_set_text (self->label, text);
  qm_access_set_label (button, name);
}

static void
qm_named_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SELECTED)
    g_value_set_uint (value, QM_NAMED_CHOICE (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
qm_named_choice_set_property (GObject *object, guint property_id, const GValue *value,
                              GParamSpec *pspec)
{
  if (property_id == PROP_SELECTED)
    qm_named_choice_set_selected (QM_NAMED_CHOICE (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
qm_named_choice_dispose (GObject *object)
{
  QmNamedChoice *self = QM_NAMED_CHOICE (object);

  g_clear_pointer (&self->names, g_strfreev);
  G_OBJECT_CLASS (qm_named_choice_parent_class)->dispose (object);
}

static void
qm_named_choice_class_init (QmNamedChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qm_named_choice_get_property;
  object_class->set_property = qm_named_choice_set_property;
  object_class->dispose = qm_named_choice_dispose;
  properties[PROP_SELECTED] =
      g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "choice.selected", "selected");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
}

static void
qm_named_choice_init (QmNamedChoice *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4));

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                              "max-width-chars", MAX_CHARS, NULL);
  gtk_box_append (box, GTK_WIDGET (self->label));
  gtk_box_append (box, g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic",
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "child", box, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), fill_menu_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
qm_named_choice_fill (QmNamedChoice *self, const char *format, const char *const *names)
{
  g_return_if_fail (QM_IS_NAMED_CHOICE (self));
  g_return_if_fail (format != NULL && names != NULL && names[0] != NULL);

  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  self->format = format;
  self->selected = 0;
  say_choice (self);
}

guint
qm_named_choice_get_selected (QmNamedChoice *self)
{
  g_return_val_if_fail (QM_IS_NAMED_CHOICE (self), 0);

  return self->selected;
}

void
qm_named_choice_set_selected (QmNamedChoice *self, guint selected)
{
  g_return_if_fail (QM_IS_NAMED_CHOICE (self));
  g_return_if_fail (self->names != NULL && selected < g_strv_length (self->names));

  if (self->selected == selected)
    return;
  self->selected = selected;
  say_choice (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
