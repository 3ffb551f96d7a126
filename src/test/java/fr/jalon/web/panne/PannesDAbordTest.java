package fr.jalon.web.panne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.jalon.commun.Panne;
import java.io.EOFException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** With the resolvers of Spring MVC as they are in Jalon: a connection that breaks is never answered as if it had been done. */
class PannesDAbordTest {

    /** As the pool and the driver tell it when the network of the database is cut: the stream ended. */
    private static RuntimeException coupure() {
        return new CannotCreateTransactionException(
                "Could not open JPA EntityManager for transaction",
                new SQLTransientConnectionException(
                        "jalon - Connection is not available",
                        "08000",
                        new EOFException("unexpected end of stream, read 0 bytes from 4")));
    }

    private final AnnotationConfigWebApplicationContext contexte = new AnnotationConfigWebApplicationContext();
    private MockMvc navigateur;

    @RestController
    static class Actes {

        @GetMapping("/acte")
        String faire() {
            throw coupure();
        }
    }

    /** As those of the screens and of the API do: what is broken is not theirs. */
    @RestControllerAdvice
    static class Refus {

        @ExceptionHandler
        String sur(Exception e) throws Exception {
            throw e;
        }
    }

    @Configuration
    @EnableWebMvc
    static class Reglages {

        @Bean
        Actes actes() {
            return new Actes();
        }

        @Bean
        Refus refus() {
            return new Refus();
        }

        @Bean
        PannesDAbord pannesDAbord() {
            return new PannesDAbord();
        }
    }

    @BeforeEach
    void ouvrir() {
        contexte.setServletContext(new MockServletContext());
        contexte.register(Reglages.class);
        contexte.refresh();
        navigateur = MockMvcBuilders.webAppContextSetup(contexte).build();
    }

    @AfterEach
    void fermer() {
        contexte.close();
    }

    @Test
    void une_connexion_coupee_n_est_pas_prise_pour_un_appelant_parti() {
        assertThatThrownBy(() -> navigateur.perform(get("/acte")))
                .satisfies(e -> assertThat(Panne.dans(e)).contains(Panne.BASE_INJOIGNABLE));
    }
}
