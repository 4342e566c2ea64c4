/*
 * Dictionaries for libFuzzer, made from the program's own tables: `make_dictionaries FOLDER` writes FOLDER/NAME.dict for each target that has
 * one. What no table has, how a file begins or a terminal answers, stands here.
 */
#include <string.h>

#include "analysis/analysis.h"
#include "article/article.h"
#include "base/unicode/unicode.h"
#include "config/config.h"
#include "fuzz/fuzz.h"
#include "theme/role.h"
#include "theme/signs.h"

enum { ENTRY_MOST = 100, WORDS_A_ROW = 4 };

/* One entry; nothing that is too long to be of use. */
static void put(FILE *file, Text entry)
{
    if (entry.size == 0 || entry.size > ENTRY_MOST)
        return;
    (void)fputc('"', file);
    for (size_t i = 0; i < entry.size; i++) {
        unsigned char byte = (unsigned char)entry.bytes[i];

        if (byte < ' ' || byte > '~' || byte == '"' || byte == '\\')
            (void)fprintf(file, "\\x%02X", byte);
        else
            (void)fputc(byte, file);
    }
    (void)fputs("\"\n", file);
}

static void put_list(FILE *file, const Text *entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put(file, entries[i]);
}

static void put_joined(FILE *file, Text a, Text b)
{
    Arena arena = {0};

    put(file, arena_join(&arena, (const Text[]){a, b}, 2));
    arena_release(&arena);
}

/* Words that blanks separate, at most so many. */
static void put_words(FILE *file, Text words, size_t most, Text after)
{
    Text word;

    for (size_t at = 0; most > 0 && text_next_part(words, ' ', &at, &word); most--)
        put_joined(file, word, word.size ? after : (Text){0});
}

/* ---- YAML and what is written in it ---- */

/* clang-format off */
static const Text yaml_entries[] = {
    LITERAL("\n"),     LITERAL("\r\n"),        LITERAL("\r"),           LITERAL("\302\205"),   LITERAL("\342\200\250"), LITERAL("\342\200\251"),
    LITERAL("\n- "),   LITERAL(": "),          LITERAL("? "),           LITERAL(": >-\n  "),   LITERAL(": |+\n  "),     LITERAL("---\n"),
    LITERAL("...\n"),  LITERAL("%YAML 1.1\n"), LITERAL("%TAG ! x:\n"),  LITERAL("&a "),        LITERAL("*a"),           LITERAL("<<: "),
    LITERAL("!!str "), LITERAL("\" #"),        LITERAL("\\u0041"),      LITERAL("\\x07"),      LITERAL("\\U0001F600"),  LITERAL("\\\n"),
    LITERAL("{"),      LITERAL("}"),           LITERAL("["),            LITERAL("]"),          LITERAL(", "),           LITERAL("''"),
    LITERAL(" # "),    LITERAL("\357\273\277"), LITERAL("\377\376"),    LITERAL("\376\377"),   LITERAL("\t"),           LITERAL("\n    "),
    LITERAL("yes"),    LITERAL("no"),          LITERAL("\342\200\234"), LITERAL("\302\240"),   LITERAL("\001"),         LITERAL("  "),
};
/* clang-format on */

/* clang-format off */
static const Text markdown_entries[] = {
    LITERAL("---\ntitle: "), LITERAL("\n---\n"), LITERAL("+++\n"),        LITERAL("\n# "),          LITERAL("\n===\n"),   LITERAL("\n> "),
    LITERAL("\n- "),        LITERAL("\n1. "),    LITERAL("\n   "),        LITERAL("\n```\n"),       LITERAL("\n~~~\n"),   LITERAL("\n    "),
    LITERAL("\n|a|b|\n|---|---|\n|c|d|\n"),    LITERAL("\n***\n"),      LITERAL("]("),           LITERAL("!["),        LITERAL("[^"),
    LITERAL("\n[^a]: "),    LITERAL("\n[a]: "),  LITERAL("[[a|b]]"),      LITERAL("**"),           LITERAL("*"),         LITERAL("_"),
    LITERAL("`"),           LITERAL("``"),       LITERAL("<br>"),         LITERAL("\n<div>"),       LITERAL("</div>"),    LITERAL("<!--"),
    LITERAL("-->"),         LITERAL("\n<script>"), LITERAL("<img alt=\""), LITERAL("<li>"),         LITERAL("&amp;"),     LITERAL("\\"),
    LITERAL("\n> \342\200\224 "), LITERAL("  \n"), LITERAL("\r\n"),        LITERAL("<http://a>"),   LITERAL(" \"t\")"),    LITERAL("\n\n"),
};
/* clang-format on */

