// What Relay's compiler makes of the schema: fragments that are fetched again by id, and a list that goes on.
import { graphql } from 'relay-runtime';

export const person = graphql`
  fragment person_person on Person @refetchable(queryName: "personRefetchQuery") @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    name
    indictedBy(first: $first, after: $after) @connection(key: "person_indictedBy") {
      edges { node { name } relation { status evidence(first: 1) { quote } } }
    }
  }
`;

export const relation = graphql`
  fragment person_relation on Relation @refetchable(queryName: "relationRefetchQuery") {
    type
    from { name }
    to { name }
  }
`;

export const entity = graphql`
  fragment person_entity on Entity @refetchable(queryName: "entityRefetchQuery") @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    name
    relations(first: $first, after: $after) @connection(key: "person_relations") { edges { node { ...person_relation } } }
  }
`;

export const page = graphql`
  query personQuery($name: String!) { person(name: $name) { ...person_person ...person_entity } }
`;
