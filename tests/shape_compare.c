/*
 * Texts are compared by their words: "“We will *ap-" and "peal,”" over two lines are "we will appeal". What the map of offsets names in the source
 * has marks of its shape in it (entities, escapes, what a mail program puts before lines), so these are taken out first and all but letters and
 * digits left out; where the shape itself puts letters between, the words must stand there in their order, from the first to the last.
 */
#include "shape_compare.h"

#include <stdlib.h>
#include <time.h>

#include "base/unicode/unicode.h"
#include "formats/text/plain_text.h"
#include "shape_steps.h"

/* ---- words ---- */

static bool is_gap(uint32_t code_point)
{
    return code_point == 0x2013 || code_point == 0x2014 || unicode_is_space(code_point);
}

static Text words_of(Arena *arena, Text text)
{
    TextBuffer out = {0};
    bool is_apart = false;
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        char bytes[4];

        is_apart = is_apart || is_gap(code_point);
        if (!unicode_is_alnum(code_point))
            continue;
        if (is_apart && out.count)
            ARRAY_PUSH(arena, out, ' ');
        is_apart = false;
        text_buffer_add(arena, &out, (Text){bytes, utf8_encode(unicode_to_lower(code_point), bytes)});
    }
    return text_buffer_text(&out);
}

/* A text in whatever shape, without its entities, escapes and what is overstruck. */
static Text without_signs(Arena *arena, Text given)
{
    Text text = shape_without_entities(arena, given);
    TextBuffer out = {0};
    size_t size, last = 0; /* bytes of the character before */

    for (size_t at = 0; at < text.size; at += size) {
        bool is_back = utf8_decode(text, at, &size) == '\b';
        size_t escape = shape_escape_size(text, at);

        if (escape) {
            size = escape;
            continue;
        }
        if (is_back)
            out.count -= last;
        else
            text_buffer_add(arena, &out, text_slice(text, (Range){at, at + size}));
        last = is_back ? 0 : size;
    }
    return text_buffer_text(&out);
}

/* Its letters and digits, small. */
static Text letters_of(Arena *arena, Text given)
{
    Text text = without_signs(arena, given);
    TextBuffer out = {0};
    size_t size;

    for (size_t at = 0; at < text.size; at += size) {
        uint32_t code_point = utf8_decode(text, at, &size);
        char bytes[4];

        if (unicode_is_alnum(code_point))
            text_buffer_add(arena, &out, (Text){bytes, utf8_encode(unicode_to_lower(code_point), bytes)});
    }
    return text_buffer_text(&out);
}

static uint32_t first_of(Text text)
{
    size_t size;

    return text.size ? utf8_decode(text, 0, &size) : 0;
}

static uint32_t last_of(Text text)
{
    size_t size;

    return text.size ? utf8_decode(text, utf8_previous(text, text.size), &size) : 0;
}

/* Are the bytes of `words`, without blanks, those of `letters`, or with others between them? */
static bool is_same_words(Text words, Text letters, bool has_matter)
{
    size_t at = 0;

    for (size_t i = 0; i < words.size; i++) {
        if (words.bytes[i] == ' ')
            continue;
        while (has_matter && at < letters.size && letters.bytes[at] != words.bytes[i])
            at++;
        if (at >= letters.size || letters.bytes[at] != words.bytes[i])
            return false;
        at++;
    }
    return has_matter || at == letters.size;
}

bool shape_keeps_words(Text plain, Text text, bool has_matter)
{
    Arena scratch = {0};
    bool kept = is_same_words(letters_of(&scratch, plain), letters_of(&scratch, text), has_matter);

    arena_release(&scratch);
    return kept;
}

/* ---- sources ---- */

static bool ends_sentence(Text text)
{
    return text.size && (strchr(".!?:;,\"", text.bytes[text.size - 1]) || text_ends_with(text, TEXT("”")) ||
                         text_ends_with(text, TEXT("’")));
}

ShapeSource shape_source_from_text(Arena *arena, Text text)
{
    enum { TITLE_LONGEST = 200, HEAD_LONGEST = 100 };
    ShapeSource source = {0};
    Text line;

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);) {
        line = arena_on_one_line(arena, text_trim(line));
        if (line.size == 0)
            continue;
        if (!source.title.size && !source.paragraphs.count && line.size <= TITLE_LONGEST && !ends_sentence(line))
            source.title = line;
        else if (!source.title.size || source.paragraphs.count || line.size > HEAD_LONGEST || ends_sentence(line))
            ARRAY_PUSH(arena, source.paragraphs, line); /* else byline and date */
    }
    return source;
}

