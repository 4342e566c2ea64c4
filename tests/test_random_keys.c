/*
 * Random keys in the whole reader: nothing breaks, and memory does not grow. In `make check` some thousand; a million with TORTURE=long, or as
 * many as --keys=NUMBER says. --seed=NUMBER repeats a run.
 *
 * First with one article that nothing can reopen, so that whatever is kept while somebody reads is seen to grow; then with a
 * library. Memory is counted in the same state each time: the plain view, all of the article looked at, all idle work done.
 */
#include <inttypes.h>
#include <string.h>

#include "fuzz/played_reader.h"
#include "tap.h"
#include "ui/actions/actions.h"
#include "ui/opening/opening.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#if defined(HAS_SANITIZER)
size_t __sanitizer_get_current_allocated_bytes(void);
#elif defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#include <malloc.h>
#define HAS_MALLINFO 1
#endif

enum {
    KEYS = 10000,
    MANY_KEYS = 1000000,
    FIRST_KEYS = 5000,
    ROUNDS = 10,
    SCRIPT_BYTES = 8,
    GROWTH_KIB = 256,
    PARAGRAPHS = 60
};

static uint64_t random_state;

/* Xorshift: Marsaglia, "Xorshift RNGs", 2003. */
static unsigned random_below(unsigned limit)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)(random_state >> 33) % limit;
}

