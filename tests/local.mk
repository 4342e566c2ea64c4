# --- tests: what `make check` runs
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = SRCDIR='$(abs_top_srcdir)'; BUILDDIR='$(abs_top_builddir)'; export SRCDIR BUILDDIR; \
	LC_ALL=C.UTF-8; export LC_ALL; HARDENING='$(HARDENING)'; export HARDENING;
check_PROGRAMS = \
	%D%/test_actions \
	%D%/test_analysis \
	%D%/test_analysis_properties \
	%D%/test_anchors \
	%D%/test_arena \
	%D%/test_arrangement \
	%D%/test_article_key \
	%D%/test_article_map \
	%D%/test_article_names \
	%D%/test_article_quotes \
	%D%/test_article_writer \
	%D%/test_articles \
	%D%/test_author_names \
	%D%/test_bundled \
	%D%/test_citation \
	%D%/test_clipboard \
	%D%/test_color \
	%D%/test_colors_shown \
	%D%/test_columns \
	%D%/test_config \
	%D%/test_config_edit \
	%D%/test_confine \
	%D%/test_control_forms \
	%D%/test_editor \
	%D%/test_encodings \
	%D%/test_exhaustion \
	%D%/test_fetch \
	%D%/test_file_write \
	%D%/test_formats \
	%D%/test_furniture \
	%D%/test_heads \
	%D%/test_html_plain \
	%D%/test_html_scan \
	%D%/test_hyperlinks \
	%D%/test_indirect \
	%D%/test_io_errors \
	%D%/test_json_strings \
	%D%/test_json_tree \
	%D%/test_jumps \
	%D%/test_keeping \
	%D%/test_key \
	%D%/test_key_presets \
	%D%/test_key_report \
	%D%/test_keymap \
	%D%/test_kinds \
	%D%/test_languages \
	%D%/test_layout \
	%D%/test_limits \
	%D%/test_links \
	%D%/test_listed \
	%D%/test_lower_bound \
	%D%/test_markdown \
	%D%/test_marks \
	%D%/test_memory \
	%D%/test_merging \
	%D%/test_message_log \
	%D%/test_mouse_report \
	%D%/test_names \
	%D%/test_no_terminal \
	%D%/test_note_places \
	%D%/test_notes \
	%D%/test_output_forms \
	%D%/test_page_address \
	%D%/test_pager \
	%D%/test_pages \
	%D%/test_passage \
	%D%/test_path \
	%D%/test_pipeline \
	%D%/test_place_anchor \
	%D%/test_process \
	%D%/test_query \
	%D%/test_random_keys \
	%D%/test_ranking \
	%D%/test_registers \
	%D%/test_reload \
	%D%/test_remembering \
	%D%/test_report \
	%D%/test_screens \
	%D%/test_search \
	%D%/test_sequence \
	%D%/test_shapes \
	%D%/test_shell_words \
	%D%/test_signals \
	%D%/test_sink \
	%D%/test_sizes \
	%D%/test_source_article \
	%D%/test_source_view \
	%D%/test_speakers \
	%D%/test_streaming \
	%D%/test_streams \
	%D%/test_tagger \
	%D%/test_telling_verbs \
	%D%/test_terminal \
	%D%/test_text_files \
	%D%/test_text_length \
	%D%/test_text_order \
	%D%/test_theme_files \
	%D%/test_watch \
	%D%/test_web_address \
	%D%/test_widths \
	%D%/test_yaml_source \
	%D%/test_yaml_written
check_SCRIPTS = \
	%D%/check-frames.sh \
	%D%/check-gate.sh \
	%D%/check-hardening.sh \
	%D%/check-layers.sh \
	%D%/check-manual.sh \
	%D%/check-top.sh \
	%D%/test_bootstrap.sh \
	%D%/test_commands.sh \
	%D%/test_completion.sh \
	%D%/test_copy.sh \
	%D%/test_exports.sh \
	%D%/test_hooks.sh \
	%D%/test_news.sh \
	%D%/test_scenes.sh \
	%D%/test_tasks.sh
