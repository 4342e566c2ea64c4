# --- keys: what is pressed, which action it means, and what is known of each action
libquoin_a_SOURCES += \
	%D%/action.c \
	%D%/action.h \
	%D%/actions.def \
	%D%/key.c \
	%D%/key.h \
	%D%/keymap.c \
	%D%/keymap.h \
	%D%/keymap_read.c \
	%D%/keymap_read.h \
	%D%/pane_id.h \
	%D%/panes.def
