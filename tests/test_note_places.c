/*
 * Where notes are found after their article was edited. Passages of texts of our own are noted: sentences, parts of them, paragraphs. Then
 * one of ten paragraphs is dropped or comes in, of a hundred words one is another, and all quotation marks are straight. And look-alikes:
 * the sentence with the passage has another name, another number or a negation; then the note must not be found.
 */
#include "memory/notes/note_place.h"

#include "changed_sentences.h"
#include "formats/text/plain_text.h"

enum { PASSAGES = 1500, LOOKALIKES = 500, MOST_PARAGRAPHS = 400 };

/* A text as its words in paragraphs. */
typedef struct Paragraph {
    Text *words;
    size_t count;
    bool is_dropped;
} Paragraph;

typedef struct Page {
    Paragraph paragraphs[MOST_PARAGRAPHS];
    size_t count;
} Page;

static Page *page_of(Arena *arena, Text text)
{
    Page *page = ARENA_NEW(arena, Page);
    Text line;

    for (size_t at = 0; page->count < MOST_PARAGRAPHS && text_next_part(text, '\n', &at, &line);) {
        ARRAY(Text) words = {0};
        Text word;

        for (size_t in = 0; text_next_part(line, ' ', &in, &word);) {
            if (text_trim(word).size)
                ARRAY_PUSH(arena, words, text_trim(word));
        }
        if (words.count)
            page->paragraphs[page->count++] = (Paragraph){words.items, words.count, false};
    }
    return page;
}

/* A place in a page: words of a paragraph. */
typedef struct Passage {
    size_t paragraph, first, end;
} Passage;

/* The page as a text; `range` gets where the passage is in it. */
static Text text_of_page(Arena *arena, const Page *page, const Passage *passage, Range *range)
{
    TextBuffer buffer = {0};

    for (size_t i = 0; i < page->count; i++) {
        const Paragraph *paragraph = &page->paragraphs[i];

        for (size_t word = 0; word < paragraph->count && !paragraph->is_dropped; word++) {
            if (i == passage->paragraph && word == passage->first)
                range->start = buffer.count;
            text_buffer_add(arena, &buffer, paragraph->words[word]);
            if (i == passage->paragraph && word + 1 == passage->end)
                range->end = buffer.count;
            text_buffer_add(arena, &buffer, word + 1 < paragraph->count ? TEXT(" ") : TEXT("\n\n"));
        }
    }
    return text_buffer_text(&buffer);
}

static Text straight(Arena *arena, Text word)
{
    static const Text marks[][2] = {{LITERAL("“"), LITERAL("\"")},
                                    {LITERAL("”"), LITERAL("\"")},
                                    {LITERAL("’"), LITERAL("'")},
                                    {LITERAL("‘"), LITERAL("'")}};
    TextBuffer buffer = {0};
    size_t size;

    for (size_t at = 0; at < word.size; at += size) {
        Text sign;

        (void)utf8_decode(word, at, &size);
        sign = text_slice(word, (Range){at, at + size});
        for (size_t i = 0; i < COUNT_OF(marks); i++)
            sign = text_equal(sign, marks[i][0]) ? marks[i][1] : sign;
        text_buffer_add(arena, &buffer, sign);
    }
    return text_buffer_text(&buffer);
}

static const Text other_words[] = {LITERAL("matter"), LITERAL("house"),  LITERAL("stated"),   LITERAL("plain"),
                                   LITERAL("people"), LITERAL("issue"),  LITERAL("building"), LITERAL("noted"),
                                   LITERAL("bring"),  LITERAL("really"), LITERAL("also")};

/* The edited page; `*right` becomes where the passage is there. */
static Page *edited(Arena *arena, const Page *page, const Page *other, const Passage *passage, Passage *right)
{
    Page *after = ARENA_NEW(arena, Page);

    for (size_t i = 0; i < page->count && after->count + 2 < MOST_PARAGRAPHS; i++) {
        Paragraph paragraph = page->paragraphs[i];
        size_t kind = random_below(20);

        if (kind == 0 && i != passage->paragraph)
            continue;
        if (kind == 1)
            after->paragraphs[after->count++] = other->paragraphs[random_below(other->count)];
        if (i == passage->paragraph)
            *right = (Passage){after->count, passage->first, passage->end};
        paragraph.words = ARENA_ARRAY(arena, Text, paragraph.count);
        for (size_t word = 0; word < paragraph.count; word++) {
            Text was = page->paragraphs[i].words[word];

            paragraph.words[word] =
                straight(arena, random_below(100) == 0 && is_free(was) ? with_core(arena, was, PICK(other_words)) : was);
        }
        after->paragraphs[after->count++] = paragraph;
    }
    return after;
}

/* A paragraph, some words in a row, as many as a sentence has or few. */
static Passage pick(const Page *page)
{
    Passage passage = {.paragraph = random_below(page->count)};
    size_t words = page->paragraphs[passage.paragraph].count, kind = random_below(5), most = kind < 2 ? 30 : 8, size;

    if (kind == 4) {
        passage.end = words;
        return passage;
    }
    size = 1 + random_below(words < most ? words : most);
    passage.first = random_below(words - size + 1);
    passage.end = passage.first + size;
    return passage;
}

typedef struct Tally {
    size_t tried, found, wrong, changed;
} Tally;

static NotePlace find_note(Arena *arena, const Note *note, Text text)
{
    NotePlaces places;

    note_places_init(&places, arena, article_from_text(arena, text));
    return note_place_find(&places, note);
}

