import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

document.querySelectorAll('[data-diagramme]').forEach(monter);
document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('[data-diagramme]').forEach(monter));

// Draws a BPMN model read-only, with the steps to point out, their heat, and the counts or words to lay on them.
async function monter(bloc) {
  if (bloc.dataset.monte) return;
  bloc.dataset.monte = 'oui';
  const nom = bloc.dataset.diagramme;
  const toile = bloc.querySelector('.diagramme-toile');
  const vue = new NavigatedViewer({ container: toile });
  await vue.importXML(JSON.parse(document.getElementById(`modele-${nom}`).textContent));
  const canevas = vue.get('canvas');
  const reperes = JSON.parse(document.getElementById(`reperes-${nom}`)?.textContent || '{}') ?? {};
  for (const id of reperes.ici ?? []) canevas.addMarker(id, 'ici');
  for (const id of reperes.erreurs ?? []) canevas.addMarker(id, 'erreur');
  for (const [id, nombre] of Object.entries(reperes.comptes ?? {})) poser(vue, id, new Intl.NumberFormat('fr-FR').format(nombre));
  for (const [id, texte] of Object.entries(reperes.pastilles ?? {})) poser(vue, id, texte);
  for (const [id, degre] of Object.entries(reperes.chaleurs ?? {})) canevas.addMarker(id, `chaleur-${degre}`);
  canevas.zoom('fit-viewport', 'auto');
  const gestes = { plus: () => vue.get('zoomScroll').stepZoom(1), moins: () => vue.get('zoomScroll').stepZoom(-1), tout: () => canevas.zoom('fit-viewport', 'auto') };
  bloc.querySelectorAll('[data-zoom]').forEach((bouton) => bouton.addEventListener('click', () => gestes[bouton.dataset.zoom]()));
}

function poser(vue, id, texte) {
  const pastille = document.createElement('span');
  pastille.className = 'diagramme-compte';
  pastille.textContent = texte;
  vue.get('overlays').add(id, { position: { top: -14, right: 18 }, html: pastille });
}
