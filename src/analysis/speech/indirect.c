/*
 * Indirect speech, in sentences without quotation marks:
 *
 *     Farrow warned that [the bridge would not last].       after "that", also after whom was told
 *     Farrow said [the bridge would not last].              after a verb that always says, where a clause begins
 *     Farrow told reporters [it would not last].            after whom was told
 *     [The bridge would not last], Farrow said on Monday.   before the speaker, at the end of the sentence
 *     According to Farrow, [the bridge would not last].     behind her, or before "according"
 *
 * The cues and their subjects are those of quotations (cues.c).
 */
#include "analysis/speech/indirect.h"

#include "analysis/attribution/cues.h"
#include "analysis/attribution/subjects.h"
#include "analysis/attribution/verbs.h"
#include "analysis/people/roles.h"
#include "analysis/speech/clauses.h"

enum {
    TOLD_REACH = 9,    /* items between a verb and its "that": "told reporters on Monday that" */
    AFTER_SPEAKER = 7, /* items after the verb of a speaker at the end: "in a letter on Monday" */
    SPEAKER_LONGEST = 10,
    WHO_REACH = 24, /* items of who it is according to, with what is said of her: "Farrow, the mayor of Norvane" */
    SHORTEST = 3,   /* words */
    LONG_CLAUSE = 8,
    DATELINE_LONGEST = 14,
    SENTENCE_LONGEST = 400
};

/* A single mark that was taken for an apostrophe: the words are quoted. */
static bool begins_with_mark(const Attribution *attribution, const Sentence *sentence, size_t first)
{
    Text text = tokens_text(attribution->tokens, sentence->items[first].token);

    return item_token(attribution, sentence, first)->kind == TOKEN_SIGN &&
           (text_equal(text, TEXT("'")) || text_equal(text, TEXT("‘")));
}

/* A stop, a comma, a dash; what "40 %" or "(at sea)" ends with is the clause's. */
static bool ends_nothing(const Word *word)
{
    return word->kind == TOKEN_SIGN && word->sign != '%' && word->sign != ')';
}

static void add(Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t first, size_t end)
{
    IndirectSpeech speech = {cue->subject, sentence->items[cue->item].token, {0, 0}, RULE_INDIRECT};

    while (end > first && ends_nothing(item_token(attribution, sentence, end - 1)))
        end--;
    for (size_t at = first; at < end; at++) {
        if (item_sign(attribution, sentence, at, '"'))
            return; /* a mark without its other one: whose the words are, nobody knows */
    }
    if (end < first + SHORTEST || begins_with_mark(attribution, sentence, first))
        return;
    speech.words = (TokenRange){sentence->items[first].token, sentence->items[end - 1].token + 1};
    ARRAY_PUSH(attribution->arena, attribution->indirect, speech);
}

/* "Marrow", "3", "(", "of"; not "[Capturing the] light — its direction — is hard". */
static bool may_be_in_dateline(const Word *word)
{
    return word && (word->kind != TOKEN_WORD || word->capital || word->number == WORD_OF || word->number == WORD_THE);
}

/* "MARROW BAY, Feb. 3 (Northern Wire) — [A snowplow …": the item after a dateline's dash. */
static size_t after_dateline(const Attribution *attribution, const Sentence *sentence)
{
    for (size_t at = 1; at < sentence->count && at <= DATELINE_LONGEST; at++) {
        if (!may_be_in_dateline(item_token(attribution, sentence, at - 1)))
            return 0;
        if (item_sign(attribution, sentence, at, '-'))
            return clause_has_verb(attribution, sentence, 0, at) ? 0 : at + 1;
    }
    return 0;
}

static const TellingVerb *verb_of(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    return telling_verb(attribution, sentence->items[cue->item].token);
}

/* May "that" follow what stands behind the verb: "told [the court]", "said [on Monday]"? Not "reveals [a story] that could". */
static bool may_lead_to_that(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    const Word *next = verb + 1 < sentence->count ? item_token(attribution, sentence, verb + 1) : NULL;

    if (!next || telling_verb(attribution, sentence->items[verb].token)->listener != LISTENER_NOBODY)
        return next;
    return next->kind == TOKEN_SIGN || next->capital ||
           (next->classes & (CLASS_PREPOSITION | CLASS_TIME | CLASS_AUXILIARY | CLASS_CONJUNCTION)) ||
           word_ends_in_ly(attribution, sentence->items[verb + 1].token);
}

