/*
 * A label alone says nothing: "Where: On the coast." and "Farrow: On the coast." look the same. So all labels of a page are noted first, each
 * with what it could be and what the words behind it are like, and then looked at together, stretch by stretch of the page:
 *
 *     BECK: Will you appeal?     looks like a speaker, asks
 *     FARROW: We will.           looks like a speaker, says "we"
 *     BECK: When?                … and stands again
 *
 * Three labels that look like speakers, one of which stands again, with words that somebody says to somebody ("I", "you", a question) in a
 * third of them (in one, where a time stands at each), are a transcript. A stretch ends where many paragraphs have no label.
 */
#include "analysis/speech/registers.h"

#include "analysis/people/people_index.h"
#include "analysis/speech/label_people.h"
#include "analysis/speech/letters.h"

enum {
    TURNS_LEAST = 3,     /* labels that look like speakers, and … */
    TURNS_AGAIN = 2,     /* … of which so many stand again … */
    TURNS_AROUND = 6,    /* … among the next labels */
    QUESTIONS_LEAST = 2, /* "Q Thank you" */
    LINES_LEAST = 4,     /* labels in a line of their own without a time */
    SPOKEN_ONE_IN = 3,   /* of the turns */
    QUOTED_ONE_IN = 2,   /* of them, where what is said stands in marks */
    STRETCH_GAP = 8,     /* paragraphs without a label between two stretches */
    SPOKEN_TOKENS = 40,  /* that are looked at */
    LIVE_TIMES = 3,      /* labels behind a time */
    FIELDS_LEAST = 4     /* labels that look like nobody and stand again */
};

const RegisterInfo *register_info(RegisterId id)
{
    static const RegisterInfo infos[] = {
#define REGISTER(ID, name, facts, example) {name, facts},
#include "analysis/attribution/registers.def"
    };

    return &infos[id];
}

/* ---- noting ---- */

/* What somebody says to somebody: "I", "you", "yes", a question. */
static bool is_spoken(const Attribution *attribution, uint32_t first, uint32_t end)
{
    static const Text words[] = {
        LITERAL("i"),    LITERAL("i'm"),   LITERAL("i've"), LITERAL("i'll"), LITERAL("i’m"),    LITERAL("i’ve"),
        LITERAL("i’ll"), LITERAL("we"),    LITERAL("me"),   LITERAL("my"),   LITERAL("our"),    LITERAL("us"),
        LITERAL("you"),  LITERAL("your"),  LITERAL("yes"),  LITERAL("no"),   LITERAL("sir"),    LITERAL("madam"),
        LITERAL("okay"), LITERAL("thank"), LITERAL("oh"),   LITERAL("well"), LITERAL("please"), LITERAL("thanks")};

    for (uint32_t i = first; i < end && i - first < SPOKEN_TOKENS; i++) {
        Text text = tokens_text(attribution->tokens, i);

        if (word_at(attribution, i)->sign == '?')
            return true;
        text.size -= text.size > 1 && text.bytes[text.size - 1] == '.'; /* "No." is one token */
        for (size_t k = 0; k < COUNT_OF(words) && text.size <= 6; k++) {
            if (text_equal_ignoring_case(text, words[k]))
                return true;
        }
    }
    return false;
}

static bool has_word(const Attribution *attribution, uint32_t first, uint32_t end)
{
    while (first < end && word_at(attribution, first)->kind != TOKEN_WORD)
        first++;
    return first < end;
}

/* "FARROW: “We will appeal.”": all that is said stands in one pair of marks, and is a quotation of its own. */
static bool is_quotation(const Attribution *attribution, uint32_t first, uint32_t end)
{
    int32_t span = first < end ? token_span(attribution->tokens, first) : -1;
    uint32_t behind;

    if (span < 0)
        return false;
    behind = span_end(attribution, (size_t)span);
    while (behind < end && word_at(attribution, behind)->kind == TOKEN_SIGN)
        behind++;
    return behind >= end;
}

static void note_label(Attribution *attribution, uint32_t first, uint32_t limit, const Label *label)
{
    Turn turn = {.first = first, .words = {label->words, limit}, .name = label->name, .form = (unsigned char)label->form};

    turn.person = label_person(attribution, label, &turn.name);
    turn.key = label_key(attribution, turn.name, turn.person);
    turn.in_brackets = label->in_brackets;
    turn.timed = label->timed;
    turn.clock = label->clock;
    turn.titled = label_looks_like_speaker(attribution, label);
    if (label->form == LABEL_DASH) /* not "LONDON — The ferry" */
        turn.titled = false;
    turn.looks_right = turn.person != NO_PERSON || label->timed || label->in_angles || turn.titled;
    turn.bare = label->bare;
    turn.quoted = is_quotation(attribution, label->words, limit);
    turn.spoken =
        label->words >= limit && limit < attribution_token_count(attribution)
            ? is_spoken(attribution, limit,
                        (uint32_t)token_block_end(attribution->tokens, limit, attribution_token_count(attribution)))
            : is_spoken(attribution, label->words, limit);
    turn.inside = first > 0 && token_block(attribution->tokens, first - 1) == token_block(attribution->tokens, first);
    ARRAY_PUSH(attribution->labels, attribution->turns, turn);
}

