/*
 * Each quotation is looked at in its sentence, the surest first:
 *
 *     „Ja“, sagte gestern Anna Vogel.      what follows it begins with a verb of saying, or with its subject and one
 *     Anna Vogel sagte: „Ja.“              a verb of saying stands before it
 *     Laut Vogel „ein Fehler“              a phrase for that does
 *     „Ja“, lacht Anna Vogel.              behind a comma there is another verb, and a name or a pronoun
 *     „Ja.“                                nothing does: whose the one before in its paragraph is, or the last one named
 *
 * A pronoun, a verb without a subject ("«Sì», ha detto.") and a description that was said of somebody ("la ministra") mean the last who spoke
 * or was named and can be meant.
 */
#include "analysis/languages/reported.h"

#include "base/lower_bound.h"

enum {
    SCARE_WORDS = 4,
    BACK_MENTIONS = 16,
    BACK_REPORTS = 64,
    ACCORDING_REACH = 60 /* items */
};

const ReportRuleInfo *report_rule_info(ReportRule rule)
{
    static const ReportRuleInfo rules[] = {
#define REPORT(ID, name, confidence, inferred, example) {name, confidence, inferred},
        REPORT_RULES(REPORT)
#undef REPORT
    };

    return &rules[rule];
}

typedef struct Reporting {
    const Paragraph *paragraph;
    const Names *names;
    ReportedList *reports; /* of the paragraph, so far */
    size_t before;         /* reports of other paragraphs */
    size_t first, end;     /* the sentence */
    size_t last_cue;       /* item of the cue of the last report; SIZE_MAX: none */
} Reporting;

static const Item *item_at(const Reporting *reporting, size_t i)
{
    return &reporting->paragraph->items.items[i];
}

static bool has_class(const Reporting *reporting, size_t i, uint32_t classes)
{
    return i < reporting->end && item_at(reporting, i)->kind == ITEM_WORD && (item_at(reporting, i)->classes & classes);
}

static bool is_sign(const Reporting *reporting, size_t i, uint32_t sign)
{
    return i < reporting->end && item_at(reporting, i)->kind == ITEM_SIGN && item_at(reporting, i)->sign == sign;
}

/* ---- who is meant ---- */

static bool may_be(const Names *names, int32_t person, Gender gender)
{
    Gender known = names->people.items[person].gender;

    return gender == GENDER_UNKNOWN || known == GENDER_UNKNOWN || known == gender;
}

static bool is_spoken(const Paragraph *paragraph, ShortRange range)
{
    size_t at;

    LOWER_BOUND(at, paragraph->spans.count, paragraph->spans.items[at].range.end <= range.start);
    return at < paragraph->spans.count && paragraph->spans.items[at].range.start < range.end;
}

/* The last person that was named before `offset`, outside of what is spoken here, and can be meant; in the paragraph rather who a sentence is
 * about. */
static int32_t named_before(const Reporting *reporting, size_t offset, Gender gender)
{
    const Names *names = reporting->names;
    size_t from = names_from(names, offset), steps = 0;
    int32_t nearest = NO_NAMED;

    for (size_t i = from; i-- > 0 && steps < BACK_MENTIONS; steps++) {
        const NamedMention *mention = &names->mentions.items[i];
        bool here = mention->range.start >= reporting->paragraph->range.start;

        if (nearest != NO_NAMED && !here)
            return nearest;
        if (mention->person == NO_NAMED || !names->people.items[mention->person].likely ||
            (mention->governed && !mention->full) || !may_be(names, mention->person, gender) ||
            is_spoken(reporting->paragraph, mention->range))
            continue;
        if (mention->leads && here)
            return mention->person;
        nearest = nearest == NO_NAMED ? mention->person : nearest;
    }
    return nearest;
}

/* Who spoke last in this paragraph, if that can be meant. */
static const Reported *spoke_last(const Reporting *reporting)
{
    for (size_t i = reporting->reports->count;
         i-- > reporting->before && reporting->reports->count - i <= BACK_REPORTS;) {
        const Reported *report = &reporting->reports->items[i];

        if (report->speech && report->rule != REPORT_NONE)
            return report;
    }
    return NULL;
}

