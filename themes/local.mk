# --- the themes that come with the program
themesdir = $(pkgdatadir)/themes
dist_themes_DATA = \
	%D%/ayu.yaml \
	%D%/catppuccin.yaml \
	%D%/dracula.yaml \
	%D%/everforest.yaml \
	%D%/github.yaml \
	%D%/gruvbox.yaml \
	%D%/high-contrast.yaml \
	%D%/kanagawa.yaml \
	%D%/mono.yaml \
	%D%/nord.yaml \
	%D%/one.yaml \
	%D%/paper-dark.yaml \
	%D%/paper-light.yaml \
	%D%/paper.yaml \
	%D%/rose-pine.yaml \
	%D%/solarized.yaml \
	%D%/tokyonight.yaml
