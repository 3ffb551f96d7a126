package fr.jalon.importation;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.importation.lecture.Entetes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Titles that nobody knows are matched by hand once: the file waits, somebody says which column each is, and the antenne's next files
 * of that kind need nobody. What is said applies to programs too.
 */
@Service
public class RapprochementDesTitres {

    /** Field of the screen for the title at a place. */
    public static final String CHAMP = "titre_";

    private static final int EXEMPLE_MAX = 40;

    private final Imports imports;
    private final TypesImport types;
    private final LectureDeFichier lecture;
    private final CorrespondancesDeTitres correspondances;
    private final TableAttente attentes;
    private final Reprise reprise;
    private final Horloge horloge;

    RapprochementDesTitres(
            Imports imports,
            TypesImport types,
            LectureDeFichier lecture,
            CorrespondancesDeTitres correspondances,
            TableAttente attentes,
            Reprise reprise,
            Horloge horloge) {
        this.imports = imports;
        this.types = types;
        this.lecture = lecture;
        this.correspondances = correspondances;
        this.attentes = attentes;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    /**
     * What became of a file: one of the two is there.
     *
     * @param importe the import, its rows being examined
     * @param attente the file that waits for its titles
     */
    public record Reception(UUID importe, UUID attente) {}

    /**
     * Takes a file: examined at once when its titles are known, kept aside when somebody may say what they are.
     *
     * @throws SaisieInvalide on {@code fichier} when it cannot be read, or lacks a column that no title could be
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Reception recevoir(String codeType, String nom, byte[] octets, Agent auteur) {
        TypeImport type = imports.exigerType(codeType, auteur);
        LectureDeFichier.Lu lu = lecture.lire(type, nom, octets, correspondances.de(type, auteur));
        Entetes entetes = lu.titres().entetes();
        if (!entetes.aRapprocher()) {
            Imports.FichierLu recu = imports.lu(type, lu);
            return new Reception(
                    reprise.enTransaction(() -> imports.deposer(recu, false, auteur))
                            .id(),
                    null);
        }
        TableAttente.Attente attente = new TableAttente.Attente(
                UUID.randomUUID(),
                type.code(),
                type.pourTous() ? null : auteur.antenne(),
                auteur.identifiant(),
                lu.nom(),
                new TableAttente.Titres(entetes.titres(), lu.titres().apercu(), entetes.colonnes()));
        attentes.ecrire(attente, octets, horloge.maintenant());
        return new Reception(null, attente.id());
    }

    /**
     * The titles of a file that waits.
     *
     * @throws Introuvable when it does not wait, or belongs to another antenne
     */
    public FichierEnAttente lire(UUID id, Agent lecteur) {
        TableAttente.Attente attente = exiger(id, lecteur);
        TableAttente.Titres t = attente.titres();
        List<FichierEnAttente.Titre> titres = new ArrayList<>();
        for (int i = 0; i < t.titres().size(); i++) {
            if (!Entetes.forme(t.titres().get(i)).isEmpty()) {
                titres.add(new FichierEnAttente.Titre(
                        i,
                        t.titres().get(i).strip(),
                        exemples(t.apercu(), i),
                        t.colonnes().getOrDefault(i, "")));
            }
        }
        return new FichierEnAttente(id, types.parCode(attente.type()), attente.nom(), titres);
    }

    private static List<String> exemples(List<List<String>> rangees, int rang) {
        return rangees.stream()
                .filter(r -> rang < r.size() && !r.get(rang).isBlank())
                .map(r -> Textes.couper(r.get(rang).strip(), EXEMPLE_MAX))
                .toList();
    }

    /**
     * Says what the titles are, keeps it for the next files, and lets the file be examined.
     *
     * @param choix name of a column by place of the title; an absent place is not read
     * @throws SaisieInvalide when two titles go to one column, a needed column has none, or a column does not exist
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ImportVue rapprocher(UUID id, Map<Integer, String> choix, Agent auteur) {
        FichierEnAttente fichier = lire(id, auteur);
        TypeImport type = imports.exigerType(fichier.type().code(), auteur);
        Map<Integer, String> colonnes = new HashMap<>();
        fichier.titres().forEach(t -> {
            String colonne = choix.getOrDefault(t.rang(), "");
            if (!colonne.isBlank()) {
                colonnes.put(t.rang(), colonne);
            }
        });
        List<ErreurChamp> fautes = fautes(fichier, type, colonnes);
        if (!fautes.isEmpty()) {
            throw new SaisieInvalide(fautes);
        }
        byte[] octets = attentes.octets(id).orElseThrow(RapprochementDesTitres::plusLa);
        TableAttente.Titres attendus = exiger(id, auteur).titres();
        Imports.FichierLu recu = imports.lu(
                type,
                lecture.lire(type, fichier.nom(), octets, new LectureDeFichier.Choix(attendus.titres(), colonnes)));
        return reprise.enTransaction(() -> {
            if (!attentes.supprimer(id)) {
                throw new Conflit("Ce fichier vient d'être rapproché ou abandonné. Revenez aux imports.");
            }
            retenir(fichier, type, colonnes, auteur);
            return imports.deposer(recu, false, auteur);
        });
    }

    private static List<ErreurChamp> fautes(FichierEnAttente fichier, TypeImport type, Map<Integer, String> colonnes) {
        List<ErreurChamp> fautes = new ArrayList<>();
        Map<String, String> titreParColonne = new HashMap<>();
        for (FichierEnAttente.Titre titre : fichier.titres()) {
            String nom = colonnes.get(titre.rang());
            if (nom == null) {
                continue;
            }
            Optional<ColonneImport> colonne = type.colonne(nom);
            if (colonne.isEmpty()) {
                fautes.add(new ErreurChamp(CHAMP + titre.rang(), "Choisissez une colonne de la liste."));
                continue;
            }
            String autre = titreParColonne.putIfAbsent(nom, titre.texte());
            if (autre != null) {
                fautes.add(new ErreurChamp(
                        CHAMP + titre.rang(),
                        "« " + autre + " » va déjà vers « " + colonne.get().libelle()
                                + " » : deux titres ne vont pas vers la même colonne."));
            }
        }
        String absentes = type.colonnes().stream()
                .filter(c -> c.obligatoire() && !titreParColonne.containsKey(c.nom()))
                .map(c -> "« " + c.libelle() + " »")
                .collect(Collectors.joining(", "));
        if (!absentes.isEmpty()) {
            fautes.add(new ErreurChamp(
                    "",
                    "Il manque encore : " + absentes + ". Dites quel titre du fichier la porte,"
                            + " ou ajoutez la colonne dans le tableur."));
        }
        return fautes;
    }

    /** Keeps what Jalon would not find by itself; two titles written alike cannot be told apart the next time. */
    private void retenir(FichierEnAttente fichier, TypeImport type, Map<Integer, String> colonnes, Agent auteur) {
        Map<String, Long> parForme = fichier.titres().stream()
                .collect(Collectors.groupingBy(t -> Entetes.forme(t.texte()), Collectors.counting()));
        for (FichierEnAttente.Titre titre : fichier.titres()) {
            String forme = Entetes.forme(titre.texte());
            String colonne = colonnes.getOrDefault(titre.rang(), "");
            boolean retenable = parForme.get(forme) == 1
                    && forme.length() <= CorrespondancesDeTitres.TITRE_MAX
                    && titre.texte().length() <= CorrespondancesDeTitres.TITRE_MAX;
            if (retenable && (colonne.isEmpty() || !colonne.equals(titre.colonne()))) {
                correspondances.noter(type, auteur, forme, titre.texte(), colonne);
            }
        }
    }

    /** Forgets the file: nothing of it was written. */
    @Transactional
    public void abandonner(UUID id, Agent auteur) {
        exiger(id, auteur);
        attentes.supprimer(id);
    }

    /** What was matched before, for the next files. */
    @Transactional(readOnly = true)
    public List<TitreRapproche> retenus(String codeType, Agent agent) {
        return correspondances.lister(types.pour(codeType, agent), agent);
    }

    /** Forgets a match: the next file asks again. */
    @Transactional
    public void oublier(String codeType, String forme, Agent agent) {
        if (!correspondances.oublier(types.pour(codeType, agent), agent, forme)) {
            throw new Introuvable("Ce titre n'est pas rapproché.");
        }
    }

    private TableAttente.Attente exiger(UUID id, Agent lecteur) {
        return attentes.lire(id)
                .filter(a -> types.codesDe(lecteur).contains(a.type()))
                .filter(a -> a.antenne() == null
                        ? lecteur.portee().toutes() || types.parCode(a.type()).pourTous()
                        : lecteur.portee().couvre(a.antenne()))
                .orElseThrow(RapprochementDesTitres::plusLa);
    }

    private static Introuvable plusLa() {
        return new Introuvable("Ce fichier n'attend plus : déposez-le à nouveau.");
    }
}
