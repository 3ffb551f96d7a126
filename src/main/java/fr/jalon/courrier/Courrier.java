package fr.jalon.courrier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Length;

/** A letter and its bytes. Only the date of the sending changes after it was written. */
@Entity
@Table(name = "courrier")
class Courrier {

    @Id
    private UUID id;

    @Version
    private Long versionLigne;

    private String numero;
    private UUID dossierId;
    private String dossierNumero;
    private String modele;
    private int versionModele;
    private String mentions;
    private String objet;
    private String destinataire;

    @Column(length = Length.LONG32)
    private byte[] octets;

    private String empreinte;
    private Instant creeLe;
    private String auteur;
    private String cleUnique;
    private UUID remplace;
    private Instant envoyeLe;

    protected Courrier() {}

    Courrier(CourrierVue vue, String cleUnique, byte[] octets) {
        this.id = vue.id();
        this.numero = vue.numero();
        this.dossierId = vue.dossierId();
        this.dossierNumero = vue.dossierNumero();
        this.modele = vue.modele();
        this.versionModele = vue.versionModele();
        this.mentions = vue.mentions();
        this.objet = vue.objet();
        this.destinataire = vue.destinataire();
        this.empreinte = vue.empreinte();
        this.creeLe = vue.creeLe();
        this.auteur = vue.auteur();
        this.remplace = vue.remplace();
        this.envoyeLe = vue.envoyeLe();
        this.cleUnique = cleUnique;
        this.octets = octets.clone();
    }

    CourrierVue vue() {
        return new CourrierVue(
                id,
                numero,
                dossierId,
                dossierNumero,
                modele,
                versionModele,
                mentions,
                objet,
                destinataire,
                empreinte,
                creeLe,
                auteur,
                remplace,
                envoyeLe);
    }

    /** The bytes, only when they still have their digest. */
    byte[] octetsVerifies() {
        if (!Empreinte.sha256(octets).equals(empreinte)) {
            throw new CourrierAltere(numero);
        }
        return octets.clone();
    }

    /** Notes the sending once; a repeat changes nothing. */
    boolean marquerEnvoye(Instant instant) {
        if (envoyeLe != null) {
            return false;
        }
        envoyeLe = instant;
        return true;
    }

    String cleUnique() {
        return cleUnique;
    }
}
