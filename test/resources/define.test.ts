import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';

import { defineResource } from '../../resources/define.ts';
import {
  dateTime,
  day,
  decimal,
  file,
  files,
  id,
  integer,
  lead,
  lines,
  nested,
  primary,
  text,
  texts,
  yesNo,
} from '../../resources/fields.ts';

const parts = {
  title: text('Title', 'A part'),
  dueDate: dateTime('Due', '2026-11-24T09:00:00.000Z'),
};

const record = defineResource('test record', () =>
  z.object({
    id: id('Record ID', 'r1ZbR4xVnL0shT7gK2mW'),
    name: text('Name', 'Anna Example'),
    tags: texts('Tags', ['customer']),
    at: dateTime('At', '2026-11-24T09:00:00.000Z'),
    birthday: day('Birthday', '1990-05-17'),
    count: integer('Count', 2),
    score: decimal('Score', 1.5),
    open: yesNo('Is Open', true),
    picture: file('Picture', 'https://example.com/picture.png'),
    files: files('Files', ['https://example.com/offer.pdf']),
    parts: lines('Part', parts),
    owner: nested('Owner', { name: text('Name', 'Sam'), ownerName: text('Owner Name', 'Sam A.') }),
  }),
);

describe('output', () => {
  test('is one example of the record', () => {
    expect(record.output.sample).toEqual({
      id: 'r1ZbR4xVnL0shT7gK2mW',
      name: 'Anna Example',
      tags: ['customer'],
      at: '2026-11-24T09:00:00.000Z',
      birthday: '1990-05-17',
      count: 2,
      score: 1.5,
      open: true,
      picture: 'https://example.com/picture.png',
      files: ['https://example.com/offer.pdf'],
      parts: [{ title: 'A part', dueDate: '2026-11-24T09:00:00.000Z' }],
      owner: { name: 'Sam', ownerName: 'Sam A.' },
    });
  });

  test('names each value, with its type, and the record that it stands in', () => {
    expect(record.output.outputFields).toEqual([
      { key: 'id', label: 'Record ID', type: 'string' },
      { key: 'name', label: 'Name', type: 'string' },
      { key: 'tags', label: 'Tags', type: 'string', list: true },
      { key: 'at', label: 'At', type: 'datetime' },
      { key: 'birthday', label: 'Birthday', type: 'string' },
      { key: 'count', label: 'Count', type: 'integer' },
      { key: 'score', label: 'Score', type: 'number' },
      { key: 'open', label: 'Is Open', type: 'boolean' },
      { key: 'picture', label: 'Picture', type: 'file' },
      { key: 'files', label: 'Files', type: 'file', list: true },
      { key: 'parts[]title', label: 'Part Title', type: 'string' },
      { key: 'parts[]dueDate', label: 'Part Due', type: 'datetime' },
      { key: 'owner__name', label: 'Owner Name', type: 'string' },
      { key: 'owner__ownerName', label: 'Owner Name', type: 'string' },
    ]);
  });

  test('is made once', () => {
    expect(record.output).toBe(record.output);
  });

  test('stops the program where a label or an example is missing', () => {
    const untitled = defineResource('untitled', () => z.object({ a: z.string() }));
    expect(() => untitled.output).toThrow('The field untitled.a has no');
    const exampleless = defineResource('exampleless', () =>
      z.object({ a: z.string().meta({ title: 'A' }) }),
    );
    expect(() => exampleless.output).toThrow('The field exampleless.a has no example.');
  });
});

describe('parse', () => {
  const EMPTY = {
    name: null,
    tags: [],
    at: null,
    birthday: null,
    count: null,
    score: null,
    open: null,
    picture: null,
    files: [],
    parts: [],
    owner: null,
  };

  test('gives every key, empty where nothing came, and drops what nobody declared', () => {
    expect(record.parse({ id: 'r1ZbR4xVnL0shT7gK2mW', traceId: 't', _id: 'x' })).toEqual({
      id: 'r1ZbR4xVnL0shT7gK2mW',
      ...EMPTY,
    });
  });

  test('reads each value in any of its shapes', () => {
    const raw = {
      id: 7,
      name: 12,
      tags: 'customer',
      at: 1795514520,
      birthday: '1990-05-17T00:00:00.000Z',
      count: '2',
      score: '1.5',
      open: 'false',
      picture: 'hydrate|||pointer|||hydrate',
      files: ['https://example.com/a.pdf', null],
      parts: [{ title: 'one', other: 1 }, { dueDate: { seconds: 1795514520, nanoseconds: 0 } }],
      owner: { name: 'Sam', secret: 1 },
    };
    expect(record.parse(raw)).toEqual({
      id: '7',
      name: '12',
      tags: ['customer'],
      at: '2026-11-24T10:02:00.000Z',
      birthday: '1990-05-17',
      count: 2,
      score: 1.5,
      open: false,
      picture: 'hydrate|||pointer|||hydrate',
      files: ['https://example.com/a.pdf'],
      parts: [
        { title: 'one', dueDate: null },
        { title: null, dueDate: '2026-11-24T10:02:00.000Z' },
      ],
      owner: { name: 'Sam', ownerName: null },
    });
  });

  test('keeps the pointer with which Zapier fetches a record inside it', () => {
    expect(record.parse({ id: 'r1ZbR4xVnL0shT7gK2mW', owner: 'hydrate|||x|||hydrate' }).owner).toBe(
      'hydrate|||x|||hydrate',
    );
  });

  test('says what is missing', () => {
    expect(() => record.parse({ name: 'Anna' })).toThrow(
      /contains no test record that can be read \(id is missing\)/,
    );
  });
});

describe('the output of one operation', () => {
  test('has values of its own in its example', () => {
    const { sample, outputFields } = record.outputOf({ open: false, name: null });
    expect(sample).toEqual({ ...record.output.sample, open: false, name: null });
    expect(outputFields).toEqual(record.output.outputFields);
  });
});

describe('the order and the keys of a list', () => {
  const { outputFields } = defineResource('ordered record', () =>
    z.object({
      id: primary(id('Record ID', 'r1ZbR4xVnL0shT7gK2mW')),
      note: text('Note', 'Something'),
      status: primary(lead(text('Status', 'open'))),
      owner: nested('Owner', { team: text('Team', 'Sales'), name: lead(text('Name', 'Sam')) }),
    }),
  ).output;

  test('put what people look for first after the ID, from nested records too', () => {
    expect(outputFields.map(({ label }) => label)).toEqual([
      'Record ID',
      'Status',
      'Owner Name',
      'Note',
      'Owner Team',
    ]);
  });

  test('say by which fields items are told apart', () => {
    expect(outputFields.filter((field) => field.primary).map(({ key }) => key)).toEqual([
      'id',
      'status',
    ]);
  });
});
