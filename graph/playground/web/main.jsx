// The page for people: GraphiQL, with the ready questions as a collection, links that open what is in the editors, and what an answer cost.
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { ToolbarButton, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(`playground/${['json', 'graphql'].includes(label) ? label : 'editor'}.worker.js`, { type: 'module' }),
};

let tellCost = () => {};

async function fetcher(request, options) {
  const response = await fetch('graphql', {
    method: 'POST', body: JSON.stringify(request),
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', 'GraphQL-Cost': '1', ...options?.headers },
  });
  const { extensions: { cost, ...extensions } = {}, ...answer } = await response.json();
  if (cost && request.operationName !== 'IntrospectionQuery') tellCost(`statements: ${cost.statements}, rows: ${cost.rows}, ${cost.elapsedMs.toFixed(1)} ms`);
  return Object.keys(extensions).length ? { ...answer, extensions } : answer;
}

function Cost() {
  const [cost, setCost] = useState('');
  useEffect(() => { tellCost = setCost; }, []);
  return <output id="cost">{cost}</output>;
}

// Questions is the collection: each opens in a tab of its own, and is asked.
function Questions() {
  const [questions, setQuestions] = useState([]);
  const [trouble, setTrouble] = useState('');
  const { addTab, run, setOperationName, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  useEffect(() => {
    fetch('questions').then(async response => response.ok ? setQuestions(await response.json()) : setTrouble(await response.text())).catch(error => setTrouble(error.message));
  }, []);
  const open = question => {
    if (queryEditor.getValue().trim()) addTab();
    const query = question.query, variables = question.variables ? JSON.stringify(question.variables, null, 2) : '', operationName = query.match(/\w+ (\w+)/)[1];
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    setOperationName(operationName); // the editors would tell it, and the tab what is in them, only after a while
    updateActiveTabValues({ query, variables, operationName });
    run();
  };
  return (
    <section id="questions" aria-label="Questions">
      <header>Questions</header>
      {trouble && <p role="alert">{trouble}</p>}
      <ul>{questions.map(q => <li key={q.title}><button type="button" className="graphiql-un-styled" onClick={() => open(q)}>{q.title}</button></li>)}</ul>
    </section>
  );
}

const icon = path => () => <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true"><path d={path} /></svg>;
const QuestionIcon = icon('M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2m0 3v.5M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20');
const LinkIcon = icon('M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1');
const questions = { title: 'Questions', icon: QuestionIcon, content: Questions };

// Share puts a link into the address and onto the clipboard that opens what is in the editors. It is behind the #, so that no server is told of it.
function Share() {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const share = async () => {
    const shared = new URLSearchParams({ query: queryEditor.getValue() });
    if (variableEditor.getValue().trim()) shared.set('variables', variableEditor.getValue());
    history.replaceState(null, '', '#' + shared);
    await navigator.clipboard?.writeText(location.href);
  };
  return <ToolbarButton onClick={share} label="Copy a link to this"><LinkIcon /></ToolbarButton>;
}

const shared = new URLSearchParams(location.hash.slice(1));
createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher} plugins={[questions, HISTORY_PLUGIN]} visiblePlugin={questions} defaultQuery="" defaultEditorToolsVisibility="variables"
    initialQuery={shared.get('query') ?? undefined} initialVariables={shared.get('variables') ?? undefined}
  >
    <GraphiQL.Logo>councilgraph</GraphiQL.Logo>
    <GraphiQL.Toolbar>{({ prettify, merge, copy }) => <>{prettify}{merge}{copy}<Share /></>}</GraphiQL.Toolbar>
    <GraphiQL.Footer><Cost /></GraphiQL.Footer>
  </GraphiQL>,
);
