/* Random keys: those that mean something (from the table of actions), digits, words, bytes, the mouse, answers of a terminal, resizes. */
#include "torture/cases.h"

#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/count_of.h"
#include "clock.h"
#include "torture/proc.h"

enum {
    GROWTH_KB = 256,
    KEYS_MOST = 8,
    MILLION = 1000000,
    LONG_KEYS = 20000,
    LONG_SETTLED = 10000,
    LOOKS = 16,
    SHORT_KEYS = 1000,
    SHORT_RUNS = 6,
    UNREAD_MS = 2000,
    TAKEN_AHEAD = 4095 /* bytes; N_TTY_BUF_SIZE of Linux, but for one */
};

/* The default keys of all actions, "j <Down> <C-e> <C-n>". */
static const char *const action_keys[] = {
#define ACTION(id, name, group, context, keys, what) keys,
#include "keys/actions.def"
#undef ACTION
};
enum { ACTIONS = COUNT_OF(action_keys) };

static const struct {
    const char *name, *bytes;
} named_keys[] = {
    {"<Up>", "\033[A"},    {"<Down>", "\033[B"}, {"<Right>", "\033[C"}, {"<Left>", "\033[D"}, {"<PgUp>", "\033[5~"},
    {"<PgDn>", "\033[6~"}, {"<Home>", "\033[H"}, {"<End>", "\033[F"},   {"<Enter>", "\r"},    {"<Tab>", "\t"},
    {"<S-Tab>", "\033[Z"}, {"<Space>", " "},     {"<Esc>", "\033"},     {"<F1>", "\033OP"},   {"<M-lt>", "\033<"},
    {"<M-v>", "\033v"},    {"<M->>", "\033>"},
};

/* Bytes of one key as the table writes it: "j", "<C-e>", "<M->>", "{char}". */
static size_t key_length(const char *keys)
{
    const char *end = *keys == '<' ? strchr(keys + 1, '>') : NULL;

    if (strncmp(keys, "{char}", 6) == 0)
        return 6;
    return end ? (size_t)(end - keys) + (end[1] == '>' ? 2 : 1) : 1;
}

/* As a terminal sends it; 0 bytes: a key of which nobody knows that. */
static size_t put_key(Dice *dice, const char *key, size_t length, char *bytes, size_t room)
{
    if (length == 1)
        bytes[0] = *key;
    else if (*key == '{')
        bytes[0] = (char)('a' + dice_below(dice, 26));
    else if (strncmp(key, "<C-", 3) == 0)
        bytes[0] = (char)(key[3] & 0x1F);
    if (length == 1 || *key == '{' || strncmp(key, "<C-", 3) == 0)
        return 1;
    for (size_t i = 0; i < COUNT_OF(named_keys); i++) {
        if (strlen(named_keys[i].name) == length && strncmp(named_keys[i].name, key, length) == 0)
            return (size_t)snprintf(bytes, room, "%s", named_keys[i].bytes);
    }
    return 0;
}

/* One of the keys of an action. */
static size_t put_action(Dice *dice, char *bytes, size_t room)
{
    const char *keys = action_keys[dice_below(dice, ACTIONS)];
    size_t skipped = dice_below(dice, 4), size = 0;

    while (skipped-- && strchr(keys, ' '))
        keys = strchr(keys, ' ') + 1;
    while (*keys && *keys != ' ' && size + KEYS_MOST < room) {
        size_t length = key_length(keys);

        size += put_key(dice, keys, length, bytes + size, room - size);
        keys += length;
    }
    return size;
}