/* Is somebody the subject of a sentence between who spoke last and here? */
static bool is_led_by_another(const Reporting *reporting, const Reported *last, size_t offset, Gender gender)
{
    const Names *names = reporting->names;
    bool open = gender != GENDER_UNKNOWN && names->people.items[last->person].gender == GENDER_UNKNOWN;

    for (size_t i = names_from(names, last->words.end > last->at ? last->words.end : last->at);
         i < names->mentions.count && names->mentions.items[i].range.end <= offset; i++) {
        const NamedMention *mention = &names->mentions.items[i];

        if (mention->person != NO_NAMED && names->people.items[mention->person].likely &&
            (mention->leads || (open && names->people.items[mention->person].gender == gender)) &&
            !is_spoken(reporting->paragraph, mention->range))
            return true;
    }
    return false;
}

/* Is anybody? */
static bool is_named_between(const Names *names, size_t start, size_t end)
{
    for (size_t i = names_from(names, start); i < names->mentions.count && names->mentions.items[i].range.end <= end;
         i++) {
        if (names->mentions.items[i].person != NO_NAMED && names->people.items[names->mentions.items[i].person].likely)
            return true;
    }
    return false;
}

/* "El alcalde está encantado. «…», presume.": the description that the paragraph begins with, where no name stands before `offset`. */
static bool begins_with_description(const Reporting *reporting, size_t offset, Reported *report)
{
    Teller first =
        teller_at(reporting->paragraph, reporting->names, 0, reporting->paragraph->items.count, TELLER_ANYWHERE);

    if (first.kind != TELLER_DESCRIPTION || !(item_at(reporting, 0)->classes & IS_DETERMINER) ||
        item_at(reporting, first.end - 1)->range.end > offset ||
        is_named_between(reporting->names, reporting->paragraph->range.start, offset))
        return false;
    first.end = first.first + 2 < first.end ? first.first + 2 : first.end; /* what follows its noun may be a verb */
    report->words = range_shorten(teller_range(reporting->paragraph, &first));
    return true;
}

static void resolve_pronoun(const Reporting *reporting, Reported *report, size_t offset, Gender gender)
{
    const Reported *last = spoke_last(reporting);

    report->resolved = true;
    if (last && last->person == NO_NAMED && gender == GENDER_UNKNOWN) {
        report->words = last->words;
    } else if (last && last->person != NO_NAMED && may_be(reporting->names, last->person, gender) &&
               !is_led_by_another(reporting, last, offset, gender)) {
        report->person = last->person;
    } else if (last || !begins_with_description(reporting, offset, report)) {
        report->person = named_before(reporting, offset, gender);
    }
}

/* "el joven", "der 33-Jährige": any person, and one that is known. */
static bool is_somebody(const Reporting *reporting, const Teller *phrase)
{
    const Item *last = item_at(reporting, phrase->end - 1);

    return phrase->end == phrase->first + 2 && (item_at(reporting, phrase->first)->classes & (IS_MAN | IS_WOMAN)) &&
           ((last->classes & IS_PEOPLE) || ascii_is_digit(reporting->paragraph->text.bytes[last->range.start]));
}

/* "la directrice de l’école": of whom all words of a description before "of" were said. */
static int32_t person_described(const Reporting *reporting, const Teller *phrase)
{
    int32_t person = NO_NAMED;

    for (size_t i = phrase->first; i < phrase->end && !(item_at(reporting, i)->classes & IS_OF); i++) {
        uint32_t hash = item_at(reporting, i)->hash;

        if (item_at(reporting, i)->classes & IS_DETERMINER)
            continue;
        if (person == NO_NAMED)
            person = names_by_role(reporting->names, hash);
        if (person == NO_NAMED || !names_has_role(reporting->names, hash, person))
            return NO_NAMED;
    }
    return person;
}

static Gender gender_of_article(const Item *item)
{
    return item->classes & IS_WOMAN ? GENDER_FEMALE : item->classes & IS_MAN ? GENDER_MALE : GENDER_UNKNOWN;
}

