package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The imports: a file is kept, examined row by row, corrected in place, then written. An import belongs to the antenne of
 * its author; a dossier that it opens belongs to the antenne of the person's quartier.
 */
@Service
public class Imports {

    private static final long PAS_MS = 50;

    private final TableImports imports;
    private final TableLignes lignes;
    private final TypesImport types;
    private final LectureDeFichier lecture;
    private final Examinateur examinateur;
    private final EcritureLigne ecriture;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Imports(
            TableImports imports,
            TableLignes lignes,
            TypesImport types,
            LectureDeFichier lecture,
            Examinateur examinateur,
            EcritureLigne ecriture,
            Horloge horloge,
            ApplicationEventPublisher evenements) {
        this.imports = imports;
        this.lignes = lignes;
        this.types = types;
        this.lecture = lecture;
        this.examinateur = examinateur;
        this.ecriture = ecriture;
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

    /**
     * Keeps a file and lets the worker examine it.
     *
     * @param ecrire whether the right rows are written without waiting for anybody
     * @throws TypeDeFichierRefuse when it is neither CSV nor XLSX
     * @throws SaisieInvalide on {@code fichier} when it cannot be read
     */
    @Transactional
    public ImportVue deposer(String codeType, String nom, byte[] octets, boolean ecrire, Agent auteur) {
        TypeImport type = types.pour(codeType, auteur);
        if (auteur.antenne() == null && !type.pourTous() && !auteur.portee().toutes()) {
            throw new SaisieInvalide("", "Votre compte n'est d'aucune antenne : il ne peut pas importer.");
        }
        LectureDeFichier.Lu lu = lecture.lire(type, nom, octets);
        ImportEnregistre fichier = new ImportEnregistre(
                UUID.randomUUID(),
                type.code(),
                lu.nom(),
                lu.empreinte(),
                lu.description(),
                lu.ignorees(),
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
                "Fichier reçu pour l'import « " + type.libelle() + " » : " + fichier.lignes() + " lignes"
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
     * Rows of an import, in the order of the file.
     *
     * @param statut null for all of them
     */
    @Transactional(readOnly = true)
    public Page<LigneVue> lignes(UUID id, StatutLigne statut, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        ImportEnregistre fichier = exiger(id, lecteur);
        TypeImport type = types.parCode(fichier.type());
        long total = statut == null
                ? fichier.lignes()
                : imports.comptes(id).parStatut().getOrDefault(statut, 0L);
        return new Page<>(
                lignes.lister(id, statut, page, taille).stream()
                        .map(l -> vue(l, type, lecteur))
                        .toList(),
                page,
                taille,
                total);
    }

    /**
     * The rows that can be written, counted by what they would give.
     *
     * @param noms names of the marks that the kind of import leaves
     */
    @Transactional(readOnly = true)
    public List<Synthese> synthese(UUID id, List<String> noms, Agent lecteur) {
        exiger(id, lecteur);
        return lignes.synthese(id, noms);
    }

    @Transactional(readOnly = true)
    public LigneVue ligne(UUID id, int numero, Agent lecteur) {
        ImportEnregistre fichier = exiger(id, lecteur);
        return vue(exiger(id, numero), types.parCode(fichier.type()), lecteur);
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

    /**
     * Corrects a row and examines it again. In an import already written, a row made right is written at once.
     *
     * @param corrections text by column; a blank empties the cell, an absent column does not change
     * @param version version of the row that the writer had on screen
     * @throws Conflit when the row is written, changed meanwhile, or the import under way
     */
    public LigneVue corriger(UUID id, int numero, Map<String, String> corrections, int version, Agent auteur) {
        ImportEnregistre fichier = exiger(id, auteur);
        TypeImport type = types.pour(fichier.type(), auteur);
        if (fichier.etat().enTravail()) {
            throw new Conflit("Jalon travaille sur cet import. Corrigez la ligne quand il aura fini.");
        }
        LigneEnregistree ligne = exiger(id, numero);
        if (ligne.ecrite() || ligne.version() != version) {
            throw new Conflit(
                    ligne.ecrite()
                            ? "Cette ligne est déjà écrite : corrigez la personne ou le dossier."
                            : "Cette ligne a été corrigée entre-temps par quelqu'un d'autre. Relisez-la.");
        }
        LigneEnregistree corrigee = ligne.avecValeurs(corrigees(ligne.valeurs(), corrections, type));
        if (!lignes.noterExamen(corrigee, examinateur.examiner(fichier, corrigee, type, auteur))) {
            throw new Conflit("Cette ligne a été corrigée entre-temps par quelqu'un d'autre. Relisez-la.");
        }
        LigneEnregistree relue = exiger(id, numero);
        if (fichier.etat() == EtatImport.TERMINE && relue.statut().aEcrire()) {
            ecriture.ecrire(fichier, relue, type, auteur);
        }
        tracer(fichier, "Ligne " + numero + " de l'import corrigée.", auteur);
        return vue(exiger(id, numero), type, auteur);
    }

    private static Map<String, String> corrigees(
            Map<String, String> avant, Map<String, String> corrections, TypeImport type) {
        Map<String, String> apres = new LinkedHashMap<>();
        Set<String> inconnues = new HashSet<>(corrections.keySet());
        for (ColonneImport colonne : type.colonnes()) {
            inconnues.remove(colonne.nom());
            String valeur = Textes.ouNull(
                    corrections.containsKey(colonne.nom()) ? corrections.get(colonne.nom()) : avant.get(colonne.nom()));
            if (valeur != null && valeur.length() > 4_000) {
                throw new SaisieInvalide(colonne.nom(), "Écrivez au plus 4 000 caractères.");
            }
            if (valeur != null) {
                apres.put(colonne.nom(), valeur);
            }
        }
        if (!inconnues.isEmpty()) {
            throw new SaisieInvalide(inconnues.iterator().next(), "Cette colonne n'existe pas dans cet import.");
        }
        return apres;
    }

    /** Throws a preview away: nothing was written, and its rows are forgotten. */
    @Transactional
    public void abandonner(UUID id, Agent auteur) {
        ImportEnregistre fichier = exiger(id, auteur);
        if (!imports.supprimerSiRienEcrit(id)) {
            throw new Conflit("Cet import est écrit ou en cours : il ne s'abandonne plus.");
        }
        tracer(fichier, "Import abandonné avant toute écriture.", auteur);
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

    private ImportEnregistre exiger(UUID id, Agent lecteur) {
        return imports.lire(id)
                .filter(i -> types.codesDe(lecteur).contains(i.type()))
                .filter(i -> i.antenne() == null
                        ? lecteur.portee().toutes() || types.parCode(i.type()).pourTous()
                        : lecteur.portee().couvre(i.antenne()))
                .orElseThrow(() -> new Introuvable("Cet import n'existe pas."));
    }

    private LigneEnregistree exiger(UUID id, int numero) {
        return lignes.lire(id, numero)
                .orElseThrow(() -> new Introuvable("Cet import n'a pas de ligne " + numero + "."));
    }

    private void tracer(ImportEnregistre fichier, String texte, Agent auteur) {
        evenements.publishEvent(new ImportTrace(fichier.id(), fichier.antenne(), texte, auteur));
    }

    private ImportVue vue(ImportEnregistre f) {
        TableImports.Comptes comptes = imports.comptes(f.id());
        return new ImportVue(
                f.id(),
                f.type(),
                f.nom(),
                f.description(),
                f.ignorees() == null
                        ? List.of()
                        : new ArrayList<>(List.of(f.ignorees().split("\n"))),
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

    private static LigneVue vue(LigneEnregistree l, TypeImport type, Agent lecteur) {
        return new LigneVue(
                l.numero(),
                l.statut(),
                l.ecrite(),
                l.valeurs().isEmpty() ? "Données effacées" : type.intitule(l.valeurs()),
                type.precision(l.valeurs()),
                l.messages(),
                l.valeurs(),
                l.dossierNumero(),
                l.antenne(),
                l.antenne() != null && lecteur.portee().couvre(l.antenne()),
                l.resultat(),
                l.version());
    }
}
