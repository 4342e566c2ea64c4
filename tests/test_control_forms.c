/*
 * What terminals are told within a text: lines as programs write them, and what they show. Bold is written "{b ...}", italic "{i ...}",
 * underlined "{u ...}", a link "{=address ...}". Then properties, of random lines and of the time that long ones take.
 */
#include <time.h>

#include "base/unicode/unicode.h"
#include "formats/text/signs/control_forms.h"
#include "random.h"
#include "tap.h"

#define ESC "\x1B"
#define CSI "\x1B["
#define BS "\b"

struct Row {
    const char *what, *text, *shown; /* lines are apart by "\n" */
};

/* clang-format off */
static const struct Row rows[] = {
    {"plain text", "nothing at all", "nothing at all"},
    {"an empty line", "", ""},
    /* attributes */
    {"bold", CSI "1mbold" CSI "m plain", "{b bold} plain"},
    {"bold, reset by 0", CSI "1mbold" CSI "0m plain", "{b bold} plain"},
    {"bold, reset by 22", CSI "1;4mboth" CSI "22m under" CSI "24m plain", "{bu both}{u  under} plain"},
    {"italic", CSI "3mitalic" CSI "23m plain", "{i italic} plain"},
    {"the kinds of underlines", CSI "4:3mcurly" CSI "4:0m no " CSI "21mdouble", "{u curly} no {u double}"},
    {"reverse stands out", CSI "7mfound" CSI "27m plain", "{b found} plain"},
    {"bold stays where reverse ends", CSI "1;7mfound" CSI "27m bold", "{b found bold}"},
    {"colours say nothing", CSI "31mred" CSI "39m, " CSI "92;44mgreen" CSI "m", "red, green"},
    {"a colour of a palette is no attribute", CSI "38;5;1mno" CSI "48;5;4;1mbold", "no{b bold}"},
    {"a true colour is no attribute", CSI "38;2;1;3;4mno" CSI "58;2;4;4;4;3mitalic", "no{i italic}"},
    {"colours with colons", CSI "38:2::1:3:4mno" CSI "38:5:1;1mbold", "no{b bold}"},
    {"a colour after a colour of number 38", CSI "38;5;38;1mbold", "{b bold}"},
    {"nothing before a semicolon resets", CSI "1mbold" CSI ";3mitalic", "{b bold}{i italic}"},
    {"nothing after a semicolon resets", CSI "1mbold" CSI "3;mplain", "{b bold}plain"},
    {"a colour that is cut short", CSI "1;38mbold" CSI "38;2;1mbold" CSI "38;5mbold", "{b boldboldbold}"},
    {"a number beyond all", CSI "99999999999999999999m" CSI "1mbold", "{b bold}"},
    {"another sequence that ends in m", CSI ">4;1mno" CSI "?1mno" CSI "1 mno", "nonono"},
    {"attributes go on over lines", "a" CSI "1mb\nc\n" CSI "md", "a{b b}\n{b c}\nd"},
    {"CSI in one character", "\xC2\x9B" "1mbold\xC2\x9B" "0m plain", "{b bold} plain"},
    /* other sequences */
    {"the cursor, modes, erasing", "a" CSI "?25lb" CSI "2Jc" CSI "10;20Hd" CSI "Ke" CSI "!p", "abcde"},
    {"a sequence without an end", "a" CSI "1;3", "a"},
    {"only its start", "a" CSI, "a"},
    {"ESC alone", "a" ESC, "a"},
    {"a sequence that a letter of another script ends", CSI "1\xC3\xA9t\xC3\xA9", "\xC3\xA9t\xC3\xA9"},
    {"character sets", ESC "(Ba" ESC ")0b" ESC "%Gc\x0F" "d\x0E", "abcd"},
    {"sequences of two characters", ESC "7a" ESC "8b" ESC "=c" ESC ">d" ESC "M", "abcd"},
    {"titles", ESC "]0;a title\x07" "a" ESC "]2;another" ESC "\\b" ESC "kscreen's" ESC "\\c", "abc"},
    {"what is only for the terminal", ESC "P1$r0m" ESC "\\a" ESC "_x" ESC "\\b" ESC "^x" ESC "\\c" ESC "Xx" ESC "\\d", "abcd"},
    {"strings in C1 characters", "\xC2\x9D" "0;title\xC2\x9C" "a\xC2\x90q\xC2\x9C" "b", "ab"},
    {"a string without its end loses no text", "a" ESC "]0;b c", "a0;b c"},
    {"a string that another sequence ends", ESC "]0;b" CSI "1mc", "0;b{b c}"},
    {"a string that the end of a line ends", ESC "]0;b\fc\x07" ESC "]0;d\xE2\x80\xA8" "e\x07", "0;b\fc0;d\xE2\x80\xA8" "e"},
    {"a bell", "ding\x07 dong", "ding dong"},
    {"other C1 characters are text", "a\xC2\x85" "b\xC2\xA0" "c\xC2", "a\xC2\x85" "b\xC2\xA0" "c\xC2"},
    /* links */
    {"a link", ESC "]8;;https://example.org/a;b" ESC "\\here" ESC "]8;;" ESC "\\ there", "{=https://example.org/a;b here} there"},
    {"a link with parameters, ended by BEL", ESC "]8;id=1:x=y;https://example.org\x07here" "\x1B]8;;\x07", "{=https://example.org here}"},
    {"a link goes on over lines", ESC "]8;;a:b\x07x\ny" ESC "]8;;\x07z", "{=a:b x}\n{=a:b y}z"},
    {"a link in bold", CSI "1m" ESC "]8;;a:b\x07x" CSI "mz" ESC "]8;;\x07z", "{b=a:b x}{=a:b z}z"},
    {"a link with a control in it is none", ESC "]8;;a:" BS "b\x07x" "\x1B]8;;\x07", "x"},
    {"no link", ESC "]8;x\x07y" ESC "]52;c;aGVsbG8=\x07z", "yz"},
    /* letters over letters */
    {"bold", "N" BS "NA" BS "AM" BS "ME" BS "E x", "{b NAME} x"},
    {"underlined", "_" BS "f_" BS "i x" BS "_", "{u fi} {u x}"},
    {"bold and underlined", "_" BS "b" BS "b x" BS "x" BS "_", "{bu b} {bu x}"},
    {"four times, as printers did", "a" BS "a" BS "a" BS "ab", "{b a}b"},
    {"words over words", "NAME" BS BS BS BS "NAME x", "{b NAME} x"},
    {"underscores under a word", "____" BS BS BS BS "word x", "{u word} x"},
    {"underscores after a word", "a word" BS BS BS BS "____ x", "a {u word} x"},
    {"two words over two", "to be" BS BS BS BS BS "to be", "{b to} {b be}"},
    {"underscores are bold among bold ones", "_" BS "__" BS "_i" BS "in" BS "n_" BS "_", "{b __in_}"},
    {"and underlined among those", "_" BS "x_" BS "__" BS "__" BS "y", "{u x__y}"},
    {"alone they are bold", "a _" BS "_ b", "a {b _} b"},
    {"a bullet", "+" BS "o one, o" BS "+ two", "\xE2\x80\xA2 one, \xE2\x80\xA2 two"},
    {"a bullet in bold", "+" BS "+" BS "o" BS "o one", "{b \xE2\x80\xA2} one"},
    {"accents", "e" BS "' '" BS "e c" BS ", \"" BS "u /" BS "O", "\xC3\xA9 \xC3\xA9 \xC3\xA7 \xC3\xBC \xC3\x98"},
    {"another letter: the last", "a" BS "b|" BS "/" BS "-", "b-"},
    {"a blank takes it away", "ls -z" BS " " BS BS " " BS "x", "ls x "},
    {"letters of two bytes", "\xC3\xA9" BS "\xC3\xA9 _" BS "\xC3\xA9", "{b \xC3\xA9} {u \xC3\xA9}"},
    {"a letter with a mark", "e\xCC\x81" BS "e\xCC\x81 _" BS "e\xCC\x81 e\xCC\x81" BS "_", "{b e\xCC\x81} {u e\xCC\x81} {u e\xCC\x81}"},
    {"as groff has it in bold", "a" BS "a\xCC\x81" BS "\xCC\x81" "b" BS "b", "{b a\xCC\x81" "b}"},
    {"wide ones, one backspace", "\xE6\xBC\xA2" BS "\xE6\xBC\xA2\xE5\xAD\x97" BS "\xE5\xAD\x97 _" BS "\xE6\xBC\xA2x \xE6\xBC\xA2" BS "_x",
     "{b \xE6\xBC\xA2\xE5\xAD\x97} {u \xE6\xBC\xA2}x {u \xE6\xBC\xA2}x"},
    {"wide ones, two backspaces", "\xE6\xBC\xA2" BS BS "\xE6\xBC\xA2 __" BS BS "\xE6\xBC\xA2x \xE6\xBC\xA2" BS BS "__x",
     "{b \xE6\xBC\xA2} {u \xE6\xBC\xA2}x {u \xE6\xBC\xA2}x"},
    {"half of a wide one", "\xE6\xBC\xA2" BS "x", " x"},
    {"attributes and overstriking", CSI "3mN" BS "N" CSI "m_" BS "x", "{bi N}{u x}"},
    {"a sequence between", "N" BS CSI "mN", "{b N}"},
    {"backspaces at the start", BS BS "a" BS BS BS "a", "{b a}"},
    {"nothing but backspaces", BS BS BS, ""},
    /* lines that are written again */
    {"a CR at the end", "one line\r", "one line"},
    {"several", "one line\r\r", "one line"},
    {"progress", "10%\r20%\r100%", "100%"},
    {"progress, a CR at the end", "\r10%\r100%\r", "100%"},
    {"the rest of a longer one stays", "Loading 1\rDone", "Doneing 1"},
    {"but is taken away by blanks", "Loading 1\rDone     ", "Done     "},
    {"or by erasing to the end", "Loading 1\rDone" CSI "K", "Done"},
    {"or by erasing all", "Loading 1\r" CSI "2KDone", "Done"},
    {"erased before CR", "Loading 1" CSI "2K\rDone", "Done"},
    {"to the first column by CSI", "10%" CSI "G20%" CSI "1G30%", "30%"},
    {"the same letter after CR is not bold", "aaa\raab", "aab"},
    {"a tab goes over what is there", "abcdefghij\r\tX", "abcdefghXj"},
    {"a tab beyond the end", "ab\r\tX", "ab      X"},
    {"a tab that is written over", "a\tb\rxyz", "xyz     b"},
    {"tabs among overstruck words", "N" BS "N\ta\tb", "{b N}\ta\tb"},
    {"attributes of what is left", CSI "1mab\r" CSI "mx", "x{b b}"},
    /* what programs write */
    {"git log", CSI "33mcommit 4780571" CSI "m" CSI "33m (" CSI "m" CSI "1;36mHEAD -> " CSI "m" CSI "1;32mmain" CSI "m" CSI "33m)" CSI "m",
     "commit 4780571 ({b HEAD -> main})"},
    {"git log --stat", " src/HACKING |  2 " CSI "32m+" CSI "m" CSI "31m-" CSI "m", " src/HACKING |  2 +-"},
    {"git diff", CSI "1mdiff --git a/x b/x" CSI "m\n" CSI "36m@@ -1 +1 @@" CSI "m\n" CSI "31m-a" CSI "m\n" CSI "32m+" CSI "m" CSI "32mb" CSI "m",
     "{b diff --git a/x b/x}\n@@ -1 +1 @@\n-a\n+b"},
    {"git fetch", "remote: Counting objects: 50% (1/2)" CSI "K\rremote: Counting objects: 100% (2/2), done." CSI "K",
     "remote: Counting objects: 100% (2/2), done."},
    {"ls", CSI "0m" CSI "01;34mbin" CSI "0m  " CSI "01;32mrun" CSI "0m", "{b bin}  {b run}"},
    {"ls --hyperlink", ESC "]8;;file://vm/tmp/README\x07README" "\x1B]8;;\x07", "{=file://vm/tmp/README README}"},
    {"grep", CSI "32m" CSI "K31" CSI "m" CSI "K" CSI "36m" CSI "K:" CSI "m" CSI "Kinclude src/" CSI "01;31m" CSI "Klayout" CSI "m" CSI "K/local.mk",
     "31:include src/{b layout}/local.mk"},
    {"ip", "1: " CSI "36mlo: " CSI "0m<UP> mtu 65536\n    inet " CSI "35m127.0.0.1" CSI "0m/8", "1: lo: <UP> mtu 65536\n    inet 127.0.0.1/8"},
    {"man", "       l" BS "ls" BS "s [_" BS "O_" BS "P_" BS "T_" BS "I_" BS "O_" BS "N]... [_" BS "F_" BS "I_" BS "L_" BS "E]...",
     "       {b ls} [{u OPTION}]... [{u FILE}]..."},
    {"man, an option", "       -" BS "-a" BS "a, -" BS "--" BS "-a" BS "al" BS "ll" BS "l", "       {b -a}, {b --all}"},
    {"man, a header", "LS(1)                        User Commands                       LS(1)",
     "LS(1)                        User Commands                       LS(1)"},
    {"man by SGR", CSI "1mNAME" CSI "0m", "{b NAME}"},
    {"man by SGR, an option", "       " CSI "1m--block-size" CSI "22m=" CSI "4mSIZE" CSI "24m", "       {b --block-size}={u SIZE}"},
    {"groff -Tascii", "+" BS "+" BS "o" BS "o n" BS "ni" BS "iv" BS "ve" BS "e _" BS "x_" BS "__" BS "__" BS "y_" BS "_",
     "{b \xE2\x80\xA2} {b nive} {u x__y_}"},
    {"groff, bold and italic", "_" BS "b" BS "b_" BS "o" BS "o_" BS "_" BS "_b" BS "b", "{bu bo_}{b b}"},
    {"a terminal's session", CSI "?2004h$ ls -z" BS " " BS "a\r", "$ ls -a"},
    {"npm", CSI "1G" CSI "0K\\" CSI "1G" CSI "0K|" CSI "1G" CSI "0Kdone", "done"},
    {"tput sgr0", CSI "1mbold" ESC "(B" CSI "m plain", "{b bold} plain"},
};
/* clang-format on */

