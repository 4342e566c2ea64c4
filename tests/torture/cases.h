/* What a tour does once, as the trials of the wrong programs do it too. Each begins no case of its own. */
#ifndef QUOIN_TESTS_TORTURE_CASES_H
#define QUOIN_TESTS_TORTURE_CASES_H

#include "torture/printed.h"
#include "torture/run.h"

/* Where a signal, or the end of the terminal, meets the reader. */
typedef enum Moment {
    MOMENT_START,
    MOMENT_IDLE,
    MOMENT_FLOOD,
    MOMENT_PARSE,
    MOMENT_SLOW_FILE,
    MOMENT_BLOCKED,
    MOMENT_STOPPED,
    MOMENT_PROMPT,
    MOMENT_POPUP,
    MOMENT_COUNT
} Moment;

/* tour_signals.c */
void case_signal(Torture *torture, int number, Moment moment);
void case_hang_up(Torture *torture, Moment moment, bool is_ignored);

/* tour_keys.c: `count` keys; where it is not 0, the reader may not grow by more than a bound after `settled` of them. */
void case_keys(Torture *torture, size_t count, size_t settled);

/* tour_files.c: open a file (all arguments in `options`), look at it in some sizes, quit. */
void case_read(Torture *torture, const RunOptions *options);

enum { CASE_TIMES = 15 /* bytes of memory for each of an article, as promised */ };

/* tour_files.c: the file of `options` is `size` bytes, each of which may take `times` of memory; `is_refused`: success would be a lie. */
const Printed *case_print(Torture *torture, const RunOptions *options, size_t size, unsigned times, bool is_refused);

/* tour_writes.c: a theme is picked, and the reader killed after `delay_us`; then it is picked again. */
void case_killed_write(Torture *torture, long delay_us);

/* tour_writes.c: the configuration is made in the folder of the process: the value of XDG_CONFIG_HOME, as a change of the environment. */
const char *config_make(Torture *torture);
typedef enum ConfigState { CONFIG_OLD, CONFIG_NEW, CONFIG_TORN } ConfigState;
ConfigState config_state(Torture *torture);
/* Nothing but the configuration is in its folder, and that is whole, else it is told. */
ConfigState config_judge(Torture *torture);
void config_remove(Torture *torture);

#endif
