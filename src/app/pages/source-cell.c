#include "app/pages/source-cell.h"

#include "app/widgets/address-menu.h"
#include "app/widgets/cite-menu.h"
#include "app/widgets/claim-labels.h"
#include "app/widgets/flow-layout.h"
#include "app/widgets/follow.h"
#include "app/widgets/text-label.h"
#include "base/words.h"
#include "chart/words/wording.h"

/* Room for "¶11, ¶12" beside a claim. */
#define DETAILS_CHARS 8

struct _QmSourceCell {
  QmBin parent_instance;

  QmSourceRowKind kind;
  QmSourceRow *row; /* followed; NULL until set */

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *details;
  GtkWidget *count;   /* of headings */
  GtkWidget *address; /* this and the next of sources */
  GtkWidget *cite;
  GtkWidget *address_buttons[2]; /* where there is an address */
};

G_DEFINE_FINAL_TYPE (QmSourceCell, qm_source_cell, QM_TYPE_BIN)

/* --- The address, and the rest of it --- */

static void
copy_address_cb (QmSourceCell *self)
{
  qm_address_menu_copy (GTK_WIDGET (self), qm_source_row_get_source (self->row)->url);
}

static void
open_address_cb (QmSourceCell *self)
{
  qm_address_menu_open (GTK_WIDGET (self), qm_source_row_get_source (self->row)->url);
}

static void
edit_cb (QmSourceCell *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-entry", "(ss)", "sources",
                              qm_source_row_get_source (self->row)->id);
}

/* --- Building --- */

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = qm_text_label_new (NULL, PANGO_WRAP_WORD_CHAR, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (QmSourceCell *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_buttons (QmSourceCell *self)
{
  GtkWidget *buttons = qm_flow_layout_box_new ();

  self->cite = g_object_new (QM_TYPE_CITE_MENU, NULL);
  gtk_box_append (GTK_BOX (buttons), self->cite);
  self->address_buttons[0] =
      add_button (self, buttons, _ ("Copy address"), G_CALLBACK (copy_address_cb));
  self->address_buttons[1] =
      add_button (self, buttons, _ ("Open address"), G_CALLBACK (open_address_cb));
  add_button (self, buttons, _ ("Edit…"), G_CALLBACK (edit_cb));
  gtk_box_append (GTK_BOX (self->box), buttons);
}

static void
build_heading (QmSourceCell *self)
{
  self->title = add_label (self->box, "title");
  if (self->kind == QM_SOURCE_ROW_SOURCE)
    self->details = add_label (self->box, "details");
  self->count = add_label (self->box, "muted");
  if (self->kind == QM_SOURCE_ROW_SOURCE) {
    self->address = qm_address_menu_label_new (NULL);
    gtk_widget_add_css_class (self->address, "muted");
    gtk_box_append (GTK_BOX (self->box), self->address);
    add_buttons (self);
  }
}

static void
build_claim (QmSourceCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->box), 12);
  self->details = add_label (self->box, "muted");
  gtk_label_set_width_chars (GTK_LABEL (self->details), DETAILS_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->details), DETAILS_CHARS);
  gtk_label_set_yalign (GTK_LABEL (self->details), 0);
  self->title = add_label (self->box, "statement");
  gtk_widget_set_hexpand (self->title, TRUE);
}

GtkWidget *
qm_source_cell_new (QmSourceRowKind kind)
{
  static const char *const css_classes[QM_N_SOURCE_ROW_KINDS] = {
    [QM_SOURCE_ROW_SOURCE] = "source",
    [QM_SOURCE_ROW_VOICE] = "voice",
    [QM_SOURCE_ROW_CLAIM] = "claim",
  };
  QmSourceCell *self = g_object_new (QM_TYPE_SOURCE_CELL, NULL);

  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_classes[kind]);
  if (kind == QM_SOURCE_ROW_CLAIM)
    build_claim (self);
  else
    build_heading (self);
  return GTK_WIDGET (self);
}

/* --- Showing a row --- */

static void
show_source (QmSourceCell *self, const QmSource *source)
{
  qm_claim_labels_show_text (GTK_LABEL (self->address), source->url);
  qm_cite_menu_set_cited (QM_CITE_MENU (self->cite), (QmCited) { .source = source });
  for (gsize i = 0; i < G_N_ELEMENTS (self->address_buttons); i++)
    gtk_widget_set_visible (self->address_buttons[i], source->url != NULL);
}

/* "newspaper article, 23 claims" */
static char *
word_count (QmSourceRow *row)
{
  guint n_claims = qm_source_row_get_n_claims (row);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%d claim", "%d claims", n_claims), (int) n_claims);

  if (qm_source_row_get_kind (row) != QM_SOURCE_ROW_SOURCE)
    return g_steal_pointer (&count);
  return g_strjoin (", ", qm_wording_kind (qm_source_row_get_source (row)), count, NULL);
}

void
qm_source_cell_set_row (QmSourceCell *self, QmSourceRow *row)
{
  g_autofree char *title = NULL, *details = NULL, *count = NULL;

  g_return_if_fail (QM_IS_SOURCE_CELL (self));
  g_return_if_fail (qm_source_row_get_kind (row) == self->kind);

  self->row = qm_follow (self, row, NULL);
  title = qm_source_row_get_title (row);
  details = qm_source_row_get_details (row);
  count = word_count (row);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  /* Without words a label would be spoken of as “GtkLabel”; the statement stands in its column. */
  if (self->kind == QM_SOURCE_ROW_CLAIM)
    gtk_label_set_text (GTK_LABEL (self->details), details[0] != '\0' ? details : "\302\240");
  if (self->count != NULL)
    gtk_label_set_text (GTK_LABEL (self->count), count);
  if (self->kind == QM_SOURCE_ROW_SOURCE) {
    qm_claim_labels_show_text (GTK_LABEL (self->details), details);
    show_source (self, qm_source_row_get_source (row));
  }
}

char *
qm_source_cell_get_words (QmSourceCell *self)
{
  g_autofree char *title = NULL, *details = NULL, *count = NULL;

  g_return_val_if_fail (QM_IS_SOURCE_CELL (self) && self->row != NULL, NULL);

  if (self->kind == QM_SOURCE_ROW_CLAIM)
    return qm_wording_claim (qm_source_row_get_claim (self->row));
  title = qm_source_row_get_title (self->row);
  details = qm_source_row_get_details (self->row);
  count = word_count (self->row);
  if (details[0] == '\0')
    return g_strjoin (", ", title, count, NULL);
  return g_strjoin (", ", title, details, count, NULL);
}

QmSourceRowKind
qm_source_cell_get_kind (QmSourceCell *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_CELL (self), QM_SOURCE_ROW_SOURCE);

  return self->kind;
}

/* --- The widget --- */

static void
qm_source_cell_class_init (QmSourceCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  qm_widgets_set_kind (widget_class, "sourcecell", GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qm_source_cell_init (QmSourceCell *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
