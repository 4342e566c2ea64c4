/* windows-1252: what most bytes are that are not UTF-8. */
#ifndef QUOIN_BASE_UNICODE_WINDOWS_1252_H
#define QUOIN_BASE_UNICODE_WINDOWS_1252_H

#include <stdint.h>

/* What a byte is in windows-1252 (WHATWG Encoding Standard, index windows-1252). */
uint32_t windows_1252_code_point(unsigned char byte);

#endif
