import { expect, test } from 'vitest'

import type { Facts } from '../../src/check/facts.ts'
import { rules } from '../../src/check/rules.ts'
import { runRules } from '../../src/check/run-rules.ts'
import { elifError } from '../../src/errors/elif-error.ts'
import { healthyFacts, lineIn, shopFiles } from './shop.ts'

type Fault = {
  /** Replaces a text of a file by another, or the whole file. */
  edit?: [path: string, from: string | RegExp, to: string]
  facts?: Partial<Facts>
  finds: string
}

const module = 'src/modules/kites/kites-module.ts'
const policy = 'src/modules/kites/kite-policy.ts'
const controller = 'src/modules/kites/kite-controller.ts'
const app = 'src/app.ts'
const name = '20261120T101500-create-kites'
const migration = `database/migrations/${name}.ts`
const unreachable = elifError('database-unreachable', { where: 'shop on nowhere', reason: 'no' })

const faults: Record<string, Fault> = {
  'an old Node': { facts: { node: '22.1.0' }, finds: 'error node-too-old package.json' },
  'packages that were never installed': {
    facts: { installed: () => undefined },
    finds: 'error app-dependencies-missing package.json',
  },
  'a package that package.json asks for in another version': {
    edit: ['package.json', /"fastify": "[^"]+"/, '"fastify": "6.0.0"'],
    finds: 'warning dependency-outdated package.json',
    facts: { installed: (each) => healthyFacts(shopFiles()).installed(each) },
  },
  'a native parser that does not load': {
    facts: { slowBecause: 'Cannot find native binding' },
    finds: 'info parser-slow package.json',
  },
  'a variable that is not set': {
    facts: { config: { kind: 'incomplete', faults: [{ name: 'KEY', because: 'is not set' }] } },
    finds: 'error environment-invalid .env',
  },
  'a variable with a wrong value': {
    facts: {
      config: {
        kind: 'incomplete',
        faults: [
          { name: 'PORT', because: 'is no port', at: { path: 'config/development.json', line: 2 } },
        ],
      },
    },
    finds: 'error environment-invalid config/development.json:2',
  },
  'a config that cannot be asked': {
    facts: { config: { kind: 'broken', because: 'it throws.' } },
    finds: 'error config-broken src/config.ts',
  },
  'a database that does not answer': {
    facts: {
      database: { kind: 'unreachable', error: unreachable },
      migrations: { kind: 'unknown' },
    },
    finds: 'error database-unreachable .env',
  },
  'a pending migration': {
    facts: { migrations: { kind: 'known', all: [{ name, state: 'pending' }] } },
    finds: `warning migration-pending ${migration}`,
  },
  'a migration that was changed': {
    facts: { migrations: { kind: 'known', all: [{ name, state: 'changed' }] } },
    finds: `error migration-changed ${migration}`,
  },
  'a migration whose file is gone': {
    facts: { migrations: { kind: 'known', all: [{ name, state: 'missing' }] } },
    finds: `error migration-missing ${migration}`,
  },
  'a runner of migrations that is gone': {
    facts: {
      migrations: { kind: 'unknown', error: elifError('migrate-runner-missing', { path: 'x' }) },
    },
    finds: 'error migrate-runner-missing database/migrations',
  },
  'a region without an end': {
    edit: [app, /.*#endregion elif:modules\n/, ''],
    finds: `error region-unclosed src/app.ts:${lineIn(app, '#region elif:modules')}`,
  },
  'a region twice': {
    edit: [
      module,
      'export function',
      '// #region elif:routes\n// #endregion elif:routes\nexport function',
    ],
    finds: `error region-duplicate ${module}:9`,
  },
  'a region whose end stands in other brackets': {
    edit: [module, /( +\/\/ #endregion elif:routes\n) {2}\}\n/, '  }\n$1'],
    finds: `error region-split ${module}:10`,
  },
  'a module that the app does not import': {
    edit: [app, /import \{ createKitesModule.*\n|.*kites = .*\n|.*kites\.routes.*\n/g, ''],
    finds: `error module-not-imported ${module}`,
  },
  'a module that is imported and not built': {
    edit: [app, /.*kites = .*\n|.*kites\.routes.*\n/g, ''],
    finds: `error module-not-imported ${module}`,
  },
  'a module whose routes are not registered': {
    edit: [app, /.*kites\.routes.*\n/, ''],
    finds: `error module-not-registered ${module}`,
  },
  'a module whose registration is commented out': {
    edit: [app, 'http.register(kites', '// http.register(kites'],
    finds: `error module-not-registered ${module}`,
  },
  'a write that nobody decided about': {
    edit: [policy, "create: 'public'", "create: 'open'"],
    finds: `info write-open ${policy}:5`,
  },
  'an open write in double quotes': {
    edit: [policy, "create: 'public'", 'create: "open"'],
    finds: `info write-open ${policy}:5`,
  },
  'a route for writes without a policy': {
    edit: [controller, "'/', { config: { policy: policy.create } }", "'/'"],
    finds: `info write-open ${controller}:7`,
  },
  'a framework that imports a module': {
    edit: [
      'src/framework/clock/clock.ts',
      /^/,
      "import { kitePolicy } from '../../modules/kites/kite-policy.ts'\n",
    ],
    finds: 'error framework-imports-module src/framework/clock/clock.ts:1',
  },
  'a framework that imports a module by its short name': {
    edit: [
      'src/framework/clock/clock.ts',
      /^/,
      "\nimport type { K } from '#app/modules/kites/kite-policy.ts'\n",
    ],
    finds: 'error framework-imports-module src/framework/clock/clock.ts:2',
  },
  'a module that asks the database outside of its repository': {
    edit: [module, '  const routes', "  database.selectFrom('kites')\n  const routes"],
    finds: `error query-elsewhere ${module}:6`,
  },
  'SQL in the file that puts the app together': {
    edit: [app, '  const http', '  void sql`select 1`\n  const http'],
    finds: `error query-elsewhere src/app.ts:${lineIn(app, '  const http')}`,
  },
  'a part of the platform that no module takes': {
    edit: [
      'src/platform.ts',
      / {2}\/\/ #endregion elif:platform([\s\S]*)parts,/,
      '  const mail = createMail()\n  parts.add(mailPart(mail))\n$&\n    mail,',
    ],
    finds: `info part-unused src/platform.ts:${lineIn('src/platform.ts', '#endregion elif:platform')}`,
  },
  'a module that reads the environment': {
    edit: [module, '  const routes', "  const key = process.env.KEY ?? ''\n  const routes"],
    finds: `error environment-read-elsewhere ${module}:6`,
  },
}

test('finds nothing in a healthy app', async () => {
  expect(await runRules(rules, healthyFacts(shopFiles()))).toEqual([])
})

test('a part that the framework takes from the whole platform is in use', async () => {
  const files = shopFiles()
  const platform = (files['src/platform.ts'] ?? '').replace(
    / {2}\/\/ #endregion elif:platform([\s\S]*)parts,/,
    '  const transport = createTlsTransport()\n$&\n    transport,',
  )
  expect(platform).toContain('    transport,')
  const facts = healthyFacts({ ...files, 'src/platform.ts': platform })
  expect(await runRules(rules, facts)).toEqual([])
})

test.each(Object.entries(faults))('finds %s, once', async (_, { edit, facts, finds }) => {
  const healthy = shopFiles()
  const [path = '', from = '', to = ''] = edit ?? []
  const files = edit ? { ...healthy, [path]: (healthy[path] ?? '').replace(from, to) } : healthy
  expect(files[path] === healthy[path]).toBe(edit === undefined)
  const findings = await runRules(rules, { ...healthyFacts(files), ...facts })
  const said = findings.map(({ severity, code, at }) =>
    [`${severity} ${code} ${at.path}`, at.line].filter(Boolean).join(':'),
  )
  expect(said).toEqual([finds])
})

test.each([
  ["create: 'open'", 'create kites'],
  ["create: 'open',\n  remove: 'open'", 'create and remove kites'],
  [
    "find: 'open',\n  create: 'open',\n  update: () => true,\n  move: 'open',\n  remove: 'open'",
    'create, move and remove kites',
  ],
])('names all writes that a policy leaves open at once: %j', async (actions, what) => {
  const files = shopFiles()
  files[policy] = (files[policy] ?? '').replace("create: 'public'", actions)
  const findings = await runRules(rules, healthyFacts(files))
  expect(findings.map(({ says, hint }) => [says, hint])).toEqual([
    [
      `Anybody may ${what}, and nobody has decided that.`,
      "Give each action in the policy a function of the request, or 'public'; production refuses to start with 'open'.",
    ],
  ])
})

test('finds nothing in what only looks like a fault', async () => {
  const files = shopFiles()
  files[module] = `${files[module]}// process.env and http.post('/') are only spoken of here\n`
  files['src/modules/kites/kites.test.ts'] = "process.env.KEY = 'a test may'\n"
  files['.elif/base/src/app.ts.base'] = '// #region elif:modules\n'
  files['README.md'] = '# Regions\n\n    // #region elif:modules\n'
  expect(await runRules(rules, healthyFacts(files))).toEqual([])
})

test('sorts by gravity, then by place', async () => {
  const files = shopFiles()
  files[policy] = (files[policy] ?? '').replace("create: 'public'", "create: 'open'")
  files[app] = (files[app] ?? '').replace(/.*kites\.routes.*\n/, '')
  const migrations = { kind: 'known' as const, all: [{ name, state: 'pending' as const }] }
  const findings = await runRules(rules, { ...healthyFacts(files), migrations })
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info'])
})