static bool ends_reach(const Word *word)
{
    return (word->kind == TOKEN_SIGN && word->sign != ',' && !word->possessive) || word->number == WORD_AND ||
           word->number == WORD_BUT || word->number == WORD_WHICH || word->number == WORD_WHO ||
           (!word->capital && (word->classes & (CLASS_CUE | CLASS_FINITE))); /* "on May 27" */
}

/* The item behind "that" or "whether" near a verb; 0: there is none. */
static size_t after_that(const Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t at = verb + 1;

    if (!may_lead_to_that(attribution, sentence, verb))
        return 0;
    for (; at < sentence->count && at <= verb + TOLD_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);

        if (!token)
            return 0;
        if (token->number == WORD_THAT || token->number == WORD_WHETHER)
            break;
        if (ends_reach(token))
            return 0;
    }
    if (at >= sentence->count || at > verb + TOLD_REACH ||
        (at > verb + 1 && item_has(attribution, sentence, at - 1, CLASS_PREPOSITION)))
        return 0; /* "they agree on that", "asked about whether" */
    at += 1 + item_sign(attribution, sentence, at + 1, ',');
    return at < sentence->count &&
                   (at + SHORTEST < sentence->count || clause_has_verb(attribution, sentence, at, sentence->count))
               ? at
               : 0;
}

/* The item behind whom was told: "the court", "Wikinews", "them", or a word or two, "reporters", "boat owners". */
static size_t after_whom(Attribution *attribution, const Sentence *sentence, size_t at)
{
    const NameRun *name;

    if (at >= sentence->count || sentence->items[at].span >= 0 ||
        item_token(attribution, sentence, at)->kind == TOKEN_SIGN ||
        item_has(attribution, sentence, at, CLASS_PREPOSITION))
        return at;
    name = mention_at(attribution, sentence->items[at].token);
    if (name)
        return sentence_item(sentence, name->outer_end);
    while (at + 1 < sentence->count && item_has(attribution, sentence, at, CLASS_DETERMINER))
        at++;
    name = sentence->items[at].span < 0 ? mention_at(attribution, sentence->items[at].token) : NULL;
    if (name)
        return sentence_item(sentence, name->outer_end);
    at++;
    return at < sentence->count && sentence->items[at].span < 0 &&
                   word_is_person_plural(tokens_text(attribution->tokens, sentence->items[at].token))
               ? at + 1
               : at; /* "boat owners" */
}

/* The item that the speaker of a cue begins with. */
static size_t speaker_start(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = sentence_item(sentence, subject_at(attribution, cue->subject)->first);

    return start < cue->item ? start : cue->item;
}

/* The item behind "publicly" in "said [publicly] the bridge would go". */
static size_t after_adverb(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text words[] = {
        LITERAL("publicly"),   LITERAL("privately"),  LITERAL("previously"), LITERAL("recently"), LITERAL("repeatedly"),
        LITERAL("separately"), LITERAL("explicitly"), LITERAL("openly"),     LITERAL("bluntly"),  LITERAL("simply"),
        LITERAL("also"),       LITERAL("again"),      LITERAL("out")};

    return at < sentence->count && sentence->items[at].span < 0 &&
                   TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at].token), words)
               ? at + 1
               : at;
}

/* "fires, which state media said [were under control]": the clause whose subject is "which". */
static bool is_relative(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = cue->kind == CUE_LEFT ? speaker_start(attribution, sentence, cue) : 0;

    return start > 0 &&
           (item_is(attribution, sentence, start - 1, WORD_WHICH) ||
            item_is(attribution, sentence, start - 1, WORD_WHO)) &&
           cue->item + SHORTEST < sentence->count &&
           clause_has_verb(attribution, sentence, cue->item + 1, cue->item + 2);
}

/* "announced [a new ferry]", "announced [$3 million for the pier]": that there is one; not "announced [the vote]", of which is known already. */
static bool tells_of_new(const Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t first)
{
    static const Text announces[] = {LITERAL("announced"), LITERAL("announces"), LITERAL("announcing")},
                      some[] = {LITERAL("about"), LITERAL("more"), LITERAL("nearly"),
                                LITERAL("new"),   LITERAL("over"), LITERAL("some")};
    const Word *word = first + SHORTEST < sentence->count ? item_token(attribution, sentence, first) : NULL;
    Text verb = tokens_text(attribution->tokens, sentence->items[cue->item].token);

    return word && TEXT_IS_ONE_OF(verb, announces) &&
           (word->number == WORD_A || word->number == WORD_AN || word->kind == TOKEN_NUMBER || word->sign == '$' ||
            TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[first].token), some));
}