/* ---- pieces in this notation ---- */

typedef struct Shown {
    Arena *arena;
    TextBuffer text;
    unsigned styles;
    Text link;
} Shown;

static void show(Shown *shown, unsigned styles, Text link, Text text)
{
    static const char *const letters[] = {"", "b", "i", "bi", "u", "bu", "iu", "biu"};

    if (styles != shown->styles || !text_equal(link, shown->link)) {
        if (shown->styles || shown->link.size)
            text_buffer_add(shown->arena, &shown->text, TEXT("}"));
        if (styles || link.size)
            text_buffer_add(
                shown->arena, &shown->text,
                arena_printf(shown->arena, "{%s%s%.*s ", letters[styles], link.size ? "=" : "", TEXT_ARGS(link)));
        shown->styles = styles;
        shown->link = link;
    }
    text_buffer_add(shown->arena, &shown->text, text);
}

/* Pieces cover the line: what is wrong, or NULL. */
static const char *check_piece(Text line, const ControlPiece *piece, size_t before, size_t at)
{
    if (piece->source.start != before || at != piece->source.end)
        return "a gap or an overlap";
    if (piece->source.end > line.size || piece->source.end <= piece->source.start)
        return "not in the line";
    if (piece->styles > 7)
        return "no such style";
    return text_find_byte(piece->text, '\x1B', 0) == TEXT_NOT_FOUND &&
                   text_find_byte(piece->text, '\b', 0) == TEXT_NOT_FOUND
               ? NULL
               : "a control is left";
}

