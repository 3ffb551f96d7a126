import { ecrire, lire } from './_stockage.js';

const PREFIXE = 'jalon.saisie.';
const EXCLUS = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image']);
const FORMULAIRES = 'form[data-garder]';

// What was typed stays in this tab until it has been sent, so that an expired session or a lost network costs no work.
// Nothing is kept beyond the tab, nothing from fields that say autocomplete="off", and another account finds nothing.
export function brancherSaisie() {
  const compte = document.querySelector('meta[name="jalon-compte"]')?.content;
  if (!compte) {
    remettreLesEnvois();
  } else {
    oublierLesAutresComptes(compte);
    oublierLesEnvois();
    document.querySelectorAll(FORMULAIRES).forEach(retrouver);
  }
  document.addEventListener('input', (evenement) => {
    const formulaire = evenement.target.closest?.(FORMULAIRES);
    if (formulaire && compte) garder(formulaire, compte);
  });
  document.addEventListener('submit', (evenement) => {
    if (evenement.defaultPrevented) return;
    const formulaire = evenement.target;
    // A preview goes to another tab: nothing is sent for good, the copy stays.
    if (evenement.submitter?.formTarget === '_blank') return;
    if ('oublierSaisies' in formulaire.dataset) cles().forEach((cle) => ecrire(sessionStorage, cle, null));
    else if (formulaire.matches(FORMULAIRES)) marquerEnvoye(formulaire);
  });
}

export function cleDe(formulaire) {
  return `${PREFIXE}${location.pathname}#${formulaire.id || formulaire.getAttribute('action')}`;
}

export function garder(formulaire, compte, valeurs = valeursDe(formulaire)) {
  ecrire(sessionStorage, cleDe(formulaire), JSON.stringify({ compte, heure: Date.now(), valeurs }));
}

export function lireSaisie(formulaire) {
  return lireCle(cleDe(formulaire));
}

export function oublier(formulaire) {
  ecrire(sessionStorage, cleDe(formulaire), null);
}

export function annoncer(formulaire, heure, effacer) {
  const modele = document.getElementById('modele-saisie-retrouvee');
  if (!modele) return;
  const message = modele.content.firstElementChild.cloneNode(true);
  message.querySelector('[data-heure]').textContent =
    new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' }).format(new Date(heure)).replace(':', ' h ');
  message.querySelector('button').addEventListener('click', () => {
    oublier(formulaire);
    effacer();
    message.remove();
  });
  formulaire.before(message);
}

function retrouver(formulaire) {
  if (formulaire.dataset.garder === 'formulaire') return;
  const saisie = lireSaisie(formulaire);
  if (!saisie || JSON.stringify(saisie.valeurs) === JSON.stringify(valeursDe(formulaire))) return;
  for (const champ of champsDe(formulaire)) {
    const valeur = saisie.valeurs[nomDe(champ)];
    if (valeur === undefined) continue;
    if (champ.type === 'checkbox' || champ.type === 'radio') champ.checked = valeur;
    else champ.value = valeur;
  }
  annoncer(formulaire, saisie.heure, () => formulaire.reset());
}

function valeursDe(formulaire) {
  return Object.fromEntries(champsDe(formulaire).map((c) => [nomDe(c), c.type === 'checkbox' || c.type === 'radio' ? c.checked : c.value]));
}

function champsDe(formulaire) {
  return [...formulaire.elements].filter((c) => c.name && !EXCLUS.has(c.type) && c.autocomplete !== 'off' && c.tagName !== 'FIELDSET');
}

function nomDe(champ) {
  return champ.type === 'checkbox' || champ.type === 'radio' ? `${champ.name}=${champ.value}` : champ.name;
}

function cles() {
  try {
    return Object.keys(sessionStorage).filter((cle) => cle.startsWith(PREFIXE));
  } catch {
    return [];
  }
}

function lireCle(cle) {
  try {
    return JSON.parse(lire(sessionStorage, cle));
  } catch {
    return null;
  }
}

function marquerEnvoye(formulaire) {
  const saisie = lireSaisie(formulaire);
  if (saisie) ecrire(sessionStorage, cleDe(formulaire), JSON.stringify({ ...saisie, envoye: true }));
}

// A page with an account came back after the sending: the server has the words, the copy goes.
function oublierLesEnvois() {
  for (const cle of cles()) if (lireCle(cle)?.envoye) ecrire(sessionStorage, cle, null);
}

// The sending ended on the login page: the session was over, the words were not taken, so they are kept for after the login.
function remettreLesEnvois() {
  for (const cle of cles()) {
    const saisie = lireCle(cle);
    if (saisie?.envoye) ecrire(sessionStorage, cle, JSON.stringify({ ...saisie, envoye: false }));
  }
}

function oublierLesAutresComptes(compte) {
  for (const cle of cles()) if (lireCle(cle)?.compte !== compte) ecrire(sessionStorage, cle, null);
}