/* The last item of a verb of saying: "pointed [out]"; 0: "pointed at it" tells nothing. */
static size_t verb_end(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    static const Text points[] = {LITERAL("point"), LITERAL("pointed"), LITERAL("pointing"), LITERAL("points")};
    size_t next = cue->item + 1;

    if (!TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[cue->item].token), points))
        return cue->item;
    return next < sentence->count && sentence->items[next].span < 0 &&
                   text_equal(tokens_text(attribution->tokens, sentence->items[next].token), TEXT("out"))
               ? next
               : 0;
}

/* Where a clause with a subject and a verb begins behind a verb of saying; 0 when there is none. */
static size_t clause_after(Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    const TellingVerb *verb = verb_of(attribution, sentence, cue);
    VerbObject object = verb->object;
    size_t last = verb_end(attribution, sentence, cue), first = last ? after_that(attribution, sentence, last) : 0;

    if (first || object < OBJECT_EITHER || !last)
        return object == OBJECT_NEVER ? 0 : first;
    first = last + 1;
    if (verb->listener == LISTENER_ALWAYS)
        first = after_whom(attribution, sentence, first);
    first = clause_after_time(attribution, sentence, after_adverb(attribution, sentence, first));
    if (is_relative(attribution, sentence, cue))
        return cue->item + 1;
    return clause_begins(attribution, sentence, first, object) || tells_of_new(attribution, sentence, cue, first) ? first
                                                                                                                  : 0;
}

/* "officials", "Officials familiar with it" */
static bool word_is_speaker(const Attribution *attribution, const Subject *subject)
{
    return word_is_for_person(attribution, subject_head(attribution, subject));
}

/* "A study found", "polls suggest": what was looked into tells something, and those who did. */
static bool tells_findings(const Attribution *attribution, const Subject *subject)
{
    static const Text finds[] = {
        LITERAL("analyses"),      LITERAL("analysis"),    LITERAL("auditors"),   LITERAL("authors"),
        LITERAL("commission"),    LITERAL("committee"),   LITERAL("court"),      LITERAL("data"),
        LITERAL("documents"),     LITERAL("inquiry"),     LITERAL("inspectors"), LITERAL("investigation"),
        LITERAL("investigators"), LITERAL("judge"),       LITERAL("jury"),       LITERAL("memo"),
        LITERAL("panel"),         LITERAL("paper"),       LITERAL("poll"),       LITERAL("polling"),
        LITERAL("polls"),         LITERAL("records"),     LITERAL("report"),     LITERAL("reports"),
        LITERAL("research"),      LITERAL("researchers"), LITERAL("review"),     LITERAL("scientists"),
        LITERAL("statement"),     LITERAL("studies"),     LITERAL("study"),      LITERAL("survey"),
        LITERAL("surveys"),       LITERAL("team"),        LITERAL("tribunal")};

    for (uint32_t at = subject->first; at < subject->end; at++) { /* "a study published in Harbour Biology" */
        if (TEXT_IS_ONE_OF(tokens_text(attribution->tokens, at), finds))
            return true;
    }
    return false;
}

/* "A study found that …", "it denied that …": a verb that says so with a clause. */
static bool is_finding(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    uint32_t verb = sentence->items[cue->item].token;

    if (cue->strength != STRENGTH_MAYBE || (cue->kind != CUE_LEFT && cue->kind != CUE_SHARED) ||
        verb_of(attribution, sentence, cue)->object < OBJECT_THAT)
        return false;
    return !text_equal(tokens_text(attribution->tokens, verb), TEXT("found")) ||
           tells_findings(attribution, subject_at(attribution, cue->subject));
}

