/* What a program wrote that was given something of the article. */
#ifndef QUOIN_UI_TAKING_PROGRAM_OUTPUT_H
#define QUOIN_UI_TAKING_PROGRAM_OUTPUT_H

#include "ui/state/app.h"

/* Keep it, which is copied, for the reader to look at under a title: how many lines it has. */
size_t program_output_keep(App *app, Text title, Text written);

#endif
