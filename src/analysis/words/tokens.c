/*
 * Tokens of a block, then its sentences. Sentences are those of the text around quotations: what is quoted
 * belongs to the sentence that quotes it, and only its last character decides whether that sentence ends with
 * it:
 *
 *     “It is over,” she said. “We lost.” Nobody spoke.
 *     ------------- sentence ----------- ---- next ----
 */
#include "analysis/words/tokens.h"

#include <string.h>

#include "base/unicode.h"

enum {
    BYTES_A_TOKEN = 5,
    LONGEST_WORD = 48,
    SMALLEST_FILTER = 1 << 14,
    VERB_LOOKAHEAD = 6,
    APPOSITION_LOOKAHEAD = 20,
    HEADLINE_SHORT = 3,
    HEADLINE_WORDS = 4
};

enum { FIRST_SLOTS = 512, MOST_FIRST_SLOTS = 1 << 12, BYTES_A_SLOT = 8 };

void tokens_init(TokenList *list, Arena *arena, const Article *article, size_t bytes)
{
    size_t bits = SMALLEST_FILTER;

    *list = (TokenList){.arena = arena, .article = article, .marks = quote_marks_style(article->text)};
    ARRAY_RESERVE(arena, list->tokens, bytes / BYTES_A_TOKEN + 16);
    while (bits < bytes && bits < (size_t)1 << 24)
        bits *= 2;
    list->small_bits = bits;
    list->small_words = ARENA_ARRAY(arena, uint64_t, bits / 64);
    list->slot_count = FIRST_SLOTS;
    while (list->slot_count < bytes / BYTES_A_SLOT && list->slot_count < MOST_FIRST_SLOTS)
        list->slot_count *= 2;
    list->table = arena_within(arena);
    list->slots = ARENA_ARRAY(list->table, uint32_t, list->slot_count);
}

void tokens_end(TokenList *list)
{
    arena_release(list->table);
    list->slots = NULL;
    list->slot_count = 0;
}

/* ---- a filter of hashes (Bloom 1970, Communications of the ACM 13(7)), two bits a word ---- */

static void remember_small(TokenList *list, uint32_t hash)
{
    size_t first = hash & (list->small_bits - 1), second = (hash * 2654435761u >> 7) & (list->small_bits - 1);

    list->small_words[first / 64] |= (uint64_t)1 << first % 64;
    list->small_words[second / 64] |= (uint64_t)1 << second % 64;
}

bool tokens_written_small(const TokenList *list, uint32_t hash)
{
    size_t first = hash & (list->small_bits - 1), second = (hash * 2654435761u >> 7) & (list->small_bits - 1);

    return (list->small_words[first / 64] >> first % 64 & 1) &&
           (list->small_words[second / 64] >> second % 64 & 1);
}

Text tokens_text(const TokenList *list, size_t token)
{
    return (Text){list->article->text.bytes + token_start(list, token), tokens_word(list, token)->size};
}

/* ---- lower case ---- */

typedef struct LowerWord {
    char bytes[LONGEST_WORD + 4];
    size_t size;
    uint32_t table_hash; /* of the word lists */
    uint32_t hash;       /* of Word */
} LowerWord;

/* Small letters, a straight apostrophe, no final full stop. What is longer than any word of the lists keeps
 * only its hash. */
static LowerWord lower_word(Text word)
{
    LowerWord lower;

    lower.size = 0;
    lower.table_hash = 0;
    lower.hash = HASH_START;
    if (word.size > 1 && word.bytes[word.size - 1] == '.')
        word.size--;
    for (size_t at = 0; at < word.size;) {
        char bytes[4] = {word.bytes[at]};
        size_t size = 1, length = 1;

        if ((unsigned char)word.bytes[at] < 0x80) {
            bytes[0] = ascii_to_lower(word.bytes[at]);
        } else {
            uint32_t code_point = utf8_decode(word, at, &size);

            length = utf8_encode(code_point == 0x2019 ? '\'' : unicode_to_lower(code_point), bytes);
        }
        for (size_t i = 0; i < length; i++) {
            lower.table_hash = lower.table_hash * 31 + (unsigned char)bytes[i];
            lower.hash = hash_byte(lower.hash, bytes[i]);
            if (lower.size < LONGEST_WORD)
                lower.bytes[lower.size++] = bytes[i];
        }
        at += size;
    }
    lower.hash = hash_finish(lower.hash);
    return lower;
}

