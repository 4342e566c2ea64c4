/* What a program that is not there is told by is its name, and the key of the configuration that names another. */
#include "cli/session/programs.h"

#include <errno.h>
#include <string.h>

#include "base/system/process.h"

static bool tell_not_started(Report *report, const char *program, const char *key, int error)
{
    if (error == ENOENT)
        report_add(report, SEVERITY_ERROR, 0, 0, "there is no program \"%s\"; %s: in the configuration names another",
                   program, key);
    else
        report_add(report, SEVERITY_ERROR, 0, 0, "\"%s\" cannot be started: %s; %s: in the configuration names another",
                   program, strerror(error), key);
    return false;
}

bool programs_browse(const Config *config, Text address, Report *report)
{
    const char *const *arguments =
        program_arguments(report->arena, config->programs[PROGRAM_BROWSER], &(ProgramValues){.address = address});
    int error = arguments ? process_detach(arguments) : EINVAL;

    return error == 0 || tell_not_started(report, arguments ? arguments[0] : "", "browser", error);
}
