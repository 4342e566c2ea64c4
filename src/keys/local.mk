# --- keys: what is pressed, which action it means, and what is known of each action
libquoin_a_SOURCES += \
	%D%/action.c \
	%D%/action.h \
	%D%/actions.def \
	%D%/key.c \
	%D%/key.h \
	%D%/key_preset.c \
	%D%/key_preset.h \
	%D%/keymap.c \
	%D%/keymap.h \
	%D%/keymap_read.c \
	%D%/keymap_read.h \
	%D%/pane_id.h \
	%D%/panes.def
nodist_libquoin_a_SOURCES += %D%/presets_table.h

# --- the presets become a table at build time
key_presets = \
	$(srcdir)/%D%/presets/emacs.yaml \
	$(srcdir)/%D%/presets/newsboat.yaml \
	$(srcdir)/%D%/presets/vim.yaml \
	$(srcdir)/%D%/presets/w3m.yaml
%D%/presets_table.h: $(srcdir)/%D%/presets.awk $(srcdir)/%D%/local.mk $(key_presets)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	LC_ALL=C $(AWK) -f $(srcdir)/%D%/presets.awk $(key_presets) > $@.tmp && mv $@.tmp $@
%D%/key_preset.$(OBJEXT): %D%/presets_table.h
BUILT_SOURCES += %D%/presets_table.h
CLEANFILES += %D%/presets_table.h %D%/presets_table.h.tmp
EXTRA_DIST += %D%/presets.awk $(key_presets)
