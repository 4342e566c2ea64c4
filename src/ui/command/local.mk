# --- ui/command: what is typed after ":": commands, what completes them, settings
libquoin_a_SOURCES += \
	%D%/candidates.c \
	%D%/command.c \
	%D%/command.h \
	%D%/commands.def \
	%D%/settings.c \
	%D%/settings.h
