/** How the page and its worker are developed, built and previewed. */
import { defineConfig, type Plugin } from 'vite'
import { loops } from './vite.loops.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Only in the built page: the development server needs inline scripts and a web socket. */
const securityPolicyInPage: Plugin = {
  name: 'security-policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [{
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
    injectTo: 'head-prepend',
  }],
}

export default defineConfig({
  base: './', // any folder of any static host will do
  plugins: [securityPolicyInPage, loops()],
  worker: { format: 'es', plugins: () => [loops()] },
  build: {
    target: 'es2022',
    // The policy lets nothing be fetched from a data: address, so tables are always files of their own.
    assetsInlineLimit: file => (file.endsWith('.json') ? false : undefined),
    modulePreload: { polyfill: false },
  },
})