ShapeSource shape_source_from_file(Arena *arena, Text bytes, const Format *format)
{
    ShapeSource source = {0};
    Arena scratch = {0};
    Report report;
    Article *article;
    File file;

    report_init(&report, &scratch, TEXT("article"));
    file_from_text(&file, bytes);
    article = article_read(&scratch, &file, format, &report);
    if (article)
        (void)article_index(article, SIZE_MAX);
    for (size_t i = 0; article && i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        Text words = text_trim(article_block_text(article, i));

        words = arena_copy(arena, arena_on_one_line(&scratch, words));
        if (block->kind == BLOCK_TITLE)
            source.title = words;
        else if (words.size && !block_is_in_head(block->kind))
            ARRAY_PUSH(arena, source.paragraphs, words);
    }
    file_close(&file);
    arena_release(&scratch);
    return source;
}

static int compare_sizes(const void *left, const void *right)
{
    const Text *a = left, *b = right;

    if (a->size != b->size)
        return a->size < b->size ? 1 : -1;
    return text_compare(*a, *b);
}

void shape_source_names(Arena *arena, ShapeSource *source, const struct TagModel *model)
{
    Arena scratch = {0};
    Text plain = shape_write(&scratch, source, &shapes[0], NULL);
    Article *article = article_from_plain_text(&scratch, plain);
    Analysis *analysis = analysis_new(&scratch, article, (Range){0, SIZE_MAX});
    size_t kept = 0;

    analysis_use_model(analysis, model);
    analysis_run(analysis);
    for (size_t i = 0; i < analysis->mentions.count; i++)
        ARRAY_PUSH(arena, source->names,
                   arena_copy(arena, text_slice(article->text, range_widen(analysis->mentions.items[i].range))));
    if (source->names.count)
        qsort(source->names.items, source->names.count, sizeof *source->names.items, compare_sizes);
    for (size_t i = 0; i < source->names.count; i++) {
        if (kept == 0 || !text_equal(source->names.items[i], source->names.items[kept - 1]))
            source->names.items[kept++] = source->names.items[i];
    }
    source->names.count = kept;
    arena_release(&scratch);
}

/* ---- what is found ---- */

static Article *read_article(Arena *arena, Text text, ShapeWay way, File *file)
{
    Report report;
    Article *article;

    if (way == WAY_BULK)
        return article_from_plain_text(arena, text);
    report_init(&report, arena, TEXT("text"));
    file_from_text(file, text);
    article = article_read(arena, file, &text_format, &report);
    if (article)
        (void)article_index(article, SIZE_MAX);
    return article;
}

static void add_quotes(Arena *arena, Arena *scratch, const Analysis *analysis, Text text, ShapeWay way, Found *found)
{
    const Article *article = analysis->article;

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        const Quote *quote = &analysis->quotes.items[i];
        Range range = range_widen(quote->range);
        FoundQuote one = {0};
        Text words;

        if (!quote_is_listed(quote))
            continue;
        words = text_slice(article->text, range);
        one.words = words_of(arena, words);
        one.first = first_of(words);
        one.last = last_of(words);
        one.speakers = words_of(arena, quote_speaker_names(quote, scratch));
        if (way == WAY_BULK)
            one.given = text_slice(text, offset_map_range(&article->source, range));
        ARRAY_PUSH(arena, found->quotes, one);
    }
}

static void add_names(Arena *arena, Arena *scratch, const Analysis *analysis, Found *found)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];
        const Text parts[] = {entity_kind(entity), TEXT(" "), words_of(scratch, entity->name)};

        ARRAY_PUSH(arena, found->names, arena_join(arena, parts, COUNT_OF(parts)));
    }
}

static double seconds_now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

void shape_find(Arena *arena, Text text, ShapeWay way, const struct TagModel *model, Found *found)
{
    Arena scratch = {0};
    File file = {.descriptor = -1};
    double start = seconds_now();
    Article *article = read_article(&scratch, text, way, &file);
    Analysis *analysis = article ? analysis_new(&scratch, article, (Range){0, SIZE_MAX}) : NULL;

    *found = (Found){0};
    if (analysis) {
        analysis_use_model(analysis, model);
        analysis_run(analysis);
        found->seconds = seconds_now() - start;
        add_quotes(arena, &scratch, analysis, text, way, found);
        add_names(arena, &scratch, analysis, found);
    }
    file_close(&file);
    arena_release(&scratch);
}

