package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows of an import: read, counted by what they would give, corrected one by one. */
@Service
public class LignesDImport {

    private final Imports imports;
    private final TableImports comptes;
    private final TableLignes lignes;
    private final TypesImport types;
    private final Examinateur examinateur;
    private final EcritureLigne ecriture;

    LignesDImport(
            Imports imports,
            TableImports comptes,
            TableLignes lignes,
            TypesImport types,
            Examinateur examinateur,
            EcritureLigne ecriture) {
        this.imports = imports;
        this.comptes = comptes;
        this.lignes = lignes;
        this.types = types;
        this.examinateur = examinateur;
        this.ecriture = ecriture;
    }

    /**
     * Rows of an import, in the order of the file.
     *
     * @param statut null for all of them
     */
    @Transactional(readOnly = true)
    public Page<LigneVue> lister(UUID id, StatutLigne statut, int page, int taille, Agent lecteur) {
        Page.verifier(page, taille);
        ImportEnregistre fichier = imports.exiger(id, lecteur);
        TypeImport type = types.parCode(fichier.type());
        long total = statut == null
                ? fichier.lignes()
                : comptes.comptes(id).parStatut().getOrDefault(statut, 0L);
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
        imports.exiger(id, lecteur);
        return lignes.synthese(id, noms);
    }

    @Transactional(readOnly = true)
    public LigneVue parNumero(UUID id, int numero, Agent lecteur) {
        ImportEnregistre fichier = imports.exiger(id, lecteur);
        return vue(exiger(id, numero), types.parCode(fichier.type()), lecteur);
    }

    /**
     * Corrects a row and examines it again. In an import already written, a row made right is written at once.
     *
     * @param corrections text by column; a blank empties the cell, an absent column does not change
     * @param version version of the row that the writer had on screen
     * @throws Conflit when the row is written, changed meanwhile, or the import under way
     */
    public LigneVue corriger(UUID id, int numero, Map<String, String> corrections, int version, Agent auteur) {
        ImportEnregistre fichier = imports.exiger(id, auteur);
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
        imports.tracer(fichier, "Ligne " + numero + " de l'import corrigée.", auteur);
        return vue(exiger(id, numero), type, auteur);
    }

    private static Map<String, String> corrigees(
            Map<String, String> avant, Map<String, String> corrections, TypeImport type) {
        Map<String, String> apres = new LinkedHashMap<>();
        Set<String> toutes = new LinkedHashSet<>();
        type.colonnes().forEach(c -> toutes.add(c.nom()));
        toutes.addAll(avant.keySet());
        toutes.addAll(corrections.keySet());
        for (String nom : toutes) {
            if (type.colonne(nom).isEmpty()) {
                if (corrections.containsKey(nom)) {
                    throw new SaisieInvalide(nom, "Cette colonne n'existe pas dans cet import.");
                }
                continue;
            }
            String valeur = Textes.ouNull(corrections.containsKey(nom) ? corrections.get(nom) : avant.get(nom));
            if (valeur != null && valeur.length() > 4_000) {
                throw new SaisieInvalide(nom, "Écrivez au plus 4 000 caractères.");
            }
            if (valeur != null) {
                apres.put(nom, valeur);
            }
        }
        return apres;
    }

    private LigneEnregistree exiger(UUID id, int numero) {
        return lignes.lire(id, numero)
                .orElseThrow(() -> new Introuvable("Cet import n'a pas de ligne " + numero + "."));
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
