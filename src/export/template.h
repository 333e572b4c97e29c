/* The XML files among the data of which decks of slides are made (data/slides/). A word in braces
 * in one of them, "{title}", is a value to be filled in. */
#pragma once

#include <gio/gio.h>

/* From names to values, which are XML. Free with g_hash_table_unref(). */
GHashTable *qm_template_values_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Gives a value; its strings are escaped as qm_xml_append() does it. */
void qm_template_set (GHashTable *values, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The same of what is XML already. Takes over xml. */
void qm_template_set_xml (GHashTable *values, const char *name, char *xml);

/* The file of that path in data/slides/, filled. All values that it names are given. */
GBytes *qm_template_fill (const char *file, GHashTable *values) G_GNUC_WARN_UNUSED_RESULT;
