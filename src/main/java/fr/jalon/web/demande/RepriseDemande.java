package fr.jalon.web.demande;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.rsa.DemandeRsaVue;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.MembreFoyerVue;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    /** What the foyer already says fills the form of who follows the person; another desk receives the claim and reads nothing. */
    SaisieDemande nouvelle(UUID personneId, Agent lecteur) {
        SaisieDemande saisie = new SaisieDemande(Map.of());
        LocalDate jour = horloge.aujourdhui();
        List<MembreFoyerVue> presents = foyers.pour(personneId, lecteur).stream()
                .filter(m -> m.jusque() == null && m.presentLe(jour))
                .toList();
        List<MembreFoyerVue> conjoints =
                presents.stream().filter(m -> m.lien() == LienFoyer.CONJOINT).toList();
        saisie.poser("adultes", conjoints.isEmpty() ? 1 : 2);
        if (!conjoints.isEmpty()) {
            identite(saisie, "adultes[1]", conjoints.get(0));
        }
        List<MembreFoyerVue> enfants =
                presents.stream().filter(m -> m.lien() == LienFoyer.ENFANT).toList();
        saisie.poser("enfants", enfants.size());
        for (int i = 0; i < enfants.size(); i++) {
            identite(saisie, "enfants[" + i + "]", enfants.get(i));
        }
        saisie.poser("adultes[0].lignes", 1);
        saisie.poser("dateDepot", jour);
        saisie.poser("canal", "GUICHET");
        return saisie;
    }

    private static void identite(SaisieDemande saisie, String chemin, MembreFoyerVue membre) {
        saisie.poser(chemin + ".nom", membre.nom());
        saisie.poser(chemin + ".prenoms", membre.prenoms());
        // The claim asks for a day: what is not known of it is asked, never made up
        membre.dateNaissance().date().ifPresent(jour -> saisie.poser(chemin + ".dateNaissance", jour));
    }

    /** A new claim that begins with the answers of a former one: the facts that changed are typed over. */
    SaisieDemande reprise(UUID personneId, DemandeRsaVue ancienne, List<YearMonth> mois) {
        SaisieDemande saisie = declaree(personneId, ancienne, mois);
        saisie.poser("dateDepot", horloge.aujourdhui());
        saisie.poser("canal", "GUICHET");
        if (ancienne.regimeAgricole()) {
            saisie.poser("regimeAgricole", "oui");
        }
        return saisie;
    }

    SaisieDemande declaree(UUID personneId, DemandeRsaVue demande, List<YearMonth> mois) {
        SaisieDemande saisie = new SaisieDemande(Map.of());
        List<MembreFoyerVue> foyer =
                foyers.de(personneId).stream().filter(m -> m.jusque() == null).toList();
        DemandeSimulation s = demande.situation();
        saisie.poser("adultes", s.adultes().size());
        for (int i = 0; i < s.adultes().size(); i++) {
            adulte(saisie, "adultes[" + i + "]", s.adultes().get(i), mois);
        }
        saisie.poser("enfants", s.enfants().size());
        for (int i = 0; i < s.enfants().size(); i++) {
            enfant(saisie, "enfants[" + i + "]", s.enfants().get(i), foyer);
            ressources(saisie, "enfants[" + i + "]", s.enfants().get(i).ressources(), mois);
        }
        if (s.adultes().size() > 1) {
            foyer.stream()
                    .filter(m -> m.lien() == LienFoyer.CONJOINT)
                    .findFirst()
                    .ifPresent(m -> identite(saisie, "adultes[1]", m));
        }
        if (s.isolement() != null) {
            saisie.poser("isolement.evenement", s.isolement().evenement());
            saisie.poser("isolement.depuis", s.isolement().depuis());
        }
        if (s.logement() != null) {
            saisie.poser("logement.statut", s.logement().sorte());
            montant(saisie, "logement.aideLogementMensuelle", s.logement().aideLogementMensuelle());
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
        ouiNon(saisie, chemin + ".etudiant", a.etudiant());
        ouiNon(saisie, chemin + ".stagiaireFormation", a.stagiaireFormation());
        ouiNon(saisie, chemin + ".enConge", a.enConge());
        ouiNon(saisie, chemin + ".enceinte", a.enceinte());
        ouiNon(saisie, chemin + ".residenceStable", a.residenceStable());
        ouiNon(saisie, chemin + ".droitsPrioritairesDemandes", a.droitsPrioritairesDemandes());
        ouiNon(saisie, chemin + ".pensionAlimentaireDemandee", a.pensionAlimentaireDemandee());
        saisie.poser(chemin + ".droitSejourEuropeen", a.droitSejourEuropeen());
        if (a.moisDePresence() != null) {
            saisie.poser(chemin + ".moisDePresence", String.join(" ", a.moisDePresence()));
        }
        ressources(saisie, chemin, a.ressources(), mois);
    }

    /** The names of a child stand in the foyer: found again by its birth date. */
    private static void enfant(SaisieDemande saisie, String chemin, Enfant enfant, List<MembreFoyerVue> foyer) {
        saisie.poser(chemin + ".age", enfant.dateNaissance() == null ? enfant.age() : null);
        saisie.poser(chemin + ".dateNaissance", enfant.dateNaissance());
        ouiNon(saisie, chemin + ".alternee", enfant.alternee());
        foyer.stream()
                .filter(m -> m.lien() == LienFoyer.ENFANT
                        && m.dateNaissance().toString().equals(enfant.dateNaissance()))
                .findFirst()
                .ifPresent(m -> identite(saisie, chemin, m));
    }

    private record Cle(String type, boolean interrompue, boolean sanction) {}

    /** One line for each kind, with its months side by side; a second line when a month holds two amounts of a kind. */
    private static void ressources(SaisieDemande saisie, String qui, List<Ressource> ressources, List<YearMonth> mois) {
        Map<Cle, List<Map<Integer, BigDecimal>>> lignes = new LinkedHashMap<>();
        int capitaux = 0;
        for (Ressource r : ressources) {
            if (r.mois() == null) {
                String ligne = qui + ".capitaux[" + capitaux++ + "]";
                saisie.poser(ligne + ".type", r.type());
                montant(saisie, ligne + ".montant", r.montant());
            } else {
                // The kind stays, so that its months are asked; an amount of a month that is not shown has no place
                placer(
                        lignes.computeIfAbsent(
                                new Cle(
                                        r.type(),
                                        Boolean.TRUE.equals(r.interrompue()),
                                        Boolean.TRUE.equals(r.sanction())),
                                c -> new ArrayList<>()),
                        mois.indexOf(YearMonth.parse(r.mois())),
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
                oui(saisie, ligne + ".sanction", parType.getKey().sanction());
                // Nothing earned is an answer: an empty month would be one that nobody gave
                montants.forEach((colonne, montant) -> saisie.poser(
                        ligne + ".mois" + colonne,
                        montant.stripTrailingZeros().toPlainString().replace('.', ',')));
            }
        }
        saisie.poser(qui + ".lignes", rang);
    }

    private static void placer(List<Map<Integer, BigDecimal>> lignes, int colonne, BigDecimal montant) {
        if (colonne < 0) {
            if (lignes.isEmpty()) {
                lignes.add(new LinkedHashMap<>());
            }
            return;
        }
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

    private static void ouiNon(SaisieDemande saisie, String nom, Boolean reponse) {
        if (reponse != null) {
            saisie.poser(nom, reponse ? "oui" : "non");
        }
    }

    private static void oui(SaisieDemande saisie, String nom, Boolean vrai) {
        if (Boolean.TRUE.equals(vrai)) {
            saisie.poser(nom, "oui");
        }
    }
}
