/* The words by which a language puts figures: a file for each (data/lexicon/), with what a word or
 * phrase does beside a number. A line of it has a role by its name, with its value or unit where it
 * has one, and the phrases of that: "part 1/3: third | thirds". It goes on in lines that begin with
 * a space. Phrases are written as qm_fold() leaves them. */
#pragma once

#include "extraction/token.h"

/* What a phrase does; the value of its entry is in brackets. */
typedef enum {
  QM_ROLE_OVER, /* before a number: "more than" */
  QM_ROLE_UNDER,
  QM_ROLE_ABOUT,
  QM_ROLE_OR_OVER, /* after it: "or more" */
  QM_ROLE_OR_UNDER,
  QM_ROLE_ESTIMATE,  /* somewhere before it: whoever says so gives it as about */
  QM_ROLE_NUMBER,    /* a number in words (its value) */
  QM_ROLE_MULTIPLY,  /* "hundred" after one (the factor, below a thousand) */
  QM_ROLE_SCALE,     /* "million" (the factor) */
  QM_ROLE_AND,       /* inside a number in words: "two hundred and fifty" */
  QM_ROLE_HALF_MORE, /* after a number or scale (the part of it that is added): "and a half" */
  QM_ROLE_PART,      /* "third" after "one" (the fraction) */
  QM_ROLE_PART_OF,   /* a fraction by itself (the fraction): "half of" */
  QM_ROLE_MANY,      /* an order of magnitude (its beginning): "hundreds of" */
  QM_ROLE_ARTICLE,   /* "a" before "million" */
  QM_ROLE_TIMES,     /* a multiple in one phrase (the multiple): "gấp đôi" */
  QM_ROLE_UNIT,      /* a unit by its CLDR identifier */
  QM_ROLE_CURRENCY,  /* one by its ISO 4217 code */
  QM_ROLE_SUBUNIT,   /* a hundredth of a currency: "cents" */
  QM_ROLE_PER,       /* joins what a unit is counted by: "$10 per gram" */
  QM_ROLE_COUNTED,   /* what a number in words counts; without it, it may be another word */
  QM_ROLE_FROM,      /* before the first number of a range */
  QM_ROLE_TO,        /* between its numbers */
  QM_ROLE_UP,        /* a rise */
  QM_ROLE_DOWN,
  QM_ROLE_APART,     /* how far temperatures are apart: "warmer" */
  QM_ROLE_PROJECTED, /* what has not happened yet */
  QM_ROLE_LABEL,     /* the number after it is a name: "Section 427" */
  QM_ROLE_RANK,      /* the number after it is a place in an order (1: an ordinal is one too) */
  QM_ROLE_ORDINAL,   /* a place in words (its number): "third" */
  QM_ROLE_NO_COUNT,  /* the number in words after it counts nothing new: "both" */
  QM_ROLE_MONTH,     /* 1 to 12 */
  QM_ROLE_YEAR,      /* the number after it is a year */
  QM_ROLE_MONTH_OF,  /* the number after it is a month */
  QM_ROLE_DAY_OF,    /* the number after it is a day */
  QM_ROLE_CLOCK,     /* the number beside it is a time of day */
  QM_ROLE_STOP,      /* ends what a number counts */
  QM_ROLE_LOOSE,     /* stands before what is counted and does not belong to it: "more" */
  QM_ROLE_PLURAL,    /* of more than one, without showing it by its ending */
  QM_ROLE_NAME,      /* a name of one word also where it begins a sentence */
  QM_ROLE_LEVEL,     /* between what is measured and its figure: "is", "reached" */
  QM_ROLE_VERB,      /* between whose figure it is and that: "has", "spent" */
  QM_ROLE_THING,     /* no verb, though its first word is one, and no name */
  QM_ROLE_REPORT,    /* beside who says so: "said", "according to" */
  QM_ROLE_TOPIC,     /* before what something is about, or goes into */
  QM_ROLE_TITLE,     /* before a person's name */
  QM_ROLE_OFFICE,    /* begins the name of an institution, small words of which belong to it */
  QM_ROLE_BASE,      /* before what a figure is compared with: "than" */
  QM_ROLE_BASIS,     /* which time a change is told against (in one way of writing): "YoY" */
  QM_ROLE_SINCE,     /* the time after it is a beginning */
  QM_ROLE_UNTIL,     /* ... an end (1: of whatever stands there) */
  QM_ROLE_THIS_YEAR, /* a year, by that of writing (its distance): "last year" */
  QM_ROLE_ABOUT_IT,  /* begins the words for what a figure is of: "of", "in" */
} QmRole;

/* Phrases that do the same. */
typedef struct {
  char **phrases; /* their words and signs divided by spaces */
  QmRole role;
  double value;
  char *unit; /* a unit's name, or the words of a QM_ROLE_BASIS; NULL: neither */
} QmLexeme;

typedef struct {
  const char *language;
  char decimal;              /* the sign before a decimal fraction: '.' or ',' */
  gboolean has_plurals;      /* a plural shows where what is counted ends; a number in words is one
                                without a word that can be counted after it */
  GPtrArray *lexemes;        /* QmLexeme: the language's, and those of every language */
  GHashTable *by_first_word; /* their phrases */
} QmLexicon;

/* That of a language, "en" or "vi". Static storage. */
const QmLexicon *qm_lexicon_get (const char *language);

/* Looks the phrases up that begin with each token, once for all the questions that follow. */
void qm_lexicon_look_up (const QmLexicon *lexicon, QmTokens *tokens);

/* The longest phrase of that role that begins at token i, or NULL. n_tokens may be NULL. Before
 * this the lexicon has to have looked the tokens up. */
const QmLexeme *qm_lexicon_match (const QmTokens *tokens, gsize i, QmRole role, gsize *n_tokens);

/* The longest one that ends right before token end, in its sentence. */
const QmLexeme *qm_lexicon_match_before (const QmTokens *tokens, gsize end, QmRole role,
                                         gsize *n_tokens);
