/* /proc/PROCESS/stat: "1234 (a name) S 1 1234 …": the name may have anything in it, so that fields count from its last parenthesis. proc(5). */
#include "torture/proc.h"

#include <ctype.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "process.h"

enum { FIELDS = 24, STATE = 0, SESSION = 3, USER_TICKS = 11, SYSTEM_TICKS = 12 };

typedef struct Stat {
    char state;
    long fields[FIELDS];
} Stat;

static bool read_file(const char *path, char *bytes, size_t room)
{
    FILE *file = fopen(path, "r");
    size_t size;

    if (!file)
        return false;
    size = fread(bytes, 1, room - 1, file);
    (void)fclose(file);
    bytes[size] = '\0';
    return size > 0;
}

static bool read_stat(pid_t process, Stat *stat)
{
    char path[64], bytes[1024], *at;

    (void)snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
    if (process < 2 || !read_file(path, bytes, sizeof bytes) || !(at = strrchr(bytes, ')')) || strlen(at) < 4)
        return false;
    stat->state = at[2];
    at += 3;
    for (size_t i = 1; i < FIELDS; i++)
        stat->fields[i] = strtol(at, &at, 10);
    return true;
}

bool proc_is_there(void)
{
    Stat stat;

    return read_stat(getpid(), &stat);
}

bool proc_is_asleep(pid_t process)
{
    Stat stat;

    return !read_stat(process, &stat) || (stat.state != 'R' && stat.state != 'D');
}

double proc_cpu_seconds(pid_t process)
{
    Stat stat;

    return read_stat(process, &stat)
               ? (double)(stat.fields[USER_TICKS] + stat.fields[SYSTEM_TICKS]) / (double)sysconf(_SC_CLK_TCK)
               : 0;
}

/* The number after a name in /proc/PROCESS/status, where each begins a line; `unknown` without it. */
static long status_number(pid_t process, const char *name, long unknown)
{
    char path[64], bytes[4096], *line;

    (void)snprintf(path, sizeof path, "/proc/%ld/status", (long)process);
    if (!read_file(path, bytes, sizeof bytes) || !(line = strstr(bytes, name)))
        return unknown;
    return strtol(line + strlen(name), NULL, 10);
}

long proc_memory_kb(pid_t process)
{
    long of_its_own = status_number(process, "\nRssAnon:", 0); /* from Linux 4.5 on */

    return of_its_own ? of_its_own : status_number(process, "\nVmRSS:", 0);
}

long proc_wakeups(pid_t process)
{
    return status_number(process, "\nvoluntary_ctxt_switches:", -1);
}

int proc_end_session(pid_t leader)
{
    DIR *folder = opendir("/proc");
    struct dirent *entry;
    int count = 0;
    Stat stat;

    while (folder && (entry = readdir(folder)) != NULL) {
        pid_t process = isdigit((unsigned char)entry->d_name[0]) ? (pid_t)strtol(entry->d_name, NULL, 10) : 0;

        if (process < 2 || process == leader || !read_stat(process, &stat) || stat.fields[SESSION] != leader ||
            stat.state == 'Z')
            continue;
        process_signal(process, SIGKILL);
        count++;
    }
    if (folder)
        (void)closedir(folder);
    return count;
}
