# Collects many repositories side by side and merges them into one site:
#
#   make -f collect.mk -j 8 REPOSITORIES="$(ls -d /srv/git/*)" SITE=/srv/www/models
#
# A repository is collected again when its refs have changed. A problem in one does not stop the others
# with OPTIONS="--fail-on never"; the site's report tells of it all the same.

VITRINE ?= vitrine
REPOSITORIES ?= $(wildcard repositories/*)
FACTS ?= facts
SITE ?= site
OPTIONS ?=

name = $(notdir $(patsubst %/,%,$(1)))
files := $(foreach repository,$(REPOSITORIES),$(FACTS)/$(call name,$(repository)).facts)

$(FACTS)/merged: $(files)
	$(VITRINE) build $(OPTIONS) -o $(SITE) --from $(files)
	@touch $@

# The list of refs is written only where it differs, so that its date tells of changes.
define repository
$(FACTS)/$(call name,$(1)).refs: FORCE
	@mkdir -p $(FACTS)
	@git -C $(1) for-each-ref > $$@.new
	@if cmp -s $$@.new $$@; then rm $$@.new; else mv $$@.new $$@; fi

$(FACTS)/$(call name,$(1)).facts: $(FACTS)/$(call name,$(1)).refs
	$(VITRINE) collect $(1) -o $$@ $(OPTIONS)
endef
$(foreach folder,$(REPOSITORIES),$(eval $(call repository,$(folder))))

.PHONY: FORCE
FORCE:
