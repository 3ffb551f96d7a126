package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process that reads what strangers send. */
class ProcessusBorneTest {

    /** Says what it knows of the machine. */
    static final class Milieu {

        private Milieu() {}

        public static void main(String[] arguments) {
            System.getenv().forEach((nom, valeur) -> System.out.println(nom + "=" + valeur));
            System.out.println("fini");
        }
    }

    @Test
    void ne_recoit_rien_de_ce_que_jalon_a_dans_son_milieu() {
        assertThat(System.getenv()).as("ce test n'a de sens qu'avec un milieu").isNotEmpty();
        StringBuilder dit = new StringBuilder();
        int code = new ProcessusBorne(Milieu.class, List.of(), List.of(), 32, Duration.ofMinutes(1))
                .executer(new byte[0], flux -> dit.append(new String(flux.readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(code).isZero();
        // What the launcher of Java sets for itself is none of ours
        assertThat(dit.toString().lines().filter(l -> l.contains("=") && !l.startsWith("_JAVA")))
                .as("ni clé ni mot de passe")
                .isEmpty();
        assertThat(dit).contains("fini");
    }
}
