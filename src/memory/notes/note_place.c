/*
 * A text that did not change has the passage where it was, and most that did have it with the same neighbours somewhere else:
 *
 *     text: “We remembered,”    prefix: "the harbour. "    suffix: " said Signe"    at: 120
 *
 * is looked for at 120, then everywhere, as one text of three parts. Only where that is nowhere are the words indexed. What is found by its
 * words alone has to be long enough to be itself: "the talks" stands in many places, so that a short passage wants one of its neighbours.
 */
#include "memory/notes/note_place.h"

#include "base/unicode/fold.h"

enum {
    AROUND = 40,   /* bytes of neighbours, about */
    FEW_WORDS = 5, /* a passage of fewer wants a neighbour */
    LOOKED_AT_LEAST = 64 * 1024 * 1024,
    LOOKED_A_BYTE = 64
};

void note_places_init(NotePlaces *places, Arena *arena, const Article *article)
{
    *places = (NotePlaces){.article = article, .left = LOOKED_AT_LEAST + LOOKED_A_BYTE * article->text.size};
    anchor_search_init(&places->anchors, arena, article);
}

/* ---- the same words with the same neighbours ---- */

static bool stands_at(Text text, const Note *note, size_t at)
{
    Text before = note_field(note, NOTE_PREFIX), words = note_field(note, NOTE_TEXT),
         after = note_field(note, NOTE_SUFFIX);

    return at >= before.size && at <= text.size && text_equal(text_slice(text, (Range){at - before.size, at}), before) &&
           text_starts_with(text_slice(text, (Range){at, text.size}), words) &&
           text_starts_with(text_slice(text, (Range){at + words.size, text.size}), after);
}

