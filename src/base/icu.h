/* ICU, which takes megabytes: the program has it in a module that is loaded when ICU is first
 * asked, and a picture of figures in usual units does not ask. Who calls ICU writes qm_icu ()->
 * before the function's name. */
#pragma once

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/ucsdet.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

/* What is called of it. */
/* clang-format off */
#define QM_ICU_FUNCTIONS(F)                                                                       \
  F (UCNV_TO_U_CALLBACK_STOP)                                                                     \
  F (u_charType) F (u_charsToUChars) F (u_memchr)                                                 \
  F (ubrk_close) F (ubrk_first) F (ubrk_next) F (ubrk_open) F (ubrk_setUText)                     \
  F (ucnv_close) F (ucnv_open) F (ucnv_setToUCallBack) F (ucnv_toUChars)                          \
  F (ucol_close) F (ucol_getSortKey) F (ucol_open) F (ucol_setAttribute)                          \
  F (ucsdet_close) F (ucsdet_detect) F (ucsdet_getConfidence) F (ucsdet_getName) F (ucsdet_open)  \
  F (ucsdet_setText)                                                                              \
  F (ucurr_getDefaultFractionDigits) F (ucurr_isAvailable)                                        \
  F (uloc_getDisplayName)                                                                         \
  F (unorm2_getNFDInstance) F (unorm2_getNFKCCasefoldInstance) F (unorm2_hasBoundaryBefore)       \
  F (unorm2_normalize)                                                                            \
  F (unumf_close) F (unumf_closeResult) F (unumf_formatDouble)                                    \
  F (unumf_openForSkeletonAndLocale) F (unumf_openResult) F (unumf_resultToString)                \
  F (ures_close) F (ures_getByKey) F (ures_getKey) F (ures_getNextResource) F (ures_getString)    \
  F (ures_getStringByKey) F (ures_hasNext) F (ures_openDirect)                                    \
  F (utext_close) F (utext_openUTF8)                                                              \
  F (utrans_openU) F (utrans_transUChars)
/* clang-format on */

/* The macros of ICU that put its release behind a name do so with these, too. */
typedef struct {
#define QM_ICU_MEMBER(name) __typeof__ (name) *name;
  QM_ICU_FUNCTIONS (QM_ICU_MEMBER)
#undef QM_ICU_MEMBER
} QmIcu;

/* Defined by the program, which loads the module, and by icu.c, which is that module and is linked
 * to whatever else takes the layers. */
const QmIcu *qm_icu (void);
