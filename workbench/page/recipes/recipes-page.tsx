import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';

import type { RecipeView } from '../../api/recipes.ts';
import { Icon } from '../parts/icon.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { ask } from '../state/api.ts';
import { useLoaded } from '../state/loaded.ts';
import { Recipe } from './recipe.tsx';
import './recipes.css';

/** The recipes beside the one that is open. */
export function RecipesPage() {
  const { params } = useRoute();
  const { loaded, again } = useLoaded(() => ask<RecipeView[]>('/recipes'), []);
  useEffect(() => {
    document.title = 'Recipes · Workbench';
  }, []);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>Recipes</h1>
          <p class="soft">Zaps with partner apps. Run one step by step, on the local HighLevel.</p>
        </div>
      </div>
      {loaded.state === 'loading' && <Loading what="the recipes" />}
      {loaded.state === 'failed' && <Failed sentence={loaded.sentence} again={again} />}
      {loaded.state === 'ready' && (
        <Columns recipes={loaded.value} chosen={params['recipe'] ?? loaded.value[0]?.key ?? ''} />
      )}
    </>
  );
}

function Columns({ recipes, chosen }: { recipes: readonly RecipeView[]; chosen: string }) {
  const recipe = recipes.find(({ key }) => key === chosen);
  return (
    <div class="recipe-columns">
      <RecipeList recipes={recipes} chosen={chosen} />
      {recipe ? (
        <Recipe key={recipe.key} recipe={recipe} />
      ) : (
        <Empty>
          <p>There is no recipe at this URL. Choose one from the list.</p>
        </Empty>
      )}
    </div>
  );
}

function RecipeList({ recipes, chosen }: { recipes: readonly RecipeView[]; chosen: string }) {
  const { query, route, path } = useLocation();
  const search = query['q'] ?? '';
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const suffix = search === '' ? '' : `?q=${encodeURIComponent(search)}`;
  const found = recipes.filter(({ title, purpose, apps }) => {
    const text = `${title} ${purpose} ${apps.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <nav class="recipe-list panel" aria-label="Recipes">
      <label class="search-box">
        <Icon name="search" />
        <span class="visually-hidden">Search recipes</span>
        <input
          type="search"
          placeholder="Search recipes"
          value={search}
          onInput={({ currentTarget: { value } }) => {
            route(value === '' ? path : `${path}?q=${encodeURIComponent(value)}`, true);
          }}
        />
      </label>
      {found.length === 0 && <p class="soft">No recipe contains all of these words.</p>}
      <ul>
        {found.map(({ key, title, apps }) => (
          <li key={key}>
            <a
              class="recipe-link"
              href={`/recipes/${key}${suffix}`}
              aria-current={key === chosen ? 'page' : undefined}
            >
              {title}
              <span class="soft">{apps.length > 0 ? apps.join(', ') : 'HighLevel alone'}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
