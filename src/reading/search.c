/*
 * Searching the open article. A seek goes from a place to the next match in steps of bounded work, past the
 * end to the start (or the other way), so that a long text never holds up a key; the count of all matches
 * follows in idle time.
 */
#include "reading/search.h"

#include "base/lower_bound.h"

enum { SEEK_AT_ONCE = 4 * 1024 * 1024, SEEK_STEP = 256 * 1024, INDEX_STEP = 1024 * 1024 };

void search_begin(Search *search, Text pattern, size_t origin)
{
    arena_reset(&search->arena);
    *search = (Search){.arena = search->arena, .origin = origin};
    search->pattern = arena_copy(&search->arena, pattern);
    needle_init(&search->needle, &search->arena, search->pattern);
}

void search_end(Search *search)
{
    search_begin(search, (Text){0}, 0);
}

static SearchOutcome finish(Search *search, SearchOutcome outcome)
{
    search->seeking = false;
    search->outcome = outcome;
    return outcome;
}

/* More of the text than is loaded, if there is more. */
static bool load_more(Article *article, size_t until)
{
    if (article->text.size >= until)
        return true;
    (void)article_index(article, until);
    return article->text.size >= until;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* One step forwards: [seek_at, seek_at + SEEK_STEP) cut to the text, or to seek_from after the end was
 * passed. */
static SearchOutcome step_forwards(Search *search, Article *article)
{
    size_t until = search->seek_at + SEEK_STEP;
    Text text;

    (void)load_more(article, until);
    text = article->text;
    until = least(until, search->wrapped ? search->seek_from : text.size);
    if (needle_find(&search->needle, text, search->seek_at, until, &search->current))
        return finish(search, search->wrapped ? SEARCH_FOUND_WRAPPED : SEARCH_FOUND);
    search->seek_at = until;
    if (search->wrapped && until >= search->seek_from)
        return finish(search, SEARCH_NONE);
    if (!search->wrapped && until >= text.size) {
        search->wrapped = true;
        search->seek_at = 0;
        if (search->seek_from == 0)
            return finish(search, SEARCH_NONE);
    }
    return SEARCH_GOES_ON;
}

/* One step backwards: matches that start in [seek_at - SEEK_STEP, seek_at). */
static SearchOutcome step_backwards(Search *search, Article *article)
{
    Text text = article->text;
    size_t lowest = search->wrapped ? search->seek_from : 0;
    size_t from = search->seek_at > lowest + SEEK_STEP ? search->seek_at - SEEK_STEP : lowest;

    if (needle_find_last(&search->needle, text, from, search->seek_at, &search->current))
        return finish(search, search->wrapped ? SEARCH_FOUND_WRAPPED : SEARCH_FOUND);
    search->seek_at = from;
    if (from > lowest)
        return SEARCH_GOES_ON;
    if (search->wrapped)
        return finish(search, SEARCH_NONE);
    if (article_index(article, article->indexed + INDEX_STEP))
        return SEARCH_GOES_ON; /* the end is not known yet */
    search->wrapped = true;
    search->seek_at = article->text.size;
    return SEARCH_GOES_ON;
}

SearchOutcome search_seek_on(Search *search, Article *article, size_t bytes)
{
    SearchOutcome outcome = SEARCH_GOES_ON;

    for (size_t done = 0; outcome == SEARCH_GOES_ON && done <= bytes; done += SEEK_STEP)
        outcome = search->backwards ? step_backwards(search, article) : step_forwards(search, article);
    return outcome;
}

SearchOutcome search_seek(Search *search, Article *article, size_t from, bool backwards)
{
    search->current = (Range){0, 0};
    if (search->needle.folded.size == 0)
        return finish(search, SEARCH_NONE);
    search->backwards = backwards;
    search->wrapped = false;
    search->seeking = true;
    search->seek_at = search->seek_from = from;
    return search_seek_on(search, article, SEEK_AT_ONCE);
}

bool search_count(Search *search, Article *article, size_t bytes)
{
    size_t until = search->counted_until + bytes;
    Range match;
    Text text;

    if (search->needle.folded.size == 0 || search->counted)
        return false;
    (void)load_more(article, until);
    text = article->text;
    until = least(until, text.size);
    while (needle_find(&search->needle, text, search->counted_until, until, &match)) {
        if (search->matches.count == MOST_MATCHES) {
            search->counted = search->too_many = true;
            return false;
        }
        ARRAY_PUSH(&search->arena, search->matches, match);
        search->counted_until = match.end;
    }
    if (search->counted_until < until)
        search->counted_until = until;
    search->counted = search->counted_until >= text.size && article->complete;
    return true;
}

/* A match may have begun at the end that there was. */
void search_go_on(Search *search, bool continued)
{
    enum { FOLDED_TIMES = 4 }; /* a character may be so many times as long as what it is folded to */
    size_t back = FOLDED_TIMES * search->needle.folded.size, last = 0;

    if (!continued) {
        search->current = (Range){0, 0};
        search->seeking = search->too_many = search->counted = false;
        search->matches.count = search->counted_until = 0;
    }
    if (search->too_many)
        return;
    if (search->matches.count)
        last = search->matches.items[search->matches.count - 1].end;
    search->counted = false;
    search->counted_until = search->counted_until > back ? search->counted_until - back : 0;
    if (search->counted_until < last)
        search->counted_until = last;
}

size_t search_number(const Search *search)
{
    size_t at;

    if (range_is_empty(search->current))
        return 0;
    LOWER_BOUND(at, search->matches.count, search->matches.items[at].start < search->current.start);
    return at < search->matches.count && search->matches.items[at].start == search->current.start ? at + 1 : 0;
}
