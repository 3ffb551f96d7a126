package fr.jalon.agent;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts: creation, change, passwords. Only an administrator writes; each keeps its own password. */
@Service
@Transactional
public class Comptes {

    private static final String ACTUEL = "actuel";

    private final ComptesRepository comptes;
    private final AntennesRepository antennes;
    private final PasswordEncoder chiffreur;
    private final MotsDePasse regle;
    private final Tentatives tentatives;
    private final AccesSansMotDePasse acces;
    private final OrganismesConnus organismes;
    private final RolesIncompatibles incompatibles;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Comptes(
            ComptesRepository comptes,
            AntennesRepository antennes,
            PasswordEncoder chiffreur,
            MotsDePasse regle,
            Tentatives tentatives,
            AccesSansMotDePasse acces,
            OrganismesConnus organismes,
            RolesIncompatibles incompatibles,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.comptes = comptes;
        this.antennes = antennes;
        this.chiffreur = chiffreur;
        this.regle = regle;
        this.tentatives = tentatives;
        this.acces = acces;
        this.organismes = organismes;
        this.incompatibles = incompatibles;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    @Transactional(readOnly = true)
    public List<CompteVue> tous() {
        Map<UUID, Integer> echecs = tentatives.echecsParCompte();
        return comptes.findAll().stream()
                .map(c -> new CompteVue(c.agent(), c.actif(), echecs.getOrDefault(c.id(), 0), c.qualiteSeance()))
                .sorted(Comparator.comparing(c -> c.agent().identifiant()))
                .toList();
    }

    /** The active accounts of an antenne, for assigning work. */
    @Transactional(readOnly = true)
    public List<Agent> deLAntenne(String antenne) {
        return comptes.findByAntenneAndActifTrueOrderByNom(antenne).stream()
                .map(Compte::agent)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Agent> parIdentifiant(String identifiant) {
        return comptes.findByIdentifiant(identifiant).map(Compte::agent);
    }

    /** Who it is, in words: a screen never shows a log-in name. */
    @Transactional(readOnly = true)
    public String nom(String identifiant) {
        return identifiant == null || identifiant.equals(Agent.JALON.identifiant())
                ? Agent.JALON.nomComplet()
                : parIdentifiant(identifiant).map(Agent::nomComplet).orElse("un agent du CCAS");
    }

    /** The log-in name of who is called that, for a search by name; empty when nobody is. */
    @Transactional(readOnly = true)
    public Optional<String> identifiantDe(String nomComplet) {
        String cherche = Textes.recherche(nomComplet);
        return comptes.findAll().stream()
                .map(Compte::agent)
                .filter(a -> Textes.recherche(a.nomComplet()).equals(cherche))
                .map(Agent::identifiant)
                .findFirst();
    }

    /** The account of a name when it may still act. */
    @Transactional(readOnly = true)
    public Optional<Agent> actif(String identifiant) {
        return comptes.findByIdentifiant(identifiant).filter(Compte::actif).map(Compte::agent);
    }

    /**
     * Creates an account with a first password that its holder must change.
     *
     * @throws SaisieInvalide for each faulty field
     * @throws Conflit when the log-in name is taken
     */
    public Agent creer(NouveauCompte demande, String motDePasse, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        verifier(demande);
        if (auteur.equals(Agent.JALON)) {
            regle.verifierLaForce("motDePasse", motDePasse, demande.identifiant(), demande.nom());
        } else {
            regle.verifier("motDePasse", motDePasse, demande.identifiant(), demande.nom());
        }
        if (comptes.findByIdentifiant(demande.identifiant()).isPresent()) {
            throw new Conflit("L'identifiant « " + demande.identifiant() + " » est déjà pris.");
        }
        Compte compte = comptes.save(new Compte(demande, chiffreur.encode(motDePasse), !auteur.equals(Agent.JALON)));
        evenements.publishEvent(new CompteModifie(demande.identifiant(), auteur, "compte créé"));
        return compte.agent();
    }

    public Agent modifier(NouveauCompte demande, boolean actif, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        verifier(demande);
        Compte compte = exiger(demande.identifiant());
        if (compte.agent().identifiant().equals(auteur.identifiant())
                && (!actif || !demande.roles().contains(Role.ADMIN))) {
            throw new SaisieInvalide("roles", "Vous ne pouvez pas retirer vos propres droits d'administration.");
        }
        compte.modifier(demande);
        compte.activer(actif);
        evenements.publishEvent(new CompteModifie(demande.identifiant(), auteur, "compte modifié"));
        return compte.agent();
    }

    /** Gives a new first password to somebody who lost his. */
    public void reinitialiser(String identifiant, String motDePasse, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        Compte compte = exiger(identifiant);
        regle.verifier("motDePasse", motDePasse, identifiant, compte.agent().nom());
        compte.changerMotDePasse(chiffreur.encode(motDePasse), true);
        UUID id = compte.id();
        tentatives.oublier(id);
        acces.toutRetirer(id);
        evenements.publishEvent(new CompteModifie(identifiant, auteur, "mot de passe réinitialisé"));
    }

    /**
     * Changes one's own password. Trying the present one is limited like the log-in; no transaction is open meanwhile, so that a
     * refused try stays counted.
     *
     * @throws SaisieInvalide when the present password is wrong, tried too often, or the new one too weak
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void changerMotDePasse(Agent agent, String actuel, String nouveau) {
        Compte compte = exiger(agent.identifiant());
        exigerLeMotDePasse(compte, "actuel", actuel);
        regle.verifier("nouveau", nouveau, agent.identifiant(), agent.nom());
        if (chiffreur.matches(nouveau, compte.motDePasse())) {
            throw new SaisieInvalide("nouveau", "Choisissez un mot de passe différent de l'actuel.");
        }
        String chiffre = chiffreur.encode(nouveau);
        reprise.enTransaction(() -> {
            exiger(agent.identifiant()).changerMotDePasse(chiffre, false);
            tentatives.oublier(compte.id());
            tentatives.oublier(ACTUEL, compte.id());
            acces.oublierLesAppareils(compte.id());
            evenements.publishEvent(new CompteModifie(agent.identifiant(), agent, "mot de passe changé"));
        });
    }

    /**
     * Asks again for the password, before what opens the account without it. Limited as {@link #changerMotDePasse} is.
     *
     * @throws SaisieInvalide on {@code champ} when it is wrong, or tried too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void confirmer(Agent agent, String champ, String motDePasse) {
        Compte compte = exiger(agent.identifiant());
        exigerLeMotDePasse(compte, champ, motDePasse);
        reprise.enTransaction(() -> tentatives.oublier(ACTUEL, compte.id()));
    }

    private void exigerLeMotDePasse(Compte compte, String champ, String motDePasse) {
        tentatives.libreLe(ACTUEL, compte.id()).ifPresent(libre -> {
            throw new SaisieInvalide(
                    champ,
                    "Trop d'essais refusés. Attendez "
                            + Math.max(
                                    1,
                                    Duration.between(horloge.maintenant(), libre)
                                            .plusMillis(999)
                                            .toSeconds())
                            + " secondes, puis recommencez.");
        });
        if (motDePasse == null || !chiffreur.matches(motDePasse, compte.motDePasse())) {
            reprise.enTransaction(() -> tentatives.noterEchec(ACTUEL, compte.id()));
            throw new SaisieInvalide(champ, "Le mot de passe actuel n'est pas le bon.");
        }
    }

    private Compte exiger(String identifiant) {
        return comptes.findByIdentifiant(identifiant)
                .orElseThrow(() -> new Introuvable("Aucun compte ne s'appelle « " + identifiant + " »."));
    }

    private void verifier(NouveauCompte demande) {
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (demande.identifiant() == null || !demande.identifiant().matches("[a-z0-9._-]{3,60}")) {
            erreurs.add(new ErreurChamp(
                    "identifiant", "Utilisez de 3 à 60 lettres minuscules, chiffres, points ou tirets."));
        }
        obligatoire(erreurs, "prenom", demande.prenom(), 80);
        obligatoire(erreurs, "nom", demande.nom(), 80);
        obligatoire(erreurs, "qualite", demande.qualite(), 120);
        if (demande.roles().isEmpty()) {
            erreurs.add(new ErreurChamp("roles", "Choisissez au moins un rôle."));
        }
        if (demande.antenne() != null && !antennes.existsById(demande.antenne())) {
            erreurs.add(new ErreurChamp("antenne", "Choisissez une antenne de la liste."));
        }
        if (demande.qualiteSeance() != null && !demande.qualiteSeance().matches("[A-Z_]{1,40}")) {
            erreurs.add(new ErreurChamp("qualiteSeance", "Choisissez une qualité de la liste."));
        }
        verifierOrganisme(erreurs, demande);
        incompatibles.refus(demande.roles()).ifPresent(refus -> erreurs.add(new ErreurChamp("roles", refus)));
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
    }

    /** A partner sees the referrals made to its structure: without one it would see nothing, with another role too much. */
    private void verifierOrganisme(List<ErreurChamp> erreurs, NouveauCompte demande) {
        boolean partenaire = demande.roles().contains(Role.PARTENAIRE);
        if (partenaire && demande.organisme() == null) {
            erreurs.add(new ErreurChamp("organisme", "Choisissez la structure que ce partenaire représente."));
        } else if (!partenaire && demande.organisme() != null) {
            erreurs.add(new ErreurChamp("organisme", "Seul un compte de partenaire est relié à une structure."));
        } else if (demande.organisme() != null && !organismes.existe(demande.organisme())) {
            erreurs.add(new ErreurChamp("organisme", "Choisissez une structure de l'annuaire."));
        }
    }

    private static void obligatoire(List<ErreurChamp> erreurs, String champ, String valeur, int max) {
        if (valeur == null || valeur.isBlank()) {
            erreurs.add(new ErreurChamp(champ, "Ce champ est obligatoire."));
        } else if (valeur.length() > max) {
            erreurs.add(new ErreurChamp(champ, "Écrivez au plus " + max + " caractères."));
        }
    }
}