/* ---- the comparison ---- */

typedef struct Comparison {
    ShapeTally *tally;
    ShapeLoss *loss;
    void *context;
    Arena scratch;
} Comparison;

static void tell(const Comparison *comparison, const char *kind, Text words, Text other)
{
    if (comparison->loss)
        comparison->loss(comparison->context, kind, words, other);
}

/* Each of the plain form's takes the first of the same words that is not taken, by the same speaker if there is one. */
static void compare_quotes(Comparison *comparison, const Found *plain, const Found *other)
{
    ShapeTally *tally = comparison->tally;
    bool *taken = ARENA_ARRAY(&comparison->scratch, bool, other->quotes.count + 1);

    for (size_t i = 0; i < plain->quotes.count; i++) {
        const FoundQuote *wanted = &plain->quotes.items[i];
        size_t best = SIZE_MAX;
        bool is_same = false;

        for (size_t k = 0; k < other->quotes.count && !is_same; k++) {
            if (taken[k] || !text_equal(other->quotes.items[k].words, wanted->words))
                continue;
            is_same = text_equal(other->quotes.items[k].speakers, wanted->speakers);
            best = is_same || best == SIZE_MAX ? k : best;
        }
        tally->quotes++;
        tally->quotes_kept += best != SIZE_MAX;
        tally->speakers_kept += is_same;
        if (best == SIZE_MAX) {
            tell(comparison, "quotation lost", wanted->words, wanted->speakers);
            continue;
        }
        taken[best] = true;
        if (!is_same)
            tell(comparison, "other speaker",
                 arena_join(&comparison->scratch, (const Text[]){wanted->speakers, TEXT(": "), wanted->words}, 3),
                 other->quotes.items[best].speakers);
    }
    for (size_t k = 0; k < other->quotes.count; k++) {
        tally->quotes_added += !taken[k];
        if (!taken[k])
            tell(comparison, "quotation added", other->quotes.items[k].words, other->quotes.items[k].speakers);
    }
}

static void compare_names(Comparison *comparison, const Found *plain, const Found *other)
{
    ShapeTally *tally = comparison->tally;
    bool *taken = ARENA_ARRAY(&comparison->scratch, bool, other->names.count + 1);

    for (size_t i = 0; i < plain->names.count; i++) {
        size_t k = 0;

        while (k < other->names.count && (taken[k] || !text_equal(other->names.items[k], plain->names.items[i])))
            k++;
        tally->names++;
        tally->names_kept += k < other->names.count;
        if (k < other->names.count)
            taken[k] = true;
        else
            tell(comparison, "name lost", plain->names.items[i], (Text){0});
    }
    for (size_t k = 0; k < other->names.count; k++) {
        tally->names_added += !taken[k];
        if (!taken[k])
            tell(comparison, "name added", other->names.items[k], (Text){0});
    }
}

/* It begins and ends as the quotation does; what a shape puts in between may be there. */
static bool is_same_place(Arena *arena, const FoundQuote *quote, bool has_matter)
{
    Text place = without_signs(arena, quote->given);

    return first_of(place) == quote->first && last_of(place) == quote->last &&
           is_same_words(quote->words, letters_of(arena, quote->given), has_matter);
}

static void compare_places(Comparison *comparison, const Found *other, bool has_matter)
{
    for (size_t i = 0; i < other->quotes.count; i++) {
        const FoundQuote *quote = &other->quotes.items[i];
        bool right;

        if (!quote->given.bytes)
            continue;
        right = is_same_place(&comparison->scratch, quote, has_matter);
        comparison->tally->places++;
        comparison->tally->places_right += right;
        if (!right)
            tell(comparison, "other place", quote->words, quote->given);
    }
}

void shape_compare(const Found *plain, const Found *other, bool has_matter, ShapeTally *tally, ShapeLoss *loss,
                   void *context)
{
    Comparison comparison = {.tally = tally, .loss = loss, .context = context};

    compare_quotes(&comparison, plain, other);
    compare_names(&comparison, plain, other);
    compare_places(&comparison, other, has_matter);
    arena_release(&comparison.scratch);
}
