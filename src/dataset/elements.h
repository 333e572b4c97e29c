/* Reading sources, units, entities, measures and charts; claims have a file of their own. */
#pragma once

#include "dataset/fields.h"

extern const QmRecord qm_source_record;
extern const QmRecord qm_unit_record;
extern const QmRecord qm_entity_record;
extern const QmRecord qm_measure_record;
extern const QmRecord qm_chart_record;

void qm_elements_read_source (QmReader *reader, const cJSON *json, gpointer source);

void qm_elements_read_unit (QmReader *reader, const cJSON *json, gpointer unit);

/* Its colour is its own only: what it has from above comes when all have been read. */
void qm_elements_read_entity (QmReader *reader, const cJSON *json, gpointer entity);

/* TRUE if a source can be of that kind. */
gboolean qm_elements_is_kind (const char *name);

/* TRUE if an entity can be given a colour of that name. */
gboolean qm_elements_is_color (const char *name);

/* What the file calls the colour that the entity is drawn in. Static storage. */
const char *qm_elements_color_name (const QmEntity *entity);