/* ---- where a token stands ---- */

static uint32_t count_bits(uint32_t bits)
{
    bits -= bits >> 1 & 0x55555555;
    bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
    return ((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101u >> 24;
}

uint32_t token_sentence(const TokenList *list, size_t token)
{
    const TokenGroup *group = token_group(list, token);

    return group->sentence + count_bits(group->starts & UINT32_MAX >> (TOKENS_A_GROUP - 1 - token % TOKENS_A_GROUP));
}

int32_t token_quoted_span(const TokenList *list, size_t token)
{
    uint32_t span = token_group(list, token)->span;

    while (list->spans.items[span].range.end <= token_start(list, token))
        span++;
    return (int32_t)span;
}

bool tokens_beside(const TokenList *list, size_t a, size_t b)
{
    return tokens_same_sentence(list, a, b) && tokens_same_span(list, a, b);
}

Range tokens_range(const TokenList *list, size_t first, size_t end)
{
    return (Range){token_start(list, first), token_end(list, end - 1)};
}

bool tokens_same_word(const TokenList *list, size_t a, size_t b)
{
    LowerWord first, second;

    if (list->tokens.items[a].word == list->tokens.items[b].word)
        return true;
    if (tokens_word(list, a)->hash != tokens_word(list, b)->hash)
        return false;
    first = lower_word(tokens_text(list, a));
    second = lower_word(tokens_text(list, b));
    return text_equal((Text){first.bytes, first.size}, (Text){second.bytes, second.size});
}

/* ---- cutting ---- */

static bool is_word_at(Text text, size_t at, size_t *size)
{
    char byte = text.bytes[at];

    *size = 1;
    if ((unsigned char)byte < 0x80)
        return ascii_is_alpha(byte) || ascii_is_digit(byte) || byte == '_';
    return unicode_is_alnum(utf8_decode(text, at, size));
}

static size_t word_end(Text text, size_t at, size_t end)
{
    size_t size;

    while (at < end && is_word_at(text, at, &size))
        at += size;
    return at;
}

/* "J." "U.S.": capitals each with a full stop; "p.m." "e.g.": small letters, two or more. */
static size_t initials_end(Text text, size_t at, size_t end)
{
    size_t start = at;

    while (at + 1 < end && ascii_is_alpha(text.bytes[at]) && text.bytes[at + 1] == '.')
        at += 2;
    return at > start + 2 || ascii_is_upper(text.bytes[start]) ? at : start;
}

static bool is_abbreviation(Text word)
{
    static const char list[] = " Mr Mrs Ms Dr Sen Sens Gov Rep Reps Gen Col Lt Sgt Rev Prof Jr Sr St Capt "
                               "Maj Del Adm Cmdr Amb Sec Hon No vs Inc Mt Ft Ave Gens Pres Supt "
                               "Corp Co Ltd Jan Feb Aug Sept Oct Nov Dec ";
    char padded[8];

    if (word.size < 2 || word.size > 5)
        return false;
    padded[0] = ' ';
    memcpy(padded + 1, word.bytes, word.size);
    padded[word.size + 1] = ' ';
    padded[word.size + 2] = '\0';
    return strstr(list, padded) != NULL;
}

/* Size of a joiner inside a word: an apostrophe, a hyphen, an en dash; "&" between capitals ("AT&T"). */
static size_t joiner_size(Text text, size_t at, size_t end)
{
    Text rest = text_slice(text, (Range){at, end});

    if (rest.size > 1 && rest.bytes[0] == '&')
        return ascii_is_upper(text.bytes[at - 1]) && ascii_is_upper(rest.bytes[1]);
    if (rest.size && (rest.bytes[0] == '\'' || rest.bytes[0] == '-'))
        return 1;
    return text_starts_with(rest, TEXT("’")) || text_starts_with(rest, TEXT("–")) ? 3 : 0;
}

static size_t whole_word_end(Text text, size_t at, size_t end)
{
    at = word_end(text, at, end);
    for (;;) {
        size_t joiner = joiner_size(text, at, end);
        size_t next = joiner ? word_end(text, at + joiner, end) : at;

        if (!joiner || next == at + joiner)
            return at;
        at = next;
    }
}

/* Size of "'s" or "s'" at the end of a word: what is cut off as a token of its own. */
static size_t possessive_size(Text word)
{
    if (word.size > 2 && text_ends_with(word, TEXT("'s")))
        return 2;
    if (word.size > 4 && text_ends_with(word, TEXT("’s")))
        return 4;
    return 0;
}

static bool is_initial(Text word)
{
    return word.size == 2 && ascii_is_upper(word.bytes[0]) && word.bytes[1] == '.';
}

/* "al-Rashidi", "ash-Sharif": the Arabic article, small before a name. */
static bool has_arabic_article(Text word)
{
    static const Text articles[] = {LITERAL("ad"), LITERAL("adh"), LITERAL("al"),  LITERAL("an"),
                                    LITERAL("ar"), LITERAL("as"),  LITERAL("ash"), LITERAL("at"),
                                    LITERAL("az"), LITERAL("el"),  LITERAL("es"),  LITERAL("ul")};
    size_t hyphen = word.size > 4 && word.bytes[2] == '-' ? 2 : 3;

    return word.size > 4 && word.bytes[hyphen] == '-' && ascii_is_upper(word.bytes[hyphen + 1]) &&
           TEXT_IS_ONE_OF(text_slice(word, (Range){0, hyphen}), articles);
}

static unsigned char sign_of(uint32_t code_point)
{
    if (code_point < 0x80)
        return (unsigned char)code_point;
    if (code_point >= 0x2013 && code_point <= 0x2015)
        return '-';
    if ((code_point >= 0x201C && code_point <= 0x201F) || code_point == 0xAB || code_point == 0xBB)
        return '"';
    if (code_point == 0x2018 || code_point == 0x2019)
        return '\'';
    return code_point == 0x2026 ? '.' : 0;
}

static Text word_text(const TokenList *list, const Word *word)
{
    return (Text){list->article->text.bytes + word->start, word->size};
}

static Word word_of(Text text, TokenKind kind)
{
    Word word = {.kind = (unsigned)kind & 3};
    LowerWord lower = lower_word(text);
    WordInfo info = word_info((Text){lower.bytes, lower.size}, lower.table_hash);
    size_t size;

    word.hash = lower.hash;
    if (!is_initial(text)) { /* "James A. Lowell" has no article in his name */
        word.classes = info.classes & 0xFFFFFF;
        word.number = info.number & 0xFF;
    }
    if (kind == TOKEN_WORD)
        word.capital = ((unsigned char)text.bytes[0] < 0x80 ? ascii_is_upper(text.bytes[0])
                                                            : unicode_is_upper(utf8_decode(text, 0, &size))) ||
                       has_arabic_article(text);
    else if (kind == TOKEN_SIGN)
        word.sign = sign_of(utf8_decode(text, 0, &size));
    return word;
}

/* Where a word is in the table, or belongs. Possessive endings are words of their own. */
static uint32_t *word_slot(const TokenList *list, Text text, bool possessive)
{
    size_t slot = (text_hash(text) + possessive) & (list->slot_count - 1);

    for (; list->slots[slot]; slot = (slot + 1) & (list->slot_count - 1)) {
        const Word *word = &list->words.items[list->slots[slot] - 1];

        if (word->possessive == possessive && text_equal(word_text(list, word), text))
            break;
    }
    return &list->slots[slot];
}

static void grow_slots(TokenList *list)
{
    arena_release(list->table);
    list->slot_count *= 2;
    list->slots = ARENA_ARRAY(list->table, uint32_t, list->slot_count);
    for (size_t i = 0; i < list->words.count; i++)
        *word_slot(list, word_text(list, &list->words.items[i]), list->words.items[i].possessive) = (uint32_t)i + 1;
}

/* A word is looked up once, and its index known from then on. */
static uint32_t enter_word(TokenList *list, Range range, TokenKind kind, bool possessive)
{
    Text text = {list->article->text.bytes + range.start, range_size(range)};
    uint32_t *slot = word_slot(list, text, possessive);
    Word word;

    if (*slot)
        return *slot - 1;
    if ((list->words.count + 1) * 2 > list->slot_count) {
        grow_slots(list);
        slot = word_slot(list, text, possessive);
    }
    word = word_of(text, kind);
    word.start = (uint32_t)range.start;
    word.size = (unsigned)text.size & TOKEN_LONGEST;
    if (possessive) {
        word.possessive = true;
        word.sign = 0;
    }
    if (kind == TOKEN_WORD && !word.capital)
        remember_small(list, word.hash);
    ARRAY_PUSH(list->arena, list->words, word);
    *slot = (uint32_t)list->words.count;
    return *slot - 1;
}

static void add_token(TokenList *list, Range range, TokenKind kind, bool possessive, uint32_t block)
{
    Token token = {(uint32_t)range.start, enter_word(list, range, kind, possessive)};

    if (list->tokens.count % TOKENS_A_GROUP == 0)
        ARRAY_PUSH(list->arena, list->groups, ((TokenGroup){.block = block}));
    ARRAY_PUSH(list->arena, list->tokens, token);
}

static void add_word(TokenList *list, Range range, TokenKind kind, size_t block_end, uint32_t block)
{
    Text text = list->article->text;
    size_t cut = possessive_size(text_slice(text, range));
    size_t mark = text_starts_with(text_slice(text, (Range){range.end, block_end}), TEXT("’")) ? 3
                  : range.end < block_end && text.bytes[range.end] == '\''                     ? 1
                                                                                               : 0;

    add_token(list, (Range){range.start, range.end - cut}, kind, false, block);
    if (cut)
        add_token(list, (Range){range.end - cut, range.end}, TOKEN_SIGN, true, block);
    else if (mark && text.bytes[range.end - 1] == 's' && range.end + mark < block_end &&
             ascii_is_blank(text.bytes[range.end + mark]))
        add_token(list, (Range){range.end, range.end + mark}, TOKEN_SIGN, true, block);
}

/* One token from `at` (not a blank); its end. */
static size_t cut_token(TokenList *list, size_t at, size_t end, uint32_t block)
{
    Text text = list->article->text;
    size_t limit = end - at > TOKEN_LONGEST - 3 ? at + TOKEN_LONGEST - 3 : end; /* and the last character goes over it */
    size_t size, stop = initials_end(text, at, limit);

    if (stop > at) {
        add_token(list, (Range){at, stop}, TOKEN_WORD, false, block);
        return stop;
    }
    if (is_word_at(text, at, &size)) {
        TokenKind kind = ascii_is_digit(text.bytes[at]) ? TOKEN_NUMBER : TOKEN_WORD;

        stop = whole_word_end(text, at, limit);
        if (stop < end && text.bytes[stop] == '.' && is_abbreviation(text_slice(text, (Range){at, stop}))) {
            add_token(list, (Range){at, stop + 1}, TOKEN_WORD, false, block);
            return stop + 1;
        }
        add_word(list, (Range){at, stop}, kind, end, block);
        return token_end(list, list->tokens.count - 1);
    }
    add_token(list, (Range){at, at + size}, TOKEN_SIGN, false, block);
    return at + size;
}

static void cut_tokens(TokenList *list, Range range, uint32_t block)
{
    Text text = list->article->text;
    size_t size;

    for (size_t at = range.start; at < range.end;) {
        uint32_t code_point = utf8_decode(text, at, &size);

        if ((code_point <= ' ' && code_point) || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200B) ||
            code_point == 0x3000 || code_point == 0xFEFF)
            at += size;
        else
            at = cut_token(list, at, range.end, block);
    }
}

/* ---- spans and sentences ---- */

static void mark_spans(TokenList *list, size_t first_token, size_t first_span)
{
    size_t span = first_span;

    for (size_t i = first_token; i < list->tokens.count; i++) {
        TokenGroup *group = &list->groups.items[i / TOKENS_A_GROUP];

        while (span < list->spans.count && list->spans.items[span].range.end <= token_start(list, i))
            span++;
        if (i % TOKENS_A_GROUP == 0)
            group->span = (uint32_t)span;
        if (span < list->spans.count && list->spans.items[span].range.start <= token_start(list, i))
            group->quoted |= (uint32_t)1 << i % TOKENS_A_GROUP;
    }
}

/* The last byte of what is quoted, marks and blanks at its end left out. */
static char last_quoted(const TokenList *list, const QuotedSpan *span)
{
    Text inner = text_slice(list->article->text, span_inner(span));

    while (inner.size) {
        size_t size, at = utf8_previous(inner, inner.size);
        uint32_t code_point = utf8_decode(inner, at, &size);

        if (code_point != ' ' && code_point != '"' && code_point != '\'' && code_point != 0xA0 &&
            !(code_point >= 0x2018 && code_point <= 0x201F))
            return inner.bytes[at];
        inner.size = at;
    }
    return '\0';
}

/* After “…?”: a verb of saying comes soon ("she asked"), so that the sentence goes on. */
static bool verb_follows(const TokenList *list, size_t token)
{
    bool apposition = false;

    for (size_t i = token;
         i < list->tokens.count && i < token + (apposition ? APPOSITION_LOOKAHEAD : VERB_LOOKAHEAD); i++) {
        const Word *next = tokens_word(list, i);

        if (next->classes & CLASS_SAYS)
            return !apposition || tokens_word(list, i - 1)->sign == ',' || tokens_word(list, i - 1)->sign == ')';
        if (next->sign == ',' || next->sign == '(')
            apposition = true;
        if ((token_is_quoted(list, i) && !apposition) || next->sign == '.' || next->sign == ';' || next->sign == ':')
            return false;
    }
    return false;
}

static bool ends_after_quotation(const TokenList *list, size_t token)
{
    const Word *word = tokens_word(list, token);
    char last = last_quoted(list, &list->spans.items[token_span(list, token - 1)]);
    bool goes_on = word->sign && strchr(",;-)", (int)word->sign);

    if (last == '.')
        return word->capital || token_is_quoted(list, token) || (word->kind == TOKEN_SIGN && !goes_on);
    return (last == '?' || last == '!') && word->capital && !verb_follows(list, token);
}

static bool is_stop(const Word *word)
{
    return word->sign == '.' || word->sign == '?' || word->sign == '!';
}

/* "3.5" "ember.com" "(D-Ill.), who" "and … then" go on: no blank after the stop, or a small letter after it. */
static bool stop_ends_sentence(const TokenList *list, size_t stop, size_t token)
{
    const Word *next = tokens_word(list, token);
    char byte = list->article->text.bytes[token_start(list, token)];

    if (token_start(list, token) == token_end(list, stop) &&
        (next->kind != TOKEN_SIGN || (next->sign && strchr(",;:)", (int)next->sign))))
        return false;
    return !(next->kind == TOKEN_WORD && !next->capital && ascii_is_lower(byte));
}

static bool is_company_end(const Word *word, Text text)
{
    return text.size > 2 && text.bytes[text.size - 1] == '.' &&
           (word->number == WORD_INC || word->number == WORD_CORP || word->number == WORD_CO ||
            word->number == WORD_JR || word->number == WORD_SR);
}

static bool ends_sentence(const TokenList *list, size_t index, size_t first)
{
    const Word *word = tokens_word(list, index), *before = tokens_word(list, index - 1);

    if (token_is_quoted(list, index - 1))
        return !tokens_same_span(list, index - 1, index) && ends_after_quotation(list, index);
    if (is_stop(before))
        return stop_ends_sentence(list, index - 1, index);
    if (word->capital && (word->classes & CLASS_NOT_NAME) && is_company_end(before, tokens_text(list, index - 1)))
        return true;
    return before->sign == ')' && index > first + 1 && is_stop(tokens_word(list, index - 2)) &&
           stop_ends_sentence(list, index - 1, index);
}

static void number_sentences(TokenList *list, size_t first)
{
    for (size_t i = first; i < list->tokens.count; i++) {
        TokenGroup *group = &list->groups.items[i / TOKENS_A_GROUP];

        if (i % TOKENS_A_GROUP == 0)
            group->sentence = list->sentences;
        if (i != first && !ends_sentence(list, i, first))
            continue;
        group->starts |= (uint32_t)1 << i % TOKENS_A_GROUP;
        list->sentences++;
    }
}

void tokens_add(TokenList *list, size_t block, Range part)
{
    size_t first_token = list->tokens.count, first_span = list->spans.count;
    BlockKind kind = list->article->blocks.items[block].kind;

    if (!block_has_text(kind) || kind == BLOCK_VERBATIM)
        return;
    cut_tokens(list, part, (uint32_t)block);
    quote_marks_find(list->arena, list->article->text, part, list->marks, &list->spans);
    mark_spans(list, first_token, first_span);
    number_sentences(list, first_token);
}

bool tokens_are_headline(const TokenList *list, size_t first, size_t end)
{
    size_t words = 0, capitals = 0;

    if (block_is_headline(list->article->blocks.items[token_block(list, first)].kind))
        return true;
    if (tokens_word(list, end - 1)->sign == '.')
        return false;
    for (size_t i = first; i < end; i++) {
        const Word *word = tokens_word(list, i);

        if (word->kind == TOKEN_WORD && word->size > HEADLINE_SHORT) {
            words++;
            capitals += word->capital;
        }
    }
    return words >= HEADLINE_WORDS && capitals * 4 >= words * 3;
}
