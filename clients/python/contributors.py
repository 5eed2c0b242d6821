"""Who sends how many to a mission as of a day, by a client that ariadne-codegen made of the schema: contributors.py ADDRESS MISSION DAY."""
import datetime
import sys

from generated import Client

address, mission, day = sys.argv[1:]
with Client(url=address + "/graphql") as client:
    organization = client.contributors(mission, datetime.date.fromisoformat(day)).organization
if organization is None:
    sys.exit(f"as of {day} the graph knows no organization called {mission}")

print(organization.name)
for edge in organization.contributors.edges:
    relation, evidence = edge.relation, edge.relation.evidence[0]
    component = relation.component.value if relation.component else "of any kind"
    print(f"  {edge.node.name}: {relation.personnel} {component}, {evidence.quote!r} in {evidence.report.name}")
