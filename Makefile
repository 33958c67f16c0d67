# `sam build` runs build-CobrowseFunction. By hand: make build-CobrowseFunction ARTIFACTS_DIR=some/directory
#
#   FUNCTION_ZIP=path      take this zip (it must hold `bootstrap`) and build nothing
#   CONTAINER_BUILD=true   build in a container, for a machine without GraalVM

FUNCTION_ZIP ?= target/function.zip
MAVEN_OPTIONS := $(if $(filter true,$(CONTAINER_BUILD)),-Dquarkus.native.container-build=true)

# A build for the JVM leaves a function.zip of its own; only the native one holds bootstrap.
NATIVE := $(shell unzip -Z1 target/function.zip 2>/dev/null | grep -x bootstrap)

.PHONY: build-CobrowseFunction always
build-CobrowseFunction: $(FUNCTION_ZIP)
	unzip -qo $(FUNCTION_ZIP) -d $(ARTIFACTS_DIR)
	@case $$(od -An -tx1 -j18 -N1 $(ARTIFACTS_DIR)/bootstrap) in \
	  *3e) echo "Built for x86_64: deploy with Architecture=x86_64" ;; \
	  *b7) echo "Built for arm64: deploy with Architecture=arm64" ;; \
	  *) echo "bootstrap is no executable for Lambda" >&2; exit 1 ;; \
	esac

target/function.zip: pom.xml $(shell find src/main -type f) $(if $(NATIVE),,always)
	./mvnw --batch-mode package -Dnative $(MAVEN_OPTIONS)
