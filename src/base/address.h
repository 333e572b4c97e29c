/* Addresses of pages on the web. */
#pragma once

#include <glib.h>

/* TRUE if the text is an address by RFC 3986 that a browser opens: http or https, with a host, and
 * of no characters but those that the standard has there. */
gboolean qm_address_is_valid (const char *text);

/* The address with everything percent-encoded that may stand in none, and the characters of also.
 */
char *qm_address_encode (const char *address, const char *also) G_GNUC_WARN_UNUSED_RESULT;

/* What somebody wrote, or copied from where addresses are shown in all scripts: its scheme in small
 * letters, its host by IDNA, other letters than ASCII's percent-encoded (RFC 3987, 3.1). It may
 * still be no address; what does not begin as one stays as it is. */
char *qm_address_from_typed (const char *text) G_GNUC_WARN_UNUSED_RESULT;
