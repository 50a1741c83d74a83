import { describe, expect, test } from '@jest/globals';

import { agentId, linkId } from '../../sandbox/seed/marketing.ts';
import { associationId, TREATMENT, treatmentId } from '../../sandbox/seed/objects.ts';
import { orderId } from '../../sandbox/seed/payments.ts';
import { priceId, productId } from '../../sandbox/seed/products.ts';
import { contactId, dto, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const alt = { altId: HARBOUR, altType: 'location' as const };
const place = { locationId: HARBOUR };

/** The calls of HighLevel's own library are taken as they are, with what it adds to them. */
describe('the official SDK', () => {
  test('reads orders, payments, subscriptions and coupons', async () => {
    const { payments } = sandbox.sdk();
    expect(list(await payments.listOrders(dto({ ...alt, limit: 2 })), 'data')).toHaveLength(2);
    const order = await payments.getOrderById(dto({ ...alt, orderId: orderId(0) }));
    expect(text(order, '_id')).toBe(orderId(0));
    expect(list(await payments.listTransactions(dto(alt)), 'data')).toHaveLength(8);
    expect(list(await payments.listSubscriptions(dto(alt)), 'data')).toHaveLength(2);
    expect(list(await payments.listCoupons(dto(alt)), 'data')).toHaveLength(3);
  });

  test('reads and makes products and prices', async () => {
    const { products } = sandbox.sdk();
    expect(list(await products.listInvoices(dto(place)), 'products')).toHaveLength(5);
    const draft = { ...place, name: 'Floss', productType: 'PHYSICAL' };
    const made = text(await products.createProduct(dto(draft)), '_id');
    const price = { ...place, name: 'Pack', type: 'one_time', currency: 'USD', amount: 4.95 };
    await products.createPriceForProduct(dto({ productId: made }), dto(price));
    const prices = await products.listPricesForProduct(dto({ ...place, productId: made }));
    expect(list(prices, 'prices')).toHaveLength(1);
    const kit = { priceId: priceId('Whitening Kit', 'Kit'), availableQuantity: 1 };
    await products.updateInventory(dto({ ...alt, items: [kit] }));
    const one = await products.getProductById(dto({ ...place, productId: productId('Care Plan') }));
    expect(text(one, 'name')).toBe('Care Plan');
  });

  test('reads and makes companies', async () => {
    const { businesses } = sandbox.sdk();
    const made = await businesses.createBusiness(dto({ ...place, name: 'Oak' }));
    const id = text(made, 'buiseness', 'id');
    expect(text(await businesses.getBusiness(dto({ businessId: id })), 'business', 'name')).toBe(
      'Oak',
    );
    expect(list(await businesses.getBusinessesByLocation(dto(place)), 'businesses')).not.toEqual(
      [],
    );
  });

  test('reads and makes records and relations', async () => {
    const { objects, associations } = sandbox.sdk();
    const schema = await objects.getObjectSchemaByKey(
      dto({ ...place, key: TREATMENT, fetchProperties: 'true' }),
    );
    expect(list(schema, 'fields')).toHaveLength(12);
    const made = await objects.createObjectRecord(
      dto({ schemaKey: TREATMENT }),
      dto({ ...place, properties: { name: 'New' } }),
    );
    const search = { ...place, page: 1, pageLimit: 10, query: 'New', searchAfter: [] };
    const found = await objects.searchObjectRecords(dto({ schemaKey: TREATMENT }), dto(search));
    const id = text(found, 'records', 0, 'id');
    expect(id).toBe(text(made, 'record', 'id'));
    await associations.createRelation(
      dto({
        ...place,
        associationId: associationId('treatment_patient'),
        firstRecordId: id,
        secondRecordId: contactId(0),
      }),
    );
    const page = { ...place, skip: 0, limit: 10 };
    const related = await associations.getRelationsByRecordId(
      dto({ ...page, recordId: treatmentId(0) }),
    );
    expect(list(related, 'relations')).toHaveLength(1);
    expect(list(await associations.findAssociations(dto(page)), 'associations')).toHaveLength(4);
  });

  test('reads media, links, templates and agents', async () => {
    const { medias, links, emails, conversationAi } = sandbox.sdk();
    const order = { sortBy: 'createdAt', sortOrder: 'desc', type: 'folder' };
    expect(list(await medias.fetchMediaContent(dto({ ...alt, ...order })), 'files')).toHaveLength(
      1,
    );
    await medias.createMediaFolder(dto({ ...alt, name: 'New' }));
    expect(list(await links.getLinks(dto(place)), 'links')).toHaveLength(2);
    const changed = { name: 'Book', redirectTo: 'https://a.example.com' };
    await links.updateLink(dto({ linkId: linkId('Book a Visit') }), dto(changed));
    expect(list(await emails.fetchTemplate(dto(place)), 'builders')).toHaveLength(2);
    expect(list(await emails.fetchCampaigns(dto(place)), 'schedules')).toHaveLength(1);
    const agents = await conversationAi.searchAgent(dto({ limit: 1 }));
    expect(text(agents, 'agents', 0, 'id')).toBe(agentId('Front Desk'));
  });
});
