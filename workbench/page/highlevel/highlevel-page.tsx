import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import type { HappeningKey, HighLevelView, ThreadView } from '../../api/highlevel.ts';
import { Combobox } from '../parts/combobox.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { ask, sentenceOf } from '../state/api.ts';
import { useLoaded } from '../state/loaded.ts';
import { connection } from '../state/settings.ts';
import type { Act } from './act.ts';
import { Clock } from './clock.tsx';
import { FaultSwitches } from './faults.tsx';
import './highlevel.css';

/** The local HighLevel: its inbox, what a customer does, and what goes wrong. */
export function HighLevelPage() {
  const said = useSignal('');
  const isBusy = useSignal(false);
  const account = connection.value;
  useEffect(() => {
    document.title = 'HighLevel · Workbench';
  }, []);
  const { loaded, again: read } = useLoaded(
    () => ask<HighLevelView>('/highlevel', { connection: account }),
    [account],
  );
  /** One thing at a time: a double click does it once. */
  const act: Act = async (path, body, done) => {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      await ask(`/highlevel/${path}`, body);
      said.value = done;
      read();
    } catch (error) {
      said.value = sentenceOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <>
      <div class="page-head">
        <div>
          <h1>HighLevel on this machine</h1>
          <p class="soft">
            Let customers do things, and let things go wrong. Zaps that are on are told by webhooks.
          </p>
        </div>
        <div class="panel-tools">
          <button type="button" class="button" onClick={read}>
            Read again
          </button>
          <button
            type="button"
            class="button"
            disabled={isBusy.value}
            onClick={() => void act('reset', {}, 'HighLevel has its first data again.')}
          >
            Reset the data
          </button>
        </div>
      </div>
      <p class="page-said" role="status">
        {said.value}
      </p>
      {loaded.state === 'loading' && <Loading what="the inbox" />}
      {loaded.state === 'failed' && <Failed sentence={loaded.sentence} again={read} />}
      {loaded.state === 'ready' && (
        <div class="highlevel-columns">
          <div class="highlevel-side">
            <Customer
              view={loaded.value}
              isBusy={isBusy.value}
              happen={(body, done) =>
                void act('happenings', { connection: account, ...body }, done)
              }
            />
            <FaultSwitches faults={loaded.value.faults} isBusy={isBusy.value} act={act} />
            <Clock aheadMs={loaded.value.clockAheadMs} isBusy={isBusy.value} act={act} />
          </div>
          <Inbox threads={loaded.value.threads} />
        </div>
      )}
    </>
  );
}

const HAPPENINGS: readonly { kind: HappeningKey; label: string; done: string }[] = [
  { kind: 'writes', label: 'Writes an SMS', done: 'wrote an SMS' },
  { kind: 'mails', label: 'Writes an email', done: 'wrote an email' },
  { kind: 'calls', label: 'Calls', done: 'called' },
  { kind: 'books', label: 'Books an appointment', done: 'booked an appointment' },
  { kind: 'pays', label: 'Pays an invoice', done: 'paid an invoice' },
];

interface CustomerProps {
  view: HighLevelView;
  isBusy: boolean;
  happen: (body: { contactId: string; kind: HappeningKey; text: string }, done: string) => void;
}

/** What a customer does next. */
function Customer({ view, isBusy, happen }: CustomerProps) {
  const contactId = useSignal(view.threads[0]?.contact.id ?? '');
  const text = useSignal('Is Thursday at ten still free?');
  return (
    <section class="panel" aria-labelledby="customer-title">
      <h2 id="customer-title">A customer</h2>
      <div class="fields">
        <div class="field">
          <label for="customer">Contact</label>
          <Combobox
            id="customer"
            label="Contact"
            value={contactId.value}
            onValue={(value) => (contactId.value = value)}
            choices={view.contacts.map(({ id, name }) => ({ id, label: name }))}
          />
        </div>
        <div class="field">
          <label for="customer-text">Words of the message or call</label>
          <textarea
            id="customer-text"
            value={text.value}
            onInput={({ currentTarget }) => (text.value = currentTarget.value)}
          />
        </div>
        <div class="happenings">
          {HAPPENINGS.map(({ kind, label, done }) => (
            <button
              key={kind}
              type="button"
              class="button"
              disabled={isBusy || contactId.value === ''}
              onClick={() => {
                const name = view.contacts.find(({ id }) => id === contactId.value)?.name;
                const body = { contactId: contactId.value, kind, text: text.value };
                happen(body, `${name ?? 'The contact'} ${done}.`);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Everybody's messages, the latest thread open. */
function Inbox({ threads }: { threads: readonly ThreadView[] }) {
  return (
    <section class="panel" aria-labelledby="inbox-title">
      <h2 id="inbox-title">Inbox</h2>
      {threads.length === 0 && (
        <Empty>
          <p>Nobody has written yet.</p>
        </Empty>
      )}
      {threads.map(({ contact, lastAt, messages }, index) => (
        <details key={contact.id} class="thread" open={index === 0}>
          <summary>
            <span class="thread-name">{contact.name}</span>
            <span class="thread-last">{messages.at(-1)?.text || 'No text'}</span>
            <time class="soft" dateTime={lastAt}>
              {new Date(lastAt).toLocaleString()}
            </time>
          </summary>
          <ol class="messages">
            {messages.map((message) => (
              <li key={message.id} class={message.isInbound ? 'inbound' : 'outbound'}>
                <p class="message-text">{message.text || 'No text'}</p>
                <p class="message-about">
                  {message.isInbound ? 'Inbound' : 'Outbound'}, {message.channel}, {message.status}
                </p>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}
