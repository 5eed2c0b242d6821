FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /councilgraph . && mkdir /data

FROM scratch
# The authorities that vouch for a Neo4j behind neo4j+s://.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /councilgraph /councilgraph
COPY reports/*.md /reports/
# The store is in a volume that the user, who has no home, may write.
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
VOLUME /data
WORKDIR /data
ENV COUNCILGRAPH_STORE=sqlite:/data/councilgraph.db
EXPOSE 8080
HEALTHCHECK CMD ["/councilgraph", "health"]
ENTRYPOINT ["/councilgraph"]
CMD ["serve", "--listen", "0.0.0.0:8080", "--insecure"]
