/* Subjects as such: names, pronouns, and descriptions with the noun at their head. */
#include "analysis/attribution/subjects.h"

#include "analysis/people/roles.h"

int32_t subject_new(Attribution *attribution, SubjectKind kind, uint32_t first, uint32_t end, int32_t person)
{
    Subject subject = {.kind = kind, .first = first, .end = end, .person = person, .antecedent = NO_SUBJECT};

    ARRAY_PUSH(attribution->arena, attribution->subjects, subject);
    return (int32_t)attribution->subjects.count - 1;
}

int32_t subject_of_mention(Attribution *attribution, const NameRun *mention)
{
    return subject_new(attribution, SUBJECT_NAME, mention->shown, mention->end, mention->person);
}

int32_t subject_of_word(Attribution *attribution, uint32_t token)
{
    return subject_new(attribution, SUBJECT_PRONOUN, token, token + 1, NO_PERSON);
}

const Subject *subject_at(const Attribution *attribution, int32_t subject)
{
    return &attribution->subjects.items[subject];
}

uint32_t subject_head(const Attribution *attribution, const Subject *subject)
{
    uint32_t head = subject->first;

    for (uint32_t i = subject->first; i < subject->end; i++) {
        const Word *token = word_at(attribution, i);

        if (i > subject->first && ((token->classes & CLASS_PREPOSITION) || token->number == WORD_WHO ||
                                   token->number == WORD_THAT || token->number == WORD_WHICH || token->sign == ','))
            break;
        head = i;
    }
    return head;
}

static bool word_ends_like_person(Text word)
{
    static const Text endings[] = {LITERAL("ist"),  LITERAL("man"),  LITERAL("men"),   LITERAL("ian"),
                                   LITERAL("ers"),  LITERAL("er"),   LITERAL("or"),    LITERAL("ors"),
                                   LITERAL("ists"), LITERAL("ians"), LITERAL("person")};

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (text_ends_with(word, endings[i]))
            return true;
    }
    return false;
}

bool word_is_for_person(const Attribution *attribution, uint32_t token)
{
    Text word = tokens_text(attribution->tokens, token);

    return (word_at(attribution, token)->classes & CLASS_PERSON_NOUN) || word_ends_like_person(word) ||
           word_is_person_plural(word);
}

bool subject_can_speak(const Attribution *attribution, const Subject *description)
{
    uint32_t head = subject_head(attribution, description);

    return word_at(attribution, head)->capital || word_is_for_person(attribution, head);
}

bool mention_follows_preposition(const Attribution *attribution, const Sentence *sentence, const NameRun *mention)
{
    size_t first = sentence_item(sentence, mention->outer);

    return first > 0 && (item_has(attribution, sentence, first - 1, CLASS_PREPOSITION) ||
                         item_possessive(attribution, sentence, first - 1));
}

bool mention_is_title(const Attribution *attribution, const NameRun *mention)
{
    return mention->end < attribution_token_count(attribution) && is_role_word(attribution->people, mention->end - 1) &&
           (word_at(attribution, mention->end)->number == WORD_OF ||
            word_at(attribution, mention->end)->number == WORD_FOR);
}

bool name_is_full(const NameRun *name)
{
    return name && name->person != NO_PERSON && name->end - name->first >= 2;
}
