# --- ui/panes: the text and the lists beside it
libquoin_a_SOURCES += \
	%D%/body_pane.c \
	%D%/body_roles.c \
	%D%/body_roles.h \
	%D%/entities_pane.c \
	%D%/failure.c \
	%D%/failure.h \
	%D%/library_pane.c \
	%D%/notes_pane.c \
	%D%/pane.c \
	%D%/pane.h \
	%D%/quotes_pane.c