static bool is_letter(const Attribution *attribution, uint32_t token)
{
    Text text = tokens_text(attribution->tokens, token);

    return text.size <= 2 && (text.bytes[0] == 'Q' || text.bytes[0] == 'A');
}

/* Further labels of the paragraph, each at the start of a sentence; of a paragraph that begins with none, "Q:" and "A:" alone. */
static void note_labels_inside(Attribution *attribution, uint32_t first, uint32_t limit, bool labelled)
{
    Label label;

    for (uint32_t i = first; i < limit; i++) {
        if (token_starts_sentence(attribution->tokens, i) && (labelled || is_letter(attribution, i)) &&
            token_span(attribution->tokens, i) < 0 && label_at(attribution, i, limit, &label) && label.words < limit &&
            ((label.form == LABEL_COLON && !label.spoken_to) || (label.form == LABEL_LETTER && !label.bare)))
            note_label(attribution, i, limit, &label);
    }
}

/* A short line alone may be taken for a heading or a byline by its form. */
static bool may_be_line(BlockKind kind)
{
    return kind == BLOCK_HEADING || kind == BLOCK_BYLINE;
}

static bool may_have_turns(BlockKind kind)
{
    return !block_is_headline(kind) && kind != BLOCK_CAPTION && kind != BLOCK_CREDIT && kind != BLOCK_CITE &&
           kind != BLOCK_BYLINE;
}

void attribution_find_labels(Attribution *attribution, size_t first, size_t end)
{
    const TokenList *tokens = attribution->tokens;

    if (first > 0 && first < end && token_block(tokens, first - 1) == token_block(tokens, first))
        first =
            token_block_end(tokens, first, end); /* a piece of a huge paragraph, which was looked at with the first */
    for (uint32_t token = (uint32_t)first; token < end;) {
        uint32_t limit = (uint32_t)token_block_end(tokens, token, attribution_token_count(attribution));
        BlockKind kind = tokens->article->blocks.items[token_block(tokens, token)].kind;
        Label label;
        bool labelled = (may_have_turns(kind) || may_be_line(kind)) && !token_is_quoted(tokens, token) &&
                        label_at(attribution, token, limit, &label) &&
                        (may_have_turns(kind) || label.form == LABEL_LINE);

        if (labelled)
            note_label(attribution, token, limit, &label);
        if (may_have_turns(kind))
            note_labels_inside(attribution, labelled ? label.words : token, limit, labelled);
        token = limit > token ? limit : token + 1;
    }
}

/* ---- together ---- */

static uint32_t block_of(const Attribution *attribution, const Turn *turn)
{
    return token_block(attribution->tokens, turn->first);
}

/* Does the same label stand again near it? */
static bool is_repeated(const Attribution *attribution, size_t at)
{
    const Turn *turn = attribution->turns.items;
    size_t first = at > TURNS_AROUND ? at - TURNS_AROUND : 0;

    for (size_t i = first; i < attribution->turns.count && i <= at + TURNS_AROUND; i++) {
        if (i != at && turn[i].key == turn[at].key)
            return true;
    }
    return false;
}

/* What the labels [first, end) of a stretch are like. */
typedef struct Stretch {
    size_t first, end;
    unsigned right, again, spoken; /* that look like speakers; … and stand again; … and whose words are spoken */
    unsigned lines, letters, brackets;
    unsigned questions; /* "Q Thank you" */
    unsigned clocks;    /* labels behind a time without brackets */
    unsigned timed;     /* that look like speakers, with a time in brackets or behind them */
    unsigned quoted;    /* that look like speakers, and whose words are in marks */
    unsigned fields;    /* "Where:", which stand again */
} Stretch;

static Stretch stretch_from(Attribution *attribution, size_t first)
{
    Turn *turn = attribution->turns.items;
    Stretch stretch = {.first = first, .end = first};

    do {
        Turn *here = &turn[stretch.end];

        here->again = is_repeated(attribution, stretch.end);
        stretch.questions += here->form == LABEL_LETTER && here->bare &&
                             tokens_text(attribution->tokens, here->name.first).bytes[0] == 'Q';
        stretch.clocks += here->clock;
        stretch.fields += !here->looks_right && here->again;
        if (here->looks_right && !here->bare && (here->form != LABEL_DASH || here->again)) {
            stretch.right++;
            stretch.again += here->again;
            stretch.spoken += here->spoken;
            stretch.lines += here->form == LABEL_LINE;
            stretch.letters += here->form == LABEL_LETTER;
            stretch.brackets += here->in_brackets;
            stretch.timed += here->timed;
            stretch.quoted += here->quoted;
        }
        stretch.end++;
    } while (stretch.end < attribution->turns.count &&
             block_of(attribution, &turn[stretch.end]) <= block_of(attribution, &turn[stretch.end - 1]) + STRETCH_GAP);
    return stretch;
}

