package fr.jalon.budget;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Iban;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Siret;
import java.sql.Timestamp;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose account each IBAN is: the first holder keeps it, so that the person's is never paid for the body, nor the reverse. */
@Component
class ComptesPayes {

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final Horloge horloge;

    ComptesPayes(JdbcTemplate jdbc, Chiffrement chiffrement, Horloge horloge) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
    }

    /** @throws SaisieInvalide on {@code iban} when the account is another one's */
    void noter(AQui.Nature nature, Siret siret, Iban iban) {
        String siren = siret == null ? null : siret.siren();
        String empreinte = chiffrement.empreinte(iban.numero());
        jdbc.update(
                "insert ignore into budget_compte_paye (iban_empreinte, a_qui, siren, cree_le) values (?, ?, ?, ?)",
                empreinte,
                nature.name(),
                siren,
                Timestamp.from(horloge.maintenant()));
        jdbc.query(
                "select a_qui, siren from budget_compte_paye where iban_empreinte = ?",
                rs -> {
                    refuser(nature, siren, AQui.Nature.valueOf(rs.getString(1)), rs.getString(2));
                },
                empreinte);
    }

    private static void refuser(AQui.Nature nature, String siren, AQui.Nature connue, String connu) {
        if (nature != connue) {
            throw new SaisieInvalide(
                    "iban",
                    connue == AQui.Nature.PERSONNE
                            ? "Cet IBAN est celui d'une personne : donnez celui de l'organisme."
                            : "Cet IBAN est celui d'un organisme : donnez celui de la personne.");
        }
        if (siren != null && connu != null && !Objects.equals(siren, connu)) {
            throw new SaisieInvalide("iban", "Cet IBAN est déjà celui d'un autre organisme.");
        }
    }

    /** @throws SaisieInvalide when the order does not pay whom the aid said */
    void exiger(Engagement e, Paye paye) {
        if (e.aQui() != null && e.aQui() != paye.nature()) {
            throw new SaisieInvalide(
                    "aQui",
                    e.aQui() == AQui.Nature.ORGANISME
                            ? "L'aide est payée à l'organisme, non à la personne."
                            : "L'aide est payée à la personne, non à un organisme.");
        }
        if (e.siret() != null && !e.siret().equals(paye.siret().numero())) {
            throw new SaisieInvalide("siret", "L'aide est payée à un autre organisme : " + e.siret() + ".");
        }
        if (e.ibanEmpreinte() != null
                && !e.ibanEmpreinte().equals(chiffrement.empreinte(paye.iban().numero()))) {
            throw new SaisieInvalide("iban", "Ce n'est pas le compte que l'aide dit de payer.");
        }
        noter(paye.nature(), paye.siret(), paye.iban());
    }
}
