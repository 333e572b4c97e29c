#include "dataset/elements.h"

#include "base/words.h"
#include "dataset/tables.h"
#include "dataset/unit.h"

#include <string.h>

/* The types of CSL 1.0.2, https://docs.citationstyles.org/en/stable/specification.html */
static const char *const source_kinds[] = {
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "classic",
  "collection",
  "dataset",
  "document",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "event",
  "figure",
  "graphic",
  "hearing",
  "interview",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "performance",
  "periodical",
  "personal_communication",
  "post",
  "post-weblog",
  "regulation",
  "report",
  "review",
  "review-book",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "treaty",
  "webpage",
  NULL,
};

/* By their identity; the first is that of context. */
static const char *const color_names[QM_N_IDENTITIES + 1] = {
  [QM_IDENTITY_NONE] = "muted",    [QM_IDENTITY_BLUE] = "blue",       [QM_IDENTITY_RED] = "red",
  [QM_IDENTITY_GOLD] = "gold",     [QM_IDENTITY_VIOLET] = "violet",   [QM_IDENTITY_TEAL] = "teal",
  [QM_IDENTITY_GREEN] = "green",   [QM_IDENTITY_MAGENTA] = "magenta", [QM_IDENTITY_BROWN] = "brown",
  [QM_IDENTITY_INDIGO] = "indigo", [QM_IDENTITY_OLIVE] = "olive",
};

static void
read_kind (QmReader *reader, const cJSON *json, gpointer value)
{
  int choice =
      qm_field_read_choice (reader, json, source_kinds,
                            _ ("a CSL type such as article-newspaper, book, report or webpage"));

  *(const char **) value = choice < 0 ? NULL : source_kinds[choice];
}

static const QmField person_fields[] = {
  QM_FIELD ("family", TRUE, qm_field_read_string, QmAuthor, family),
  QM_FIELD ("given", FALSE, qm_field_read_string, QmAuthor, given),
  { .key = NULL },
};

/* An organisation is a text, a person has two names. */
static void
read_author (QmReader *reader, const cJSON *json, gpointer value)
{
  QmAuthor *author = value;

  if (cJSON_IsObject (json))
    qm_field_read_all (reader, json, person_fields, author);
  else
    qm_field_read_string (reader, json, &author->name);
}

/* "10.1038/s41586-020-2649-2" */
static void
read_doi (QmReader *reader, const cJSON *json, gpointer value)
{
  const char *text = cJSON_GetStringValue (json);
  const char *slash = text != NULL ? strchr (text, '/') : NULL;

  if (slash == NULL || !g_str_has_prefix (text, "10.") || slash[1] == '\0' ||
      strpbrk (text, " \n\t") != NULL)
    qm_problem_list_add_value (reader->problems, json, _ ("a DOI such as 10.1000/182"));
  else
    *(const char **) value = text;
}

/* The last digit follows from the others, by weights of 1 and 3 in thirteen digits and of 10 to 1
 * in ten, where X is 10. */
static gboolean
is_isbn (const char *text)
{
  int digits[13], n = 0, sum = 0;

  for (; *text != '\0'; text++) {
    if (*text == '-' || *text == ' ')
      continue;
    if (n == 13 || (!g_ascii_isdigit (*text) && !(*text == 'X' && n == 9)))
      return FALSE;
    digits[n++] = *text == 'X' ? 10 : *text - '0';
  }
  for (int i = 0; i < n; i++)
    sum += digits[i] * (n == 10 ? 10 - i : i % 2 == 0 ? 1 : 3);
  return n == 10 ? sum % 11 == 0 : n == 13 && digits[9] < 10 && sum % 10 == 0;
}

static void
read_isbn (QmReader *reader, const cJSON *json, gpointer value)
{
  if (!cJSON_IsString (json) || !is_isbn (json->valuestring))
    qm_problem_list_add_value (reader->problems, json,
                               _ ("an ISBN whose last digit follows from the others"));
  else
    *(const char **) value = json->valuestring;
}

