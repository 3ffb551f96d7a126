package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.BaseReelle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        properties = {
            "jalon.cle-maitresse=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "jalon.moteur.travaux.actifs=false",
            "jalon.modeles.deployer=false"
        })
@ContextConfiguration(initializers = BaseReelle.class)
class SocleIT {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void le_schema_du_moteur_garde_les_millisecondes_et_les_emojis() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from information_schema.columns where table_schema = database() and table_name"
                                + " like 'ACT\\_%' and data_type = 'datetime' and datetime_precision = 3",
                        Integer.class))
                .isGreaterThan(40);
    }
}
