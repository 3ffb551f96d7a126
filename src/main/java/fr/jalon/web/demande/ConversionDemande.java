package fr.jalon.web.demande;

import fr.jalon.commun.ErreurChamp;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what was typed into the JSON of the public contract, and remembers which field each value came from, so that a
 * fault found by the service comes back at its field.
 */
final class ConversionDemande {

    private static final List<String> NOMBRES_ADULTE = List.of("anneesTitre", "heuresTravaillees3Ans", "moisEtranger");
    private static final Set<String> ENTIERS = Set.of("age", "moisEtranger");
    private static final List<String> OUI_NON_ADULTE = List.of(
            "etudiant",
            "stagiaireFormation",
            "enConge",
            "enceinte",
            "residenceStable",
            "droitsPrioritairesDemandes",
            "pensionAlimentaireDemandee");
    private static final List<String> PRESTATIONS = List.of("af", "complementFamilial", "pajeBase", "asf");

    private final SaisieDemande saisie;
    private final List<YearMonth> mois;
    private final List<ErreurChamp> erreurs = new ArrayList<>();
    private final Map<String, String> champs = new HashMap<>();

    ConversionDemande(SaisieDemande saisie, List<YearMonth> mois) {
        this.saisie = saisie;
        this.mois = mois;
    }

    /** What could not be read as a number. */
    List<ErreurChamp> erreurs() {
        return erreurs;
    }

    /** The field of the page for a path of the JSON. */
    String champ(String chemin) {
        String net = chemin.replaceFirst("^donnees\\.?", "");
        return champs.getOrDefault(net, net.equals("usagerId") ? "" : net);
    }

    /** The kind of housing answers it: who is housed for free is not asked what she pays. */
    private static Boolean participation(String statut) {
        if ("HEBERGE_PARTICIPATION".equals(statut)) {
            return Boolean.TRUE;
        }
        return "HEBERGE_GRATUIT".equals(statut) ? Boolean.FALSE : null;
    }

    ObjectNode json() {
        ObjectNode donnees = JsonNodeFactory.instance.objectNode();
        int adultes = Math.max(1, saisie.nombre("adultes"));
        ArrayNode liste = donnees.putArray("adultes");
        for (int i = 0; i < adultes; i++) {
            adulte(liste.addObject(), "adultes[" + i + "]", i > 0);
        }
        ArrayNode enfants = donnees.putArray("enfants");
        for (int i = 0; i < saisie.nombre("enfants"); i++) {
            enfant(enfants.addObject(), "enfants[" + i + "]");
        }
        donnees.put("isole", adultes == 1);
        isolement(donnees, adultes);
        ObjectNode logement = donnees.putObject("logement");
        logement.put("statut", saisie.valeur("logement.statut"));
        nombre(logement, "logement.", "aideLogementMensuelle");
        logement.put("participeAuxFrais", participation(saisie.valeur("logement.statut")));
        ObjectNode prestations = donnees.putObject("prestationsFamiliales");
        PRESTATIONS.forEach(nom -> nombre(prestations, "prestationsFamiliales.", nom));
        nombre(donnees, "", "bmaf");
        donnees.put("regimeAgricole", saisie.coche("regimeAgricole"));
        donnees.put("c2sDemandee", saisie.coche("c2sDemandee"));
        texte(donnees, "", "dateDepot");
        texte(donnees, "", "dateSaisine");
        return donnees;
    }

    private void isolement(ObjectNode donnees, int adultes) {
        String evenement = saisie.valeur("isolement.evenement");
        String depuis = saisie.valeur("isolement.depuis");
        if (adultes == 1 && (evenement != null || depuis != null)) {
            ObjectNode isolement = donnees.putObject("isolement");
            isolement.put("evenement", evenement);
            isolement.put("depuis", depuis);
            if (evenement != null && depuis == null) {
                erreurs.add(new ErreurChamp(
                        "isolement.depuis", "Indiquez le jour de cet événement : la majoration en dépend."));
            }
        }
    }

    private void texte(ObjectNode objet, String prefixe, String nom) {
        if (saisie.valeur(prefixe + nom) != null) {
            objet.put(nom, saisie.valeur(prefixe + nom));
        }
    }

    /** Who the spouse or a child is: typed once, kept in the foyer. */
    private void identite(ObjectNode qui, String chemin) {
        texte(qui, chemin + ".", "nom");
        texte(qui, chemin + ".", "prenoms");
        texte(qui, chemin + ".", "dateNaissance");
        champs.put(chemin + ".age", chemin + ".dateNaissance");
    }

