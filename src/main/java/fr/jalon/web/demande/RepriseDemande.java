package fr.jalon.web.demande;

import fr.jalon.commun.Horloge;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.MembreFoyerVue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fills the form: from the foyer for a new claim, from what was declared for a correction. */
@Component
class RepriseDemande {

    private final Foyers foyers;
    private final Horloge horloge;

    RepriseDemande(Foyers foyers, Horloge horloge) {
        this.foyers = foyers;
        this.horloge = horloge;
    }

    SaisieDemande nouvelle(UUID personneId) {
        SaisieDemande saisie = new SaisieDemande(Map.of());
        LocalDate jour = horloge.aujourdhui();
        List<MembreFoyerVue> presents = foyers.de(personneId).stream()
                .filter(m -> m.jusque() == null && m.presentLe(jour))
                .toList();
        List<MembreFoyerVue> conjoints =
                presents.stream().filter(m -> m.lien() == LienFoyer.CONJOINT).toList();
        saisie.poser("adultes", conjoints.isEmpty() ? 1 : 2);
        if (!conjoints.isEmpty()) {
            saisie.poser("adultes[1].age", age(conjoints.get(0), jour));
        }
        List<MembreFoyerVue> enfants =
                presents.stream().filter(m -> m.lien() == LienFoyer.ENFANT).toList();
        saisie.poser("enfants", enfants.size());
        for (int i = 0; i < enfants.size(); i++) {
            saisie.poser("enfants[" + i + "].age", age(enfants.get(i), jour));
        }
        saisie.poser("adultes[0].lignes", 1);
        saisie.poser("dateDepot", jour);
        saisie.poser("canal", "GUICHET");
        return saisie;
    }

    private static int age(MembreFoyerVue membre, LocalDate jour) {
        return Period.between(membre.dateNaissance(), jour).getYears();
    }

    SaisieDemande declaree(DemandeRsaVue demande, List<YearMonth> mois) {
        SaisieDemande saisie = new SaisieDemande(Map.of());
        DemandeSimulation s = demande.situation();
        saisie.poser("adultes", s.adultes().size());
        for (int i = 0; i < s.adultes().size(); i++) {
            adulte(saisie, "adultes[" + i + "]", s.adultes().get(i), mois);
        }
        saisie.poser("enfants", s.enfants().size());
        for (int i = 0; i < s.enfants().size(); i++) {
            saisie.poser("enfants[" + i + "].age", s.enfants().get(i).age());
            ressources(saisie, "enfants[" + i + "]", s.enfants().get(i).ressources(), mois);
        }
        oui(saisie, "isolementRecent", s.isolementRecent());
        if (s.logement() != null) {
            saisie.poser("logement.statut", s.logement().statut());
            montant(saisie, "logement.aideLogementMensuelle", s.logement().aideLogementMensuelle());
            oui(saisie, "logement.participeAuxFrais", s.logement().participeAuxFrais());
        }
        if (s.prestationsFamiliales() != null) {
            montant(
                    saisie,
                    "prestationsFamiliales.af",
                    s.prestationsFamiliales().af());
            montant(
                    saisie,
                    "prestationsFamiliales.complementFamilial",
                    s.prestationsFamiliales().complementFamilial());
            montant(
                    saisie,
                    "prestationsFamiliales.pajeBase",
                    s.prestationsFamiliales().pajeBase());
            montant(
                    saisie,
                    "prestationsFamiliales.asf",
                    s.prestationsFamiliales().asf());
        }
        montant(saisie, "bmaf", s.bmaf());
        return saisie;
    }

    private static void adulte(SaisieDemande saisie, String chemin, Adulte a, List<YearMonth> mois) {
        saisie.poser(chemin + ".age", a.age());
        saisie.poser(chemin + ".nationalite", a.nationalite());
        saisie.poser(chemin + ".statutSejour", a.statutSejour());
        montant(saisie, chemin + ".anneesTitre", a.anneesTitre());
        montant(saisie, chemin + ".heuresTravaillees3Ans", a.heuresTravaillees3Ans());
        saisie.poser(chemin + ".moisEtranger", a.moisEtranger());
        oui(saisie, chemin + ".etudiant", a.etudiant());
        oui(saisie, chemin + ".stagiaireFormation", a.stagiaireFormation());
        oui(saisie, chemin + ".enConge", a.enConge());
        oui(saisie, chemin + ".enceinte", a.enceinte());
        oui(saisie, chemin + ".droitsPrioritairesDemandes", a.droitsPrioritairesDemandes());
        if (a.residenceStable() != null) {
            saisie.poser(chemin + ".residenceStable", a.residenceStable() ? "oui" : "non");
        }
        ressources(saisie, chemin, a.ressources(), mois);
    }

    private record Cle(String type, boolean interrompue) {}

    /** One line for each kind, with its months side by side; a second line when a month holds two amounts of a kind. */
    private static void ressources(SaisieDemande saisie, String qui, List<Ressource> ressources, List<YearMonth> mois) {
        Map<Cle, List<Map<Integer, BigDecimal>>> lignes = new LinkedHashMap<>();
        int capitaux = 0;
        for (Ressource r : ressources) {
            int colonne = r.mois() == null ? -1 : mois.indexOf(YearMonth.parse(r.mois()));
            if (colonne < 0) {
                String ligne = qui + ".capitaux[" + capitaux++ + "]";
                saisie.poser(ligne + ".type", r.type());
                montant(saisie, ligne + ".montant", r.montant());
            } else {
                placer(
                        lignes.computeIfAbsent(
                                new Cle(r.type(), Boolean.TRUE.equals(r.interrompue())), c -> new ArrayList<>()),
                        colonne,
                        r.montant());
            }
        }
        saisie.poser(qui + ".capitaux", capitaux);
        int rang = 0;
        for (Map.Entry<Cle, List<Map<Integer, BigDecimal>>> parType : lignes.entrySet()) {
            for (Map<Integer, BigDecimal> montants : parType.getValue()) {
                String ligne = qui + ".lignes[" + rang++ + "]";
                saisie.poser(ligne + ".type", parType.getKey().type());
                oui(saisie, ligne + ".interrompue", parType.getKey().interrompue());
                montants.forEach((colonne, montant) -> montant(saisie, ligne + ".mois" + colonne, montant));
            }
        }
        saisie.poser(qui + ".lignes", rang);
    }

    private static void placer(List<Map<Integer, BigDecimal>> lignes, int colonne, BigDecimal montant) {
        for (Map<Integer, BigDecimal> ligne : lignes) {
            if (ligne.putIfAbsent(colonne, montant) == null) {
                return;
            }
        }
        lignes.add(new LinkedHashMap<>(Map.of(colonne, montant)));
    }

    private static void montant(SaisieDemande saisie, String nom, BigDecimal montant) {
        if (montant != null && montant.signum() != 0) {
            saisie.poser(nom, montant.stripTrailingZeros().toPlainString().replace('.', ','));
        }
    }

    private static void oui(SaisieDemande saisie, String nom, Boolean vrai) {
        if (Boolean.TRUE.equals(vrai)) {
            saisie.poser(nom, "oui");
        }
    }
}
