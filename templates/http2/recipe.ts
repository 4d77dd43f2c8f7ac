import {
  addDevelopmentPackages,
  addScript,
  addSettings,
  addToPlatform,
  defineFeature,
} from '../../src/recipe/kit.ts'

export default defineFeature({
  name: 'http2',
  summary: 'HTTP/2 and HTTP/1.1 on one port by TLS 1.3, once a certificate is set.',
  needs: [],

  async plan(app) {
    addDevelopmentPackages(app, { selfsigned: '5.5.0' })
    addScript(app, 'certificate', 'node bin/certificate.ts')
    addSettings(app, {
      variables: {
        TLS: "z.stringbool().default(true).describe('False: HTTP/1.1 in the clear, whatever else is set.')",
        TLS_CERTIFICATE: "z.string().optional().describe('Where the certificate lies, in PEM.')",
        TLS_KEY: "z.string().optional().describe('Where its private key lies, in PEM.')",
      },
      member: 'tls: { on: read.TLS, certificate: read.TLS_CERTIFICATE, key: read.TLS_KEY }',
      examples: [
        {
          name: 'TLS_CERTIFICATE',
          value: '',
          comment:
            'Where the certificate lies, with its chain; npm run certificate makes one for localhost.',
        },
        { name: 'TLS_KEY', value: '', comment: 'Where its private key lies.' },
      ],
    })
    await addToPlatform(app, {
      imports: [{ from: '#app/framework/tls/tls-transport.ts', names: ['createTlsTransport'] }],
      name: 'transport',
      from: 'createTlsTransport(config.tls, config.http)',
      needs: ['config'],
    })
  },
})
