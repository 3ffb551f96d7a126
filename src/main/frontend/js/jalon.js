import { brancherClavier } from './_clavier.js';
import { brancherHtmx } from './_htmx.js';
import { brancherLots } from './_lots.js';
import { brancherModules } from './_modules.js';
import { brancherSaisie } from './_saisie.js';
import { brancherTheme } from './_theme.js';
import { brancherTitres } from './_titres.js';
import { brancherVisite } from './_visite.js';

brancherHtmx();
brancherTheme();
brancherClavier();
brancherSaisie();
brancherLots();
brancherModules();
brancherVisite();
brancherTitres();

// The menu of narrow screens, the printing buttons and the buttons that are disabled with their reason.
document.addEventListener('click', (evenement) => {
  const bouton = evenement.target.closest('button, a');
  if (!bouton) return;
  if (bouton.getAttribute('aria-disabled') === 'true') {
    evenement.preventDefault();
    evenement.stopPropagation();
  } else if (bouton.dataset.bascule) {
    const ouvert = document.getElementById(bouton.dataset.bascule).classList.toggle('ouvert');
    bouton.setAttribute('aria-expanded', String(ouvert));
  } else if ('imprimer' in bouton.dataset) {
    window.print();
  } else if (bouton.dataset.copier) {
    copier(bouton);
  } else if (bouton.dataset.montrer) {
    basculerMotDePasse(bouton);
  }
}, true);

// What opens in another tab and changes this page: it is read again when one comes back to it.
document.addEventListener('submit', (evenement) => {
  if (evenement.target.matches('form[data-relire]')) {
    addEventListener('focus', () => location.reload(), { once: true });
  }
});

// After a redirect the eyes and the screen reader start at what must be read: the error summary, else nothing moves.
document.querySelector('.resume-erreurs')?.focus();

document.addEventListener('click', (evenement) => {
  const lien = evenement.target.closest('.resume-erreurs a[href^="#"]');
  if (!lien) return;
  const champ = document.getElementById(decodeURIComponent(lien.hash.slice(1)));
  if (!champ) return;
  evenement.preventDefault();
  champ.scrollIntoView({ block: 'center' });
  (champ.matches('input, select, textarea, button') ? champ : champ.querySelector('input, select, textarea, button') ?? champ).focus();
});

// Without the clipboard of a secure page the text is selected: one key copies it.
async function copier(bouton) {
  const texte = document.getElementById(bouton.dataset.copier);
  const mot = bouton.querySelector('span');
  try {
    await navigator.clipboard.writeText(texte.textContent);
    mot.textContent = 'Lien copié';
  } catch {
    getSelection().selectAllChildren(texte);
    mot.textContent = 'Lien choisi : copiez-le (Ctrl+C)';
  }
}

function basculerMotDePasse(bouton) {
  const champ = document.getElementById(bouton.dataset.montrer);
  const visible = champ.type === 'password';
  champ.type = visible ? 'text' : 'password';
  bouton.setAttribute('aria-pressed', String(visible));
}