static Reported report_of(const Reporting *reporting, ReportRule rule, const Teller *phrase, size_t cue)
{
    Reported report = {.rule = rule, .speech = true, .person = phrase->person};

    if (cue != SIZE_MAX)
        report.cue = item_at(reporting, cue)->range;
    if (phrase->kind != TELLER_NONE)
        report.words = range_shorten(teller_range(reporting->paragraph, phrase));
    if (phrase->kind == TELLER_DESCRIPTION) {
        report.person = person_described(reporting, phrase);
        if (report.person == NO_NAMED && is_somebody(reporting, phrase))
            resolve_pronoun(reporting, &report, report.words.start,
                            gender_of_article(item_at(reporting, phrase->first)));
        report.resolved = report.person != NO_NAMED;
    } else if (phrase->kind != TELLER_NAME) {
        size_t at = phrase->kind == TELLER_PRONOUN ? report.words.start : report.cue.start;

        resolve_pronoun(reporting, &report, at, phrase->gender);
    }
    return report;
}

/* ---- behind it ---- */

/* Behind the comma or the dash that follows a quotation. */
static size_t behind_signs(const Reporting *reporting, size_t i, bool *parted)
{
    while (i < reporting->end && item_at(reporting, i)->kind == ITEM_SIGN &&
           (item_at(reporting, i)->sign == ',' || spoken_is_dash(item_at(reporting, i)->sign))) {
        *parted = true;
        i++;
    }
    return i;
}

/* As short as a title. */
static bool is_short(const Reporting *reporting, size_t i)
{
    const Spoken *span = &reporting->paragraph->spans.items[item_at(reporting, i)->span];

    return text_count_words(text_slice(reporting->paragraph->text, spoken_inner(span))) <= SCARE_WORDS;
}

static Teller phrase_behind(const Reporting *reporting, size_t i)
{
    size_t at = teller_skip_fillers(reporting->paragraph, i, reporting->end);
    Teller phrase = teller_at(reporting->paragraph, reporting->names, at, reporting->end, TELLER_BEHIND_VERB);

    if (phrase.kind == TELLER_NONE && at > i) /* "la" may be an article or an object */
        phrase = teller_at(reporting->paragraph, reporting->names, i, reporting->end, TELLER_BEHIND_VERB);
    return teller_with_apposition(reporting->paragraph, reporting->names, phrase, reporting->end);
}

/* A small word of no class: it may be any verb. */
static bool is_plain(const Reporting *reporting, size_t i)
{
    return i < reporting->end && item_at(reporting, i)->kind == ITEM_WORD && !item_at(reporting, i)->capital &&
           !(item_at(reporting, i)->classes & (IS_PREPOSITION | IS_CONJUNCTION | IS_DETERMINER | IS_PRONOUN));
}

/* "„…“, ist sie überzeugt", "„…“, lacht Anna Vogel" */
static bool speaks_beside(const Reporting *reporting, size_t i, bool is_short, Reported *report)
{
    size_t at = teller_skip_fillers(reporting->paragraph, i, reporting->end);
    bool has_verb = is_plain(reporting, at);
    Teller phrase;

    if (!has_verb && at == i)
        return false;
    at = has_verb ? teller_skip_fillers(reporting->paragraph, at + 1, reporting->end) : at;
    phrase = teller_with_apposition(
        reporting->paragraph, reporting->names,
        teller_at(reporting->paragraph, reporting->names, at, reporting->end, TELLER_ANYWHERE), reporting->end);
    if (phrase.kind == TELLER_NONE && has_verb && at == i + 1 && is_sign(reporting, at, '.') &&
        (reporting->paragraph->language->facts & SUBJECTS_ARE_DROPPED)) {
        *report = report_of(reporting, REPORT_BESIDE, &phrase, i); /* "«Sì», confessa." */
        return true;
    }
    if (phrase.kind == TELLER_NONE || (phrase.kind == TELLER_DESCRIPTION && (is_short || !has_verb)))
        return false;
    *report = report_of(reporting, REPORT_BESIDE, &phrase, SIZE_MAX);
    return true;
}

