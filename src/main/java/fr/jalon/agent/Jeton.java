package fr.jalon.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

    @Column
    private Instant revoqueLe;

    protected Jeton() {}

    Jeton(UUID compteId, String libelle, String empreinte, Instant creeLe) {
        this.compteId = compteId;
        this.libelle = libelle;
        this.empreinte = empreinte;
        this.creeLe = creeLe;
    }

    UUID compteId() {
        return compteId;
    }

    void revoquer(Instant maintenant) {
        revoqueLe = maintenant;
    }

    JetonVue vue() {
        return new JetonVue(id, libelle, creeLe);
    }
}
