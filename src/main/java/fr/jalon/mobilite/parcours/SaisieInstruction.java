package fr.jalon.mobilite.parcours;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.financement.PlanDeFinancement;
import fr.jalon.financement.SourceDemandee;
import fr.jalon.mobilite.AideVue;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.FaitsMobilite;
import fr.jalon.mobilite.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An instruction as its form shows it again, and the faults of the rules on the fields of that form. */
final class SaisieInstruction {

    private static final Pattern SOURCE = Pattern.compile("plan\\[(\\d+)](?:\\.(\\w+))?");

    private SaisieInstruction() {}

    /** What was typed before, so that nothing is asked twice when the decision asks for more. */
    static Map<String, Object> relue(AideVue aide) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("nature", aide.nature());
        Instruction i = aide.instruction();
        if (i == null) {
            return donnees;
        }
        donnees.put("cout", i.demande().cout());
        devis(i, donnees);
        faits(i.demande().faits(), donnees);
        plan(i.demande().plan(), donnees);
        return donnees;
    }

    private static void devis(Instruction i, Map<String, Object> donnees) {
        donnees.put("organisme", i.devis().organisme());
        donnees.put("siret", i.devis().siret().numero());
        donnees.put("dateDevis", i.devis().date().toString());
        if (i.devis().autoEcole() != null) {
            donnees.put("autoEcole", i.devis().autoEcole().toString());
        } else if (Boolean.FALSE.equals(i.demande().faits().autoEcoleSolidaire())) {
            donnees.put("autoEcole", LectureInstruction.AUTRE);
        }
        if (i.devis().heures() != null) {
            donnees.put("heures", i.devis().heures());
        }
        if (i.second() != null) {
            donnees.put("coutSecondDevis", Centimes.enEuros(i.second().cout()));
            donnees.put("secondOrganisme", i.second().organisme());
            donnees.put("raisonDuChoix", i.second().raisonDuChoix());
        }
    }

    /** The members of the network to choose from, and "another one". */
    static List<Map<String, String>> choix(List<AutoEcole> membres) {
        List<Map<String, String>> choix = new ArrayList<>();
        membres.forEach(e -> choix.add(Map.of("value", e.id().toString(), "label", libelle(e))));
        choix.add(Map.of("value", LectureInstruction.AUTRE, "label", "Une autre auto-école, hors du réseau"));
        return choix;
    }

    private static String libelle(AutoEcole e) {
        String places = e.places() == null ? "" : e.places() == 0 ? ", plus de place" : ", " + e.places() + " places";
        return e.nom() + ", " + e.commune() + " : "
                + Centimes.enFrancais(e.engagements().prixHeure()) + " l’heure" + places;
    }

    private static void faits(FaitsMobilite f, Map<String, Object> donnees) {
        donnees.put("rsa", ouiNon(f.rsa()));
        donnees.put("contratEngagement", ouiNon(f.contratEngagement()));
        donnees.put("projet", ouiNon(f.projet()));
        donnees.put("inscritAvantDecision", ouiNon(f.inscritAvantDecision()));
        donnees.put("codeObtenu", ouiNon(f.codeObtenu()));
        if (f.besoinLe() != null) {
            donnees.put("besoinLe", f.besoinLe().toString());
        }
        if (f.vehicule() != null) {
            donnees.put("vehicule", f.vehicule());
        }
    }

    private static String ouiNon(Boolean fait) {
        return fait == null ? "NON_DEMANDE" : fait ? "OUI" : "NON";
    }

    private static void plan(List<SourceDemandee> plan, Map<String, Object> donnees) {
        int rang = 0;
        for (SourceDemandee source : plan) {
            if (PlanDeFinancement.USAGER.equals(source.financeur())) {
                donnees.put("partUsager", source.montant());
            } else if (!PlanDeFinancement.CCAS.equals(source.financeur())) {
                rang++;
                donnees.put("financeur" + rang, source.financeur());
                if (source.montant() != null) {
                    donnees.put("montant" + rang, source.montant());
                }
                if (source.etat() != null) {
                    donnees.put("etat" + rang, source.etat().name());
                }
            }
        }
    }

    /** Does the act; what the rules refuse is said on the field of the form that it comes from. */
    static <T> T surLesChamps(Instruction saisie, Supplier<T> acte) {
        try {
            return acte.get();
        } catch (SaisieInvalide e) {
            List<ErreurChamp> places = new ArrayList<>();
            e.erreurs()
                    .forEach(x -> places.add(
                            new ErreurChamp(champ(x.champ(), saisie.demande().plan()), x.message())));
            throw new SaisieInvalide(places);
        }
    }

    private static String champ(String chemin, List<SourceDemandee> plan) {
        if ("faits.autoEcoleSolidaire".equals(chemin)) {
            return "autoEcole";
        }
        if (chemin.startsWith("faits.")) {
            return chemin.substring("faits.".length());
        }
        if ("plan".equals(chemin)) {
            return plan.size() > 2
                            || !PlanDeFinancement.USAGER.equals(plan.get(0).financeur())
                    ? "montant1"
                    : "partUsager";
        }
        Matcher source = SOURCE.matcher(chemin);
        if (!source.matches()) {
            return chemin;
        }
        int rang = Integer.parseInt(source.group(1));
        if (PlanDeFinancement.USAGER.equals(plan.get(rang).financeur())) {
            return "partUsager";
        }
        return ("financeur".equals(source.group(2)) ? "financeur" : "montant") + (rang + 1);
    }
}
