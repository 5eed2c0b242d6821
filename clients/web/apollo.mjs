// Asks now, as of 2012, and now again, from one cache of Apollo Client's: apollo.mjs ADDRESS. Days are kept apart by keyFields.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { keepsDaysApart, question } from './question.mjs';

const days = { keyFields: ['id', 'asOf'] };
const client = new ApolloClient({
  link: new HttpLink({ uri: process.argv[2] + '/graphql' }),
  cache: new InMemoryCache({ typePolicies: { Person: days, Relation: days, Organization: days, Place: days, Court: days, Event: days } }),
});
await keepsDaysApart(async (day, fetchPolicy) => (await client.query({ query: gql(question), variables: { day }, fetchPolicy })).data.person);
