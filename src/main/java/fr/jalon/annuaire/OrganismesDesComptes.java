package fr.jalon.annuaire;

import fr.jalon.agent.OrganismesConnus;
import org.springframework.stereotype.Component;

/** The directory answers the accounts. */
@Component
class OrganismesDesComptes implements OrganismesConnus {

    private final OrganismesRepository organismes;

    OrganismesDesComptes(OrganismesRepository organismes) {
        this.organismes = organismes;
    }

    @Override
    public boolean existe(String code) {
        return organismes.findByCode(code).isPresent();
    }
}
