/* Texts inside XML: escaped, and without the characters that XML 1.0 cannot hold. */
#pragma once

#include <glib.h>

/* Appends format with its strings escaped, for contents and for attributes alike. Numbers with a
 * fraction come as strings, since printf() follows the locale. */
void qm_xml_append (GString *xml, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The text as qm_xml_append() can take it: without control characters, which no escape helps. */
char *qm_xml_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The text escaped for an attribute, with the ends of its lines, which a parser would turn into
 * spaces. To be written as it is. */
char *qm_xml_attribute (const char *text) G_GNUC_WARN_UNUSED_RESULT;
