/* What somebody is called elsewhere: "@InesFarrow" is another name of Ines Farrow, and no person of its own. */
#ifndef QUOIN_ANALYSIS_NAMES_HANDLES_H
#define QUOIN_ANALYSIS_NAMES_HANDLES_H

#include "analysis/names/name_mentions.h"
#include "analysis/words/lexicon.h"

/*
 * Enter the handle that begins with the "@" at the token; it is nobody's until names are joined, or that of the name before it, which it stands
 * behind in brackets. The token behind it; `token` where none begins, as in an address of mail.
 */
size_t scan_take_handle(NameScan *scan, size_t token);

enum { HANDLE_WAYS = 12 };

/* Append the handle, folded, that a person of this folded name may have, in one of the ways; false: a name of one word has none. */
bool handle_of_name(Text folded, size_t way, FoldedName *handle);

#endif
