#include "chart/words/tabular-fields.h"

#include "dataset/claim-time.h"
#include "dataset/elements.h"
#include "dataset/unit.h"

#include <math.h>
#include <string.h>

char *
qm_tabular_field_string (gconstpointer member)
{
  return g_strdup (*(const char *const *) member);
}

char *
qm_tabular_field_text (gconstpointer member)
{
  return g_strdup (qm_text_get (*(const QmText *const *) member));
}

char *
qm_tabular_field_count (gconstpointer member)
{
  int count = *(const int *) member;

  return count > 0 ? g_strdup_printf ("%d", count) : g_strdup ("");
}

char *
qm_tabular_field_time (gconstpointer member)
{
  return qm_claim_time_to_string (member);
}

char *
qm_tabular_field_date (gconstpointer member)
{
  const QmDate *date = member;
  const QmTime time = { .start = *date, .end = *date };

  return qm_claim_time_to_string (&time);
}

char *
qm_tabular_field_date_in_words (gconstpointer member)
{
  const QmDate *date = member;

  return date->year != 0 ? qm_format_date (*date) : g_strdup ("");
}

char *
qm_tabular_field_number (double value, const QmUnit *unit)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double scale = unit != NULL ? qm_unit_scale (unit) : 1;
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (!isfinite (value))
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (text, sizeof text, formats[i], value * scale);
    if (g_ascii_strtod (text, NULL) / scale == value)
      break;
  }
  return g_strdup (text);
}

static void
append_name (GString *line, const char *name)
{
  g_string_append_printf (line, strpbrk (name, ",;") != NULL ? "\"%s\"" : "%s", name);
}

char *
qm_tabular_field_authors (gconstpointer member)
{
  const QmSource *source = member;
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < source->n_authors; i++) {
    const QmAuthor *author = &source->authors[i];

    g_string_append (line, i > 0 ? QM_TABULAR_DIVIDER : "");
    append_name (line, author->name != NULL ? author->name : author->family);
    if (author->name == NULL && author->given != NULL) {
      g_string_append (line, ", ");
      append_name (line, author->given);
    }
  }
  return g_string_free (line, FALSE);
}

char *
qm_tabular_field_short_name (gconstpointer member)
{
  const QmEntity *entity = member;

  return g_strdup (entity->short_name != entity->name ? qm_text_get (entity->short_name) : "");
}

char *
qm_tabular_field_color (gconstpointer member)
{
  const QmEntity *entity = member;
  gboolean has_color = entity->is_muted || entity->identity != QM_IDENTITY_NONE;

  return g_strdup (has_color ? qm_elements_color_name (entity) : "");
}

/* NULL where the claim has none. */
static const char *
get_one (QmTabularOwner owner, const QmClaim *claim)
{
  const void *const owners[] = { [QM_FIELD_OF_CLAIM] = claim,
                                 [QM_FIELD_OF_MEASURE] = claim->measure,
                                 [QM_FIELD_OF_WHOSE] = claim->entity,
                                 [QM_FIELD_OF_TO_ENTITY] = claim->to_entity,
                                 [QM_FIELD_OF_SUPERSEDING] = claim->superseded_by };

  return owners[owner];
}

static gsize
count_entities (const QmClaim *claim)
{
  return (claim->entity != NULL) + (claim->to_entity != NULL);
}

static gsize
count_owners (QmTabularOwner owner, const QmClaim *claim)
{
  if (owner == QM_FIELD_OF_ENTITY)
    return count_entities (claim) + claim->n_above;
  return owner == QM_FIELD_OF_ABOVE ? claim->n_above : claim->n_citations;
}

static gconstpointer
get_owner (QmTabularOwner owner, const QmClaim *claim, gsize i)
{
  gsize n = owner == QM_FIELD_OF_ENTITY ? count_entities (claim) : 0;

  if (owner == QM_FIELD_OF_CITATION)
    return &claim->citations[i];
  if (owner == QM_FIELD_OF_SOURCE)
    return claim->citations[i].source;
  if (i >= n)
    return claim->above[i - n];
  return i == 0 && claim->entity != NULL ? claim->entity : claim->to_entity;
}

/* A divider within the part, and one that follows a part with \ at its end, cannot be taken for
 * each other: where one comes next, each \ is two, and one more keeps a divider in the part. */
static void
append_part (GString *all, const char *part, gboolean is_last)
{
  while (*part != '\0') {
    gsize n = strspn (part, "\\"), length = MAX (n, 1);
    gboolean is_divider = g_str_has_prefix (part + n, QM_TABULAR_DIVIDER);
    gboolean is_doubled = is_divider || (part[n] == '\0' && !is_last);

    g_string_append_len (all, part, is_doubled ? (gssize) n : 0);
    g_string_append (all, is_divider ? "\\" : "");
    if (is_divider)
      length = n + strlen (QM_TABULAR_DIVIDER);
    g_string_append_len (all, part, (gssize) length);
    part += length;
  }
}

static char *
write_several (const QmTabularField *field, const QmClaim *claim, gboolean is_for_machines)
{
  GString *all = g_string_new (NULL);
  gboolean has_any = FALSE;
  gsize n = count_owners (field->owner, claim);

  for (gsize i = 0; i < n; i++) {
    const char *owner = get_owner (field->owner, claim, i);
    g_autofree char *words = field->write (owner + field->offset);

    has_any = has_any || (words != NULL && words[0] != '\0');
    if (n > 1 && is_for_machines && words != NULL)
      append_part (all, words, i + 1 == n);
    else
      g_string_append (all, words != NULL ? words : "");
    g_string_append (all, i + 1 < n ? QM_TABULAR_DIVIDER : "");
  }
  return g_string_free (all, !has_any);
}

char *
qm_tabular_field_write (const QmTabularField *field, const QmClaim *claim, gboolean is_for_machines)
{
  gboolean is_one = field->owner < QM_FIELD_OF_CITATION;
  const char *owner = is_one ? get_one (field->owner, claim) : NULL;
  char *words = !is_one         ? write_several (field, claim, is_for_machines)
                : owner != NULL ? field->write (owner + field->offset)
                                : NULL;

  return words != NULL ? words : g_strdup ("");
}