static const char *show_line(ControlState *state, Text line, Shown *shown)
{
    const char *wrong = NULL;
    ControlPiece piece;
    size_t at = 0, before = 0;

    for (; control_forms_next(state, line, &at, &piece, shown->arena); before = piece.source.end) {
        wrong = wrong ? wrong : check_piece(line, &piece, before, at);
        if (piece.text.size)
            show(shown, piece.styles, piece.link, piece.text);
    }
    show(shown, 0, (Text){0}, (Text){0});
    return wrong ? wrong : before == line.size ? NULL : "the end is not covered";
}

static void test_row(const struct Row *row)
{
    Arena arena = {0};
    Text text = text_from(row->text), line, whole;
    Shown shown = {.arena = &arena};
    const char *wrong = NULL;
    ControlState state = {0};
    size_t at = 0;

    while (text_next_part(text, '\n', &at, &line)) {
        if (shown.text.count)
            text_buffer_add(&arena, &shown.text, TEXT("\n"));
        if (!wrong)
            wrong = show_line(&state, line, &shown);
    }
    whole = text_buffer_text(&shown.text);
    if (!ok(!wrong && text_equal(whole, text_from(row->shown)), "%s", row->what))
        printf("# %s\n# is     \"%.*s\"\n# should \"%s\"\n", wrong ? wrong : "", TEXT_ARGS(whole), row->shown);
    arena_release(&arena);
}

