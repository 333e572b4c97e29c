#include "app/files/file-notice.h"

#include "app/widgets/access.h"
#include "app/widgets/follow.h"
#include "base/words.h"

struct _QmFileNotice {
  QmBin parent_instance;

  QmDocument *document; /* followed; NULL until set */
  GtkWidget *bar;
  GtkLabel *label;
  GtkWidget *show;
  GtkWidget *revert;
};

G_DEFINE_FINAL_TYPE (QmFileNotice, qm_file_notice, QM_TYPE_BIN)

/* NULL where there is nothing to say. */
static char *
describe (QmDocument *document)
{
  const GError *error = qm_document_get_error (document);
  const char *name = qm_document_get_name (document);

  if (qm_document_is_changed_elsewhere (document))
    /* Translators: %s is the name of a file */
    return g_strdup_printf (
        _ ("Another program has changed “%s”. What you see is yours, and not saved."), name);
  if (error == NULL || qm_document_get_dataset (document) == NULL)
    return NULL;
  if (qm_document_is_modified (document) &&
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_ ("“%s” is no longer there. What you see is yours, and not saved."),
                            name);
  if (qm_document_get_problems (document)->len > 0)
    /* Translators: %s is a sentence, such as “a.json” has 3 problems */
    return g_strdup_printf (_ ("%s. What it held before is still shown."), error->message);
  /* Translators: %s is the name of a file */
  return g_strdup_printf (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                              ? _ ("“%s” is no longer there. What it held is still shown.")
                              : _ ("“%s” can no longer be read. What it held is still shown."),
                          name);
}

static void
document_changed_cb (QmFileNotice *self)
{
  g_autofree char *text = describe (self->document);

  gtk_widget_set_visible (self->bar, text != NULL);
  gtk_widget_set_visible (self->revert, qm_document_is_changed_elsewhere (self->document));
  gtk_widget_set_visible (self->show, qm_document_get_problems (self->document)->len > 0);
  gtk_label_set_text (self->label, text != NULL ? text : "");
  if (text != NULL)
    qm_access_announce (GTK_WIDGET (self), text);
}

static void
qm_file_notice_class_init (QmFileNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  qm_widgets_set_kind (widget_class, "filenotice", GTK_ACCESSIBLE_ROLE_ALERT);
  qm_widgets_set_template (widget_class, "file-notice");
  gtk_widget_class_bind_template_child (widget_class, QmFileNotice, bar);
  gtk_widget_class_bind_template_child (widget_class, QmFileNotice, label);
  gtk_widget_class_bind_template_child (widget_class, QmFileNotice, show);
  gtk_widget_class_bind_template_child (widget_class, QmFileNotice, revert);
}

static void
qm_file_notice_init (QmFileNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qm_file_notice_set_document (QmFileNotice *self, QmDocument *document)
{
  g_return_if_fail (QM_IS_FILE_NOTICE (self));
  g_return_if_fail (QM_IS_DOCUMENT (document));

  self->document = qm_follow (self, document, G_CALLBACK (document_changed_cb));
  document_changed_cb (self);
}