/* The subject of a verb of saying, before it: the phrase next to it, or the first one of the clause. */
static Teller subject_before(const Reporting *reporting, size_t from, size_t verb, bool *next_to_it)
{
    const Paragraph *paragraph = reporting->paragraph;
    Teller first = {.kind = TELLER_NONE, .person = NO_NAMED}, phrase;

    for (size_t i = from; i < verb; i = phrase.kind == TELLER_NONE ? i + 1 : phrase.end) {
        size_t behind;
        bool governed = i > from && has_class(reporting, i - 1, IS_PREPOSITION | IS_OF);

        phrase = teller_at(paragraph, reporting->names, i, verb, TELLER_ANYWHERE);
        if (phrase.kind == TELLER_NONE || governed)
            continue;
        phrase = teller_with_apposition(paragraph, reporting->names, phrase, verb);
        behind = phrase.end;
        while (behind < verb && is_sign(reporting, behind, ','))
            behind++;
        if (first.kind == TELLER_NONE)
            first = phrase;
        if (behind > phrase.end && phrase.first > first.first && !is_sign(reporting, phrase.first - 1, ','))
            continue; /* "ha confermato la scoperta, definendola «…»" */
        if (teller_skip_fillers(paragraph, behind, verb) >= verb &&
            !(first.kind == TELLER_NAME && phrase.kind != TELLER_NAME &&
              is_sign(reporting, phrase.first - (phrase.first > 0), ','))) {
            *next_to_it = true;
            return phrase;
        }
    }
    return first;
}

/* Where words begin that belong to this quotation and to none before it. */
static size_t clause_from(const Reporting *reporting, size_t quotation)
{
    size_t from = quotation;

    while (from > reporting->first && item_at(reporting, from - 1)->kind != ITEM_SPEECH)
        from--;
    return from;
}

/* What follows the quotation `i`. */
static bool says_behind(Reporting *reporting, size_t i, Reported *report)
{
    bool parted = false, next_to_it;
    size_t at = behind_signs(reporting, i + 1, &parted),
           verb = teller_skip_fillers(reporting->paragraph, at, reporting->end);
    Teller subject;

    if (has_class(reporting, verb, IS_SAYS | IS_BESIDE)) {
        subject = phrase_behind(reporting, verb + 1);
        if (subject.kind == TELLER_NONE && !parted) /* "Der Rat hatte das „seit Jahren“ gefordert." */
            subject = subject_before(reporting, clause_from(reporting, i), i, &next_to_it);
        reporting->last_cue = verb;
        *report = report_of(reporting, REPORT_SAYS_BEHIND, &subject, verb);
        return true;
    }
    if (!parted &&
        !(at < reporting->end && item_at(reporting, at)->kind == ITEM_WORD && !item_at(reporting, at)->capital))
        return false;
    subject = teller_at(reporting->paragraph, reporting->names, verb, reporting->end, TELLER_ANYWHERE);
    if (subject.kind == TELLER_NONE)
        subject = teller_at(reporting->paragraph, reporting->names, at, reporting->end, TELLER_ANYWHERE);
    if (subject.kind != TELLER_NONE) {
        subject = teller_with_apposition(reporting->paragraph, reporting->names, subject, reporting->end);
        verb = subject.end;
        while (verb < subject.end + 2 && is_sign(reporting, verb, ','))
            verb++;
        verb = teller_skip_fillers(reporting->paragraph, verb, reporting->end);
        if (has_class(reporting, verb, IS_SAYS)) {
            reporting->last_cue = verb;
            *report = report_of(reporting, REPORT_SAYS_BEHIND, &subject, verb);
            return true;
        }
    }
    return parted && speaks_beside(reporting, at, i > reporting->first && is_short(reporting, i), report);
}

/* ---- before it ---- */

