# `sam build` runs build-CobrowseFunction. By hand: make build-CobrowseFunction ARTIFACTS_DIR=some/directory
# `make release` writes the files of a release to release/. Both need to hear where the executable comes from:
#
#   FUNCTION_ZIP=path      take this zip (it must hold `bootstrap`) and build nothing
#   GRAALVM_HOME=path      build with this GraalVM for JDK 25
#   CONTAINER_BUILD=true   build in a container, for a machine without GraalVM
#
# With the AWS CLI, for what is deployed:
#
#   make smoke                        does the function start, and refuse a request that can start nothing?
#   make smoke FUNCTION=ARN           … this version of it
#   make rollback                     send all requests to the version before (VERSION=7: to that one)
#   make rollback VERSION=none        … and back to where the last deployment left them

BUILT := target/function.zip
ZIP := $(or $(FUNCTION_ZIP),$(BUILT))
GRAALVM := $(wildcard $(GRAALVM_HOME)/bin/native-image)
CONTAINER := $(filter true,$(CONTAINER_BUILD))
# A container has authorities of its own, and does not see those that are written for the GraalVM here.
MAVEN_OPTIONS := $(if $(CONTAINER),-Dquarkus.native.container-build=true -P!authorities)
MISSING = $(if $(FUNCTION_ZIP)$(GRAALVM)$(CONTAINER),,$(error Say FUNCTION_ZIP=a released zip, GRAALVM_HOME=a GraalVM for \
  JDK 25, or CONTAINER_BUILD=true))
RELEASE ?= release
STACK ?= cobrowse
FUNCTION ?= $(shell aws cloudformation describe-stacks --stack-name $(STACK) --output text \
  --query "Stacks[0].Outputs[?OutputKey=='FunctionArn'].OutputValue")

# A build for the JVM leaves a function.zip of its own; only the native one holds bootstrap.
NATIVE := $(shell unzip -Z1 $(BUILT) 2>/dev/null | grep -x bootstrap)

.PHONY: build-CobrowseFunction release origin smoke rollback always
build-CobrowseFunction: origin $(ZIP)
	unzip -qo $(ZIP) -d $(ARTIFACTS_DIR)
	@case $$(od -An -tx1 -j18 -N1 $(ARTIFACTS_DIR)/bootstrap) in \
	  *3e) echo "Built for x86_64: deploy with Architecture=x86_64" ;; \
	  *b7) echo "Built for arm64: deploy with Architecture=arm64" ;; \
	  *) echo "bootstrap is no executable for Lambda" >&2; exit 1 ;; \
	esac

release: origin $(ZIP)
	.ci/release $(ZIP) $(RELEASE)

origin:
	@:$(MISSING)

$(BUILT): pom.xml .ci/authorities.tsv $(shell find src/main src/build -type f) $(if $(NATIVE),,always) | origin
	./mvnw --batch-mode package -Dnative -DskipTests $(MAVEN_OPTIONS)

smoke:
	@answer=$$(mktemp) && trap "rm -f $$answer" EXIT && function="$(FUNCTION)" && \
	printf '{}' | aws lambda invoke --function-name "$$function" --payload fileb:///dev/stdin "$$answer" > /dev/null && \
	if grep -q '"errorType" *: *"invalid-request"' "$$answer"; then echo "$$function starts and refuses an empty request"; \
	else echo "$$function does not answer with invalid-request, but with:" >&2; cat "$$answer" >&2; exit 1; fi

# By weights: the alias itself has to name what CloudFormation gave it, or CodeDeploy refuses the next deployment.
rollback:
	@arn="$(FUNCTION)" && set -- --function-name "$${arn%:live}" && \
	deployed=$$(aws lambda get-alias "$$@" --name live --query FunctionVersion --output text) && \
	to="$(VERSION)" && [ -n "$$to" ] || to=$$(aws lambda list-versions-by-function "$$@" --query 'Versions[].Version' \
	  --output text | tr '\t' '\n' | awk -v deployed="$$deployed" '/^[0-9]+$$/ && $$1 + 0 < deployed + 0' | sort -n | tail -1) && \
	if [ -z "$$to" ]; then echo "There is no version before $$deployed" >&2; exit 1; fi && \
	case "$$to" in none) weights='{}' ;; *) weights="{\"$$to\": 1}" ;; esac && \
	aws lambda update-alias "$$@" --name live --routing-config "{\"AdditionalVersionWeights\": $$weights}"
