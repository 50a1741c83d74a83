import { LocationProvider, Route, Router } from 'preact-iso';

import { FailedPage, Loading } from '../parts/states.tsx';
import { sessionEnded } from '../state/api.ts';
import { catalog, loadCatalog } from '../state/catalog.ts';
import { focusHeading } from './heading-focus.ts';
import { Header } from './header.tsx';
import { OperationPage, ROOMS } from './rooms.ts';
import './app.css';

/** The whole page: the header, then the room that the address names. */
export function App() {
  return (
    <LocationProvider>
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" class="main" tabIndex={-1}>
        {sessionEnded.value ? <SessionEnded /> : <Content />}
      </main>
    </LocationProvider>
  );
}

function Content() {
  const loaded = catalog.value;
  if (loaded.state === 'loading') return <Loading what="the integration" />;
  if (loaded.state === 'failed') {
    return <FailedPage sentence={loaded.sentence} again={() => void loadCatalog()} />;
  }
  return (
    <Router onRouteChange={focusHeading}>
      {ROOMS.map(({ path, route = path, Page }) => (
        <Route key={path} path={route} component={Page} />
      ))}
      <Route path="/:kind/:key" component={OperationPage} />
      <Route default component={NotFound} />
    </Router>
  );
}

function NotFound() {
  return (
    <div class="state">
      <h1>There is nothing here</h1>
      <p>
        The <a href="/">catalog</a> lists every operation.
      </p>
    </div>
  );
}

function SessionEnded() {
  return (
    <div class="state" role="alert">
      <h1>This session has ended</h1>
      <p>
        The workbench was started again. Open the URL that it printed in the terminal. What you
        typed into a form is still there.
      </p>
    </div>
  );
}
