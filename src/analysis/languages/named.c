/*
 * Words in capitals one after another are a name, with small particles between them. Titles and, where nouns are capitals, nouns for what
 * people do are cut off its front, and so is an article or the like that has its capital from the start of the sentence. Nouns beside it
 * ("la directora del museo, Beatriz Solano", "Anna Rosselli, pescivendola") are kept, so that "la directora" may be found again.
 */
#include "analysis/languages/named.h"

#include "base/lower_bound.h"

enum {
    ROLE_REACH = 6,  /* items back from a name */
    ROLE_BEHIND = 3, /* and behind it */
    MOST_ROLES = 400,
    STEM_LETTERS = 4,
    WOMAN_ENDING_LEAST = 8 /* bytes of a noun in -in */
};

void names_init(Names *names, Arena *arena, Text text, const Language *language)
{
    *names = (Names){.arena = arena, .text = text, .language = language};
    names->full.arena = names->last.arena = names->first.arena = names->stems.arena = arena;
}

typedef struct Run {
    size_t first, end, words; /* items; words without particles */
    bool titled, woman, man;
} Run;

static const Item *item_at(const Paragraph *paragraph, size_t i)
{
    return &paragraph->items.items[i];
}

static bool is_capital(const Paragraph *paragraph, size_t i)
{
    return i < paragraph->items.count && item_at(paragraph, i)->kind == ITEM_WORD && item_at(paragraph, i)->capital;
}

/* Behind the particles at `i`, at most three, if a capital follows; or `i`. */
static size_t after_particles(const Paragraph *paragraph, size_t i)
{
    size_t at = i;

    while (at < i + 3 && at < paragraph->items.count && item_at(paragraph, at)->kind == ITEM_WORD &&
           ((item_at(paragraph, at)->classes & IS_PARTICLE) ||
            (at > i && (item_at(paragraph, at)->classes & IS_DETERMINER))))
        at++;
    return is_capital(paragraph, at) ? at : i;
}

static Run run_from(const Paragraph *paragraph, size_t i)
{
    Run run = {.first = i, .end = i};

    while (is_capital(paragraph, run.end) && (run.end == i || !item_at(paragraph, run.end)->begins)) {
        size_t next;

        run.words++;
        next = after_particles(paragraph, ++run.end);
        if (run.words > 1 && next > run.end + 1)
            break; /* "Simone Vintz von der Stiftung" */
        run.end = next;
    }
    return run;
}

/* A noun for what somebody does: "Bürgermeisterin", "Polizeisprecher". */
static bool is_role(const Paragraph *paragraph, size_t i, bool *woman)
{
    Text word = paragraph_item(paragraph, i), ending;

    *woman = word.size >= WOMAN_ENDING_LEAST && text_ends_with(word, TEXT("in"));
    if (!(paragraph->language->facts & NOUNS_ARE_CAPITALS))
        return false;
    for (size_t at = 0; text_next_part(paragraph->language->roles, ' ', &at, &ending);) {
        if (ending.size && word.size >= ending.size &&
            text_equal_ignoring_case(text_slice(word, (Range){word.size - ending.size, word.size}), ending))
            return true;
    }
    return *woman;
}

/* "Ihr Kollege Tom Riedel", where nouns are capitals: what follows an article is a noun, if two words are left for the name; not so
 * "der Vereinigten Arabischen Emirate". */
static void cut_noun(const Paragraph *paragraph, Run *run)
{
    if (run->words > 2 && run->first > 0 && (paragraph->language->facts & NOUNS_ARE_CAPITALS) &&
        (item_at(paragraph, run->first - 1)->classes & IS_DETERMINER) &&
        !text_ends_with(paragraph_item(paragraph, run->first), TEXT("en"))) {
        run->titled = true;
        run->words = after_particles(paragraph, run->first + 1) > run->first + 1 ? 0 : run->words - 1;
        run->first++;
    }
}

static void cut_front(const Paragraph *paragraph, Run *run)
{
    bool starts = item_at(paragraph, run->first)->begins ||
                  (run->first > 0 && item_at(paragraph, run->first - 1)->kind == ITEM_SIGN);

    while (run->words > 0) {
        const Item *item = item_at(paragraph, run->first);
        bool woman = false, title = (item->classes & IS_TITLE) != 0;

        if (title || (run->words > 1 && is_role(paragraph, run->first, &woman))) {
            run->titled = true;
            run->woman = run->woman || woman || (item->classes & IS_WOMAN);
            run->man = run->man || (item->classes & IS_MAN);
            if (!title && after_particles(paragraph, run->first + 1) > run->first + 1)
                run->words = 1; /* "Präsident von Bayern": nobody's name */
        } else if (!starts || !(item->classes & ~(uint32_t)(IS_SHORT | IS_PARTICLE))) {
            return;
        }
        run->words--;
        run->first = after_particles(paragraph, run->first + 1);
    }
}

/* ---- what stands beside ---- */

static void note_role(Names *names, uint32_t hash, int32_t person)
{
    if (names->roles.count < MOST_ROLES)
        ARRAY_PUSH(names->arena, names->roles, ((NamedRole){hash, person}));
}