/* Bytes that are held; 0: nobody can tell. */
static size_t memory_held(void)
{
#if defined(HAS_SANITIZER)
    return __sanitizer_get_current_allocated_bytes();
#elif defined(HAS_MALLINFO)
    struct mallinfo2 info = mallinfo2();

    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

/* What a key is made of: mostly what a keyboard sends, now and then the rest of what a script knows. */
static size_t random_key(char *bytes)
{
    static const char *const telling[] = {"]q", "[s", "gq", "ge", "ga", "gb", "gn",  "zq", "zi",
                                          "zs", "zn", "ma", "'a", "``", "]j", "3gQ", "gg"};
    unsigned kind = random_below(100);
    Text word;

    for (int i = 0; i < SCRIPT_BYTES; i++)
        bytes[i] = (char)random_below(256);
    if (kind < 40)
        bytes[0] = (char)(' ' + random_below(0x60));
    else if (kind < 50)
        bytes[0] = (char)random_below(0x20);
    else if (kind < 60)
        bytes[0] = '\033';
    if (kind < 85)
        return kind < 60 ? 1 : SCRIPT_BYTES;
    word = text_from(telling[random_below(COUNT_OF(telling))]);
    memcpy(bytes, word.bytes, word.size);
    return word.size;
}

static size_t press_random(PlayedReader *reader)
{
    char bytes[SCRIPT_BYTES];
    Choices script = {{bytes, random_key(bytes)}};
    size_t before = script.left.size, count = 0;

    /* what a longer script leaves over are keys of their own */
    while (played_reader_press(reader, &script) && script.left.size < before) {
        before = script.left.size;
        count++;
    }
    return count;
}

/* Everything that is made when it is first looked at has been. */
static void settle(PlayedReader *reader)
{
    static const char *const looks[] = {":goto-top\r", ":goto-bottom\r", "/the\r", "\033", ":goto-top\r"};

    played_reader_leave_all(reader);
    played_reader_resize(reader, 24, 80);
    if (reader->library.entries.count > 1)
        app_open(&reader->app, 1);
    for (size_t i = 0; i < COUNT_OF(looks); i++) {
        Choices script = {text_from(looks[i])};

        while (played_reader_press(reader, &script))
            ;
        played_reader_rest(reader);
    }
    for (int i = 0; i < 200; i++) {
        Choices script = {TEXT(" ")};

        (void)played_reader_press(reader, &script);
    }
    played_reader_leave_all(reader);
}

/* Press so many more, and tell what is held then. */
static size_t held_after(PlayedReader *reader, size_t *pressed, size_t keys)
{
    size_t held;

    while (*pressed < keys)
        *pressed += press_random(reader);
    settle(reader);
    held = memory_held();
    (void)printf("# %zu keys: %zu bytes held\n", *pressed, held);
    (void)fflush(stdout);
    return held;
}

/* The first keys fill what is kept on purpose: places, marks, the longest line of cells. */
static void play(const char *what, PlayedLibrary library, size_t keys)
{
    static PlayedReader reader;
    size_t first, most, pressed = 0;
    Arena arena = {0};

    played_reader_open(&reader, played_article(&arena, PARAGRAPHS), library, CHARSET_UTF8);
    first = most = held_after(&reader, &pressed, keys / 2 < FIRST_KEYS ? keys / 2 : FIRST_KEYS);
    for (size_t round = 1; round <= ROUNDS; round++) {
        size_t held = held_after(&reader, &pressed, keys * round / ROUNDS);

        most = held > most ? held : most;
    }
    ok(pressed >= keys, "%zu keys, %s", pressed, what);
    if (first)
        ok(most - first <= GROWTH_KIB * 1024, "memory grows by at most %d KiB, %s (%zu bytes)", GROWTH_KIB, what,
           most - first);
    else
        tap_skip("nobody tells how much memory is held");
    played_reader_close(&reader);
    arena_release(&arena);
}

/* One action, and what it opened accepted and closed. */
static void run_action(PlayedReader *reader, ActionId action)
{
    App *app = &reader->app;
    bool changed;

    (void)app_run(app, action, 0, 'a');
    for (int key = 0; key < 2 && (app->popup.id || app->prompt.line.kind); key++)
        (void)app_key(app, (Key){key ? KEY_SPECIAL_ESCAPE : KEY_SPECIAL_ENTER, 0}, reader->now_ms += 1000);
    (void)app_work(app, &changed);
    app_settle(app);
    app_draw(app, &reader->canvas);
}

/* What is held after each of so many times, at least: two arenas that take turns hold more or less from time to time. */
static size_t least_held(PlayedReader *reader, ActionId action, int times)
{
    size_t least = SIZE_MAX;

    for (int i = 0; i < times; i++) {
        size_t held;

        run_action(reader, action);
        held = memory_held();
        least = held < least ? held : least;
    }
    return least;
}

/* The same action again and again: memory that is left behind each time is seen here after a moment, not after a million keys. */
static void repeat_actions(void)
{
    enum { TIMES = 300, FIRST_TIMES = 40, LEFT_MOST = 8 }; /* bytes that one of them may leave behind */
    static PlayedReader reader;
    Arena arena = {0};

    played_reader_open(&reader, played_article(&arena, 12), PLAYED_ALONE, CHARSET_UTF8);
    settle(&reader);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        size_t first, last;
        Choices selected = {TEXT("gb.ma")};

        while (played_reader_press(&reader, &selected))
            ;
        (void)least_held(&reader, (ActionId)action, FIRST_TIMES);
        first = least_held(&reader, (ActionId)action, FIRST_TIMES);
        for (int i = 0; i < TIMES - FIRST_TIMES; i++)
            run_action(&reader, (ActionId)action);
        last = least_held(&reader, (ActionId)action, FIRST_TIMES);
        if (last > first + LEFT_MOST * TIMES)
            ok(false, "%s leaves %zu bytes behind", action_info((ActionId)action)->name.bytes, last - first);
        played_reader_leave_all(&reader);
    }
    ok(reader.app.document.article, "every action, %d times", TIMES);
    played_reader_close(&reader);
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    const char *torture = getenv("TORTURE");
    size_t keys = torture && strcmp(torture, "long") == 0 ? MANY_KEYS : KEYS;
    uint64_t seed = 20261129;

    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--seed=", 7) == 0)
            seed = strtoull(argv[i] + 7, NULL, 10);
        else if (strncmp(argv[i], "--keys=", 7) == 0)
            keys = (size_t)strtoull(argv[i] + 7, NULL, 10);
    }
    (void)LLVMFuzzerInitialize(&argc, &argv);
    (void)printf("# seed %" PRIu64 ", %zu keys\n", seed, keys);
    (void)fflush(stdout);
    random_state = seed ? seed : 1;
    repeat_actions();
    play("in one article", PLAYED_ALONE, keys / 2);
    play("in a library", PLAYED_WITH_BUNDLED, keys / 2);
    return tap_done();
}
