import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { copyDependencies } from '../../scripts/lib/dependencies.ts';
import { readJsonObject, ROOT } from '../../scripts/lib/project.ts';
import { runZapierCli } from '../../scripts/lib/zapier-cli.ts';
import { normalizeZip } from '../../scripts/lib/zip.ts';
import { isRecord } from '../../resources/values.ts';
import { makeTempFolder, removeFolder } from '../../test/support/temp.ts';

const SOURCE = fileURLToPath(new URL('empty-app/', import.meta.url));
const CORE = 'zapier-platform-core';

/**
 * Packages the empty integration as the connector is packaged, with the same CLI.
 *
 * @param target where to put the zip, absolute
 */
export async function packageEmptyApp(target: string): Promise<void> {
  const stage = makeTempFolder();
  try {
    mkdirSync(join(stage, 'dist'));
    cpSync(join(SOURCE, 'index.js'), join(stage, 'dist', 'index.js'));
    cpSync(join(ROOT, '.zapierapprc'), join(stage, '.zapierapprc'));
    writeFileSync(join(stage, 'package.json'), JSON.stringify(manifest()));
    copyDependencies([CORE], stage);
    const result = await runZapierCli(['build', '--skip-validation', '--skip-dep-install'], {
      cwd: stage,
      env: { ZAPIER_CURRENT_APP_FILE: undefined },
    });
    if (result.code !== 0)
      throw new Error(`The empty app could not be packaged:\n${result.output}`);
    writeFileSync(target, normalizeZip(readFileSync(join(stage, 'build', 'build.zip'))));
  } finally {
    removeFolder(stage);
  }
}

function manifest() {
  const { dependencies } = readJsonObject(join(ROOT, 'package.json'));
  const core = isRecord(dependencies) ? dependencies[CORE] : undefined;
  return {
    name: 'empty-app',
    version: '1.0.0',
    private: true,
    type: 'module',
    exports: './dist/index.js',
    dependencies: { [CORE]: core },
  };
}
