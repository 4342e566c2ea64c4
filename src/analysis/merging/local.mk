# --- analysis/merging: which names are one
libquoin_a_SOURCES += \
	%D%/merge_organizations.c \
	%D%/merge_parts.c \
	%D%/merge_people.c \
	%D%/merge_rules.def \
	%D%/merge_spellings.c \
	%D%/merge_work.c \
	%D%/merge_work.h \
	%D%/name_merge.c \
	%D%/name_merge.h \
	%D%/postal_codes.def \
	%D%/short_first_names.def \
	%D%/spellings.def
