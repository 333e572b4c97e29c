/* Reading the objects of a dataset file by tables: which keys they have, which of these must be
 * there, and what stands at each. Everything that is wrong becomes a problem; reading goes on. */
#pragma once

#include "dataset/dataset-private.h"
#include "dataset/problem-list.h"

/* What has an id that is unique among its like. Claims and events share theirs. */
typedef enum { QM_SOURCES, QM_UNITS, QM_ENTITIES, QM_MEASURES, QM_CLAIMS, QM_CHARTS } QmIdSpace;

#define QM_N_ID_SPACES (QM_CHARTS + 1)

typedef struct {
  QmDataset *dataset;
  QmProblemList *problems;
  const QmForms *forms;
  GHashTable *ids[QM_N_ID_SPACES]; /* id → the struct that will hold what it names */
  GHashTable *groups;              /* id → GPtrArray of the claims that it stands for together */
} QmReader;

/* Reads json into value, whose type is the function's to know. */
typedef void (*QmReadFunc) (QmReader *reader, const cJSON *json, gpointer value);

typedef struct _QmField QmField;

/* What an object of the file is, or one of several kinds that may stand in the same place. */
typedef struct {
  const char *name;      /* in data/quymo.schema.json */
  const char *told_by;   /* the key that only objects of this kind have; NULL: all that are left */
  const QmField *fields; /* in the order in which a new object has them; the last has no key */
} QmRecord;

struct _QmField {
  const char *key;
  gboolean is_required;
  QmReadFunc read;         /* the value, or each of the array's; NULL: by the fields of records */
  gsize offset;            /* of the value in the target of qm_field_read_all */
  const QmRecord *records; /* the kinds of the object there, or of those in the array; NULL where
                              no object of the format's own stands there */
  gsize size, offset_of_n; /* of an array's elements, and where their number goes; 0: none */
  const char *const *choices; /* the names of which one stands there, ended by NULL; NULL: any */
};

/* A value at that member of the target's type. */
#define QM_FIELD(name, required, function, type, member)                                           \
  {                                                                                                \
    .key = name, .is_required = required, .read = function,                                        \
    .offset = G_STRUCT_OFFSET (type, member)                                                       \
  }

/* The same of one that is chosen among names. */
#define QM_FIELD_CHOICE(name, required, function, type, member, names)                             \
  {                                                                                                \
    .key = name, .is_required = required, .read = function,                                        \
    .offset = G_STRUCT_OFFSET (type, member), .choices = names                                     \
  }

/* An array that is not empty, with the number of its elements at another member. */
#define QM_FIELD_ARRAY(name, required, function, element, kinds, type, member, n_member)           \
  {                                                                                                \
    .key = name, .is_required = required, .read = function, .size = sizeof (element),              \
    .records = kinds, .offset = G_STRUCT_OFFSET (type, member),                                    \
    .offset_of_n = G_STRUCT_OFFSET (type, n_member)                                                \
  }

/* An array that is only looked at, and read once all of its like are known. */
#define QM_FIELD_SECTION(name, required, kinds)                                                    \
  {                                                                                                \
    .key = name, .is_required = required, .read = qm_field_check_array, .records = kinds           \
  }

/* The whole file. */
extern const QmRecord qm_dataset_record;

/* The one among the kinds that the object is; the last of them has no told_by. */
const QmRecord *qm_record_find (const QmRecord *kinds, const cJSON *json);

/* That of the key among them; where there is none, the last, which has no key. */
const QmField *qm_field_find (const QmField *fields, const char *key);

/* Reads an object. */
void qm_field_read_all (QmReader *reader, const cJSON *json, const QmField *fields,
                        gpointer target);

/* A problem at the key that json stands at, which is none of keys (element const char *). */
void qm_field_add_unknown_key (QmReader *reader, const cJSON *json, const GPtrArray *keys);

/* Reads an array that is not empty into n elements, as the field has them. */
gpointer qm_field_read_array (QmReader *reader, const cJSON *json, const QmField *field, gsize *n);

/* A problem where json is not such an array. */
void qm_field_check_array (QmReader *reader, const cJSON *json, gpointer unused);

/* The position of the string json in the NULL-terminated names; -1 and a problem if it is none of
 * them. expected describes the names where they are too many to list, else it is NULL. */
int qm_field_read_choice (QmReader *reader, const cJSON *json, const char *const *names,
                          const char *expected);

/* TRUE for the code of a language: "en", "pt-BR". */
gboolean qm_field_is_language (const char *code);

/* A problem where the key that json stands at is no language. */
void qm_field_check_language (QmReader *reader, const cJSON *json);

/* TRUE for what can be an id. */
gboolean qm_field_is_id (const char *id);

void qm_field_read_id (QmReader *reader, const cJSON *json, gpointer value);     /* const char * */
void qm_field_read_string (QmReader *reader, const cJSON *json, gpointer value); /* const char * */
void qm_field_read_language (QmReader *reader, const cJSON *json,
                             gpointer value);                                  /* const char * */
void qm_field_read_url (QmReader *reader, const cJSON *json, gpointer value);  /* const char * */
void qm_field_read_text (QmReader *reader, const cJSON *json, gpointer value); /* const QmText * */
void qm_field_read_number (QmReader *reader, const cJSON *json, gpointer value); /* double */
void qm_field_read_date (QmReader *reader, const cJSON *json, gpointer value);   /* QmDate */
void qm_field_read_time (QmReader *reader, const cJSON *json, gpointer value);   /* QmTime */
void qm_field_read_unit (QmReader *reader, const cJSON *json, gpointer value);   /* QmUnit */
void qm_field_read_entity (QmReader *reader, const cJSON *json,
                           gpointer value); /* const QmEntity * */
void qm_field_read_measure (QmReader *reader, const cJSON *json,
                            gpointer value); /* const QmMeasure * */
void qm_field_read_source (QmReader *reader, const cJSON *json,
                           gpointer value); /* const QmSource * */
void qm_field_read_claim (QmReader *reader, const cJSON *json,
                          gpointer value); /* const QmClaim * */

/* Keeps the node for later. */
void qm_field_read_node (QmReader *reader, const cJSON *json, gpointer value); /* const cJSON * */
