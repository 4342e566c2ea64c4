/*
 * A label is read from left to right: signs and a time before it, the words that name somebody, what stands behind them in brackets or behind a
 * comma, and what ends it:
 *
 *     [00:12]  ANN LOW  , HARBOUR NEWS HOST    :
 *              Ms. Ada Quill  (Dunmere North) (Lab)  :
 *     4 .      CHRIS HALDANE  (National—Kaweka) to the Minister  :
 *              Mr. HOLLIS  .
 *              Speaker 1  (00:03)
 *     10:42 <  gull_feeder  >
 *
 * Whether it is a label at all depends on what else is on the page: registers.c.
 */
#include "analysis/speech/labels.h"

enum {
    NAME_MOST = 12,     /* tokens */
    BRACKETS_MOST = 16, /* tokens between two brackets */
    GROUPS_MOST = 3,
    ROLE_MOST = 14 /* tokens behind a comma */
};

static char sign_at(const Attribution *attribution, uint32_t token, uint32_t limit)
{
    return token < limit ? (char)word_at(attribution, token)->sign : '\0';
}

static Text text_at(const Attribution *attribution, uint32_t token)
{
    return tokens_text(attribution->tokens, token);
}

static bool is_number(const Attribution *attribution, uint32_t token, uint32_t limit)
{
    return token < limit && word_at(attribution, token)->kind == TOKEN_NUMBER;
}

bool word_is_in_capitals(Text word)
{
    size_t letters = 0;

    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_lower(word.bytes[i]))
            return false;
        letters += ascii_is_alpha(word.bytes[i]) || (unsigned char)word.bytes[i] >= 0x80;
    }
    return letters > 1;
}

/* Behind "00:12:31", "10.42", "10:42 AM"; `at` itself where there is none. */
static uint32_t skip_clock(const Attribution *attribution, uint32_t at, uint32_t limit)
{
    uint32_t end = at;
    int numbers = 0;

    while (is_number(attribution, end, limit)) {
        char next = sign_at(attribution, end + 1, limit);

        numbers++;
        end++;
        if ((next != ':' && next != '.') || !is_number(attribution, end + 1, limit))
            break;
        end++;
    }
    if (numbers < 2)
        return at;
    return end < limit && token_is_half_of_day(attribution->tokens, end) ? end + 1 : end;
}

/* Behind "30/11/2026," and "2026-11-30", with a time to follow. */
static uint32_t skip_day(const Attribution *attribution, uint32_t at, uint32_t limit)
{
    uint32_t end = at;

    while (is_number(attribution, end, limit)) {
        char next = sign_at(attribution, ++end, limit);

        if (next != '/' && next != '.')
            break;
        end++;
    }
    return end > at && sign_at(attribution, end, limit) == ',' ? end + 1 : end;
}

/* Behind a time: "[00:12:31]", "(12:31)", "10.42", "[30/11/2026, 10:42:12]"; `at` itself where there is none. */
static uint32_t skip_time(const Attribution *attribution, uint32_t at, uint32_t limit)
{
    char open = sign_at(attribution, at, limit);
    uint32_t first, end, day;

    open = open == '[' || open == '(' ? open : '\0';
    first = at + (open != '\0');
    day = skip_day(attribution, first, limit);
    end = skip_clock(attribution, day, limit);
    if (end == day)
        end = skip_clock(attribution, first, limit);
    if (end == first || (open && sign_at(attribution, end, limit) != (open == '[' ? ']' : ')')))
        return at;
    return end + (open != '\0');
}

bool label_time_at(const Attribution *attribution, uint32_t first, uint32_t limit)
{
    return skip_time(attribution, first, limit) > first;
}

/* Behind the bracket that is closed; `at` itself where none is opened or closed. */
static uint32_t skip_brackets(const Attribution *attribution, uint32_t at, uint32_t limit)
{
    char open = sign_at(attribution, at, limit), close = open == '(' ? ')' : ']';

    if (open != '(' && open != '[')
        return at;
    for (uint32_t i = at + 1; i < limit && i - at <= BRACKETS_MOST; i++) {
        if (sign_at(attribution, i, limit) == close)
            return i + 1;
    }
    return at;
}

