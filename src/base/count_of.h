/* How many items an array has. Of an array alone: of a pointer it would be nonsense, which the compilers warn of. */
#ifndef QUOIN_BASE_COUNT_OF_H
#define QUOIN_BASE_COUNT_OF_H

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