static void note_gender(NamedPerson *person, uint32_t classes)
{
    if (person->gender != GENDER_UNKNOWN)
        return;
    if (classes & IS_WOMAN)
        person->gender = GENDER_FEMALE;
    else if (classes & IS_MAN)
        person->gender = GENDER_MALE;
}

/* Does a description end with this item, so many before a name? */
static bool ends_role(const Item *item, size_t steps)
{
    return item->kind == ITEM_SIGN ? item->sign != ',' || steps > 0
                                   : (item->classes & (IS_SAYS | IS_CONJUNCTION)) ||
                                         ((item->classes & IS_PREPOSITION) && !(item->classes & IS_OF));
}

/* "El último farero, Tomás Rey" */
static void look_back(Names *names, const Paragraph *paragraph, const Run *run, int32_t person)
{
    uint32_t nouns[ROLE_REACH];
    size_t count = 0;
    bool ends = run->first > 0 && (item_at(paragraph, run->first - 1)->classes & IS_OF); /* "el faro de Cabo Gris" */

    for (size_t i = run->first, steps = 0; !ends && i-- > 0 && steps < ROLE_REACH; steps++) {
        const Item *item = item_at(paragraph, i);

        if (ends_role(item, steps))
            break;
        if (item->classes & IS_OF)
            count = 0; /* of "la directora del museo" the first */
        else if (item->kind == ITEM_WORD && !(item->classes & (IS_DETERMINER | IS_PARTICLE)) &&
                 (!item->capital || (paragraph->language->facts & NOUNS_ARE_CAPITALS)))
            nouns[count++] = item->hash;
        if ((item->classes & IS_DETERMINER) && !(item->classes & IS_OF)) {
            note_gender(&names->people.items[person], item->classes);
            names->people.items[person].likely = ends = true;
        }
        ends = ends || item->begins;
    }
    while (count > 0)
        note_role(names, nouns[--count], person);
}

/* "Anna Rosselli, pescivendola" */
static void look_behind(Names *names, const Paragraph *paragraph, const Run *run, int32_t person)
{
    size_t i = run->end;

    if (i >= paragraph->items.count || item_at(paragraph, i)->sign != ',')
        return;
    for (size_t steps = 0; ++i < paragraph->items.count && steps < ROLE_BEHIND; steps++) {
        const Item *item = item_at(paragraph, i);

        if (item->kind != ITEM_WORD || (item->classes & (IS_SAYS | IS_CONJUNCTION | IS_PREPOSITION | IS_PRONOUN)))
            return;
        note_gender(&names->people.items[person], item->classes & IS_DETERMINER ? item->classes : 0);
        if (!(item->classes & IS_DETERMINER))
            note_role(names, item->hash, person);
    }
}

/* ---- people ---- */

static uint32_t run_hash(const Paragraph *paragraph, const Run *run)
{
    uint32_t hash = HASH_START;

    for (size_t i = run->first; i < run->end; i++)
        hash = hash_pair(hash, item_at(paragraph, i)->hash);
    return hash;
}

static void enter_once(WordBits *table, uint32_t hash, int32_t person)
{
    uint32_t *place = word_bits_enter(table, hash);

    if (!*place)
        *place = (uint32_t)person + 1;
}

static int32_t found_in(const WordBits *table, uint32_t hash)
{
    return (int32_t)word_bits_find(table, hash) - 1;
}

static uint32_t stem_hash(Text word)
{
    size_t at = 0, size;

    for (int i = 0; i < STEM_LETTERS && at < word.size; i++, at += size)
        (void)utf8_decode(word, at, &size);
    return language_word_hash(text_slice(word, (Range){0, at}));
}

static Range run_range(const Paragraph *paragraph, const Run *run)
{
    return (Range){item_at(paragraph, run->first)->range.start, item_at(paragraph, run->end - 1)->range.end};
}

static int32_t enter_person(Names *names, Range name)
{
    ARRAY_PUSH(names->arena, names->people, ((NamedPerson){.name = range_shorten(name)}));
    return (int32_t)names->people.count - 1;
}

static int32_t person_of_run(Names *names, const Paragraph *paragraph, const Run *run)
{
    uint32_t hash = run_hash(paragraph, run);
    int32_t person = found_in(&names->full, hash);

    if (person != NO_NAMED)
        return person;
    person = enter_person(names, run_range(paragraph, run));
    enter_once(&names->full, hash, person);
    enter_once(&names->last, item_at(paragraph, run->end - 1)->hash, person);
    enter_once(&names->first, item_at(paragraph, run->first)->hash, person);
    enter_once(&names->stems, stem_hash(paragraph_item(paragraph, run->end - 1)), person);
    return person;
}

/* Where nouns are capitals, two in a row are a name beside a sign or a verb that may be a person's: not so "seit zwölf Jahren
 * Fisch". What stands alone later on, without an article, is one too (names_settle). */
