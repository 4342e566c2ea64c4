/* What the system tells of a process (/proc, Linux). Where it tells nothing, what needs it is not tested, and that is said. */
#ifndef QUOIN_TESTS_TORTURE_PROC_H
#define QUOIN_TESTS_TORTURE_PROC_H

#include <stdbool.h>
#include <sys/types.h>

bool proc_is_there(void);
bool proc_is_asleep(pid_t process); /* waits for something; true too where nothing is told */
double proc_cpu_seconds(pid_t process);
long proc_memory_kb(pid_t process); /* of its own that it has now, files left out; 0: unknown */
long proc_wakeups(pid_t process);   /* how often it waited so far; negative: unknown */

/* Kill what is still there of a session, but for `leader` itself; how many those were. */
int proc_end_session(pid_t leader);

#endif