TESTS = $(check_PROGRAMS) $(check_SCRIPTS)
pty_sources = %D%/process.c %D%/process.h %D%/pty.c %D%/pty.h
EXTRA_DIST += \
	%D%/analysed_article.h \
	%D%/analysis_checks.h \
	%D%/changed_sentences.h \
	%D%/check-format.sh \
	%D%/check-inputs.sh \
	%D%/check-release.sh \
	%D%/check-tidy.sh \
	%D%/clock.h \
	%D%/commands \
	%D%/hooks \
	%D%/memory_keeper.h \
	%D%/news \
	%D%/page_reader.h \
	%D%/random.h \
	%D%/read_exports.py \
	%D%/screens \
	%D%/shape_floors.def \
	%D%/tap.h \
	%D%/tap.sh \
	%D%/theme_dump.h \
	%D%/tmux.sh \
	%D%/vectors \
	%D%/vectors.h \
	$(check_SCRIPTS)
%C%_test_anchors_SOURCES = %D%/own_texts.h %D%/test_anchors.c $(eval_sources)
%C%_test_article_writer_SOURCES = %D%/test_article_writer.c %D%/written_article.c %D%/written_article.h
%C%_test_bundled_SOURCES = %D%/own_texts.h %D%/test_bundled.c $(eval_sources)
%C%_test_clipboard_SOURCES = %D%/test_clipboard.c src/term/written/clipboard.c src/term/written/clipboard.h
%C%_test_color_LDADD = $(LDADD) -lm
%C%_test_colors_shown_SOURCES = %D%/own_texts.h %D%/test_colors_shown.c %D%/tmux.c %D%/tmux.h $(pty_sources) $(eval_sources)
%C%_test_colors_shown_LDADD = $(LDADD) -lm
shape_sources = \
	%D%/shape_compare.c \
	%D%/shape_compare.h \
	%D%/shape_content.c \
	%D%/shape_lines.c \
	%D%/shape_setting.c \
	%D%/shape_steps.h \
	%D%/shapes.c \
	%D%/shapes.h
file_writers = \
	src/cli/output/file_write.c \
	src/cli/output/file_write.h \
	src/cli/paths.c \
	src/cli/paths.h \
	src/cli/session/config_write.c \
	src/cli/session/config_write.h
keeping_sources = \
	src/cli/session/keeping.c \
	src/cli/session/keeping.h \
	$(file_writers)
