package fr.jalon.importation.rsa;

import fr.jalon.importation.lecture.LectureRangee;
import fr.jalon.importation.personne.ColonnesPersonne;
import fr.jalon.usager.CodesPostaux;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The declared situation of a row, in the JSON of the public contract, with the column of each path so that a fault found
 * by the rules goes back to its cell.
 */
final class SituationLue {

    private final LectureRangee rangee;
    private final List<YearMonth> reference;
    private final Predicate<String> parMois;
    private final ObjectNode donnees = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> colonnes = new HashMap<>();

    private SituationLue(LectureRangee rangee, List<YearMonth> reference, Predicate<String> parMois) {
        this.rangee = rangee;
        this.reference = reference;
        this.parMois = parMois;
    }

    /**
     * Reads the situation.
     *
     * @param depot day of the receipt, null when it cannot be read: the resources are then not placed
     * @param reference months whose resources the law looks at for that day (CASF, R262-7)
     * @param parMois whether, for the code of a kind of resource, a month that is not given is missing
     */
    static SituationLue lire(
            LectureRangee rangee, LocalDate depot, List<YearMonth> reference, Predicate<String> parMois) {
        SituationLue lue = new SituationLue(rangee, reference, parMois);
        lue.noterDepot(depot);
        ArrayNode adultes = lue.donnees.putArray("adultes");
        lue.adulte(adultes, 0, "");
        boolean couple = lue.conjoint(adultes);
        ArrayNode enfants = lue.donnees.putArray("enfants");
        lue.enfants(enfants);
        lue.foyer(couple);
        for (int rang = 1; rang <= ColonnesDemandeRsa.RESSOURCES; rang++) {
            lue.ressource(rang, depot);
        }
        lue.direSansRessource();
        return lue;
    }

    /** An empty row of resources may be an answer or a file that has none: the estimate counts 0 and the row says so. */
    private void direSansRessource() {
        boolean aucune = IntStream.rangeClosed(1, ColonnesDemandeRsa.RESSOURCES)
                .noneMatch(rang -> rangee.present(ColonnesDemandeRsa.ressource(rang, "type")));
        if (aucune && !reference.isEmpty()) {
            rangee.dire(
                    ColonnesDemandeRsa.ressource(1, "type"),
                    "aucune ressource n'est donnée : l'estimation compte 0 pour les mois que la loi regarde, "
                            + MoisDeRessource.enLettres(reference.get(0)) + " à "
                            + MoisDeRessource.enLettres(reference.get(reference.size() - 1))
                            + ". Vérifiez que personne n'en a eu.");
        }
    }

    ObjectNode donnees() {
        return donnees;
    }

    /** Column by path in the situation. */
    Map<String, String> colonnes() {
        return colonnes;
    }

    private void noterDepot(LocalDate depot) {
        if (depot != null) {
            donnees.put("dateDepot", depot.toString());
        }
        colonnes.put("dateDepot", ColonnesDemandeRsa.DEPOT);
        colonnes.put("usagerId", ColonnesPersonne.NAISSANCE);
        colonnes.put("adultes[0].age", ColonnesPersonne.NAISSANCE);
    }

