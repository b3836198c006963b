/** The report on the published example in each language; `vite.config.ts` makes it. */
declare module 'virtual:first-report' {
  const reports: Record<import('./checker/protocol.ts').LocaleName, import('./checker/protocol.ts').Checked>;
  export default reports;
}
