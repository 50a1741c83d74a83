import { useSignal } from '@preact/signals';

import type {
  RanStepView,
  RecipeRunView,
  RecipeStepView,
  RecipeView,
  ZapRunView,
} from '../../api/recipes.ts';
import { Icon } from '../parts/icon.tsx';
import { JsonView } from '../parts/json-view.tsx';
import { Markdown } from '../parts/markdown.tsx';
import { Failed } from '../parts/states.tsx';
import { ask, sentenceOf } from '../state/api.ts';

/** One recipe: what it is for, its steps, and a run of it. */
export function Recipe({ recipe }: { recipe: RecipeView }) {
  const chosen = useSignal(0);
  const run = useSignal<RecipeRunView | undefined>(undefined);
  const busy = useSignal('');
  const sentence = useSignal('');
  /** One thing at a time: a double click runs one step. */
  const act = async (what: string, path: string, body: unknown) => {
    if (busy.value !== '') return;
    busy.value = what;
    try {
      run.value = await ask<RecipeRunView>(`/recipes/${path}`, body);
      sentence.value = '';
    } catch (error) {
      sentence.value = sentenceOf(error);
    } finally {
      busy.value = '';
    }
  };
  const isPaused = run.value?.state === 'paused';
  const goOn = (isToTheEnd: boolean) =>
    void act(isToTheEnd ? 'Running all steps' : 'Running the step', 'next', {
      id: run.value?.id,
      isToTheEnd,
    });
  return (
    <section class="panel recipe" aria-labelledby="recipe-title">
      <h2 id="recipe-title">{recipe.title}</h2>
      <Markdown text={recipe.purpose} />
      <div class="recipe-run-tools">
        <label class="setting">
          <span>Try</span>
          <select
            value={chosen.value}
            onChange={({ currentTarget }) => (chosen.value = Number(currentTarget.value))}
          >
            {recipe.tries.map((title, index) => (
              <option key={title} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <div class="panel-tools">
          <button
            type="button"
            class={`button ${isPaused ? '' : 'primary'}`}
            disabled={busy.value !== ''}
            onClick={() =>
              void act('Preparing HighLevel', 'start', { key: recipe.key, attempt: chosen.value })
            }
          >
            <Icon name="play" /> {run.value ? 'Start again' : 'Start'}
          </button>
          {isPaused && (
            <>
              <button
                type="button"
                class="button primary"
                disabled={busy.value !== ''}
                onClick={() => {
                  goOn(false);
                }}
              >
                Run the next step
              </button>
              <button
                type="button"
                class="button"
                disabled={busy.value !== ''}
                onClick={() => {
                  goOn(true);
                }}
              >
                Run to the end
              </button>
            </>
          )}
        </div>
      </div>
      <p class="soft recipe-hint">Each start resets the data of the local HighLevel.</p>
      <p class="run-busy" role="status">
        {busy.value !== '' && (
          <>
            <span class="loading-bar" aria-hidden="true" /> {busy.value} …
          </>
        )}
      </p>
      {sentence.value !== '' && <Failed sentence={sentence.value} />}
      {run.value ? <RunView run={run.value} steps={recipe.steps} /> : <Plan recipe={recipe} />}
    </section>
  );
}

/** What the recipe does, before it runs. */
function Plan({ recipe: { steps, needs, gives, notes } }: { recipe: RecipeView }) {
  return (
    <>
      <ol class="plan">
        {steps.map((step) => (
          <li key={step.number} class={`depth-${Math.min(step.depth, 3)}`}>
            {step.branch !== '' && <p class="soft">Path: {step.branch}</p>}
            <StepName step={step} />
          </li>
        ))}
      </ol>
      <Texts title="You need" texts={needs} />
      <Texts title="You get" texts={gives} />
      <Texts title="Good to know" texts={notes} />
    </>
  );
}

function Texts({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div class="recipe-texts">
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <Markdown text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function StepName({ step: { number, app, event } }: { step: RecipeStepView }) {
  return (
    <span>
      <span class="step-number">{number}</span> <strong>{event}</strong>{' '}
      <span class="soft">{app}</span>
    </span>
  );
}

function RunView({ run, steps }: { run: RecipeRunView; steps: readonly RecipeStepView[] }) {
  const { state, runs, outcomes, sentence } = run;
  const [trigger] = steps;
  return (
    <div class="recipe-run" data-state={state}>
      {sentence !== '' && <Failed sentence={sentence} />}
      {state === 'done' && runs.length === 0 && <p class="soft">Nothing started the Zap.</p>}
      {runs.map((one, index) => (
        <section key={index} aria-label={`Run ${index + 1}`}>
          {runs.length > 1 && <h3>Run {index + 1}</h3>}
          {trigger && <StepCard step={trigger} ran={triggered(one)} isOpen={false} />}
          {one.steps.map((ran, place) => {
            const step = steps.find(({ key }) => key === ran.key);
            const isLast = index === runs.length - 1 && place === one.steps.length - 1;
            return (
              step && (
                <StepCard key={`${place}-${ran.outcome}`} step={step} ran={ran} isOpen={isLast} />
              )
            );
          })}
        </section>
      ))}
      {outcomes.length > 0 && (
        <div class="recipe-texts">
          <h3>In HighLevel afterwards</h3>
          <ul>
            {outcomes.map(({ what, expected, found }, index) => (
              <li key={index}>
                <span class={`badge ${found === expected ? 'good' : 'bad'}`}>
                  {found === expected ? 'As expected' : `${expected} expected`}
                </span>{' '}
                {found} of {what}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The trigger as the first step: it was given nothing, and returned what started the run. */
function triggered({ item }: ZapRunView): RanStepView {
  return { key: 'trigger', outcome: 'done', input: {}, output: item, sentence: '' };
}

const OUTCOMES: Readonly<Record<RanStepView['outcome'], { label: string; badge: string }>> = {
  next: { label: 'Next', badge: '' },
  done: { label: 'Done', badge: 'good' },
  stopped: { label: 'Stopped here', badge: 'warn' },
  failed: { label: 'Failed', badge: 'bad' },
};

function StepCard({
  step,
  ran: { outcome, input, output, sentence },
  isOpen,
}: {
  step: RecipeStepView;
  ran: RanStepView;
  isOpen: boolean;
}) {
  const isShown = useSignal(isOpen);
  const { label, badge } = OUTCOMES[outcome];
  return (
    <details
      class={`step-card depth-${Math.min(step.depth, 3)}`}
      open={isShown.value}
      data-outcome={outcome}
      onToggle={({ currentTarget }) => (isShown.value = currentTarget.open)}
    >
      <summary>
        <StepName step={step} />
        <span class={`badge ${badge}`}>{label}</span>
      </summary>
      {isShown.value && (
        <div class="step-values">
          {sentence !== '' && <p>{sentence}</p>}
          {Object.keys(input).length > 0 && (
            <JsonView label="Input" text={JSON.stringify(input, null, 2)} />
          )}
          {output && Object.keys(output).length > 0 && (
            <JsonView label="Output" text={JSON.stringify(output, null, 2)} />
          )}
          {Object.keys(input).length === 0 && output === null && sentence === '' && (
            <p class="soft">It has no fields.</p>
          )}
        </div>
      )}
    </details>
  );
}
