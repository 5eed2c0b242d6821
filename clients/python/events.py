"""Arrests and verdicts by year, and the sentences behind the newest: events.py ADDRESS."""
import sys

import pandas
from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

# %% The schema is fetched, so that a mistyped field is found before it is asked for.
client = Client(transport=RequestsHTTPTransport(sys.argv[1] + "/graphql"), fetch_schema_from_transport=True)

# %% One question: groups for each kind, and the newest of them with their words.
answer = client.execute(gql("""
    { arrests: events(where: {eventKind: {eq: ARREST}}, first: 0) { groups(by: DATE_YEAR, orderBy: KEY_ASC, fill: true) { key count } }
      verdicts: events(where: {eventKind: {eq: VERDICT}}, first: 0) { groups(by: DATE_YEAR, orderBy: KEY_ASC, fill: true) { key count } }
      newest: events(where: {eventKind: {in: [ARREST, VERDICT]}, date: {isNull: false}}, orderBy: [{date: DESC}], first: 3) { nodes { name date evidence(first: 1) { quote report { name } } } } }
"""))

# %% A table, years without a date left out.
table = pandas.DataFrame({kind: {g["key"]: g["count"] for g in answer[kind]["groups"] if g["key"]} for kind in ("arrests", "verdicts")}).fillna(0).astype(int).sort_index()
print(table)

# %% What it rests on.
for event in answer["newest"]["nodes"]:
    print(event["date"], event["name"], "—", event["evidence"][0]["quote"])
