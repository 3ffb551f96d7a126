import htmx from 'htmx.org';

const EN_TETES_SANS_JETON = /^(get|head)$/i;

// htmx under a Content-Security-Policy without eval nor inline style, and without personal data left in the browser's storage.
export function brancherHtmx() {
  window.htmx = htmx;
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    scrollIntoViewOnBoost: false,
    // A refused input comes back as a page (422): it is shown like any other answer.
    responseHandling: [
      { code: '204', swap: false },
      { code: '[23]..', swap: true },
      { code: '422', swap: true },
      { code: '[45]..', swap: false, error: true },
    ],
  });
  document.addEventListener('htmx:configRequest', (evenement) => {
    if (EN_TETES_SANS_JETON.test(evenement.detail.verb)) return;
    const jeton = document.querySelector('meta[name="_csrf"]')?.content;
    const enTete = document.querySelector('meta[name="_csrf_header"]')?.content;
    if (jeton && enTete) evenement.detail.headers[enTete] = jeton;
  });
  for (const nom of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(nom, annoncerEchec);
  }
}

function annoncerEchec() {
  const messages = document.getElementById('messages');
  const modele = document.getElementById('modele-echec');
  if (!messages || !modele || messages.querySelector('[data-echec]')) return;
  messages.append(modele.content.cloneNode(true));
}
