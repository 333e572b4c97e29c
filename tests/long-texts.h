/* A dataset for tests in which every text is half as long again, as a translation may be. */
#pragma once

#include "dataset/reader.h"

/* Reads the dataset file of that path so. Fails the test where it cannot. */
QmDataset *load_with_long_texts (const char *path, const QmForms *forms) G_GNUC_WARN_UNUSED_RESULT;
