/* A page of HTML as the tags and the words between them, one after the other. It takes time in
 * proportion to the length of the page, whatever stands in it: no depth and no number of attributes
 * makes it slower, which is more than libxml2 2.9 can say (a tag of 200,000 attributes, minutes).
 * https://html.spec.whatwg.org/multipage/parsing.html#tokenization */
#pragma once

#include <glib.h>

typedef enum { QM_TAG_END_OF_PAGE, QM_TAG_BEGIN, QM_TAG_END, QM_TAG_WORDS } QmTagKind;

typedef struct {
  const char *next; /* what comes after it */
  const char *end;  /* of the page */
  QmTagKind kind;
  char name[16];      /* in small letters; longer ones are cut */
  const char *text;   /* the words, or the attributes as they are written */
  gsize length;       /* bytes of them */
  gboolean is_raised; /* the words stand above the line */
  gboolean is_plain;  /* the words are of a script or the like, and none to be read */
  const char *inside; /* (static) the element whose words come next whatever they are */
} QmTag;

/* html is UTF-8 and outlives the tag. */
void qm_tag_begin (QmTag *tag, const char *html);

/* FALSE at the end of the page. */
gboolean qm_tag_next (QmTag *tag);

/* What the attribute of that name says, in plain characters; NULL where there is none. */
char *qm_tag_get (const QmTag *tag, const char *attribute) G_GNUC_WARN_UNUSED_RESULT;

/* The words in plain characters. Digits above the line are so as characters: "41<sup>2</sup>" is
 * "41²", which leads to a note, and not 412. */
char *qm_tag_words (const QmTag *tag) G_GNUC_WARN_UNUSED_RESULT;

/* Text of a page in plain characters: "&eacute;" is "é". */
char *qm_tag_decode (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
