/* A process that could not be started is -1, and kill(-1, …) is sent to every process that may be signalled: so nobody calls kill but this. */
#include "process.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

void process_signal(pid_t process, int number)
{
    if (process < 2) {
        (void)fprintf(stderr, "signal %d was about to be sent to process %ld\n", number, (long)process);
        abort();
    }
    (void)kill(process, number);
}
