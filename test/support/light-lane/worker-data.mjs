// Loaded by each worker of jest-light-runner before the runner. A worker that has its first suite asks
// for the configuration, and the runner answers all workers that have one, each of them once: a worker
// that was not ready for the answer would wait for another one for ever. Here it is kept for it.
const QUESTION = 'jest-light-runner-get-worker-data';
const ANSWER = 'jest-light-runner-worker-data';

/** Tinypool sets it, which starts the runner's workers. */
const isWorker = process.env['TINYPOOL_WORKER_ID'] !== undefined;

const send = process.send;
if (isWorker && send !== undefined) {
  let answer;
  process.on('message', (message) => {
    if (message?.type === ANSWER) answer = message;
  });
  process.send = (message, ...rest) => {
    if (message !== QUESTION || answer === undefined) return send.call(process, message, ...rest);
    process.nextTick(() => process.emit('message', answer));
    return true;
  };
}
