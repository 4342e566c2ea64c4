# ui/actions: what each action does
libquoin_a_SOURCES += \
	%D%/actions.c \
	%D%/actions.h \
	%D%/actions_move.c \
	%D%/actions_select.c \
	%D%/actions_view.c
