# --- analysis: what the text says
libquoin_a_SOURCES += \
	%D%/analysis.c \
	%D%/analysis.h \
	%D%/antecedents.c \
	%D%/antecedents.h \
	%D%/attribution.c \
	%D%/attribution.h \
	%D%/attribution_work.h \
	%D%/cues.c \
	%D%/descriptions.c \
	%D%/indirect.c \
	%D%/propagate.c \
	%D%/result.c \
	%D%/result.h \
	%D%/rules.def \
	%D%/same_roles.def \
	%D%/sentence.c \
	%D%/sentence.h \
	%D%/speech.c \
	%D%/subjects.c \
	%D%/subjects_right.c \
	%D%/traits.c \
	%D%/traits.h \
	%D%/turns.c
