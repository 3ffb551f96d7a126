// A column dragged onto a title chooses it in the title's list; the lists do the same with the keyboard and without a script.
export function brancherTitres() {
  const formulaire = document.querySelector('form[data-titres]');
  const reserve = document.querySelector('[data-colonnes]');
  if (!formulaire || !reserve) return;
  let tiree = null;
  reserve.addEventListener('dragstart', (evenement) => {
    const colonne = evenement.target.closest('[data-colonne]');
    if (!colonne) return;
    tiree = colonne.dataset.colonne;
    evenement.dataTransfer.effectAllowed = 'copy';
    evenement.dataTransfer.setData('text/plain', tiree);
  });
  document.addEventListener('dragend', () => {
    tiree = null;
    formulaire.querySelectorAll('.titre-vise').forEach((titre) => titre.classList.remove('titre-vise'));
  });
  formulaire.addEventListener('dragover', (evenement) => {
    const titre = evenement.target.closest('.titre-fichier');
    if (!titre || !tiree) return;
    evenement.preventDefault();
    formulaire.querySelectorAll('.titre-vise').forEach((autre) => autre.classList.toggle('titre-vise', autre === titre));
    titre.classList.add('titre-vise');
  });
  formulaire.addEventListener('drop', (evenement) => {
    const titre = evenement.target.closest('.titre-fichier');
    if (!titre || !tiree) return;
    evenement.preventDefault();
    titre.querySelector('select').value = tiree;
    compter(formulaire, reserve);
  });
  formulaire.addEventListener('change', () => compter(formulaire, reserve));
  compter(formulaire, reserve);
}

// What is placed leaves the reserve, and comes back when its title takes another.
function compter(formulaire, reserve) {
  const placees = new Set([...formulaire.querySelectorAll('select')].map((liste) => liste.value));
  reserve.querySelectorAll('[data-colonne]').forEach((colonne) => {
    colonne.hidden = placees.has(colonne.dataset.colonne);
  });
}