    private void adulte(ArrayNode adultes, int rang, String prefixe) {
        ObjectNode adulte = adultes.addObject();
        String chemin = "adultes[" + rang + "].";
        if (rang > 0) {
            poser(adulte, chemin, "age", prefixe + "age", rangee.entier(prefixe + "age"));
        }
        String pays = rangee.texte(prefixe + "nationalite");
        poser(
                adulte,
                chemin,
                "nationalite",
                prefixe + "nationalite",
                pays == null ? null : CodesPostaux.pays(pays).orElse(pays.toUpperCase(java.util.Locale.ROOT)));
        poser(adulte, chemin, "anneesTitre", prefixe + "annees_titre", rangee.nombre(prefixe + "annees_titre"));
        poser(adulte, chemin, "statutSejour", prefixe + "statut_sejour", rangee.code(prefixe + "statut_sejour"));
        poser(adulte, chemin, "etudiant", prefixe + "etudiant", rangee.ouiNon(prefixe + "etudiant"));
        poser(
                adulte,
                chemin,
                "stagiaireFormation",
                prefixe + "stagiaire_formation",
                rangee.ouiNon(prefixe + "stagiaire_formation"));
        poser(adulte, chemin, "enConge", prefixe + "en_conge", rangee.ouiNon(prefixe + "en_conge"));
        poser(adulte, chemin, "enceinte", prefixe + "enceinte", rangee.ouiNon(prefixe + "enceinte"));
        poser(
                adulte,
                chemin,
                "heuresTravaillees3Ans",
                prefixe + "heures_travaillees_3_ans",
                rangee.nombre(prefixe + "heures_travaillees_3_ans"));
        poser(
                adulte,
                chemin,
                "residenceStable",
                prefixe + "residence_stable",
                rangee.ouiNon(prefixe + "residence_stable"));
        poser(adulte, chemin, "moisEtranger", prefixe + "mois_etranger", rangee.entier(prefixe + "mois_etranger"));
        poser(
                adulte,
                chemin,
                "droitsPrioritairesDemandes",
                prefixe + "droits_prioritaires",
                rangee.ouiNon(prefixe + "droits_prioritaires"));
        poser(
                adulte,
                chemin,
                "pensionAlimentaireDemandee",
                prefixe + "pension_alimentaire",
                rangee.ouiNon(prefixe + "pension_alimentaire"));
        poser(
                adulte,
                chemin,
                "droitSejourEuropeen",
                prefixe + "droit_sejour_europeen",
                rangee.present(prefixe + "droit_sejour_europeen")
                        ? rangee.code(prefixe + "droit_sejour_europeen")
                        : null);
        adulte.putArray("ressources");
    }

    private boolean conjoint(ArrayNode adultes) {
        String prefixe = ColonnesDemandeRsa.PREFIXE_CONJOINT;
        boolean decrit = rangee.present(prefixe + "age") || rangee.present(prefixe + "nationalite");
        Boolean dit = rangee.ouiNon(ColonnesDemandeRsa.CONJOINT);
        if (Boolean.FALSE.equals(dit) && decrit) {
            rangee.refuser(
                    ColonnesDemandeRsa.CONJOINT, "La ligne décrit un conjoint : écrivez oui, ou videz ses cases.");
        }
        boolean couple = dit == null ? decrit : dit;
        if (couple) {
            adulte(adultes, 1, prefixe);
        }
        return couple;
    }

    private void enfants(ArrayNode enfants) {
        String texte = rangee.texte(ColonnesDemandeRsa.ENFANTS);
        if (texte == null) {
            return;
        }
        for (String age : texte.strip().split("\\s*[;,/+]\\s*|\\s+et\\s+|\\s+")) {
            if (!age.matches("\\d{1,3}")) {
                rangee.refuser(
                        ColonnesDemandeRsa.ENFANTS,
                        "Écrivez l'âge de chaque enfant, séparés par un espace : 3 7 12. Laissez vide sans enfant.");
                return;
            }
            ObjectNode enfant = enfants.addObject();
            String chemin = "enfants[" + (enfants.size() - 1) + "].";
            poser(enfant, chemin, "age", ColonnesDemandeRsa.ENFANTS, Integer.valueOf(age));
            enfant.putArray("ressources");
        }
    }

