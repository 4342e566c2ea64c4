/* Where the parts of a date stand, as ISO 8601 writes it: "2026-11-24T09:30", or the first parts of that. */
#ifndef QUOIN_BASE_ISO_DATE_H
#define QUOIN_BASE_ISO_DATE_H

#include "base/range.h"

#define ISO_YEAR ((Range){0, 4})
#define ISO_MONTH ((Range){5, 7})
#define ISO_DAY ((Range){8, 10})
#define ISO_HOUR ((Range){11, 13})
#define ISO_MINUTE ((Range){14, 16})
#define ISO_DATE ((Range){0, 10}) /* year, month and day */

#endif
