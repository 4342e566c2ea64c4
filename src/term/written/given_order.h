/* What a terminal makes by itself of a line with letters that go from right to left. */
#ifndef QUOIN_TERM_WRITTEN_GIVEN_ORDER_H
#define QUOIN_TERM_WRITTEN_GIVEN_ORDER_H

#include "base/unicode/scripts/text_order.h"
#include "config/config.h"

/*
 * As the configuration says; else by what the terminal says of itself (`name`, empty where it does not), else by the environment, of which
 * `variable` gives the value of one, or NULL. A terminal that is not known sets nothing in order.
 */
TextOrder given_order(OrderChoice choice, Text name, const char *(*variable)(const char *name));

#endif
