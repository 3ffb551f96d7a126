package fr.jalon.courrier.langage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LecteurGabaritTest {

    @Test
    void remplace_les_champs_et_garde_les_parties_utiles() {
        String texte = composer(
                "Bonjour {{nom}},\n{{#si date}}\nLe {{date}}.\n{{/si}}\n{{#sauf date}}\nSans date.\n{{/sauf}}\nFin.",
                Map.of("nom", "Zoé"));
        assertThat(texte).isEqualTo("P:Bonjour Zoé, Sans date. Fin.");
    }

    @Test
    void repete_une_partie_pour_chaque_ligne_de_la_liste() {
        String texte = composer("{{#liste l}}\n- {{l.x}}\n{{/liste}}", Map.of("l", List.of("un", "deux")));
        assertThat(texte).isEqualTo("•:un|•:deux");
    }

    @Test
    void une_valeur_ne_devient_jamais_une_marque() {
        String texte = composer(
                "{{nom}}\n\n- {{nom}}\n\n**{{nom}}**",
                Map.of("nom", "# {{autre}} **gras** [encadre X] {{#si a}} - @crayon"));
        String valeur = "# {{autre}} **gras** [encadre X] {{#si a}} - @crayon";
        assertThat(texte).isEqualTo("P:" + valeur + "|•:" + valeur + "|P:<" + valeur + ">");
    }

    @Test
    void lit_les_titres_les_encadres_le_gras_et_les_lignes_dans_une_puce() {
        String texte = composer(
                "# Titre\n[encadre À faire]\n@crayon Écrire **vite**.\n@lieu Venir\nici.\n[/encadre]\n- un\n+ deux\n\n"
                        + "[references]\nArticle 1.\n[/references]\n[signature]",
                Map.of());
        assertThat(texte)
                .isEqualTo("T:Titre|E:À faire(CRAYON Écrire <vite>.)(LIEU Venir ici.)|•:un/deux|R:Article~1.|S");
    }

    @Test
    void dit_la_ligne_de_chaque_faute_et_comment_la_corriger() {
        GabaritInvalide invalide = catchThrowableOfType(
                GabaritInvalide.class,
                () -> LecteurGabarit.lire("un\n{{#si a}}\ndeux\n{{/liste}}\n{{a b}}\n{{ouverte"));
        assertThat(invalide.fautes())
                .anyMatch(f -> f.startsWith("Ligne 2") && f.contains("{{/si}}"))
                .anyMatch(f -> f.startsWith("Ligne 4") && f.contains("ne ferme rien"))
                .anyMatch(f -> f.startsWith("Ligne 5") && f.contains("pas une balise connue"))
                .anyMatch(f -> f.startsWith("Ligne 6") && f.contains("accolades"));
    }

    @Test
    void signale_un_encadre_ouvert_dans_une_condition_et_ferme_dehors() {
        List<Noeud> noeuds = LecteurGabarit.lire("{{#si a}}\n[encadre X]\n{{/si}}\n@fusee Texte **gras\n[/encadre]");
        assertThat(MarquesMiseEnPage.fautes(noeuds))
                .anyMatch(f -> f.contains("« [/encadre] » ne ferme rien"))
                .anyMatch(f -> f.contains("@fusee"))
                .anyMatch(f -> f.contains("gras n'est pas fermé"));
        assertThat(MarquesMiseEnPage.fautes(((Noeud.Condition) noeuds.get(0)).contenu()))
                .anyMatch(f -> f.contains("Il manque « [/encadre] »"));
    }

    private static String composer(String gabarit, Map<String, Object> valeurs) {
        return String.join(
                "|",
                Composition.blocs(LecteurGabarit.lire(gabarit), new Valeurs(valeurs)).stream()
                        .map(LecteurGabaritTest::lisible)
                        .toList());
    }

    private static String lisible(Bloc bloc) {
        if (bloc instanceof Bloc.Titre b) {
            return "T:" + lisible(b.texte());
        } else if (bloc instanceof Bloc.Puce b) {
            return "•:" + lisible(b.texte());
        } else if (bloc instanceof Bloc.Reference b) {
            return "R:" + lisible(b.texte());
        } else if (bloc instanceof Bloc.Paragraphe b) {
            return "P:" + lisible(b.texte());
        } else if (bloc instanceof Bloc.Encadre b) {
            StringBuilder lignes = new StringBuilder("E:" + lisible(b.titre()));
            b.lignes().forEach(l -> lignes.append("(" + l.pictogramme() + " " + lisible(l.texte()) + ")"));
            return lignes.toString();
        }
        return "S";
    }

    private static String lisible(List<Morceau> morceaux) {
        StringBuilder texte = new StringBuilder();
        morceaux.forEach(m -> texte.append(m.gras() ? "<" + m.texte() + ">" : m.texte()));
        return texte.toString().replace('\n', '/').replace('\u00a0', '~');
    }

    private record Valeurs(Map<String, Object> valeurs) implements SourceValeurs {
        @Override
        public Optional<String> texte(String champ) {
            return Optional.ofNullable(valeurs.get(champ)).map(Object::toString);
        }

        @Override
        public List<Valeurs> lignes(String liste) {
            return ((List<?>) valeurs.get(liste))
                    .stream()
                            .map(v -> {
                                Map<String, Object> tous = new HashMap<>(valeurs);
                                tous.put(liste + ".x", v);
                                return new Valeurs(tous);
                            })
                            .toList();
        }

        @Override
        public boolean present(String champ) {
            return valeurs.containsKey(champ);
        }

        @Override
        public List<Noeud> mention(String code) {
            return List.of();
        }

        @Override
        public RuntimeException manque(String champ) {
            return new IllegalStateException(champ);
        }
    }
}
