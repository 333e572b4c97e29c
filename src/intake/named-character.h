/* Characters as a page of HTML names them, as far as texts in European languages and Vietnamese
 * have them. https://html.spec.whatwg.org/multipage/named-characters.html */
#pragma once

#include <glib.h>

/* "eacute" is é; 0 for what is no such name. */
gunichar qm_named_character_find (const char *name);

/* The one that a page means by a number: Windows' characters stand where ISO 8859-1 has none. */
gunichar qm_named_character_of_number (gunichar number);