/* clang-format off */
static const Text article_entries[] = {
    LITERAL("\nbody:\n- "), LITERAL("\ntext: |\n  "), LITERAL("\nquotes:\n- text: "),
    LITERAL("\nentities:\n- name: "), LITERAL("\nlinks:\n- text: "),
    LITERAL("speaker: "),   LITERAL("cue: "),         LITERAL("prefix: "),            LITERAL("suffix: "),              LITERAL("block: "),
    LITERAL("type: "),      LITERAL("aliases: ["),    LITERAL("role: "),              LITERAL("url: https://"),         LITERAL("authors:\n- "),
    LITERAL("tags: ["),     LITERAL("quoin: 1\n"),    LITERAL("person"),              LITERAL("organization"),          LITERAL("x-own: "),
};
/* clang-format on */

static void put_article(FILE *file)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        put_joined(file, article_field_key((ArticleField)field), TEXT(": "));
        put_words(file, article_field_aliases((ArticleField)field), SIZE_MAX, TEXT(": "));
    }
    for (int part = 0; part < PART_COUNT; part++) {
        put_joined(file, article_part_key((ArticlePart)part), TEXT(": "));
        put_words(file, article_part_aliases((ArticlePart)part), SIZE_MAX, TEXT(": "));
    }
    for (int kind = 0; kind < BLOCK_KIND_COUNT; kind++)
        put_joined(file, block_kind_name((BlockKind)kind), TEXT(": "));
}

/* clang-format off */
static const Text theme_entries[] = {
    LITERAL("quoin-theme: 1\n"), LITERAL("\npalette:\n  "),  LITERAL("\nroles:\n  "), LITERAL("\nglyphs:\n  "), LITERAL("\nvariants:\n  "),
    LITERAL("light:\n    "),     LITERAL("dark:\n    "),     LITERAL("inherits: "),   LITERAL("base"),          LITERAL("input"),
    LITERAL("variant: "),        LITERAL("contrast: "),      LITERAL("aaa"),          LITERAL("fg: "),          LITERAL("bg: "),
    LITERAL("attrs: ["),         LITERAL("ansi: "),          LITERAL("mono: "),       LITERAL("\"#ffffff\""),   LITERAL("\"#000\""),
    LITERAL("default"),          LITERAL("bright-red"),      LITERAL("+bold"),        LITERAL("-underline"),    LITERAL("reverse"),
    LITERAL("italic"),           LITERAL("dim"),             LITERAL("strike"),       LITERAL("base00: \""),    LITERAL("base0F: \""),
    LITERAL("base17: \""),       LITERAL("scheme: \""),      LITERAL("system: base16"), LITERAL("speakers: ["), LITERAL("border: "),
};
/* clang-format on */

static void put_theme(FILE *file)
{
    size_t count;
    const Text *borders = sign_borders(&count);

    put_list(file, borders, count);
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        put_joined(file, role_name((Role)role), TEXT(": "));
    for (int sign = 0; sign < SIGN_COUNT; sign++)
        put_joined(file, sign_name((Sign)sign), TEXT(": "));
}

static void put_config(FILE *file)
{
    Arena arena = {0};
    Text documentation = config_documentation(&arena), line;

    for (size_t at = 0; text_next_part(documentation, '\n', &at, &line);)
        put_joined(file, text_slice(line, (Range){0, text_find_byte(line, ':', 0)}), TEXT(": "));
    for (int context = 0; context < CONTEXT_COUNT; context++)
        put_joined(file, key_context_name((KeyContext)context), TEXT(":\n    "));
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        put(file, action_info((ActionId)action)->name);
        put_words(file, action_info((ActionId)action)->keys, 2, TEXT(": "));
    }
    arena_release(&arena);
}

/* ---- texts ---- */

/* clang-format off */
static const Text sign_entries[] = {
    LITERAL("\n\n"), LITERAL("“"),    LITERAL("”"),    LITERAL("‘"),      LITERAL("’"),        LITERAL("«"),      LITERAL("»"),
    LITERAL("„"),    LITERAL("‚"),    LITERAL("「"),   LITERAL("」"),     LITERAL("``"),       LITERAL("''"),     LITERAL("—"),
    LITERAL("–"),    LITERAL("…"),    LITERAL("\u00ad"), LITERAL("\u200b"), LITERAL("\u200d"), LITERAL("\u202e"), LITERAL("\u2066"),
    LITERAL("\u0301"), LITERAL("\u0308"), LITERAL("\u3000"), LITERAL("\302\240"), LITERAL("漢"), LITERAL("\U0001F469"), LITERAL("\U0001F3FD"),
    LITERAL("\u1100"), LITERAL("\u11A8"), LITERAL("\ufb03"), LITERAL("ß"),      LITERAL("İ"),  LITERAL("ı"),      LITERAL("\u00a8"),
    LITERAL("\ufff9"), LITERAL("\ufffb"), LITERAL("\ufffd"), LITERAL("\U000E0041"), LITERAL("\u2028"), LITERAL("\302\205"), LITERAL("\t"),
    LITERAL("\xC3"),   LITERAL("\xE2\x80"), LITERAL("\x80"), LITERAL("\x1B["),  LITERAL("\x9B"), LITERAL("\u09c7\u09be"), LITERAL("\ufe0f"),
};
/* clang-format on */

