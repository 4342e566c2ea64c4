/*
 * make eval-html-meta HTML_DATA=FOLDER: titles, authors and dates of web pages against what people have annotated.
 *
 * usage: tests/eval/eval_html_meta [--kept] [--all] [--errors=FIELD] [--predictions] FOLDER
 *
 * FOLDER has gold.jsonl, a page a line ({"id","set","title","authors","date"}; null: not known), and pages/ID.html. One third of the pages, by the
 * checksum of the id (cksum), is kept: they are measured with --kept, and nobody looks at them. Each field is right, wrong or missing
 * on the pages where it is known: a title but for case, punctuation and blanks, authors as a set of such names without degrees, a date by its day.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/html/html_charset.h"
#include "base/json/json.h"
#include "base/unicode/unicode.h"
#include "html/metadata/html_metadata.h"
#include "html/tree/html_parse.h"
#include "vectors.h"

enum { SETS_MOST = 8, PLAIN_LONGEST = 4000 };

typedef enum Field { TITLE, AUTHORS, DATE, FIELDS } Field;

static const char *const field_names[FIELDS] = {"title", "authors", "date"};

typedef struct Figures {
    Text set;
    size_t pages, right[FIELDS], wrong[FIELDS], missing[FIELDS];
} Figures;

typedef struct Evaluation {
    Arena all, arena; /* the second is of a page */
    const char *folder;
    Figures sets[SETS_MOST];
    size_t set_count;
    bool kept, both, predictions;
    const char *errors; /* a field of which what is wrong is shown; NULL */
} Evaluation;

/* ---- which third ---- */

/* The checksum of POSIX's cksum: of the bytes, and then of their number. */
static uint32_t checksum(Text text)
{
    uint32_t sum = 0;

    for (size_t i = 0, length = text.size; i < text.size || length; i++) {
        unsigned char byte = i < text.size ? (unsigned char)text.bytes[i] : (unsigned char)length;

        if (i >= text.size)
            length >>= 8;
        sum ^= (uint32_t)byte << 24;
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 0x80000000u ? sum << 1 ^ 0x04C11DB7u : sum << 1;
    }
    return ~sum;
}

/* ---- what is the same ---- */

/* Letters, digits and "_" in lower case; all else is one blank. */
static Text plain(Arena *arena, Text text)
{
    TextBuffer out = {0};
    bool blank = false;

    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        char bytes[4];

        if (!unicode_is_alnum(code_point) && code_point != '_') {
            blank = out.count > 0;
            continue;
        }
        if (blank)
            ARRAY_PUSH(arena, out, ' ');
        blank = false;
        text_buffer_add(arena, &out, (Text){bytes, utf8_encode(unicode_to_lower(code_point), bytes)});
    }
    return text_buffer_text(&out);
}

typedef struct Names {
    Text items[100];
    size_t count;
} Names;

/* "MD", "F.A.C.P.", "PhD" */
static bool is_degree(Text name)
{
    size_t letters = 0;

    if (text_equal(name, TEXT("PhD")) || text_equal(name, TEXT("Ph.D")) || text_equal(name, TEXT("Ph.D.")))
        return true;
    for (size_t i = 0; i < name.size; i++) {
        letters += ascii_is_upper(name.bytes[i]);
        if (!ascii_is_upper(name.bytes[i]) && name.bytes[i] != '.')
            return false;
    }
    return letters >= 2 && letters <= 6;
}

static void names_add(Arena *arena, Names *names, Text name)
{
    Text value = plain(arena, name);

    if (value.size && text_index_of(value, names->items, names->count) == names->count &&
        names->count < COUNT_OF(names->items))
        names->items[names->count++] = value;
}

static bool names_equal(const Names *a, const Names *b)
{
    for (size_t i = 0; i < a->count; i++) {
        if (text_index_of(a->items[i], b->items, b->count) == b->count)
            return false;
    }
    return a->count == b->count;
}

static Names gold_names(Arena *arena, Text array)
{
    Names names = {.count = 0}, all = {.count = 0};
    JsonMember item;

    for (size_t at = 0; json_next_item(arena, array, &at, &item);) {
        names_add(arena, &all, item.text);
        if (!is_degree(item.text))
            names_add(arena, &names, item.text);
    }
    return names.count ? names : all;
}

static Names found_names(Arena *arena, const Article *article)
{
    Names names = {.count = 0}, all = {.count = 0};

    for (size_t i = 0; i < article->authors.count; i++) {
        names_add(arena, &all, article->authors.items[i].name);
        if (!is_degree(article->authors.items[i].name))
            names_add(arena, &names, article->authors.items[i].name);
    }
    return names.count ? names : all;
}

/* ---- a page ---- */

static Figures *figures_of(Evaluation *evaluation, Text set)
{
    size_t i = 0;

    while (i < evaluation->set_count && !text_equal(evaluation->sets[i].set, set))
        i++;
    if (i == evaluation->set_count && i < SETS_MOST) {
        evaluation->sets[i].set = arena_copy(&evaluation->all, set);
        evaluation->set_count++;
    }
    return &evaluation->sets[i < SETS_MOST ? i : 0];
}

static void count(Figures *figures, Field field, bool said, bool right)
{
    if (!said)
        figures->missing[field]++;
    else if (right)
        figures->right[field]++;
    else
        figures->wrong[field]++;
}

