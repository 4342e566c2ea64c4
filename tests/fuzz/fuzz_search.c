/*
 * Any pattern in any text: what is found folds to the pattern, begins and ends at whole characters, and is found again the other way;
 * n and N go through all matches, with the numbers that are shown; what is typed a character at a time ends where it ends at once. The
 * first byte is the size of the pattern, the second says how far a step of counting goes and whether it is typed; then pattern and text
 * follow. Matches are those that the folded text has as a whole.
 */
#include "base/unicode/unicode.h"
#include "formats/formats.h"
#include "fuzz/played_reader.h"

enum { PATTERN_MOST = 40, TEXT_MOST = 4096, MATCHES_MOST = 64, TYPED_MOST = 12 };

static bool same(Range a, Range b)
{
    return a.start == b.start && a.end == b.end;
}

static bool is_border(Text text, size_t offset)
{
    size_t at = 0;

    while (at < offset)
        at = unicode_cluster_end(text, at);
    return at == offset;
}

/* A text that was folded as a whole, and for each byte of that where the character starts that it comes from. */
typedef struct Folding {
    TextBuffer bytes;
    ARRAY(size_t) starts;
} Folding;

static Folding fold_with_places(Arena *arena, Text text)
{
    Folding folding = {0};
    bool white = false;

    for (size_t at = 0, end; at < text.size; at = end) {
        Text folded;

        end = unicode_cluster_end(text, at);
        folded = fold_copy(arena, text_slice(text, (Range){at, end}));
        if (white && text_equal(folded, TEXT(" ")))
            continue;
        text_buffer_add(arena, &folding.bytes, folded);
        for (size_t i = 0; i < folded.size; i++)
            ARRAY_PUSH(arena, folding.starts, at);
        if (folded.size)
            white = text_equal(folded, TEXT(" "));
    }
    return folding;
}

/* Where the character starts from which the byte at `at` of the folding comes. */
static size_t start_of(const Folding *folding, size_t at)
{
    REQUIRE(at < folding->starts.count);
    return folding->starts.items[at];
}

/* Where the next match from `from` on must start, by looking through the folding. TEXT_NOT_FOUND: nowhere. */
static size_t expected_start(const Folding *folding, Text folded_pattern, size_t from)
{
    Text folded = text_buffer_text(&folding->bytes);
    size_t at = text_find(folded, folded_pattern, 0);

    while (at != TEXT_NOT_FOUND && start_of(folding, at) < from)
        at = text_find(folded, folded_pattern, at + 1);
    return at == TEXT_NOT_FOUND ? TEXT_NOT_FOUND : start_of(folding, at);
}

/* All matches, also those that overlap, from the front; each is what it should be. */
static void require_matches(Text text, Text pattern)
{
    Arena arena = {0};
    Needle needle;
    Range match = {0, 0};
    size_t count = 0, from = 0;
    Folding folding = fold_with_places(&arena, text);

    needle_init(&needle, &arena, pattern);
    REQUIRE(text_equal(text_buffer_text(&folding.bytes), fold_copy(&arena, text)));
    for (; count < MATCHES_MOST && needle_find(&needle, text, from, text.size, &match); from = match.start + 1, count++) {
        REQUIRE(match.start == expected_start(&folding, needle.folded, from) && match.start < match.end &&
                match.end <= text.size);
        REQUIRE(text_find(fold_copy(&arena, text_slice(text, match)), needle.folded, 0) != TEXT_NOT_FOUND);
        REQUIRE(is_border(text, match.start) && is_border(text, match.end));
    }
    if (count < MATCHES_MOST)
        REQUIRE(needle.folded.size == 0 || expected_start(&folding, needle.folded, from) == TEXT_NOT_FOUND);
    arena_release(&arena);
}