static const QmField source_fields[] = {
  QM_FIELD ("id", TRUE, qm_field_read_id, QmSource, id),
  QM_FIELD_ARRAY ("author", FALSE, read_author, QmAuthor, NULL, QmSource, authors, n_authors),
  QM_FIELD ("title", FALSE, qm_field_read_text, QmSource, title),
  QM_FIELD ("original_title", FALSE, qm_field_read_text, QmSource, original_title),
  QM_FIELD ("container", FALSE, qm_field_read_text, QmSource, container),
  QM_FIELD ("describes", FALSE, qm_field_read_text, QmSource, describes),
  QM_FIELD_CHOICE ("kind", TRUE, read_kind, QmSource, kind, source_kinds),
  QM_FIELD ("issued", FALSE, qm_field_read_date, QmSource, issued),
  QM_FIELD ("publisher", FALSE, qm_field_read_text, QmSource, publisher),
  QM_FIELD ("edition", FALSE, qm_field_read_string, QmSource, edition),
  QM_FIELD ("volume", FALSE, qm_field_read_string, QmSource, volume),
  QM_FIELD ("issue", FALSE, qm_field_read_string, QmSource, issue),
  QM_FIELD ("pages", FALSE, qm_field_read_string, QmSource, pages),
  QM_FIELD ("language", FALSE, qm_field_read_language, QmSource, language),
  QM_FIELD ("doi", FALSE, read_doi, QmSource, doi),
  QM_FIELD ("isbn", FALSE, read_isbn, QmSource, isbn),
  QM_FIELD ("url", FALSE, qm_field_read_url, QmSource, url),
  QM_FIELD ("accessed", FALSE, qm_field_read_date, QmSource, accessed),
  QM_FIELD ("archive", FALSE, qm_field_read_url, QmSource, archive),
  QM_FIELD ("read_as", FALSE, qm_field_read_text, QmSource, read_as),
  { .key = NULL },
};

const QmRecord qm_source_record = { "source", NULL, source_fields };

void
qm_elements_read_source (QmReader *reader, const cJSON *json, gpointer value)
{
  qm_field_read_all (reader, json, source_fields, value);

  if (cJSON_IsObject (json) && !cJSON_GetObjectItemCaseSensitive (json, "title") &&
      !cJSON_GetObjectItemCaseSensitive (json, "describes"))
    qm_problem_list_add_missing (reader->problems, json, "title",
                                 _ ("the key “title” or “describes”"));
}

/* --- Units --- */

#define FORM(name, plural, required)                                                               \
  {                                                                                                \
    .key = name, .is_required = required, .read = qm_field_read_string,                            \
    .offset = (plural) * sizeof (const char *)                                                     \
  }

/* A name for each plural form of a language. */
static const QmField plural_fields[] = {
  FORM ("zero", QM_PLURAL_ZERO, FALSE),
  FORM ("one", QM_PLURAL_ONE, FALSE),
  FORM ("two", QM_PLURAL_TWO, FALSE),
  FORM ("few", QM_PLURAL_FEW, FALSE),
  FORM ("many", QM_PLURAL_MANY, FALSE),
  FORM ("other", QM_PLURAL_OTHER, TRUE),
  { .key = NULL },
};

/* A language without plural forms has one name. */
static void
read_plurals (QmReader *reader, const cJSON *json, const char *language, QmText **names)
{
  const char *words[QM_N_PLURALS] = { NULL };

  if (cJSON_IsObject (json))
    qm_field_read_all (reader, json, plural_fields, words);
  else
    qm_field_read_string (reader, json, &words[QM_PLURAL_OTHER]);

  for (int i = 0; i < QM_N_PLURALS; i++) {
    const char *form = words[i] != NULL ? words[i] : words[QM_PLURAL_OTHER];

    names[i]->variants[names[i]->n_variants++] = (QmTextVariant) { language, form };
  }
}

