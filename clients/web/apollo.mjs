// Asks now, as of 2013, and now again, from one cache of Apollo Client's: apollo.mjs ADDRESS. Days are kept apart by keyFields.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import assert from 'node:assert';

const days = { keyFields: ['id', 'asOf'] };
const client = new ApolloClient({
  link: new HttpLink({ uri: process.argv[2] + '/graphql' }),
  cache: new InMemoryCache({ typePolicies: { Person: days, Relation: days, Organization: days, Place: days, Court: days } }),
});
const question = gql`query($day: Date) {
  person(name: "Hashim Thaçi", asOf: $day) { id asOf mentionedInCount positionsCount indictedByCount }
}`;
const ask = async (day, fetchPolicy) => (await client.query({ query: question, variables: { day }, fetchPolicy })).data.person;

const now = await ask(null, 'network-only');
const then = await ask('2013-12-31', 'network-only');
const again = await ask(null, 'cache-only');
assert.equal(now.id, then.id);
assert.equal(then.asOf, '2013-12-31');
assert.ok(then.mentionedInCount < now.mentionedInCount && then.indictedByCount === 0 && now.indictedByCount > 0, JSON.stringify([now, then]));
assert.deepEqual(again, now);
console.log(JSON.stringify({ now, then }));
