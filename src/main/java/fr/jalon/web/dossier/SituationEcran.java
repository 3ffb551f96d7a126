package fr.jalon.web.dossier;

import fr.jalon.commun.Montant;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Logement;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import fr.jalon.rsa.ReferentielRsa;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues.Paire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The declared situation in words. */
@Component
class SituationEcran {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final ReferentielRsa referentiel;
    private final Codes codes;

    SituationEcran(ReferentielRsa referentiel, Codes codes) {
        this.referentiel = referentiel;
        this.codes = codes;
    }

    List<Paire> de(DemandeRsaVue demande) {
        DemandeSimulation situation = demande.situation();
        Map<String, String> types = referentiel.ressources().stream()
                .collect(Collectors.toMap(ReferentielRsa.TypeRessource::code, ReferentielRsa.TypeRessource::libelle));
        List<Paire> paires = new ArrayList<>();
        paires.add(new Paire("Foyer", foyer(situation)));
        for (int i = 0; i < situation.adultes().size(); i++) {
            Adulte adulte = situation.adultes().get(i);
            String qui = i == 0 ? "La personne" : "Son conjoint";
            paires.add(new Paire(qui, adulte(adulte)));
            paires.add(new Paire(
                    "Ressources de " + qui.toLowerCase(Locale.FRENCH), ressources(adulte.ressources(), types)));
        }
        paires.add(new Paire("Logement", logement(situation.logement())));
        paires.add(new Paire("Prestations familiales", prestations(situation.prestationsFamiliales())));
        paires.add(new Paire("Régime agricole", ouiNon(demande.regimeAgricole())));
        paires.add(new Paire("Complémentaire santé (C2S) demandée", ouiNon(demande.c2sDemandee())));
        return paires;
    }

    static String foyer(DemandeSimulation situation) {
        int enfants = situation.enfants().size();
        String adultes = situation.adultes().size() > 1
                ? "Un couple"
                : Boolean.TRUE.equals(situation.isolementRecent())
                        ? "Une personne seule, séparée depuis peu"
                        : "Une personne seule";
        if (enfants == 0) {
            return adultes + ", sans enfant";
        }
        String ages = situation.enfants().stream().map(e -> enfant(e)).collect(Collectors.joining(", "));
        return adultes + ", " + Mots.pluriel(enfants, "enfant", "enfants") + " (" + ages + ")"
                + isolement(situation.isolement());
    }

    private static String enfant(Enfant e) {
        String age = e.dateNaissance() == null
                ? e.age() + " ans"
                : "naissance le " + Mots.jour(LocalDate.parse(e.dateNaissance()));
        return Boolean.TRUE.equals(e.alternee()) ? age + ", en résidence alternée" : age;
    }

    private static String isolement(DemandeSimulation.Isolement isolement) {
        return isolement == null || isolement.depuis() == null
                ? ""
                : ", élevés par une seule personne depuis le " + Mots.jour(LocalDate.parse(isolement.depuis()));
    }

    private String adulte(Adulte a) {
        List<String> mots = new ArrayList<>();
        mots.add(a.age() == null ? "âge à confirmer (date de naissance connue en partie)" : a.age() + " ans");
        mots.add("nationalité : " + (a.nationalite() == null ? "aucune" : codes.pays(a.nationalite())));
        if (a.statutSejour() != null) {
            mots.add(codes.mots("sejour", a.statutSejour()).toLowerCase(Locale.FRENCH));
        }
        if (a.droitSejourEuropeen() != null) {
            mots.add("droit au séjour : "
                    + codes.mots("droitSejour", a.droitSejourEuropeen()).toLowerCase(Locale.FRENCH));
        }
        si(mots, a.etudiant(), "étudiant, élève ou stagiaire");
        si(mots, a.enceinte(), "enceinte");
        si(mots, a.enConge(), "en congé sans solde ou parental");
        if (a.residenceStable() != null) {
            mots.add(a.residenceStable() ? "vit en France de façon stable" : "ne vit pas en France de façon stable");
        }
        if (a.heuresTravaillees3Ans() != null && a.heuresTravaillees3Ans().signum() > 0) {
            mots.add(a.heuresTravaillees3Ans().stripTrailingZeros().toPlainString() + " heures travaillées en 3 ans");
        }
        String nonDemandes = nonDemandes(a);
        return String.join(", ", mots) + (nonDemandes.isEmpty() ? "" : ". Pas demandé : " + nonDemandes + ".");
    }

    /** What nobody asked is said, so that it is never read as a no. */
    private static String nonDemandes(Adulte a) {
        List<String> mots = new ArrayList<>();
        siInconnu(mots, a.etudiant(), "les études");
        siInconnu(mots, a.enConge(), "un congé");
        siInconnu(mots, a.residenceStable(), "la résidence en France");
        siInconnu(mots, a.droitsPrioritairesDemandes(), "les autres droits");
        return String.join(", ", mots);
    }

    private static void siInconnu(List<String> mots, Boolean fait, String texte) {
        if (fait == null) {
            mots.add(texte);
        }
    }

    private static void si(List<String> mots, Boolean vrai, String texte) {
        if (Boolean.TRUE.equals(vrai)) {
            mots.add(texte);
        }
    }

    private static String ressources(List<Ressource> ressources, Map<String, String> types) {
        List<Ressource> pleines = ressources.stream()
                .filter(r -> r.montant() != null && r.montant().signum() > 0)
                .toList();
        return pleines.isEmpty()
                ? "Aucune"
                : pleines.stream()
                        .map(r -> types.getOrDefault(r.type(), r.type())
                                + (r.mois() == null ? "" : " de " + MOIS.format(YearMonth.parse(r.mois())))
                                + " : " + euros(r.montant())
                                + (Boolean.TRUE.equals(r.interrompue())
                                        ? Boolean.TRUE.equals(r.sanction())
                                                ? " (arrêté par une sanction)"
                                                : " (interrompu)"
                                        : ""))
                        .collect(Collectors.joining(" ; "));
    }

    private String logement(Logement logement) {
        if (logement == null || logement.statut() == null) {
            return "";
        }
        BigDecimal aide = logement.aideLogementMensuelle();
        return codes.mots("logement", logement.sorte())
                + (aide != null && aide.signum() > 0 ? ", aide au logement de " + euros(aide) + " par mois" : "");
    }

    private static String prestations(DemandeSimulation.PrestationsFamiliales p) {
        if (p == null) {
            return "";
        }
        List<String> mots = new ArrayList<>();
        montant(mots, "allocations familiales", p.af());
        montant(mots, "complément familial", p.complementFamilial());
        montant(mots, "PAJE", p.pajeBase());
        montant(mots, "ASF", p.asf());
        return mots.isEmpty() ? "Aucune" : String.join(", ", mots);
    }

    private static void montant(List<String> mots, String libelle, BigDecimal montant) {
        if (montant != null && montant.signum() > 0) {
            mots.add(libelle + " : " + euros(montant));
        }
    }

    private static String euros(BigDecimal montant) {
        return Montant.de(montant).enFrancais();
    }

    private static String ouiNon(boolean oui) {
        return oui ? "Oui" : "Non";
    }
}
