// A browser may refuse storage: then the comfort it gives is absent and nothing else changes.
export function lire(stockage, cle) {
  try {
    return stockage.getItem(cle);
  } catch {
    return null;
  }
}

export function ecrire(stockage, cle, valeur) {
  try {
    if (valeur === null) stockage.removeItem(cle);
    else stockage.setItem(cle, valeur);
  } catch {
    // Nothing to do: see above.
  }
}