/* An example of a rule; "/" is a new paragraph. */
static void put_example(FILE *file, Text example)
{
    Arena arena = {0};
    Text text = arena_copy(&arena, example), part;

    for (size_t at = 0; text_next_part(text, '/', &at, &part);)
        put_joined(file, text_trim(part), TEXT(" "));
    arena_release(&arena);
}

/* Of each row of the lists some words, and each rule's example. */
static void put_news(FILE *file)
{
    Text lists = source_file("src/analysis/words/data/quotation-words.tsv"), line;

    for (size_t at = 0; text_next_part(lists, '\n', &at, &line);) {
        size_t tab = text_find_byte(line, '\t', 0);

        if (tab != TEXT_NOT_FOUND && line.bytes[0] != '#')
            put_words(file, text_slice(line, (Range){tab + 1, line.size}), WORDS_A_ROW, TEXT(" "));
    }
    for (int parts = 0; parts < ANALYSIS_PARTS_COUNT; parts++) {
        for (size_t i = 0; i < analysis_part_count((AnalysisParts)parts); i++)
            put_example(file, text_from(analysis_part_example((AnalysisParts)parts, i)));
    }
}

/* clang-format off */
static const Text json_entries[] = {
    LITERAL("{\"id\": "), LITERAL("\"text\": \""), LITERAL("\"id\": "), LITERAL("\"error\": "), LITERAL("}\n"),   LITERAL("\", "),
    LITERAL("\\u0000"),   LITERAL("\\ud83d"),      LITERAL("\\ude00"),  LITERAL("\\udc00"),     LITERAL("\\n"),   LITERAL("\\\""),
    LITERAL("\\\\"),      LITERAL("\\/"),          LITERAL("\\b"),      LITERAL("true"),        LITERAL("false"), LITERAL("null"),
    LITERAL("-0.1e+9"),   LITERAL("1E400"),        LITERAL("[[[["),     LITERAL("]]]]"),        LITERAL("{\"a\":{\"a\":"), LITERAL("\\ufff9"),
    LITERAL("[1, \"a\", {\"b\": []}]"), LITERAL("\r\n"), LITERAL("\357\273\277"), LITERAL("[ ]"), LITERAL("{ }"), LITERAL(" "),
};
/* clang-format on */

/* ---- terminals and keys ---- */

static const Text answer_entries[] = {
    LITERAL("\033]11;rgb:"),   LITERAL("ffff/fbfb/efef"), LITERAL("rgba:"),        LITERAL("\033\\"),
    LITERAL("\007"),           LITERAL("\033[?997;1n"),   LITERAL("\033[?997;2n"), LITERAL("\033[?2026;2$y"),
    LITERAL("\033[?2031;1$y"), LITERAL("\033P1$r0;"),     LITERAL("48:2::1:2:3m"), LITERAL("48;2;1;2;3m"),
    LITERAL("\033P0$r"),       LITERAL("\033[?62;22c"),   LITERAL("\033[?6c"),     LITERAL("\033[A"),
    LITERAL("\033OA"),         LITERAL("\033[<0;1;1M"),   LITERAL("\033[1;2B"),    LITERAL("\033]52;c;"),
    LITERAL("\033["),          LITERAL("\033]"),          LITERAL("\033P"),        LITERAL("\033_"),
    LITERAL("\033^"),          LITERAL("\033X"),          LITERAL("\033\033"),     LITERAL("\303\251"),
    LITERAL("\233"),           LITERAL("\033[200~"),
};

/* A key as played_reader.h has it in a script. False: no byte stands for it. */
static bool key_byte(Key key, char *byte)
{
    static const struct {
        uint32_t code;
        char byte;
    } named[] = {
        {KEY_SPECIAL_ESCAPE, '\033'}, {KEY_SPECIAL_ENTER, '\r'}, {KEY_SPECIAL_TAB, '\t'}, {KEY_SPECIAL_BACKSPACE, 0x7F}};
    const unsigned specials = KEY_AFTER_SPECIAL - KEY_FIRST_SPECIAL - 1;

    for (size_t i = 0; key.modifiers == 0 && i < COUNT_OF(named); i++) {
        if (named[i].code == key.code) {
            *byte = named[i].byte;
            return true;
        }
    }
    for (unsigned special = 0x80; key.modifiers == 0 && special < 0xA0; special++) {
        if (key.code == KEY_FIRST_SPECIAL + 1 + special % specials) {
            *byte = (char)special;
            return true;
        }
    }
    *byte = key.code == KEY_ANY_CHARACTER    ? 'a'
            : key.modifiers == MODIFIER_CTRL ? (char)(key.code & 0x1F)
                                             : (char)key.code;
    return key.modifiers == 0 ? key.code < 0x7F || key.code == KEY_ANY_CHARACTER
                              : key.modifiers == MODIFIER_CTRL && key.code < 0x7F;
}

