# --- ui/state: all there is while somebody reads, and what panes, popups and actions do to it
libquoin_a_SOURCES += \
	%D%/app.c \
	%D%/app.h \
	%D%/geometry.c \
	%D%/geometry.h \
	%D%/list_find.c \
	%D%/list_find.h \
	%D%/message.c \
	%D%/message.h \
	%D%/message_log.c \
	%D%/message_log.h \
	%D%/places.c \
	%D%/places.h \
	%D%/scroll.c \
	%D%/scroll.h \
	%D%/searching.c \
	%D%/searching.h \
	%D%/selection.c \
	%D%/selection.h \
	%D%/theme_choice.c \
	%D%/theme_choice.h \
	%D%/zen.c \
	%D%/zen.h
