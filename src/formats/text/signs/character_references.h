/* Characters written out as HTML does ("&ldquo;", "&#8220;", "&#x201c;") in a text that is none. */
#ifndef QUOIN_FORMATS_TEXT_SIGNS_CHARACTER_REFERENCES_H
#define QUOIN_FORMATS_TEXT_SIGNS_CHARACTER_REFERENCES_H

#include "base/text.h"

/* Bytes of the reference with which `text` begins, its ";" included, and the character that it stands for; 0: it begins with none. */
size_t character_reference(Text text, uint32_t *code_point);

#endif
