import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/*
 * The schema of the 360Giving Data Standard 1.4 as far as this service uses it, written from what the standard says: its
 * required fields, types and code lists. It is not the standard's own file, which we may not copy here. With that one at
 * hand, say where it is in STANDARD_360GIVING, and the tests hold packages to it too.
 */

const day = { type: 'string', format: 'date' }
const text = { type: 'string', minLength: 1 }
const place = {
  type: 'object',
  properties: {
    name: text,
    countryCode: { enum: ['GB'] },
    geoCode: { type: 'string', pattern: '^E\\d{8}$' },
    geoCodeType: { enum: ['UA', 'NMD', 'MD', 'LONB', 'CTY', 'RGN'] },
  },
  dependentRequired: { geoCode: ['geoCodeType'], geoCodeType: ['geoCode'] },
  additionalProperties: false,
}
const organisation = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', pattern: '^(GB-LAE-[A-Z]{3}|GB-GOR-[A-Z0-9]+|360G-[A-Za-z0-9-]+(:.+)?)$' },
    name: text,
    location: { type: 'array', items: place },
  },
  additionalProperties: false,
}

const grant: AnySchemaObject = {
  type: 'object',
  required: [
    'id',
    'title',
    'description',
    'currency',
    'amountAwarded',
    'awardDate',
    'fundingOrganization',
    'recipientOrganization',
  ],
  properties: {
    id: { type: 'string', pattern: '^360G-' },
    title: text,
    description: text,
    currency: { const: 'GBP' },
    amountAppliedFor: { type: 'number' },
    amountAwarded: { type: 'number' },
    amountDisbursed: { type: 'number' },
    awardDate: day,
    plannedDates: {
      type: 'array',
      items: {
        type: 'object',
        properties: { startDate: day, endDate: day },
        required: ['startDate'],
        additionalProperties: false,
      },
    },
    recipientOrganization: { type: 'array', minItems: 1, maxItems: 1, items: organisation },
    fundingOrganization: { type: 'array', minItems: 1, maxItems: 1, items: organisation },
    beneficiaryLocation: { type: 'array', items: place },
    grantProgramme: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: text, title: text, url: { type: 'string', format: 'uri' } },
        additionalProperties: false,
      },
    },
    classifications: {
      type: 'array',
      items: {
        type: 'object',
        properties: { vocabulary: text, code: text, title: text },
        additionalProperties: false,
      },
    },
    disbursementTransaction: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text,
          transactionDate: day,
          currency: { const: 'GBP' },
          value: { type: 'number' },
          description: text,
        },
        additionalProperties: false,
      },
    },
    fromOpenCall: { enum: ['Yes', 'No'] },
    dataSource: { type: 'string', format: 'uri' },
    dateModified: { type: 'string', format: 'date-time' },
  },
  additionalProperties: false,
}

const grantsPackage: AnySchemaObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['grants'],
  properties: {
    version: { const: '1.4' },
    title: text,
    description: text,
    identifier: text,
    issued: day,
    license: { type: 'string', format: 'uri' },
    publisher: {
      type: 'object',
      required: ['name'],
      properties: { name: text, website: { type: 'string', format: 'uri' } },
    },
    downloadURL: { type: 'string', format: 'uri' },
    accessURL: { type: 'string', format: 'uri' },
    grants: { type: 'array', minItems: 1, uniqueItems: true, items: grant },
  },
  additionalProperties: false,
}

function ajv(): Ajv2020 {
  const made = new Ajv2020({ allErrors: true, strict: false })
  formats.default(made)
  return made
}

export const checkAsWritten = (): ValidateFunction => ajv().compile(grantsPackage)

/**
 * The standard's own two files, with their two known faults mended: they name the meta-schema with http, which Ajv does not
 * know, and the package refers to the grants of another version than its own (that of 1.4.3 to 1.4.2). So the grants are
 * given whatever address the package asks for.
 *
 * @param read a file by its name, such as `360-giving-schema.json`
 */
export function checkAsPublished(read: (name: string) => string): ValidateFunction {
  const parse = (name: string): AnySchemaObject => ({
    ...JSON.parse(read(name)),
    $schema: 'https://json-schema.org/draft/2020-12/schema',
  })
  const { $id: _, ...grants } = parse('360-giving-schema.json')
  const wanted = parse('360-giving-package-schema.json')
  return ajv()
    .addSchema({ ...grants, $id: wanted.properties.grants.items.$ref })
    .compile(wanted)
}

/** The same from a folder that somebody has; undefined where nobody says that they do. */
export function checkFromFolder(folder = process.env.STANDARD_360GIVING): ValidateFunction | undefined {
  return folder === undefined ? undefined : checkAsPublished((name) => readFileSync(join(folder, name), 'utf8'))
}
