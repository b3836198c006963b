/**
 * The Content-Security-Policy of the page. It is built into the page as a `<meta>`; a host that can send headers sends
 * the same, with `frame-ancestors 'none'`, which a `<meta>` cannot say.
 *
 * `wasm-unsafe-eval` lets the checker be compiled. Nothing else is made from text: no inline script, no inline style.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
