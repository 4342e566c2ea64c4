/* ":export": the open article, with who said what and the reader's notes, in a form of export.def. */
#ifndef QUOIN_UI_TAKING_EXPORTING_H
#define QUOIN_UI_TAKING_EXPORTING_H

#include "export/export.h"
#include "ui/state/app.h"

/* "FORMAT FILE" or "FILE": the form, told by name or by the ending of the file, NULL where it is not told; and the file. */
const ExportFormat *exporting_words(Text typed, Text *file);

/* Have it written. What is wrong with what was typed is said. */
Effects app_export(App *app, Text typed, bool replaces);

#endif
