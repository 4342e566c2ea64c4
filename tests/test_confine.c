/* What a confined process can still do, and that each command which only prints becomes one. */
#include "base/system/confine.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/count_of.h"
#include "preload.h"
#include "tap.h"

enum { VERSION_WITH_NETWORK = 4, MOST_OUTPUT = 4096 };

static char folder[1024], program[1100], library[1100], inside[1100], outside[1100], made[1100], into[1100];

/* ---- a process of our own ---- */

static bool may_open(const char *path, int flags)
{
    int file = open(path, flags, 0600);

    if (file >= 0)
        (void)close(file);
    return file >= 0;
}

/* To a port where nobody listens: refused by the other side, or forbidden at once. */
static bool may_connect(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int socket_number = socket(AF_INET, SOCK_STREAM, 0);

    if (socket_number < 0)
        return false;
    (void)connect(socket_number, (const struct sockaddr *)&address, sizeof address);
    return errno != EACCES;
}

/* A bit for each thing that it may do; RUN: it became another program. */
enum { READ_INSIDE = 1, READ_OUTSIDE = 2, WRITE_INSIDE = 4, MAKE = 8, REMOVE = 16, CONNECT = 32, RUN = 255 };

static int try_all(bool confined)
{
    const char *const paths[] = {folder, "/nonexistent"};
    int rights = 0;

    if (confined && !confine_to_reading(paths, 2, NULL))
        return 0;
    rights |= may_open(inside, O_RDONLY) ? READ_INSIDE : 0;
    rights |= may_open(outside, O_RDONLY) ? READ_OUTSIDE : 0;
    rights |= may_open(inside, O_WRONLY) ? WRITE_INSIDE : 0;
    rights |= may_open(made, O_WRONLY | O_CREAT | O_EXCL) ? MAKE : 0;
    rights |= may_connect() ? CONNECT : 0;
    rights |= unlink(made) == 0 ? REMOVE : 0;
    (void)execl("/bin/sh", "sh", "-c", "exit 255", (char *)NULL);
    return rights;
}

