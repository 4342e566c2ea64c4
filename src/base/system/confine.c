/*
 * The system calls themselves: the C library has no functions for them. A ruleset names all rights that the kernel can take away, the rules
 * give reading back beneath some paths, and restrict_self puts it on.
 */
#define _GNU_SOURCE /* O_PATH; all of this is Linux' own */
#include "base/system/confine.h"

#ifdef HAVE_LANDLOCK

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/count_of.h"

/* What is said to the kernel, in full: the header of the machine that builds may be older than the kernel that runs. */
typedef struct Ruleset {
    uint64_t files, network, scope;
} Ruleset;

/* As the header of a kernel of those versions has them. */
#define RENAME_BETWEEN_FOLDERS ((uint64_t)1 << 13)
#define TRUNCATE ((uint64_t)1 << 14)
#define RIGHTS_BELOW(number) (((uint64_t)1 << (number)) - 1)

/* What each version knows. Rights are bits that are numbered from 0, and a new version adds some at the end. */
static const struct {
    int files;   /* 13 at first; renaming between folders; truncating; calls of devices */
    int network; /* listening and connecting by TCP */
    int scopes;  /* abstract sockets and signals of others */
    size_t size; /* of Ruleset */
} versions[] = {
    {13, 0, 0, sizeof(uint64_t)},     {14, 0, 0, sizeof(uint64_t)},     {15, 0, 0, sizeof(uint64_t)},
    {15, 2, 0, 2 * sizeof(uint64_t)}, {16, 2, 0, 2 * sizeof(uint64_t)}, {16, 2, 2, 3 * sizeof(uint64_t)},
};

enum { VERSION_COUNT = COUNT_OF(versions) };

int confine_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);

    return version > 0 ? (int)version : 0;
}

/* A path that is not there has nothing to be read. `more`: rights besides reading. */
static bool allow(int ruleset, const char *path, uint64_t more)
{
    struct landlock_path_beneath_attr rule = {.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | more};
    struct stat status;
    bool good;

    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0)
        return true;
    if (fstat(rule.parent_fd, &status) == 0 && S_ISDIR(status.st_mode))
        rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    /* EBADFD: a pipe behind /dev/stdin or /proc/self/fd, which is on no file system that is taken away */
    good = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0 || errno == EBADFD;
    (void)close(rule.parent_fd);
    return good;
}

/* What loads the libraries of a program is a program too: the same one as ours. */
static int find_loader(struct dl_phdr_info *program, size_t size, void *loader)
{
    (void)size;
    for (int i = 0; i < program->dlpi_phnum; i++) {
        if (program->dlpi_phdr[i].p_type == PT_INTERP)
            *(const char **)loader = (const char *)(program->dlpi_addr + program->dlpi_phdr[i].p_vaddr);
    }
    return 1; /* the first is the program itself */
}

/* Its libraries are those of the system, which anybody may read. */
static bool allow_running(int ruleset, const char *program)
{
    static const char *const libraries[] = {"/lib",           "/lib64",     "/usr/lib",   "/usr/lib64",
                                            "/usr/local/lib", "/nix/store", "/gnu/store", "/etc/ld.so.cache"};
    const char *loader = NULL;
    bool good = allow(ruleset, program, LANDLOCK_ACCESS_FS_EXECUTE);

    (void)dl_iterate_phdr(find_loader, (void *)&loader);
    if (loader)
        good = good && allow(ruleset, loader, LANDLOCK_ACCESS_FS_EXECUTE);
    for (size_t i = 0; i < COUNT_OF(libraries) && good; i++)
        good = allow(ruleset, libraries[i], 0);
    return good;
}

/* Files and folders alone: no devices, sockets, links. `known`: renaming between folders and truncating are of later versions. */
static bool allow_writing(int ruleset, const char *folder, uint64_t known)
{
    const uint64_t rights = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR |
                            LANDLOCK_ACCESS_FS_REMOVE_FILE | RENAME_BETWEEN_FOLDERS | TRUNCATE;

    return allow(ruleset, folder, rights & known);
}

bool confine_to_folder(const char *const *paths, size_t count, const char *program, const char *folder)
{
    int version = confine_version(), ruleset;
    size_t known = version > VERSION_COUNT ? VERSION_COUNT : (size_t)version;
    Ruleset rights;
    bool good = true;

    if (version == 0)
        return true;
    rights = (Ruleset){RIGHTS_BELOW(versions[known - 1].files), RIGHTS_BELOW(versions[known - 1].network),
                       RIGHTS_BELOW(versions[known - 1].scopes)};
    ruleset = (int)syscall(SYS_landlock_create_ruleset, &rights, versions[known - 1].size, 0);
    if (ruleset < 0)
        return false;
    for (size_t i = 0; i < count && good; i++)
        good = allow(ruleset, paths[i], 0);
    if (program)
        good = good && allow_running(ruleset, program);
    if (folder)
        good = good && allow_writing(ruleset, folder, rights.files);
    good = good && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    (void)close(ruleset);
    return good;
}

#else

int confine_version(void)
{
    return 0;
}

bool confine_to_folder(const char *const *paths, size_t count, const char *program, const char *folder)
{
    (void)paths;
    (void)count;
    (void)program;
    (void)folder;
    return true;
}

#endif

bool confine_to_reading(const char *const *paths, size_t count, const char *program)
{
    return confine_to_folder(paths, count, program, NULL);
}
