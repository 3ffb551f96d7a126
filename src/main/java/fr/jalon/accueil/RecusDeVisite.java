package fr.jalon.accueil;

import fr.jalon.accueil.PapiersAccueil.Papier;
import fr.jalon.agent.Agent;
import fr.jalon.annuaire.AConfirmer;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Poste;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.ValeursCourrier;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The receipt of a visit: when, where, for what, what was answered and what comes next. */
@Service
public class RecusDeVisite {

    private final Visites visites;
    private final ReferenceAccueil reference;
    private final ParametresAccueil parametres;
    private final PapiersAccueil papiers;
    private final Annuaire annuaire;

    RecusDeVisite(
            Visites visites,
            ReferenceAccueil reference,
            ParametresAccueil parametres,
            PapiersAccueil papiers,
            Annuaire annuaire) {
        this.visites = visites;
        this.reference = reference;
        this.parametres = parametres;
        this.papiers = papiers;
        this.annuaire = annuaire;
    }

    /** The receipt as the visit stands: a visit corrected since gives one that cancels and replaces the former. */
    public CourrierVue recu(UUID visiteId, Agent lecteur) {
        VisiteVue v = visites.consulter(visiteId, "reçu de visite", lecteur);
        if (v.annulee()) {
            throw new Conflit("Cette visite est annulée : elle n'a plus de reçu.");
        }
        LocalDateTime debut = LocalDateTime.ofInstant(v.commenceeLe(), Horloge.PARIS);
        ValeursCourrier valeurs = new ValeursCourrier()
                .date("visite.date", debut.toLocalDate())
                .texte("visite.heure", heure(debut))
                .liste(
                        "motifs",
                        v.motifs().stream()
                                .map(m -> Map.of("motifs.texte", mots(m)))
                                .toList())
                .texte("visite.reponse", v.reponse())
                .texte("visite.conservation", parametres.conservationMois() + " mois");
        if (v.issue() != null) {
            suite(valeurs, v);
        }
        return papiers.ecrire(
                new Papier(
                        CodesCourrier.RECU_DE_VISITE,
                        v.id(),
                        v.version(),
                        v.numero(),
                        v.antenne(),
                        v.personneId(),
                        v.agent()),
                valeurs,
                lecteur);
    }

    private void suite(ValeursCourrier valeurs, VisiteVue v) {
        switch (v.issue()) {
            case ORIENTEE -> orientee(valeurs, annuaire.organisme(v.organisme()), v.lieu());
            case RENDEZ_VOUS ->
                valeurs.date("rdv.date", v.rendezVous().toLocalDate())
                        .texte("rdv.heure", heure(v.rendezVous()))
                        .texte("rdv.lieu", v.rendezVousLieu());
            case DOSSIER -> valeurs.texte("visite.dossier", v.numero());
            case REPONSE -> {
                // The answer itself is printed whatever came next.
            }
        }
    }

    private static void orientee(ValeursCourrier valeurs, OrganismeVue o, String nomDuLieu) {
        Lieu lieu = o.lieux().stream()
                .filter(l -> l.nom().equals(nomDuLieu))
                .findFirst()
                .orElse(new Lieu(null, null, null, null, null, null, null));
        String telephone = lieu.telephone() != null
                ? lieu.telephone()
                : o.postes().stream()
                        .map(Poste::telephone)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        valeurs.texte("lieu.organisme", o.nom())
                .texte("lieu.nom", lieu.nom())
                .texte("lieu.adresse", AConfirmer.mots(PapiersAccueil.adresse(lieu), o.aConfirmer()))
                .texte("lieu.horaires", AConfirmer.mots(lieu.horaires(), o.aConfirmer()))
                .texte("lieu.telephone", AConfirmer.mots(telephone, o.aConfirmer()));
    }

    private String mots(String motif) {
        return reference.motif(motif).map(ReferenceAccueil.Motif::recu).orElse(motif);
    }

    /** "9 h 05", as the letters write it. */
    static String heure(LocalDateTime quand) {
        return "%d h %02d".formatted(quand.getHour(), quand.getMinute());
    }
}