static void show(const Evaluation *evaluation, Field field, Text id, Text gold, const Article *article, bool right)
{
    if (right || !evaluation->errors || strcmp(evaluation->errors, field_names[field]) != 0)
        return;
    printf("%.*s\n  gold  %.*s\n  found ", TEXT_ARGS(id), TEXT_ARGS(gold));
    if (field == AUTHORS) {
        for (size_t i = 0; i < article->authors.count; i++)
            printf("%s%.*s", i ? ", " : "", TEXT_ARGS(article->authors.items[i].name));
    } else {
        printf("%.*s", TEXT_ARGS(article->fields[field == TITLE ? FIELD_TITLE : FIELD_DATE]));
    }
    printf("\n");
}

static void score(Evaluation *evaluation, const JsonObject *gold, const Article *article)
{
    Arena *arena = &evaluation->arena;
    const JsonMember *title = json_member(gold, TEXT("title")), *authors = json_member(gold, TEXT("authors"));
    const JsonMember *date = json_member(gold, TEXT("date")), *set = json_member(gold, TEXT("set"));
    Text id = json_member(gold, TEXT("id"))->text, found_date = article->fields[FIELD_DATE];
    Figures *figures = figures_of(evaluation, set ? set->text : TEXT("pages"));
    bool right;

    figures->pages++;
    if (title && title->text.size) {
        right = text_equal(plain(arena, title->text), plain(arena, article->fields[FIELD_TITLE]));
        count(figures, TITLE, article->fields[FIELD_TITLE].size > 0, right);
        show(evaluation, TITLE, id, title->text, article, right);
    }
    if (date && date->text.size) {
        right = text_equal(text_slice(found_date, (Range){0, date->text.size}), date->text);
        count(figures, DATE, found_date.size > 0, right);
        show(evaluation, DATE, id, date->text, article, right);
    }
    if (authors && authors->raw.bytes[0] == '[') {
        Names known = gold_names(arena, authors->raw), found = found_names(arena, article);

        right = names_equal(&known, &found);
        if (known.count) {
            count(figures, AUTHORS, article->authors.count > 0, right);
            show(evaluation, AUTHORS, id, authors->raw, article, right);
        }
    }
}

static void print_text(const char *key, Text text)
{
    printf("\"%s\": \"", key);
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '"' || text.bytes[i] == '\\')
            printf("\\");
        printf("%c", (unsigned char)text.bytes[i] < ' ' ? ' ' : text.bytes[i]);
    }
    printf("\"");
}

static void predict(Text id, const Article *article)
{
    printf("{");
    print_text("id", id);
    printf(", ");
    print_text("title", article->fields[FIELD_TITLE]);
    printf(", ");
    print_text("date", article->fields[FIELD_DATE]);
    printf(", \"authors\": [");
    for (size_t i = 0; i < article->authors.count; i++) {
        printf("%s{", i ? ", " : "");
        print_text("name", article->authors.items[i].name);
        printf("}");
    }
    printf("]}\n");
}

static void take_page(Evaluation *evaluation, const JsonObject *gold)
{
    Arena *arena = &evaluation->arena;
    const JsonMember *id = json_member(gold, TEXT("id"));
    Article *article = article_new(arena);
    HtmlTree tree = {0};
    Report report;
    File file;

    if (!evaluation->both && (checksum(id->text) % 3 == 0) != evaluation->kept)
        return;
    report_init(&report, arena, id->text);
    if (!file_open(&file, arena_printf(arena, "%s/pages/%.*s.html", evaluation->folder, TEXT_ARGS(id->text)).bytes,
                   &report))
        return;
    (void)file_load_all(&file);
    file.encoding = html_charset(file.bytes, (Text){0});
    if (file_decode(&file, &report)) {
        (void)html_parse(arena, file.bytes, &tree, &report);
        html_metadata_read(&tree, (Text){0}, article);
        if (evaluation->predictions)
            predict(id->text, article);
        else
            score(evaluation, gold, article);
    }
    file_close(&file);
}

static void print_figures(const Evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->set_count; i++) {
        const Figures *set = &evaluation->sets[i];

        printf("%-8.*s %zu pages\n", TEXT_ARGS(set->set), set->pages);
        for (size_t field = 0; field < FIELDS; field++) {
            size_t all = set->right[field] + set->wrong[field] + set->missing[field];

            printf("    %-8s %.3f   right %zu  wrong %zu  missing %zu\n", field_names[field],
                   all ? (double)set->right[field] / (double)all : 0.0, set->right[field], set->wrong[field],
                   set->missing[field]);
        }
    }
}

int main(int argc, char **argv)
{
    Evaluation evaluation = {.folder = "."};
    Arena arena = {0};
    Text gold, line;
    JsonObject object;
    const char *why;
    size_t where;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--kept") == 0)
            evaluation.kept = true;
        else if (strcmp(argv[i], "--all") == 0)
            evaluation.both = true;
        else if (strcmp(argv[i], "--predictions") == 0)
            evaluation.predictions = true;
        else if (strncmp(argv[i], "--errors=", strlen("--errors=")) == 0)
            evaluation.errors = argv[i] + strlen("--errors=");
        else
            evaluation.folder = argv[i];
    }
    if (!vector_read(&arena, arena_printf(&arena, "%s/gold.jsonl", evaluation.folder).bytes, &gold)) {
        printf("no gold.jsonl in %s\n", evaluation.folder);
        return EXIT_FAILURE;
    }
    for (size_t at = 0; text_next_part(gold, '\n', &at, &line); arena_reset(&evaluation.arena)) {
        if (json_read_object(&evaluation.arena, line, &object, &where, &why) && json_member(&object, TEXT("id")))
            take_page(&evaluation, &object);
    }
    print_figures(&evaluation);
    arena_release(&evaluation.arena);
    arena_release(&evaluation.all);
    arena_release(&arena);
    return EXIT_SUCCESS;
}