static int rights_of(bool confined)
{
    pid_t process = fork();
    int status = -1;

    if (process == 0)
        _exit(try_all(confined));
    return process > 0 && waitpid(process, &status, 0) == process && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void write_file(const char *path)
{
    FILE *file = fopen(path, "w");

    if (file) {
        (void)fputs("A headline\n\n\xE2\x80\x9CYes,\xE2\x80\x9D Ann Lee said.\n", file);
        (void)fclose(file);
    }
}

static void test_rights(void)
{
    int rights = rights_of(true);

    if (confine_version() < VERSION_WITH_NETWORK)
        rights &= ~CONNECT;
    ok(rights == READ_INSIDE, "a confined process reads what it was given, and can do nothing else (%d)", rights);
    ok(rights_of(false) == RUN, "one that is not confined can");
}

/* Beneath the folder that is written into all but running; outside of it nothing, not even by way of a new name. */
static int try_writing(void)
{
    static char moved[1100];
    int rights = 0;

    (void)snprintf(moved, sizeof moved, "%s/in/moved.txt", folder);
    if (!confine_to_folder(NULL, 0, NULL, folder))
        return 0;
    rights |= may_open(inside, O_RDONLY) ? READ_INSIDE : 0;
    rights |= may_open(outside, O_RDWR) || rename(inside, outside) == 0 ? READ_OUTSIDE : 0;
    rights |= may_open(inside, O_WRONLY) ? WRITE_INSIDE : 0;
    (void)snprintf(made, sizeof made, "%s/in", folder);
    rights |= mkdir(made, 0700) == 0 && rename(inside, moved) == 0 && rename(moved, inside) == 0 ? MAKE : 0;
    rights |= symlink("/", moved) == 0 ? CONNECT : 0;
    (void)snprintf(moved, sizeof moved, "%s/removed.txt", folder);
    rights |= may_open(moved, O_WRONLY | O_CREAT | O_EXCL) && unlink(moved) == 0 ? REMOVE : 0;
    (void)execl("/bin/sh", "sh", "-c", "exit 255", (char *)NULL);
    return rights;
}

static void test_writing(void)
{
    enum { VERSION_WITH_RENAMING = 2 };
    pid_t process = fork();
    int status = -1, rights = READ_INSIDE | WRITE_INSIDE | MAKE | REMOVE;

    if (process == 0)
        _exit(try_writing());
    (void)waitpid(process, &status, 0);
    if (confine_version() < VERSION_WITH_RENAMING)
        rights &= ~MAKE;
    ok(WIFEXITED(status) && WEXITSTATUS(status) == rights, "one that writes into a folder writes there alone (%d)",
       WEXITSTATUS(status));
    (void)snprintf(made, sizeof made, "%s/in", folder);
    (void)rmdir(made);
}

/* 3: the shell ran, and another program too; 4: the shell alone; 5: not even that. */
static int run_shell(void)
{
    const char *const paths[] = {folder};

    if (!confine_to_reading(paths, 1, "/bin/sh"))
        return 6;
    (void)execl("/bin/sh", "sh", "-c", "/bin/true 2>/dev/null && exit 3; exit 4", (char *)NULL);
    return 5;
}

static void test_program(void)
{
    pid_t process = fork();
    int status = -1;

    if (process == 0)
        _exit(run_shell());
    (void)waitpid(process, &status, 0);
    ok(WIFEXITED(status) && WEXITSTATUS(status) == 4, "a program that may be run can be, and it can run no other (%d)",
       WEXITSTATUS(status));
}

/* ---- the commands ---- */

/* What `arguments` write on standard error when the kernel refuses to confine them. */
static void run_refused(const char *const *arguments, char message[MOST_OUTPUT])
{
    size_t size = 0;
    ssize_t got;
    pid_t process;
    int ends[2];

    message[0] = '\0';
    if (pipe(ends) != 0)
        return;
    process = fork();
    if (process == 0) {
        (void)dup2(ends[1], STDERR_FILENO);
        (void)dup2(open(inside, O_RDONLY), STDIN_FILENO);
        (void)dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        preload_set(library, "prctl:1+:EPERM", NULL);
        (void)execv(program, (char *const *)(void *)(size_t)arguments);
        _exit(127);
    }
    (void)close(ends[1]);
    while (size < MOST_OUTPUT - 1 && (got = read(ends[0], message + size, MOST_OUTPUT - 1 - size)) > 0)
        size += (size_t)got;
    message[size] = '\0';
    (void)close(ends[0]);
    if (process > 0)
        (void)waitpid(process, NULL, 0);
}

static void test_commands(void)
{
    const char *const commands[][5] = {
        {"show", "--no-config"},    {"quotes", "--no-config"},    {"entities", "--no-config"}, {"check"},
        {"quotes", "--from=jsonl"}, {"entities", "--from=jsonl"}, {"import", "--no-config"},   {"import", into},
    };
    static char message[MOST_OUTPUT];

    (void)snprintf(into, sizeof into, "-o%s", folder);
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        const char *arguments[6] = {"quoin", commands[i][0], commands[i][1], "-", NULL, NULL};
        size_t last = 2;

        while (arguments[last])
            last++;
        if (!commands[i][1]) {
            arguments[2] = "-";
            last = 3;
        }
        run_refused(arguments, message);
        ok(strstr(message, "it could not be confined") != NULL, "%s %s is confined", commands[i][0], arguments[2]);
        arguments[last] = "--no-confine";
        run_refused(arguments, message);
        ok(strstr(message, "confined") == NULL, "%s %s --no-confine is not", commands[i][0], arguments[2]);
    }
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *missing;

    if (confine_version() == 0)
        return tap_skip_all(CONFINE_MISSING);
    build = build ? build : ".";
    (void)snprintf(folder, sizeof folder, "%s/tests/confined.tmp", build);
    (void)snprintf(inside, sizeof inside, "%s/inside.txt", folder);
    (void)snprintf(outside, sizeof outside, "%s/tests/outside.tmp", build);
    (void)snprintf(made, sizeof made, "%s/made.txt", folder);
    (void)snprintf(program, sizeof program, "%s/quoin", build);
    (void)mkdir(folder, 0755);
    write_file(inside);
    write_file(outside);
    test_rights();
    test_program();
    test_writing();
    (void)snprintf(library, sizeof library, "%s/tests/failing.so", build);
    missing = preload_missing(library);
    if (missing)
        tap_skip(missing);
    else
        test_commands();
    (void)snprintf(made, sizeof made, "%s/a-headline.yaml", folder);
    (void)remove(made);
    (void)remove(inside);
    (void)remove(outside);
    (void)rmdir(folder);
    return tap_done();
}
