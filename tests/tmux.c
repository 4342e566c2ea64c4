/* Each command to tmux is a process; its output comes through a pipe. */
#include "tmux.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

extern char **environ;

enum { MOST_ARGUMENTS = 40 };

void tmux_pause(void)
{
    (void)poll(NULL, 0, 10);
}

/* Run tmux with what it writes taken into `bytes`, as far as there is room. */
static bool run(const char *const *arguments, char *bytes, size_t room, size_t *size)
{
    posix_spawn_file_actions_t actions;
    int ends[2], status = -1;
    pid_t process;
    ssize_t got;
    bool started;

    *size = 0;
    if (pipe(ends) != 0)
        return false;
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    (void)posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    (void)posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    (void)posix_spawn_file_actions_addclose(&actions, ends[0]);
    (void)posix_spawn_file_actions_addclose(&actions, ends[1]);
    started = posix_spawnp(&process, "tmux", &actions, NULL, (char *const *)(void *)(size_t)arguments, environ) == 0;
    (void)posix_spawn_file_actions_destroy(&actions);
    (void)close(ends[1]);
    while (started && *size < room && (got = read(ends[0], bytes + *size, room - *size)) > 0)
        *size += (size_t)got;
    (void)close(ends[0]);
    return started && waitpid(process, &status, 0) == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool tmux_is_there(void)
{
    static const char *const arguments[] = {"tmux", "-V", NULL};
    char bytes[64];
    size_t size;

    return run(arguments, bytes, sizeof bytes, &size);
}

bool tmux_start(Tmux *tmux, int rows, int columns, const char *const *arguments)
{
    char row_count[16], column_count[16];
    const char *all[MOST_ARGUMENTS] = {"tmux", "-u", "-f", "/dev/null", "start-server", ";", "set-option", "-g", "default-terminal",
                                       "tmux-256color", ";", "new-session", "-d", "-x", column_count, "-y", row_count, "--"};
    size_t count = 0, size;

    while (all[count])
        count++;
    for (size_t i = 0; arguments[i] && count + 1 < MOST_ARGUMENTS; i++)
        all[count++] = arguments[i];
    (void)snprintf(row_count, sizeof row_count, "%d", rows);
    (void)snprintf(column_count, sizeof column_count, "%d", columns);
    (void)snprintf(tmux->folder, sizeof tmux->folder, "/tmp/quoin-tmux-XXXXXX");
    if (!mkdtemp(tmux->folder))
        return false;
    (void)setenv("TMUX_TMPDIR", tmux->folder, 1);
    (void)setenv("LC_ALL", "C.UTF-8", 1);
    (void)unsetenv("TMUX");
    (void)unsetenv("NO_COLOR");
    return run(all, tmux->bytes, sizeof tmux->bytes, &size);
}

bool tmux_capture(Tmux *tmux)
{
    static const char *const arguments[] = {"tmux", "capture-pane", "-p", "-e", "-N", NULL};
    bool good = run(arguments, tmux->bytes, sizeof tmux->bytes - 1, &tmux->size);

    tmux->bytes[tmux->size] = '\0';
    return good;
}

void tmux_end(Tmux *tmux)
{
    static const char *const arguments[] = {"tmux", "kill-server", NULL};
    char socket[128];
    size_t size;

    (void)run(arguments, tmux->bytes, sizeof tmux->bytes, &size);
    (void)snprintf(socket, sizeof socket, "%s/tmux-%ld/default", tmux->folder, (long)getuid());
    (void)unlink(socket);
    (void)snprintf(socket, sizeof socket, "%s/tmux-%ld", tmux->folder, (long)getuid());
    (void)rmdir(socket);
    (void)rmdir(tmux->folder);
}
