package fr.jalon.corbeille;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.corbeille.RequeteCorbeille.Ordonnee;
import fr.jalon.corbeille.RequeteCorbeille.Vision;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequeteCorbeilleTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);
    private static final Vision VISION = new Vision(List.of("KLEBER", "BLOSNE"), List.of("INSTRUCTEUR"), "zoe");

    private static RequeteCorbeille requete(FiltreCorbeille filtre, String mots) {
        return new RequeteCorbeille(
                filtre,
                VISION,
                new ConditionsCorbeille(
                        filtre.criteres(), JOUR, mots, filtre.criteres().antennes()));
    }

    @Test
    void chaque_plage_porte_les_criteres_et_leurs_valeurs_dans_l_ordre() {
        CriteresCorbeille criteres = new CriteresCorbeille(
                List.of("RSA", "CFA"),
                null,
                List.of("RSA:UserTask_A", "UserTask_B"),
                null,
                Set.of(EtatEcheance.BIENTOT, EtatEcheance.RETARD),
                Set.of(Signe.PIECE, Signe.URGENT),
                new Arrivee(10, LocalDate.of(2026, 5, 1), null));
        Ordonnee page = requete(FiltreCorbeille.de(Onglet.A_PRENDRE).avec(criteres), "zoe essai")
                .page(1, 20);

        assertThat(page.sql())
                .contains("onglet = 'P' and antenne = ? and groupe = ? and dispositif in (?, ?)"
                        + " and ((dispositif = ? and etape = ?) or etape = ?)"
                        + " and ((limite < ?) or (limite >= ? and cible <= ?))"
                        + " and (rang = 0 or (piece_nouvelle and onglet <> 'F'))"
                        + " and creee_le >= ? and creee_le < ? and recherche like ? and recherche like ?"
                        + " order by rang, limite, tache_id limit 40")
                .endsWith("order by rang, limite, tache_id limit 20 offset 20");
        assertThat(page.sql().chars().filter(c -> c == '?').count())
                .isEqualTo(page.valeurs().size());
        assertThat(page.valeurs())
                .startsWith(
                        "KLEBER",
                        "INSTRUCTEUR",
                        "RSA",
                        "CFA",
                        "RSA",
                        "UserTask_A",
                        "UserTask_B",
                        JOUR,
                        JOUR,
                        JOUR,
                        Timestamp.from(Instant.parse("2026-04-30T22:00:00Z")),
                        Timestamp.from(Instant.parse("2026-06-04T22:00:00Z")),
                        "%zoe%",
                        "%essai%",
                        "BLOSNE");
    }

    @Test
    void les_collegues_sont_les_autres_et_a_moi_c_est_moi() {
        assertThat(requete(FiltreCorbeille.de(Onglet.CHEZ_COLLEGUES), "")
                        .compte()
                        .sql())
                .endsWith("onglet = 'M' and antenne in (?, ?) and groupe in (?) and assigne <> ?");
        assertThat(requete(FiltreCorbeille.de(Onglet.A_MOI), "").compte().sql())
                .endsWith("onglet = 'M' and assigne = ?");
    }

    @Test
    void plusieurs_cles_d_ordre_se_suivent_et_le_numero_de_la_tache_les_departage() {
        FiltreCorbeille filtre = FiltreCorbeille.de(Onglet.TERMINEES)
                .trie(new Ordre(Ordre.Cle.ECHEANCE, true), new Ordre(Ordre.Cle.NOM, false));
        assertThat(requete(filtre, "").page(0, 20).sql())
                .endsWith("order by rang desc, limite desc, usager, tache_id limit 20 offset 0");
        assertThat(requete(FiltreCorbeille.de(Onglet.TERMINEES), "").page(0, 20).sql())
                .endsWith("order by terminee_le desc, tache_id limit 20 offset 0");
    }

    @Test
    void ce_qui_est_termine_n_est_ni_en_retard_ni_a_temps() {
        FiltreCorbeille retard =
                FiltreCorbeille.de(Onglet.TERMINEES).avec(CriteresCorbeille.echeance(EtatEcheance.RETARD));
        assertThat(requete(retard, "").vide()).isTrue();
        assertThat(requete(retard.avecOnglet(Onglet.A_MOI), "").vide()).isFalse();
    }

    @Test
    void la_plus_serree_des_deux_fins_d_arrivee_compte() {
        assertThat(new Arrivee(10, null, LocalDate.of(2026, 6, 1)).avant(JOUR)).isEqualTo("2026-06-02");
        assertThat(new Arrivee(30, null, LocalDate.of(2026, 6, 1)).avant(JOUR)).isEqualTo("2026-05-16");
        assertThat(Arrivee.TOUTES.avant(JOUR)).isNull();
    }
}
