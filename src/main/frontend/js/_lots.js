// Rows chosen for an action on several dossiers: the bar appears with the count, "tout choisir" follows the rows.
export function brancherLots() {
  document.querySelectorAll('[data-lot]').forEach(compter);
  document.addEventListener('change', (evenement) => {
    const lot = evenement.target.closest('[data-lot]');
    if (!lot || !evenement.target.matches('.choisir input, [data-tous]')) return;
    if (evenement.target.matches('[data-tous]')) {
      lignes(lot).forEach((coche) => { coche.checked = true; });
    } else if (lot.querySelector('[data-tous]')) {
      lot.querySelector('[data-tous]').checked = false;
    }
    if (evenement.target.matches('[data-tout]')) {
      lignes(lot).forEach((coche) => { coche.checked = evenement.target.checked; });
    }
    compter(lot);
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('[data-lot]').forEach(compter));
}

function lignes(lot) {
  return [...lot.querySelectorAll('tbody .choisir input')];
}

function compter(lot) {
  const toutes = lignes(lot);
  const tous = lot.querySelector('[data-tous]:checked');
  const nombre = tous ? Number(tous.dataset.total) : toutes.filter((coche) => coche.checked).length;
  const tout = lot.querySelector('[data-tout]');
  if (tout) {
    tout.checked = nombre > 0 && nombre >= toutes.length;
    tout.indeterminate = nombre > 0 && nombre < toutes.length;
  }
  const barre = lot.querySelector('.lot');
  if (!barre) return;
  if (nombre) barre.dataset.choisis = nombre;
  else delete barre.dataset.choisis;
  const [un, plusieurs] = (barre.dataset.mots ?? 'dossier choisi|dossiers choisis').split('|');
  barre.querySelector('[data-nombre]').textContent = `${nombre} ${nombre > 1 ? plusieurs : un}`;
}
