/*
 * The names are kept in a table by their folded form; at each token the longest run of words that is in it is taken:
 *
 *     entities: [{name: Varn Valley Survey, …}, {name: Varn, …}]
 *     the [Varn Valley Survey] measured the [Varn]
 *
 * Folding leaves out capitals, so a name must also begin with a capital where its listed form does, and one that is listed
 * in capitals only ("US") must be written so.
 */
#include "analysis/entities/given_names.h"

#include "analysis/words/phrases.h"
#include "base/unicode/unicode.h"

enum { WORDS_MOST = 12 };

static void enter(GivenNames *names, Text name, size_t given)
{
    size_t before = names->table.names.count;
    uint32_t entered = name_enter(&names->table, name);

    if (entered == NO_NAME || names->table.names.count == before)
        return;
    ARRAY_PUSH(names->arena, names->given, ((GivenName){name, given}));
    if (names->table.names.items[entered].word_count > names->longest)
        names->longest = names->table.names.items[entered].word_count;
}

void given_names_init(GivenNames *names, Arena *arena, const Article *article)
{
    *names = (GivenNames){.arena = arena, .article = article, .table = {.arena = arena}};
    for (size_t i = 0; i < article->entities.count; i++)
        enter(names, article->entities.items[i].name, i);
    for (size_t i = 0; i < article->entities.count; i++) {
        const GivenEntity *entity = &article->entities.items[i];

        for (size_t j = 0; j < entity->aliases.count; j++)
            enter(names, entity->aliases.items[j], i);
    }
    if (names->longest > WORDS_MOST)
        names->longest = WORDS_MOST;
}

static bool begins_with_capital(Text text)
{
    size_t size;

    return text.size && unicode_is_upper(utf8_decode(text, 0, &size));
}

static bool has_small_letter(Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_lower(text.bytes[i]) || (unsigned char)text.bytes[i] >= 0x80)
            return true;
    }
    return false;
}

static bool is_written_as(Text written, Text listed)
{
    if (begins_with_capital(listed) && !begins_with_capital(written))
        return false;
    return has_small_letter(listed) || !has_small_letter(written);
}

/* The end of the longest given name that begins at `first`, a token; `first` itself when none does. */
static size_t longest_name(const GivenNames *names, const TokenList *tokens, size_t first, size_t end, size_t *given)
{
    Phrase phrase = phrase_at(tokens, end, first);
    size_t found = first;

    while (phrase.end - first < names->longest && phrase_grow(&phrase)) {
        uint32_t name = name_find(&names->table, folded_name_text(&phrase.folded));

        if (tokens_word(tokens, phrase.end - 1)->kind != TOKEN_SIGN && name != NO_NAME &&
            is_written_as(text_slice(names->article->text, phrase_range(&phrase)), names->given.items[name].listed)) {
            found = phrase.end;
            *given = names->given.items[name].given;
        }
    }
    return found;
}

void given_names_scan(GivenNames *names, const TokenList *tokens, size_t first, size_t end)
{
    while (first < end) {
        size_t given = NOT_GIVEN, after = longest_name(names, tokens, first, end, &given);

        if (after > first) {
            GivenMention mention = {tokens_range(tokens, first, after), given};

            ARRAY_PUSH(names->arena, names->mentions, mention);
        }
        first = after > first ? after : first + 1;
    }
}

size_t given_names_find(const GivenNames *names, Text name)
{
    uint32_t found = name_find_spelled(&names->table, name);

    return found < names->given.count ? names->given.items[found].given : NOT_GIVEN;
}
