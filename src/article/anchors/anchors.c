/*
 * The text's words are indexed once, when somebody asks; then each anchor is looked for by the same words, and by most of them where that
 * finds nothing.
 */
#include "article/anchors/anchor_search.h"

#include "base/lower_bound.h"

enum {
    WORK_A_BYTE = 16, /* steps that are allowed for each byte of the text, and of the anchors */
    WORK_AT_LEAST = 16 * 1024 * 1024,
    NEAR = 1000,       /* bytes from a passage to the name of its speaker */
    SAMPLE = 2000,     /* words by which the language is known */
    ENGLISH_SHARE = 10 /* percent of them that are "the", "of", "and" */
};

static size_t body_start(const Article *article)
{
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article->blocks.items[i].kind >= BLOCK_PARAGRAPH)
            return article->blocks.items[i].range.start;
    }
    return article->blocks.count ? article->blocks.items[0].range.start : 0;
}

static bool is_in_english(const AnchorSearch *search)
{
    static const Text words[] = {LITERAL("the"),  LITERAL("of"),   LITERAL("and"),  LITERAL("to"),    LITERAL("that"),
                                 LITERAL("for"),  LITERAL("with"), LITERAL("are"),  LITERAL("have"),  LITERAL("it"),
                                 LITERAL("this"), LITERAL("from"), LITERAL("they"), LITERAL("by"),    LITERAL("at"),
                                 LITERAL("be"),   LITERAL("as"),   LITERAL("said"), LITERAL("which"), LITERAL("were"),
                                 LITERAL("had"),  LITERAL("you"),  LITERAL("we"),   LITERAL("but")};
    Text language = article_field(search->article, FIELD_LANGUAGE);
    size_t count = 0, all = search->index.words.count < SAMPLE ? search->index.words.count : SAMPLE;

    if (language.size)
        return text_equal_ignoring_case(text_slice(language, (Range){0, 2}), TEXT("en"));
    for (size_t i = 0; i < all; i++)
        count += TEXT_IS_ONE_OF(text_slice(search->index.text, (Range){search->index.words.items[i].start,
                                                                       search->index.words.items[i].end}),
                                words);
    return count * 100 >= all * ENGLISH_SHARE;
}

static void begin(AnchorSearch *search)
{
    search->begun = true;
    word_index_init(&search->index, search->arena, search->article->text, body_start(search->article));
    word_meanings_init(&search->meanings, search->arena);
    search->passages = anchor_passages_new(search->arena);
    search->is_english = is_in_english(search);
    search->allowed += WORK_AT_LEAST + WORK_A_BYTE * search->article->text.size;
}

/* The number of the word that begins at `offset`, or of the next one. */
size_t anchor_word_at(const WordIndex *index, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, index->words.count, index->words.items[at].start < offset);
    return at;
}

Range anchor_word_range(IndexedWords words, size_t first, size_t end)
{
    return (Range){words.items[first].start, words.items[end - 1].end};
}

/* Count work; false: that was the last there may be. */
bool anchor_allow(AnchorSearch *search, size_t work)
{
    search->work += work;
    search->exhausted = search->exhausted || search->work > search->allowed;
    return !search->exhausted;
}

size_t anchor_excess(const AnchorSearch *search, size_t first, size_t end)
{
    enum { USUAL = 64, STEPS_A_BYTE = 4 };
    size_t bytes = first < end ? range_size(anchor_word_range(search->index.words, first, end)) : 0,
           usual = USUAL * (end - first);

    return bytes > usual ? (bytes - usual) * STEPS_A_BYTE : 0;
}

static void count_words(const AnchorSearch *search, Wanted *wanted)
{
    wanted->counts = ARENA_ARRAY(wanted->scratch, uint32_t, wanted->words.count);
    for (size_t i = 0; i < wanted->words.count; i++) {
        wanted->counts[i] = (uint32_t)word_index_places(&search->index, wanted->words.items[i].hash).count;
        if (wanted->counts[i] < wanted->counts[wanted->rarest])
            wanted->rarest = i;
    }
}

/* ---- the choice ---- */

