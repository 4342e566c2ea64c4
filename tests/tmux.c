/* Each command to tmux is a process; its output comes through a pipe. It names the socket, so that no other server is ever spoken to. */
#include "tmux.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "clock.h"
#include "pty.h"

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

const char *tmux_missing(void)
{
    static const char *const arguments[] = {"tmux", "-V", NULL};
    char bytes[64];
    size_t size;

    return run(arguments, bytes, sizeof bytes, &size) ? pty_missing() : "there is no tmux";
}

bool tmux_start(Tmux *tmux, int rows, int columns, const char *const *arguments)
{
    char row_count[16], column_count[16];
    /* clang-format off */
    const char *const first[] = {"tmux", "-u", "-S", tmux->socket, "-f", "/dev/null", "start-server", ";", "set-option", "-g",
                                       "default-terminal", "tmux-256color", ";", "new-session", "-d", "-x", column_count, "-y", row_count, "--"};
    /* clang-format on */
    const char *all[MOST_ARGUMENTS] = {0};
    size_t count = COUNT_OF(first), size;

    memcpy(all, first, sizeof first);
    for (size_t i = 0; arguments[i] && count + 1 < MOST_ARGUMENTS; i++)
        all[count++] = arguments[i];
    (void)snprintf(row_count, sizeof row_count, "%d", rows);
    (void)snprintf(column_count, sizeof column_count, "%d", columns);
    (void)snprintf(tmux->folder, sizeof tmux->folder, "/tmp/quoin-tmux-XXXXXX");
    if (!mkdtemp(tmux->folder)) {
        tmux->folder[0] = '\0';
        return false;
    }
    (void)snprintf(tmux->socket, sizeof tmux->socket, "%s/socket", tmux->folder);
    (void)setenv("LC_ALL", "C.UTF-8", 1);
    (void)unsetenv("TMUX");
    (void)unsetenv("NO_COLOR");
    return run(all, tmux->bytes, sizeof tmux->bytes, &size);
}

bool tmux_capture(Tmux *tmux)
{
    const char *const arguments[] = {"tmux", "-S", tmux->socket, "capture-pane", "-p", "-e", "-N", NULL};
    bool good = run(arguments, tmux->bytes, sizeof tmux->bytes - 1, &tmux->size);

    tmux->bytes[tmux->size] = '\0';
    return good;
}

void tmux_end(Tmux *tmux)
{
    const char *const arguments[] = {"tmux", "-S", tmux->socket, "kill-server", NULL};
    size_t size;

    if (!tmux->folder[0])
        return;
    (void)run(arguments, tmux->bytes, sizeof tmux->bytes, &size);
    (void)unlink(tmux->socket);
    (void)rmdir(tmux->folder);
}
