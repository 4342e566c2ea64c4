/* Functions of numbers that give the same bits by every compiler and every C library: what is learned with them is the same everywhere. */
#ifndef QUOIN_TRAIN_ARITHMETIC_H
#define QUOIN_TRAIN_ARITHMETIC_H

float exponential(float x); /* e^x; 0 far below 0, and of 80 at most */
float square_root(float x); /* x is not negative */

#endif
