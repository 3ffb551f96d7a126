package fr.jalon.demonstration;

import fr.jalon.commun.Horloge;
import fr.jalon.importation.ExempleImport;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** The sample of 200 invented claims, 10 of them wrong, in both forms; described in docs/guide/import.md. */
@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class ExemplesDeFichiers {

    static final String ECHANTILLON = "demandes-rsa-200.csv";

    @Bean
    @Order(1)
    ExempleImport exempleCsv(Horloge horloge) {
        return new Exemple(ECHANTILLON, "Fichier d'exemple (CSV)", TableauLivre::ecrire, horloge);
    }

    @Bean
    @Order(2)
    ExempleImport exempleXlsx(Horloge horloge) {
        return new Exemple("demandes-rsa-200.xlsx", "Fichier d'exemple (Excel)", ClasseurExemple::ecrire, horloge);
    }

    private record Exemple(
            String nom, String libelle, Function<List<Map<String, String>>, byte[]> forme, Horloge horloge)
            implements ExempleImport {

        @Override
        public String type() {
            return "demandes-rsa";
        }

        @Override
        public byte[] octets() {
            return forme.apply(DatesRecentes.avancer(TableauLivre.lire(ECHANTILLON), horloge.aujourdhui()));
        }
    }
}
