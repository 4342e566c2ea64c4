/*
 * Sentences are those of the text around quotations: what is quoted belongs to the sentence that quotes it, and only its last character
 * decides whether that sentence ends with it:
 *
 *     “It is over,” she said. “We lost.” Nobody spoke.
 *     ------------- sentence ----------- ---- next ----
 */
#include "analysis/words/sentence_ends.h"

#include <string.h>

enum { VERB_LOOKAHEAD = 6, APPOSITION_LOOKAHEAD = 20 }; /* tokens */

void tokens_mark_spans(TokenList *list, size_t first_token, size_t first_span)
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

    for (size_t i = token; i < list->tokens.count && i < token + (apposition ? APPOSITION_LOOKAHEAD : VERB_LOOKAHEAD);
         i++) {
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

/* "No. [Nobody] came."; "No. 10" and "the No. seven bus" go on, and a label ("No. BECK: Yes.") begins a turn by itself. */
static bool is_behind_answer(const TokenList *list, size_t index)
{
    const Word *word = tokens_word(list, index);
    bool label = index + 1 < list->tokens.count && tokens_word(list, index + 1)->sign == ':';

    return word->kind == TOKEN_WORD && word->capital && !label && text_equal(tokens_text(list, index - 1), TEXT("No."));
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
    if (is_behind_answer(list, index))
        return true;
    return before->sign == ')' && index > first + 1 && is_stop(tokens_word(list, index - 2)) &&
           stop_ends_sentence(list, index - 1, index);
}

/* "Hallam 2" and "Dunmere 1" on two lines that are kept as they are. */
static bool ends_line(const TokenList *list, size_t index)
{
    Range between = {token_end(list, index - 1), token_start(list, index)};

    return text_find_byte(text_slice(list->article->text, between), '\n', 0) != TEXT_NOT_FOUND;
}

void tokens_number_sentences(TokenList *list, size_t first_token, bool of_lines)
{
    for (size_t i = first_token; i < list->tokens.count; i++) {
        TokenGroup *group = &list->groups.items[i / TOKENS_A_GROUP];

        if (i % TOKENS_A_GROUP == 0)
            group->sentence = list->sentences;
        if (i != first_token && !(of_lines && ends_line(list, i)) && !ends_sentence(list, i, first_token))
            continue;
        group->starts |= (uint32_t)1 << i % TOKENS_A_GROUP;
        list->sentences++;
    }
}
