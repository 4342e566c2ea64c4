/*
 * A token is a word with what joins its parts ("AT&T", "mother-in-law"), a number, or one other character:
 *
 *     “Mr. J. Farrow’s well-known 43-year-old”
 *     “ Mr. J. Farrow ’s well-known 43-year-old ”
 */
#include "analysis/words/tokenizer.h"

#include <string.h>

#include "analysis/words/sentence_ends.h"
#include "analysis/words/vocabulary.h"
#include "base/unicode/unicode.h"

enum { BYTES_A_TOKEN = 5 };

void tokens_init(TokenList *list, Arena *arena, const Article *article, size_t bytes)
{
    *list = (TokenList){
        .arena = arena_within(arena), .span_arena = arena, .article = article, .marks = quote_marks_style(article->text)};
    ARRAY_RESERVE(list->arena, list->tokens, bytes / BYTES_A_TOKEN + 16);
    vocabulary_init(list, bytes);
}

void tokens_end(TokenList *list)
{
    vocabulary_end(list);
}

void tokens_forget(TokenList *list)
{
    arena_release(list->arena);
    memset(&list->tokens, 0, sizeof list->tokens);
}

/* Letters and digits of ASCII, and "_": a bit each. */
static inline bool is_word_byte(char byte)
{
    static const uint32_t bits[8] = {0, 0x03FF0000, 0x87FFFFFE, 0x07FFFFFE};

    return bits[(unsigned char)byte >> 5] >> ((unsigned char)byte & 31) & 1;
}

static inline bool is_word_at(Text text, size_t at, size_t *size)
{
    *size = 1;
    if ((unsigned char)text.bytes[at] < 0x80)
        return is_word_byte(text.bytes[at]);
    return unicode_is_alnum(utf8_decode(text, at, size));
}

static size_t word_end(Text text, size_t at, size_t end)
{
    size_t size;

    for (;;) {
        while (at < end && is_word_byte(text.bytes[at]))
            at++;
        if (at >= end || (unsigned char)text.bytes[at] < 0x80 || !is_word_at(text, at, &size))
            return at;
        at += size;
    }
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
                               "Maj Del Adm Cmdr Amb Sec Hon No v vs Inc Mt Ft Ave Gens Pres Supt "
                               "Cllr Coun Ald Insp Det Const Cpl Pte Pvt Brig Atty Revd Msgr Fr "
                               "Corp Co Ltd Jan Feb Aug Sept Oct Nov Dec ";
    char padded[8];

    if (word.size < 1 || word.size > 5)
        return false;
    padded[0] = ' ';
    memcpy(padded + 1, word.bytes, word.size);
    padded[word.size + 1] = ' ';
    padded[word.size + 2] = '\0';
    return strstr(list, padded) != NULL;
}

static bool is_at(Text text, size_t at, size_t end, Text sign)
{
    return at < end && text.bytes[at] == sign.bytes[0] && text_starts_with(text_slice(text, (Range){at, end}), sign);
}

/* Size of a joiner inside a word: an apostrophe, a hyphen, an en dash; "&" between capitals ("AT&T"). */
static size_t joiner_size(Text text, size_t at, size_t end)
{
    if (at >= end || text.bytes[at] == ' ')
        return 0;
    if (text.bytes[at] == '&')
        return at + 1 < end && ascii_is_upper(text.bytes[at - 1]) && ascii_is_upper(text.bytes[at + 1]);
    if (text.bytes[at] == '\'' || text.bytes[at] == '-')
        return 1;
    return is_at(text, at, end, TEXT("’")) || is_at(text, at, end, TEXT("–")) ? 3 : 0;
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
    if (word.bytes[word.size - 1] != 's')
        return 0;
    if (word.size > 2 && text_ends_with(word, TEXT("'s")))
        return 2;
    if (word.size > 4 && text_ends_with(word, TEXT("’s")))
        return 4;
    return 0;
}

static void add_token(TokenList *list, Range range, TokenKind kind, bool possessive, uint32_t block)
{
    Token token = {(uint32_t)range.start, vocabulary_enter(list, range, kind, possessive)};

    if (list->tokens.count % TOKENS_A_GROUP == 0)
        ARRAY_PUSH(list->arena, list->groups, ((TokenGroup){.block = block}));
    ARRAY_PUSH(list->arena, list->tokens, token);
}

static void add_word(TokenList *list, Range range, TokenKind kind, size_t block_end, uint32_t block)
{
    Text text = list->article->text;
    size_t cut = possessive_size(text_slice(text, range));
    size_t mark = is_at(text, range.end, block_end, TEXT("’")) ? 3 : is_at(text, range.end, block_end, TEXT("'"));

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

void tokens_add(TokenList *list, size_t block, Range part)
{
    size_t first_token = list->tokens.count, first_span = list->spans.count;
    BlockKind kind = list->article->blocks.items[block].kind;

    if (!block_has_text(kind) || kind == BLOCK_NOTE)
        return; /* a note is of the page or its editors: who is named there is not in the story */
    cut_tokens(list, part, (uint32_t)block);
    vocabulary_look_up(list);
    quote_marks_find(list->span_arena, list->article->text, part, &list->marks, &list->spans);
    tokens_mark_spans(list, first_token, first_span);
    tokens_number_sentences(list, first_token, kind == BLOCK_VERBATIM);
}
