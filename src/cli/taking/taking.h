/* Doing with what was taken out of an article (App.out) what a key asked for; the status line says what came of it. */
#ifndef QUOIN_CLI_TAKING_TAKING_H
#define QUOIN_CLI_TAKING_TAKING_H

#include "base/system/process.h"
#include "cli/taking/clipboard.h"
#include "ui/state/app.h"

void taking_copy(App *app, TerminalClipboard terminal);

/* What the program writes is shown; it goes on as long as it is awaited. */
void taking_pipe(App *app, ProcessAwaited *is_awaited, void *waiting);
void taking_save(App *app);

#endif
