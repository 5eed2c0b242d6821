// A page with three charts of a councilgraph server on another origin: dashboard.html?server=ADDRESS&mission=NAME&asOf=DAY.
import { Client, fetchExchange, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import Chart, { type ChartConfiguration } from 'chart.js/auto';
import { PersonnelByNationDocument, HappeningsByYearDocument, MostNamedDocument, type ByYearFragment } from './__generated__/graphql';

const form = document.querySelector('form')!;
const alert = document.querySelector<HTMLElement>('[role=alert]')!;
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
for (const [name, value] of new URLSearchParams(location.search)) field(name).value = value;

const client = new Client({
  url: field('server').value + '/graphql',
  exchanges: [cacheExchange({ keys: { Group: () => null, Stats: () => null } }), fetchExchange],
});

async function ask<D, V extends AnyVariables>(question: TypedDocumentNode<D, V>, variables: V): Promise<D> {
  const { data, error } = await client.query(question, variables).toPromise();
  if (error || !data) throw error ?? new Error('no answer');
  return data;
}

const titled = (text: string, legend: boolean) => ({
  maintainAspectRatio: false, animation: false as const, plugins: { title: { display: true, text }, legend: { display: legend } },
});

// ranked is a chart with a bar for each name.
const ranked = (title: string, label: string, bars: { name: string, value: number }[]): ChartConfiguration => ({
  type: 'bar',
  data: { labels: bars.map(b => b.name), datasets: [{ label, data: bars.map(b => b.value) }] },
  options: { ...titled(title, false), indexAxis: 'y', scales: { x: { ticks: { precision: 0 } }, y: { ticks: { autoSkip: false } } } },
});

// counts are those of the years given, 0 where nothing is told of one.
const counts = (list: ByYearFragment | null, years: string[]) => years.map(y => list?.groups.find(g => g.key === y)?.count ?? 0);

async function happenings(asOf: string | null): Promise<ChartConfiguration> {
  const told = await ask(HappeningsByYearDocument, { asOf });
  const kinds = ['arrests', 'verdicts', 'attacks'] as const;
  const years = [...new Set(kinds.flatMap(kind => told[kind]?.groups.flatMap(g => g.key ?? []) ?? []))].sort();
  const datasets = kinds.map(kind => ({ label: kind, data: counts(told[kind], years) }));
  return { type: 'bar', data: { labels: years, datasets }, options: { ...titled('Happenings by year', true), scales: { x: { stacked: true }, y: { stacked: true } } } };
}

async function contributors(mission: string, asOf: string | null): Promise<ChartConfiguration> {
  const { organization } = await ask(PersonnelByNationDocument, { mission, asOf });
  if (!organization) throw new Error(`The graph knows no organization called ${mission}.`);
  const bars = organization.contributors?.groups.map(g => ({ name: g.node?.name ?? '', value: g.stats?.sum ?? 0 })) ?? [];
  return ranked(`Contributors to ${organization.name}`, 'personnel', bars.sort((a, b) => b.value - a.value).slice(0, 20));
}

async function named(asOf: string | null): Promise<ChartConfiguration> {
  const { persons } = await ask(MostNamedDocument, { asOf });
  return ranked('Persons by the paragraphs that name them', 'paragraphs', persons?.nodes.map(p => ({ name: p.name, value: p.mentionedInCount })) ?? []);
}

// draw draws a chart, and says in words what it shows to those who do not see it.
function draw(canvas: HTMLCanvasElement, chart: ChartConfiguration) {
  new Chart(canvas, chart);
  const { labels = [], datasets } = chart.data;
  canvas.role = 'img';
  canvas.ariaLabel = datasets.map(d => `${d.label}: ${labels.map((name, i) => `${name} ${d.data[i]}`).join(', ')}`).join('; ');
}

try {
  const mission = field('mission').value, asOf = field('asOf').value || null;
  const charts = { happenings: happenings(asOf), contributors: contributors(mission, asOf), named: named(asOf) };
  await Promise.all(Object.entries(charts).map(async ([id, chart]) => draw(document.getElementById(id) as HTMLCanvasElement, await chart)));
} catch (error) {
  alert.textContent = `Nothing is shown: ${(error as Error).message}`;
  alert.hidden = false;
}
document.body.dataset.shown = 'true';