/* "gull_feeder", "mudlark77" */
static bool is_handle(Text word)
{
    bool letters = false, others = false;

    for (size_t i = 0; i < word.size; i++) {
        letters = letters || ascii_is_alpha(word.bytes[i]);
        others = others || word.bytes[i] == '_' || ascii_is_digit(word.bytes[i]);
    }
    return letters && others;
}

/* "MR" before its full stop, which is no token with it. */
static bool is_short_title(Text word)
{
    static const Text titles[] = {LITERAL("mr"),  LITERAL("mrs"), LITERAL("ms"),   LITERAL("dr"),
                                  LITERAL("hon"), LITERAL("rt"),  LITERAL("rep"),  LITERAL("sen"),
                                  LITERAL("gen"), LITERAL("col"), LITERAL("prof"), LITERAL("rev")};

    return TEXT_IS_ONE_OF(word, titles);
}

/* Small words in labels: "Minister for the Marine", "Some hon. members". */
static bool is_joint(Text word)
{
    static const Text joints[] = {LITERAL("of"),  LITERAL("for"),  LITERAL("the"),    LITERAL("and"),
                                  LITERAL("hon"), LITERAL("from"), LITERAL("member"), LITERAL("members")};

    return TEXT_IS_ONE_OF(word, joints);
}

static bool is_name_token(const Attribution *attribution, uint32_t first, uint32_t at, uint32_t limit)
{
    const Word *word = word_at(attribution, at);

    if (token_is_quoted(attribution->tokens, at))
        return false;
    if (word->kind == TOKEN_NUMBER)
        return at > first && skip_time(attribution, at, limit) == at;
    if (word->kind == TOKEN_WORD)
        return word->capital || is_handle(text_at(attribution, at)) ||
               (at > first && ((word->classes & CLASS_PARTICLE) || is_joint(text_at(attribution, at))));
    if (at == first)
        return word->sign == '@' || (word->sign == '+' && is_number(attribution, at + 1, limit));
    return (word->sign == '.' && is_short_title(text_at(attribution, at - 1))) || word->sign == '/' || word->sign == '&';
}

static uint32_t name_end(const Attribution *attribution, uint32_t first, uint32_t limit)
{
    uint32_t end = first;

    while (end < limit && end - first < NAME_MOST && is_name_token(attribution, first, end, limit))
        end++;
    return end;
}

/* Behind ", HARBOUR NEWS HOST", or behind "to the Minister" where a bracket or a time stands before it; no verb is in it. */
static uint32_t skip_role(const Attribution *attribution, uint32_t at, uint32_t limit, bool may_be_spoken_to)
{
    uint32_t end = at;

    if (sign_at(attribution, at, limit) != ',' &&
        !(may_be_spoken_to && at < limit && word_at(attribution, at)->number == WORD_TO))
        return at;
    for (end++; end < limit && end - at <= ROLE_MOST; end++) {
        const Word *word = word_at(attribution, end);

        if (word->sign == ':')
            return end;
        if ((word->classes & (CLASS_CUE | CLASS_AUXILIARY)) || word->sign == '.' || word->sign == '?' ||
            token_is_quoted(attribution->tokens, end))
            break;
    }
    return at;
}

/* "Lena Orr -- Chief Executive Officer", "Ada Quill, Dunmere North": in a line of its own. */
static bool is_line_with_role(const Attribution *attribution, uint32_t at, uint32_t limit)
{
    char sign = sign_at(attribution, at, limit);

    if (sign != '-' || limit - at > ROLE_MOST)
        return false;
    for (; at < limit; at++) {
        const Word *word = word_at(attribution, at);

        if ((word->classes & (CLASS_CUE | CLASS_AUXILIARY)) || word->sign == '.' || word->sign == '?' ||
            (word->kind == TOKEN_WORD && !word->capital && !is_joint(text_at(attribution, at))))
            return false;
    }
    return true;
}

