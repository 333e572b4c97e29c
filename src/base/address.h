/* Addresses of pages on the web. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE if the text is an address by RFC 3986 that a browser opens: http or https, with a host, and
 * of no characters but those that the standard has there. */
gboolean qm_address_is_valid (const char *text);

/* The address with everything percent-encoded that may stand in none, and the characters of also.
 */
char *qm_address_encode (const char *address, const char *also) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
