import { createForm } from '@bpmn-io/form-js-viewer';
import flatpickr from 'flatpickr';
import { French } from 'flatpickr/dist/esm/l10n/fr.js';
import { annoncer, garder, lireSaisie } from './_saisie.js';

flatpickr.localize(French);
document.querySelectorAll('[data-formulaire]').forEach(monter);
document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('[data-formulaire]').forEach(monter));

// Shows a Camunda Form and hands its data to the ordinary form beside it: the server validates again from the same file.
async function monter(bloc) {
  if (bloc.dataset.monte) return;
  bloc.dataset.monte = 'oui';
  const nom = bloc.dataset.formulaire;
  const envoi = document.getElementById(`envoi-${nom}`);
  const schema = francais(bloque(`schema-${nom}`));
  const compte = document.querySelector('meta[name="jalon-compte"]')?.content;
  const saisie = envoi && compte ? lireSaisie(envoi) : null;
  const origine = bloque(`donnees-${nom}`) ?? {};
  const lectureSeule = bloc.dataset.lecture === 'oui';
  const tropTot = envoi && !lectureSeule ? retenirTropTot(envoi) : null;
  // Without debounce: a field that is drawn again within its 300 ms would forget what was just typed in it.
  const form = await createForm({ schema, data: saisie?.valeurs ?? origine, container: bloc, debounce: false, properties: { readOnly: lectureSeule, ariaLabel: bloc.dataset.titre } })
    .catch((faute) => { tropTot?.(); throw faute; });
  bloc.querySelector('.squelette')?.remove();
  montrerErreurs(form, bloc, bloque(`erreurs-${nom}`) ?? {});
  if (!envoi || lectureSeule) return;
  if (saisie) annoncer(envoi, saisie.heure, () => form.importSchema(schema, origine));
  let touche = false;
  for (const geste of ['input', 'click']) bloc.addEventListener(geste, () => { touche = true; }, true);
  form.on('changed', () => {
    if (compte && touche) garder(envoi, compte, form._getState().data);
  });
  if (schema.components.some((c) => c.type === 'button' && c.action === 'submit')) {
    envoi.querySelectorAll('[type=submit]').forEach((bouton) => { bouton.hidden = true; });
  }
  // Enter in a field, or a button of the schema: the form of form-js hands over to ours, which sends.
  bloc.addEventListener('submit', (evenement) => {
    evenement.preventDefault();
    evenement.stopPropagation();
    envoi.requestSubmit();
  }, true);
  envoi.addEventListener('submit', (evenement) => {
    const { data, errors } = form.submit();
    if (Object.keys(errors).length > 0) {
      evenement.preventDefault();
      resumer(form, bloc, errors);
    } else {
      envoi.elements.donnees.value = JSON.stringify(data);
    }
  });
  tropTot();
}

// The same spaces as on the pages: no line starts with a question mark. An expression (=…) is left as it is.
function francais(valeur, cle) {
  if (Array.isArray(valeur)) return valeur.map((v) => francais(v, cle));
  if (valeur && typeof valeur === 'object') return Object.fromEntries(Object.entries(valeur).map(([c, v]) => [c, francais(v, c)]));
  if (typeof valeur !== 'string' || !['label', 'dateLabel', 'timeLabel', 'description', 'text'].includes(cle) || valeur.startsWith('=')) return valeur;
  return valeur.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0');
}

// Between the drawing of the fields and their wiring, a send would leave without the answers: it waits for the wiring.
function retenirTropTot(envoi) {
  let demande = null;
  const retenir = (evenement) => {
    evenement.preventDefault();
    evenement.stopImmediatePropagation();
    demande = evenement.submitter ?? envoi;
  };
  envoi.addEventListener('submit', retenir);
  return () => {
    envoi.removeEventListener('submit', retenir);
    if (demande) envoi.requestSubmit(demande === envoi ? null : demande);
  };
}

// Faults found by the server come keyed by the name of the field; form-js keeps them by the id of the component.
function montrerErreurs(form, bloc, erreurs) {
  const champs = form.get('formFieldRegistry').getAll();
  const parId = {};
  const ailleurs = [];
  for (const [cle, texte] of Object.entries(erreurs)) {
    const champ = champs.find((c) => c.key === cle || c.path === cle);
    if (champ) parId[champ.id] = [].concat(texte);
    // A field that this form does not show is said too; the fault of no field is said by the page.
    else if (cle !== '') ailleurs.push(...[].concat(texte));
  }
  if (Object.keys(parId).length === 0 && ailleurs.length === 0) return;
  form._setState({ errors: parId });
  resumer(form, bloc, parId, ailleurs);
}

function resumer(form, bloc, erreurs, ailleurs = []) {
  const modele = document.getElementById('modele-resume-erreurs');
  const existant = document.querySelector('.resume-erreurs');
  const resume = existant ?? modele.content.firstElementChild.cloneNode(true);
  const liste = resume.querySelector('ul');
  liste.replaceChildren();
  const champs = form.get('formFieldRegistry');
  for (const [id, textes] of Object.entries(erreurs)) {
    for (const texte of [textes].flat(9).filter((t) => typeof t === 'string')) {
      const lien = document.createElement('a');
      lien.href = `#${encodeURIComponent(`fjs-form-${form._id}-${id}`)}`;
      const champ = champs.get(id);
      lien.textContent = `${champ?.label ?? champ?.dateLabel ?? champ?.timeLabel ?? ''} : ${texte}`.replace(/^ : /, '');
      const ligne = document.createElement('li');
      ligne.append(lien);
      liste.append(ligne);
    }
  }
  for (const texte of ailleurs) {
    const ligne = document.createElement('li');
    ligne.textContent = texte;
    liste.append(ligne);
  }
  if (!existant) bloc.before(resume);
  resume.focus();
}

function bloque(id) {
  const texte = document.getElementById(id)?.textContent;
  if (!texte?.trim()) return null;
  const valeur = JSON.parse(texte);
  // The server gives the file as an object or as its text: both are accepted.
  return typeof valeur === 'string' ? JSON.parse(valeur) : valeur;
}
