/** Keeps the page on this device, and tells when there is a new version of it. */

/** `offer` gets a function that loads the new version, whenever one waits. */
export function keepOffline(offer: (load: () => void) => void): void {
  const hadOne = navigator.serviceWorker.controller !== null;
  let isLoading = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isLoading) location.reload();
  });
  const ready = (waiting: ServiceWorker | null) => {
    if (waiting === null || !hadOne) return;
    offer(() => {
      isLoading = true;
      waiting.postMessage('take over');
    });
  };
  navigator.serviceWorker
    .register('./service-worker.js')
    .then((registration) => {
      ready(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          if (installing.state === 'installed') ready(registration.waiting);
        });
      });
      // A page that stays open for days asks from time to time.
      setInterval(() => void registration.update().catch(() => {}), 60 * 60 * 1000);
    })
    .catch(() => {
      // Without a service worker the page needs the network, as any other page does.
    });
}
