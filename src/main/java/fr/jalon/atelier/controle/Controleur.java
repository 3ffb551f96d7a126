package fr.jalon.atelier.controle;

import fr.jalon.atelier.Constat;
import fr.jalon.atelier.FichierModele;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Judges files deposited together, beside the living models, before the engine sees anything (docs/decisions/0048). Never throws for what
 * is in a file: what cannot be judged is refused.
 */
public final class Controleur {

    private static final Logger LOG = LoggerFactory.getLogger(Controleur.class);
    private static final Pattern NOM = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} _().-]{0,120}\\.(bpmn|dmn|form)");
    private static final int CLE_MAX = 64;
    private static final int INDEX_MAX = 2_000;
    private static final Map<String, Indexe.Fichier> LUS = new ConcurrentHashMap<>();

    private final Politique politique = Politique.LIVREE;

    private record Lu(FichierModele fichier, Rapport rapport, Noeud arbre, JsonNode formulaire) {}

    /** Findings of each file in the order given. */
    public List<Constat> controler(List<FichierModele> fichiers, Contexte contexte) {
        List<Lu> lus = fichiers.stream().map(this::lire).toList();
        Indexe indexe = indexe(lus, contexte);
        List<Constat> constats = new ArrayList<>();
        Set<String> cles = new HashSet<>();
        for (Lu lu : lus) {
            controler(lu, contexte, indexe, cles);
            constats.addAll(lu.rapport().constats());
        }
        return constats;
    }

    /** The id by which a file is known: of its process, of the decision that it is named after, of its form; empty when it has none. */
    public static Optional<String> cle(FichierModele fichier) {
        try {
            if (fichier.fin().equals(".form")) {
                JsonNode json = ControleFormulaire.lire(fichier.contenu());
                return Optional.ofNullable(json)
                        .map(j -> j.path("id").asString(""))
                        .filter(id -> !id.isEmpty());
            }
            return cle(fichier, LecteurXml.lire(fichier.contenu(), Politique.LIVREE));
        } catch (XmlRefuse e) {
            return Optional.empty();
        }
    }

    private static Optional<String> cle(FichierModele fichier, Noeud arbre) {
        List<String> ids = arbre.enfants(fichier.fin().equals(".bpmn") ? "bpmn:process" : "dmn:decision")
                .map(Noeud::id)
                .filter(id -> id != null && !id.isBlank())
                .toList();
        return ids.contains(fichier.base())
                ? Optional.of(fichier.base())
                : ids.stream().findFirst();
    }

    private Lu lire(FichierModele fichier) {
        Rapport rapport = new Rapport(fichier.nom());
        if (!NOM.matcher(fichier.nom()).matches()) {
            rapport.ajouter(Regle.NOM_DE_FICHIER, null, null, fichier.nom());
            return new Lu(fichier, rapport, null, null);
        }
        if (fichier.contenu().length > politique.nombre("octets.max")) {
            rapport.ajouter(Regle.TAILLE, null, null);
            return new Lu(fichier, rapport, null, null);
        }
        if (fichier.fin().equals(".form")) {
            JsonNode json = ControleFormulaire.lire(fichier.contenu());
            if (json == null) {
                rapport.ajouter(Regle.FORMULAIRE_JSON, null, null, "ce n’est pas du JSON.");
            }
            return new Lu(fichier, rapport, null, json);
        }
        try {
            return new Lu(fichier, rapport, LecteurXml.lire(fichier.contenu(), politique), null);
        } catch (XmlRefuse e) {
            rapport.ajouter(e.regle(), null, e.ligne(), e.precision());
            return new Lu(fichier, rapport, null, null);
        }
    }

    private static Indexe indexe(List<Lu> lus, Contexte contexte) {
        Map<String, byte[]> vivants = new HashMap<>(contexte.vivants());
        Indexe indexe = new Indexe();
        for (Lu lu : lus) {
            String nom =
                    cle(lu).map(c -> c + lu.fichier().fin()).orElse(lu.fichier().nom());
            vivants.remove(lu.fichier().nom());
            if (lu.formulaire() != null) {
                indexe.ajouterFormulaire(nom);
            } else if (lu.arbre() != null) {
                // By its own name: two files of one id are both seen.
                indexe.ajouter(lu.fichier().nom(), lu.arbre());
            }
        }
        vivants.forEach((nom, contenu) -> ajouterVivant(indexe, nom, contenu));
        return indexe;
    }

    private static Optional<String> cle(Lu lu) {
        if (lu.formulaire() != null) {
            return Optional.of(lu.formulaire().path("id").asString("")).filter(id -> !id.isEmpty());
        }
        return lu.arbre() == null ? Optional.empty() : cle(lu.fichier(), lu.arbre());
    }

    private static void ajouterVivant(Indexe indexe, String nom, byte[] contenu) {
        if (nom.endsWith(".form")) {
            indexe.ajouterFormulaire(nom);
            return;
        }
        if (LUS.size() > INDEX_MAX) {
            LUS.clear();
        }
        indexe.ajouterLu(nom, LUS.computeIfAbsent(nom + empreinte(contenu), c -> {
            try {
                return Indexe.lire(nom, LecteurXml.lire(contenu, Politique.LIVREE));
            } catch (XmlRefuse e) {
                return Indexe.Fichier.VIDE;
            }
        }));
    }

    private static String empreinte(byte[] contenu) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contenu));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void controler(Lu lu, Contexte contexte, Indexe indexe, Set<String> cles) {
        if (lu.arbre() == null && lu.formulaire() == null) {
            return;
        }
        try {
            nommer(lu, indexe, cles, contexte);
            if (lu.formulaire() != null) {
                new ControleFormulaire(contexte, lu.rapport()).controler(lu.formulaire());
            } else {
                modele(lu, contexte, indexe);
            }
        } catch (RuntimeException e) {
            LOG.error("Contrôle du modèle {} interrompu", lu.fichier().fin(), e);
            lu.rapport().ajouter(Regle.CONTROLE_IMPOSSIBLE, null, null);
        }
    }

    private void nommer(Lu lu, Indexe indexe, Set<String> cles, Contexte contexte) {
        String cle = cle(lu).orElse(null);
        if (cle == null) {
            return;
        }
        if (cle.length() > CLE_MAX) {
            lu.rapport().ajouter(Regle.IDENTIFIANT, cle.substring(0, CLE_MAX), null, cle);
        }
        if (!cles.add(cle)) {
            lu.rapport().ajouter(Regle.CLE_PRISE, cle, null, cle, "joint au même dépôt");
        }
        if (!cle.equals(lu.fichier().base())) {
            lu.rapport().ajouter(Regle.NOM_ET_CLE, cle, null, lu.fichier().nom(), cle);
        }
        List<String> ids = lu.arbre() == null
                ? List.of(cle)
                : java.util.stream.Stream.concat(
                                lu.arbre().tous("bpmn:process"), lu.arbre().tous("dmn:decision"))
                        .map(Noeud::id)
                        .filter(id -> id != null)
                        .toList();
        for (String id : ids) {
            indexe.porteurs(id).stream()
                    .filter(porteur -> !porteur.equals(lu.fichier().nom()))
                    .findFirst()
                    .ifPresent(porteur -> lu.rapport().ajouter(Regle.CLE_PRISE, id, null, id, porteur));
        }
        boolean formulairePris = lu.formulaire() != null
                && !cle.equals(lu.fichier().base())
                && contexte.vivants().containsKey(cle + ".form");
        if (formulairePris) {
            lu.rapport().ajouter(Regle.CLE_PRISE, cle, null, cle, cle + ".form");
        }
    }

    private void modele(Lu lu, Contexte contexte, Indexe indexe) {
        boolean processus = lu.fichier().fin().equals(".bpmn");
        Rapport rapport = lu.rapport();
        Noeud arbre = lu.arbre();
        if (!arbre.est(processus ? "bpmn:definitions" : "dmn:definitions")) {
            rapport.dire(
                    Regle.RACINE,
                    arbre,
                    arbre.nom(),
                    processus ? "un diagramme de processus" : "un fichier de décisions");
            return;
        }
        if (ControleDuSchema.deCamunda8(arbre)) {
            rapport.dire(Regle.CAMUNDA_8, arbre);
            return;
        }
        new ControleDuSchema(politique, rapport).controler(arbre);
        if (processus) {
            new ControleBpmn(contexte, indexe, rapport).controler(arbre);
        } else {
            new ControleDmn(contexte, rapport).controler(arbre);
        }
        if (rapport.muet()) {
            Optional<String> faute = processus
                    ? contexte.moteur().fauteBpmn(lu.fichier().contenu())
                    : contexte.moteur().fauteDmn(lu.fichier().contenu());
            faute.ifPresent(f -> rapport.ajouter(Regle.CONTROLE_DU_MOTEUR, null, null, f));
        }
    }

    /** The text of a file in UTF-8, for what shows it. */
    public static String texte(byte[] contenu) {
        return new String(contenu, StandardCharsets.UTF_8);
    }
}
