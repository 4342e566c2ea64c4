/* How far dates as ISO 8601 has them ("2024-05-03", "2024-05-03T09:05+02:00") are from one another. */
#ifndef QUOIN_HTML_METADATA_DATE_MOMENTS_H
#define QUOIN_HTML_METADATA_DATE_MOMENTS_H

#include "base/text.h"

/* Of one minute, where both have a time: in their zones, or by their clocks where a zone is not said or nobody minded it. Equal texts always are. */
bool date_is_same_moment(Text a, Text b);

bool date_is_day_before(Text a, Text b);

/* Was it the day in some zone of the world at that moment? One without a zone, or without a time, may be on the days beside its own too. */
bool date_may_be_on(Text moment, Text day);

/* Are they of days that are further apart than clocks of different zones explain? One that is no day is far away from any. */
bool dates_are_nights_apart(Text a, Text b);

#endif
