package fr.jalon.bench;

import fr.jalon.corbeille.EntretienCorbeille;
import fr.jalon.dossier.DossierVue;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Thousands of open tasks, in the engine and in the queue. */
final class TachesDeBanc {

    private TachesDeBanc() {}

    /** Copies the one real task: same columns, other ids, three groups, dates spread over 60 days. */
    static void remplir(ConfigurableApplicationContext contexte, DossierVue modele, int du, int au) {
        JdbcTemplate jdbc = contexte.getBean(JdbcTemplate.class);
        String suite = "seq_" + (du + 1) + "_to_" + au;
        jdbc.update("insert into ACT_RU_TASK (ID_, REV_, NAME_, TASK_DEF_KEY_, PRIORITY_, CREATE_TIME_, DUE_DATE_,"
                + " SUSPENSION_STATE_) select concat('banc-', seq), 1, 'Vérifier les pièces', 'UserTask_VerifierPieces', 50,"
                + " '2026-06-01 07:00:00', date_add('2026-06-01', interval (seq * 7919) % 60 day), 1 from " + suite);
        jdbc.update(
                "insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) select concat('banc-', seq), 1,"
                        + " elt(1 + seq % 3, 'INSTRUCTEUR', 'ALI', 'RESPONSABLE_ANTENNE'), 'candidate', concat('banc-', seq) from "
                        + suite);
        jdbc.update(
                "insert into corbeille_tache (tache_id, onglet, dossier_id, numero, personne_id, usager, antenne, dispositif,"
                        + " processus, etape, libelle, groupe, attente, rang, cible, limite, creee_le, recherche)"
                        + " select concat('banc-', seq), 'P', ?, concat('RSA-2026-', lpad(seq, 6, '0')), ?, 'Exemple Zoé',"
                        + " 'KLEBER', 'RSA', 'instruction-rsa', 'UserTask_VerifierPieces', 'Vérifier les pièces',"
                        + " elt(1 + seq % 3, 'INSTRUCTEUR', 'ALI', 'RESPONSABLE_ANTENNE'), '', 1,"
                        + " date_add('2026-05-25', interval (seq * 7919) % 60 day),"
                        + " date_add('2026-06-01', interval (seq * 7919) % 60 day), '2026-06-01 07:00:00', 'exemple zoe' from "
                        + suite,
                modele.id(),
                modele.personneId());
        contexte.getBean(EntretienCorbeille.class).recompter();
        jdbc.execute("analyze table ACT_RU_TASK, ACT_RU_IDENTITYLINK, corbeille_tache");
    }
}
