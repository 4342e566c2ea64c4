/* A short form that may stand for two names is nobody's: so each rule notes what a name may stand for, and only then they are joined. */
#include "analysis/merging/merge_work.h"

Text folded_last_word(Text folded)
{
    size_t size = folded.size;

    while (size && folded.bytes[size - 1] != ' ')
        size--;
    return text_slice(folded, (Range){size, folded.size});
}

Text folded_first_word(Text folded)
{
    size_t size = text_find_byte(folded, ' ', 0);

    return text_slice(folded, (Range){0, size == TEXT_NOT_FOUND ? folded.size : size});
}

void merging_note(Merging *merging, uint32_t other, uint32_t name)
{
    uint32_t known = merging->candidates[other];

    if (known == CANDIDATE_NONE)
        merging->candidates[other] = name + 1;
    else if (known != CANDIDATE_SEVERAL && name_root(merging->table, known - 1) != name_root(merging->table, name))
        merging->candidates[other] = CANDIDATE_SEVERAL;
}