static bool is_transcript(const Stretch *stretch)
{
    if (stretch->questions >= QUESTIONS_LEAST)
        return true;
    return stretch->right >= TURNS_LEAST && stretch->again >= TURNS_AGAIN &&
           (stretch->spoken * SPOKEN_ONE_IN >= stretch->right || (stretch->timed == stretch->right && stretch->spoken));
}

/* Does a label of a transcript begin a turn? */
static bool is_turn(const Stretch *stretch, const Turn *turn)
{
    if (turn->form == LABEL_DEAR)
        return false;
    if (turn->form == LABEL_LINE && !turn->timed && !turn->clock)
        return turn->looks_right && (turn->again || turn->in_brackets) && stretch->lines >= LINES_LEAST &&
               stretch->spoken * 2 >= stretch->right;
    if (turn->bare)
        return stretch->questions >= QUESTIONS_LEAST;
    if (turn->inside || !turn->looks_right)
        return turn->again && turn->form != LABEL_DASH;
    if (turn->form == LABEL_DASH)
        return turn->again;
    return true;
}

static RegisterId register_of(const Stretch *stretch)
{
    if (is_transcript(stretch))
        return stretch->letters || stretch->questions ? REGISTER_INTERVIEW
               : stretch->brackets                    ? REGISTER_DEBATE
                                                      : REGISTER_TRANSCRIPT;
    return stretch->clocks >= LIVE_TIMES     ? REGISTER_LIVE_BLOG
           : stretch->fields >= FIELDS_LEAST ? REGISTER_LISTICLE
                                             : REGISTER_NEWS;
}

/* ---- the turns ---- */

/* "<Media omitted>": what an export of a chat has where somebody sent no words. */
static bool is_notice(const Attribution *attribution, uint32_t first, uint32_t end)
{
    static const Text notices[] = {
#define LABEL_NOTICE(words) LITERAL(words),
#include "analysis/attribution/registers.def"
    };
    Text from, to;

    while (first < end && word_at(attribution, first)->kind != TOKEN_WORD)
        first++;
    while (first < end && word_at(attribution, end - 1)->kind != TOKEN_WORD)
        end--;
    if (first == end)
        return false;
    from = tokens_text(attribution->tokens, first);
    to = tokens_text(attribution->tokens, end - 1);
    return TEXT_IS_ONE_OF(((Text){from.bytes, (size_t)(to.bytes - from.bytes) + to.size}), notices);
}

/* A line of a chat with its time that names nobody: "30/11/2026, 10:42 - Tom Reed added Nell Moran". */
static bool is_entry(const Attribution *attribution, const Turn *turn, uint32_t first, uint32_t end)
{
    return label_time_at(attribution, first, end) && label_time_at(attribution, turn->first, turn->words.end);
}

/* "(He laughs.)", "[Crosstalk]", "BY MS. VANCE:": a paragraph between turns that nobody says. */
static bool is_remark(const Attribution *attribution, uint32_t first, uint32_t end)
{
    char open = (char)word_at(attribution, first)->sign, close = (char)word_at(attribution, end - 1)->sign;

    return ((open == '(' || open == '[') &&
            (close == ')' || close == ']' || word_at(attribution, end - 1)->sign == '.')) ||
           close == ':' || !has_word(attribution, first, end);
}

/* Does a paragraph tell of the speaker, instead of being his words? */
static bool tells_of_speaker(const Attribution *attribution, const Turn *turn, uint32_t first, uint32_t end)
{
    unsigned number = word_at(attribution, first)->number;

    if (number == WORD_HE || number == WORD_SHE)
        return true;
    for (uint32_t i = first; i < end; i++) {
        const NameRun *mention = token_is_quoted(attribution->tokens, i) ? NULL : mention_at(attribution, i);

        if (mention && mention->person != NO_PERSON && mention->person == turn->person)
            return true;
    }
    return false;
}

/* Where what is said stands in marks: is a paragraph the reporter’s, having others’ words in it or none that are spoken? */
static bool is_told(const Attribution *attribution, uint32_t first, uint32_t end)
{
    bool told = !is_spoken(attribution, first, end);

    for (uint32_t i = first; i < end && !told; i++)
        told = token_is_quoted(attribution->tokens, i);
    return told && !is_remark(attribution, first, end) && !is_quotation(attribution, first, end);
}

