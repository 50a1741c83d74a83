// For a lane of suites that start servers on this machine and talk to them.
import { resolveJestGlobals } from './jest-globals.mjs';
import { limitTime } from './time-limit.mjs';

resolveJestGlobals();
limitTime();