static bool stands_as_person(const Paragraph *paragraph, const Run *run, const Item *before)
{
    const Item *behind = run->end < paragraph->items.count ? item_at(paragraph, run->end) : NULL;

    if (!(paragraph->language->facts & NOUNS_ARE_CAPITALS))
        return !before || (behind && behind->sign == ',') || !(before->classes & (IS_PREPOSITION | IS_OF)) ||
               (before->classes & IS_DETERMINER);
    if (run->words == 2 && run->end > run->first + 2)
        return false; /* "Golf von Mexiko" */
    if (behind && (behind->sign == ',' || (behind->classes & (IS_SAYS | IS_FILLER))))
        return true;
    return before &&
           (before->kind == ITEM_SIGN || (before->classes & (IS_SAYS | IS_BESIDE | IS_CONJUNCTION | IS_FILLER)));
}

/* Does its sentence begin with it, or with a description before it? */
static bool leads(const Paragraph *paragraph, const Run *run)
{
    for (size_t i = run->first, steps = 0; steps < ROLE_REACH; i--, steps++) {
        const Item *item = item_at(paragraph, i);

        if (steps > 0 && (item->kind == ITEM_SIGN ? item->sign != ',' || steps > 1
                                                  : (item->classes & (IS_SAYS | IS_CONJUNCTION)) ||
                                                        ((item->classes & IS_PREPOSITION) && !(item->classes & IS_OF))))
            return false;
        if (item->begins || i == 0)
            return true;
    }
    return false;
}

static void note_run(Names *names, const Paragraph *paragraph, const Run *run)
{
    const Item *before =
        run->first > 0 && !item_at(paragraph, run->first)->begins ? item_at(paragraph, run->first - 1) : NULL;
    uint32_t governing = before ? before->classes : 0;
    NamedMention mention = {.range = range_shorten(run_range(paragraph, run)),
                            .hash = item_at(paragraph, run->end - 1)->hash,
                            .person = NO_NAMED,
                            .full = run->words > 1,
                            .titled = run->titled,
                            .governed = !run->titled && (governing & (IS_DETERMINER | IS_OF)) != 0,
                            .placed = (governing & IS_PREPOSITION) && !(governing & IS_DETERMINER),
                            .leads = leads(paragraph, run)};

    if (mention.full && (!mention.governed || !(governing & IS_DETERMINER))) { /* "de Samira Haddad, infirmière" */
        mention.person = person_of_run(names, paragraph, run);
        look_back(names, paragraph, run, mention.person);
        look_behind(names, paragraph, run, mention.person);
        note_gender(&names->people.items[mention.person], run->woman ? IS_WOMAN : run->man ? IS_MAN : 0);
        names->people.items[mention.person].likely |= run->titled || stands_as_person(paragraph, run, before);
    }
    ARRAY_PUSH(names->arena, names->mentions, mention);
}

void names_note(Names *names, const Paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->items.count;) {
        Run run = run_from(paragraph, i);
        size_t next = run.end > i ? run.end : i + 1;

        if (run.words > 0) {
            cut_front(paragraph, &run);
            cut_noun(paragraph, &run);
            if (run.words > 0)
                note_run(names, paragraph, &run);
        }
        i = next;
    }
}

void names_settle(Names *names)
{
    for (size_t i = 0; i < names->mentions.count; i++) {
        NamedMention *mention = &names->mentions.items[i];
        Text text = text_slice(names->text, range_widen(mention->range));

        if (mention->person != NO_NAMED)
            continue;
        mention->person = found_in(&names->last, mention->hash);
        if (mention->person != NO_NAMED && !mention->governed && !mention->placed)
            names->people.items[mention->person].likely = true;
        if (mention->person == NO_NAMED && !mention->full)
            mention->person = found_in(&names->first, mention->hash);
        if (mention->person == NO_NAMED && !mention->full && (unsigned char)text.bytes[0] >= 0x80)
            mention->person = found_in(&names->stems, stem_hash(text));
        if (mention->person == NO_NAMED && mention->titled) {
            mention->person = enter_person(names, range_widen(mention->range));
            names->people.items[mention->person].likely = true;
            enter_once(&names->last, mention->hash, mention->person);
        }
    }
}

/* ---- looking for them ---- */

size_t names_from(const Names *names, size_t offset)
{
    size_t at;

    LOWER_BOUND(at, names->mentions.count, names->mentions.items[at].range.end <= offset);
    return at;
}

const NamedMention *names_in(const Names *names, Range range)
{
    const NamedMention *last = NULL;

    for (size_t i = names_from(names, range.start);
         i < names->mentions.count && names->mentions.items[i].range.end <= range.end; i++) {
        const NamedMention *mention = &names->mentions.items[i];

        if (mention->person != NO_NAMED && !mention->governed)
            last = mention;
    }
    return last;
}

int32_t names_by_role(const Names *names, uint32_t hash)
{
    for (size_t i = names->roles.count; i-- > 0;) {
        if (names->roles.items[i].hash == hash)
            return names->roles.items[i].person;
    }
    return NO_NAMED;
}

bool names_has_role(const Names *names, uint32_t hash, int32_t person)
{
    for (size_t i = 0; i < names->roles.count; i++) {
        if (names->roles.items[i].hash == hash && names->roles.items[i].person == person)
            return true;
    }
    return false;
}