/* "patients", or for each language a name or one for each of its plural forms. */
static void
read_unit_names (QmReader *reader, const cJSON *json, gpointer value)
{
  QmOwnUnit *unit = value;
  QmText *names[QM_N_PLURALS];
  gsize n = cJSON_IsObject (json) ? (gsize) cJSON_GetArraySize (json) : 1;
  const cJSON *child;

  for (int i = 0; i < QM_N_PLURALS; i++)
    unit->names[i] = names[i] = qm_dataset_alloc (
        reader->dataset, 1, sizeof (QmText) + MAX (n, 1) * sizeof (QmTextVariant));

  if (!cJSON_IsObject (json)) {
    read_plurals (reader, json, "", names);
    return;
  }
  cJSON_ArrayForEach (child, json) {
    qm_field_check_language (reader, child);
    read_plurals (reader, child, child->string, names);
  }
  if (n == 0)
    qm_problem_list_add_value (reader->problems, json, _ ("a name"));
}

static const QmField unit_fields[] = {
  QM_FIELD ("id", TRUE, qm_field_read_id, QmOwnUnit, id),
  { .key = "name", .is_required = TRUE, .read = read_unit_names },
  { .key = NULL },
};

const QmRecord qm_unit_record = { "unit", NULL, unit_fields };

void
qm_elements_read_unit (QmReader *reader, const cJSON *json, gpointer value)
{
  const cJSON *id = cJSON_GetObjectItemCaseSensitive (json, "id");
  QmUnit known;

  qm_field_read_all (reader, json, unit_fields, value);
  /* A file may have words of its own for a person: inhabitants. */
  if (cJSON_IsString (id) && qm_unit_parse (id->valuestring, &known) && known.kind != QM_UNIT_OWN)
    qm_problem_list_add_value (reader->problems, id, _ ("an id that is no unit by itself"));
}

static void
read_color (QmReader *reader, const cJSON *json, gpointer value)
{
  int choice = qm_field_read_choice (reader, json, color_names, NULL);
  QmEntity *entity = value;

  entity->identity = choice < 0 ? QM_IDENTITY_NONE : (QmIdentity) choice;
  entity->is_muted = choice == QM_IDENTITY_NONE;
}

static const QmField entity_fields[] = {
  QM_FIELD ("id", TRUE, qm_field_read_id, QmEntity, id),
  QM_FIELD ("name", TRUE, qm_field_read_text, QmEntity, name),
  QM_FIELD ("short", FALSE, qm_field_read_text, QmEntity, short_name),
  QM_FIELD ("part_of", FALSE, qm_field_read_entity, QmEntity, part_of),
  { .key = "color", .read = read_color, .choices = color_names },
  { .key = NULL },
};

const QmRecord qm_entity_record = { "entity", NULL, entity_fields };

void
qm_elements_read_entity (QmReader *reader, const cJSON *json, gpointer value)
{
  QmEntity *entity = value;

  qm_field_read_all (reader, json, entity_fields, entity);
  if (entity->short_name == NULL)
    entity->short_name = entity->name;
}

static const QmField measure_fields[] = {
  QM_FIELD ("id", TRUE, qm_field_read_id, QmMeasure, id),
  QM_FIELD ("name", TRUE, qm_field_read_text, QmMeasure, name),
  QM_FIELD ("unit", TRUE, qm_field_read_unit, QmMeasure, unit),
  { .key = NULL },
};

const QmRecord qm_measure_record = { "measure", NULL, measure_fields };
static void
read_form (QmReader *reader, const cJSON *json, gpointer value)
{
  const char *names[32] = { NULL };
  int choice;

  for (gsize i = 0; i < G_N_ELEMENTS (names) - 1 && reader->forms->rules[i] != NULL; i++)
    names[i] = reader->forms->rules[i]->name;

  choice = qm_field_read_choice (reader, json, names, NULL);
  *(const QmFormRule **) value = choice < 0 ? NULL : reader->forms->rules[choice];
}

static void
read_panel_claims (QmReader *reader, const cJSON *json, gpointer value)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  QmPanel *panel = value;
  const cJSON *child;
  gsize i = 0;

  panel->claims = qm_tables_read_claims (reader, json, &panel->n_claims);

  if (panel->claims == NULL)
    return;
  cJSON_ArrayForEach (child, json) {
    gboolean is_known = FALSE;

    for (gsize n = qm_tables_count_named (reader, child); n > 0; n--, i++)
      is_known |=
          panel->claims[i] != NULL && !g_hash_table_add (known, (gpointer) panel->claims[i]);
    if (is_known)
      qm_problem_list_add_value (reader->problems, child,
                                 _ ("a claim that the panel does not have yet"));
  }
}

