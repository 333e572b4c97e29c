/* How a draft is written in a format. Texts are plain, and escaped here. */
#pragma once

#include "dataset/dataset.h"

#include <gio/gio.h>

/* A claim with its number in the draft, from 1, and what is told of it. */
typedef struct {
  guint number;
  char **lines;    /* the first is what it says */
  const char *url; /* of its first source, or NULL */
} QmAnnotateNote;

typedef struct {
  void (*begin) (GString *file, const char *title, const char *language);
  void (*heading) (GString *file, const char *words);
  void (*line) (GString *file, const char *words);
  void (*begin_paragraph) (GString *file, gsize number);
  void (*words) (GString *file, const char *words);
  /* Words that claims quote (element QmAnnotateNote *). */
  void (*mark) (GString *file, const char *words, const GPtrArray *notes);
  void (*end_paragraph) (GString *file);
  /* All that is told of a claim. is_in_text: it was marked before. */
  void (*note) (GString *file, const QmAnnotateNote *note, gboolean is_in_text);
  /* (takes file) */
  GBytes *(*end) (GString *file, GError **error);
} QmAnnotateWriter;

extern const QmAnnotateWriter qm_annotate_html, qm_annotate_odt;