/* Is the speaker named near the passage, in its block, by the last word of the name? */
static bool names_speaker(AnchorSearch *search, uint32_t name, Range range)
{
    Range block = search->article->blocks.items[article_known_block_at(search->article, range.start)].range;
    size_t from = range.start > block.start + NEAR ? range.start - NEAR : block.start;
    size_t until = range.end + NEAR < block.end ? range.end + NEAR : block.end;

    for (size_t word = anchor_word_at(&search->index, from);
         word < search->index.words.count && search->index.words.items[word].start < until; word++) {
        if (!anchor_allow(search, 1))
            return false;
        if (search->index.words.items[word].start >= range.start && search->index.words.items[word].start < range.end)
            continue;
        if (search->index.words.items[word].hash == name)
            return true;
    }
    return false;
}

/* Of those that fit as well, as far as they are remembered. */
static const Place *nearest(const Best *best, size_t near)
{
    const Place *chosen = &best->ties[0];
    size_t least = SIZE_MAX;

    for (size_t i = 0; i < best->count; i++) {
        size_t start = best->ties[i].range.start, far = start > near ? start - near : near - start;

        if (far < least) {
            least = far;
            chosen = &best->ties[i];
        }
    }
    return chosen;
}

/* One of the places that fit as well: the only one whose block names the speaker, else the nearest, which is the first where nothing tells. */
static const Place *choose(AnchorSearch *search, const Anchor *anchor, const Best *best, AnchorResult *result)
{
    const Place *chosen = NULL;
    Arena scratch = {0};
    IndexedWords name = words_split(&scratch, anchor->speaker, 0);
    size_t named = 0;

    for (size_t i = 0; best->count > 1 && name.count && i < best->count; i++) {
        if (names_speaker(search, name.items[name.count - 1].hash, best->ties[i].range))
            chosen = named++ ? chosen : &best->ties[i];
    }
    if (best->count > 1 && name.count && named == 0)
        result->outcome = ANCHOR_AMBIGUOUS;
    result->places = best->count;
    arena_release(&scratch);
    return chosen ? chosen : nearest(best, anchor->near);
}

static AnchorResult find_wanted(AnchorSearch *search, Wanted *wanted)
{
    Best best = anchor_find_same(search, wanted);
    Comparison near = best.near;
    AnchorResult result = {.outcome = ANCHOR_FOUND, .given = wanted->anchor->exact};
    const Place *place;

    if (best.count == 0 && !search->exhausted)
        best = anchor_find_changed(search, wanted);
    if (best.count) {
        place = choose(search, wanted->anchor, &best, &result);
        result.match = place->exact                                                ? MATCH_EXACT
                       : place->compared.size == 0 || place->compared.same_letters ? MATCH_FOLDED
                                                                                   : MATCH_DIFFERS;
        result.range = place->range;
        result.compared = place->compared;
        return result;
    }
    result.outcome = search->exhausted ? ANCHOR_UNSEARCHED : ANCHOR_MISSING;
    result.compared = near.refusal ? near : best.near;
    result.range = result.compared.refusal == REFUSED_TOO_MUCH ? (Range){0, 0} : result.compared.range;
    return result;
}

void anchor_search_init(AnchorSearch *search, Arena *arena, const Article *article)
{
    *search = (AnchorSearch){.arena = arena, .article = article};
}

AnchorResult anchor_find(AnchorSearch *search, const Anchor *anchor)
{
    Arena scratch = {0};
    Anchor trimmed = *anchor;
    Wanted wanted = {.anchor = &trimmed, .scratch = &scratch};
    AnchorResult result = {
        .outcome = ANCHOR_MISSING, .given = text_trim(anchor->exact), .compared = {.refusal = REFUSED_TOO_MUCH}};

    if (search->article->blocks.count == 0)
        return result;
    if (!search->begun)
        begin(search);
    trimmed.exact = result.given;
    wanted.words = words_split(&scratch, trimmed.exact, 0);
    search->allowed += WORK_A_BYTE * trimmed.exact.size;
    if (wanted.words.count == 0) {
        result.outcome = ANCHOR_WORDLESS;
    } else if (search->exhausted) {
        result.outcome = ANCHOR_UNSEARCHED;
    } else {
        count_words(search, &wanted);
        result = find_wanted(search, &wanted);
    }
    arena_release(&scratch);
    return result;
}
