package fr.jalon.web.mutations;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Values that a field must not hold, among values that it may. */
final class Hostile {

    private static final List<String> TEXTES = List.of(
            "",
            " ",
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e999",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "2026-02-30",
            "0000-00-00",
            "+12026-01-01",
            "-999999999-01-01",
            "2026-05-04",
            "2026-05",
            "25:61",
            "9h30",
            "é",
            "🙂",
            "٢٠٢٦",
            "a\u0000b",
            "a\u202eb",
            "\ufeff=1",
            "\r\nX-Injecte: 1",
            "../../../etc/passwd",
            "' or 1=1 --",
            "\\",
            "%",
            "%00",
            "${7*7}",
            "#{7*7}",
            "__${7*7}__::.x",
            "<script>alert(1)</script>",
            "00000000-0000-0000-0000-000000000000",
            "RSA-2026-000001",
            "KLEBER",
            "Q1",
            "oui",
            "on",
            "page,asc",
            "x".repeat(300),
            "y".repeat(5_000));

    private final Random hasard;
    private final List<String> vrais;

    /** @param vrais ids, numbers and codes that exist */
    Hostile(Random hasard, List<String> vrais) {
        this.hasard = hasard;
        this.vrais = vrais;
    }

    boolean unSur(int n) {
        return hasard.nextInt(n) == 0;
    }

    <T> T un(List<T> choix) {
        return choix.get(hasard.nextInt(choix.size()));
    }

    int entier(int max) {
        return hasard.nextInt(max);
    }

    String texte() {
        if (unSur(2)) {
            return un(vrais);
        }
        String texte = un(TEXTES);
        return unSur(12) ? texte + un(TEXTES) + (char) hasard.nextInt(0x10000) : texte;
    }

    /** Bytes as a header may carry them, line ends aside. */
    byte[] octets(int max) {
        byte[] octets = new byte[hasard.nextInt(max) + 1];
        hasard.nextBytes(octets);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\r' || octets[i] == '\n' || (octets[i] >= 0 && octets[i] < ' ' && !unSur(20))) {
                octets[i] = (byte) (0x80 + hasard.nextInt(0x80));
            }
        }
        return octets;
    }

    /** Something of about the shape of a type, now and then of another. */
    Object valeur(Type type, int profondeur) {
        if (unSur(12)) {
            return ailleurs(profondeur);
        }
        if (type instanceof ParameterizedType compose && compose.getRawType() instanceof Class<?> brute) {
            if (List.class.isAssignableFrom(brute)) {
                List<Object> liste = new ArrayList<>();
                for (int i = hasard.nextInt(3); i > 0; i--) {
                    liste.add(valeur(compose.getActualTypeArguments()[0], profondeur + 1));
                }
                return liste;
            }
            Map<String, Object> objet = new LinkedHashMap<>();
            for (int i = hasard.nextInt(4); i > 0; i--) {
                objet.put(texte(), valeur(Object.class, profondeur + 1));
            }
            return objet;
        }
        return type instanceof Class<?> classe ? simple(classe, profondeur) : texte();
    }

    private Object simple(Class<?> classe, int profondeur) {
        if (classe.isRecord() && profondeur < 5) {
            return objet(classe, profondeur);
        }
        if (classe.isEnum()) {
            return ((Enum<?>) classe.getEnumConstants()[hasard.nextInt(classe.getEnumConstants().length)]).name();
        }
        if (classe == LocalDate.class) {
            return LocalDate.of(2026, 1, 1).plusDays(hasard.nextInt(400)).toString();
        }
        if (classe == UUID.class) {
            return unSur(3) ? UUID.randomUUID().toString() : un(vrais);
        }
        if (classe == Boolean.class || classe == boolean.class) {
            return hasard.nextBoolean();
        }
        if (classe == BigDecimal.class) {
            return BigDecimal.valueOf(hasard.nextInt(200_000) - 1_000, 2);
        }
        if (Number.class.isAssignableFrom(classe) || classe.isPrimitive()) {
            return hasard.nextInt(130) - 5;
        }
        if (JsonNode.class.isAssignableFrom(classe)) {
            return Map.of("adultes", List.of(), "dateDepot", texte());
        }
        return texte();
    }

    private Map<String, Object> objet(Class<?> classe, int profondeur) {
        Map<String, Object> objet = new LinkedHashMap<>();
        for (RecordComponent champ : classe.getRecordComponents()) {
            if (!unSur(8)) {
                objet.put(champ.getName(), valeur(champ.getGenericType(), profondeur + 1));
            }
        }
        if (unSur(15)) {
            objet.put(texte(), texte());
        }
        return objet;
    }

    private Object ailleurs(int profondeur) {
        return switch (hasard.nextInt(8)) {
            case 0 -> null;
            case 1 -> hasard.nextInt();
            case 2 -> hasard.nextDouble() * 1e300;
            case 3 -> List.of();
            case 4 -> Map.of();
            case 5 -> profondeur > 3 ? "" : Collections.singletonList(valeur(Object.class, profondeur + 1));
            case 6 -> hasard.nextBoolean();
            default -> texte();
        };
    }
}
