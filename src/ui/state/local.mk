# ui/state: all there is while somebody reads, and what panes, popups and actions do to it
libquoin_a_SOURCES += \
	%D%/app.h \
	%D%/places.c \
	%D%/prompt.c \
	%D%/prompt.h \
	%D%/theme_choice.c
