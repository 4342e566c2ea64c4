/* The tree is read by a table of keys; what is wrong is told with its line, so that whoever edited the file finds it. */
#include "memory/remembered.h"

#include "base/yaml/yaml_write.h"
#include "base/yaml/yaml_written.h"

static const Text state_names[READING_STATE_COUNT] = {
    [STATE_UNREAD] = LITERAL("unread"), [STATE_READING] = LITERAL("reading"), [STATE_READ] = LITERAL("read")};

Text reading_state_name(ReadingState state)
{
    return state_names[state];
}

ReadingState reading_state_of(Text name)
{
    size_t index = text_index_of(name, state_names, READING_STATE_COUNT);

    return index < READING_STATE_COUNT ? (ReadingState)index : READING_STATE_COUNT;
}

/* ---- reading ---- */

typedef struct RememberedReader {
    Remembered *remembered;
    Arena *arena;
    Report *report;
} RememberedReader;

static void read_number(const YamlNode *node, Report *report, size_t *number)
{
    if (!yaml_expect(node, YAML_SCALAR, "a number", report) || text_to_number(node->text, SIZE_MAX / 4, number))
        return;
    report_add(report, SEVERITY_ERROR, node->line, node->column, "found \"%.*s\", a number of bytes was expected",
               TEXT_ARGS(report_quoted(report, node->text)));
}

/* '\0': it is none, and only that mark is left out. */
static char read_letter(const YamlNode *node, Report *report)
{
    Text text = {0};

    if (!yaml_text(node, "a letter", report, &text))
        return '\0';
    if (text.size == 1 && text.bytes[0] > ' ' && text.bytes[0] < 0x7F)
        return text.bytes[0];
    report_add(report, SEVERITY_WARNING, node->line, node->column, "a mark is one letter: mark: a; it is left out");
    return '\0';
}

/* `letter` may be NULL. */
static void read_place(const YamlNode *node, Report *report, PlaceAnchor *place, char *letter)
{
    bool is_named = false;

    if (!yaml_expect(node, YAML_MAPPING, "a place", report))
        return;
    YAML_EACH(child, node) {
        Text key = child->key->text;

        if (text_equal(key, TEXT("offset")))
            read_number(child, report, &place->offset);
        else if (text_equal(key, TEXT("words")))
            (void)yaml_text(child, "words", report, &place->words);
        else if (text_equal(key, TEXT("before")))
            (void)yaml_text(child, "words", report, &place->before);
        else if (letter && text_equal(key, TEXT("mark"))) {
            *letter = read_letter(child, report);
            is_named = true;
        }
    }
    if (letter && !is_named)
        report_add(report, SEVERITY_ERROR, node->line, node->column, "a mark is one letter: mark: a");
}

static void read_state(RememberedReader *reader, const YamlNode *node)
{
    size_t index;

    if (yaml_choice(node, state_names, READING_STATE_COUNT, reader->report, &index))
        reader->remembered->state = (ReadingState)index;
}

static void read_percent(RememberedReader *reader, const YamlNode *node)
{
    int percent = 0;

    (void)yaml_int(node, 0, 100, reader->report, &percent);
    reader->remembered->percent = (unsigned)percent;
}

static void read_main_place(RememberedReader *reader, const YamlNode *node)
{
    read_place(node, reader->report, &reader->remembered->place, NULL);
}

static void read_marks(RememberedReader *reader, const YamlNode *node)
{
    if (!yaml_expect(node, YAML_SEQUENCE, "a list of marks", reader->report))
        return;
    YAML_EACH(child, node) {
        RememberedMark mark = {0};

        read_place(child, reader->report, &mark.place, &mark.letter);
        if (mark.letter)
            ARRAY_PUSH(reader->arena, reader->remembered->marks, mark);
    }
}

static void read_jumps(RememberedReader *reader, const YamlNode *node)
{
    if (!yaml_expect(node, YAML_SEQUENCE, "a list of places", reader->report))
        return;
    YAML_EACH(child, node) {
        PlaceAnchor place = {0};

        read_place(child, reader->report, &place, NULL);
        if (reader->remembered->jumps.count < REMEMBERED_JUMPS)
            ARRAY_PUSH(reader->arena, reader->remembered->jumps, place);
    }
}

