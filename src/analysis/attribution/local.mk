# --- analysis/attribution: sentences, the verbs of saying in them, and whom these are about
libquoin_a_SOURCES += \
	%D%/attribution.c \
	%D%/attribution.h \
	%D%/cues.c \
	%D%/cues.h \
	%D%/noun_phrases.c \
	%D%/noun_phrases.h \
	%D%/registers.def \
	%D%/rules.c \
	%D%/rules.def \
	%D%/rules.h \
	%D%/sentence.c \
	%D%/sentence.h \
	%D%/subjects.c \
	%D%/subjects.h \
	%D%/subjects_clause.c \
	%D%/subjects_left.c \
	%D%/verbs.c \
	%D%/verbs.h
