# --- analysis/speech: who said what: which words speak for which quotation
libquoin_a_SOURCES += \
	%D%/clauses.c \
	%D%/clauses.h \
	%D%/cue_choice.c \
	%D%/cue_choice.h \
	%D%/indirect.c \
	%D%/indirect.h \
	%D%/propagate.c \
	%D%/propagate.h \
	%D%/speech.c \
	%D%/speech.h \
	%D%/turns.c \
	%D%/turns.h