#define TEXT_READER(member)                                                           \
    static void read_##member(RememberedReader *reader, const YamlNode *node)         \
    {                                                                                 \
        (void)yaml_text(node, "a text", reader->report, &reader->remembered->member); \
    }
TEXT_READER(article)
TEXT_READER(title)
TEXT_READER(file)
TEXT_READER(opened)

static const struct {
    Text key;
    void (*read)(RememberedReader *reader, const YamlNode *node);
} keys[] = {
    {LITERAL("article"), read_article},  {LITERAL("title"), read_title}, {LITERAL("file"), read_file},
    {LITERAL("opened"), read_opened},    {LITERAL("state"), read_state}, {LITERAL("percent"), read_percent},
    {LITERAL("place"), read_main_place}, {LITERAL("marks"), read_marks}, {LITERAL("jumps"), read_jumps},
};

static void read_key(RememberedReader *reader, const YamlNode *node)
{
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        if (text_equal(keys[i].key, node->key->text)) {
            keys[i].read(reader, node);
            return;
        }
    }
    ARRAY_PUSH(reader->arena, reader->remembered->others, (OtherKey){node});
}

bool remembered_read(Remembered *remembered, Arena *arena, Text source, Report *report)
{
    RememberedReader reader = {remembered, arena, report};
    const YamlNode *root = yaml_parse_written(arena, source);

    *remembered = (Remembered){0};
    if (yaml_says_nothing(source))
        return true;
    root = root ? root : yaml_parse(arena, source, report);
    if (!root || report->error_count || !yaml_expect(root, YAML_MAPPING, "keys with values", report))
        return false;
    YAML_EACH(child, root)
        read_key(&reader, child);
    return report->error_count == 0;
}

/* ---- writing ---- */

static void add_text(YamlList *list, Text key, Text text)
{
    if (text.size)
        yaml_list_add_text(list, key, text, YAML_PLAIN);
}

static void add_place(YamlList *list, const PlaceAnchor *place)
{
    yaml_list_add_number(list, TEXT("offset"), place->offset);
    add_text(list, TEXT("words"), place->words);
    add_text(list, TEXT("before"), place->before);
}

static void add_marks(YamlList *root, const Remembered *remembered)
{
    YamlList marks = yaml_list_new(root->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < remembered->marks.count; i++) {
        const RememberedMark *mark = &remembered->marks.items[i];
        YamlList written = yaml_list_new(root->arena, YAML_MAPPING);

        yaml_list_add_text(&written, TEXT("mark"), arena_copy(root->arena, (Text){&mark->letter, 1}), YAML_PLAIN);
        add_place(&written, &mark->place);
        yaml_list_add(&marks, (Text){0}, written.node);
    }
    if (marks.node->count)
        yaml_list_add(root, TEXT("marks"), marks.node);
}

static void add_jumps(YamlList *root, const Remembered *remembered)
{
    YamlList jumps = yaml_list_new(root->arena, YAML_SEQUENCE);

    for (size_t i = 0; i < remembered->jumps.count; i++) {
        YamlList written = yaml_list_new(root->arena, YAML_MAPPING);

        add_place(&written, &remembered->jumps.items[i]);
        yaml_list_add(&jumps, (Text){0}, written.node);
    }
    if (jumps.node->count)
        yaml_list_add(root, TEXT("jumps"), jumps.node);
}

Text remembered_write(const Remembered *remembered, Arena *arena)
{
    YamlList root = yaml_list_new(arena, YAML_MAPPING), place = yaml_list_new(arena, YAML_MAPPING);

    add_text(&root, TEXT("article"), remembered->article);
    add_text(&root, TEXT("title"), remembered->title);
    add_text(&root, TEXT("file"), remembered->file);
    add_text(&root, TEXT("opened"), remembered->opened);
    add_text(&root, TEXT("state"), reading_state_name(remembered->state));
    yaml_list_add_number(&root, TEXT("percent"), remembered->percent);
    add_place(&place, &remembered->place);
    yaml_list_add(&root, TEXT("place"), place.node);
    add_marks(&root, remembered);
    add_jumps(&root, remembered);
    for (size_t i = 0; i < remembered->others.count; i++)
        yaml_list_add(&root, remembered->others.items[i].node->key->text, remembered->others.items[i].node);
    return yaml_to_text(arena, root.node);
}
