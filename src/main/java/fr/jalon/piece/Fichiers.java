package fr.jalon.piece;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Pieces;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files received for a dossier. Every access checks the dossier's antenne first. */
@Service
@Transactional
public class Fichiers {

    private static final Logger LOG = LoggerFactory.getLogger(Fichiers.class);

    private final FichiersRepository fichiers;
    private final ControleFichier controle;
    private final Antivirus antivirus;
    private final Coffre coffre;
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final Comptes comptes;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Fichiers(
            FichiersRepository fichiers,
            ControleFichier controle,
            Antivirus antivirus,
            Coffre coffre,
            Dossiers dossiers,
            Pieces pieces,
            Comptes comptes,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.fichiers = fichiers;
        this.controle = controle;
        this.antivirus = antivirus;
        this.coffre = coffre;
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.comptes = comptes;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /**
     * Checks the bytes and asks the antivirus, without any transaction: both may take seconds.
     *
     * @throws TypeNonAccepte or {@link FichierTropGros} or {@link fr.jalon.commun.SaisieInvalide} when the file is refused
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public FichierControle controler(byte[] octets) {
        ControleFichier.Controle recu = controle.controler(octets);
        return new FichierControle(recu.type(), recu.octets(), antivirus.analyser(recu.octets()));
    }

    /** Checks and receives at once; see {@link #controler} and {@link #recevoir(UUID, String, String, FichierControle, String, Agent)}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FichierVue recevoir(
            UUID dossierId, String typePiece, String nom, byte[] octets, String source, Agent auteur) {
        exigerOuvert(dossierId, auteur);
        FichierControle fichier = controler(octets);
        return reprise.enTransaction(() -> recevoir(dossierId, typePiece, nom, fichier, source, auteur));
    }

    /**
     * Receives a checked file for a piece of the checklist. While the antivirus has not answered, nobody can read it: the piece is not
     * received yet.
     *
     * @param typePiece code of a piece of the dossier's list
     * @throws fr.jalon.commun.SaisieInvalide when the piece is not on the list
     * @throws Conflit when the dossier is ended
     */
    public FichierVue recevoir(
            UUID dossierId, String typePiece, String nom, FichierControle fichier, String source, Agent auteur) {
        exigerOuvert(dossierId, auteur);
        if (fichier.analyse().lisible()) {
            pieces.noterRecue(dossierId, typePiece, auteur);
        } else {
            pieces.noterEnAttente(dossierId, typePiece, fichier.analyse().libelle(), auteur);
        }
        Coffre.Depot depot = coffre.deposer(fichier.octets(), contexte(dossierId, typePiece));
        FichierVue vue = new FichierVue(
                UUID.randomUUID(),
                typePiece,
                NomDeFichier.net(nom, fichier.type()),
                fichier.type().mime(),
                fichier.octets().length,
                fichier.analyse(),
                source,
                horloge.maintenant(),
                auteur.identifiant());
        fichiers.save(
                new FichierRecu(vue, dossierId, sha256(fichier.octets()), depot.emplacement(), depot.cleChiffree()));
        return vue;
    }

    private void exigerOuvert(UUID dossierId, Agent auteur) {
        if (dossiers.parId(dossierId, auteur).clos()) {
            throw new Conflit("Ce dossier est terminé : il ne reçoit plus de pièce.");
        }
    }

    /** The files of a dossier already checked, newest first. */
    @Transactional(readOnly = true)
    public List<FichierVue> duDossier(UUID dossierId) {
        return fichiers.findByDossierIdOrderByRecuLeDesc(dossierId).stream()
                .map(FichierRecu::vue)
                .toList();
    }

    /** A file and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Contenu(FichierVue fichier, byte[] octets) {}

    /**
     * Opens a file, and leaves a trace.
     *
     * @throws Introuvable when the file does not exist or its dossier is of another antenne
     * @throws Conflit while the antivirus has not answered, or when it found something
     */
    public Contenu ouvrir(UUID fichierId, Agent lecteur) {
        FichierRecu fichier = fichiers.findById(fichierId).orElseThrow(Fichiers::introuvable);
        return ouvrir(fichier, dossier(fichier, lecteur), lecteur);
    }

    /**
     * The same for somebody who reads a dossier without its antenne, such as a member of a jury; the module that asks has checked who may.
     *
     * @param dossierId what the caller may read: a file of another dossier does not exist
     */
    public Contenu ouvrirDuDossier(UUID fichierId, UUID dossierId, Agent lecteur) {
        FichierRecu fichier = fichiers.findById(fichierId)
                .filter(f -> f.dossierId().equals(dossierId))
                .orElseThrow(Fichiers::introuvable);
        return ouvrir(fichier, dossiers.parId(dossierId), lecteur);
    }

    private Contenu ouvrir(FichierRecu fichier, DossierVue dossier, Agent lecteur) {
        if (!fichier.analyse().lisible()) {
            throw new Conflit(
                    fichier.analyse() == Analyse.QUARANTAINE
                            ? "Ce fichier est en quarantaine : l'antivirus y a trouvé un danger. Demandez-en un autre."
                            : "Ce fichier attend la réponse de l'antivirus. Réessayez dans quelques minutes.");
        }
        byte[] octets = coffre.lire(
                fichier.emplacement(), fichier.cleChiffree(), contexte(fichier.dossierId(), fichier.typePiece()));
        if (!sha256(octets).equals(fichier.empreinte())) {
            throw new IllegalStateException("empreinte différente pour le fichier " + fichier.getId());
        }
        evenements.publishEvent(new FichierConsulte(
                dossier.id(), dossier.numero(), dossier.antenne(), fichier.vue().nom(), lecteur));
        return new Contenu(fichier.vue(), octets);
    }

    /** The same words as for a file that does not exist: another antenne's is not even known. */
    private DossierVue dossier(FichierRecu fichier, Agent lecteur) {
        return dossiers.siExiste(fichier.dossierId())
                .filter(d -> lecteur.portee().couvre(d.antenne()))
                .orElseThrow(Fichiers::introuvable);
    }

    /** Asks the antivirus again for the files that wait for it; one that cannot be read does not hold the others. */
    @Scheduled(fixedDelayString = "${jalon.antivirus.reprise:PT1M}", initialDelayString = "PT1M")
    @SchedulerLock(name = "analyses-antivirus", lockAtMostFor = "PT10M")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void reprendreLesAnalyses() {
        for (FichierRecu fichier : fichiers.findTop20ByAnalyseOrderByRecuLeDesc(Analyse.EN_ATTENTE)) {
            try {
                Analyse resultat = antivirus.analyser(coffre.lire(
                        fichier.emplacement(),
                        fichier.cleChiffree(),
                        contexte(fichier.dossierId(), fichier.typePiece())));
                reprise.enTransaction(() -> noterLAnalyse(fichier.getId(), resultat));
            } catch (UncheckedIOException | IllegalStateException e) {
                LOG.error("Le fichier {} ne peut pas être analysé", fichier.getId(), e);
            }
        }
    }

    private void noterLAnalyse(UUID id, Analyse resultat) {
        fichiers.findById(id).filter(f -> f.analyse() != resultat).ifPresent(f -> {
            f.noter(resultat);
            FichierVue vue = f.vue();
            comptes.parIdentifiant(vue.recuPar()).ifPresent(deposant -> {
                if (resultat.lisible()) {
                    pieces.noterRecueApresAttente(f.dossierId(), vue.typePiece(), deposant);
                }
            });
        });
    }

    private static String contexte(UUID dossierId, String typePiece) {
        return "fichier:" + dossierId + ":" + typePiece;
    }

    private static Introuvable introuvable() {
        return new Introuvable("Ce fichier n'existe pas.");
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