static void try_passage(const Page *page, const Page *other, Tally *tally)
{
    Passage passage = pick(page), right = {0};
    Arena arena = {0};
    Range range = {0, 0}, there = {0, 0};
    Article *article = article_from_text(&arena, text_of_page(&arena, page, &passage, &range));
    Note note = {.list = NOTE_LIST_REMARKS};
    NotePlace place;
    Page *after;
    Text text;

    if (note_passage_is_good(article, range)) {
        note_set_passage(&arena, &note, article, range);
        after = edited(&arena, page, other, &passage, &right);
        text = text_of_page(&arena, after, &right, &there);
        place = find_note(&arena, &note, text);
        tally->tried++;
        tally->found += place.found == NOTE_IS_THERE || place.found == NOTE_IS_CHANGED;
        tally->changed += place.found == NOTE_IS_CHANGED;
        if (place.found <= NOTE_IS_CHANGED && !range_overlaps(place.range, there)) {
            tally->wrong++;
            printf("# wrong: \"%.*s\" at \"%.*s\"\n", TEXT_ARGS(note_field(&note, NOTE_TEXT)),
                   TEXT_ARGS(text_slice(text, place.range)));
        } else if (place.found == NOTE_IS_MISSING && getenv("SHOW")) {
            printf("# missing (%d): \"%.*s\", there \"%.*s\"\n", (int)place.refusal,
                   TEXT_ARGS(note_field(&note, NOTE_TEXT)), TEXT_ARGS(text_slice(text, there)));
        }
    }
    arena_release(&arena);
}

static void test_edits(const char *what, Page *const *pages, size_t count, uint64_t seed)
{
    Tally tally = {0};

    random_state = seed;
    for (size_t i = 0; i < PASSAGES; i++)
        try_passage(pages[random_below(count)], pages[random_below(count)], &tally);
    ok(tally.tried > PASSAGES / 2 && tally.found * 100 >= tally.tried * 97,
       "%s: %zu of %zu notes are found, %zu of them as changed; seed %llu", what, tally.found, tally.tried,
       tally.changed, (unsigned long long)seed);
    ok(tally.wrong * 100 <= tally.tried, "%s: %zu of %zu in a wrong place", what, tally.wrong, tally.tried);
}

/* ---- look-alikes ---- */

static bool try_lookalike(const Sentence *sentence, bool (*change)(Arena *arena, Words *words, int set), int set,
                          size_t *taken)
{
    Arena arena = {0};
    Text whole = text_slice(sentence->text, sentence->range), other, text;
    Words words = split(whole);
    Note note = {.list = NOTE_LIST_REMARKS};
    bool is_one = change(&arena, &words, set);
    NotePlace place;

    other = join(&arena, &words);
    is_one = is_one && !text_starts_with(other, whole) && !text_starts_with(whole, other);
    if (is_one) {
        text = arena_join(&arena,
                          (const Text[]){text_slice(sentence->text, (Range){0, sentence->range.start}), other,
                                         text_slice(sentence->text, (Range){sentence->range.end, sentence->text.size})},
                          3);
        note_set_passage(&arena, &note, article_from_text(&arena, sentence->text), sentence->range);
        place = find_note(&arena, &note, text);
        if (place.found <= NOTE_IS_CHANGED && range_overlaps(place.range, sentence->range)) {
            ++*taken;
            printf("# taken: \"%.*s\" for \"%.*s\"\n", TEXT_ARGS(text_slice(text, place.range)), TEXT_ARGS(whole));
        }
    }
    arena_release(&arena);
    return is_one;
}

static void test_lookalikes(const char *what, const Sentences *sentences, int set, uint64_t seed)
{
    bool (*const changes[])(Arena * arena, Words * words, int set) = {change_name, change_number, change_negation,
                                                                      exchange_names, leave_out};
    size_t tried = 0, taken = 0;

    random_state = seed;
    for (size_t i = 0; sentences->count && i < LOOKALIKES * 20 && tried < LOOKALIKES; i++)
        tried += try_lookalike(&sentences->items[random_below(sentences->count)], changes[i % COUNT_OF(changes)], set,
                               &taken);
    ok(tried == LOOKALIKES && taken == 0, "%s: %zu of %zu look-alikes are taken; seed %llu", what, taken, tried,
       (unsigned long long)seed);
}

/* ---- texts ---- */

static void measure(Arena *arena, const char *what, const Text *texts, size_t count, int set, uint64_t seed)
{
    Page **pages = ARENA_ARRAY(arena, Page *, count);
    Sentences sentences = {0};
    size_t page_count = 0;

    for (size_t i = 0; i < count; i++) {
        Page *page = page_of(arena, texts[i]);

        if (page->count >= 4)
            pages[page_count++] = page;
        add_sentences(arena, texts[i], &sentences);
    }
    if (!ok(page_count > 5 && sentences.count >= 100, "%s: %zu texts", what, page_count))
        return;
    test_edits(what, pages, page_count, seed);
    test_lookalikes(what, &sentences, set, seed);
}

int main(int argument_count, char **arguments)
{
    Arena arena = {0};
    Documents documents;
    ARRAY(Text) texts = {0};

    (void)unicode_init("C.UTF-8");
    documents = sample_documents(&arena);
    for (size_t i = 0; i < documents.count; i++)
        ARRAY_PUSH(&arena, texts, documents.items[i].text);
    measure(&arena, "marked texts", texts.items, texts.count, 0,
            argument_count > 1 ? strtoull(arguments[1], NULL, 10) : 2);
    measure(&arena, "other words", texts.items, texts.count, 1,
            argument_count > 1 ? strtoull(arguments[1], NULL, 10) + 1 : 3);
    arena_release(&arena);
    return tap_done();
}
