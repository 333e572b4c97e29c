/* Sheets of the texts of tables. */
#pragma once

#include "sheet/sheet.h"

#include <string.h>

static inline QmSheet *
read_bytes (GBytes *bytes, GError **error)
{
  const QmChoices choices = { 0 };

  return qm_sheet_read (bytes, &choices, error);
}

static inline QmSheet *
read_sheet (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return read_bytes (bytes, error);
}
