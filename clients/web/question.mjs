// What the caches are asked: about one person and those who are near, who all are of the day asked for, and whether the answer of the day is kept apart from that of now.
import assert from 'node:assert';

export const question = `query ($day: Date) {
  person(name: "Fatmir Limaj", asOf: $day) {
    id asOf mentionedInCount positionsCount
    positions { edges { node { id asOf name } relation { id asOf title } } }
    involvedIn(first: 5, orderBy: [{ date: ASC }]) { totalCount nodes { id asOf evidenceCount } }
  }
}`;

export async function keepsDaysApart(ask) {
  const now = await ask(null, 'network-only');
  const then = await ask('2012-12-31', 'network-only');
  const again = await ask(null, 'cache-only');
  assert.equal(now.id, then.id);
  assert.equal(then.asOf, '2012-12-31');
  assert.ok(then.mentionedInCount < now.mentionedInCount && then.positionsCount < now.positionsCount, JSON.stringify([now, then]));
  assert.deepEqual(again, now);
  console.log(JSON.stringify({ now, then }));
}