/* Paragraphs without a label, from `token` to `limit`: they go on with the turn. `last`: no turn comes behind them; `marks`: what is said on the
 * page stands in marks. */
static void go_on(Attribution *attribution, TurnList *turns, const Turn *turn, uint32_t limit, bool last, bool marks)
{
    const TokenList *tokens = attribution->tokens;
    bool first = turn->words.first >= turn->words.end;

    for (uint32_t token = turn->words.end; token < limit;) {
        uint32_t end = (uint32_t)token_block_end(tokens, token, limit);
        Turn more = *turn;
        BlockKind kind = tokens->article->blocks.items[token_block(tokens, token)].kind;

        if ((!may_have_turns(kind) && !(first && kind == BLOCK_HEADING)) ||
            (!first && tells_of_speaker(attribution, turn, token, end)))
            return;
        if (last && !first && !is_spoken(attribution, token, end))
            return;
        if ((marks && !first && is_told(attribution, token, end)) || is_entry(attribution, turn, token, end))
            return;
        if (!is_remark(attribution, token, end) && !is_quotation(attribution, token, end)) {
            more.quoted = false;
            more.first = token;
            more.words = (TokenRange){token, end};
            ARRAY_PUSH(attribution->labels, *turns, more);
        }
        first = false;
        token = end;
    }
}

static void keep_turn(Attribution *attribution, TurnList *turns, const Stretch *stretch, Turn turn, const Turn *next)
{
    uint32_t limit = (uint32_t)attribution_token_count(attribution);

    if (next && next->first < turn.words.end)
        turn.words.end = next->first;
    turn.quoted = is_quotation(attribution, turn.words.first, turn.words.end);
    if (turn.words.first < turn.words.end && !has_word(attribution, turn.words.first, turn.words.end))
        return; /* "FARROW: 1,769" */
    if (is_notice(attribution, turn.words.first, turn.words.end))
        return;
    ARRAY_PUSH(attribution->labels, *turns, turn);
    go_on(attribution, turns, &turn, next ? next->first : limit, next == NULL,
          turn.quoted && stretch->quoted * QUOTED_ONE_IN >= stretch->right);
}

/* "Harbour Silting: a debate", above the first turn; "Gov. Farrow: “We will appeal”", at the top and apart from the turns. */
static bool is_title(const Attribution *attribution, const Turn *turn, const Turn *next)
{
    if (turn->first == 0 && turn->form == LABEL_COLON && next &&
        block_of(attribution, next) > block_of(attribution, turn) + 1)
        return true;
    return !turn->titled && !turn->again && !turn->in_brackets && !turn->spoken;
}

/* Keep the turns of a stretch. */
static void keep_stretch(Attribution *attribution, TurnList *turns, const Stretch *stretch)
{
    const Turn *items = attribution->turns.items, *before = NULL;

    for (size_t i = stretch->first; i < stretch->end; i++) {
        if (!is_turn(stretch, &items[i]) ||
            (!before && is_title(attribution, &items[i], i + 1 < stretch->end ? &items[i + 1] : NULL)))
            continue;
        if (before)
            keep_turn(attribution, turns, stretch, *before, &items[i]);
        before = &items[i];
    }
    if (before)
        keep_turn(attribution, turns, stretch, *before, NULL);
}

void attribution_recognise_register(Attribution *attribution)
{
    bool on = rule_is_on(attribution, RULE_LABEL);
    Arena *noted = attribution->labels;
    TurnList turns = {0};

    attribution->labels = arena_within(attribution->arena);
    if (on && letters_take(attribution, &turns))
        attribution->page = REGISTER_LETTERS;
    for (size_t at = 0; on && at < attribution->turns.count && attribution->page != REGISTER_LETTERS;) {
        Stretch stretch = stretch_from(attribution, at);
        RegisterId form = register_of(&stretch);

        if (attribution->page == REGISTER_NEWS || (register_info(form)->facts & HAS_TURNS))
            attribution->page = form;
        if (register_info(form)->facts & HAS_TURNS)
            keep_stretch(attribution, &turns, &stretch);
        at = stretch.end;
    }
    attribution->turns = turns;
    arena_release(noted);
}

const Turn *attribution_take_turn(Attribution *attribution, uint32_t token)
{
    while (attribution->taken_turns < attribution->turns.count &&
           attribution->turns.items[attribution->taken_turns].first < token)
        attribution->taken_turns++;
    if (attribution->taken_turns == attribution->turns.count ||
        attribution->turns.items[attribution->taken_turns].first != token)
        return NULL;
    return &attribution->turns.items[attribution->taken_turns++];
}