static size_t put_other(Dice *dice, char *bytes, size_t room)
{
    static const char *const others[] = {"\033[200~pasted\033[201~",
                                         "\033]11;rgb:0000/0000/0000\033\\",
                                         "\033[?2026;2$y",
                                         "\033[?62;22c",
                                         "\033[I",
                                         "\033[O",
                                         "\033[1;5A",
                                         "\033[105;5u",
                                         "\033[27u",
                                         "\033[46:62;4u",
                                         "\033[97;1:3u",
                                         "\033[12;40R",
                                         "\033P1$r0m\033\\",
                                         "the",
                                         "\xC3\xA9",
                                         "\xE6\xBC\xA2",
                                         "\033]52;",
                                         "\033["};

    switch (dice_below(dice, 4)) {
    case 0:
        return (size_t)snprintf(bytes, room, "%zu", dice_below(dice, 200));
    case 1:
        return (size_t)snprintf(bytes, room, "\033[<%zu;%zu;%zu%c", dice_below(dice, 70), dice_below(dice, 90),
                                dice_below(dice, 30), dice_below(dice, 2) ? 'M' : 'm');
    case 2:
        return (size_t)snprintf(bytes, room, "%s", others[dice_below(dice, COUNT_OF(others))]);
    default:
        bytes[0] = (char)dice_below(dice, 256);
        return 1;
    }
}

/* A reader that shall not quit is not told to: Q, ZZ, and q in the last view. */
static size_t next_keys(Dice *dice, char *bytes, size_t room, bool may_quit)
{
    for (;;) {
        size_t size = dice_below(dice, 100) < 75 ? put_action(dice, bytes, room) : put_other(dice, bytes, room);

        if (size && (may_quit || !(memchr(bytes, 'Q', size) || memchr(bytes, 'Z', size) || memchr(bytes, 'q', size))))
            return size;
    }
}

static void resize(Run *run, Dice *dice)
{
    static const int sizes[][2] = {{1, 1},    {200, 500}, {2, 3},   {24, 80}, {5, 20},
                                   {60, 200}, {1, 500},   {200, 1}, {24, 80}};
    const int *size = sizes[dice_below(dice, COUNT_OF(sizes))];

    pty_resize(&run->pty, size[0], size[1]);
}

