/* Programs that the reader starts for what it shows: those that the configuration names. */
#ifndef QUOIN_CLI_SESSION_PROGRAMS_H
#define QUOIN_CLI_SESSION_PROGRAMS_H

#include "config/config.h"

/* Open an address by the browser of the configuration, which goes on by itself. False: the report says why not, and what to do. */
bool programs_browse(const Config *config, Text address, Report *report);

#endif
