/*
 * A phrase goes on to a sign, a preposition that is not "of", a conjunction or a verb of saying; behind a name in capitals it ends with the
 * next small word. Nothing is known of most words: a description may take a verb that no list has for a noun, where it stands before its
 * subject; so it is held against the person's name first, and is short.
 */
#include "analysis/languages/teller.h"

enum { SMALL_WORDS = 6, FILLERS = 4 };

static const Item *item_at(const Paragraph *paragraph, size_t i)
{
    return &paragraph->items.items[i];
}

static bool is_word(const Paragraph *paragraph, size_t i, size_t limit)
{
    return i < limit && item_at(paragraph, i)->kind == ITEM_WORD;
}

Range teller_range(const Paragraph *paragraph, const Teller *phrase)
{
    return (Range){item_at(paragraph, phrase->first)->range.start, item_at(paragraph, phrase->end - 1)->range.end};
}

static Gender gender_of(uint32_t classes)
{
    return classes & IS_THEY ? GENDER_UNKNOWN : classes & IS_SHE ? GENDER_FEMALE : GENDER_MALE;
}

/* Does a phrase begin here: a determiner before something, a capital, behind a verb any word? */
static bool begins_phrase(const Paragraph *paragraph, size_t i, size_t limit, TellerPlace place)
{
    const Item *item = item_at(paragraph, i);
    uint32_t no_noun = IS_PREPOSITION | IS_CONJUNCTION | IS_FILLER | IS_SAYS | IS_OF;

    if (item->classes & IS_DETERMINER)
        return is_word(paragraph, i + 1, limit) &&
               !(item_at(paragraph, i + 1)->classes & (IS_DETERMINER | IS_PREPOSITION)) &&
               (!(item_at(paragraph, i + 1)->classes & IS_SAYS) || !(item->classes & IS_FILLER));
    if (item->classes & IS_TITLE)
        return true;
    if (item->classes & (IS_PREPOSITION | IS_CONJUNCTION | IS_OF))
        return false;
    if (item->capital)
        return !item->begins || !(item->classes & (no_noun | IS_FUNCTION));
    return place == TELLER_BEHIND_VERB && !(item->classes & no_noun);
}

/* 'ihr' of "ihr Anwalt" is no object. */
static bool is_article(const Paragraph *paragraph, size_t i, size_t limit)
{
    return (item_at(paragraph, i)->classes & IS_DETERMINER) && begins_phrase(paragraph, i, limit, TELLER_ANYWHERE) &&
           (item_at(paragraph, i + 1)->capital ||
            !(item_at(paragraph, i + 1)->classes & ~(uint32_t)(IS_PEOPLE | IS_WOMAN | IS_MAN)));
}

size_t teller_skip_fillers(const Paragraph *paragraph, size_t i, size_t limit)
{
    size_t end = i + FILLERS < limit ? i + FILLERS : limit;

    while (i < end && is_word(paragraph, i, end) && (item_at(paragraph, i)->classes & IS_FILLER) &&
           !item_at(paragraph, i)->capital && !is_article(paragraph, i, limit))
        i++;
    return i;
}

/* Does the phrase go on with this word, behind another? */
static bool goes_on(const Paragraph *paragraph, size_t i, size_t limit)
{
    const Item *item = item_at(paragraph, i), *before = item - 1;
    bool noun_follows = (before->classes & (IS_DETERMINER | IS_OF)) != 0;

    if ((item->classes & IS_PARTICLE) && before->capital && is_word(paragraph, i + 1, limit) &&
        item_at(paragraph, i + 1)->capital)
        return true; /* "Pieter de Wit" */
    if (item->classes & IS_OF)
        return is_word(paragraph, i + 1, limit) && !(item_at(paragraph, i + 1)->classes & IS_SAYS);
    if (item->classes & IS_DETERMINER)
        return (before->classes & IS_OF) != 0;
    if (item->capital)
        return true;
    return noun_follows || !(item->classes & (IS_PREPOSITION | IS_CONJUNCTION | IS_SAYS | IS_FILLER | IS_PRONOUN));
}

