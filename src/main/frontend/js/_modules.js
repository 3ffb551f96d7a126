// form-js, bpmn-js and Chart.js weigh several hundred kilobytes: each is fetched by the pages that hold its block, and only there.
const MODULES = { formulaire: '[data-formulaire]', diagramme: '[data-diagramme]', graphique: '[data-graphique]' };
const BASE = new URL('.', document.currentScript?.src ?? '/lib/jalon.js');
const charges = new Set();

export function brancherModules() {
  charger();
  document.addEventListener('htmx:afterSettle', charger);
}

function charger() {
  for (const [nom, cible] of Object.entries(MODULES)) {
    if (charges.has(nom) || !document.querySelector(cible)) continue;
    charges.add(nom);
    const feuille = document.createElement('link');
    feuille.rel = 'stylesheet';
    feuille.href = new URL(`${nom}.css`, BASE).href;
    const script = document.createElement('script');
    script.src = new URL(`${nom}.js`, BASE).href;
    // The sheet first: the block appears once, already dressed.
    feuille.addEventListener('load', () => document.head.append(script), { once: true });
    document.head.append(feuille);
  }
}
