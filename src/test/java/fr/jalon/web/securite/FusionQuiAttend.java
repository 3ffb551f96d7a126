package fr.jalon.web.securite;

import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.Monde;
import fr.jalon.fusion.ApercuFusion;
import fr.jalon.fusion.Cote;
import fr.jalon.fusion.Fusions;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A merge of two cards that waits for the agreement of a third antenne. */
final class FusionQuiAttend {

    private FusionQuiAttend() {}

    static UUID demander(Monde monde, JdbcTemplate jdbc) {
        DossierVue ici = monde.demande();
        DossierVue la = monde.demande();
        // What it does by itself is done as what it was.
        monde.travailler();
        monde.agent(Role.RESPONSABLE_ANTENNE, "CLEUNAY");
        jdbc.update("update dossier set antenne = 'CLEUNAY', dispositif = 'CFA' where id = ?", la.id());
        jdbc.update("update dossier_ouvert set dispositif = 'CFA' where dossier_id = ?", la.id());
        Fusions fusions = monde.bean(Fusions.class);
        ApercuFusion apercu = fusions.apercu(ici.personneId(), la.personneId(), monde.responsable());
        Map<String, Cote> choix = new HashMap<>();
        apercu.champs().stream().filter(c -> !c.pareil()).forEach(c -> choix.put(c.code(), Cote.GARDEE));
        UUID demandee = fusions.demander(
                        ici.personneId(),
                        la.personneId(),
                        choix,
                        new Fusions.Versions(
                                apercu.gardee().version(), apercu.absorbee().version()),
                        monde.responsable())
                .id();
        // What it was again: no later test meets the timers of a path that is not its dispositif's
        jdbc.update("delete from dossier_ouvert where dossier_id = ?", la.id());
        jdbc.update("update dossier set dispositif = 'RSA' where id = ?", la.id());
        return demandee;
    }
}