static void put_key_sequence(FILE *file, Text keys)
{
    char bytes[MOST_BINDING_KEYS];
    KeySequence sequence;
    Arena arena = {0};
    Text message;
    bool good = key_sequence_parse(keys, &sequence, &arena, &message);

    for (int i = 0; good && i < sequence.count; i++)
        good = key_byte(sequence.keys[i], &bytes[i]);
    if (good)
        put(file, (Text){bytes, (size_t)sequence.count});
    arena_release(&arena);
}

/* clang-format off */
static const Text key_entries[] = {
    LITERAL("/"), LITERAL("?"), LITERAL(":50%\r"), LITERAL("99999"), LITERAL("\xD0"),
    LITERAL("\xD1"), LITERAL("\xD2"), LITERAL("\xD4"), LITERAL("\xE0\x02"), LITERAL("\xE0\xFF\x01\xF6"),
    LITERAL("\xF0\x05\x10"), LITERAL("\xF0\x20\xA0"), LITERAL("\xF0\x60\xFF"), LITERAL("\xC0\x40\x40"), LITERAL("\xC1\x80\x80"),
};
/* clang-format on */

static void put_keys(FILE *file)
{
    Text key;

    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        Text keys = action_info((ActionId)action)->keys;

        for (size_t at = 0; text_next_part(keys, ' ', &at, &key);)
            put_key_sequence(file, key);
        put_joined(file, action_info((ActionId)action)->name, TEXT("\r"));
    }
}

/* ---- the dictionaries ---- */

enum { PARTS_MOST = 4 };

/* Words that belong together: a list, what the program's tables have, or both. */
typedef enum PartId { NO_PART, ANSWERS, ARTICLE, CONFIG, JSON, KEYS, MARKDOWN, NEWS, SIGNS, THEME, YAML } PartId;

/* clang-format off */
static const struct Part {
    const Text *entries;
    size_t count;
    void (*put_more)(FILE *file);
} parts[] = {
#define LIST(entries) (entries), COUNT_OF(entries)
    [ANSWERS] = {LIST(answer_entries), NULL},
    [ARTICLE] = {LIST(article_entries), put_article},
    [CONFIG] = {NULL, 0, put_config},
    [JSON] = {LIST(json_entries), NULL},
    [KEYS] = {LIST(key_entries), put_keys},
    [MARKDOWN] = {LIST(markdown_entries), NULL},
    [NEWS] = {NULL, 0, put_news},
    [SIGNS] = {LIST(sign_entries), NULL},
    [THEME] = {LIST(theme_entries), put_theme},
    [YAML] = {LIST(yaml_entries), NULL},
#undef LIST
};
/* clang-format on */

/* clang-format off */
static const struct Dictionary {
    const char *target;
    PartId parts[PARTS_MOST];
} dictionaries[] = {
    {"analysis", {SIGNS, NEWS}},
    {"anchors", {SIGNS, NEWS}},
    {"article", {YAML, ARTICLE, SIGNS}},
    {"bulk", {JSON, SIGNS}},
    {"config", {YAML, CONFIG}},
    {"config_edit", {YAML, CONFIG}},
    {"json", {JSON, SIGNS}},
    {"keys", {KEYS}},
    {"layout", {SIGNS, ARTICLE}},
    {"markdown", {MARKDOWN, ARTICLE, SIGNS}},
    {"printable", {SIGNS}},
    {"query", {ANSWERS}},
    {"reader", {KEYS, SIGNS, ARTICLE}},
    {"search", {SIGNS}},
    {"theme", {YAML, THEME}},
    {"yaml", {YAML, ARTICLE}},
};
/* clang-format on */

static void put_part(FILE *file, const struct Part *part)
{
    put_list(file, part->entries, part->count);
    if (part->put_more)
        part->put_more(file);
}

static void write_dictionary(const char *folder, const struct Dictionary *dictionary)
{
    char path[4096];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s.dict", folder, dictionary->target);
    file = fopen(path, "w");
    REQUIRE(file);
    for (size_t i = 0; i < PARTS_MOST && dictionary->parts[i] != NO_PART; i++)
        put_part(file, &parts[dictionary->parts[i]]);
    REQUIRE(fclose(file) == 0);
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc == 2 && i < COUNT_OF(dictionaries); i++)
        write_dictionary(argv[1], &dictionaries[i]);
    return argc == 2 ? EXIT_SUCCESS : EXIT_FAILURE;
}
