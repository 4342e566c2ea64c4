# --- ui/actions: what each action does
libquoin_a_SOURCES += \
	%D%/actions.c \
	%D%/actions.h \
	%D%/actions_doubt.c \
	%D%/actions_doubt.h \
	%D%/actions_link.c \
	%D%/actions_link.h \
	%D%/actions_move.c \
	%D%/actions_move.h \
	%D%/actions_note.c \
	%D%/actions_note.h \
	%D%/actions_select.c \
	%D%/actions_select.h \
	%D%/actions_take.c \
	%D%/actions_take.h \
	%D%/actions_view.c \
	%D%/actions_view.h \
	%D%/call.h
