# --- ui/popups: boxes over the panes that take the keys first
libquoin_a_SOURCES += \
	%D%/context_line.c \
	%D%/context_line.h \
	%D%/help_popup.c \
	%D%/info_popup.c \
	%D%/links_popup.c \
	%D%/map_popup.c \
	%D%/mentions_popup.c \
	%D%/messages_popup.c \
	%D%/names_popup.c \
	%D%/output_popup.c \
	%D%/popup.h \
	%D%/popups.c \
	%D%/popups.h \
	%D%/settings_popup.c \
	%D%/themes_popup.c \
	%D%/why_popup.c
