# ui/panes: the text and the lists beside it
libquoin_a_SOURCES += \
	%D%/body_pane.c \
	%D%/body_pane.h \
	%D%/body_parts.c \
	%D%/entities_pane.c \
	%D%/library_pane.c \
	%D%/pane.h \
	%D%/quotes_pane.c
