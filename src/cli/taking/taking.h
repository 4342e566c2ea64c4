/* Doing with what was taken out of an article (App.out) what a key asked for; the status line says what came of it. */
#ifndef QUOIN_CLI_TAKING_TAKING_H
#define QUOIN_CLI_TAKING_TAKING_H

#include "cli/taking/clipboard.h"
#include "ui/state/app.h"

void taking_copy(App *app, TerminalClipboard terminal);
void taking_pipe(App *app); /* what the program writes is shown */
void taking_save(App *app);

#endif
