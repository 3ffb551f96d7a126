package fr.jalon.courrier;

import fr.jalon.commun.Montant;
import fr.jalon.courrier.ValeursCourrier.Rangee;
import fr.jalon.courrier.langage.Noeud;
import fr.jalon.courrier.langage.SourceValeurs;
import fr.jalon.courrier.langage.Typographie;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of one letter, checked against the catalogue and written in French. */
class ValeursResolues implements SourceValeurs {

    /** Controls, and the marks that turn the writing direction: they could disguise the text around a value. */
    private static final Pattern INVISIBLES = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private static final Pattern DIRECTIONS = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private final String modele;
    private final CatalogueChamps catalogue;
    private final Function<String, List<Noeud>> mentions;
    private final Map<String, String> textes;
    private final Map<String, List<Rangee>> listes;

    ValeursResolues(
            String modele,
            CatalogueChamps catalogue,
            Function<String, List<Noeud>> mentions,
            Map<String, Object> valeurs) {
        this.modele = modele;
        this.catalogue = catalogue;
        this.mentions = mentions;
        this.textes = new HashMap<>();
        this.listes = new HashMap<>();
        valeurs.forEach(this::ranger);
    }

    private ValeursResolues(ValeursResolues autour, Map<String, String> textes) {
        this.modele = autour.modele;
        this.catalogue = autour.catalogue;
        this.mentions = autour.mentions;
        this.listes = autour.listes;
        this.textes = textes;
    }

    private void ranger(String code, Object valeur) {
        ChampFusion champ = catalogue
                .champ(code)
                .orElseThrow(() -> new IllegalArgumentException("champ absent du catalogue : " + code));
        switch (champ.type()) {
            case NOM, TEXTE -> textes.put(code, Typographie.apostrophes(net(typee(code, valeur, String.class))));
            case DATE -> textes.put(code, Typographie.date(typee(code, valeur, LocalDate.class)));
            case MONTANT -> textes.put(code, typee(code, valeur, Montant.class).enFrancais());
            case LIGNES ->
                textes.put(
                        code,
                        ((List<?>) typee(code, valeur, List.class))
                                .stream()
                                        .map(l -> Typographie.apostrophes(net(l.toString())))
                                        .collect(Collectors.joining("\n")));
            case LISTE -> {
                List<Rangee> rangees = ((List<?>) typee(code, valeur, List.class))
                        .stream().map(Rangee.class::cast).toList();
                rangees.forEach(rangee -> verifier(champ, rangee));
                listes.put(code, rangees);
            }
        }
    }

    private void verifier(ChampFusion liste, Rangee rangee) {
        for (String code : rangee.champs().keySet()) {
            if (catalogue.champ(code).filter(c -> c.appartientA(liste.code())).isEmpty()) {
                throw new IllegalArgumentException("champ absent de la liste " + liste.code() + " : " + code);
            }
        }
    }

    private static <T> T typee(String code, Object valeur, Class<T> type) {
        if (!type.isInstance(valeur)) {
            throw new IllegalArgumentException("le champ " + code + " attend un " + type.getSimpleName());
        }
        return type.cast(valeur);
    }

    static String net(String texte) {
        String sansControles = INVISIBLES.matcher(texte).replaceAll(" ");
        String sansDirections = DIRECTIONS.matcher(sansControles).replaceAll("");
        return sansDirections
                .codePoints()
                .map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    @Override
    public Optional<String> texte(String champ) {
        return Optional.ofNullable(textes.get(champ)).filter(t -> !t.isBlank());
    }

    /** Text of a field that the layout prints on every letter. */
    String exige(String champ) {
        return texte(champ).orElseThrow(() -> manque(champ));
    }

    List<String> lignesDe(String champ) {
        return Arrays.asList(exige(champ).split("\n"));
    }

    @Override
    public List<ValeursResolues> lignes(String liste) {
        return listes.getOrDefault(liste, List.of()).stream()
                .map(rangee -> {
                    Map<String, String> tous = new HashMap<>(textes);
                    rangee.champs().forEach((champ, valeur) -> tous.put(champ, Typographie.apostrophes(net(valeur))));
                    return new ValeursResolues(this, tous);
                })
                .toList();
    }

    @Override
    public boolean present(String champ) {
        return texte(champ).isPresent() || listes.containsKey(champ);
    }

    @Override
    public List<Noeud> mention(String code) {
        return mentions.apply(code);
    }

    @Override
    public CourrierIncomplet manque(String champ) {
        return new CourrierIncomplet(
                modele, champ, catalogue.champ(champ).map(ChampFusion::libelle).orElse(champ));
    }
}
