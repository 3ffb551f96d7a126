package fr.jalon.atelier.parametres;

import fr.jalon.atelier.Periode;
import fr.jalon.atelier.parametres.SourceXml.Balise;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes new values into a table from a day on: the row of before is closed on that day, its successor follows it; a row that begins on that
 * very day is written where it stands. Nothing else of the file moves (docs/decisions/0065).
 */
public final class EcritureDatee {

    private static final DateTimeFormatter SUFFIXE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern ENCODAGE = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.-]+)[\"']");
    private static final Pattern SUITE = Pattern.compile("_\\d{8}$");
    private static final Pattern ID = Pattern.compile("(\\sid\\s*=\\s*[\"'])([^\"']*)([\"'])");
    private static final int EN_TETE = 200;

    private final String texte;
    private final Charset encodage;
    private final Balise racine;
    private final List<Remplacement> remplacements = new ArrayList<>();
    private final Set<String> ids;

    /** Characters put in the place of others. */
    private record Remplacement(int debut, int fin, String par) {}

    /**
     * New values of one row.
     *
     * @param regle id of the row in force on that day
     * @param periode its period
     * @param valeurs new cells as they are to be written, by place of the output column
     * @param annotation the words beside the new values
     */
    public record Changement(String regle, Periode periode, Map<Integer, String> valeurs, String annotation) {}

    private EcritureDatee(String texte, Charset encodage) {
        this.texte = texte;
        this.encodage = encodage;
        this.racine = SourceXml.lire(texte);
        this.ids =
                racine.toutes().map(Balise::id).filter(id -> id != null).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * The file with the new values.
     *
     * @param decision id of the table
     * @param jour place of the input that tests the days
     * @param des first day of the new values; each row counts on it
     */
    public static byte[] ecrire(
            byte[] contenu, String decision, int jour, LocalDate des, List<Changement> changements) {
        Charset encodage = encodage(contenu);
        EcritureDatee ecriture = new EcritureDatee(new String(contenu, encodage), encodage);
        for (Changement c : changements) {
            Balise rangee = ecriture.rangee(decision, c.regle());
            if (des.equals(c.periode().du())) {
                ecriture.corriger(rangee, c);
            } else {
                ecriture.continuer(rangee, jour, des, c);
            }
        }
        return ecriture.resultat().getBytes(encodage);
    }

    private static Charset encodage(byte[] contenu) {
        String debut = new String(contenu, 0, Math.min(EN_TETE, contenu.length), StandardCharsets.ISO_8859_1);
        Matcher declare = ENCODAGE.matcher(debut);
        return declare.find() ? Charset.forName(declare.group(1)) : StandardCharsets.UTF_8;
    }

    private Balise rangee(String decision, String regle) {
        return racine.enfants("decision")
                .filter(d -> decision.equals(d.id()))
                .flatMap(d -> d.enfants("decisionTable"))
                .flatMap(t -> t.enfants("rule"))
                .filter(r -> regle.equals(r.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("la table " + decision + " n'a pas de ligne " + regle));
    }

    /** The row begins on that day: its values are replaced where they stand. */
    private void corriger(Balise rangee, Changement c) {
        remplacements.addAll(valeurs(rangee, c));
    }

    private void continuer(Balise rangee, int jour, LocalDate des, Changement c) {
        Balise cellule = rangee.enfants("inputEntry").toList().get(jour);
        remplacements.add(contenu(cellule, "text", c.periode().jusquA(des).cellule()));
        List<Remplacement> copie = new ArrayList<>(valeurs(rangee, c));
        copie.add(contenu(cellule, "text", c.periode().aPartirDu(des).cellule()));
        String nouvelle = appliquer(texte, copie, rangee.debut(), rangee.fin());
        remplacements.add(
                new Remplacement(rangee.fin(), rangee.fin(), marge(rangee.debut()) + renommer(nouvelle, des)));
    }

    private List<Remplacement> valeurs(Balise rangee, Changement c) {
        List<Balise> sorties = rangee.enfants("outputEntry").toList();
        List<Remplacement> valeurs = new ArrayList<>();
        c.valeurs().forEach((place, valeur) -> valeurs.add(contenu(sorties.get(place), "text", valeur)));
        valeurs.add(annotation(rangee, c.annotation()));
        return valeurs;
    }

    private Remplacement annotation(Balise rangee, String annotation) {
        if (rangee.enfant("description").isPresent()) {
            return contenu(rangee, "description", annotation);
        }
        String nom = prefixe(rangee) + "description";
        String ecrite = "<" + nom + ">" + proteger(annotation) + "</" + nom + ">";
        Balise premier = rangee.enfants().get(0);
        return new Remplacement(premier.debut(), premier.debut(), ecrite + marge(premier.debut()));
    }

    /** What a child says, replaced. */
    private Remplacement contenu(Balise porteur, String enfant, String par) {
        Balise balise = porteur.enfant(enfant).orElse(null);
        String nom = prefixe(porteur) + enfant;
        if (balise == null) {
            int ou = porteur.fermante();
            return new Remplacement(ou, ou, "<" + nom + ">" + proteger(par) + "</" + nom + ">");
        }
        if (balise.vide()) {
            return new Remplacement(balise.debut(), balise.fin(), "<" + nom + ">" + proteger(par) + "</" + nom + ">");
        }
        return new Remplacement(balise.dedans(), balise.fermante(), proteger(par));
    }

    private String prefixe(Balise balise) {
        String debut = texte.substring(balise.debut() + 1, balise.dedans());
        int fin = debut.indexOf(balise.nom());
        return debut.substring(0, fin);
    }

    /** The line break and the spaces before a place; nothing when it does not begin a line. */
    private String marge(int ou) {
        int debut = ou;
        while (debut > 0 && (texte.charAt(debut - 1) == ' ' || texte.charAt(debut - 1) == '\t')) {
            debut--;
        }
        if (debut == 0 || texte.charAt(debut - 1) != '\n') {
            return "";
        }
        debut--;
        return texte.substring(debut > 0 && texte.charAt(debut - 1) == '\r' ? debut - 1 : debut, ou);
    }

    /** Ids of their own for a copied row. */
    private String renommer(String rangee, LocalDate des) {
        Matcher id = ID.matcher(rangee);
        StringBuilder renommee = new StringBuilder();
        while (id.find()) {
            id.appendReplacement(
                    renommee, Matcher.quoteReplacement(id.group(1) + libre(id.group(2), des) + id.group(3)));
        }
        return id.appendTail(renommee).toString();
    }

    private String libre(String ancien, LocalDate des) {
        String souche = SUITE.matcher(ancien).replaceFirst("");
        String voulu = souche + "_" + SUFFIXE.format(des);
        // A row of that name began on another day once: the next free one still ends with a day.
        for (LocalDate jour = des; !ids.add(voulu); ) {
            jour = jour.minusDays(1);
            voulu = souche + "_" + SUFFIXE.format(jour);
        }
        return voulu;
    }

    /** What XML or the encoding of the file cannot hold as it is, by its entity. */
    private String proteger(String valeur) {
        StringBuilder ecrit = new StringBuilder();
        valeur.codePoints().forEach(c -> {
            String lettre = Character.toString(c);
            switch (lettre) {
                case "&" -> ecrit.append("&amp;");
                case "<" -> ecrit.append("&lt;");
                case ">" -> ecrit.append("&gt;");
                default -> ecrit.append(encodage.newEncoder().canEncode(lettre) ? lettre : "&#" + c + ";");
            }
        });
        return ecrit.toString();
    }

    private String resultat() {
        return appliquer(texte, remplacements, 0, texte.length());
    }

    private static String appliquer(String texte, List<Remplacement> remplacements, int debut, int fin) {
        StringBuilder ecrit = new StringBuilder();
        int ou = debut;
        for (Remplacement r : remplacements.stream()
                .sorted(Comparator.comparingInt(Remplacement::debut))
                .toList()) {
            ecrit.append(texte, ou, r.debut()).append(r.par());
            ou = r.fin();
        }
        return ecrit.append(texte, ou, fin).toString();
    }
}
