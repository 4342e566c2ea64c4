# --- analysis/speech: who said what: cues, subjects, decisions
libquoin_a_SOURCES += \
	%D%/attribution.c \
	%D%/attribution.h \
	%D%/attribution_work.h \
	%D%/cues.c \
	%D%/indirect.c \
	%D%/propagate.c \
	%D%/rules.def \
	%D%/sentence.c \
	%D%/sentence.h \
	%D%/speech.c \
	%D%/subjects.c \
	%D%/subjects_right.c \
	%D%/turns.c