/* Behind it, where a colon or the quotation follows: "schrieb der frühere Intendant Otto Kranz: „…“" */
static Teller subject_inverted(const Reporting *reporting, size_t verb, size_t quotation)
{
    Teller phrase = phrase_behind(reporting, verb + 1);

    if (phrase.kind == TELLER_NONE || phrase.end > quotation || phrase.kind == TELLER_DESCRIPTION) {
        if (phrase.kind != TELLER_DESCRIPTION || phrase.end > quotation || !is_sign(reporting, phrase.end, ':'))
            return (Teller){.kind = TELLER_NONE, .person = NO_NAMED};
    }
    return phrase;
}

static size_t verb_before(const Reporting *reporting, size_t from, size_t quotation)
{
    for (size_t i = quotation; i-- > from;) {
        if (has_class(reporting, i, IS_SAYS) &&
            !(i > from && has_class(reporting, i - 1, IS_DETERMINER) && !has_class(reporting, i - 1, IS_FILLER)))
            return i;
    }
    return SIZE_MAX;
}

static bool says_before(Reporting *reporting, size_t i, Reported *report)
{
    size_t from = clause_from(reporting, i), verb = verb_before(reporting, from, i);
    Teller subject, inverted;
    bool next_to_it = false;

    if (verb == SIZE_MAX)
        return false;
    if (from > reporting->first && verb == reporting->last_cue && reporting->reports->count > reporting->before) {
        *report = reporting->reports->items[reporting->reports->count - 1];
        report->rule = REPORT_SENTENCE;
        return true;
    }
    subject = subject_before(reporting, from, verb, &next_to_it);
    inverted = subject_inverted(reporting, verb, i);
    if (subject.kind == TELLER_NONE ||
        (verb > from && is_sign(reporting, verb - 1, ',') &&
         inverted.kind != TELLER_NONE) || /* "Die Bürger, meint er, „…“" */
        (subject.kind == TELLER_DESCRIPTION && !next_to_it && inverted.kind != TELLER_NONE))
        subject = inverted;
    reporting->last_cue = verb;
    *report = report_of(reporting, REPORT_SAYS_BEFORE, &subject, verb);
    return true;
}

/* ---- according to ---- */

/* The item behind such a phrase at `i`; `i`: there is none. */
static size_t behind_according(const Reporting *reporting, size_t i)
{
    Text phrase;

    for (size_t at = 0; text_next_part(reporting->paragraph->language->according, '|', &at, &phrase);) {
        size_t item = i, words = 0;
        Text word;
        bool first_only = text_starts_with(phrase, TEXT("^")), same = phrase.size > 0;

        phrase = text_slice(phrase, (Range){first_only, phrase.size});
        if (first_only && !item_at(reporting, i)->begins)
            continue;

        for (size_t place = 0; same && text_next_part(phrase, ' ', &place, &word); item++, words++)
            same = item < reporting->end && item_at(reporting, item)->kind == ITEM_WORD &&
                   item_at(reporting, item)->hash == language_word_hash(word);
        if (same &&
            (words > 1 || item_at(reporting, i)->begins || (i > 0 && item_at(reporting, i - 1)->kind == ITEM_SIGN)))
            return item;
    }
    return i;
}

static bool is_behind_word(const Reporting *reporting, size_t i)
{
    return item_at(reporting, i)->kind == ITEM_WORD &&
           text_list_has(reporting->paragraph->language->behind, paragraph_item(reporting->paragraph, i));
}

/* A pronoun in [first, end); or `end`. */
static size_t pronoun_in(const Reporting *reporting, size_t first, size_t end)
{
    while (first < end && !has_class(reporting, first, IS_HE | IS_SHE))
        first++;
    return first;
}

