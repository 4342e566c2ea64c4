/*
 * Fills the tables of the manual pages from the tables of the program: reads a page on standard input, and writes it with each
 * line `@NAME@` replaced by the mdoc(7) rows of the table of that name. Run by make, on the machine that builds.
 *
 *     .Bl -tag -width Ds                     .Bl -tag -width Ds
 *     @roles@                    becomes     .It Ic text
 *     .El                                    The article's words …
 */
#include <stdlib.h>
#include <string.h>

#include "analysis/analysis.h"
#include "article/article.h"
#include "base/limits.h"
#include "cli/command.h"
#include "config/config.h"
#include "theme/role.h"
#include "theme/signs.h"
#include "ui/linear/linear.h"

/* What means something to roff, and every sign outside ASCII, as an escape. */
static void print_escaped(Text text)
{
    static const struct {
        char sign;
        const char *escape;
    } escapes[] = {{'\\', "\\e"},  {'-', "\\-"},   {'`', "\\(ga"}, {'\'', "\\(aq"},
                   {'^', "\\(ha"}, {'~', "\\(ti"}, {'"', "\\(dq"}};

    for (size_t at = 0; at < text.size;) {
        size_t size;
        uint32_t code_point = utf8_decode(text, at, &size);
        const char *escape = NULL;

        for (size_t i = 0; i < COUNT_OF(escapes); i++) {
            if ((char)code_point == escapes[i].sign && code_point < 0x80)
                escape = escapes[i].escape;
        }
        if (escape)
            (void)fputs(escape, stdout);
        else if (code_point >= 0x80)
            (void)printf("\\[u%04X]", (unsigned)code_point);
        else
            (void)putchar((int)code_point);
        at += size;
    }
}

/* A line of text: a dot at its start must not make it a request, a comment in brackets stays. */
static void print_sentence(Text text)
{
    (void)fputs("\\&", stdout);
    print_escaped(text);
    if (text.size && text.bytes[text.size - 1] != '.' && text.bytes[text.size - 1] != '?')
        (void)putchar('.');
    (void)putchar('\n');
}

static Text next_word(Text list, size_t *at)
{
    size_t start = *at, end;

    while (start < list.size && list.bytes[start] == ' ')
        start++;
    end = text_find_byte(list, ' ', start);
    if (end == TEXT_NOT_FOUND)
        end = list.size;
    *at = end;
    return text_slice(list, (Range){start, end});
}

/* The words of a list, each as an argument of `macro`: " Cm \&j , Cm \&<Down>". */
static void print_words(Text list, const char *macro)
{
    const char *before = "";
    size_t at = 0;

    for (;;) {
        Text word = next_word(list, &at);

        if (word.size == 0)
            return;
        (void)printf("%s %s \\&", before, macro);
        print_escaped(word);
        before = " ,";
    }
}

static void print_item(Text name)
{
    (void)fputs(".It Ic \\&", stdout);
    print_escaped(name);
}

/* "gg, g, <Home>  To the start (goto-top)." */
static void print_action(const ActionInfo *action)
{
    (void)fputs(".It", stdout);
    print_words(action->keys.size ? action->keys : TEXT("none"), "Cm");
    (void)fputs("\n\\&", stdout);
    print_escaped(action->help);
    (void)fputs("\n.Pq Ic \\&", stdout);
    print_escaped(action->name);
    if (action->context != CONTEXT_ALL) {
        (void)fputs(" , No in Ic \\&", stdout);
        print_escaped(key_context_name(action->context));
    }
    (void)puts(" .");
}

static void print_actions(void)
{
    for (int group = 0; group < GROUP_COUNT; group++) {
        (void)fputs(".Ss ", stdout);
        print_escaped(action_group_title((ActionGroup)group));
        (void)puts("\n.Bl -tag -width Ds -compact");
        for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
            if (action_info((ActionId)action)->group == (ActionGroup)group)
                print_action(action_info((ActionId)action));
        }
        (void)puts(".El");
    }
}

/* What linear reading does, by the default keys of the reader. */
static void print_linear(void)
{
    ActionId action;
    Text help;

    for (size_t row = 0; linear_documentation(row, &action, &help); row++) {
        (void)fputs(".It", stdout);
        print_words(action_info(action)->keys, "Cm");
        (void)putchar('\n');
        print_sentence(help);
    }
}

static void print_contexts(void)
{
    for (int context = 0; context < CONTEXT_COUNT; context++) {
        print_item(key_context_name((KeyContext)context));
        (void)putchar('\n');
        print_sentence(key_context_title((KeyContext)context));
    }
}

/* "With quoin keys: the keys for hands from elsewhere, …" */
static Text option_sentence(const OptionInfo *option, Arena *arena)
{
    Text help = option_help(option, arena);

    return option->of
               ? arena_join(arena, (const Text[]){TEXT("with quoin "), text_from(option->of), TEXT(": "), help}, 4)
               : help;
}

static void print_options(void)
{
    Arena arena = {0};
    size_t count;
    const OptionInfo *options = options_all(&count);

    for (size_t i = 0; i < count; i++) {
        (void)fputs(".It Fl \\&-", stdout);
        print_escaped(text_from(options[i].name));
        if (options[i].value)
            (void)printf("= Ns Ar %s", options[i].value);
        if (options[i].letter)
            (void)printf(" , Fl %c", options[i].letter);
        (void)putchar('\n');
        print_sentence(option_sentence(&options[i], &arena));
    }
    arena_release(&arena);
}

/* " Pa \&*.yaml , Pa \&*.yml": what names of files with these endings look like. */
static void print_name_patterns(Text endings, const char **before)
{
    for (size_t at = 0;;) {
        Text ending = next_word(endings, &at);

        if (ending.size == 0)
            return;
        (void)printf("%s Pa \\&*", *before);
        print_escaped(ending);
        *before = " ,";
    }
}

