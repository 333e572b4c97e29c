#include "base/address.h"

#include <string.h>

/* The sets of RFC 3986, appendix A, without the letters and digits that are in all of them. */
#define UNRESERVED "-._~"
#define SUB_DELIMS "!$&'()*+,;="
#define IN_USER UNRESERVED SUB_DELIMS ":"
#define IN_PATH UNRESERVED SUB_DELIMS ":@/"
#define IN_QUERY IN_PATH "?"

/* What follows the characters of a set and percent-encoded bytes. */
static const char *
skip (const char *text, const char *set)
{
  for (;;) {
    if (*text == '%' && g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2]))
      text += 3;
    else if (*text != '\0' && (g_ascii_isalnum (*text) || strchr (set, *text) != NULL))
      text++;
    else
      return text;
  }
}

static const char *
skip_scheme (const char *text)
{
  static const char *const schemes[] = { "https://", "http://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_has_prefix (text, schemes[i]))
      return text + strlen (schemes[i]);
  return NULL;
}

/* A name, or a number in brackets as IPv6 has them; NULL where there is none. */
static const char *
skip_host (const char *text)
{
  const char *end;
  g_autofree char *number = NULL;

  if (*text != '[') {
    end = skip (text, UNRESERVED SUB_DELIMS);
    return end > text ? end : NULL;
  }

  end = strchr (text, ']');
  number = end != NULL ? g_strndup (text + 1, (gsize) (end - text - 1)) : NULL;
  return number != NULL && g_hostname_is_ip_address (number) && strchr (number, ':') != NULL &&
                 strchr (number, '%') == NULL
             ? end + 1
             : NULL;
}

/* Somebody's name before an @, the host, and a port; NULL where they are not right. */
static const char *
skip_authority (const char *text)
{
  const char *user = skip (text, IN_USER);

  text = skip_host (*user == '@' ? user + 1 : text);
  if (text == NULL || *text != ':')
    return text;

  text++;
  return text + strspn (text, "0123456789");
}

gboolean
qm_address_is_valid (const char *text)
{
  const char *rest = skip_scheme (text);

  rest = rest != NULL ? skip_authority (rest) : NULL;
  if (rest == NULL || (*rest != '\0' && strchr ("/?#", *rest) == NULL))
    return FALSE;

  rest = skip (rest, IN_PATH);
  if (*rest == '?')
    rest = skip (rest + 1, IN_QUERY);
  if (*rest == '#')
    rest = skip (rest + 1, IN_QUERY);
  return *rest == '\0';
}

char *
qm_address_encode (const char *address, const char *also)
{
  GString *encoded = g_string_new (NULL);

  for (const char *c = address; *c != '\0'; c++) {
    gboolean is_kept = g_ascii_isalnum (*c) || strchr (IN_QUERY "#[]%", *c) != NULL;

    if (is_kept && strchr (also, *c) == NULL)
      g_string_append_c (encoded, *c);
    else
      g_string_append_printf (encoded, "%%%02X", (guchar) *c);
  }
  return g_string_free (encoded, FALSE);
}

static void
append_encoded (GString *address, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_printf (address, (guchar) *c < 0x80 ? "%c" : "%%%02X", (guchar) *c);
}

char *
qm_address_from_typed (const char *text)
{
  const char *end = strstr (text, "://");
  gsize length = end != NULL ? (gsize) (end + 3 - text) : 0;
  g_autofree char *scheme = g_ascii_strdown (text, (gssize) length);
  g_autofree char *host = NULL, *ascii = NULL;
  GString *address;

  if (skip_scheme (scheme) == NULL)
    return g_strdup (text);

  text += length;
  host = g_strndup (text, strcspn (text, "/?#"));
  ascii = g_hostname_is_non_ascii (host) ? g_hostname_to_ascii (host) : NULL;
  address = g_string_new (scheme);
  append_encoded (address, ascii != NULL ? ascii : host);
  append_encoded (address, text + strlen (host));
  return g_string_free (address, FALSE);
}
