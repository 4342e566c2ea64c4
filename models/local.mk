# --- the model of names
modelsdir = $(pkgdatadir)/models
dist_models_DATA = %D%/names.model %D%/names.model.sources
