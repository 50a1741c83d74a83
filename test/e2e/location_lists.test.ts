import type { LocalZapier } from '../../local/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { dropdown } from '../support/dropdown.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

describe('What a sub-account keeps for all its contacts', () => {
  test('tags are found and offered by name', async () => {
    expect(await zapier.search('find_tag', { name: 'vip' })).toMatchObject([{ name: 'vip' }]);
    expect(await dropdown(zapier, 'creates.add_contact_tags', 'tags')).toMatchObject({
      vip: 'vip',
      'new patient': 'new patient',
    });
  });

  test('custom fields are found by name or key, or chosen', async () => {
    const [byName] = await zapier.search('find_custom_field', { name: 'insurance' });
    expect(byName).toMatchObject({
      dataType: 'SINGLE_OPTIONS',
      picklistOptions: ['Public', 'Private', 'None'],
    });
    expect(await zapier.search('find_custom_field', { name: 'contact.insurance' })).toEqual([
      byName,
    ]);
    const offered = await dropdown(zapier, 'searches.find_custom_field', 'customFieldId');
    expect(offered[String(byName?.['id'])]).toBe('Insurance');
    expect(Object.values(offered)).toContain('Treatment (opportunity)');
    expect(
      await zapier.search('find_custom_field', { customFieldId: String(byName?.['id']) }),
    ).toEqual([byName]);
  });

  test('templates are found with their text, or chosen', async () => {
    const [email] = await zapier.search('find_template', { name: 'welcome' });
    expect(email).toMatchObject({
      type: 'email',
      subject: 'Welcome',
      html: '<p>Welcome to Harbour Dental!</p>',
      body: 'Welcome to Harbour Dental!',
    });
    const offered = await dropdown(zapier, 'searches.find_template', 'templateId');
    const [smsId] = Object.entries(offered).find(([, name]) => name === 'Running late (SMS)') ?? [];
    expect(await zapier.search('find_template', { templateId: smsId })).toMatchObject([
      { name: 'Running late', body: 'We are running 10 minutes late, sorry.' },
    ]);
  });
});
