# --- analysis/speech: who said what: which words speak for which quotation
libquoin_a_SOURCES += \
	%D%/clauses.c \
	%D%/clauses.h \
	%D%/find_cues.c \
	%D%/find_cues.h \
	%D%/indirect.c \
	%D%/indirect.h \
	%D%/label_people.c \
	%D%/label_people.h \
	%D%/labels.c \
	%D%/labels.h \
	%D%/letters.c \
	%D%/letters.h \
	%D%/registers.c \
	%D%/registers.h \
	%D%/speech.c \
	%D%/speech.h \
	%D%/telling_verbs.def \
	%D%/turn_subjects.c \
	%D%/turn_subjects.h \
	%D%/turns.c \
	%D%/turns.h
