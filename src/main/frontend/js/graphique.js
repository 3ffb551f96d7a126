import { Chart, Filler, Legend, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip } from 'chart.js';

Chart.register(Filler, Legend, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip);

const LETTRES_PAR_LIGNE = 24;
const dessins = [];
document.querySelectorAll('[data-graphique]').forEach(monter);
document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('[data-graphique]').forEach(monter));
// The colours are those of the page: drawn again when somebody changes them.
document.addEventListener('click', (evenement) => { if (evenement.target.closest('[data-theme-bouton]')) requestAnimationFrame(redessiner); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redessiner);
addEventListener('beforeprint', () => dessins.forEach(({ graphique }) => graphique.resize()));

// Draws as a radar the numbers of a table that stands beside it: the table says everything, the drawing shows it at a glance.
function monter(bloc) {
  if (bloc.dataset.monte) return;
  bloc.dataset.monte = 'oui';
  const donnees = JSON.parse(document.getElementById(`graphique-${bloc.dataset.graphique}`).textContent);
  const toile = bloc.querySelector('canvas');
  dessins.push({ toile, donnees, graphique: new Chart(toile, reglages(donnees)) });
}

function redessiner() {
  for (const dessin of dessins) {
    dessin.graphique.destroy();
    dessin.graphique = new Chart(dessin.toile, reglages(dessin.donnees));
  }
}

function reglages(donnees) {
  const jeton = lecteurDeJetons();
  const police = { family: getComputedStyle(document.body).fontFamily, size: 16 };
  return {
    type: 'radar',
    data: { labels: donnees.libelles.map(enLignes), datasets: donnees.series.map((serie, rang) => jeu(serie, rang, jeton)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: { r: { min: 0, max: donnees.max, ticks: { stepSize: donnees.pas, display: false }, grid: { color: jeton('--trait') }, angleLines: { color: jeton('--trait') }, pointLabels: { color: jeton('--encre'), font: police } } },
      plugins: { legend: { display: donnees.series.length > 1, labels: { color: jeton('--encre'), font: police, usePointStyle: true } }, tooltip: { titleFont: police, bodyFont: police } },
    },
  };
}

// A long name stands on several lines: it is never cut.
function enLignes(texte) {
  const lignes = [''];
  for (const mot of texte.split(' ')) {
    const derniere = lignes[lignes.length - 1];
    if (derniere && derniere.length + mot.length > LETTRES_PAR_LIGNE) lignes.push(mot);
    else lignes[lignes.length - 1] = `${derniere} ${mot}`.trim();
  }
  return lignes;
}

// The first series is what counts now; the next ones are told apart by a dash and a mark as well as by colour.
function jeu(serie, rang, jeton) {
  const couleur = jeton(rang === 0 ? '--accent' : '--attente');
  return {
    label: serie.nom,
    data: serie.valeurs,
    borderColor: couleur,
    backgroundColor: `color-mix(in srgb, ${couleur} ${rang === 0 ? 18 : 6}%, transparent)`,
    borderWidth: 3,
    borderDash: rang === 0 ? [] : [6, 5],
    pointStyle: rang === 0 ? 'circle' : 'rectRot',
    pointRadius: 5,
    pointBackgroundColor: couleur,
    spanGaps: true,
    fill: true,
  };
}

// light-dark() is only solved on a property of colour: a hidden mark solves it.
function lecteurDeJetons() {
  const temoin = document.createElement('span');
  temoin.hidden = true;
  document.body.append(temoin);
  const lire = (nom) => {
    temoin.className = `teinte-${nom.slice(2)}`;
    return getComputedStyle(temoin).color;
  };
  queueMicrotask(() => temoin.remove());
  return lire;
}
