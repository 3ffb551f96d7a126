package fr.jalon.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
class Jeton {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    private UUID id;

    private UUID compteId;
    private String libelle;

    @Column
    private String empreinte;

    private Instant creeLe;
    private Instant expireLe;
    private Instant serviLe;

    @Enumerated(EnumType.STRING)
    private PorteeJeton portee;

    @Column
    private Instant revoqueLe;

    protected Jeton() {}

    Jeton(UUID compteId, String libelle, PorteeJeton portee, String empreinte, Instant creeLe, Instant expireLe) {
        this.compteId = compteId;
        this.libelle = libelle;
        this.empreinte = empreinte;
        this.portee = portee;
        this.creeLe = creeLe;
        this.expireLe = expireLe;
    }

    UUID compteId() {
        return compteId;
    }

    PorteeJeton portee() {
        return portee;
    }

    boolean vautLe(Instant moment) {
        return expireLe == null || moment.isBefore(expireLe);
    }

    /** Noted once a minute at most: a program calls often. */
    void servir(Instant moment) {
        if (serviLe == null || serviLe.plusSeconds(60).isBefore(moment)) {
            serviLe = moment;
        }
    }

    void revoquer(Instant maintenant) {
        revoqueLe = maintenant;
    }

    JetonVue vue() {
        return new JetonVue(id, libelle, portee, creeLe, expireLe, serviLe);
    }
}
