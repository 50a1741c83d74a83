// npm run package: makes build/build.zip, the artifact that Zapier runs, and build/source.zip.
import { createCheckedPackage } from './check/checked-package.ts';
import { endUnpackaged } from './lib/package.ts';
import { projectPath } from './lib/project.ts';

const startedAt = performance.now();
const { version, buildZip, buildSha256, buildBytes, sourceZip } =
  await createCheckedPackage().catch(endUnpackaged);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  [
    `Packaged version ${version} in ${seconds} s.`,
    `  ${projectPath(buildZip)}   ${buildBytes} bytes, SHA-256 ${buildSha256}`,
    `  ${projectPath(sourceZip)}  the readable sources`,
    'Next: npm run push, to upload it to Zapier.',
  ].join('\n'),
);