/* "not confirmed", "was repeatedly warned": nobody says it, or it is said to the subject. */
static bool is_denied(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    static const Text been[] = {LITERAL("was"), LITERAL("were"), LITERAL("been"),  LITERAL("is"),   LITERAL("are"),
                                LITERAL("be"),  LITERAL("not"),  LITERAL("being"), LITERAL("never")};
    size_t at = cue->item;

    while (at > 0 && sentence->items[at - 1].span < 0 && word_ends_in_ly(attribution, sentence->items[at - 1].token))
        at--;
    if (at > 0 && at < cue->item && item_is(attribution, sentence, at - 1, WORD_TO))
        return true; /* "promises to openly declare" */
    return at > 0 && item_has(attribution, sentence, at - 1, CLASS_AUXILIARY) &&
           TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at - 1].token), been) &&
           !word_ends_in_ing(attribution, sentence->items[cue->item].token);
}

/* "Arden [was] one of six states that": a noun, since the clause has its verb already. */
static bool has_verb_before(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t at = sentence_item(sentence, subject_at(attribution, cue->subject)->first);

    for (; at < cue->item && !item_sign(attribution, sentence, at, ','); at++) {
        if (item_is(attribution, sentence, at, WORD_WAS) || item_is(attribution, sentence, at, WORD_IS) ||
            item_is(attribution, sentence, at, WORD_WERE) || item_is(attribution, sentence, at, WORD_ARE))
            return item_has(attribution, sentence, cue->item, CLASS_NOUN_TOO);
    }
    return false;
}

/* "Officials claim", "the paper reports", not "police reports": one of the two ends in "s". */
static bool agrees(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    static const Text many[] = {LITERAL("police"), LITERAL("people"), LITERAL("media"), LITERAL("women"),
                                LITERAL("men")};
    Text head = tokens_text(attribution->tokens, subject_head(attribution, subject_at(attribution, cue->subject))),
         verb = tokens_text(attribution->tokens, sentence->items[cue->item].token);

    return text_ends_with(verb, TEXT("s")) != (text_ends_with(head, TEXT("s")) || TEXT_IS_ONE_OF(head, many));
}

/* "with the additional [funding] announced today": it is no subject. */
static bool follows_with(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    enum { REACH = 4 };

    for (size_t first = at; at-- > 0 && at + REACH >= first && sentence->items[at].span < 0;) {
        if (item_is(attribution, sentence, at, WORD_WITH))
            return true;
        if (item_token(attribution, sentence, at)->kind == TOKEN_SIGN ||
            item_has(attribution, sentence, at, CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_FINITE))
            return false;
    }
    return false;
}

/* "His record suggests that …": a thing shows it, and says nothing. */
static bool only_shows(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    static const Text shows[] = {LITERAL("indicate"),   LITERAL("indicates"),   LITERAL("indicated"),
                                 LITERAL("suggest"),    LITERAL("suggests"),    LITERAL("suggested"),
                                 LITERAL("underline"),  LITERAL("underlines"),  LITERAL("underlined"),
                                 LITERAL("underscore"), LITERAL("underscores"), LITERAL("underscored")};
    const Subject *subject = subject_at(attribution, cue->subject);

    return TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[cue->item].token), shows) &&
           !word_is_speaker(attribution, subject) && !subject_can_speak(attribution, subject) &&
           !tells_findings(attribution, subject);
}

/* "evidence suggests", "with [the money] announced today": nobody says it. */
static bool is_mute(const Attribution *attribution, const Sentence *sentence, const Subject *subject)
{
    static const Text things[] = {LITERAL("evidence"), LITERAL("signs"), LITERAL("consensus"), LITERAL("experience"),
                                  LITERAL("history")};

    return follows_with(attribution, sentence, sentence_item(sentence, subject->first)) ||
           TEXT_IS_ONE_OF(tokens_text(attribution->tokens, subject_head(attribution, subject)), things);
}

/* "Russian claims that …" is a noun, unless a name or a pronoun does it; a description is one with an
 * article. */
