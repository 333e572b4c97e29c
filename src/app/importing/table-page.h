/* From a table to cited charts: the table as it is read on one side, and beside it where it is
 * from, what each column holds, every guess that was made, and the chart that comes of it. Nothing
 * becomes a claim before that is asked for, and not while a cell could be two numbers.
 *
 * Signals: "imported" (its claims are in the dataset), "failed" (string: the file is no table, and
 * why). */
#pragma once

#include "app/authoring/apply.h"
#include "app/files/document.h"
#include "chart/draw/theme.h"

#include <gtk/gtk.h>

#define QM_TYPE_TABLE_PAGE (qm_table_page_get_type ())
G_DECLARE_FINAL_TYPE (QmTablePage, qm_table_page, QM, TABLE_PAGE, GtkWidget)

/* apply is called with user_data, while the page lives, for the claims that are made. */
GtkWidget *qm_table_page_new (QmApplyEdit apply, gpointer user_data);

/* The document whose dataset is made of the table. The table that was read for it before, as the
 * document keeps it, is there again. */
void qm_table_page_set_document (QmTablePage *self, QmDocument *document);

void qm_table_page_set_theme (QmTablePage *self, const QmTheme *theme);

/* Reads a table, in place of the one before: as it was read the last time, where the dataset has
 * one of that name. path NULL: of no file; then name is made another where it is taken. */
void qm_table_page_read (QmTablePage *self, const char *name, const char *path, GBytes *bytes);
