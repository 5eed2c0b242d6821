"""Read an export as those who use it do, and say how many nodes, relations and receipts it has: read.py FORMAT FILE. What cannot be imported is said, with exit code 3."""
import json
import sys
import zipfile

form, file = sys.argv[1:]


def receipts(rows):
    return sum(len(json.loads(r)) for r in rows if isinstance(r, str))


try:
    if form in ("graphml", "gexf"):
        import networkx

        g = networkx.read_graphml(file, force_multigraph=True) if form == "graphml" else networkx.read_gexf(file)
        all_data = [d for _, d in g.nodes(data=True)] + [d for *_, d in g.edges(data=True)]
        counts = g.number_of_nodes(), g.number_of_edges(), receipts(d.get("receipts") for d in all_data)
    elif form == "jsonld":
        import rdflib

        g = rdflib.Graph().parse(file, format="json-ld")
        prov, term = rdflib.Namespace("http://www.w3.org/ns/prov#"), rdflib.Namespace("urn:councilgraph:term:")
        relations = set(g.subjects(rdflib.RDF.type, term.Relation))
        derived = list(g.subject_objects(prov.wasDerivedFrom))
        assert all(g.value(e, prov.value) and g.value(e, prov.wasQuotedFrom) for _, e in derived), "a receipt without its words"
        assert all((g.value(r, term["from"]), term[g.value(r, term.relationType)], g.value(r, term.to)) in g for r in relations), "a relation without its triple"
        things = set(g.subjects(rdflib.RDF.type)) - set(g.subjects(rdflib.RDF.type, prov.Entity)) - relations
        counts = len(things), len(relations), len(derived)
    else:
        import pandas

        with zipfile.ZipFile(file) as z:
            nodes, relations = (pandas.read_csv(z.open(n)) for n in ("nodes.csv", "relations.csv"))
        assert set(relations["from"]) | set(relations["to"]) <= set(nodes["id"]), "an end that is not there"
        counts = len(nodes), len(relations), receipts(nodes["receipts"]) + receipts(relations["receipts"])
except ImportError as missing:
    print(missing)
    sys.exit(3)
print(json.dumps(counts))
