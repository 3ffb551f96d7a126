package fr.jalon.atelier.controle;

import fr.jalon.dispositif.ProprieteControlee;
import fr.jalon.moteur.LecteurDeModeles;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What models may refer to.
 *
 * @param gestes names of the registry of delegates
 * @param roles groups that a step may be given to
 * @param vivants living models by bare file name
 */
public record Contexte(
        Set<String> gestes,
        Set<String> roles,
        Map<String, byte[]> vivants,
        List<ProprieteControlee> proprietes,
        LecteurDeModeles moteur) {}