static bool is_according(const Reporting *reporting, size_t i, Reported *report)
{
    for (size_t at = clause_from(reporting, i); at < reporting->end && at < i + ACCORDING_REACH; at++) {
        size_t behind = item_at(reporting, at)->kind == ITEM_WORD ? behind_according(reporting, at) : at;
        Teller phrase = {.kind = TELLER_NONE, .person = NO_NAMED};

        if (behind > at && has_class(reporting, behind - 1, IS_FUNCTION) && pronoun_in(reporting, at, behind) < behind) {
            size_t pronoun = pronoun_in(reporting, at, behind); /* "по её словам" */

            phrase = (Teller){TELLER_PRONOUN, pronoun, pronoun + 1, NO_NAMED,
                              has_class(reporting, pronoun, IS_SHE) ? GENDER_FEMALE : GENDER_MALE};
        } else if (behind > at) {
            if (has_class(reporting, behind, IS_OF))
                behind++;
            phrase = teller_at(reporting->paragraph, reporting->names, behind, reporting->end, TELLER_BEHIND_VERB);
            phrase = teller_with_apposition(reporting->paragraph, reporting->names, phrase, reporting->end);
        } else if (at > reporting->first && is_behind_word(reporting, at)) {
            phrase = teller_at(reporting->paragraph, reporting->names, reporting->first, at, TELLER_ANYWHERE);
        }
        if (phrase.kind != TELLER_NONE) {
            *report = report_of(reporting, REPORT_ACCORDING, &phrase, at);
            return true;
        }
    }
    return false;
}

/* ---- inside it ---- */

/* "« Oui, répond Marie Castel. Demain. »": words of saying behind a comma, with a name or a pronoun. */
static bool says_inside(const Reporting *reporting, const Spoken *span, Reported *report)
{
    Arena scratch = {0};
    Paragraph inner = *reporting->paragraph;
    Reporting inside = *reporting;
    bool found = false;

    if (!(inner.language->facts & CUES_STAND_INSIDE) || span->after_dash)
        return false;
    inner.arena = &scratch;
    inner.range = spoken_inner(span);
    inner.spans = (SpokenList){0};
    inner.items.items = NULL;
    inner.items.count = inner.items.capacity = 0;
    paragraph_read(&inner);
    inside.paragraph = &inner;
    inside.first = 0;
    inside.end = inner.items.count;
    for (size_t i = 1; i + 1 < inner.items.count && !found; i++) {
        size_t verb = teller_skip_fillers(&inner, i, inner.items.count);
        Teller subject;

        if (inner.items.items[i - 1].sign != ',')
            continue;
        if (!has_class(&inside, verb, IS_SAYS)) {
            subject = teller_at(&inner, inside.names, verb, inside.end, TELLER_ANYWHERE);
            found = subject.kind == TELLER_PRONOUN && verb > i && has_class(&inside, subject.end, IS_SAYS);
            verb = subject.end;
        } else {
            subject = phrase_behind(&inside, verb + 1);
            found = subject.kind == TELLER_NAME || (subject.kind == TELLER_PRONOUN && subject.first == verb + 1) ||
                    (subject.kind == TELLER_DESCRIPTION && has_class(&inside, subject.first, IS_DETERMINER) &&
                     subject.end < inside.end && inner.items.items[subject.end].kind == ITEM_SIGN);
        }
        if (found)
            *report = report_of(&inside, REPORT_SAYS_INSIDE, &subject, verb);
    }
    arena_release(&scratch);
    return found;
}

/* ---- without a verb ---- */

static bool is_alone(const Reporting *reporting, size_t quotation)
{
    for (size_t i = reporting->first; i < reporting->end; i++) {
        if (i != quotation && item_at(reporting, i)->kind != ITEM_SIGN)
            return false;
    }
    return true;
}

static Reported as_another(const Reported *other, ReportRule rule)
{
    Reported report = *other;

    report.rule = rule;
    report.cue = (ShortRange){0, 0};
    return report;
}

static Reported stands_alone(const Reporting *reporting, const Spoken *span)
{
    const Reported *last = spoke_last(reporting);
    Reported report = {.rule = REPORT_NONE, .speech = true, .person = NO_NAMED};

    if (last)
        return as_another(last, REPORT_PARAGRAPH);
    if (span->after_dash)
        return report;
    report.person = named_before(reporting, span->range.start, GENDER_UNKNOWN);
    if (report.person != NO_NAMED) {
        report.rule = REPORT_NAMED_BEFORE;
        report.resolved = true;
    }
    return report;
}

