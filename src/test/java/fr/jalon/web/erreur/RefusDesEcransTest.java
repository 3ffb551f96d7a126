package fr.jalon.web.erreur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the log keeps of a failure: the route, never the secret of a link nor the values of a row. */
@ExtendWith(OutputCaptureExtension.class)
class RefusDesEcransTest {

    private static final String SECRET = "jeton-qui-ouvre-tout";

    private final PageErreur page = mock(PageErreur.class);
    private final RefusDesEcrans refus = new RefusDesEcrans(page);
    private final MockHttpServletRequest requete = new MockHttpServletRequest("POST", "/reponse/" + SECRET);

    @BeforeEach
    void router() {
        requete.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/reponse/{jeton}");
        when(page.page(eq(409), any(), any())).thenReturn(new ModelAndView("409"));
        when(page.page(eq(500), any(), any())).thenReturn(new ModelAndView("500"));
    }

    @Test
    void une_panne_est_notee_sous_sa_route_sans_le_secret_de_l_adresse(CapturedOutput journal) throws Exception {
        assertThat(refus.sur(new Exception("panne"), requete).getViewName()).isEqualTo("500");
        assertThat(journal).contains("Échec de POST /reponse/{jeton}").doesNotContain(SECRET);
    }

    @Test
    void une_adresse_sans_route_n_est_pas_repetee(CapturedOutput journal) throws Exception {
        refus.sur(new Exception("panne"), new MockHttpServletRequest("GET", "/" + SECRET));
        assertThat(journal).contains("une adresse sans route").doesNotContain(SECRET);
    }

    @Test
    void une_ecriture_refusee_par_la_base_est_un_conflit_dont_les_valeurs_ne_sont_pas_notees(CapturedOutput journal) {
        RuntimeException doublon = new DataIntegrityViolationException("Duplicate entry 'Inventée' for key 'uq'");
        assertThat(refus.surEcritureConcurrente(doublon, requete).getViewName()).isEqualTo("409");
        RuntimeException verrou = new CannotAcquireLockException("Deadlock found on 'Inventée'");
        assertThat(refus.surEcritureConcurrente(verrou, requete).getViewName()).isEqualTo("409");
        assertThat(journal)
                .contains("DataIntegrityViolationException", "CannotAcquireLockException")
                .doesNotContain("Inventée", SECRET);
    }
}
