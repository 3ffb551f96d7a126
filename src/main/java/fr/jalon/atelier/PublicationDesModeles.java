package fr.jalon.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.moteur.ModeleRefuseParLeMoteur;
import fr.jalon.moteur.ModelesVivants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * A second person puts a draft in service, at once or from a day on. All files of the lot together; each process that binds one of them is
 * deployed anew with its lot; running dossiers keep the version that they started with (docs/decisions/0006, 0049).
 */
@Service
public class PublicationDesModeles {

    private static final int MOTIF_MAX = 500;
    private static final int EMPECHEMENT_MAX = 1_900;

    private final LotsDesModeles lots;
    private final Atelier atelier;
    private final ModelesVivants vivants;
    private final VerificationDesModeles verification;
    private final Rejeux rejeux;
    private final Reprise reprise;
    private final Horloge horloge;

    PublicationDesModeles(
            LotsDesModeles lots,
            Atelier atelier,
            ModelesVivants vivants,
            VerificationDesModeles verification,
            Rejeux rejeux,
            Reprise reprise,
            Horloge horloge) {
        this.lots = lots;
        this.rejeux = rejeux;
        this.atelier = atelier;
        this.vivants = vivants;
        this.verification = verification;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /**
     * Publishes the lot of a version.
     *
     * @param motif why, may be null
     * @param le day from which it counts, null or today for at once
     * @throws Conflit when the account wrote it, when it is no draft any more, or when another version was published since it was written
     * @throws PublicationRefusee when the checker finds an error today
     */
    public LotVue publier(String cle, int version, String motif, LocalDate le, Agent approbateur) {
        return publier(cle, version, new Raisons(motif, null), le, approbateur);
    }

    /**
     * Why a draft is published.
     *
     * @param motif may be null
     * @param motifRejeu why, although many past answers change; asked when {@link Rejeux#demandeUneRaison}
     */
    public record Raisons(String motif, String motifRejeu) {}

    /** Same, with the reason for a draft that changes many past answers. */
    public LotVue publier(String cle, int version, Raisons raisons, LocalDate le, Agent approbateur) {
        approbateur.exiger(Role.PILOTE);
        String ecrit = lire("motif", raisons.motif());
        String malgre = lire("motifRejeu", raisons.motifRejeu());
        if (le != null && le.isBefore(horloge.aujourdhui())) {
            throw new SaisieInvalide("le", "Choisissez aujourd’hui ou un jour à venir.");
        }
        return reprise.enTransaction(() -> {
            LotVue lot = atelier.exiger(cle, version);
            if (lot.etat() != EtatModele.BROUILLON) {
                throw new Conflit("Cette version n’est plus un brouillon : "
                        + lot.etat().libelle().toLowerCase(java.util.Locale.FRENCH) + ".");
            }
            if (lot.auteur().equals(approbateur.identifiant())) {
                throw new Conflit("Vous avez écrit ce brouillon : une autre personne doit le publier.");
            }
            if (malgre == null) {
                verifierLePasse(lot);
            }
            lots.approuver(lot.id(), approbateur.identifiant(), ecrit, malgre, le);
            return le != null && le.isAfter(horloge.aujourdhui())
                    ? programmer(lot, le, approbateur)
                    : mettreEnService(lot, EtatModele.BROUILLON, approbateur.identifiant());
        });
    }

    private static String lire(String champ, String motif) {
        String ecrit = Textes.ouNull(motif);
        if (ecrit != null && ecrit.length() > MOTIF_MAX) {
            throw new SaisieInvalide(champ, "Écrivez " + MOTIF_MAX + " caractères au plus.");
        }
        return ecrit;
    }

    private void verifierLePasse(LotVue lot) {
        if (rejeux.enCours(lot.id())) {
            throw new Conflit("L’essai sur le passé n’est pas fini : attendez son résultat.");
        }
        if (rejeux.demandeUneRaison(lot.id())) {
            throw new SaisieInvalide(
                    "motifRejeu", "Beaucoup de réponses passées changent : écrivez pourquoi publier malgré cela.");
        }
    }

    private LotVue programmer(LotVue lot, LocalDate le, Agent approbateur) {
        juger(lot);
        passer(lot, EtatModele.BROUILLON, EtatModele.PROGRAMME);
        lot.fichiers()
                .forEach(f -> atelier.noter(
                        f,
                        approbateur.identifiant(),
                        "Version " + f.version() + " approuvée, en service le " + Horloge.enMots(le) + " ; écrite par "
                                + lot.auteur() + "."));
        return lots.lot(lot.id()).orElseThrow();
    }

    private void passer(LotVue lot, EtatModele de, EtatModele vers) {
        if (!lots.passer(lot.id(), de, vers)) {
            throw new Conflit("Quelqu’un d’autre vient d’agir sur ce brouillon. Relisez-le.");
        }
    }

    private void juger(LotVue lot) {
        for (LotVue.Fichier f : lot.fichiers()) {
            if (atelier.base(f.fichier()) != f.base()) {
                throw new Conflit(
                        "Une autre version de « " + f.cle()
                                + " » a été publiée depuis que ce brouillon a été écrit. Reprenez-le à partir de celle en service.");
            }
        }
        Verification jugement = verification.verifier(atelier.fichiers(lot));
        if (!jugement.acceptable()) {
            throw new PublicationRefusee(jugement.constats());
        }
    }

    private LotVue mettreEnService(LotVue lot, EtatModele de, String approbateur) {
        juger(lot);
        passer(lot, de, EtatModele.PUBLIE);
        Instant maintenant = horloge.maintenant();
        lots.publier(lot.id(), maintenant);
        lot.fichiers().forEach(f -> lots.vivre(f, maintenant));
        Set<String> fichiers =
                lot.fichiers().stream().map(LotVue.Fichier::fichier).collect(Collectors.toSet());
        try {
            vivants.deployer(fichiers);
        } catch (ModeleRefuseParLeMoteur e) {
            throw new PublicationRefusee(List.of(new Constat(
                    lot.fichiers().get(0).fichier(),
                    null,
                    "CONTROLE_DU_MOTEUR",
                    Constat.Gravite.ERREUR,
                    e.getMessage(),
                    "Rouvrez le modèle dans Camunda Modeler et corrigez ce qu’il signale.",
                    null)));
        }
        lot.fichiers()
                .forEach(f -> atelier.noter(
                        f,
                        approbateur,
                        "Version " + f.version() + " approuvée et mise en service ; écrite par " + lot.auteur() + "."));
        return lots.lot(lot.id()).orElseThrow();
    }

    /** Puts the planned lots of today in service; one that no longer stands waits with what stands in its way. */
    public void publierLesDus() {
        for (UUID id : lots.dus(horloge.aujourdhui())) {
            try {
                reprise.enTransaction(() -> lots.lot(id)
                        .filter(l -> l.etat() == EtatModele.PROGRAMME)
                        .ifPresent(l -> mettreEnService(
                                l, EtatModele.PROGRAMME, l.publication().approbateur())));
            } catch (RuntimeException e) {
                lots.empecher(id, court(empechement(e).orElseThrow(() -> e)));
            }
        }
    }

    /** What stands in the way of a publication, in words; empty for a failure, which is none of the model's. */
    private static Optional<String> empechement(RuntimeException e) {
        if (e instanceof PublicationRefusee refus) {
            return Optional.of(refus.constats().stream()
                    .filter(Constat::erreur)
                    .map(c -> c.fichier() + " : " + c.message())
                    .collect(Collectors.joining(" ")));
        }
        return e instanceof Conflit || e instanceof Introuvable ? Optional.of(e.getMessage()) : Optional.empty();
    }

    private static String court(String texte) {
        return texte.length() <= EMPECHEMENT_MAX ? texte : texte.substring(0, EMPECHEMENT_MAX);
    }
}
