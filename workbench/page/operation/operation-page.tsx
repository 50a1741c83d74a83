import { useSignal } from '@preact/signals';
import { useRoute } from 'preact-iso';
import { useEffect, useMemo } from 'preact/hooks';

import type { CatalogEntry } from '../../api/catalog.ts';
import { Badges } from '../catalog/catalog-page.tsx';
import { Icon } from '../parts/icon.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { RunPanel } from '../run/run-panel.tsx';
import { sentenceOf } from '../state/api.ts';
import { catalog } from '../state/catalog.ts';
import { Checks } from './checks.tsx';
import { draftOf, shareLink } from './drafts.ts';
import { Fields } from './fields.tsx';
import { createFormStore, type FormStore } from './form-store.ts';
import { useForm } from './use-form.ts';
import './operation.css';

/** One operation: its form beside what a test of it comes to. */
export function OperationPage() {
  const { params } = useRoute();
  if (catalog.value.state !== 'ready') return null;
  const { operations, areas } = catalog.value.value;
  const entry = operations.find(
    ({ kind, key }) => kind === params['kind'] && key === params['key'],
  );
  if (!entry) {
    return (
      <div class="state">
        <h1>There is no such operation</h1>
        <p>
          This version has no operation at this address. The <a href="/">catalog</a> lists all.
        </p>
      </div>
    );
  }
  const area = areas.find(({ key }) => key === entry.area)?.label ?? '';
  return <Operation key={`${entry.kind}/${entry.key}`} entry={entry} area={area} />;
}

function Operation({ entry, area }: { entry: CatalogEntry; area: string }) {
  const store = useMemo(
    () => createFormStore(entry.kind, entry.key, draftOf(entry.kind, entry.key)),
    [entry],
  );
  useForm(store);
  useEffect(() => {
    document.title = `${entry.label} · Workbench`;
  }, [entry]);
  return (
    <>
      <div class="operation-head">
        <a class="back" href="/">
          <Icon name="back" /> {area}
        </a>
        <div class="operation-title">
          <h1>{entry.label}</h1>
          <Badges {...entry} />
        </div>
        <Markdown text={entry.description} />
      </div>
      <div class="operation-columns">
        <section class="panel" aria-labelledby="form-title">
          <div class="panel-head">
            <h2 id="form-title">Set up</h2>
            <FormTools store={store} />
          </div>
          <Fields store={store} />
          <Checks kind={entry.kind} operation={entry.key} />
        </section>
        <RunPanel entry={entry} store={store} />
      </div>
    </>
  );
}

/** What can be done with the whole form. */
function FormTools({ store }: { store: FormStore }) {
  const said = useSignal('');
  const isBusy = useSignal(false);
  const fillExample = async () => {
    isBusy.value = true;
    try {
      await store.fillExample();
      said.value = 'Filled in with records of the local HighLevel.';
    } catch (error) {
      said.value = sentenceOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  const share = async () => {
    await navigator.clipboard.writeText(shareLink(store.entries.value));
    said.value = 'Copied a link to this form. It works in this workbench.';
  };
  return (
    <div class="panel-tools">
      <button
        type="button"
        class="button small"
        disabled={isBusy.value}
        onClick={() => void fillExample()}
      >
        <Icon name="wand" /> Fill in an example
      </button>
      <button
        type="button"
        class="button small quiet"
        onClick={() => {
          store.clear();
          said.value = 'Cleared.';
        }}
      >
        Clear
      </button>
      <button type="button" class="button small quiet" onClick={() => void share()}>
        <Icon name="link" /> Copy link
      </button>
      <span class="said" role="status">
        {said.value}
      </span>
    </div>
  );
}
