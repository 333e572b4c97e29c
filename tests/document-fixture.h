/* A document of a file in a folder of its own, and waiting for what becomes of it. */
#pragma once

#include "app/files/document.h"
#include "base/language.h"
#include "load-dataset.h"
#include "state-folder.h"

#include <unistd.h>

/* Milliseconds in which anything is over. */
#define PATIENCE 10000

typedef struct {
  char *folder;
  char *path;
  char *text; /* a good dataset */
  GFile *file;
  QmState *state;
  QmDocument *document;
  guint n_changes;
} Fixture;

static inline void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static inline void
write_file (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

/* The good dataset under another title. */
static inline void
write_titled (Fixture *fixture, const char *title)
{
  g_autoptr (GString) text = g_string_new (fixture->text);

  g_assert_cmpuint (g_string_replace (text, "Smallest", title, 1), ==, 1);
  write_file (fixture, text->str);
}

/* The good dataset under another title, with room between its lines. */
static inline void
write_large (Fixture *fixture, const char *title)
{
  g_autofree char *room = g_strnfill (1000 * 1000, ' ');
  g_autoptr (GString) text = g_string_new (fixture->text);

  g_assert_cmpuint (g_string_replace (text, "Smallest", title, 1), ==, 1);
  g_string_append (text, room);
  write_file (fixture, text->str);
}

static inline void
open_document (Fixture *fixture)
{
  fixture->document = qm_document_new (fixture->file, fixture->state);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static inline gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static inline void
wait_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
wait_for_change (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (fixture->n_changes == 0 && g_get_monotonic_time () < end)
    wait_for (10);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  fixture->n_changes = 0;
}

static inline void
assert_title (Fixture *fixture, const char *title)
{
  g_assert_cmpstr (qm_text_get (qm_document_get_dataset (fixture->document)->title), ==, title);
}

static inline void
assert_error (Fixture *fixture, GQuark domain, int code, guint n_problems)
{
  g_assert_error (qm_document_get_error (fixture->document), domain, code);
  g_assert_cmpuint (qm_document_get_problems (fixture->document)->len, ==, n_problems);
}

static inline void
assert_fine (Fixture *fixture)
{
  g_assert_no_error (qm_document_get_error (fixture->document));
  g_assert_cmpuint (qm_document_get_problems (fixture->document)->len, ==, 0);
}

static inline void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "data/good/smallest.json", NULL);

  g_assert_true (g_file_get_contents (good, &fixture->text, NULL, NULL));
  fixture->folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  forget_state ();
  fixture->state = qm_state_load ();
  write_titled (fixture, "One");
}

static inline void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->document);
  g_object_unref (fixture->file);
  qm_state_unref (fixture->state);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->text);
}
