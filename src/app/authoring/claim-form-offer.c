#include "app/authoring/claim-form-private.h"

#include "app/authoring/word-list.h"
#include "app/widgets/access.h"
#include "base/words.h"

/* The field that a key in the text is of: of what, whose, compared with (so many times), when. */
static const struct {
  guint key;
  gsize field;
} keys[] = {
  { GDK_KEY_o, MEASURE }, { GDK_KEY_w, ENTITY }, { GDK_KEY_t, TO_ENTITY }, { GDK_KEY_h, TIME }
};

static GPtrArray *
list_of (const QmGuesses *guesses, gsize field)
{
  switch (field) {
  case MEASURE:
    return guesses->measures;
  case ENTITY:
  case TO_ENTITY:
    return guesses->entities;
  case TIME:
    return guesses->times;
  default:
    return NULL;
  }
}

void
qm_claim_form_offer (QmClaimForm *self, const QmGuesses *guesses)
{
  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  for (gsize i = 0; i < N_FIELDS; i++) {
    QmClaimFormField *field = &self->fields[i];
    GPtrArray *list = list_of (guesses, i);
    gboolean has_words = list != NULL && list->len > 0;

    g_clear_pointer (&field->offered, g_ptr_array_unref);
    field->offered = list != NULL ? g_ptr_array_ref (list) : NULL;
    if (list != NULL)
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (field->entry), GTK_ENTRY_ICON_SECONDARY,
                                         has_words ? "pan-down-symbolic" : NULL);
    if (has_words)
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (field->entry), GTK_ENTRY_ICON_SECONDARY,
                                       _ ("Words of the text (Down)"));
  }
}

/* The words of the text that it is filled from now are seen there. */
static void
take (QmClaimFormField *field, const QmGuess *guess)
{
  field->start = guess != NULL ? guess->start : 0;
  field->end = guess != NULL ? guess->end : 0;
  gtk_editable_set_text (GTK_EDITABLE (field->entry), guess != NULL ? guess->text : "");
  gtk_editable_set_position (GTK_EDITABLE (field->entry), -1);
  qm_claim_form_tell_words (field);
}

static void
chosen_cb (guint number, gpointer data)
{
  QmClaimFormField *field = data;

  if (field->offered != NULL && number < field->offered->len)
    take (field, field->offered->pdata[number]);
}

gboolean
qm_claim_form_open_list (QmClaimFormField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (field->offered == NULL || field->offered->len == 0)
    return FALSE;
  for (guint i = 0; i < field->offered->len; i++)
    g_strv_builder_add (builder, ((const QmGuess *) field->offered->pdata[i])->text);
  words = g_strv_builder_end (builder);
  qm_word_list_open (field->entry, (const char *const *) words, chosen_cb, field);
  return TRUE;
}

/* After the last one comes an empty field, and after that the first again. */
static const QmGuess *
find_next (const QmClaimFormField *field, int step)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field->entry));
  guint n = field->offered->len, at = n;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (((const QmGuess *) field->offered->pdata[i])->text, text))
      at = i;
  at = (at + (step < 0 ? n : 1)) % (n + 1);
  return at < n ? field->offered->pdata[at] : NULL;
}

static void
announce (QmClaimFormField *field, const QmGuess *guess)
{
  g_autofree char *words =
      /* Translators: a field of a form and what stands in it: "Whose: Norway" */
      g_strdup_printf (_ ("%s: %s"), gtk_label_get_text (GTK_LABEL (field->label)),
                       /* Translators: a field of the form, which is empty */
                       guess != NULL ? guess->text : _ ("empty"));

  qm_access_announce (GTK_WIDGET (field->form), words);
}

gboolean
qm_claim_form_take_next (QmClaimForm *self, guint key, int step)
{
  g_return_val_if_fail (QM_IS_CLAIM_FORM (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    QmClaimFormField *field = &self->fields[keys[i].field];
    const QmGuess *guess;

    if (gdk_keyval_to_lower (key) != keys[i].key || field->offered == NULL ||
        !gtk_widget_get_visible (field->entry))
      continue;
    guess = find_next (field, step);
    take (field, guess);
    announce (field, guess);
    return TRUE;
  }
  return FALSE;
}
