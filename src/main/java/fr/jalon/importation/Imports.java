package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The imports: a file is kept, examined, corrected in place ({@link LignesDImport}), then written. An import belongs to the antenne
 * of its author; a dossier that it opens belongs to the antenne of the person's quartier.
 */
@Service
public class Imports {

    private static final long PAS_MS = 50;
    private static final int AVIS_MAX = 4_000;

    private final TableImports imports;
    private final TableLignes lignes;
    private final TypesImport types;
    private final LectureDeFichier lecture;
    private final CorrespondancesDeTitres correspondances;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Imports(
            TableImports imports,
            TableLignes lignes,
            TypesImport types,
            LectureDeFichier lecture,
            CorrespondancesDeTitres correspondances,
            Reprise reprise,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.imports = imports;
        this.lignes = lignes;
        this.types = types;
        this.lecture = lecture;
        this.correspondances = correspondances;
        this.reprise = reprise;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** The kinds of import that the account may use. */
    public List<TypeImport> types(Agent agent) {
        return types.de(agent);
    }

    /**
     * One kind.
     *
     * @throws Introuvable when there is none of that code
     * @throws fr.jalon.commun.Interdit when the account may not use it
     */
    public TypeImport type(String code, Agent agent) {
        return types.pour(code, agent);
    }

    /** A kind that the account may use from where it works. */
    TypeImport exigerType(String code, Agent auteur) {
        TypeImport type = types.pour(code, auteur);
        if (auteur.antenne() == null && !type.pourTous() && !auteur.portee().toutes()) {
            throw new SaisieInvalide("", "Votre compte n'est d'aucune antenne : il ne peut pas importer.");
        }
        return type;
    }

    /** A file that was read, and is not kept yet. */
    public static final class FichierLu {

        private final TypeImport type;
        private final LectureDeFichier.Lu lu;

        private FichierLu(TypeImport type, LectureDeFichier.Lu lu) {
            this.type = type;
            this.lu = lu;
        }
    }

    /**
     * Reads a file, without any transaction: a large one waits its turn, and no connection waits with it.
     *
     * @throws TypeDeFichierRefuse when it is neither CSV nor XLSX
     * @throws SaisieInvalide on {@code fichier} when it cannot be read
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public FichierLu lire(String codeType, String nom, byte[] octets, Agent auteur) {
        TypeImport type = exigerType(codeType, auteur);
        return new FichierLu(
                type,
                lecture.lire(type, nom, octets, correspondances.de(type, auteur))
                        .exigerComplet());
    }

    /** The file that somebody just matched the titles of. */
    FichierLu lu(TypeImport type, LectureDeFichier.Lu lu) {
        return new FichierLu(type, lu.exigerComplet());
    }

    /** Reads a file, keeps it and lets the worker examine it; see {@link #lire} and {@link #deposer(FichierLu, boolean, Agent)}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ImportVue deposer(String codeType, String nom, byte[] octets, boolean ecrire, Agent auteur) {
        FichierLu fichier = lire(codeType, nom, octets, auteur);
        return reprise.enTransaction(() -> deposer(fichier, ecrire, auteur));
    }

    /** Keeps a file that was read and lets the worker examine it; {@code ecrire}: the right rows are written without waiting for anybody. */
    @Transactional
    public ImportVue deposer(FichierLu recu, boolean ecrire, Agent auteur) {
        TypeImport type = recu.type;
        LectureDeFichier.Lu lu = recu.lu;
        ImportEnregistre fichier = new ImportEnregistre(
                UUID.randomUUID(),
                type.code(),
                lu.nom(),
                lu.empreinte(),
                lu.description(),
                lu.ignorees(),
                avis(lu.avis()),
                type.pourTous() ? null : auteur.antenne(),
                auteur.identifiant(),
                auteur.nomComplet(),
                ecrire ? auteur.identifiant() : null,
                EtatImport.LU,
                lu.lignes().size(),
                null,
                horloge.maintenant(),
                null);
        imports.ecrire(fichier);
        lignes.ecrire(fichier.id(), lu.lignes());
        tracer(
                fichier,
                "Fichier reçu pour l'import « " + type.libelle() + " » : "
                        + Textes.combien(fichier.lignes(), "ligne", "lignes")
                        + (ecrire ? ", à écrire." : ", à vérifier."),
                auteur);
        evenements.publishEvent(new TravailDemande(fichier.id()));
        return vue(fichier);
    }

    /** The imports that the reader may see, newest first. */
    @Transactional(readOnly = true)
    public Page<ImportVue> lister(int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        Set<String> codes = types.codesDe(lecteur);
        if (codes.isEmpty()) {
            return new Page<>(List.of(), page, taille, 0);
        }
        TableImports.Perimetre perimetre =
                new TableImports.Perimetre(lecteur.portee(), codes, types.communsDe(lecteur));
        return new Page<>(
                imports.lister(perimetre, page, taille).stream().map(this::vue).toList(),
                page,
                taille,
                imports.compter(perimetre));
    }

    /**
     * One import.
     *
     * @throws Introuvable when it does not exist or belongs to another antenne
     */
    @Transactional(readOnly = true)
    public ImportVue parId(UUID id, Agent lecteur) {
        return vue(exiger(id, lecteur));
    }

    /**
     * Writes the right rows of a preview, and tries again those that a correction mended.
     *
     * @throws Conflit while the import is under way, or when there is nothing to write
     */
    @Transactional
    public ImportVue ecrire(UUID id, Agent auteur) {
        ImportEnregistre fichier = exiger(id, auteur);
        if (imports.comptes(id).aEcrire() == 0 && !fichier.etat().enTravail()) {
            throw new Conflit("Aucune ligne n'est à écrire dans cet import.");
        }
        if (!imports.demanderEcriture(id, auteur.identifiant())) {
            throw new Conflit("Jalon travaille déjà sur cet import. Attendez qu'il ait fini.");
        }
        tracer(fichier, "Écriture de l'import demandée.", auteur);
        evenements.publishEvent(new TravailDemande(id));
        return parId(id, auteur);
    }

    /** Throws a preview away, finished or not: nothing was written, and its rows are forgotten. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void abandonner(UUID id, Agent auteur) {
        // The worker may hold a row at this very moment: tried again
        reprise.enTransaction(() -> {
            ImportEnregistre fichier = exiger(id, auteur);
            if (!imports.supprimerSiRienEcrit(id)) {
                throw new Conflit("Cet import est écrit ou en cours d'écriture : il ne s'abandonne plus.");
            }
            tracer(fichier, "Import abandonné avant toute écriture.", auteur);
        });
    }

    /** Waits a little for the worker, wherever it runs; answers the import as it is then. */
    public ImportVue attendre(UUID id, Duration patience, Agent lecteur) {
        long fin = System.nanoTime() + patience.toNanos();
        ImportVue vue = parId(id, lecteur);
        while (vue.etat().enTravail()
                && System.nanoTime() < fin
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAS_MS));
            vue = parId(id, lecteur);
        }
        return vue;
    }

    /** The import, for who may see it. */
    ImportEnregistre exiger(UUID id, Agent lecteur) {
        return imports.lire(id)
                .filter(i -> types.codesDe(lecteur).contains(i.type()))
                .filter(i -> i.antenne() == null
                        ? lecteur.portee().toutes() || types.parCode(i.type()).pourTous()
                        : lecteur.portee().couvre(i.antenne()))
                .orElseThrow(() -> new Introuvable("Cet import n'existe pas."));
    }

    private static String avis(List<String> phrases) {
        return phrases.isEmpty() ? null : Textes.couper(String.join("\n", phrases), AVIS_MAX);
    }

    private static List<String> lignes(String texte) {
        return texte == null ? List.of() : List.of(texte.split("\n"));
    }

    void tracer(ImportEnregistre fichier, String texte, Agent auteur) {
        evenements.publishEvent(new ImportTrace(fichier.id(), fichier.antenne(), texte, auteur));
    }

    private ImportVue vue(ImportEnregistre f) {
        TableImports.Comptes comptes = imports.comptes(f.id());
        return new ImportVue(
                f.id(),
                f.type(),
                f.nom(),
                f.description(),
                lignes(f.ignorees()),
                lignes(f.avis()),
                f.antenne(),
                f.auteur(),
                f.auteurNom(),
                f.ecritPar(),
                f.etat(),
                f.lignes(),
                comptes.parStatut(),
                comptes.ecrites(),
                comptes.aEcrire(),
                f.incident(),
                f.creeLe(),
                f.finiLe());
    }
}
