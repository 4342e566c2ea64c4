/* What a key asked for that needs no screen: done for the reader and for linear reading alike. */
#ifndef QUOIN_CLI_WRITING_EFFECTS_H
#define QUOIN_CLI_WRITING_EFFECTS_H

#include "cli/session/session.h"

/* Those of the effects that are one of these: keep a setting, start the browser, save, write quotations. What came of it is said. */
void effects_perform(App *app, Session *session, Effects effects);

#endif
