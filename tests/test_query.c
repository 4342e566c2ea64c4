/* What terminals answer, and what is typed between the answers. */
#include <string.h>

#include "tap.h"
#include "term/query.h"

static Answers read_all(const char *bytes)
{
    Answers answers = {0};
    Sequence sequence = {0};

    for (size_t i = 0; bytes[i]; i++)
        query_feed(&sequence, &answers, bytes[i]);
    query_end(&sequence, &answers);
    return answers;
}

static void test_typed(void)
{
    static const struct {
        const char *bytes, *typed, *what;
    } rows[] = {
        {"jjk", "jjk", "keys"},
        {"j\033[?62;22ck", "jk", "keys around an answer"},
        {"\033]11;rgb:ffff/fbfb/efef\033\\j", "j", "after a string with its end"},
        {"\033]11;rgb:ffff/fbfb/efef\007j", "j", "after one that a bell ends"},
        {"\033P1$r0;48:2::1:2:3m\033\\j", "j", "after a device control string"},
        {"\033[A\033[1;2B", "\033[A\033[1;2B", "cursor keys"},
        {"\033OA", "\033OA", "cursor keys of the other mode"},
        {"\033", "\033", "Escape"},
        {"\033\033", "\033\033", "Escape twice"},
        {"\033\033[?6cj", "\033j", "Escape before an answer"},
        {"\033x", "\033x", "a key with Meta"},
        {"\033[\033[?6cj", "\033[j", "Meta and a bracket before an answer"},
        {"\033[1;\033[?6cj", "\033[1;j", "half a sequence before an answer"},
        {"\033[\033[A", "\033[\033[A", "Meta and a bracket before a cursor key"},
        {"gt\303\251", "gt\303\251", "a letter that is not ASCII"},
        {"\033]11;rgb:ff", "\033]11;rgb:ff", "half an answer: its rest will come as typed"},
        {"\033[?20", "\033[?20", "half a control sequence"},
        {"\033P1$r0;48\033", "\033P1$r0;48\033", "half the end of a string"},
        {"\033]52;c;Zm9v\033\\j", "j", "a string that nobody asked for"},
        {"\033]11;rgb:ff\033[?6cj", "j", "after a string that an answer breaks off"},
        {"\033]11;rgb:ff\033j", "\033j", "a key that breaks off a string"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Answers answers = read_all(rows[i].bytes);

        ok(answers.ahead_size == strlen(rows[i].typed) && memcmp(answers.ahead, rows[i].typed, answers.ahead_size) == 0,
           "typed: %s", rows[i].what);
    }
}

static void test_much_typed(void)
{
    char bytes[1000];
    Answers answers;

    memset(bytes, 'j', sizeof bytes - 1);
    bytes[sizeof bytes - 1] = '\0';
    answers = read_all(bytes);
    ok(answers.ahead_size == AHEAD_BYTES, "no more is kept than has room");
    memcpy(bytes, "\033]11;", 5);
    answers = read_all(bytes);
    ok(answers.ahead_size == 0, "a string without end is nothing, and no more of it than can be an answer is kept");
    memset(bytes, 'j', AHEAD_BYTES - 1);
    memcpy(bytes + AHEAD_BYTES - 1, "\303\251", 3);
    answers = read_all(bytes);
    ok(answers.ahead_size == AHEAD_BYTES - 1, "half a character is not kept");
    memcpy(bytes + AHEAD_BYTES - 1, "\033[Ak", 5);
    answers = read_all(bytes);
    ok(answers.ahead_size == AHEAD_BYTES - 1,
       "after a key for which there was no room none is kept: it would do what it was not typed for");
}

static const struct {
    const char *bytes;
    const char *told; /* scheme, background, synchronizes, announces, exact colours, complete */
} answer_rows[] = {
    {"\033[?62;4c", ".....c"},
    {"\033[?6c", ".....c"},
    {"\033[?997;1n", "d....."},
    {"\033[?997;2n", "l....."},
    {"\033[?997;3n", "......"},
    {"\033]11;rgb:ffff/fbfb/efef\033\\", ".b...."},
    {"\033]11;rgb:1/2/3\007", ".b...."},
    {"\033]11;rgba:11/22/33/ff\033\\", ".b...."},
    {"\033]11;red\033\\", "......"},
    {"\033]11;rgb:gg/22/33\033\\", "......"},
    {"\033]11;rgb:11/22\033\\", "......"},
    {"\033]11;rgb:11,22,33\033\\", "......"},
    {"\033]11;rgb:112233445566\033\\", "......"},
    {"\033]11;rgbi:1.0/1.0/1.0\033\\", "......"},
    {"\033]11;rgb:11/22/33\033[?6c", ".....c"},
    {"\033]10;rgb:11/22/33\033\\", "......"},
    {"\033[?2026;2$y", "..s..."},
    {"\033[?2026;1$y", "..s..."},
    {"\033[?2026;0$y", "......"},
    {"\033[?2026;4$y", "......"},
    {"\033[?2031;2$y", "...a.."},
    {"\033[?2027;2$y", "......"},
    {"\033P1$r0;48:2::1:2:3m\033\\", "....e."},
    {"\033P1$r48:2:1:2:3m\033\\", "....e."},
    {"\033P1$r0;48;2;1;2;3m\033\\", "....e."},
    {"\033P1$r0;48;5;16m\033\\", "......"},
    {"\033P0$r\033\\", "......"},
    {"\033]11;rgb:0000/0000/0000\033\\\033[?997;2n\033[?2026;2$y\033[?2031;2$y\033P1$r0;48:2::1:2:3m\033\\\033[?1;2c",
     "lbsaec"},
};

static void test_answers(void)
{
    for (size_t i = 0; i < COUNT_OF(answer_rows); i++) {
        Answers answers = read_all(answer_rows[i].bytes);
        char told[7] = "......";

        if (answers.has_scheme)
            told[0] = answers.scheme == VARIANT_DARK ? 'd' : 'l';
        told[1] = answers.has_background ? 'b' : '.';
        told[2] = answers.synchronizes ? 's' : '.';
        told[3] = answers.announces ? 'a' : '.';
        told[4] = answers.exact_colors ? 'e' : '.';
        told[5] = answers.complete ? 'c' : '.';
        ok(strcmp(told, answer_rows[i].told) == 0, "answer %zu: %s, found %s", i, answer_rows[i].told, told);
    }
    ok(read_all("\033]11;rgb:ffff/fbfb/0000\033\\").background == 0xfffb00, "a component of 16 bits");
    ok(read_all("\033]11;rgb:8/f/0\033\\").background == 0x88ff00, "of 4 bits");
    ok(read_all("\033]11;rgb:800/fff/000\033\\").background == 0x80ff00, "of 12 bits");
    ok(strcmp(read_all("\033P>|XTerm(379)\033\\").name, "XTerm(379)") == 0, "what the terminal calls itself");
    ok(strlen(read_all("\033P>|a terminal of a very long name indeed 1.2\033\\").name) == sizeof((Answers){0}).name - 1,
       "… as far as there is room");
    ok(read_all("\033[?62;22;52c").has_clipboard && !read_all("\033[?62;522c").has_clipboard &&
           read_all("\033[?52c").has_clipboard,
       "whether it takes what shall be on the clipboard");
    ok(read_all("\033[?0u").reports_keys && read_all("\033[?5u\033[?62c").reports_keys &&
           !read_all("\033[?62c").reports_keys,
       "whether it reports keys with their modifiers");
    ok(read_all("\033[105;5u").ahead_size == 8, "a key that is reported is typed");
}

/* Columns of the cursor before and after an emoji each of Unicode 15, 16 and 17. */
static void test_emoji(void)
{
    static const struct {
        const char *bytes;
        Charset charset;
        const char *what, *typed;
    } rows[] = {
        {"\033[5;1R\033[5;3R\033[5;3R\033[5;3R\033[?6c", CHARSET_EMOJI_17, "all are known", ""},
        {"\033[5;1R\033[5;3R\033[5;3R\033[5;2R\033[?6c", CHARSET_EMOJI_16, "the newest are not", ""},
        {"\033[1;9R\033[1;11R\033[1;9R\033[1;10R\033[?6c", CHARSET_EMOJI_15, "only the first are, in the first row", ""},
        {"\033[5;1R\033[5;2R\033[5;3R\033[5;3R\033[?6c", CHARSET_UTF8, "newer ones alone: not to be trusted", ""},
        {"\033[5;80R\033[6;2R\033[6;2R\033[6;2R\033[?6c", CHARSET_UTF8, "at the margin", ""},
        {"\033[5;1R\033[5;3R\033[?6c", CHARSET_UTF8, "not all answers", ""},
        {"\033[5;1R\033[5;3R\033[5;3R\033[5;3R", CHARSET_UTF8, "too late", ""},
        {"j\033[5;1Rj\033[5;3R\033[5;3R\033[5;3R\033[1;2R\033[?6c", CHARSET_EMOJI_17, "with keys between, F3 too",
         "jj\033[1;2R"},
        {"\033[?6c", CHARSET_UTF8, "it does not say", ""},
        {"\033[;R\033[99999;1R\033[5R\033[R\033[?6c", CHARSET_UTF8, "no places", "\033[;R\033[99999;1R\033[5R\033[R"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Answers answers = {.asks_emoji = true}, unasked = read_all(rows[i].bytes);
        Sequence sequence = {0};

        for (size_t at = 0; rows[i].bytes[at]; at++)
            query_feed(&sequence, &answers, rows[i].bytes[at]);
        query_end(&sequence, &answers);
        ok(answers_charset(&answers) == rows[i].charset, "emoji: %s", rows[i].what);
        ok(answers.ahead_size == strlen(rows[i].typed) && memcmp(answers.ahead, rows[i].typed, answers.ahead_size) == 0,
           "emoji: %s: what is typed", rows[i].what);
        ok(answers_charset(&unasked) == CHARSET_UTF8, "emoji: %s: it was not asked", rows[i].what);
    }
}

static void test_variant(void)
{
    static const struct {
        const char *bytes, *colorfgbg, *variant;
    } rows[] = {
        {"", NULL, ""},
        {"", "15;0", "dark"},
        {"", "0;15", "light"},
        {"", "0;default;15", "light"},
        {"", "12;8", "dark"},
        {"", "0;7", "light"},
        {"", "default;default", ""},
        {"", "", ""},
        {"\033]11;rgb:ffff/ffff/ffff\033\\", "15;0", "light"},
        {"\033]11;rgb:2828/2828/2828\033\\", "0;15", "dark"},
        {"\033]11;rgb:0000/2b2b/3636\033\\", NULL, "dark"},
        {"\033]11;rgb:fdfd/f6f6/e3e3\033\\", NULL, "light"},
        {"\033]11;rgb:ffff/ffff/ffff\033\\\033[?997;1n", "0;15", "dark"},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Answers answers = read_all(rows[i].bytes);
        Variant variant = VARIANT_DARK;
        const char *found = !answers_variant(&answers, rows[i].colorfgbg, &variant) ? ""
                            : variant == VARIANT_DARK                               ? "dark"
                                                                                    : "light";

        ok(strcmp(found, rows[i].variant) == 0, "background %zu: \"%s\"", i, rows[i].variant);
    }
}

static void test_may_ask(void)
{
    ok(query_may_ask(TEXT("xterm-256color")) && query_may_ask(TEXT("tmux-256color")) && query_may_ask(TEXT("foot")) &&
           query_may_ask(TEXT("contour")) && query_may_ask(TEXT("xterm-kitty")) && query_may_ask(TEXT("alacritty")) &&
           query_may_ask(TEXT("vte-256color")),
       "terminals are asked");
    ok(!query_may_ask(TEXT("linux")) && !query_may_ask(TEXT("vt100")) && !query_may_ask(TEXT("cons25")) &&
           !query_may_ask(TEXT("ansi")),
       "consoles and old hardware are not");
}

int main(void)
{
    test_typed();
    test_much_typed();
    test_answers();
    test_emoji();
    test_variant();
    test_may_ask();
    return tap_done();
}
