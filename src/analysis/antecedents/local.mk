# --- analysis/antecedents: whom a pronoun or a description means
libquoin_a_SOURCES += \
	%D%/antecedents.c \
	%D%/antecedents.h \
	%D%/descriptions.c \
	%D%/same_roles.def \
	%D%/traits.c \
	%D%/traits.h