static bool is_sure(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    const Subject *subject = subject_at(attribution, cue->subject);

    if (cue->kind == CUE_ACCORDING || (cue->strength < STRENGTH_SURE && !is_finding(attribution, sentence, cue)) ||
        (cue->kind != CUE_INVERTED &&
         (is_denied(attribution, sentence, cue) || has_verb_before(attribution, sentence, cue))))
        return false;
    if (cue->kind != CUE_INVERTED && cue->item > 0 && item_is(attribution, sentence, cue->item - 1, WORD_THAT))
        return false; /* "a heap of evidence that suggests" */
    if (subject->kind != SUBJECT_NOMINAL)
        return true;
    if (is_mute(attribution, sentence, subject) || only_shows(attribution, sentence, cue))
        return false;
    if (!item_has(attribution, sentence, cue->item, CLASS_NOUN_TOO) ||
        word_ends_in_ing(attribution, sentence->items[cue->item].token))
        return !item_has(attribution, sentence, sentence_item(sentence, subject->first), CLASS_PREPOSITION);
    if (word_is_speaker(attribution, subject) && agrees(attribution, sentence, cue))
        return true;
    return item_is(attribution, sentence, cue->item + 1, WORD_THAT) &&
           (word_at(attribution, subject->first)->classes & CLASS_DETERMINER);
}

static bool joins(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_is(attribution, sentence, at, WORD_AND) || item_is(attribution, sentence, at, WORD_BUT) ||
           item_is(attribution, sentence, at, WORD_WHILE) || item_is(attribution, sentence, at, WORD_AS) ||
           item_sign(attribution, sentence, at, ',');
}

/* "…, [and] Brekke said", not "its director[,] Brekke, has alleged ties": here somebody else speaks, whatever is said. */
static bool divides(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return joins(attribution, sentence, at) && !item_sign(attribution, sentence, at, ',');
}

/* Up to where the next speaker begins, "…, and Brekke said", or the same goes on: "and noted", ", adding". */
static size_t speech_end(Attribution *attribution, const Sentence *sentence, const CueList *cues, size_t next,
                         size_t first)
{
    for (; next < cues->count; next++) {
        const Cue *cue = &cues->items[next];
        size_t start = cue->kind == CUE_LEFT ? speaker_start(attribution, sentence, cue) : cue->item;
        bool shared = start == cue->item;

        while (shared && start > first && item_has(attribution, sentence, start - 1, CLASS_AUXILIARY))
            start--; /* "and [also] claimed" */
        if (cue->kind == CUE_INVERTED || !is_sure(attribution, sentence, cue) || start <= first + SHORTEST ||
            (shared && !(joins(attribution, sentence, start - 1) && clause_after(attribution, sentence, cue))) ||
            (!shared && !divides(attribution, sentence, start - 1) && !clause_after(attribution, sentence, cue)))
            continue;
        while (start > first && joins(attribution, sentence, start - 1))
            start--;
        return start;
    }
    return sentence->count;
}

static bool has_comma_before(const Attribution *attribution, const Sentence *sentence, size_t end)
{
    for (size_t at = 1; at < end; at++) {
        if (item_sign(attribution, sentence, at, ','))
            return true;
    }
    return false;
}

/* "While they agree on that, they disagree …": nothing but what belongs to the sentence behind the comma. */
static bool is_subordinate(const Attribution *attribution, const Sentence *sentence, size_t end)
{
    return item_has(attribution, sentence, 0, CLASS_CONJUNCTION) && !has_comma_before(attribution, sentence, end);
}

/* The comma before who speaks at the end, and what is said of her: "[,] her aide Ines Farrow said"; 0: there is none. */
static size_t comma_before(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = cue->kind == CUE_INVERTED ? cue->item : speaker_start(attribution, sentence, cue);
    size_t limit = start > SPEAKER_LONGEST ? start - SPEAKER_LONGEST : 0;

    while (start > limit && sentence->items[start - 1].span < 0 && !item_sign(attribution, sentence, start - 1, ',') &&
           !item_has(attribution, sentence, start - 1, CLASS_CONJUNCTION | CLASS_FINITE | CLASS_PREPOSITION))
        start--;
    return start > 0 && item_sign(attribution, sentence, start - 1, ',') ? start - 1 : 0;
}

/* "said Farrow, the mayor.", "Farrow said in a letter.": nothing but what belongs to the speaker. */
static bool ends_with_speaker(const Sentence *sentence, const Cue *cue)
{
    return sentence->count - cue->item <= AFTER_SPEAKER + SHORTEST || cue->kind == CUE_INVERTED;
}

/* "[Asked] whether it would last, Farrow said no.", "[Speaking] as it rained": what the speaker does, or what is done to her. */
static bool begins_with_participle(const Attribution *attribution, const Sentence *sentence)
{
    static const Text words[] = {LITERAL("asked"),     LITERAL("pressed"),    LITERAL("questioned"),
                                 LITERAL("quizzed"),   LITERAL("challenged"), LITERAL("addressing"),
                                 LITERAL("answering"), LITERAL("replying"),   LITERAL("responding"),
                                 LITERAL("speaking"),  LITERAL("testifying"), LITERAL("writing")};

    return TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[0].token), words);
}