/* Behind brackets and times at the end of a label. */
static uint32_t read_groups(const Attribution *attribution, uint32_t at, uint32_t limit, Label *label)
{
    for (int groups = 0; groups < GROUPS_MOST; groups++) {
        uint32_t time = skip_time(attribution, at, limit), end = skip_brackets(attribution, at, limit);

        if (time > at) {
            label->timed = true;
            at = time;
        } else if (end > at) {
            if (!label->in_brackets)
                label->inside = (TokenRange){at + 1, end - 1};
            label->in_brackets = true;
            at = end;
        }
    }
    return at;
}

bool label_is_letter(const Attribution *attribution, const Label *label, char letter)
{
    Text text = text_at(attribution, label->name.first);

    return label->name.end - label->name.first == 1 && text.size && text.bytes[0] == letter &&
           (text.size == 1 || (text.size == 2 && text.bytes[1] == '.'));
}

static bool is_any_letter(const Attribution *attribution, const Label *label)
{
    return label_is_letter(attribution, label, 'Q') || label_is_letter(attribution, label, 'A');
}

/* "Q. When", "Q Thank you"; whether "A Friday" is an answer depends on whether there are such questions. */
static bool read_letter(const Attribution *attribution, uint32_t limit, Label *label)
{
    Text text = text_at(attribution, label->name.first);
    uint32_t next = label->name.first + 1;

    label->name.end = next;
    if (!is_any_letter(attribution, label) || next >= limit)
        return false;
    label->form = LABEL_LETTER;
    label->words = next + (sign_at(attribution, next, limit) == '-');
    if (sign_at(attribution, next, limit) == ':')
        label->words = next + 1;
    else if (text.size == 1)
        label->bare = label->words < limit && word_at(attribution, label->words)->kind == TOKEN_WORD;
    return label->words < limit && (label->bare || text.size > 1 || label->words > next) &&
           (!label->bare || word_at(attribution, label->words)->capital);
}

/* "The CHAIRMAN.", "MR. HOLLIS." */
static bool may_end_in_stop(const Attribution *attribution, const Label *label)
{
    const Word *first = word_at(attribution, label->name.first);

    return label->name.end - label->name.first >= 2 &&
           ((first->classes & (CLASS_TITLE | CLASS_STRONG_TITLE | CLASS_PERSON_TITLE)) || first->number == WORD_THE ||
            is_short_title(text_at(attribution, label->name.first))) &&
           word_is_in_capitals(text_at(attribution, label->name.end - 1));
}

/* "Dear Marta," and "DEAR ABIGAIL:" */
static bool read_address(const Attribution *attribution, uint32_t limit, Label *label)
{
    uint32_t end = ++label->name.first;
    char sign;

    while (end < limit && end - label->name.first < NAME_MOST && word_at(attribution, end)->kind == TOKEN_WORD)
        end++;
    sign = sign_at(attribution, end, limit);
    label->name.end = end;
    label->words = end + 1;
    label->form = LABEL_DEAR;
    return end > label->name.first && word_at(attribution, label->name.first)->capital && (sign == ':' || sign == ',');
}

/* Is what follows a name that is not in capitals a small word, as in a sentence? */
static bool goes_on_small(const Attribution *attribution, uint32_t at, uint32_t limit, const Label *label)
{
    const Word *next = word_at(attribution, at < limit ? at : limit - 1);

    return at < limit && next->kind == TOKEN_WORD && !next->capital &&
           !word_is_in_capitals(text_at(attribution, label->name.first));
}