    private void adulte(ObjectNode adulte, String chemin, boolean conjoint) {
        if (conjoint) {
            nombre(adulte, chemin + ".", "age");
            identite(adulte, chemin);
        }
        adulte.put("nationalite", saisie.valeur(chemin + ".nationalite"));
        adulte.put("statutSejour", saisie.valeur(chemin + ".statutSejour"));
        NOMBRES_ADULTE.forEach(nom -> nombre(adulte, chemin + ".", nom));
        OUI_NON_ADULTE.forEach(nom -> adulte.put(nom, saisie.ouiNon(chemin + "." + nom)));
        adulte.put("droitSejourEuropeen", saisie.valeur(chemin + ".droitSejourEuropeen"));
        moisDePresence(adulte, chemin);
        ressources(adulte.putArray("ressources"), chemin);
    }

    /** Whole months spent in France, when more than the law allows are spent abroad; nothing typed is "not asked". */
    private void moisDePresence(ObjectNode adulte, String chemin) {
        String texte = saisie.valeur(chemin + ".moisDePresence");
        if (texte != null) {
            ArrayNode liste = adulte.putArray("moisDePresence");
            for (String lu : texte.split("[\\s;,]+")) {
                liste.add(lu.replaceAll("^(\\d{2})/(\\d{4})$", "$2-$1"));
                champs.put(chemin + ".moisDePresence[" + (liste.size() - 1) + "]", chemin + ".moisDePresence");
            }
        }
    }

    private void enfant(ObjectNode enfant, String chemin) {
        nombre(enfant, chemin + ".", "age");
        identite(enfant, chemin);
        enfant.put("alternee", saisie.ouiNon(chemin + ".alternee"));
        ressources(enfant.putArray("ressources"), chemin);
    }

    private void ressources(ArrayNode ressources, String qui) {
        for (int i = 0; i < saisie.nombre(qui + ".lignes"); i++) {
            String ligne = qui + ".lignes[" + i + "]";
            boolean vide = true;
            for (int m = 0; m < mois.size(); m++) {
                if (saisie.valeur(ligne + ".mois" + m) != null) {
                    vide = false;
                    ressource(ressources, qui, ligne, ".mois" + m, mois.get(m));
                }
            }
            if (vide && saisie.valeur(ligne + ".type") != null) {
                erreurs.add(
                        new ErreurChamp(ligne + ".mois0", "Écrivez au moins un montant, ou retirez cette ressource."));
            }
        }
        for (int i = 0; i < saisie.nombre(qui + ".capitaux"); i++) {
            String ligne = qui + ".capitaux[" + i + "]";
            if (saisie.valeur(ligne + ".type") != null || saisie.valeur(ligne + ".montant") != null) {
                ressource(ressources, qui, ligne, ".montant", null);
            }
        }
    }

    private void ressource(ArrayNode ressources, String qui, String ligne, String montant, YearMonth mois) {
        String chemin = qui + ".ressources[" + ressources.size() + "]";
        champs.put(chemin + ".type", ligne + ".type");
        champs.put(chemin + ".montant", ligne + montant);
        champs.put(chemin + ".mois", ligne + montant);
        champs.put(chemin, ligne + ".type");
        ObjectNode ressource = ressources.addObject();
        ressource.put("type", saisie.valeur(ligne + ".type"));
        ressource.put("mois", mois == null ? null : mois.toString());
        ressource.put("montant", lire(ligne + montant));
        ressource.put("interrompue", saisie.coche(ligne + ".interrompue") || saisie.coche(ligne + ".sanction"));
        ressource.put("sanction", saisie.coche(ligne + ".sanction"));
    }

    private void nombre(ObjectNode objet, String prefixe, String nom) {
        BigDecimal lu = lire(prefixe + nom);
        if (lu == null || !ENTIERS.contains(nom)) {
            objet.put(nom, lu);
        } else {
            entier(objet, prefixe, nom, lu.stripTrailingZeros());
        }
    }

    private void entier(ObjectNode objet, String prefixe, String nom, BigDecimal lu) {
        if (lu.scale() > 0 || lu.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            erreurs.add(new ErreurChamp(prefixe + nom, "Écrivez un nombre entier, par exemple 7."));
            objet.putNull(nom);
        } else {
            objet.put(nom, lu.intValueExact());
        }
    }

    /** French figures: "1 234,50". */
    private BigDecimal lire(String champ) {
        String texte = saisie.valeur(champ);
        if (texte == null) {
            return null;
        }
        try {
            BigDecimal nombre =
                    new BigDecimal(texte.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.'));
            if (nombre.precision() - nombre.scale() > 12 || nombre.scale() > 12) {
                throw new NumberFormatException("hors bornes");
            }
            return nombre;
        } catch (NumberFormatException e) {
            erreurs.add(new ErreurChamp(champ, "Écrivez un nombre en chiffres, par exemple 350,00."));
            return null;
        }
    }
}
