/* A text is cut into tokens as the product does, and each name is marked on its tokens. Short texts come again as headlines have them. */
#include "train/tag_corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/words/tokenizer.h"
#include "base/json/json.h"
#include "base/system/file.h"
#include "formats/text/plain_text.h"

enum { COPY_LONGEST = 600 /* bytes */ };

static const char *const type_names[] = {"person", "org", "place", "misc"};

void tag_refuse(const char *path, const char *why)
{
    (void)fprintf(stderr, "%s: %s\n", path, why);
    exit(2);
}

Text tag_load(Arena *arena, const char *path)
{
    Report report;
    Text bytes;
    File file;

    report_init(&report, arena, text_from(path));
    if (!file_open(&file, path, &report))
        tag_refuse(path, "cannot be read");
    (void)file_load_all(&file);
    bytes = arena_copy(arena, file.bytes);
    file_close(&file);
    return bytes;
}

static bool is_listed(const char *list, Text source)
{
    Text names = list ? text_from(list) : (Text){0}, name;

    for (size_t at = 0; text_next_part(names, ',', &at, &name);) {
        if (text_starts_with(source, name))
            return true;
    }
    return false;
}

static Text member(const JsonObject *object, Text key)
{
    const JsonMember *found = json_member(object, key);

    return !found ? (Text){0} : found->is_string ? found->text : found->raw;
}

static void read_names(Arena *arena, const char *path, const JsonObject *object, TagDocument *document)
{
    JsonMember item;
    const char *why;

    for (size_t at = 0; json_next_item(arena, member(object, TEXT("entities")), &at, &item);) {
        JsonObject entity;
        TagGold name = {{0, 0}, 0};
        size_t where;

        if (!json_read_object(arena, item.raw, &entity, &where, &why) ||
            !text_to_number(member(&entity, TEXT("start")), SIZE_MAX / 2, &name.range.start) ||
            !text_to_number(member(&entity, TEXT("end")), SIZE_MAX / 2, &name.range.end))
            tag_refuse(path, "expected entities with start and end");
        while (name.type < TAG_TYPE_MISC && !text_equal(member(&entity, TEXT("type")), text_from(type_names[name.type])))
            name.type++;
        ARRAY_PUSH(arena, document->names, name);
    }
}

static void mark_gold(Arena *arena, TagDocument *document)
{
    size_t count = document->tokens.tokens.count;

    document->gold = ARENA_ARRAY(arena, unsigned char, count + 1);
    document->labels = ARENA_ARRAY(arena, unsigned char, count + 1);
    document->margins = ARENA_ARRAY(arena, int32_t, count + 1);
    for (size_t i = 0; i < document->names.count; i++) {
        const TagGold *name = &document->names.items[i];
        unsigned char label = (unsigned char)(1 + 2 * name->type);

        for (size_t token = 0; token < count; token++) {
            Range range = tokens_range(&document->tokens, token, token + 1);

            if (range.end <= name->range.start || range.start >= name->range.end || document->gold[token])
                continue;
            document->gold[token] = label;
            label = (unsigned char)(2 + 2 * name->type);
        }
    }
}

/* A text as it is, or as a headline has it: "TALKS ON GRAIN FAIL", "Talks on Grain Fail". Offsets stay. */
typedef enum Letters { AS_WRITTEN, IN_CAPITALS, IN_TITLE_CASE } Letters;

static bool stays_small(Text word)
{
    static const char *const words[] = {"a",  "an", "and", "as", "at",  "by", "for", "from",
                                        "in", "of", "on",  "or", "the", "to", "with"};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_equal(word, text_from(words[i])))
            return true;
    }
    return false;
}

static Text rewritten(Arena *arena, Text text, Letters letters)
{
    char *bytes;
    size_t end;

    if (letters == AS_WRITTEN || text.size == 0)
        return text;
    bytes = arena_alloc(arena, text.size + 1);
    memcpy(bytes, text.bytes, text.size);
    for (size_t at = 0; at < text.size; at = end) {
        for (end = at; end < text.size && ascii_is_alpha(text.bytes[end]); end++)
            bytes[end] = letters == IN_CAPITALS ? ascii_to_upper(text.bytes[end]) : text.bytes[end];
        if (letters == IN_TITLE_CASE && end > at && !stays_small(text_slice(text, (Range){at, end})))
            bytes[at] = ascii_to_upper(text.bytes[at]);
        end += end == at || (end < text.size && text.bytes[end] == '\''); /* "don't" is one word */
    }
    return (Text){bytes, text.size};
}

static void read_document(Arena *arena, const char *path, const JsonObject *object, Letters letters,
                          TagDocuments *documents)
{
    TagDocument document = {.source = member(object, TEXT("src"))};
    const Article *article = article_from_text(arena, rewritten(arena, member(object, TEXT("text")), letters));

    document.partial = is_listed("btc,uner", document.source);
    document.source_key = tag_word_key(text_slice(document.source, (Range){0, text_find_byte(document.source, '/', 0)}));
    tokens_init(&document.tokens, arena, article, article->text.size);
    for (size_t i = 0; i < article->blocks.count; i++)
        tokens_add(&document.tokens, i, article->blocks.items[i].range);
    tokens_end(&document.tokens);
    read_names(arena, path, object, &document);
    mark_gold(arena, &document);
    ARRAY_PUSH(arena, *documents, document);
}

void tag_corpus_read(Arena *arena, const char *path, const TagSelection *selection, const TagModel *lists,
                     TagDocuments *documents)
{
    Text bytes = tag_load(arena, path), line;
    size_t first = documents->count;

    for (size_t at = 0, number = 0; text_next_part(bytes, '\n', &at, &line); number++) {
        JsonObject object;
        const char *why;
        size_t where;
        Text source;

        if (!json_read_object(arena, line, &object, &where, &why))
            tag_refuse(path, why);
        source = member(&object, TEXT("src"));
        if ((selection->sources && !is_listed(selection->sources, source)) || is_listed(selection->without, source))
            continue;
        read_document(arena, path, &object, AS_WRITTEN, documents);
        if (!selection->copies || member(&object, TEXT("text")).size > COPY_LONGEST)
            continue;
        if (number % selection->copies == 0)
            read_document(arena, path, &object, IN_CAPITALS, documents);
        if (number % selection->copies == selection->copies / 2)
            read_document(arena, path, &object, IN_TITLE_CASE, documents);
    }
    for (size_t i = first; i < documents->count; i++) {
        tag_text_init(&documents->items[i].text, arena, &documents->items[i].tokens, lists);
        documents->items[i].text.left_out = selection->left_out;
    }
}
