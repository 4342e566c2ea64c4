/* The Keeper of the program: what lasts, as files in the user's folders. */
#ifndef QUOIN_CLI_SESSION_KEEPING_H
#define QUOIN_CLI_SESSION_KEEPING_H

#include "base/system/path.h"
#include "memory/keeper.h"

/* `folders`: that of each KeeperStore; none: that store keeps nothing. They must outlive it. */
Keeper keeping_in(const Path *folders);

#endif
