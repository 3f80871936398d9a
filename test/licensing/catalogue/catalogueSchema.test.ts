import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { catalogueFileSchema } from '../../../src/licensing/catalogue/catalogueSchema';

const path = join(__dirname, '../../../src/licensing/catalogue/catalogue.schema.json');

// After a change of the schema, run this test once with WRITE_SCHEMA=1 to write the file again, then `npm run fix`.
test('catalogue.schema.json is what the schema in code says', () => {
  const schema = JSON.stringify(
    toJsonSchema(catalogueFileSchema, { target: 'draft-07', errorMode: 'throw' }),
  );
  if (process.env.WRITE_SCHEMA) writeFileSync(path, schema);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(schema));
});
