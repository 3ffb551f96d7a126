package fr.jalon.orientation;

import fr.jalon.agent.Agent;

/** A new orientation is recorded; the former one, if any, ends the day it begins. */
public record OrientationEnregistree(Orientation orientation, Agent auteur) {}
