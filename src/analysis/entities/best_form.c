/*
 * The fullest form of a name is the best, as long as it is one. What stands beside a person's name is easily taken into it, so of two forms with
 * different last words that one is better whose last word the text also uses alone, then that which it uses more often:
 *
 *     Ines Farrow, Ines Maria Farrow, Farrow        Ines Maria Farrow: the first and the last word are the same
 *     Julian Asher, Julian Asher Timeline, Asher    Julian Asher
 *     Boris Vale, Tory Boris Vale, Vale             Boris Vale: "Boris" is a known first name, "Tory" is none
 *     Bharat Ratna Tom Vale, Tom Vale, Tom Vale     Tom Vale
 *
 * A form in capitals, from a headline, is taken only when there is no other; so is a handle, "@InesFarrow", and a name of birth.
 */
#include "analysis/entities/best_form.h"

#include "analysis/merging/name_merge.h"
#include "analysis/words/quotation_words.h"

enum { CAPITALS_SHORTEST = 9 /* bytes; less is an abbreviation */ };

static bool in_capitals_only(Text form)
{
    return form.size >= CAPITALS_SHORTEST && !text_has_small_letter(form);
}

static bool is_handle(Text form)
{
    return text_starts_with(form, TEXT("@"));
}

static bool is_of_birth(const Alias *form)
{
    return form->merged_by == merge_rule_info(MERGE_BIRTH)->name;
}

static Text first_word(Text name)
{
    size_t end = text_find_byte(name, ' ', 0);

    return text_slice(name, (Range){0, end < name.size ? end : name.size});
}

/* Without "Jr." and the like. */
static Text last_word(Text name)
{
    for (;;) {
        size_t start = name.size;
        Text word;

        while (start > 0 && name.bytes[start - 1] != ' ')
            start--;
        word = text_slice(name, (Range){start, name.size});
        if (start == 0 || !(word_classes(word) & CLASS_SUFFIX))
            return word;
        name.size = start - 1;
    }
}

static bool is_alone(const Entity *entity, Text word)
{
    for (size_t i = 0; i < entity_details(entity)->aliases.count; i++) {
        if (text_equal_ignoring_case(entity_details(entity)->aliases.items[i].name, word))
            return true;
    }
    return false;
}

/* May the word stand before a name as a part of it: a known first name, or an initial? */
static bool begins_name(Text word)
{
    return (word_classes(word) & CLASS_GIVEN) || (word.size == 2 && word.bytes[1] == '.');
}

/* "Bharat Ratna Pranab Mukherjee", once, where the text says "Pranab Mukherjee" again and again: an honour before four words or more. */
static bool has_more_before(const Alias *longer, const Alias *shorter)
{
    enum { WORDS_LEAST = 4 };

    return text_ends_with(longer->name, shorter->name) &&
           longer->name.bytes[longer->name.size - shorter->name.size - 1] == ' ' &&
           text_count_words(longer->name) >= WORDS_LEAST && begins_name(first_word(shorter->name)) &&
           shorter->mention_count >= 2 * longer->mention_count;
}

/* Of two names of a person with two words or more, is the first better? */
static bool is_better_person(const Entity *entity, const Alias *a, const Alias *b)
{
    Text last_a = last_word(a->name), last_b = last_word(b->name);
    const Alias *longer = a->name.size > b->name.size ? a : b, *shorter = longer == a ? b : a;

    if (!text_equal_ignoring_case(last_a, last_b)) {
        bool alone_a = is_alone(entity, last_a), alone_b = is_alone(entity, last_b);

        if (alone_a != alone_b)
            return alone_a;
    }
    if (longer->name.size > shorter->name.size && has_more_before(longer, shorter))
        return shorter == a;
    if (text_equal_ignoring_case(
            last_a, last_b)) /* "Tory Boris Vale": the shorter one begins with a first name, the longer does not */
        return begins_name(first_word(longer->name)) || !begins_name(first_word(shorter->name)) ? longer == a
                                                                                                : shorter == a;
    return a->mention_count != b->mention_count ? a->mention_count > b->mention_count : longer == a;
}

static bool has_blank(Text name)
{
    return text_find_byte(name, ' ', 0) != TEXT_NOT_FOUND;
}

static bool is_better(const Entity *entity, const Alias *a, const Alias *b)
{
    bool capitals_a = in_capitals_only(a->name), capitals_b = in_capitals_only(b->name);

    if (is_handle(a->name) != is_handle(b->name))
        return is_handle(b->name);
    if (is_of_birth(a) != is_of_birth(b))
        return is_of_birth(b);
    if (capitals_a != capitals_b)
        return capitals_b;
    if (entity->type != ENTITY_PERSON || !has_blank(a->name) || !has_blank(b->name))
        return a->name.size > b->name.size;
    return is_better_person(entity, a, b);
}

size_t best_form(const Entity *entity)
{
    size_t best = 0;

    for (size_t i = 1; i < entity_details(entity)->aliases.count; i++) {
        if (is_better(entity, &entity_details(entity)->aliases.items[i], &entity_details(entity)->aliases.items[best]))
            best = i;
    }
    return best;
}