/* ---- where the pieces come from ---- */

/* The source of what is shown first that is `text`. */
static Range source_of(Text line, Text text)
{
    Arena arena = {0};
    ControlState state = {0};
    Range found = {0};
    ControlPiece piece;

    for (size_t at = 0; range_is_empty(found) && control_forms_next(&state, line, &at, &piece, &arena);) {
        if (text_equal(piece.text, text))
            found = piece.source;
    }
    arena_release(&arena);
    return found;
}

static void test_sources(void)
{
    static const struct {
        Text line, text;
        Range source;
    } sources[] = {
        {LITERAL("a" CSI "1mbcd" CSI "m"), LITERAL("bcd"), {5, 8}},
        {LITERAL("N" BS "NA" BS "A"), LITERAL("A"), {3, 6}},
        {LITERAL("x _" BS "y"), LITERAL("y"), {2, 5}},
        {LITERAL("x" BS "_y"), LITERAL("x"), {0, 1}},
        {LITERAL("a plain start N" BS "N"), LITERAL("a plain start "), {0, 14}},
        {LITERAL("10%\r100%"), LITERAL("100%"), {4, 8}},
        {LITERAL("x +" BS "o"), LITERAL("\xE2\x80\xA2"), {2, 5}},
    };

    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        Range range = source_of(sources[i].line, sources[i].text);

        ok(range.start == sources[i].source.start && range.end == sources[i].source.end,
           "\"%.*s\" comes from %zu to %zu", TEXT_ARGS(sources[i].text), range.start, range.end);
    }
}

