import { ecrire, lire } from './_stockage.js';

const CLE = 'jalon.theme';
const SUIVANT = { systeme: 'clair', clair: 'sombre', sombre: 'systeme' };
const MOTS = { systeme: 'comme l’ordinateur', clair: 'clair', sombre: 'sombre' };

export function brancherTheme() {
  montrer(lire(localStorage, CLE) ?? 'systeme');
  document.addEventListener('click', (evenement) => {
    if (!evenement.target.closest('[data-theme-bouton]')) return;
    const choix = SUIVANT[document.documentElement.dataset.theme ?? 'systeme'];
    ecrire(localStorage, CLE, choix === 'systeme' ? null : choix);
    montrer(choix);
  });
}

function montrer(choix) {
  const connu = choix in MOTS ? choix : 'systeme';
  if (connu === 'systeme') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = connu;
  for (const mot of document.querySelectorAll('[data-theme-mot]')) mot.textContent = MOTS[connu];
}
