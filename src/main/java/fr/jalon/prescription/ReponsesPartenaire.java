package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners answer, whoever writes it down: themselves, or an agent to whom they said it. */
@Service
@Transactional
public class ReponsesPartenaire {

    private static final String NATURE = "PARTENAIRE";
    private static final int PRECISION_MAX = 500;
    private static final int LIEU_MAX = 200;

    private final Suivi suivi;
    private final Dossiers dossiers;
    private final ParametresPartenaire parametres;
    private final Horloge horloge;

    ReponsesPartenaire(Suivi suivi, Dossiers dossiers, ParametresPartenaire parametres, Horloge horloge) {
        this.parametres = parametres;
        this.suivi = suivi;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    /**
     * The partner accepts or refuses.
     *
     * @throws SaisieInvalide on {@code rendezVous}, {@code lieu}, {@code motif} or {@code precision}
     * @throws fr.jalon.commun.Conflit when it was answered meanwhile
     */
    public void repondre(UUID dossierId, Reponse brute, Agent auteur) {
        Proposition p = suivi.derniere(dossierId);
        Reponse reponse = verifier(brute);
        if (reponse.acceptee()) {
            p.accepter(reponse, auteur.identifiant(), horloge.maintenant());
            tracer(p, "a accepté ; premier rendez-vous le " + moment(reponse.rendezVous()), auteur);
        } else {
            p.refuser(reponse, auteur.identifiant(), horloge.maintenant());
            fermer(p, auteur);
            tracer(p, "a refusé : " + minuscule(reponse.motif().libelle()), reponse.precision(), auteur);
        }
    }

    /**
     * The first meeting was held, put off, or missed.
     *
     * @throws SaisieInvalide on {@code rendezVous} or {@code lieu}
     */
    public void noterRencontre(UUID dossierId, Rencontre r, Agent auteur) {
        Proposition p = suivi.derniere(dossierId);
        switch (r.issue()) {
            case TENU -> {
                exigerPasse(p);
                p.rencontrer(horloge.aujourdhui());
                tracer(p, "a reçu la personne", auteur);
            }
            case REPORTE -> {
                List<ErreurChamp> erreurs = new ArrayList<>();
                verifierRendezVous(erreurs, r.rendezVous(), r.lieu());
                refuserSi(erreurs);
                p.reporter(r.rendezVous(), Textes.ouNull(r.lieu()));
                tracer(p, "a reporté le premier rendez-vous au " + moment(r.rendezVous()), auteur);
            }
            case MANQUE -> {
                exigerPasse(p);
                p.manquer(horloge.maintenant());
                fermer(p, auteur);
                tracer(p, "n'a pas vu la personne au premier rendez-vous", auteur);
            }
        }
    }

    /** An appointment to come is neither held nor missed. */
    private void exigerPasse(Proposition p) {
        if (p.rendezVous() != null && p.rendezVous().isAfter(horloge.maintenant())) {
            throw new SaisieInvalide(
                    "resultat", "Ce rendez-vous n'a pas encore eu lieu : attendez ce jour, ou reportez-le.");
        }
    }

    /** What the referral gave; the place is free again. */
    public void noterResultat(UUID dossierId, ResultatOrientation resultat, String precision, Agent auteur) {
        if (resultat == null) {
            throw new SaisieInvalide("resultat", "Dites ce que l'orientation a donné.");
        }
        List<ErreurChamp> erreurs = new ArrayList<>();
        String nette = verifierPrecision(erreurs, precision);
        refuserSi(erreurs);
        Proposition p = suivi.derniere(dossierId);
        p.aboutir(resultat, nette, horloge.maintenant());
        suivi.rendreLaPlace(p, auteur);
        tracer(p, minuscule(resultat.libelle()), nette, auteur);
    }

    /** The time for an answer is past: the antenne takes the referral back. */
    public void constaterSilence(UUID dossierId) {
        Proposition p = suivi.derniere(dossierId);
        if (p.etat() != EtatProposition.PROPOSEE) {
            return;
        }
        p.finir(EtatProposition.SANS_REPONSE, horloge.maintenant());
        fermer(p, Agent.JALON);
        tracer(p, "n'a pas répondu dans le délai", Agent.JALON);
    }

    private void fermer(Proposition p, Agent auteur) {
        suivi.rendreLaPlace(p, auteur);
        dossiers.noterAttente(p.dossierId(), EtatDossier.EN_INSTRUCTION);
    }

    private Reponse verifier(Reponse r) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        String precision = verifierPrecision(erreurs, r.precision());
        if (r.acceptee()) {
            verifierRendezVous(erreurs, r.rendezVous(), r.lieu());
        } else if (r.motif() == null) {
            erreurs.add(new ErreurChamp("motif", "Dites pourquoi : l'antenne en a besoin pour la suite."));
        } else if (r.motif() == MotifRefus.AUTRE && precision == null) {
            erreurs.add(new ErreurChamp("precision", "Écrivez cette raison en quelques mots."));
        }
        refuserSi(erreurs);
        return r.acceptee()
                ? new Reponse(true, r.rendezVous(), Textes.ouNull(r.lieu()), null, null)
                : new Reponse(false, null, null, r.motif(), precision);
    }

    /** @throws SaisieInvalide on {@code date} or {@code lieu} */
    void verifierRendezVous(Instant quand, String lieu) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        verifierRendezVous(erreurs, quand, lieu);
        refuserSi(erreurs);
    }

    private void verifierRendezVous(List<ErreurChamp> erreurs, Instant quand, String lieu) {
        if (quand == null || quand.isBefore(horloge.maintenant())) {
            erreurs.add(new ErreurChamp("date", "Indiquez un rendez-vous à venir, avec son heure."));
        } else if (LocalDate.ofInstant(quand, Horloge.PARIS).isAfter(parametres.dernierJourDeRendezVous())) {
            erreurs.add(new ErreurChamp(
                    "date",
                    "Ce rendez-vous est loin : indiquez un jour jusqu'au "
                            + Horloge.enMots(parametres.dernierJourDeRendezVous()) + ", ou vérifiez l'année."));
        }
        String net = Textes.ouNull(lieu);
        if (net == null || Textes.longueur(net) > LIEU_MAX || !Textes.lisible(net)) {
            erreurs.add(new ErreurChamp("lieu", "Indiquez où la personne doit venir, en 200 caractères au plus."));
        }
    }

    private static String verifierPrecision(List<ErreurChamp> erreurs, String precision) {
        String nette = Textes.ouNull(precision);
        if (nette != null && (Textes.longueur(nette) > PRECISION_MAX || !Textes.lisible(nette))) {
            erreurs.add(new ErreurChamp("precision", "Écrivez au plus " + PRECISION_MAX + " caractères."));
        }
        return nette;
    }

    private static void refuserSi(List<ErreurChamp> erreurs) {
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    private void tracer(Proposition p, String quoi, Agent auteur) {
        tracer(p, quoi, null, auteur);
    }

    private void tracer(Proposition p, String quoi, String precision, Agent auteur) {
        dossiers.tracer(p.dossierId(), NATURE, suivi.vue(p).organismeNom() + " : " + quoi + ".", precision, auteur);
    }

    static String moment(Instant quand) {
        return Horloge.enMots(LocalDateTime.ofInstant(quand, Horloge.PARIS));
    }

    private static String minuscule(String texte) {
        return texte.substring(0, 1).toLowerCase(Locale.FRENCH) + texte.substring(1);
    }
}
