// The Zapier CLI runs this before it builds, pushes or validates in the project's own folder. Its
// build copies the folder whole, with the relay, the sandbox, the tests and every development tool.
console.error(
  [
    'This project is packaged from a clean copy, so the Zapier CLI does not build it here. Run instead:',
    '  npm run package    to make build/build.zip',
    '  npm run push       to make it and upload it to Zapier',
    '  npm run validate   to check the definition',
  ].join('\n'),
);
process.exit(1);
