import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Findings } from '../../bench/figures.ts';
import { keepFindings, writePage } from '../../bench/report.ts';
import { makeTempFolder } from '../../local/index.ts';

const NOVEMBER = new Date('2026-11-21T10:00:00Z');
const DECEMBER = new Date('2026-12-02T10:00:00Z');

function found(part: string, ratios: number[]): Findings {
  return {
    figures: [
      {
        part,
        measure: `speed of the ${part}`,
        baseline: 'a bare request',
        ratios,
        target: { atMost: 1.3 },
        absolute: '2 ms',
        baselineAbsolute: '1 ms',
      },
    ],
    facts: [{ part, measure: `requests of the ${part}`, value: '1', target: '1', holds: true }],
    curves: [
      {
        name: `${part}-curve`,
        title: `Curve of the ${part}`,
        x: 'size',
        y: 'requests',
        logarithmic: false,
        series: [{ name: 'one', points: [[1, 1]] }],
      },
    ],
  };
}

function sectionOf(page: string, part: string): string {
  return page.split('\n## ').find((section) => section.startsWith(`The ${part}\n`)) ?? '';
}

describe('The page of the bench', () => {
  test('keeps what was found of one part when the other is measured again', async () => {
    const folder = makeTempFolder();
    const read = () => readFileSync(join(folder, 'benchmarks.md'), 'utf8');
    await keepFindings('connector', found('connector', [5, 4, 6]), folder, NOVEMBER);
    await keepFindings('relay', found('relay', [1.1]), folder, NOVEMBER);
    await writePage(folder);
    const before = read();
    expect(before).toContain('3 of 4 targets are reached');
    expect(sectionOf(before, 'connector')).toContain('5.00 (4.00 to 6.00) ✗');

    await keepFindings('connector', found('connector', [1.2]), folder, DECEMBER);
    await writePage(folder);
    const after = read();
    expect(after).toContain('4 of 4 targets are reached');
    expect(sectionOf(after, 'connector')).toContain('Measured on 2026-12-02');
    expect(sectionOf(after, 'connector')).toContain('1.20 ✓');
    expect(sectionOf(after, 'relay')).toBe(sectionOf(before, 'relay'));
    for (const part of ['connector', 'relay']) {
      expect(after).toContain(`![Curve of the ${part}](benchmarks/${part}-curve.svg)`);
      expect(existsSync(join(folder, 'benchmarks', `${part}-curve.svg`))).toBe(true);
    }
  });
});
