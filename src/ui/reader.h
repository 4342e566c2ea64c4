/*
 * The reader without a terminal: keys, mouse and time in, cells and effects out. Whoever drives it does this for each event, as
 * src/cli/commands/read.c with a terminal and a test without one:
 *
 *     app_key, app_mouse, app_tick, app_work, app_resize …    the App has changed
 *     app_settle                                              what can be seen has its place
 *     app_draw                                                … and is drawn, which changes nothing
 */
#ifndef QUOIN_UI_READER_H
#define QUOIN_UI_READER_H

#include "ui/draw.h"
#include "ui/mouse.h"
#include "ui/state/geometry.h"
#include "ui/opening/streaming.h"

/* `options` and what it points to must outlive the app. Opens the first article of the library. */
void app_init(App *app, const AppOptions *options);
void app_release(App *app);

Effects app_key(App *app, Key key, int64_t now_ms);

/* A character of a text that was pasted: goes where something is typed; elsewhere it does nothing. */
Effects app_paste(App *app, uint32_t code_point, int64_t now_ms);

/* Milliseconds until app_tick has something to do, -1: nothing waits. */
int app_timeout_ms(const App *app, int64_t now_ms);
Effects app_tick(App *app, int64_t now_ms);

/* A slice of idle work. True: there is more. `*changed` says that the screen may look different now. */
bool app_work(App *app, bool *changed);

/* There are these themes now, of which one may be another: the one in use is read again. What is wrong with it is said, and it stays. */
void app_themes_changed(App *app, const Text *ids, size_t count);

#endif
