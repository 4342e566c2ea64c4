/* What each function of a Keeper gives where there is none; and how moments are written (days to a date: Hinnant 2013, "civil_from_days"). */
#include "memory/keeper.h"

enum { DAY_SECONDS = 86400, ERA_DAYS = 146097 /* 400 years */, DAYS_TO_1970 = 719468 /* from 1 March of the year 0 */ };
static const int64_t last_moment = 253402300799; /* 9999-12-31T23:59:59Z */

bool keeper_keeps(const Keeper *keeper, KeeperStore store)
{
    return keeper->keeps && keeper->keeps(keeper->context, store);
}

bool keeper_read(const Keeper *keeper, KeeperStore store, Text name, Arena *arena, Text *bytes, Report *report)
{
    *bytes = (Text){0};
    return !keeper_keeps(keeper, store) || keeper->read(keeper->context, store, name, arena, bytes, report);
}

bool keeper_change(const Keeper *keeper, KeeperStore store, Text name, KeeperChanger *changer, void *what,
                   Report *report)
{
    return !keeper_keeps(keeper, store) || keeper->change(keeper->context, store, name, changer, what, report);
}

bool keeper_remove(const Keeper *keeper, KeeperStore store, Text name, Report *report)
{
    return !keeper_keeps(keeper, store) || keeper->remove(keeper->context, store, name, report);
}

void keeper_list(const Keeper *keeper, KeeperStore store, Text folder, KeeperEach *each, void *what)
{
    if (keeper_keeps(keeper, store))
        keeper->list(keeper->context, store, folder, each, what);
}

int64_t keeper_now(const Keeper *keeper)
{
    return keeper->now ? keeper->now(keeper->context) : 0;
}

Text keeper_whole_path(const Keeper *keeper, Arena *arena, Text path)
{
    return keeper->whole_path ? keeper->whole_path(keeper->context, arena, path) : (Text){0};
}

Text keeper_moment(Arena *arena, int64_t seconds)
{
    int64_t moment = seconds < 0 ? 0 : seconds > last_moment ? last_moment : seconds;
    int second_of_day = (int)(moment % DAY_SECONDS), days = (int)(moment / DAY_SECONDS) + DAYS_TO_1970;
    int day_of_era = days % ERA_DAYS;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    int year = year_of_era + days / ERA_DAYS * 400 + (month <= 2 ? 1 : 0);

    return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, second_of_day / 3600,
                        second_of_day / 60 % 60, second_of_day % 60);
}