    private void foyer(boolean couple) {
        Boolean isole = rangee.ouiNon(ColonnesDemandeRsa.ISOLE);
        donnees.put("isole", isole == null ? !couple : isole);
        donnees.put("isolementRecent", rangee.ouiNon(ColonnesDemandeRsa.ISOLEMENT_RECENT));
        isolement();
        ObjectNode logement = donnees.putObject("logement");
        poser(logement, "logement.", "statut", ColonnesDemandeRsa.LOGEMENT, rangee.code(ColonnesDemandeRsa.LOGEMENT));
        poser(
                logement,
                "logement.",
                "aideLogementMensuelle",
                ColonnesDemandeRsa.AIDE_LOGEMENT,
                rangee.nombre(ColonnesDemandeRsa.AIDE_LOGEMENT));
        poser(
                logement,
                "logement.",
                "participeAuxFrais",
                ColonnesDemandeRsa.PARTICIPE,
                rangee.ouiNon(ColonnesDemandeRsa.PARTICIPE));
        ObjectNode prestations = donnees.putObject("prestationsFamiliales");
        Map.of("af", "af", "complementFamilial", "complement_familial", "pajeBase", "paje_base", "asf", "asf")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> poser(
                        prestations, "prestationsFamiliales.", e.getKey(), e.getValue(), rangee.nombre(e.getValue())));
        donnees.put("regimeAgricole", Boolean.TRUE.equals(rangee.ouiNon(ColonnesDemandeRsa.REGIME_AGRICOLE)));
        donnees.put("c2sDemandee", Boolean.TRUE.equals(rangee.ouiNon(ColonnesDemandeRsa.C2S)));
    }

    private void isolement() {
        LocalDate depuis = rangee.present(ColonnesDemandeRsa.ISOLE_DEPUIS)
                ? rangee.exigerDate(ColonnesDemandeRsa.ISOLE_DEPUIS)
                : null;
        if (depuis != null) {
            ObjectNode isolement = donnees.putObject("isolement");
            isolement.putNull("evenement");
            isolement.put("depuis", depuis.toString());
            colonnes.put("isolement.depuis", ColonnesDemandeRsa.ISOLE_DEPUIS);
        }
    }

    private void ressource(int rang, LocalDate depot) {
        String type = ColonnesDemandeRsa.ressource(rang, "type");
        String montant = ColonnesDemandeRsa.ressource(rang, "montant");
        List<String> colonnesDeMois = colonnesDeMois(rang);
        boolean chiffree = !colonnesDeMois.isEmpty() || rangee.present(montant);
        if (!rangee.present(type)) {
            if (chiffree) {
                rangee.refuser(type, "Un montant est écrit sans type de ressource : écrivez par exemple salaire net.");
            }
            return;
        }
        if (!chiffree) {
            rangee.refuser(
                    reference.isEmpty() ? montant : new MoisDeRessource(rang, reference.get(0)).colonne(),
                    "Écrivez le montant reçu chaque mois, 0 s'il n'y en a pas.");
            return;
        }
        Titulaire titulaire = titulaire(rang);
        if (titulaire == null || depot == null) {
            return;
        }
        SortedMap<YearMonth, String> mois = mois(rang, colonnesDeMois, depot);
        mois.forEach((quand, colonne) -> ajouter(titulaire, rang, colonne, quand));
        if (rangee.present(montant)) {
            ajouter(titulaire, rang, montant, null);
        }
        if (!mois.isEmpty() && parMois.test(rangee.code(type))) {
            comparerAuxMoisDeReference(rang, mois);
        }
    }

    /** The columns of the row that give an amount for a month, named or by its distance. */
    private List<String> colonnesDeMois(int rang) {
        return rangee.colonnes().stream()
                .filter(colonne -> distance(rang, colonne) > 0
                        || MoisDeRessource.lire(colonne)
                                .filter(m -> m.rang() == rang)
                                .isPresent())
                .toList();
    }

    /** "ressource1_m3" is 3 months before the receipt; 0 for another column. */
    private static int distance(int rang, String colonne) {
        return IntStream.rangeClosed(1, ColonnesDemandeRsa.MOIS)
                .filter(m -> colonne.equals(ColonnesDemandeRsa.ressource(rang, "m" + m)))
                .findFirst()
                .orElse(0);
    }

    /** The column of each month, the last month first. */
    private SortedMap<YearMonth, String> mois(int rang, List<String> colonnesDeMois, LocalDate depot) {
        SortedMap<YearMonth, String> mois = new TreeMap<>(Comparator.reverseOrder());
        for (String colonne : colonnesDeMois) {
            int distance = distance(rang, colonne);
            YearMonth quand = distance > 0
                    ? YearMonth.from(depot).minusMonths(distance)
                    : MoisDeRessource.lire(colonne).orElseThrow().mois();
            if (mois.putIfAbsent(quand, colonne) != null) {
                rangee.refuser(
                        colonne,
                        "Une autre colonne donne déjà " + MoisDeRessource.enLettres(quand)
                                + " : gardez une seule des deux.");
            }
        }
        return mois;
    }

    private void comparerAuxMoisDeReference(int rang, SortedMap<YearMonth, String> mois) {
        for (YearMonth attendu : reference) {
            if (!mois.containsKey(attendu)) {
                rangee.dire(
                        new MoisDeRessource(rang, attendu).colonne(),
                        "aucun montant n'est donné, et la loi regarde ce mois. L'estimation le compte pour 0 et le dit à"
                                + " confirmer. Écrivez 0 s'il n'y a rien eu.");
            }
        }
        mois.forEach((quand, colonne) -> {
            if (!reference.isEmpty() && !reference.contains(quand)) {
                rangee.dire(
                        colonne,
                        MoisDeRessource.enLettres(quand) + " n'est pas compté : la loi regarde "
                                + MoisDeRessource.enLettres(reference.get(0)) + " à "
                                + MoisDeRessource.enLettres(reference.get(reference.size() - 1)) + ".");
            }
        });
    }

    /** Who receives a resource, and the path of its list. */
    private record Titulaire(ArrayNode ressources, String chemin) {}

    private Titulaire titulaire(int rang) {
        String colonne = ColonnesDemandeRsa.ressource(rang, "de");
        String code = rangee.present(colonne) ? rangee.code(colonne) : "DEMANDEUR";
        boolean enfant = code.matches("ENFANT_\\d{1,2}");
        String liste = enfant ? "enfants" : "adultes";
        int place = enfant ? Integer.parseInt(code.substring(7)) - 1 : "CONJOINT".equals(code) ? 1 : 0;
        boolean connu = enfant || "CONJOINT".equals(code) || "DEMANDEUR".equals(code);
        if (!connu || !donnees.path(liste).has(place)) {
            rangee.refuser(
                    colonne,
                    connu
                            ? "Cette personne n'est pas dans le foyer que la ligne décrit."
                            : "Écrivez demandeur, conjoint, ou enfant suivi de son rang : enfant 1.");
            return null;
        }
        return new Titulaire(
                (ArrayNode) donnees.path(liste).path(place).path("ressources"), liste + "[" + place + "].ressources");
    }

    private void ajouter(Titulaire titulaire, int rang, String colonneMontant, YearMonth mois) {
        ObjectNode ressource = titulaire.ressources().addObject();
        String chemin = titulaire.chemin() + "[" + (titulaire.ressources().size() - 1) + "].";
        String type = ColonnesDemandeRsa.ressource(rang, "type");
        String interrompue = ColonnesDemandeRsa.ressource(rang, "interrompue");
        poser(ressource, chemin, "type", type, rangee.code(type));
        ressource.put("mois", mois == null ? null : mois.toString());
        colonnes.put(chemin + "mois", colonneMontant);
        poser(ressource, chemin, "montant", colonneMontant, rangee.nombre(colonneMontant));
        poser(ressource, chemin, "interrompue", interrompue, rangee.ouiNon(interrompue));
    }

    private void poser(ObjectNode noeud, String chemin, String champ, String colonne, Object valeur) {
        colonnes.put(chemin + champ, colonne);
        if (valeur instanceof BigDecimal nombre) {
            // "500,00" and 500 are the same amount, so the same claim.
            noeud.set(champ, JsonNodeFactory.instance.numberNode(nombre.stripTrailingZeros()));
        } else if (valeur instanceof Integer nombre) {
            noeud.put(champ, nombre);
        } else if (valeur instanceof Boolean choix) {
            noeud.put(champ, choix);
        } else if (valeur != null) {
            noeud.put(champ, valeur.toString());
        }
    }
}