static void test_has(void)
{
    static const struct {
        const char *text;
        bool has;
    } texts[] = {{"plain", false},
                 {"", false},
                 {"\xC3\xA9t\xC3\xA9 \xC2\xA0\xC2\xAB", false},
                 {"a\r\nb\r\n", false},
                 {"a\r", false},
                 {"a\tb\nc", false},
                 {CSI "m", true},
                 {"a" BS, true},
                 {"a\rb", true},
                 {"\xC2\x9B"
                  "1m",
                  true},
                 {"a\xC2", false}};

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        ok(control_forms_has(text_from(texts[i].text)) == texts[i].has, "text %zu has %s", i,
           texts[i].has ? "some" : "none");
}

/* ---- properties ---- */

static Text random_line(Arena *arena)
{
    static const char *const parts[] = {BS,
                                        BS,
                                        "\r",
                                        "\t",
                                        ESC,
                                        CSI,
                                        "1m",
                                        "K",
                                        "_",
                                        "a",
                                        "a",
                                        "b",
                                        "+",
                                        "o",
                                        "\xC3\xA9",
                                        "m",
                                        "\xCC\x81",
                                        "\xE6\xBC\xA2",
                                        "\x1B]8;;x:y\x07",
                                        "\x1B]8;;\x07",
                                        "\xC2\x9B",
                                        "\xC2\x9D",
                                        "\xFF",
                                        "\x07",
                                        "2K",
                                        "G",
                                        ";",
                                        "38;5;",
                                        " "};
    TextBuffer buffer = {0};

    for (size_t i = random_below(40); i > 0; i--) {
        char byte = (char)random_below(256);

        if (random_below(8) == 0)
            text_buffer_add(arena, &buffer, (Text){&byte, 1});
        else
            text_buffer_add(arena, &buffer, text_from(RANDOM_OF(parts)));
    }
    return text_buffer_text(&buffer);
}