%C%_test_config_edit_SOURCES = %D%/test_config_edit.c $(file_writers)
%C%_test_confine_SOURCES = %D%/preload.h %D%/test_confine.c
%C%_test_editor_SOURCES = %D%/test_editor.c $(pty_sources)
%C%_test_exhaustion_SOURCES = %D%/preload.h %D%/test_exhaustion.c $(pty_sources)
%C%_test_fetch_SOURCES = %D%/process.c %D%/process.h %D%/test_fetch.c %D%/web_server.c %D%/web_server.h
%C%_test_file_write_SOURCES = %D%/process.c %D%/process.h %D%/test_file_write.c $(file_writers)
%C%_test_file_write_LDADD = $(LDADD) $(PRELOAD_LIBS)
%C%_test_hyperlinks_SOURCES = %D%/test_hyperlinks.c src/term/written/hyperlinks.c src/term/written/hyperlinks.h
%C%_test_indirect_SOURCES = %D%/own_texts.h %D%/test_indirect.c $(eval_sources)
%C%_test_io_errors_SOURCES = %D%/preload.h %D%/test_io_errors.c
%C%_test_keeping_SOURCES = %D%/process.c %D%/process.h %D%/test_keeping.c $(keeping_sources)
%C%_test_kinds_SOURCES = %D%/test_kinds.c $(eval_sources)
%C%_test_languages_SOURCES = %D%/own_texts.h %D%/test_languages.c $(eval_sources)
%C%_test_limits_SOURCES = %D%/test_limits.c $(keeping_sources)
%C%_test_listed_SOURCES = %D%/own_texts.h %D%/test_listed.c $(eval_sources)
%C%_test_memory_SOURCES = %D%/test_memory.c %D%/text_kinds.c %D%/text_kinds.h
%C%_test_memory_LDADD =
%C%_test_marks_SOURCES = %D%/own_texts.h %D%/test_marks.c $(eval_sources)
%C%_test_merging_SOURCES = %D%/own_texts.h %D%/test_merging.c $(eval_sources)
%C%_test_no_terminal_SOURCES = %D%/preload.h %D%/process.c %D%/process.h %D%/test_no_terminal.c
%C%_test_key_report_SOURCES = %D%/test_key_report.c src/term/reports/key_report.c src/term/reports/key_report.h
%C%_test_mouse_report_SOURCES = %D%/test_mouse_report.c src/term/reports/mouse_report.c src/term/reports/mouse_report.h
%C%_test_names_SOURCES = %D%/own_texts.h %D%/test_names.c $(eval_sources)
%C%_test_registers_SOURCES = %D%/own_texts.h %D%/test_registers.c $(eval_sources)
%C%_test_speakers_SOURCES = %D%/own_texts.h %D%/test_speakers.c $(eval_sources)
%C%_test_note_places_SOURCES = %D%/own_texts.h %D%/test_note_places.c $(eval_sources)
%C%_test_pager_SOURCES = %D%/test_pager.c %D%/tmux.c %D%/tmux.h $(pty_sources)
%C%_test_pipeline_SOURCES = %D%/preload.h %D%/test_pipeline.c
%C%_test_remembering_SOURCES = %D%/sitting.c %D%/sitting.h %D%/test_remembering.c $(keeping_sources)
%C%_test_screens_SOURCES = %D%/canvas_text.c %D%/canvas_text.h %D%/test_screens.c
%C%_test_query_SOURCES = %D%/test_query.c src/term/clock.c src/term/query.c src/term/query.h src/term/send.c src/term/send.h src/term/reports/sequence.c src/term/reports/sequence.h
%C%_test_sequence_SOURCES = %D%/test_sequence.c src/term/reports/sequence.c src/term/reports/sequence.h
%C%_test_shapes_SOURCES = %D%/own_texts.h %D%/test_shapes.c $(shape_sources) $(shape_text_sources) $(eval_sources)
%C%_test_signals_SOURCES = %D%/preload.h %D%/test_signals.c $(pty_sources)
%C%_test_streams_SOURCES = %D%/preload.h %D%/test_streams.c $(pty_sources)
%C%_test_tagger_SOURCES = %D%/test_tagger.c src/train/tag_model_write.c src/train/tag_model_write.h
%C%_test_terminal_SOURCES = %D%/preload.h %D%/test_terminal.c $(pty_sources)
%C%_test_text_order_SOURCES = %D%/test_text_order.c src/term/written/given_order.c src/term/written/given_order.h
%C%_test_watch_SOURCES = %D%/test_watch.c $(pty_sources)
%C%_test_widths_SOURCES = %D%/test_widths.c %D%/tmux.c %D%/tmux.h $(pty_sources)

if LIBXML2
check_PROGRAMS += %D%/test_html_body %D%/test_html_metadata %D%/test_html_parse
endif
%C%_test_html_body_LDADD = $(HTML_LDADD)
%C%_test_html_metadata_LDADD = $(HTML_LDADD)
%C%_test_html_parse_LDADD = $(HTML_LDADD)

# --- programs that tests start
EXTRA_PROGRAMS += %D%/overflow %D%/signal_all
%C%_signal_all_SOURCES = %D%/signal_all.c
%C%_signal_all_LDADD =
check_DATA = %D%/overflow$(EXEEXT) %D%/signal_all$(EXEEXT)
%C%_overflow_SOURCES = %D%/overflow.c $(term_sources)
%C%_overflow_LDADD = libquoin.a $(YAML_LIBS) $(MD4C_LIBS) $(THAI_LIBS) $(UNISTRING_LIBS) $(ICONV_LIBS) $(CURSES_LIBS)

# --- calls of the system that fail when a test wants it. Never with a sanitizer in it: the program has its own.
EXTRA_DIST += %D%/preload/failing.c
CLEANFILES += %D%/failing.so
if PRELOADING
check_DATA += %D%/failing.so
%D%/failing.so: $(srcdir)/%D%/preload/failing.c
	$(AM_V_GEN)$(MKDIR_P) %D% && $(CC) -I$(srcdir)/src $(CPPFLAGS) $(AM_CFLAGS) $(CFLAGS) $(PRELOAD_CFLAGS) -U_FORTIFY_SOURCE -fno-sanitize=all -shared -fPIC -o $@ $(srcdir)/%D%/preload/failing.c $(PRELOAD_LIBS)
endif
