package fr.jalon.bench;

import fr.jalon.JalonApplication;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.EssaiConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A search of the directory, its page of 20 and its count, among 5 000 and 20 000 offers. Run by {@code bin/mesurer annuaire}. */
public final class BancAnnuaire {

    private BancAnnuaire() {}

    public static void main(String[] args) {
        System.setProperty("user.timezone", "Europe/Paris");
        try (ConfigurableApplicationContext contexte = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .initializers(new BaseReelle())
                .properties("server.port=0", "logging.level.root=WARN")
                .run()) {
            System.out.println(
                    "| Offres | Tout | Deux mots | Levier et quartier | Public, langue, places | Organismes |");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            for (int total : new int[] {5_000, 20_000}) {
                remplir(contexte.getBean(JdbcTemplate.class), total);
                mesurer(contexte.getBean(Annuaire.class));
            }
        }
    }

    /** Copies the real offers with other ids, quartiers, publics, languages and places. */
    static void remplir(JdbcTemplate jdbc, int total) {
        int deja = jdbc.queryForObject("select count(*) from offre", Integer.class);
        jdbc.update(
                "insert into offre (id, code, titre, description, objectif, objectif_operationnel, levier, conditions,"
                        + " places_total, places_prises, places_attente, delai_premier_rendez_vous, source, confirmee_le,"
                        + " recherche, titre_recherche, version) select uuid(), concat('BANC-', seq), titre, description,"
                        + " objectif, objectif_operationnel, levier, conditions, seq % 20, seq % 15, seq % 3, seq % 40, source,"
                        + " date_sub('2026-06-01', interval seq % 700 day), concat(recherche, ' lot', seq % 97),"
                        + " titre_recherche, 0 from seq_" + (deja + 1) + "_to_" + total
                        + " join (select o.*, row_number() over (order by code) - 1 as rang from offre o"
                        + " where code not like 'BANC-%') m on m.rang = seq % 173");
        jdbc.update(
                "insert ignore into offre_organisme (offre_id, rang, organisme_id) select f.id, 0, o.id from offre f join"
                        + " (select id, row_number() over (order by code) - 1 as rang from organisme) o"
                        + " on o.rang = cast(substring(f.code, 6) as integer) % 50 where f.code like 'BANC-%'");
        jdbc.update(
                "insert ignore into offre_public select id, elt(1 + crc32(code) % 4, 'JEUNES', 'PARENTS', 'HABITANTS',"
                        + " 'ALLOCATAIRES_RSA') from offre where code like 'BANC-%'");
        jdbc.update("insert ignore into offre_quartier select id, concat('Q', 1 + crc32(code) % 12) from offre"
                + " where code like 'BANC-%' and crc32(code) % 3 = 0");
        jdbc.update("insert ignore into offre_langue select id, elt(1 + crc32(code) % 3, 'ar', 'en', 'pt') from offre"
                + " where code like 'BANC-%' and crc32(code) % 2 = 0");
        jdbc.execute("analyze table offre, offre_organisme, offre_public, offre_quartier, offre_langue");
    }

    private static void mesurer(Annuaire annuaire) {
        Map<String, FiltreOffres> recherches = new LinkedHashMap<>();
        recherches.put("tout", FiltreOffres.TOUT);
        recherches.put("mots", FiltreOffres.de("professionnels lot42", null, null, null, null));
        recherches.put("levier", FiltreOffres.de(null, 5, "Q5", null, null));
        recherches.put("public", new FiltreOffres("emploi", null, null, "ar", true, "JEUNES", null, true, null, null));
        StringBuilder ligne = new StringBuilder(
                "| " + annuaire.chercher(FiltreOffres.TOUT, 0, 1).total() + " |");
        recherches
                .values()
                .forEach(filtre -> ligne.append(' ')
                        .append(Mesure.de(200, () -> annuaire.chercher(filtre, 0, 20)))
                        .append(" |"));
        ligne.append(' ')
                .append(Mesure.de(
                        200, () -> annuaire.chercherOrganismes(FiltreOffres.de(null, 6, "Q5", null, true), 0, 20)))
                .append(" |");
        System.out.println(ligne);
    }
}