static void copy_file(const char *from, const char *to)
{
    static char bytes[64 * 1024];
    FILE *file = fopen(from, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;

    if (file)
        (void)fclose(file);
    case_write(to, bytes, size);
}

/* Keys write into articles, and save where the program was started: copies, in a folder of the case. */
static void copy_articles(const Torture *torture, char folder[TORTURE_PATH])
{
    char source[TORTURE_PATH], from[2 * TORTURE_PATH], to[2 * TORTURE_PATH];
    struct dirent *entry;
    DIR *articles;

    (void)snprintf(source, sizeof source, "%.400s/articles", torture->source);
    case_path(torture, "work", folder);
    folder_remove(folder);
    (void)mkdir(folder, 0700);
    articles = opendir(source);
    while (articles && (entry = readdir(articles)) != NULL) {
        if (!strstr(entry->d_name, ".yaml"))
            continue;
        (void)snprintf(from, sizeof from, "%s/%s", source, entry->d_name);
        (void)snprintf(to, sizeof to, "%s/%s", folder, entry->d_name);
        copy_file(from, to);
    }
    if (articles)
        (void)closedir(articles);
}

static Run *start(Torture *torture)
{
    static RunOptions options;
    static char folder[TORTURE_PATH];

    copy_articles(torture, folder);
    options = (RunOptions){.arguments = {"--no-config", folder}, .folder = folder, .mute = true, .copies = true};
    return run_start(torture, &options);
}

/* Memory with nothing open, in the first article, on the largest screen: when it is smaller again, the C library keeps some of that or not. */
static long settled_kb(Run *run)
{
    static const char *const to_plain_view[] = {"\033", "\033", "\007", "KKKKKKKKKKKK"};

    for (size_t i = 0; i < COUNT_OF(to_plain_view); i++) {
        run_type(run, to_plain_view[i], strlen(to_plain_view[i]));
        (void)run_settle(run, run->torture->hang_ms);
    }
    pty_resize(&run->pty, 200, 500);
    (void)run_settle(run, run->torture->hang_ms);
    return run->ended ? 0 : proc_memory_kb(run->pty.process);
}

/* What is held goes up and down with what is open; what is lost stays. So the least of some looks counts, of those before and after the middle. */
typedef struct Growth {
    size_t from, count; /* keys */
    long least_kb[2];   /* 0: not looked yet */
} Growth;

static void look(Growth *growth, Run *run, size_t keys)
{
    size_t half = keys >= growth->from + (growth->count - growth->from) / 2;
    long kb = settled_kb(run);

    if (kb && (growth->least_kb[half] == 0 || kb < growth->least_kb[half]))
        growth->least_kb[half] = kb;
}

static bool is_time_to_look(const Growth *growth, size_t keys)
{
    return growth->from && keys >= growth->from && (keys - growth->from) % ((growth->count - growth->from) / LOOKS) == 0;
}

static void judge_growth(Torture *torture, const Growth *growth)
{
    if (!torture->sanitized && growth->least_kb[0] && growth->least_kb[1] > growth->least_kb[0] + GROWTH_KB)
        case_fail(torture, VERDICT_MEMORY, "it grew from %ld to %ld KB between key %zu and %zu", growth->least_kb[0],
                  growth->least_kb[1], growth->from, growth->count);
}

void case_keys(Torture *torture, size_t count, size_t settled)
{
    Run *run = start(torture);
    Growth growth = {settled, count, {0, 0}};

    (void)run_settle(run, 5000);
    for (size_t i = 0; i < count; i++) {
        char keys[256];

        run_type(run, keys, next_keys(&torture->dice, keys, sizeof keys, settled == 0));
        if (dice_below(&torture->dice, 100) < 2)
            resize(run, &torture->dice);
        if (is_time_to_look(&growth, i))
            look(&growth, run, i);
        if (!(i % 16 ? run_wait(run, 0) : run_settle(run, 2000))) {
            run_finish(run, 0); /* it was told to quit */
            if (torture->found)
                return;
            run = start(torture);
            (void)run_settle(run, torture->hang_ms);
        }
    }
    judge_growth(torture, &growth);
    run_quit(run);
    run_finish(run, 0);
}

/* Until the master's side of the line has taken in as much as it does of what nobody reads. */
static void await_full(const Run *run)
{
    long end = now_ms() + UNREAD_MS;
    int waiting = 0;

    while (ioctl(run->pty.master, FIONREAD, &waiting) == 0 && waiting < TAKEN_AHEAD && now_ms() < end)
        (void)poll(NULL, 0, 1);
}

/* Until the line has its own settings again; what was written meanwhile is not read. */
static void await_line(const Run *run)
{
    long end = now_ms() + UNREAD_MS;

    while (!pty_is_restored(&run->pty) && now_ms() < end)
        (void)poll(NULL, 0, 1);
}

/* Keys of signals right behind the one that stops it, while the frame before them is not read yet: the line has its own settings again, acts on
 * them, and would throw away how the screen was given back. */
static void type_behind_stop(Torture *torture)
{
    static const char *const keys[] = {"\003", "\034", "\003\034jk\003"};
    Run *run = run_start(torture, &(RunOptions){.rows = 32, .columns = 90, .mute = true});

    for (size_t i = 0; i < COUNT_OF(keys) && run_settle(run, torture->hang_ms); i++) {
        run_keys(run, "\014");
        await_full(run);
        run_keys(run, "\032");
        await_line(run);
        run_keys(run, keys[i]);
    }
    if (run_settle(run, torture->hang_ms) && run->stops != COUNT_OF(keys))
        case_fail(torture, VERDICT_SIGNAL, "it stopped %zu times", run->stops);
    run_quit(run);
    run_finish(run, 0);
}

void tour_keys(Torture *torture)
{
    size_t count = torture->is_long ? LONG_KEYS : SHORT_KEYS, runs = torture->is_long ? MILLION / LONG_KEYS : SHORT_RUNS;

    if (case_begin(torture, "keys of signals behind a stop")) {
        type_behind_stop(torture);
        case_end(torture);
    }
    for (size_t i = 0; i < runs; i++) {
        if (!case_begin(torture, "%zu random keys, %zu", count, i))
            continue;
        case_keys(torture, count, torture->is_long ? LONG_SETTLED : 0);
        case_end(torture);
    }
}
