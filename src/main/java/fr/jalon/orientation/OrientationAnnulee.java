package fr.jalon.orientation;

import fr.jalon.agent.Agent;

/** An orientation was taken back before it took effect: nobody accompanies the person by it. */
public record OrientationAnnulee(Orientation orientation, Agent auteur) {}
