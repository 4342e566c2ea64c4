/*
 * An organisation is called by some of the words of its name. Each form that a long name may have is made and looked up, so that a name costs
 * as many steps as it has words:
 *
 *     Langley Research Center                      Langley
 *     United States Army Corps of Engineers        Army Corps of Engineers, Corps of Engineers, Army Corps
 *     House Oversight and Reform Committee         Oversight Committee, Reform Committee
 *     United States Department of State            Department of State, State Department
 */
#include "analysis/merging/merge_work.h"

enum { WORDS_MOST = 16 };

typedef struct FoldedWords {
    Text whole;
    Range words[WORDS_MOST];
    size_t count;
    size_t home; /* where it begins behind a country: 2 of "united states army" */
} FoldedWords;

static Text word_at(const FoldedWords *words, size_t i)
{
    return text_slice(words->whole, words->words[i]);
}

/* The words [first, end). */
static Text words_between(const FoldedWords *words, size_t first, size_t end)
{
    return text_slice(words->whole, (Range){words->words[first].start, words->words[end - 1].end});
}

/* How many words in front are a country: at most two. */
static size_t country_words(const FoldedWords *words)
{
    for (size_t count = 2; count > 0; count--) {
        if (count < words->count && (lexicon_flags(words_between(words, 0, count)) & LEXICON_COUNTRY))
            return count;
    }
    return 0;
}

/* False: too many words. */
static bool cut_words(Text folded, FoldedWords *words)
{
    size_t at = 0;
    Text word;

    *words = (FoldedWords){.whole = folded};
    while (text_next_part(folded, ' ', &at, &word)) {
        size_t start = (size_t)(word.bytes - folded.bytes);

        if (words->count == WORDS_MOST)
            return false;
        words->words[words->count++] = (Range){start, start + word.size};
    }
    words->home = country_words(words);
    return true;
}

/* ---- Which names may be parts ---- */

/* May a name stand for a longer one of the same kind? One word that is ordinary only behind "the". */
static bool may_be_part(const Name *part, const Name *whole)
{
    return part->type == whole->type && !(part->lexicon & (LEXICON_PLACE | LEXICON_NATIONALITY)) &&
           (part->word_count > 1 || !(part->lexicon & ORDINARY) || part->with_the);
}

/* One word that nobody else is known by: not "NASA" of the "NASA Research Center", nor "Senate" of the "Senate Oversight Committee". */
static bool may_be_opening(const Name *part, const Name *whole)
{
    return may_be_part(part, whole) && !part->in_capitals &&
           !(part->lexicon & (LEXICON_ORGANIZATION | ORDINARY | HEADS));
}

typedef bool MayBe(const Name *part, const Name *whole);

static void note_part(Merging *merging, uint32_t whole, Text folded, MayBe *may_be)
{
    const Name *names = merging->table->names.items;
    uint32_t part = name_find(merging->table, folded);

    if (part != NO_NAME && part != whole && may_be(&names[part], &names[whole]))
        merging_note(merging, part, whole);
}

/* ---- Rules ---- */

typedef void PartRule(Merging *merging, uint32_t name, const FoldedWords *words);

static void note_each(Merging *merging, PartRule *rule)
{
    for (uint32_t i = 0; i < merging->table->names.count; i++) {
        const Name *name = &merging->table->names.items[i];
        FoldedWords words;

        if (name->word_count < 2 || name->type != ENTITY_ORGANIZATION ||
            !cut_words(name_folded(merging->table, name), &words))
            continue;
        /* The Liberal Party is not the "Social Liberal Party": there is a party for each of their words. */
        if (!text_list_has(words.whole, TEXT("party")))
            rule(merging, i, &words);
    }
}

/* Langley said ...   with "Langley Research Center" in the text, and no other "Langley …"; the Army Corps of the "Army Corps of Engineers" */
static void note_openings(Merging *merging, uint32_t name, const FoldedWords *words)
{
    note_part(merging, name, word_at(words, words->home), may_be_opening);
    for (size_t end = words->home + 2; end + 1 < words->count; end++) {
        if (text_equal(word_at(words, end), TEXT("of")))
            note_part(merging, name, words_between(words, words->home, end), may_be_part);
    }
}

void merging_note_openings(Merging *merging)
{
    note_each(merging, note_openings);
}

/* The Air Force said ...   with "United States Air Force" in the text; not the United Nations, of its "General Assembly of the United Nations" */
static void note_ends(Merging *merging, uint32_t name, const FoldedWords *words)
{
    for (size_t first = 1; first < words->count; first++) {
        bool is_whole = first == words->home || first + 1 < words->count;

        if (is_whole && !(lexicon_flags(word_at(words, first - 1)) & LEXICON_STOP))
            note_part(merging, name, words_between(words, first, words->count), may_be_part);
    }
}

void merging_note_ends(Merging *merging)
{
    note_each(merging, note_ends);
}

/* What a department is of, and its kind; "Washington University" is not the "University of Washington". */
static void note_joined(Merging *merging, uint32_t name, Text a, Text b)
{
    FoldedName form = {.size = 0};

    if (lexicon_flags(folded_first_word(a)) & (LEXICON_PLACE | LEXICON_NATIONALITY))
        return;
    folded_name_append(&form, a);
    folded_name_append(&form, TEXT(" "));
    folded_name_append(&form, b);
    if (!form.full)
        note_part(merging, name, folded_name_text(&form), may_be_part);
}

/* The State Department said ...   of the "Department of State"; the Oversight Committee of the "House Oversight and Reform Committee" */
static void note_heads(Merging *merging, uint32_t name, const FoldedWords *words)
{
    size_t last = words->count - 1;

    for (size_t at = words->home; at + 2 < words->count; at++) {
        if (!(lexicon_flags(word_at(words, at)) & HEADS) || !text_list_has(TEXT("of on for"), word_at(words, at + 1)))
            continue;
        for (size_t end = at + 3; end <= words->count; end++)
            note_joined(merging, name, words_between(words, at + 2, end), word_at(words, at));
    }
    if (!(lexicon_flags(word_at(words, last)) & LEXICON_ORGANIZATION_HEAD))
        return;
    for (size_t at = 0; at < last; at++) {
        if (at + 1 < last || (at > 0 && text_equal(word_at(words, at - 1), TEXT("and"))))
            note_joined(merging, name, word_at(words, at), word_at(words, last));
    }
}

void merging_note_heads(Merging *merging)
{
    note_each(merging, note_heads);
}