static bool read_end(const Attribution *attribution, uint32_t at, uint32_t limit, Label *label)
{
    char sign = sign_at(attribution, at, limit);

    label->words = at + 1;
    label->form = LABEL_COLON;
    if (label->in_angles)
        return sign == '>';
    if (sign == ':') {
        label->words = skip_time(attribution, at + 1, limit);
        label->timed = label->timed || label->words > at + 1;
        return true;
    }
    label->form = LABEL_STOP;
    if (sign == '.' && at == label->name.end)
        return may_end_in_stop(attribution, label) && at + 1 < limit;
    if (is_line_with_role(attribution, at, limit)) {
        label->in_brackets = true;
        at = limit;
    }
    if (at == label->name.end && goes_on_small(attribution, at, limit, label))
        return false; /* "[10:42] Messages are encrypted." */
    label->words = at;
    label->form = at == limit ? LABEL_LINE : LABEL_TIME;
    if (sign == '-' && at == label->name.end && at + 1 < limit) {
        label->words = at + 1;
        label->form = LABEL_DASH;
    }
    return at == limit || label->timed || label->form == LABEL_DASH;
}

/* Behind the dash or the "From" that chats have between a time and a name, and the "~" before a name that is in no address book. */
static uint32_t skip_joint(const Attribution *attribution, uint32_t at, uint32_t limit)
{
    if (at < limit && (word_at(attribution, at)->sign == '-' || word_at(attribution, at)->number == WORD_FROM))
        at++;
    return at + (sign_at(attribution, at, limit) == '~');
}

bool label_at(const Attribution *attribution, uint32_t first, uint32_t limit, Label *label)
{
    uint32_t at = first, time;

    *label = (Label){.form = LABEL_COLON};
    while (sign_at(attribution, at, limit) == '>' || sign_at(attribution, at, limit) == '-')
        at++;
    if (sign_at(attribution, at, limit) == '#' && is_number(attribution, at + 1, limit))
        at += 2; /* "#4 Ines Farrow:", in a forum */
    if (is_number(attribution, at, limit) && at + 1 < limit && word_is_in_capitals(text_at(attribution, at + 1)))
        at++; /* "12 THE WITNESS:", lines that are counted */
    time = skip_time(attribution, at, limit);
    label->timed = time > at && (sign_at(attribution, at, limit) == '[' || sign_at(attribution, at, limit) == '(');
    label->clock = time > at && !label->timed;
    at = time > at ? skip_joint(attribution, time, limit) : time;
    label->in_angles = sign_at(attribution, at, limit) == '<';
    at += label->in_angles;
    if (at >= limit)
        return false;
    label->name = (TokenRange){at, at};
    if (read_letter(attribution, limit, label))
        return true;
    if (text_equal_ignoring_case(text_at(attribution, at), TEXT("dear")))
        return read_address(attribution, limit, label);
    label->name.end = name_end(attribution, at, limit);
    if (label->name.end == at && label->in_angles && word_at(attribution, at)->kind == TOKEN_WORD)
        label->name.end++;
    if (label->name.end == at)
        return false;
    at = read_groups(attribution, label->name.end, limit, label);
    label->spoken_to = sign_at(attribution, at, limit) == ',';
    at = skip_role(attribution, at, limit, label->in_brackets || label->clock);
    return read_end(attribution, at, limit, label);
}

/* ---- who looks like a speaker ---- */

static bool is_label_word(Text word)
{
    static const Text words[] = {
#define LABEL_WORD(word) LITERAL(word),
#include "analysis/attribution/registers.def"
    };

    return TEXT_IS_ONE_OF(word, words);
}

bool label_looks_like_speaker(const Attribution *attribution, const Label *label)
{
    bool capitals = true, handle = false;

    if (is_any_letter(attribution, label))
        return true;
    for (uint32_t i = label->name.first; i < label->name.end; i++) {
        const Word *word = word_at(attribution, i);

        if (word->kind == TOKEN_SIGN)
            continue;
        if ((word->classes & (CLASS_PERSON_TITLE | CLASS_STRONG_TITLE | CLASS_ROLE)) ||
            is_short_title(text_at(attribution, i)) || is_label_word(text_at(attribution, i)))
            return true;
        capitals = capitals && (word->kind == TOKEN_NUMBER || word_is_in_capitals(text_at(attribution, i)));
        handle = handle || is_handle(text_at(attribution, i));
    }
    return capitals || handle ||
           (label->name.end - label->name.first == 1 && (word_at(attribution, label->name.first)->classes & CLASS_GIVEN));
}
