import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runProgram } from '#app/framework/lifecycle/run-program.ts'
import { makeCertificate } from '#app/framework/tls/make-certificate.ts'

await runProgram(async () => {
  const { certificate, key } = await makeCertificate()
  const paths = {
    certificate: join('certificates', 'localhost.pem'),
    key: join('certificates', 'localhost-key.pem'),
  }
  mkdirSync('certificates', { recursive: true })
  writeFileSync(paths.certificate, certificate)
  writeFileSync(paths.key, key, { mode: 0o600 })
  // Lines that fit into .env.
  console.log(`TLS_CERTIFICATE=${paths.certificate}\nTLS_KEY=${paths.key}`)
})