static void test_random(void)
{
    unsigned long seed = random_begin(15);
    size_t wrong = 0, tries = torture_is_long() ? 2000000 : 50000;
    const char *first = NULL;

    for (size_t i = 0; i < tries; i++) {
        Arena arena = {0};
        Shown shown = {.arena = &arena};
        ControlState state = {0};

        for (size_t line = 0; line < 3; line++) {
            const char *what = show_line(&state, random_line(&arena), &shown);

            wrong += what != NULL;
            first = first ? first : what;
        }
        arena_release(&arena);
    }
    ok(wrong == 0, "%zu random texts: pieces cover them, no control is left (%s); SEED=%lu", tries, first ? first : "",
       seed);
}

/* A line without controls is one piece, itself. */
static void test_untouched(void)
{
    Text line = TEXT("\xE2\x80\x9CNothing here,\xE2\x80\x9D\tshe said. \xF0\x9F\x99\x82");
    ControlState state = {0};
    ControlPiece piece;
    Arena arena = {0};
    size_t at = 0;

    ok(control_forms_next(&state, line, &at, &piece, &arena) && piece.text.bytes == line.bytes &&
           piece.text.size == line.size && !control_forms_next(&state, line, &at, &piece, &arena) &&
           arena.allocated == 0,
       "a line without any is one piece, and takes no memory");
    arena_release(&arena);
}

/* ---- long lines ---- */

static const char *const long_kinds[] = {
    "a" BS "a",       "abc \r",          ESC "]",     "\xC2\x9D", CSI "1m",    CSI "1;1;1;",     "\xCC\x81" CSI "m",
    "a" BS BS BS "b", "\xE6\xBC\xA2" BS, "\t\r\t" BS, "_" BS "_", "e\xCC\x81", CSI "G" CSI "2K", ESC "]8;;x"};

static double seconds_for(Text line, size_t *allocated)
{
    Arena arena = {0};
    ControlState state = {0};
    ControlPiece piece;
    clock_t start = clock();

    for (size_t at = 0; control_forms_next(&state, line, &at, &piece, &arena);)
        *allocated = arena.allocated;
    arena_release(&arena);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* 2 MB of one kind: were time quadratic, it were hours. */
static void test_long(const char *part)
{
    Arena arena = {0};
    TextBuffer buffer = {0};
    size_t allocated = 0;
    double seconds;

    text_buffer_add(&arena, &buffer, TEXT("start "));
    while (buffer.count < 2000000)
        text_buffer_add(&arena, &buffer, text_from(part));
    seconds = seconds_for(text_buffer_text(&buffer), &allocated);
    ok(seconds < 10 && allocated < 16 * buffer.count, "2 MB of %zu bytes again and again: %zu bytes of memory",
       strlen(part), allocated);
    printf("# %.3f s\n", seconds);
    arena_release(&arena);
}

int main(void)
{
    (void)unicode_init("C.UTF-8");
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        test_row(&rows[i]);
    test_sources();
    test_has();
    test_untouched();
    test_random();
    for (size_t i = 0; i < COUNT_OF(long_kinds); i++)
        test_long(long_kinds[i]);
    return tap_done();
}
