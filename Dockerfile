FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /councilgraph .

FROM scratch
# The authorities that vouch for a Neo4j behind neo4j+s://.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
USER 65532:65532
COPY --from=build /councilgraph /councilgraph
COPY reports/*.md /reports/
EXPOSE 8080
ENTRYPOINT ["/councilgraph"]
CMD ["serve", "--listen", "0.0.0.0:8080", "--insecure", "--load", "/reports"]
