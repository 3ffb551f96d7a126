package fr.jalon.mobilite;

import fr.jalon.budget.AQui;
import fr.jalon.budget.CreditsRetenus;
import fr.jalon.budget.Depenses;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.Tables;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The credit of the aids: which envelope pays, what it holds, what is taken of it. The table {@code enveloppe-aide-mobilite} names it. */
@Component
class CreditsMobilite {

    private static final String TABLE = "enveloppe-aide-mobilite";

    private final Tables tables;
    private final Enveloppes enveloppes;
    private final Depenses depenses;
    private final CreditsRetenus retenues;
    private final Horloge horloge;

    CreditsMobilite(Tables tables, Enveloppes enveloppes, Depenses depenses, CreditsRetenus retenues, Horloge horloge) {
        this.tables = tables;
        this.enveloppes = enveloppes;
        this.depenses = depenses;
        this.retenues = retenues;
        this.horloge = horloge;
    }

    /** A commitment of an aid. */
    record Pris(UUID reservation, String engagement) {}

    /** The envelope of a kind of aid as it stands today. */
    CreditDeLAide de(String nature) {
        int annee = horloge.aujourdhui().getYear();
        String id = tables.ligne(TABLE, Map.of("nature", nature, "jour", horloge.aujourdhui()))
                .phrase("enveloppe", Map.of("annee", Integer.toString(annee)));
        Optional<EnveloppeVue> ouverte =
                enveloppes.lister(annee).stream().filter(e -> e.id().equals(id)).findFirst();
        return new CreditDeLAide(
                id,
                ouverte.map(EnveloppeVue::libelle).orElse(null),
                ouverte.map(EnveloppeVue::chiffres).orElse(null));
    }

    /** Whether an aid may be committed: what a session held back for it is its own, else the envelope has enough. */
    boolean suffit(CreditDeLAide credit, AideVue aide) {
        long montant = aide.decision().montant();
        return retenues.centimes(aide.dossierId()) >= montant || credit.suffit(montant);
    }

    /** Commits what a session held back, else reserves and commits at once what was granted, for the body that the aid pays. */
    Pris engager(CreditDeLAide credit, AideVue aide, String numeroDossier) {
        String decideur = aide.suivi().decideePar();
        long montant = aide.decision().montant();
        UUID reservation = retenues.de(aide.dossierId())
                .orElseGet(() -> depenses.reserver(credit.enveloppe(), montant, numeroDossier, null, decideur));
        AQui paye = new AQui(AQui.Nature.ORGANISME, aide.instruction().devis().siret(), null);
        return new Pris(reservation, depenses.engager(reservation, montant, paye, decideur));
    }
}
