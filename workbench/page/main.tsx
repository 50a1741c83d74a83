import { render } from 'preact';

import './styles/tokens.css';
import './styles/base.css';
import './parts/button.css';
import './parts/panel.css';
import './parts/tools.css';
import { App } from './shell/app.tsx';
import { loadCatalog } from './state/catalog.ts';

void loadCatalog();
const root = document.getElementById('page');
if (root) render(<App />, root);