/* Forwards through all matches and around, and backwards from the end. */
static void require_tour(Document *document)
{
    const Search *search = &document->search;
    size_t from = 0, count = search->matches.count;

    for (size_t i = 0; i < count; i++, from = search->current.end) {
        REQUIRE(search_seek(&document->search, document->article, from, false) == SEARCH_FOUND);
        REQUIRE(same(search->current, search->matches.items[i]) && search_number(&document->search) == i + 1);
    }
    REQUIRE(search_seek(&document->search, document->article, from, false) ==
            (count ? SEARCH_FOUND_WRAPPED : SEARCH_NONE));
    REQUIRE(count == 0 || same(search->current, search->matches.items[0]));
    from = document->article->text.size;
    for (size_t i = count; i-- > 0; from = search->current.start) {
        REQUIRE(search_seek(&document->search, document->article, from, true) == SEARCH_FOUND);
        REQUIRE(same(search->current, search->matches.items[i]) && search_number(&document->search) == i + 1);
    }
}

/* Looked through in steps and at once: the same matches. */
static void require_counts(Document *document, Text pattern, size_t step)
{
    Arena arena = {0};
    ARRAY(Range) matches = {0};

    search_begin(&document->search, pattern, 0);
    while (search_count(&document->search, document->article, step))
        ;
    for (size_t i = 0; i < document->search.matches.count; i++)
        ARRAY_PUSH(&arena, matches, document->search.matches.items[i]);
    search_begin(&document->search, pattern, 0);
    while (search_count(&document->search, document->article, SIZE_MAX / 2))
        ;
    REQUIRE(matches.count == document->search.matches.count);
    for (size_t i = 0; i < matches.count; i++)
        REQUIRE(same(matches.items[i], document->search.matches.items[i]));
    if (matches.count < MATCHES_MOST)
        require_tour(document);
    arena_release(&arena);
}

static void require_document(Text text, Text pattern, size_t step)
{
    Arena arena = {0};
    Document document = {0};
    Report report;
    File stream;

    report_init(&report, &arena, TEXT("-"));
    file_from_text(&stream, text);
    if (document_open(&document, TEXT("-"), &stream, (InputForm){.format = &text_format}, CHARSET_UTF8, &report))
        require_counts(&document, pattern, step);
    document_close(&document);
    arena_release(&arena);
}

/* "/" and a pattern; `astray`: after each character another one that is taken back. */
static Range typed(Text text, Text pattern, bool astray, size_t *top_offset)
{
    static PlayedReader reader;
    Range found;
    size_t size;

    played_reader_open(&reader, text, PLAYED_ALONE, CHARSET_UTF8);
    played_reader_type(&reader, (Key){'/', 0});
    for (size_t at = 0; at < pattern.size; at += size) {
        uint32_t code_point = utf8_decode(pattern, at, &size);

        played_reader_type(&reader, (Key){code_point, 0});
        if (astray) {
            played_reader_type(&reader, (Key){'q', 0});
            played_reader_type(&reader, (Key){KEY_SPECIAL_BACKSPACE, 0});
        }
    }
    played_reader_rest(&reader);
    played_reader_check(&reader);
    found = reader.app.document.search.current;
    *top_offset = reader.app.document.top_offset;
    played_reader_close(&reader);
    return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Choices choices = {{(const char *)bytes, size}};
    size_t step, top, other_top;
    Text pattern, text;
    Range found;

    pattern.size = 1 + choose(&choices, PATTERN_MOST);
    step = 1 + choose(&choices, 256);
    pattern = text_slice(choices.left, (Range){0, pattern.size});
    text = text_slice(choices.left, (Range){pattern.size, pattern.size + TEXT_MOST});
    require_matches(text, pattern);
    require_document(text, pattern, step);
    if (pattern.size <= TYPED_MOST && step % 32 == 1 && utf8_find_invalid(pattern, 0) == TEXT_NOT_FOUND) {
        found = typed(text, pattern, false, &top);
        REQUIRE(same(found, typed(text, pattern, true, &other_top)) && top == other_top);
    }
    return 0;
}