/* A sentence before its speaker: with a verb that is known, or long. */
static bool may_be_said(const Attribution *attribution, const Sentence *sentence, size_t end)
{
    if (begins_with_participle(attribution, sentence))
        return false;
    return clause_has_verb(attribution, sentence, 0, end) ||
           (end >= LONG_CLAUSE && !item_has(attribution, sentence, 0, CLASS_PREPOSITION | CLASS_CONJUNCTION));
}

/* "…, Farrow said on Monday.", "…, said Farrow.": what is before the comma; 0 when it is not so. */
static size_t clause_before(Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t comma = comma_before(attribution, sentence, cue);

    if ((cue->kind != CUE_LEFT && cue->kind != CUE_INVERTED) || comma < SHORTEST ||
        item_sign(attribution, sentence, cue->item + 1, ',') ||
        item_has(attribution, sentence, comma + 1, CLASS_CONJUNCTION) ||
        verb_of(attribution, sentence, cue)->object < OBJECT_EITHER || !verb_end(attribution, sentence, cue) ||
        !may_be_said(attribution, sentence, comma) || is_subordinate(attribution, sentence, comma) ||
        (cue->kind != CUE_INVERTED && clause_after(attribution, sentence, cue)))
        return 0; /* "On Monday, as it rained, she said it would last." */
    return comma;
}

/* "[, the mayor of Norvane,]", "[, 43,]", "[, who left,]": behind a name, what is said of it. */
static bool begins_apposition(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = at < sentence->count ? item_token(attribution, sentence, at) : NULL;

    return !word || word->kind == TOKEN_NUMBER || word->capital || word->number == WORD_WHO ||
           word->number == WORD_WHICH || word->number == WORD_WHOSE ||
           (word->classes & (CLASS_DETERMINER | CLASS_ROLE)) ||
           is_role_word(attribution->people, sentence->items[at].token);
}

/* "According to Farrow, the mayor, [it would last]": the comma behind which a clause begins, or the last one. */
static size_t after_who(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t end = sentence_item(sentence, subject_at(attribution, cue->subject)->end), last = 0;

    for (size_t at = end; at < sentence->count && at < end + WHO_REACH; at++) {
        if (!item_sign(attribution, sentence, at, ','))
            continue;
        last = at + 1;
        if (clause_begins(attribution, sentence, last, OBJECT_CLAUSE) ||
            (at == end && !begins_apposition(attribution, sentence, last)))
            return last;
    }
    return last;
}

/* "It was to last, according to Farrow, [until spring]": what of it is hers is on both sides. */
static bool goes_on(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t end = sentence_item(sentence, subject_at(attribution, cue->subject)->end);

    return item_sign(attribution, sentence, end, ',') && end + 1 < sentence->count &&
           (item_has(attribution, sentence, end + 1, CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY) ||
            clause_has_verb(attribution, sentence, end + 1, end + 2));
}

/* "It may cost [potentially], according to Farrow, twice as much", "it is old [and], according to Farrow, unsafe" */
static bool is_unfinished(const Attribution *attribution, const Sentence *sentence, size_t last)
{
    return sentence->items[last].span < 0 &&
           (word_ends_in_ly(attribution, sentence->items[last].token) ||
            item_has(attribution, sentence, last, CLASS_DETERMINER | CLASS_CONJUNCTION) ||
            item_is(attribution, sentence, last, WORD_AND));
}

static bool is_according(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    return cue->kind == CUE_ACCORDING && cue->subject != NO_SUBJECT &&
           !item_is(attribution, sentence, sentence_item(sentence, subject_at(attribution, cue->subject)->first),
                    WORD_WHICH);
}

/* "It would last [according to Farrow]." without a comma: nothing behind it, and somebody who can speak. */
static bool ends_with_according(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    const Subject *subject = subject_at(attribution, cue->subject);

    return sentence_item(sentence, subject->end) + 1 >= sentence->count && subject_can_speak(attribution, subject) &&
           !item_has(attribution, sentence, cue->item - 1, CLASS_CONJUNCTION | CLASS_AUXILIARY | CLASS_PREPOSITION);
}

