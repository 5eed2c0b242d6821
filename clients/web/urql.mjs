// Asks now, as of 2012, and now again, from each of urql's caches: urql.mjs ADDRESS. The one by document keeps days apart by itself, the one by entity by keys.
import { Client, cacheExchange as byDocument, fetchExchange } from '@urql/core';
import { cacheExchange as byEntity } from '@urql/exchange-graphcache';
import { keepsDaysApart, question } from './question.mjs';

const day = ({ id, asOf }) => `${id} ${asOf}`;
const keys = { Person: day, Relation: day, Organization: day, Place: day, Court: day, Event: day };
for (const cache of [byDocument, byEntity({ keys })]) {
  const client = new Client({ url: process.argv[2] + '/graphql', exchanges: [cache, fetchExchange] });
  await keepsDaysApart(async (day, requestPolicy) => {
    const { data, error } = await client.query(question, { day }, { requestPolicy }).toPromise();
    if (error) throw error;
    return data.person;
  });
}
