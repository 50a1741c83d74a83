import type { LocalZapier } from '../../local/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dropdown } from '../support/dropdown.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let contactId: string;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.sandbox.reset();
  contactId = String((await zapier.sandbox.record('contacts', { firstName: 'Anna' }))['id']);
});

const contact = () => zapier.sandbox.record('contacts', { id: contactId });

describe('A workflow', () => {
  test('is found, takes a contact and lets it go', async () => {
    const [found] = await zapier.search('find_workflow', { name: 'welcome' });
    const workflowId = String(found?.['id']);
    expect(found).toMatchObject({ name: 'Welcome new patient', status: 'published' });

    const added = await zapier.create('add_contact_to_workflow', { contactId, workflowId });
    expect(added).toMatchObject({ id: contactId, workflowId, isInWorkflow: true });
    expect(await contact()).toMatchObject({ workflows: [workflowId] });

    await zapier.create('remove_contact_from_workflow', { contactId, workflowId });
    expect(await contact()).toMatchObject({ workflows: [] });
  });

  test('takes the start of an event', async () => {
    const [found] = await zapier.search('find_workflow', { name: 'Recall' });

    const added = await zapier.create('add_contact_to_workflow', {
      contactId,
      workflowId: found?.['id'],
      eventStartTime: '2026-12-01 09:00',
    });

    expect(added).toMatchObject({ eventStartTime: '2026-12-01T09:00:00.000Z' });
  });

  test('that is a draft is not offered, and refused in words', async () => {
    const offered = await dropdown(zapier, 'creates.add_contact_to_workflow', 'workflowId');
    expect(Object.values(offered).sort()).toEqual([
      'Missed call text back',
      'Recall after six months',
      'Welcome new patient',
    ]);

    const [draft] = await zapier.search('find_workflow', { name: 'Spring offer' });
    await expect(
      zapier.create('add_contact_to_workflow', { contactId, workflowId: draft?.['id'] }),
    ).rejects.toMatchObject({ summary: expect.stringContaining('Workflow is not published') });
  });
});

describe('A campaign', () => {
  test('is found, takes a contact and lets it go', async () => {
    const [found] = await zapier.search('find_campaign', { name: 'whitening' });
    const campaignId = String(found?.['id']);

    const added = await zapier.create('add_contact_to_campaign', { contactId, campaignId });
    expect(added).toMatchObject({ id: contactId, campaignId, isInCampaign: true });
    expect(await contact()).toMatchObject({ campaigns: [campaignId] });

    await zapier.create('remove_contact_from_campaign', { contactId, campaignId });
    expect(await contact()).toMatchObject({ campaigns: [] });
  });
});

describe('A course', () => {
  test('is imported with categories, posts and materials', async () => {
    const result = await zapier.create('import_course', {
      title: 'Healthy teeth',
      description: 'All you need',
      instructorName: 'Dana Reyes',
      categories: [
        { categoryTitle: 'At home' },
        { categoryTitle: 'Floss', categoryParent: 'At home' },
      ],
      posts: [
        { postTitle: 'Brushing', postContentType: 'video', postVideo: 'https://example.com/b.mp4' },
        { postTitle: 'Flossing', postCategory: 'Floss', postVisibility: 'draft' },
      ],
      materials: [{ materialTitle: 'Leaflet', materialUrl: 'https://example.com/leaflet.pdf' }],
    });

    expect(result).toMatchObject({ title: 'Healthy teeth', categories: 2, posts: 2 });
    const [stored] = await zapier.sandbox.list('/state/courseImports');
    expect(stored?.['products']).toEqual([
      {
        title: 'Healthy teeth',
        description: 'All you need',
        instructorDetails: { name: 'Dana Reyes', description: 'Dana Reyes' },
        categories: [
          {
            title: 'At home',
            visibility: 'published',
            posts: [
              {
                title: 'Brushing',
                visibility: 'published',
                contentType: 'video',
                description: 'Brushing',
                bucketVideoUrl: 'https://example.com/b.mp4',
                postMaterials: [
                  { title: 'Leaflet', type: 'pdf', url: 'https://example.com/leaflet.pdf' },
                ],
              },
            ],
            subCategories: [
              {
                title: 'Floss',
                visibility: 'published',
                posts: [
                  {
                    title: 'Flossing',
                    visibility: 'draft',
                    contentType: 'video',
                    description: 'Flossing',
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });
});