/* The end of what the whole sentence says by a speaker at its end; 0: there is none. */
static size_t before_last_speaker(Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t begin)
{
    bool comma;

    if (!is_according(attribution, sentence, cue))
        return ends_with_speaker(sentence, cue) && is_sure(attribution, sentence, cue)
                   ? clause_before(attribution, sentence, cue)
                   : 0;
    comma = item_sign(attribution, sentence, cue->item - 1, ',');
    if (cue->item <= begin + SHORTEST || (!comma && !ends_with_according(attribution, sentence, cue)) ||
        !clause_has_verb(attribution, sentence, begin, cue->item) || goes_on(attribution, sentence, cue) ||
        is_unfinished(attribution, sentence, cue->item - 1 - comma))
        return 0;
    return cue->item - comma;
}

static bool has_quotation(const Sentence *sentence)
{
    for (size_t at = 0; at < sentence->count; at++) {
        if (sentence->items[at].span >= 0)
            return true;
    }
    return false;
}

/* "According to Farrow, [it would last].", "In May, according to Farrow, [it would last].", "…, but according to Farrow" */
static size_t after_according(const Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t begin)
{
    size_t start = cue->item, first;

    while (start > begin && joins(attribution, sentence, start - 1))
        start--;
    if (start > begin + 1 && clause_has_verb(attribution, sentence, begin, start) &&
        !item_is(attribution, sentence, cue->item - 1, WORD_BUT) &&
        !item_is(attribution, sentence, cue->item - 1, WORD_WHILE))
        return 0;
    first = after_who(attribution, sentence, cue);
    if (first && start > begin && !clause_begins(attribution, sentence, first, OBJECT_CLAUSE))
        return 0;
    return first && clause_has_verb(attribution, sentence, first, sentence->count) ? first : 0;
}

/* "The union, [she said], would meet again", "[he told the jury]": between commas, in what she said. */
static bool is_between_commas(Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = speaker_start(attribution, sentence, cue), end = cue->item + 1;

    if (verb_of(attribution, sentence, cue)->listener == LISTENER_ALWAYS)
        end = after_whom(attribution, sentence, end);
    return cue->kind == CUE_LEFT && start > 1 && start < cue->item &&
           item_sign(attribution, sentence, start - 1, ',') && item_sign(attribution, sentence, end, ',') &&
           is_sure(attribution, sentence, cue) && verb_of(attribution, sentence, cue)->object >= OBJECT_EITHER &&
           !item_has(attribution, sentence, start, CLASS_CONJUNCTION) &&
           !item_has(attribution, sentence, start - 2, CLASS_CONJUNCTION);
}

/* … and what it is of the sentence: "It was late; [the union, she said, would meet again]". */
static void add_around(Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t first)
{
    size_t end = cue->item;

    for (size_t at = first; at < cue->item; at++) {
        if (item_sign(attribution, sentence, at, ';'))
            first = at + 1;
    }
    while (end < sentence->count && !item_sign(attribution, sentence, end, ';'))
        end++;
    add(attribution, sentence, cue, first, end);
}

/* Where what a cue says begins behind it; 0: nowhere. */
static size_t said_after(Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t begin)
{
    if (is_according(attribution, sentence, cue))
        return after_according(attribution, sentence, cue, begin);
    return is_sure(attribution, sentence, cue) && cue->kind != CUE_INVERTED ? clause_after(attribution, sentence, cue)
                                                                            : 0;
}

/* "were under control[,] went on": with the comma the clause of "which" ends. */
static size_t before_comma(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end)
{
    size_t at = first;

    while (at < end && !item_sign(attribution, sentence, at, ','))
        at++;
    return at;
}

/* "[While Farrow said it would last, …]": a clause before the sentence's own, and the verb of saying in it. */
static bool opens_sentence(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    static const Text words[] = {LITERAL("after"),  LITERAL("although"), LITERAL("because"), LITERAL("before"),
                                 LITERAL("if"),     LITERAL("now"),      LITERAL("once"),    LITERAL("since"),
                                 LITERAL("though"), LITERAL("when"),     LITERAL("whereas"), LITERAL("while")};

    return sentence->items[0].span < 0 &&
           TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[0].token), words) &&
           !has_comma_before(attribution, sentence, cue->item);
}

