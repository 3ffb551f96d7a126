package fr.jalon.moteur;

import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** One field of a form: its type, its bounds, its options. */
final class ChampFormulaire {

    private static final Set<String> SANS_SAISIE = Set.of("text", "html", "image", "separator", "spacer", "button");
    private static final int LONGUEUR_MAX = 4000;
    private static final int NOMBRE_LONGUEUR_MAX = 40;
    private static final int CHIFFRES_MAX = 15;

    private ChampFormulaire() {}

    static final class Refus extends Exception {
        private static final long serialVersionUID = 1L;

        Refus(String message) {
            super(message);
        }
    }

    static Object lire(JsonNode champ, Object brut, Map<String, Object> initiales) throws Refus {
        String type = champ.path("type").asString("");
        if (SANS_SAISIE.contains(type)) {
            return null;
        }
        Object valeur = switch (type) {
            case "checkbox" -> indicateur(brut);
            case "number" -> nombre(champ, brut);
            case "radio", "select" -> choix(champ, texte(brut), initiales);
            case "checklist", "taglist" -> plusieurs(champ, brut, initiales);
            case "datetime" -> date(texte(brut));
            case "textfield" -> surUneLigne(borner(champ, texte(brut)));
            case "textarea" -> borner(champ, texte(brut));
            default -> throw new Refus("Ce champ ne peut pas être lu (type « " + type + " »).");
        };
        boolean vide =
                valeur == null || Boolean.FALSE.equals(valeur) || (valeur instanceof List<?> liste && liste.isEmpty());
        if (vide && champ.path("validate").path("required").asBoolean(false)) {
            throw new Refus(
                    "checkbox".equals(type) ? "Cochez cette case pour continuer." : "Ce champ est obligatoire.");
        }
        return valeur;
    }

    private static Object indicateur(Object brut) throws Refus {
        if (brut == null) {
            return false;
        }
        if (brut instanceof Boolean) {
            return brut;
        }
        throw new Refus("Cochez ou décochez la case.");
    }

    private static String texte(Object brut) throws Refus {
        if (brut == null) {
            return null;
        }
        if (!(brut instanceof String || brut instanceof Number || brut instanceof Boolean)) {
            throw new Refus("Écrivez une seule valeur.");
        }
        String net = brut.toString().strip();
        return net.isEmpty() ? null : net;
    }

    private static String borner(JsonNode champ, String texte) throws Refus {
        if (texte == null) {
            return null;
        }
        JsonNode regles = champ.path("validate");
        int max = regles.path("maxLength").asInt(LONGUEUR_MAX);
        int longueur = texte.codePointCount(0, texte.length());
        if (longueur > max) {
            throw new Refus("Écrivez au plus " + max + " caractères.");
        }
        if (longueur < regles.path("minLength").asInt(0)) {
            throw new Refus("Écrivez au moins " + regles.path("minLength").asInt(0) + " caractères.");
        }
        if (!Textes.lisible(texte)) {
            throw new Refus(TexteSaisi.ILLISIBLE);
        }
        if (regles.hasNonNull("pattern") && !correspond(regles.path("pattern").asString(""), texte)) {
            throw new Refus("Cette valeur n'a pas la forme attendue.");
        }
        return texte;
    }

    private static String surUneLigne(String texte) throws Refus {
        Optional<String> faute = TexteSaisi.LIGNE.faute(texte, LONGUEUR_MAX);
        if (faute.isPresent()) {
            throw new Refus(faute.get());
        }
        return texte;
    }

    private static boolean correspond(String motif, String texte) throws Refus {
        try {
            return Pattern.compile(motif).matcher(texte).find();
        } catch (PatternSyntaxException e) {
            throw new Refus("La règle de ce champ est mal écrite dans le formulaire.");
        }
    }

    private static BigDecimal nombre(JsonNode champ, Object brut) throws Refus {
        String texte = texte(brut);
        if (texte == null) {
            return null;
        }
        if (texte.length() > NOMBRE_LONGUEUR_MAX) {
            throw new Refus("Ce nombre est trop grand.");
        }
        BigDecimal nombre;
        try {
            nombre = new BigDecimal(texte.replace("\u202f", "")
                    .replace("\u00a0", "")
                    .replace(" ", "")
                    .replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new Refus("Écrivez un nombre, par exemple 350,00.");
        }
        if (nombre.precision() - nombre.scale() > CHIFFRES_MAX || nombre.precision() > CHIFFRES_MAX) {
            throw new Refus("Ce nombre est trop grand.");
        }
        int decimales = champ.path("decimalDigits").asInt(2);
        if (nombre.stripTrailingZeros().scale() > decimales) {
            throw new Refus(
                    decimales == 0 ? "Écrivez un nombre entier." : "Écrivez au plus " + decimales + " décimales.");
        }
        JsonNode regles = champ.path("validate");
        if (nombre.compareTo(regles.path("min").asDecimal(nombre)) < 0) {
            throw new Refus("Indiquez au moins " + regles.path("min").asString("") + ".");
        }
        if (nombre.compareTo(regles.path("max").asDecimal(nombre)) > 0) {
            throw new Refus("Indiquez au plus " + regles.path("max").asString("") + ".");
        }
        return nombre;
    }

    private static String date(String texte) throws Refus {
        if (texte == null) {
            return null;
        }
        try {
            LocalDate jour = LocalDate.parse(texte);
            if (jour.getYear() < 1900 || jour.getYear() > 2100) {
                throw new Refus("Vérifiez l'année.");
            }
            return texte;
        } catch (DateTimeParseException e) {
            throw new Refus("Indiquez une date, par exemple 31/05/2026.");
        }
    }

    private static String choix(JsonNode champ, String texte, Map<String, Object> initiales) throws Refus {
        if (texte != null && !options(champ, initiales).contains(texte)) {
            throw new Refus("Choisissez une réponse de la liste.");
        }
        return texte;
    }

    private static List<String> plusieurs(JsonNode champ, Object brut, Map<String, Object> initiales) throws Refus {
        if (brut == null) {
            return List.of();
        }
        if (!(brut instanceof List<?> liste)) {
            throw new Refus("Choisissez dans la liste.");
        }
        List<String> choisies = new ArrayList<>();
        for (Object element : liste) {
            choisies.add(choix(champ, texte(element), initiales));
        }
        return choisies;
    }

    private static List<String> options(JsonNode champ, Map<String, Object> initiales) {
        List<String> options = new ArrayList<>();
        for (JsonNode option : champ.path("values")) {
            options.add(option.path("value").asString(""));
        }
        String cle = champ.path("valuesKey").asString("");
        if (!cle.isEmpty() && initiales.get(cle) instanceof List<?> liste) {
            for (Object option : liste) {
                options.add(
                        option instanceof Map<?, ?> paire
                                ? String.valueOf(paire.get("value"))
                                : String.valueOf(option));
            }
        }
        return options;
    }
}