typedef struct {
  const QmText *text;
  const QmEntity *const *about;
  gsize n_about;
} TiedText;

/* A text, or {"text": …, "about": ["china"]}: "text" is no language. */
static void
read_tied_text (QmReader *reader, const cJSON *json, gpointer value)
{
  static const QmField fields[] = {
    QM_FIELD ("text", TRUE, qm_field_read_text, TiedText, text),
    QM_FIELD_ARRAY ("about", TRUE, qm_field_read_entity, QmEntity *, NULL, TiedText, about,
                    n_about),
    { .key = NULL },
  };
  TiedText tied = { 0 };

  if (cJSON_GetObjectItemCaseSensitive (json, "text") == NULL) {
    qm_field_read_text (reader, json, value);
    return;
  }
  qm_field_read_all (reader, json, fields, &tied);
  if (tied.text == NULL)
    return;
  /* It was allocated for this value alone. */
  ((QmText *) tied.text)->about = tied.about;
  ((QmText *) tied.text)->n_about = tied.n_about;
  *(const QmText **) value = tied.text;
}

static const QmField panel_fields[] = {
  QM_FIELD ("form", FALSE, read_form, QmPanel, form),
  QM_FIELD ("title", FALSE, qm_field_read_text, QmPanel, title),
  QM_FIELD ("subtitle", FALSE, read_tied_text, QmPanel, subtitle),
  QM_FIELD ("note", FALSE, read_tied_text, QmPanel, note),
  { .key = "claims", .is_required = TRUE, .read = read_panel_claims },
  { .key = NULL },
};

static const QmRecord panel_record = { "panel", NULL, panel_fields };

/* Only its keys are looked at here: what they name is known once the chart is complete. */
static void
read_view (QmReader *reader, const cJSON *json, gpointer value)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const char *key;
  const cJSON *child;

  if (!cJSON_IsObject (json)) {
    qm_problem_list_add_value (reader->problems, json, _ ("an object"));
    return;
  }
  for (gsize i = 0; reader->forms->view_key != NULL; i++) {
    key = reader->forms->view_key (i);
    if (key == NULL)
      break;
    g_ptr_array_add (keys, (gpointer) key);
  }
  cJSON_ArrayForEach (child, json)
    if (!g_ptr_array_find_with_equal_func (keys, child->string, g_str_equal, NULL))
      qm_field_add_unknown_key (reader, child, keys);
  *(const cJSON **) value = json;
}

static const QmField chart_fields[] = {
  QM_FIELD ("id", TRUE, qm_field_read_id, QmChart, id),
  QM_FIELD ("topic", TRUE, qm_field_read_text, QmChart, topic),
  QM_FIELD ("name", TRUE, qm_field_read_text, QmChart, name),
  QM_FIELD ("summary", TRUE, qm_field_read_text, QmChart, summary),
  QM_FIELD ("title", TRUE, qm_field_read_text, QmChart, title),
  QM_FIELD ("subtitle", FALSE, read_tied_text, QmChart, subtitle),
  QM_FIELD ("note", FALSE, read_tied_text, QmChart, note),
  QM_FIELD ("view", FALSE, read_view, QmChart, view),
  QM_FIELD_ARRAY ("panels", TRUE, NULL, QmPanel, &panel_record, QmChart, panels, n_panels),
  { .key = NULL },
};

const QmRecord qm_chart_record = { "chart", NULL, chart_fields };

gboolean
qm_elements_is_kind (const char *name)
{
  return g_strv_contains (source_kinds, name);
}

gboolean
qm_elements_is_color (const char *name)
{
  return g_strv_contains (color_names, name);
}

const char *
qm_elements_color_name (const QmEntity *entity)
{
  return color_names[entity->identity];
}