/* "Farrow[, who told them it would last,] left": the verb of saying is of "who", and the sentence has another. */
static bool is_inserted(const Attribution *attribution, const Sentence *sentence, const Cue *cue)
{
    size_t start = speaker_start(attribution, sentence, cue);

    return start > 0 && start < cue->item && item_is(attribution, sentence, start, WORD_WHO) &&
           item_sign(attribution, sentence, start - 1, ',') &&
           !clause_has_verb(attribution, sentence, 0,
                            start); /* "it angered Farrow, who said that the pier, or most of it, would" */
}

/* The comma with which a clause before the sentence's own, or inside of it, ends; `end` where none does. */
static size_t before_main_clause(const Attribution *attribution, const Sentence *sentence, const Cue *cue, size_t first,
                                 size_t end)
{
    bool opens = opens_sentence(attribution, sentence, cue), inserted = is_inserted(attribution, sentence, cue);

    for (size_t at = first + 1; (opens || inserted) && at + 1 < end; at++) {
        if (item_sign(attribution, sentence, at, ',') &&
            ((opens && clause_begins(attribution, sentence, at + 1, OBJECT_CLAUSE)) ||
             (inserted && item_has(attribution, sentence, at + 1, CLASS_AUXILIARY | CLASS_FINITE | CLASS_CUE))))
            return at;
    }
    return end;
}

/* What cues say behind them, of the items before `limit`. */
static bool add_after_cues(Attribution *attribution, const Sentence *sentence, const CueList *cues, size_t begin,
                           size_t limit)
{
    size_t taken = 0, found = attribution->indirect.count;
    bool quoted = has_quotation(sentence);

    for (size_t i = 0; i < cues->count && cues->items[i].item < limit; i++) {
        const Cue *cue = &cues->items[i];
        size_t first = said_after(attribution, sentence, cue, begin), end;

        if (!taken && !quoted && limit == sentence->count && is_between_commas(attribution, sentence, cue)) {
            add_around(attribution, sentence, cue, begin);
            break;
        }
        if (!first || first < taken || first >= limit)
            continue;
        end = speech_end(attribution, sentence, cues, i + 1, first);
        taken = end;
        end = clause_end(attribution, sentence, first, end < limit ? end : limit);
        if (end == first)
            taken = 0; /* it leads to a quotation, and another may tell of what is behind that */
        end = before_main_clause(attribution, sentence, cue, first, end);
        if (is_relative(attribution, sentence, cue))
            end = before_comma(attribution, sentence, first, end);
        add(attribution, sentence, cue, first, end);
        while (i + 1 < cues->count && cues->items[i + 1].item < taken)
            i++;
    }
    return attribution->indirect.count > found;
}

/* "Mayor says bridge is safe", a paragraph of its own without a stop, and others behind it: a heading, or a caption. */
static bool is_heading(const Attribution *attribution, const Sentence *sentence)
{
    const TokenList *tokens = attribution->tokens;
    uint32_t first = sentence->items[0].token, end = (uint32_t)sentence->end;
    const Word *last = item_token(attribution, sentence, sentence->count - 1);

    return last && last->kind != TOKEN_SIGN && /* "in the U.S." */
           !text_ends_with(tokens_text(tokens, sentence->items[sentence->count - 1].token), TEXT(".")) &&
           end < attribution_token_count(attribution) && token_block(tokens, end) != token_block(tokens, first) &&
           (first == 0 || token_block(tokens, first - 1) != token_block(tokens, first));
}

void attribution_find_indirect(Attribution *attribution, const Sentence *sentence, const CueList *cues)
{
    size_t begin;

    if (cues->count == 0 || sentence->count > SENTENCE_LONGEST ||
        tokens_are_headline(attribution->tokens, sentence->items[0].token, sentence->end) ||
        is_heading(attribution, sentence))
        return;
    begin = after_dateline(attribution, sentence);
    for (size_t i = has_quotation(sentence) ? 0 : cues->count; i-- > 0;) { /* a speaker at the end says it all */
        size_t end = before_last_speaker(attribution, sentence, &cues->items[i], begin);

        if (end && !add_after_cues(attribution, sentence, cues, begin, end))
            add(attribution, sentence, &cues->items[i], begin, end);
        if (end)
            return;
    }
    (void)add_after_cues(attribution, sentence, cues, begin, sentence->count);
}
