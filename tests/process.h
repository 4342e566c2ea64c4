/* Sending a signal to one process: to process 0, -1 or 1 it would reach many processes, or all that a user runs. */
#ifndef QUOIN_TESTS_PROCESS_H
#define QUOIN_TESTS_PROCESS_H

#include <sys/types.h>

/* kill(2) for the tests: `process` is at least 2, or this program ends by SIGABRT with a word, and no signal is sent. */
void process_signal(pid_t process, int number);

#endif