static void print_formats(void)
{
    size_t count;
    const Format *const *formats = formats_all(&count);

    for (size_t i = 0; i < count; i++) {
        const char *before = " Pq";

        (void)fputs(".It Cm \\&", stdout);
        print_escaped(formats[i]->name);
        print_name_patterns(formats[i]->endings, &before);
        (void)putchar('\n');
        print_sentence(formats[i]->help);
    }
}

static void print_endings(void)
{
    size_t count;
    const Format *const *formats = formats_all(&count);
    const char *before = ".Pq";

    for (size_t i = 0; i < count; i++)
        print_name_patterns(formats[i]->endings, &before);
    (void)puts(" .");
}

/* Rows "key: meaning". */
static void print_config(void)
{
    Arena arena = {0};
    Text rows = config_documentation(&arena);

    for (size_t start = 0; start < rows.size;) {
        size_t end = text_find_byte(rows, '\n', start);
        size_t colon = text_find_byte(rows, ':', start);

        print_item(text_slice(rows, (Range){start, colon}));
        (void)putchar('\n');
        print_sentence(text_trim(text_slice(rows, (Range){colon + 1, end})));
        start = end + 1;
    }
    arena_release(&arena);
}

static void print_export_formats(const ExportFormat *formats, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        print_item(formats[i].name);
        if (formats[i].ending.size) {
            (void)fputs(" Pq Pa \\&", stdout);
            print_escaped(formats[i].ending);
        }
        (void)putchar('\n');
        print_sentence(formats[i].help);
    }
}

static void print_exports(void)
{
    size_t count;
    const ExportFormat *formats = export_formats(&count);

    print_export_formats(formats, count);
}

static void print_citation_formats(void)
{
    size_t count;
    const ExportFormat *formats = citation_formats(&count);

    print_export_formats(formats, count);
}

static void print_citation_fields(void)
{
    for (int field = 0; field < CITATION_FIELD_COUNT; field++) {
        print_item(citation_field_name((CitationField)field));
        (void)putchar('\n');
        print_sentence(citation_field_meaning((CitationField)field));
    }
}

static void print_roles(void)
{
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        Role parent = role_parent((Role)role);

        print_item(role_name((Role)role));
        if (parent != ROLE_NONE) {
            (void)fputs(" Pq Ic \\&", stdout);
            print_escaped(role_name(parent));
        }
        (void)putchar('\n');
        print_sentence(role_help((Role)role));
    }
}

static void print_glyphs(void)
{
    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        if (sign_name((Sign)sign).size == 0)
            continue;
        print_item(sign_name((Sign)sign));
        (void)fputs(" Pq ", stdout);
        print_escaped(signs_usual.forms[sign][CHARSET_UTF8]);
        (void)putchar('\n');
        print_sentence(sign_help((Sign)sign));
    }
}

static void print_key_aliases(Text key, Text aliases)
{
    if (aliases.size == 0)
        return;
    print_item(key);
    (void)fputs("\nAlso", stdout);
    (void)putchar('\n');
    (void)fputs(".Ic", stdout);
    print_words(aliases, "");
    (void)putchar('\n');
}

static void print_aliases(void)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        print_key_aliases(article_field_key((ArticleField)field), article_field_aliases((ArticleField)field));
    for (int part = 0; part < PART_COUNT; part++)
        print_key_aliases(article_part_key((ArticlePart)part), article_part_aliases((ArticlePart)part));
}

/* "a key: at most 256 bytes; is a quotation mark …" */
static void print_limits(LimitGroup group)
{
    Arena arena = {0};

    for (int id = 0; id < LIMIT_COUNT; id++) {
        const Limit *limit = limit_row((LimitId)id);
        Text most = limit_most((LimitId)id, &arena);

        if (limit->group != group)
            continue;
        (void)fputs(".It \\&", stdout);
        print_escaped(limit->name);
        (void)putchar('\n');
        print_sentence(arena_printf(&arena, "at most %.*s; %.*s", TEXT_ARGS(most), TEXT_ARGS(limit->cure)));
    }
    arena_release(&arena);
}

static void print_article_limits(void)
{
    print_limits(LIMITS_OF_ARTICLE);
}

static void print_theme_limits(void)
{
    print_limits(LIMITS_OF_THEME);
}

static void print_program_limits(void)
{
    print_limits(LIMITS_OF_PROGRAM);
}

/* clang-format off */
static const struct {
    const char *name;
    void (*print)(void);
} tables[] = {
    {"@actions@\n", print_actions}, {"@contexts@\n", print_contexts}, {"@options@\n", print_options},
    {"@config@\n", print_config},   {"@roles@\n", print_roles},       {"@aliases@\n", print_aliases},
    {"@glyphs@\n", print_glyphs},   {"@limits@\n", print_program_limits},
    {"@linear@\n", print_linear},
    {"@formats@\n", print_formats}, {"@endings@\n", print_endings},
    {"@article-limits@\n", print_article_limits}, {"@theme-limits@\n", print_theme_limits},
    {"@citation-fields@\n", print_citation_fields}, {"@citation-formats@\n", print_citation_formats},
    {"@exports@\n", print_exports},
};
/* clang-format on */

/* False: there is no table of that name. */
static bool print_table(const char *line)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        if (strcmp(tables[i].name, line) == 0) {
            tables[i].print();
            return true;
        }
    }
    (void)fprintf(stderr, "make_tables: no such table: %s", line);
    return false;
}

int main(void)
{
    char line[1024];

    while (fgets(line, sizeof line, stdin)) {
        if (line[0] != '@')
            (void)fputs(line, stdout);
        else if (!print_table(line))
            return EXIT_FAILURE;
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