/* "Enceinte de huit mois, Julie Ferrand s’inquiète : «…»": the last name before the colon that nothing governs. */
static bool named_in_sentence(const Reporting *reporting, size_t quotation, Teller *subject)
{
    bool found = false;

    for (size_t i = reporting->first; i + 1 < quotation;) {
        bool governed = i > reporting->first && has_class(reporting, i - 1, IS_PREPOSITION | IS_OF);
        Teller teller = teller_at(reporting->paragraph, reporting->names, i, quotation, TELLER_ANYWHERE);

        if (teller.kind == TELLER_NAME && !governed) {
            *subject = teller;
            found = true;
        }
        i = teller.kind == TELLER_NONE ? i + 1 : teller.end;
    }
    return found;
}

/* Words in somebody's sentence: those of its subject, if there are enough of them to be said. */
static Reported stands_in_sentence(const Reporting *reporting, size_t i)
{
    Reported report = {.rule = REPORT_NONE, .person = NO_NAMED};
    bool after_colon = i > reporting->first && is_sign(reporting, i - 1, ':');
    Teller subject;

    if (is_short(reporting, i) && !after_colon)
        return report;
    subject = teller_at(reporting->paragraph, reporting->names, reporting->first, reporting->end, TELLER_ANYWHERE);
    if (after_colon && named_in_sentence(reporting, i, &subject))
        return report_of(reporting, REPORT_SUBJECT, &subject, SIZE_MAX);
    if (subject.kind != TELLER_NAME && subject.kind != TELLER_PRONOUN &&
        !(after_colon && subject.kind == TELLER_DESCRIPTION && has_class(reporting, subject.first, IS_DETERMINER))) {
        report.speech = true;
        return after_colon && spoke_last(reporting) ? as_another(spoke_last(reporting), REPORT_PARAGRAPH) : report;
    }
    return report_of(reporting, REPORT_SUBJECT, &subject, SIZE_MAX);
}

static Reported decide(Reporting *reporting, size_t i)
{
    const Spoken *span = &reporting->paragraph->spans.items[item_at(reporting, i)->span];
    Reported report = {.rule = REPORT_NONE, .person = NO_NAMED};

    if (span->title || says_behind(reporting, i, &report) || says_inside(reporting, span, &report) ||
        says_before(reporting, i, &report) || is_according(reporting, i, &report))
        return report;
    if (is_alone(reporting, i))
        return stands_alone(reporting, span);
    if (clause_from(reporting, i) > reporting->first && spoke_last(reporting))
        return as_another(spoke_last(reporting), REPORT_SENTENCE);
    if (span->after_dash) {
        report.speech = true;
        return report;
    }
    return stands_in_sentence(reporting, i);
}

/* Somebody who speaks is mentioned: nearby, where no word beside the quotation does it. */
static ShortRange mention_of(const Names *names, int32_t person, size_t offset)
{
    size_t from = names_from(names, offset);

    for (size_t i = from; i-- > 0 && from - i <= BACK_REPORTS;) {
        if (names->mentions.items[i].person == person)
            return names->mentions.items[i].range;
    }
    return names->people.items[person].name;
}

static Reported report_item(Reporting *reporting, size_t i)
{
    Reported report = decide(reporting, i);

    report.at = item_at(reporting, i)->range.start;
    if (report.person != NO_NAMED && report.words.end == report.words.start)
        report.words = mention_of(reporting->names, report.person, report.at);
    return report;
}

void paragraph_report(const Paragraph *paragraph, const Names *names, ReportedList *reports)
{
    Reporting reporting = {paragraph, names, reports, reports->count, 0, 0, SIZE_MAX};

    for (size_t i = 0; i < paragraph->items.count; i++) {
        if (paragraph->items.items[i].begins) {
            reporting.first = i;
            reporting.end = paragraph_sentence_end(paragraph, i);
            reporting.last_cue = SIZE_MAX;
        }
        if (paragraph->items.items[i].kind == ITEM_SPEECH) {
            Reported report = report_item(&reporting, i);

            ARRAY_PUSH(paragraph->arena, *reports, report);
        }
    }
}
