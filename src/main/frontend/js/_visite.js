import { actifs } from './_clavier.js';

// The page of the visits, made for the keyboard: a name picked while it is typed, reasons and outcome by one key, Enter records.
export function brancherVisite() {
  document.querySelectorAll('[data-choix]').forEach(brancherChoix);
  const formulaire = document.querySelector('form[data-visite]');
  if (!formulaire) return;
  brancherTouches(formulaire);
  brancherChrono(formulaire);
}

// A field whose suggestions come from the server (htmx) and whose choice goes to the hidden fields beside it.
function brancherChoix(bloc) {
  const champ = bloc.querySelector('[role=combobox]');
  const liste = bloc.querySelector('[role=listbox]');
  const combien = bloc.querySelector('[data-combien]');
  const caches = [...bloc.querySelectorAll('input[type=hidden][data-de]')];
  let choisi = champ.value;
  let attente = false;
  const options = () => [...liste.querySelectorAll('[role=option]:not([aria-disabled=true])')];
  const active = () => liste.querySelector('[aria-selected=true]');

  function ouvrir(oui) {
    liste.hidden = !oui;
    champ.setAttribute('aria-expanded', String(oui));
    if (!oui) champ.removeAttribute('aria-activedescendant');
  }

  function activer(option) {
    active()?.setAttribute('aria-selected', 'false');
    if (!option) return;
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    champ.setAttribute('aria-activedescendant', option.id);
  }

  function compter(nombre) {
    const mots = nombre === 0 ? combien.dataset.aucun : nombre === 1 ? combien.dataset.un : combien.dataset.plusieurs;
    combien.textContent = mots.replace('{0}', nombre);
  }

  function choisir(option) {
    if (option.dataset.vers) {
      champ.form.action = option.dataset.vers;
      champ.form.submit();
      return;
    }
    champ.value = option.dataset.texte;
    choisi = champ.value;
    for (const cache of caches) cache.value = option.dataset[cache.dataset.de] ?? '';
    bloc.dataset.choisi = 'oui';
    ouvrir(false);
    suivre();
  }

  function suivre() {
    document.querySelector(bloc.dataset.suite)?.focus({ focusVisible: true });
  }

  champ.addEventListener('input', () => {
    if (champ.value === choisi) return;
    caches.forEach((cache) => { cache.value = ''; });
    delete bloc.dataset.choisi;
    choisi = null;
    attente = false;
    if (!champ.value.trim()) {
      liste.replaceChildren();
      ouvrir(false);
    }
  });
  bloc.addEventListener('htmx:afterSwap', () => {
    if (!champ.value.trim() || choisi === champ.value) return ouvrir(false);
    ouvrir(liste.children.length > 0);
    compter(options().filter((option) => !option.dataset.vers).length);
    if (attente) valider();
  });
  champ.addEventListener('keydown', (evenement) => {
    if (evenement.key === 'Enter') {
      evenement.preventDefault();
      valider();
    } else if (evenement.key === 'Escape' && !liste.hidden) {
      evenement.preventDefault();
      ouvrir(false);
    } else if (evenement.key === 'ArrowDown' || evenement.key === 'ArrowUp') {
      const toutes = options();
      if (toutes.length === 0) return;
      evenement.preventDefault();
      ouvrir(true);
      const ici = toutes.indexOf(active());
      const pas = evenement.key === 'ArrowDown' ? 1 : -1;
      activer(toutes[ici < 0 ? (pas > 0 ? 0 : toutes.length - 1) : (ici + pas + toutes.length) % toutes.length]);
    }
  });

  // Enter takes the only answer, or the one under the arrow; among several it points at the first and waits for a second Enter,
  // so that nobody is written down by a slip, nor left for a new card. An empty field is a visit without a name.
  function valider() {
    attente = false;
    if (!champ.value.trim() || bloc.dataset.choisi) return suivre();
    const toutes = options();
    if (liste.hidden || toutes.length === 0) {
      attente = true;
    } else if (active() || (toutes.length === 1 && !toutes[0].dataset.vers)) {
      choisir(active() ?? toutes[0]);
    } else {
      activer(toutes[0]);
    }
  }

  liste.addEventListener('mousedown', (evenement) => {
    const option = evenement.target.closest('[role=option]');
    if (!option) return;
    evenement.preventDefault();
    choisir(option);
  });
  champ.addEventListener('blur', () => ouvrir(false));
  if (caches[0]?.value) bloc.dataset.choisi = 'oui';
}

function brancherTouches(formulaire) {
  document.addEventListener('keydown', (evenement) => {
    if (evenement.defaultPrevented || evenement.ctrlKey || evenement.altKey || evenement.metaKey) return;
    if (document.querySelector('dialog[open]') || ecritOuPresse(evenement.target)) return;
    // A folded correction form hears nothing.
    if (!formulaire.checkVisibility()) return;
    if (evenement.key === 'Enter') {
      if (!formulaire.contains(evenement.target)) return;
      evenement.preventDefault();
      formulaire.requestSubmit();
      return;
    }
    if (!actifs()) return;
    // The row of figures of a French keyboard gives signs: the key itself is read, not what it writes.
    const touche = /^(?:Digit|Numpad)(\d)$/.exec(evenement.code)?.[1] ?? evenement.key.toLowerCase();
    if (touche === formulaire.dataset.toucheAnonyme) sansNom(formulaire);
    else if (!presser(formulaire, touche)) return;
    evenement.preventDefault();
  });
  formulaire.querySelector('[data-sans-nom]')?.addEventListener('click', () => sansNom(formulaire));
  formulaire.addEventListener('change', (evenement) => {
    const panneau = evenement.target.dataset.panneau;
    if (panneau) document.querySelector(panneau)?.focus();
  });
}

function presser(formulaire, touche) {
  const cible = [...formulaire.querySelectorAll('[data-touche]')].find((c) => c.dataset.touche === touche);
  if (!cible) return false;
  cible.checked = cible.type === 'checkbox' ? !cible.checked : true;
  cible.focus({ focusVisible: true });
  cible.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function sansNom(formulaire) {
  const bloc = formulaire.querySelector('[data-choix=personne]');
  const champ = bloc.querySelector('[role=combobox]');
  champ.value = '';
  champ.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector(bloc.dataset.suite)?.focus({ focusVisible: true });
}

// A radio or a tick is not writing: keys and Enter act there.
function ecritOuPresse(element) {
  return element.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, button, a, summary, [contenteditable]') !== null;
}

// The visit begins with the first gesture; its length is sent with it, and the server writes when it began.
function brancherChrono(formulaire) {
  const duree = formulaire.elements.duree;
  const mot = formulaire.querySelector('[data-chrono]');
  let debut = Number(duree.value) > 0 ? Date.now() - Number(duree.value) * 1000 : null;
  const partir = () => {
    if (debut) return;
    debut = Date.now();
    montrer();
  };
  const montrer = () => {
    if (!mot || !debut) return;
    const heure = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' }).format(new Date(debut));
    mot.textContent = mot.dataset.chrono.replace('{0}', heure.replace(':', '\u00a0h\u00a0'));
  };
  montrer();
  formulaire.addEventListener('keydown', partir);
  formulaire.addEventListener('input', partir);
  formulaire.addEventListener('submit', () => {
    duree.value = debut ? String(Math.round((Date.now() - debut) / 1000)) : '';
  });
}
