/* Writing what the reader has chosen to the user's configuration: the only file that quoin writes. */
#ifndef QUOIN_CLI_SESSION_CONFIG_WRITE_H
#define QUOIN_CLI_SESSION_CONFIG_WRITE_H

#include "base/report.h"
#include "base/system/path.h"

/*
 * Let the configuration at `path`, which ends in NUL as texts of an arena do, say `key: value`; it is made, with its folders, where there is
 * none. False: why is in the report.
 */
bool config_keep(Path path, Text key, Text value, Report *report);

#endif
