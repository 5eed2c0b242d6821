.DEFAULT_GOAL := help
.PHONY: help gen playground test quick golden lint bench release

help: ## Say what there is to make.
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

gen: ## Derive from schema.graphqls what is committed beside it.
	go generate ./...

playground: ## Build the page for people anew, with npm; its versions are in graph/playground/web.
	npm ci --prefix graph/playground/web --no-audit --no-fund
	npm run --prefix graph/playground/web build

test: ## Run every test, and fail where Neo4j cannot be tested.
	REQUIRE_NEO4J=1 go test -timeout 45m ./...

quick: ## Run the tests that fail most.
	go test ./graph/... -run 'TestCases|TestGolden|TestGenerated|TestSearch|TestLiterals|TestRefused'

golden: ## Write anew what tests compare with.
	UPDATE_GOLDEN=1 go test ./graph/store/... -run TestGolden
	README_UPDATE=1 go test -run 'TestQuestions|TestNeo4j' .

lint: ## Look for what is not as it should be.
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go vet ./...
	go tool staticcheck ./...

bench: ## Measure loads and questions; go run ./bench sets them beside hand-written Cypher.
	go test -run '^$$' -bench Load -benchtime 1x .
	go test -run '^$$' -bench Questions -benchtime 30x .

release: ## Make archives for five platforms, in dist/.
	./scripts/release.sh
