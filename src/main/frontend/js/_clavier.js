import { ecrire, lire } from './_stockage.js';

const CLE = 'jalon.raccourcis';

// Single-key shortcuts. They never act while somebody types, and the help panel turns them off (WCAG 2.1.4).
export function brancherClavier() {
  const aide = document.getElementById('aide-clavier');
  const coche = aide?.querySelector('[data-raccourcis]');
  if (coche) {
    coche.checked = actifs();
    coche.addEventListener('change', () => ecrire(localStorage, CLE, coche.checked ? null : 'non'));
  }
  document.addEventListener('click', (evenement) => {
    if (evenement.target.closest('[data-aide-clavier]')) aide?.showModal();
    else if (evenement.target.closest('[data-fermer]')) evenement.target.closest('dialog').close();
  });
  document.addEventListener('keydown', (evenement) => {
    if (evenement.defaultPrevented || evenement.ctrlKey || evenement.altKey || evenement.metaKey) return;
    if (!actifs() || onEcrit(evenement.target) || document.querySelector('dialog[open]')) return;
    const geste = { j: () => ligne(1), k: () => ligne(-1), x: choisir, '/': chercher, '?': () => aide?.showModal() ?? true }[evenement.key] ?? touche(evenement.key);
    if (geste && geste() !== false) evenement.preventDefault();
  });
}

// A control that names its own key with data-touche.
function touche(lettre) {
  const controle = /^[a-z]$/.test(lettre) ? document.querySelector(`[data-touche="${lettre}"]`) : null;
  return controle ? () => controle.click() : null;
}

export function actifs() {
  return lire(localStorage, CLE) !== 'non';
}

export function onEcrit(element) {
  return element.closest?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable], [role=textbox], [role=combobox], [data-diagramme]') !== null;
}

function ligne(pas) {
  const lignes = [...document.querySelectorAll('a.cible-ligne')].filter((l) => l.offsetParent !== null);
  if (lignes.length === 0) return false;
  const ici = lignes.findIndex((l) => l.closest('tr')?.contains(document.activeElement));
  const cible = ici < 0 ? (pas > 0 ? 0 : lignes.length - 1) : Math.min(Math.max(ici + pas, 0), lignes.length - 1);
  // focusVisible: the ring is shown although the last gesture may have been the mouse's.
  lignes[cible].focus({ focusVisible: true });
  lignes[cible].closest('tr').scrollIntoView({ block: 'nearest' });
  return true;
}

// Ticks the row where one is, for an act on several.
function choisir() {
  const coche = document.activeElement?.closest('tr')?.querySelector('.choisir input');
  if (!coche) return false;
  coche.click();
  return true;
}

function chercher() {
  const champ = document.querySelector('main [data-recherche], [data-recherche]');
  if (!champ) return false;
  champ.focus();
  champ.select();
  return true;
}
