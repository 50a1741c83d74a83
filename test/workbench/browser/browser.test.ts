// The workbench in Chromium. One server and one browser serve all: each costs more than the tests.
import './suites/every-operation.ts';
import './suites/accessible.ts';
import './suites/forms.ts';
import './suites/tests-of-steps.ts';
import './suites/highlevel.ts';
import './suites/live.ts';
import './suites/recipes.ts';
import './suites/states.ts';
import './suites/safe.ts';
import './suites/places.ts';
import './suites/size-and-speed.ts';
import './suites/highlevel-gone.ts';
