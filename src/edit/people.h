/* The authors of a source as they are typed, on one line: "Hao, Karen; The Economist". Of a person
 * the family name comes first; what has no comma is the name of an organisation, or of a person who
 * has only one. A name with a comma or semicolon in it stands in quotes: "\"Alphabet, Inc.\"". */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

/* people is the file's array, or NULL. */
char *qm_people_write (const cJSON *people) G_GNUC_WARN_UNUSED_RESULT;

/* The array, or NULL where nobody is named. */
cJSON *qm_people_read (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
