#include "base/address.h"

static void
accepts_what_a_browser_opens (void)
{
  static const char *const addresses[] = {
    "https://example.org",
    "http://example.org/",
    "https://example.org:8080/a/b;c=1,2/d?e=f&g=(h)#i/j?k",
    "https://user:word@example.org/",
    "https://127.0.0.1/",
    "https://[::1]:80/",
    "https://example.org/a%20b/%C3%BC",
    "https://xn--bnh-xla.example/'$!*+~._-@:",
    "https://example.org?q",
    "https://example.org#top",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_test_message ("%s", addresses[i]);
    g_assert_true (qm_address_is_valid (addresses[i]));
  }
}

static void
refuses_everything_else (void)
{
  static const char *const texts[] = {
    "",
    "example.org",
    "https:",
    "https://",
    "https:///path",
    "https://?q",
    "https://:80/",
    "https://user@/",
    "HTTPS//example.org",
    "HTTPS://example.org/",
    "ftp://example.org/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    " https://example.org/",
    "https://example.org/a b",
    "https://example.org/a\tb",
    "https://example.org/a\nb",
    "https://example.org/\x1b[2J",
    "https://example.org/\x7f",
    "https://example.org/a\\b",
    "https://example.org/<a>",
    "https://example.org/\"",
    "https://example.org/{a}",
    "https://example.org/a|b^c`d",
    "https://example.org/%",
    "https://example.org/%2",
    "https://example.org/%zz",
    "https://example.org/#a#b",
    "https://example.org/[a]",
    "https://example.org:80a/",
    "https://a@b@example.org/",
    "https://[::1",
    "https://[]/",
    "https://[127.0.0.1]/",
    "https://[::1]a/",
    "https://[fe80::1%25eth0]/",
    "https://example.org/đường",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_test_message ("%s", texts[i]);
    g_assert_false (qm_address_is_valid (texts[i]));
  }
}

/* Nothing that could end what a format has around it is left. */
static void
encodes_what_may_not_stand_there (void)
{
  static const struct {
    const char *address, *also, *encoded;
  } cases[] = {
    { "https://example.org/a?b=c&d#e%20", "", "https://example.org/a?b=c&d#e%20" },
    { "https://[::1]/", "", "https://[::1]/" },
    { "https://x/a b\\\"<>{}ü", "", "https://x/a%20b%5C%22%3C%3E%7B%7D%C3%BC" },
    { "https://x/(a)'", "'()", "https://x/%28a%29%27" },
    { "https://x/\n", "", "https://x/%0A" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *encoded = qm_address_encode (cases[i].address, cases[i].also);

    g_assert_cmpstr (encoded, ==, cases[i].encoded);
  }
}

static void
takes_what_people_write (void)
{
  static const struct {
    const char *typed, *address;
  } cases[] = {
    { "https://example.org/a%20b?c#d", "https://example.org/a%20b?c#d" },
    { "HTTPS://Example.org/Đường?q=ế#ộ",
      "https://Example.org/%C4%90%C6%B0%E1%BB%9Dng?q=%E1%BA%BF#%E1%BB%99" },
    { "http://bánh.example/", "http://xn--bnh-ela.example/" },
    { "https://bánh.example", "https://xn--bnh-ela.example" },
    { "https://example.org/a b", "https://example.org/a b" },
    { "javascript:ế://", "javascript:ế://" },
    { "Đường https://example.org/", "Đường https://example.org/" },
    { "pp. 3–4", "pp. 3–4" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *address = qm_address_from_typed (cases[i].typed);

    g_assert_cmpstr (address, ==, cases[i].address);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/accepts-what-a-browser-opens", accepts_what_a_browser_opens);
  g_test_add_func ("/address/refuses-everything-else", refuses_everything_else);
  g_test_add_func ("/address/encodes-what-may-not-stand-there", encodes_what_may_not_stand_there);
  g_test_add_func ("/address/takes-what-people-write", takes_what_people_write);

  return g_test_run ();
}
