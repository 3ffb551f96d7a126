// Loaded before the sheet is painted, so that the chosen theme does not flash. Everything else is in jalon.js.
try {
  const racine = document.documentElement;
  racine.classList.add('avec-js');
  const choix = localStorage.getItem('jalon.theme');
  if (choix === 'clair' || choix === 'sombre') racine.dataset.theme = choix;
} catch {
  // Storage refused by the browser: the theme of the system stays.
}
