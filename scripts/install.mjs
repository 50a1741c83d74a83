// Installs what is missing before `npm start` and `npm test`, so that both work on a bare clone.
// Plain JavaScript, because it runs on the machine's own Node, which may be too old for TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each has a lock file and node_modules of its own. */
const PACKAGES = [
  { name: 'the connector', directory: '.', needs: ['node/bin'] },
  { name: 'the relay', directory: 'relay', needs: [] },
  { name: 'the sandbox', directory: 'sandbox', needs: [] },
  { name: 'the workbench', directory: 'workbench', needs: [] },
];

/** @param {string} path */
function readPackages(path) {
  return Object.entries(JSON.parse(readFileSync(path, 'utf8')).packages);
}

/**
 * Whether node_modules holds exactly the versions of the lock file. npm writes what it installed
 * into node_modules/.package-lock.json; packages for other platforms are missing there.
 *
 * @param {{ directory: string, needs: string[] }} project
 */
function isInstalled({ directory, needs }) {
  const modules = join(root, directory, 'node_modules');
  const installedLock = join(modules, '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  if (needs.some((path) => !existsSync(join(modules, path)))) return false;
  const installed = new Map(readPackages(installedLock));
  return readPackages(join(root, directory, 'package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.get(path);
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

/** @param {{ name: string, directory: string, needs: string[] }} project */
function install(project) {
  console.log(`Installing the packages of ${project.name} (npm ci) ...`);
  const startedAt = Date.now();
  const cwd = join(root, project.directory);
  // Quiet, since npm runs on the machine's Node and would warn of every package that wants 22.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0 || !isInstalled(project)) {
    console.error(
      `Could not install the packages of ${project.name}. Read npm's message above, check your ` +
        `network connection and that install scripts may run, then try again.`,
    );
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

for (const project of PACKAGES) if (!isInstalled(project)) install(project);