static size_t end_of(const Paragraph *paragraph, const Names *names, size_t i, size_t limit)
{
    size_t end = i + 1, small = 0;

    for (; is_word(paragraph, end, limit) && !item_at(paragraph, end)->begins && goes_on(paragraph, end, limit); end++) {
        const Item *item = item_at(paragraph, end);
        Range so_far = {item_at(paragraph, i)->range.start, item[-1].range.end};

        if (item->capital || (item->classes & IS_PARTICLE))
            continue;
        if (item[-1].capital && names_in(names, so_far))
            break;
        if (item[-1].capital && !(item->classes & (IS_OF | IS_DETERMINER)) && !(item[-1].classes & IS_DETERMINER))
            break; /* behind a noun or a name in capitals */
        if (++small > SMALL_WORDS)
            break;
    }
    while (end > i + 1 && (item_at(paragraph, end - 1)->classes & (IS_OF | IS_DETERMINER | IS_PARTICLE)) &&
           !item_at(paragraph, end - 1)->capital)
        end--;
    return end;
}

/* "Asimismo, indicó": one word with the capital of its sentence, and no verb behind it, is hardly a name. */
static bool is_bare_start(const Paragraph *paragraph, const Teller *phrase, size_t limit)
{
    const Item *item = item_at(paragraph, phrase->first);

    return item->begins && phrase->end == phrase->first + 1 && !(item->classes & IS_DETERMINER) &&
           !(is_word(paragraph, phrase->end, limit) &&
             (item_at(paragraph, phrase->end)->classes & (IS_SAYS | IS_FILLER)));
}

Teller teller_at(const Paragraph *paragraph, const Names *names, size_t i, size_t limit, TellerPlace place)
{
    Teller phrase = {TELLER_NONE, i, i, NO_NAMED, GENDER_UNKNOWN};
    const NamedMention *mention;

    if (!is_word(paragraph, i, limit))
        return phrase;
    if ((item_at(paragraph, i)->classes & IS_PRONOUN) && !(item_at(paragraph, i)->classes & IS_DETERMINER)) {
        phrase = (Teller){TELLER_PRONOUN, i, i + 1, NO_NAMED, gender_of(item_at(paragraph, i)->classes)};
        return phrase;
    }
    if (!begins_phrase(paragraph, i, limit, place))
        return phrase;
    phrase.end = end_of(paragraph, names, i, limit);
    mention = names_in(names, teller_range(paragraph, &phrase));
    phrase.person = mention ? mention->person : NO_NAMED;
    if (phrase.person == NO_NAMED) { /* "la Rosselli" */
        size_t at = names_from(names, item_at(paragraph, i)->range.start);

        if (phrase.end == i + 2 && (item_at(paragraph, i)->classes & IS_DETERMINER) && at < names->mentions.count &&
            names->mentions.items[at].range.end == item_at(paragraph, i + 1)->range.end &&
            !names->mentions.items[at].full)
            phrase.person = names->mentions.items[at].person;
    }
    phrase.kind = phrase.person != NO_NAMED ? TELLER_NAME : TELLER_DESCRIPTION;
    if (phrase.kind == TELLER_DESCRIPTION && is_bare_start(paragraph, &phrase, limit))
        phrase = (Teller){TELLER_NONE, i, i, NO_NAMED, GENDER_UNKNOWN};
    if (phrase.kind == TELLER_DESCRIPTION && !item_at(paragraph, i)->capital &&
        !(item_at(paragraph, i)->classes & IS_DETERMINER) && !(paragraph->language->facts & HAS_NO_ARTICLES))
        phrase = (Teller){TELLER_NONE, i, i, NO_NAMED, GENDER_UNKNOWN}; /* "dice mostrando una scatola" */
    return phrase;
}

Teller teller_with_apposition(const Paragraph *paragraph, const Names *names, Teller phrase, size_t limit)
{
    Teller other;

    if (phrase.kind != TELLER_DESCRIPTION || phrase.end + 1 >= limit || item_at(paragraph, phrase.end)->sign != ',')
        return phrase;
    other = teller_at(paragraph, names, phrase.end + 1, limit, TELLER_ANYWHERE);
    if (other.kind != TELLER_NAME || !item_at(paragraph, phrase.end + 1)->capital)
        return phrase;
    other.first = phrase.first;
    return other;
}