static size_t distance(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* The place of `whole` whose part from `skipped` on is nearest to where the note was; NO_OFFSET: there is none. */
static size_t find_nearest(NotePlaces *places, Text whole, size_t skipped, size_t near)
{
    Text text = places->article->text;
    size_t best = NO_OFFSET;

    if (places->left < text.size)
        return NO_OFFSET;
    places->left -= text.size;
    for (size_t at = 0; (at = text_find(text, whole, at)) != TEXT_NOT_FOUND; at++) {
        if (best == NO_OFFSET || distance(at + skipped, near) < distance(best, near))
            best = at + skipped;
    }
    return best;
}

/* With both neighbours; else with the one before it, which may be what makes it another thing ("not"), and has to be there then. */
static size_t find_same(NotePlaces *places, const Note *note)
{
    Text parts[3] = {note_field(note, NOTE_PREFIX), note_field(note, NOTE_TEXT), note_field(note, NOTE_SUFFIX)};
    Arena scratch = {0};
    size_t at;

    if (stands_at(places->article->text, note, note_offset(note)))
        return note_offset(note);
    at = find_nearest(places, arena_join(&scratch, parts, 3), parts[0].size, note_offset(note));
    if (at == NO_OFFSET && parts[0].size)
        at = find_nearest(places, arena_join(&scratch, parts, 2), parts[0].size, note_offset(note));
    arena_release(&scratch);
    return at;
}

/* ---- words ---- */

static Text last_word(Arena *arena, Text text)
{
    IndexedWords words = words_split(arena, text, 0);

    return words.count ? text_slice(text, (Range){words.items[words.count - 1].start, words.items[words.count - 1].end})
                       : (Text){0};
}

static Text first_word(Arena *arena, Text text)
{
    IndexedWords words = words_split(arena, text, 0);

    return words.count ? text_slice(text, (Range){words.items[0].start, words.items[0].end}) : (Text){0};
}

static bool same_word(Arena *arena, Text a, Text b)
{
    return a.size && b.size && text_equal(fold_copy(arena, a), fold_copy(arena, b));
}

typedef enum Neighbours { NEIGHBOUR_BEFORE = 1, NEIGHBOUR_AFTER = 2 } Neighbours;

/* Which of the words beside the range are those that stood beside the passage? */
static unsigned neighbours_of(const NotePlaces *places, const Note *note, Range range)
{
    Text text = places->article->text;
    Text before = text_slice(text, (Range){range.start > AROUND ? range.start - AROUND : 0, range.start}),
         after = text_slice(text, (Range){range.end, range.end + AROUND});
    Arena scratch = {0};
    unsigned found = 0;

    if (same_word(&scratch, last_word(&scratch, before), last_word(&scratch, note_field(note, NOTE_PREFIX))))
        found |= NEIGHBOUR_BEFORE;
    if (same_word(&scratch, first_word(&scratch, after), first_word(&scratch, note_field(note, NOTE_SUFFIX))))
        found |= NEIGHBOUR_AFTER;
    arena_release(&scratch);
    return found;
}

/* An end of the passage that differs wants what stood beside it: else another word is there in its place. */
static bool has_ends(const NotePlaces *places, const Note *note, Range range)
{
    Text words = note_field(note, NOTE_TEXT), there = text_slice(places->article->text, range);
    unsigned neighbours = neighbours_of(places, note, range);
    Arena scratch = {0};
    bool has =
        (neighbours & NEIGHBOUR_BEFORE ||
         same_word(&scratch, first_word(&scratch, words), first_word(&scratch, there))) &&
        (neighbours & NEIGHBOUR_AFTER || same_word(&scratch, last_word(&scratch, words), last_word(&scratch, there)));

    arena_release(&scratch);
    return has;
}

static size_t count_words(Text text)
{
    Arena scratch = {0};
    size_t count = words_split(&scratch, text, 0).count;

    arena_release(&scratch);
    return count;
}

/* What stands beside the passage makes it another thing ("not"), unless it stood there before. */
static bool is_beside_as_before(const NotePlaces *places, const Note *note, const AnchorResult *result)
{
    return result->outcome <= ANCHOR_AMBIGUOUS && result->match != MATCH_DIFFERS &&
           neighbours_of(places, note, result->range) == (NEIGHBOUR_BEFORE | NEIGHBOUR_AFTER);
}

static bool is_by_chance(const NotePlaces *places, const Note *note, const AnchorResult *result)
{
    if ((result->places > 1 || count_words(note_field(note, NOTE_TEXT)) < FEW_WORDS) &&
        !neighbours_of(places, note, result->range))
        return true;
    return result->match == MATCH_DIFFERS && !has_ends(places, note, result->range);
}

static NotePlace find_words(NotePlaces *places, const Note *note)
{
    Anchor anchor = {.exact = note_field(note, NOTE_TEXT),
                     .prefix = note_field(note, NOTE_PREFIX),
                     .suffix = note_field(note, NOTE_SUFFIX),
                     .near = note_offset(note),
                     .is_quotation = true};
    AnchorResult result = anchor_find(&places->anchors, &anchor), again;

    if (result.outcome > ANCHOR_AMBIGUOUS) {
        anchor.is_quotation = false;
        again = anchor_find(&places->anchors, &anchor);
        if (!is_beside_as_before(places, note, &again))
            return (NotePlace){NOTE_IS_MISSING, result.range, result.compared.refusal};
        result = again;
    }
    if (is_by_chance(places, note, &result))
        return (NotePlace){NOTE_IS_MISSING, {0, 0}, REFUSED_TOO_MUCH};
    return (NotePlace){result.match == MATCH_DIFFERS ? NOTE_IS_CHANGED : NOTE_IS_THERE, result.range, REFUSED_NOT};
}

NotePlace note_place_find(NotePlaces *places, const Note *note)
{
    size_t at;

    if (note_field(note, NOTE_TEXT).size == 0)
        return (NotePlace){NOTE_IS_OF_ARTICLE, {0, 0}, REFUSED_NOT};
    at = find_same(places, note);
    if (at != NO_OFFSET)
        return (NotePlace){NOTE_IS_THERE, {at, at + note_field(note, NOTE_TEXT).size}, REFUSED_NOT};
    return find_words(places, note);
}

/* ---- a new one ---- */

static size_t suffix_end(Text text, size_t start)
{
    size_t at = start + AROUND < text.size ? start + AROUND : text.size;

    while (at < text.size && at > start && !ascii_is_blank(text.bytes[at]))
        at--;
    return at;
}

void note_set_passage(Arena *arena, Note *note, const Article *article, Range range)
{
    Text text = article->text;

    note->fields[NOTE_TEXT] = text_slice(text, range);
    note->fields[NOTE_PREFIX] = text_slice(text, (Range){text_words_start(text, range.start, AROUND), range.start});
    note->fields[NOTE_SUFFIX] = text_slice(text, (Range){range.end, suffix_end(text, range.end)});
    for (int i = NOTE_TEXT; i <= NOTE_SUFFIX; i++)
        note->fields[i] = arena_copy(arena, note->fields[i]);
    note->fields[NOTE_AT] = arena_printf(arena, "%zu", range.start);
}

bool note_passage_is_good(const Article *article, Range range)
{
    return count_words(text_slice(article->text, range)) > 0;
}
