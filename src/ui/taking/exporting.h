/* ":export": the open article, with who said what and the reader's notes, in a form of export.def. */
#ifndef QUOIN_UI_TAKING_EXPORTING_H
#define QUOIN_UI_TAKING_EXPORTING_H

#include "export/export.h"
#include "ui/state/app.h"

/* Have it written. What is wrong with what was typed is said. */
Effects app_export(App *app, Text typed, bool replaces);

#endif
